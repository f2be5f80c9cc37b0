/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "diary/stn-reminder-look.h"
#include "store/stn-reminder-table.h"

#define NIGHT "2026-11-21"
#define MORNING_OF "2026-11-20" /* the night that the morning entry of the fixture's day is about */

typedef struct {
  DiaryFixture of;
  GArray *notes;
  GArray *shown;
} Fixture;

/* The stretch is on, and due at 22:00, which it is. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  StnReminder reminder = stn_reminder_default (STN_REMINDER_STRETCH);

  diary_fixture_set_up (&fixture->of, data);
  fixture->notes = g_array_new (FALSE, FALSE, sizeof (StnReminderNote));
  fixture->shown = g_array_new (FALSE, FALSE, sizeof (StnReminderFace));
  reminder.is_on = TRUE;
  g_assert_true (stn_diary_put_reminder (fixture->of.diary, &reminder, NULL, NULL));
  diary_fixture_set_now (&fixture->of, "2026-11-21T22:00:00");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_array_unref (fixture->notes);
  g_array_unref (fixture->shown);
  diary_fixture_tear_down (&fixture->of, data);
}

static StnReminderLook *
look_with (Fixture *fixture, StnDiary *diary, const char *claimer)
{
  g_autoptr (GError) error = NULL;
  StnReminderLook *look =
    stn_reminder_look (diary, fixture->notes, fixture->shown, claimer, &error);

  g_assert_no_error (error);
  return look;
}

static guint
count_due (Fixture *fixture, StnDiary *diary, const char *claimer)
{
  g_autoptr (StnReminderLook) look = look_with (fixture, diary, claimer);

  return look->due->len;
}

static gint64
now_s (Fixture *fixture)
{
  g_autoptr (GDateTime) now = stn_clock_now (fixture->of.clock);

  return g_date_time_to_unix (now);
}

static void
put_note (Fixture *fixture, const char *night, StnClaimState what, gint64 again_s)
{
  StnReminderNote note = {night_of (night), 1u << STN_REMINDER_STRETCH, what, again_s,
                          now_s (fixture)};

  stn_reminder_notes_put (fixture->notes, &note);
}

/* Who only looks takes nothing away; of two who claim one gets it. */
static void
test_one_claims (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StnDiary) other = diary_fixture_open_again (&fixture->of);

  g_assert_cmpuint (count_due (fixture, fixture->of.diary, NULL), ==, 1);
  g_assert_cmpuint (count_due (fixture, fixture->of.diary, NULL), ==, 1);
  g_assert_cmpuint (count_due (fixture, fixture->of.diary, "a"), ==, 1);
  g_assert_cmpuint (count_due (fixture, other, "b"), ==, 0);
  g_assert_cmpuint (count_due (fixture, fixture->of.diary, "a"), ==, 0);
}

/* Whoever claimed it is gone: after a minute it is to be had again, and when to look is said. */
static void
test_claim_runs_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StnReminderLook) look = NULL;

  g_assert_cmpuint (count_due (fixture, fixture->of.diary, "a"), ==, 1);
  look = look_with (fixture, fixture->of.diary, "b");
  g_assert_cmpuint (look->due->len, ==, 0);
  g_assert_cmpint (look->next_s, ==, now_s (fixture) + STN_REMINDER_CLAIM_S);
  diary_fixture_set_now (&fixture->of, "2026-11-21T22:01:00");
  g_assert_cmpuint (count_due (fixture, fixture->of.diary, "b"), ==, 1);
}

/* A note holds before it is written, and when it never can be. */
static void
test_notes_hold (Fixture *fixture, gconstpointer data)
{
  put_note (fixture, NIGHT, STN_CLAIM_SHOWN, 0);
  g_assert_cmpuint (count_due (fixture, fixture->of.diary, "a"), ==, 0);
  g_array_set_size (fixture->notes, 0);
  g_assert_cmpuint (count_due (fixture, fixture->of.diary, NULL), ==, 1);
}

/* It can be put off though the file knows only that it was shown. */
static void
test_note_stands_before_the_file (Fixture *fixture, gconstpointer data)
{
  put_note (fixture, NIGHT, STN_CLAIM_SHOWN, 0);
  g_assert_true (stn_reminder_notes_write (fixture->of.diary, fixture->notes, "a", NULL));
  put_note (fixture, NIGHT, STN_CLAIM_SNOOZED, now_s (fixture) + 15 * 60);
  g_assert_cmpuint (fixture->notes->len, ==, 1);
  g_assert_cmpuint (count_due (fixture, fixture->of.diary, "a"), ==, 0);
  diary_fixture_set_now (&fixture->of, "2026-11-21T22:15:00");
  g_assert_cmpuint (count_due (fixture, fixture->of.diary, "a"), ==, 1);
}

