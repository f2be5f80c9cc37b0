/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-today-cramp.h"

#include <glib/gi18n.h>

#include "diary/stn-failure.h"
#include "widgets/stn-duration-entry.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording.h"

struct _StnTodayCramp {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnDate night; /* of the cramp that is asked about; unset while none is */
  int start_min;

  GtkLabel *which;
  StnDurationEntry *length;
  GtkWidget *empty; /* says that a length must stand there */
};

G_DEFINE_FINAL_TYPE (StnTodayCramp, stn_today_cramp, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

typedef struct {
  StnOptInt duration_s;
  gint64 group;
} Told;

static gpointer
tell_work (StnDiary *diary, gpointer data, GError **error)
{
  const Told *order = data;
  Told *told = g_new0 (Told, 1);

  told->duration_s = order->duration_s;
  if (stn_cramp_tell_length (diary, order->duration_s, &told->group, error))
    return told;
  g_free (told);
  return NULL;
}

static void
told_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnTodayCramp) self = STN_TODAY_CRAMP (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree Told *told = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  g_autofree char *text = NULL;

  if (told == NULL)
    text = stn_failure_not_saved (error);
  else if (told->duration_s.known)
    text = stn_wording_cramp_ended (told->duration_s.value);
  else
    text = g_strdup (_ ("Saved: how long it lasted is not known"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", text,
                              told != NULL ? told->group : (gint64) 0);
}

static void
tell (StnTodayCramp *self, StnOptInt duration_s)
{
  Told *order = g_new0 (Told, 1);

  order->duration_s = duration_s;
  stn_diary_client_run (self->client, tell_work, order, g_free, g_free, NULL, told_cb,
                        g_object_ref (self));
}

static void
save_cb (StnTodayCramp *self)
{
  StnOptInt seconds = stn_duration_entry_get_seconds (self->length);
  gboolean fits = stn_duration_entry_check (self->length);

  gtk_widget_set_visible (self->empty, fits && !seconds.known);
  if (fits && seconds.known)
    tell (self, seconds);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->length));
}

static void
unknown_cb (StnTodayCramp *self)
{
  tell (self, STN_UNKNOWN_INT);
}

static void
typed_cb (StnTodayCramp *self)
{
  gtk_widget_set_visible (self->empty, FALSE);
}

static void
stn_today_cramp_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_set_object (&STN_TODAY_CRAMP (object)->client, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_today_cramp_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_value_set_object (value, STN_TODAY_CRAMP (object)->client);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_today_cramp_dispose (GObject *object)
{
  g_clear_object (&STN_TODAY_CRAMP (object)->client);

  G_OBJECT_CLASS (stn_today_cramp_parent_class)->dispose (object);
}

static void
stn_today_cramp_class_init (StnTodayCrampClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_today_cramp_dispose;
  object_class->get_property = stn_today_cramp_get_property;
  object_class->set_property = stn_today_cramp_set_property;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (STN_TYPE_DURATION_ENTRY);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-today-cramp.ui");
  gtk_widget_class_bind_template_child (widget_class, StnTodayCramp, which);
  gtk_widget_class_bind_template_child (widget_class, StnTodayCramp, length);
  gtk_widget_class_bind_template_child (widget_class, StnTodayCramp, empty);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, unknown_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
stn_today_cramp_init (StnTodayCramp *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
stn_today_cramp_show (StnTodayCramp *self, const StnTodayPicture *picture)
{
  g_return_if_fail (STN_IS_TODAY_CRAMP (self));
  StnDate night = picture->asks_length ? picture->cramp.night : STN_NO_DATE;
  gboolean is_same =
    stn_date_compare (self->night, night) == 0 && self->start_min == picture->cramp.start_min;
  g_autofree char *which = NULL;

  if (!is_same) {
    stn_duration_entry_set_seconds (self->length, STN_UNKNOWN_INT);
    gtk_widget_set_visible (self->empty, FALSE);
  }
  self->night = night;
  self->start_min = picture->cramp.start_min;
  gtk_widget_set_visible (GTK_WIDGET (self), picture->asks_length);
  if (!picture->asks_length)
    return;
  which = stn_wording_cramp_unended (night, picture->cramp.start_min, picture->today);
  gtk_label_set_text (self->which, which);
}
