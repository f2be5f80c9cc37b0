/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-medicine-form.h"

#include <glib/gi18n.h>

#include "diary/stn-recognition.h"
#include "widgets/stn-day-chooser.h"
#include "widgets/stn-field-reason.h"
#include "widgets/stn-inner-names.h"
#include "widgets/stn-known-box.h"
#include "widgets/stn-suggestion-entry.h"
#include "wording/stn-wording-medicine.h"

/* Characters of a dose, and of when it is taken. */
#define TEXT_MAX 120

#define SUGGESTIONS 5

struct _StnMedicineForm {
  StnRecordsView parent_instance;

  char *uid;                /* of the medicine that is changed, NULL = a new one */
  gboolean is_new;          /* what the fields hold is of no medicine yet */
  gboolean is_class_chosen; /* by the person, not by the name */
  gboolean is_choosing;

  StnSuggestionEntry *name;
  GtkDropDown *class_choice;
  GtkLabel *class_note;
  StnKnownBox *known;
  GtkWidget *dose_box;
  GtkEditable *dose;
  GtkEditable *schedule;
  GtkCheckButton *as_needed;
  StnDayChooser *start;
  GtkLabel *failure;
};

G_DEFINE_FINAL_TYPE (StnMedicineForm, stn_medicine_form, STN_TYPE_RECORDS_VIEW)

/* The class: the first choice is none */

static const StnMedicineClass *
get_class (StnMedicineForm *self)
{
  guint place = gtk_drop_down_get_selected (self->class_choice);

  if (place == 0 || place == GTK_INVALID_LIST_POSITION)
    return NULL;
  return stn_knowledge_list_medicine_classes (stn_knowledge_get ())[place - 1];
}

static void
show_known (StnMedicineForm *self)
{
  const StnMedicineClass *chosen = get_class (self);
  g_autoptr (StnKnownText) text = chosen == NULL ? NULL : stn_wording_known_of_class (chosen);

  if (text == NULL)
    stn_known_box_set (self->known, NULL, NULL, NULL, NULL, NULL);
  else
    stn_known_box_set (self->known, text->grade, text->evidence, text->sources, text->ask,
                       stn_wording_medicine_caution ());
}

static void
choose_class (StnMedicineForm *self, const char *class_id)
{
  const StnMedicineClass *const *classes =
    stn_knowledge_list_medicine_classes (stn_knowledge_get ());
  guint place = 0;

  for (guint i = 0; class_id != NULL && classes[i] != NULL; i++)
    if (g_str_equal (classes[i]->id, class_id))
      place = i + 1;
  self->is_choosing = TRUE;
  gtk_drop_down_set_selected (self->class_choice, place);
  self->is_choosing = FALSE;
  show_known (self);
}

static void
show_note (StnMedicineForm *self, const char *note)
{
  gtk_label_set_label (self->class_note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->class_note), *note != '\0');
}

static void
class_changed_cb (StnMedicineForm *self)
{
  if (self->is_choosing)
    return;
  self->is_class_chosen = TRUE;
  show_note (self, "");
  show_known (self);
}

static GListModel *
class_names (void)
{
  const StnMedicineClass *const *classes =
    stn_knowledge_list_medicine_classes (stn_knowledge_get ());
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Don't know"));
  for (guint i = 0; classes[i] != NULL; i++)
    gtk_string_list_append (names, gettext (classes[i]->name));
  return G_LIST_MODEL (names);
}

/* The name */

/* Follows the name until the person chooses a class. */
static void
recognise (StnMedicineForm *self)
{
  g_autofree char *name = stn_suggestion_entry_get_text (self->name);
  g_autoptr (GArray) matches = NULL;
  const StnMedicineClass *found = stn_recognise_medicine (name, &matches);
  const char *note = "";

  if (self->is_class_chosen)
    return;
  choose_class (self, found == NULL ? NULL : found->id);
  if (found == NULL && *name != '\0')
    note = matches->len > 0
             ? _ ("It may be several medicines. Choose one above, or the class here.")
             : _ ("Not in Stillnight's list. Choose the class if you know it.");
  show_note (self, note);
}

static void
name_typed_cb (StnMedicineForm *self)
{
  g_autofree char *typed = stn_suggestion_entry_get_text (self->name);
  g_autoptr (GArray) matches = stn_medicine_match (stn_knowledge_get (), typed, SUGGESTIONS);

  stn_suggestion_entry_clear_suggestions (self->name);
  for (guint i = 0; i < matches->len; i++) {
    const StnMedicineMatch *match = &g_array_index (matches, StnMedicineMatch, i);

    stn_suggestion_entry_suggest (self->name, match->name, gettext (match->medicine_class->name));
  }
  recognise (self);
}

static void
name_chosen_cb (StnMedicineForm *self)
{
  self->is_class_chosen = FALSE;
  recognise (self);
}

/* Saving */

static char *
read_text (GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return *text == '\0' ? NULL : g_steal_pointer (&text);
}

static void
show_failure (StnMedicineForm *self, const char *failure)
{
  gtk_label_set_label (self->failure, failure == NULL ? "" : failure);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), failure != NULL);
}

/* A new medicine that was begun and left without saving: its words are still here. */
static gboolean
has_words (StnMedicineForm *self)
{
  g_autofree char *name = stn_suggestion_entry_get_text (self->name);

  return *name != '\0' || *gtk_editable_get_text (self->dose) != '\0' ||
         *gtk_editable_get_text (self->schedule) != '\0';
}

static void
written (GObject *owner, const char *failure)
{
  StnMedicineForm *self = STN_MEDICINE_FORM (owner);

  show_failure (self, failure);
  if (failure != NULL)
    return;
  self->is_new = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "subpage.back", NULL);
}

