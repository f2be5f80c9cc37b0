/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-findings-page.h"

#include "pages/stn-findings-notes.h"
#include "pages/stn-findings-section.h"
#include "present/stn-findings-list.h"
#include "widgets/stn-focus-child.h"

/* A run that takes no longer than this is not worth a moving picture. */
#define PATIENCE_MS 200

struct _StnFindingsPage {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnFindingsList *findings;
  guint patience_id; /* runs out while a run is under way, then progress is shown */
  gboolean is_slow;
  gboolean wants_focus; /* as soon as there is a finding that can have it */

  GtkStack *content;
  GtkProgressBar *first_progress;
  AdwStatusPage *empty;
  AdwStatusPage *failed;
  GtkProgressBar *progress;
  GtkWidget *sections;
  GtkLabel *lead;
  StnFindingsNotes *medicines;
  StnFindingsNotes *reliefs;
  const StnAnalysis *noted; /* what the notes show: compared, never read */
};

G_DEFINE_FINAL_TYPE (StnFindingsPage, stn_findings_page, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static gboolean patience_over_cb (gpointer user_data);

/* Progress is only shown of a run that takes long, and goes with the run. */
static void
show_progress (StnFindingsPage *self)
{
  double fraction = 0.0;
  gboolean is_running = stn_findings_list_is_running (self->findings, &fraction);

  if (!is_running) {
    self->is_slow = FALSE;
    g_clear_handle_id (&self->patience_id, g_source_remove);
  } else if (!self->is_slow && self->patience_id == 0) {
    self->patience_id = g_timeout_add (PATIENCE_MS, patience_over_cb, self);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_running && self->is_slow);
  gtk_progress_bar_set_fraction (self->progress, fraction);
  gtk_progress_bar_set_fraction (self->first_progress, fraction);
}

static const char *
choose_content (StnFindingsPage *self, const StnAnalysis *analysis)
{
  if (stn_findings_list_get_error (self->findings))
    return "failed";
  if (analysis && analysis->findings->len + analysis->medicines->len + analysis->reliefs->len > 0)
    return "findings";
  if (self->is_slow)
    return "comparing";
  return analysis ? "empty" : "waiting";
}

/* The finding that had it last, or the first one. */
static gboolean
stn_findings_page_grab_focus (GtkWidget *widget)
{
  StnFindingsPage *self = STN_FINDINGS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean has_focus = focus != NULL && gtk_widget_is_ancestor (focus, widget);

  if (!has_focus && gtk_widget_get_mapped (widget))
    has_focus = gtk_widget_child_focus (GTK_WIDGET (self->content), GTK_DIR_TAB_FORWARD);
  self->wants_focus = !has_focus;
  return has_focus;
}

/* Only of a new result: progress is told by the same signal. */
static void
show_notes (StnFindingsPage *self, const StnAnalysis *analysis)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));

  if (analysis == self->noted)
    return;
  self->noted = analysis;
  stn_findings_notes_show_medicines (self->medicines, analysis, stn_date_of (now));
  stn_findings_notes_show_reliefs (self->reliefs, analysis);
}

static void
show_findings (StnFindingsPage *self)
{
  const StnAnalysis *analysis = stn_findings_list_get_analysis (self->findings);
  const GError *error = stn_findings_list_get_error (self->findings);

  show_progress (self);
  if (error)
    adw_status_page_set_description (self->failed, error->message);
  if (analysis) {
    g_autofree char *lead = stn_wording_findings_lead (analysis);

    gtk_label_set_label (self->lead, lead);
    show_notes (self, analysis);
    adw_status_page_set_description (self->empty, lead);
  }
  gtk_stack_set_visible_child_name (self->content, choose_content (self, analysis));
  if (self->wants_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
patience_over_cb (gpointer user_data)
{
  StnFindingsPage *self = user_data;

  self->patience_id = 0;
  self->is_slow = TRUE;
  show_findings (self);
  return G_SOURCE_REMOVE;
}

static void
set_client (StnFindingsPage *self, StnDiaryClient *client)
{
  if (!client || self->client)
    return;
  self->client = g_object_ref (client);
  self->findings = stn_findings_list_new (client);
  g_signal_connect_swapped (self->findings, "updated", G_CALLBACK (show_findings), self);
  for (guint group = 0; group < STN_FINDING_GROUPS; group++)
    gtk_box_append (
      GTK_BOX (self->sections),
      stn_findings_section_new ((StnFindingGroup) group, G_LIST_MODEL (self->findings)));
  stn_findings_list_set_active (self->findings, gtk_widget_get_mapped (GTK_WIDGET (self)));
}

static void
stn_findings_page_map (GtkWidget *widget)
{
  StnFindingsPage *self = STN_FINDINGS_PAGE (widget);

  GTK_WIDGET_CLASS (stn_findings_page_parent_class)->map (widget);
  if (self->findings)
    stn_findings_list_set_active (self->findings, TRUE);
}

static void
stn_findings_page_unmap (GtkWidget *widget)
{
  StnFindingsPage *self = STN_FINDINGS_PAGE (widget);

  self->wants_focus = FALSE;
  if (self->findings)
    stn_findings_list_set_active (self->findings, FALSE);
  GTK_WIDGET_CLASS (stn_findings_page_parent_class)->unmap (widget);
}

static void
stn_findings_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnFindingsPage *self = STN_FINDINGS_PAGE (object);

  if (id == PROP_CLIENT)
    set_client (self, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_findings_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_value_set_object (value, STN_FINDINGS_PAGE (object)->client);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_findings_page_dispose (GObject *object)
{
  StnFindingsPage *self = STN_FINDINGS_PAGE (object);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (self->findings) {
    g_signal_handlers_disconnect_by_data (self->findings, self);
    stn_findings_list_set_active (self->findings, FALSE);
  }
  g_clear_object (&self->findings);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (stn_findings_page_parent_class)->dispose (object);
}

static void
stn_findings_page_class_init (StnFindingsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_findings_page_dispose;
  object_class->get_property = stn_findings_page_get_property;
  object_class->set_property = stn_findings_page_set_property;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  widget_class->focus = stn_focus_child;
  widget_class->grab_focus = stn_findings_page_grab_focus;
  widget_class->map = stn_findings_page_map;
  widget_class->unmap = stn_findings_page_unmap;

  g_type_ensure (STN_TYPE_FINDINGS_NOTES);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-findings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StnFindingsPage, content);
  gtk_widget_class_bind_template_child (widget_class, StnFindingsPage, first_progress);
  gtk_widget_class_bind_template_child (widget_class, StnFindingsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, StnFindingsPage, failed);
  gtk_widget_class_bind_template_child (widget_class, StnFindingsPage, progress);
  gtk_widget_class_bind_template_child (widget_class, StnFindingsPage, sections);
  gtk_widget_class_bind_template_child (widget_class, StnFindingsPage, lead);
  gtk_widget_class_bind_template_child (widget_class, StnFindingsPage, medicines);
  gtk_widget_class_bind_template_child (widget_class, StnFindingsPage, reliefs);
}

static void
stn_findings_page_init (StnFindingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
