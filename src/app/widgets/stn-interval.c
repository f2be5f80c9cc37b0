/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-interval.h"

#include "widgets/stn-palette.h"

struct _StnInterval {
  GtkWidget parent_instance;

  double low;
  double value;
  double high;
  double reach;
  gboolean ticks;
  StnIntervalTone tone;
};

G_DEFINE_FINAL_TYPE (StnInterval, stn_interval, GTK_TYPE_WIDGET)

enum { PROP_REACH = 1, PROP_TICKS, N_PROPS };
static GParamSpec *props[N_PROPS];

static GdkRGBA
tone_color (StnInterval *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  switch (self->tone) {
  case STN_INTERVAL_PLAIN:
    return stn_palette_get (widget, "quiet");
  case STN_INTERVAL_MORE:
    return stn_palette_get (widget, "cramps");
  case STN_INTERVAL_FEWER:
    return stn_palette_get (widget, "none");
  }
  g_assert_not_reached ();
}

static void
set_color (cairo_t *cr, GdkRGBA color, double opacity)
{
  color.alpha *= (float) opacity;
  gdk_cairo_set_source_rgba (cr, &color);
}

/* Place of @value in px from the left end, where @margin is left free for the mark. */
static double
place (StnInterval *self, double value, double width, double margin)
{
  double share = (CLAMP (value, -self->reach, self->reach) / self->reach + 1.0) / 2.0;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    share = 1.0 - share;
  return margin + share * (width - 2 * margin);
}

static void
draw_line (cairo_t *cr, double x, double top, double bottom, double width)
{
  cairo_rectangle (cr, x - width / 2, top, width, bottom - top);
  cairo_fill (cr);
}

static void
draw_axis (StnInterval *self, cairo_t *cr, double width, double height, double margin)
{
  if (self->ticks) {
    set_color (cr, stn_palette_get (GTK_WIDGET (self), "rule"), 1.0);
    for (int quarter = -2; quarter <= 2; quarter++)
      draw_line (cr, place (self, quarter * self->reach / 2, width, margin), height * .1,
                 height * .9, 1);
  }
  set_color (cr, stn_palette_get (GTK_WIDGET (self), self->ticks ? "ink" : "gap"), 1.0);
  draw_line (cr, place (self, 0.0, width, margin), self->ticks ? 0 : height * .1,
             self->ticks ? height : height * .9, 1.5);
}

/* A bar with round ends of at least its own height. */
static void
draw_bar (StnInterval *self, cairo_t *cr, double width, double height, double margin)
{
  double a = place (self, self->low, width, margin);
  double b = place (self, self->high, width, margin);
  double thick = height * .32;

  set_color (cr, tone_color (self), .4);
  cairo_set_line_width (cr, thick);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, MIN (a, b), height / 2);
  cairo_line_to (cr, MAX (a, b), height / 2);
  cairo_stroke (cr);
}

static void
draw_mark (StnInterval *self, cairo_t *cr, double width, double height, double margin)
{
  double x = place (self, self->value, width, margin);
  double radius = height * .22;

  set_color (cr, tone_color (self), 1.0);
  if (self->ticks) { /* the large picture: a diamond, as wide as it is high */
    radius = height * .28;
    cairo_move_to (cr, x, height / 2 - radius);
    cairo_line_to (cr, x + radius, height / 2);
    cairo_line_to (cr, x, height / 2 + radius);
    cairo_line_to (cr, x - radius, height / 2);
    cairo_close_path (cr);
  } else {
    cairo_arc (cr, x, height / 2, radius, 0, 2 * G_PI);
  }
  cairo_fill (cr);
}

static void
stn_interval_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StnInterval *self = STN_INTERVAL (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double margin = height * .32;
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  draw_axis (self, cr, width, height, margin);
  draw_bar (self, cr, width, height, margin);
  draw_mark (self, cr, width, height, margin);
  cairo_destroy (cr);
}

static void
stn_interval_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnInterval *self = STN_INTERVAL (object);

  switch (id) {
  case PROP_REACH:
    self->reach = g_value_get_double (value);
    break;
  case PROP_TICKS:
    self->ticks = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stn_interval_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StnInterval *self = STN_INTERVAL (object);

  switch (id) {
  case PROP_REACH:
    g_value_set_double (value, self->reach);
    break;
  case PROP_TICKS:
    g_value_set_boolean (value, self->ticks);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_interval_class_init (StnIntervalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = stn_interval_set_property;
  object_class->get_property = stn_interval_get_property;
  widget_class->snapshot = stn_interval_snapshot;

  props[PROP_REACH] =
    g_param_spec_double ("reach", NULL, NULL, 1.0, 1000.0, 100.0,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  props[PROP_TICKS] =
    g_param_spec_boolean ("ticks", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "interval");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
stn_interval_init (StnInterval *self)
{
}

void
stn_interval_set_range (
  StnInterval *self, double low, double value, double high, StnIntervalTone tone)
{
  g_return_if_fail (STN_IS_INTERVAL (self));
  g_return_if_fail (low <= value && value <= high);

  self->low = low;
  self->value = value;
  self->high = high;
  self->tone = tone;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
