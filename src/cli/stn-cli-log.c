/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-card.h"
#include "stn-cli-flag-lines.h"
#include "stn-cli-verbs.h"

#include "base/stn-night-key.h"
#include "base/stn-text-line.h"
#include "base/stn-text-number.h"
#include "diary/stn-diary-factors.h"
#include "diary/stn-night-log.h"
#include "diary/stn-usual-day.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

#define SORENESS_MAX_H 240

static const StnCliOption options[] = {
  {"date", "NIGHT", FALSE,
   N_ ("the date of the evening, YYYY-MM-DD (default: last night; for factors alone, today)")},
  {"no-cramps", NULL, FALSE, N_ ("the night had no cramps")},
  {"cramps", "N", FALSE, N_ ("the night had N cramps; what follows describes the worst")},
  {"severity", "0-10", FALSE, N_ ("how strong it was")},
  {"duration", "N(s|min|h)", FALSE, N_ ("how long it lasted: 90s, 3min, 1h")},
  {"side", "left|right|both", FALSE, N_ ("which side")},
  {"site", "calf|foot|toes|front-thigh|back-thigh|other", FALSE, N_ ("which part of the leg")},
  {"start", "HH:MM", FALSE, N_ ("when it began")},
  {"eased", "yes|no", FALSE, N_ ("whether stretching eased it")},
  {"ongoing", NULL, FALSE, N_ ("it is still going")},
  {"woke", "yes|no", FALSE, N_ ("whether it woke you")},
  {"distress", "0-10", FALSE, N_ ("how distressing it was")},
  {"relief", "NAME[,NAME]", FALSE,
   N_ ("what was tried, for example stretch,walk; none for nothing")},
  {"ended-by", "NAME", FALSE, N_ ("what ended it")},
  {"soreness-h", "N", FALSE, N_ ("hours it stayed sore")},
  {"by-day", "yes|no", FALSE, N_ ("whether it was by day, not in bed")},
  {"arms-or-hands", "yes|no", FALSE, N_ ("whether arms or hands cramped too")},
  {"into-bed", "HH:MM", FALSE, N_ ("sleep: when you got into bed")},
  {"tried", "HH:MM", FALSE, N_ ("sleep: when you tried to sleep")},
  {"asleep-min", "N", FALSE, N_ ("sleep: minutes to fall asleep")},
  {"awakenings", "N", FALSE, N_ ("sleep: how often you woke, the last time not counted")},
  {"awake-min", "N", FALSE, N_ ("sleep: minutes awake in all")},
  {"final-wake", "HH:MM", FALSE, N_ ("sleep: when you woke for the last time")},
  {"out-of-bed", "HH:MM", FALSE, N_ ("sleep: when you got up")},
  {"quality", "1-5", FALSE, N_ ("sleep: how good it was")},
  {"rested", "1-5", FALSE, N_ ("sleep: how rested you were")},
  {"tired", "0-10", FALSE, N_ ("sleep: how tired by day")},
  {"factor", "SLUG=VALUE", TRUE, N_ ("something about the day before the night; may be repeated")},
  {"ordinary-day", NULL, FALSE,
   N_ ("what is usual for you, where neither --factor nor the diary says something of the day")},
  {"note", "TEXT", FALSE, N_ ("a note; an empty one takes the note away")},
  {NULL, NULL, FALSE, NULL},
};

/* What the command line says of a night. */
typedef struct {
  StnOptInt cramps;
  gboolean no_cramps;
  StnEpisode *worst;
  StnSleep sleep;
  GPtrArray *values; /* of StnFactorValue, filled in once the diary is open */
  GPtrArray *usual;  /* the same for --ordinary-day, else NULL */
  const char *note;
  StnNight *after; /* the night as it was saved */
} Log;

static void
log_clear (Log *self)
{
  stn_episode_free (self->worst);
  g_ptr_array_unref (self->values);
  g_clear_pointer (&self->usual, g_ptr_array_unref);
  stn_night_free (self->after);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Log, log_clear)

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, message);
  return FALSE;
}

/* Names of relief are the person's own words or those of the guide; "none" is nobody's. */
static gboolean
read_reliefs (const StnCli *cli, StnEpisode *worst, GError **error)
{
  const char *text = stn_cli_get (cli, "relief");
  g_auto (GStrv) names = NULL;

  if (text == NULL)
    return TRUE;
  names = g_strsplit (g_str_equal (text, "none") ? "" : text, ",", -1);
  for (char **name = names; *name != NULL; name++) {
    g_strstrip (*name);
    if (**name == '\0')
      return fail (error, "--relief: names are separated by one comma each");
    if (g_str_equal (*name, "none"))
      return fail (error, "--relief: 'none' is for nothing tried, and stands alone");
    for (char **other = names; other < name; other++)
      if (g_str_equal (*other, *name))
        return fail (error, "--relief: a name is given twice");
  }
  worst->relief = g_steal_pointer (&names);
  return TRUE;
}

