/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-reader.h"
#include "exchange/stn-exchange-error.h"
#include "stn-csv-file.h"

#include <sys/resource.h>

/* All records as text: cells between '|', "LINE:" before each record. */
static char *
read_all (const char *path, GError **error)
{
  g_autoptr (StnCsvReader) reader = stn_csv_reader_open (path, error);
  g_autoptr (GString) all = g_string_new (NULL);
  const char *const *cells;

  if (reader == NULL)
    return NULL;
  for (;;) {
    if (!stn_csv_reader_next (reader, &cells, error))
      return NULL;
    if (cells == NULL)
      return g_string_free (g_steal_pointer (&all), FALSE);
    g_autofree char *joined = g_strjoinv ("|", (char **) cells);

    g_string_append_printf (all, "%u:%s\n", stn_csv_reader_get_line (reader), joined);
  }
}

static void
test_records (void)
{
  static const struct {
    const char *text, *records;
  } rows[] = {
    {"a,b\n1,2\n", "1:a|b\n2:1|2\n"},
    {"a,b\r\n1,2\r\n", "1:a|b\n2:1|2\n"},
    {"a,b\r1,2", "1:a|b\n2:1|2\n"},
    {"\xef\xbb\xbf"
     "a,b\n",
     "1:a|b\n"},
    {"a;b\n1,5;2\n", "1:a|b\n2:1,5|2\n"},
    {"a\tb\n1;x\t2\n", "1:a|b\n2:1;x|2\n"},
    {"\"a;b;c\",d\n1,2\n", "1:a;b;c|d\n2:1|2\n"},
    {"\n\na\n\n  \n1\n\n", "3:a\n6:1\n"},
    {"a,b\n\"1\n2\r\n3\",4\n5,6\n", "1:a|b\n2:1\n2\r\n3|4\n5:5|6\n"},
    {"a,b\r\n\"1\r\n2\n3\",4\r\n5,6\r\n", "1:a|b\n2:1\n2\n3|4\n5:5|6\n"},
    {"a\r\"1\r2\"\r3\r", "1:a\n2:1\n2\n4:3\n"},
    {"a\n\"say \"\"no\"\"\"\n\"\"\n\"\"\"\"\n", "1:a\n2:say \"no\"\n3:\n4:\"\n"},
    {"a,b\n,\n", "1:a|b\n2:|\n"},
    {"a\nq\xc3\xa4\n", "1:a\n2:q\xc3\xa4\n"},
    {"a\nM\xfc"
     "de \x80\n",
     "1:a\n2:M\xc3\xbc"
     "de \xe2\x82\xac\n"},
    {"a|b\n1,5|2\n", "1:a|b\n2:1,5|2\n"},
    {"sep=;\na,b;c\n", "2:a,b|c\n"},
    {"# one\na,b\n#two, \"x\n#,1\n", "2:a|b\n4:#|1\n"},
    {"a", "1:a\n"},
    {"", ""},
    {"\xef\xbb\xbf", ""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (StnCsvFile) file = stn_csv_file_new (rows[i].text, -1);
    g_autoptr (GError) error = NULL;
    g_autofree char *records = read_all (file->path, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (records, ==, rows[i].records);
  }
}

#define BYTES(text) (text), sizeof (text) - 1

static void
test_what_is_no_csv (void)
{
  static const struct {
    const char *bytes;
    gsize length;
    const char *rest;
  } rows[] = {
    {BYTES ("\xff\xfe"
            "d\0\0\xd8"),
     ":1: this is UTF-16 text that is damaged; save it as CSV in UTF-8"},
    {BYTES ("d\0a\0t\0e\0\0\xd8"),
     ":1: this is UTF-16 text that is damaged; save it as CSV in UTF-8"},
    {BYTES ("PK\x03\x04...."), ":1: this is a spreadsheet or an archive; save it as CSV in UTF-8"},
    {BYTES ("a,b\n1,\0\n"), ":2: not a text file (it has a zero byte)"},
    {BYTES ("\xc3\xa4,b\n1,2\n\"x\ny\",M\xfc"
            "de\n"),
     ":4: not UTF-8 text (byte 0xFC); save it as CSV in UTF-8"},
    {BYTES ("a,b\n1,\x81\n"),
     ":2: not UTF-8 or Windows-1252 text (byte 0x81); save it as CSV in UTF-8"},
    {BYTES ("a,b\n\xfc,1\n2,\x90\n"),
     ":3: not Windows-1252 text (byte 0x90); save it as CSV in UTF-8"},
    {BYTES ("a\n\"b\nc\n"), ":2: a quotation mark is opened here and never closed"},
    {BYTES ("a\n\"b\"c\n"), ":2: text follows a closing quotation mark"},
    {BYTES ("a\nb\"c\"\n"),
     ":2: a quotation mark inside a cell; put the whole cell in quotation marks and double it"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (StnCsvFile) file = stn_csv_file_new (rows[i].bytes, (gssize) rows[i].length);
    g_autoptr (GError) error = NULL;
    g_autofree char *records = read_all (file->path, &error);

    g_assert_null (records);
    stn_csv_file_assert_error (file, error, STN_EXCHANGE_ERROR_FORMAT, rows[i].rest);
  }
}

static void
test_what_cannot_be_read (void)
{
  g_autoptr (StnCsvFile) file = stn_csv_file_new ("", 0);
  g_autofree char *missing = g_build_filename (file->folder, "no.csv", NULL);
  g_autofree char *missing_message =
    g_strconcat (missing, ": cannot be opened: No such file or directory", NULL);
  g_autofree char *folder_message = g_strconcat (file->folder, ": is a folder, not a file", NULL);
  g_autoptr (GError) missing_error = NULL;
  g_autoptr (GError) folder_error = NULL;

  g_assert_null (stn_csv_reader_open (missing, &missing_error));
  g_assert_error (missing_error, STN_EXCHANGE_ERROR, STN_EXCHANGE_ERROR_READ);
  g_assert_cmpstr (missing_error->message, ==, missing_message);
  g_assert_null (stn_csv_reader_open (file->folder, &folder_error));
  g_assert_error (folder_error, STN_EXCHANGE_ERROR, STN_EXCHANGE_ERROR_READ);
  g_assert_cmpstr (folder_error->message, ==, folder_message);
}

/* A row may be as long as the limit; one byte more fails, and the rest of the line is never taken into memory. */
static void
test_long_row (void)
{
  g_autoptr (GString) text = g_string_new ("a\n");
  gsize header = text->len;
  struct rusage before, after;

  for (int excess = 0; excess < 2; excess++) {
    g_string_truncate (text, header);
    g_string_set_size (text, header + STN_CSV_MAX_LINE_BYTES + (gsize) excess);
    memset (text->str + header, 'x', STN_CSV_MAX_LINE_BYTES + (gsize) excess);
    g_autoptr (StnCsvFile) file = stn_csv_file_new (text->str, (gssize) text->len);
    g_autoptr (GError) error = NULL;
    g_autofree char *records = read_all (file->path, &error);

    if (excess == 0)
      g_assert_nonnull (records);
    else
      stn_csv_file_assert_error (file, error, STN_EXCHANGE_ERROR_FORMAT,
                                 ":2: the row is longer than 1048576 bytes; this is not a diary");
  }
  g_string_set_size (text, 64 * 1024 * 1024);
  memset (text->str + header, 'x', text->len - header);
  g_autoptr (StnCsvFile) huge = stn_csv_file_new (text->str, (gssize) text->len);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &before), ==, 0);
  g_assert_null (read_all (huge->path, &error));
  g_assert_cmpint (getrusage (RUSAGE_SELF, &after), ==, 0);
  g_assert_error (error, STN_EXCHANGE_ERROR, STN_EXCHANGE_ERROR_FORMAT);
  g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, 16 * 1024);
}

