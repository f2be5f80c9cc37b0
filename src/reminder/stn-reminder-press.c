/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-reminder-press.h"

#include "schedule/stn-reminder-plan.h"
#include "stn-reminder-desktop.h"

#include <glib/gi18n.h>

#define STRETCH (1u << STN_REMINDER_STRETCH)
#define EVENING (1u << STN_REMINDER_EVENING)
#define BUTTON(name) (1u << STN_BUTTON_##name)

static void
tell (StnReminderPress *self,
      StnReminderFace face,
      gint64 group,
      const char *title,
      const char *body,
      guint buttons)
{
  stn_reminder_board_tell (self->board, face, group, title, body, buttons,
                           stn_reminder_diary_get_wording (self->diary),
                           stn_reminder_diary_now (self->diary));
}

static guint
buttons_of (StnReminderFace face)
{
  return stn_wording_reminder_buttons (face.kinds, face.knows_usual);
}

/* The same buttons once more, and why: what they write is the same when it is written twice. */
static void
say_not_saved (StnReminderPress *self, StnReminderFace face, const GError *error)
{
  gboolean is_unknown = g_error_matches (error, STN_REMINDER_ERROR, STN_REMINDER_ERROR_NO_ANSWER);
  g_autofree char *body =
    is_unknown ? g_strdup (_ ("You can press again."))
               /* Translators: %s is a sentence that says why, for example "The disk is full." */
               : g_strdup_printf (_ ("%s You can press again."), error->message);

  tell (self, face, 0, is_unknown ? _ ("It is not known whether that was saved") : _ ("Not saved"),
        body, buttons_of (face) | BUTTON (OPEN));
}

static void
write_it (StnReminderPress *self, StnReminderFace face, StnReminderButton button)
{
  StnReminderKind kind = button == STN_BUTTON_QUIET ? STN_REMINDER_MORNING : STN_REMINDER_EVENING;
  g_autoptr (GError) error = NULL;
  StnReminderFace left = face;
  gint64 group;
  guint buttons;

  if (!stn_reminder_diary_press (self->diary, button, face.night, &group, &error)) {
    say_not_saved (self, face, error);
    return;
  }
  stn_reminder_diary_note (self->diary, face.night, 1u << kind, STN_CLAIM_DONE, 0);
  left.kinds &= ~(1u << kind);
  buttons = left.kinds != 0 ? buttons_of (left) & ~BUTTON (NOT_TONIGHT) & ~BUTTON (OPEN) : 0;
  tell (self, left, group, _ ("Saved"),
        stn_wording_reminder_saved (button, stn_reminder_diary_get_wording (self->diary)),
        buttons | (group != 0 ? BUTTON (UNDO) : 0));
}

static void
undo (StnReminderPress *self, StnReminderFace face, gint64 group)
{
  g_autoptr (GError) error = NULL;

  if (!stn_reminder_diary_undo (self->diary, group, &face, &error)) {
    if (g_error_matches (error, STN_REMINDER_ERROR, STN_REMINDER_ERROR_NO_ANSWER))
      tell (self, face, 0, _ ("It is not known whether that was undone"), "", BUTTON (OPEN));
    else
      tell (self, face, 0, _ ("Not undone"), error->message, BUTTON (OPEN));
    return;
  }
  if (face.kinds == 0)
    return;
  stn_reminder_diary_note (self->diary, face.night, face.kinds, STN_CLAIM_SHOWN, 0);
  if (!stn_reminder_board_remind (self->board, face, stn_reminder_diary_get_wording (self->diary),
                                  stn_reminder_diary_now (self->diary), &error))
    g_debug ("cannot show a notification: %s", error->message);
}

typedef struct {
  StnReminderPress *self;
  StnReminderFace face;
  StnReminderButton button;
} Opening;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Opening *opening = user_data;
  g_autoptr (GError) error = NULL;

  if (stn_desktop_open_window_finish (G_DBUS_CONNECTION (source), result, &error)) {
    if (opening->button == STN_BUTTON_START) {
      stn_reminder_diary_note (opening->self->diary, opening->face.night, STRETCH, STN_CLAIM_DONE,
                               0);
      opening->self->noted (opening->self->data);
    }
    return;
  }
  g_debug ("cannot open the window: %s", error->message);
  tell (opening->self, opening->face, 0, _ ("Stillnight could not be opened"),
        _ ("You can press again."), buttons_of (opening->face) | BUTTON (OPEN));
}

static void
open_window (StnReminderPress *self, StnReminderFace face, StnReminderButton button)
{
  Opening *opening = g_new0 (Opening, 1);

  *opening = (Opening){self, face, button};
  if (button == STN_BUTTON_START)
    stn_desktop_open_window (self->bus, "stretch", NULL, opened_cb, opening);
  else
    stn_desktop_open_window (
      self->bus, "show-page",
      g_variant_new_string ((face.kinds & EVENING) != 0 ? "evening" : "today"), opened_cb, opening);
}

void
stn_reminder_press (StnReminderPress *self,
                    StnReminderFace face,
                    gint64 group,
                    StnReminderButton button)
{
  g_return_if_fail (self != NULL);

  switch (button) {
  case STN_BUTTON_START:
  case STN_BUTTON_OPEN:
    open_window (self, face, button);
    return;
  case STN_BUTTON_LATER:
    stn_reminder_diary_note (self->diary, face.night, face.kinds, STN_CLAIM_SNOOZED,
                             stn_reminder_diary_now (self->diary) + STN_REMINDER_SNOOZE_MIN * 60);
    return;
  case STN_BUTTON_NOT_TONIGHT:
    stn_reminder_diary_note (self->diary, face.night, face.kinds, STN_CLAIM_DISMISSED, 0);
    return;
  case STN_BUTTON_ORDINARY:
  case STN_BUTTON_QUIET:
    write_it (self, face, button);
    return;
  case STN_BUTTON_UNDO:
    undo (self, face, group);
    return;
  }
}
