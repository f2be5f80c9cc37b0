/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-night-editor.h"

#include <glib/gi18n.h>

#include "diary/stn-failure.h"
#include "pages/stn-clash-card.h"
#include "pages/stn-evening-row.h"
#include "pages/stn-flag-cards.h"
#include "present/stn-draft.h"
#include "present/stn-night-copy.h"
#include "present/stn-night-draft.h"
#include "store/stn-draft-table.h"
#include "widgets/stn-columns-layout.h"
#include "widgets/stn-file-dialog.h"
#include "widgets/stn-focus-child.h"
#include "widgets/stn-pair-layout.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording.h"

/* What is typed rests for so long before it is kept: a crash costs no more than the last word. */
#define REST_MS 400

/* When to see a doctor takes at most so much of the height: the rest of it is scrolled to. */
#define FLAGS_PERCENT 40

struct _StnNightEditor {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnDate key;
  StnNightPart part;
  StnNight *base;   /* the night as it was when it was opened; NULL while loading */
  GDateTime *began; /* when the first thing was typed that is not saved; NULL = nothing */
  gboolean is_filling;
  gboolean is_saving;
  gboolean is_closing; /* the window waits for "settled" */
  gboolean is_unsafe;  /* what was typed could not be kept: it is on the screen only */
  guint rest;          /* source that keeps the draft, 0 = none */
  guint next_frame;    /* tick callback, 0 = none */
  guint keeping;       /* drafts on their way to the diary */
  GCancellable *loading;

  GtkScrolledWindow *scroller;
  GtkWidget *content;
  GtkWidget *begun;
  GtkLabel *begun_text;
  StnClashCard *clash;
  StnNight *stored; /* what the clash is with; NULL = none */
  StnNightForm *form;
  StnEveningRow *evening;
  GtkScrolledWindow *flags_scroller;
  StnFlagCards *flags;
  GtkStack *bottom;
  GtkWidget *save;
  GtkWidget *try_again;
  GtkLabel *failure_text;
};

G_DEFINE_FINAL_TYPE (StnNightEditor, stn_night_editor, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { CLOSED, SETTLED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* In the diary's thread */

/* A night as it is stored, and what was begun of it. */
typedef struct {
  StnNight *night;
  StnNightDraft *draft; /* NULL = none */
} Loaded;

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
loaded_free (Loaded *loaded)
{
  stn_night_free (loaded->night);
  stn_night_draft_free (loaded->draft);
  g_free (loaded);
}

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
  StnDate key = *(const StnDate *) data;
  g_autofree char *text = NULL;
  g_autoptr (GError) reason = NULL;
  Loaded *loaded;
  g_autoptr (StnNight) night = stn_diary_get_night (diary, key, error);

  if (night == NULL ||
      !stn_draft_table_get (stn_diary_get_store (diary), STN_NIGHT_DRAFT_KIND, key, &text, error))
    return NULL;
  loaded = g_new0 (Loaded, 1);
  loaded->night = g_steal_pointer (&night);
  if (text != NULL)
    loaded->draft = stn_night_draft_read (text, key, &reason);
  if (reason != NULL)
    g_message ("a draft cannot be read: %s", reason->message);
  return loaded;
}

static gboolean
merge_edit (StnNight *night, gpointer data, GError **error)
{
  const Edit *edit = data;

  if (stn_night_merge_clashes (night, edit->base, edit->mine, NULL)) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_CHANGED,
                 "the night was changed meanwhile");
    return FALSE;
  }
  stn_night_merge (night, edit->base, edit->mine);
  return TRUE;
}

static gpointer
save_work (StnDiary *diary, gpointer data, GError **error)
{
  const Edit *edit = data;
  StnDate key = edit->mine->key;
  g_autoptr (GError) left = NULL;
  gint64 group = 0;
  StnNight *night;
  Saved *saved;

  if (!stn_diary_edit_night (diary, key, "edit-night", merge_edit, data, &group, error))
    return NULL;
  night = stn_diary_get_night (diary, key, error);
  if (night == NULL)
    return NULL;
  /* It is saved; a draft that is left over will say nothing new. */
  if (!stn_draft_table_discard (stn_diary_get_store (diary), STN_NIGHT_DRAFT_KIND, key, &left))
    g_message ("a draft is left over: %s", left->message);
  saved = g_new0 (Saved, 1);
  saved->night = night;
  saved->group = group;
  saved->last_night = stn_diary_last_night (diary);
  return saved;
}

/* The draft */

