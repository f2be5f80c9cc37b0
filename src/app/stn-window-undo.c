/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-window-undo.h"

#include <glib/gi18n.h>

#include "diary/stn-change-facts.h"
#include "store/stn-change-log.h"
#include "widgets/stn-question.h"
#include "wording/stn-wording.h"

/* So many nights of before the window was opened are not taken back without a word. */
#define NIGHTS_UNASKED 3

typedef struct {
  gboolean is_redo;
  gint64 expected;
  gint64 opened;
} Undo;

typedef struct {
  StnChangeGroup *group;
  gboolean is_question; /* nothing was done yet */
} Undone;

static void
undone_free (Undone *self)
{
  stn_change_group_free (self->group);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Undone, undone_free)

/* Whether it has to be asked for. Whoever names the group has seen it. */
static gboolean
is_surprise (const Undo *undo, const StnChangeGroup *group)
{
  return group->nights->len > NIGHTS_UNASKED && group->when.utc_s < undo->opened;
}

static gpointer
undo_work (StnDiary *diary, gpointer data, GError **error)
{
  const Undo *undo = data;
  g_autoptr (Undone) done = g_new0 (Undone, 1);

  if (!undo->is_redo && undo->expected == 0) {
    done->group = stn_change_log_peek_undo (stn_diary_get_store (diary), error);
    if (done->group == NULL)
      return NULL;
    done->is_question = is_surprise (undo, done->group);
    if (done->is_question)
      return g_steal_pointer (&done);
    g_clear_pointer (&done->group, stn_change_group_free);
  }
  if (undo->is_redo ? stn_diary_redo (diary, &done->group, error)
                    : stn_diary_undo (diary, undo->expected, &done->group, error))
    return g_steal_pointer (&done);
  return NULL;
}

static char *
describe_undo (StnDiaryClient *client, gboolean is_redo, const StnChangeGroup *group)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (client));
  StnDate today = stn_date_of (now);
  const StnChangeFacts facts = stn_change_facts_of (group);

  return is_redo ? stn_wording_redone (&facts, today) : stn_wording_undone (&facts, today);
}

static char *
describe_failed_undo (gboolean is_redo, const GError *error)
{
  if (g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_NOTHING))
    return g_strdup (is_redo ? _ ("There is nothing to redo") : _ ("There is nothing to undo"));
  if (g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_CHANGED))
    return g_strdup (_ ("Not undone: something else was changed since"));
  /* Translators: %s is the reason, for example "the disk is full". */
  return g_strdup_printf (is_redo ? _ ("Not redone: %s") : _ ("Not undone: %s"), error->message);
}

static void run_undo (GtkWidget *window, gboolean is_redo, gint64 expected);

static void
undo_answered_cb (AdwMessageDialog *question, const char *response, GtkWidget *window)
{
  const gint64 *group = g_object_get_data (G_OBJECT (question), "group");

  if (g_str_equal (response, "undo"))
    run_undo (window, FALSE, *group);
}

/* What is taken back may be the work of months. */
static void
ask_undo (GtkWidget *window, StnDiaryClient *client, const StnChangeGroup *group)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (client));
  g_autoptr (GDateTime) when = stn_stamp_to_local (group->when);
  const StnDate today = stn_date_of (now);
  const StnChangeFacts facts = stn_change_facts_of (group);
  g_autofree char *date = stn_wording_date_brief (stn_date_of (when), today);
  g_autofree char *change = stn_wording_change (&facts, today);
  const guint n = group->nights->len;
  g_autofree char *heading =
    g_strdup_printf (ngettext ("Undo a change to %u night?", "Undo a change to %u nights?", n), n);
  g_autofree char *body = g_strdup_printf (
    /* Translators: 1: a date, "3 March"; 2: a change, such as "import of 197 nights" */
    _ ("It was made on %1$s: %2$s. Undoing takes all of it back. “Redo” brings it again."), date,
    change);
  AdwMessageDialog *question = stn_question_show (GTK_WINDOW (window), heading, body, "undo",
                                                  _ ("Undo"), ADW_RESPONSE_DESTRUCTIVE);

  g_object_set_data_full (G_OBJECT (question), "group",
                          g_memdup2 (&group->number, sizeof group->number), g_free);
  g_signal_connect_object (question, "response", G_CALLBACK (undo_answered_cb), window, 0);
}

