/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-report-preview.h"

#include <glib/gi18n.h>

#include "exchange/stn-report-layout.h"
#include "pages/stn-sheet-view.h"
#include "present/stn-report-maker.h"
#include "widgets/stn-file-dialog.h"
#include "widgets/stn-inner-names.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording-report.h"

struct _StnReportPreview {
  AdwBin parent_instance;

  StnDiaryClient *client;
  gboolean is_bedside;
  StnReportMaker *maker;
  StnPages *pages;

  gboolean is_showing; /* a choice is shown, not made */
  gboolean is_chosen;  /* somebody chose the period */

  GtkWidget *choices;
  GtkDropDown *period;
  GtkStringList *periods;
  GtkCheckButton *nights;
  GtkLabel *failure;
  GtkLabel *text;
  GtkBox *sheets;
};

G_DEFINE_FINAL_TYPE (StnReportPreview, stn_report_preview, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, PROP_BEDSIDE, N_PROPS };
static GParamSpec *props[N_PROPS];

/* Rows of the choice of a period: nights before today; 0: since the last visit, which is there when there was one; -1: all. */
static const int periods[] = {0, 28, 91, 365, -1};

static void
announce (StnReportPreview *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", text, (gint64) 0);
}

/* What is shown */

static void
clear_sheets (StnReportPreview *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sheets))) != NULL)
    gtk_box_remove (self->sheets, child);
  g_clear_pointer (&self->pages, stn_pages_free);
}

static void
show_sheets (StnReportPreview *self)
{
  guint n = stn_pages_get_n (self->pages);

  for (guint page = 0; page < n; page++) {
    GtkWidget *sheet = stn_sheet_view_new ();
    g_autofree char *name = stn_wording_report_page (page + 1, n);

    stn_sheet_view_show (STN_SHEET_VIEW (sheet), self->pages, page, name);
    gtk_box_append (self->sheets, sheet);
  }
}

/* The same in the size of text of the desktop. */
static char *
make_text (StnReportPreview *self)
{
  return self->is_bedside ? stn_pages_get_text (self->pages, 0)
                          : stn_report_to_text (stn_report_maker_get_report (self->maker));
}

static StnPages *
lay_out (StnReportPreview *self, StnPaper paper)
{
  const StnReport *report = stn_report_maker_get_report (self->maker);
  const StnBedsideCard *card = stn_report_maker_get_card (self->maker);

  if (report == NULL || card == NULL)
    return NULL;
  return self->is_bedside ? stn_bedside_card_lay_out (card, paper)
                          : stn_report_lay_out (report, paper);
}

static gboolean
offers_visit (StnReportPreview *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->periods)) == G_N_ELEMENTS (periods);
}

/* Without a visit the page is about the whole diary, and says so. */
static void
offer_visit (StnReportPreview *self, gboolean has_visit)
{
  const char *const since[] = {_ ("Since the last visit"), NULL};
  guint selected = gtk_drop_down_get_selected (self->period);
  guint all;

  if (offers_visit (self) == has_visit)
    return;
  self->is_showing = TRUE;
  gtk_string_list_splice (self->periods, 0, has_visit ? 0 : 1, has_visit ? since : NULL);
  all = g_list_model_get_n_items (G_LIST_MODEL (self->periods)) - 1;
  if (!self->is_chosen)
    selected = has_visit ? 0 : all;
  else
    selected = has_visit ? selected + 1 : selected == 0 ? all : selected - 1;
  gtk_drop_down_set_selected (self->period, selected);
  self->is_showing = FALSE;
}

static void
set_has_pages (StnReportPreview *self, gboolean has_pages)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.print", has_pages);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save", has_pages);
}

static void
updated_cb (StnReportPreview *self)
{
  const GError *error = stn_report_maker_get_error (self->maker);

  clear_sheets (self);
  self->pages = lay_out (self, stn_paper_of_locale ());
  gtk_widget_set_visible (GTK_WIDGET (self->failure), error != NULL);
  if (error != NULL)
    gtk_label_set_label (self->failure, error->message);
  if (self->pages != NULL) {
    g_autofree char *text = make_text (self);

    offer_visit (self, stn_report_maker_get_report (self->maker)->has_visit);
    gtk_label_set_label (self->text, text);
    show_sheets (self);
  }
  set_has_pages (self, self->pages != NULL);
}

static void
ask (StnReportPreview *self)
{
  StnReportQuestion question = {.from = STN_NO_DATE, .to = STN_NO_DATE};
  guint selected = gtk_drop_down_get_selected (self->period) + (offers_visit (self) ? 0 : 1);
  /* Until somebody chooses, the page knows best: since the last visit, else all. */
  int days = self->is_chosen ? periods[MIN (selected, G_N_ELEMENTS (periods) - 1)] : 0;
  g_autoptr (GDateTime) now = NULL;

  if (self->maker == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  now = stn_clock_now (stn_diary_client_get_clock (self->client));
  question.nights = !self->is_bedside && gtk_check_button_get_active (self->nights);
  if (days != 0)
    question.from =
      days > 0 ? stn_date_add_days (stn_date_of (now), -days) : stn_date_new (1900, 1, 1);
  stn_report_maker_ask (self->maker, &question);
}

static void
period_chosen_cb (StnReportPreview *self)
{
  if (self->is_showing)
    return;
  self->is_chosen = TRUE;
  ask (self);
}

static void
stn_report_preview_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stn_report_preview_parent_class)->map (widget);
  ask (STN_REPORT_PREVIEW (widget));
}

static void
stn_report_preview_unmap (GtkWidget *widget)
{
  StnReportPreview *self = STN_REPORT_PREVIEW (widget);

  if (self->maker != NULL)
    stn_report_maker_stop (self->maker);
  GTK_WIDGET_CLASS (stn_report_preview_parent_class)->unmap (widget);
}

