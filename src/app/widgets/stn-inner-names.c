/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-inner-names.h"

#include <adwaita.h>

static void
name (GtkWidget *widget, const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* The rows of a list take the focus, or what shows a choice passes it on: the list itself never has it. */
static void
keep_from_focus (GtkWidget *root, GType type)
{
  if (GTK_IS_POPOVER (root))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    gtk_widget_set_focusable (root, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    keep_from_focus (child, type);
}

/* The switch in an expander row turns on what the row says. */
static void
add_to_switches (GtkWidget *part, const char *title)
{
  if (GTK_IS_SWITCH (part))
    name (part, title);
  for (GtkWidget *child = gtk_widget_get_first_child (part); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_REVEALER (child))
      add_to_switches (child, title);
}

/* The button in a drop-down has the focus; the drop-down has the name. */
static void
add_to_drop_down (GtkWidget *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (drop_down);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  drop_down, NULL, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (button); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    keep_from_focus (child, GTK_TYPE_WIDGET);
}

void
stn_inner_names_add (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_DROP_DOWN (root))
    add_to_drop_down (root);
  else if (ADW_IS_EXPANDER_ROW (root)) {
    keep_from_focus (root, GTK_TYPE_LIST_BOX);
    add_to_switches (root, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)));
  } else if (ADW_IS_ENTRY_ROW (root))
    name (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (root))),
          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)));
  else if (ADW_IS_PREFERENCES_PAGE (root))
    name (gtk_widget_get_first_child (root),
          adw_preferences_page_get_title (ADW_PREFERENCES_PAGE (root)));
  else if (GTK_IS_TOGGLE_BUTTON (root) && gtk_widget_get_tooltip_text (root))
    name (root, gtk_widget_get_tooltip_text (root)); /* the search of a preferences window */
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    stn_inner_names_add (child);
}
