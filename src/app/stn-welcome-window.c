/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-welcome-window.h"

#include <glib/gi18n.h>

#include "diary/stn-failure.h"
#include "diary/stn-second-copy.h"
#include "present/stn-first-run.h"
#include "store/stn-store.h"
#include "widgets/stn-file-dialog.h"
#include "widgets/stn-glyph.h"

struct _StnWelcomeWindow {
  AdwApplicationWindow parent_instance;

  StnClock *clock;

  GtkWidget *choices;
  GtkWidget *start;
  GtkWidget *waiting;
  GtkWidget *failure;
  GtkLabel *failure_text;
};

G_DEFINE_FINAL_TYPE (StnWelcomeWindow, stn_welcome_window, ADW_TYPE_APPLICATION_WINDOW)

enum { DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
set_waiting (StnWelcomeWindow *self, gboolean is_waiting)
{
  gtk_widget_set_sensitive (self->choices, !is_waiting);
  gtk_widget_set_visible (self->waiting, is_waiting);
  if (is_waiting)
    gtk_widget_set_visible (self->failure, FALSE);
}

static void
show_failure (StnWelcomeWindow *self, const char *text)
{
  gtk_label_set_label (self->failure_text, text);
  gtk_widget_set_visible (self->failure, TRUE);
  gtk_widget_grab_focus (self->start);
}

static void
start_cb (StnWelcomeWindow *self)
{
  g_signal_emit (self, signals[DONE], 0, FALSE, NULL);
}

static void
sample_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnWelcomeWindow) self = STN_WELCOME_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  gboolean is_made = stn_first_run_finish (result, &error);

  set_waiting (self, FALSE);
  if (is_made) {
    g_signal_emit (self, signals[DONE], 0, TRUE, NULL);
  } else {
    g_autofree char *reason = stn_failure_reason (error);
    /* Translators: %s is the reason, for example "the disk is full". */
    g_autofree char *text = g_strdup_printf (_ ("The sample diary could not be made: %s"), reason);

    show_failure (self, text);
  }
}

static void
sample_cb (StnWelcomeWindow *self)
{
  set_waiting (self, TRUE);
  stn_first_run_make_sample (self->clock, sample_made_cb, g_object_ref (self));
}

/* A diary that there is already */

typedef struct {
  StnWelcomeWindow *window;
  char *path;
} Adoption;

static void
adopted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Adoption *adoption = user_data;
  g_autoptr (StnWelcomeWindow) self = adoption->window;
  g_autofree char *path = adoption->path;
  g_autoptr (GError) error = NULL;
  gboolean is_adopted = stn_first_run_finish (result, &error);

  set_waiting (self, FALSE);
  if (is_adopted)
    g_signal_emit (self, signals[DONE], 0, FALSE, NULL);
  else if (g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_NOT_A_DIARY))
    /* What is no diary may be a table; the import says what it is not. */
    g_signal_emit (self, signals[DONE], 0, FALSE, path);
  else if (g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_EXISTS))
    show_failure (self, _ ("There is a diary on this computer already. Nothing was changed."));
  else
    show_failure (self, stn_failure_to_open (error));
}

void
stn_welcome_window_take (StnWelcomeWindow *self, const char *path)
{
  Adoption *adoption;

  g_return_if_fail (STN_IS_WELCOME_WINDOW (self));
  g_return_if_fail (path != NULL);

  adoption = g_new (Adoption, 1);
  *adoption = (Adoption){g_object_ref (self), g_strdup (path)};
  set_waiting (self, TRUE);
  stn_first_run_adopt (path, self->clock, adopted_cb, adoption);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = stn_file_dialog_finish (result);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path)
    stn_welcome_window_take (STN_WELCOME_WINDOW (source), path);
}

static void
existing_cb (StnWelcomeWindow *self)
{
  /* The stick that is in has been found already. */
  g_auto (GStrv) mounts = stn_mounts_list ();
  g_autofree char *copy = stn_second_copy_find ((const char *const *) mounts);
  g_autoptr (GFile) file = copy ? g_file_new_for_path (copy) : NULL;
  const StnFileQuestion question = {.action = GTK_FILE_CHOOSER_ACTION_OPEN,
                                    .title = _ ("Choose Your Diary"),
                                    .accept = _ ("Open"),
                                    .file = file};

  stn_file_dialog_ask (GTK_WIDGET (self), &question, chosen_cb, NULL);
}

static void
stn_welcome_window_dispose (GObject *object)
{
  StnWelcomeWindow *self = STN_WELCOME_WINDOW (object);

  g_clear_pointer (&self->clock, stn_clock_unref);

  G_OBJECT_CLASS (stn_welcome_window_parent_class)->dispose (object);
}

static void
stn_welcome_window_class_init (StnWelcomeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_welcome_window_dispose;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_STRING);

  g_type_ensure (STN_TYPE_GLYPH);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-welcome-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StnWelcomeWindow, choices);
  gtk_widget_class_bind_template_child (widget_class, StnWelcomeWindow, start);
  gtk_widget_class_bind_template_child (widget_class, StnWelcomeWindow, waiting);
  gtk_widget_class_bind_template_child (widget_class, StnWelcomeWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, StnWelcomeWindow, failure_text);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, sample_cb);
  gtk_widget_class_bind_template_callback (widget_class, existing_cb);
}

static void
stn_welcome_window_init (StnWelcomeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_grab_focus (self->start);
}

StnWelcomeWindow *
stn_welcome_window_new (GtkApplication *app, StnClock *clock)
{
  StnWelcomeWindow *self = g_object_new (STN_TYPE_WELCOME_WINDOW, "application", app, NULL);

  self->clock = stn_clock_ref (clock);
  return self;
}