static gboolean
read_places (const StnCli *cli, StnEpisode *worst, GError **error)
{
  GError *reason = NULL;

  if (stn_cli_has (cli, "side") &&
      !stn_side_parse (stn_cli_get (cli, "side"), &worst->side, &reason))
    return stn_cli_usage ("side", reason, error);
  if (stn_cli_has (cli, "site") &&
      !stn_site_parse (stn_cli_get (cli, "site"), &worst->site, &reason))
    return stn_cli_usage ("site", reason, error);
  return TRUE;
}

static gboolean
read_lengths (const StnCli *cli, StnEpisode *worst, GError **error)
{
  GError *reason = NULL;
  int seconds;
  double hours;

  if (stn_cli_has (cli, "duration")) {
    if (!stn_duration_parse (stn_cli_get (cli, "duration"), &seconds, &reason))
      return stn_cli_usage ("duration", reason, error);
    if (seconds == 0)
      return fail (error, "--duration: a cramp lasts at least 1s; leave it out if it is not known");
    worst->duration_s = STN_KNOWN_INT (seconds);
  }
  if (stn_cli_has (cli, "soreness-h")) {
    if (!stn_real_parse (stn_cli_get (cli, "soreness-h"), &hours, &reason))
      return stn_cli_usage ("soreness-h", reason, error);
    if (hours < 0 || hours > SORENESS_MAX_H)
      return fail (error, "--soreness-h: not from 0 to 240 hours");
    worst->soreness_h = STN_KNOWN_REAL (hours);
  }
  return TRUE;
}

static gboolean
read_episode (const StnCli *cli, StnEpisode *worst, GError **error)
{
  const char *ended_by = stn_cli_get (cli, "ended-by");

  if (ended_by != NULL && *ended_by == '\0')
    return fail (error, "--ended-by needs a name");
  worst->ended_by = g_strdup (ended_by);
  if (stn_cli_has (cli, "ongoing"))
    worst->ongoing = STN_ANSWER_YES;
  return stn_cli_get_int (cli, "severity", 0, STN_SEVERITY_MAX, &worst->severity, error) &&
         stn_cli_get_int (cli, "distress", 0, STN_SEVERITY_MAX, &worst->distress, error) &&
         stn_cli_get_clock_time (cli, "start", &worst->start_min, error) &&
         stn_cli_get_answer (cli, "eased", &worst->eased, error) &&
         stn_cli_get_answer (cli, "woke", &worst->woke, error) &&
         stn_cli_get_answer (cli, "by-day", &worst->by_day, error) &&
         stn_cli_get_answer (cli, "arms-or-hands", &worst->arms_or_hands, error) &&
         read_places (cli, worst, error) && read_lengths (cli, worst, error) &&
         read_reliefs (cli, worst, error);
}

static gboolean
read_sleep (const StnCli *cli, StnSleep *sleep, GError **error)
{
  return stn_cli_get_clock_time (cli, "into-bed", &sleep->into_bed_min, error) &&
         stn_cli_get_clock_time (cli, "tried", &sleep->tried_min, error) &&
         stn_cli_get_int (cli, "asleep-min", 0, 1440, &sleep->asleep_min, error) &&
         stn_cli_get_int (cli, "awakenings", 0, 100, &sleep->awakenings, error) &&
         stn_cli_get_int (cli, "awake-min", 0, 1440, &sleep->awake_min, error) &&
         stn_cli_get_clock_time (cli, "final-wake", &sleep->final_wake_min, error) &&
         stn_cli_get_clock_time (cli, "out-of-bed", &sleep->out_of_bed_min, error) &&
         stn_cli_get_int (cli, "quality", 1, 5, &sleep->quality, error) &&
         stn_cli_get_int (cli, "rested", 1, 5, &sleep->rested, error) &&
         stn_cli_get_int (cli, "tired", 0, 10, &sleep->tired, error);
}

static gboolean
read_log (const StnCli *cli, Log *log, GError **error)
{
  log->no_cramps = stn_cli_has (cli, "no-cramps");
  log->note = stn_cli_get (cli, "note");
  if (!stn_cli_get_int (cli, "cramps", 1, STN_EPISODES_MAX, &log->cramps, error) ||
      !read_episode (cli, log->worst, error) || !read_sleep (cli, &log->sleep, error))
    return FALSE;
  if (log->no_cramps && log->cramps.known)
    return fail (error, "--no-cramps and --cramps contradict each other");
  if (!log->cramps.known && !stn_episode_is_unknown (log->worst))
    return fail (error, log->no_cramps ? "--no-cramps and details of a cramp contradict each other"
                                       : "details of a cramp need --cramps N");
  if (!log->no_cramps && !log->cramps.known && log->note == NULL &&
      stn_sleep_is_unknown (&log->sleep) && stn_cli_list (cli, "factor")->len == 0 &&
      !stn_cli_has (cli, "ordinary-day"))
    return fail (
      error, "log needs --no-cramps, --cramps N, sleep, --factor, --ordinary-day or --note; see "
             "'stillnight-cli log --help'");
  return TRUE;
}

