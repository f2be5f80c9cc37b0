/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-person-form.h"

#include <glib/gi18n.h>

#include "widgets/stn-chip-group.h"
#include "widgets/stn-field-reason.h"
#include "widgets/stn-value-entry.h"

/* Of a telephone. */
#define NUMBER_MAX 20

struct _StnPersonForm {
  StnRecordsView parent_instance;

  StnValueEntry *birth_year;
  StnChipGroup *sex;
  GtkWidget *pregnant_box;
  StnChipGroup *pregnant;
  GtkWidget *due_box;
  StnValueEntry *weeks;
  StnChipGroup *hemisphere;
  GtkEditable *number;
  GtkLabel *failure;
};

G_DEFINE_FINAL_TYPE (StnPersonForm, stn_person_form, STN_TYPE_RECORDS_VIEW)

/* The chips stand in the order of the words, of which the first is unknown. */
static guint
chip_of (guint word)
{
  return word == 0 ? GTK_INVALID_LIST_POSITION : word - 1;
}

static guint
word_of (StnChipGroup *chips)
{
  guint chip = stn_chip_group_get_selected (chips);

  return chip == GTK_INVALID_LIST_POSITION ? 0 : chip + 1;
}

static StnAnswer
get_pregnant (StnPersonForm *self)
{
  guint chip = stn_chip_group_get_selected (self->pregnant);

  if (chip == GTK_INVALID_LIST_POSITION)
    return STN_ANSWER_UNKNOWN;
  return chip == 0 ? STN_ANSWER_YES : STN_ANSWER_NO;
}

/* Only those concerned are asked. */
static void
show_questions (StnPersonForm *self)
{
  gtk_widget_set_visible (self->pregnant_box, word_of (self->sex) != STN_SEX_MALE);
  gtk_widget_set_visible (self->due_box, get_pregnant (self) == STN_ANSWER_YES);
}

static void
sex_changed_cb (StnPersonForm *self)
{
  show_questions (self);
}

static void
pregnant_changed_cb (StnPersonForm *self)
{
  show_questions (self);
}

static void
show_failure (StnPersonForm *self, const char *failure)
{
  gtk_label_set_label (self->failure, failure == NULL ? "" : failure);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), failure != NULL);
}

static void
stn_person_form_update (StnRecordsView *view)
{
  StnPersonForm *self = STN_PERSON_FORM (view);
  StnPersonRecords *records = stn_records_view_get_records (view);
  const StnPerson *person = stn_person_records_get_person (records);
  GPtrArray *conditions = stn_person_records_get_conditions (records);
  StnDate today = stn_person_records_get_today (records);
  StnAnswer pregnant = stn_person_is_pregnant_on (person, conditions, today);

  stn_value_entry_set_value (self->birth_year, person->birth_year);
  stn_chip_group_set_selected (self->sex, chip_of (person->sex));
  stn_chip_group_set_selected (self->pregnant, pregnant == STN_ANSWER_YES ? 0
                                               : pregnant == STN_ANSWER_NO
                                                 ? 1
                                                 : GTK_INVALID_LIST_POSITION);
  stn_value_entry_set_value (self->weeks,
                             stn_person_conditions_get_pregnancy_week (conditions, today));
  stn_chip_group_set_selected (self->hemisphere, chip_of (person->hemisphere));
  gtk_editable_set_text (self->number,
                         person->emergency_number == NULL ? "" : person->emergency_number);
  show_questions (self);
}

/* Saving */

typedef struct {
  StnPerson *person;
  StnPregnancyAnswer pregnancy;
  gboolean asks_pregnancy;
} Answers;

static void
answers_free (gpointer data)
{
  Answers *self = data;

  stn_person_free (self->person);
  g_free (self);
}

static gboolean
edit_cb (StnPerson *person, gpointer data, GError **error)
{
  const Answers *answers = data;

  person->birth_year = answers->person->birth_year;
  person->sex = answers->person->sex;
  person->hemisphere = answers->person->hemisphere;
  g_free (person->emergency_number);
  person->emergency_number = g_strdup (answers->person->emergency_number);
  return TRUE;
}

static gboolean
save_work (StnDiary *diary, gpointer data, gint64 *ret_group, GError **error)
{
  Answers *answers = data;

  return stn_diary_edit_person (diary, edit_cb, answers,
                                answers->asks_pregnancy ? &answers->pregnancy : NULL, ret_group,
                                error);
}

