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

/* (nullable) */
static GtkWidget *
find_label (GtkWidget *root)
{
  GtkWidget *found = GTK_IS_LABEL (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

static void
add_to_choice (GtkWidget *row)
{
  GtkWidget *label = find_label (row);

  if (label != NULL)
    name (row, gtk_label_get_text (GTK_LABEL (label)));
}

static void
choice_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  add_to_choice (gtk_widget_get_parent (gtk_list_item_get_child (item)));
}

/* Each row of the list that opens says what can be chosen there, after the list has put its words in. */
static void
add_to_choices (GtkListItemFactory *factory)
{
  if (GTK_IS_SIGNAL_LIST_ITEM_FACTORY (factory) &&
      g_signal_handler_find (factory, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, choice_bound_cb, NULL) == 0)
    g_signal_connect_after (factory, "bind", G_CALLBACK (choice_bound_cb), NULL);
}

/* What scrolls and searches inside of what @owner opens, and the rows that are there already. */
static void
add_to_popover (GtkWidget *part, GtkWidget *owner)
{
  if (GTK_IS_SCROLLED_WINDOW (part) || GTK_IS_LIST_VIEW (part) || GTK_IS_LIST_BOX (part) ||
      GTK_IS_TEXT (part))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    owner, NULL, -1);
  if (GTK_IS_LIST_VIEW (gtk_widget_get_parent (part)) || GTK_IS_LIST_BOX_ROW (part))
    add_to_choice (part);
  for (GtkWidget *child = gtk_widget_get_first_child (part); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_to_popover (child, owner);
}

static void
add_to_popovers (GtkWidget *root, GtkWidget *owner)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      add_to_popover (child, owner);
    else
      add_to_popovers (child, owner);
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
  add_to_choices (gtk_drop_down_get_factory (GTK_DROP_DOWN (drop_down)));
  add_to_popovers (drop_down, drop_down);
}

void
stn_inner_names_add (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_DROP_DOWN (root))
    add_to_drop_down (root);
  else if (ADW_IS_COMBO_ROW (root)) {
    add_to_choices (adw_combo_row_get_factory (ADW_COMBO_ROW (root)));
    add_to_popovers (root, root);
  } else if (GTK_IS_MENU_BUTTON (root))
    add_to_popovers (root, root);
  else if (ADW_IS_EXPANDER_ROW (root)) {
    keep_from_focus (root, GTK_TYPE_LIST_BOX);
    add_to_switches (root, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)));
  } else if (ADW_IS_ENTRY_ROW (root))
    name (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (root))),
          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)));
  else if (ADW_IS_PREFERENCES_PAGE (root))
    name (gtk_widget_get_first_child (root),
          adw_preferences_page_get_title (ADW_PREFERENCES_PAGE (root)));
  else if (GTK_IS_TOGGLE_BUTTON (root) && gtk_widget_get_tooltip_text (root) &&
           gtk_widget_get_ancestor (root, ADW_TYPE_HEADER_BAR))
    name (root, gtk_widget_get_tooltip_text (root)); /* the search of a preferences window */
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    stn_inner_names_add (child);
}
