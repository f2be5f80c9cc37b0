/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-chart-gestures.h"

#include <math.h>

#define WHEEL_ZOOM 1.25
/* Of what is seen: one turn of the wheel. */
#define WHEEL_SHARE .1
/* So far, px, is still a click. */
#define DRAG_BEGINS 8.0

/* What is under way, of one view. */
typedef struct {
  StnChartView *view;
  int moved;    /* days that the drag has brought so far */
  double scale; /* that two fingers have reached */
} Gestures;

static gboolean
is_mirrored (StnChartView *view)
{
  return gtk_widget_get_direction (GTK_WIDGET (view)) == GTK_TEXT_DIR_RTL;
}

/* So many pixels to the right are so many days earlier, in the direction of the text. */
static int
days_of (StnChartView *view, double x)
{
  int width = gtk_widget_get_width (GTK_WIDGET (view));

  return (int) round ((is_mirrored (view) ? x : -x) * stn_chart_view_count_shown (view) /
                      MAX (width, 1));
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, Gestures *self)
{
  self->moved = 0;
  if (!stn_chart_view_can_move (self->view))
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
}

/* A finger that goes up or down moves the page. */
static void
drag_update_cb (GtkGestureDrag *drag, double x, double y, Gestures *self)
{
  GdkEventSequence *sequence = gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (drag));

  if (gtk_gesture_get_sequence_state (GTK_GESTURE (drag), sequence) != GTK_EVENT_SEQUENCE_CLAIMED) {
    if (hypot (x, y) < DRAG_BEGINS)
      return;
    gtk_gesture_set_state (GTK_GESTURE (drag), fabs (x) > fabs (y) ? GTK_EVENT_SEQUENCE_CLAIMED
                                                                   : GTK_EVENT_SEQUENCE_DENIED);
    if (fabs (x) <= fabs (y))
      return;
  }
  int days = days_of (self->view, x);
  stn_chart_view_move (self->view, days - self->moved);
  self->moved = days;
}

static void
pinch_begin_cb (GtkGesture *pinch, GdkEventSequence *sequence, Gestures *self)
{
  self->scale = 1;
}

static void
pinched_cb (GtkGestureZoom *pinch, double scale, Gestures *self)
{
  if (scale > 0)
    stn_chart_view_zoom (self->view, self->scale / scale);
  self->scale = scale;
}

/* Up and down alone is the page's. */
static gboolean
scrolled_cb (GtkEventControllerScroll *scroll, double dx, double dy, Gestures *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  gboolean is_sideways = (state & GDK_SHIFT_MASK) != 0 || fabs (dx) > fabs (dy);
  double turns = fabs (dx) > fabs (dy) ? dx : dy;

  if ((state & GDK_CONTROL_MASK) != 0 && stn_chart_view_get_range (self->view) != NULL) {
    stn_chart_view_zoom (self->view, pow (WHEEL_ZOOM, turns));
    return TRUE;
  }
  if (!stn_chart_view_can_move (self->view) || !is_sideways)
    return FALSE;
  double days = turns * WHEEL_SHARE * stn_chart_view_count_shown (self->view);
  stn_chart_view_move (self->view, (int) (days > 0 ? ceil (days) : floor (days)) *
                                     (is_mirrored (self->view) ? -1 : 1));
  return TRUE;
}

static void
add_gesture (StnChartView *view, GtkGesture *gesture)
{
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (gesture));
}

void
stn_chart_gestures_add (StnChartView *view)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  Gestures *self = g_new0 (Gestures, 1);

  self->view = view;
  g_object_set_data_full (G_OBJECT (view), "stn-chart-gestures", self, g_free);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  add_gesture (view, drag);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  add_gesture (view, pinch);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), scroll);
}
