/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-chart-view.h"

#include <adwaita.h>
#include <math.h>

#include "chart/stn-scene-paint.h"

#define SMALLEST_WIDTH 160
#define PAGE_OF_VALUES 10

struct _StnChartView {
  GtkWidget parent_instance;

  StnChart *chart;
  StnScene *scene; /* NULL: to be laid out anew */
  int scene_width;
  double scene_line; /* height of a line of its words */
  gboolean is_reading;
  guint reading; /* number of the value that is read out */
};

G_DEFINE_FINAL_TYPE (StnChartView, stn_chart_view, GTK_TYPE_WIDGET)

enum { READING, N_SIGNALS };
static guint signals[N_SIGNALS];

StnChartStyle
stn_chart_view_get_style (StnChartView *self)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? STN_CHART_DARK
                                                                       : STN_CHART_LIGHT;
}

/* Says the value in words, to the label beside and to a screen reader. */
static void
tell_reading (StnChartView *self)
{
  const StnSceneValue *value =
    self->is_reading ? stn_scene_get_value (self->scene, self->reading) : NULL;
  const char *title = value != NULL ? value->title : NULL;
  const char *detail = value != NULL ? value->detail : NULL;
  g_autofree char *words =
    detail != NULL ? g_strdup_printf ("%s. %s", title, detail) : g_strdup (title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : stn_chart_get_sentence (self->chart), -1);
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
  if (self->is_reading && self->reading == value)
    return;
  self->is_reading = TRUE;
  self->reading = value;
  tell_reading (self);
}

static void
forget_layout (StnChartView *self)
{
  g_clear_pointer (&self->scene, stn_scene_free);
}

static void
lay_out (StnChartView *self, int width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  StnChartFace face = stn_chart_face_of (gtk_widget_get_pango_context (widget));

  if (self->scene != NULL && self->scene_width == width)
    return;
  forget_layout (self);
  self->scene_width = width;
  self->scene_line = face.line;
  self->scene = stn_chart_lay_out (self->chart, &face, width,
                                   gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
}

void
stn_chart_view_set_chart (StnChartView *self, StnChart *chart)
{
  g_return_if_fail (STN_IS_CHART_VIEW (self));
  stop_reading (self);
  forget_layout (self);
  g_clear_pointer (&self->chart, stn_chart_unref);
  if (chart != NULL) {
    self->chart = stn_chart_ref (chart);
    gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, stn_chart_get_title (chart),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, stn_chart_get_sentence (chart), -1);
  }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

StnChart *
stn_chart_view_get_chart (StnChartView *self)
{
  return self->chart;
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

static void
stn_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StnChartView *self = STN_CHART_VIEW (widget);

  if (self->scene_width != width)
    stop_reading (self);
}

static void
stn_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StnChartView *self = STN_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->chart == NULL || width <= 0)
    return;
  lay_out (self, width);
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (-2, -2, (float) width + 4, (float) height + 4));
  stn_scene_paint (self->scene, cr, gtk_widget_get_pango_context (widget),
                   stn_chart_view_get_style (self));
  if (self->is_reading)
    stn_scene_paint_cursor (stn_scene_get_value (self->scene, self->reading), cr,
                            stn_chart_view_get_style (self));
  cairo_destroy (cr);
}

static void
stn_chart_view_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  stop_reading (STN_CHART_VIEW (widget));
  forget_layout (STN_CHART_VIEW (widget));
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
moved_cb (GtkEventControllerMotion *motion, double x, double y, StnChartView *self)
{
  guint value;

  if (self->scene == NULL)
    return;
  if (stn_scene_find_value (self->scene, x, y, &value))
    read_value (self, value);
  else
    stop_reading (self);
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, StnChartView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  moved_cb (NULL, x, y, self);
}

/* Values so far on in time; the keys go with the picture, which text from right to left mirrors. */
static gboolean
find_step (StnChartView *self, guint key, guint n, int *ret_step)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int on = mirrored ? -1 : 1;
  int week = stn_chart_get_form (self->chart) == STN_CHART_FORM_CALENDAR ? 7 : 1;

  switch (key) {
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    *ret_step = on * week;
    return TRUE;
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    *ret_step = -on * week;
    return TRUE;
  case GDK_KEY_Down:
  case GDK_KEY_Up:
    *ret_step = key == GDK_KEY_Down ? 1 : -1;
    return week != 1;
  case GDK_KEY_Page_Down:
    *ret_step = PAGE_OF_VALUES * week;
    return TRUE;
  case GDK_KEY_Page_Up:
    *ret_step = -PAGE_OF_VALUES * week;
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
key_pressed_cb (
  GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, StnChartView *self)
{
  guint n = self->scene != NULL ? stn_scene_get_n_values (self->scene) : 0;
  int step;

  if (key == GDK_KEY_Escape && self->is_reading) {
    stop_reading (self);
    return TRUE;
  }
  if (n == 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      !find_step (self, key, n, &step))
    return FALSE;
  /* The first key begins at the newest value, or at the end that it names. */
  int at = self->is_reading        ? (int) self->reading + step
           : ABS (step) == (int) n ? step
                                   : (int) n - 1;
  read_value (self, (guint) CLAMP (at, 0, (int) n - 1));
  return TRUE;
}

static void
stn_chart_view_dispose (GObject *object)
{
  StnChartView *self = STN_CHART_VIEW (object);

  forget_layout (self);
  g_clear_pointer (&self->chart, stn_chart_unref);
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

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  g_signal_connect (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (stop_reading), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
