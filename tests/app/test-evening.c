/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "keyboard.h"

#include "diary/stn-diary-flags.h"
#include "diary/stn-diary-medicines.h"
#include "diary/stn-diary-person.h"
#include "diary/stn-settings.h"
#include "diary/stn-suspects.h"
#include "diary/stn-tracking.h"
#include "pages/stn-bedtime-list.h"
#include "pages/stn-dose-list.h"
#include "pages/stn-evening-entry.h"
#include "pages/stn-factor-list.h"
#include "pages/stn-today-page.h"
#include "widgets/stn-factor-row.h"
#include "wording/stn-wording.h"

#define TONIGHT stn_date_new (2026, 11, 22)

static GtkWidget *
see (AppFixture *fixture, GType type, const char *name)
{
  return app_fixture_find (GTK_WIDGET (fixture->window), type, name);
}

typedef struct {
  AppFixture *fixture;
  GType type;
  const char *name;
} Sight;

static gboolean
is_seen (gpointer data)
{
  const Sight *sight = data;

  return see (sight->fixture, sight->type, sight->name) != NULL;
}

static GtkWidget *
wait_for (AppFixture *fixture, GType type, const char *name)
{
  Sight sight = {fixture, type, name};

  app_fixture_wait (is_seen, &sight);
  return see (fixture, type, name);
}

static const StnFactorValue *
value_of (AppFixture *fixture, StnDate key, const char *slug)
{
  static StnNight *night;

  g_clear_pointer (&night, stn_night_free);
  night = stn_diary_get_night (fixture->other, key, NULL);
  return stn_night_get_value (night, slug);
}

static void
assert_value (AppFixture *fixture, StnDate key, const char *slug, double value, StnEntered entered)
{
  const StnFactorValue *stored = value_of (fixture, key, slug);

  g_assert_nonnull (stored);
  g_assert_cmpfloat (stored->value, ==, value);
  g_assert_cmpint (stored->entered, ==, entered);
}

static void
set_now (AppFixture *fixture, int day, int hour, int minute)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, day, hour, minute, 0);

  stn_clock_set (fixture->clock, now);
}

static gboolean
fill_cb (StnNight *night, gpointer data, GError **error)
{
  static const struct {
    const char *slug;
    double value;
  } day[] = {{"fluids", 1500}, {"activity", 30}, {"exertion", 2}, {"sitting", 5}, {"alcohol", 0}};

  for (guint i = 0; i < G_N_ELEMENTS (day); i++)
    stn_night_take_value (night,
                          stn_factor_value_new (day[i].slug, day[i].value, STN_ENTERED_UNKNOWN));
  return TRUE;
}

typedef struct {
  AppFixture *fixture;
  const char *slug;
} Rest;

static gboolean
is_stored (gpointer data)
{
  const Rest *rest = data;

  return value_of (rest->fixture, TONIGHT, rest->slug) != NULL;
}

/* What is changed step by step is saved once it rests. */
static void
rest (AppFixture *fixture, const char *slug)
{
  Rest waiting = {fixture, slug};

  app_fixture_wait (is_stored, &waiting);
}

/* An evening that was told, then tonight at 21:50. */
static void
make_usual (AppFixture *fixture)
{
  set_now (fixture, 20, 21, 0);
  g_assert_true (stn_diary_edit_night (fixture->other, stn_date_new (2026, 11, 20), "edit-night",
                                       fill_cb, NULL, NULL, NULL));
  set_now (fixture, 22, 21, 50);
  app_fixture_settle (fixture);
}

static void
open_tonight (AppFixture *fixture)
{
  wait_for (fixture, STN_TYPE_TODAY_PAGE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-evening", "s", "");
  wait_for (fixture, STN_TYPE_FACTOR_ROW, "Drinks");
  app_fixture_settle (fixture);
}

/* O, 1, 4, Enter: drinks were 4 glasses, all else as usual; Enter again is Done. */
static void
test_whole_entry (AppFixture *fixture, gconstpointer data)
{
  guint n;

  make_usual (fixture);
  open_tonight (fixture);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 see (fixture, GTK_TYPE_BUTTON, "Ordinary day"));
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL,
                         "6 glasses to drink, moved (30 min), effort 2 of 10, sitting 5 h, "
                         "no alcohol"));
  n = keyboard_press (fixture, "o 1 4 Return Return");
  g_assert_cmpuint (n, <=, 8);
  assert_value (fixture, TONIGHT, "fluids", 1000, STN_ENTERED_EVENING);
  assert_value (fixture, TONIGHT, "activity", 30, STN_ENTERED_USUAL);
  assert_value (fixture, TONIGHT, "alcohol", 0, STN_ENTERED_USUAL);
  g_assert_null (value_of (fixture, TONIGHT, "stretch"));
  g_assert_null (see (fixture, STN_TYPE_EVENING_ENTRY, NULL));
  wait_for (fixture, GTK_TYPE_LABEL, "Ordinary day, saved 21:50");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Taken as usual, then changed: Drinks"));
  g_test_message ("%u keys", n);
}

