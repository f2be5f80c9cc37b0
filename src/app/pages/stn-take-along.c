/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-take-along.h"

#include <glib/gi18n.h>

#include "wording/stn-wording-medicine.h"

struct _StnTakeAlong {
  StnRecordsView parent_instance;

  AdwActionRow *medicines;
  AdwActionRow *conditions;
  AdwActionRow *person;
};

G_DEFINE_FINAL_TYPE (StnTakeAlong, stn_take_along, STN_TYPE_RECORDS_VIEW)

static void
show_line (AdwActionRow *row, const char *line)
{
  adw_action_row_set_subtitle (row, line == NULL ? _ ("None noted yet") : line);
}

static char *
describe_person (const StnPerson *person)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (person->birth_year.known)
    /* Translators: a year */
    g_ptr_array_add (parts, g_strdup_printf (_ ("Born %d"), person->birth_year.value));
  if (person->emergency_number != NULL)
    /* Translators: a number to call */
    g_ptr_array_add (parts, g_strdup_printf (_ ("in an emergency %s"), person->emergency_number));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
stn_take_along_update (StnRecordsView *view)
{
  StnTakeAlong *self = STN_TAKE_ALONG (view);
  StnPersonRecords *records = stn_records_view_get_records (view);
  StnDate today = stn_person_records_get_today (records);
  g_autofree char *medicines =
    stn_wording_medicines_line (stn_person_records_get_medicines (records), today);
  g_autofree char *conditions =
    stn_wording_conditions_line (stn_person_records_get_conditions (records), today);
  g_autofree char *person = describe_person (stn_person_records_get_person (records));

  show_line (self->medicines, medicines);
  show_line (self->conditions, conditions);
  adw_action_row_set_subtitle (
    self->person, person != NULL ? person : _ ("Age, sex and what else decides which advice fits"));
}

static void
stn_take_along_class_init (StnTakeAlongClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  STN_RECORDS_VIEW_CLASS (klass)->update = stn_take_along_update;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-take-along.ui");
  gtk_widget_class_bind_template_child (widget_class, StnTakeAlong, medicines);
  gtk_widget_class_bind_template_child (widget_class, StnTakeAlong, conditions);
  gtk_widget_class_bind_template_child (widget_class, StnTakeAlong, person);
}

static void
stn_take_along_init (StnTakeAlong *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
