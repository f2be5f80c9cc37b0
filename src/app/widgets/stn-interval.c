/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-interval.h"

#include "chart/stn-scene-paint.h"

#include "widgets/stn-chart-style.h"

struct _StnInterval {
  GtkWidget parent_instance;

  StnIntervalChart chart;
};

G_DEFINE_FINAL_TYPE (StnInterval, stn_interval, GTK_TYPE_WIDGET)

enum { PROP_REACH = 1, PROP_TICKS, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
stn_interval_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StnInterval *self = STN_INTERVAL (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (StnScene) scene = stn_interval_chart_lay_out (
    &self->chart, width, height, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  stn_scene_paint (scene, cr, gtk_widget_get_pango_context (widget), stn_chart_style_now ());
  cairo_destroy (cr);
}

static void
style_cb (gpointer self)
{
  gtk_widget_queue_draw (self);
}

static void
stn_interval_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnInterval *self = STN_INTERVAL (object);

  switch (id) {
  case PROP_REACH:
    self->chart.reach = g_value_get_double (value);
    break;
  case PROP_TICKS:
    self->chart.ticks = g_value_get_boolean (value);
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
    g_value_set_double (value, self->chart.reach);
    break;
  case PROP_TICKS:
    g_value_set_boolean (value, self->chart.ticks);
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
  stn_chart_style_follow (self, style_cb);
}

void
stn_interval_set_range (
  StnInterval *self, double low, double value, double high, StnIntervalTone tone)
{
  g_return_if_fail (STN_IS_INTERVAL (self));
  g_return_if_fail (low <= value && value <= high);

  self->chart.low = low;
  self->chart.value = value;
  self->chart.high = high;
  self->chart.tone = tone;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
