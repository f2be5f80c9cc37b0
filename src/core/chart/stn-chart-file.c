/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-chart-file.h"

#include "chart/stn-scene-paint.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <pango/pangocairo.h>

#define DOTS_PER_INCH 96.0
#define POINTS_PER_INCH 72.0
#define PNG_SCALE 2

PangoContext *
stn_chart_font_context (const char *family, double points)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  /* The same places of letters on every screen and page. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, DOTS_PER_INCH);
  cairo_font_options_destroy (options);
  pango_font_description_set_family (font, family);
  pango_font_description_set_size (font, (int) lround (points * PANGO_SCALE));
  pango_context_set_font_description (context, font);
  return context;
}

static cairo_status_t
append (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
new_surface (const StnScene *scene, StnChartFormat format, GByteArray *bytes, double *ret_scale)
{
  double width = stn_scene_get_width (scene), height = stn_scene_get_height (scene);

  switch (format) {
  case STN_CHART_PNG:
    *ret_scale = PNG_SCALE;
    return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * PNG_SCALE),
                                       (int) ceil (height * PNG_SCALE));
  case STN_CHART_SVG:
    *ret_scale = 1;
    return cairo_svg_surface_create_for_stream (append, bytes, width, height);
  case STN_CHART_PDF:
    *ret_scale = POINTS_PER_INCH / DOTS_PER_INCH;
    return cairo_pdf_surface_create_for_stream (append, bytes, width * *ret_scale,
                                                height * *ret_scale);
  }
  g_assert_not_reached ();
}

GBytes *
stn_chart_file (const StnScene *scene,
                PangoContext *context,
                StnChartStyle style,
                StnChartFormat format)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  StnChartColor paper = stn_chart_color (STN_INK_PAPER, style);
  double scale;
  cairo_surface_t *surface = new_surface (scene, format, bytes, &scale);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
  cairo_paint (cr);
  stn_scene_paint (scene, cr, context, style);
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  if (format == STN_CHART_PNG && status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status == CAIRO_STATUS_SUCCESS ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes))
                                        : NULL;
}
