/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-finding-row.h"

#include "pages/stn-finding-details.h"
#include "widgets/stn-interval.h"
#include "widgets/stn-spare-layout.h"
#include "widgets/stn-wrap-layout.h"

struct _StnFindingRow {
  GtkListBoxRow parent_instance;

  StnFindingItem *item;

  GtkLabel *title;
  GtkWidget *tags;
  GtkWidget *tag;
  GtkImage *tag_icon;
  GtkLabel *tag_label;
  GtkWidget *suspected;
  GtkLabel *counts;
  GtkLabel *note;
  StnInterval *interval;
  GtkImage *arrow;
  GtkRevealer *revealer;
  guint scroll_tick; /* waits for the layout of what was opened; 0 = none */
  guint n_frames;
};

G_DEFINE_FINAL_TYPE (StnFindingRow, stn_finding_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
tone_class (StnFindingTone tone)
{
  switch (tone) {
  case STN_FINDING_PLAIN:
    return "plain";
  case STN_FINDING_MORE:
    return "more";
  case STN_FINDING_FEWER:
    return "fewer";
  }
  g_assert_not_reached ();
}

static const char *
tone_icon (StnFindingTone tone)
{
  switch (tone) {
  case STN_FINDING_PLAIN:
    return NULL;
  case STN_FINDING_MORE:
    return "stn-more-symbolic";
  case STN_FINDING_FEWER:
    return "stn-fewer-symbolic";
  }
  g_assert_not_reached ();
}

const char *
stn_finding_group_get_icon (StnFindingGroup group)
{
  switch (group) {
  case STN_FINDING_TOP:
  case STN_FINDING_CLEAR:
  case STN_FINDING_WATCH_CLOSELY:
    return NULL;
  case STN_FINDING_WATCH:
  case STN_FINDING_CANNOT_TELL:
    return "stn-waves-symbolic";
  case STN_FINDING_NOT_ENOUGH:
    return "stn-hourglass-symbolic";
  case STN_FINDING_UNLIKELY:
    return "stn-dash-symbolic";
  case STN_FINDING_CANNOT_TEST:
    return "stn-struck-symbolic";
  }
  g_assert_not_reached ();
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

/* Under a heading the verdict is said once, by the heading; on top of the page each row says its own. */
static void
show_tag (StnFindingRow *self, StnFindingTone tone)
{
  gboolean on_top = stn_finding_item_get_group (self->item) == STN_FINDING_TOP;
  gboolean is_suspect = stn_finding_item_is_suspect (self->item);
  const char *icon = tone_icon (tone);

  if (!icon)
    icon = stn_finding_group_get_icon (stn_finding_item_get_verdict_group (self->item));
  gtk_image_set_from_icon_name (self->tag_icon, icon);
  gtk_label_set_label (self->tag_label, stn_finding_item_get_text (self->item)->tag);
  gtk_widget_set_css_classes (self->tag, (const char *[]){"tag", tone_class (tone), NULL});
  gtk_widget_set_visible (self->tag, on_top);
  gtk_widget_set_visible (self->suspected, is_suspect);
  gtk_widget_set_visible (self->tags, on_top || is_suspect);
}

static void
show_interval (StnFindingRow *self, StnFindingTone tone)
{
  StnDifference range;
  gboolean known = stn_finding_item_get_text (self->item)->difference != NULL &&
                   stn_finding_get_difference (stn_finding_item_get_finding (self->item), &range);

  /* A picture never says more than the words. */
  gtk_widget_set_visible (GTK_WIDGET (self->interval), known);
  if (known)
    stn_interval_set_range (self->interval, range.low, range.value, range.high,
                            (StnIntervalTone) tone);
}

static void
show_item (StnFindingRow *self)
{
  const StnFindingText *text = stn_finding_item_get_text (self->item);
  StnFindingTone tone = stn_finding_item_get_tone (self->item);
  GtkWidget *details = gtk_revealer_get_child (self->revealer);

  gtk_label_set_label (self->title, text->title);
  show_tag (self, tone);
  show_text (self->counts, text->counts);
  show_text (self->note, text->note);
  show_interval (self, tone);
  if (details)
    stn_finding_details_show (STN_FINDING_DETAILS (details), self->item);
}

static void
stn_finding_row_dispose (GObject *object)
{
  StnFindingRow *self = STN_FINDING_ROW (object);

  if (self->item)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (stn_finding_row_parent_class)->dispose (object);
}

static void
stn_finding_row_class_init (StnFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_finding_row_dispose;

  g_type_ensure (STN_TYPE_INTERVAL);
  g_type_ensure (STN_TYPE_SPARE_LAYOUT);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StnFindingRow, title);
  gtk_widget_class_bind_template_child (widget_class, StnFindingRow, tags);
  gtk_widget_class_bind_template_child (widget_class, StnFindingRow, tag);
  gtk_widget_class_bind_template_child (widget_class, StnFindingRow, tag_icon);
  gtk_widget_class_bind_template_child (widget_class, StnFindingRow, tag_label);
  gtk_widget_class_bind_template_child (widget_class, StnFindingRow, suspected);
  gtk_widget_class_bind_template_child (widget_class, StnFindingRow, counts);
  gtk_widget_class_bind_template_child (widget_class, StnFindingRow, note);
  gtk_widget_class_bind_template_child (widget_class, StnFindingRow, interval);
  gtk_widget_class_bind_template_child (widget_class, StnFindingRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, StnFindingRow, revealer);
}

/* As much of the row as there is room for, and its head always. */
static void
scroll_into_view (StnFindingRow *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place;
  graphene_rect_t bounds;
  double top, bottom;

  if (scroller == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (self), scroller, &bounds))
    return;
  place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  top = gtk_adjustment_get_value (place) + bounds.origin.y;
  bottom = top + bounds.size.height;
  if (bottom > gtk_adjustment_get_value (place) + gtk_adjustment_get_page_size (place))
    gtk_adjustment_set_value (place, MIN (bottom - gtk_adjustment_get_page_size (place), top));
}