/* Outcome and sleep belong to last night at every hour; the day's factors to the night that their hour belongs to. */
static gboolean
find_night (StnDiary *diary, const Log *log, StnDate *key, GError **error)
{
  if (stn_date_is_set (*key))
    return TRUE;
  if (!log->no_cramps && !log->cramps.known && stn_sleep_is_unknown (&log->sleep))
    return stn_diary_current_night (diary, key, error);
  *key = stn_diary_last_night (diary);
  return TRUE;
}

static gboolean
read_factors (const StnCli *cli, StnDiary *diary, Log *log, GError **error)
{
  GPtrArray *assignments = stn_cli_list (cli, "factor");

  for (guint i = 0; i < assignments->len; i++) {
    const char *assignment = g_ptr_array_index (assignments, i);
    StnFactorValue *value;

    if (strchr (assignment, '=') == NULL) {
      g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
                   "--factor: '%s' is not of the form SLUG=VALUE", stn_excerpt (assignment));
      return FALSE;
    }
    value = stn_diary_parse_factor_value (diary, assignment, error);
    if (value == NULL)
      return FALSE;
    for (guint j = 0; j < log->values->len; j++)
      if (g_str_equal (((StnFactorValue *) g_ptr_array_index (log->values, j))->slug,
                       value->slug)) {
        g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, "--factor %s is given twice",
                     value->slug);
        stn_factor_value_free (value);
        return FALSE;
      }
    g_ptr_array_add (log->values, value);
  }
  return TRUE;
}

static gboolean
read_ordinary_day (const StnCli *cli, StnDiary *diary, StnDate key, Log *log, GError **error)
{
  if (!stn_cli_has (cli, "ordinary-day"))
    return TRUE;
  log->usual = stn_usual_day_read (diary, key, error);
  return log->usual != NULL && stn_usual_day_check (log->usual, error);
}

static gboolean
log_cb (StnNight *night, gpointer data, GError **error)
{
  Log *log = data;

  if (log->no_cramps && !stn_night_log_no_cramps (night, error))
    return FALSE;
  if (log->cramps.known &&
      !stn_night_log_cramps (night, (guint) log->cramps.value, log->worst, error))
    return FALSE;
  stn_sleep_fill (&night->sleep, &log->sleep);
  for (guint i = 0; i < log->values->len; i++)
    stn_night_take_value (night, stn_factor_value_copy (g_ptr_array_index (log->values, i)));
  if (log->usual != NULL)
    stn_usual_day_fill (log->usual, night);
  if (log->note != NULL) {
    g_free (night->note);
    night->note = *log->note == '\0' ? NULL : g_strdup (log->note);
  }
  log->after = stn_night_copy (night);
  return TRUE;
}

static const char *
label_of (const Log *log)
{
  return log->no_cramps ? "log-no-cramps" : log->cramps.known ? "log-cramps" : "edit-night";
}

/* It is saved, whatever comes of what there is to say. */
static void
say_more (StnCli *cli, StnDiary *diary)
{
  g_autoptr (GError) error = NULL;

  if (!stn_cli_print_card (cli, diary, &error))
    stn_cli_notice (cli, "saved; more cannot be said: %s", error->message);
}

static gboolean
run_log (StnCli *cli, GError **error)
{
  g_auto (Log)
    log = {.worst = stn_episode_new (),
           .values = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_factor_value_free)};
  g_autoptr (StnDiary) diary = NULL;
  g_autoptr (GDateTime) now = stn_clock_now (cli->clock);
  g_autofree char *saved = NULL;
  StnDate key = STN_NO_DATE;
  char text[STN_DATE_TEXT_SIZE];
  gint64 group;

  if (!stn_cli_get_date (cli, "date", &key, error) || !read_log (cli, &log, error) ||
      !stn_cli_try_first (cli, run_log, error))
    return FALSE;
  diary = stn_cli_open_diary (cli, STN_STORE_CREATE, error);
  if (diary == NULL || !read_factors (cli, diary, &log, error) ||
      !find_night (diary, &log, &key, error) || !read_ordinary_day (cli, diary, key, &log, error))
    return FALSE;
  if (!stn_diary_edit_night (diary, key, label_of (&log), log_cb, &log, &group, error))
    return FALSE;
  saved = stn_wording_saved (log.after, stn_diary_last_night (diary), stn_date_of (now));
  g_string_append_printf (cli->out, "%s  %s\n", stn_date_to_text (key, text),
                          group == 0 ? _ ("Nothing to change: it says so already.") : saved);
  if (!stn_cli_print_urgent (cli, diary) && group != 0 && (log.no_cramps || log.cramps.known) &&
      stn_date_compare (key, stn_diary_last_night (diary)) == 0)
    say_more (cli, diary);
  return TRUE;
}

const StnCliVerb stn_cli_log_verb = {
  "log", "", 0, 0, N_ ("Log a night: cramps, sleep, the day before it, a note"), options, run_log,
};
