/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-nights-export.h"

#include <glib/gi18n.h>

#include "exchange/stn-csv-export.h"

typedef struct {
  GtkWidget *page;
  StnDiaryClient *client;
  GArray *keys; /* element-type StnDate */
  char *path;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->page);
  g_object_unref (export->client);
  g_array_unref (export->keys);
  g_free (export->path);
  g_free (export);
}

typedef struct {
  GArray *keys;
  char *path;
  StnCsvRows rows;
  StnCsvParts parts;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_array_unref (order->keys);
  g_free (order->path);
  g_free (order);
}

static gpointer
export_work (StnDiary *diary, gpointer data, GError **error)
{
  const Order *order = data;
  g_autoptr (GPtrArray) nights = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_night_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < order->keys->len; i++) {
    StnNight *night = stn_diary_get_night (diary, g_array_index (order->keys, StnDate, i), error);

    if (!night)
      return NULL;
    g_ptr_array_add (nights, night);
  }
  text = stn_csv_export_table (nights, order->rows, order->parts);
  return stn_csv_export_save (text, order->path, error) ? g_strdup (order->path) : NULL;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = stn_diary_client_run_finish (export->client, result, &error);
  g_autofree char *name = g_filename_display_basename (export->path);
  /* Translators: the name of a file; or the reason why it was not written */
  g_autofree char *text = path ? g_strdup_printf (_ ("Exported to %s"), name)
                               : g_strdup_printf (_ ("Not exported: %s"), error->message);

  gtk_widget_activate_action (export->page, "win.announce", "(sx)", text, (gint64) 0);
  export_free (export);
}

/* What is asked beside the name of the file. GTK 4.8 forgets what is chosen of a list: each is a box to tick. */
void
stn_nights_export_add_choices (GtkFileChooser *chooser)
{
  gtk_file_chooser_add_choice (chooser, "episodes", _ ("A row for each cramp"), NULL, NULL);
  gtk_file_chooser_add_choice (chooser, "long", _ ("A row for each item"), NULL, NULL);
  gtk_file_chooser_add_choice (chooser, "sleep", _ ("With sleep"), NULL, NULL);
  gtk_file_chooser_add_choice (chooser, "notes", _ ("With notes"), NULL, NULL);
}

static gboolean
is_chosen (GtkFileChooser *chooser, const char *choice)
{
  return g_strcmp0 (gtk_file_chooser_get_choice (chooser, choice), "true") == 0;
}

/* A dialog of the desktop that knows no such choices gives what has always been given. */
void
stn_nights_export_read_choices (GtkFileChooser *chooser,
                                StnCsvRows *ret_rows,
                                StnCsvParts *ret_parts)
{
  *ret_rows = is_chosen (chooser, "long")       ? STN_CSV_ROWS_LONG
              : is_chosen (chooser, "episodes") ? STN_CSV_ROWS_EPISODES
                                                : STN_CSV_ROWS_NIGHTS;
  *ret_parts = STN_CSV_PARTS_CRAMPS | STN_CSV_PARTS_FACTORS;
  if (is_chosen (chooser, "sleep"))
    *ret_parts |= STN_CSV_PARTS_SLEEP;
  if (is_chosen (chooser, "notes"))
    *ret_parts |= STN_CSV_PARTS_NOTES;
  *ret_parts &= stn_csv_parts_of (*ret_rows);
}

static void
response_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autoptr (GtkNativeDialog) own = chooser;
  Order *order;

  export->path = response == GTK_RESPONSE_ACCEPT && file ? g_file_get_path (file) : NULL;
  if (!export->path) {
    export_free (export);
    return;
  }
  order = g_new0 (Order, 1);
  order->keys = g_array_ref (export->keys);
  order->path = g_strdup (export->path);
  stn_nights_export_read_choices (GTK_FILE_CHOOSER (chooser), &order->rows, &order->parts);
  stn_diary_client_run (export->client, export_work, order, order_free, g_free, NULL, exported_cb,
                        export);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return stn_date_compare (*(const StnDate *) a, *(const StnDate *) b);
}

void
stn_nights_export_choose (GtkWidget *page, StnDiaryClient *client, GArray *keys)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_ ("Export Nights"), GTK_WINDOW (gtk_widget_get_root (page)),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Export"), NULL);
  Export *export = g_new0 (Export, 1);

  export->page = g_object_ref (page);
  export->client = g_object_ref (client);
  export->keys = g_array_copy (keys);
  g_array_sort (export->keys, compare_keys);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "nights.csv");
  stn_nights_export_add_choices (GTK_FILE_CHOOSER (chooser));
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), export);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
