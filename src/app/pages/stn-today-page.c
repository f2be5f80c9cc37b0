/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-today-page.h"

#include <glib/gi18n.h>

#include "pages/stn-factor-list.h"
#include "pages/stn-night-editor.h"
#include "present/stn-failure.h"
#include "widgets/stn-glyph.h"
#include "widgets/stn-night-strip.h"
#include "widgets/stn-pair-layout.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording.h"

struct _StnTodayPage {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnDate last_night;   /* unset until it was read */
  gboolean is_changing; /* the question is shown again although it was answered */
  gboolean moves_focus; /* the next picture brings the focus to what replaced what had it */
  guint day_change;     /* source that waits for the next day, 0 = none */

  AdwLeaflet *leaflet;
  GtkWidget *today;
  GtkWidget *picture;
  GtkStack *answer;
  GtkLabel *question_night;
  GtkWidget *no_cramps;
  GtkWidget *cramps;
  GtkLabel *cramps_hint;
  GtkLabel *cramps_hint_narrow;
  StnGlyph *saved_glyph;
  GtkLabel *saved_title;
  GtkLabel *saved_details;
  GtkWidget *change;
  GtkWidget *failure;
  GtkLabel *failure_text;
  GtkWidget *try_again;
  GtkLabel *strip_lead;
  StnNightStrip *strip;
  GtkLabel *day_title;
  GtkLabel *day_subtitle;
  StnFactorList *factors;
  StnNightEditor *entry;
};

G_DEFINE_FINAL_TYPE (StnTodayPage, stn_today_page, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { SETTLED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What the page shows, as it is in the diary. */
typedef struct {
  StnDate today;
  StnDate last_night;
  StnDate current_night;
  StnDate first_night;
  GPtrArray *nights; /* element-type StnNight, those of the strip with anything stored */
  StnNight *last;
} Picture;

typedef struct {
  StnNight *night;
  StnDate last_night;
  gint64 group;
} Saved;

static void
picture_free (Picture *picture)
{
  g_clear_pointer (&picture->nights, g_ptr_array_unref);
  g_clear_pointer (&picture->last, stn_night_free);
  g_free (picture);
}

static void
saved_free (Saved *saved)
{
  stn_night_free (saved->night);
  g_free (saved);
}

static gboolean
read_picture (StnDiary *diary, Picture *picture, GError **error)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (diary)));

  picture->today = stn_date_of (now);
  picture->last_night = stn_diary_last_night (diary);
  if (!stn_diary_current_night (diary, &picture->current_night, error))
    return FALSE;
  picture->nights =
    stn_diary_list_nights (diary, stn_date_add_days (picture->last_night, 1 - STN_STRIP_NIGHTS),
                           picture->last_night, error);
  if (picture->nights == NULL)
    return FALSE;
  picture->last = stn_diary_get_night (diary, picture->last_night, error);
  return picture->last != NULL && stn_diary_get_first_night (diary, &picture->first_night, error);
}

static gpointer
read_work (StnDiary *diary, gpointer data, GError **error)
{
  Picture *picture = g_new0 (Picture, 1);

  if (read_picture (diary, picture, error))
    return picture;
  picture_free (picture);
  return NULL;
}

static gpointer
no_cramps_work (StnDiary *diary, gpointer data, GError **error)
{
  StnDate key = *(const StnDate *) data;
  gint64 group = 0;
  StnNight *night;
  Saved *saved;

  if (!stn_diary_log_no_cramps (diary, key, &group, error))
    return NULL;
  night = stn_diary_get_night (diary, key, error);
  if (night == NULL)
    return NULL;
  saved = g_new0 (Saved, 1);
  saved->night = night;
  saved->group = group;
  saved->last_night = stn_diary_last_night (diary);
  return saved;
}

static const StnNight *
find_night (const Picture *picture, StnDate key)
{
  for (guint i = 0; i < picture->nights->len; i++) {
    const StnNight *night = g_ptr_array_index (picture->nights, i);

    if (stn_date_compare (night->key, key) == 0)
      return night;
  }
  return NULL;
}

static StnGlyphKind
glyph_of (const Picture *picture, const StnNight *night, StnDate key)
{
  gboolean is_before =
    !stn_date_is_set (picture->first_night) || stn_date_compare (key, picture->first_night) < 0;

  if (night != NULL) {
    switch (stn_night_get_state (night)) {
    case STN_NIGHT_CRAMPS:
      return STN_GLYPH_CRAMPS;
    case STN_NIGHT_NO_CRAMPS:
      return STN_GLYPH_TICK;
    case STN_NIGHT_NOT_RECORDED:
      break;
    }
  }
  if (stn_date_compare (key, picture->last_night) == 0)
    return STN_GLYPH_ASK;
  return is_before ? STN_GLYPH_DOT : STN_GLYPH_GAP;
}

