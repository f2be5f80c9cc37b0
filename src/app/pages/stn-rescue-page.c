/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-rescue-page.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "diary/stn-failure.h"
#include "present/stn-rescue.h"
#include "widgets/stn-file-dialog.h"
#include "widgets/stn-question.h"
#include "wording/stn-wording.h"
#include "wording/stn-wording-restore.h"

struct _StnRescuePage {
  AdwBin parent_instance;

  char *diary;
  StnClock *clock;
  StnRescueFacts *facts;

  GtkLabel *title;
  GtkLabel *reason;
  GtkLabel *details;
  GtkLabel *promise;
  GtkWidget *failure;
  GtkLabel *failure_text;
  GtkWidget *choices;
  GtkWidget *use_backup;
  GtkLabel *backup_text;
  GtkWidget *use_recovered;
  GtkLabel *recovered_text;
  GtkWidget *waiting;
};

G_DEFINE_FINAL_TYPE (StnRescuePage, stn_rescue_page, ADW_TYPE_BIN)

gboolean
stn_rescue_page_can_help (const GError *error)
{
  return g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED) ||
         g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_NOT_A_DIARY) ||
         g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_MISSING);
}

static void
set_waiting (StnRescuePage *self, gboolean is_waiting)
{
  gtk_widget_set_visible (self->waiting, is_waiting);
  gtk_widget_set_sensitive (self->choices, !is_waiting);
}

static const char *
describe (const GError *error)
{
  if (g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_MISSING))
    return _ ("The file was moved, renamed or deleted. Its backups are still here.");
  if (g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_NOT_A_DIARY))
    return _ ("The file is damaged, or belongs to another program.");
  return stn_failure_to_open (error);
}

static void
show_failure (StnRescuePage *self, const char *text)
{
  gtk_label_set_label (self->failure_text, text);
  gtk_widget_set_visible (self->failure, TRUE);
}

/* What there is */

static char *
describe_nights (StnRescuePage *self, guint nights, StnDate last)
{
  g_autoptr (GDateTime) now = stn_clock_now (self->clock);
  g_autofree char *date = NULL;

  if (nights == 0)
    return g_strdup (_ ("No nights"));
  date = stn_wording_date (last, stn_date_of (now));
  return g_strdup_printf (
    /* Translators: 1: a number of nights, 2: a date */
    ngettext ("%1$u night, up to %2$s", "%1$u nights, up to %2$s", nights), nights, date);
}

static void
show_backup (StnRescuePage *self)
{
  const StnBackupFacts *good = self->facts->good;
  g_autoptr (GDateTime) now = stn_clock_now (self->clock);
  g_autofree char *date = NULL;
  g_autofree char *nights = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->use_backup, good != NULL);
  if (!good)
    return;
  date = stn_wording_date (good->date, stn_date_of (now));
  nights = describe_nights (self, good->nights, good->last);
  /* Translators: 1: a date, 2: "340 nights, up to 20 November" */
  text = g_strdup_printf (_ ("Made on %1$s. %2$s."), date, nights);
  gtk_label_set_label (self->backup_text, text);
}

static void
show_recovered (StnRescuePage *self)
{
  const StnSalvageReport *salvage = &self->facts->salvage;
  g_autofree char *nights = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->use_recovered, self->facts->recovered != NULL);
  if (!self->facts->recovered)
    return;
  nights = describe_nights (self, salvage->nights, salvage->last);
  if (salvage->lost > 0)
    text = g_strdup_printf (
      /* Translators: 1: "340 nights, up to 20 November", 2: a number of records */
      ngettext ("%1$s. %2$u record is damaged beyond reading.",
                "%1$s. %2$u records are damaged beyond reading.", salvage->lost),
      nights, salvage->lost);
  else
    /* Translators: %s is "340 nights, up to 20 November" */
    text = g_strdup_printf (_ ("%s."), nights);
  missing = stn_wording_missing_pages (salvage->missing, salvage->pages);
  if (missing != NULL) {
    g_autofree char *records = g_steal_pointer (&text);

    text = g_strdup_printf ("%s %s", records, missing);
  }
  gtk_label_set_label (self->recovered_text, text);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnRescuePage) self = STN_RESCUE_PAGE (user_data);

  g_clear_pointer (&self->facts, stn_rescue_facts_free);
  self->facts = stn_rescue_look_finish (result);
  if (!self->diary)
    return;
  show_backup (self);
  show_recovered (self);
  set_waiting (self, FALSE);
  /* The window may have been closed meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (self)))
    gtk_widget_child_focus (self->choices, GTK_DIR_TAB_FORWARD);
}

/* What is done */

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnRescuePage) self = STN_RESCUE_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  if (stn_rescue_finish (result, NULL, &error)) {
    gtk_widget_activate_action (GTK_WIDGET (self), "app.reopen", NULL);
    return;
  }
  if (!self->diary)
    return;
  set_waiting (self, FALSE);
  show_failure (self, stn_failure_to_open (error));
}

