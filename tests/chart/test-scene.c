/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-cases.h"

#include "chart/stn-chart-colors.h"
#include "chart/stn-chart-file.h"

#include <math.h>
#include <string.h>

/* The colour of each ink that is used, in each style: what is laid out is the same in all of them. */
static void
append_colors (GString *text, const StnScene *scene, StnChartStyle first, StnChartStyle last)
{
  static const char *const names[] = {"light", "dark", "light-contrast", "dark-contrast", "print"};
  gboolean used[STN_N_INKS] = {FALSE};

  for (guint i = 0; i < stn_scene_get_n_shapes (scene); i++)
    used[stn_scene_get_shape (scene, i)->ink] = TRUE;
  for (StnChartStyle style = first; style <= last; style++) {
    g_string_append (text, names[style]);
    for (StnInk ink = 0; ink < STN_N_INKS; ink++)
      if (used[ink]) {
        StnChartColor color = stn_chart_color (ink, style);

        g_string_append_printf (text, " %02lx%02lx%02lx", lround (color.red * 255),
                                lround (color.green * 255), lround (color.blue * 255));
      }
    g_string_append_c (text, '\n');
  }
}

static void
assert_as_kept (const char *name, const char *look, const char *dump)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_strdup_printf ("%s%s.txt", name, look);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "charts", file, NULL);
  g_autofree char *kept = NULL;

  if (g_getenv ("STN_KEEP") != NULL)
    g_file_set_contents (path, dump, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &kept, NULL, &error);
  g_assert_no_error (error);
  if (strcmp (dump, kept) != 0)
    g_error ("%s is not laid out as it was", file);
}

static char *
dump_of (const StnScene *scene, StnChartStyle first, StnChartStyle last)
{
  GString *text = g_string_new (NULL);
  g_autofree char *shapes = stn_scene_dump (scene);

  append_colors (text, scene, first, last);
  g_string_append (text, shapes);
  return g_string_free (text, FALSE);
}

/* The whole layout of every chart, as it was looked at: lines, boxes, words and values with their places, on the screen
 * (light, dark and in high contrast), from right to left, and in print. To look at new ones: STN_KEEP=1 with
 * G_TEST_SRCDIR of the sources writes them anew. */
static void
test_layout (gconstpointer data)
{
  const ChartCase *self = data;
  StnChartFace face = chart_cases_face ();
  g_autoptr (StnScene) scene = chart_case_lay_out (self, &face, self->width, FALSE);
  g_autoptr (StnScene) mirrored = chart_case_lay_out (self, &face, self->width, TRUE);
  g_autoptr (StnScene) print = chart_case_print (self, &face);
  g_autofree char *dump = dump_of (scene, STN_CHART_LIGHT, STN_CHART_DARK_CONTRAST);
  g_autofree char *mirrored_dump = dump_of (mirrored, STN_CHART_LIGHT, STN_CHART_DARK_CONTRAST);
  g_autofree char *print_dump = dump_of (print, STN_CHART_PRINT, STN_CHART_PRINT);

  assert_as_kept (self->name, "", dump);
  assert_as_kept (self->name, "-mirrored", mirrored_dump);
  assert_as_kept (self->name, "-print", print_dump);
}

static StnScene *
lay_out (const char *name, double width)
{
  StnChartFace face = chart_cases_face ();

  return chart_case_lay_out (chart_cases_find (name), &face, width, FALSE);
}

/* Nothing is drawn outside of the picture, at no width. */
static void
test_inside (void)
{
  for (guint i = 0; chart_cases_get (i) != NULL; i++)
    for (double width = 240; width <= 1200; width += 60) {
      g_autoptr (StnScene) scene = lay_out (chart_cases_get (i)->name, width);

      for (guint j = 0; j < stn_scene_get_n_shapes (scene); j++) {
        const StnShape *shape = stn_scene_get_shape (scene, j);

        if (shape->kind == STN_SHAPE_TEXT)
          continue;
        g_assert_cmpfloat (MIN (shape->x, shape->x + shape->width), >=, -6);
        g_assert_cmpfloat (MAX (shape->x, shape->x + shape->width), <=, width + 6);
        g_assert_cmpfloat (MIN (shape->y, shape->y + shape->height), >=, -1);
        g_assert_cmpfloat (MAX (shape->y, shape->y + shape->height), <=,
                           stn_scene_get_height (scene) + 6);
      }
    }
}

