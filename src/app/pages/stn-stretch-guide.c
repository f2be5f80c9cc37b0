/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-stretch-guide.h"

#include <glib/gi18n.h>

#include "widgets/stn-announcement.h"
#include "widgets/stn-columns-layout.h"
#include "widgets/stn-countdown-ring.h"
#include "widgets/stn-focus-child.h"
#include "widgets/stn-stretch-drawing.h"
#include "widgets/stn-text-scale.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording-stretch.h"

/* How often the seconds are looked at where nothing moves. */
#define STILL_MS 200

/* A longer step is said again when half of it is over. */
#define LONG_STEP_S 30

/* More parts of the bar could not be told apart. */
#define MOST_PARTS 20

struct _StnStretchGuide {
  AdwBin parent_instance;

  StnClock *clock;
  StnStretchRun *run; /* NULL: nothing was begun */
  guint shown_index;  /* of the step that is on the screen */
  int shown_left_s;
  guint ticking;    /* frame callback, 0 = none */
  guint looking;    /* source, 0 = none */
  guint inhibiting; /* cookie, 0 = none */
  GdkSurface *surface;

  GtkLevelBar *bar;
  GtkLabel *progress;
  StnStretchDrawing *drawing;
  GtkLabel *about;
  GtkLabel *title;
  StnCountdownRing *ring;
  GtkLabel *seconds;
  GtkLabel *unit;
  GtkLabel *rhythm;
  GtkLabel *text;
  GtkLabel *next;
  GtkWidget *controls;
  GtkButton *pause;
  GtkImage *pause_icon;
  GtkLabel *pause_label;
};

G_DEFINE_FINAL_TYPE (StnStretchGuide, stn_stretch_guide, ADW_TYPE_BIN)

enum { FINISHED, CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gint64
now_us (StnStretchGuide *self)
{
  return stn_clock_get_steady_us (self->clock);
}

static gboolean
is_running (StnStretchGuide *self)
{
  return self->run != NULL && stn_stretch_run_get_state (self->run) == STN_STRETCH_RUNNING;
}

static gboolean
has_animations (StnStretchGuide *self)
{
  gboolean animations = FALSE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations,
                NULL);
  return animations;
}

/* A still picture shows the stretch itself, and the ring jumps by the second. */
static void
show_movement (StnStretchGuide *self)
{
  const StnStretchStep *step = stn_stretch_run_get_step (self->run);
  double elapsed = stn_stretch_run_get_elapsed_s (self->run);
  const char *rhythm = stn_wording_stretch_rhythm (step, elapsed);
  gboolean moves = has_animations (self);

  stn_stretch_drawing_set_reach (self->drawing,
                                 moves ? stn_stretch_step_get_reach (step, elapsed) : 1);
  stn_countdown_ring_set_left (
    self->ring,
    (moves ? step->seconds - elapsed : stn_stretch_run_get_left_s (self->run)) / step->seconds);
  gtk_label_set_text (self->rhythm, rhythm != NULL ? rhythm : "");
  gtk_widget_set_visible (GTK_WIDGET (self->rhythm), rhythm != NULL);
}

static void
show_seconds (StnStretchGuide *self)
{
  int left_s = stn_stretch_run_get_left_s (self->run);
  g_autofree char *digits = NULL;
  g_autofree char *progress = NULL;

  if (left_s == self->shown_left_s)
    return;
  self->shown_left_s = left_s;
  digits = g_strdup_printf ("%d", left_s);
  progress = stn_wording_stretch_progress (self->run);
  gtk_label_set_text (self->seconds, digits);
  gtk_label_set_text (self->unit, stn_wording_stretch_seconds (left_s));
  gtk_label_set_text (self->progress, progress);
}

/* What a screen reader finds at the button that has the focus, and hears where GTK can say it. */
static void
say (StnStretchGuide *self, const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  stn_announcement_say (GTK_WIDGET (self), text);
}

