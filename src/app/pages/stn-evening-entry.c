/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-evening-entry.h"

#include <glib/gi18n.h>

#include "diary/stn-failure.h"
#include "pages/stn-bedtime-list.h"
#include "pages/stn-dose-list.h"
#include "pages/stn-evening-save.h"
#include "pages/stn-factor-list.h"
#include "present/stn-evening-picture.h"
#include "widgets/stn-factor-row.h"
#include "widgets/stn-pair-layout.h"
#include "widgets/stn-single-keys.h"
#include "wording/stn-wording.h"

struct _StnEveningEntry {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnDate key;            /* unset until the diary said which */
  gboolean takes_focus;   /* the next picture is the first of this entry */
  gboolean moves_to_done; /* the next picture follows "Ordinary day" */
  char *offer_slug;       /* of this entry: it keeps its place when it was answered */

  GtkScrolledWindow *scroller;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *usual;
  GtkWidget *taken;
  GtkLabel *taken_line;
  GtkWidget *press;
  GtkWidget *ordinary;
  GtkLabel *list_title;
  StnFactorList *factors;
  StnDoseList *doses;
  GtkWidget *tonight;
  StnBedtimeList *bedtime;
  GtkWidget *offer_box;
  StnFactorList *offer;
  GtkWidget *not_tonight;
  GtkLabel *stored;
  GtkWidget *done;
  GtkWidget *done_key;
};

G_DEFINE_FINAL_TYPE (StnEveningEntry, stn_evening_entry, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gpointer
read_work (StnDiary *diary, gpointer data, GError **error)
{
  return stn_evening_picture_read (diary, *(const StnDate *) data, error);
}

static void
show_heading (StnEveningEntry *self, const StnEveningPicture *picture)
{
  g_autofree char *night = stn_wording_night (picture->key, picture->today);

  gtk_label_set_text (
    self->title, stn_wording_day_before (picture->night, picture->is_evening, picture->last_night));
  gtk_label_set_text (self->subtitle, night);
  gtk_label_set_text (self->stored,
                      stn_wording_kept (picture->night, picture->is_evening, picture->last_night));
}

static void
show_usual (StnEveningEntry *self, const StnEveningPicture *picture)
{
  gboolean is_known = picture->usual->len > 0;
  gboolean is_filled = stn_evening_picture_is_filled (picture);
  g_autoptr (GPtrArray) changed = stn_evening_picture_list_changed (picture);
  g_autofree char *words = stn_wording_usual_day (picture->usual, picture->factors);
  const gboolean is_taken = is_filled && changed->len < picture->usual->len;
  g_autofree char *taken = stn_wording_taken_as_usual (changed);

  gtk_label_set_text (self->usual,
                      is_known ? words
                               : _ ("Answer below what was so today. From tomorrow on one key "
                                    "stores a day like it, and you see here what it stores."));
  /* Room is kept for what "Ordinary day" will say, but for nothing longer. */
  gtk_label_set_text (self->taken_line, is_filled && !is_taken ? "" : taken);
  gtk_widget_set_opacity (self->taken, is_taken ? 1 : 0);
  gtk_widget_set_visible (self->press, is_known);
  gtk_label_set_text (self->list_title,
                      is_known ? _ ("What was different?") : _ ("How was your day?"));
}

/* The offer keeps its place while the entry is open, also when it has been answered. */
static void
show_offer (StnEveningEntry *self, const StnEveningPicture *picture)
{
  gboolean is_answered;

  if (self->offer_slug == NULL && picture->offer != NULL && picture->is_evening)
    self->offer_slug = g_strdup (picture->offer->slug);
  is_answered =
    self->offer_slug != NULL && stn_night_get_value (picture->night, self->offer_slug) != NULL;
  gtk_widget_set_visible (self->offer_box,
                          self->offer_slug != NULL && (picture->offer != NULL || is_answered));
  gtk_widget_set_visible (self->not_tonight, !is_answered);
  if (gtk_widget_get_visible (self->offer_box))
    stn_factor_list_show_only (self->offer, self->key, self->offer_slug);
}

static void
show_list (StnEveningEntry *self, const StnEveningPicture *picture)
{
  const char *aside[] = {picture->is_evening ? "tight-covers" : self->offer_slug,
                         picture->is_evening ? self->offer_slug : NULL, NULL};

  stn_factor_list_set_aside (self->factors, aside);
  stn_factor_list_show (self->factors, self->key);
}

static void
move_focus (StnEveningEntry *self, const StnEveningPicture *picture)
{
  if (self->takes_focus) {
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    if (picture->usual->len > 0)
      gtk_widget_grab_focus (self->ordinary);
    else
      stn_factor_list_take_focus (self->factors);
  } else if (self->moves_to_done && stn_evening_picture_is_filled (picture)) {
    gtk_widget_grab_focus (self->done);
    self->moves_to_done = FALSE;
  }
  self->takes_focus = FALSE;
}

static void
show_picture (StnEveningEntry *self, const StnEveningPicture *picture)
{
  self->key = picture->key;
  show_heading (self, picture);
  show_usual (self, picture);
  show_offer (self, picture);
  show_list (self, picture);
  stn_dose_list_show (self->doses, self->key);
  gtk_widget_set_visible (self->tonight, picture->is_evening);
  stn_bedtime_list_show (self->bedtime, picture);
  move_focus (self, picture);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnEveningEntry) self = STN_EVENING_ENTRY (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (StnEveningPicture) picture =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (picture == NULL) {
    if (!stn_failure_is_end (error))
      gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)",
                                  _ ("The diary cannot be read"), (gint64) 0);
    return;
  }
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      (!stn_date_is_set (self->key) || stn_date_compare (self->key, picture->key) == 0))
    show_picture (self, picture);
}

