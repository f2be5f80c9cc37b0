/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-night-editor.h"

#include <glib/gi18n.h>

#include "pages/stn-episode-card.h"
#include "pages/stn-factor-list.h"
#include "present/stn-failure.h"
#include "present/stn-night-merge.h"
#include "present/stn-time-text.h"
#include "widgets/stn-chip-group.h"
#include "widgets/stn-glyph.h"
#include "widgets/stn-pair-layout.h"
#include "wording/stn-wording.h"

struct _StnNightEditor {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnDate key;
  StnNight *base; /* the night as it was loaded; NULL while loading */
  gboolean with_cramps;
  gboolean is_filling;
  gboolean is_dirty;
  gboolean is_saving;
  gboolean is_closing; /* the window waits for "settled" */
  GCancellable *loading;

  GtkWidget *scroller;
  StnGlyph *glyph;
  GtkLabel *title;
  GtkLabel *subtitle;
  StnChipGroup *outcome;
  GtkWidget *cramps;
  GtkWidget *cards;
  GtkEditable *into_bed;
  GtkEditable *out_of_bed;
  StnChipGroup *quality;
  GtkTextBuffer *note;
  StnFactorList *factors;
  GtkLabel *factors_title;
  GtkStack *bottom;
  GtkWidget *save;
  GtkWidget *try_again;
  GtkLabel *failure_text;
};

G_DEFINE_FINAL_TYPE (StnNightEditor, stn_night_editor, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, PROP_DIRTY, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { CLOSED, SETTLED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The chips of "How was the night?". */
enum { OUTCOME_NO_CRAMPS, OUTCOME_CRAMPS };

/* What is saved, and what comes back. */
typedef struct {
  StnNight *base;
  StnNight *mine;
} Edit;

typedef struct {
  StnNight *night;
  StnDate last_night;
  gint64 group;
} Saved;

static void
edit_free (Edit *edit)
{
  stn_night_free (edit->base);
  stn_night_free (edit->mine);
  g_free (edit);
}

static void
saved_free (Saved *saved)
{
  stn_night_free (saved->night);
  g_free (saved);
}

static gpointer
load_work (StnDiary *diary, gpointer data, GError **error)
{
  return stn_diary_get_night (diary, *(const StnDate *) data, error);
}

static gboolean
merge_edit (StnNight *night, gpointer data, GError **error)
{
  const Edit *edit = data;

  stn_night_merge (night, edit->base, edit->mine);
  return TRUE;
}

static gpointer
save_work (StnDiary *diary, gpointer data, GError **error)
{
  const Edit *edit = data;
  gint64 group = 0;
  StnNight *night;
  Saved *saved;

  if (!stn_diary_edit_night (diary, edit->mine->key, "edit-night", merge_edit, data, &group, error))
    return NULL;
  night = stn_diary_get_night (diary, edit->mine->key, error);
  if (night == NULL)
    return NULL;
  saved = g_new0 (Saved, 1);
  saved->night = night;
  saved->group = group;
  saved->last_night = stn_diary_last_night (diary);
  return saved;
}

static StnDate
get_today (StnNightEditor *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));

  return stn_date_of (now);
}

static gboolean
has_cramps (StnNightEditor *self)
{
  return stn_chip_group_get_selected (self->outcome) == OUTCOME_CRAMPS;
}

static char *
read_note (StnNightEditor *self)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->note, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (self->note, &start, &end, FALSE));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* Shows whether it can be read; what cannot be read counts as what was there before. */
static gboolean
read_time (GtkEditable *entry, StnOptInt *ret_minute)
{
  gboolean is_time = stn_time_text_parse (gtk_editable_get_text (entry), ret_minute);

  if (is_time)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_time ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  return is_time;
}

static void
read_sleep (StnNightEditor *self, StnSleep *sleep)
{
  guint quality = stn_chip_group_get_selected (self->quality);

  read_time (self->into_bed, &sleep->into_bed_min);
  read_time (self->out_of_bed, &sleep->out_of_bed_min);
  sleep->quality =
    quality != GTK_INVALID_LIST_POSITION ? STN_KNOWN_INT ((int) quality + 1) : STN_UNKNOWN_INT;
}

