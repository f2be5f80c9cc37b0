/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-verbs.h"

#include "base/stn-json-writer.h"
#include "base/stn-text-line.h"
#include "diary/stn-diary-stretch.h"
#include "wording/stn-wording-stretch.h"

#include <glib/gi18n.h>
#include <unistd.h>

/* How often the seconds are looked at. */
#define LOOK_MS 200

static const StnCliOption options[] = {
  {"routine", "ID", FALSE, N_ ("which one (default: the one done last, else the usual one)")},
  {"list", NULL, FALSE, N_ ("list the routines, and on how many evenings the stretch was done")},
  {"done", NULL, FALSE, N_ ("it was done without being guided: mark tonight")},
  {"json", NULL, FALSE, N_ ("with --list: print JSON for programs")},
  STN_CLI_NO_MORE_OPTIONS,
};

static const char *
name_of (const StnStretchChoice *choice)
{
  return choice->own != NULL ? choice->own->name : gettext (choice->routine->name);
}

/* The list */

static void
print_choice (GString *out, const StnStretchChoice *choice)
{
  g_autofree char *length = stn_wording_stretch_length (choice->plan);

  g_string_append_printf (out, "%s  %s  %s\n", choice->id, name_of (choice), length);
  if (choice->gate != NULL)
    g_string_append_printf (out, "  %s\n", gettext (choice->gate->text));
}

static void
write_choice (StnJsonWriter *writer, const StnStretchChoice *choice)
{
  stn_json_writer_begin_object (writer, NULL);
  stn_json_writer_add_text (writer, "id", choice->id);
  stn_json_writer_add_text (writer, "name", name_of (choice));
  stn_json_writer_add_int (writer, "seconds", stn_stretch_plan_get_seconds (choice->plan, 0));
  stn_json_writer_add_boolean (writer, "own", choice->own != NULL);
  stn_json_writer_add_text (writer, "gate", choice->gate != NULL ? choice->gate->id : NULL);
  stn_json_writer_add_boolean (writer, "closed", choice->gate != NULL && choice->gate->closes);
  stn_json_writer_end_object (writer);
}

static void
print_json (GString *out, GPtrArray *choices, const StnStretchCount *count)
{
  StnJsonWriter writer;

  stn_json_writer_init (&writer, out, 2);
  stn_json_writer_begin_object (&writer, NULL);
  stn_json_writer_begin_array (&writer, "routines");
  for (guint i = 0; i < choices->len; i++)
    write_choice (&writer, g_ptr_array_index (choices, i));
  stn_json_writer_end_array (&writer);
  stn_json_writer_add_int (&writer, "evenings", count->evenings);
  stn_json_writer_add_int (&writer, "done", count->done);
  if (count->tonight == STN_ANSWER_UNKNOWN)
    stn_json_writer_add_null (&writer, "tonight");
  else
    stn_json_writer_add_boolean (&writer, "tonight", count->tonight == STN_ANSWER_YES);
  stn_json_writer_end_object (&writer);
  g_string_append_c (out, '\n');
}

static gboolean
list (StnCli *cli, GError **error)
{
  g_autoptr (StnDiary) diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  g_autoptr (GPtrArray) choices = diary == NULL ? NULL : stn_diary_list_stretches (diary, error);
  g_autofree char *line = NULL;
  StnStretchCount count;

  if (choices == NULL || !stn_diary_count_stretches (diary, &count, error))
    return FALSE;
  if (stn_cli_has (cli, "json")) {
    print_json (cli->out, choices, &count);
    return TRUE;
  }
  for (guint i = 0; i < choices->len; i++)
    print_choice (cli->out, g_ptr_array_index (choices, i));
  line = stn_wording_stretch_count (count.done, count.evenings, STN_STRETCH_DAYS);
  g_string_append_printf (cli->out, "%s\n", line);
  return TRUE;
}

/* Which routine */

static const StnStretchChoice *
find_usual (StnDiary *diary, GPtrArray *choices, GError **error)
{
  g_autoptr (GPtrArray) sessions = stn_diary_list_sessions (diary, error);
  const char *last = sessions == NULL || sessions->len == 0
                       ? NULL
                       : ((StnSession *) g_ptr_array_index (sessions, 0))->routine;
  const StnStretchChoice *usual =
    sessions == NULL ? NULL : stn_stretch_choices_get_usual (choices, last);

  if (sessions != NULL && usual == NULL)
    g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA, "there is no routine");
  return usual;
}

static const StnStretchChoice *
choose (StnCli *cli, StnDiary *diary, GPtrArray *choices, GError **error)
{
  const char *id = stn_cli_get (cli, "routine");
  const StnStretchChoice *choice =
    id == NULL ? find_usual (diary, choices, error) : stn_stretch_choices_find (choices, id);

  if (choice == NULL && id != NULL)
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA,
                 "there is no routine '%s'; 'stretch --list' names them", stn_excerpt (id));
  return choice;
}

/* What was done */

