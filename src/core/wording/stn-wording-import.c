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
        ngettext (
          "%u value of how bad or how long was passed over: no number of cramps stood beside it",
          "%u values of how bad or how long were passed over: no number of cramps stood beside "
          "them",
          n),
        n));
  /* Translators: what an import would do: "12 new nights · 3 nights filled in" */
  return dry_run && anything ? g_strdup_printf (_ ("Nothing is stored yet: %s"), done)
                             : g_steal_pointer (&done);
}

static const char *
describe_delimiter (char delimiter)
{
  switch (delimiter) {
  case ',':
    return NULL;
  case ';':
    return _ ("Columns are separated by semicolons.");
  case '\t':
    return _ ("Columns are separated by tabs.");
  default:
    return _ ("Columns are separated by vertical lines.");
  }
}

static char *
describe_header (guint line)
{
  if (line == 0)
    return g_strdup (_ ("Its columns have no names."));
  if (line == 1)
    return NULL;
  return g_strdup_printf (_ ("The names of its columns stand in line %u."), line);
}

static void
add (GStrvBuilder *sentences, char *sentence)
{
  if (sentence != NULL)
    g_strv_builder_add (sentences, sentence);
  g_free (sentence);
}

static void
add_answer (GStrvBuilder *sentences, StnAnswer answer, const char *yes, const char *no)
{
  if (answer != STN_ANSWER_UNKNOWN)
    g_strv_builder_add (sentences, answer == STN_ANSWER_YES ? yes : no);
}

static char *
describe_day_change (int minute)
{
  g_autofree char *time = stn_wording_time (minute);

  /* Translators: %s is a time of day such as 12:00 */
  return g_strdup_printf (_ ("Its dates have times: one before %s is of the night before."), time);
}

char **
stn_wording_import_form (const StnImportForm *form)
{
  g_return_val_if_fail (form != NULL, NULL);
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  if (form->encoding != NULL)
    /* Translators: how the letters of a file are stored: "UTF-16", "Windows-1252" */
    add (sentences, g_strdup_printf (_ ("The file is %s text."), form->encoding));
  add (sentences, g_strdup (describe_delimiter (form->delimiter)));
  add (sentences, describe_header (form->header_line));
  add_answer (sentences, form->day_first, _ ("Its dates begin with the day."),
              _ ("Its dates begin with the month."));
  add_answer (sentences, form->comma_decimal, _ ("Its commas are decimal."),
              _ ("Its points are decimal."));
  if (form->has_times)
    add (sentences, describe_day_change (form->day_change_min));
  if (form->comments > 0)
    add (sentences,
         g_strdup_printf (ngettext ("%u line that begins with # was passed over.",
                                    "%u lines that begin with # were passed over.", form->comments),
                          form->comments));
  if (form->unnamed > 0)
    add (sentences,
         g_strdup_printf (ngettext ("%u column without a name was passed over.",
                                    "%u columns without a name were passed over.", form->unnamed),
                          form->unnamed));
  return g_strv_builder_end (sentences);
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

/* What a record of the table is called where it has no name. */
static const char *
record_of (const char *table)
{
  static const struct {
    const char *table;
    const char *words;
  } records[] = {
    {"medicine_change", N_ ("The history of a medicine")},
    {"medicine_intake", N_ ("How often a medicine was taken")},
    {"condition", N_ ("A condition")},
    {"visit", N_ ("A visit")},
    {"question", N_ ("A question for the doctor")},
    {"sign", N_ ("An answer about a sign")},
    {"flag", N_ ("An answer to a reason to see a doctor")},
    {"reminder", N_ ("A reminder")},
    {"session", N_ ("A guided stretch")},
    {"setting", N_ ("A setting")},
  };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    if (g_str_equal (table, records[i].table))
      return _ (records[i].words);
  return _ ("An entry");
}

/* What it is of a night; NULL: the night itself. */
static char *
part_of_night (const StnVersionFacts *version)
{
  const StnTrigger *trigger =
    version->slug == NULL ? NULL : stn_knowledge_get_trigger (stn_knowledge_get (), version->slug);

  if (g_str_equal (version->table, "night"))
    return NULL;
  if (g_str_equal (version->table, "episode"))
    return g_strdup (C_ ("part of a night", "a cramp"));
  if (trigger != NULL)
    return g_strdup (gettext (trigger->name));
  return g_strdup (version->slug != NULL ? version->slug : record_of (version->table));
}

char *
stn_wording_version_head (const StnVersionFacts *version, StnDate today)
{
  g_autofree char *night = NULL;
  g_autofree char *part = NULL;

  if (!stn_date_is_set (version->night))
    return g_strdup (version->name != NULL   ? version->name
                     : version->slug != NULL ? version->slug
                                             : record_of (version->table));
  night = stn_wording_night (version->night, today);
  part = part_of_night (version);
  if (part == NULL)
    return g_steal_pointer (&night);
  /* Translators: 1: "Night of Friday 20 to Saturday 21 November", 2: a part of it: "a cramp", "Coffee" */
  return g_strdup_printf (_ ("%1$s: %2$s"), night, part);
}

char *
stn_wording_version_text (const char *text)
{
  if (text == NULL)
    return g_strdup (_ ("it is deleted"));
  return g_strdup (*text == '\0' ? _ ("nothing of it") : text);
}

char *
stn_wording_versions (guint n)
{
  return g_strdup_printf (
    ngettext ("%u record was written on both sides; the newer one is kept:",
              "%u records were written on both sides; the newer ones are kept:", n),
    n);
}
