/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-check-up.h"

#include <glib/gi18n.h>

#include "diary/stn-diary-flags.h"
#include "diary/stn-failure.h"
#include "pages/stn-answer-chips.h"
#include "pages/stn-flag-cards.h"
#include "widgets/stn-inner-names.h"
#include "wording/stn-wording-flag.h"

struct _StnCheckUp {
  GtkBox parent_instance;

  StnDiaryClient *client;
  GPtrArray *rows; /* (element-type Row) of all signs */
  gboolean is_reading;

  GtkListBox *doors;
  GtkLabel *kept;
  GtkButton *none;
};

G_DEFINE_FINAL_TYPE (StnCheckUp, stn_check_up, GTK_TYPE_BOX)

enum { PROP_CLIENT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

/* A sign, its row, its two chips, and the row of its door. */
typedef struct {
  const StnSignQuestion *sign;
  GtkWidget *row;
  StnChipGroup *chips;
  AdwExpanderRow *door;
} Row;

static StnAnswer
answer_to (StnCheckUp *self, const StnSignQuestion *sign)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const Row *row = g_ptr_array_index (self->rows, i);

    if (row->sign == sign)
      return stn_answer_chips_get_answer (row->chips);
  }
  return STN_ANSWER_UNKNOWN;
}

static gboolean
is_shown (const Row *row)
{
  return adw_expander_row_get_expanded (row->door) && gtk_widget_get_visible (row->row);
}

static guint
count_answers (StnCheckUp *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += stn_answer_chips_get_answer (((Row *) g_ptr_array_index (self->rows, i))->chips) !=
         STN_ANSWER_UNKNOWN;
  return n;
}

static gboolean
is_any_open (StnCheckUp *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (adw_expander_row_get_expanded (((Row *) g_ptr_array_index (self->rows, i))->door))
      return TRUE;
  return FALSE;
}

static void
show_state (StnCheckUp *self)
{
  guint n = count_answers (self);
  g_autofree char *kept =
    g_strdup_printf (ngettext ("%u answer · kept as you go", "%u answers · kept as you go", n), n);

  for (guint i = 0; i < self->rows->len; i++) {
    const Row *row = g_ptr_array_index (self->rows, i);

    if (row->sign->behind != NULL)
      gtk_widget_set_visible (row->row, answer_to (self, row->sign->behind) == STN_ANSWER_YES);
  }
  gtk_label_set_label (self->kept, kept);
  gtk_button_set_label (self->none, n > 0 ? _ ("None of the others") : _ ("None of these"));
  gtk_widget_set_visible (GTK_WIDGET (self->none), is_any_open (self));
}

/* Answers on their way to the diary, all of today. */
typedef struct {
  GPtrArray *signs;
  GPtrArray *forget;
} Answers;

static void
answers_free (gpointer data)
{
  Answers *self = data;

  g_ptr_array_unref (self->signs);
  g_ptr_array_unref (self->forget);
  g_free (self);
}

static Answers *
answers_new (void)
{
  Answers *self = g_new0 (Answers, 1);

  self->signs = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_sign_free);
  self->forget = g_ptr_array_new ();
  return self;
}

static StnDate
today_of (StnCheckUp *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));

  return stn_date_of (now);
}

static gpointer
put_work (StnDiary *diary, gpointer data, GError **error)
{
  const Answers *answers = data;
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (diary)));

  return GINT_TO_POINTER (stn_diary_put_signs (diary, answers->signs, stn_date_of (now),
                                               (const char *const *) answers->forget->pdata, NULL,
                                               error));
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnCheckUp) self = STN_CHECK_UP (user_data);
  g_autoptr (GError) error = NULL;
  gpointer done = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (done == NULL && !stn_failure_is_end (error)) {
    g_autofree char *text = stn_failure_not_saved (error);

    gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", text, (gint64) 0);
  }
}

static void
put_answers (StnCheckUp *self, Answers *answers)
{
  g_ptr_array_add (answers->forget, NULL);
  stn_diary_client_run (self->client, put_work, answers, answers_free, NULL, NULL, put_cb,
                        g_object_ref (self));
  show_state (self);
}

