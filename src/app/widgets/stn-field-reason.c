/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-field-reason.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/stn-text-number.h"

#define KEY_REASON "stn-field-reason"
#define KEY_LIMIT "stn-field-limit"

/* More than any number has. */
#define NUMBER_MAX 24

static gboolean
is_column (GtkWidget *widget)
{
  return GTK_IS_BOX (widget) && GTK_IS_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)) &&
         gtk_orientable_get_orientation (GTK_ORIENTABLE (widget)) == GTK_ORIENTATION_VERTICAL;
}

static GtkWidget *
row_new (GtkWidget *label)
{
  GtkWidget *row = adw_preferences_row_new ();

  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  return row;
}

/* Below the field, or below the line that it stands in. */
static void
place (GtkWidget *field, GtkWidget *label)
{
  GtkWidget *line = field;
  GtkWidget *parent = gtk_widget_get_parent (line);

  while (parent != NULL && !GTK_IS_LIST_BOX (parent) && !is_column (parent)) {
    line = parent;
    parent = gtk_widget_get_parent (line);
  }
  g_return_if_fail (parent != NULL);
  if (GTK_IS_LIST_BOX (parent))
    gtk_list_box_insert (GTK_LIST_BOX (parent), row_new (label),
                         gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (line)) + 1);
  else
    gtk_box_insert_child_after (GTK_BOX (parent), label, line);
}

static GtkWidget *
label_of (GtkWidget *field)
{
  GtkWidget *label = g_object_get_data (G_OBJECT (field), KEY_REASON);

  if (label != NULL)
    return label;
  label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "error");
  g_object_set_data_full (G_OBJECT (field), KEY_REASON, g_object_ref_sink (label), g_object_unref);
  place (field, label);
  return label;
}

static void
show_label (GtkWidget *label, const char *reason)
{
  GtkWidget *parent = gtk_widget_get_parent (label);

  gtk_label_set_text (GTK_LABEL (label), reason != NULL ? reason : "");
  gtk_widget_set_visible (label, reason != NULL);
  if (GTK_IS_LIST_BOX_ROW (parent))
    gtk_widget_set_visible (parent, reason != NULL);
}

void
stn_field_reason_show (GtkWidget *field, const char *reason)
{
  GtkWidget *label;

  g_return_if_fail (GTK_IS_WIDGET (field));

  if (reason == NULL && g_object_get_data (G_OBJECT (field), KEY_REASON) == NULL)
    return;
  label = label_of (field);
  show_label (label, reason);
  if (reason != NULL) {
    gtk_widget_add_css_class (field, "error");
    gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                    label, NULL, -1);
  } else {
    gtk_widget_remove_css_class (field, "error");
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  }
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID,
    reason != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Length */

static void
insert_cb (GtkEditable *text, const char *added, int length, int *position, GtkWidget *field)
{
  int max = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (field), KEY_LIMIT));
  g_autofree char *reason = NULL;

  if (g_utf8_strlen (added, length) + g_utf8_strlen (gtk_editable_get_text (text), -1) <= max)
    return;
  g_signal_stop_emission_by_name (text, "insert-text");
  reason = g_strdup_printf (
    ngettext ("Too long: at most %d character.", "Too long: at most %d characters.", max), max);
  stn_field_reason_show (field, reason);
}

static void
changed_cb (GtkWidget *field)
{
  stn_field_reason_show (field, NULL);
}

void
stn_field_reason_limit (GtkWidget *field, int max)
{
  g_return_if_fail (GTK_IS_EDITABLE (field) && max > 0);

  g_object_set_data (G_OBJECT (field), KEY_LIMIT, GINT_TO_POINTER (max));
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (field)), "insert-text",
                    G_CALLBACK (insert_cb), field);
  g_signal_connect (field, "changed", G_CALLBACK (changed_cb), NULL);
}

/* Numbers */

static int
read_number_cb (GtkSpinButton *number, double *ret_value)
{
  g_autofree char *text = stn_number_typed (gtk_editable_get_text (GTK_EDITABLE (number)));
  g_autofree char *before = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (number));
  g_autofree char *reason = NULL;
  double min, max;
  guint64 value;

  gtk_spin_button_get_range (number, &min, &max);
  if (g_ascii_string_to_unsigned (text, 10, (guint64) min, (guint64) max, &value, NULL)) {
    *ret_value = (double) value;
    return TRUE;
  }
  /* Translators: 1: what the person typed, 2: the least number, 3: the greatest. */
  reason = g_strdup_printf (_ ("“%1$s” is no whole number from %2$d to %3$d."), text, (int) min,
                            (int) max);
  /* The reason stays until something else is typed. */
  gtk_editable_set_text (GTK_EDITABLE (number), before);
  stn_field_reason_show (GTK_WIDGET (number), reason);
  return GTK_INPUT_ERROR;
}

void
stn_field_reason_watch_number (GtkSpinButton *number)
{
  g_return_if_fail (GTK_IS_SPIN_BUTTON (number));

  /* Letters that no key brings in would be refused without a word. */
  gtk_spin_button_set_numeric (number, FALSE);
  gtk_spin_button_set_update_policy (number, GTK_UPDATE_IF_VALID);
  stn_field_reason_limit (GTK_WIDGET (number), NUMBER_MAX);
  g_signal_connect (number, "input", G_CALLBACK (read_number_cb), NULL);
}