void
stn_rescue_page_take (StnRescuePage *self, const char *from)
{
  g_return_if_fail (STN_IS_RESCUE_PAGE (self));
  g_return_if_fail (from != NULL && self->diary != NULL);

  gtk_widget_set_visible (self->failure, FALSE);
  set_waiting (self, TRUE);
  stn_rescue_take (self->diary, from, self->clock, done_cb, g_object_ref (self));
}

static void
use_backup_cb (StnRescuePage *self)
{
  stn_rescue_page_take (self, self->facts->good->path);
}

static void
use_recovered_cb (StnRescuePage *self)
{
  stn_rescue_page_take (self, self->facts->recovered);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = stn_file_dialog_finish (result);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path)
    stn_rescue_page_take (STN_RESCUE_PAGE (source), path);
}

static void
choose_cb (StnRescuePage *self)
{
  const StnFileQuestion question = {.action = GTK_FILE_CHOOSER_ACTION_OPEN,
                                    .title = _ ("Choose Your Diary"),
                                    .accept = _ ("Open")};

  stn_file_dialog_ask (GTK_WIDGET (self), &question, chosen_cb, NULL);
}

static void
anew_answered_cb (StnRescuePage *self, const char *response)
{
  if (!g_str_equal (response, "begin"))
    return;
  gtk_widget_set_visible (self->failure, FALSE);
  set_waiting (self, TRUE);
  stn_rescue_begin_anew (self->diary, self->clock, done_cb, g_object_ref (self));
}

static void
begin_anew_cb (StnRescuePage *self)
{
  AdwMessageDialog *question = stn_question_show (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Begin an Empty Diary?"),
    _ ("What is there, and every backup of it, stays on this computer under a name with today's "
       "date."),
    "begin", _ ("_Begin Anew"), ADW_RESPONSE_DEFAULT);

  g_signal_connect_object (question, "response", G_CALLBACK (anew_answered_cb), self,
                           G_CONNECT_SWAPPED);
}

void
stn_rescue_page_open (StnRescuePage *self, const char *diary, StnClock *clock, const GError *error)
{
  const gboolean is_gone = g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_MISSING);

  g_return_if_fail (STN_IS_RESCUE_PAGE (self));
  g_return_if_fail (diary != NULL && clock != NULL && error != NULL && self->diary == NULL);

  self->diary = g_strdup (diary);
  self->clock = stn_clock_ref (clock);
  gtk_label_set_label (self->title,
                       is_gone ? _ ("Your diary is not there") : _ ("Your diary cannot be read"));
  gtk_label_set_label (self->reason, describe (error));
  gtk_label_set_label (self->details, error->message);
  gtk_label_set_label (
    self->promise,
    is_gone
      ? _ ("Nothing was changed so far.")
      : _ ("Nothing was changed so far. Whatever you choose, the damaged file is kept as it is, "
           "under a name with today's date."));
  set_waiting (self, TRUE);
  stn_rescue_look (diary, clock, looked_cb, g_object_ref (self));
}

static void
stn_rescue_page_dispose (GObject *object)
{
  StnRescuePage *self = STN_RESCUE_PAGE (object);

  /* What was recovered and not taken is of no use to anybody; the damaged file is still there. */
  if (self->facts && self->facts->recovered)
    g_unlink (self->facts->recovered);
  g_clear_pointer (&self->facts, stn_rescue_facts_free);
  g_clear_pointer (&self->diary, g_free);
  g_clear_pointer (&self->clock, stn_clock_unref);

  G_OBJECT_CLASS (stn_rescue_page_parent_class)->dispose (object);
}

static void
stn_rescue_page_class_init (StnRescuePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_rescue_page_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-rescue-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StnRescuePage, title);
  gtk_widget_class_bind_template_child (widget_class, StnRescuePage, reason);
  gtk_widget_class_bind_template_child (widget_class, StnRescuePage, details);
  gtk_widget_class_bind_template_child (widget_class, StnRescuePage, promise);
  gtk_widget_class_bind_template_child (widget_class, StnRescuePage, failure);
  gtk_widget_class_bind_template_child (widget_class, StnRescuePage, failure_text);
  gtk_widget_class_bind_template_child (widget_class, StnRescuePage, choices);
  gtk_widget_class_bind_template_child (widget_class, StnRescuePage, use_backup);
  gtk_widget_class_bind_template_child (widget_class, StnRescuePage, backup_text);
  gtk_widget_class_bind_template_child (widget_class, StnRescuePage, use_recovered);
  gtk_widget_class_bind_template_child (widget_class, StnRescuePage, recovered_text);
  gtk_widget_class_bind_template_child (widget_class, StnRescuePage, waiting);
  gtk_widget_class_bind_template_callback (widget_class, use_backup_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_recovered_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_anew_cb);
}

static void
stn_rescue_page_init (StnRescuePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