static gboolean
add_work (StnDiary *diary, gpointer data, gint64 *ret_group, GError **error)
{
  return stn_diary_add_medicine (diary, data, ret_group, error);
}

static gboolean
edit_cb (StnMedicine *medicine, gpointer data, GError **error)
{
  const StnMedicine *words = data;

  g_free (medicine->name);
  medicine->name = g_strdup (words->name);
  g_free (medicine->class_id);
  medicine->class_id = g_strdup (words->class_id);
  g_free (medicine->schedule);
  medicine->schedule = g_strdup (words->schedule);
  /* What was counted stays counted. */
  medicine->as_needed = words->as_needed || medicine->intakes->len > 0;
  return TRUE;
}

static gboolean
edit_work (StnDiary *diary, gpointer data, gint64 *ret_group, GError **error)
{
  StnMedicine *words = data;

  return stn_diary_edit_medicine (diary, words->id.uid, "change-medicine", edit_cb, words,
                                  ret_group, error);
}

static void
save_cb (StnMedicineForm *self)
{
  g_autofree char *name = stn_suggestion_entry_get_text (self->name);
  g_autofree char *dose = read_text (self->dose);
  const StnMedicineClass *chosen = get_class (self);
  StnMedicine *medicine;
  g_autofree char *said = NULL;
  StnDate start;

  if (*name == '\0') {
    show_failure (self, _ ("A medicine needs a name."));
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
    return;
  }
  if (!stn_day_chooser_get_date (self->start, &start))
    return;
  medicine = stn_medicine_new (name);
  medicine->class_id = chosen == NULL ? NULL : g_strdup (chosen->id);
  medicine->schedule = read_text (self->schedule);
  medicine->as_needed = gtk_check_button_get_active (self->as_needed);
  medicine->id.uid = g_strdup (self->uid);
  if (self->uid == NULL)
    g_ptr_array_add (medicine->changes, stn_medicine_change_new (STN_MEDICINE_START, start, dose));
  /* Translators: the name of a medicine */
  said = g_strdup_printf (_ ("Saved: %s"), name);
  stn_person_records_write (stn_records_view_get_records (STN_RECORDS_VIEW (self)),
                            self->uid == NULL ? add_work : edit_work, medicine,
                            (GDestroyNotify) stn_medicine_free, said, G_OBJECT (self), written);
}

void
stn_medicine_form_begin (StnMedicineForm *self, const char *uid)
{
  g_return_if_fail (STN_IS_MEDICINE_FORM (self));
  StnPersonRecords *records = stn_records_view_get_records (STN_RECORDS_VIEW (self));
  const StnMedicine *medicine =
    uid == NULL ? NULL : stn_person_records_find_medicine (records, uid);

  if (medicine == NULL && self->is_new && has_words (self)) {
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
    return;
  }
  self->is_new = medicine == NULL;
  g_free (self->uid);
  self->uid = medicine == NULL ? NULL : g_strdup (uid);
  self->is_class_chosen = medicine != NULL;
  show_failure (self, NULL);
  stn_suggestion_entry_set_text (self->name, medicine == NULL ? "" : medicine->name);
  choose_class (self, medicine == NULL ? NULL : medicine->class_id);
  show_note (self, "");
  gtk_editable_set_text (self->dose, "");
  gtk_editable_set_text (self->schedule,
                         medicine == NULL || medicine->schedule == NULL ? "" : medicine->schedule);
  gtk_check_button_set_active (self->as_needed, medicine != NULL && medicine->as_needed);
  stn_day_chooser_set_date (self->start, STN_NO_DATE, stn_person_records_get_today (records));
  /* Dose and start have a history of their own. */
  gtk_widget_set_visible (self->dose_box, medicine == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->start), medicine == NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

/* What is being typed stays. */
static void
stn_medicine_form_update (StnRecordsView *view)
{
}

static void
stn_medicine_form_finalize (GObject *object)
{
  g_free (STN_MEDICINE_FORM (object)->uid);

  G_OBJECT_CLASS (stn_medicine_form_parent_class)->finalize (object);
}

static void
stn_medicine_form_class_init (StnMedicineFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stn_medicine_form_finalize;
  STN_RECORDS_VIEW_CLASS (klass)->update = stn_medicine_form_update;
  g_type_ensure (STN_TYPE_DAY_CHOOSER);
  g_type_ensure (STN_TYPE_KNOWN_BOX);
  g_type_ensure (STN_TYPE_SUGGESTION_ENTRY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-medicine-form.ui");
  gtk_widget_class_bind_template_child (widget_class, StnMedicineForm, name);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineForm, class_choice);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineForm, class_note);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineForm, known);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineForm, dose_box);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineForm, dose);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineForm, schedule);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineForm, as_needed);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineForm, start);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineForm, failure);
  gtk_widget_class_bind_template_callback (widget_class, name_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, class_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
stn_medicine_form_init (StnMedicineForm *self)
{
  g_autoptr (GListModel) names = class_names ();

  gtk_widget_init_template (GTK_WIDGET (self));
  stn_field_reason_limit (GTK_WIDGET (self->dose), TEXT_MAX);
  stn_field_reason_limit (GTK_WIDGET (self->schedule), TEXT_MAX);
  self->is_choosing = TRUE;
  gtk_drop_down_set_expression (
    self->class_choice, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_model (self->class_choice, names);
  self->is_choosing = FALSE;
  /* Only now: with the expression comes another factory, from GTK 4.12 on. */
  stn_inner_names_add (GTK_WIDGET (self));
}
