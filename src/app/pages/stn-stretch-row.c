/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-stretch-row.h"

#include <glib/gi18n.h>

#include "widgets/stn-pair-layout.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording-stretch.h"

struct _StnStretchRow {
  GtkListBoxRow parent_instance;

  GtkLabel *name;
  GtkLabel *length;
  GtkLabel *text;
  GtkLabel *gate;
  GtkWidget *begin;
  GtkWidget *edit;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (StnStretchRow, stn_stretch_row, GTK_TYPE_LIST_BOX_ROW)

static void
stn_stretch_row_class_init (StnStretchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-stretch-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StnStretchRow, name);
  gtk_widget_class_bind_template_child (widget_class, StnStretchRow, length);
  gtk_widget_class_bind_template_child (widget_class, StnStretchRow, text);
  gtk_widget_class_bind_template_child (widget_class, StnStretchRow, gate);
  gtk_widget_class_bind_template_child (widget_class, StnStretchRow, begin);
  gtk_widget_class_bind_template_child (widget_class, StnStretchRow, edit);
  gtk_widget_class_bind_template_child (widget_class, StnStretchRow, remove);
}

static void
stn_stretch_row_init (StnStretchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The steps of an own routine, a line each. */
static char *
describe_own (const StnRoutine *own)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < own->steps->len; i++) {
    g_autofree char *line = stn_wording_routine_step (g_ptr_array_index (own->steps, i));

    g_strv_builder_add (lines, line);
  }
  all = g_strv_builder_end (lines);
  return g_strjoinv ("\n", all);
}

static void
name_button (GtkWidget *button, const char *what, const char *name)
{
  /* Translators: name of a button for screen readers; 1: "Start", "Edit" or "Delete", 2: a routine */
  g_autofree char *label = g_strdup_printf (C_ ("button", "%1$s: %2$s"), what, name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

GtkWidget *
stn_stretch_row_new (const StnStretchChoice *choice)
{
  g_return_val_if_fail (choice != NULL, NULL);
  StnStretchRow *self = g_object_new (STN_TYPE_STRETCH_ROW, NULL);
  const char *name = choice->own != NULL ? choice->own->name : gettext (choice->routine->name);
  g_autofree char *text =
    choice->own != NULL ? describe_own (choice->own) : g_strdup (gettext (choice->routine->text));
  g_autofree char *length = stn_wording_stretch_length (choice->plan);

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->length, length);
  gtk_label_set_text (self->text, text);
  gtk_label_set_text (self->gate, choice->gate != NULL ? gettext (choice->gate->text) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->gate), choice->gate != NULL);
  gtk_widget_set_visible (self->begin, choice->gate == NULL || !choice->gate->closes);
  gtk_widget_set_visible (self->edit, choice->own != NULL);
  gtk_widget_set_visible (self->remove, choice->own != NULL);
  for (GtkWidget *button = self->begin; button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", choice->id);
  name_button (self->begin, _ ("Start"), name);
  name_button (self->edit, _ ("Edit"), name);
  name_button (self->remove, _ ("Delete"), name);
  return GTK_WIDGET (self);
}
