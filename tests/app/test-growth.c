/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include <malloc.h>

#include "diary/stn-sample.h"
#include "pages/stn-today-answer.h"

/* Going from page to page and writing down nights for long leaves nothing behind. With -m perf (./dev bench memory) a thousand
 * times, and the memory is printed. */

#define NIGHTS 40

#define HEAPS 2 /* as in the program */

static const char *const pages[] = {"diary", "trends", "findings", "doctor", "today"};

static guint
count_below (GtkWidget *widget)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_below (child);
  return n;
}

static guint
count_widgets (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  guint n = 0;

  for (GList *l = windows; l != NULL; l = l->next)
    n += count_below (l->data);
  return n;
}

static guint64
pss_kb (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  line = strstr (text, "\nPss:");
  return line != NULL ? g_ascii_strtoull (line + strlen ("\nPss:"), NULL, 10) : 0;
}

static void
fill (AppFixture *fixture)
{
  StnSampleTruth truth;
  g_autoptr (GError) error = NULL;

  stn_sample_write (fixture->other, NIGHTS, STN_SAMPLE_PLANTED_DEFAULT, STN_SAMPLE_SEED_DEFAULT,
                    FALSE, &truth, &error);
  g_assert_no_error (error);
  app_fixture_open_again (fixture);
}

static void
show_page (AppFixture *fixture, const char *page)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", page);
  app_fixture_settle (fixture);
}

static void
change_pages (AppFixture *fixture, guint times)
{
  for (guint i = 0; i < times; i++)
    show_page (fixture, pages[i % G_N_ELEMENTS (pages)]);
}

/* Written down and taken back: the diary is as it was, its list of changes is longer. */
static void
write_nights (AppFixture *fixture, guint times)
{
  for (guint i = 0; i < times; i++) {
    g_autoptr (GError) error = NULL;

    stn_diary_log_no_cramps (fixture->other, stn_date_add_days (LAST_NIGHT, -365), NULL, &error);
    g_assert_no_error (error);
    app_fixture_settle (fixture);
    g_assert_true (stn_diary_undo (fixture->other, 0, NULL, &error));
    app_fixture_settle (fixture);
  }
}

typedef struct {
  guint widgets;
  gsize heap;
  guint64 pss;
} Size;

static gpointer
rest_work (StnDiary *diary, gpointer data, GError **error)
{
  stn_store_rest (stn_diary_get_store (diary));
  return NULL;
}

/* After what a window does that nobody uses for a moment. */
static Size
take_size (AppFixture *fixture)
{
  Size size;

  show_page (fixture, "today");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  stn_store_rest (stn_diary_get_store (fixture->other));
  stn_diary_client_run (fixture->client, rest_work, NULL, NULL, NULL, NULL, NULL, NULL);
  app_fixture_settle (fixture);
  malloc_trim (0);
  size.widgets = count_widgets ();
  size.heap = mallinfo2 ().uordblks;
  size.pss = pss_kb ();
  return size;
}

static void
print_growth (const char *what, Size before, Size after)
{
  g_test_message (
    "growth: %s = %d widgets, %.0f kB of the heap, %.0f kB PSS (of %u, %.0f and %.0f)", what,
    (int) after.widgets - (int) before.widgets, ((double) after.heap - (double) before.heap) / 1024,
    (double) after.pss - (double) before.pss, before.widgets, (double) before.heap / 1024,
    (double) before.pss);
}

static void
test_nothing_stays (AppFixture *fixture, gconstpointer data)
{
  const guint n_changes = g_test_perf () ? 1000 : 50;
  const guint n_entries = g_test_perf () ? 1000 : 10;
  Size begun, changed, written;

  fill (fixture);
  change_pages (fixture, 2 * G_N_ELEMENTS (pages));
  write_nights (fixture, 2);
  begun = take_size (fixture);
  change_pages (fixture, n_changes);
  changed = take_size (fixture);
  print_growth ("after page changes", begun, changed);
  write_nights (fixture, n_entries);
  written = take_size (fixture);
  print_growth ("after entries", changed, written);
  g_assert_cmpuint (changed.widgets, ==, begun.widgets);
  g_assert_cmpuint (written.widgets, ==, begun.widgets);
}

int
main (int argc, char *argv[])
{
  mallopt (M_ARENA_MAX, HEAPS);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/app/growth/nothing-stays", AppFixture, NULL, app_fixture_set_up, test_nothing_stays,
              app_fixture_tear_down);
  return g_test_run ();
}
