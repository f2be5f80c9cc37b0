/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-stretch-drawing.h"

#include <glib/gi18n.h>

#include "widgets/stn-figure.h"
#include "widgets/stn-palette.h"
#include "widgets/stn-text-scale.h"

/* px, of the square. */
#define LEAST 140
#define NATURAL 360

/* px, times the text scale: in a smaller square the words would lie on the figure; the text beside it says the same. */
#define WORDS_FROM 230

struct _StnStretchDrawing {
  GtkWidget parent_instance;

  const StnFigure *figure; /* NULL: nothing yet */
  gboolean is_left;
  double reach;
};

G_DEFINE_FINAL_TYPE (StnStretchDrawing, stn_stretch_drawing, GTK_TYPE_WIDGET)

static StnFigureColors
get_colors (GtkWidget *widget)
{
  return (StnFigureColors){
    .near = stn_palette_get (widget, "figure"),
    .far = stn_palette_get (widget, "figure_far"),
    .muscle = stn_palette_get (widget, "cramps"),
    .ground = stn_palette_get (widget, "rule"),
    .arrow = stn_palette_get (widget, "accent"),
  };
}

/* Words are never mirrored, and never cut off at an edge. */
static void
draw_word (StnStretchDrawing *self, GtkSnapshot *snapshot, const StnFigureCue *cue, double size)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *word = g_dpgettext2 (NULL, "picture", cue->word);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, word);
  double scale = size / STN_FIGURE_SIZE;
  double x = (self->is_left ? STN_FIGURE_SIZE - cue->at.x : cue->at.x) * scale;
  GdkRGBA color = stn_palette_get (widget, "accent");
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  x = CLAMP (x - width / 2.0, 0, MAX (size - width, 0));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (cue->at.y * scale - height * .75)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
stn_stretch_drawing_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StnStretchDrawing *self = STN_STRETCH_DRAWING (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double size = MIN (width, height);
  StnFigureColors colors = get_colors (widget);
  cairo_t *cr;

  if (self->figure == NULL || size <= 0)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT ((float) ((width - size) / 2), (float) ((height - size) / 2)));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) size, (float) size));
  if (self->is_left) {
    cairo_translate (cr, size, 0);
    cairo_scale (cr, -1, 1);
  }
  cairo_scale (cr, size / STN_FIGURE_SIZE, size / STN_FIGURE_SIZE);
  stn_figure_draw (self->figure, cr, self->reach, &colors);
  cairo_destroy (cr);
  if (size < WORDS_FROM * stn_text_scale (widget)) {
    gtk_snapshot_restore (snapshot);
    return;
  }
  for (const StnFigureCue *cue = stn_figure_list_cues (self->figure); cue->word != NULL; cue++)
    draw_word (self, snapshot, cue, size);
  gtk_snapshot_restore (snapshot);
}

static void
stn_stretch_drawing_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = LEAST;
  *natural = orientation == GTK_ORIENTATION_VERTICAL && for_size > 0
               ? CLAMP (for_size, LEAST, NATURAL)
               : NATURAL;
  *minimum_baseline = *natural_baseline = -1;
}

static GtkSizeRequestMode
stn_stretch_drawing_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
stn_stretch_drawing_class_init (StnStretchDrawingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = stn_stretch_drawing_snapshot;
  widget_class->measure = stn_stretch_drawing_measure;
  widget_class->get_request_mode = stn_stretch_drawing_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "stretchdrawing");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
stn_stretch_drawing_init (StnStretchDrawing *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
stn_stretch_drawing_show (StnStretchDrawing *self, const char *exercise, gboolean is_left)
{
  g_return_if_fail (STN_IS_STRETCH_DRAWING (self) && exercise != NULL);

  self->figure = stn_figure_get (exercise);
  self->is_left = is_left;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
stn_stretch_drawing_set_reach (StnStretchDrawing *self, double reach)
{
  g_return_if_fail (STN_IS_STRETCH_DRAWING (self));

  if (self->reach == reach)
    return;
  self->reach = reach;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
