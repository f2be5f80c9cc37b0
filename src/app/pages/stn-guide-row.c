/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-guide-row.h"

#include <glib/gi18n.h>

struct _StnGuideRow {
  GtkListBoxRow parent_instance;

  const StnGuidePage *page;

  GtkLabel *page_name;
  GtkLabel *title;
  GtkLabel *text;
  GtkBox *notes;
  GtkLabel *names;
  GtkLabel *link;
  GtkWidget *evidence;
  GtkLabel *grade;
  GtkLabel *sources;
};

G_DEFINE_FINAL_TYPE (StnGuideRow, stn_guide_row, GTK_TYPE_LIST_BOX_ROW)

const StnGuidePage *
stn_guide_row_get_page (StnGuideRow *self)
{
  g_return_val_if_fail (STN_IS_GUIDE_ROW (self), NULL);
  return self->page;
}

gboolean
stn_guide_row_is_same (StnGuideRow *self, StnGuideRow *other)
{
  g_return_val_if_fail (STN_IS_GUIDE_ROW (self) && STN_IS_GUIDE_ROW (other), FALSE);
  return self->page == other->page &&
         g_str_equal (gtk_label_get_label (self->title), gtk_label_get_label (other->title)) &&
         g_str_equal (gtk_label_get_label (self->text), gtk_label_get_label (other->text));
}

static void
fill (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
add_notes (StnGuideRow *self, char **notes)
{
  for (guint i = 0; notes[i] != NULL; i++) {
    GtkWidget *label = gtk_label_new (notes[i]);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    gtk_box_append (self->notes, label);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->notes), notes[0] != NULL);
}

/* What a screen reader says on arriving: all of it, in the order on screen. */
static void
name_row (StnGuideRow *self, const StnGuideEntry *entry)
{
  g_autofree char *notes = g_strjoinv (" ", entry->notes);
  const char *const parts[] = {entry->title, entry->text,    notes, entry->names,
                               entry->grade, entry->sources, NULL};
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? "\n" : "", parts[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
}

static void
stn_guide_row_class_init (StnGuideRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stillnight/Stillnight/stn-guide-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StnGuideRow, page_name);
  gtk_widget_class_bind_template_child (widget_class, StnGuideRow, title);
  gtk_widget_class_bind_template_child (widget_class, StnGuideRow, text);
  gtk_widget_class_bind_template_child (widget_class, StnGuideRow, notes);
  gtk_widget_class_bind_template_child (widget_class, StnGuideRow, names);
  gtk_widget_class_bind_template_child (widget_class, StnGuideRow, link);
  gtk_widget_class_bind_template_child (widget_class, StnGuideRow, evidence);
  gtk_widget_class_bind_template_child (widget_class, StnGuideRow, grade);
  gtk_widget_class_bind_template_child (widget_class, StnGuideRow, sources);
}

static void
stn_guide_row_init (StnGuideRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
stn_guide_row_new (const StnGuideEntry *entry, gboolean with_page)
{
  g_return_val_if_fail (entry != NULL, NULL);
  StnGuideRow *self = g_object_new (STN_TYPE_GUIDE_ROW, NULL);

  self->page = entry->page;
  fill (self->page_name, with_page ? gettext (entry->page->name) : NULL);
  fill (self->title, entry->title);
  /* That of a group is the heading above it already. */
  if (entry->kind == STN_GUIDE_ENTRY_GROUP && !with_page)
    gtk_widget_set_visible (GTK_WIDGET (self->title), FALSE);
  fill (self->text, entry->text);
  add_notes (self, entry->notes);
  fill (self->names, entry->names);
  fill (self->link, entry->link);
  fill (self->grade, entry->grade);
  fill (self->sources, entry->sources);
  gtk_widget_set_visible (self->evidence, entry->grade != NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), with_page);
  name_row (self, entry);
  return GTK_WIDGET (self);
}
