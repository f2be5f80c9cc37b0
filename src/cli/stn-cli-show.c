/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-night-json.h"
#include "stn-cli-verbs.h"

#include "base/stn-night-key.h"
#include "diary/stn-diary-factors.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

static const StnCliOption options[] = {
  {"date", "NIGHT", FALSE, N_ ("the date of the evening, YYYY-MM-DD (default: last night)")},
  {"json", NULL, FALSE, N_ ("print JSON for programs")},
  {NULL, NULL, FALSE, NULL},
};

static void
print_episode (GString *out, const StnEpisode *episode)
{
  g_autofree char *title = stn_wording_episode_title (episode);
  g_autofree char *severity =
    episode->severity.known ? stn_wording_severity (episode->severity.value) : NULL;
  g_autofree char *details = stn_wording_episode_details (episode);
  g_autofree char *tried = stn_wording_episode_tried (episode);

  g_string_append_printf (out, "  %s", title);
  if (severity != NULL)
    g_string_append_printf (out, " · %s", severity);
  if (*details != '\0')
    g_string_append_printf (out, " · %s", details);
  g_string_append_c (out, '\n');
  if (tried != NULL)
    g_string_append_printf (out, "    %s\n", tried);
  if (episode->note != NULL)
    g_string_append_printf (out, "    %s\n", episode->note);
}

/* Takes @text; what is unknown is not printed. */
static void
print_sleep_line (GString *out, const char *label, StnOptInt field, char *text)
{
  if (field.known)
    g_string_append_printf (out, "  %s: %s\n", label, text);
  g_free (text);
}

static char *
time_text (StnOptInt minute)
{
  return minute.known ? stn_wording_time (minute.value) : NULL;
}

static char *
minutes_text (StnOptInt minutes)
{
  return minutes.known ? stn_wording_minutes (minutes.value) : NULL;
}

static char *
of_five (StnOptInt value)
{
  /* Translators: a mark from 1 to 5, "2 of 5" */
  return g_strdup_printf (_ ("%d of 5"), value.value);
}

static void
print_sleep (GString *out, const StnNight *night)
{
  const StnSleep *sleep = &night->sleep;
  g_autofree char *measures = stn_wording_sleep (night);

  if (stn_sleep_is_unknown (sleep))
    return;
  g_string_append_printf (out, "%s\n", _ ("Sleep"));
  print_sleep_line (out, _ ("Into bed"), sleep->into_bed_min, time_text (sleep->into_bed_min));
  print_sleep_line (out, _ ("Tried to sleep"), sleep->tried_min, time_text (sleep->tried_min));
  print_sleep_line (out, _ ("Time to fall asleep"), sleep->asleep_min,
                    minutes_text (sleep->asleep_min));
  print_sleep_line (out, _ ("Awakenings"), sleep->awakenings,
                    g_strdup_printf ("%d", sleep->awakenings.value));
  print_sleep_line (out, _ ("Awake in the night"), sleep->awake_min,
                    minutes_text (sleep->awake_min));
  print_sleep_line (out, _ ("Final awakening"), sleep->final_wake_min,
                    time_text (sleep->final_wake_min));
  print_sleep_line (out, _ ("Out of bed"), sleep->out_of_bed_min,
                    time_text (sleep->out_of_bed_min));
  print_sleep_line (out, _ ("Quality of sleep"), sleep->quality, of_five (sleep->quality));
  print_sleep_line (out, _ ("Rested"), sleep->rested, of_five (sleep->rested));
  print_sleep_line (out, _ ("Tired by day"), sleep->tired,
                    stn_wording_severity (sleep->tired.value));
  if (measures != NULL)
    g_string_append_printf (out, "  %s\n", measures);
}

static void
print_value (GString *out, const StnFactor *factor, const StnFactorValue *value)
{
  g_autofree char *name = stn_wording_factor_name (factor);
  g_autofree char *text = stn_wording_factor_value (factor, value->value);
  const char *entered = stn_wording_entered (value->entered);

  g_string_append_printf (out, "  %s: %s%s%s\n", name, text, *entered == '\0' ? "" : ", ", entered);
}

static void
print_day (GString *out, const StnNight *night, GPtrArray *factors)
{
  if (night->values->len > 0)
    g_string_append_printf (out, "%s\n", _ ("The day before"));
  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (factors, i);
    const StnFactorValue *value = stn_night_get_value (night, factor->slug);

    if (value != NULL)
      print_value (out, factor, value);
  }
}

static void
print_night (GString *out, const StnNight *night, GPtrArray *factors, StnDate today)
{
  g_autofree char *title = stn_wording_night (night->key, today);
  g_autofree char *line = stn_wording_night_line (night);

  g_string_append_printf (out, "%s\n%s\n", title, line);
  for (guint i = 0; i < night->episodes->len; i++)
    print_episode (out, g_ptr_array_index (night->episodes, i));
  if (stn_night_has_conflict (night))
    g_string_append_printf (
      out, "  %s\n",
      _ ("This night also has the answer “no cramps”. Cramps win until you change one of them."));
  print_sleep (out, night);
  print_day (out, night, factors);
  if (night->note != NULL)
    /* Translators: before the person's own note */
    g_string_append_printf (out, _ ("Note: %s\n"), night->note);
}

static void
print_json (GString *out, const StnNight *night)
{
  StnJsonWriter writer;

  stn_json_writer_init (&writer, out, 1);
  stn_cli_add_night (&writer, night);
  g_string_append_c (out, '\n');
}

static gboolean
run_show (StnCli *cli, GError **error)
{
  g_autoptr (StnDiary) diary = NULL;
  g_autoptr (StnNight) night = NULL;
  g_autoptr (GPtrArray) factors = NULL;
  g_autoptr (GDateTime) now = stn_clock_now (cli->clock);
  StnDate key = stn_night_key_last (now);

  if (!stn_cli_get_date (cli, "date", &key, error))
    return FALSE;
  diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  night = diary == NULL ? NULL : stn_diary_get_night (diary, key, error);
  factors = night == NULL ? NULL : stn_diary_list_factors (diary, error);
  if (factors == NULL)
    return FALSE;
  if (stn_cli_has (cli, "json"))
    print_json (cli->out, night);
  else
    print_night (cli->out, night, factors, stn_date_of (now));
  return TRUE;
}

const StnCliVerb stn_cli_show_verb = {
  "show", "", 0, 0, N_ ("Show all that is stored of one night"), options, run_show,
};
