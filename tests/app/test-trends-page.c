/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "keyboard.h"

#include "pages/stn-chart-card.h"
#include "pages/stn-trends-page.h"
#include "widgets/stn-chart-view.h"

#define NIGHTS 400

typedef struct {
  GtkWidget *root;
  GType type;
  const char *name;
} Sight;

static gboolean
is_seen (gpointer data)
{
  const Sight *sight = data;

  return app_fixture_find (sight->root, sight->type, sight->name) != NULL;
}

static GtkWidget *
wait_for (AppFixture *fixture, GType type, const char *name)
{
  Sight sight = {GTK_WIDGET (fixture->window), type, name};

  app_fixture_wait (is_seen, &sight);
  return app_fixture_find (sight.root, type, name);
}

static void
fill (AppFixture *fixture, int nights)
{
  g_autoptr (GError) error = NULL;
  StnStore *store = stn_diary_get_store (fixture->other);

  g_assert_true (stn_store_begin (store, "sample", "sample", &error));
  for (int i = nights - 1; i >= 0; i--) {
    g_autoptr (StnNight) before = stn_night_new (stn_date_add_days (LAST_NIGHT, -i));
    g_autoptr (StnNight) after = stn_night_copy (before);

    if (i % 4 == 0)
      g_ptr_array_add (after->episodes, stn_episode_new ());
    else
      after->no_cramps = TRUE;
    g_assert_true (stn_diary_put_night (fixture->other, before, after, &error));
  }
  g_assert_true (stn_store_commit (store, NULL, &error));
  g_assert_no_error (error);
}

static void
open_page (AppFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "trends");
  app_fixture_settle (fixture);
}

/* The course, with the focus. */
static StnChartView *
open_course (AppFixture *fixture)
{
  GtkWidget *view;

  fill (fixture, NIGHTS);
  open_page (fixture);
  view = wait_for (fixture, STN_TYPE_CHART_VIEW, "Cramp nights a week");
  gtk_widget_grab_focus (view);
  gtk_test_widget_wait_for_draw (view);
  return STN_CHART_VIEW (view);
}

static int
count_nights (StnChartView *view)
{
  return stn_trend_range_count (stn_chart_view_get_range (view));
}

static void
press (AppFixture *fixture, const char *keys)
{
  keyboard_press (fixture, keys);
  app_fixture_settle (fixture);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static void
remember (StnChartView *view, const char *title, const char *detail, char **reading)
{
  g_free (*reading);
  *reading = g_strdup (title);
}

static void
test_keys_zoom (AppFixture *fixture, gconstpointer data)
{
  StnChartView *view = open_course (fixture);

  g_assert_cmpint (count_nights (view), ==, 365);
  press (fixture, "equal");
  g_assert_cmpint (count_nights (view), ==, 183);
  press (fixture, "KP_Add");
  g_assert_cmpint (count_nights (view), ==, 92);
  press (fixture, "minus");
  g_assert_cmpint (count_nights (view), ==, 184);
  press (fixture, "Control_L+Right Control_L+Right Control_L+Right Control_L+Right");
  g_assert_cmpint (
    stn_date_compare (stn_trend_range_get_to (stn_chart_view_get_range (view)), LAST_NIGHT), ==, 0);
  press (fixture, "0");
  g_assert_cmpint (count_nights (view), ==, 365);
}

/* Every chart of the page has the same nights, also those whose axis is not time. */
static void
test_one_range (AppFixture *fixture, gconstpointer data)
{
  StnChartView *view = open_course (fixture);
  GtkWidget *other = wait_for (fixture, STN_TYPE_CHART_VIEW, "Every night");

  press (fixture, "KP_Add KP_Add");
  const char *when = stn_chart_get_when (stn_chart_view_get_chart (view));
  g_assert_cmpstr (stn_chart_get_when (stn_chart_view_get_chart (STN_CHART_VIEW (other))), ==,
                   when);
  g_assert_nonnull (wait_for (fixture, GTK_TYPE_LABEL, when));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (view)));
}

/* What is read out stays while it is zoomed, and arrow keys go on past the edge. */
static void
test_reading_goes_on (AppFixture *fixture, gconstpointer data)
{
  StnChartView *view = open_course (fixture);
  StnTrendRange *range = stn_chart_view_get_range (view);
  g_autofree char *reading = NULL, *zoomed = NULL;

  g_signal_connect (view, "reading", G_CALLBACK (remember), &reading);
  press (fixture, "Left Left Left");
  g_assert_cmpstr (reading, ==, "2 to 8 November: cramps on 1 of 7 nights");
  press (fixture, "KP_Add KP_Add KP_Add"); /* the week may be cut off by the range */
  g_assert_true (g_str_has_prefix (reading, "2 to "));
  zoomed = g_strdup (reading);
  StnDate from = stn_trend_range_get_from (range);
  press (fixture, "Home");
  for (int i = 0; i < 12; i++)
    press (fixture, "Left");
  g_assert_cmpint (stn_date_compare (stn_trend_range_get_from (range), from), <, 0);
  g_assert_cmpstr (reading, !=, zoomed);
  g_assert_nonnull (reading);
  press (fixture, "Escape");
  g_assert_null (reading);
}

