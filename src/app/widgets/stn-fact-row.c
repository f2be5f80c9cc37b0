/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-fact-row.h"

#include "widgets/stn-pair-layout.h"

struct _StnFactRow {
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *value;
};

G_DEFINE_FINAL_TYPE (StnFactRow, stn_fact_row, GTK_TYPE_LIST_BOX_ROW)

static void
stn_fact_row_class_init (StnFactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stillnight/Stillnight/stn-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StnFactRow, title);
  gtk_widget_class_bind_template_child (widget_class, StnFactRow, detail);
  gtk_widget_class_bind_template_child (widget_class, StnFactRow, value);
}

static void
stn_fact_row_init (StnFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title, self->value, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->detail, NULL, -1);
}

/* A number and its unit stay on one line. */
static char *
hold_units (const char *text)
{
  GString *held = g_string_new (NULL);

  for (const char *c = text; *c; c++) {
    if (*c == ' ' && c > text && g_ascii_isdigit (c[-1]))
      g_string_append (held, "\302\240"); /* no-break space */
    else
      g_string_append_c (held, *c);
  }
  return g_string_free (held, FALSE);
}

static void
show_text (GtkLabel *label, const char *text)
{
  g_autofree char *held = hold_units (text ? text : "");

  gtk_label_set_label (label, held);
  gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

GtkWidget *
stn_fact_row_new (const char *title, const char *detail, const char *value)
{
  StnFactRow *self = g_object_new (STN_TYPE_FACT_ROW, NULL);

  gtk_label_set_label (self->title, title);
  show_text (self->detail, detail);
  show_text (self->value, value);
  return GTK_WIDGET (self);
}
