/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-versions-window.h"

#include <glib/gi18n.h>

#include "diary/stn-change-facts.h"
#include "diary/stn-diary-archive.h"
#include "diary/stn-failure.h"
#include "widgets/stn-columns-layout.h"
#include "wording/stn-wording.h"

/* A version needs so much room, times the size of text, to stand beside the other. */
#define COLUMN_PX 200

struct _StnVersionsWindow {
  AdwWindow parent_instance;

  StnDiaryClient *client;
  GPtrArray *versions; /* (element-type StnOtherVersion) as shown */

  AdwToastOverlay *toasts;
  GtkLabel *lead;
  GtkBox *list;
};

G_DEFINE_FINAL_TYPE (StnVersionsWindow, stn_versions_window, ADW_TYPE_WINDOW)

/* Deciding */

typedef struct {
  GPtrArray *versions;
  guint i;
  gboolean keeps; /* what is in the diary */
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_ptr_array_unref (choice->versions);
  g_free (choice);
}

/* What was decided, and its group. */
typedef struct {
  gboolean keeps;
  gint64 group;
} Decision;

static gpointer
decide_work (StnDiary *diary, gpointer data, GError **error)
{
  const Choice *choice = data;
  const StnOtherVersion *version = g_ptr_array_index (choice->versions, choice->i);
  g_autofree Decision *decision = g_new0 (Decision, 1);

  decision->keeps = choice->keeps;
  if (!(choice->keeps ? stn_diary_keep_version (diary, version, &decision->group, error)
                      : stn_diary_use_other (diary, version, &decision->group, error)))
    return NULL;
  return g_steal_pointer (&decision);
}

/* The toast is here, and what it does is done by the window below, which has the diary's undo. */
static void
undo_cb (AdwToast *toast, StnVersionsWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const Decision *decision = g_object_get_data (G_OBJECT (toast), "decision");

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.undo-group", "x", decision->group);
}

static char *
describe_failure (const GError *error)
{
  if (g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_CHANGED))
    return g_strdup (_ ("You decided on it, or it was changed since."));
  return stn_failure_not_saved (error);
}

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnVersionsWindow) self = STN_VERSIONS_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree Decision *decision =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  g_autofree char *reason = decision == NULL ? describe_failure (error) : NULL;
  AdwToast *toast;

  if (self->client == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), TRUE);
  toast = adw_toast_new (decision == NULL  ? reason
                         : decision->keeps ? _ ("What is in the diary stays")
                                           : _ ("The other version is in the diary"));
  if (decision != NULL) {
    adw_toast_set_button_label (toast, _ ("Undo"));
    g_object_set_data_full (G_OBJECT (toast), "decision", g_steal_pointer (&decision), g_free);
    g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, 0);
  }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
decide (StnVersionsWindow *self, GtkWidget *button, gboolean keeps)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->versions = g_ptr_array_ref (self->versions);
  choice->i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "version"));
  choice->keeps = keeps;
  /* Pressed twice, a button decides once. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), FALSE);
  stn_diary_client_run (self->client, decide_work, choice, choice_free, g_free, NULL, decided_cb,
                        g_object_ref (self));
}

static void
use_clicked_cb (StnVersionsWindow *self, GtkWidget *button)
{
  decide (self, button, FALSE);
}

static void
keep_clicked_cb (StnVersionsWindow *self, GtkWidget *button)
{
  decide (self, button, TRUE);
}

/* Showing */

static GtkWidget *
label_new (const char *text, const char *class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0F, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

/* @is_other: the version that is not in the diary. */
static GtkWidget *
side_new (const StnOtherVersion *version, const char *title, gboolean is_other)
{
  const StnVersionFacts facts = stn_version_facts_of (version);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *words = is_other ? version->other : version->kept;
  g_autofree char *deleted = stn_wording_version_text (words);

  gtk_box_append (GTK_BOX (side), label_new (title, "dim-label"));
  if (words == NULL) {
    gtk_box_append (GTK_BOX (side), label_new (deleted, NULL));
    return side;
  }
  for (guint i = 0; i < version->fields->len; i++) {
    const StnVersionField *field = g_ptr_array_index (version->fields, i);
    g_autofree char *text =
      stn_wording_version_field (&facts, field->name, is_other ? field->other : field->kept);

    gtk_box_append (GTK_BOX (side), label_new (text, NULL));
  }
  return side;
}

/* @name: what it is called for who hears it. */
static GtkWidget *
button_new (
  StnVersionsWindow *self, guint i, const char *label, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "target");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "version", GUINT_TO_POINTER (i));
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
keep_button_new (StnVersionsWindow *self, guint i, const char *head)
{
  /* Translators: of two versions the one that is in the diary; %s: "Night of ...: a cramp" */
  g_autofree char *name = g_strdup_printf (_ ("Keep the version in the diary of: %s"), head);

  return button_new (self, i, _ ("Keep This One"), name, G_CALLBACK (keep_clicked_cb));
}