/* After each new layout GTK tells again where the pointer is: that is no reason to read out something else. */
static void
test_pointer_rests (AppFixture *fixture, gconstpointer data)
{
  StnChartView *view = open_course (fixture);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));
  g_autoptr (GtkEventController) motion = NULL;
  g_autofree char *reading = NULL, *read_by_pointer = NULL, *first = NULL;
  double x = gtk_widget_get_width (GTK_WIDGET (view)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (view)) / 2.0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && motion == NULL; i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
      motion = g_steal_pointer (&controller);
  }
  g_signal_connect (view, "reading", G_CALLBACK (remember), &reading);
  g_signal_emit_by_name (motion, "motion", x, y);
  read_by_pointer = g_strdup (reading);
  g_assert_nonnull (read_by_pointer);
  press (fixture, "Home");
  first = g_strdup (reading);
  g_assert_cmpstr (first, !=, read_by_pointer);
  g_signal_emit_by_name (motion, "motion", x, y);
  g_assert_cmpstr (reading, ==, first);
  g_signal_emit_by_name (motion, "motion", x + 1, y);
  g_assert_cmpstr (reading, ==, read_by_pointer);
}

static void
test_scroll_bar (AppFixture *fixture, gconstpointer data)
{
  StnChartView *view = open_course (fixture);
  GtkAdjustment *place = stn_chart_view_get_adjustment (view);
  StnTrendRange *range = stn_chart_view_get_range (view);

  g_assert_cmpfloat (gtk_adjustment_get_upper (place), ==, NIGHTS);
  g_assert_cmpfloat (gtk_adjustment_get_page_size (place), ==, 365);
  g_assert_cmpfloat (gtk_adjustment_get_value (place), ==, NIGHTS - 365);
  gtk_adjustment_set_value (place, 10);
  app_fixture_settle (fixture);
  g_assert_cmpint (
    stn_date_days_between (stn_trend_range_get_first (range), stn_trend_range_get_from (range)), ==,
    10);
  g_assert_cmpint (stn_trend_range_count (range), ==, 365);
}

static gboolean
shows_half_a_year (gpointer view)
{
  return gtk_adjustment_get_page_size (stn_chart_view_get_adjustment (view)) ==
         STN_CHART_VIEW_NARROW_DAYS;
}

/* Half a year at once in a narrow window; the scroll bar leads to the rest without changing the range. */
static void
test_narrow (AppFixture *fixture, gconstpointer data)
{
  StnChartView *view;
  GtkAdjustment *place;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  view = open_course (fixture);
  app_fixture_wait (shows_half_a_year, view);
  place = stn_chart_view_get_adjustment (view);
  gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) - 100);
  app_fixture_settle (fixture);
  g_assert_cmpint (count_nights (view), ==, 365);
  g_assert_cmpint (
    stn_date_compare (stn_trend_range_get_to (stn_chart_view_get_range (view)), LAST_NIGHT), ==, 0);
}

static GtkWidget *
find_entry (AppFixture *fixture, const char *name)
{
  return wait_for (fixture, GTK_TYPE_ENTRY, name);
}

/* Two dates: what is wrong is said at once and stays as typed; what is right is shown. */
static void
test_custom (AppFixture *fixture, gconstpointer data)
{
  StnChartView *view = open_course (fixture);
  GtkWidget *from, *to, *show;

  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_TOGGLE_BUTTON, "Custom…"), "clicked");
  from = find_entry (fixture, "First night");
  to = find_entry (fixture, "Last night");
  show = wait_for (fixture, GTK_TYPE_BUTTON, "Show");
  g_assert_true (gtk_widget_is_sensitive (show));
  gtk_editable_set_text (GTK_EDITABLE (from), "soon");
  g_assert_nonnull (
    wait_for (fixture, GTK_TYPE_LABEL, "This is no date. Write it like 1 May 2026 or 2026-05-01."));
  g_assert_false (gtk_widget_is_sensitive (show));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (from)), ==, "soon");
  gtk_editable_set_text (GTK_EDITABLE (from), "2026-05-01");
  gtk_editable_set_text (GTK_EDITABLE (to), "1 April 2026");
  g_assert_nonnull (wait_for (fixture, GTK_TYPE_LABEL, "The last night comes before the first."));
  gtk_editable_set_text (GTK_EDITABLE (to), "2030-01-01");
  g_assert_nonnull (wait_for (fixture, GTK_TYPE_LABEL, "That night has not come yet."));
  gtk_editable_set_text (GTK_EDITABLE (to), "31 May 2026");
  g_assert_true (gtk_widget_is_sensitive (show));
  g_signal_emit_by_name (to, "activate");
  app_fixture_settle (fixture);
  g_assert_cmpstr (stn_chart_get_when (stn_chart_view_get_chart (view)), ==, "1 to 31 May 2026");
  g_assert_true (gtk_toggle_button_get_active (
    GTK_TOGGLE_BUTTON (wait_for (fixture, GTK_TYPE_TOGGLE_BUTTON, "Custom…"))));
}

