/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-chart-view.h"

#include <math.h>

#include "chart/stn-scene-paint.h"

#include "widgets/stn-chart-gestures.h"
#include "widgets/stn-chart-style.h"

#define SMALLEST_WIDTH 160
#define PAGE_OF_VALUES 10
#define ZOOM 2.0
/* Of what is seen: Ctrl with an arrow key. */
#define KEY_SHARE .25
/* Of the cursor around a value. */
#define CURSOR_REACH 8.0

struct _StnChartView {
  GtkWidget parent_instance;

  StnChart *chart;
  StnScene *scene;        /* NULL: to be laid out anew */
  GskRenderNode *picture; /* the scene as drawn; NULL: to be drawn anew */
  int scene_width;
  double scene_line; /* height of a line of its words */
  gboolean is_reading;
  guint reading;               /* number of the value that is read out */
  StnDate read_on;             /* its day, for the next chart */
  double pointer_x, pointer_y; /* where the pointer was last; NAN: not here */

  StnTrendRange *range;
  GtkAdjustment *place;
  gboolean is_placing;
  guint width_tick;     /* 0: nothing to tell of a new width */
  gboolean was_reading; /* the adjustment follows the view, not the other way round */
  int hidden;           /* days of the range after those that a narrow view shows */
};

G_DEFINE_FINAL_TYPE (StnChartView, stn_chart_view, GTK_TYPE_WIDGET)

