/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-today-page.h"

struct _StnTodayPage {
  AdwBin parent_instance;

  StnDiaryClient *client;
};

G_DEFINE_FINAL_TYPE (StnTodayPage, stn_today_page, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
stn_today_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnTodayPage *self = STN_TODAY_PAGE (object);

  if (id == PROP_CLIENT)
    g_set_object (&self->client, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_today_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_value_set_object (value, STN_TODAY_PAGE (object)->client);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_today_page_dispose (GObject *object)
{
  g_clear_object (&STN_TODAY_PAGE (object)->client);
  G_OBJECT_CLASS (stn_today_page_parent_class)->dispose (object);
}

static void
stn_today_page_class_init (StnTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = stn_today_page_dispose;
  object_class->get_property = stn_today_page_get_property;
  object_class->set_property = stn_today_page_set_property;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
    GTK_WIDGET_CLASS (klass), "/io/github/stillnight/Stillnight/stn-today-page.ui");
}

static void
stn_today_page_init (StnTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
