/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-known-box.h"

struct _StnKnownBox {
  GtkBox parent_instance;

  GtkLabel *grade;
  GtkLabel *evidence;
  GtkLabel *sources;
  GtkLabel *ask;
  GtkLabel *caution;
};

G_DEFINE_FINAL_TYPE (StnKnownBox, stn_known_box, GTK_TYPE_BOX)

static void
show (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

void
stn_known_box_set (StnKnownBox *self,
                   const char *grade,
                   const char *evidence,
                   const char *sources,
                   const char *ask,
                   const char *caution)
{
  g_return_if_fail (STN_IS_KNOWN_BOX (self));

  gtk_widget_set_visible (GTK_WIDGET (self), evidence != NULL);
  show (self->grade, grade);
  show (self->evidence, evidence);
  show (self->sources, sources);
  show (self->ask, ask);
  show (self->caution, caution);
}

static void
stn_known_box_class_init (StnKnownBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stillnight/Stillnight/stn-known-box.ui");
  gtk_widget_class_bind_template_child (widget_class, StnKnownBox, grade);
  gtk_widget_class_bind_template_child (widget_class, StnKnownBox, evidence);
  gtk_widget_class_bind_template_child (widget_class, StnKnownBox, sources);
  gtk_widget_class_bind_template_child (widget_class, StnKnownBox, ask);
  gtk_widget_class_bind_template_child (widget_class, StnKnownBox, caution);
}

static void
stn_known_box_init (StnKnownBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