enum { READING, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Says the value in words, to the label beside and to a screen reader. */
static void
tell_reading (StnChartView *self)
{
  const StnSceneValue *value =
    self->is_reading ? stn_scene_get_value (self->scene, self->reading) : NULL;
  const char *title = value != NULL ? value->title : NULL;
  const char *detail = value != NULL ? value->detail : NULL;
  g_autofree char *words = title == NULL
                             ? g_strdup_printf ("%s. %s", stn_chart_get_when (self->chart),
                                                stn_chart_get_sentence (self->chart))
                           : detail != NULL ? g_strdup_printf ("%s. %s", title, detail)
                                            : g_strdup (title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  g_signal_emit (self, signals[READING], 0, title, detail);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stop_reading (StnChartView *self)
{
  if (!self->is_reading)
    return;
  self->is_reading = FALSE;
  tell_reading (self);
}

static void
read_value (StnChartView *self, guint value)
{
  self->read_on = stn_scene_get_value (self->scene, value)->date;
  if (self->is_reading && self->reading == value)
    return;
  self->is_reading = TRUE;
  self->reading = value;
  tell_reading (self);
}

static void
forget_picture (StnChartView *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
style_cb (gpointer self)
{
  forget_picture (self);
}

static void
forget_layout (StnChartView *self)
{
  g_clear_pointer (&self->scene, stn_scene_free);
  forget_picture (self);
}

gboolean
stn_chart_view_can_move (StnChartView *self)
{
  return self->range != NULL && self->chart != NULL && stn_chart_has_dates (self->chart);
}

/* Days that are seen at once. */
int
stn_chart_view_count_shown (StnChartView *self)
{
  int days = stn_trend_range_count (self->range);
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return width > 0 && width < STN_CHART_VIEW_NARROW ? MIN (days, STN_CHART_VIEW_NARROW_DAYS) : days;
}

/* The first and last day that are seen. */
static void
find_shown (StnChartView *self, StnDate *ret_from, StnDate *ret_to)
{
  *ret_to = stn_date_add_days (stn_trend_range_get_to (self->range), -self->hidden);
  *ret_from = stn_date_add_days (*ret_to, 1 - stn_chart_view_count_shown (self));
}

/* A scroll bar runs from left to right whatever the text does: then the newest nights are at its beginning. */
static int
turn_place (StnChartView *self, int first, int all, int count)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? all - count - first
                                                                          : first;
}

/* The adjustment says where the view is. */
static void
update_place (StnChartView *self)
{
  if (!stn_chart_view_can_move (self))
    return;
  int count = stn_chart_view_count_shown (self), days = stn_trend_range_count (self->range);
  StnDate first = stn_trend_range_get_first (self->range), from, to;

  self->hidden = CLAMP (self->hidden, 0, days - count);
  find_shown (self, &from, &to);
  int all = stn_date_days_between (first, stn_trend_range_get_last (self->range)) + 1;
  self->is_placing = TRUE;
  gtk_adjustment_configure (self->place,
                            turn_place (self, stn_date_days_between (first, from), all, count), 0,
                            all, MAX (count / 12, 1), MAX (count / 2, 1), count);
  self->is_placing = FALSE;
}

static void
lay_out (StnChartView *self, int width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  StnChartFace face = stn_chart_face_of (gtk_widget_get_pango_context (widget));
  StnDate from, to;

  if (self->scene != NULL && self->scene_width == width)
    return;
  forget_layout (self);
  self->scene_width = width;
  self->scene_line = face.line;
  if (stn_chart_view_can_move (self)) {
    find_shown (self, &from, &to);
    self->scene = stn_chart_lay_out_between (self->chart, &face, width, mirrored, from, to);
  } else {
    self->scene = stn_chart_lay_out (self->chart, &face, width, mirrored);
  }
}

/* The value whose day is nearest to the one that was read out. */
static void
read_day (StnChartView *self, StnDate date)
{
  int nearest = G_MAXINT;
  guint found = 0;

  for (guint i = 0; i < stn_scene_get_n_values (self->scene); i++) {
    StnDate day = stn_scene_get_value (self->scene, i)->date;
    int away = stn_date_is_set (day) ? ABS (stn_date_days_between (day, date)) : G_MAXINT;

    if (away < nearest) {
      nearest = away;
      found = i;
    }
  }
  if (nearest < G_MAXINT)
    read_value (self, found);
}

/* Lays out what the range is now; what is read out stays, as long as it is seen. */
static void
show_range (StnChartView *self)
{
  gboolean was_reading = self->is_reading && stn_date_is_set (self->read_on);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  StnDate from, to, read_on = self->read_on;

  self->is_reading = FALSE;
  forget_layout (self);
  if (self->chart == NULL)
    return;
  update_place (self);
  if (was_reading && width > 0) {
    lay_out (self, width);
    if (stn_chart_view_can_move (self)) {
      find_shown (self, &from, &to);
      was_reading = stn_date_compare (read_on, from) >= 0 && stn_date_compare (read_on, to) <= 0;
    }
    if (was_reading)
      read_day (self, read_on);
  }
  if (!self->is_reading)
    tell_reading (self);
}

/* A chart without dates stays as it is until there is another one. */
static void
range_changed_cb (StnChartView *self)
{
  if (stn_chart_view_can_move (self))
    show_range (self);
}

void
stn_chart_view_set_chart (StnChartView *self, StnChart *chart)
{
  g_return_if_fail (STN_IS_CHART_VIEW (self));
  if (self->chart == NULL || chart == NULL ||
      stn_chart_get_form (self->chart) != stn_chart_get_form (chart))
    stop_reading (self);
  g_clear_pointer (&self->chart, stn_chart_unref);
  if (chart != NULL) {
    self->chart = stn_chart_ref (chart);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    stn_chart_get_title (chart), -1);
  }
  show_range (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

StnChart *
stn_chart_view_get_chart (StnChartView *self)
{
  return self->chart;
}

void
stn_chart_view_set_range (StnChartView *self, StnTrendRange *range)
{
  g_return_if_fail (STN_IS_CHART_VIEW (self));
  if (self->range == range)
    return;
  if (self->range != NULL)
    g_signal_handlers_disconnect_by_func (self->range, range_changed_cb, self);
  g_set_object (&self->range, range);
  if (range != NULL)
    g_signal_connect_object (range, "changed", G_CALLBACK (range_changed_cb), self,
                             G_CONNECT_SWAPPED);
  show_range (self);
}

StnTrendRange *
stn_chart_view_get_range (StnChartView *self)
{
  return self->range;
}

GtkAdjustment *
stn_chart_view_get_adjustment (StnChartView *self)
{
  return self->place;
}

/* So that @first, counted from the first of all days, is the first one seen: a narrow view moves within the range before
 * the range itself is moved. */
static void
move_to (StnChartView *self, int first)
{
  int days = stn_trend_range_count (self->range), count = stn_chart_view_count_shown (self);
  int begin = stn_date_days_between (stn_trend_range_get_first (self->range),
                                     stn_trend_range_get_from (self->range));
  int within = CLAMP (first - begin, 0, days - count);

  self->hidden = days - count - within;
  if (first - begin == within)
    show_range (self);
  else
    stn_trend_range_move (self->range, first - begin - within);
}

static void
placed_cb (StnChartView *self)
{
  if (!self->is_placing && stn_chart_view_can_move (self))
    move_to (self, turn_place (self, (int) round (gtk_adjustment_get_value (self->place)),
                               (int) gtk_adjustment_get_upper (self->place),
                               stn_chart_view_count_shown (self)));
}

void
stn_chart_view_move (StnChartView *self, int days)
{
  StnDate from, to;

  g_return_if_fail (STN_IS_CHART_VIEW (self));
  if (!stn_chart_view_can_move (self))
    return;
  find_shown (self, &from, &to);
  move_to (self, stn_date_days_between (stn_trend_range_get_first (self->range), from) + days);
}

/* The day that stays where it is: that of the value which is read out, else the middle. */
static StnDate
find_middle (StnChartView *self)
{
  StnDate from = stn_trend_range_get_from (self->range), to = stn_trend_range_get_to (self->range);

  if (self->is_reading && stn_date_is_set (self->read_on))
    return self->read_on;
  if (stn_chart_view_can_move (self))
    find_shown (self, &from, &to);
  return stn_date_add_days (from, stn_date_days_between (from, to) / 2);
}

void
stn_chart_view_zoom (StnChartView *self, double times)
{
  if (self->range != NULL)
    stn_trend_range_zoom (self->range, times, find_middle (self));
}

static GtkSizeRequestMode
stn_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
stn_chart_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  StnChartView *self = STN_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL || self->chart == NULL) {
    *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? SMALLEST_WIDTH : 0;
    return;
  }
  StnChartFace face = stn_chart_face_of (gtk_widget_get_pango_context (widget));
  *minimum = *natural = (int) ceil (
    stn_chart_get_height (self->chart, &face, for_size < 0 ? SMALLEST_WIDTH : for_size));
}

/* What stands beside the chart follows its width in the next frame: in the midst of one it would be drawn without a place. */
static gboolean
told_width_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  StnChartView *self = STN_CHART_VIEW (widget);

  self->width_tick = 0;
  if (self->was_reading && !self->is_reading)
    tell_reading (self);
  update_place (self);
  return G_SOURCE_REMOVE;
}

static void
stn_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StnChartView *self = STN_CHART_VIEW (widget);

