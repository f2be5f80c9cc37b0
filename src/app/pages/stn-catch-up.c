/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-catch-up.h"

#include <glib/gi18n.h>

#include "diary/stn-failure.h"
#include "pages/stn-catch-up-row.h"
#include "widgets/stn-pair-layout.h"
#include "widgets/stn-single-keys.h"

/* A list that is longer is none for half a minute: the rest comes when it is opened again. */
#define ROWS_MAX 60

struct _StnCatchUp {
  AdwBin parent_instance;

  StnDiaryClient *client;
  GtkWidget *marked; /* weak: the row that the keys answer */

  GtkLabel *lead;
  GtkListBox *rows;
  GtkLabel *progress;
  GtkWidget *done;
};

G_DEFINE_FINAL_TYPE (StnCatchUp, stn_catch_up, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The nights of the list; @nights: as they are now, of the same length. */
typedef struct {
  StnDate today;
  GArray *keys;
  GPtrArray *nights;
} Gaps;

static void
gaps_free (Gaps *gaps)
{
  g_clear_pointer (&gaps->keys, g_array_unref);
  g_clear_pointer (&gaps->nights, g_ptr_array_unref);
  g_free (gaps);
}

/* What is read. @keys: those of the rows; NULL asks for the gaps. */
typedef struct {
  GArray *keys;
  gboolean asks_last_night;
} Order;

static void
order_free (Order *order)
{
  g_clear_pointer (&order->keys, g_array_unref);
  g_free (order);
}

static gpointer
read_work (StnDiary *diary, gpointer data, GError **error)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (diary)));
  Gaps *gaps = g_new0 (Gaps, 1);
  const Order *order = data;
  StnDate last = stn_date_add_days (stn_diary_last_night (diary), order->asks_last_night ? 0 : -1);
  guint total;

  gaps->today = stn_date_of (now);
  gaps->nights = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_night_free);
  if (order->keys != NULL)
    gaps->keys = g_array_ref (order->keys);
  else if (!stn_diary_list_gaps (diary, last, ROWS_MAX, &gaps->keys, &total, error)) {
    gaps_free (gaps);
    return NULL;
  }
  for (guint i = 0; i < gaps->keys->len; i++) {
    StnNight *night = stn_diary_get_night (diary, g_array_index (gaps->keys, StnDate, i), error);

    if (night == NULL) {
      gaps_free (gaps);
      return NULL;
    }
    g_ptr_array_add (gaps->nights, night);
  }
  return gaps;
}

static StnCatchUpRow *
row_at (StnCatchUp *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, index);

  return row == NULL ? NULL : STN_CATCH_UP_ROW (row);
}

static void
mark (StnCatchUp *self, GtkWidget *row)
{
  if (self->marked != NULL)
    stn_catch_up_row_set_marked (STN_CATCH_UP_ROW (self->marked), FALSE);
  g_set_weak_pointer (&self->marked, row);
  if (row != NULL)
    stn_catch_up_row_set_marked (STN_CATCH_UP_ROW (row), TRUE);
}

/* The next night below that is open, else the first of all, else there is no more to do. */
static void
move_on (StnCatchUp *self)
{
  int from =
    self->marked == NULL ? -1 : gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->marked));
  StnCatchUpRow *next = NULL;

  for (int i = 0; row_at (self, i) != NULL; i++) {
    StnCatchUpRow *row = row_at (self, i);

    if (stn_catch_up_row_get_state (row) == STN_CATCH_UP_OPEN &&
        (next == NULL || (i > from && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (next)) < from)))
      next = row;
  }
  if (next != NULL) {
    gtk_list_box_select_row (self->rows, GTK_LIST_BOX_ROW (next));
    gtk_widget_grab_focus (GTK_WIDGET (next));
  } else {
    gtk_list_box_unselect_all (self->rows);
    gtk_widget_grab_focus (self->done);
  }
}

static void
show_progress (StnCatchUp *self)
{
  guint n = 0, answered = 0;
  g_autofree char *text = NULL;

  for (; row_at (self, (int) n) != NULL; n++)
    answered += stn_catch_up_row_get_state (row_at (self, (int) n)) != STN_CATCH_UP_OPEN;
  /* Translators: 1: nights answered, 2: nights on the list */
  text = g_strdup_printf (_ ("%1$u of %2$u answered · kept as you go"), answered, n);
  gtk_label_set_text (self->progress, n > 0 ? text : "");
  gtk_label_set_text (self->lead, n > 0 ? _ ("Keys N, C and D answer the marked night and go on.")
                                        : _ ("Every night is recorded."));
}

