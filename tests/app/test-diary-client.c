/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-diary-client.h"

#include "store/stn-backup-folder.h"

#include <glib/gstdio.h>

typedef struct {
  char *folder;
  char *path;
  StnClock *clock;
  StnDiaryClient *client;
  StnDiary *other; /* another program */
  GString *story;  /* what came back, in its order */
} Fixture;

static void
add_opened (StnDiaryClient *client, Fixture *fixture)
{
  g_string_append (fixture->story, "opened ");
}

static void
add_failed (StnDiaryClient *client, GError *error, Fixture *fixture)
{
  g_string_append (fixture->story, "failed ");
}

static void
add_changed (StnDiaryClient *client, GArray *nights, Fixture *fixture)
{
  char key[STN_DATE_TEXT_SIZE];

  g_string_append (fixture->story, "changed ");
  for (guint i = 0; nights != NULL && i < nights->len; i++)
    g_string_append_printf (fixture->story, "%s ",
                            stn_date_to_text (g_array_index (nights, StnDate, i), key));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) morning = g_date_time_new_utc (2026, 11, 22, 7, 10, 0);

  fixture->folder = g_dir_make_tmp ("stillnight-client-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "diary.db", NULL);
  fixture->clock = stn_clock_new_fixed (morning);
  fixture->story = g_string_new (NULL);
}

