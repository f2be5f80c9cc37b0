/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-condition-list.h"

#include <glib/gi18n.h>

#include "diary/stn-recognition.h"
#include "widgets/stn-day-chooser.h"
#include "widgets/stn-known-box.h"
#include "widgets/stn-suggestion-entry.h"
#include "wording/stn-wording-medicine.h"

#define SUGGESTIONS 5

struct _StnConditionList {
  StnRecordsView parent_instance;

  GtkWidget *empty;
  GtkListBox *list;
  StnSuggestionEntry *name;
  GtkLabel *note;
  StnKnownBox *known;
  StnDayChooser *since;
  GtkLabel *failure;
};

G_DEFINE_FINAL_TYPE (StnConditionList, stn_condition_list, STN_TYPE_RECORDS_VIEW)

static StnPersonRecords *
get_records (StnConditionList *self)
{
  return stn_records_view_get_records (STN_RECORDS_VIEW (self));
}

static void
show_failure (StnConditionList *self, const char *failure)
{
  gtk_label_set_label (self->failure, failure == NULL ? "" : failure);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), failure != NULL);
}

/* The list */

static gboolean
put_work (StnDiary *diary, gpointer data, gint64 *ret_group, GError **error)
{
  return stn_diary_put_condition (diary, data, ret_group, error);
}

static gboolean
delete_work (StnDiary *diary, gpointer data, gint64 *ret_group, GError **error)
{
  return stn_diary_delete_condition (diary, ((StnPersonCondition *) data)->id.uid, ret_group,
                                     error);
}

static void
changed (GObject *owner, const char *failure)
{
  show_failure (STN_CONDITION_LIST (owner), failure);
}

static const StnPersonCondition *
condition_of (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  return g_object_get_data (G_OBJECT (row), "condition");
}

static void
end_cb (GtkWidget *button, StnConditionList *self)
{
  StnPersonCondition *condition = stn_person_condition_copy (condition_of (button));
  g_autofree char *said = NULL;

  condition->until = stn_person_records_get_today (get_records (self));
  /* Translators: the name of a condition */
  said = g_strdup_printf (_ ("Over: %s"), stn_wording_condition_name (condition));
  stn_person_records_write (get_records (self), put_work, condition,
                            (GDestroyNotify) stn_person_condition_free, said, G_OBJECT (self),
                            changed);
}

static void
delete_cb (GtkWidget *button, StnConditionList *self)
{
  StnPersonCondition *condition = stn_person_condition_copy (condition_of (button));
  g_autofree char *said =
    g_strdup_printf (_ ("Deleted: %s"), stn_wording_condition_name (condition));

  stn_person_records_write (get_records (self), delete_work, condition,
                            (GDestroyNotify) stn_person_condition_free, said, G_OBJECT (self),
                            changed);
}

static GtkWidget *
button_new (StnConditionList *self, const char *icon, const char *name, GCallback clicked_cb)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", icon, "tooltip-text", name,
                                    "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "icon-target");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", clicked_cb, self);
  return button;
}

static GtkWidget *
row_new (StnConditionList *self, const StnPersonCondition *condition, StnDate today)
{
  const char *name = stn_wording_condition_name (condition);
  g_autofree char *dates = stn_wording_condition_dates (condition, today);
  /* Translators: the names of buttons; the name of a condition */
  g_autofree char *end = g_strdup_printf (_ ("It is over: %s"), name);
  g_autofree char *delete = g_strdup_printf (_ ("Delete: %s"), name);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name,
                                 "subtitle", dates, "subtitle-lines", 0, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "condition", stn_person_condition_copy (condition),
                          (GDestroyNotify) stn_person_condition_free);
  if (!stn_date_is_set (condition->until))
    adw_action_row_add_suffix (
      ADW_ACTION_ROW (row), button_new (self, "object-select-symbolic", end, G_CALLBACK (end_cb)));
  adw_action_row_add_suffix (
    ADW_ACTION_ROW (row), button_new (self, "user-trash-symbolic", delete, G_CALLBACK (delete_cb)));
  return row;
}

