/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-safety-banner.h"

#include <glib/gi18n.h>

#include "diary/stn-failure.h"
#include "pages/stn-restore-question.h"
#include "present/stn-copies.h"
#include "present/stn-safekeeper.h"
#include "widgets/stn-pair-layout.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording.h"

struct _StnSafetyBanner {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnSafekeeper *safekeeper;
  char *backup; /* what "show" is about; NULL when there is nothing to show */

  GtkLabel *text;
  GtkWidget *show;
  GtkWidget *keep;
  GtkWidget *repair;
};

G_DEFINE_FINAL_TYPE (StnSafetyBanner, stn_safety_banner, ADW_TYPE_BIN)

static void
show_text (StnSafetyBanner *self, const char *text, gboolean is_repairable)
{
  gtk_label_set_label (self->text, text ? text : "");
  gtk_widget_set_visible (self->show, self->backup != NULL);
  gtk_widget_set_visible (self->keep, stn_safekeeper_get (self->safekeeper)->report.outcome ==
                                        STN_BACKUP_HELD_BACK);
  gtk_widget_set_visible (self->repair, is_repairable);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

static char *
describe_fewer (StnSafetyBanner *self, const StnBackupReport *report)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));
  g_autofree char *date = stn_wording_date (report->before, stn_date_of (now));

  return g_strdup_printf (
    /* Translators: 1: a number of nights, 2: a date */
    ngettext ("%1$u night that this diary had on %2$s is gone, and nobody deleted it here.",
              "%1$u nights that this diary had on %2$s are gone, and nobody deleted them here.",
              report->vanished),
    report->vanished, date);
}

static char *
describe_failure (const StnSafekeeping *known)
{
  const GError *error = known->failure ? known->failure : known->copy_failure;
  g_autofree char *reason = stn_failure_reason (error);

  return known->failure
           /* Translators: %s is the reason, for example "the disk is full". */
           ? g_strdup_printf (_ ("No backup could be made: %s."), reason)
           /* Translators: %s is the reason, for example "the disk is full". */
           : g_strdup_printf (_ ("The second copy could not be made: %s."), reason);
}

static const char *
describe_copy (StnSecondCopyState state)
{
  switch (state) {
  case STN_SECOND_COPY_HELD_BACK:
    return _ ("The second copy has far more than this diary. It was left as it is.");
  case STN_SECOND_COPY_ANOTHER:
    return _ (
      "Where the second copy was, there is a copy of another diary now. It was left as it is.");
  case STN_SECOND_COPY_AHEAD:
    return _ ("The second copy has changes that this diary does not have. It was left as it is.");
  case STN_SECOND_COPY_NONE:
  case STN_SECOND_COPY_AWAY:
  case STN_SECOND_COPY_CURRENT:
  case STN_SECOND_COPY_MADE:
    break;
  }
  return NULL;
}

static char *
describe_unreadable (guint nights)
{
  return g_strdup_printf (
    ngettext ("A part of this diary is damaged: %u night cannot be read and is left out.",
              "A part of this diary is damaged: %u nights cannot be read and are left out.",
              nights),
    nights);
}

/* What matters most comes first. */
static void
changed_cb (StnSafetyBanner *self)
{
  const StnSafekeeping *known = stn_safekeeper_get (self->safekeeper);
  g_autofree char *text = NULL;

  g_clear_pointer (&self->backup, g_free);
  if (known->unreadable > 0) {
    text = describe_unreadable (known->unreadable);
    show_text (self, text, TRUE);
  } else if (g_error_matches (known->failure, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED)) {
    show_text (self, _ ("A part of this diary is damaged. The backups from before are kept."),
               TRUE);
  } else if (known->is_newer) {
    show_text (self,
               _ ("This diary was written by a newer version of Stillnight. It can be read here, "
                  "not written."),
               FALSE);
  } else if (known->is_read_only) {
    show_text (self, _ ("This diary can only be read: its file may not be written."), FALSE);
  } else if (known->report.outcome == STN_BACKUP_HELD_BACK) {
    text = describe_fewer (self, &known->report);
    self->backup = g_strdup (known->good != NULL ? known->good->path : NULL);
    show_text (self, text, FALSE);
  } else if (known->failure || known->copy_failure) {
    text = describe_failure (known);
    show_text (self, text, FALSE);
  } else {
    show_text (self, describe_copy (known->copy), FALSE);
  }
}

static void
announce (StnSafetyBanner *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", text, (gint64) 0);
}

static void
answered_cb (const char *text, gpointer user_data)
{
  StnSafetyBanner *self = STN_SAFETY_BANNER (user_data);

  if (!text || !self->safekeeper)
    return;
  announce (self, text);
  stn_safekeeper_look (self->safekeeper);
}

static void
show_cb (StnSafetyBanner *self)
{
  stn_restore_question_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->client,
                            self->backup, answered_cb, G_OBJECT (self));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnSafetyBanner) self = STN_SAFETY_BANNER (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!stn_copies_make_finish (STN_DIARY_CLIENT (source), result, &error))
    /* Translators: %s is the reason, for example "the disk is full". */
    text = g_strdup_printf (_ ("No backup was made: %s"), error->message);
  if (!self->safekeeper)
    return;
  if (text)
    announce (self, text);
  stn_safekeeper_look (self->safekeeper);
}

/* It is right as it is: from now on this is what backups are compared with. */
static void
keep_cb (StnSafetyBanner *self)
{
  stn_copies_make (self->client, kept_cb, g_object_ref (self));
}

static void
stn_safety_banner_dispose (GObject *object)
{
  StnSafetyBanner *self = STN_SAFETY_BANNER (object);

  g_clear_object (&self->safekeeper);
  g_clear_object (&self->client);
  g_clear_pointer (&self->backup, g_free);

  G_OBJECT_CLASS (stn_safety_banner_parent_class)->dispose (object);
}

static void
stn_safety_banner_class_init (StnSafetyBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_safety_banner_dispose;

  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-safety-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, StnSafetyBanner, text);
  gtk_widget_class_bind_template_child (widget_class, StnSafetyBanner, show);
  gtk_widget_class_bind_template_child (widget_class, StnSafetyBanner, keep);
  gtk_widget_class_bind_template_child (widget_class, StnSafetyBanner, repair);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
}

static void
stn_safety_banner_init (StnSafetyBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
stn_safety_banner_set_client (StnSafetyBanner *self, StnDiaryClient *client)
{
  g_return_if_fail (STN_IS_SAFETY_BANNER (self));
  g_return_if_fail (STN_IS_DIARY_CLIENT (client) && self->client == NULL);

  self->client = g_object_ref (client);
  self->safekeeper = stn_safekeeper_new (client);
  g_signal_connect_object (self->safekeeper, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}
