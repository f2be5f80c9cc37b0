/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-glyph.h"

#include <math.h>

#include "widgets/stn-palette.h"
#include "widgets/stn-text-scale.h"

struct _StnGlyph {
  GtkWidget parent_instance;

  StnGlyphKind kind;
  guint count;
  int size;
};

G_DEFINE_FINAL_TYPE (StnGlyph, stn_glyph, GTK_TYPE_WIDGET)

enum { PROP_KIND = 1, PROP_COUNT, PROP_SIZE, N_PROPS };
static GParamSpec *props[N_PROPS];

GType
stn_glyph_kind_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type)) {
    static const GEnumValue values[] = {
      {STN_GLYPH_GAP, "STN_GLYPH_GAP", "gap"},
      {STN_GLYPH_ASK, "STN_GLYPH_ASK", "ask"},
      {STN_GLYPH_TICK, "STN_GLYPH_TICK", "tick"},
      {STN_GLYPH_CRAMPS, "STN_GLYPH_CRAMPS", "cramps"},
      {STN_GLYPH_USUAL, "STN_GLYPH_USUAL", "usual"},
      {STN_GLYPH_DOT, "STN_GLYPH_DOT", "dot"},
      {0, NULL, NULL},
    };

    g_once_init_leave (&type, g_enum_register_static ("StnGlyphKind", values));
  }
  return type;
}

