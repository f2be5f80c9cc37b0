/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-night-line.h"

#include <math.h>

#include "present/stn-time-text.h"
#include "widgets/stn-glyph.h"
#include "widgets/stn-palette.h"
#include "widgets/stn-text-scale.h"

#define NOON_MIN (12 * 60)
#define DAY_MIN (24 * 60)
#define HOUR_MIN 60
#define MARGIN_MIN 30 /* to the left and right of what is shown */
/* What a night without bed times is shown as. */
#define EVENING_MIN (22 * 60)
#define MORNING_MIN (DAY_MIN + 7 * 60)
#define BAR_HEIGHT 22
#define GLYPH_SIZE 20
#define GAP 6

/* All in minutes after midnight before the night; a span that is not known has from = to. */
struct _StnNightLine {
  GtkWidget parent_instance;

  int bed_from, bed_to;
  int sleep_from, sleep_to;
  int axis_from, axis_to;
  GArray *cramps;    /* of int, in order */
  GPtrArray *glyphs; /* of StnGlyph, as many */
};

G_DEFINE_FINAL_TYPE (StnNightLine, stn_night_line, GTK_TYPE_WIDGET)

/* Before noon it is the morning after (contract of the episode's start). */
static int
minute_of_night (int minute_of_day)
{
  return minute_of_day < NOON_MIN ? minute_of_day + DAY_MIN : minute_of_day;
}

static void
take_sleep (StnNightLine *self, const StnSleep *sleep)
{
  StnOptInt asleep_from = sleep->tried_min.known ? sleep->tried_min : sleep->into_bed_min;

  self->bed_from = self->bed_to = self->sleep_from = self->sleep_to = 0;
  if (sleep->into_bed_min.known && sleep->out_of_bed_min.known) {
    self->bed_from = minute_of_night (sleep->into_bed_min.value);
    self->bed_to = minute_of_night (sleep->out_of_bed_min.value);
  }
  if (asleep_from.known && sleep->final_wake_min.known) {
    self->sleep_from =
      minute_of_night (asleep_from.value) + (sleep->asleep_min.known ? sleep->asleep_min.value : 0);
    self->sleep_to = minute_of_night (sleep->final_wake_min.value);
  }
  /* Times that contradict each other are drawn as not known. */
  if (self->bed_to <= self->bed_from)
    self->bed_from = self->bed_to = 0;
  if (self->sleep_to <= self->sleep_from)
    self->sleep_from = self->sleep_to = 0;
}

static int
compare_minutes (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
take_cramps (StnNightLine *self, const GPtrArray *episodes)
{
  g_array_set_size (self->cramps, 0);
  for (guint i = 0; i < episodes->len; i++) {
    const StnEpisode *episode = g_ptr_array_index (episodes, i);
    int minute = minute_of_night (episode->start_min.value);

    if (episode->start_min.known && episode->by_day != STN_ANSWER_YES)
      g_array_append_val (self->cramps, minute);
  }
  g_array_sort (self->cramps, compare_minutes);
  g_ptr_array_set_size (self->glyphs, 0);
  for (guint i = 0; i < self->cramps->len; i++) {
    GtkWidget *glyph = stn_glyph_new (STN_GLYPH_CRAMPS, GLYPH_SIZE);

    gtk_widget_set_parent (glyph, GTK_WIDGET (self));
    g_ptr_array_add (self->glyphs, glyph);
  }
}

static void
widen (StnNightLine *self, int from, int to)
{
  if (self->axis_to == 0) {
    self->axis_from = from;
    self->axis_to = to;
  }
  self->axis_from = MIN (self->axis_from, from);
  self->axis_to = MAX (self->axis_to, to);
}

/* Whole hours round all that is known; FALSE when nothing is. */
static gboolean
find_axis (StnNightLine *self)
{
  self->axis_from = self->axis_to = 0;
  if (self->bed_to > 0)
    widen (self, self->bed_from, self->bed_to);
  if (self->sleep_to > 0)
    widen (self, self->sleep_from, self->sleep_to);
  for (guint i = 0; i < self->cramps->len; i++)
    widen (self, g_array_index (self->cramps, int, i), g_array_index (self->cramps, int, i));
  if (self->axis_to == 0)
    return FALSE;
  if (self->bed_to == 0)
    widen (self, EVENING_MIN + MARGIN_MIN, MORNING_MIN - MARGIN_MIN);
  self->axis_from = (self->axis_from - MARGIN_MIN) / HOUR_MIN * HOUR_MIN;
  self->axis_to = (self->axis_to + MARGIN_MIN + HOUR_MIN - 1) / HOUR_MIN * HOUR_MIN;
  return TRUE;
}

gboolean
stn_night_line_set_night (StnNightLine *self, const StnNight *night)
{
  g_return_val_if_fail (STN_IS_NIGHT_LINE (self), FALSE);

  take_sleep (self, &night->sleep);
  take_cramps (self, night->episodes);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return find_axis (self);
}

static int
line_height (StnNightLine *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* Pictures grow with the text. */
static int
scaled (StnNightLine *self, int px)
{
  return (int) round (px * stn_text_scale (GTK_WIDGET (self)));
}

static void
stn_night_line_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = 120;
    *natural = 420;
  } else {
    *minimum = *natural = 2 * line_height (STN_NIGHT_LINE (widget)) + 2 * GAP +
                          scaled (STN_NIGHT_LINE (widget), BAR_HEIGHT);
  }
}

static double
place (StnNightLine *self, int minute)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double share = (double) (minute - self->axis_from) / (self->axis_to - self->axis_from);
  int glyph = scaled (self, GLYPH_SIZE);
  double x = glyph / 2.0 + share * (width - glyph);

  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - x : x;
}

