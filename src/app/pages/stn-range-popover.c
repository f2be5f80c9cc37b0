/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-range-popover.h"

#include <glib/gi18n.h>

#include "present/stn-date-text.h"

struct _StnRangePopover {
  GtkPopover parent_instance;

  StnTrendRange *range;
  GtkEntry *from;
  GtkEntry *to;
  GtkLabel *from_problem;
  GtkLabel *to_problem;
  GtkWidget *show_button;
};

G_DEFINE_FINAL_TYPE (StnRangePopover, stn_range_popover, GTK_TYPE_POPOVER)

static gboolean
read_field (GtkEntry *field, StnDate *ret_date)
{
  return stn_date_text_parse (gtk_editable_get_text (GTK_EDITABLE (field)), ret_date);
}

static const char *
find_problem (StnRangePopover *self, GtkEntry *field, StnDate *ret_date)
{
  if (!read_field (field, ret_date))
    return _ ("This is no date. Write it like 1 May 2026 or 2026-05-01.");
  if (stn_date_compare (*ret_date, stn_trend_range_get_last (self->range)) > 0)
    return _ ("That night has not come yet.");
  return NULL;
}

static void
show_problem (GtkEntry *field, GtkLabel *label, const char *problem)
{
  gtk_label_set_label (label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (label), problem != NULL);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (field), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (field), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem != NULL ? problem : "", -1);
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID,
    problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* FALSE: there is a problem, and it is shown. */
static gboolean
check (StnRangePopover *self, StnDate *ret_from, StnDate *ret_to)
{
  const char *from_problem = find_problem (self, self->from, ret_from);
  const char *to_problem = find_problem (self, self->to, ret_to);

  if (from_problem == NULL && to_problem == NULL && stn_date_compare (*ret_from, *ret_to) > 0)
    to_problem = _ ("The last night comes before the first.");
  show_problem (self->from, self->from_problem, from_problem);
  show_problem (self->to, self->to_problem, to_problem);
  gtk_widget_set_sensitive (self->show_button, from_problem == NULL && to_problem == NULL);
  return from_problem == NULL && to_problem == NULL;
}

static void
typed_cb (StnRangePopover *self)
{
  StnDate from, to;

  if (self->range != NULL)
    check (self, &from, &to);
}

static void
show_cb (StnRangePopover *self)
{
  StnDate from, to;

  if (self->range == NULL || !check (self, &from, &to))
    return;
  stn_trend_range_set_custom (self->range, from, to);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
fill (GtkEntry *field, StnDate date)
{
  g_autofree char *text = stn_date_text_new (date);

  gtk_editable_set_text (GTK_EDITABLE (field), text);
}

void
stn_range_popover_open (StnRangePopover *self, StnTrendRange *range)
{
  g_return_if_fail (STN_IS_RANGE_POPOVER (self) && STN_IS_TREND_RANGE (range));
  g_clear_object (&self->range);
  fill (self->from, stn_trend_range_get_from (range));
  fill (self->to, stn_trend_range_get_to (range));
  self->range = g_object_ref (range);
  typed_cb (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->from));
}

static void
stn_range_popover_dispose (GObject *object)
{
  g_clear_object (&STN_RANGE_POPOVER (object)->range);
  G_OBJECT_CLASS (stn_range_popover_parent_class)->dispose (object);
}

static void
stn_range_popover_class_init (StnRangePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_range_popover_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-range-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, StnRangePopover, from);
  gtk_widget_class_bind_template_child (widget_class, StnRangePopover, to);
  gtk_widget_class_bind_template_child (widget_class, StnRangePopover, from_problem);
  gtk_widget_class_bind_template_child (widget_class, StnRangePopover, to_problem);
  gtk_widget_class_bind_template_child (widget_class, StnRangePopover, show_button);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
}

static void
stn_range_popover_init (StnRangePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