/* All shapes are drawn in a box of 24 units around the middle. */
static void
draw_bolt (cairo_t *cr)
{
  static const double points[][2] = {{2.4, -7.4}, {-4.6, 1.4}, {-.4, 1.4},
                                     {-2.2, 7.4}, {4.8, -1.6}, {.6, -1.6}};

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    cairo_line_to (cr, points[i][0], points[i][1]);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_tick (cairo_t *cr, double width)
{
  cairo_move_to (cr, -4.6, .4);
  cairo_line_to (cr, -1.4, 3.8);
  cairo_line_to (cr, 4.8, -3.4);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

/* The family is the widget's; the size is bound to the disc. */
static void
draw_text (StnGlyph *self, cairo_t *cr, const char *text, double height)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoFontDescription *font = pango_font_description_copy (
    pango_context_get_font_description (pango_layout_get_context (layout)));
  PangoRectangle ink;

  pango_font_description_set_absolute_size (font, height * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  cairo_move_to (cr, -(ink.x + ink.width / 2.0), -(ink.y + ink.height / 2.0));
  pango_cairo_show_layout (cr, layout);
}

static void
draw_ring (cairo_t *cr, double radius, double width)
{
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* Ten dashes all round, whatever the size. */
static void
draw_dashed_ring (cairo_t *cr, double radius, double width)
{
  double dash = 2 * G_PI * radius / 10;

  cairo_set_dash (cr, (double[]){dash * .58, dash * .42}, 2, dash * .29);
  draw_ring (cr, radius, width);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
set_color (StnGlyph *self, cairo_t *cr, const char *name)
{
  GdkRGBA color = stn_palette_get (GTK_WIDGET (self), name);

  gdk_cairo_set_source_rgba (cr, &color);
}

static void
draw_gap (StnGlyph *self, cairo_t *cr, double thin)
{
  set_color (self, cr, "gap");
  draw_dashed_ring (cr, 11 - thin / 2, thin);
  if (self->kind == STN_GLYPH_ASK)
    draw_text (self, cr, "?", 13);
}

static void
draw_ticked (StnGlyph *self, cairo_t *cr, double stroke)
{
  set_color (self, cr, "none_pale");
  cairo_arc (cr, 0, 0, 11, 0, 2 * G_PI);
  cairo_fill (cr);
  set_color (self, cr, "none");
  draw_ring (cr, 11 - stroke / 2, stroke);
  draw_tick (cr, stroke * 1.15);
}

static void
draw_cramps (StnGlyph *self, cairo_t *cr)
{
  g_autofree char *count = g_strdup_printf ("%u", self->count);

  set_color (self, cr, "cramps");
  cairo_arc (cr, 0, 0, 11.4, 0, 2 * G_PI);
  cairo_fill (cr);
  set_color (self, cr, "on_cramps");
  if (self->count >= 2)
    draw_text (self, cr, count, self->count < 10 ? 14 : 11.5);
  else
    draw_bolt (cr);
}

static void
stn_glyph_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StnGlyph *self = STN_GLYPH (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double scale = MIN (width, height) / 24.0;
  /* Lines are never thinner than 1.3 px, else they fade at 16 px. */
  double thin = MAX (1.5, 1.3 / scale);
  double stroke = MAX (1.9, 1.5 / scale);
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_scale (cr, scale, scale);
  switch (self->kind) {
  case STN_GLYPH_GAP:
  case STN_GLYPH_ASK:
    draw_gap (self, cr, thin);
    break;
  case STN_GLYPH_TICK:
    draw_ticked (self, cr, stroke);
    break;
  case STN_GLYPH_CRAMPS:
    draw_cramps (self, cr);
    break;
  case STN_GLYPH_USUAL:
    set_color (self, cr, "none");
    draw_ring (cr, 11 - stroke / 2, stroke);
    break;
  case STN_GLYPH_DOT:
    set_color (self, cr, "gap");
    cairo_arc (cr, 0, 0, MAX (1.8, 1.5 / scale), 0, 2 * G_PI);
    cairo_fill (cr);
    break;
  }
  cairo_destroy (cr);
}

static void
stn_glyph_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  /* With the text beside it, but not without end. */
  *minimum = *natural =
    (int) (STN_GLYPH (widget)->size * CLAMP (stn_text_scale (widget), 1.0, 1.5));
}

static void
stn_glyph_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnGlyph *self = STN_GLYPH (object);

  switch (id) {
  case PROP_KIND:
    self->kind = (StnGlyphKind) g_value_get_enum (value);
    gtk_widget_queue_draw (GTK_WIDGET (self));
    break;
  case PROP_COUNT:
    self->count = g_value_get_uint (value);
    gtk_widget_queue_draw (GTK_WIDGET (self));
    break;
  case PROP_SIZE:
    self->size = g_value_get_int (value);
    gtk_widget_queue_resize (GTK_WIDGET (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_glyph_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StnGlyph *self = STN_GLYPH (object);

  switch (id) {
  case PROP_KIND:
    g_value_set_enum (value, (int) self->kind);
    break;
  case PROP_COUNT:
    g_value_set_uint (value, self->count);
    break;
  case PROP_SIZE:
    g_value_set_int (value, self->size);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_glyph_class_init (StnGlyphClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = stn_glyph_get_property;
  object_class->set_property = stn_glyph_set_property;
  widget_class->snapshot = stn_glyph_snapshot;
  widget_class->measure = stn_glyph_measure;

  props[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, STN_TYPE_GLYPH_KIND, STN_GLYPH_GAP,
                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_COUNT] =
    g_param_spec_uint ("count", NULL, NULL, 0, 999, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SIZE] =
    g_param_spec_int ("size", NULL, NULL, 12, 200, 28, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "glyph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
stn_glyph_init (StnGlyph *self)
{
  self->size = 28;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
stn_glyph_new (StnGlyphKind kind, int size)
{
  return g_object_new (STN_TYPE_GLYPH, "kind", kind, "size", size, NULL);
}

void
stn_glyph_set_kind (StnGlyph *self, StnGlyphKind kind)
{
  g_return_if_fail (STN_IS_GLYPH (self));

  g_object_set (self, "kind", kind, NULL);
}

StnGlyphKind
stn_glyph_get_kind (StnGlyph *self)
{
  g_return_val_if_fail (STN_IS_GLYPH (self), STN_GLYPH_GAP);

  return self->kind;
}

void
stn_glyph_set_night (StnGlyph *self, StnNightState state, guint count)
{
  StnGlyphKind kind = STN_GLYPH_GAP;

  g_return_if_fail (STN_IS_GLYPH (self));

  switch (state) {
  case STN_NIGHT_NOT_RECORDED:
    kind = STN_GLYPH_GAP;
    break;
  case STN_NIGHT_NO_CRAMPS:
    kind = STN_GLYPH_TICK;
    break;
  case STN_NIGHT_CRAMPS:
    kind = STN_GLYPH_CRAMPS;
    break;
  }
  g_object_set (self, "kind", kind, "count", count, NULL);
}
