/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-countdown-ring.h"

#include "widgets/stn-palette.h"

#include <math.h>

/* px */
#define NATURAL 260
#define LEAST 116

/* The thickness, as a part of the whole. */
#define THICK .055

struct _StnCountdownRing {
  GtkWidget parent_instance;

  GtkWidget *child;
  double left;
};

G_DEFINE_FINAL_TYPE (StnCountdownRing, stn_countdown_ring, GTK_TYPE_WIDGET)

enum { PROP_CHILD = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
stroke (cairo_t *cr, const GdkRGBA *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
  cairo_stroke (cr);
}

static void
stn_countdown_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StnCountdownRing *self = STN_COUNTDOWN_RING (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double size = MIN (width, height), thick = size * THICK, radius = (size - thick) / 2;
  GdkRGBA ground = stn_palette_get (widget, "rule"), color = stn_palette_get (widget, "accent");
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_set_line_width (cr, thick);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  stroke (cr, &ground);
  if (self->left > 0) {
    cairo_arc (cr, 0, 0, radius, -G_PI / 2 + 2 * G_PI * (1 - self->left), 3 * G_PI / 2);
    stroke (cr, &color);
  }
  cairo_destroy (cr);
  if (self->child != NULL)
    gtk_widget_snapshot_child (widget, self->child, snapshot);
}

/* The corners of the child lie within the ring. */
static int
size_round (GtkWidget *child, gboolean natural)
{
  GtkRequisition least, wanted;
  double diagonal;

  gtk_widget_get_preferred_size (child, &least, &wanted);
  diagonal = natural ? hypot (wanted.width, wanted.height) : hypot (least.width, least.height);
  return (int) ceil (diagonal / (1 - 2 * THICK));
}

static void
stn_countdown_ring_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  GtkWidget *child = STN_COUNTDOWN_RING (widget)->child;

  *minimum = MAX (LEAST, child != NULL ? size_round (child, FALSE) : 0);
  *natural = MAX (NATURAL, child != NULL ? size_round (child, TRUE) : 0);
  *minimum_baseline = *natural_baseline = -1;
}

static void
stn_countdown_ring_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = STN_COUNTDOWN_RING (widget)->child;
  GtkRequisition wanted;
  GtkAllocation place;

  if (child == NULL)
    return;
  gtk_widget_get_preferred_size (child, NULL, &wanted);
  place = (GtkAllocation){(width - wanted.width) / 2, (height - wanted.height) / 2, wanted.width,
                          wanted.height};
  gtk_widget_size_allocate (child, &place, -1);
}

static void
stn_countdown_ring_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnCountdownRing *self = STN_COUNTDOWN_RING (object);

  if (id != PROP_CHILD) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = g_value_get_object (value);
  if (self->child != NULL)
    gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

static void
stn_countdown_ring_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHILD)
    g_value_set_object (value, STN_COUNTDOWN_RING (object)->child);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_countdown_ring_dispose (GObject *object)
{
  g_clear_pointer (&STN_COUNTDOWN_RING (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (stn_countdown_ring_parent_class)->dispose (object);
}

static void
stn_countdown_ring_class_init (StnCountdownRingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_countdown_ring_dispose;
  object_class->set_property = stn_countdown_ring_set_property;
  object_class->get_property = stn_countdown_ring_get_property;
  widget_class->snapshot = stn_countdown_ring_snapshot;
  widget_class->measure = stn_countdown_ring_measure;
  widget_class->size_allocate = stn_countdown_ring_size_allocate;

  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "countdownring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
stn_countdown_ring_init (StnCountdownRing *self)
{
  self->left = 1;
}

void
stn_countdown_ring_set_left (StnCountdownRing *self, double left)
{
  g_return_if_fail (STN_IS_COUNTDOWN_RING (self));

  if (self->left == left)
    return;
  self->left = CLAMP (left, 0, 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
