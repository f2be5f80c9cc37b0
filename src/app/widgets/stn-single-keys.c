/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-single-keys.h"

/* A controller of its own for each key: the function travels with it. */
static gboolean
pressed_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  StnSingleKey function = (StnSingleKey) user_data;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!gtk_widget_get_mapped (widget) || GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus))
    return GDK_EVENT_PROPAGATE;
  return function (widget, g_variant_get_int32 (arguments));
}

void
stn_single_keys_add (GtkWidget *widget, guint keyval, StnSingleKey function, int argument)
{
  GtkEventController *keys;
  GtkShortcut *shortcut;

  g_return_if_fail (GTK_IS_WIDGET (widget) && function != NULL);

  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keyval, 0),
                               gtk_callback_action_new (pressed_cb, (gpointer) function, NULL));
  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (argument));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  gtk_widget_add_controller (widget, keys);
}