/* The frame that begins lays out what was opened, the next one shows where it came to lie. */
static gboolean
opened_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  StnFindingRow *self = STN_FINDING_ROW (widget);

  if (++self->n_frames < 3)
    return G_SOURCE_CONTINUE;
  self->scroll_tick = 0;
  scroll_into_view (self);
  return G_SOURCE_REMOVE;
}

static void
revealed_cb (StnFindingRow *self)
{
  if (!gtk_revealer_get_child_revealed (self->revealer) || self->scroll_tick != 0)
    return;
  self->n_frames = 0;
  self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), opened_cb, NULL, NULL);
}

static void
stn_finding_row_init (StnFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->revealer, "notify::child-revealed", G_CALLBACK (revealed_cb),
                            self);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title, NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->tag_label, self->counts, self->note, NULL, -1);
}

GtkWidget *
stn_finding_row_new (StnFindingItem *item)
{
  StnFindingRow *self = g_object_new (STN_TYPE_FINDING_ROW, NULL);

  self->item = g_object_ref (item);
  g_signal_connect_swapped (item, "changed", G_CALLBACK (show_item), self);
  show_item (self);
  return GTK_WIDGET (self);
}

void
stn_finding_row_toggle (StnFindingRow *self)
{
  gboolean open;

  g_return_if_fail (STN_IS_FINDING_ROW (self));

  open = !stn_finding_row_is_open (self);
  if (open && !gtk_revealer_get_child (self->revealer)) {
    gtk_revealer_set_child (self->revealer, stn_finding_details_new ());
    show_item (self);
  }
  gtk_revealer_set_reveal_child (self->revealer, open);
  gtk_image_set_from_icon_name (self->arrow, open ? "go-up-symbolic" : "go-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

gboolean
stn_finding_row_is_open (StnFindingRow *self)
{
  g_return_val_if_fail (STN_IS_FINDING_ROW (self), FALSE);
  return gtk_revealer_get_reveal_child (self->revealer);
}

StnFindingItem *
stn_finding_row_get_item (StnFindingRow *self)
{
  g_return_val_if_fail (STN_IS_FINDING_ROW (self), NULL);
  return self->item;
}