static void
read_again (StnEveningEntry *self)
{
  stn_diary_client_run (self->client, read_work, g_memdup2 (&self->key, sizeof self->key), g_free,
                        (GDestroyNotify) stn_evening_picture_free, NULL, read_cb,
                        g_object_ref (self));
}

static void
changed_cb (StnDiaryClient *client, GArray *nights, StnEveningEntry *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_again (self);
}

static void
ordinary_day_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnEveningEntry *self = STN_EVENING_ENTRY (widget);

  if (!stn_date_is_set (self->key))
    return;
  stn_factor_list_flush (self->factors);
  self->moves_to_done = TRUE;
  stn_evening_save_ordinary_day (widget, self->client, self->key);
}

static void
not_tonight_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnEveningEntry *self = STN_EVENING_ENTRY (widget);

  if (self->offer_slug == NULL)
    return;
  gtk_widget_grab_focus (self->done);
  stn_evening_save_not_tonight (widget, self->client, self->key, self->offer_slug);
}

static void
done_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  stn_evening_entry_flush (STN_EVENING_ENTRY (widget));
  g_signal_emit (widget, signals[CLOSED], 0);
}

static gboolean
key_ordinary_cb (GtkWidget *widget, int argument)
{
  if (!gtk_widget_get_mapped (STN_EVENING_ENTRY (widget)->ordinary))
    return FALSE;
  gtk_widget_activate_action (widget, "evening.ordinary-day", NULL);
  return TRUE;
}

static gboolean
key_digit_cb (GtkWidget *widget, int digit)
{
  return stn_factor_list_answer (STN_EVENING_ENTRY (widget)->factors, (guint) digit);
}

/* Enter is Done where it has no other meaning: on a row that a digit answered. */
static gboolean
enter_cb (GtkEventControllerKey *keys,
          guint keyval,
          guint keycode,
          GdkModifierType modifiers,
          StnEveningEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || root == NULL ||
      !STN_IS_FACTOR_ROW (gtk_root_get_focus (root)))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "evening.done", NULL);
  return GDK_EVENT_STOP;
}