static GDateTime *
get_now (StnNightEditor *self)
{
  return stn_clock_now (stn_diary_client_get_clock (self->client));
}

static StnDate
get_today (StnNightEditor *self)
{
  g_autoptr (GDateTime) now = get_now (self);

  return stn_date_of (now);
}

/* GTK 4.8 cannot announce; the focus goes to the button that the words describe. */
static void
show_failure (StnNightEditor *self, const char *text)
{
  gtk_label_set_text (self->failure_text, text);
  gtk_stack_set_visible_child_name (self->bottom, "failure");
}

static void
settle (StnNightEditor *self, gboolean is_kept)
{
  if (!self->is_closing)
    return;
  self->is_closing = FALSE;
  g_signal_emit (self, signals[SETTLED], 0, is_kept);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnNightEditor) self = STN_NIGHT_EDITOR (user_data);
  g_autoptr (GError) error = NULL;
  gboolean is_kept = stn_draft_put_finish (STN_DIARY_CLIENT (source), result, &error);

  self->keeping--;
  if (is_kept && self->is_unsafe)
    gtk_stack_set_visible_child_name (self->bottom, "save");
  self->is_unsafe = !is_kept;
  if (!is_kept && !stn_failure_is_end (error)) {
    g_autofree char *reason = stn_failure_reason (error);
    /* Translators: %s is the reason, for example "the disk is full". */
    g_autofree char *text =
      g_strdup_printf (_ ("Not kept: %s. What you typed is on this screen only."), reason);

    show_failure (self, text);
  }
  if (self->keeping == 0)
    settle (self, is_kept);
}

static void
discard_draft (StnNightEditor *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_pointer (&self->began, g_date_time_unref);
  gtk_widget_set_visible (self->begun, FALSE);
  stn_draft_discard (self->client, STN_NIGHT_DRAFT_KIND, self->key, NULL, NULL, NULL);
}

static void
keep_draft (StnNightEditor *self)
{
  g_autoptr (StnNight) mine = stn_night_form_read (self->form);
  g_autoptr (StnNightDraft) draft = stn_night_draft_new (self->base, mine, self->began);
  g_autofree char *text = stn_night_draft_write (draft);

  g_clear_handle_id (&self->rest, g_source_remove);
  self->keeping++;
  stn_draft_put (self->client, STN_NIGHT_DRAFT_KIND, self->key, text, NULL, kept_cb,
                 g_object_ref (self));
}

/* When to see a doctor, by what is described and not yet saved. */
static void
look_at_draft (StnNightEditor *self)
{
  g_autoptr (StnNight) mine = stn_night_form_read (self->form);

  stn_flag_cards_set_draft (self->flags, mine);
}

static gboolean
rested_cb (gpointer user_data)
{
  StnNightEditor *self = user_data;

  self->rest = 0;
  keep_draft (self);
  look_at_draft (self);
  return G_SOURCE_REMOVE;
}

static void
edited_cb (StnNightEditor *self)
{
  g_autoptr (StnNight) mine = NULL;

  if (self->is_filling || self->base == NULL)
    return;
  mine = stn_night_form_read (self->form);
  g_clear_handle_id (&self->rest, g_source_remove);
  if (!stn_night_merge_differs (self->base, mine)) {
    if (self->began != NULL)
      discard_draft (self);
    look_at_draft (self);
    return;
  }
  if (self->began == NULL)
    self->began = get_now (self);
  self->rest = g_timeout_add (REST_MS, rested_cb, self);
}

/* Showing */

static void
fill (StnNightEditor *self, const StnNight *night)
{
  StnDate today = get_today (self);

  self->is_filling = TRUE;
  stn_night_form_show (self->form, night, today);
  self->is_filling = FALSE;
  stn_evening_row_show (self->evening, self->base, today);
  gtk_widget_set_visible (self->content, TRUE);
  look_at_draft (self);
}

static void
show_begun (StnNightEditor *self)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->begun, self->began != NULL);
  if (self->began == NULL)
    return;
  date = stn_wording_date (stn_date_of (self->began), get_today (self));
  time = stn_wording_time (g_date_time_get_hour (self->began) * 60 +
                           g_date_time_get_minute (self->began));
  /* Translators: 1: a date, "Sunday 22 November", 2: a time of day. */
  text = g_strdup_printf (_ ("Not saved yet: you began this on %1$s at %2$s."), date, time);
  gtk_label_set_text (self->begun_text, text);
}

static void
hide_clash (StnNightEditor *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->clash), FALSE);
  g_clear_pointer (&self->stored, stn_night_free);
}