static void
stn_night_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StnNightLine *self = STN_NIGHT_LINE (widget);
  int size = scaled (self, GLYPH_SIZE);
  int top = line_height (self) + GAP + (scaled (self, BAR_HEIGHT) - size) / 2;

  for (guint i = 0; i < self->glyphs->len; i++) {
    int middle = (int) round (place (self, g_array_index (self->cramps, int, i)));
    GtkAllocation box = {middle - size / 2, top, size, size};

    gtk_widget_size_allocate (g_ptr_array_index (self->glyphs, i), &box, -1);
  }
}

static void
draw_span (StnNightLine *self, cairo_t *cr, int from, int to, double top, double bottom)
{
  double left = MIN (place (self, from), place (self, to));
  double right = MAX (place (self, from), place (self, to));
  double radius = MIN ((bottom - top) / 2, (right - left) / 2);

  cairo_new_path (cr);
  cairo_arc (cr, right - radius, top + radius, radius, -G_PI / 2, G_PI / 2);
  cairo_arc (cr, left + radius, top + radius, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
draw_bar (StnNightLine *self, cairo_t *cr, double top)
{
  GdkRGBA line = stn_palette_get (GTK_WIDGET (self), "none");
  GdkRGBA fill = stn_palette_get (GTK_WIDGET (self), "none_pale");
  int height = scaled (self, BAR_HEIGHT);

  cairo_set_line_width (cr, 1.5);
  if (self->sleep_to > 0) {
    gdk_cairo_set_source_rgba (cr, &fill);
    draw_span (self, cr, self->sleep_from, self->sleep_to, top + 1, top + height - 1);
    cairo_fill (cr);
  }
  gdk_cairo_set_source_rgba (cr, &line);
  if (self->bed_to > 0) {
    draw_span (self, cr, self->bed_from, self->bed_to, top + .75, top + height - .75);
    cairo_stroke (cr);
  } else {
    /* The line on which the cramps stand. */
    cairo_move_to (cr, place (self, self->axis_from), top + height / 2.0);
    cairo_line_to (cr, place (self, self->axis_to), top + height / 2.0);
    cairo_stroke (cr);
  }
}

/* Writes @text round @x at @top unless it would touch what ends at @ret_taken, in the direction of the text. */
static void
write_text (StnNightLine *self,
            GtkSnapshot *snapshot,
            PangoLayout *layout,
            const char *text,
            double x,
            double top,
            const char *color,
            double *ret_taken)
{
  int full = gtk_widget_get_width (GTK_WIDGET (self));
  GdkRGBA rgba = stn_palette_get (GTK_WIDGET (self), color);
  int width;
  double left;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  left = CLAMP (x - width / 2.0, 0, MAX (0, full - width));
  if (*ret_taken >= 0 && fabs (x - *ret_taken) < width + GAP)
    return;
  *ret_taken = x;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) left, (float) top));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  gtk_snapshot_restore (snapshot);
}

static void
write_cramps (StnNightLine *self, GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  PangoAttrList *bold = pango_attr_list_new ();
  double taken = -1;

  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, bold);
  pango_attr_list_unref (bold);
  for (guint i = 0; i < self->cramps->len; i++) {
    int minute = g_array_index (self->cramps, int, i);
    g_autofree char *text = stn_time_text_new (STN_KNOWN_INT (minute % DAY_MIN));

    write_text (self, snapshot, layout, text, place (self, minute), 0, "cramps", &taken);
  }
}

static void
write_hours (StnNightLine *self, GtkSnapshot *snapshot, double top)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autofree char *widest = stn_time_text_hour (22);
  int hours = (self->axis_to - self->axis_from) / HOUR_MIN;
  int width;
  int step = 1;
  double taken = -1;

  pango_layout_set_text (layout, widest, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  while (step < 6 && (width + 2 * GAP) * hours / step > gtk_widget_get_width (GTK_WIDGET (self)))
    step++;
  for (int minute = self->axis_from; minute <= self->axis_to; minute += step * HOUR_MIN) {
    g_autofree char *text = stn_time_text_hour (minute / HOUR_MIN % 24);

    write_text (self, snapshot, layout, text, place (self, minute), top, "quiet", &taken);
  }
}

static void
stn_night_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StnNightLine *self = STN_NIGHT_LINE (widget);
  int line = line_height (self);
  cairo_t *cr;

  if (self->axis_to == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                       (float) gtk_widget_get_height (widget)));
  draw_bar (self, cr, line + GAP);
  cairo_destroy (cr);
  write_cramps (self, snapshot);
  write_hours (self, snapshot, line + 2 * GAP + scaled (self, BAR_HEIGHT));
  GTK_WIDGET_CLASS (stn_night_line_parent_class)->snapshot (widget, snapshot);
}

static void
stn_night_line_dispose (GObject *object)
{
  StnNightLine *self = STN_NIGHT_LINE (object);

  g_clear_pointer (&self->glyphs, g_ptr_array_unref);
  g_clear_pointer (&self->cramps, g_array_unref);

  G_OBJECT_CLASS (stn_night_line_parent_class)->dispose (object);
}

static void
stn_night_line_class_init (StnNightLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_night_line_dispose;
  widget_class->measure = stn_night_line_measure;
  widget_class->size_allocate = stn_night_line_size_allocate;
  widget_class->snapshot = stn_night_line_snapshot;

  gtk_widget_class_set_css_name (widget_class, "nightline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
stn_night_line_init (StnNightLine *self)
{
  self->cramps = g_array_new (FALSE, FALSE, sizeof (int));
  self->glyphs = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
}

GtkWidget *
stn_night_line_new (void)
{
  return g_object_new (STN_TYPE_NIGHT_LINE, NULL);
}
