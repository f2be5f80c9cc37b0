/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "diary/stn-card-reading.h"
#include "diary/stn-diary-factors.h"
#include "pages/stn-today-answer.h"
#include "pages/stn-today-card.h"
#include "pages/stn-today-strip.h"

static GtkWidget *
see (AppFixture *fixture, GType type, const char *name)
{
  return app_fixture_find (GTK_WIDGET (fixture->window), type, name);
}

static void
set_now (AppFixture *fixture, int day)
{
  g_autoptr (GDateTime) morning = g_date_time_new_utc (2026, 11, day, 7, 10, 0);

  stn_clock_set (fixture->clock, morning);
}

static void
log_night (AppFixture *fixture, int day)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
    stn_diary_log_no_cramps (fixture->other, stn_date_new (2026, 11, day), NULL, &error));
  g_assert_no_error (error);
}

static gboolean
put_value (StnNight *night, gpointer data, GError **error)
{
  StnDiary *diary = data;
  StnFactorValue *value = stn_diary_parse_factor_value (diary, "fluids=750", error);

  if (value != NULL)
    stn_night_take_value (night, value);
  return value != NULL;
}

/* What was shown is written after it is on screen; where a backup wrote just then, the next time that it is shown. */
static gboolean
is_remembered (gpointer data)
{
  AppFixture *fixture = data;
  g_autoptr (StnCardReading) reading = stn_diary_read_card (fixture->other, NULL);

  g_assert_nonnull (reading);
  if (g_hash_table_contains (reading->state.shown, "trigger.fluids") &&
      g_hash_table_contains (reading->state.shown, "advice.bedtime-stretch"))
    return TRUE;
  stn_today_card_refresh (STN_TODAY_CARD (see (fixture, STN_TYPE_TODAY_CARD, NULL)),
                          reading->today, FALSE);
  return FALSE;
}

/* Before the night is saved nothing is said; then right below what was saved, and it is remembered. */
static void
test_first_morning (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *card, *answer;

  g_assert_true (stn_diary_edit_night (fixture->other, LAST_NIGHT, "edit-night", put_value,
                                       fixture->other, NULL, NULL));
  app_fixture_open_again (fixture);
  app_fixture_settle (fixture);
  g_assert_null (see (fixture, STN_TYPE_TODAY_CARD, NULL));
  answer = see (fixture, STN_TYPE_TODAY_ANSWER, NULL);
  g_assert_true (gtk_widget_activate_action (answer, "today.no-cramps", NULL));
  app_fixture_settle (fixture);
  card = see (fixture, STN_TYPE_TODAY_CARD, NULL);
  g_assert_nonnull (card);
  g_assert_true (STN_IS_TODAY_STRIP (gtk_widget_get_next_sibling (card)));
  g_assert_nonnull (app_fixture_find (card, GTK_TYPE_LABEL, "Known triggers you wrote down"));
  g_assert_nonnull (app_fixture_find (card, GTK_TYPE_LABEL, "Little to drink: 3 glasses (750 ml)"));
  g_assert_nonnull (app_fixture_find (card, GTK_TYPE_LABEL, "Often named, poorly supported"));
  g_assert_nonnull (app_fixture_find (card, GTK_TYPE_LABEL, "One thing to try tonight"));
  app_fixture_wait (is_remembered, fixture);
}

/* The same card all morning, another one the next. */
static void
test_next_morning (AppFixture *fixture, gconstpointer data)
{
  const char *first =
    "Untuck the sheets and covers at the foot of the bed, so that they do not press your "
    "toes down.";

  log_night (fixture, 21);
  app_fixture_open_again (fixture);
  app_fixture_settle (fixture);
  app_fixture_open_again (fixture);
  app_fixture_settle (fixture);
  g_assert_nonnull (see (fixture, STN_TYPE_TODAY_CARD, NULL));
  g_assert_null (see (fixture, GTK_TYPE_LABEL, first));
  set_now (fixture, 23);
  log_night (fixture, 22);
  app_fixture_open_again (fixture);
  app_fixture_settle (fixture);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, first));
}

static void
test_on_my_list (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) factors = NULL;
  GtkWidget *button;

  log_night (fixture, 21);
  app_fixture_open_again (fixture);
  app_fixture_settle (fixture);
  /* The stretch is on it already; foods are not. */
  button = see (fixture, GTK_TYPE_BUTTON, "Add to My List");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  app_fixture_settle (fixture);
  factors = stn_diary_list_factors (fixture->other, NULL);
  g_assert_true (stn_factor_list_find (factors, "foods")->tracked);
  g_assert_null (see (fixture, GTK_TYPE_BUTTON, "Add to My List"));
}

static void
test_first_week (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *card;

  for (int day = 15; day <= 21; day++)
    if (day != 19)
      log_night (fixture, day);
  app_fixture_open_again (fixture);
  app_fixture_settle (fixture);
  card = see (fixture, STN_TYPE_TODAY_CARD, NULL);
  g_assert_nonnull (app_fixture_find (card, GTK_TYPE_LABEL, "Your first week"));
  g_assert_nonnull (app_fixture_find (card, GTK_TYPE_LABEL, "6 nights recorded, cramps on 0."));
  g_assert_nonnull (app_fixture_find (card, GTK_TYPE_BUTTON, "What can be seen by when"));
}

typedef struct {
  AppFixture *fixture;
  const char *words;
} Awaited;

static gboolean
is_seen (gpointer data)
{
  const Awaited *awaited = data;

  return see (awaited->fixture, GTK_TYPE_LABEL, awaited->words) != NULL;
}

/* From 30 nights on the analysis has its word, which takes a while. */
static void
test_outlook (AppFixture *fixture, gconstpointer data)
{
  Awaited awaited = {fixture, "What can be seen by when"};

  for (int day = 23; day <= 52; day++)
    g_assert_true (stn_diary_log_no_cramps (
      fixture->other, stn_date_add_days (stn_date_new (2026, 10, 1), day - 1), NULL, NULL));
  app_fixture_open_again (fixture);
  app_fixture_wait (is_seen, &awaited);
  g_assert_nonnull (see (fixture, GTK_TYPE_BUTTON, "Show the findings"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, function)                                                                        \
  g_test_add ("/app/today-card/" name, AppFixture, NULL, app_fixture_set_up, function,             \
              app_fixture_tear_down)
  ADD ("first-morning", test_first_morning);
  ADD ("next-morning", test_next_morning);
  ADD ("on-my-list", test_on_my_list);
  ADD ("first-week", test_first_week);
  ADD ("outlook", test_outlook);
  return g_test_run ();
}