static void
add_answer (StnCheckUp *self, Answers *answers, const Row *row)
{
  StnAnswer answer = stn_answer_chips_get_answer (row->chips);

  if (answer == STN_ANSWER_UNKNOWN)
    g_ptr_array_add (answers->forget, (gpointer) row->sign->id);
  else
    g_ptr_array_add (answers->signs, stn_sign_new (today_of (self), row->sign->id, answer));
}

static void
chips_changed_cb (StnChipGroup *chips, gpointer user_data)
{
  StnCheckUp *self = STN_CHECK_UP (user_data);
  Answers *answers;

  if (self->is_reading || self->client == NULL)
    return;
  answers = answers_new ();
  for (guint i = 0; i < self->rows->len; i++) {
    const Row *row = g_ptr_array_index (self->rows, i);

    if (row->chips == chips)
      add_answer (self, answers, row);
  }
  put_answers (self, answers);
}

/* "No" for what is in sight and has no answer: nobody denies what was not shown. */
static void
none_cb (StnCheckUp *self)
{
  Answers *answers = answers_new ();

  for (guint i = 0; i < self->rows->len; i++) {
    const Row *row = g_ptr_array_index (self->rows, i);

    if (!is_shown (row) || stn_answer_chips_get_answer (row->chips) != STN_ANSWER_UNKNOWN)
      continue;
    stn_answer_chips_set_answer (row->chips, STN_ANSWER_NO);
    add_answer (self, answers, row);
  }
  put_answers (self, answers);
}

/* What was answered today, and whom the questions concern. */
typedef struct {
  GPtrArray *signs;
  StnAskedOf person;
} Reading;

static void
reading_free (gpointer data)
{
  g_ptr_array_unref (((Reading *) data)->signs);
  g_free (data);
}

static gpointer
read_work (StnDiary *diary, gpointer data, GError **error)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (diary)));
  g_autoptr (StnFlagRecords) records = stn_diary_load_flag_records (diary, NULL, error);
  GPtrArray *signs = records != NULL
                       ? stn_diary_list_signs (diary, stn_date_of (now), stn_date_of (now), error)
                       : NULL;
  Reading *reading;

  if (signs == NULL)
    return NULL;
  reading = g_new0 (Reading, 1);
  reading->signs = signs;
  reading->person = stn_flag_records_get_asked_of (records);
  return reading;
}

static void
show_answers (StnCheckUp *self, const Reading *reading)
{
  self->is_reading = TRUE;
  for (guint i = 0; i < self->rows->len; i++) {
    const Row *row = g_ptr_array_index (self->rows, i);
    StnAnswer answer = STN_ANSWER_UNKNOWN;

    for (guint j = 0; j < reading->signs->len; j++) {
      const StnSign *sign = g_ptr_array_index (reading->signs, j);

      if (g_str_equal (sign->sign, row->sign->id))
        answer = sign->answer;
    }
    stn_answer_chips_set_answer (row->chips, answer);
    gtk_widget_set_visible (row->row, row->sign->asked_of == 0 ||
                                        (row->sign->asked_of & reading->person) != 0 ||
                                        answer != STN_ANSWER_UNKNOWN);
  }
  self->is_reading = FALSE;
  show_state (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnCheckUp) self = STN_CHECK_UP (user_data);
  g_autoptr (GError) error = NULL;
  Reading *reading = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (reading == NULL) {
    if (!stn_failure_is_end (error) && !stn_diary_client_has_failed (STN_DIARY_CLIENT (source)))
      g_warning ("check-up: %s", error->message);
    return;
  }
  if (self->client != NULL)
    show_answers (self, reading);
  reading_free (reading);
}

static void
read_again (StnCheckUp *self)
{
  if (self->client != NULL)
    stn_diary_client_run (self->client, read_work, NULL, NULL, reading_free, NULL, read_cb,
                          g_object_ref (self));
}