static void
show_bar (StnStretchGuide *self)
{
  const StnStretchPlan *plan = stn_stretch_run_get_plan (self->run);
  guint holds = stn_stretch_plan_count_holds (plan, G_MAXUINT);
  guint index = stn_stretch_run_get_index (self->run);

  gtk_level_bar_set_mode (self->bar, holds <= MOST_PARTS ? GTK_LEVEL_BAR_MODE_DISCRETE
                                                         : GTK_LEVEL_BAR_MODE_CONTINUOUS);
  gtk_level_bar_set_max_value (self->bar, holds);
  gtk_level_bar_set_value (self->bar, stn_stretch_plan_count_holds (plan, index + 1));
}

static void
show_step (StnStretchGuide *self)
{
  const StnStretchStep *step = stn_stretch_run_get_step (self->run);
  g_autofree char *about = stn_wording_stretch_about (step);
  g_autofree char *next = stn_wording_stretch_next (self->run);
  g_autofree char *spoken = stn_wording_stretch_spoken (step);
  guint index = stn_stretch_run_get_index (self->run);
  StnStretchSide side = step->side;

  /* Who gets ready sees the leg that comes first. */
  if (!step->is_hold && index + 1 < stn_stretch_run_get_plan (self->run)->steps->len)
    side = stn_stretch_plan_get (stn_stretch_run_get_plan (self->run), index + 1)->side;
  self->shown_index = index;
  self->shown_left_s = -1;
  show_bar (self);
  stn_stretch_drawing_show (self->drawing, step->exercise, side == STN_STRETCH_LEFT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drawing), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  about, -1);
  gtk_label_set_text (self->about, about);
  gtk_label_set_text (self->title, stn_wording_stretch_title (step));
  gtk_label_set_text (self->text, stn_wording_stretch_text (step));
  gtk_label_set_text (self->next, next);
  say (self, spoken);
}

static void
show_state (StnStretchGuide *self)
{
  gboolean runs = is_running (self);
  const char *name = runs ? _ ("Pause") : _ ("Go On");

  gtk_image_set_from_icon_name (self->pause_icon, runs ? "media-playback-pause-symbolic"
                                                       : "media-playback-start-symbolic");
  gtk_label_set_text (self->pause_label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* The screen stays lit while the stretch runs; nothing else of the desktop is touched. */
static void
inhibit (StnStretchGuide *self, gboolean runs)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkApplication *app =
    GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;

  if (app == NULL || runs == (self->inhibiting != 0))
    return;
  if (runs) {
    self->inhibiting = gtk_application_inhibit (
      app, GTK_WINDOW (root), GTK_APPLICATION_INHIBIT_IDLE, _ ("Something is counted down"));
  } else {
    gtk_application_uninhibit (app, self->inhibiting);
    self->inhibiting = 0;
  }
}

static gboolean
look_cb (gpointer user_data)
{
  stn_stretch_guide_look (STN_STRETCH_GUIDE (user_data));
  return G_SOURCE_CONTINUE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  stn_stretch_guide_look (STN_STRETCH_GUIDE (widget));
  return G_SOURCE_CONTINUE;
}

/* Every frame where it moves; a few times a second where it does not. */
static void
follow (StnStretchGuide *self)
{
  gboolean runs = is_running (self);
  gboolean moves = runs && has_animations (self);

  inhibit (self, runs);
  if (moves && self->ticking == 0)
    self->ticking = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  if (!moves && self->ticking != 0) {
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->ticking);
    self->ticking = 0;
  }
  if (runs && self->looking == 0)
    self->looking = g_timeout_add (STILL_MS, look_cb, self);
  else if (!runs)
    g_clear_handle_id (&self->looking, g_source_remove);
}

/* After anything that may have made it another step or state. */
static void
show (StnStretchGuide *self)
{
  if (self->shown_index != stn_stretch_run_get_index (self->run))
    show_step (self);
  show_seconds (self);
  show_movement (self);
  show_state (self);
  follow (self);
  g_signal_emit (self, signals[CHANGED], 0);
  if (stn_stretch_run_get_state (self->run) == STN_STRETCH_FINISHED)
    g_signal_emit (self, signals[FINISHED], 0);
}