static void
show_night (StnCatchUpRow *row, const StnNight *night)
{
  switch (stn_night_get_state (night)) {
  case STN_NIGHT_CRAMPS:
    stn_catch_up_row_set_state (row, STN_CATCH_UP_CRAMPS, night->episodes->len);
    return;
  case STN_NIGHT_NO_CRAMPS:
    stn_catch_up_row_set_state (row, STN_CATCH_UP_NO_CRAMPS, 0);
    return;
  case STN_NIGHT_NOT_RECORDED:
    stn_catch_up_row_set_state (row, night->forgotten ? STN_CATCH_UP_FORGOTTEN : STN_CATCH_UP_OPEN,
                                0);
    return;
  }
}

static void row_answered_cb (StnCatchUpRow *row, int state, StnCatchUp *self);

static void
add_rows (StnCatchUp *self, const Gaps *gaps)
{
  GtkWidget *old;

  mark (self, NULL);
  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, old);
  for (guint i = 0; i < gaps->keys->len; i++) {
    GtkWidget *row = stn_catch_up_row_new (g_array_index (gaps->keys, StnDate, i), gaps->today);

    g_signal_connect (row, "answered", G_CALLBACK (row_answered_cb), self);
    gtk_list_box_append (self->rows, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->rows), gaps->keys->len > 0);
  move_on (self);
}

static const StnNight *
find_night (const Gaps *gaps, StnDate key)
{
  for (guint i = 0; i < gaps->nights->len; i++) {
    const StnNight *night = g_ptr_array_index (gaps->nights, i);

    if (stn_date_compare (night->key, key) == 0)
      return night;
  }
  return NULL;
}

static void
show_states (StnCatchUp *self, const Gaps *gaps)
{
  for (int i = 0; row_at (self, i) != NULL; i++) {
    StnCatchUpRow *row = row_at (self, i);
    const StnNight *night = find_night (gaps, stn_catch_up_row_get_key (row));

    if (night != NULL)
      show_night (row, night);
  }
  show_progress (self);
}

static Gaps *
take_gaps (StnCatchUp *self, GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  Gaps *gaps = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (gaps == NULL && !stn_failure_is_end (error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)",
                                _ ("The diary cannot be read"), (gint64) 0);
  return gaps;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnCatchUp) self = STN_CATCH_UP (user_data);
  Gaps *gaps = take_gaps (self, source, result);

  if (gaps == NULL)
    return;
  add_rows (self, gaps);
  show_progress (self);
  gaps_free (gaps);
}

static void
states_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnCatchUp) self = STN_CATCH_UP (user_data);
  Gaps *gaps = take_gaps (self, source, result);

  if (gaps == NULL)
    return;
  show_states (self, gaps);
  gaps_free (gaps);
}

static void
read_states (StnCatchUp *self)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (StnDate));
  Order *order = g_new0 (Order, 1);

  order->keys = keys;
  for (int i = 0; row_at (self, i) != NULL; i++) {
    StnDate key = stn_catch_up_row_get_key (row_at (self, i));

    g_array_append_val (keys, key);
  }
  stn_diary_client_run (self->client, read_work, order, (GDestroyNotify) order_free,
                        (GDestroyNotify) gaps_free, NULL, states_cb, g_object_ref (self));
}

typedef struct {
  StnDate key;
  StnCatchUpState state;
} Answer;

/* Takes back what the list itself said; cramps that were described since stay. */
static gboolean
take_back_cb (StnNight *night, gpointer data, GError **error)
{
  night->no_cramps = FALSE;
  night->forgotten = FALSE;
  if (night->episodes->len == 1 && stn_episode_is_unknown (g_ptr_array_index (night->episodes, 0)))
    g_ptr_array_set_size (night->episodes, 0);
  return TRUE;
}

static gpointer
answer_work (StnDiary *diary, gpointer data, GError **error)
{
  const Answer *answer = data;
  gboolean is_saved = FALSE;

  switch (answer->state) {
  case STN_CATCH_UP_NO_CRAMPS:
    is_saved = stn_diary_log_no_cramps (diary, answer->key, NULL, error);
    break;
  case STN_CATCH_UP_CRAMPS:
    is_saved = stn_diary_log_cramps (diary, answer->key, 1, NULL, NULL, error);
    break;
  case STN_CATCH_UP_FORGOTTEN:
    is_saved = stn_diary_forget_night (diary, answer->key, NULL, error);
    break;
  case STN_CATCH_UP_OPEN:
    is_saved =
      stn_diary_edit_night (diary, answer->key, "edit-night", take_back_cb, NULL, NULL, error);
    break;
  }
  return is_saved ? GINT_TO_POINTER (TRUE) : NULL;
}