static double
left_of (const StnShape *text)
{
  double width = (double) g_utf8_strlen (text->text, -1) * 6;

  return text->anchor == STN_ANCHOR_RIGHT ? text->x - width : text->x;
}

/* The words of a mark lie inside the picture and never upon its symbol, however narrow it is. */
static void
test_marks_fit (void)
{
  for (double width = 160; width <= 1200; width += 20) {
    g_autoptr (StnScene) scene = lay_out ("year", width);
    guint words = 0;

    for (guint i = 0; i < stn_scene_get_n_shapes (scene); i++) {
      const StnShape *text = stn_scene_get_shape (scene, i);

      if (text->kind != STN_SHAPE_TEXT || text->ink != STN_INK_MARK)
        continue;
      double left = left_of (text), right = left + (double) g_utf8_strlen (text->text, -1) * 6;
      g_assert_cmpfloat (left, >=, -.5);
      g_assert_cmpfloat (right, <=, width + .5);
      words++;
      for (guint j = 0; j < stn_scene_get_n_shapes (scene); j++) {
        const StnShape *symbol = stn_scene_get_shape (scene, j);

        if (symbol->ink == STN_INK_MARK && symbol->kind >= STN_SHAPE_SQUARE &&
            symbol->kind <= STN_SHAPE_CROSS && symbol->y >= text->y &&
            symbol->y < text->y + text->height)
          g_assert_true (right <= symbol->x || left >= symbol->x + symbol->width);
      }
    }
    g_assert_cmpuint (words, >=, 4);
  }
}

/* Twice mirrored is what it was; once is not. */
static void
test_mirror (void)
{
  g_autoptr (StnScene) scene = lay_out ("year", 740);
  g_autofree char *before = stn_scene_dump (scene);

  stn_scene_mirror (scene);
  g_autofree char *once = stn_scene_dump (scene);
  g_assert_cmpstr (once, !=, before);
  stn_scene_mirror (scene);
  g_autofree char *twice = stn_scene_dump (scene);
  g_assert_cmpstr (twice, ==, before);
}

/* Every value is found where it is drawn, and none outside of the plot. */
static void
test_find_value (void)
{
  for (guint i = 0; chart_cases_get (i) != NULL; i++) {
    g_autoptr (StnScene) scene = lay_out (chart_cases_get (i)->name, 5000);
    guint found = G_MAXUINT;

    for (guint j = 0; j < stn_scene_get_n_values (scene); j++) {
      const StnSceneValue *value = stn_scene_get_value (scene, j);

      g_assert_true (
        stn_scene_find_value (scene, value->x, MIN (value->y, value->bottom - 1), &found));
      g_assert_cmpfloat (stn_scene_get_value (scene, found)->x, ==, value->x);
    }
    g_assert_false (stn_scene_find_value (scene, -1, 50, &found));
  }
}

/* Fifty years of weeks: as many shapes as pixels allow, and the one great week among 2600 is there. */
static void
test_every_extreme (void)
{
  g_autoptr (StnScene) scene = lay_out ("fifty-years", 740);
  g_autoptr (StnScene) year = lay_out ("year", 740);
  double highest = G_MAXDOUBLE, second = G_MAXDOUBLE;

  g_assert_cmpuint (stn_scene_get_n_shapes (scene), <=, 4 * 740 + 60);
  g_assert_cmpuint (stn_scene_get_n_values (scene), ==, 2600);
  for (guint i = 0; i < stn_scene_get_n_shapes (scene); i++) {
    const StnShape *shape = stn_scene_get_shape (scene, i);

    if (shape->kind != STN_SHAPE_LINE || shape->ink != STN_INK_CRAMPS)
      continue;
    double top = MIN (shape->y, shape->y + shape->height);
    if (top < highest) {
      second = highest;
      highest = top;
    } else if (top > highest) {
      second = MIN (second, top);
    }
  }
  g_assert_cmpfloat (highest, <, second - 20);
}