static void
test_notes_are_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) claims = NULL;

  put_note (fixture, NIGHT, STN_CLAIM_DISMISSED, 0);
  g_assert_true (stn_reminder_notes_write (fixture->of.diary, fixture->notes, "a", NULL));
  claims =
    stn_reminder_claim_list (stn_diary_get_store (fixture->of.diary), night_of (NIGHT), NULL);
  g_assert_cmpuint (claims->len, ==, 1);
  g_assert_cmpint (((StnReminderClaim *) g_ptr_array_index (claims, 0))->state, ==,
                   STN_CLAIM_DISMISSED);
}

/* However long nothing can be written, they stay few. */
static void
test_notes_stay_few (Fixture *fixture, gconstpointer data)
{
  StnDate night = night_of (NIGHT);

  for (int i = 0; i < 400; i++) {
    StnReminderNote note = {stn_date_add_days (night, i), 7, STN_CLAIM_SHOWN, 0, 0};

    stn_reminder_notes_put (fixture->notes, &note);
  }
  g_assert_cmpuint (fixture->notes->len, ==, STN_REMINDER_NIGHTS_BACK + 1);
}

/* A diary that cannot be written: it is shown all the same. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StnDiary) diary =
    stn_diary_open (fixture->of.path, STN_STORE_READ_ONLY, fixture->of.clock, NULL);

  g_assert_cmpuint (count_due (fixture, diary, "a"), ==, 1);
  put_note (fixture, NIGHT, STN_CLAIM_SHOWN, 0);
  g_assert_false (stn_reminder_notes_write (diary, fixture->notes, "a", NULL));
}

static void
test_what_is_done_goes (Fixture *fixture, gconstpointer data)
{
  StnReminderFace face = {night_of (NIGHT), 1u << STN_REMINDER_STRETCH | 1u << STN_REMINDER_MORNING,
                          FALSE};
  g_autoptr (StnReminderLook) before = NULL;
  g_autoptr (StnReminderLook) after = NULL;
  StnReminder morning = stn_reminder_default (STN_REMINDER_MORNING);

  morning.is_on = TRUE;
  g_assert_true (stn_diary_put_reminder (fixture->of.diary, &morning, NULL, NULL));
  g_array_append_val (fixture->shown, face);
  before = look_with (fixture, fixture->of.diary, NULL);
  g_assert_cmpuint (g_array_index (before->left, StnReminderFace, 0).kinds, ==, face.kinds);
  log_cramps (fixture->of.diary, NIGHT, 1);
  after = look_with (fixture, fixture->of.diary, NULL);
  g_assert_cmpuint (g_array_index (after->left, StnReminderFace, 0).kinds, ==,
                    1u << STN_REMINDER_STRETCH);
}

/* What was answered by a button is asked again; what was answered before is not. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  StnReminderFace face = {night_of (MORNING_OF), 0, FALSE};
  StnReminderNote done = {face.night, 1u << STN_REMINDER_MORNING, STN_CLAIM_DONE, 0, 0};
  g_autoptr (GError) error = NULL;
  gint64 group;

  g_assert_true (stn_diary_log_no_cramps (fixture->of.diary, face.night, &group, NULL));
  stn_reminder_notes_put (fixture->notes, &done);
  g_assert_true (stn_reminder_undo (fixture->of.diary, group, fixture->notes, &face, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (face.kinds, ==, 1u << STN_REMINDER_MORNING);
  face.kinds = 0;
  g_assert_false (stn_reminder_undo (fixture->of.diary, group, fixture->notes, &face, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_CHANGED);
  g_assert_cmpuint (face.kinds, ==, 0);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/diary/reminder-look/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("one-claims", test_one_claims);
  add ("claim-runs-out", test_claim_runs_out);
  add ("notes-hold", test_notes_hold);
  add ("note-stands-before-the-file", test_note_stands_before_the_file);
  add ("notes-are-written", test_notes_are_written);
  add ("notes-stay-few", test_notes_stay_few);
  add ("read-only", test_read_only);
  add ("what-is-done-goes", test_what_is_done_goes);
  add ("undo", test_undo);
  return g_test_run ();
}