/* Whether @stored and what was typed cannot simply be joined; then it is shown. */
static gboolean
show_clash (StnNightEditor *self, const StnNight *stored)
{
  g_autoptr (StnNight) mine = stn_night_form_read (self->form);
  StnNightClash clash;

  hide_clash (self);
  if (!stn_night_merge_clashes (stored, self->base, mine, &clash))
    return FALSE;
  self->stored = stn_night_copy (stored);
  stn_clash_card_show (self->clash, stored, mine, &clash);
  gtk_widget_set_visible (GTK_WIDGET (self->clash), TRUE);
  return TRUE;
}

/* From here on @night is what the diary holds and @mine what was typed. */
static void
rebase (StnNightEditor *self, const StnNight *night, const StnNight *mine)
{
  StnNight *base = stn_night_copy (night);

  stn_night_free (self->base);
  self->base = base;
  fill (self, mine);
  edited_cb (self);
}

static void
clash_chosen_cb (StnNightEditor *self, int choice)
{
  g_autoptr (StnNight) stored = g_steal_pointer (&self->stored);
  g_autoptr (StnNight) mine = stn_night_form_read (self->form);
  g_autoptr (StnNight) joined = stn_night_copy (stored);

  switch ((StnClashChoice) choice) {
  case STN_CLASH_BOTH:
    stn_night_merge (joined, self->base, mine);
    break;
  case STN_CLASH_MINE:
    stn_night_merge_mine (joined, self->base, mine);
    break;
  case STN_CLASH_THEIRS:
    break;
  }
  hide_clash (self);
  rebase (self, stored, joined);
  if (self->began == NULL)
    show_begun (self);
  gtk_stack_set_visible_child_name (self->bottom, "save");
  gtk_widget_grab_focus (self->save);
}

static void
eased_cb (StnNightEditor *self, guint place, int answer)
{
  stn_night_form_answer_eased (self->form, place, (StnAnswer) answer);
}

static void
flags_shown_cb (StnNightEditor *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->flags_scroller),
                          gtk_widget_get_visible (GTK_WIDGET (self->flags)));
}

/* As high as it is at its width, which a scrolled window does not ask, and never more than its part of the entry. */
static void
fit_flags (StnNightEditor *self)
{
  GtkAdjustment *inner = gtk_scrolled_window_get_vadjustment (self->flags_scroller);
  int most = gtk_widget_get_height (GTK_WIDGET (self)) * FLAGS_PERCENT / 100;

  gtk_scrolled_window_set_min_content_height (self->flags_scroller,
                                              MIN ((int) gtk_adjustment_get_upper (inner), most));
}

/* What appears below takes room: what the person types in stays in sight. */
static void
show_focus (StnNightEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->content) &&
      gtk_widget_compute_bounds (focus, self->content, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scroller),
                               bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static gboolean
allocated_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  StnNightEditor *self = STN_NIGHT_EDITOR (widget);

  self->next_frame = 0;
  if (gtk_widget_get_visible (GTK_WIDGET (self->flags_scroller)))
    fit_flags (self);
  show_focus (self);
  return G_SOURCE_REMOVE;
}

/* Sizes are not changed while they are being given. */
static void
room_changed_cb (StnNightEditor *self)
{
  if (self->next_frame == 0)
    self->next_frame = gtk_widget_add_tick_callback (GTK_WIDGET (self), allocated_cb, NULL, NULL);
}

/* Loading */

static void
show_draft (StnNightEditor *self, const StnNight *night, const StnNightDraft *draft)
{
  g_autoptr (StnNight) mine = stn_night_copy (night);

  self->began = g_date_time_ref (draft->began);
  if (stn_night_merge_clashes (night, draft->base, draft->mine, NULL)) {
    self->base = stn_night_copy (draft->base);
    fill (self, draft->mine);
    show_clash (self, night);
  } else {
    stn_night_merge (mine, draft->base, draft->mine);
    self->base = stn_night_copy (night);
    fill (self, mine);
    if (!stn_night_merge_differs (night, mine))
      discard_draft (self);
  }
  show_begun (self);
}