/* WCAG 2.1: 4.5:1 for words (1.4.3), 3:1 for what must be seen (1.4.11), on the chart's paper in each style; 7:1 and 4.5:1
 * in high contrast (1.4.6). What is drawn upon a pale fill stands out from that too. */
static void
test_contrast (void)
{
  static const StnInk words[] = {STN_INK_INK, STN_INK_QUIET, STN_INK_MARK};
  static const StnInk drawn[] = {STN_INK_CRAMPS,    STN_INK_CRAMPS_EDGE, STN_INK_NONE,
                                 STN_INK_NONE_EDGE, STN_INK_GAP,         STN_INK_MARK};
  static const StnInk upon[][2] = {{STN_INK_CRAMPS, STN_INK_CRAMPS_PALE},
                                   {STN_INK_NONE, STN_INK_NONE_PALE},
                                   {STN_INK_QUIET, STN_INK_QUIET_PALE}};

  for (StnChartStyle style = STN_CHART_LIGHT; style < STN_N_CHART_STYLES; style++) {
    StnChartColor paper = stn_chart_color (STN_INK_PAPER, style);
    gboolean is_high = style == STN_CHART_LIGHT_CONTRAST || style == STN_CHART_DARK_CONTRAST;

    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      g_assert_cmpfloat (stn_chart_contrast (stn_chart_color (words[i], style), paper), >=,
                         is_high ? 6.5 : 4.5);
    for (guint i = 0; i < G_N_ELEMENTS (drawn); i++)
      g_assert_cmpfloat (stn_chart_contrast (stn_chart_color (drawn[i], style), paper), >=,
                         is_high ? 4.5 : 3);
    for (guint i = 0; i < G_N_ELEMENTS (upon); i++)
      g_assert_cmpfloat (stn_chart_contrast (stn_chart_color (upon[i][0], style),
                                             stn_chart_color (upon[i][1], style)),
                         >=, 3);
  }
}

/* As somebody without green cones sees it: Machado, Oliveira, Fernandes 2009 (IEEE TVCG 15, 1291), table 1, severity 1. */
static StnChartColor
without_green (StnChartColor color)
{
  return (StnChartColor){.367322 * color.red + .860646 * color.green - .227968 * color.blue,
                         .280085 * color.red + .672501 * color.green + .047413 * color.blue,
                         -.011820 * color.red + .042940 * color.green + .968881 * color.blue};
}

/* The two series and the mark stay apart without green, and so do full and pale; shape and dash differ besides. */
static void
test_without_green (void)
{
  static const StnInk pairs[][2] = {{STN_INK_CRAMPS, STN_INK_NONE},
                                    {STN_INK_CRAMPS, STN_INK_MARK},
                                    {STN_INK_CRAMPS, STN_INK_CRAMPS_PALE},
                                    {STN_INK_NONE, STN_INK_NONE_PALE},
                                    {STN_INK_CRAMPS_PALE, STN_INK_NONE_PALE}};

  for (StnChartStyle style = STN_CHART_LIGHT; style < STN_N_CHART_STYLES; style++)
    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
      StnChartColor a = without_green (stn_chart_color (pairs[i][0], style));
      StnChartColor b = without_green (stn_chart_color (pairs[i][1], style));

      g_assert_cmpfloat (hypot (hypot (a.red - b.red, a.green - b.green), a.blue - b.blue), >, .15);
    }
}