/* The night as the person describes it now. */
static StnNight *
read_form (StnNightEditor *self)
{
  StnNight *mine = stn_night_copy (self->base);

  g_ptr_array_set_size (mine->episodes, 0);
  mine->no_cramps = stn_chip_group_get_selected (self->outcome) == OUTCOME_NO_CRAMPS;
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards);
       card != NULL && has_cramps (self); card = gtk_widget_get_next_sibling (card))
    g_ptr_array_add (mine->episodes, stn_episode_card_get_episode (STN_EPISODE_CARD (card)));
  read_sleep (self, &mine->sleep);
  g_free (mine->note);
  mine->note = read_note (self);
  return mine;
}

static guint
count_cards (StnNightEditor *self)
{
  guint n = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    n++;
  return n;
}

static void
show_heading (StnNightEditor *self)
{
  guint outcome = stn_chip_group_get_selected (self->outcome);
  StnNightState state = STN_NIGHT_NOT_RECORDED;
  StnDate today = get_today (self);
  gboolean is_last = stn_date_days_between (self->key, today) == 1;
  g_autofree char *night = stn_wording_night (self->key, today);
  const char *title = is_last ? _ ("Last night") : _ ("Not recorded yet");

  if (outcome == OUTCOME_NO_CRAMPS) {
    state = STN_NIGHT_NO_CRAMPS;
    title = is_last ? _ ("No cramps last night") : _ ("No cramps");
  } else if (outcome == OUTCOME_CRAMPS) {
    state = STN_NIGHT_CRAMPS;
    title = is_last ? _ ("Cramps last night") : _ ("Cramps");
  }
  stn_glyph_set_night (self->glyph, state, count_cards (self));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, night);
  gtk_widget_set_visible (self->cramps, outcome == OUTCOME_CRAMPS);
}

static void
number_cards (StnNightEditor *self)
{
  guint n = count_cards (self);
  guint i = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    stn_episode_card_set_number (STN_EPISODE_CARD (card), ++i, n == 1);
}

static void
set_dirty (StnNightEditor *self, gboolean is_dirty)
{
  if (self->is_dirty == is_dirty)
    return;
  self->is_dirty = is_dirty;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DIRTY]);
}

static gboolean
has_bad_time (StnNightEditor *self)
{
  StnOptInt minute;

  return !read_time (self->into_bed, &minute) || !read_time (self->out_of_bed, &minute);
}

static void
edited_cb (StnNightEditor *self)
{
  g_autoptr (StnNight) mine = NULL;

  if (self->is_filling || self->base == NULL)
    return;
  mine = read_form (self);
  set_dirty (self, has_bad_time (self) || stn_night_merge_differs (self->base, mine));
  show_heading (self);
}

static void card_removed_cb (StnEpisodeCard *card, StnNightEditor *self);

static GtkWidget *
add_card (StnNightEditor *self, const StnEpisode *episode)
{
  GtkWidget *card = stn_episode_card_new (episode);

  g_signal_connect_object (card, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "removed", G_CALLBACK (card_removed_cb), self, 0);
  gtk_box_append (GTK_BOX (self->cards), card);
  number_cards (self);
  return card;
}

static GtkWidget *
add_empty_card (StnNightEditor *self)
{
  g_autoptr (StnEpisode) episode = stn_episode_new ();

  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    stn_episode_card_set_open (STN_EPISODE_CARD (card), FALSE);
  return add_card (self, episode);
}

/* The last cramp that is removed leaves the night without an answer. */
static void
card_removed_cb (StnEpisodeCard *card, StnNightEditor *self)
{
  gtk_box_remove (GTK_BOX (self->cards), GTK_WIDGET (card));
  number_cards (self);
  if (gtk_widget_get_first_child (self->cards) == NULL)
    stn_chip_group_set_selected (self->outcome, GTK_INVALID_LIST_POSITION);
  edited_cb (self);
  if (gtk_widget_get_first_child (self->cards) != NULL)
    gtk_widget_grab_focus (gtk_widget_get_last_child (self->cards));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->outcome));
}

