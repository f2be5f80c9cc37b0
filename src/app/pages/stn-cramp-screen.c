/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-cramp-screen.h"

#include <glib/gi18n.h>

#include "diary/stn-failure.h"
#include "present/stn-cramp-watch.h"
#include "widgets/stn-pair-layout.h"
#include "wording/stn-wording.h"

/* The pointer is light in a dark room. */
#define POINTER_SECONDS 3

/* Steps that stay while "Easing?" is asked. */
#define STEPS_BESIDE_THE_QUESTION 2

struct _StnCrampScreen {
  GtkWindow parent_instance;

  StnCrampWatch *watch;
  guint pointer; /* source that hides the pointer, 0 = none */
  gboolean was_running;
  gboolean is_over;             /* the person said that it has gone */
  int lasted_s;                 /* then: how long it was */
  gboolean is_asking;           /* as it is shown */
  const StnStretchGate *closed; /* as the steps are shown */

  GtkWidget *running;
  GtkLabel *clock;
  GtkLabel *since;
  GtkWidget *easing;
  GtkWidget *easing_yes;
  GtkWidget *care;
  GtkLabel *care_text;
  GtkBox *steps;
  GtkWidget *warning;
  GtkLabel *warning_text;
  GtkWidget *failure;
  GtkLabel *failure_text;
  GtkWidget *gone;
  GtkWidget *over;
  GtkLabel *over_text;
  GtkWidget *close;
  GtkWidget *hide;
  GtkWidget *undo;
};

G_DEFINE_FINAL_TYPE (StnCrampScreen, stn_cramp_screen, GTK_TYPE_WINDOW)

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
step_new (guint number, StnReliefStep step)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  GtkWidget *digit = label_new (digits, "step-number");

  gtk_widget_set_valign (digit, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (digit), 1);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (text), label_new (step.what, "step"));
  if (step.hint != NULL)
    gtk_box_append (GTK_BOX (text), label_new (step.hint, "step-hint"));
  gtk_box_append (GTK_BOX (row), digit);
  gtk_box_append (GTK_BOX (row), text);
  return row;
}

/* A leg that must not be stretched or rubbed is left alone: the gate says why, and what is left of the steps follows. */
static void
add_steps (StnCrampScreen *self)
{
  StnReliefStep step = stn_wording_relief_step (0);
  guint number = 0;

  for (guint i = 0; step.what != NULL; step = stn_wording_relief_step (++i))
    if (self->closed == NULL || step.spares_leg)
      gtk_box_append (self->steps, step_new (++number, step));
}

static void
show_care (StnCrampScreen *self)
{
  const StnStretchGate *closed = stn_cramp_watch_get_closed (self->watch);
  GtkWidget *step;

  if (closed == self->closed)
    return;
  self->closed = closed;
  gtk_label_set_text (self->care_text, closed != NULL ? gettext (closed->text) : "");
  gtk_widget_set_visible (self->care, closed != NULL);
  if (closed != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->clock), "beside-care");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->clock), "beside-care");
  while ((step = gtk_widget_get_first_child (GTK_WIDGET (self->steps))) != NULL)
    gtk_box_remove (self->steps, step);
  add_steps (self);
}

/* "Easing?" and the warning take the place of the last steps. */
static void
show_steps (StnCrampScreen *self, gboolean all)
{
  guint i = 0;

  for (GtkWidget *step = gtk_widget_get_first_child (GTK_WIDGET (self->steps)); step != NULL;
       step = gtk_widget_get_next_sibling (step))
    gtk_widget_set_visible (step, all || i++ < STEPS_BESIDE_THE_QUESTION);
}

static void
show_clock (StnCrampScreen *self, int seconds)
{
  g_autofree char *elapsed = stn_wording_elapsed (seconds);

  gtk_label_set_text (self->clock, elapsed);
}