/* Each sign of a legend is another shape or dash, not only another colour. */
static void
test_signs_differ_in_shape (void)
{
  for (StnChartSign one = STN_SIGN_POINT; one <= STN_SIGN_NOT_RECORDED; one++)
    for (StnChartSign other = STN_SIGN_POINT; other < one; other++) {
      g_autoptr (StnScene) a = stn_chart_sign_lay_out (one, 14);
      g_autoptr (StnScene) b = stn_chart_sign_lay_out (other, 14);
      g_autofree char *first = stn_scene_dump (a), *second = stn_scene_dump (b);
      g_autoptr (GRegex) inks =
        g_regex_new (" (cramps|none|gap|quiet|ink|mark)(-pale|-edge)?\\b", 0, 0, NULL);
      g_autofree char *shape = g_regex_replace_literal (inks, first, -1, 0, "", 0, NULL);
      g_autofree char *other_shape = g_regex_replace_literal (inks, second, -1, 0, "", 0, NULL);

      g_assert_cmpstr (shape, !=, other_shape);
    }
}

/* The known ones of WCAG: black on white, and a grey. */
static void
test_contrast_formula (void)
{
  g_assert_cmpfloat_with_epsilon (
    stn_chart_contrast ((StnChartColor){0, 0, 0}, (StnChartColor){1, 1, 1}), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (
    stn_chart_contrast ((StnChartColor){0x77 / 255.0, 0x77 / 255.0, 0x77 / 255.0},
                        (StnChartColor){1, 1, 1}),
    4.48, .005);
}

static void
test_files (void)
{
  static const char *const magic[] = {"\x89PNG", "<?xml", "%PDF"};
  PangoContext *context = stn_chart_font_context ("Cantarell", 11);
  StnChartFace face = stn_chart_face_of (context);
  g_autoptr (StnScene) scene = chart_case_print (chart_cases_find ("year"), &face);

  for (StnChartFormat format = STN_CHART_PNG; format <= STN_CHART_PDF; format++) {
    g_autoptr (GBytes) bytes = stn_chart_file (scene, context, STN_CHART_PRINT, format);
    g_autoptr (GBytes) again = stn_chart_file (scene, context, STN_CHART_PRINT, format);
    gsize size;
    const char *data = g_bytes_get_data (bytes, &size);

    g_assert_cmpuint (size, >, 1000);
    g_assert_cmpint (strncmp (data, magic[format], strlen (magic[format])), ==, 0);
    g_assert_null (memmem (data, size, g_get_user_name (), strlen (g_get_user_name ())));
    if (format == STN_CHART_PNG)
      g_assert_true (g_bytes_equal (bytes, again));
  }
  g_object_unref (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; chart_cases_get (i) != NULL; i++) {
    if (g_str_equal (chart_cases_get (i)->name, "fifty-years")) /* has a test of its own */
      continue;
    g_autofree char *path = g_strconcat ("/chart/layout/", chart_cases_get (i)->name, NULL);

    g_test_add_data_func (path, chart_cases_get (i), test_layout);
  }
  g_test_add_func ("/chart/scene/nothing-is-drawn-outside", test_inside);
  g_test_add_func ("/chart/course/words-of-marks-fit", test_marks_fit);
  g_test_add_func ("/chart/scene/mirror", test_mirror);
  g_test_add_func ("/chart/scene/every-value-is-found", test_find_value);
  g_test_add_func ("/chart/course/every-extreme-is-kept", test_every_extreme);
  g_test_add_func ("/chart/colors/contrast", test_contrast);
  g_test_add_func ("/chart/colors/apart-without-green", test_without_green);
  g_test_add_func ("/chart/key/signs-differ-in-shape", test_signs_differ_in_shape);
  g_test_add_func ("/chart/colors/contrast-formula", test_contrast_formula);
  g_test_add_func ("/chart/file/three-formats", test_files);
  return g_test_run ();
}
