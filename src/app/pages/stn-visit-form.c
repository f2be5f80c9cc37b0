/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-visit-form.h"

#include <glib/gi18n.h>

#include "widgets/stn-day-chooser.h"
#include "widgets/stn-field-reason.h"
#include "widgets/stn-note-entry.h"
#include "wording/stn-wording-medicine.h"

#define WHOM_MAX 80

struct _StnVisitForm {
  StnRecordsView parent_instance;

  char *uid;       /* of the visit that is changed, NULL = a new one */
  gboolean is_new; /* what the fields hold is of no visit yet */

  StnDayChooser *day;
  GtkEditable *whom;
  StnNoteEntry *said;
  StnNoteEntry *changed;
  GtkWidget *asked_box;
  GtkBox *asked; /* a check button a question that is open */
  GtkLabel *failure;
  GtkWidget *delete;
};

G_DEFINE_FINAL_TYPE (StnVisitForm, stn_visit_form, STN_TYPE_RECORDS_VIEW)

static StnPersonRecords *
get_records (StnVisitForm *self)
{
  return stn_records_view_get_records (STN_RECORDS_VIEW (self));
}

static void
show_failure (StnVisitForm *self, const char *failure)
{
  gtk_label_set_label (self->failure, failure == NULL ? "" : failure);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), failure != NULL);
}

static const StnVisit *
find_visit (StnVisitForm *self, const char *uid)
{
  GPtrArray *visits = stn_person_records_get_visits (get_records (self));

  for (guint i = 0; uid != NULL && i < visits->len; i++)
    if (g_str_equal (((StnVisit *) g_ptr_array_index (visits, i))->id.uid, uid))
      return g_ptr_array_index (visits, i);
  return NULL;
}

static void
offer_questions (StnVisitForm *self)
{
  GPtrArray *questions = stn_person_records_get_questions (get_records (self));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->asked))) != NULL)
    gtk_box_remove (self->asked, child);
  for (guint i = 0; i < questions->len; i++) {
    const StnQuestion *question = g_ptr_array_index (questions, i);
    GtkWidget *check, *label;

    if (stn_date_is_set (question->asked))
      continue;
    check = gtk_check_button_new ();
    label = g_object_new (GTK_TYPE_LABEL, "label", question->text, "xalign", 0.0, "wrap", TRUE,
                          "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
    gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
    gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    question->text, -1);
    g_object_set_data_full (G_OBJECT (check), "question", stn_question_copy (question),
                            (GDestroyNotify) stn_question_free);
    gtk_box_append (self->asked, check);
  }
  gtk_widget_set_visible (self->asked_box,
                          gtk_widget_get_first_child (GTK_WIDGET (self->asked)) != NULL);
}

/* A new visit that was begun and left without saving: its words are still here. */
static gboolean
has_words (StnVisitForm *self)
{
  g_autofree char *said = stn_note_entry_get_text (self->said);
  g_autofree char *changed = stn_note_entry_get_text (self->changed);

  return *gtk_editable_get_text (self->whom) != '\0' || said != NULL || changed != NULL;
}

void
stn_visit_form_begin (StnVisitForm *self, const char *uid)
{
  g_return_if_fail (STN_IS_VISIT_FORM (self));
  const StnVisit *visit = find_visit (self, uid);
  StnDate today = stn_person_records_get_today (get_records (self));

  offer_questions (self);
  if (visit == NULL && self->is_new && has_words (self))
    return;
  self->is_new = visit == NULL;
  g_free (self->uid);
  self->uid = visit == NULL ? NULL : g_strdup (uid);
  stn_day_chooser_set_date (self->day, visit == NULL ? today : visit->date, today);
  gtk_editable_set_text (self->whom, visit == NULL || visit->whom == NULL ? "" : visit->whom);
  stn_note_entry_set_text (self->said, visit == NULL ? NULL : visit->said);
  stn_note_entry_set_text (self->changed, visit == NULL ? NULL : visit->changed);
  show_failure (self, NULL);
  gtk_widget_set_visible (self->delete, visit != NULL);
}

