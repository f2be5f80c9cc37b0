/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-dose-list.h"

#include "diary/stn-diary-medicines.h"
#include "diary/stn-failure.h"
#include "widgets/stn-factor-row.h"

/* What is stepped rests for so long before it is kept. */
#define REST_MS 400

struct _StnDoseList {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnDate key;
  GPtrArray *doses; /* element-type Dose, as shown */

  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (StnDoseList, stn_dose_list, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

/* One medicine. @rest: source that keeps the answer, 0 = it is kept. */
typedef struct {
  StnDoseList *list;
  char *uid;
  char *name;
  StnFactorRow *row;
  guint rest;
} Dose;

static void
dose_free (gpointer data)
{
  Dose *dose = data;

  g_clear_handle_id (&dose->rest, g_source_remove);
  g_free (dose->uid);
  g_free (dose->name);
  g_free (dose);
}

/* An answer on its way to the diary. */
typedef struct {
  char *uid;
  StnDate key;
  StnOptInt count;
} Answer;

static void
answer_free (gpointer data)
{
  g_free (((Answer *) data)->uid);
  g_free (data);
}

static gpointer
save_work (StnDiary *diary, gpointer data, GError **error)
{
  const Answer *answer = data;

  return GINT_TO_POINTER (
    stn_diary_take_medicine (diary, answer->uid, answer->key, answer->count, NULL, error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) self = GTK_WIDGET (user_data);
  g_autoptr (GError) error = NULL;

  if (stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error) == NULL &&
      !stn_failure_is_end (error)) {
    g_autofree char *text = stn_failure_not_saved (error);

    gtk_widget_activate_action (self, "win.announce", "(sx)", text, (gint64) 0);
  }
}

static void
save (Dose *dose)
{
  StnOptReal value = stn_factor_row_get_value (dose->row);
  Answer *answer = g_new0 (Answer, 1);

  g_clear_handle_id (&dose->rest, g_source_remove);
  answer->uid = g_strdup (dose->uid);
  answer->key = dose->list->key;
  answer->count = value.known ? STN_KNOWN_INT ((int) value.value) : STN_UNKNOWN_INT;
  stn_diary_client_run (dose->list->client, save_work, answer, answer_free, NULL, NULL, saved_cb,
                        g_object_ref (dose->list));
}

static gboolean
rested_cb (gpointer data)
{
  Dose *dose = data;

  dose->rest = 0;
  save (dose);
  return G_SOURCE_REMOVE;
}

static void
answered_cb (StnFactorRow *row, Dose *dose)
{
  g_clear_handle_id (&dose->rest, g_source_remove);
  dose->rest = g_timeout_add (REST_MS, rested_cb, dose);
}

static gboolean
is_asked (const StnMedicine *medicine, StnDate key)
{
  return medicine->as_needed && stn_medicine_is_in_use_on (medicine, key);
}

/* Whether the rows are those of @medicines: then they stay, and with them the focus. */
static gboolean
is_shown (StnDoseList *self, const GPtrArray *medicines)
{
  guint n = 0;

  for (guint i = 0; i < medicines->len; i++) {
    const StnMedicine *medicine = g_ptr_array_index (medicines, i);
    const Dose *dose = n < self->doses->len ? g_ptr_array_index (self->doses, n) : NULL;

    if (!is_asked (medicine, self->key))
      continue;
    if (dose == NULL || !g_str_equal (dose->uid, medicine->id.uid) ||
        !g_str_equal (dose->name, medicine->name))
      return FALSE;
    n++;
  }
  return n == self->doses->len;
}

static void
add_row (StnDoseList *self, const StnMedicine *medicine)
{
  const StnFactorScale scale = {.max = STN_INTAKES_MAX, .step = 1, .unit = "×"};
  Dose *dose = g_new0 (Dose, 1);

  dose->list = self;
  dose->uid = g_strdup (medicine->id.uid);
  dose->name = g_strdup (medicine->name);
  dose->row = STN_FACTOR_ROW (
    stn_factor_row_new (medicine->name, stn_medicine_get_dose_on (medicine, self->key), &scale, 0));
  g_signal_connect (dose->row, "changed", G_CALLBACK (answered_cb), dose);
  gtk_list_box_append (self->rows, GTK_WIDGET (dose->row));
  g_ptr_array_add (self->doses, dose);
}

static void
make_rows (StnDoseList *self, const GPtrArray *medicines)
{
  GtkWidget *row;

  stn_dose_list_flush (self);
  g_ptr_array_set_size (self->doses, 0);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  for (guint i = 0; i < medicines->len; i++)
    if (is_asked (g_ptr_array_index (medicines, i), self->key))
      add_row (self, g_ptr_array_index (medicines, i));
}

static void
show_medicines (StnDoseList *self, const GPtrArray *medicines)
{
  guint n = 0;

  if (!is_shown (self, medicines))
    make_rows (self, medicines);
  for (guint i = 0; i < medicines->len; i++) {
    const StnMedicine *medicine = g_ptr_array_index (medicines, i);
    StnOptInt count = stn_medicine_get_intake (medicine, self->key);
    const Dose *dose;

    if (!is_asked (medicine, self->key))
      continue;
    dose = g_ptr_array_index (self->doses, n++);
    if (dose->rest == 0)
      stn_factor_row_set_value (
        dose->row, count.known ? STN_KNOWN_REAL (count.value) : STN_UNKNOWN_REAL, FALSE);
  }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static gpointer
read_work (StnDiary *diary, gpointer data, GError **error)
{
  return stn_diary_list_medicines (diary, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnDoseList) self = STN_DOSE_LIST (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) medicines =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (medicines == NULL && !stn_failure_is_end (error))
    g_warning ("medicines: %s", error->message);
  if (medicines != NULL && self->client != NULL)
    show_medicines (self, medicines);
}

void
stn_dose_list_show (StnDoseList *self, StnDate key)
{
  g_return_if_fail (STN_IS_DOSE_LIST (self) && self->client != NULL && stn_date_is_set (key));

  if (stn_date_compare (self->key, key) != 0)
    stn_dose_list_flush (self);
  self->key = key;
  stn_diary_client_run (self->client, read_work, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                        NULL, read_cb, g_object_ref (self));
}

void
stn_dose_list_flush (StnDoseList *self)
{
  g_return_if_fail (STN_IS_DOSE_LIST (self));

  for (guint i = 0; i < self->doses->len; i++) {
    Dose *dose = g_ptr_array_index (self->doses, i);

    stn_factor_row_commit (dose->row);
    if (dose->rest != 0)
      save (dose);
  }
}

static void
stn_dose_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_set_object (&STN_DOSE_LIST (object)->client, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_dose_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_value_set_object (value, STN_DOSE_LIST (object)->client);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_dose_list_dispose (GObject *object)
{
  StnDoseList *self = STN_DOSE_LIST (object);

  g_clear_pointer (&self->doses, g_ptr_array_unref);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (stn_dose_list_parent_class)->dispose (object);
}

static void
stn_dose_list_class_init (StnDoseListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_dose_list_dispose;
  object_class->get_property = stn_dose_list_get_property;
  object_class->set_property = stn_dose_list_set_property;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stillnight/Stillnight/stn-dose-list.ui");
  gtk_widget_class_bind_template_child (widget_class, StnDoseList, rows);
}

static void
stn_dose_list_init (StnDoseList *self)
{
  self->doses = g_ptr_array_new_with_free_func (dose_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