static void
show_strip (StnTodayPage *self, const Picture *picture)
{
  guint cramps = 0;
  guint recorded = 0;
  g_autofree char *lead = NULL;

  for (guint i = 0; i < STN_STRIP_NIGHTS; i++) {
    StnDate key = stn_date_add_days (picture->last_night, (int) i + 1 - STN_STRIP_NIGHTS);
    const StnNight *night = find_night (picture, key);
    g_autoptr (StnNight) empty = stn_night_new (key);
    g_autofree char *name = stn_wording_night_label (night != NULL ? night : empty, picture->today);
    StnStripNight cell = {key, glyph_of (picture, night, key),
                          night != NULL ? night->episodes->len : 0, name};

    stn_night_strip_set_night (self->strip, i, &cell);
    cramps += cell.glyph == STN_GLYPH_CRAMPS;
    recorded += cell.glyph == STN_GLYPH_CRAMPS || cell.glyph == STN_GLYPH_TICK;
  }
  lead = recorded > 0 ? stn_wording_rate (cramps, recorded) : g_strdup (_ ("Nothing recorded yet"));
  gtk_label_set_text (self->strip_lead, lead);
}

static char *
describe_saved_at (const StnNight *night, StnDate today)
{
  g_autofree char *words = stn_wording_night (night->key, today);
  g_autofree char *line = NULL;

  if (stn_night_get_state (night) != STN_NIGHT_CRAMPS)
    return g_steal_pointer (&words);
  line = stn_wording_night_line (night);
  return g_strdup_printf ("%s\n%s", words, line);
}

static void
show_saved (StnTodayPage *self, const Picture *picture)
{
  StnNightState state = stn_night_get_state (picture->last);
  g_autofree char *details = describe_saved_at (picture->last, picture->today);

  stn_glyph_set_night (self->saved_glyph, state, picture->last->episodes->len);
  gtk_label_set_text (self->saved_title, state == STN_NIGHT_CRAMPS ? _ ("Cramps last night")
                                                                   : _ ("No cramps last night"));
  gtk_label_set_text (self->saved_details, details);
}

static gboolean
contains_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* The focus goes to what replaced the button that had it. */
static void
show_answer (StnTodayPage *self, const Picture *picture)
{
  gboolean is_asking =
    stn_night_get_state (picture->last) == STN_NIGHT_NOT_RECORDED || self->is_changing;
  gboolean had_focus = self->moves_focus || contains_focus (GTK_WIDGET (self->answer));
  g_autofree char *night = stn_wording_night (picture->last_night, picture->today);

  gtk_label_set_text (self->question_night, night);
  if (!is_asking)
    show_saved (self, picture);
  gtk_stack_set_visible_child_name (self->answer, is_asking ? "ask" : "saved");
  if (had_focus && gtk_widget_get_mapped (self->today))
    gtk_widget_grab_focus (is_asking ? self->no_cramps : self->change);
  self->moves_focus = FALSE;
}

static void
show_day (StnTodayPage *self, const Picture *picture)
{
  gboolean is_past = stn_date_compare (picture->current_night, picture->last_night) <= 0;
  g_autofree char *date = stn_wording_date (picture->current_night, picture->today);
  g_autofree char *night = stn_wording_night (picture->current_night, picture->today);

  gtk_label_set_text (self->day_title,
                      is_past ? _ ("The day before that night") : _ ("Before bed"));
  gtk_label_set_text (self->day_subtitle, is_past ? date : night);
  stn_factor_list_show (self->factors, picture->current_night);
}

static void read_again (StnTodayPage *self);

static gboolean
next_day_cb (gpointer user_data)
{
  StnTodayPage *self = STN_TODAY_PAGE (user_data);

  self->day_change = 0;
  read_again (self);
  return G_SOURCE_REMOVE;
}

/* "Last night" is another one after midnight, the list before bed another after the change of day, which is on a full
 * minute: the next full hour is soon enough for both, and is one wake-up an hour. */
static void
wait_for_next_hour (StnTodayPage *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));
  int second = g_date_time_get_minute (now) * 60 + g_date_time_get_second (now);

  g_clear_handle_id (&self->day_change, g_source_remove);
  self->day_change = g_timeout_add_seconds ((guint) (3601 - second), next_day_cb, self);
}