static void
stn_condition_list_update (StnRecordsView *view)
{
  StnConditionList *self = STN_CONDITION_LIST (view);
  StnDate today = stn_person_records_get_today (get_records (self));
  GPtrArray *conditions = stn_person_records_get_conditions (get_records (self));
  g_autofree char *typed = stn_suggestion_entry_get_text (self->name);

  stn_list_box_clear (self->list);
  for (guint i = 0; i < conditions->len; i++)
    gtk_list_box_append (self->list, row_new (self, g_ptr_array_index (conditions, i), today));
  gtk_widget_set_visible (self->empty, conditions->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), conditions->len > 0);
  if (*typed == '\0')
    stn_day_chooser_set_date (self->since, STN_NO_DATE, today);
}

/* Adding */

static void
show_recognised (StnConditionList *self)
{
  g_autofree char *name = stn_suggestion_entry_get_text (self->name);
  const StnCondition *found = stn_recognise_condition (name, NULL);
  g_autoptr (StnKnownText) text = found == NULL ? NULL : stn_wording_known_of_condition (found);

  if (text == NULL)
    stn_known_box_set (self->known, NULL, NULL, NULL, NULL, NULL);
  else
    stn_known_box_set (self->known, text->grade, text->evidence, text->sources, NULL, NULL);
  gtk_label_set_label (self->note,
                       text != NULL ? text->name : _ ("It will be kept in your own words."));
  gtk_widget_set_visible (GTK_WIDGET (self->note), *name != '\0');
}

static void
name_typed_cb (StnConditionList *self)
{
  g_autofree char *typed = stn_suggestion_entry_get_text (self->name);
  g_autoptr (GArray) matches = stn_condition_match (stn_knowledge_get (), typed, SUGGESTIONS);

  stn_suggestion_entry_clear_suggestions (self->name);
  for (guint i = 0; i < matches->len; i++) {
    const StnConditionMatch *match = &g_array_index (matches, StnConditionMatch, i);

    stn_suggestion_entry_suggest (self->name, match->name, match->other_name);
  }
  show_recognised (self);
}

static void
name_chosen_cb (StnConditionList *self)
{
  show_recognised (self);
}

static void
added (GObject *owner, const char *failure)
{
  StnConditionList *self = STN_CONDITION_LIST (owner);

  show_failure (self, failure);
  if (failure != NULL)
    return;
  stn_suggestion_entry_set_text (self->name, "");
  stn_day_chooser_set_date (self->since, STN_NO_DATE,
                            stn_person_records_get_today (get_records (self)));
  show_recognised (self);
}

static void
add_cb (StnConditionList *self)
{
  g_autofree char *name = stn_suggestion_entry_get_text (self->name);
  const StnCondition *found = stn_recognise_condition (name, NULL);
  StnPersonCondition *condition;
  g_autofree char *said = NULL;
  StnDate since;

  if (*name == '\0') {
    show_failure (self, _ ("A condition needs a name."));
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
    return;
  }
  if (!stn_day_chooser_get_date (self->since, &since))
    return;
  condition = found == NULL ? stn_person_condition_new (NULL, name)
                            : stn_person_condition_new (found->id, NULL);
  condition->since = since;
  said = g_strdup_printf (_ ("Saved: %s"), stn_wording_condition_name (condition));
  stn_person_records_write (get_records (self), put_work, condition,
                            (GDestroyNotify) stn_person_condition_free, said, G_OBJECT (self),
                            added);
}

static void
stn_condition_list_class_init (StnConditionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  STN_RECORDS_VIEW_CLASS (klass)->update = stn_condition_list_update;
  g_type_ensure (STN_TYPE_DAY_CHOOSER);
  g_type_ensure (STN_TYPE_KNOWN_BOX);
  g_type_ensure (STN_TYPE_SUGGESTION_ENTRY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-condition-list.ui");
  gtk_widget_class_bind_template_child (widget_class, StnConditionList, empty);
  gtk_widget_class_bind_template_child (widget_class, StnConditionList, list);
  gtk_widget_class_bind_template_child (widget_class, StnConditionList, name);
  gtk_widget_class_bind_template_child (widget_class, StnConditionList, note);
  gtk_widget_class_bind_template_child (widget_class, StnConditionList, known);
  gtk_widget_class_bind_template_child (widget_class, StnConditionList, since);
  gtk_widget_class_bind_template_child (widget_class, StnConditionList, failure);
  gtk_widget_class_bind_template_callback (widget_class, name_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
stn_condition_list_init (StnConditionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
