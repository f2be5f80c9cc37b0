/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "diary/stn-diary-visits.h"
#include "pages/stn-report-preview.h"
#include "pages/stn-sheet-view.h"

/* A label that holds these words, on screen. */
typedef struct {
  GtkWidget *root;
  const char *words;
} Sight;

static gboolean
holds (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (holds (child, words))
      return TRUE;
  return FALSE;
}

static gboolean
is_seen (gpointer data)
{
  const Sight *sight = data;
  GtkWidget *page = app_fixture_find (sight->root, STN_TYPE_REPORT_PREVIEW, NULL);
  GtkWidget *expander = page != NULL ? app_fixture_find (page, GTK_TYPE_EXPANDER, NULL) : NULL;

  if (expander != NULL)
    gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  return page != NULL && holds (page, sight->words);
}

static void
wait_for_words (AppFixture *fixture, const char *words)
{
  app_fixture_wait (is_seen, &(Sight){GTK_WIDGET (fixture->window), words});
}

static void
show (AppFixture *fixture, const char *way)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", way);
  app_fixture_settle (fixture);
}

static void
test_shows_what_is_printed (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnEpisode) worst = stn_episode_new ();

  worst->severity = STN_KNOWN_INT (6);
  g_assert_true (stn_diary_log_cramps (fixture->other, LAST_NIGHT, 1, worst, NULL, NULL));
  show (fixture, "doctor/report");
  wait_for_words (fixture, "Cramps on 1 of 1 recorded nights in the last 1 day");
  g_assert_nonnull (
    app_fixture_find (GTK_WIDGET (fixture->window), STN_TYPE_SHEET_VIEW, "Page 1 of 1"));
}

/* What another program writes while the page is open is on it. */
static void
test_follows_the_diary (AppFixture *fixture, gconstpointer data)
{
  StnQuestion *question = stn_question_new ("Could the tablet matter?");

  show (fixture, "doctor/report");
  wait_for_words (fixture, "No nights are recorded in this period.");
  g_assert_true (stn_diary_put_question (fixture->other, question, NULL, NULL));
  wait_for_words (fixture, "1. Could the tablet matter?");
  stn_question_free (question);
}

static void
test_bedside_card (AppFixture *fixture, gconstpointer data)
{
  show (fixture, "doctor/bedside");
  wait_for_words (fixture, "When a cramp comes");
  g_assert_nonnull (
    app_fixture_find (GTK_WIDGET (fixture->window), STN_TYPE_SHEET_VIEW, "Page 2 of 2"));
}

static GtkDropDown *
find_period (AppFixture *fixture)
{
  return GTK_DROP_DOWN (
    app_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_DROP_DOWN, "Period"));
}

static const char *
get_period (AppFixture *fixture)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (find_period (fixture)));
}

static gboolean
offers_five (gpointer data)
{
  return g_list_model_get_n_items (gtk_drop_down_get_model (find_period (data))) == 5;
}

/* What is chosen says what the page is about: without a visit there is nothing that it could be since. */
static void
test_period (AppFixture *fixture, gconstpointer data)
{
  StnVisit *visit = stn_visit_new (stn_date_new (2026, 11, 20));

  g_assert_true (stn_diary_log_no_cramps (fixture->other, stn_date_new (2026, 11, 10), NULL, NULL));
  g_assert_true (stn_diary_log_no_cramps (fixture->other, LAST_NIGHT, NULL, NULL));
  show (fixture, "doctor/report");
  wait_for_words (fixture, "10 November to 21 November");
  g_assert_cmpstr (get_period (fixture), ==, "The whole diary");
  g_assert_false (offers_five (fixture));
  g_assert_true (stn_diary_put_visit (fixture->other, visit, NULL, NULL, NULL));
  app_fixture_wait (offers_five, fixture);
  wait_for_words (fixture, "20 November to 21 November");
  g_assert_cmpstr (get_period (fixture), ==, "Since the last visit");
  gtk_drop_down_set_selected (find_period (fixture), 4);
  wait_for_words (fixture, "10 November to 21 November");
  stn_visit_free (visit);
}

static char *
run (const char *const *argv)
{
  char *out = NULL;
  int status = -1;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return out;
}

/* The words of a file, those of all pages, apart by one space. */
static char *
read_words (const char *path)
{
  g_autofree char *text = run ((const char *const[]){"pdftotext", path, "-", NULL});
  g_auto (GStrv) words = g_strsplit_set (text, " \n\f", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (kept, words[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv (" ", (char **) kept->pdata);
}

static void
print_on (AppFixture *fixture, const char *paper, const char *size)
{
  StnReportPreview *preview = STN_REPORT_PREVIEW (
    app_fixture_find (GTK_WIDGET (fixture->window), STN_TYPE_REPORT_PREVIEW, NULL));
  g_autoptr (GtkPrintOperation) operation = stn_report_preview_print_new (preview);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autofree char *path = g_strdup_printf ("%s/%s.pdf", fixture->folder, paper);
  GtkPaperSize *paper_size = gtk_paper_size_new (paper);
  g_autoptr (GError) error = NULL;

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper_size);
  gtk_paper_size_free (paper_size);
  g_autofree char *job = NULL;

  g_object_get (operation, "job-name", &job, NULL);
  g_assert_cmpstr (job, ==,
                   "Stillnight"); /* in the list of what is to be printed, for everybody there */
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            GTK_WINDOW (fixture->window), &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);

  g_autofree char *words = read_words (path);
  g_autofree char *info = run ((const char *const[]){"pdfinfo", path, NULL});
  g_autofree char *checked = run ((const char *const[]){"qpdf", "--check", path, NULL});

  g_assert_nonnull (strstr (words, "Cramps on 1 of 1 recorded nights in the last 1 day"));
  g_assert_nonnull (strstr (info, size));
  g_assert_nonnull (strstr (info, "Pages:           1"));
  g_assert_null (strstr (info, "Author"));
  g_assert_null (strstr (info, g_get_host_name ()));
}

/* What the printer is given: the same page, on the paper of the printer. */
static void
test_print (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnEpisode) worst = stn_episode_new ();

  worst->severity = STN_KNOWN_INT (6);
  g_assert_true (stn_diary_log_cramps (fixture->other, LAST_NIGHT, 1, worst, NULL, NULL));
  show (fixture, "doctor/report");
  wait_for_words (fixture, "Cramps on 1 of 1 recorded nights in the last 1 day");
  print_on (fixture, GTK_PAPER_NAME_A4, "A4");
  print_on (fixture, GTK_PAPER_NAME_LETTER, "letter");
}

#define TEST(name, function)                                                                       \
  g_test_add ("/app/report/" name, AppFixture, NULL, app_fixture_set_up, function,                 \
              app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  TEST ("shows-what-is-printed", test_shows_what_is_printed);
  TEST ("follows-the-diary", test_follows_the_diary);
  TEST ("bedside-card", test_bedside_card);
  TEST ("period", test_period);
  TEST ("print", test_print);
  return g_test_run ();
}
