/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-sleep-form.h"

#include "model/stn-sleep-measures.h"
#include "pages/stn-answer-chips.h"
#include "widgets/stn-value-entry.h"
#include "widgets/stn-wrap-layout.h"

enum { INTO_BED, TRIED, ASLEEP, AWAKENINGS, AWAKE, FINAL_WAKE, OUT_OF_BED, N_ENTRIES };

struct _StnSleepForm {
  AdwBin parent_instance;

  StnValueEntry *entries[N_ENTRIES];
  StnChipGroup *quality;
  StnChipGroup *rested;
  StnChipGroup *tired;
  GtkWidget *contradiction;
};

G_DEFINE_FINAL_TYPE (StnSleepForm, stn_sleep_form, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The typed fields, as they follow each other on screen. */
static const struct {
  const char *name;
  gsize field;
} fields[N_ENTRIES] = {
  [INTO_BED] = {"into_bed", G_STRUCT_OFFSET (StnSleep, into_bed_min)},
  [TRIED] = {"tried", G_STRUCT_OFFSET (StnSleep, tried_min)},
  [ASLEEP] = {"asleep", G_STRUCT_OFFSET (StnSleep, asleep_min)},
  [AWAKENINGS] = {"awakenings", G_STRUCT_OFFSET (StnSleep, awakenings)},
  [AWAKE] = {"awake", G_STRUCT_OFFSET (StnSleep, awake_min)},
  [FINAL_WAKE] = {"final_wake", G_STRUCT_OFFSET (StnSleep, final_wake_min)},
  [OUT_OF_BED] = {"out_of_bed", G_STRUCT_OFFSET (StnSleep, out_of_bed_min)},
};

static void
changed_cb (StnSleepForm *self)
{
  gtk_widget_set_visible (self->contradiction, FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stn_sleep_form_class_init (StnSleepFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STN_TYPE_CHIP_GROUP);
  g_type_ensure (STN_TYPE_VALUE_ENTRY);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-sleep-form.ui");
  for (guint i = 0; i < N_ENTRIES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, fields[i].name, FALSE,
                                               G_STRUCT_OFFSET (StnSleepForm, entries) +
                                                 (gssize) (i * sizeof (StnValueEntry *)));
  gtk_widget_class_bind_template_child (widget_class, StnSleepForm, quality);
  gtk_widget_class_bind_template_child (widget_class, StnSleepForm, rested);
  gtk_widget_class_bind_template_child (widget_class, StnSleepForm, tired);
  gtk_widget_class_bind_template_child (widget_class, StnSleepForm, contradiction);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
stn_sleep_form_init (StnSleepForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
stn_sleep_form_show (StnSleepForm *self, const StnSleep *sleep)
{
  g_return_if_fail (STN_IS_SLEEP_FORM (self));

  for (guint i = 0; i < N_ENTRIES; i++)
    stn_value_entry_set_value (self->entries[i],
                               G_STRUCT_MEMBER (StnOptInt, sleep, fields[i].field));
  stn_answer_chips_set_number (self->quality, 1, sleep->quality);
  stn_answer_chips_set_number (self->rested, 1, sleep->rested);
  stn_answer_chips_set_number (self->tired, 0, sleep->tired);
  gtk_widget_set_visible (self->contradiction, FALSE);
}

void
stn_sleep_form_read (StnSleepForm *self, StnSleep *sleep)
{
  g_return_if_fail (STN_IS_SLEEP_FORM (self));

  for (guint i = 0; i < N_ENTRIES; i++)
    stn_value_entry_get_value (self->entries[i], G_STRUCT_MEMBER_P (sleep, fields[i].field));
  sleep->quality = stn_answer_chips_get_number (self->quality, 1);
  sleep->rested = stn_answer_chips_get_number (self->rested, 1);
  sleep->tired = stn_answer_chips_get_number (self->tired, 0);
}

gboolean
stn_sleep_form_check (StnSleepForm *self)
{
  StnSleep sleep = {0};

  g_return_val_if_fail (STN_IS_SLEEP_FORM (self), FALSE);

  for (guint i = 0; i < N_ENTRIES; i++)
    if (!stn_value_entry_check (self->entries[i])) {
      gtk_widget_grab_focus (GTK_WIDGET (self->entries[i]));
      return FALSE;
    }
  stn_sleep_form_read (self, &sleep);
  if (stn_sleep_check (&sleep, NULL))
    return TRUE;
  gtk_widget_set_visible (self->contradiction, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entries[INTO_BED]));
  return FALSE;
}
