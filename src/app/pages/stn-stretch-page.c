/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-stretch-page.h"

#include <glib/gi18n.h>

#include "diary/stn-failure.h"
#include "pages/stn-routine-editor.h"
#include "pages/stn-stretch-guide.h"
#include "pages/stn-stretch-questions.h"
#include "pages/stn-stretch-row.h"
#include "present/stn-stretch-picture.h"
#include "widgets/stn-pair-layout.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording-stretch.h"

/* A stretch that waited for longer is begun anew. */
#define WAITS_US (G_GINT64_CONSTANT (7200) * G_USEC_PER_SEC)

struct _StnStretchPage {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnStretchPicture *picture; /* NULL until the diary was read */
  gboolean is_opening;        /* the next picture decides what is shown */
  gboolean begins_seated;     /* which version the button offers */
  gint64 left_us;             /* when the page was left */

  GtkLabel *title;
  GtkWidget *seated;
  GtkWidget *others;
  GtkStack *stack;
  StnStretchQuestions *questions;
  GtkScrolledWindow *chooser;
  GtkLabel *count;
  GtkListBox *routines;
  GtkWidget *add;
  GtkBox *notes;
  StnStretchGuide *guide;
  AdwStatusPage *done;
  GtkLabel *done_count;
  GtkWidget *failure;
  GtkLabel *failure_text;
  GtkWidget *count_it;
  GtkWidget *close;
  StnRoutineEditor *editor;
};

G_DEFINE_FINAL_TYPE (StnStretchPage, stn_stretch_page, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, PROP_WAITING, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Names of the parts in the stack. */
#define QUESTIONS "questions"
#define ROUTINES "routines"
#define GUIDE "guide"
#define DONE "done"
#define EDITOR "editor"

static gboolean
is_showing (StnStretchPage *self, const char *part)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), part) == 0;
}

static void
show_part (StnStretchPage *self, const char *part)
{
  gboolean is_guide = g_str_equal (part, GUIDE);

  gtk_stack_set_visible_child_name (self->stack, part);
  gtk_label_set_text (self->title, g_str_equal (part, ROUTINES) ? _ ("Before bed")
                                   : g_str_equal (part, EDITOR) ? _ ("Your own routine")
                                                                : _ ("Bedtime stretch"));
  /* The drawing and the time need the room more. */
  if (is_guide)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "stretch-page-title");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "stretch-page-title");
  gtk_widget_set_visible (self->others, is_guide || g_str_equal (part, DONE));
  gtk_widget_set_visible (self->seated, is_guide && self->picture != NULL &&
                                          stn_stretch_picture_find_seated (self->picture) != NULL);
}

/* What can be chosen */

static void
show_routines (StnStretchPage *self)
{
  g_autofree char *count = stn_wording_stretch_count (
    self->picture->count.done, self->picture->count.evenings, STN_STRETCH_DAYS);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->routines)) != NULL;
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->routines, 0)) != NULL)
    gtk_list_box_remove (self->routines, GTK_WIDGET (old));
  for (guint i = 0; i < self->picture->choices->len; i++)
    gtk_list_box_append (self->routines,
                         stn_stretch_row_new (g_ptr_array_index (self->picture->choices, i)));
  gtk_label_set_text (self->count, count);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->routines), GTK_DIR_TAB_FORWARD);
}

static void
show_done_count (StnStretchPage *self)
{
  g_autofree char *count = stn_wording_stretch_count (
    self->picture->count.done, self->picture->count.evenings, STN_STRETCH_DAYS);

  gtk_label_set_text (self->done_count, count);
}

static void
choose (StnStretchPage *self)
{
  show_part (self, ROUTINES);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->chooser), 0);
  gtk_widget_child_focus (GTK_WIDGET (self->routines), GTK_DIR_TAB_FORWARD);
}

