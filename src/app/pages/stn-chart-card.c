/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-chart-card.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chart/stn-chart-file.h"
#include "chart/stn-chart-sheet.h"

#include "pages/stn-chart-legend.h"
#include "widgets/stn-chart-view.h"
#include "widgets/stn-file-dialog.h"
#include "widgets/stn-inner-names.h"
#include "widgets/stn-wrap-layout.h"

/* Charts in files: wide enough for a page, in the words' size of print. */
#define FILE_WIDTH 760.0
#define FILE_FONT "Cantarell"
#define FILE_POINTS 11.0

struct _StnChartCard {
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *sentence;
  GtkLabel *reading;
  GtkLabel *reading_detail;
  GtkStack *content;
  GtkToggleButton *table_button;
  StnChartView *view;
  GtkScrollbar *place;
  GtkListView *table;
  GtkBox *legend;
};

G_DEFINE_FINAL_TYPE (StnChartCard, stn_chart_card, GTK_TYPE_BOX)

/* Nothing to move where all nights are seen. */
static void
show_place (StnChartCard *self)
{
  GtkAdjustment *place = stn_chart_view_get_adjustment (self->view);

  gtk_widget_set_visible (GTK_WIDGET (self->place), stn_chart_view_can_move (self->view) &&
                                                      gtk_adjustment_get_page_size (place) <
                                                        gtk_adjustment_get_upper (place));
}

GtkWidget *
stn_chart_card_new (StnTrendRange *range)
{
  StnChartCard *self = g_object_new (STN_TYPE_CHART_CARD, NULL);

  stn_chart_view_set_range (self->view, range);
  return GTK_WIDGET (self);
}

static void
reading_cb (StnChartView *view, const char *title, const char *detail, StnChartCard *self)
{
  gtk_label_set_label (self->reading, title != NULL ? title : "");
  if (title == NULL && stn_chart_view_can_move (self->view))
    detail = _ ("Point at the picture or use the arrow keys to read a value.");
  gtk_label_set_label (self->reading_detail, detail != NULL ? detail : "");
}

/* Every value that can be read out is a line: the same words, one below the other. */
static GListModel *
list_values (StnChart *chart)
{
  GtkStringList *lines = gtk_string_list_new (NULL);
  PangoContext *context = stn_chart_font_context (FILE_FONT, FILE_POINTS);
  StnChartFace face = stn_chart_face_of (context);
  g_autoptr (StnScene) scene = stn_chart_lay_out (chart, &face, FILE_WIDTH, FALSE);

  for (guint i = 0; i < stn_scene_get_n_values (scene); i++) {
    const StnSceneValue *value = stn_scene_get_value (scene, i);
    g_autofree char *line = value->detail != NULL
                              ? g_strdup_printf ("%s\n%s", value->title, value->detail)
                              : g_strdup (value->title);

    gtk_string_list_append (lines, line);
  }
  g_object_unref (context);
  return G_LIST_MODEL (lines);
}

/* Made only when somebody wants to see it. */
static void
fill_table (StnChartCard *self)
{
  g_autoptr (GtkSelectionModel) model = GTK_SELECTION_MODEL (
    gtk_no_selection_new (list_values (stn_chart_view_get_chart (self->view))));

  gtk_list_view_set_model (self->table, model);
}

static void
show_table_cb (GtkToggleButton *button, GParamSpec *pspec, StnChartCard *self)
{
  gboolean shows_table = gtk_toggle_button_get_active (button);

  if (shows_table && gtk_list_view_get_model (self->table) == NULL)
    fill_table (self);
  gtk_stack_set_visible_child_name (self->content, shows_table ? "table" : "picture");
}

void
stn_chart_card_set_chart (StnChartCard *self, StnChart *chart)
{
  g_return_if_fail (STN_IS_CHART_CARD (self));
  gboolean shows_table = gtk_toggle_button_get_active (self->table_button);

  gtk_label_set_label (self->title, stn_chart_get_title (chart));
  gtk_label_set_label (self->sentence, stn_chart_get_sentence (chart));
  stn_chart_view_set_chart (self->view, chart);
  gtk_list_view_set_model (self->table, NULL);
  if (shows_table)
    fill_table (self);
  stn_chart_legend_fill (self->legend, chart);
  show_place (self);
}