/* Printing */

/* Paper of the printer: the layout is made for it. */
static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, StnReportPreview *self)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  double width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  StnPages *pages = lay_out (self, width > 600 ? STN_PAPER_LETTER : STN_PAPER_A4);

  if (pages == NULL) {
    gtk_print_operation_cancel (operation);
    return;
  }
  gtk_print_operation_set_n_pages (operation, (int) stn_pages_get_n (pages));
  g_object_set_data_full (G_OBJECT (operation), "pages", pages, (GDestroyNotify) stn_pages_free);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  const StnPages *pages = g_object_get_data (G_OBJECT (operation), "pages");
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);

  /* Other paper than the two is filled as far as its narrower side goes. */
  double scale = MIN (width / stn_pages_get_width (pages),
                      gtk_print_context_get_height (context) / stn_pages_get_height (pages));
  cairo_scale (cr, scale, scale);
  stn_pages_draw (pages, (guint) page, cr);
}

static GtkPageSetup *
page_setup_new (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  const char *name =
    stn_paper_of_locale () == STN_PAPER_LETTER ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4;
  GtkPaperSize *size = gtk_paper_size_new (name);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  return setup;
}

GtkPrintOperation *
stn_report_preview_print_new (StnReportPreview *self)
{
  g_return_val_if_fail (STN_IS_REPORT_PREVIEW (self), NULL);
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = page_setup_new ();

  /* Whoever stands at the printer reads it: nothing of health. */
  gtk_print_operation_set_job_name (operation, _ ("Stillnight"));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_print_cb), self, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), NULL);
  return operation;
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnReportPreview *self = STN_REPORT_PREVIEW (widget);
  g_autoptr (GtkPrintOperation) operation = stn_report_preview_print_new (self);
  g_autoptr (GError) error = NULL;

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (widget)),
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR) {
    /* Translators: %s is the reason */
    g_autofree char *text = g_strdup_printf (_ ("Not printed: %s"), error->message);

    announce (self, text);
  }
}

/* Saving */

static GBytes *
make_pdf (StnReportPreview *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));
  g_autofree char *made = g_date_time_format (now, "%Y-%m-%d");

  return stn_pages_to_pdf (
    self->pages, self->is_bedside ? stn_wording_card_relief () : stn_wording_report_title (), made);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnReportPreview) self = user_data;
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
  StnReportPreview *self = STN_REPORT_PREVIEW (source);
  g_autoptr (GFile) file = stn_file_dialog_finish (result);

  if (file != NULL && self->pages != NULL) {
    g_autoptr (GBytes) bytes = make_pdf (self);

    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE,
                                         G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                         NULL, saved_cb, g_object_ref (self));
  }
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnReportPreview *self = STN_REPORT_PREVIEW (widget);
  const StnFileQuestion question = {.action = GTK_FILE_CHOOSER_ACTION_SAVE,
                                    .title = _ ("Save as PDF"),
                                    .accept = _ ("Save"),
                                    /* Translators: names of files */
                                    .name = self->is_bedside ? C_ ("file", "bedside-card.pdf")
                                                             : C_ ("file", "leg-cramps.pdf")};

  stn_file_dialog_ask (widget, &question, file_chosen_cb, NULL);
}

static void
set_client (StnReportPreview *self, StnDiaryClient *client)
{
  if (client == NULL || self->client != NULL)
    return;
  self->client = g_object_ref (client);
  self->maker = stn_report_maker_new (client);
  g_signal_connect_object (self->maker, "updated", G_CALLBACK (updated_cb), self,
                           G_CONNECT_SWAPPED);
  ask (self);
}

static void
stn_report_preview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnReportPreview *self = STN_REPORT_PREVIEW (object);

  if (id == PROP_CLIENT) {
    set_client (self, g_value_get_object (value));
  } else if (id == PROP_BEDSIDE) {
    self->is_bedside = g_value_get_boolean (value);
    gtk_widget_set_visible (self->choices, !self->is_bedside);
  } else {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_report_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StnReportPreview *self = STN_REPORT_PREVIEW (object);

  if (id == PROP_CLIENT)
    g_value_set_object (value, self->client);
  else if (id == PROP_BEDSIDE)
    g_value_set_boolean (value, self->is_bedside);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_report_preview_dispose (GObject *object)
{
  StnReportPreview *self = STN_REPORT_PREVIEW (object);

  if (self->sheets != NULL)
    clear_sheets (self);
  g_clear_object (&self->maker);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (stn_report_preview_parent_class)->dispose (object);
}

static void
stn_report_preview_class_init (StnReportPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_report_preview_dispose;
  object_class->get_property = stn_report_preview_get_property;
  object_class->set_property = stn_report_preview_set_property;
  widget_class->map = stn_report_preview_map;
  widget_class->unmap = stn_report_preview_unmap;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_BEDSIDE] =
    g_param_spec_boolean ("bedside", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-report-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, StnReportPreview, choices);
  gtk_widget_class_bind_template_child (widget_class, StnReportPreview, period);
  gtk_widget_class_bind_template_child (widget_class, StnReportPreview, periods);
  gtk_widget_class_bind_template_child (widget_class, StnReportPreview, nights);
  gtk_widget_class_bind_template_child (widget_class, StnReportPreview, failure);
  gtk_widget_class_bind_template_child (widget_class, StnReportPreview, text);
  gtk_widget_class_bind_template_child (widget_class, StnReportPreview, sheets);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, period_chosen_cb);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "report.save", NULL, save_cb);
}

static void
stn_report_preview_init (StnReportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_inner_names_add (GTK_WIDGET (self));
  set_has_pages (self, FALSE);
}