static gboolean
keep (StnCli *cli,
      StnDiary *diary,
      const StnStretchChoice *choice,
      const StnStretchRun *run,
      GError **error)
{
  g_autoptr (GDateTime) now = stn_clock_now (cli->clock);
  g_autoptr (GPtrArray) exercises = g_ptr_array_new ();
  g_autoptr (StnSession) session = stn_session_new (stn_date_of (now), choice->id);
  int seconds = run != NULL ? stn_stretch_run_get_taken_s (run)
                            : stn_stretch_plan_get_seconds (choice->plan, 0);
  g_autoptr (GDateTime) began = g_date_time_add_seconds (now, -seconds);
  gboolean has_stretch = FALSE;

  session->started = stn_stamp_of (began);
  session->seconds = seconds;
  session->steps = (int) stn_stretch_plan_count_holds (choice->plan, G_MAXUINT);
  for (guint i = 0; i < choice->plan->exercises->len; i++) {
    const StnStretchExercise *exercise = stn_knowledge_get_stretch_exercise (
      stn_knowledge_get (), g_ptr_array_index (choice->plan->exercises, i));

    g_ptr_array_add (exercises, (gpointer) exercise->id);
    has_stretch |= g_str_equal (exercise->factor, "stretch");
  }
  g_ptr_array_add (exercises, NULL);
  if (!stn_diary_finish_stretch (diary, session, (const char *const *) exercises->pdata, NULL,
                                 error))
    return FALSE;
  g_string_append_printf (cli->out, "%s\n", stn_wording_stretch_done (has_stretch));
  return TRUE;
}

/* The guide */

static void
print_notes (StnCli *cli, const StnStretchChoice *choice)
{
  const StnStretchNote *const *notes = stn_knowledge_list_stretch_notes (stn_knowledge_get ());

  g_string_append_printf (cli->out, "%s\n", name_of (choice));
  if (choice->gate != NULL)
    g_string_append_printf (cli->out, "%s\n", gettext (choice->gate->text));
  for (guint i = 0; notes[i] != NULL; i++)
    g_string_append_printf (cli->out, "- %s\n", gettext (notes[i]->text));
}

static gboolean
print_step (StnCli *cli, const StnStretchRun *run, GError **error)
{
  const StnStretchStep *step = stn_stretch_run_get_step (run);
  g_autofree char *about = stn_wording_stretch_about (step);
  g_autofree char *spoken = stn_wording_stretch_spoken (step);

  g_string_append_printf (cli->out, "\n%s\n%s\n", about, spoken);
  return stn_cli_flush (cli, error);
}

/* Only on a terminal: the same line again and again. */
static gboolean
print_seconds (StnCli *cli, const StnStretchRun *run, GError **error)
{
  const char *rhythm = stn_wording_stretch_rhythm (stn_stretch_run_get_step (run),
                                                   stn_stretch_run_get_elapsed_s (run));

  if (!isatty (STDOUT_FILENO))
    return TRUE;
  g_string_append_printf (cli->out, "\r%4d  %-30s", stn_stretch_run_get_left_s (run),
                          rhythm != NULL ? rhythm : "");
  return stn_cli_flush (cli, error);
}

/* A computer that slept goes on where it was. */
static gboolean
count_down (StnCli *cli, StnStretchRun *run, GError **error)
{
  int shown_s = -1;

  stn_stretch_run_go_on (run, stn_clock_get_steady_us (cli->clock));
  if (!print_step (cli, run, error))
    return FALSE;
  while (stn_stretch_run_get_state (run) != STN_STRETCH_FINISHED) {
    guint index = stn_stretch_run_get_index (run);

    stn_clock_wait (cli->clock, LOOK_MS);
    stn_stretch_run_look (run, stn_clock_get_steady_us (cli->clock));
    if (stn_stretch_run_get_state (run) == STN_STRETCH_PAUSED)
      stn_stretch_run_go_on (run, stn_clock_get_steady_us (cli->clock));
    if (index != stn_stretch_run_get_index (run) && !print_step (cli, run, error))
      return FALSE;
    if (shown_s != stn_stretch_run_get_left_s (run) && !print_seconds (cli, run, error))
      return FALSE;
    shown_s = stn_stretch_run_get_left_s (run);
  }
  g_string_append_c (cli->out, '\n');
  return TRUE;
}

static gboolean
guide (StnCli *cli, StnDiary *diary, const StnStretchChoice *choice, GError **error)
{
  g_autoptr (StnStretchRun) run = stn_stretch_run_new (choice->plan);

  if (choice->gate != NULL && choice->gate->closes) {
    g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA, gettext (choice->gate->text));
    return FALSE;
  }
  print_notes (cli, choice);
  return count_down (cli, run, error) && keep (cli, diary, choice, run, error);
}

static gboolean
check_options (const StnCli *cli, GError **error)
{
  gboolean lists = stn_cli_has (cli, "list");

  if (stn_cli_has (cli, "json") && !lists)
    g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, "stretch: --json needs --list");
  else if (lists && (stn_cli_has (cli, "done") || stn_cli_has (cli, "routine")))
    g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
                         "stretch: --list does not go with --done or --routine");
  else
    return TRUE;
  return FALSE;
}

static gboolean
run_stretch (StnCli *cli, GError **error)
{
  g_autoptr (StnDiary) diary = NULL;
  g_autoptr (GPtrArray) choices = NULL;
  const StnStretchChoice *choice;

  if (!check_options (cli, error))
    return FALSE;
  if (stn_cli_has (cli, "list"))
    return list (cli, error);
  diary = stn_cli_open_diary (cli, STN_STORE_CREATE, error);
  choices = diary == NULL ? NULL : stn_diary_list_stretches (diary, error);
  choice = choices == NULL ? NULL : choose (cli, diary, choices, error);
  if (choice == NULL)
    return FALSE;
  return stn_cli_has (cli, "done") ? keep (cli, diary, choice, NULL, error)
                                   : guide (cli, diary, choice, error);
}

const StnCliVerb stn_cli_stretch_verb = {
  .name = "stretch",
  .arguments = "",
  .min_arguments = 0,
  .max_arguments = 0,
  .summary = N_ ("Be guided through the bedtime stretch, or say that it was done"),
  .options = options,
  .run = run_stretch,
};