/* Saving */

typedef struct {
  StnVisit *visit;
  GPtrArray *questions;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *self = data;

  stn_visit_free (self->visit);
  g_ptr_array_unref (self->questions);
  g_free (self);
}

static gboolean
save_work (StnDiary *diary, gpointer data, gint64 *ret_group, GError **error)
{
  Entry *entry = data;

  return stn_diary_put_visit (diary, entry->visit, entry->questions, ret_group, error);
}

static gboolean
delete_work (StnDiary *diary, gpointer data, gint64 *ret_group, GError **error)
{
  return stn_diary_delete_visit (diary, data, ret_group, error);
}

static void
written (GObject *owner, const char *failure)
{
  show_failure (STN_VISIT_FORM (owner), failure);
  if (failure != NULL)
    return;
  STN_VISIT_FORM (owner)->is_new = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (owner), "subpage.back", NULL);
}

static GPtrArray *
read_asked (StnVisitForm *self, StnDate date)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_question_free);

  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->asked)); check != NULL;
       check = gtk_widget_get_next_sibling (check)) {
    StnQuestion *question;

    if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      continue;
    question = stn_question_copy (g_object_get_data (G_OBJECT (check), "question"));
    question->asked = date;
    g_ptr_array_add (questions, question);
  }
  return questions;
}

static void
save_cb (StnVisitForm *self)
{
  g_autofree char *whom = g_strstrip (g_strdup (gtk_editable_get_text (self->whom)));
  Entry *entry;
  StnDate date;

  if (!stn_day_chooser_get_date (self->day, &date))
    return;
  entry = g_new0 (Entry, 1);
  entry->visit = stn_visit_new (date);
  entry->visit->id.uid = g_strdup (self->uid);
  entry->visit->whom = *whom == '\0' ? NULL : g_steal_pointer (&whom);
  entry->visit->said = stn_note_entry_get_text (self->said);
  entry->visit->changed = stn_note_entry_get_text (self->changed);
  entry->questions = read_asked (self, date);
  stn_person_records_write (get_records (self), save_work, entry, entry_free, _ ("Visit saved"),
                            G_OBJECT (self), written);
}

static void
delete_cb (StnVisitForm *self)
{
  stn_person_records_write (get_records (self), delete_work, g_strdup (self->uid), g_free,
                            _ ("Visit deleted"), G_OBJECT (self), written);
}

/* What is being typed stays. */
static void
stn_visit_form_update (StnRecordsView *view)
{
}

static void
stn_visit_form_finalize (GObject *object)
{
  g_free (STN_VISIT_FORM (object)->uid);

  G_OBJECT_CLASS (stn_visit_form_parent_class)->finalize (object);
}

static void
stn_visit_form_class_init (StnVisitFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stn_visit_form_finalize;
  STN_RECORDS_VIEW_CLASS (klass)->update = stn_visit_form_update;
  g_type_ensure (STN_TYPE_DAY_CHOOSER);
  g_type_ensure (STN_TYPE_NOTE_ENTRY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-visit-form.ui");
  gtk_widget_class_bind_template_child (widget_class, StnVisitForm, day);
  gtk_widget_class_bind_template_child (widget_class, StnVisitForm, whom);
  gtk_widget_class_bind_template_child (widget_class, StnVisitForm, said);
  gtk_widget_class_bind_template_child (widget_class, StnVisitForm, changed);
  gtk_widget_class_bind_template_child (widget_class, StnVisitForm, asked_box);
  gtk_widget_class_bind_template_child (widget_class, StnVisitForm, asked);
  gtk_widget_class_bind_template_child (widget_class, StnVisitForm, failure);
  gtk_widget_class_bind_template_child (widget_class, StnVisitForm, delete);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
stn_visit_form_init (StnVisitForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_field_reason_limit (GTK_WIDGET (self->whom), WHOM_MAX);
}