static void
add_another_cb (StnNightEditor *self)
{
  GtkWidget *card = add_empty_card (self);

  edited_cb (self);
  gtk_widget_grab_focus (card);
}

static void
outcome_changed_cb (StnNightEditor *self)
{
  if (has_cramps (self) && gtk_widget_get_first_child (self->cards) == NULL)
    add_empty_card (self);
  edited_cb (self);
}

static void
fill_sleep (StnNightEditor *self, const StnSleep *sleep)
{
  g_autofree char *into_bed = stn_time_text_new (sleep->into_bed_min);
  g_autofree char *out_of_bed = stn_time_text_new (sleep->out_of_bed_min);

  gtk_editable_set_text (self->into_bed, into_bed);
  gtk_editable_set_text (self->out_of_bed, out_of_bed);
  stn_chip_group_set_selected (self->quality, sleep->quality.known
                                                ? (guint) sleep->quality.value - 1
                                                : GTK_INVALID_LIST_POSITION);
}

static void
fill (StnNightEditor *self)
{
  const StnNight *night = self->base;
  GtkWidget *card;
  guint outcome = GTK_INVALID_LIST_POSITION;

  self->is_filling = TRUE;
  while ((card = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->cards), card);
  for (guint i = 0; i < night->episodes->len; i++) {
    card = add_card (self, g_ptr_array_index (night->episodes, i));
    stn_episode_card_set_open (STN_EPISODE_CARD (card), night->episodes->len == 1);
  }
  if (night->episodes->len > 0)
    outcome = OUTCOME_CRAMPS;
  else if (night->no_cramps)
    outcome = OUTCOME_NO_CRAMPS;
  stn_chip_group_set_selected (self->outcome, outcome);
  fill_sleep (self, &night->sleep);
  gtk_text_buffer_set_text (self->note, night->note != NULL ? night->note : "", -1);
  self->is_filling = FALSE;
  gtk_stack_set_visible_child_name (self->bottom, "save");
}

static void
begin_cramps (StnNightEditor *self)
{
  self->with_cramps = FALSE;
  stn_chip_group_set_selected (self->outcome, OUTCOME_CRAMPS);
  if (gtk_widget_get_first_child (self->cards) == NULL)
    add_empty_card (self);
  edited_cb (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnNightEditor) self = STN_NIGHT_EDITOR (user_data);
  g_autoptr (GError) error = NULL;
  StnNight *night = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  gboolean is_first;

  if (night == NULL) {
    if (!stn_failure_is_end (error))
      g_message ("the night cannot be read: %s", error->message);
    return;
  }
  /* Something was typed while the night was read again: saving joins the two. */
  if (self->is_dirty || stn_date_compare (night->key, self->key) != 0) {
    stn_night_free (night);
    return;
  }
  is_first = self->base == NULL;
  g_clear_pointer (&self->base, stn_night_free);
  self->base = night;
  fill (self);
  if (self->with_cramps)
    begin_cramps (self);
  show_heading (self);
  if (is_first)
    gtk_widget_grab_focus (has_cramps (self) ? gtk_widget_get_first_child (self->cards)
                                             : GTK_WIDGET (self->outcome));
}

static void
load (StnNightEditor *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  stn_diary_client_run (self->client, load_work, g_memdup2 (&self->key, sizeof self->key), g_free,
                        (GDestroyNotify) stn_night_free, self->loading, loaded_cb,
                        g_object_ref (self));
}

