/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-today-minute.h"

#include "pages/stn-evening-row.h"

struct _StnTodayMinute {
  AdwBin parent_instance;

  StnDate night;

  GtkWidget *sleep;
  StnEveningRow *evening;
};

G_DEFINE_FINAL_TYPE (StnTodayMinute, stn_today_minute, ADW_TYPE_BIN)

static void
sleep_cb (StnTodayMinute *self)
{
  char key[STN_DATE_TEXT_SIZE];

  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-night", "(ss)",
                              stn_date_to_text (self->night, key), "sleep");
}

static void
stn_today_minute_class_init (StnTodayMinuteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (STN_TYPE_EVENING_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-today-minute.ui");
  gtk_widget_class_bind_template_child (widget_class, StnTodayMinute, sleep);
  gtk_widget_class_bind_template_child (widget_class, StnTodayMinute, evening);
  gtk_widget_class_bind_template_callback (widget_class, sleep_cb);
}

static void
stn_today_minute_init (StnTodayMinute *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
stn_today_minute_show (StnTodayMinute *self, const StnTodayPicture *picture)
{
  gboolean is_answered = stn_night_get_state (picture->last) != STN_NIGHT_NOT_RECORDED;
  gboolean asks_sleep = stn_sleep_is_unknown (&picture->last->sleep);
  gboolean asks_evening = picture->last->values->len == 0;

  g_return_if_fail (STN_IS_TODAY_MINUTE (self));

  self->night = picture->last_night;
  gtk_widget_set_visible (self->sleep, asks_sleep);
  gtk_widget_set_visible (GTK_WIDGET (self->evening), asks_evening);
  stn_evening_row_show (self->evening, picture->last, picture->today);
  gtk_widget_set_visible (GTK_WIDGET (self), is_answered && (asks_sleep || asks_evening));
}
