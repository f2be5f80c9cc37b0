/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-chart-legend.h"

#include "chart/stn-scene-paint.h"
#include "widgets/stn-chart-style.h"

#define SIGN 14.0

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer scene)
{
  stn_scene_paint (scene, cr, gtk_widget_get_pango_context (GTK_WIDGET (area)),
                   stn_chart_style_now ());
}

static void
style_cb (gpointer sign)
{
  gtk_widget_queue_draw (sign);
}

static void
add_key (GtkBox *box, const StnChartKey *key)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = g_object_new (GTK_TYPE_DRAWING_AREA, "content-width", (int) SIGN,
                                  "content-height", (int) SIGN, "valign", GTK_ALIGN_CENTER,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (key->words);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sign), draw_cb,
                                  stn_chart_sign_lay_out (key->sign, SIGN),
                                  (GDestroyNotify) stn_scene_free);
  stn_chart_style_follow (sign, style_cb);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "axis");
  gtk_box_append (GTK_BOX (line), sign);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (box, line);
}

void
stn_chart_legend_fill (GtkBox *box, const StnChart *chart)
{
  guint n = stn_chart_get_n_keys (chart);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL;)
    gtk_box_remove (box, child);
  for (guint i = 0; i < n; i++)
    add_key (box, stn_chart_get_key (chart, i));
  gtk_widget_set_tooltip_text (GTK_WIDGET (box), stn_chart_get_note (chart));
  gtk_widget_set_visible (GTK_WIDGET (box), n > 0);
}