static void
open_client (Fixture *fixture)
{
  fixture->client = stn_diary_client_new (fixture->path, STN_STORE_CREATE, fixture->clock);
  g_signal_connect (fixture->client, "opened", G_CALLBACK (add_opened), fixture);
  g_signal_connect (fixture->client, "failed", G_CALLBACK (add_failed), fixture);
  g_signal_connect (fixture->client, "changed", G_CALLBACK (add_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_finalize_object (fixture->client);
  g_clear_pointer (&fixture->other, stn_diary_close);
  stn_backup_folder_empty (fixture->path, NULL);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    g_assert_cmpint (g_remove (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  stn_clock_unref (fixture->clock);
  g_string_free (fixture->story, TRUE);
  g_free (fixture->folder);
  g_free (fixture->path);
}

typedef struct {
  const Fixture *fixture;
  const char *end;
} Awaited;

static gboolean
give_up_cb (gpointer data)
{
  const Awaited *awaited = data;

  g_error ("waited for '%s', got '%s'", awaited->end, awaited->fixture->story->str);
  return G_SOURCE_REMOVE;
}

static void
wait_for_story (Fixture *fixture, const char *end)
{
  Awaited awaited = {fixture, end};
  guint limit = g_timeout_add_seconds (20, give_up_cb, &awaited);

  while (!g_str_has_suffix (fixture->story->str, end))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

static gpointer
name_work (StnDiary *diary, gpointer data, GError **error)
{
  return g_strdup (data);
}

static gpointer
log_work (StnDiary *diary, gpointer data, GError **error)
{
  StnDate key = stn_diary_last_night (diary);

  return stn_diary_log_no_cramps (diary, key, NULL, error) ? g_strdup (data) : NULL;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  g_string_append_printf (fixture->story, "%s ",
                          name != NULL ? name : g_quark_to_string (error->domain));
}

static void
run (Fixture *fixture, StnDiaryWork work, const char *name, GCancellable *cancellable)
{
  stn_diary_client_run (fixture->client, work, g_strdup (name), g_free, g_free, cancellable,
                        done_cb, fixture);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  open_client (fixture);
  run (fixture, name_work, "one", NULL);
  run (fixture, name_work, "two", NULL);
  run (fixture, name_work, "three", NULL);
  wait_for_story (fixture, "three ");
  g_assert_cmpstr (fixture->story->str, ==, "opened one two three ");
}

static void
run_after_picture (Fixture *fixture, const char *name)
{
  stn_diary_client_run_after_picture (fixture->client, name_work, g_strdup (name), g_free, g_free,
                                      NULL, done_cb, fixture);
}

/* What the first picture does without lets it go first, and waits for nothing where there is none. */
static void
test_after_picture (Fixture *fixture, gconstpointer data)
{
  open_client (fixture);
  run_after_picture (fixture, "first");
  run (fixture, name_work, "second", NULL);
  wait_for_story (fixture, "second ");
  stn_diary_client_wait_for_picture (fixture->client);
  run_after_picture (fixture, "third");
  run_after_picture (fixture, "fourth");
  run (fixture, name_work, "picture", NULL);
  wait_for_story (fixture, "picture ");
  stn_diary_client_has_picture (fixture->client);
  run (fixture, name_work, "fifth", NULL);
  wait_for_story (fixture, "fifth ");
  g_assert_cmpstr (fixture->story->str, ==, "opened first second picture third fourth fifth ");
}

static void
test_picture_never_comes (Fixture *fixture, gconstpointer data)
{
  open_client (fixture);
  stn_diary_client_wait_for_picture (fixture->client);
  run_after_picture (fixture, "late");
  wait_for_story (fixture, "late ");
  stn_diary_client_wait_for_picture (fixture->client);
  run_after_picture (fixture, "at the end");
  stn_diary_client_close (fixture->client);
  wait_for_story (fixture, "at the end ");
}

static void
test_own_change (Fixture *fixture, gconstpointer data)
{
  open_client (fixture);
  run (fixture, log_work, "logged", NULL);
  wait_for_story (fixture, "changed 2026-11-21 ");
  g_assert_cmpstr (fixture->story->str, ==, "opened logged changed 2026-11-21 ");
}

static void
test_change_by_another_program (Fixture *fixture, gconstpointer data)
{
  open_client (fixture);
  wait_for_story (fixture, "opened ");
  fixture->other = stn_diary_open (fixture->path, STN_STORE_EXISTING, fixture->clock, NULL);
  g_assert_true (stn_diary_log_no_cramps (fixture->other, stn_date_new (2026, 11, 3), NULL, NULL));
  wait_for_story (fixture, "changed 2026-11-03 ");
}

static gpointer
open_work (StnDiary *diary, gpointer data, GError **error)
{
  g_async_queue_push (data, diary);
  return g_strdup ("open");
}

/* Written after the diary was opened and before the folder was watched: told all the same. */
static void
test_change_before_watching (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncQueue) is_open = g_async_queue_new ();

  fixture->other = stn_diary_open (fixture->path, STN_STORE_CREATE, fixture->clock, NULL);
  open_client (fixture);
  stn_diary_client_run (fixture->client, open_work, is_open, NULL, g_free, NULL, done_cb, fixture);
  /* Waits for the thread without the main loop, so that nothing is watched yet. */
  g_async_queue_pop (is_open);
  g_assert_true (stn_diary_log_no_cramps (fixture->other, stn_date_new (2026, 11, 3), NULL, NULL));
  wait_for_story (fixture, "opened open changed 2026-11-03 ");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  open_client (fixture);
  g_cancellable_cancel (cancellable);
  run (fixture, log_work, "logged", cancellable);
  wait_for_story (fixture, "g-io-error-quark ");
  run (fixture, name_work, "end", NULL);
  wait_for_story (fixture, "end ");
  g_assert_null (strstr (fixture->story->str, "logged"));
  g_assert_null (strstr (fixture->story->str, "changed"));
}

static void
test_not_a_diary (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (
    fixture->path, "my shopping list, long enough to be read as a header", -1, NULL));
  open_client (fixture);
  run (fixture, name_work, "one", NULL);
  wait_for_story (fixture, "quark ");
  g_assert_true (g_str_has_prefix (fixture->story->str, "failed "));
  {
    g_autofree char *text = NULL;

    g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
    g_assert_true (g_str_has_prefix (text, "my shopping list"));
  }
}

/* Closing waits for what was asked; after it nothing more is done. */
static void
test_close_saves (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;

  open_client (fixture);
  run (fixture, log_work, "logged", NULL);
  stn_diary_client_close (fixture->client);
  run (fixture, log_work, "late", NULL);
  wait_for_story (fixture, "g-io-error-quark ");
  fixture->other = stn_diary_open (fixture->path, STN_STORE_EXISTING, fixture->clock, NULL);
  night = stn_diary_get_night (fixture->other, stn_date_new (2026, 11, 21), NULL);
  g_assert_true (night->no_cramps);
}

/* Between the test and the second thread: each waits for the other's word. */
typedef struct {
  GAsyncQueue *is_begun;
  GAsyncQueue *may_go_on;
} Meeting;

static gpointer
meet_work (StnDiary *diary, gpointer data, GError **error)
{
  Meeting *meeting = data;
  g_autoptr (StnNight) night = NULL;

  g_async_queue_push (meeting->is_begun, diary);
  g_async_queue_pop (meeting->may_go_on);
  night = stn_diary_get_night (diary, stn_date_new (2026, 11, 21), error);
  return g_strdup (night != NULL && night->no_cramps ? "beside-sees-it" : "beside");
}

/* What takes long does not keep the diary's thread from anything: it stands still until a night is saved and told. */
static void
test_beside (Fixture *fixture, gconstpointer data)
{
  Meeting meeting = {g_async_queue_new (), g_async_queue_new ()};

  open_client (fixture);
  wait_for_story (fixture, "opened ");
  stn_diary_client_run_beside (fixture->client, meet_work, &meeting, NULL, g_free, done_cb,
                               fixture);
  g_async_queue_pop (meeting.is_begun);
  run (fixture, log_work, "logged", NULL);
  wait_for_story (fixture, "opened logged changed 2026-11-21 ");
  g_async_queue_push (meeting.may_go_on, &meeting);
  wait_for_story (fixture, "opened logged changed 2026-11-21 beside-sees-it ");
  g_async_queue_unref (meeting.is_begun);
  g_async_queue_unref (meeting.may_go_on);
}

/* What is written beside is told as well. */
static void
test_change_beside (Fixture *fixture, gconstpointer data)
{
  open_client (fixture);
  wait_for_story (fixture, "opened ");
  stn_diary_client_run_beside (fixture->client, log_work, g_strdup ("logged"), g_free, g_free,
                               done_cb, fixture);
  wait_for_story (fixture, "logged changed 2026-11-21 ");
}

static gpointer
until_closed_work (StnDiary *diary, gpointer data, GError **error)
{
  GCancellable *closing = g_cancellable_get_current ();
  GPollFD end;

  g_async_queue_push (data, diary);
  g_assert_true (g_cancellable_make_pollfd (closing, &end));
  g_assert_cmpint (g_poll (&end, 1, 20000), ==, 1);
  g_cancellable_release_fd (closing);
  return g_strdup ("beside");
}

/* At the end of the program what runs beside is cut short, and what was to follow is not begun; what was to be saved is. */
static void
test_close_cancels_beside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncQueue) is_begun = g_async_queue_new ();

  open_client (fixture);
  wait_for_story (fixture, "opened ");
  for (int i = 0; i < 2; i++)
    stn_diary_client_run_beside (fixture->client, until_closed_work, is_begun, NULL, g_free,
                                 done_cb, fixture);
  g_async_queue_pop (is_begun);
  run (fixture, log_work, "logged", NULL);
  stn_diary_client_close (fixture->client);
  g_assert_cmpint (g_async_queue_length (is_begun), ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ; /* both threads are over: all that came back is there */
  g_assert_nonnull (strstr (fixture->story->str, "g-io-error-quark g-io-error-quark "));
  g_assert_nonnull (strstr (fixture->story->str, "logged"));
  g_assert_null (strstr (fixture->story->str, "beside"));
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    {"/app/diary-client/work-is-done-in-order", test_order},
    {"/app/diary-client/what-is-not-in-the-picture-waits-for-it", test_after_picture},
    {"/app/diary-client/nothing-waits-for-a-picture-that-never-comes", test_picture_never_comes},
    {"/app/diary-client/own-change-is-told", test_own_change},
    {"/app/diary-client/change-by-another-program-is-told", test_change_by_another_program},
    {"/app/diary-client/change-before-watching-is-told", test_change_before_watching},
    {"/app/diary-client/cancelled-work-is-not-done", test_cancelled},
    {"/app/diary-client/a-file-that-is-no-diary-fails-and-stays", test_not_a_diary},
    {"/app/diary-client/closing-saves-what-was-asked", test_close_saves},
    {"/app/diary-client/what-takes-long-runs-beside", test_beside},
    {"/app/diary-client/change-beside-is-told", test_change_beside},
    {"/app/diary-client/closing-cancels-what-runs-beside", test_close_cancels_beside},
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
