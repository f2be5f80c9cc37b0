/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-visits-section.h"

#include <glib/gi18n.h>

#include "widgets/stn-field-reason.h"
#include "widgets/stn-pair-layout.h"
#include "wording/stn-wording-medicine.h"

#define QUESTION_MAX 200

struct _StnVisitsSection {
  StnRecordsView parent_instance;

  GtkListBox *questions;
  GtkEditable *question;
  GtkLabel *failure;
  GtkListBox *visits;
};

G_DEFINE_FINAL_TYPE (StnVisitsSection, stn_visits_section, STN_TYPE_RECORDS_VIEW)

static StnPersonRecords *
get_records (StnVisitsSection *self)
{
  return stn_records_view_get_records (STN_RECORDS_VIEW (self));
}

static void
row_activated_cb (StnVisitsSection *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "doctor.show-visit", "s",
                              g_object_get_data (G_OBJECT (row), "uid"));
}

static GtkWidget *
visit_row_new (const StnVisit *visit, StnDate today)
{
  g_autofree char *title = stn_wording_visit_title (visit, today);
  g_autofree char *line = stn_wording_visit_line (visit);
  GtkWidget *row = g_object_new (
    ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", line == NULL ? "" : line,
    "subtitle-lines", 3, "icon-name", "x-office-calendar-symbolic", "activatable", TRUE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (row), "uid", g_strdup (visit->id.uid), g_free);
  adw_action_row_add_suffix (
    ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                        "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  return row;
}

/* Questions */

static gboolean
put_work (StnDiary *diary, gpointer data, gint64 *ret_group, GError **error)
{
  return stn_diary_put_question (diary, data, ret_group, error);
}

static gboolean
delete_work (StnDiary *diary, gpointer data, gint64 *ret_group, GError **error)
{
  return stn_diary_delete_question (diary, ((StnQuestion *) data)->id.uid, ret_group, error);
}

static void
show_failure (StnVisitsSection *self, const char *failure)
{
  gtk_label_set_label (self->failure, failure == NULL ? "" : failure);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), failure != NULL);
}

static void
added (GObject *owner, const char *failure)
{
  StnVisitsSection *self = STN_VISITS_SECTION (owner);

  show_failure (self, failure);
  if (failure == NULL)
    gtk_editable_set_text (self->question, "");
}

static void
deleted (GObject *owner, const char *failure)
{
  show_failure (STN_VISITS_SECTION (owner), failure);
}

static void
add_question_cb (StnVisitsSection *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->question)));

  if (*text == '\0') {
    gtk_widget_grab_focus (GTK_WIDGET (self->question));
    return;
  }
  stn_person_records_write (get_records (self), put_work, stn_question_new (text),
                            (GDestroyNotify) stn_question_free, _ ("Question saved"),
                            G_OBJECT (self), added);
}

static void
delete_question_cb (GtkWidget *button, StnVisitsSection *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  const StnQuestion *question = g_object_get_data (G_OBJECT (row), "question");

  stn_person_records_write (get_records (self), delete_work, stn_question_copy (question),
                            (GDestroyNotify) stn_question_free, _ ("Question deleted"),
                            G_OBJECT (self), deleted);
}

static GtkWidget *
question_row_new (StnVisitsSection *self, const StnQuestion *question)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", question->text, "xalign", 0.0, "wrap",
                                   TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);
  GtkWidget *button =
    g_object_new (GTK_TYPE_BUTTON, "icon-name", "user-trash-symbolic", "tooltip-text",
                  _ ("Delete the Question"), "valign", GTK_ALIGN_CENTER, NULL);
  /* Translators: the name of a button; a question */
  g_autofree char *name = g_strdup_printf (_ ("Delete: %s"), question->text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "icon-target");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question->text, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (delete_question_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "question", stn_question_copy (question),
                          (GDestroyNotify) stn_question_free);
  return row;
}

static void
stn_visits_section_update (StnRecordsView *view)
{
  StnVisitsSection *self = STN_VISITS_SECTION (view);
  StnDate today = stn_person_records_get_today (get_records (self));
  GPtrArray *visits = stn_person_records_get_visits (get_records (self));
  GPtrArray *questions = stn_person_records_get_questions (get_records (self));

  stn_list_box_clear (self->questions);
  for (guint i = 0; i < questions->len; i++) {
    const StnQuestion *question = g_ptr_array_index (questions, i);

    if (!stn_date_is_set (question->asked))
      gtk_list_box_append (self->questions, question_row_new (self, question));
  }
  gtk_widget_set_visible (GTK_WIDGET (self->questions),
                          gtk_list_box_get_row_at_index (self->questions, 0) != NULL);
  stn_list_box_clear (self->visits);
  for (guint i = 0; i < visits->len; i++)
    gtk_list_box_append (self->visits, visit_row_new (g_ptr_array_index (visits, i), today));
  gtk_widget_set_visible (GTK_WIDGET (self->visits), visits->len > 0);
}

static void
stn_visits_section_class_init (StnVisitsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  STN_RECORDS_VIEW_CLASS (klass)->update = stn_visits_section_update;
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-visits-section.ui");
  gtk_widget_class_bind_template_child (widget_class, StnVisitsSection, questions);
  gtk_widget_class_bind_template_child (widget_class, StnVisitsSection, question);
  gtk_widget_class_bind_template_child (widget_class, StnVisitsSection, failure);
  gtk_widget_class_bind_template_child (widget_class, StnVisitsSection, visits);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_question_cb);
}

static void
stn_visits_section_init (StnVisitsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_field_reason_limit (GTK_WIDGET (self->question), QUESTION_MAX);
}