/* What the diary says is read again in any case: a night that could not be saved is open again. */
static void
answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnCatchUp) self = STN_CATCH_UP (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error) != NULL)
    return;
  text = stn_failure_not_saved (error);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", text, (gint64) 0);
  read_states (self);
}

/* The next one does not wait for the disk. */
static void
row_answered_cb (StnCatchUpRow *row, int state, StnCatchUp *self)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->key = stn_catch_up_row_get_key (row);
  answer->state = (StnCatchUpState) state;
  stn_catch_up_row_set_state (row, answer->state, 1);
  show_progress (self);
  gtk_list_box_select_row (self->rows, GTK_LIST_BOX_ROW (row));
  if (answer->state != STN_CATCH_UP_OPEN)
    move_on (self);
  stn_diary_client_run (self->client, answer_work, answer, g_free, NULL, NULL, answer_cb,
                        g_object_ref (self));
}

static void
selected_cb (GtkListBox *rows, GtkListBoxRow *row, StnCatchUp *self)
{
  mark (self, row != NULL ? GTK_WIDGET (row) : NULL);
}

static gboolean
key_cb (GtkWidget *widget, int state)
{
  StnCatchUp *self = STN_CATCH_UP (widget);

  if (self->marked == NULL ||
      stn_catch_up_row_get_state (STN_CATCH_UP_ROW (self->marked)) != STN_CATCH_UP_OPEN)
    return FALSE;
  row_answered_cb (STN_CATCH_UP_ROW (self->marked), state, self);
  return TRUE;
}

static void
changed_cb (StnDiaryClient *client, GArray *nights, StnCatchUp *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_states (self);
}

static void
done_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

static void
stn_catch_up_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnCatchUp *self = STN_CATCH_UP (object);

  if (id != PROP_CLIENT)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_set_object (&self->client, g_value_get_object (value)) && self->client != NULL)
    g_signal_connect_object (self->client, "changed", G_CALLBACK (changed_cb), self, 0);
}

static void
stn_catch_up_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_value_set_object (value, STN_CATCH_UP (object)->client);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_catch_up_dispose (GObject *object)
{
  StnCatchUp *self = STN_CATCH_UP (object);

  g_clear_weak_pointer (&self->marked);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (stn_catch_up_parent_class)->dispose (object);
}

static void
stn_catch_up_class_init (StnCatchUpClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_catch_up_dispose;
  object_class->get_property = stn_catch_up_get_property;
  object_class->set_property = stn_catch_up_set_property;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stillnight/Stillnight/stn-catch-up.ui");
  gtk_widget_class_bind_template_child (widget_class, StnCatchUp, lead);
  gtk_widget_class_bind_template_child (widget_class, StnCatchUp, rows);
  gtk_widget_class_bind_template_child (widget_class, StnCatchUp, progress);
  gtk_widget_class_bind_template_child (widget_class, StnCatchUp, done);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_install_action (widget_class, "catch-up.done", NULL, done_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "catch-up.done", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "catch-up.done",
                                       NULL);
}

static void
stn_catch_up_init (StnCatchUp *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_single_keys_add (GTK_WIDGET (self), GDK_KEY_n, key_cb, STN_CATCH_UP_NO_CRAMPS);
  stn_single_keys_add (GTK_WIDGET (self), GDK_KEY_c, key_cb, STN_CATCH_UP_CRAMPS);
  stn_single_keys_add (GTK_WIDGET (self), GDK_KEY_d, key_cb, STN_CATCH_UP_FORGOTTEN);
}

void
stn_catch_up_open (StnCatchUp *self, gboolean asks_last_night)
{
  g_return_if_fail (STN_IS_CATCH_UP (self));
  Order *order = g_new0 (Order, 1);

  order->asks_last_night = asks_last_night;
  stn_diary_client_run (self->client, read_work, order, (GDestroyNotify) order_free,
                        (GDestroyNotify) gaps_free, NULL, opened_cb, g_object_ref (self));
}