static void
say_half (StnStretchGuide *self, int before_s)
{
  const StnStretchStep *step = stn_stretch_run_get_step (self->run);
  int half_s = step->seconds / 2, left_s = stn_stretch_run_get_left_s (self->run);
  g_autofree char *text = NULL;

  if (step->seconds < LONG_STEP_S || before_s <= half_s || left_s > half_s)
    return;
  /* Translators: read aloud when half of a step is over */
  text = g_strdup_printf (ngettext ("%d second left", "%d seconds left", (gulong) left_s), left_s);
  say (self, text);
}

void
stn_stretch_guide_look (StnStretchGuide *self)
{
  g_return_if_fail (STN_IS_STRETCH_GUIDE (self));
  int before_s = self->shown_left_s;

  if (!is_running (self))
    return;
  if (stn_stretch_run_look (self->run, now_us (self))) {
    show (self);
    return;
  }
  say_half (self, before_s);
  show_seconds (self);
  show_movement (self);
}

static void
pause_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnStretchGuide *self = STN_STRETCH_GUIDE (widget);

  if (is_running (self))
    stn_stretch_guide_pause (self);
  else
    stn_stretch_guide_go_on (self);
}

static void
skip_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnStretchGuide *self = STN_STRETCH_GUIDE (widget);

  if (self->run == NULL)
    return;
  stn_stretch_run_skip (self->run, now_us (self));
  show (self);
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnStretchGuide *self = STN_STRETCH_GUIDE (widget);

  if (self->run == NULL)
    return;
  stn_stretch_run_back (self->run, now_us (self));
  show (self);
}

static void
repeat_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnStretchGuide *self = STN_STRETCH_GUIDE (widget);

  if (self->run == NULL)
    return;
  stn_stretch_run_repeat (self->run, now_us (self));
  show (self);
}

/* Before the buttons, among which arrow keys would move the focus; a button keeps its space. */
static gboolean
key_cb (GtkEventControllerKey *keys,
        guint keyval,
        guint keycode,
        GdkModifierType modifiers,
        StnStretchGuide *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const char *action = NULL;

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    action = is_rtl ? "guide.skip" : "guide.back";
  else if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    action = is_rtl ? "guide.back" : "guide.skip";
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    action = "guide.repeat";
  if (action == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (widget, action, NULL);
  return GDK_EVENT_STOP;
}

/* Nobody sees a window that was minimised. */
static void
surface_state_cb (StnStretchGuide *self)
{
  if (gdk_toplevel_get_state (GDK_TOPLEVEL (self->surface)) & GDK_TOPLEVEL_STATE_MINIMIZED)
    stn_stretch_guide_pause (self);
}

/* Countdown and step are large anyway, and the drawing needs the room that the icons of the buttons take. */
static void
fit_text (StnStretchGuide *self)
{
  gboolean is_large = stn_text_is_large (GTK_WIDGET (self));

  if (is_large)
    gtk_widget_add_css_class (GTK_WIDGET (self), "large-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "large-text");
  for (GtkWidget *button = gtk_widget_get_first_child (self->controls); button != NULL;
       button = gtk_widget_get_next_sibling (button)) {
    GtkWidget *icon = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));

    gtk_widget_set_visible (icon, !is_large);
  }
}

static void
stn_stretch_guide_map (GtkWidget *widget)
{
  StnStretchGuide *self = STN_STRETCH_GUIDE (widget);
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));

  fit_text (self);
  GTK_WIDGET_CLASS (stn_stretch_guide_parent_class)->map (widget);
  if (GDK_IS_TOPLEVEL (surface)) {
    self->surface = g_object_ref (surface);
    g_signal_connect_swapped (surface, "notify::state", G_CALLBACK (surface_state_cb), self);
  }
}

static void
stn_stretch_guide_unmap (GtkWidget *widget)
{
  StnStretchGuide *self = STN_STRETCH_GUIDE (widget);

  stn_stretch_guide_pause (self);
  if (self->surface != NULL)
    g_signal_handlers_disconnect_by_func (self->surface, surface_state_cb, self);
  g_clear_object (&self->surface);
  GTK_WIDGET_CLASS (stn_stretch_guide_parent_class)->unmap (widget);
}

static gboolean
stn_stretch_guide_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (STN_STRETCH_GUIDE (widget)->pause));
}