static void
undone (StnDiaryClient *client, GAsyncResult *result, GtkWidget *window, gboolean is_redo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Undone) done = stn_diary_client_run_finish (client, result, &error);
  g_autofree char *text = NULL;

  if (done != NULL && done->is_question) {
    ask_undo (window, client, done->group);
    return;
  }
  /* What the toast offers is there before the diary was asked. */
  if (done != NULL)
    gtk_widget_action_set_enabled (window, is_redo ? "win.undo" : "win.redo", TRUE);
  text = done != NULL ? describe_undo (client, is_redo, done->group)
                      : describe_failed_undo (is_redo, error);
  if (done != NULL && !is_redo)
    gtk_widget_activate_action (window, "win.announce-undone", "s", text);
  else
    gtk_widget_activate_action (window, "win.announce", "(sx)", text,
                                done != NULL ? done->group->number : (gint64) 0);
}

static void
undo_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) window = user_data;

  undone (STN_DIARY_CLIENT (source), result, window, FALSE);
}

static void
redo_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) window = user_data;

  undone (STN_DIARY_CLIENT (source), result, window, TRUE);
}

/* @expected: 0, or the group that has to be the last. */
static void
run_undo (GtkWidget *window, gboolean is_redo, gint64 expected)
{
  g_autoptr (StnDiaryClient) client = NULL;
  Undo *undo = g_new0 (Undo, 1);

  undo->is_redo = is_redo;
  undo->expected = expected;
  g_object_get (window, "client", &client, "opened", &undo->opened, NULL);
  stn_diary_client_run (client, undo_work, undo, g_free, (GDestroyNotify) undone_free, NULL,
                        is_redo ? redo_cb : undo_cb, g_object_ref (window));
}

/* A text field has its own undo; the diary's must not jump in when that has come to its end. */
static gboolean
is_typing (GtkWidget *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}

static void
undo_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!is_typing (widget))
    run_undo (widget, FALSE, 0);
}

static void
redo_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!is_typing (widget))
    run_undo (widget, TRUE, 0);
}

static void
undo_group_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run_undo (widget, FALSE, g_variant_get_int64 (parameter));
}

/* What there is for the actions. */
typedef struct {
  gboolean can_undo;
  gboolean can_redo;
} Possible;

static gpointer
look_work (StnDiary *diary, gpointer data, GError **error)
{
  g_autofree Possible *possible = g_new (Possible, 1);

  if (!stn_change_log_has_any (stn_diary_get_store (diary), &possible->can_undo,
                               &possible->can_redo, error))
    return NULL;
  return g_steal_pointer (&possible);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) window = user_data;
  g_autofree Possible *possible =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, NULL);

  gtk_widget_action_set_enabled (window, "win.undo", possible != NULL && possible->can_undo);
  gtk_widget_action_set_enabled (window, "win.redo", possible != NULL && possible->can_redo);
}

static void
look (GtkWidget *window, GArray *nights, StnDiaryClient *client)
{
  stn_diary_client_run_after_picture (client, look_work, NULL, NULL, g_free, NULL, looked_cb,
                                      g_object_ref (window));
}

void
stn_window_undo_follow (GtkWidget *window, StnDiaryClient *client)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (STN_IS_DIARY_CLIENT (client));

  g_signal_connect_object (client, "changed", G_CALLBACK (look), window, G_CONNECT_SWAPPED);
  look (window, NULL, client);
}

void
stn_window_undo_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action_cb);
  gtk_widget_class_install_action (widget_class, "win.undo-group", "x", undo_group_cb);
  /* Not as accelerators of the application: those come before the text field that has the focus. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
}
