/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-medicine-details.h"

#include <glib/gi18n.h>

#include "widgets/stn-chip-group.h"
#include "widgets/stn-day-chooser.h"
#include "widgets/stn-fact-row.h"
#include "widgets/stn-field-reason.h"
#include "widgets/stn-known-box.h"
#include "widgets/stn-subpage.h"
#include "wording/stn-wording-medicine.h"

#define DOSE_MAX 120

struct _StnMedicineDetails {
  StnRecordsView parent_instance;

  char *uid;
  gboolean is_in_use;

  GtkLabel *usage;
  GtkLabel *status;
  GtkLabel *class_name;
  GtkWidget *intake_box;
  GtkSpinButton *intake;
  GtkLabel *intake_note;
  StnChipGroup *event;
  GtkWidget *change_box;
  GtkWidget *dose_box;
  GtkEditable *dose;
  StnDayChooser *day;
  GtkLabel *failure;
  GtkListBox *history;
  StnKnownBox *known;
};

G_DEFINE_FINAL_TYPE (StnMedicineDetails, stn_medicine_details, STN_TYPE_RECORDS_VIEW)

static StnPersonRecords *
get_records (StnMedicineDetails *self)
{
  return stn_records_view_get_records (STN_RECORDS_VIEW (self));
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* What can have changed depends on whether it is taken. */
static StnMedicineEvent
get_event (StnMedicineDetails *self)
{
  guint chosen = stn_chip_group_get_selected (self->event);

  if (chosen == GTK_INVALID_LIST_POSITION)
    return 0;
  if (!self->is_in_use)
    return STN_MEDICINE_START;
  return chosen == 0 ? STN_MEDICINE_DOSE : STN_MEDICINE_STOP;
}

static void
offer_events (StnMedicineDetails *self)
{
  const char *const of_taken[] = {C_ ("medicine", "Another dose"), C_ ("medicine", "Stopped"),
                                  NULL};
  const char *const of_past[] = {_ ("Started again"), NULL};
  g_autoptr (GtkStringList) words = gtk_string_list_new (self->is_in_use ? of_taken : of_past);

  g_object_set (self->event, "model", words, "selected", GTK_INVALID_LIST_POSITION, NULL);
  gtk_widget_set_visible (self->change_box, FALSE);
}

static void
event_changed_cb (StnMedicineDetails *self)
{
  StnMedicineEvent event = get_event (self);

  gtk_widget_set_visible (self->change_box, event != 0);
  gtk_widget_set_visible (self->dose_box, event != STN_MEDICINE_STOP);
  show_text (self->failure, NULL);
}

/* Showing */

static void
show_history (StnMedicineDetails *self, const StnMedicine *medicine, StnDate today)
{
  stn_list_box_clear (self->history);
  for (guint i = medicine->changes->len; i > 0; i--) {
    const StnMedicineChange *change = g_ptr_array_index (medicine->changes, i - 1);
    g_autofree char *what = stn_wording_medicine_change (change);
    g_autofree char *when = stn_wording_known_date (change->date, today);

    gtk_list_box_append (self->history, stn_fact_row_new (what, NULL, when));
  }
}

static void
show_known (StnMedicineDetails *self, const StnMedicine *medicine)
{
  const StnMedicineClass *medicine_class =
    medicine->class_id == NULL
      ? NULL
      : stn_knowledge_get_medicine_class (stn_knowledge_get (), medicine->class_id);
  g_autoptr (StnKnownText) text =
    medicine_class == NULL ? NULL : stn_wording_known_of_class (medicine_class);

  if (text == NULL)
    stn_known_box_set (self->known, NULL, NULL, NULL, NULL, NULL);
  else
    stn_known_box_set (self->known, text->grade, text->evidence, text->sources, text->ask,
                       stn_wording_medicine_caution ());
}

static void
show_intake (StnMedicineDetails *self, const StnMedicine *medicine)
{
  StnOptInt count =
    stn_medicine_get_intake (medicine, stn_person_records_get_night (get_records (self)));

  gtk_widget_set_visible (self->intake_box, medicine->as_needed && self->is_in_use);
  gtk_spin_button_set_value (self->intake, count.known ? count.value : 0);
  gtk_label_set_label (self->intake_note,
                       count.known ? _ ("Noted for today.") : _ ("Not noted for today yet."));
}

static void
stn_medicine_details_update (StnRecordsView *view)
{
  StnMedicineDetails *self = STN_MEDICINE_DETAILS (view);
  StnPersonRecords *records = stn_records_view_get_records (view);
  StnDate today = stn_person_records_get_today (records);
  const StnMedicine *medicine = stn_person_records_find_medicine (records, self->uid);
  GtkWidget *subpage = gtk_widget_get_ancestor (GTK_WIDGET (self), STN_TYPE_SUBPAGE);
  g_autofree char *usage = NULL;
  g_autofree char *status = NULL;
  gboolean was_in_use = self->is_in_use;

  if (medicine == NULL)
    return;
  usage = stn_wording_medicine_usage (medicine, today);
  status = stn_wording_medicine_status (medicine, today);
  self->is_in_use = stn_medicine_is_in_use_on (medicine, today);
  if (subpage != NULL)
    g_object_set (subpage, "title", medicine->name, NULL);
  show_text (self->usage, usage);
  show_text (self->status, status);
  show_text (self->class_name, stn_wording_medicine_class_name (medicine->class_id));
  show_history (self, medicine, today);
  show_known (self, medicine);
  show_intake (self, medicine);
  if (was_in_use != self->is_in_use)
    offer_events (self);
}

void
stn_medicine_details_show (StnMedicineDetails *self, const char *uid)
{
  g_return_if_fail (STN_IS_MEDICINE_DETAILS (self) && uid != NULL);

  g_free (self->uid);
  self->uid = g_strdup (uid);
  stn_medicine_details_update (STN_RECORDS_VIEW (self));
  offer_events (self);
  gtk_editable_set_text (self->dose, "");
  stn_day_chooser_set_date (self->day, STN_NO_DATE,
                            stn_person_records_get_today (get_records (self)));
  show_text (self->failure, NULL);
}

/* Writing */

typedef struct {
  char *uid;
  StnMedicineChange *change;
  StnDate night;
  StnOptInt count;
} Step;

static Step *
step_new (StnMedicineDetails *self)
{
  Step *step = g_new0 (Step, 1);

  step->uid = g_strdup (self->uid);
  return step;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  stn_medicine_change_free (step->change);
  g_free (step->uid);
  g_free (step);
}

static gboolean
change_work (StnDiary *diary, gpointer data, gint64 *ret_group, GError **error)
{
  Step *step = data;

  return stn_diary_change_medicine (diary, step->uid, g_steal_pointer (&step->change), ret_group,
                                    error);
}

static gboolean
intake_work (StnDiary *diary, gpointer data, gint64 *ret_group, GError **error)
{
  const Step *step = data;

  return stn_diary_take_medicine (diary, step->uid, step->night, step->count, ret_group, error);
}

static gboolean
delete_work (StnDiary *diary, gpointer data, gint64 *ret_group, GError **error)
{
  return stn_diary_delete_medicine (diary, ((Step *) data)->uid, ret_group, error);
}

static void
changed (GObject *owner, const char *failure)
{
  StnMedicineDetails *self = STN_MEDICINE_DETAILS (owner);

  show_text (self->failure, failure);
  if (failure != NULL)
    return;
  offer_events (self);
  gtk_editable_set_text (self->dose, "");
}

static void
deleted (GObject *owner, const char *failure)
{
  show_text (STN_MEDICINE_DETAILS (owner)->failure, failure);
  if (failure == NULL)
    gtk_widget_activate_action (GTK_WIDGET (owner), "subpage.back", NULL);
}

static void
save_change_cb (StnMedicineDetails *self)
{
  g_autofree char *dose = g_strstrip (g_strdup (gtk_editable_get_text (self->dose)));
  StnMedicineEvent event = get_event (self);
  Step *step;
  StnDate date;

  if (event == 0 || !stn_day_chooser_get_date (self->day, &date))
    return;
  step = step_new (self);
  step->change = stn_medicine_change_new (
    event, date, event == STN_MEDICINE_STOP || *dose == '\0' ? NULL : dose);
  stn_person_records_write (get_records (self), change_work, step, step_free, _ ("Saved"),
                            G_OBJECT (self), changed);
}

static void
save_intake_cb (StnMedicineDetails *self)
{
  Step *step = step_new (self);

  gtk_spin_button_update (self->intake);
  step->night = stn_person_records_get_night (get_records (self));
  step->count = STN_KNOWN_INT (gtk_spin_button_get_value_as_int (self->intake));
  stn_person_records_write (get_records (self), intake_work, step, step_free, _ ("Saved"),
                            G_OBJECT (self), changed);
}

static void
edit_cb (StnMedicineDetails *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "doctor.edit-medicine", "s", self->uid);
}