static void
set_client (StnCheckUp *self, StnDiaryClient *client)
{
  if (self->client != NULL)
    g_signal_handlers_disconnect_by_data (self->client, self);
  g_set_object (&self->client, client);
  if (client != NULL) {
    g_signal_connect_object (client, "changed", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
    read_again (self);
  }
}

void
stn_check_up_open (StnCheckUp *self, const char *door)
{
  const Row *first = NULL;

  g_return_if_fail (STN_IS_CHECK_UP (self));

  for (guint i = 0; door != NULL && i < self->rows->len; i++) {
    const Row *row = g_ptr_array_index (self->rows, i);

    if (!g_str_equal (row->sign->door->id, door))
      continue;
    adw_expander_row_set_expanded (row->door, TRUE);
    if (first == NULL && gtk_widget_get_visible (row->row))
      first = row;
  }
  if (first != NULL)
    gtk_widget_child_focus (GTK_WIDGET (first->chips), GTK_DIR_TAB_FORWARD);
  read_again (self);
}

static GtkWidget *
make_chips (StnCheckUp *self, const StnSignQuestion *sign)
{
  const char *const words[] = {_ ("Yes"), _ ("No"), NULL};
  g_autoptr (GtkStringList) model = gtk_string_list_new (words);
  GtkWidget *chips =
    g_object_new (STN_TYPE_CHIP_GROUP, "model", model, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (chips), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  stn_wording_sign (sign), -1);
  g_signal_connect (chips, "changed", G_CALLBACK (chips_changed_cb), self);
  return chips;
}

static void
add_sign (StnCheckUp *self, AdwExpanderRow *door, const StnSignQuestion *sign)
{
  GtkWidget *line = adw_action_row_new ();
  const char *hint = stn_wording_sign_hint (sign);
  Row *row = g_new0 (Row, 1);

  row->sign = sign;
  row->row = line;
  row->chips = STN_CHIP_GROUP (make_chips (self, sign));
  row->door = door;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), stn_wording_sign (sign));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (line), 0);
  if (hint != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (line), hint);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), GTK_WIDGET (row->chips));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  gtk_widget_set_focusable (line, FALSE);
  gtk_widget_set_visible (line, sign->behind == NULL && sign->asked_of == 0);
  adw_expander_row_add_row (door, line);
  g_ptr_array_add (self->rows, row);
}

static void
add_door (StnCheckUp *self, const StnDoor *door)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), stn_wording_door (door));
  adw_expander_row_set_icon_name (ADW_EXPANDER_ROW (row), door->icon);
  gtk_widget_add_css_class (row, "door");
  for (guint i = 0; door->signs[i] != NULL; i++)
    add_sign (self, ADW_EXPANDER_ROW (row), door->signs[i]);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->doors, row);
}

static void
stn_check_up_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    set_client (STN_CHECK_UP (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_check_up_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_value_set_object (value, STN_CHECK_UP (object)->client);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_check_up_dispose (GObject *object)
{
  StnCheckUp *self = STN_CHECK_UP (object);

  set_client (self, NULL);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (stn_check_up_parent_class)->dispose (object);
}

static void
stn_check_up_class_init (StnCheckUpClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_check_up_dispose;
  object_class->get_property = stn_check_up_get_property;
  object_class->set_property = stn_check_up_set_property;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (STN_TYPE_FLAG_CARDS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stillnight/Stillnight/stn-check-up.ui");
  gtk_widget_class_bind_template_child (widget_class, StnCheckUp, doors);
  gtk_widget_class_bind_template_child (widget_class, StnCheckUp, kept);
  gtk_widget_class_bind_template_child (widget_class, StnCheckUp, none);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
}

static void
stn_check_up_init (StnCheckUp *self)
{
  const StnDoor *const *doors = stn_knowledge_list_doors (stn_knowledge_get ());

  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; doors[i] != NULL; i++)
    add_door (self, doors[i]);
  stn_inner_names_add (GTK_WIDGET (self));
  show_state (self);
}