/* Who has no ordinary day yet answers: the focus is on the first answer, not on Done. */
static void
test_first_answer (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *first, *focus;

  set_now (fixture, 22, 21, 50);
  open_tonight (fixture);
  first = see (fixture, STN_TYPE_FACTOR_ROW, "Drinks");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, first));
  keyboard_press (fixture, "4 Return 6 Return");
  assert_value (fixture, TONIGHT, "fluids", 1000, STN_ENTERED_EVENING);
  assert_value (fixture, TONIGHT, "stretch", 1, STN_ENTERED_EVENING);
  g_assert_null (see (fixture, STN_TYPE_EVENING_ENTRY, NULL));
}

/* A yes or no flips; the row keeps the focus, so that Enter is Done. */
static void
test_flip (AppFixture *fixture, gconstpointer data)
{
  make_usual (fixture);
  open_tonight (fixture);
  keyboard_press (fixture, "o 6");
  assert_value (fixture, TONIGHT, "stretch", 1, STN_ENTERED_EVENING);
  keyboard_press (fixture, "6");
  assert_value (fixture, TONIGHT, "stretch", 0, STN_ENTERED_EVENING);
  keyboard_press (fixture, "Return");
  g_assert_null (see (fixture, STN_TYPE_EVENING_ENTRY, NULL));
}

/* Started on the entry, the window has its first focus in the header, on Cramp Now: one Enter too many, after Done, must not
 * begin a cramp. (Cramp Now itself needs the application, which is not here.) */
static void
test_enter_too_many (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *header = see (fixture, ADW_TYPE_HEADER_BAR, NULL);
  GtkWidget *focus;

  make_usual (fixture);
  g_assert_true (gtk_widget_grab_focus (see (fixture, GTK_TYPE_MENU_BUTTON, NULL)));
  open_tonight (fixture);
  keyboard_press (fixture, "o Return");
  g_assert_null (see (fixture, STN_TYPE_EVENING_ENTRY, NULL));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (focus == NULL || !gtk_widget_is_ancestor (focus, header));
}

/* On Today one key stores it; Undo takes it back. */
static void
test_one_key_on_today (AppFixture *fixture, gconstpointer data)
{
  make_usual (fixture);
  wait_for (fixture, GTK_TYPE_BUTTON, "Ordinary day");
  keyboard_press (fixture, "o");
  assert_value (fixture, TONIGHT, "fluids", 1500, STN_ENTERED_USUAL);
  wait_for (fixture, GTK_TYPE_LABEL, "Ordinary day, saved 21:50");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Saved: an ordinary day"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_for (fixture, GTK_TYPE_LABEL, "How was your day?");
  g_assert_null (value_of (fixture, TONIGHT, "fluids"));
  keyboard_press (fixture, "e");
  g_assert_nonnull (see (fixture, STN_TYPE_EVENING_ENTRY, NULL));
}

static void
test_nothing_usual (AppFixture *fixture, gconstpointer data)
{
  set_now (fixture, 22, 21, 50);
  open_tonight (fixture);
  g_assert_null (see (fixture, GTK_TYPE_BUTTON, "Ordinary day"));
  keyboard_press (fixture, "o");
  g_assert_null (value_of (fixture, TONIGHT, "fluids"));
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Kept as you go · entered in the evening"));
}

