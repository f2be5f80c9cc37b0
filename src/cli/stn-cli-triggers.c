/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-verbs.h"

#include "base/stn-json-writer.h"
#include "diary/stn-known-triggers.h"
#include "wording/stn-wording-card.h"

#include <glib/gi18n.h>

static const StnCliOption options[] = {
  {"json", NULL, FALSE, N_ ("print JSON for programs")},
  STN_CLI_NO_MORE_OPTIONS,
};

static void
add_sources (StnJsonWriter *writer, const StnSource *const *sources)
{
  g_autoptr (GString) briefs = g_string_new (sources[0]->brief);

  for (guint i = 1; sources[i] != NULL; i++)
    g_string_append_printf (briefs, "; %s", sources[i]->brief);
  stn_json_writer_add_text (writer, "source", briefs->str);
}

static void
print_json (GString *out, GPtrArray *triggers)
{
  StnJsonWriter writer;

  stn_json_writer_init (&writer, out, 1);
  stn_json_writer_begin_array (&writer, NULL);
  for (guint i = 0; i < triggers->len; i++) {
    const StnKnownTrigger *known = g_ptr_array_index (triggers, i);

    stn_json_writer_begin_object (&writer, NULL);
    stn_json_writer_add_text (&writer, "slug", known->slug);
    stn_json_writer_add_int (&writer, "days_present", known->days_present);
    stn_json_writer_add_int (&writer, "days_recorded", known->days_recorded);
    if (known->present_when.side != STN_CUT_NONE)
      stn_json_writer_add_real (&writer, "cut", known->present_when.value);
    else
      stn_json_writer_add_null (&writer, "cut");
    stn_json_writer_add_text (&writer, "grade", stn_grade_to_token (known->grade));
    add_sources (&writer, known->sources);
    stn_json_writer_end_object (&writer);
  }
  stn_json_writer_end_array (&writer);
  g_string_append_c (out, '\n');
}

static void
print_trigger (GString *out, const StnKnownTrigger *known)
{
  g_autoptr (StnKnownTriggerText) text = stn_wording_known_trigger (known);

  g_string_append_printf (out, "\n%s", text->title);
  if (text->days != NULL)
    g_string_append_printf (out, " %s", text->days);
  if (text->entered != NULL)
    /* Translators: what was entered last, "3 glasses (750 ml)" */
    g_string_append_printf (out, _ ("; last: %s"), text->entered);
  g_string_append_printf (out, "\n  %s: %s\n  %s\n", text->grade, text->evidence, text->sources);
  if (text->ask != NULL)
    g_string_append_printf (out, "  %s\n", text->ask);
}

static void
print_sentences (GString *out, GPtrArray *triggers)
{
  gboolean has_medicine = FALSE;

  if (triggers->len == 0) {
    g_string_append_printf (out, "%s\n", _ ("No known trigger was written down."));
    return;
  }
  g_string_append_printf (out, "%s\n%s %s\n", _ ("Known triggers you wrote down"),
                          _ ("Whether they go with your cramps is another question."),
                          stn_wording_calm ());
  for (guint i = 0; i < triggers->len; i++) {
    const StnKnownTrigger *known = g_ptr_array_index (triggers, i);

    print_trigger (out, known);
    has_medicine |= known->kind == STN_KNOWN_MEDICINE;
  }
  if (has_medicine)
    g_string_append_printf (out, "\n%s\n", stn_wording_medicine_care ());
}

static gboolean
run (StnCli *cli, GError **error)
{
  g_autoptr (StnDiary) diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  g_autoptr (GPtrArray) triggers =
    diary == NULL ? NULL : stn_diary_list_known_triggers (diary, error);

  if (triggers == NULL)
    return FALSE;
  if (stn_cli_has (cli, "json"))
    print_json (cli->out, triggers);
  else
    print_sentences (cli->out, triggers);
  return TRUE;
}

const StnCliVerb stn_cli_triggers_verb = {
  "triggers",
  "",
  0,
  0,
  N_ ("List the known triggers that were written down, and what is known of them"),
  options,
  run,
};
