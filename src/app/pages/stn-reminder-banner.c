/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-reminder-banner.h"

#include "diary/stn-reminder-wording.h"
#include "present/stn-reminder-watch.h"
#include "widgets/stn-announcement.h"
#include "widgets/stn-pair-layout.h"
#include "widgets/stn-wrap-layout.h"

struct _StnReminderBanner {
  AdwBin parent_instance;

  StnReminderWatch *watch;

  GtkLabel *title;
  GtkLabel *body;
  GtkWidget *buttons; /* one of each, in the order of StnReminderButton */
};

G_DEFINE_FINAL_TYPE (StnReminderBanner, stn_reminder_banner, ADW_TYPE_BIN)

static void
show_buttons (StnReminderBanner *self, guint buttons, StnReminderWording wording)
{
  GtkWidget *child = gtk_widget_get_first_child (self->buttons);

  for (guint i = 0; child != NULL; i++, child = gtk_widget_get_next_sibling (child)) {
    gtk_button_set_label (GTK_BUTTON (child),
                          stn_wording_reminder_button ((StnReminderButton) i, wording));
    gtk_widget_set_visible (child, (buttons & (1u << i)) != 0);
  }
}

/* What had the focus may be answered and gone. */
static void
hide (StnReminderBanner *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                            GTK_DIR_TAB_FORWARD);
}

static void
show (StnReminderBanner *self)
{
  StnReminderWording wording = stn_reminder_wording_read ();
  StnReminderFace face = stn_reminder_watch_get_face (self->watch);
  const char *title, *body;
  gboolean is_new;

  if (face.kinds == 0) {
    hide (self);
    return;
  }
  title = stn_wording_reminder_title (face.kinds, wording);
  body = stn_wording_reminder_body (face.kinds, face.knows_usual, wording);
  is_new = !gtk_widget_get_visible (GTK_WIDGET (self)) ||
           g_strcmp0 (gtk_label_get_text (self->title), title) != 0;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->body, body);
  gtk_widget_set_visible (GTK_WIDGET (self->body), *body != '\0');
  show_buttons (self, stn_wording_reminder_buttons (face.kinds, face.knows_usual), wording);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (is_new)
    stn_announcement_say (GTK_WIDGET (self), title);
}

static void
said_cb (StnReminderWatch *watch, const char *text, gint64 group, StnReminderBanner *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", text, group);
}

static void
clicked_cb (StnReminderBanner *self, GtkWidget *button)
{
  StnReminderFace face = stn_reminder_watch_get_face (self->watch);
  guint which = 0;

  for (GtkWidget *before = button; (before = gtk_widget_get_prev_sibling (before)) != NULL;)
    which++;
  stn_reminder_watch_press (self->watch, (StnReminderButton) which);
  if (which == STN_BUTTON_START)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.stretch", NULL);
  else if (which == STN_BUTTON_OPEN && (face.kinds & (1u << STN_REMINDER_EVENING)) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-evening", "s", "");
  else if (which == STN_BUTTON_OPEN)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "today");
}

static void
stn_reminder_banner_dispose (GObject *object)
{
  StnReminderBanner *self = STN_REMINDER_BANNER (object);

  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);

  G_OBJECT_CLASS (stn_reminder_banner_parent_class)->dispose (object);
}

static void
stn_reminder_banner_class_init (StnReminderBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_reminder_banner_dispose;

  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-reminder-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, StnReminderBanner, title);
  gtk_widget_class_bind_template_child (widget_class, StnReminderBanner, body);
  gtk_widget_class_bind_template_child (widget_class, StnReminderBanner, buttons);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
stn_reminder_banner_init (StnReminderBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
stn_reminder_banner_set_client (StnReminderBanner *self, StnDiaryClient *client)
{
  g_return_if_fail (STN_IS_REMINDER_BANNER (self) && self->watch == NULL);

  self->watch = stn_reminder_watch_new (client);
  g_signal_connect_swapped (self->watch, "changed", G_CALLBACK (show), self);
  g_signal_connect (self->watch, "said", G_CALLBACK (said_cb), self);
}