static void
announce (StnNightEditor *self, const Saved *saved)
{
  g_autofree char *text = stn_wording_saved (saved->night, saved->last_night, get_today (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", text, saved->group);
}

static void
settle (StnNightEditor *self, gboolean is_kept)
{
  gboolean was_closing = self->is_closing;

  self->is_saving = FALSE;
  self->is_closing = FALSE;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (was_closing)
    g_signal_emit (self, signals[SETTLED], 0, is_kept);
}

/* GTK 4.8 cannot announce; the focus goes to the button that the words describe. */
static void
show_failure (StnNightEditor *self, const char *text)
{
  gtk_label_set_text (self->failure_text, text);
  gtk_stack_set_visible_child_name (self->bottom, "failure");
  gtk_widget_grab_focus (self->try_again);
}

/* A time that cannot be read is said where it stands, before anything is saved. */
static gboolean
check_times (StnNightEditor *self)
{
  GtkEditable *entries[] = {self->into_bed, self->out_of_bed};

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    StnOptInt minute;
    g_autofree char *text = NULL;

    if (read_time (entries[i], &minute))
      continue;
    /* Translators: %s is what the person typed. */
    text = g_strdup_printf (_ ("Not saved: “%s” is no time of day. Write it like 22:40."),
                            gtk_editable_get_text (entries[i]));
    show_failure (self, text);
    gtk_widget_grab_focus (GTK_WIDGET (entries[i]));
    return FALSE;
  }
  return TRUE;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnNightEditor) self = STN_NIGHT_EDITOR (user_data);
  g_autoptr (GError) error = NULL;
  Saved *saved = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (saved == NULL) {
    g_autofree char *text = stn_failure_not_saved (error);

    show_failure (self, text);
    settle (self, FALSE);
    return;
  }
  if (saved->group != 0)
    announce (self, saved);
  if (stn_date_compare (saved->night->key, self->key) != 0) {
    /* Another night was opened meanwhile. */
    saved_free (saved);
    settle (self, TRUE);
    return;
  }
  /* Opened again, the night is read again. */
  g_clear_pointer (&self->base, stn_night_free);
  self->key = STN_NO_DATE;
  stn_factor_list_show (self->factors, STN_NO_DATE);
  set_dirty (self, FALSE);
  saved_free (saved);
  g_signal_emit (self, signals[CLOSED], 0);
  /* The last thing: the window may be gone after it. */
  settle (self, TRUE);
}

static void
commit (StnNightEditor *self)
{
  stn_factor_list_flush (self->factors);
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    stn_episode_card_commit (STN_EPISODE_CARD (card));
}

static void
save (StnNightEditor *self)
{
  Edit *edit;

  if (self->base == NULL || self->is_saving)
    return;
  commit (self);
  if (!check_times (self)) {
    settle (self, FALSE);
    return;
  }
  self->is_saving = TRUE;
  gtk_widget_set_sensitive (self->save, FALSE);
  gtk_stack_set_visible_child_name (self->bottom, "save");
  edit = g_new0 (Edit, 1);
  edit->base = stn_night_copy (self->base);
  edit->mine = read_form (self);
  stn_diary_client_run (self->client, save_work, edit, (GDestroyNotify) edit_free,
                        (GDestroyNotify) saved_free, NULL, saved_cb, g_object_ref (self));
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save (STN_NIGHT_EDITOR (widget));
}

/* "Cramps" was pressed and nothing else: whoever goes back then, took it back. */
static gboolean
is_only_begun (StnNightEditor *self)
{
  g_autoptr (StnNight) mine = NULL;
  g_autoptr (StnNight) begun = NULL;

  if (self->base == NULL || self->base->episodes->len > 0)
    return FALSE;
  mine = read_form (self);
  if (mine->episodes->len != 1 || !stn_episode_is_unknown (g_ptr_array_index (mine->episodes, 0)))
    return FALSE;
  begun = stn_night_copy (mine);
  g_ptr_array_set_size (begun->episodes, 0);
  begun->no_cramps = self->base->no_cramps;
  return !stn_night_merge_differs (self->base, begun);
}

static void
close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnNightEditor *self = STN_NIGHT_EDITOR (widget);

  commit (self);
  if (is_only_begun (self))
    set_dirty (self, FALSE);
  if (!self->is_dirty)
    self->key = STN_NO_DATE;
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
changed_cb (StnDiaryClient *client, GArray *nights, StnNightEditor *self)
{
  gboolean concerns = nights == NULL;

  if (!stn_date_is_set (self->key) || self->is_dirty)
    return;
  for (guint i = 0; nights != NULL && i < nights->len; i++)
    concerns |= stn_date_compare (g_array_index (nights, StnDate, i), self->key) == 0;
  if (concerns)
    load (self);
}

