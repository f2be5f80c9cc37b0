/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-today-tonight.h"

#include <glib/gi18n.h>

#include "pages/stn-factor-list.h"
#include "widgets/stn-single-keys.h"
#include "wording/stn-wording.h"

struct _StnTodayTonight {
  AdwBin parent_instance;

  StnDiaryClient *client;

  GtkLabel *day_title;
  GtkLabel *day_subtitle;
  StnFactorList *factors;
};

G_DEFINE_FINAL_TYPE (StnTodayTonight, stn_today_tonight, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static gboolean
digit_cb (GtkWidget *widget, int digit)
{
  return stn_factor_list_answer (STN_TODAY_TONIGHT (widget)->factors, (guint) digit);
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

  g_type_ensure (STN_TYPE_FACTOR_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-today-tonight.ui");
  gtk_widget_class_bind_template_child (widget_class, StnTodayTonight, day_title);
  gtk_widget_class_bind_template_child (widget_class, StnTodayTonight, day_subtitle);
  gtk_widget_class_bind_template_child (widget_class, StnTodayTonight, factors);
}

static void
stn_today_tonight_init (StnTodayTonight *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int digit = 1; digit <= 9; digit++) {
    stn_single_keys_add (GTK_WIDGET (self), GDK_KEY_0 + (guint) digit, digit_cb, digit);
    stn_single_keys_add (GTK_WIDGET (self), GDK_KEY_KP_0 + (guint) digit, digit_cb, digit);
  }
}

void
stn_today_tonight_show (StnTodayTonight *self, const StnTodayPicture *picture)
{
  gboolean is_past = stn_date_compare (picture->current_night, picture->last_night) <= 0;
  g_autofree char *date = stn_wording_date (picture->current_night, picture->today);
  g_autofree char *night = stn_wording_night (picture->current_night, picture->today);

  g_return_if_fail (STN_IS_TODAY_TONIGHT (self));

  gtk_label_set_text (self->day_title,
                      is_past ? _ ("The day before that night") : _ ("Before bed"));
  gtk_label_set_text (self->day_subtitle, is_past ? date : night);
  stn_factor_list_show (self->factors, picture->current_night);
}

void
stn_today_tonight_flush (StnTodayTonight *self)
{
  g_return_if_fail (STN_IS_TODAY_TONIGHT (self));

  stn_factor_list_flush (self->factors);
}
