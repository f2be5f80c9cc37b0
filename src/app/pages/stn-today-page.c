/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-today-page.h"

#include <glib/gi18n.h>

#include "diary/stn-failure.h"
#include "pages/stn-flag-cards.h"
#include "pages/stn-today-answer.h"
#include "pages/stn-today-card.h"
#include "pages/stn-today-cramp.h"
#include "pages/stn-today-drafts.h"
#include "pages/stn-today-minute.h"
#include "pages/stn-today-strip.h"
#include "pages/stn-today-tonight.h"
#include "present/stn-today-picture.h"
#include "widgets/stn-focus-child.h"

struct _StnTodayPage {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnDate last_night;   /* unset until it was read */
  gboolean has_changed; /* the diary, since the card read it */
  gboolean narrow;
  gulong painting;   /* handler that waits for the first picture to be painted, 0 = none */
  guint next_hour;   /* source that waits for the next full hour, 0 = none */
  gint64 shown_hour; /* since 1970: of what the page shows */

  GtkWidget *picture;
  StnFlagCards *flags;
  StnTodayAnswer *answer;
  StnTodayCramp *cramp;
  StnTodayMinute *minute;
  StnTodayDrafts *drafts;
  StnTodayStrip *strip;
  StnTodayTonight *tonight;
  StnTodayCard *card;
};

G_DEFINE_FINAL_TYPE (StnTodayPage, stn_today_page, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, PROP_NARROW, PROP_NEEDS_ATTENTION, PROP_URGENT_LINE, N_PROPS };
static GParamSpec *props[N_PROPS];

static gpointer
read_work (StnDiary *diary, gpointer data, GError **error)
{
  return stn_today_picture_read (diary, error);
}

static void read_again (StnTodayPage *self);

static gboolean
next_hour_cb (gpointer user_data)
{
  StnTodayPage *self = STN_TODAY_PAGE (user_data);

  self->next_hour = 0;
  read_again (self);
  return G_SOURCE_REMOVE;
}

static gint64
hour_of (StnTodayPage *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));

  return g_date_time_to_unix (now) / 3600;
}

/* Timers stand still while a computer sleeps: in the evening the page would still show the morning. */
static void
active_cb (StnTodayPage *self)
{
  if (self->client != NULL && stn_date_is_set (self->last_night) &&
      gtk_window_is_active (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))) &&
      hour_of (self) != self->shown_hour)
    read_again (self);
}

/* "Last night" is another one after midnight, the list before bed another after the change of day, which is on a full
 * minute: the next full hour is soon enough for both, and is one wake-up an hour. */
static void
wait_for_next_hour (StnTodayPage *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));
  int second = g_date_time_get_minute (now) * 60 + g_date_time_get_second (now);

  g_clear_handle_id (&self->next_hour, g_source_remove);
  self->next_hour = g_timeout_add_seconds ((guint) (3601 - second), next_hour_cb, self);
}

/* "Saved" comes first, then what there is to say; before it nothing stands between the question and the evening. */
static void
place_card (StnTodayPage *self, gboolean is_saved)
{
  GtkWidget *card = GTK_WIDGET (self->card);
  GtkWidget *before = is_saved ? GTK_WIDGET (self->drafts) : GTK_WIDGET (self->tonight);

  if (gtk_widget_get_prev_sibling (card) != before)
    gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (card)), card, before);
}

/* What had the focus may be answered and gone. */
static void
show_cramp (StnTodayPage *self, const StnTodayPicture *picture)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->cramp)) != NULL;

  stn_today_cramp_show (self->cramp, picture);
  if (had_focus && !gtk_widget_get_visible (GTK_WIDGET (self->cramp)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
painted_cb (StnTodayPage *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (clock != NULL)
    g_clear_signal_handler (&self->painting, clock);
  if (self->client != NULL)
    stn_diary_client_has_picture (self->client);
}

/* What there is to say besides last night and the nights before is read when these are seen. */
static void
wait_until_painted (StnTodayPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->painting =
      g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint",
                               G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
  else
    painted_cb (self);
}

static void
show_picture (StnTodayPage *self, const StnTodayPicture *picture)
{
  gboolean is_first = !stn_date_is_set (self->last_night);

  self->last_night = picture->last_night;
  self->shown_hour = hour_of (self);
  stn_today_answer_show (self->answer, picture);
  show_cramp (self, picture);
  stn_today_minute_show (self->minute, picture);
  stn_today_drafts_show (self->drafts, picture);
  stn_today_strip_show (self->strip, picture);
  stn_today_tonight_show (self->tonight, picture);
  place_card (self, stn_night_get_state (picture->last) != STN_NIGHT_NOT_RECORDED);
  stn_today_card_refresh (self->card, picture->today, self->has_changed);
  self->has_changed = FALSE;
  gtk_widget_set_visible (self->picture, TRUE);
  wait_for_next_hour (self);
  if (is_first)
    wait_until_painted (self);
  if (is_first && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnTodayPage) self = STN_TODAY_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (StnTodayPicture) picture =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (picture == NULL) {
    painted_cb (self);
    if (!stn_failure_is_end (error) && !stn_diary_client_has_failed (STN_DIARY_CLIENT (source)))
      gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)",
                                  _ ("The diary cannot be read"), (gint64) 0);
    return;
  }
  if (self->client != NULL)
    show_picture (self, picture);
}

