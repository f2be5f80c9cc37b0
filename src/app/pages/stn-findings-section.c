/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-findings-section.h"

#include <glib/gi18n.h>

#include "pages/stn-finding-row.h"

struct _StnFindingsSection {
  GtkBox parent_instance;

  StnFindingGroup group;
  GtkFilterListModel *findings; /* of this group */

  GtkWidget *heading;
  GtkImage *icon;
  GtkLabel *title;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (StnFindingsSection, stn_findings_section, GTK_TYPE_BOX)

static const char *
group_title (StnFindingGroup group)
{
  switch (group) {
  case STN_FINDING_TOP:
    return _ ("What stands out"); /* only read out: the top ones have no heading */
  case STN_FINDING_CLEAR:
    return stn_wording_verdict (STN_VERDICT_TRIGGER, STN_TIER_CONFIRMED);
  case STN_FINDING_WATCH_CLOSELY:
    return stn_wording_verdict (STN_VERDICT_TRIGGER, STN_TIER_LIKELY);
  case STN_FINDING_WATCH:
    return stn_wording_verdict (STN_VERDICT_UNCLEAR, STN_TIER_POSSIBLE);
  case STN_FINDING_CANNOT_TELL:
    return stn_wording_verdict (STN_VERDICT_UNCLEAR, STN_TIER_NONE);
  case STN_FINDING_NOT_ENOUGH:
    return stn_wording_verdict (STN_VERDICT_NOT_ENOUGH_DATA, STN_TIER_NONE);
  case STN_FINDING_UNLIKELY:
    return stn_wording_verdict (STN_VERDICT_UNLIKELY, STN_TIER_NONE);
  case STN_FINDING_CANNOT_TEST:
    return stn_wording_verdict (STN_VERDICT_NO_CONTRAST, STN_TIER_NONE);
  }
  g_assert_not_reached ();
}

static void
row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, gpointer user_data)
{
  stn_finding_row_toggle (STN_FINDING_ROW (row));
}

static GtkWidget *
make_row_cb (gpointer item, gpointer user_data)
{
  return stn_finding_row_new (STN_FINDING_ITEM (item));
}

static gboolean
is_of_group_cb (gpointer item, gpointer user_data)
{
  return (int) stn_finding_item_get_group (STN_FINDING_ITEM (item)) == GPOINTER_TO_INT (user_data);
}

static void
show_or_hide (StnFindingsSection *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          g_list_model_get_n_items (G_LIST_MODEL (self->findings)) > 0);
}

static void
stn_findings_section_dispose (GObject *object)
{
  StnFindingsSection *self = STN_FINDINGS_SECTION (object);

  if (self->findings)
    g_signal_handlers_disconnect_by_data (self->findings, self);
  g_clear_object (&self->findings);
  G_OBJECT_CLASS (stn_findings_section_parent_class)->dispose (object);
}

static void
stn_findings_section_class_init (StnFindingsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_findings_section_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-findings-section.ui");
  gtk_widget_class_bind_template_child (widget_class, StnFindingsSection, heading);
  gtk_widget_class_bind_template_child (widget_class, StnFindingsSection, icon);
  gtk_widget_class_bind_template_child (widget_class, StnFindingsSection, title);
  gtk_widget_class_bind_template_child (widget_class, StnFindingsSection, rows);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
stn_findings_section_init (StnFindingsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
stn_findings_section_new (StnFindingGroup group, GListModel *findings)
{
  StnFindingsSection *self = g_object_new (STN_TYPE_FINDINGS_SECTION, NULL);
  const char *icon = stn_finding_group_get_icon (group);
  GtkCustomFilter *filter =
    gtk_custom_filter_new (is_of_group_cb, GINT_TO_POINTER ((int) group), NULL);

  self->group = group;
  self->findings = gtk_filter_list_model_new (g_object_ref (findings), GTK_FILTER (filter));
  gtk_label_set_label (self->title, group_title (group));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  group_title (group), -1);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  gtk_widget_set_visible (self->heading, group != STN_FINDING_TOP);
  gtk_list_box_bind_model (self->rows, G_LIST_MODEL (self->findings), make_row_cb, NULL, NULL);
  g_signal_connect_swapped (self->findings, "items-changed", G_CALLBACK (show_or_hide), self);
  show_or_hide (self);
  return GTK_WIDGET (self);
}