static void
test_glass_and_covers (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *list;

  set_now (fixture, 22, 21, 50);
  open_tonight (fixture);
  list = see (fixture, STN_TYPE_BEDTIME_LIST, NULL);
  gtk_widget_activate_action (list, "bedtime.glass", NULL);
  gtk_widget_activate_action (list, "bedtime.glass", NULL);
  wait_for (fixture, GTK_TYPE_LABEL, "2 glasses so far today");
  assert_value (fixture, TONIGHT, "fluids", 500, STN_ENTERED_EVENING);
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (app_fixture_find (list, GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  app_fixture_settle (fixture);
  assert_value (fixture, TONIGHT, "tight-covers", 0, STN_ENTERED_EVENING);
}

/* A glass is as large as the person says; what is stored stays. */
static void
test_own_glass (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *list;

  make_usual (fixture);
  open_tonight (fixture);
  g_assert_true (stn_diary_put_setting (fixture->other, "glass-ml", "500", NULL, NULL));
  wait_for (fixture, GTK_TYPE_LABEL, "Usual: 3 glasses");
  list = see (fixture, STN_TYPE_BEDTIME_LIST, NULL);
  gtk_widget_activate_action (list, "bedtime.glass", NULL);
  wait_for (fixture, GTK_TYPE_LABEL, "1 glass so far today");
  assert_value (fixture, TONIGHT, "fluids", 500, STN_ENTERED_EVENING);
  assert_value (fixture, stn_date_new (2026, 11, 20), "fluids", 1500, STN_ENTERED_EVENING);
}

/* Who must not drink freely is not asked to: the row says whom to ask, and the count is not offered. */
static void
test_fluid_gate (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnPersonCondition) condition = stn_person_condition_new ("kidney-disease", NULL);
  GtkWidget *list;

  set_now (fixture, 22, 21, 50);
  g_assert_true (stn_diary_put_condition (fixture->other, condition, NULL, NULL));
  open_tonight (fixture);
  list = see (fixture, STN_TYPE_BEDTIME_LIST, NULL);
  g_assert_null (app_fixture_find (list, GTK_TYPE_BUTTON, "+ 1 glass"));
  g_assert_nonnull (app_fixture_find (list, GTK_TYPE_LABEL,
                                      "How much you drink matters for you. Ask your team for your "
                                      "own limit, and keep to it."));
}

#define SWOLLEN                                                                                    \
  "Do not stretch or rub a swollen, warm or red leg: it may be a clot and needs a doctor. You "    \
  "can "                                                                                           \
  "still do the calming breath."

static void
say_swollen (AppFixture *fixture, StnAnswer answer)
{
  const StnDate today = stn_date_new (2026, 11, 22);
  g_autoptr (GPtrArray) signs = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_sign_free);

  g_ptr_array_add (signs, stn_sign_new (today, "one-leg-swollen", answer));
  g_assert_true (stn_diary_put_signs (fixture->other, signs, today, NULL, NULL, NULL));
}

/* A leg that may hold a clot is not stretched: the row says so and has nothing to start. */
static void
test_stretch_gate (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *list;

  set_now (fixture, 22, 21, 50);
  open_tonight (fixture);
  list = see (fixture, STN_TYPE_BEDTIME_LIST, NULL);
  g_assert_nonnull (app_fixture_find (list, GTK_TYPE_BUTTON, "Start"));
  say_swollen (fixture, STN_ANSWER_YES);
  wait_for (fixture, GTK_TYPE_LABEL, SWOLLEN);
  g_assert_null (app_fixture_find (list, GTK_TYPE_BUTTON, "Start"));
  say_swollen (fixture, STN_ANSWER_NO);
  wait_for (fixture, GTK_TYPE_BUTTON, "Start");
}

static void
test_suspect_is_named (AppFixture *fixture, gconstpointer data)
{
  make_usual (fixture);
  g_assert_true (stn_diary_add_suspect (fixture->other, "fluids", NULL));
  open_tonight (fixture);
  wait_for (fixture, GTK_TYPE_LABEL, "You suspect this · usual: 6 glasses");
}

/* One further question; "Not This One" asks no other, and not this one for a week. */
static void
test_not_this_one (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnFactor) offer = NULL;

  set_now (fixture, 22, 21, 50);
  open_tonight (fixture);
  g_assert_nonnull (wait_for (fixture, STN_TYPE_FACTOR_ROW, "How many hours did you stand today?"));
  gtk_widget_activate_action (see (fixture, STN_TYPE_EVENING_ENTRY, NULL), "evening.not-tonight",
                              NULL);
  app_fixture_settle (fixture);
  g_assert_null (see (fixture, STN_TYPE_FACTOR_ROW, "How many hours did you stand today?"));
  g_assert_null (see (fixture, GTK_TYPE_LABEL, "One more, only if you like"));
  g_assert_true (stn_diary_get_offer (fixture->other, stn_date_new (2026, 11, 23), &offer, NULL));
  g_assert_cmpstr (offer->slug, !=, "standing");
}

