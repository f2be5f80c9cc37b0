/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-suggestion-entry.h"

#include <adwaita.h>

#include "widgets/stn-field-reason.h"

/* What the diary takes for a name. */
#define TEXT_MAX 80

struct _StnSuggestionEntry {
  GtkBox parent_instance;

  char *title;
  gboolean is_setting;

  GtkEditable *entry;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (StnSuggestionEntry, stn_suggestion_entry, GTK_TYPE_BOX)

enum { PROP_TITLE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { TYPED, CHOSEN, ACTIVATE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
text_changed_cb (StnSuggestionEntry *self)
{
  if (!self->is_setting)
    g_signal_emit (self, signals[TYPED], 0);
}

static void
activate_cb (StnSuggestionEntry *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
enter_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnSuggestionEntry *self = STN_SUGGESTION_ENTRY (widget);
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
row_activated_cb (StnSuggestionEntry *self, GtkListBoxRow *row)
{
  guint place = (guint) gtk_list_box_row_get_index (row);
  g_autofree char *words = g_strdup (g_object_get_data (G_OBJECT (row), "words"));

  stn_suggestion_entry_set_text (self, words);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  g_signal_emit (self, signals[CHOSEN], 0, place);
}

char *
stn_suggestion_entry_get_text (StnSuggestionEntry *self)
{
  g_return_val_if_fail (STN_IS_SUGGESTION_ENTRY (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

void
stn_suggestion_entry_set_text (StnSuggestionEntry *self, const char *text)
{
  g_return_if_fail (STN_IS_SUGGESTION_ENTRY (self) && text != NULL);

  self->is_setting = TRUE;
  gtk_editable_set_text (self->entry, text);
  gtk_editable_set_position (self->entry, -1);
  self->is_setting = FALSE;
  stn_suggestion_entry_clear_suggestions (self);
}

void
stn_suggestion_entry_clear_suggestions (StnSuggestionEntry *self)
{
  g_return_if_fail (STN_IS_SUGGESTION_ENTRY (self));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
}

void
stn_suggestion_entry_suggest (StnSuggestionEntry *self, const char *words, const char *detail)
{
  g_return_if_fail (STN_IS_SUGGESTION_ENTRY (self) && words != NULL);
  GtkWidget *row =
    g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", words, "subtitle",
                  detail == NULL ? "" : detail, "activatable", TRUE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (row), "words", g_strdup (words), g_free);
  gtk_list_box_append (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
}

static gboolean
stn_suggestion_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (STN_SUGGESTION_ENTRY (widget)->entry));
}

static void
stn_suggestion_entry_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  StnSuggestionEntry *self = STN_SUGGESTION_ENTRY (object);

  if (id == PROP_TITLE) {
    g_free (self->title);
    self->title = g_value_dup_string (value);
    if (self->title != NULL)
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->title, -1);
  } else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_suggestion_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    g_value_set_string (value, STN_SUGGESTION_ENTRY (object)->title);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_suggestion_entry_finalize (GObject *object)
{
  g_free (STN_SUGGESTION_ENTRY (object)->title);

  G_OBJECT_CLASS (stn_suggestion_entry_parent_class)->finalize (object);
}

static void
stn_suggestion_entry_class_init (StnSuggestionEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = stn_suggestion_entry_set_property;
  object_class->get_property = stn_suggestion_entry_get_property;
  object_class->finalize = stn_suggestion_entry_finalize;
  widget_class->grab_focus = stn_suggestion_entry_grab_focus;

  props[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-suggestion-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, StnSuggestionEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, StnSuggestionEntry, list);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "suggestions.enter", NULL, enter_cb);
}

static void
stn_suggestion_entry_init (StnSuggestionEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_field_reason_limit (GTK_WIDGET (self->entry), TEXT_MAX);
}
