/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-tab-stop.h"

struct _StnTabStop {
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (StnTabStop, stn_tab_stop, GTK_TYPE_BOX)

/* A GtkListView alone stops Tab at each of its rows: thousands of nights between the search and the night found. */
static gboolean
stn_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return GTK_WIDGET_CLASS (stn_tab_stop_parent_class)->focus (widget, direction);
}

static void
stn_tab_stop_class_init (StnTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = stn_tab_stop_focus;
}

static void
stn_tab_stop_init (StnTabStop *self)
{
}