static void
show_loaded (StnNightEditor *self, const Loaded *loaded)
{
  gboolean is_first = self->base == NULL;

  g_clear_pointer (&self->base, stn_night_free);
  g_clear_pointer (&self->began, g_date_time_unref);
  hide_clash (self);
  gtk_stack_set_visible_child_name (self->bottom, "save");
  if (loaded->draft != NULL) {
    show_draft (self, loaded->night, loaded->draft);
  } else {
    self->base = stn_night_copy (loaded->night);
    fill (self, loaded->night);
    show_begun (self);
  }
  if (is_first)
    stn_night_form_begin (self->form, self->part);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnNightEditor) self = STN_NIGHT_EDITOR (user_data);
  g_autoptr (GError) error = NULL;
  Loaded *loaded = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (loaded == NULL) {
    if (!stn_failure_is_end (error))
      gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)",
                                  _ ("The diary cannot be read"), (gint64) 0);
    return;
  }
  if (self->client != NULL && stn_date_compare (loaded->night->key, self->key) == 0) {
    if (self->began == NULL || self->base == NULL)
      show_loaded (self, loaded);
    else
      show_clash (self, loaded->night);
  }
  loaded_free (loaded);
}

static void
load (StnNightEditor *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  stn_diary_client_run (self->client, load_work, g_memdup2 (&self->key, sizeof self->key), g_free,
                        (GDestroyNotify) loaded_free, self->loading, loaded_cb,
                        g_object_ref (self));
}

/* Saving */

static void
announce (StnNightEditor *self, const Saved *saved)
{
  g_autofree char *text = stn_wording_saved (saved->night, saved->last_night, get_today (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", text, saved->group);
}

/* The next time the night is read again. */
static void
forget (StnNightEditor *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_pointer (&self->base, stn_night_free);
  g_clear_pointer (&self->began, g_date_time_unref);
  hide_clash (self);
  self->is_unsafe = FALSE;
  self->key = STN_NO_DATE;
  stn_flag_cards_set_draft (self->flags, NULL);
}

/* What is typed while it is being saved would be lost with the form. */
static void
set_saving (StnNightEditor *self, gboolean is_saving)
{
  self->is_saving = is_saving;
  gtk_widget_set_sensitive (self->content, !is_saving);
  gtk_widget_set_sensitive (self->save, !is_saving);
}

static void
save_failed (StnNightEditor *self, const GError *error)
{
  if (g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_CHANGED)) {
    load (self);
  } else {
    g_autofree char *text = stn_failure_not_saved (error);

    show_failure (self, text);
    gtk_widget_grab_focus (self->try_again);
  }
  settle (self, FALSE);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnNightEditor) self = STN_NIGHT_EDITOR (user_data);
  g_autoptr (GError) error = NULL;
  Saved *saved = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (self->client == NULL) {
    g_clear_pointer (&saved, saved_free);
    return;
  }
  set_saving (self, FALSE);
  if (saved == NULL) {
    save_failed (self, error);
    return;
  }
  if (saved->group != 0)
    announce (self, saved);
  if (stn_date_compare (saved->night->key, self->key) == 0) {
    forget (self);
    g_signal_emit (self, signals[CLOSED], 0);
  }
  saved_free (saved);
  settle (self, TRUE);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnNightEditor *self = STN_NIGHT_EDITOR (widget);
  Edit *edit;

  if (self->base == NULL || self->is_saving || !stn_night_form_check (self->form))
    return;
  if (self->stored != NULL) {
    gtk_widget_grab_focus (GTK_WIDGET (self->clash));
    return;
  }
  g_clear_handle_id (&self->rest, g_source_remove);
  set_saving (self, TRUE);
  edit = g_new0 (Edit, 1);
  edit->base = stn_night_copy (self->base);
  edit->mine = stn_night_form_read (self->form);
  stn_diary_client_run (self->client, save_work, edit, (GDestroyNotify) edit_free,
                        (GDestroyNotify) saved_free, NULL, saved_cb, g_object_ref (self));
}

static void
discard_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnNightEditor *self = STN_NIGHT_EDITOR (widget);

  discard_draft (self);
  g_clear_pointer (&self->base, stn_night_free);
  self->part = STN_NIGHT_PART_ALL;
  load (self);
}

static void
copy_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StnNightEditor *self = STN_NIGHT_EDITOR (source);
  g_autoptr (GFile) file = stn_file_dialog_finish (result);
  g_autoptr (StnNight) mine = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->base == NULL)
    return;
  mine = stn_night_form_read (self->form);
  text = stn_night_copy_text (mine, get_today (self));
  if (!g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                NULL, &error)) {
    g_autofree char *failure = stn_failure_not_saved (error);

    show_failure (self, failure);
    return;
  }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", _ ("A copy is kept"),
                              (gint64) 0);
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  char key[STN_DATE_TEXT_SIZE];
  g_autofree char *name =
    g_strdup_printf ("%s.txt", stn_date_to_text (STN_NIGHT_EDITOR (widget)->key, key));
  const StnFileQuestion question = {.action = GTK_FILE_CHOOSER_ACTION_SAVE,
                                    .title = _ ("Keep a Copy"),
                                    .accept = _ ("_Keep"),
                                    .name = name};

  stn_file_dialog_ask (widget, &question, copy_chosen_cb, NULL);
}