/* The clock alone says nothing: it only asks, and what is said then follows from the answer. */
static void
show_running (StnCrampScreen *self, const StnCramp *cramp)
{
  gboolean asks = cramp->quiet_s >= STN_CRAMP_ASK_S;
  gboolean warns = !asks && cramp->easing == STN_ANSWER_NO;
  g_autofree char *since = stn_wording_cramp_since (cramp->start_min);

  show_clock (self, cramp->elapsed_s);
  gtk_label_set_text (self->since, since);
  gtk_widget_set_visible (self->easing, asks);
  gtk_widget_set_visible (self->warning, warns);
  show_steps (self, !asks && !warns);
  if (asks)
    gtk_widget_remove_css_class (self->gone, "main");
  else
    gtk_widget_add_css_class (self->gone, "main");
  if (asks && !self->is_asking)
    gtk_widget_grab_focus (self->easing_yes);
  else if (!asks && self->is_asking)
    gtk_widget_grab_focus (self->gone);
  self->is_asking = asks;
}

static void
show_over (StnCrampScreen *self, const char *text)
{
  gboolean was_running = gtk_widget_get_visible (self->running);

  gtk_label_set_text (self->over_text, text);
  gtk_widget_set_visible (self->running, FALSE);
  gtk_widget_set_visible (self->over, TRUE);
  gtk_widget_set_visible (self->gone, FALSE);
  gtk_widget_set_visible (self->close, TRUE);
  gtk_widget_set_visible (self->hide, FALSE); /* nothing is counted any more */
  gtk_widget_set_visible (self->undo, self->is_over);
  if (was_running)
    gtk_widget_grab_focus (self->close);
}

static void
show_again (StnCrampScreen *self)
{
  gboolean was_over = gtk_widget_get_visible (self->over);

  gtk_widget_set_visible (self->running, TRUE);
  gtk_widget_set_visible (self->over, FALSE);
  gtk_widget_set_visible (self->gone, TRUE);
  gtk_widget_set_visible (self->close, FALSE);
  gtk_widget_set_visible (self->hide, TRUE);
  gtk_widget_set_visible (self->undo, FALSE);
  if (was_over)
    gtk_widget_grab_focus (self->gone);
}

static void
changed_cb (StnCrampScreen *self)
{
  StnCramp cramp;
  gboolean is_found = stn_cramp_watch_get (self->watch, &cramp);
  g_autofree char *text = NULL;

  show_care (self);
  if (is_found && cramp.is_running) {
    self->is_over = FALSE;
    self->was_running = TRUE;
    self->lasted_s = cramp.elapsed_s;
    gtk_widget_set_visible (self->failure, FALSE);
    show_again (self);
    show_running (self, &cramp);
    return;
  }
  if (is_found && !self->is_over)
    text = stn_wording_cramp_quiet (cramp.start_min);
  else if (self->was_running)
    text = stn_wording_cramp_ended (self->lasted_s);
  if (text != NULL)
    show_over (self, text);
}

/* What helps stays on the screen, whatever happened to the diary. */
static void
failed_cb (StnCrampScreen *self, const GError *error)
{
  g_autofree char *text = stn_failure_not_saved (error);

  self->is_over = FALSE;
  gtk_label_set_text (self->failure_text, text);
  gtk_widget_set_visible (self->failure, TRUE);
}

static void
gone_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnCrampScreen *self = STN_CRAMP_SCREEN (widget);
  StnCramp cramp;

  if (!stn_cramp_watch_get (self->watch, &cramp))
    return;
  self->is_over = TRUE;
  self->lasted_s = cramp.elapsed_s;
  stn_cramp_watch_end (self->watch);
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  stn_cramp_watch_undo_end (STN_CRAMP_SCREEN (widget)->watch);
}

static void
another_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnCrampScreen *self = STN_CRAMP_SCREEN (widget);

  if (stn_cramp_watch_is_running (self->watch))
    stn_cramp_watch_another (self->watch);
  else
    stn_cramp_watch_begin (self->watch);
}

