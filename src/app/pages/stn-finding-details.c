/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-finding-details.h"

#include "widgets/stn-columns-layout.h"
#include "widgets/stn-interval.h"
#include "widgets/stn-ten-nights.h"

struct _StnFindingDetails {
  AdwBin parent_instance;

  GtkWidget *tens;
  StnTenNights *with;
  StnTenNights *without;
  GtkWidget *difference_box;
  GtkLabel *difference;
  StnInterval *interval;
  GtkLabel *cut;
  GtkWidget *luck_box;
  GtkLabel *luck;
  GtkWidget *studies_box;
  GtkLabel *grade;
  GtkLabel *studies;
  GtkLabel *sources;
  GtkWidget *record_box;
  GtkLabel *record;
  GtkLabel *history;
};

G_DEFINE_FINAL_TYPE (StnFindingDetails, stn_finding_details, ADW_TYPE_BIN)

static void
stn_finding_details_class_init (StnFindingDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (STN_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (STN_TYPE_INTERVAL);
  g_type_ensure (STN_TYPE_TEN_NIGHTS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-finding-details.ui");
  gtk_widget_class_bind_template_child (widget_class, StnFindingDetails, tens);
  gtk_widget_class_bind_template_child (widget_class, StnFindingDetails, with);
  gtk_widget_class_bind_template_child (widget_class, StnFindingDetails, without);
  gtk_widget_class_bind_template_child (widget_class, StnFindingDetails, difference_box);
  gtk_widget_class_bind_template_child (widget_class, StnFindingDetails, difference);
  gtk_widget_class_bind_template_child (widget_class, StnFindingDetails, interval);
  gtk_widget_class_bind_template_child (widget_class, StnFindingDetails, cut);
  gtk_widget_class_bind_template_child (widget_class, StnFindingDetails, luck_box);
  gtk_widget_class_bind_template_child (widget_class, StnFindingDetails, luck);
  gtk_widget_class_bind_template_child (widget_class, StnFindingDetails, studies_box);
  gtk_widget_class_bind_template_child (widget_class, StnFindingDetails, grade);
  gtk_widget_class_bind_template_child (widget_class, StnFindingDetails, studies);
  gtk_widget_class_bind_template_child (widget_class, StnFindingDetails, sources);
  gtk_widget_class_bind_template_child (widget_class, StnFindingDetails, record_box);
  gtk_widget_class_bind_template_child (widget_class, StnFindingDetails, record);
  gtk_widget_class_bind_template_child (widget_class, StnFindingDetails, history);
}

static void
stn_finding_details_init (StnFindingDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
stn_finding_details_new (void)
{
  return g_object_new (STN_TYPE_FINDING_DETAILS, NULL);
}

/* @part: what is there only together with @text; often the label itself. */
static void
show_text (GtkWidget *part, GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text ? text : "");
  gtk_widget_set_visible (part, text && *text);
}

static void
show_tens (StnFindingDetails *self, const StnFinding *finding, const StnFindingText *text)
{
  gboolean known = finding->has_counts && finding->nights_with > 0 && finding->nights_without > 0;

  gtk_widget_set_visible (self->tens, known);
  if (!known)
    return;
  stn_ten_nights_show (self->with, text->with, finding->cramps_with, finding->nights_with);
  stn_ten_nights_show (self->without, text->without, finding->cramps_without,
                       finding->nights_without);
}

static void
show_difference (StnFindingDetails *self, StnFindingItem *item, const char *text)
{
  StnDifference range;
  gboolean known = text && stn_finding_get_difference (stn_finding_item_get_finding (item), &range);

  show_text (self->difference_box, self->difference, known ? text : NULL);
  if (!known)
    return;
  stn_interval_set_range (self->interval, range.low, range.value, range.high,
                          (StnIntervalTone) stn_finding_item_get_tone (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->interval), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

void
stn_finding_details_show (StnFindingDetails *self, StnFindingItem *item)
{
  const StnFindingText *text;

  g_return_if_fail (STN_IS_FINDING_DETAILS (self));

  text = stn_finding_item_get_text (item);
  show_tens (self, stn_finding_item_get_finding (item), text);
  show_difference (self, item, text->difference);
  show_text (GTK_WIDGET (self->cut), self->cut, text->cut);
  show_text (self->luck_box, self->luck, text->luck);
  show_text (GTK_WIDGET (self->grade), self->grade, text->grade);
  show_text (self->studies_box, self->studies, text->studies);
  show_text (GTK_WIDGET (self->sources), self->sources, text->sources);
  show_text (self->record_box, self->record, text->record);
  show_text (GTK_WIDGET (self->history), self->history, text->history);
}