/* Leaving */

/* "Cramps" was pressed and nothing else: whoever goes back then, took it back. */
static gboolean
is_only_begun (StnNightEditor *self)
{
  g_autoptr (StnNight) mine = NULL;

  if (self->base == NULL || self->base->episodes->len > 0)
    return FALSE;
  mine = stn_night_form_read (self->form);
  if (mine->episodes->len != 1 || !stn_episode_is_unknown (g_ptr_array_index (mine->episodes, 0)))
    return FALSE;
  g_ptr_array_set_size (mine->episodes, 0);
  mine->no_cramps = self->base->no_cramps;
  return !stn_night_merge_differs (self->base, mine);
}

static void
leave (StnNightEditor *self)
{
  if (self->began != NULL && is_only_begun (self)) {
    discard_draft (self);
    forget (self);
  } else if (self->began != NULL) {
    keep_draft (self);
  }
}

static void
close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnNightEditor *self = STN_NIGHT_EDITOR (widget);

  leave (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
changed_cb (StnDiaryClient *client, GArray *nights, StnNightEditor *self)
{
  gboolean concerns = nights == NULL;

  if (!stn_date_is_set (self->key) || self->is_saving)
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
  if (id == PROP_CLIENT)
    g_value_set_object (value, STN_NIGHT_EDITOR (object)->client);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static gboolean
stn_night_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (STN_NIGHT_EDITOR (widget)->form));
}

static void
stn_night_editor_dispose (GObject *object)
{
  StnNightEditor *self = STN_NIGHT_EDITOR (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->base, stn_night_free);
  g_clear_pointer (&self->stored, stn_night_free);
  g_clear_pointer (&self->began, g_date_time_unref);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (stn_night_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (STN_TYPE_CLASH_CARD);
  g_type_ensure (STN_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (STN_TYPE_EVENING_ROW);
  g_type_ensure (STN_TYPE_FLAG_CARDS);
  g_type_ensure (STN_TYPE_NIGHT_FORM);
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-night-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, content);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, begun);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, begun_text);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, clash);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, form);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, evening);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, flags_scroller);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, flags);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, bottom);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, save);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, try_again);
  gtk_widget_class_bind_template_child (widget_class, StnNightEditor, failure_text);
  gtk_widget_class_bind_template_callback (widget_class, clash_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, eased_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, flags_shown_cb);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
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
stn_night_editor_class_init (StnNightEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_night_editor_dispose;
  object_class->get_property = stn_night_editor_get_property;
  object_class->set_property = stn_night_editor_set_property;
  widget_class->focus = stn_focus_child;
  widget_class->grab_focus = stn_night_editor_grab_focus;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "entry.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "entry.discard", NULL, discard_cb);
  gtk_widget_class_install_action (widget_class, "entry.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "entry.close", NULL, close_cb);
  add_keys (widget_class);
}

static void
stn_night_editor_init (StnNightEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (room_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->flags_scroller),
                           "notify::upper", G_CALLBACK (room_changed_cb), self, G_CONNECT_SWAPPED);
}

void
stn_night_editor_open (StnNightEditor *self, StnDate key, StnNightPart part)
{
  g_return_if_fail (STN_IS_NIGHT_EDITOR (self));
  g_return_if_fail (self->client != NULL);
  g_return_if_fail (stn_date_is_set (key));

  if (stn_date_compare (self->key, key) == 0 && self->base != NULL) {
    show_begun (self);
    stn_night_form_begin (self->form, part);
    return;
  }
  if (self->is_unsafe) {
    /* The other night is on the screen only: it comes first. */
    gtk_widget_grab_focus (self->try_again);
    return;
  }
  if (self->base != NULL)
    leave (self);
  forget (self);
  gtk_widget_set_visible (self->content, FALSE);
  self->key = key;
  self->part = part;
  load (self);
}

void
stn_night_editor_keep (StnNightEditor *self)
{
  g_return_if_fail (STN_IS_NIGHT_EDITOR (self));

  self->is_closing = TRUE;
  if (self->is_saving)
    return;
  leave (self);
  if (self->keeping == 0)
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

  return self->began != NULL;
}