static void
easing_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  stn_cramp_watch_say_easing (STN_CRAMP_SCREEN (widget)->watch, g_variant_get_boolean (parameter));
}

static void
hide_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static gboolean
hide_pointer_cb (gpointer user_data)
{
  StnCrampScreen *self = STN_CRAMP_SCREEN (user_data);

  self->pointer = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

static void
moved_cb (StnCrampScreen *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  g_clear_handle_id (&self->pointer, g_source_remove);
  self->pointer = g_timeout_add_seconds (POINTER_SECONDS, hide_pointer_cb, self);
}

static void
stn_cramp_screen_dispose (GObject *object)
{
  StnCrampScreen *self = STN_CRAMP_SCREEN (object);

  g_clear_handle_id (&self->pointer, g_source_remove);
  g_clear_object (&self->watch);

  G_OBJECT_CLASS (stn_cramp_screen_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-cramp-screen.ui");
  gtk_widget_class_bind_template_child (widget_class, StnCrampScreen, running);
  gtk_widget_class_bind_template_child (widget_class, StnCrampScreen, clock);
  gtk_widget_class_bind_template_child (widget_class, StnCrampScreen, since);
  gtk_widget_class_bind_template_child (widget_class, StnCrampScreen, easing);
  gtk_widget_class_bind_template_child (widget_class, StnCrampScreen, easing_yes);
  gtk_widget_class_bind_template_child (widget_class, StnCrampScreen, care);
  gtk_widget_class_bind_template_child (widget_class, StnCrampScreen, care_text);
  gtk_widget_class_bind_template_child (widget_class, StnCrampScreen, steps);
  gtk_widget_class_bind_template_child (widget_class, StnCrampScreen, warning);
  gtk_widget_class_bind_template_child (widget_class, StnCrampScreen, warning_text);
  gtk_widget_class_bind_template_child (widget_class, StnCrampScreen, failure);
  gtk_widget_class_bind_template_child (widget_class, StnCrampScreen, failure_text);
  gtk_widget_class_bind_template_child (widget_class, StnCrampScreen, gone);
  gtk_widget_class_bind_template_child (widget_class, StnCrampScreen, over);
  gtk_widget_class_bind_template_child (widget_class, StnCrampScreen, over_text);
  gtk_widget_class_bind_template_child (widget_class, StnCrampScreen, close);
  gtk_widget_class_bind_template_child (widget_class, StnCrampScreen, hide);
  gtk_widget_class_bind_template_child (widget_class, StnCrampScreen, undo);
}

static void
stn_cramp_screen_class_init (StnCrampScreenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_cramp_screen_dispose;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "cramp.gone", NULL, gone_cb);
  gtk_widget_class_install_action (widget_class, "cramp.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "cramp.another", NULL, another_cb);
  gtk_widget_class_install_action (widget_class, "cramp.easing", "b", easing_cb);
  gtk_widget_class_install_action (widget_class, "cramp.hide", NULL, hide_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "cramp.hide", NULL);
}

static void
stn_cramp_screen_init (StnCrampScreen *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_steps (self);
  show_clock (self, 0);
  gtk_label_set_text (self->warning_text, stn_wording_not_easing ());
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->gone);
  gtk_window_set_focus (GTK_WINDOW (self), self->gone);
}

StnCrampScreen *
stn_cramp_screen_new (GtkApplication *app, StnDiaryClient *client)
{
  StnCrampScreen *self = g_object_new (STN_TYPE_CRAMP_SCREEN, "application", app, NULL);

  self->watch = stn_cramp_watch_new (client);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_fullscreen (GTK_WINDOW (self));
  return self;
}

void
stn_cramp_screen_begin (StnCrampScreen *self)
{
  g_return_if_fail (STN_IS_CRAMP_SCREEN (self));

  moved_cb (self);
  stn_cramp_watch_begin (self->watch);
}