static void
begin (StnStretchPage *self, const StnStretchChoice *choice)
{
  self->begins_seated = choice->routine == NULL || !choice->routine->seated;
  gtk_button_set_label (GTK_BUTTON (self->seated),
                        self->begins_seated ? _ ("Seated Version") : _ ("Standing Version"));
  show_part (self, GUIDE);
  stn_stretch_guide_begin (self->guide, stn_diary_client_get_clock (self->client), choice->plan);
  gtk_widget_grab_focus (GTK_WIDGET (self->guide));
}

/* Who did it before begins at once, unless there is something to be said first. */
static void
decide (StnStretchPage *self)
{
  const StnStretchChoice *usual =
    stn_stretch_choices_get_usual (self->picture->choices, self->picture->last);

  self->is_opening = FALSE;
  if (self->picture->questions->len > 0) {
    stn_stretch_questions_show (self->questions, self->picture->questions);
    show_part (self, QUESTIONS);
    gtk_widget_grab_focus (GTK_WIDGET (self->questions));
  } else if (self->picture->last == NULL || usual == NULL || usual->gate != NULL) {
    choose (self);
  } else {
    begin (self, usual);
  }
}

static gpointer
read_work (StnDiary *diary, gpointer data, GError **error)
{
  return stn_stretch_picture_read (diary, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnStretchPage) self = STN_STRETCH_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  StnStretchPicture *picture =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (picture == NULL) {
    if (!stn_failure_is_end (error))
      gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)",
                                  _ ("The diary cannot be read"), (gint64) 0);
    return;
  }
  g_clear_pointer (&self->picture, stn_stretch_picture_free);
  self->picture = picture;
  if (self->client == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  show_routines (self);
  show_done_count (self);
  if (self->is_opening)
    decide (self);
}

static void
read_again (StnStretchPage *self)
{
  stn_diary_client_run (self->client, read_work, NULL, NULL,
                        (GDestroyNotify) stn_stretch_picture_free, NULL, read_cb,
                        g_object_ref (self));
}

static void
changed_cb (StnDiaryClient *client, GArray *nights, StnStretchPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_again (self);
}

/* Writing */

static gpointer
group_box (gint64 group)
{
  return g_memdup2 (&group, sizeof group);
}

static void
announce (StnStretchPage *self, const char *text, gint64 group)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", text, group);
}

static gpointer
answer_work (StnDiary *diary, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) questions = stn_diary_list_stretch_questions (diary, error);
  gint64 group;

  if (questions == NULL ||
      !stn_diary_answer_stretch_questions (diary, questions, data, &group, error))
    return NULL;
  return group_box (group);
}

/* After a change that this page made: the picture that follows decides what is shown. */
static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnStretchPage) self = STN_STRETCH_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *group =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  g_autofree char *text = NULL;

  if (group != NULL) {
    self->is_opening = TRUE;
    read_again (self);
    return;
  }
  text = stn_failure_not_saved (error);
  announce (self, text, 0);
}

static void
answered_cb (StnStretchPage *self)
{
  stn_diary_client_run (self->client, answer_work, stn_stretch_questions_list_yes (self->questions),
                        (GDestroyNotify) g_strfreev, g_free, NULL, written_cb, g_object_ref (self));
}

/* What was done, on its way to the diary. */
typedef struct {
  StnSession *session;
  GPtrArray *exercises;
  gboolean has_stretch;
} Finish;

static void
finish_free (gpointer data)
{
  Finish *finish = data;

  stn_session_free (finish->session);
  g_ptr_array_unref (finish->exercises);
  g_free (finish);
}