static void
delete_cb (StnMedicineDetails *self)
{
  const StnMedicine *medicine = stn_person_records_find_medicine (get_records (self), self->uid);
  g_autofree char *said = NULL;

  if (medicine == NULL)
    return;
  /* Translators: the name of what was deleted */
  said = g_strdup_printf (_ ("Deleted: %s"), medicine->name);
  stn_person_records_write (get_records (self), delete_work, step_new (self), step_free, said,
                            G_OBJECT (self), deleted);
}

static void
stn_medicine_details_finalize (GObject *object)
{
  g_free (STN_MEDICINE_DETAILS (object)->uid);

  G_OBJECT_CLASS (stn_medicine_details_parent_class)->finalize (object);
}

static void
stn_medicine_details_class_init (StnMedicineDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stn_medicine_details_finalize;
  STN_RECORDS_VIEW_CLASS (klass)->update = stn_medicine_details_update;
  g_type_ensure (STN_TYPE_CHIP_GROUP);
  g_type_ensure (STN_TYPE_DAY_CHOOSER);
  g_type_ensure (STN_TYPE_KNOWN_BOX);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-medicine-details.ui");
  gtk_widget_class_bind_template_child (widget_class, StnMedicineDetails, usage);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineDetails, status);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineDetails, class_name);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineDetails, intake_box);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineDetails, intake);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineDetails, intake_note);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineDetails, event);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineDetails, change_box);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineDetails, dose_box);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineDetails, dose);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineDetails, day);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineDetails, failure);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineDetails, history);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineDetails, known);
  gtk_widget_class_bind_template_callback (widget_class, event_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_change_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_intake_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
stn_medicine_details_init (StnMedicineDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_field_reason_limit (GTK_WIDGET (self->dose), DOSE_MAX);
  stn_field_reason_watch_number (self->intake);
}
