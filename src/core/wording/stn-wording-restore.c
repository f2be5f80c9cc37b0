/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-restore.h"

#include <glib/gi18n.h>

static const char *const kinds[STN_RESTORE_WORDS] = {
  N_ ("Nights"),
  N_ ("What is asked"),
  N_ ("Medicines"),
  N_ ("Conditions"),
  N_ ("Visits and questions"),
  N_ ("Signs"),
  N_ ("Settings and reminders"),
};

/* Takes @part. */
static void
add_part (GString *text, guint n, char *part)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
  g_free (part);
}

char *
stn_wording_restore_line (guint kind, guint added, guint changed, guint removed)
{
  g_return_val_if_fail (kind < STN_RESTORE_WORDS, NULL);
  g_autoptr (GString) parts = g_string_new (NULL);

  /* Translators: of nights, medicines and the like: they are in the backup and not in the diary */
  add_part (parts, added,
            g_strdup_printf (ngettext ("%u comes back", "%u come back", added), added));
  /* Translators: of nights, medicines and the like: the backup says something else of them */
  add_part (parts, changed,
            g_strdup_printf (ngettext ("%u changes", "%u change", changed), changed));
  /* Translators: of nights, medicines and the like: they are in the diary and not in the backup */
  add_part (parts, removed, g_strdup_printf (ngettext ("%u goes", "%u go", removed), removed));
  if (parts->len == 0)
    return NULL;
  /* Translators: 1: "Nights", 2: "3 come back, 1 changes, 2 go" */
  return g_strdup_printf (_ ("%1$s: %2$s"), _ (kinds[kind]), parts->str);
}

char *
stn_wording_missing_pages (guint missing, guint pages)
{
  if (missing == 0)
    return NULL;
  return g_strdup_printf (
    /* Translators: of a damaged file; 1: a number of its pages, 2: how many pages it should have */
    ngettext ("%1$u of %2$u pages of the file is missing or empty.",
              "%1$u of %2$u pages of the file are missing or empty.", missing),
    missing, pages);
}
