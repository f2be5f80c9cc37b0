/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-join.h"

#include "base/stn-json-writer.h"
#include "diary/stn-change-facts.h"
#include "diary/stn-diary-archive.h"
#include "stn-cli-progress.h"
#include "stn-cli-spool.h"
#include "stn-cli-verbs.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>
#include <string.h>

static void
print_other (GString *out, guint number, const StnOtherVersion *version, StnDate today)
{
  const StnVersionFacts facts = stn_version_facts_of (version);
  g_autofree char *head = stn_wording_version_head (&facts, today);
  g_autofree char *kept = stn_wording_version_text (version->kept);
  g_autofree char *other = stn_wording_version_text (version->other);

  g_string_append_printf (out, "%u. %s\n", number, head);
  if (!version->is_kept) {
    g_string_append_printf (out, "   %s\n", _ ("You decided on it, or it was changed since."));
    return;
  }
  g_string_append_printf (out, _ ("   kept: %s\n"), kept);
  g_string_append_printf (out, _ ("   the other one: %s\n"), other);
}

static gboolean
can_choose (const GPtrArray *others)
{
  gboolean can = FALSE;

  for (guint i = 0; i < others->len; i++)
    can |= ((const StnOtherVersion *) g_ptr_array_index (others, i))->is_kept;
  return can;
}

static void
print_others (GString *out, const GPtrArray *others, StnDate today)
{
  g_autofree char *line = stn_wording_versions (others->len);

  if (others->len == 0)
    return;
  g_string_append_printf (out, "%s\n", line);
  for (guint i = 0; i < others->len; i++)
    print_other (out, i + 1, g_ptr_array_index (others, i), today);
  if (can_choose (others))
    g_string_append_printf (
      out, "%s\n",
      _ ("stillnight-cli merge --use-other NUMBER takes the other one, --keep "
         "NUMBER decides for what is in the diary."));
}

static void
write_version (StnJsonWriter *writer, const char *name, const char *text)
{
  if (text == NULL)
    stn_json_writer_add_null (writer, name);
  else
    stn_json_writer_add_text (writer, name, text);
}

static void
write_others (StnJsonWriter *writer, const GPtrArray *others)
{
  char key[STN_DATE_TEXT_SIZE];

  stn_json_writer_begin_array (writer, "both");
  for (guint i = 0; i < others->len; i++) {
    const StnOtherVersion *version = g_ptr_array_index (others, i);

    stn_json_writer_begin_object (writer, NULL);
    stn_json_writer_add_int (writer, "number", i + 1);
    stn_json_writer_add_text (writer, "table", version->table);
    stn_json_writer_add_text (writer, "uid", version->uid);
    write_version (writer, "night",
                   stn_date_is_set (version->night) ? stn_date_to_text (version->night, key)
                                                    : NULL);
    write_version (writer, "kept", version->kept);
    write_version (writer, "other", version->other);
    stn_json_writer_add_boolean (writer, "undecided", version->is_kept);
    stn_json_writer_end_object (writer);
  }
  stn_json_writer_end_array (writer);
}

static void
print_json (GString *out, const StnJoinReport *report)
{
  StnJsonWriter writer;
  char key[STN_DATE_TEXT_SIZE];

  stn_json_writer_init (&writer, out, 1);
  stn_json_writer_begin_object (&writer, NULL);
  stn_json_writer_add_int (&writer, "new", report->rows.fresh);
  stn_json_writer_add_int (&writer, "newer", report->rows.newer);
  stn_json_writer_add_int (&writer, "kept", report->rows.kept);
  stn_json_writer_begin_array (&writer, "contradictions");
  for (guint i = 0; i < report->conflicts->len; i++)
    stn_json_writer_add_text (
      &writer, NULL, stn_date_to_text (g_array_index (report->conflicts, StnDate, i), key));
  stn_json_writer_end_array (&writer);
  write_others (&writer, report->others);
  stn_json_writer_end_object (&writer);
  g_string_append_c (out, '\n');
}