/* A list is answered by ticking; "None of these" is an answer, too, and taking all back is none. */
static void
test_ticks (AppFixture *fixture, gconstpointer data)
{
  set_now (fixture, 22, 21, 50);
  g_assert_true (stn_diary_track_factor (fixture->other, "foods", TRUE, NULL));
  open_tonight (fixture);
  wait_for (fixture, STN_TYPE_FACTOR_ROW, "Foods rich in minerals");
  keyboard_press (fixture, "Return 7 space Right Right Right space 6");
  assert_value (fixture, TONIGHT, "stretch", 1, STN_ENTERED_EVENING);
  rest (fixture, "foods.nuts");
  assert_value (fixture, TONIGHT, "foods", 1, STN_ENTERED_EVENING);
  assert_value (fixture, TONIGHT, "foods.bananas", 1, STN_ENTERED_EVENING);
  assert_value (fixture, TONIGHT, "foods.leafy-greens", 0, STN_ENTERED_EVENING);
  assert_value (fixture, TONIGHT, "foods.nuts", 1, STN_ENTERED_EVENING);
  /* The first chosen chip takes the focus; "None of these" is the fifth. */
  keyboard_press (fixture, "7 Right Right Right Right space");
  assert_value (fixture, TONIGHT, "foods", 0, STN_ENTERED_EVENING);
  assert_value (fixture, TONIGHT, "foods.bananas", 0, STN_ENTERED_EVENING);
}

/* A time of day is typed as such and kept in minutes from noon. */
static void
test_clock (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnFactor) coffee = NULL;

  set_now (fixture, 22, 21, 50);
  coffee = stn_diary_add_factor (fixture->other, "Last coffee", STN_FACTOR_CONTINUOUS,
                                 STN_UNIT_CLOCK, NULL);
  open_tonight (fixture);
  wait_for (fixture, STN_TYPE_FACTOR_ROW, "Last coffee");
  keyboard_press (fixture, "Return 7 2 5 6 1 Return");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "A time of day, like 22:40"));
  g_assert_null (value_of (fixture, TONIGHT, "last-coffee"));
  keyboard_press (fixture, "1 6 3 0 Return");
  g_assert_null (see (fixture, GTK_TYPE_LABEL, "A time of day, like 22:40"));
  rest (fixture, "last-coffee");
  assert_value (fixture, TONIGHT, "last-coffee", 270, STN_ENTERED_EVENING);
}

/* More than anybody drinks is a slip: it is said, and nothing is stored. */
static void
test_too_much (AppFixture *fixture, gconstpointer data)
{
  set_now (fixture, 22, 21, 50);
  open_tonight (fixture);
  keyboard_press (fixture, "7 6 Return");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "A number from 0 to 48"));
  g_assert_null (value_of (fixture, TONIGHT, "fluids"));
  keyboard_press (fixture, "7 Return 3 5 period 5 Return");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "A whole number from 0 to 10"));
  rest (fixture, "fluids");
  assert_value (fixture, TONIGHT, "fluids", 1750, STN_ENTERED_EVENING);
  g_assert_null (value_of (fixture, TONIGHT, "exertion"));
}

/* The person's own headings stand above what is under them, and digits follow the order on screen. */
static void
test_headings (AppFixture *fixture, gconstpointer data)
{
  set_now (fixture, 22, 21, 50);
  g_assert_true (stn_diary_put_factor_under (fixture->other, "fluids", "Kitchen", NULL));
  open_tonight (fixture);
  g_assert_nonnull (wait_for (fixture, GTK_TYPE_LABEL, "Kitchen"));
  keyboard_press (fixture, "Return 6 4 Return Return");
  rest (fixture, "fluids");
  assert_value (fixture, TONIGHT, "fluids", 1000, STN_ENTERED_EVENING);
}

/* Before the change of day there is no list for the coming night yet. */
static void
test_morning (AppFixture *fixture, gconstpointer data)
{
  wait_for (fixture, GTK_TYPE_LABEL, "Your bedtime list opens at 12:00");
  g_assert_null (see (fixture, STN_TYPE_BEDTIME_LIST, NULL));
}

/* The medicine called @name, taken only when needed; NULL when it is not there. */
static StnOptInt
intake_of (AppFixture *fixture, const char *name)
{
  g_autoptr (GPtrArray) medicines = stn_diary_list_medicines (fixture->other, NULL);

  return stn_medicine_get_intake (stn_diary_find_medicine (medicines, name, NULL), TONIGHT);
}