/* Both periods in the legend, by their dates. */
static void
test_compare (AppFixture *fixture, gconstpointer data)
{
  open_course (fixture);
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_TOGGLE_BUTTON, "90 days"), "clicked");
  app_fixture_settle (fixture);
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (wait_for (fixture, GTK_TYPE_TOGGLE_BUTTON, "Compare With Before")), TRUE);
  app_fixture_settle (fixture);
  g_assert_nonnull (wait_for (fixture, GTK_TYPE_LABEL, "26 May to 23 August 2026"));
  g_assert_nonnull (wait_for (fixture, GTK_TYPE_LABEL, "24 August to 21 November 2026"));
}

/* A table that is open has the numbers of the new range. */
static void
test_table_stays (AppFixture *fixture, gconstpointer data)
{
  StnChartView *view = open_course (fixture);
  GtkWidget *card = gtk_widget_get_ancestor (GTK_WIDGET (view), STN_TYPE_CHART_CARD);
  GtkWidget *button = app_fixture_find (card, GTK_TYPE_TOGGLE_BUTTON, "Show as a table");
  GtkWidget *table;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  app_fixture_settle (fixture);
  table = app_fixture_find (card, GTK_TYPE_LIST_VIEW, NULL);
  g_assert_nonnull (table);
  guint before =
    g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (table))));
  stn_trend_range_set_days (stn_chart_view_get_range (view), 30);
  app_fixture_settle (fixture);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_assert_cmpuint (
    g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (table)))), <,
    before);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_there (gpointer text)
{
  return *(char **) text != NULL;
}

/* A picture, and where text is pasted the table. */
static void
test_copy (AppFixture *fixture, gconstpointer data)
{
  StnChartView *view = open_course (fixture);
  GtkWidget *card = gtk_widget_get_ancestor (GTK_WIDGET (view), STN_TYPE_CHART_CARD);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (card);
  g_autofree char *text = NULL;

  gtk_widget_activate_action (card, "chart.copy", NULL);
  g_assert_true (
    gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
  gdk_clipboard_read_text_async (clipboard, NULL, copied_cb, &text);
  app_fixture_wait (is_there, &text);
  g_assert_true (g_str_has_prefix (text, "from,to,nights,cramp_nights,value,low,high"));
}

/* The first night of all comes while the empty page has the focus: it stays on the page. */
static void
test_focus_stays (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *page, *focus;

  open_page (fixture);
  gtk_widget_grab_focus (wait_for (fixture, GTK_TYPE_BUTTON, "Go to Today"));
  stn_diary_log_cramps (fixture->other, LAST_NIGHT, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  wait_for (fixture, STN_TYPE_CHART_VIEW, "Cramp nights a week");
  app_fixture_settle (fixture);
  page = wait_for (fixture, STN_TYPE_TRENDS_PAGE, NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, page));
  g_assert_true (GTK_IS_TOGGLE_BUTTON (focus));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (focus)));
  g_assert_true (gtk_widget_get_mapped (focus));
}

#define ADD(path, function)                                                                        \
  g_test_add ("/app/trends/" path, AppFixture, NULL, app_fixture_set_up, function,                 \
              app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("keys-zoom", test_keys_zoom);
  ADD ("one-range", test_one_range);
  ADD ("reading-goes-on", test_reading_goes_on);
  ADD ("pointer-rests", test_pointer_rests);
  ADD ("scroll-bar", test_scroll_bar);
  ADD ("narrow", test_narrow);
  ADD ("custom", test_custom);
  ADD ("compare", test_compare);
  ADD ("table-stays", test_table_stays);
  ADD ("copy", test_copy);
  ADD ("focus-stays", test_focus_stays);
  return g_test_run ();
}