static void
print_report (StnCli *self, const StnJoinReport *report, StnDate today, gboolean dry_run)
{
  StnJoinCounts counts = {report->rows.fresh, report->rows.newer, report->rows.kept};
  g_autofree char *summary = stn_wording_join_summary (&counts, dry_run);

  if (stn_cli_has (self, "json")) {
    print_json (stn_cli_out (self), report);
    return;
  }
  g_string_append_printf (stn_cli_out (self), "%s\n", summary);
  for (guint i = 0; i < report->conflicts->len; i++) {
    g_autofree char *line =
      stn_wording_join_conflict (g_array_index (report->conflicts, StnDate, i), today);

    g_string_append_printf (stn_cli_out (self), "%s\n", line);
  }
  print_others (stn_cli_out (self), report->others, today);
}

static StnJoinReport *
join (
  StnDiary *diary, const char *const *paths, const char *label, gboolean dry_run, GError **error)
{
  StnJoinReport *report =
    stn_diary_join (diary, paths, label, dry_run, stn_cli_progress_begin (), error);

  stn_cli_progress_end ();
  return report;
}

/* What is joined, and what came of it. */
typedef struct {
  StnCli *cli;
  const char *const *paths;
  const char *label;
} Order;

static gboolean
fill (StnDiary *diary, gpointer data, GError **error)
{
  const Order *order = data;
  const gboolean dry_run = stn_cli_has (order->cli, "dry-run");
  g_autoptr (StnJoinReport) report = join (diary, order->paths, order->label, dry_run, error);

  if (report != NULL)
    print_report (order->cli, report, stn_diary_today (diary), dry_run);
  return report != NULL;
}

/* Where there is no diary and is to be none: on an empty one that is thrown away. */
static gboolean
try_on_empty (Order *order, GError **error)
{
  char *path = stn_cli_make_empty_diary (order->cli, error);
  g_autoptr (StnDiary) diary =
    path == NULL ? NULL : stn_diary_open (path, STN_STORE_EXISTING, order->cli->clock, error);
  gboolean done = diary != NULL && fill (diary, order, error);

  g_clear_pointer (&diary, stn_diary_close);
  if (path != NULL)
    stn_cli_remove_empty_diary (path);
  return done;
}

gboolean
stn_cli_join (StnCli *self, const char *const *paths, const char *label, GError **error)
{
  Order order = {self, paths, label};

  return stn_cli_has (self, "dry-run") && !g_file_test (self->diary_path, G_FILE_TEST_EXISTS)
           ? try_on_empty (&order, error)
           : stn_cli_fill_diary (self, fill, &order, error);
}

/* The list stays the same while one after the other is taken. */
static gboolean
choose (StnCli *cli, StnDiary *diary, const GPtrArray *others, GError **error)
{
  const gboolean keeps = stn_cli_has (cli, "keep");
  StnOptInt number = STN_UNKNOWN_INT;
  const StnOtherVersion *other;

  if (!stn_cli_get_int (cli, keeps ? "keep" : "use-other", 1, (int) others->len, &number, error))
    return FALSE;
  if (!number.known)
    return TRUE;
  other = g_ptr_array_index (others, number.value - 1);
  if (other->is_kept)
    return keeps ? stn_diary_keep_version (diary, other, NULL, error)
                 : stn_diary_use_other (diary, other, NULL, error);
  g_set_error (
    error, STN_CLI_ERROR, STN_CLI_ERROR_DATA,
    "merge: record %d was decided on, or changed since the diaries were joined; \"undo\" "
    "takes back the last change",
    number.value);
  return FALSE;
}