/* @all: also what was skipped, when the person says that it was done. */
static Finish *
finish_new (StnStretchPage *self, gboolean all)
{
  const StnStretchRun *run = stn_stretch_guide_get_run (self->guide);
  const StnStretchPlan *plan = stn_stretch_run_get_plan (run);
  StnClock *clock = stn_diary_client_get_clock (self->client);
  g_autoptr (GDateTime) now = stn_clock_now (clock);
  g_autoptr (GDateTime) began = g_date_time_add_seconds (now, -stn_stretch_run_get_taken_s (run));
  Finish *finish = g_new0 (Finish, 1);

  finish->session = stn_session_new (stn_date_of (now), plan->routine);
  finish->session->started = stn_stamp_of (began);
  finish->session->seconds = MIN (stn_stretch_run_get_taken_s (run), STN_SESSION_MAX_S);
  finish->session->steps = CLAMP ((int) stn_stretch_run_count_done (run), 1, STN_SESSION_MAX_STEPS);
  finish->exercises = g_ptr_array_new ();
  for (guint i = 0; i < plan->exercises->len; i++) {
    const StnStretchExercise *exercise = stn_knowledge_get_stretch_exercise (
      stn_knowledge_get (), g_ptr_array_index (plan->exercises, i));

    if (exercise == NULL || (!all && !stn_stretch_run_did (run, exercise->id)))
      continue;
    g_ptr_array_add (finish->exercises, (gpointer) exercise->id);
    finish->has_stretch |= g_str_equal (exercise->factor, "stretch");
  }
  g_ptr_array_add (finish->exercises, NULL);
  return finish;
}

static gpointer
finish_work (StnDiary *diary, gpointer data, GError **error)
{
  const Finish *finish = data;
  gint64 group;

  if (!stn_diary_finish_stretch (diary, finish->session,
                                 (const char *const *) finish->exercises->pdata, &group, error))
    return NULL;
  return group_box (group);
}

static void
finished_work_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnStretchPage) self = STN_STRETCH_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *group =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  g_autofree char *text = group == NULL ? stn_failure_not_saved (error) : NULL;

  gtk_widget_set_visible (self->failure, group == NULL);
  gtk_label_set_text (self->failure_text, text != NULL ? text : "");
  gtk_widget_set_visible (self->count_it, group == NULL);
  if (group == NULL)
    return;
  announce (self, _ ("Saved: tonight's session"), *group);
  read_again (self);
}

static void
keep (StnStretchPage *self, gboolean all)
{
  Finish *finish = finish_new (self, all);

  adw_status_page_set_title (self->done, _ ("Done"));
  adw_status_page_set_description (self->done, stn_wording_stretch_done (finish->has_stretch));
  stn_diary_client_run (self->client, finish_work, finish, finish_free, g_free, NULL,
                        finished_work_cb, g_object_ref (self));
}

/* What was skipped was not done, and nobody is asked about it; who did it without the guide says so with one press. */
static void
finished_cb (StnStretchPage *self)
{
  Finish *finish = finish_new (self, FALSE);
  gboolean did = finish->exercises->len > 1;

  finish_free (finish);
  show_part (self, DONE);
  gtk_widget_set_visible (self->failure, FALSE);
  gtk_widget_set_visible (self->count_it, !did);
  gtk_widget_grab_focus (self->close);
  if (did) {
    keep (self, FALSE);
    return;
  }
  adw_status_page_set_title (self->done, _ ("The end"));
  adw_status_page_set_description (self->done,
                                   _ ("Most of it was skipped, so nothing is marked for tonight."));
}

static void
count_it_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnStretchPage *self = STN_STRETCH_PAGE (widget);

  if (stn_stretch_guide_get_run (self->guide) != NULL)
    keep (self, TRUE);
}

/* What the person presses */

static void
begin_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnStretchPage *self = STN_STRETCH_PAGE (widget);
  const StnStretchChoice *choice =
    self->picture == NULL
      ? NULL
      : stn_stretch_choices_find (self->picture->choices, g_variant_get_string (parameter, NULL));

  if (choice != NULL && (choice->gate == NULL || !choice->gate->closes))
    begin (self, choice);
}

