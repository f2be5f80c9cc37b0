/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-routine-editor.h"

#include <glib/gi18n.h>

#include "diary/stn-diary-stretch.h"
#include "diary/stn-failure.h"
#include "widgets/stn-field-reason.h"
#include "widgets/stn-focus-child.h"
#include "widgets/stn-wrap-layout.h"

struct _StnRoutineEditor {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnRoutine *routine; /* as it stands in the form; NULL before it was opened */
  gboolean is_changed; /* and not saved */
  gboolean is_filling;

  GtkEditable *name;
  GtkWidget *empty;
  GtkListBox *steps;
  GtkBox *exercises;
  GtkWidget *failure;
  GtkLabel *failure_text;
};

G_DEFINE_FINAL_TYPE (StnRoutineEditor, stn_routine_editor, ADW_TYPE_BIN)

enum { CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void show_steps (StnRoutineEditor *self);

static void
name_changed_cb (StnRoutineEditor *self)
{
  if (self->is_filling || self->routine == NULL)
    return;
  g_free (self->routine->name);
  self->routine->name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  self->is_changed = TRUE;
}

/* A number of a step, as long as its row is there. @offset: of the number within StnRoutineStep. */
static void
number_changed_cb (GtkSpinButton *spin, gpointer user_data)
{
  StnRoutineEditor *self =
    STN_ROUTINE_EDITOR (gtk_widget_get_ancestor (GTK_WIDGET (spin), STN_TYPE_ROUTINE_EDITOR));
  StnRoutineStep *step = user_data;

  if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (spin)), "seconds") == 0)
    step->seconds = gtk_spin_button_get_value_as_int (spin);
  else
    step->repetitions = gtk_spin_button_get_value_as_int (spin);
  self->is_changed = TRUE;
}

static const char *
exercise_name (const char *id)
{
  const StnStretchExercise *exercise =
    stn_knowledge_get_stretch_exercise (stn_knowledge_get (), id);

  return exercise != NULL ? gettext (exercise->name) : id;
}

static void
name_control (GtkWidget *widget, const char *what, const char *exercise)
{
  /* Translators: name of a button or field for screen readers; 1: "Seconds", "Move up" ..., 2: "Calf stretch" */
  g_autofree char *label = g_strdup_printf (C_ ("control", "%1$s: %2$s"), what, exercise);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static GtkWidget *
number_new (StnRoutineStep *step, gboolean is_seconds)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const char *what = is_seconds ? _ ("Seconds") : _ ("How often");
  GtkWidget *title = gtk_label_new (what);
  GtkWidget *spin = gtk_spin_button_new_with_range (
    is_seconds ? STN_ROUTINE_MIN_S : 1,
    is_seconds ? STN_ROUTINE_MAX_S : STN_ROUTINE_MAX_REPETITIONS, 1);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_add_css_class (spin, "target");
  gtk_widget_set_name (spin, is_seconds ? "seconds" : "repetitions");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin),
                             is_seconds ? step->seconds : step->repetitions);
  stn_field_reason_watch_number (GTK_SPIN_BUTTON (spin));
  g_signal_connect (spin, "value-changed", G_CALLBACK (number_changed_cb), step);
  name_control (spin, what, exercise_name (step->exercise));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), spin);
  return box;
}

static GtkWidget *
button_new (const char *icon, const char *action, guint index, const char *what, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  gtk_widget_set_tooltip_text (button, what);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "icon-target");
  name_control (button, what, name);
  return button;
}

static GtkWidget *
step_new (StnRoutineEditor *self, guint index)
{
  StnRoutineStep *step = g_ptr_array_index (self->routine->steps, index);
  const char *name = exercise_name (step->exercise);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *numbers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (head), title);
  if (index > 0)
    gtk_box_append (GTK_BOX (head),
                    button_new ("go-up-symbolic", "routine.up", index, _ ("Move up"), name));
  gtk_box_append (GTK_BOX (head), button_new ("user-trash-symbolic", "routine.remove", index,
                                              _ ("Take out"), name));
  gtk_widget_set_layout_manager (numbers, g_object_new (STN_TYPE_WRAP_LAYOUT, "spacing", 12, NULL));
  gtk_box_append (GTK_BOX (numbers), number_new (step, TRUE));
  gtk_box_append (GTK_BOX (numbers), number_new (step, FALSE));
  gtk_widget_add_css_class (box, "row-form");
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), numbers);
  return box;
}

static void
show_steps (StnRoutineEditor *self)
{
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->steps, 0)) != NULL)
    gtk_list_box_remove (self->steps, GTK_WIDGET (old));
  for (guint i = 0; i < self->routine->steps->len; i++) {
    GtkWidget *row = gtk_list_box_row_new ();

    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
    gtk_widget_set_focusable (row, FALSE);
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), step_new (self, i));
    gtk_list_box_append (self->steps, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->steps), self->routine->steps->len > 0);
  gtk_widget_set_visible (self->empty, self->routine->steps->len == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.add",
                                 self->routine->steps->len < STN_ROUTINE_MAX_STEPS);
}

static void
changed (StnRoutineEditor *self)
{
  self->is_changed = TRUE;
  gtk_widget_set_visible (self->failure, FALSE);
  show_steps (self);
}

