/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-factor-list.h"

#include <glib/gi18n.h>

#include "diary/stn-diary-factors.h"
#include "diary/stn-failure.h"
#include "diary/stn-tick-list.h"
#include "diary/stn-usual-day.h"
#include "present/stn-portion.h"
#include "widgets/stn-factor-row.h"
#include "wording/stn-wording.h"

/* A number that is being changed step by step is saved once, when it rests for so long. */
#define REST_MS 600

struct _StnFactorList {
  AdwBin parent_instance;

  StnDiaryClient *client;
  gboolean has_keys;
  gboolean shows_stored;
  gboolean takes_focus; /* when the day is read */
  char *only;           /* slug of the one factor that is asked for, NULL = those of the evening */
  char **aside;         /* slugs that are asked for elsewhere */
  StnDate key;
  GCancellable *loading;
  GPtrArray *entries; /* element-type Entry, one a row */

  GtkListBox *rows;
  GtkWidget *stored_line;
  GtkLabel *stored;
  GtkWidget *failure;
  GtkLabel *failure_text;
};

G_DEFINE_FINAL_TYPE (StnFactorList, stn_factor_list, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, PROP_HAS_KEYS, PROP_SHOWS_STORED, N_PROPS };
static GParamSpec *props[N_PROPS];

/* One row and what is on its way from it to the diary. */
typedef struct {
  StnFactorList *list;
  StnFactor *factor;
  StnPortion portion;
  GPtrArray *ticks; /* of StnTrigger, NULL for what is no list */
  StnFactorRow *row;
  guint rest;       /* source that saves when the row rests, 0 = none */
  gboolean is_kept; /* FALSE: what the row shows is not in the diary yet */
} Entry;

/* What the list shows, as it is in the diary. */
typedef struct {
  StnDate key;
  StnNight *night;
  GPtrArray *factors;
  GPtrArray *usual; /* element-type StnFactorValue */
  StnDate last_night;
  gboolean is_evening;
} Day;

typedef struct {
  StnDate key;
  StnFactor *factor;
  gboolean is_list;
  guint64 ticked;
  StnOptReal value;
} Answer;

static void
entry_free (Entry *entry)
{
  g_clear_handle_id (&entry->rest, g_source_remove);
  stn_factor_free (entry->factor);
  g_clear_pointer (&entry->ticks, g_ptr_array_unref);
  g_free (entry);
}

static void
day_free (Day *day)
{
  g_clear_pointer (&day->night, stn_night_free);
  g_clear_pointer (&day->factors, g_ptr_array_unref);
  g_clear_pointer (&day->usual, g_ptr_array_unref);
  g_free (day);
}

static void
answer_free (Answer *answer)
{
  stn_factor_free (answer->factor);
  g_free (answer);
}

static gpointer
load_work (StnDiary *diary, gpointer data, GError **error)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (diary)));
  Day *day = g_new0 (Day, 1);

  day->key = *(const StnDate *) data;
  day->night = stn_diary_get_night (diary, day->key, error);
  if (day->night != NULL)
    day->factors = stn_diary_list_factors (diary, error);
  if (day->factors != NULL)
    day->usual = stn_usual_day_read (diary, day->key, error);
  if (day->usual == NULL) {
    day_free (day);
    return NULL;
  }
  day->last_night = stn_diary_last_night (diary);
  day->is_evening = stn_night_entered_at (day->night, now, FALSE) == STN_ENTERED_EVENING;
  return day;
}

static gboolean
edit_value (StnNight *night, gpointer data, GError **error)
{
  const Answer *answer = data;

  if (answer->is_list)
    stn_tick_list_answer (answer->factor, night, answer->ticked, answer->value.known);
  else if (answer->value.known)
    stn_night_take_value (
      night, stn_factor_value_new (answer->factor->slug, answer->value.value, STN_ENTERED_UNKNOWN));
  else
    stn_night_remove_value (night, answer->factor->slug);
  return TRUE;
}

static gpointer
save_work (StnDiary *diary, gpointer data, GError **error)
{
  const Answer *answer = data;

  if (!stn_diary_edit_night (diary, answer->key, "edit-factors", edit_value, data, NULL, error))
    return NULL;
  return GINT_TO_POINTER (TRUE);
}

static Entry *
find_entry (StnFactorList *self, const char *slug)
{
  for (guint i = 0; i < self->entries->len; i++) {
    Entry *entry = g_ptr_array_index (self->entries, i);

    if (g_str_equal (entry->factor->slug, slug))
      return entry;
  }
  return NULL;
}

