/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-medicine-list.h"

#include "wording/stn-wording-medicine.h"

struct _StnMedicineList {
  StnRecordsView parent_instance;

  GtkWidget *empty;
  GtkListBox *current;
  GtkWidget *past_box;
  GtkListBox *past;
  GtkLabel *caution;
};

G_DEFINE_FINAL_TYPE (StnMedicineList, stn_medicine_list, STN_TYPE_RECORDS_VIEW)

static void
row_activated_cb (StnMedicineList *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "doctor.show-medicine", "s",
                              g_object_get_data (G_OBJECT (row), "uid"));
}

static GtkWidget *
row_new (const StnMedicine *medicine, StnDate today)
{
  g_autofree char *usage = stn_wording_medicine_usage (medicine, today);
  g_autofree char *status = stn_wording_medicine_status (medicine, today);
  g_autofree char *subtitle =
    g_strdup_printf ("%s%s%s · %s", usage == NULL ? "" : usage, usage == NULL ? "" : "\n", status,
                     stn_wording_medicine_class_name (medicine->class_id));
  GtkWidget *row =
    g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", medicine->name, "subtitle",
                  subtitle, "subtitle-lines", 0, "activatable", TRUE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  medicine->name, -1);
  g_object_set_data_full (G_OBJECT (row), "uid", g_strdup (medicine->id.uid), g_free);
  adw_action_row_add_suffix (
    ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                        "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  return row;
}

static void
stn_medicine_list_update (StnRecordsView *view)
{
  StnMedicineList *self = STN_MEDICINE_LIST (view);
  StnPersonRecords *records = stn_records_view_get_records (view);
  GPtrArray *medicines = stn_person_records_get_medicines (records);
  StnDate today = stn_person_records_get_today (records);

  stn_list_box_clear (self->current);
  stn_list_box_clear (self->past);
  for (guint i = 0; i < medicines->len; i++) {
    const StnMedicine *medicine = g_ptr_array_index (medicines, i);

    gtk_list_box_append (stn_medicine_is_in_use_on (medicine, today) ? self->current : self->past,
                         row_new (medicine, today));
  }
  gtk_widget_set_visible (self->empty, medicines->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->caution), medicines->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->current),
                          gtk_list_box_get_row_at_index (self->current, 0) != NULL);
  gtk_widget_set_visible (self->past_box, gtk_list_box_get_row_at_index (self->past, 0) != NULL);
}

static void
stn_medicine_list_class_init (StnMedicineListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  STN_RECORDS_VIEW_CLASS (klass)->update = stn_medicine_list_update;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-medicine-list.ui");
  gtk_widget_class_bind_template_child (widget_class, StnMedicineList, empty);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineList, current);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineList, past_box);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineList, past);
  gtk_widget_class_bind_template_child (widget_class, StnMedicineList, caution);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
stn_medicine_list_init (StnMedicineList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_label (self->caution, stn_wording_medicine_caution ());
}
