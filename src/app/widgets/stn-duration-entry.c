/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-duration-entry.h"

#include <glib/gi18n.h>

#include "base/stn-text-number.h"
#include "widgets/stn-focus-child.h"
#include "widgets/stn-wrap-layout.h"

#define TEXT_MAX 24
#define MINUTES_MAX 1440
#define SECONDS_MAX 59

struct _StnDurationEntry {
  GtkWidget parent_instance;

  gboolean is_updating;

  GtkSpinButton *minutes;
  GtkSpinButton *seconds;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (StnDurationEntry, stn_duration_entry, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static int
max_of (StnDurationEntry *self, GtkSpinButton *number)
{
  return number == self->minutes ? MINUTES_MAX : SECONDS_MAX;
}

/* What stands in the field, read here: the spin button itself would make a 59 of a 99 and say nothing. */
static gboolean
read_number (StnDurationEntry *self, GtkSpinButton *number, StnOptInt *ret_value)
{
  g_autofree char *text = stn_number_typed (gtk_editable_get_text (GTK_EDITABLE (number)));
  guint64 value;

  if (*text == '\0') {
    *ret_value = STN_UNKNOWN_INT;
    return TRUE;
  }
  if (!g_ascii_string_to_unsigned (text, 10, 0, (guint64) max_of (self, number), &value, NULL))
    return FALSE;
  *ret_value = STN_KNOWN_INT ((int) value);
  return TRUE;
}

static void
show_refused (StnDurationEntry *self, GtkSpinButton *number, gboolean is_refused)
{
  if (is_refused) {
    gtk_widget_add_css_class (GTK_WIDGET (number), "error");
    gtk_accessible_update_relation (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                    self->reason, NULL, -1);
  } else {
    gtk_widget_remove_css_class (GTK_WIDGET (number), "error");
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  }
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_STATE_INVALID,
    is_refused ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_reason (StnDurationEntry *self, GtkSpinButton *refused)
{
  g_autofree char *text = NULL;

  show_refused (self, self->minutes, refused == self->minutes);
  show_refused (self, self->seconds, refused == self->seconds);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), refused != NULL);
  if (refused == NULL)
    return;
  /* Translators: %s is what the person typed. */
  text = g_strdup_printf (_ ("“%s” is no whole number from 0 to %d."),
                          gtk_editable_get_text (GTK_EDITABLE (refused)), max_of (self, refused));
  gtk_label_set_text (self->reason, text);
}

static int
input_cb (GtkSpinButton *number, double *ret_value, StnDurationEntry *self)
{
  StnOptInt value;

  if (!read_number (self, number, &value)) {
    show_reason (self, number);
    return GTK_INPUT_ERROR;
  }
  *ret_value = value.known ? value.value : 0;
  return TRUE;
}

/* What was typed and cannot be taken stays; an empty field stays empty. */
static gboolean
output_cb (GtkSpinButton *number, StnDurationEntry *self)
{
  StnOptInt value;
  double shown = gtk_spin_button_get_value (number);

  if (!read_number (self, number, &value))
    return TRUE;
  return value.known ? value.value == (int) shown : shown == 0;
}

static void
typed_cb (StnDurationEntry *self)
{
  StnOptInt value;

  if (read_number (self, self->minutes, &value) && read_number (self, self->seconds, &value))
    show_reason (self, NULL);
  if (!self->is_updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
insert_cb (GtkEditable *text, const char *added, int length, int *position, StnDurationEntry *self)
{
  if (g_utf8_strlen (added, length) + g_utf8_strlen (gtk_editable_get_text (text), -1) <= TEXT_MAX)
    return;
  g_signal_stop_emission_by_name (text, "insert-text");
  gtk_widget_error_bell (GTK_WIDGET (self));
  gtk_label_set_text (self->reason, _ ("That is too long for a number."));
  gtk_widget_set_visible (GTK_WIDGET (self->reason), TRUE);
}

static gboolean
stn_duration_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (STN_DURATION_ENTRY (widget)->minutes));
}

static void
stn_duration_entry_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (stn_duration_entry_parent_class)->dispose (object);
}

static void
stn_duration_entry_class_init (StnDurationEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_duration_entry_dispose;
  widget_class->focus = stn_focus_child;
  widget_class->grab_focus = stn_duration_entry_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-duration-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, StnDurationEntry, minutes);
  gtk_widget_class_bind_template_child (widget_class, StnDurationEntry, seconds);
  gtk_widget_class_bind_template_child (widget_class, StnDurationEntry, reason);
  gtk_widget_class_bind_template_callback (widget_class, input_cb);
  gtk_widget_class_bind_template_callback (widget_class, output_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
stn_duration_entry_init (StnDurationEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (self->minutes)), "insert-text",
                    G_CALLBACK (insert_cb), self);
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (self->seconds)), "insert-text",
                    G_CALLBACK (insert_cb), self);
}

gboolean
stn_duration_entry_check (StnDurationEntry *self)
{
  StnOptInt value;

  g_return_val_if_fail (STN_IS_DURATION_ENTRY (self), FALSE);

  if (!read_number (self, self->minutes, &value))
    show_reason (self, self->minutes);
  else if (!read_number (self, self->seconds, &value))
    show_reason (self, self->seconds);
  else
    return TRUE;
  return FALSE;
}

StnOptInt
stn_duration_entry_get_seconds (StnDurationEntry *self)
{
  StnOptInt minutes;
  StnOptInt seconds;

  g_return_val_if_fail (STN_IS_DURATION_ENTRY (self), STN_UNKNOWN_INT);

  if (!read_number (self, self->minutes, &minutes) ||
      !read_number (self, self->seconds, &seconds) || (!minutes.known && !seconds.known))
    return STN_UNKNOWN_INT;
  /* A whole day is the longest there is. */
  return STN_KNOWN_INT (MIN (MINUTES_MAX * 60, (minutes.known ? minutes.value * 60 : 0) +
                                                 (seconds.known ? seconds.value : 0)));
}

void
stn_duration_entry_set_seconds (StnDurationEntry *self, StnOptInt seconds)
{
  g_autofree char *minutes_text = NULL;
  g_autofree char *seconds_text = NULL;

  g_return_if_fail (STN_IS_DURATION_ENTRY (self));

  minutes_text = seconds.known ? g_strdup_printf ("%d", seconds.value / 60) : g_strdup ("");
  seconds_text = seconds.known ? g_strdup_printf ("%d", seconds.value % 60) : g_strdup ("");
  self->is_updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->minutes), minutes_text);
  gtk_editable_set_text (GTK_EDITABLE (self->seconds), seconds_text);
  gtk_spin_button_update (self->minutes);
  gtk_spin_button_update (self->seconds);
  self->is_updating = FALSE;
}
