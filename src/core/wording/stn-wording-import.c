/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-parts.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

char *
stn_wording_import_summary (const StnImportCounts *counts, gboolean dry_run)
{
  g_autofree char *done = NULL;
  gboolean anything;
  guint n;

  if ((n = counts->nights_new) > 0)
    done = stn_wording_join (g_steal_pointer (&done),
                             g_strdup_printf (ngettext ("%u new night", "%u new nights", n), n));
  if ((n = counts->nights_filled) > 0)
    done = stn_wording_join (
      g_steal_pointer (&done),
      g_strdup_printf (ngettext ("%u night filled in", "%u nights filled in", n), n));
  if ((n = counts->nights_same) > 0)
    done = stn_wording_join (
      g_steal_pointer (&done),
      g_strdup_printf (ngettext ("%u night was there already", "%u nights were there already", n),
                       n));
  if ((n = counts->values_replaced) > 0)
    done = stn_wording_join (
      g_steal_pointer (&done),
      g_strdup_printf (ngettext ("%u value replaced", "%u values replaced", n), n));
  if ((n = counts->values_kept) > 0)
    done = stn_wording_join (
      g_steal_pointer (&done),
      g_strdup_printf (
        ngettext ("%u value differs and was kept", "%u values differ and were kept", n), n));
  if ((n = counts->factors_new) > 0)
    done = stn_wording_join (g_steal_pointer (&done),
                             g_strdup_printf (ngettext ("%u new factor", "%u new factors", n), n));
  anything = done != NULL;
  if (!anything)
    done = g_strdup (_ ("Nothing to import"));
  if ((n = counts->passed_over) > 0)
    done = stn_wording_join (
      g_steal_pointer (&done),
      /* Translators: of a file of nights that is read; how bad a cramp was, where no cramp is counted */
      g_strdup_printf (
        ngettext ("%u severity or duration without a number of cramps was passed over",
                  "%u severities or durations without a number of cramps were passed "
                  "over",
                  n),
        n));
  /* Translators: what an import would do: "12 new nights · 3 nights filled in" */
  return dry_run && anything ? g_strdup_printf (_ ("Nothing is stored yet: %s"), done)
                             : g_steal_pointer (&done);
}

char *
stn_wording_join_summary (const StnJoinCounts *counts, gboolean dry_run)
{
  char *line = NULL;

  if (counts->fresh > 0)
    line =
      g_strdup_printf (ngettext ("%u new record", "%u new records", counts->fresh), counts->fresh);
  if (counts->newer > 0)
    line = stn_wording_join (
      line,
      g_strdup_printf (
        /* Translators: of a record there were two, and the newer one was taken */
        ngettext ("%u newer one taken", "%u newer ones taken", counts->newer), counts->newer));
  if (counts->kept > 0)
    line = stn_wording_join (
      line, g_strdup_printf (
              ngettext ("%u was as new here already", "%u were as new here already", counts->kept),
              counts->kept));
  if (line == NULL)
    line = g_strdup (_ ("There is no record in it"));
  if (!dry_run)
    return line;
  g_autofree char *done = line;
  /* Translators: what an import would do: "12 new nights · 3 nights filled in" */
  return g_strdup_printf (_ ("Nothing is stored yet: %s"), done);
}

char *
stn_wording_join_conflict (StnDate night, StnDate today)
{
  g_autofree char *name = stn_wording_night (night, today);

  return g_strdup_printf (
    /* Translators: "Night of Saturday 21 to Sunday 22 November" */
    _ ("%s: a cramp stands beside the answer “no cramps”. Both are kept, and the diary asks which "
       "is right."),
    name);
}