static void
show_picture (StnTodayPage *self, const Picture *picture)
{
  gboolean is_first = !stn_date_is_set (self->last_night);

  if (stn_date_compare (self->last_night, picture->last_night) != 0)
    self->is_changing = FALSE;
  self->last_night = picture->last_night;
  show_answer (self, picture);
  show_strip (self, picture);
  show_day (self, picture);
  gtk_widget_set_visible (self->picture, TRUE);
  wait_for_next_hour (self);
  if (is_first && gtk_widget_get_mapped (self->today))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* GTK 4.8 cannot announce; the focus goes to the button that the words describe. */
static void
show_failure (StnTodayPage *self, const char *text)
{
  gtk_label_set_text (self->failure_text, text);
  gtk_widget_set_visible (self->failure, TRUE);
  gtk_widget_grab_focus (self->try_again);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnTodayPage) self = STN_TODAY_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  Picture *picture = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (picture == NULL) {
    if (!stn_failure_is_end (error))
      gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)",
                                  _ ("The diary cannot be read"), (gint64) 0);
    return;
  }
  if (self->client != NULL)
    show_picture (self, picture);
  picture_free (picture);
}

static void
read_again (StnTodayPage *self)
{
  if (self->client != NULL)
    stn_diary_client_run (self->client, read_work, NULL, NULL, (GDestroyNotify) picture_free, NULL,
                          read_cb, g_object_ref (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnTodayPage) self = STN_TODAY_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  Saved *saved = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *text = NULL;

  if (saved == NULL) {
    text = stn_failure_not_saved (error);
    show_failure (self, text);
    return;
  }
  gtk_widget_set_visible (self->failure, FALSE);
  self->is_changing = FALSE;
  self->moves_focus = TRUE;
  now = stn_clock_now (stn_diary_client_get_clock (STN_DIARY_CLIENT (source)));
  text = stn_wording_saved (saved->night, saved->last_night, stn_date_of (now));
  if (saved->group != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", text, saved->group);
  saved_free (saved);
  read_again (self);
}

static gboolean
is_asking (StnTodayPage *self)
{
  return stn_date_is_set (self->last_night) &&
         adw_leaflet_get_visible_child (self->leaflet) == self->today &&
         g_str_equal (gtk_stack_get_visible_child_name (self->answer), "ask");
}

static void
no_cramps_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnTodayPage *self = STN_TODAY_PAGE (widget);

  if (is_asking (self))
    stn_diary_client_run (self->client, no_cramps_work,
                          g_memdup2 (&self->last_night, sizeof self->last_night), g_free,
                          (GDestroyNotify) saved_free, NULL, saved_cb, g_object_ref (self));
}

static void
open_entry (StnTodayPage *self, gboolean with_cramps)
{
  stn_night_editor_open (self->entry, self->last_night, with_cramps);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->entry));
}

static void
cramps_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnTodayPage *self = STN_TODAY_PAGE (widget);

  if (is_asking (self))
    open_entry (self, TRUE);
}

/* Cramps have details to change; "no cramps" has only another answer. */
static void
change_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnTodayPage *self = STN_TODAY_PAGE (widget);

  if (stn_glyph_get_kind (self->saved_glyph) == STN_GLYPH_CRAMPS) {
    open_entry (self, FALSE);
    return;
  }
  self->is_changing = TRUE;
  gtk_stack_set_visible_child_name (self->answer, "ask");
  gtk_widget_grab_focus (self->cramps);
}

static void
entry_closed_cb (StnTodayPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->today);
  self->is_changing = FALSE;
  self->moves_focus = TRUE;
  read_again (self);
}

static void
entry_dirty_cb (StnTodayPage *self)
{
  gboolean is_dirty = stn_night_editor_is_dirty (self->entry);
  const char *hint = is_dirty ? _ ("Goes on where you were") : _ ("A few questions");

  gtk_label_set_text (self->cramps_hint, hint);
  gtk_label_set_text (self->cramps_hint_narrow, hint);
}

static void
entry_settled_cb (StnNightEditor *entry, gboolean is_kept, StnTodayPage *self)
{
  if (!is_kept)
    adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (entry));
  g_signal_emit (self, signals[SETTLED], 0, is_kept);
}

static void
night_activated_cb (StnNightStrip *strip, const char *key, StnTodayPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-night", "s", key);
}