static GtkWidget *
use_button_new (StnVersionsWindow *self, guint i, const char *head)
{
  /* Translators: of two versions the one that is not in the diary; %s: "Night of ...: a cramp" */
  g_autofree char *name = g_strdup_printf (_ ("Use the other version of: %s"), head);

  return button_new (self, i, _ ("Use This One"), name, G_CALLBACK (use_clicked_cb));
}

static void
add_version (StnVersionsWindow *self, guint i, StnDate today)
{
  const StnOtherVersion *version = g_ptr_array_index (self->versions, i);
  const StnVersionFacts facts = stn_version_facts_of (version);
  g_autofree char *record = stn_wording_version_head (&facts, today);
  /* Translators: %s is "Night of Friday 20 to Saturday 21 November"; what is written of it beside cramps and the day before */
  g_autofree char *head = g_str_equal (version->table, "night")
                            ? g_strdup_printf (_ ("%s: answer, sleep and note"), record)
                            : g_strdup (record);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkLayoutManager *layout = stn_columns_layout_new ();
  GtkWidget *title =
    g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", head,
                  "xalign", 0.0F, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  GtkWidget *kept = side_new (version, _ ("In the diary"), FALSE);
  GtkWidget *other = side_new (version, _ ("The other version"), TRUE);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "sample-rows");
  g_object_set (layout, "spacing", 18, "column-width", COLUMN_PX, NULL);
  gtk_widget_set_layout_manager (sides, layout);
  gtk_widget_set_valign (kept, GTK_ALIGN_START);
  gtk_widget_set_valign (other, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (sides), kept);
  gtk_box_append (GTK_BOX (sides), other);
  gtk_box_append (GTK_BOX (card), title);
  if (version->is_kept) {
    gtk_box_append (GTK_BOX (card), sides);
    gtk_box_append (GTK_BOX (kept), keep_button_new (self, i, head));
    gtk_box_append (GTK_BOX (other), use_button_new (self, i, head));
  } else {
    g_object_ref_sink (sides);
    g_object_unref (sides);
    gtk_box_append (GTK_BOX (card),
                    label_new (_ ("You decided on it, or it was changed since."), "dim-label"));
  }
  gtk_box_append (self->list, card);
}

static void
show_versions (StnVersionsWindow *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  gtk_label_set_label (
    self->lead,
    self->versions->len == 0
      ? _ ("The last joining left no record with another version.")
      : _ ("These were written on both computers. The newer one is in the diary, the other one is "
           "not lost."));
  for (guint i = 0; i < self->versions->len; i++)
    add_version (self, i, stn_date_of (now));
  /* What had the focus may be gone. */
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static gpointer
list_work (StnDiary *diary, gpointer data, GError **error)
{
  return stn_other_versions_list (stn_diary_get_store (diary), 0, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnVersionsWindow) self = STN_VERSIONS_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  GPtrArray *versions = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  g_autofree char *reason = NULL;

  if (self->client == NULL) {
    g_clear_pointer (&versions, g_ptr_array_unref);
    return;
  }
  if (versions == NULL) {
    reason = stn_failure_reason (error);
    gtk_label_set_label (self->lead, reason);
    return;
  }
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  self->versions = versions;
  show_versions (self);
}

static void
load (StnVersionsWindow *self)
{
  stn_diary_client_run (self->client, list_work, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                        NULL, listed_cb, g_object_ref (self));
}

/* A closed window lives until the diary has answered, maybe longer than the one above, which GTK 4.8 does not notice. */
static void
stn_versions_window_unrealize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stn_versions_window_parent_class)->unrealize (widget);
  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
stn_versions_window_dispose (GObject *object)
{
  StnVersionsWindow *self = STN_VERSIONS_WINDOW (object);

  if (self->client != NULL)
    g_signal_handlers_disconnect_by_data (self->client, self);
  g_clear_object (&self->client);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  G_OBJECT_CLASS (stn_versions_window_parent_class)->dispose (object);
}

static void
stn_versions_window_class_init (StnVersionsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_versions_window_dispose;
  widget_class->unrealize = stn_versions_window_unrealize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-versions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StnVersionsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, StnVersionsWindow, lead);
  gtk_widget_class_bind_template_child (widget_class, StnVersionsWindow, list);
}

static void
stn_versions_window_init (StnVersionsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StnVersionsWindow *
stn_versions_window_new (GtkWindow *parent, StnDiaryClient *client)
{
  StnVersionsWindow *self = g_object_new (STN_TYPE_VERSIONS_WINDOW, "transient-for", parent, NULL);

  self->client = g_object_ref (client);
  g_signal_connect_swapped (client, "changed", G_CALLBACK (load), self);
  load (self);
  return self;
}