static void
saved (GObject *owner, const char *failure)
{
  show_failure (STN_PERSON_FORM (owner), failure);
  if (failure == NULL)
    gtk_widget_activate_action (GTK_WIDGET (owner), "subpage.back", NULL);
}

/* A pregnancy is only written when the answer, or how far it is, was changed. */
static void
read_pregnancy (StnPersonForm *self, Answers *answers, StnOptInt weeks)
{
  StnPersonRecords *records = stn_records_view_get_records (STN_RECORDS_VIEW (self));
  GPtrArray *conditions = stn_person_records_get_conditions (records);
  StnDate today = stn_person_records_get_today (records);
  StnOptInt old_weeks = stn_person_conditions_get_pregnancy_week (conditions, today);
  gboolean is_new_time = weeks.known && !stn_opt_int_equal (weeks, old_weeks);

  answers->pregnancy.answer = get_pregnant (self);
  answers->asks_pregnancy =
    answers->pregnancy.answer !=
      stn_person_is_pregnant_on (stn_person_records_get_person (records), conditions, today) ||
    (answers->pregnancy.answer == STN_ANSWER_YES && is_new_time);
  if (answers->pregnancy.answer == STN_ANSWER_YES && is_new_time)
    answers->pregnancy.due = stn_date_add_days (today, STN_PREGNANCY_DAYS - 7 * weeks.value);
}

static gboolean
is_number (const StnPerson *person, StnDate today)
{
  g_autoptr (StnPerson) number_only = stn_person_new ();

  number_only->emergency_number = g_strdup (person->emergency_number);
  return stn_person_validate (number_only, today, NULL);
}

static void
save_cb (StnPersonForm *self)
{
  StnPersonRecords *records = stn_records_view_get_records (STN_RECORDS_VIEW (self));
  StnDate today = stn_person_records_get_today (records);
  Answers *answers = g_new0 (Answers, 1);
  g_autofree char *number = g_strstrip (g_strdup (gtk_editable_get_text (self->number)));
  const char *problem = NULL;
  StnOptInt weeks;

  answers->person = stn_person_new ();
  answers->person->sex = (StnSex) word_of (self->sex);
  answers->person->hemisphere = (StnHemisphere) word_of (self->hemisphere);
  answers->person->emergency_number = *number == '\0' ? NULL : g_strdup (number);
  if (!stn_value_entry_check (self->birth_year) || !stn_value_entry_check (self->weeks) ||
      !stn_value_entry_get_value (self->birth_year, &answers->person->birth_year) ||
      !stn_value_entry_get_value (self->weeks, &weeks)) {
    answers_free (answers);
    return;
  }
  if (!is_number (answers->person, today))
    problem = _ (
      "The number to call needs at least two digits, and nothing but digits, spaces and +-()*#.");
  else if (!stn_person_validate (answers->person, today, NULL))
    problem = _ ("This birth year cannot be right.");
  show_failure (self, problem);
  if (problem != NULL) {
    answers_free (answers);
    return;
  }
  read_pregnancy (self, answers, weeks);
  stn_person_records_write (records, save_work, answers, answers_free, _ ("Saved"), G_OBJECT (self),
                            saved);
}

static void
stn_person_form_class_init (StnPersonFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  STN_RECORDS_VIEW_CLASS (klass)->update = stn_person_form_update;
  g_type_ensure (STN_TYPE_CHIP_GROUP);
  g_type_ensure (STN_TYPE_VALUE_ENTRY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-person-form.ui");
  gtk_widget_class_bind_template_child (widget_class, StnPersonForm, birth_year);
  gtk_widget_class_bind_template_child (widget_class, StnPersonForm, sex);
  gtk_widget_class_bind_template_child (widget_class, StnPersonForm, pregnant_box);
  gtk_widget_class_bind_template_child (widget_class, StnPersonForm, pregnant);
  gtk_widget_class_bind_template_child (widget_class, StnPersonForm, due_box);
  gtk_widget_class_bind_template_child (widget_class, StnPersonForm, weeks);
  gtk_widget_class_bind_template_child (widget_class, StnPersonForm, hemisphere);
  gtk_widget_class_bind_template_child (widget_class, StnPersonForm, number);
  gtk_widget_class_bind_template_child (widget_class, StnPersonForm, failure);
  gtk_widget_class_bind_template_callback (widget_class, sex_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pregnant_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
stn_person_form_init (StnPersonForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_field_reason_limit (GTK_WIDGET (self->number), NUMBER_MAX);
}