static void
test_too_many_cells (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < STN_CSV_MAX_COLUMNS; i++)
    g_string_append_c (text, ',');
  g_autoptr (StnCsvFile) file = stn_csv_file_new (text->str, (gssize) text->len);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_all (file->path, &error));
  stn_csv_file_assert_error (file, error, STN_EXCHANGE_ERROR_FORMAT,
                             ":1: more than 1000 cells in a row; this is not a diary");
}

/* Pieces of 64 KiB are read; nothing may depend on where one ends. */
static void
test_pieces (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\r\n");
  g_autoptr (GError) error = NULL;
  const char *const *cells;
  int rows = 0;

  while (text->len < 300 * 1024)
    g_string_append (text, "\"x\"\"\r\ny\",\xc3\xa4\r\n");
  g_autoptr (StnCsvFile) file = stn_csv_file_new (text->str, (gssize) text->len);
  g_autoptr (StnCsvReader) reader = stn_csv_reader_open (file->path, &error);

  g_assert_no_error (error);
  g_assert_true (stn_csv_reader_next_header (reader, &cells, &error));
  while (stn_csv_reader_next (reader, &cells, &error) && cells != NULL) {
    g_assert_cmpstr (cells[0], ==, "x\"\ny");
    g_assert_cmpstr (cells[1], ==, "\xc3\xa4");
    g_assert_null (cells[2]);
    g_assert_cmpuint (stn_csv_reader_get_line (reader), ==, 2 + 2 * (guint) rows);
    rows++;
  }
  g_assert_no_error (error);
  g_assert_cmpint (rows, ==, (int) (text->len - 5) / 13);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv-reader/records", test_records);
  g_test_add_func ("/exchange/csv-reader/what-is-no-csv", test_what_is_no_csv);
  g_test_add_func ("/exchange/csv-reader/what-cannot-be-read", test_what_cannot_be_read);
  g_test_add_func ("/exchange/csv-reader/long-row", test_long_row);
  g_test_add_func ("/exchange/csv-reader/too-many-cells", test_too_many_cells);
  g_test_add_func ("/exchange/csv-reader/pieces", test_pieces);
  return g_test_run ();
}
