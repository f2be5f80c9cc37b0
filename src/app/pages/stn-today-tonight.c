/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-today-tonight.h"

#include <glib/gi18n.h>

#include "diary/stn-reminder-offer.h"
#include "pages/stn-bedtime-list.h"
#include "present/stn-evening-picture.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording.h"

struct _StnTodayTonight {
  AdwBin parent_instance;

  StnDiaryClient *client;

  GtkLabel *line;
  StnBedtimeList *list;
  GtkWidget *offer;
};

G_DEFINE_FINAL_TYPE (StnTodayTonight, stn_today_tonight, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

/* @opens_min: minutes after midnight at which the list of tonight opens; unknown when it is open.
 * @offers_reminders: see stn_diary_offers_reminders(). */
typedef struct {
  StnEveningPicture *evening;
  StnOptInt opens_min;
  gboolean offers_reminders;
} Tonight;

static void
tonight_free (Tonight *tonight)
{
  g_clear_pointer (&tonight->evening, stn_evening_picture_free);
  g_free (tonight);
}

/* In the morning the day that counts is still the one before last night. */
static gboolean
is_morning (StnDiary *diary, const StnEveningPicture *evening)
{
  return !evening->is_evening && stn_date_compare (evening->key, stn_diary_last_night (diary)) <= 0;
}

static gpointer
read_work (StnDiary *diary, gpointer data, GError **error)
{
  Tonight *tonight = g_new0 (Tonight, 1);
  int day_change;

  tonight->evening = stn_evening_picture_read (diary, STN_NO_DATE, error);
  if (tonight->evening == NULL || !stn_diary_get_day_change (diary, &day_change, error) ||
      !stn_diary_offers_reminders (diary, &tonight->offers_reminders, error)) {
    tonight_free (tonight);
    return NULL;
  }
  if (is_morning (diary, tonight->evening))
    tonight->opens_min = STN_KNOWN_INT (day_change);
  return tonight;
}

static void
show_tonight (StnTodayTonight *self, const Tonight *tonight)
{
  gboolean is_open = !tonight->opens_min.known;

  if (is_open) {
    gtk_label_set_text (self->line, _ ("Your bedtime list"));
    stn_bedtime_list_show (self->list, tonight->evening);
  } else {
    g_autofree char *time = stn_wording_time (tonight->opens_min.value);
    /* Translators: a time of day */
    g_autofree char *line = g_strdup_printf (_ ("Your bedtime list opens at %s"), time);

    gtk_label_set_text (self->line, line);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->list), is_open);
  gtk_widget_set_visible (self->offer, tonight->offers_reminders);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnTodayTonight) self = STN_TODAY_TONIGHT (user_data);
  Tonight *tonight = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, NULL);

  /* The page that holds this one says why the diary cannot be read. */
  if (tonight == NULL)
    return;
  show_tonight (self, tonight);
  tonight_free (tonight);
}

static gpointer
end_offer_work (StnDiary *diary, gpointer data, GError **error)
{
  return GINT_TO_POINTER (stn_diary_end_reminder_offer (diary, error));
}

static void
end_offer (StnTodayTonight *self)
{
  gtk_widget_set_visible (self->offer, FALSE);
  stn_diary_client_run (self->client, end_offer_work, NULL, NULL, NULL, NULL, NULL, NULL);
}

static void
set_reminder_cb (StnTodayTonight *self)
{
  end_offer (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.reminders", NULL);
}

static void
stn_today_tonight_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnTodayTonight *self = STN_TODAY_TONIGHT (object);

  if (id == PROP_CLIENT && g_set_object (&self->client, g_value_get_object (value)))
    g_object_notify_by_pspec (object, pspec);
  else if (id != PROP_CLIENT)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_today_tonight_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_value_set_object (value, STN_TODAY_TONIGHT (object)->client);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_today_tonight_dispose (GObject *object)
{
  g_clear_object (&STN_TODAY_TONIGHT (object)->client);

  G_OBJECT_CLASS (stn_today_tonight_parent_class)->dispose (object);
}

static void
stn_today_tonight_class_init (StnTodayTonightClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_today_tonight_dispose;
  object_class->get_property = stn_today_tonight_get_property;
  object_class->set_property = stn_today_tonight_set_property;

  props[PROP_CLIENT] =
    g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (STN_TYPE_BEDTIME_LIST);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-today-tonight.ui");
  gtk_widget_class_bind_template_child (widget_class, StnTodayTonight, line);
  gtk_widget_class_bind_template_child (widget_class, StnTodayTonight, list);
  gtk_widget_class_bind_template_child (widget_class, StnTodayTonight, offer);
  gtk_widget_class_bind_template_callback (widget_class, set_reminder_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_offer);
}

static void
stn_today_tonight_init (StnTodayTonight *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
stn_today_tonight_show (StnTodayTonight *self, const StnTodayPicture *picture)
{
  g_return_if_fail (STN_IS_TODAY_TONIGHT (self));

  stn_diary_client_run_after_picture (self->client, read_work, NULL, NULL,
                                      (GDestroyNotify) tonight_free, NULL, read_cb,
                                      g_object_ref (self));
}
