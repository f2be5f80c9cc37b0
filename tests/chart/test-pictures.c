/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-cases.h"

#include "chart/stn-chart-colors.h"
#include "chart/stn-chart-face.h"
#include "chart/stn-chart-file.h"
#include "chart/stn-scene-paint.h"

#include <cairo.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/*
 * Every chart as it was looked at, pixel by pixel: light, dark, from right to left, and as it is printed. Layouts do not
 * depend on a font (chart_cases_face()); words are painted in Cantarell of Debian 12, without hinting, in grey. Where
 * Cantarell is another one, or what draws its letters (in Debian 13 they are as wide and have other edges): of words it
 * is then asked that there is about as much ink in the same places, of all else that it is the same.
 *
 * STN_KEEP=1 with G_TEST_SRCDIR of the sources writes them anew.
 */

#define FONT "Cantarell"
#define POINTS 11.0
#define PROBE "Hamburgefonstiv 0123456789"
#define PROBE_WIDTH 200
#define PROBE_HEIGHT 40
/* Of one channel: more than rounding makes. */
#define TOLERANCE 24
/* Of the pixels: edges that fall between two. */
#define SHARE .002
/* Of the ink of a word, where the font is another one. */
#define LEAST_INK .4
#define MOST_INK 2.5

static const char *const looks[] = {"", "-dark", "-mirrored", "-print"};

static StnChartStyle
style_of (guint look)
{
  return look == 1 ? STN_CHART_DARK : look == 3 ? STN_CHART_PRINT : STN_CHART_LIGHT;
}

static StnScene *
lay_out (const ChartCase *self, guint look)
{
  StnChartFace face = chart_cases_face ();

  return look == 3 ? chart_case_print (self, &face)
                   : chart_case_lay_out (self, &face, self->width, look == 2);
}

static cairo_surface_t *
paint (const StnScene *scene, StnChartStyle style)
{
  PangoContext *context = stn_chart_font_context (FONT, POINTS);
  StnChartColor paper = stn_chart_color (STN_INK_PAPER, style);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (stn_scene_get_width (scene)),
                                (int) ceil (stn_scene_get_height (scene)));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
  cairo_paint (cr);
  stn_scene_paint (scene, cr, context, style);
  cairo_destroy (cr);
  g_object_unref (context);
  cairo_surface_flush (surface);
  return surface;
}

static int
channel (cairo_surface_t *surface, int x, int y, int shift)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  guint32 pixel;

  memcpy (&pixel, data + y * cairo_image_surface_get_stride (surface) + x * 4, sizeof pixel);
  return (int) (pixel >> shift & 0xff);
}

static gboolean
is_same (cairo_surface_t *a, cairo_surface_t *b, int x, int y)
{
  for (int shift = 0; shift <= 16; shift += 8)
    if (ABS (channel (a, x, y, shift) - channel (b, x, y, shift)) > TOLERANCE)
      return FALSE;
  return TRUE;
}

/* Where a word may be, widely: other letters are wider. */
static gboolean
is_word (const StnScene *scene, double x, double y)
{
  for (guint i = 0; i < stn_scene_get_n_shapes (scene); i++) {
    const StnShape *shape = stn_scene_get_shape (scene, i);

    if (shape->kind != STN_SHAPE_TEXT)
      continue;
    double length = (double) g_utf8_strlen (shape->text, -1) * 10, left = shape->x;
    if (shape->turned) {
      if (x >= shape->x - 4 && x <= shape->x + shape->width + 4 && y >= shape->y - length / 4 &&
          y <= shape->y + shape->height + length / 4)
        return TRUE;
      continue;
    }
    left -= shape->anchor == STN_ANCHOR_LEFT     ? 2
            : shape->anchor == STN_ANCHOR_MIDDLE ? length / 2
                                                 : length;
    if (x >= left && x <= left + length + 2 && y >= shape->y - 4 &&
        y <= shape->y + shape->height + 4)
      return TRUE;
  }
  return FALSE;
}