typedef struct {
  StnFactorList *self;
  StnDate key;
  char *slug;
} Saving;

static void
show_failure (StnFactorList *self, const char *text)
{
  gtk_label_set_text (self->failure_text, text);
  gtk_widget_set_visible (self->failure, TRUE);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr (StnFactorList) self = saving->self;
  g_autofree char *slug = saving->slug;
  g_autoptr (GError) error = NULL;
  Entry *entry = stn_date_compare (saving->key, self->key) == 0 ? find_entry (self, slug) : NULL;

  g_free (saving);
  if (stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error) != NULL) {
    if (entry != NULL && entry->rest == 0)
      entry->is_kept = TRUE;
    gtk_widget_set_visible (self->failure, FALSE);
    return;
  }
  if (entry != NULL) {
    g_autofree char *text = stn_failure_not_saved (error);

    /* What was answered stays on the screen. */
    entry->is_kept = FALSE;
    show_failure (self, text);
  }
}

static void
save (Entry *entry)
{
  StnFactorList *self = entry->list;
  StnOptReal shown = stn_factor_row_get_value (entry->row);
  Answer *answer = g_new0 (Answer, 1);
  Saving *saving = g_new0 (Saving, 1);

  g_clear_handle_id (&entry->rest, g_source_remove);
  answer->key = self->key;
  answer->factor = stn_factor_copy (entry->factor);
  answer->is_list = entry->ticks != NULL;
  answer->ticked = stn_factor_row_get_ticks (entry->row);
  answer->value =
    shown.known ? STN_KNOWN_REAL (shown.value * entry->portion.size) : STN_UNKNOWN_REAL;
  saving->self = g_object_ref (self);
  saving->key = self->key;
  saving->slug = g_strdup (entry->factor->slug);
  stn_diary_client_run (self->client, save_work, answer, (GDestroyNotify) answer_free, NULL, NULL,
                        saved_cb, saving);
}

static gboolean
rested_cb (gpointer user_data)
{
  Entry *entry = user_data;

  entry->rest = 0;
  save (entry);
  return G_SOURCE_REMOVE;
}

static void
answered_cb (StnFactorRow *row, Entry *entry)
{
  entry->is_kept = FALSE;
  g_clear_handle_id (&entry->rest, g_source_remove);
  if (entry->factor->kind == STN_FACTOR_BINARY)
    save (entry);
  else
    entry->rest = g_timeout_add (REST_MS, rested_cb, entry);
}

static void load (StnFactorList *self);

static void
try_again_cb (StnFactorList *self)
{
  gtk_widget_set_visible (self->failure, FALSE);
  load (self);
  for (guint i = 0; i < self->entries->len; i++) {
    Entry *entry = g_ptr_array_index (self->entries, i);

    if (!entry->is_kept)
      save (entry);
  }
}

/* Its own value is missing where another program wrote only a tick. */
static gboolean
is_list_as_usual (const Entry *entry, const StnNight *night)
{
  const StnFactorValue *value = stn_night_get_value (night, entry->factor->slug);

  return value != NULL && value->entered == STN_ENTERED_USUAL;
}

static void
show_ticks (Entry *entry, const StnNight *night)
{
  gboolean is_known;
  guint64 ticked = stn_tick_list_read (entry->factor, night, &is_known);
  const StnFactorValue *value = stn_night_get_value (night, entry->factor->slug);
  gboolean is_none = ticked == 0 && value != NULL && value->value == 0;

  stn_factor_row_set_ticks (entry->row, ticked, is_none, is_known, is_list_as_usual (entry, night));
}

static void
show_value (Entry *entry, const StnNight *night)
{
  const StnFactorValue *value = stn_night_get_value (night, entry->factor->slug);

  if (!entry->is_kept)
    return;
  if (entry->ticks != NULL)
    show_ticks (entry, night);
  else if (value != NULL)
    stn_factor_row_set_value (entry->row, STN_KNOWN_REAL (value->value / entry->portion.size),
                              value->entered == STN_ENTERED_USUAL);
  else
    stn_factor_row_set_value (entry->row, STN_UNKNOWN_REAL, FALSE);
}

static StnOptReal
usual_of (const StnFactor *factor, const Day *day)
{
  for (guint i = 0; i < day->usual->len; i++) {
    const StnFactorValue *usual = g_ptr_array_index (day->usual, i);

    if (g_str_equal (usual->slug, factor->slug))
      return STN_KNOWN_REAL (usual->value);
  }
  return STN_UNKNOWN_REAL;
}

