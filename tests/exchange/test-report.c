/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-report-layout.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

typedef struct {
  const char *title, *rate, *sign, *medicine, *status, *question;
} Words;

static const Words english = {"Night leg cramps",
                              "Cramps on 12 of 24 recorded nights.",
                              "A muscle is weaker than usual",
                              "Atorvastatin 20 mg",
                              "Since 28 September",
                              "Could the higher dose matter?"};
/* Letters that stand alone, joined, and beside numbers. */
static const Words hebrew = {"התכווצויות לילה ברגליים", "התכווצויות ב-12 מתוך 24 לילות.",
                             "שריר חלש מהרגיל",         "אטורבסטטין 20 mg",
                             "מאז 28 בספטמבר",          "האם המינון חשוב?"};
static const Words arabic = {"تشنجات الساق الليلية", "تشنجات في 12 من 24 ليلة.",
                             "عضلة أضعف من المعتاد", "أتورفاستاتين 20 mg",
                             "منذ 28 سبتمبر",        "هل تهم الجرعة؟"};

static StnReport *
report_of (const Words *words)
{
  StnReport *report = stn_report_new ();

  report->title = g_strdup (words->title);
  report->period = g_strdup ("2026");
  report->rate = g_strdup (words->rate);
  report->foot = g_strdup ("Stillnight");
  report->made = g_strdup ("2026-11-22");
  report->mirrored = stn_pages_is_mirrored (words->title);
  stn_report_add (report, STN_REPORT_QUESTIONS,
                  stn_report_row_new (NULL, g_strdup (words->question)));
  stn_report_add (report, STN_REPORT_SIGNS,
                  stn_report_row_new (g_strdup ("1"), g_strdup (words->sign)));
  stn_report_add (report, STN_REPORT_MEDICINES,
                  stn_report_row_new (g_strdup (words->medicine), g_strdup (words->status)));
  return report;
}

static int
by_bytes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The words of a text, sorted. Marks of direction are no words, and poppler puts points and dashes of a line that runs from right
 * to left at its other end. Presentation forms and their letters are the same. */
static char *
words_of (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autoptr (GRegex) regex = g_regex_new ("[\\p{Cf}\\p{P}\\s]+", 0, 0, NULL);
  g_auto (GStrv) words = g_regex_split (regex, plain, 0);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_ptr_array_add (sorted, *word);
  g_ptr_array_sort (sorted, by_bytes);
  g_ptr_array_add (sorted, NULL);
  return g_strjoinv (" ", (char **) sorted->pdata);
}

static char *
read_pdf (const StnPages *pages)
{
  g_autoptr (GBytes) pdf = stn_pages_to_pdf (pages, "Test", "2026-11-22");
  g_autofree char *path = NULL;
  const char *command[] = {"pdftotext", NULL, "-", NULL};
  char *text = NULL;
  int status, fd = g_file_open_tmp ("stn-XXXXXX.pdf", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  command[1] = path;
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               &text, NULL, &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_unlink (path);
  return text;
}

static void
test_words (gconstpointer data)
{
  const Words *words = data;
  g_autoptr (StnReport) report = report_of (words);

  for (StnPaper paper = STN_PAPER_A4; paper <= STN_PAPER_LETTER; paper++) {
    g_autoptr (StnPages) pages = stn_report_lay_out (report, paper);
    g_autofree char *put = stn_pages_get_text (pages, 0);
    g_autofree char *read = read_pdf (pages);
    g_autofree char *expected = words_of (put);
    g_autofree char *found = words_of (read);

    g_assert_cmpuint (stn_pages_get_n (pages), ==, 1);
    g_assert_cmpstr (found, ==, expected);
    g_assert_nonnull (strstr (put, words->sign));
    g_assert_nonnull (strstr (put, words->medicine));
  }
}

static void
test_direction (void)
{
  g_assert_false (stn_pages_is_mirrored (english.title));
  g_assert_true (stn_pages_is_mirrored (hebrew.title));
  g_assert_true (stn_pages_is_mirrored (arabic.title));
}

/* However much there is, the first page stays short and all of it stands somewhere, once. */
static void
test_overflow (void)
{
  for (guint n = 1; n <= 65; n += 16) {
    g_autoptr (StnReport) report = report_of (&english);
    g_autoptr (StnPages) pages = NULL;
    g_autoptr (GString) all = g_string_new (NULL);
    g_autofree char *first = NULL;

    for (guint i = 0; i < n; i++) {
      stn_report_add (
        report, STN_REPORT_MEDICINES,
        stn_report_row_new (g_strdup_printf ("Medicine-%u.", i), g_strdup ("since May")));
      stn_report_add (report, STN_REPORT_SIGNS,
                      stn_report_row_new (g_strdup ("Denied"), g_strdup_printf ("Sign-%u.", i)));
    }
    pages = stn_report_lay_out (report, STN_PAPER_LETTER);
    first = stn_pages_get_text (pages, 0);
    g_assert_cmpuint (stn_report_count_words (first), <=, STN_REPORT_WORDS);
    for (guint page = 0; page < stn_pages_get_n (pages); page++) {
      g_autofree char *text = stn_pages_get_text (pages, page);

      g_string_append (all, text);
    }
    for (guint i = 0; i < n; i++) {
      g_autofree char *medicine = g_strdup_printf ("Medicine-%u.", i);
      const char *at = strstr (all->str, medicine);

      g_assert_nonnull (at);
      g_assert_null (strstr (at + 1, medicine));
    }
  }
}

static void
test_no_paper (void)
{
  StnPaper paper = STN_PAPER_A4;

  g_assert_true (stn_paper_parse ("letter", &paper));
  g_assert_cmpint (paper, ==, STN_PAPER_LETTER);
  g_assert_false (stn_paper_parse ("a3", &paper));
  g_assert_cmpint (paper, ==, STN_PAPER_LETTER);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/exchange/report/words-in-english", &english, test_words);
  g_test_add_data_func ("/exchange/report/words-in-hebrew", &hebrew, test_words);
  g_test_add_data_func ("/exchange/report/words-in-arabic", &arabic, test_words);
  g_test_add_func ("/exchange/report/direction", test_direction);
  g_test_add_func ("/exchange/report/overflow", test_overflow);
  g_test_add_func ("/exchange/report/paper", test_no_paper);
  return g_test_run ();
}
