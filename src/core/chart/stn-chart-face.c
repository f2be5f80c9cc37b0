/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-chart-face.h"

PangoLayout *
stn_chart_face_layout (PangoContext *context, const char *text, gboolean bold)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font =
    pango_font_description_copy (pango_context_get_font_description (context));
  double size = pango_font_description_get_size (font) * STN_CHART_TEXT_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, (int) size);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
measure (const char *text, gboolean bold, gpointer context)
{
  g_autoptr (PangoLayout) layout = stn_chart_face_layout (context, text, bold);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

StnChartFace
stn_chart_face_of (PangoContext *context)
{
  g_autoptr (PangoLayout) layout = stn_chart_face_layout (context, "0", FALSE);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (StnChartFace){(double) height / PANGO_SCALE, measure, context};
}