  if (self->scene_width == width || self->width_tick != 0)
    return;
  self->was_reading = self->is_reading;
  self->is_reading = FALSE;
  self->width_tick = gtk_widget_add_tick_callback (widget, told_width_cb, NULL, NULL);
}

static void
draw_picture (StnChartView *self, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (-2, -2, (float) width + 4, (float) height + 4));

  stn_scene_paint (self->scene, cr, gtk_widget_get_pango_context (widget), stn_chart_style_now ());
  cairo_destroy (cr);
  self->picture = gtk_snapshot_free_to_node (snapshot);
}

static void
draw_cursor (StnChartView *self, GtkSnapshot *snapshot)
{
  const StnSceneValue *value = stn_scene_get_value (self->scene, self->reading);
  float left = (float) MIN (value->left, value->x - CURSOR_REACH);
  float right = (float) MAX (value->right, value->x + CURSOR_REACH);
  float top = (float) MIN (value->top, value->y - CURSOR_REACH);
  float bottom = (float) MAX (value->bottom, value->y + CURSOR_REACH);
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (left, top, right - left, bottom - top));

  stn_scene_paint_cursor (value, cr, stn_chart_style_now ());
  cairo_destroy (cr);
}

static void
stn_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StnChartView *self = STN_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->chart == NULL || width <= 0)
    return;
  lay_out (self, width);
  if (self->picture == NULL)
    draw_picture (self, width, height);
  if (self->picture != NULL)
    gtk_snapshot_append_node (snapshot, self->picture);
  if (self->is_reading)
    draw_cursor (self, snapshot);
}

static void
stn_chart_view_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  stop_reading (STN_CHART_VIEW (widget));
  forget_layout (STN_CHART_VIEW (widget));
  update_place (STN_CHART_VIEW (widget));
  GTK_WIDGET_CLASS (stn_chart_view_parent_class)->direction_changed (widget, before);
}

/* Also called when only the focus moved: the layout goes only when the text has another size. */
static void
stn_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  StnChartView *self = STN_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (stn_chart_view_parent_class)->css_changed (widget, change);
  if (self->scene == NULL ||
      stn_chart_face_of (gtk_widget_get_pango_context (widget)).line == self->scene_line)
    return;
  stop_reading (self);
  forget_layout (self);
  gtk_widget_queue_resize (widget);
}

static void
read_point (StnChartView *self, double x, double y)
{
  guint value;

  if (self->scene == NULL)
    return;
  if (stn_scene_find_value (self->scene, x, y, &value))
    read_value (self, value);
  else
    stop_reading (self);
}

/* GTK tells a pointer's place again after each new layout. One that rests must not take back what a key read out. */
static void
moved_cb (GtkEventControllerMotion *motion, double x, double y, StnChartView *self)
{
  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  read_point (self, x, y);
}

static void
left_cb (GtkEventControllerMotion *motion, StnChartView *self)
{
  self->pointer_x = self->pointer_y = NAN;
  stop_reading (self);
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, StnChartView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  read_point (self, x, y);
}