/* The question says "today": true only until the night. */
static char *
describe (StnFactorList *self, const StnFactor *factor, const Day *day)
{
  gboolean asks = day->is_evening && factor->built_in && self->only == NULL;
  g_autofree char *note = stn_wording_portion_note (factor);
  g_autofree char *ticks = stn_wording_ticks (factor, day->usual, day->factors);

  if (ticks != NULL)
    return stn_wording_usual_ticks (ticks);

  return stn_wording_factor_hint (factor, usual_of (factor, day), asks, note);
}

/* One factor alone is asked in words. */
static char *
title_of (StnFactorList *self, const StnFactor *factor)
{
  return self->only != NULL ? stn_wording_factor_question (factor)
                            : stn_wording_factor_name (factor);
}

/* What a tick is called here: the person's name for it, else the catalogue's. */
static char *
name_of_tick (const StnTrigger *tick, const Day *day)
{
  const StnFactor *factor = stn_factor_list_find (day->factors, tick->slug);

  return factor != NULL ? stn_wording_factor_name (factor) : g_strdup (gettext (tick->name));
}

static GtkWidget *
ticks_row_new (const Entry *entry, const Day *day, const char *name, const char *line, guint key)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const char *none = stn_tick_list_has_none (entry->factor) ? _ ("None of these") : NULL;

  for (guint i = 0; i < entry->ticks->len; i++)
    g_ptr_array_add (words, name_of_tick (g_ptr_array_index (entry->ticks, i), day));
  g_ptr_array_add (words, NULL);
  return stn_factor_row_new_ticks (name, line, (const char *const *) words->pdata, none, key);
}

static void
add_row (StnFactorList *self, const StnFactor *factor, const Day *day)
{
  Entry *entry = g_new0 (Entry, 1);
  g_autofree char *name = title_of (self, factor);
  g_autofree char *subtitle = NULL;
  const StnFactorValue *value = stn_night_get_value (day->night, factor->slug);
  guint key = self->has_keys && self->entries->len < 9 ? self->entries->len + 1 : 0;
  StnFactorScale scale;

  entry->list = self;
  entry->factor = stn_factor_copy (factor);
  entry->is_kept = TRUE;
  entry->portion = (StnPortion){.size = 1};
  if (factor->kind != STN_FACTOR_BINARY)
    entry->portion = stn_portion_of (factor);
  entry->ticks = stn_tick_list_get_ticks (factor);
  if (factor->kind != STN_FACTOR_BINARY && value != NULL)
    stn_portion_widen (&entry->portion, value->value);
  subtitle = describe (self, factor, day);
  scale = (StnFactorScale){entry->portion.min,    entry->portion.max,  entry->portion.step,
                           entry->portion.digits, entry->portion.unit, entry->portion.is_clock};
  entry->row =
    STN_FACTOR_ROW (entry->ticks != NULL
                      ? ticks_row_new (entry, day, name, subtitle, key)
                      : stn_factor_row_new (
                          name, subtitle, factor->kind == STN_FACTOR_BINARY ? NULL : &scale, key));
  g_signal_connect (entry->row, "changed", G_CALLBACK (answered_cb), entry);
  gtk_list_box_append (self->rows, GTK_WIDGET (entry->row));
  g_ptr_array_add (self->entries, entry);
  show_value (entry, day->night);
}

static gboolean
is_asked (StnFactorList *self, const StnFactor *factor, const StnNight *night)
{
  const StnTrigger *trigger = stn_factor_get_trigger (factor);
  gboolean is_answered;

  if (self->only != NULL)
    return g_str_equal (self->only, factor->slug);
  if (trigger != NULL && trigger->list != NULL)
    return FALSE; /* with its list */
  if (self->aside != NULL && g_strv_contains ((const char *const *) self->aside, factor->slug))
    return FALSE;
  stn_tick_list_read (factor, night, &is_answered);
  return factor->tracked || is_answered;
}

static void
remove_rows (StnFactorList *self)
{
  GtkWidget *row;

  g_ptr_array_set_size (self->entries, 0);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
}

static gboolean
has_heading (const StnFactor *factor, const char *heading)
{
  return g_strcmp0 (factor->heading, heading) == 0;
}

static gboolean
is_first_of_heading (GPtrArray *factors, guint i)
{
  const StnFactor *factor = g_ptr_array_index (factors, i);

  for (guint j = 0; j < i; j++)
    if (has_heading (g_ptr_array_index (factors, j), factor->heading))
      return FALSE;
  return TRUE;
}

