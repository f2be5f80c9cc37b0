/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-nights-export.h"

/* What is ticked beside the name of the file is what comes out. */
static void
test_choices (void)
{
  static const struct {
    const char *choices[3];
    StnCsvRows rows;
    StnCsvParts parts;
  } rows[] = {
    {{NULL}, STN_CSV_ROWS_NIGHTS, STN_CSV_PARTS_CRAMPS | STN_CSV_PARTS_FACTORS},
    {{"sleep", "notes", NULL}, STN_CSV_ROWS_NIGHTS, STN_CSV_PARTS_ALL},
    {{"episodes", NULL}, STN_CSV_ROWS_EPISODES, STN_CSV_PARTS_CRAMPS},
    {{"episodes", "notes", NULL},
     STN_CSV_ROWS_EPISODES,
     STN_CSV_PARTS_CRAMPS | STN_CSV_PARTS_NOTES},
    {{"long", NULL}, STN_CSV_ROWS_LONG, STN_CSV_PARTS_CRAMPS | STN_CSV_PARTS_FACTORS},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GtkFileChooserNative) native =
      gtk_file_chooser_native_new (NULL, NULL, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
    GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);
    StnCsvRows found;
    StnCsvParts parts;

    stn_nights_export_add_choices (chooser);
    for (guint j = 0; rows[i].choices[j] != NULL; j++)
      gtk_file_chooser_set_choice (chooser, rows[i].choices[j], "true");
    stn_nights_export_read_choices (chooser, &found, &parts);
    g_assert_cmpint (found, ==, rows[i].rows);
    g_assert_cmpint (parts, ==, rows[i].parts);
  }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/nights-export/choices", test_choices);
  return g_test_run ();
}
