/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-chart-legend.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "chart/stn-scene-paint.h"

#define SIGN 14.0

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer scene)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  stn_scene_paint (scene, cr, gtk_widget_get_pango_context (GTK_WIDGET (area)),
                   dark ? STN_CHART_DARK : STN_CHART_LIGHT);
}

/* Takes @scene. */
static void
add_sign (GtkBox *box, StnScene *scene, const char *words)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = g_object_new (GTK_TYPE_DRAWING_AREA, "content-width", (int) SIGN,
                                  "content-height", (int) SIGN, "valign", GTK_ALIGN_CENTER,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (words);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sign), draw_cb, scene,
                                  (GDestroyNotify) stn_scene_free);
  gtk_widget_add_css_class (label, "axis");
  gtk_box_append (GTK_BOX (line), sign);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (box, line);
}

static void
add_shape (GtkBox *box, StnShape shape, const char *words)
{
  StnScene *scene = stn_scene_new (SIGN, SIGN);
  StnShape pale = {.kind = STN_SHAPE_BOX,
                   .ink = STN_INK_CRAMPS_PALE,
                   .x = SIGN / 2 - 2.5,
                   .width = 5,
                   .height = SIGN,
                   .radius = 2.5};

  if (shape.kind == STN_SHAPE_DISC)
    stn_scene_add (scene, &pale);
  stn_scene_add (scene, &shape);
  add_sign (box, scene, words);
}

static void
add_cell (GtkBox *box, StnCellState state, const char *words)
{
  StnScene *scene = stn_scene_new (SIGN, SIGN);

  stn_calendar_chart_add_cell (scene, state, 0, 0, SIGN);
  add_sign (box, scene, words);
}

static void
fill_course (GtkBox *box, StnChart *chart)
{
  StnShape dot = {
    .kind = STN_SHAPE_DISC, .ink = STN_INK_CRAMPS, .x = 3, .y = 3, .width = 8, .height = 8};
  StnShape ring = dot,
           hatch = {.kind = STN_SHAPE_HATCH, .ink = STN_INK_GAP, .width = SIGN, .height = SIGN};

  ring.kind = STN_SHAPE_RING;
  ring.stroke = 2;
  add_shape (box, dot, _ ("With its likely range"));
  if (stn_chart_get_course (chart)->few)
    add_shape (box, ring, _ ("Fewer than 5 nights"));
  add_shape (box, hatch, _ ("Not recorded"));
}

static void
fill_calendar (GtkBox *box)
{
  add_cell (box, STN_CELL_NO_CRAMPS, _ ("No cramps"));
  add_cell (box, STN_CELL_MILD, _ ("Mild"));
  add_cell (box, STN_CELL_MEDIUM, _ ("Medium, or not said"));
  add_cell (box, STN_CELL_SEVERE, _ ("Severe"));
  add_cell (box, STN_CELL_NOT_RECORDED, _ ("Not recorded"));
}

void
stn_chart_legend_fill (GtkBox *box, StnChart *chart)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL;)
    gtk_box_remove (box, child);
  switch (stn_chart_get_form (chart)) {
  case STN_CHART_FORM_COURSE:
    fill_course (box, chart);
    break;
  case STN_CHART_FORM_CALENDAR:
    fill_calendar (box);
    break;
  case STN_CHART_FORM_BARS:
    break;
  }
  gtk_widget_set_visible (GTK_WIDGET (box), gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL);
}
