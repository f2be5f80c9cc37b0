/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-evening-save.h"

#include <glib/gi18n.h>

#include "diary/stn-failure.h"
#include "diary/stn-tracking.h"
#include "diary/stn-usual-day.h"

/* @slug, @value: of a single value. */
typedef struct {
  StnDate key;
  char *slug;
  StnOptReal value;
} Press;

static Press *
press_new (StnDate key, const char *slug, StnOptReal value)
{
  Press *press = g_new0 (Press, 1);

  press->key = key;
  press->slug = g_strdup (slug);
  press->value = value;
  return press;
}

static void
press_free (Press *press)
{
  g_free (press->slug);
  g_free (press);
}

/* (transfer full): the number of the change group, for the way back to the main thread. */
static gpointer
group_box (gint64 group)
{
  return g_memdup2 (&group, sizeof group);
}

static gpointer
ordinary_day_work (StnDiary *diary, gpointer data, GError **error)
{
  const Press *press = data;
  gint64 group;

  return stn_usual_day_take (diary, press->key, &group, error) ? group_box (group) : NULL;
}

static gpointer
glass_work (StnDiary *diary, gpointer data, GError **error)
{
  const Press *press = data;
  gint64 group;

  return stn_diary_count_glass (diary, press->key, &group, error) ? group_box (group) : NULL;
}

static gboolean
set_value_cb (StnNight *night, gpointer data, GError **error)
{
  const Press *press = data;

  if (press->value.known)
    stn_night_take_value (
      night, stn_factor_value_new (press->slug, press->value.value, STN_ENTERED_UNKNOWN));
  else
    stn_night_remove_value (night, press->slug);
  return TRUE;
}

static gpointer
value_work (StnDiary *diary, gpointer data, GError **error)
{
  const Press *press = data;
  gint64 group;

  return stn_diary_edit_night (diary, press->key, "edit-factors", set_value_cb, data, &group, error)
           ? group_box (group)
           : NULL;
}

static gpointer
not_tonight_work (StnDiary *diary, gpointer data, GError **error)
{
  const Press *press = data;

  return stn_diary_put_off (diary, press->slug, press->key, error) ? group_box (0) : NULL;
}

/* FALSE when it failed, which is said. */
static gboolean
finish (GtkWidget *widget, GObject *source, GAsyncResult *result, gint64 *ret_group)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *group =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (group == NULL) {
    g_autofree char *text = stn_failure_not_saved (error);

    gtk_widget_activate_action (widget, "win.announce", "(sx)", text, (gint64) 0);
    return FALSE;
  }
  *ret_group = *group;
  return TRUE;
}

static void
ordinary_day_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = GTK_WIDGET (user_data);
  gint64 group;

  if (finish (widget, source, result, &group) && group != 0)
    gtk_widget_activate_action (widget, "win.announce", "(sx)", _ ("Saved: an ordinary day"),
                                group);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = GTK_WIDGET (user_data);
  gint64 group;

  finish (widget, source, result, &group);
}

static void
run (GtkWidget *widget,
     StnDiaryClient *client,
     StnDiaryWork work,
     Press *press,
     GAsyncReadyCallback callback)
{
  stn_diary_client_run (client, work, press, (GDestroyNotify) press_free, g_free, NULL, callback,
                        g_object_ref (widget));
}

void
stn_evening_save_ordinary_day (GtkWidget *widget, StnDiaryClient *client, StnDate key)
{
  run (widget, client, ordinary_day_work, press_new (key, NULL, STN_UNKNOWN_REAL), ordinary_day_cb);
}

void
stn_evening_save_glass (GtkWidget *widget, StnDiaryClient *client, StnDate key)
{
  run (widget, client, glass_work, press_new (key, NULL, STN_UNKNOWN_REAL), saved_cb);
}

void
stn_evening_save_value (
  GtkWidget *widget, StnDiaryClient *client, StnDate key, const char *slug, StnOptReal value)
{
  run (widget, client, value_work, press_new (key, slug, value), saved_cb);
}

void
stn_evening_save_not_tonight (GtkWidget *widget,
                              StnDiaryClient *client,
                              StnDate key,
                              const char *slug)
{
  run (widget, client, not_tonight_work, press_new (key, slug, STN_UNKNOWN_REAL), saved_cb);
}