/* How far the pixel is from paper, 0-1. */
static double
ink_at (cairo_surface_t *surface, int x, int y, StnChartStyle style)
{
  StnChartColor paper = stn_chart_color (STN_INK_PAPER, style);

  return fabs (channel (surface, x, y, 8) / 255.0 - paper.green);
}

/*
 * compare: whether @is is the picture that @kept is. @scene: what should be on it, for where its words are.
 * @same_font: letters must be the same, too.
 */
static gboolean
compare (cairo_surface_t *is,
         cairo_surface_t *kept,
         const StnScene *scene,
         StnChartStyle style,
         gboolean same_font)
{
  int width = cairo_image_surface_get_width (kept), height = cairo_image_surface_get_height (kept);
  double ink = 0, kept_ink = 0;
  int wrong = 0;

  if (cairo_image_surface_get_width (is) != width || cairo_image_surface_get_height (is) != height)
    return FALSE;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++) {
      gboolean same = is_same (is, kept, x, y);

      if (!same_font && is_word (scene, x, y)) {
        ink += ink_at (is, x, y, style);
        kept_ink += ink_at (kept, x, y, style);
      } else if (!same) {
        wrong++;
      }
    }
  if (wrong > SHARE * width * height)
    return FALSE;
  return kept_ink == 0 ? ink == 0 : ink / kept_ink > LEAST_INK && ink / kept_ink < MOST_INK;
}

static char *
fixture (const char *file)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", "chart-pictures", file, NULL);
}

static char *
path_of (const ChartCase *self, guint look)
{
  g_autofree char *file = g_strdup_printf ("%s%s.png", self->name, looks[look]);

  return fixture (file);
}

/* Letters alone, plain and bold, drawn by no code of charts. */
static cairo_surface_t *
paint_probe (void)
{
  PangoContext *context = stn_chart_font_context (FONT, POINTS);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, PROBE_WIDTH, PROBE_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  for (int bold = FALSE; bold <= TRUE; bold++) {
    g_autoptr (PangoLayout) layout = stn_chart_face_layout (context, PROBE, bold);

    cairo_move_to (cr, 0, bold * PROBE_HEIGHT / 2);
    pango_cairo_show_layout (cr, layout);
  }
  cairo_destroy (cr);
  g_object_unref (context);
  cairo_surface_flush (surface);
  return surface;
}

