/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-card.h"
#include "stn-cli-markup.h"

#include "diary/stn-card-reading.h"
#include "diary/stn-material.h"
#include "wording/stn-wording-card.h"

#include <glib/gi18n.h>

static void
print_known (GString *out, const StnKnownTriggerText *text)
{
  g_autofree char *title = stn_wording_known_title (text);

  g_string_append_printf (out, "- %s · %s\n", title, text->grade);
  g_string_append_printf (out, "  %s\n  %s\n", text->evidence, text->sources);
  if (text->ask != NULL)
    g_string_append_printf (out, "  %s\n", text->ask);
}

static void
print_finding (GString *out, const StnFindingText *finding)
{
  g_autofree char *counts = stn_cli_strip_markup (finding->counts);

  g_string_append_printf (out, "%s\n%s\n", finding->tag, counts);
  if (finding->note != NULL)
    g_string_append_printf (out, "%s\n", finding->note);
}

static void
print_text (GString *out, const StnCardText *text)
{
  g_string_append_printf (out, "\n%s\n", text->title);
  if (text->lead != NULL)
    g_string_append_printf (out, "%s\n", text->lead);
  for (guint i = 0; i < text->lines->len; i++)
    g_string_append_printf (out, "%s\n", (char *) g_ptr_array_index (text->lines, i));
  for (guint i = 0; i < text->known->len; i++)
    print_known (out, g_ptr_array_index (text->known, i));
  if (text->care != NULL)
    g_string_append_printf (out, "%s\n", text->care);
  for (guint i = 0; i < text->sayings->len; i++) {
    const StnSayingText *saying = g_ptr_array_index (text->sayings, i);

    /* Translators: 1: "One thing to try tonight", 2: sentences that say what */
    g_string_append_printf (out, _ ("%1$s: %2$s\n"), saying->heading, saying->text);
  }
  if (text->finding != NULL)
    print_finding (out, text->finding);
  if (text->calm != NULL)
    g_string_append_printf (out, "%s\n", text->calm);
}

/* (nullable) The analysis takes time: only when what can be seen by when is due, every 30 nights. */
static gboolean
analyze_if_due (StnDiary *diary,
                StnCardReading *reading,
                StnAnalysis **ret_analysis,
                GError **error)
{
  g_autoptr (StnMaterial) material = NULL;

  *ret_analysis = NULL;
  if (!stn_card_is_outlook_due (&reading->state))
    return TRUE;
  material = stn_diary_collect (diary, error);
  if (material != NULL)
    *ret_analysis = stn_material_analyze (material, NULL, NULL, NULL, error);
  if (*ret_analysis == NULL)
    return FALSE;
  stn_analysis_show_published (*ret_analysis);
  reading->state.analysis = *ret_analysis;
  return stn_diary_keep_refreshes (diary, material, error);
}

gboolean
stn_cli_print_card (StnCli *cli, StnDiary *diary, GError **error)
{
  g_autoptr (StnCardReading) reading = stn_diary_read_card (diary, error);
  g_autoptr (StnAnalysis) analysis = NULL;
  g_autoptr (StnCard) card = NULL;
  g_autoptr (StnCardText) text = NULL;

  if (reading == NULL || !analyze_if_due (diary, reading, &analysis, error))
    return FALSE;
  card = stn_card_decide (&reading->state);
  text = stn_wording_card (card, reading->factors, analysis, reading->today);
  if (text == NULL)
    return TRUE;
  print_text (cli->out, text);
  return stn_diary_remember_card (diary, card->ids, reading->state.last_night, error);
}