static void
read_again (StnTodayPage *self)
{
  if (self->client != NULL)
    stn_diary_client_run (self->client, read_work, NULL, NULL,
                          (GDestroyNotify) stn_today_picture_free, NULL, read_cb,
                          g_object_ref (self));
}

static void
changed_cb (StnTodayPage *self)
{
  self->has_changed = TRUE;
  read_again (self);
}

static void
set_client (StnTodayPage *self, StnDiaryClient *client)
{
  if (self->client != NULL)
    g_signal_handlers_disconnect_by_data (self->client, self);
  g_set_object (&self->client, client);
  self->has_changed = TRUE;
  if (client != NULL) {
    g_signal_connect_object (client, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    read_again (self);
  }
}

static gboolean
stn_today_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (STN_TODAY_PAGE (widget)->answer));
}

/* An entry may have been begun or discarded meanwhile: that is no change of the diary. */
static void
stn_today_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stn_today_page_parent_class)->map (widget);
  if (stn_date_is_set (STN_TODAY_PAGE (widget)->last_night))
    read_again (STN_TODAY_PAGE (widget));
}

static void
stn_today_page_unmap (GtkWidget *widget)
{
  stn_today_card_leave (STN_TODAY_PAGE (widget)->card);
  GTK_WIDGET_CLASS (stn_today_page_parent_class)->unmap (widget);
}

static void
stn_today_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stn_today_page_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::is-active",
                           G_CALLBACK (active_cb), widget, G_CONNECT_SWAPPED);
}

static void
stn_today_page_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), active_cb, widget);
  GTK_WIDGET_CLASS (stn_today_page_parent_class)->unroot (widget);
}

static gboolean
needs_attention (StnTodayPage *self)
{
  guint n_unanswered = 0;

  g_object_get (self->flags, "n-unanswered", &n_unanswered, NULL);
  return n_unanswered > 0;
}

static void
unanswered_cb (StnTodayPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NEEDS_ATTENTION]);
}

static void
urgent_cb (StnTodayPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_URGENT_LINE]);
}

static void
stn_today_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    set_client (STN_TODAY_PAGE (object), g_value_get_object (value));
  else if (id == PROP_NARROW)
    STN_TODAY_PAGE (object)->narrow = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_today_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_value_set_object (value, STN_TODAY_PAGE (object)->client);
  else if (id == PROP_NARROW)
    g_value_set_boolean (value, STN_TODAY_PAGE (object)->narrow);
  else if (id == PROP_NEEDS_ATTENTION)
    g_value_set_boolean (value, needs_attention (STN_TODAY_PAGE (object)));
  else if (id == PROP_URGENT_LINE)
    g_object_get_property (G_OBJECT (STN_TODAY_PAGE (object)->flags), "urgent-line", value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_today_page_dispose (GObject *object)
{
  StnTodayPage *self = STN_TODAY_PAGE (object);

  g_clear_handle_id (&self->next_hour, g_source_remove);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (stn_today_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (STN_TYPE_FLAG_CARDS);
  g_type_ensure (STN_TYPE_TODAY_ANSWER);
  g_type_ensure (STN_TYPE_TODAY_CARD);
  g_type_ensure (STN_TYPE_TODAY_CRAMP);
  g_type_ensure (STN_TYPE_TODAY_DRAFTS);
  g_type_ensure (STN_TYPE_TODAY_MINUTE);
  g_type_ensure (STN_TYPE_TODAY_STRIP);
  g_type_ensure (STN_TYPE_TODAY_TONIGHT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, picture);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, flags);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, answer);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, cramp);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, minute);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, drafts);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, strip);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, tonight);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, card);
  gtk_widget_class_bind_template_callback (widget_class, read_again);
  gtk_widget_class_bind_template_callback (widget_class, unanswered_cb);
  gtk_widget_class_bind_template_callback (widget_class, urgent_cb);
}

static void
stn_today_page_class_init (StnTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_today_page_dispose;
  object_class->get_property = stn_today_page_get_property;
  object_class->set_property = stn_today_page_set_property;
  widget_class->focus = stn_focus_child;
  widget_class->grab_focus = stn_today_page_grab_focus;
  widget_class->map = stn_today_page_map;
  widget_class->unmap = stn_today_page_unmap;
  widget_class->root = stn_today_page_root;
  widget_class->unroot = stn_today_page_unroot;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_NEEDS_ATTENTION] = g_param_spec_boolean ("needs-attention", NULL, NULL, FALSE,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_URGENT_LINE] = g_param_spec_string ("urgent-line", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  bind_template (widget_class);
}

static void
stn_today_page_init (StnTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