/* The last joining: lists what was written on both sides, or takes of it what is chosen. */
static gboolean
run_choice (StnCli *cli, GError **error)
{
  gboolean chooses = stn_cli_has (cli, "use-other") || stn_cli_has (cli, "keep");
  g_autoptr (StnDiary) diary =
    stn_cli_open_diary (cli, chooses ? STN_STORE_EXISTING : STN_STORE_READ_ONLY, error);
  StnStore *store = diary == NULL ? NULL : stn_diary_get_store (diary);
  g_autoptr (GPtrArray) others = store == NULL ? NULL : stn_other_versions_list (store, 0, error);

  if (others == NULL)
    return FALSE;
  if (chooses && others->len == 0) {
    g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA,
                         "merge: the last joining left no record with another version");
    return FALSE;
  }
  if (!choose (cli, diary, others, error))
    return FALSE;
  g_ptr_array_unref (others);
  others = stn_other_versions_list (store, 0, error);
  if (others == NULL)
    return FALSE;
  if (stn_cli_has (cli, "json")) {
    StnJsonWriter writer;

    stn_json_writer_init (&writer, stn_cli_out (cli), 1);
    stn_json_writer_begin_object (&writer, NULL);
    write_others (&writer, others);
    stn_json_writer_end_object (&writer);
    g_string_append_c (stn_cli_out (cli), '\n');
  } else if (others->len == 0)
    g_string_append_printf (stn_cli_out (cli), "%s\n",
                            _ ("The last joining left no record with another version."));
  else
    print_others (stn_cli_out (cli), others, stn_diary_today (diary));
  return TRUE;
}

/* Each by a name under which it can be read again. */
static gboolean
merge_spooled (StnCli *cli, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  GError *reason = NULL;
  gboolean done;

  for (guint i = 0; i < cli->arguments->len; i++) {
    char *spooled = stn_cli_spool (g_ptr_array_index (cli->arguments, i), error);

    if (spooled == NULL)
      return FALSE;
    g_ptr_array_add (paths, spooled);
    if (strcmp (spooled, g_ptr_array_index (cli->arguments, i)) != 0 &&
        stn_diary_join_is_diary (spooled)) {
      g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA,
                           "merge: a diary cannot be read out of a pipe, an export in JSON can; "
                           "write it to a file first");
      return FALSE;
    }
  }
  g_ptr_array_add (paths, NULL);
  done = stn_cli_join (cli, (const char *const *) paths->pdata, "merge", &reason);
  for (guint i = 0; i < cli->arguments->len; i++)
    stn_cli_spool_tell (&reason, g_ptr_array_index (paths, i),
                        g_ptr_array_index (cli->arguments, i));
  if (!done)
    g_propagate_error (error, reason);
  return done;
}

/* What of the command line does not go together, or NULL. */
static const char *
find_contradiction (StnCli *cli)
{
  if (stn_cli_has (cli, "use-other") && stn_cli_has (cli, "keep"))
    return "merge: --use-other and --keep are one choice at a time";
  if (cli->arguments->len == 0)
    return stn_cli_has (cli, "dry-run") ? "merge: --dry-run needs a FILE" : NULL;
  if (stn_cli_has (cli, "use-other"))
    return "merge: --use-other is about the last joining and takes no FILE";
  if (stn_cli_has (cli, "keep"))
    return "merge: --keep is about the last joining and takes no FILE";
  return NULL;
}

static gboolean
run_merge (StnCli *cli, GError **error)
{
  const char *contradiction = find_contradiction (cli);

  if (contradiction != NULL) {
    g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, contradiction);
    return FALSE;
  }
  return cli->arguments->len == 0 ? run_choice (cli, error) : merge_spooled (cli, error);
}

static const StnCliOption options[] = {
  {"use-other", "NUMBER", FALSE,
   N_ ("of a record that was written on both sides, take the other version")},
  {"keep", "NUMBER", FALSE,
   N_ ("of a record that was written on both sides, decide for the version in the diary")},
  {"json", NULL, FALSE, N_ ("print JSON for programs")},
  {"dry-run", NULL, FALSE, N_ ("say what would be done and store nothing")},
  STN_CLI_NO_MORE_OPTIONS,
};

const StnCliVerb stn_cli_merge_verb = {
  .name = "merge",
  .arguments = "[FILE]...",
  .min_arguments = 0,
  .max_arguments = STN_CLI_ANY,
  .summary = N_ ("Join the diaries of several computers, neither side lost"),
  .options = options,
  .run = run_merge,
};