static void
up_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnRoutineEditor *self = STN_ROUTINE_EDITOR (widget);
  guint index = g_variant_get_uint32 (parameter);

  stn_routine_move (self->routine, index, index - 1);
  changed (self);
  gtk_widget_child_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->steps, (int) index - 1)),
                          GTK_DIR_TAB_FORWARD);
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnRoutineEditor *self = STN_ROUTINE_EDITOR (widget);

  stn_routine_remove (self->routine, g_variant_get_uint32 (parameter));
  changed (self);
  gtk_widget_child_focus (GTK_WIDGET (self->exercises), GTK_DIR_TAB_FORWARD);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnRoutineEditor *self = STN_ROUTINE_EDITOR (widget);
  const StnStretchExercise *exercise = stn_knowledge_get_stretch_exercise (
    stn_knowledge_get (), g_variant_get_string (parameter, NULL));

  if (exercise == NULL)
    return;
  stn_routine_add (self->routine, exercise->id, exercise->dose.hold_s, exercise->dose.repetitions);
  changed (self);
}

static gpointer
save_work (StnDiary *diary, gpointer data, GError **error)
{
  gint64 group;

  return stn_diary_put_routine (diary, data, &group, error) ? g_memdup2 (&group, sizeof group)
                                                            : NULL;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnRoutineEditor) self = STN_ROUTINE_EDITOR (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *group =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  g_autofree char *text = group == NULL ? stn_failure_not_saved (error) : NULL;

  gtk_widget_set_visible (self->failure, group == NULL);
  gtk_label_set_text (self->failure_text, text != NULL ? text : "");
  if (group == NULL)
    return;
  self->is_changed = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", _ ("Routine saved"),
                              *group);
  g_signal_emit (self, signals[CLOSED], 0);
}

/* What the person can see is wrong is said before the diary is asked. */
static const char *
find_mistake (StnRoutineEditor *self)
{
  if (*self->routine->name == '\0')
    return _ ("Give the routine a name.");
  if (self->routine->steps->len == 0)
    return _ ("Add at least one step.");
  return NULL;
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnRoutineEditor *self = STN_ROUTINE_EDITOR (widget);
  const char *mistake = find_mistake (self);

  if (mistake == NULL) {
    stn_diary_client_run (self->client, save_work, stn_routine_copy (self->routine),
                          (GDestroyNotify) stn_routine_free, g_free, NULL, saved_cb,
                          g_object_ref (self));
    return;
  }
  gtk_label_set_text (self->failure_text, mistake);
  gtk_widget_set_visible (self->failure, TRUE);
  gtk_widget_grab_focus (*self->routine->name == '\0' ? GTK_WIDGET (self->name)
                                                      : GTK_WIDGET (self->exercises));
}

static gboolean
stn_routine_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (STN_ROUTINE_EDITOR (widget)->name));
}

static void
stn_routine_editor_dispose (GObject *object)
{
  StnRoutineEditor *self = STN_ROUTINE_EDITOR (object);

  g_clear_object (&self->client);
  g_clear_pointer (&self->routine, stn_routine_free);

  G_OBJECT_CLASS (stn_routine_editor_parent_class)->dispose (object);
}

static void
stn_routine_editor_class_init (StnRoutineEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_routine_editor_dispose;
  widget_class->grab_focus = stn_routine_editor_grab_focus;
  widget_class->focus = stn_focus_child;
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-routine-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, StnRoutineEditor, name);
  gtk_widget_class_bind_template_child (widget_class, StnRoutineEditor, empty);
  gtk_widget_class_bind_template_child (widget_class, StnRoutineEditor, steps);
  gtk_widget_class_bind_template_child (widget_class, StnRoutineEditor, exercises);
  gtk_widget_class_bind_template_child (widget_class, StnRoutineEditor, failure);
  gtk_widget_class_bind_template_child (widget_class, StnRoutineEditor, failure_text);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_install_action (widget_class, "routine.up", "u", up_cb);
  gtk_widget_class_install_action (widget_class, "routine.remove", "u", remove_cb);
  gtk_widget_class_install_action (widget_class, "routine.add", "s", add_cb);
  gtk_widget_class_install_action (widget_class, "routine.save", NULL, save_cb);
}

static void
add_exercises (StnRoutineEditor *self)
{
  const StnStretchExercise *const *all =
    stn_knowledge_list_stretch_exercises (stn_knowledge_get ());

  for (guint i = 0; all[i] != NULL; i++) {
    GtkWidget *button = gtk_button_new_with_label (gettext (all[i]->name));

    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "routine.add");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", all[i]->id);
    gtk_widget_add_css_class (button, "target");
    name_control (button, _ ("Add"), gettext (all[i]->name));
    gtk_box_append (self->exercises, button);
  }
}

static void
stn_routine_editor_init (StnRoutineEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_field_reason_limit (GTK_WIDGET (self->name), STN_ROUTINE_NAME_MAX);
  add_exercises (self);
}

void
stn_routine_editor_set_client (StnRoutineEditor *self, StnDiaryClient *client)
{
  g_return_if_fail (STN_IS_ROUTINE_EDITOR (self));

  g_set_object (&self->client, client);
}

void
stn_routine_editor_open (StnRoutineEditor *self, const StnRoutine *routine)
{
  g_return_if_fail (STN_IS_ROUTINE_EDITOR (self));
  const char *uid = routine != NULL ? routine->id.uid : NULL;

  if (!self->is_changed || g_strcmp0 (uid, self->routine->id.uid) != 0) {
    g_clear_pointer (&self->routine, stn_routine_free);
    self->routine = routine != NULL ? stn_routine_copy (routine) : stn_routine_new ("");
    self->is_changed = FALSE;
    self->is_filling = TRUE;
    gtk_editable_set_text (self->name, self->routine->name);
    self->is_filling = FALSE;
  }
  gtk_widget_set_visible (self->failure, FALSE);
  show_steps (self);
}