static void
seated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnStretchPage *self = STN_STRETCH_PAGE (widget);
  const StnStretchChoice *choice;

  if (self->picture == NULL)
    return;
  choice = self->begins_seated ? stn_stretch_picture_find_seated (self->picture)
                               : stn_stretch_choices_get_usual (self->picture->choices, "standing");
  if (choice != NULL)
    begin (self, choice);
}

static void
others_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnStretchPage *self = STN_STRETCH_PAGE (widget);

  if (self->picture != NULL)
    choose (self);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnStretchPage *self = STN_STRETCH_PAGE (widget);

  stn_routine_editor_open (self->editor, NULL);
  show_part (self, EDITOR);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnStretchPage *self = STN_STRETCH_PAGE (widget);
  const StnStretchChoice *choice =
    self->picture == NULL
      ? NULL
      : stn_stretch_choices_find (self->picture->choices, g_variant_get_string (parameter, NULL));

  if (choice == NULL || choice->own == NULL)
    return;
  stn_routine_editor_open (self->editor, choice->own);
  show_part (self, EDITOR);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static gpointer
delete_work (StnDiary *diary, gpointer data, GError **error)
{
  gint64 group;

  return stn_diary_delete_routine (diary, data, &group, error) ? group_box (group) : NULL;
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnStretchPage) self = STN_STRETCH_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *group =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  g_autofree char *text =
    group != NULL ? g_strdup (_ ("Routine deleted")) : stn_failure_not_saved (error);

  announce (self, text, group != NULL ? *group : 0);
  gtk_widget_grab_focus (self->add);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnStretchPage *self = STN_STRETCH_PAGE (widget);

  stn_diary_client_run (self->client, delete_work, g_variant_dup_string (parameter, NULL), g_free,
                        g_free, NULL, deleted_cb, g_object_ref (self));
}

static void
editor_closed_cb (StnStretchPage *self)
{
  if (self->picture != NULL)
    choose (self);
}

/* Back goes one part back where there is one; the guide is left as it is. */
static void
leave_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnStretchPage *self = STN_STRETCH_PAGE (widget);

  if (is_showing (self, EDITOR)) {
    editor_closed_cb (self);
    return;
  }
  if (is_showing (self, DONE))
    stn_stretch_guide_drop (self->guide);
  stn_stretch_guide_pause (self->guide);
  self->left_us = stn_clock_get_steady_us (stn_diary_client_get_clock (self->client));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WAITING]);
  g_signal_emit (self, signals[CLOSED], 0);
}

static const StnStretchRun *
get_waiting (StnStretchPage *self)
{
  const StnStretchRun *run = stn_stretch_guide_get_run (self->guide);

  return run != NULL && stn_stretch_run_get_state (run) == STN_STRETCH_PAUSED ? run : NULL;
}

static void
guide_changed_cb (StnStretchPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WAITING]);
}

static void
stn_stretch_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stn_stretch_page_parent_class)->unmap (widget);
  STN_STRETCH_PAGE (widget)->is_opening = FALSE;
}

static void
stn_stretch_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnStretchPage *self = STN_STRETCH_PAGE (object);

  if (id != PROP_CLIENT) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  if (g_set_object (&self->client, g_value_get_object (value)) && self->client != NULL) {
    g_signal_connect_object (self->client, "changed", G_CALLBACK (changed_cb), self, 0);
    stn_routine_editor_set_client (self->editor, self->client);
  }
}