static void
announce (StnChartCard *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", text, (gint64) 0);
}

/* On paper, whatever the style of the desktop. */
static GBytes *
make_file (StnChartCard *self, const char *format)
{
  StnChart *chart = stn_chart_view_get_chart (self->view);

  if (g_str_equal (format, "csv")) {
    g_autofree char *text = stn_chart_get_csv (chart);
    gsize length = strlen (text);

    return g_bytes_new_take (g_steal_pointer (&text), length);
  }
  PangoContext *context = stn_chart_font_context (FILE_FONT, FILE_POINTS);
  StnChartFace face = stn_chart_face_of (context);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autoptr (StnScene) scene = stn_chart_sheet_lay_out (chart, &face, FILE_WIDTH, mirrored);
  GBytes *bytes = stn_chart_file (scene, context, STN_CHART_PRINT,
                                  g_str_equal (format, "png")   ? STN_CHART_PNG
                                  : g_str_equal (format, "svg") ? STN_CHART_SVG
                                                                : STN_CHART_PDF);
  g_object_unref (context);
  return bytes;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnChartCard) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  gboolean saved = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  g_autofree char *text = saved
                            /* Translators: %s is the name of a file */
                            ? g_strdup_printf (_ ("Saved as %s"), name)
                            /* Translators: %s is the reason */
                            : g_strdup_printf (_ ("Not saved: %s"), error->message);

  announce (self, text);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StnChartCard *self = STN_CHART_CARD (source);
  g_autofree char *format = user_data;
  g_autoptr (GFile) file = stn_file_dialog_finish (result);
  g_autoptr (GBytes) bytes = file != NULL ? make_file (self, format) : NULL;

  if (bytes != NULL)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE,
                                         G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                         NULL, saved_cb, g_object_ref (self));
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *format = g_variant_get_string (parameter, NULL);
  g_autofree char *name = g_strdup_printf ("chart.%s", format);
  const StnFileQuestion question = {.action = GTK_FILE_CHOOSER_ACTION_SAVE,
                                    .title = _ ("Save Chart"),
                                    .accept = _ ("Save"),
                                    .name = name};

  stn_file_dialog_ask (widget, &question, file_chosen_cb, g_strdup (format));
}

/* As a picture, and as a table where text is pasted. */
static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnChartCard *self = STN_CHART_CARD (widget);
  g_autofree char *table = stn_chart_get_csv (stn_chart_view_get_chart (self->view));
  g_autoptr (GBytes) bytes = make_file (self, "png");
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture =
    bytes != NULL ? gdk_texture_new_from_bytes (bytes, &error) : NULL;

  if (texture == NULL)
    return;
  GdkContentProvider *kinds[] = {gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture),
                                 gdk_content_provider_new_typed (G_TYPE_STRING, table)};
  g_autoptr (GdkContentProvider) both =
    gdk_content_provider_new_union (kinds, G_N_ELEMENTS (kinds));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), both);
  announce (self, _ ("Chart copied"));
}

static void
stn_chart_card_class_init (StnChartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (STN_TYPE_CHART_VIEW);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, StnChartCard, title);
  gtk_widget_class_bind_template_child (widget_class, StnChartCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, StnChartCard, reading);
  gtk_widget_class_bind_template_child (widget_class, StnChartCard, reading_detail);
  gtk_widget_class_bind_template_child (widget_class, StnChartCard, content);
  gtk_widget_class_bind_template_child (widget_class, StnChartCard, table_button);
  gtk_widget_class_bind_template_child (widget_class, StnChartCard, view);
  gtk_widget_class_bind_template_child (widget_class, StnChartCard, place);
  gtk_widget_class_bind_template_child (widget_class, StnChartCard, table);
  gtk_widget_class_bind_template_child (widget_class, StnChartCard, legend);
  gtk_widget_class_bind_template_callback (widget_class, reading_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_table_cb);
  gtk_widget_class_install_action (widget_class, "chart.save", "s", save_cb);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_cb);
}

static void
stn_chart_card_init (StnChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_inner_names_add (GTK_WIDGET (self));
  gtk_scrollbar_set_adjustment (self->place, stn_chart_view_get_adjustment (self->view));
  g_signal_connect_object (stn_chart_view_get_adjustment (self->view), "changed",
                           G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
  reading_cb (self->view, NULL, NULL, self);
}
