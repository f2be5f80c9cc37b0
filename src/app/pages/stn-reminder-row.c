/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-reminder-row.h"

#include <glib/gi18n.h>

#include "present/stn-time-text.h"
#include "widgets/stn-field-reason.h"
#include "widgets/stn-inner-names.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording-reminder.h"
#include "wording/stn-wording.h"

/* More than a time of day has. */
#define TIME_MAX 24

#define WEEK_DAYS 7

struct _StnReminderRow {
  AdwExpanderRow parent_instance;

  StnReminder reminder;
  StnOptInt suggested_min;
  gboolean is_showing; /* what is set is shown, not changed */

  AdwEntryRow *time;
  GtkWidget *suggestion;
  GtkLabel *suggestion_line;
  AdwActionRow *bedtime_row;
  GtkSwitch *follows;
  GtkBox *days;
  GtkToggleButton *day[WEEK_DAYS];
};

G_DEFINE_FINAL_TYPE (StnReminderRow, stn_reminder_row, ADW_TYPE_EXPANDER_ROW)

enum { CHANGE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
change (StnReminderRow *self)
{
  g_signal_emit (self, signals[CHANGE], 0, &self->reminder);
}

static void
enabled_cb (StnReminderRow *self)
{
  if (self->is_showing)
    return;
  self->reminder.is_on = adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self));
  change (self);
}

static void
set_time (StnReminderRow *self, int minute)
{
  self->reminder.at_min = minute;
  self->reminder.follows_bedtime = FALSE;
  change (self);
}

static void
time_cb (StnReminderRow *self)
{
  StnOptInt minute;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->time));
  g_autofree char *example = stn_time_text_example ();
  g_autofree char *reason = NULL;

  if (stn_time_text_parse (text, &minute) && minute.known) {
    stn_field_reason_show (GTK_WIDGET (self->time), NULL);
    set_time (self, minute.value);
    return;
  }
  /* What is no time stays where it was typed. Translators: 1: what the person typed, 2: a time, "22:40". */
  reason = g_strdup_printf (_ ("“%1$s” is no time of day. Write it like %2$s."), text, example);
  stn_field_reason_show (GTK_WIDGET (self->time), reason);
}

static void
suggestion_cb (StnReminderRow *self)
{
  if (self->suggested_min.known)
    set_time (self, self->suggested_min.value);
}

static void
follows_cb (StnReminderRow *self)
{
  if (self->is_showing)
    return;
  self->reminder.follows_bedtime = gtk_switch_get_active (self->follows);
  change (self);
}

static void
day_cb (GtkToggleButton *button, StnReminderRow *self)
{
  guint days = 0;

  if (self->is_showing)
    return;
  for (guint i = 0; i < WEEK_DAYS; i++)
    if (gtk_toggle_button_get_active (self->day[i]))
      days |= 1u << i;
  /* The last day stays: without one it would be off, which has a switch of its own. */
  if (days == 0) {
    gtk_toggle_button_set_active (button, TRUE);
    return;
  }
  self->reminder.days = days;
  change (self);
}

static void
add_days (StnReminderRow *self)
{
  for (guint i = 0; i < WEEK_DAYS; i++) {
    /* 4 January 2027 is a Monday. */
    StnDate date = stn_date_new (2027, 1, 4 + (int) i);
    g_autofree char *name = stn_wording_weekday (date);
    g_autofree char *brief = stn_wording_weekdays (1u << i);
    GtkWidget *button = gtk_toggle_button_new_with_label (brief);

    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
    gtk_widget_add_css_class (button, "chip");
    g_signal_connect (button, "toggled", G_CALLBACK (day_cb), self);
    gtk_box_append (self->days, button);
    self->day[i] = GTK_TOGGLE_BUTTON (button);
  }
}

static void
stn_reminder_row_class_init (StnReminderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGE] = g_signal_new ("change", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-reminder-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StnReminderRow, time);
  gtk_widget_class_bind_template_child (widget_class, StnReminderRow, suggestion);
  gtk_widget_class_bind_template_child (widget_class, StnReminderRow, suggestion_line);
  gtk_widget_class_bind_template_child (widget_class, StnReminderRow, bedtime_row);
  gtk_widget_class_bind_template_child (widget_class, StnReminderRow, follows);
  gtk_widget_class_bind_template_child (widget_class, StnReminderRow, days);
  gtk_widget_class_bind_template_callback (widget_class, enabled_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggestion_cb);
  gtk_widget_class_bind_template_callback (widget_class, follows_cb);
}

static void
stn_reminder_row_init (StnReminderRow *self)
{
  self->is_showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_field_reason_limit (GTK_WIDGET (self->time), TIME_MAX);
  add_days (self);
  self->is_showing = FALSE;
}

static void
show_summary (StnReminderRow *self, StnOptInt bedtime_min)
{
  g_autofree char *time = stn_wording_time (stn_reminder_get_time (&self->reminder, bedtime_min));
  g_autofree char *days = stn_wording_weekdays (self->reminder.days);
  /* Translators: 1: a time of day, 2: "every day", or weekdays */
  g_autofree char *line = g_strdup_printf (_ ("%1$s, %2$s"), time, days);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), line);
}

static void
show_suggestion (StnReminderRow *self, StnOptInt bedtime_min)
{
  gboolean is_other =
    self->suggested_min.known &&
    self->suggested_min.value != stn_reminder_get_time (&self->reminder, bedtime_min);
  g_autofree char *time = NULL;
  g_autofree char *line = NULL;

  gtk_widget_set_visible (self->suggestion, is_other);
  if (!is_other)
    return;
  time = stn_wording_time (self->suggested_min.value);
  /* Translators: a time of day */
  line = g_strdup_printf (_ ("You are usually at this computer at %s"), time);
  gtk_label_set_text (self->suggestion_line, line);
}

static void
show_bedtime (StnReminderRow *self, StnOptInt bedtime_min)
{
  g_autofree char *time = NULL;
  g_autofree char *line = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->bedtime_row),
                          self->reminder.kind == STN_REMINDER_STRETCH);
  gtk_switch_set_active (self->follows, self->reminder.follows_bedtime);
  if (bedtime_min.known) {
    time = stn_wording_time (bedtime_min.value);
    /* Translators: a time of day */
    line = g_strdup_printf (_ ("A quarter of an hour before %s, as your diary has it"), time);
  } else
    line = g_strdup (_ ("Once your diary knows when you usually go to bed"));
  adw_action_row_set_subtitle (self->bedtime_row, line);
}

void
stn_reminder_row_show (StnReminderRow *self,
                       const StnReminder *reminder,
                       StnOptInt bedtime_min,
                       StnOptInt suggested_min)
{
  g_return_if_fail (STN_IS_REMINDER_ROW (self) && reminder != NULL);
  g_autofree char *time = stn_time_text_new (STN_KNOWN_INT (reminder->at_min));

  self->is_showing = TRUE;
  self->reminder = *reminder;
  self->suggested_min = suggested_min;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 stn_wording_reminder_name (reminder->kind));
  stn_inner_names_add (GTK_WIDGET (self));
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), reminder->is_on);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->time)) == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->time), time);
  for (guint i = 0; i < WEEK_DAYS; i++)
    gtk_toggle_button_set_active (self->day[i], (reminder->days & (1u << i)) != 0);
  show_summary (self, bedtime_min);
  show_suggestion (self, bedtime_min);
  show_bedtime (self, bedtime_min);
  self->is_showing = FALSE;
}
