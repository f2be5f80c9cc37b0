/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-note-entry.h"

#include <glib/gi18n.h>

#include "widgets/stn-focus-child.h"

/* At most four bytes each: what the diary takes for a note. */
#define TEXT_MAX 25000

struct _StnNoteEntry {
  GtkWidget parent_instance;

  gboolean is_updating;

  GtkLabel *title;
  GtkTextBuffer *buffer;
  GtkTextView *view;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (StnNoteEntry, stn_note_entry, GTK_TYPE_WIDGET)

enum { PROP_TITLE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
changed_cb (StnNoteEntry *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->reason), FALSE);
  if (!self->is_updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
insert_cb (
  GtkTextBuffer *buffer, GtkTextIter *place, const char *text, int length, StnNoteEntry *self)
{
  g_autofree char *reason = NULL;

  if (self->is_updating ||
      g_utf8_strlen (text, length) + gtk_text_buffer_get_char_count (buffer) <= TEXT_MAX)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  /* Translators: %d is how many letters a note can have. */
  reason = g_strdup_printf (ngettext ("Too long: a note has at most %d letter.",
                                      "Too long: a note has at most %d letters.", TEXT_MAX),
                            TEXT_MAX);
  gtk_label_set_text (self->reason, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), TRUE);
}

static gboolean
stn_note_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (STN_NOTE_ENTRY (widget)->view));
}

static void
stn_note_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    gtk_label_set_text (STN_NOTE_ENTRY (object)->title, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_note_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    g_value_set_string (value, gtk_label_get_text (STN_NOTE_ENTRY (object)->title));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_note_entry_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (stn_note_entry_parent_class)->dispose (object);
}

static void
stn_note_entry_class_init (StnNoteEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_note_entry_dispose;
  object_class->get_property = stn_note_entry_get_property;
  object_class->set_property = stn_note_entry_set_property;
  widget_class->focus = stn_focus_child;
  widget_class->grab_focus = stn_note_entry_grab_focus;

  props[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-note-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, StnNoteEntry, title);
  gtk_widget_class_bind_template_child (widget_class, StnNoteEntry, buffer);
  gtk_widget_class_bind_template_child (widget_class, StnNoteEntry, view);
  gtk_widget_class_bind_template_child (widget_class, StnNoteEntry, reason);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_cb);
}

static void
stn_note_entry_init (StnNoteEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

char *
stn_note_entry_get_text (StnNoteEntry *self)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  g_return_val_if_fail (STN_IS_NOTE_ENTRY (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

void
stn_note_entry_set_text (StnNoteEntry *self, const char *text)
{
  g_return_if_fail (STN_IS_NOTE_ENTRY (self));

  self->is_updating = TRUE;
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  self->is_updating = FALSE;
}
