/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-sheet-view.h"

#include <math.h>

#define SMALLEST_WIDTH 240

struct _StnSheetView {
  GtkWidget parent_instance;

  const StnPages *pages;
  guint page;
};

G_DEFINE_FINAL_TYPE (StnSheetView, stn_sheet_view, GTK_TYPE_WIDGET)

GtkWidget *
stn_sheet_view_new (void)
{
  return g_object_new (STN_TYPE_SHEET_VIEW, NULL);
}

void
stn_sheet_view_show (StnSheetView *self, const StnPages *pages, guint page, const char *name)
{
  g_return_if_fail (STN_IS_SHEET_VIEW (self));
  g_autofree char *text = pages != NULL ? stn_pages_get_text (pages, page) : NULL;

  self->pages = pages;
  self->page = page;
  if (pages != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GtkSizeRequestMode
stn_sheet_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
stn_sheet_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  StnSheetView *self = STN_SHEET_VIEW (widget);
  double width = self->pages != NULL ? stn_pages_get_width (self->pages) : SMALLEST_WIDTH;
  double height = self->pages != NULL ? stn_pages_get_height (self->pages) : SMALLEST_WIDTH;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = SMALLEST_WIDTH;
    *natural = (int) ceil (width);
  } else {
    double at = for_size > 0 ? for_size : SMALLEST_WIDTH;

    *minimum = *natural = (int) ceil (at * height / width);
  }
}

/* Paper is white in the dark, too. */
static void
stn_sheet_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StnSheetView *self = STN_SHEET_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  double scale;
  cairo_t *cr;

  if (self->pages == NULL || width <= 0)
    return;
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){1, 1, 1, 1}, &area);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  scale = width / stn_pages_get_width (self->pages);
  cairo_scale (cr, scale, scale);
  stn_pages_draw (self->pages, self->page, cr);
  cairo_destroy (cr);
}

static void
stn_sheet_view_class_init (StnSheetViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = stn_sheet_view_get_request_mode;
  widget_class->measure = stn_sheet_view_measure;
  widget_class->snapshot = stn_sheet_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
stn_sheet_view_init (StnSheetView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