/* Values so far on in time; the keys go with the picture, which text from right to left mirrors. */
static gboolean
find_step (StnChartView *self, guint key, guint n, int *ret_step)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint across, down;

  stn_chart_get_stride (self->chart, &across, &down);
  switch (key) {
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    *ret_step = (mirrored ? -1 : 1) * (int) across;
    return TRUE;
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    *ret_step = (mirrored ? 1 : -1) * (int) across;
    return TRUE;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    *ret_step = (int) down;
    return down > 0;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    *ret_step = -(int) down;
    return down > 0;
  case GDK_KEY_Page_Down:
    *ret_step = PAGE_OF_VALUES * (int) across;
    return TRUE;
  case GDK_KEY_Page_Up:
    *ret_step = -PAGE_OF_VALUES * (int) across;
    return TRUE;
  case GDK_KEY_Home:
    *ret_step = -(int) n;
    return TRUE;
  case GDK_KEY_End:
    *ret_step = (int) n;
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
zoom_by_key (StnChartView *self, guint key)
{
  if (self->range == NULL)
    return FALSE;
  switch (key) {
  case GDK_KEY_plus:
  case GDK_KEY_equal:
  case GDK_KEY_KP_Add:
    stn_chart_view_zoom (self, 1 / ZOOM);
    return TRUE;
  case GDK_KEY_minus:
  case GDK_KEY_KP_Subtract:
    stn_chart_view_zoom (self, ZOOM);
    return TRUE;
  case GDK_KEY_0:
  case GDK_KEY_KP_0:
    self->hidden = 0;
    stn_trend_range_reset (self->range);
    return TRUE;
  default:
    return FALSE;
  }
}

/* Past the edge of what is seen, as long as there are nights: the value there is read out. */
static void
read_past (StnChartView *self, int step)
{
  StnDate read_on = self->read_on;
  int days = MAX ((int) (stn_chart_view_count_shown (self) * KEY_SHARE), 1);

  stn_chart_view_move (self, step > 0 ? days : -days);
  if (self->scene == NULL)
    lay_out (self, gtk_widget_get_width (GTK_WIDGET (self)));
  if (stn_scene_get_n_values (self->scene) > 0)
    read_day (self, read_on);
}

static gboolean
move_by_key (StnChartView *self, guint key)
{
  int step, days = MAX ((int) (stn_chart_view_count_shown (self) * KEY_SHARE), 1);

  if (!stn_chart_view_can_move (self) || (key != GDK_KEY_Left && key != GDK_KEY_Right) ||
      !find_step (self, key, 0, &step))
    return FALSE;
  stn_chart_view_move (self, step > 0 ? days : -days);
  return TRUE;
}

static gboolean
read_by_key (StnChartView *self, guint key)
{
  guint n = self->scene != NULL ? stn_scene_get_n_values (self->scene) : 0;
  int step;

  if (n == 0 || !find_step (self, key, n, &step))
    return FALSE;
  /* The first key begins at the newest value, or at the end that it names. */
  int at = self->is_reading        ? (int) self->reading + step
           : ABS (step) == (int) n ? step
                                   : (int) n - 1;
  if (self->is_reading && stn_chart_view_can_move (self) && ABS (step) < (int) n &&
      (at < 0 || at >= (int) n))
    read_past (self, step);
  else
    read_value (self, (guint) CLAMP (at, 0, (int) n - 1));
  return TRUE;
}

static gboolean
key_pressed_cb (
  GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, StnChartView *self)
{
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  if (self->chart == NULL)
    return FALSE;
  if (key == GDK_KEY_Escape && self->is_reading) {
    stop_reading (self);
    return TRUE;
  }
  if (held == GDK_CONTROL_MASK)
    return move_by_key (self, key);
  if ((held & ~GDK_SHIFT_MASK) != 0) /* "+" may need Shift */
    return FALSE;
  return zoom_by_key (self, key) || (held == 0 && read_by_key (self, key));
}

static void
stn_chart_view_dispose (GObject *object)
{
  StnChartView *self = STN_CHART_VIEW (object);

  g_clear_pointer (&self->scene, stn_scene_free);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->chart, stn_chart_unref);
  g_clear_object (&self->range);
  g_clear_object (&self->place);
  G_OBJECT_CLASS (stn_chart_view_parent_class)->dispose (object);
}

static void
stn_chart_view_class_init (StnChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_chart_view_dispose;
  widget_class->get_request_mode = stn_chart_view_get_request_mode;
  widget_class->measure = stn_chart_view_measure;
  widget_class->size_allocate = stn_chart_view_size_allocate;
  widget_class->snapshot = stn_chart_view_snapshot;
  widget_class->direction_changed = stn_chart_view_direction_changed;
  widget_class->css_changed = stn_chart_view_css_changed;

  signals[READING] = g_signal_new ("reading", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
stn_chart_view_init (StnChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->pointer_x = self->pointer_y = NAN;
  self->place = g_object_ref_sink (gtk_adjustment_new (0, 0, 1, 1, 1, 1));
  g_signal_connect_swapped (self->place, "value-changed", G_CALLBACK (placed_cb), self);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  g_signal_connect (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  stn_chart_gestures_add (self);
  stn_chart_style_follow (self, style_cb);
}