static void
add_under (GPtrArray *list, GPtrArray *factors, const char *heading)
{
  for (guint i = 0; i < factors->len; i++)
    if (has_heading (g_ptr_array_index (factors, i), heading))
      g_ptr_array_add (list, g_ptr_array_index (factors, i));
}

/* (transfer container) what the day asks for, as it stands on screen: without a heading, then heading by heading. */
static GPtrArray *
list_asked (StnFactorList *self, const Day *day)
{
  g_autoptr (GPtrArray) asked = g_ptr_array_new ();
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < day->factors->len; i++)
    if (is_asked (self, g_ptr_array_index (day->factors, i), day->night))
      g_ptr_array_add (asked, g_ptr_array_index (day->factors, i));
  add_under (list, asked, NULL);
  for (guint i = 0; i < asked->len; i++) {
    const StnFactor *factor = g_ptr_array_index (asked, i);

    if (factor->heading != NULL && is_first_of_heading (asked, i))
      add_under (list, asked, factor->heading);
  }
  return list;
}

/* Whether the rows on screen are those that the day asks for. */
static gboolean
rows_fit (StnFactorList *self, GPtrArray *asked)
{
  if (asked->len != self->entries->len)
    return FALSE;
  for (guint i = 0; i < asked->len; i++) {
    const StnFactor *factor = g_ptr_array_index (asked, i);
    const StnFactor *shown = ((Entry *) g_ptr_array_index (self->entries, i))->factor;

    if (!g_str_equal (shown->slug, factor->slug) || g_strcmp0 (shown->name, factor->name) != 0 ||
        shown->kind != factor->kind || shown->portion != factor->portion ||
        !has_heading (shown, factor->heading))
      return FALSE;
  }
  return TRUE;
}

/* One factor alone needs no heading. */
static void
head_row_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  StnFactorList *self = STN_FACTOR_LIST (user_data);
  guint i = (guint) gtk_list_box_row_get_index (row);
  const Entry *entry = i < self->entries->len ? g_ptr_array_index (self->entries, i) : NULL;
  const Entry *above = i > 0 ? g_ptr_array_index (self->entries, i - 1) : NULL;
  const char *heading = entry != NULL && self->only == NULL ? entry->factor->heading : NULL;
  GtkWidget *label;

  if (heading == NULL || (above != NULL && has_heading (above->factor, heading))) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  label = g_object_new (GTK_TYPE_LABEL, "label", heading, "xalign", 0.0, "wrap", TRUE,
                        "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (label, "factor-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
show_day (StnFactorList *self, const Day *day)
{
  g_autoptr (GPtrArray) asked = list_asked (self, day);

  if (!rows_fit (self, asked)) {
    stn_factor_list_flush (self);
    remove_rows (self);
    for (guint i = 0; i < asked->len; i++)
      add_row (self, g_ptr_array_index (asked, i), day);
    gtk_list_box_invalidate_headers (self->rows);
  }
  for (guint i = 0; i < self->entries->len; i++)
    show_value (g_ptr_array_index (self->entries, i), day->night);
  gtk_label_set_text (self->stored,
                      stn_wording_kept (day->night, day->is_evening, day->last_night));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), self->entries->len > 0);
  gtk_widget_set_visible (self->stored_line, self->shows_stored && self->entries->len > 0);
  if (self->takes_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD);
  self->takes_focus = FALSE;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnFactorList) self = STN_FACTOR_LIST (user_data);
  g_autoptr (GError) error = NULL;
  Day *day = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (day == NULL) {
    if (!stn_failure_is_end (error))
      show_failure (self, _ ("The diary cannot be read"));
    return;
  }
  if (stn_date_compare (day->key, self->key) == 0)
    show_day (self, day);
  day_free (day);
}

static void
load (StnFactorList *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->client == NULL || !stn_date_is_set (self->key))
    return;
  self->loading = g_cancellable_new ();
  stn_diary_client_run (self->client, load_work, g_memdup2 (&self->key, sizeof self->key), g_free,
                        (GDestroyNotify) day_free, self->loading, loaded_cb, g_object_ref (self));
}

static void
changed_cb (StnDiaryClient *client, GArray *nights, StnFactorList *self)
{
  gboolean concerns = nights == NULL;

  for (guint i = 0; nights != NULL && i < nights->len; i++)
    concerns |= stn_date_compare (g_array_index (nights, StnDate, i), self->key) == 0;
  if (concerns)
    load (self);
}

static void
set_client (StnFactorList *self, StnDiaryClient *client)
{
  if (self->client != NULL)
    g_signal_handlers_disconnect_by_data (self->client, self);
  g_set_object (&self->client, client);
  if (client != NULL)
    g_signal_connect_object (client, "changed", G_CALLBACK (changed_cb), self, 0);
  load (self);
}

