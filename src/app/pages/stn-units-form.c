/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-units-form.h"

#include "diary/stn-settings.h"
#include "present/stn-preference.h"
#include "widgets/stn-value-entry.h"
#include "widgets/stn-wrap-layout.h"

struct _StnUnitsForm {
  AdwBin parent_instance;

  int glass_ml; /* as the diary has them; 0 while that is not known */
  int drink_g;

  StnValueEntry *glass;
  StnValueEntry *drink;
};

G_DEFINE_FINAL_TYPE (StnUnitsForm, stn_units_form, ADW_TYPE_BIN)

enum { CHANGE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
ask (StnUnitsForm *self, StnValueEntry *entry, const char *setting, int *stored)
{
  StnOptInt typed;
  g_autofree char *text = NULL;

  if (*stored == 0 || !stn_value_entry_get_value (entry, &typed) ||
      (typed.known && typed.value == *stored))
    return;
  text = typed.known ? g_strdup_printf ("%d", typed.value) : NULL;
  /* Until the diary answers what was typed counts as stored: leaving the field twice is one change. */
  *stored = typed.known ? typed.value : 0;
  g_signal_emit (
    self, signals[CHANGE], 0,
    &(StnPreference){.preference = STN_PREFERENCE_SETTING, .slug = setting, .text = text});
}

static void
glass_cb (StnUnitsForm *self)
{
  ask (self, self->glass, "glass-ml", &self->glass_ml);
}

static void
drink_cb (StnUnitsForm *self)
{
  ask (self, self->drink, "drink-g", &self->drink_g);
}

/* The preferences may be closed with the focus still in a field. */
static void
stn_units_form_unmap (GtkWidget *widget)
{
  StnUnitsForm *self = STN_UNITS_FORM (widget);

  glass_cb (self);
  drink_cb (self);
  GTK_WIDGET_CLASS (stn_units_form_parent_class)->unmap (widget);
}

static void
stn_units_form_class_init (StnUnitsFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->unmap = stn_units_form_unmap;

  signals[CHANGE] = g_signal_new ("change", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (STN_TYPE_VALUE_ENTRY);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-units-form.ui");
  gtk_widget_class_bind_template_child (widget_class, StnUnitsForm, glass);
  gtk_widget_class_bind_template_child (widget_class, StnUnitsForm, drink);
  gtk_widget_class_bind_template_callback (widget_class, glass_cb);
  gtk_widget_class_bind_template_callback (widget_class, drink_cb);
}

static void
stn_units_form_init (StnUnitsForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (self->glass, "min", STN_GLASS_MIN_ML, "max", STN_GLASS_MAX_ML, NULL);
  g_object_set (self->drink, "min", STN_DRINK_MIN_G, "max", STN_DRINK_MAX_G, NULL);
}

static void
show (StnValueEntry *entry, int *stored, double value)
{
  *stored = (int) value;
  if (gtk_widget_get_focus_child (GTK_WIDGET (entry)) == NULL)
    stn_value_entry_set_value (entry, STN_KNOWN_INT (*stored));
}

void
stn_units_form_show (StnUnitsForm *self, double glass_ml, double drink_g)
{
  g_return_if_fail (STN_IS_UNITS_FORM (self));

  show (self->glass, &self->glass_ml, glass_ml);
  show (self->drink, &self->drink_g, drink_g);
}