static void
stn_stretch_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StnStretchPage *self = STN_STRETCH_PAGE (object);

  switch (id) {
  case PROP_CLIENT:
    g_value_set_object (value, self->client);
    break;
  case PROP_WAITING:
    if (get_waiting (self) != NULL)
      g_value_take_string (value, stn_wording_stretch_progress (get_waiting (self)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_stretch_page_dispose (GObject *object)
{
  StnStretchPage *self = STN_STRETCH_PAGE (object);

  g_clear_object (&self->client);
  g_clear_pointer (&self->picture, stn_stretch_picture_free);

  G_OBJECT_CLASS (stn_stretch_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  g_type_ensure (STN_TYPE_ROUTINE_EDITOR);
  g_type_ensure (STN_TYPE_STRETCH_GUIDE);
  g_type_ensure (STN_TYPE_STRETCH_QUESTIONS);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-stretch-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StnStretchPage, title);
  gtk_widget_class_bind_template_child (widget_class, StnStretchPage, seated);
  gtk_widget_class_bind_template_child (widget_class, StnStretchPage, others);
  gtk_widget_class_bind_template_child (widget_class, StnStretchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StnStretchPage, questions);
  gtk_widget_class_bind_template_child (widget_class, StnStretchPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, StnStretchPage, count);
  gtk_widget_class_bind_template_child (widget_class, StnStretchPage, routines);
  gtk_widget_class_bind_template_child (widget_class, StnStretchPage, add);
  gtk_widget_class_bind_template_child (widget_class, StnStretchPage, notes);
  gtk_widget_class_bind_template_child (widget_class, StnStretchPage, guide);
  gtk_widget_class_bind_template_child (widget_class, StnStretchPage, done);
  gtk_widget_class_bind_template_child (widget_class, StnStretchPage, done_count);
  gtk_widget_class_bind_template_child (widget_class, StnStretchPage, failure);
  gtk_widget_class_bind_template_child (widget_class, StnStretchPage, failure_text);
  gtk_widget_class_bind_template_child (widget_class, StnStretchPage, count_it);
  gtk_widget_class_bind_template_child (widget_class, StnStretchPage, close);
  gtk_widget_class_bind_template_child (widget_class, StnStretchPage, editor);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, guide_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, editor_closed_cb);
}

static void
stn_stretch_page_class_init (StnStretchPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_stretch_page_dispose;
  object_class->get_property = stn_stretch_page_get_property;
  object_class->set_property = stn_stretch_page_set_property;
  widget_class->unmap = stn_stretch_page_unmap;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_WAITING] =
    g_param_spec_string ("waiting", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "stretch.begin", "s", begin_cb);
  gtk_widget_class_install_action (widget_class, "stretch.edit", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "stretch.delete", "s", delete_cb);
  gtk_widget_class_install_action (widget_class, "stretch.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "stretch.seated", NULL, seated_cb);
  gtk_widget_class_install_action (widget_class, "stretch.others", NULL, others_cb);
  gtk_widget_class_install_action (widget_class, "stretch.count-it", NULL, count_it_cb);
  gtk_widget_class_install_action (widget_class, "stretch.leave", NULL, leave_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "stretch.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "stretch.leave",
                                       NULL);
}

static void
add_notes (StnStretchPage *self)
{
  const StnStretchNote *const *notes = stn_knowledge_list_stretch_notes (stn_knowledge_get ());

  for (guint i = 0; notes[i] != NULL; i++) {
    GtkWidget *label = gtk_label_new (gettext (notes[i]->text));

    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_box_append (self->notes, label);
  }
}

static void
stn_stretch_page_init (StnStretchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_notes (self);
}

void
stn_stretch_page_open (StnStretchPage *self)
{
  g_return_if_fail (STN_IS_STRETCH_PAGE (self));
  gint64 now_us = stn_clock_get_steady_us (stn_diary_client_get_clock (self->client));

  if (get_waiting (self) != NULL && now_us - self->left_us < WAITS_US) {
    show_part (self, GUIDE);
    stn_stretch_guide_go_on (self->guide);
    gtk_widget_grab_focus (GTK_WIDGET (self->guide));
    return;
  }
  stn_stretch_page_drop (self);
  self->is_opening = TRUE;
  read_again (self);
}

void
stn_stretch_page_drop (StnStretchPage *self)
{
  g_return_if_fail (STN_IS_STRETCH_PAGE (self));

  stn_stretch_guide_drop (self->guide);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WAITING]);
}