/* The key is shown at the button as long as it presses it: a button with the focus takes it for itself. */
static void
show_done_key (StnEveningEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  gtk_widget_set_opacity (self->done_key, focus == self->done || STN_IS_FACTOR_ROW (focus) ? 1 : 0);
}

static void
stn_evening_entry_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stn_evening_entry_parent_class)->map (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (show_done_key), widget, G_CONNECT_SWAPPED);
  show_done_key (STN_EVENING_ENTRY (widget));
}

static void
stn_evening_entry_unmap (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), show_done_key, widget);
  GTK_WIDGET_CLASS (stn_evening_entry_parent_class)->unmap (widget);
}

static void
stn_evening_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnEveningEntry *self = STN_EVENING_ENTRY (object);

  if (id != PROP_CLIENT) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  if (g_set_object (&self->client, g_value_get_object (value)) && self->client != NULL)
    g_signal_connect_object (self->client, "changed", G_CALLBACK (changed_cb), self, 0);
  g_object_notify_by_pspec (object, pspec);
}

static void
stn_evening_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_value_set_object (value, STN_EVENING_ENTRY (object)->client);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_evening_entry_dispose (GObject *object)
{
  StnEveningEntry *self = STN_EVENING_ENTRY (object);

  g_clear_object (&self->client);
  g_clear_pointer (&self->offer_slug, g_free);

  G_OBJECT_CLASS (stn_evening_entry_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (STN_TYPE_BEDTIME_LIST);
  g_type_ensure (STN_TYPE_DOSE_LIST);
  g_type_ensure (STN_TYPE_FACTOR_LIST);
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-evening-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, scroller);
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, title);
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, subtitle);
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, usual);
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, taken);
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, taken_line);
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, press);
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, ordinary);
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, list_title);
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, factors);
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, doses);
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, tonight);
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, bedtime);
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, offer_box);
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, offer);
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, not_tonight);
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, stored);
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, done);
  gtk_widget_class_bind_template_child (widget_class, StnEveningEntry, done_key);
}

static void
stn_evening_entry_class_init (StnEveningEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_evening_entry_dispose;
  object_class->get_property = stn_evening_entry_get_property;
  object_class->set_property = stn_evening_entry_set_property;
  widget_class->map = stn_evening_entry_map;
  widget_class->unmap = stn_evening_entry_unmap;

  props[PROP_CLIENT] =
    g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "evening.ordinary-day", NULL, ordinary_day_cb);
  gtk_widget_class_install_action (widget_class, "evening.not-tonight", NULL, not_tonight_cb);
  gtk_widget_class_install_action (widget_class, "evening.done", NULL, done_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "evening.done", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "evening.done",
                                       NULL);
}

static void
stn_evening_entry_init (StnEveningEntry *self)
{
  GtkEventController *enter = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (enter, GTK_PHASE_CAPTURE);
  g_signal_connect (enter, "key-pressed", G_CALLBACK (enter_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), enter);
  stn_single_keys_add (GTK_WIDGET (self), GDK_KEY_o, key_ordinary_cb, 0);
  for (int digit = 1; digit <= 9; digit++) {
    stn_single_keys_add (GTK_WIDGET (self), GDK_KEY_0 + (guint) digit, key_digit_cb, digit);
    stn_single_keys_add (GTK_WIDGET (self), GDK_KEY_KP_0 + (guint) digit, key_digit_cb, digit);
  }
}

void
stn_evening_entry_open (StnEveningEntry *self, StnDate key)
{
  g_return_if_fail (STN_IS_EVENING_ENTRY (self));

  stn_evening_entry_flush (self);
  self->key = key;
  self->takes_focus = TRUE;
  self->moves_to_done = FALSE;
  g_clear_pointer (&self->offer_slug, g_free);
  read_again (self);
}

void
stn_evening_entry_flush (StnEveningEntry *self)
{
  g_return_if_fail (STN_IS_EVENING_ENTRY (self));

  stn_factor_list_flush (self->factors);
  stn_dose_list_flush (self->doses);
  stn_factor_list_flush (self->offer);
}