/* Whether letters are those that the pictures were painted with. */
static gboolean
is_kept_font (void)
{
  g_autofree char *path = fixture ("letters.png");
  cairo_surface_t *is = paint_probe ();
  int wrong = 0;

  if (g_getenv ("STN_KEEP") != NULL)
    g_assert_cmpint (cairo_surface_write_to_png (is, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_t *kept = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (kept), ==, CAIRO_STATUS_SUCCESS);
  for (int y = 0; y < PROBE_HEIGHT; y++)
    for (int x = 0; x < PROBE_WIDTH; x++)
      wrong += !is_same (is, kept, x, y);
  g_test_message ("%d of the letters' pixels are others than in the pictures", wrong);
  cairo_surface_destroy (kept);
  cairo_surface_destroy (is);
  return wrong == 0;
}

static void
test_pictures (gconstpointer data)
{
  const ChartCase *self = data;
  gboolean same_font = is_kept_font ();

  for (guint look = 0; look < G_N_ELEMENTS (looks); look++) {
    g_autoptr (StnScene) scene = lay_out (self, look);
    g_autofree char *path = path_of (self, look);
    cairo_surface_t *is = paint (scene, style_of (look));

    if (g_getenv ("STN_KEEP") != NULL)
      g_assert_cmpint (cairo_surface_write_to_png (is, path), ==, CAIRO_STATUS_SUCCESS);
    cairo_surface_t *kept = cairo_image_surface_create_from_png (path);
    g_assert_cmpint (cairo_surface_status (kept), ==, CAIRO_STATUS_SUCCESS);
    if (!compare (is, kept, scene, style_of (look), same_font))
      g_error ("%s%s is not drawn as it was", self->name, looks[look]);
    cairo_surface_destroy (kept);
    cairo_surface_destroy (is);
  }
}

/* Renderers that are broken: what they do to a scene before it is painted. */

static StnScene *
copy_but (const StnScene *scene, gboolean (*change) (StnShape *shape))
{
  StnScene *copy = stn_scene_new (stn_scene_get_width (scene), stn_scene_get_height (scene));

  for (guint i = 0; i < stn_scene_get_n_shapes (scene); i++) {
    StnShape shape = *stn_scene_get_shape (scene, i);

    if (change (&shape))
      stn_scene_add (copy, &shape);
  }
  return copy;
}

static gboolean
forgets_gaps (StnShape *shape)
{
  return shape->kind != STN_SHAPE_HATCH;
}

static gboolean
forgets_intervals (StnShape *shape)
{
  return shape->ink != STN_INK_CRAMPS_PALE && shape->ink != STN_INK_CRAMPS_EDGE;
}

static gboolean
forgets_words (StnShape *shape)
{
  return shape->kind != STN_SHAPE_TEXT;
}

static gboolean
joins_no_points (StnShape *shape)
{
  return shape->kind != STN_SHAPE_LINE || shape->ink != STN_INK_CRAMPS;
}

static gboolean
moves_two_pixels (StnShape *shape)
{
  shape->x += 2;
  return TRUE;
}

static gboolean
fills_open_circles (StnShape *shape)
{
  if (shape->kind == STN_SHAPE_RING)
    shape->kind = STN_SHAPE_DISC;
  return TRUE;
}

static gboolean
mixes_colors (StnShape *shape)
{
  if (shape->ink == STN_INK_CRAMPS)
    shape->ink = STN_INK_NONE;
  return TRUE;
}

/* Each of them fails, also where only another font is there to compare with. */
static void
test_broken_renderers (void)
{
  static const struct {
    const char *name;
    gboolean (*change) (StnShape *shape);
  } broken[] = {
    {"forgets gaps", forgets_gaps},         {"forgets intervals", forgets_intervals},
    {"forgets words", forgets_words},       {"joins no points", joins_no_points},
    {"moves two pixels", moves_two_pixels}, {"mixes colours", mixes_colors}};
  const ChartCase *year = chart_cases_find ("year");
  g_autoptr (StnScene) scene = lay_out (year, 0);
  g_autofree char *path = path_of (year, 0);
  cairo_surface_t *kept = cairo_image_surface_create_from_png (path);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    for (gboolean same_font = FALSE; same_font <= TRUE; same_font++) {
      g_autoptr (StnScene) other = copy_but (scene, broken[i].change);
      cairo_surface_t *is = paint (other, STN_CHART_LIGHT);

      if (compare (is, kept, scene, STN_CHART_LIGHT, same_font))
        g_error ("a renderer that %s is not noticed", broken[i].name);
      cairo_surface_destroy (is);
    }
  cairo_surface_t *dark = paint (scene, STN_CHART_DARK);
  g_assert_false (compare (dark, kept, scene, STN_CHART_LIGHT, FALSE));
  cairo_surface_destroy (dark);
  cairo_surface_destroy (kept);
}

/* The layout of a broken one is another, too: nights that were not recorded joined as if they were. */
static void
test_broken_layout (void)
{
  const ChartCase *year = chart_cases_find ("year");
  g_autoptr (StnScene) scene = lay_out (year, 0);
  g_autoptr (StnScene) other = copy_but (scene, fills_open_circles);
  g_autoptr (StnScene) gone = copy_but (scene, forgets_gaps);
  g_autofree char *is = stn_scene_dump (scene), *filled = stn_scene_dump (other);
  g_autofree char *without = stn_scene_dump (gone);

  g_assert_cmpstr (is, !=, filled);
  g_assert_cmpstr (is, !=, without);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; chart_cases_get (i) != NULL; i++) {
    g_autofree char *path = g_strconcat ("/chart/pictures/", chart_cases_get (i)->name, NULL);

    g_test_add_data_func (path, chart_cases_get (i), test_pictures);
  }
  g_test_add_func ("/chart/pictures/broken-renderers-fail", test_broken_renderers);
  g_test_add_func ("/chart/pictures/broken-layouts-differ", test_broken_layout);
  return g_test_run ();
}