static void
stn_stretch_guide_dispose (GObject *object)
{
  StnStretchGuide *self = STN_STRETCH_GUIDE (object);

  stn_stretch_guide_drop (self);
  g_clear_pointer (&self->clock, stn_clock_unref);

  G_OBJECT_CLASS (stn_stretch_guide_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (STN_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (STN_TYPE_COUNTDOWN_RING);
  g_type_ensure (STN_TYPE_STRETCH_DRAWING);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-stretch-guide.ui");
  gtk_widget_class_bind_template_child (widget_class, StnStretchGuide, bar);
  gtk_widget_class_bind_template_child (widget_class, StnStretchGuide, progress);
  gtk_widget_class_bind_template_child (widget_class, StnStretchGuide, drawing);
  gtk_widget_class_bind_template_child (widget_class, StnStretchGuide, about);
  gtk_widget_class_bind_template_child (widget_class, StnStretchGuide, title);
  gtk_widget_class_bind_template_child (widget_class, StnStretchGuide, ring);
  gtk_widget_class_bind_template_child (widget_class, StnStretchGuide, seconds);
  gtk_widget_class_bind_template_child (widget_class, StnStretchGuide, unit);
  gtk_widget_class_bind_template_child (widget_class, StnStretchGuide, rhythm);
  gtk_widget_class_bind_template_child (widget_class, StnStretchGuide, text);
  gtk_widget_class_bind_template_child (widget_class, StnStretchGuide, next);
  gtk_widget_class_bind_template_child (widget_class, StnStretchGuide, controls);
  gtk_widget_class_bind_template_child (widget_class, StnStretchGuide, pause);
  gtk_widget_class_bind_template_child (widget_class, StnStretchGuide, pause_icon);
  gtk_widget_class_bind_template_child (widget_class, StnStretchGuide, pause_label);
}

static void
stn_stretch_guide_class_init (StnStretchGuideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_stretch_guide_dispose;
  widget_class->map = stn_stretch_guide_map;
  widget_class->unmap = stn_stretch_guide_unmap;
  widget_class->grab_focus = stn_stretch_guide_grab_focus;
  widget_class->focus = stn_focus_child;

  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "guide.pause", NULL, pause_cb);
  gtk_widget_class_install_action (widget_class, "guide.skip", NULL, skip_cb);
  gtk_widget_class_install_action (widget_class, "guide.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "guide.repeat", NULL, repeat_cb);
}

static void
stn_stretch_guide_init (StnStretchGuide *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi",
                           G_CALLBACK (fit_text), self, G_CONNECT_SWAPPED);
}

void
stn_stretch_guide_begin (StnStretchGuide *self, StnClock *clock, const StnStretchPlan *plan)
{
  g_return_if_fail (STN_IS_STRETCH_GUIDE (self) && clock != NULL && plan != NULL);

  stn_stretch_guide_drop (self);
  g_clear_pointer (&self->clock, stn_clock_unref);
  self->clock = stn_clock_ref (clock);
  self->run = stn_stretch_run_new (plan);
  self->shown_index = G_MAXUINT;
  stn_stretch_guide_go_on (self);
}

void
stn_stretch_guide_go_on (StnStretchGuide *self)
{
  g_return_if_fail (STN_IS_STRETCH_GUIDE (self));

  if (self->run == NULL || is_running (self))
    return;
  stn_stretch_run_go_on (self->run, now_us (self));
  show (self);
}

void
stn_stretch_guide_pause (StnStretchGuide *self)
{
  g_return_if_fail (STN_IS_STRETCH_GUIDE (self));

  if (!is_running (self))
    return;
  stn_stretch_run_pause (self->run, now_us (self));
  show (self);
}

const StnStretchRun *
stn_stretch_guide_get_run (StnStretchGuide *self)
{
  g_return_val_if_fail (STN_IS_STRETCH_GUIDE (self), NULL);

  return self->run;
}

void
stn_stretch_guide_drop (StnStretchGuide *self)
{
  g_return_if_fail (STN_IS_STRETCH_GUIDE (self));

  if (self->run != NULL)
    stn_stretch_run_pause (self->run, now_us (self));
  follow (self);
  g_clear_pointer (&self->run, stn_stretch_run_free);
}