/* Single keys work on the page that is seen, and never while a text field has the focus. */
static gboolean
takes_keys (StnTodayPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return gtk_widget_get_mapped (self->today) && !GTK_IS_EDITABLE (focus) &&
         !GTK_IS_TEXT_VIEW (focus);
}

static gboolean
key_no_cramps_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  if (!takes_keys (STN_TODAY_PAGE (widget)) || !is_asking (STN_TODAY_PAGE (widget)))
    return FALSE;
  gtk_widget_activate_action (widget, "today.no-cramps", NULL);
  return TRUE;
}

static gboolean
key_cramps_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  if (!takes_keys (STN_TODAY_PAGE (widget)) || !is_asking (STN_TODAY_PAGE (widget)))
    return FALSE;
  gtk_widget_activate_action (widget, "today.cramps", NULL);
  return TRUE;
}

static gboolean
key_digit_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  StnTodayPage *self = STN_TODAY_PAGE (widget);

  return takes_keys (self) &&
         stn_factor_list_answer (self->factors, (guint) g_variant_get_int32 (arguments));
}

static void
add_key (GtkEventController *keys, guint keyval, GtkShortcutFunc function, int argument)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keyval, 0),
                                            gtk_callback_action_new (function, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (argument));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/* From anywhere in the window, so that N works before anything was clicked. */
static void
add_keys (StnTodayPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  add_key (keys, GDK_KEY_n, key_no_cramps_cb, 0);
  add_key (keys, GDK_KEY_c, key_cramps_cb, 0);
  for (int digit = 1; digit <= 9; digit++) {
    add_key (keys, GDK_KEY_0 + (guint) digit, key_digit_cb, digit);
    add_key (keys, GDK_KEY_KP_0 + (guint) digit, key_digit_cb, digit);
  }
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
changed_cb (StnDiaryClient *client, GArray *nights, StnTodayPage *self)
{
  read_again (self);
}

static void
set_client (StnTodayPage *self, StnDiaryClient *client)
{
  if (self->client != NULL)
    g_signal_handlers_disconnect_by_data (self->client, self);
  g_set_object (&self->client, client);
  if (client != NULL) {
    g_signal_connect_object (client, "opened", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (client, "changed", G_CALLBACK (changed_cb), self, 0);
  }
}

/* What the person came for: the question, or where its answer is changed. */
static gboolean
stn_today_page_grab_focus (GtkWidget *widget)
{
  StnTodayPage *self = STN_TODAY_PAGE (widget);

  if (!gtk_widget_get_mapped (self->today))
    return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (gtk_widget_get_mapped (self->no_cramps) ? self->no_cramps
                                                                        : self->change);
}

static void
stn_today_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    set_client (STN_TODAY_PAGE (object), g_value_get_object (value));
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
  StnTodayPage *self = STN_TODAY_PAGE (object);

  g_clear_handle_id (&self->day_change, g_source_remove);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (stn_today_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, today);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, picture);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, answer);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, question_night);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, no_cramps);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, cramps);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, cramps_hint);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, cramps_hint_narrow);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, saved_glyph);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, saved_title);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, saved_details);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, change);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, failure);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, failure_text);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, try_again);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, strip_lead);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, strip);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, day_title);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, day_subtitle);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, factors);
  gtk_widget_class_bind_template_child (widget_class, StnTodayPage, entry);
  gtk_widget_class_bind_template_callback (widget_class, entry_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_dirty_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_settled_cb);
  gtk_widget_class_bind_template_callback (widget_class, night_activated_cb);
}

static void
stn_today_page_class_init (StnTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_today_page_dispose;
  widget_class->grab_focus = stn_today_page_grab_focus;
  object_class->get_property = stn_today_page_get_property;
  object_class->set_property = stn_today_page_set_property;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (STN_TYPE_FACTOR_LIST);
  g_type_ensure (STN_TYPE_GLYPH);
  g_type_ensure (STN_TYPE_NIGHT_EDITOR);
  g_type_ensure (STN_TYPE_NIGHT_STRIP);
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-today-page.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "today.no-cramps", NULL, no_cramps_cb);
  gtk_widget_class_install_action (widget_class, "today.cramps", NULL, cramps_cb);
  gtk_widget_class_install_action (widget_class, "today.change", NULL, change_cb);
}

static void
stn_today_page_init (StnTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
}

void
stn_today_page_keep (StnTodayPage *self)
{
  g_return_if_fail (STN_IS_TODAY_PAGE (self));

  stn_factor_list_flush (self->factors);
  stn_night_editor_keep (self->entry);
}