static void
set_client (StnNightEditor *self, StnDiaryClient *client)
{
  if (self->client != NULL)
    g_signal_handlers_disconnect_by_data (self->client, self);
  g_set_object (&self->client, client);
  if (client != NULL)
    g_signal_connect_object (client, "changed", G_CALLBACK (changed_cb), self, 0);
}

static void
stn_night_editor_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    set_client (STN_NIGHT_EDITOR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_night_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StnNightEditor *self = STN_NIGHT_EDITOR (object);

  if (id == PROP_CLIENT)
    g_value_set_object (value, self->client);
  else if (id == PROP_DIRTY)
    g_value_set_boolean (value, self->is_dirty);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* Two bars at the bottom of a narrow window are too much: the one with the pages gives way. */
static void
stn_night_editor_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stn_night_editor_parent_class)->map (widget);
  gtk_widget_activate_action (widget, "win.entry-open", "b", TRUE);
}

static void
stn_night_editor_unmap (GtkWidget *widget)
{
  gtk_widget_activate_action (widget, "win.entry-open", "b", FALSE);
  GTK_WIDGET_CLASS (stn_night_editor_parent_class)->unmap (widget);
}

static void
stn_night_editor_dispose (GObject *object)
{
  StnNightEditor *self = STN_NIGHT_EDITOR (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->base, stn_night_free);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (stn_night_editor_parent_class)->dispose (object);
}

static void
stn_night_editor_class_init (StnNightEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_night_editor_dispose;
  object_class->get_property = stn_night_editor_get_property;
  object_class->set_property = stn_night_editor_set_property;
  widget_class->map = stn_night_editor_map;
  widget_class->unmap = stn_night_editor_unmap;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_DIRTY] =
    g_param_spec_boolean ("dirty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (STN_TYPE_CHIP_GROUP);
  g_type_ensure (STN_TYPE_FACTOR_LIST);
  g_type_ensure (STN_TYPE_GLYPH);
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-night-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, glyph);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, title);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, subtitle);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, outcome);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, cramps);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, cards);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, into_bed);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, out_of_bed);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, quality);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, try_again);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, note);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, factors);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, factors_title);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, bottom);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, save);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, failure_text);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, outcome_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_another_cb);

  gtk_widget_class_install_action (widget_class, "entry.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "entry.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "entry.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "entry.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "entry.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "entry.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "entry.close",
                                       NULL);
}

static void
stn_night_editor_init (StnNightEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
stn_night_editor_open (StnNightEditor *self, StnDate key, gboolean with_cramps)
{
  g_autofree char *day = NULL;

  g_return_if_fail (STN_IS_NIGHT_EDITOR (self));
  g_return_if_fail (self->client != NULL);
  g_return_if_fail (stn_date_is_set (key));

  if (stn_date_compare (self->key, key) == 0 && self->is_dirty)
    return;
  if (self->is_dirty)
    save (self);
  self->key = key;
  self->with_cramps = with_cramps;
  g_clear_pointer (&self->base, stn_night_free);
  set_dirty (self, FALSE);
  day = stn_wording_date (key, get_today (self));
  gtk_label_set_text (self->factors_title, day);
  stn_factor_list_show (self->factors, key);
  load (self);
}

void
stn_night_editor_keep (StnNightEditor *self)
{
  g_return_if_fail (STN_IS_NIGHT_EDITOR (self));

  commit (self);
  self->is_closing = TRUE;
  if (self->is_dirty)
    save (self);
  else
    settle (self, TRUE);
}

StnDate
stn_night_editor_get_key (StnNightEditor *self)
{
  g_return_val_if_fail (STN_IS_NIGHT_EDITOR (self), STN_NO_DATE);

  return self->key;
}

gboolean
stn_night_editor_is_dirty (StnNightEditor *self)
{
  g_return_val_if_fail (STN_IS_NIGHT_EDITOR (self), FALSE);

  return self->is_dirty;
}