static gboolean
is_intake_kept (gpointer data)
{
  return intake_of (data, "naproxen").known;
}

static gboolean
shows_done_key (AppFixture *fixture)
{
  GtkWidget *done = wait_for (fixture, GTK_TYPE_BUTTON, "Done");
  GtkWidget *key = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (done)));

  return gtk_widget_get_opacity (key) == 1;
}

/* Asked only of whom has one; a number is kept, the dash is not "none"; the rest of the evening costs no key more. */
static void
test_as_needed (AppFixture *fixture, gconstpointer data)
{
  const char *names[] = {"naproxen", "amlodipine"};
  GtkWidget *row;

  make_usual (fixture);
  open_tonight (fixture);
  g_assert_null (see (fixture, STN_TYPE_DOSE_LIST, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (StnMedicine) medicine = stn_medicine_new (names[i]);

    medicine->as_needed = i == 0;
    stn_medicine_add_change (
      medicine, stn_medicine_change_new (STN_MEDICINE_START, STN_NO_DATE, "250 mg"), NULL);
    g_assert_true (stn_diary_add_medicine (fixture->other, medicine, NULL, NULL));
  }
  row = wait_for (fixture, STN_TYPE_FACTOR_ROW, "naproxen");
  g_assert_null (see (fixture, STN_TYPE_FACTOR_ROW, "amlodipine"));
  g_assert_false (stn_factor_row_get_value (STN_FACTOR_ROW (row)).known);
  /* Enter is Done as soon as its button says so; in a number it ends the number. */
  g_assert_false (shows_done_key (fixture));
  g_assert_cmpuint (keyboard_press (fixture, "o 1 4 Return"), ==, 4);
  g_assert_true (shows_done_key (fixture));
  stn_factor_row_answer (STN_FACTOR_ROW (row));
  keyboard_press (fixture, "2 Return");
  app_fixture_wait (is_intake_kept, fixture);
  g_assert_cmpint (intake_of (fixture, "naproxen").value, ==, 2);
  keyboard_press (fixture, "Escape");
  wait_for (fixture, STN_TYPE_TODAY_PAGE, NULL);
  app_fixture_settle (fixture);
  assert_value (fixture, TONIGHT, "fluids", 1000, STN_ENTERED_EVENING);
}

/* The desktop's clock is changed while the window is open. */
static void
test_other_hours (AppFixture *fixture, gconstpointer data)
{
  wait_for (fixture, GTK_TYPE_LABEL, "Your bedtime list opens at 12:00");
  stn_wording_choose_hours (STN_HOURS_12);
  stn_diary_client_show_again (fixture->client);
  wait_for (fixture, GTK_TYPE_LABEL, "Your bedtime list opens at 12:00 PM");
  stn_wording_choose_hours (STN_HOURS_OF_LOCALE);
}

static void
test_after_the_night (AppFixture *fixture, gconstpointer data)
{
  wait_for (fixture, STN_TYPE_TODAY_PAGE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-evening", "s", "2026-11-21");
  wait_for (fixture, STN_TYPE_FACTOR_ROW, "Bedtime stretch");
  app_fixture_settle (fixture);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Kept as you go · entered after the night"));
  g_assert_null (see (fixture, STN_TYPE_BEDTIME_LIST, NULL));
  keyboard_press (fixture, "Return 6");
  assert_value (fixture, LAST_NIGHT, "stretch", 1, STN_ENTERED_AFTER);
}

static void
add (const char *name, void (*test) (AppFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/app/evening/", name, NULL);

  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("whole-entry", test_whole_entry);
  add ("flip", test_flip);
  add ("enter-too-many", test_enter_too_many);
  add ("one-key-on-today", test_one_key_on_today);
  add ("nothing-usual", test_nothing_usual);
  add ("glass-and-covers", test_glass_and_covers);
  add ("own-glass", test_own_glass);
  add ("fluid-gate", test_fluid_gate);
  add ("stretch-gate", test_stretch_gate);
  add ("suspect-is-named", test_suspect_is_named);
  add ("not-this-one", test_not_this_one);
  add ("first-answer", test_first_answer);
  add ("ticks", test_ticks);
  add ("clock", test_clock);
  add ("too-much", test_too_much);
  add ("headings", test_headings);
  add ("morning", test_morning);
  add ("other-hours", test_other_hours);
  add ("as-needed", test_as_needed);
  add ("after-the-night", test_after_the_night);
  return g_test_run ();
}