static void
stn_factor_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnFactorList *self = STN_FACTOR_LIST (object);

  switch (id) {
  case PROP_CLIENT:
    set_client (self, g_value_get_object (value));
    break;
  case PROP_HAS_KEYS:
    self->has_keys = g_value_get_boolean (value);
    break;
  case PROP_SHOWS_STORED:
    self->shows_stored = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_factor_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StnFactorList *self = STN_FACTOR_LIST (object);

  switch (id) {
  case PROP_CLIENT:
    g_value_set_object (value, self->client);
    break;
  case PROP_HAS_KEYS:
    g_value_set_boolean (value, self->has_keys);
    break;
  case PROP_SHOWS_STORED:
    g_value_set_boolean (value, self->shows_stored);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_factor_list_dispose (GObject *object)
{
  StnFactorList *self = STN_FACTOR_LIST (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_ptr_array_set_size (self->entries, 0);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (stn_factor_list_parent_class)->dispose (object);
}

static void
stn_factor_list_finalize (GObject *object)
{
  StnFactorList *self = STN_FACTOR_LIST (object);

  g_ptr_array_unref (self->entries);
  g_free (self->only);
  g_strfreev (self->aside);

  G_OBJECT_CLASS (stn_factor_list_parent_class)->finalize (object);
}

static void
stn_factor_list_class_init (StnFactorListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_factor_list_dispose;
  object_class->finalize = stn_factor_list_finalize;
  object_class->get_property = stn_factor_list_get_property;
  object_class->set_property = stn_factor_list_set_property;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_HAS_KEYS] = g_param_spec_boolean ("has-keys", NULL, NULL, FALSE,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SHOWS_STORED] = g_param_spec_boolean ("shows-stored", NULL, NULL, TRUE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-factor-list.ui");
  gtk_widget_class_bind_template_child (widget_class, StnFactorList, rows);
  gtk_widget_class_bind_template_child (widget_class, StnFactorList, stored_line);
  gtk_widget_class_bind_template_child (widget_class, StnFactorList, stored);
  gtk_widget_class_bind_template_child (widget_class, StnFactorList, failure);
  gtk_widget_class_bind_template_child (widget_class, StnFactorList, failure_text);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

static void
stn_factor_list_init (StnFactorList *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->shows_stored = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->rows, head_row_cb, self, NULL);
}

void
stn_factor_list_show (StnFactorList *self, StnDate key)
{
  g_return_if_fail (STN_IS_FACTOR_LIST (self));

  if (stn_date_compare (self->key, key) != 0) {
    stn_factor_list_flush (self);
    remove_rows (self);
    gtk_widget_set_visible (self->failure, FALSE);
    gtk_widget_set_visible (self->stored_line, FALSE);
    gtk_widget_set_visible (GTK_WIDGET (self->rows), FALSE);
    self->key = key;
  }
  load (self);
}

void
stn_factor_list_show_only (StnFactorList *self, StnDate key, const char *slug)
{
  g_return_if_fail (STN_IS_FACTOR_LIST (self) && slug != NULL);

  if (g_strcmp0 (self->only, slug) != 0) {
    g_free (self->only);
    self->only = g_strdup (slug);
  }
  stn_factor_list_show (self, key);
}

void
stn_factor_list_set_aside (StnFactorList *self, const char *const *slugs)
{
  g_return_if_fail (STN_IS_FACTOR_LIST (self));

  g_strfreev (self->aside);
  self->aside = g_strdupv ((char **) slugs);
}

void
stn_factor_list_take_focus (StnFactorList *self)
{
  g_return_if_fail (STN_IS_FACTOR_LIST (self));

  self->takes_focus = TRUE;
}

gboolean
stn_factor_list_answer (StnFactorList *self, guint key)
{
  g_return_val_if_fail (STN_IS_FACTOR_LIST (self), FALSE);

  if (!self->has_keys || key < 1 || key > self->entries->len)
    return FALSE;
  stn_factor_row_answer (((Entry *) g_ptr_array_index (self->entries, key - 1))->row);
  return TRUE;
}

void
stn_factor_list_flush (StnFactorList *self)
{
  g_return_if_fail (STN_IS_FACTOR_LIST (self));

  for (guint i = 0; i < self->entries->len; i++) {
    Entry *entry = g_ptr_array_index (self->entries, i);

    stn_factor_row_commit (entry->row);
    if (entry->rest != 0)
      save (entry);
  }
}
