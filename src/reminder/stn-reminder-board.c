/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-reminder-board.h"

/* "Your evening stretch" is wrong in the morning. */
#define STAYS_S (6 * 3600)

struct _StnReminderBoard {
  GPtrArray *notices; /* of Pinned */
  StnReminderBoardPressed pressed;
  StnReminderBoardClosed closed;
  gpointer data;
};

typedef struct {
  StnReminderNotice *notice;
  gint64 until_s; /* 0: as long as the desktop likes */
} Pinned;

static void
pinned_free (gpointer data)
{
  Pinned *pinned = data;

  stn_reminder_notice_free (pinned->notice);
  g_free (pinned);
}

StnReminderBoard *
stn_reminder_board_new (StnReminderBoardPressed pressed,
                        StnReminderBoardClosed closed,
                        gpointer data)
{
  g_return_val_if_fail (pressed != NULL && closed != NULL, NULL);
  StnReminderBoard *self = g_new0 (StnReminderBoard, 1);

  *self = (StnReminderBoard){g_ptr_array_new_with_free_func (pinned_free), pressed, closed, data};
  return self;
}

void
stn_reminder_board_free (StnReminderBoard *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->notices);
  g_free (self);
}

static guint
kinds_of (const Pinned *pinned)
{
  return stn_reminder_notice_get_face (pinned->notice).kinds;
}

static void
drop_kinds (StnReminderBoard *self, guint kinds)
{
  for (guint i = self->notices->len; i > 0; i--)
    if ((kinds_of (g_ptr_array_index (self->notices, i - 1)) & kinds) != 0)
      g_ptr_array_remove_index (self->notices, i - 1);
}

static void
drop (StnReminderBoard *self, StnReminderNotice *notice)
{
  for (guint i = 0; i < self->notices->len; i++)
    if (((Pinned *) g_ptr_array_index (self->notices, i))->notice == notice) {
      g_ptr_array_remove_index (self->notices, i);
      return;
    }
}

static void
pressed_cb (StnReminderNotice *notice, StnReminderButton button, gpointer data)
{
  StnReminderBoard *self = data;
  StnReminderFace face = stn_reminder_notice_get_face (notice);
  gint64 group = stn_reminder_notice_get_group (notice);

  /* Some desktops leave a notification on the screen whose button was pressed. */
  drop (self, notice);
  self->pressed (face, group, button, self->data);
}

static void
closed_cb (StnReminderNotice *notice, gpointer data)
{
  StnReminderBoard *self = data;

  drop (self, notice);
  self->closed (self->data);
}

static gboolean
show (StnReminderBoard *self,
      StnReminderFace face,
      gint64 group,
      const char *title,
      const char *body,
      guint buttons,
      StnReminderWording wording,
      gint64 now_s,
      GError **error)
{
  StnReminderNotice *notice = stn_reminder_notice_new (face, group);
  gboolean stays = face.kinds != 0;
  Pinned *pinned;

  drop_kinds (self, face.kinds);
  stn_reminder_notice_set_callbacks (notice, pressed_cb, closed_cb, self);
  if (!stn_reminder_notice_show (notice, title, body, buttons, wording, stays, error)) {
    stn_reminder_notice_free (notice);
    return FALSE;
  }
  pinned = g_new0 (Pinned, 1);
  *pinned = (Pinned){notice, stays ? now_s + STAYS_S : 0};
  g_ptr_array_add (self->notices, pinned);
  return TRUE;
}

gboolean
stn_reminder_board_remind (StnReminderBoard *self,
                           StnReminderFace face,
                           StnReminderWording wording,
                           gint64 now_s,
                           GError **error)
{
  g_return_val_if_fail (self != NULL && face.kinds != 0, FALSE);

  return show (self, face, 0, stn_wording_reminder_title (face.kinds, wording),
               stn_wording_reminder_body (face.kinds, face.knows_usual, wording),
               stn_wording_reminder_buttons (face.kinds, face.knows_usual), wording, now_s, error);
}

void
stn_reminder_board_tell (StnReminderBoard *self,
                         StnReminderFace face,
                         gint64 group,
                         const char *title,
                         const char *body,
                         guint buttons,
                         StnReminderWording wording,
                         gint64 now_s)
{
  g_return_if_fail (self != NULL && title != NULL && body != NULL);
  g_autoptr (GError) error = NULL;

  if (!show (self, face, group, title, body, buttons, wording, now_s, &error))
    g_debug ("cannot show a notification: %s", error->message);
}

GArray *
stn_reminder_board_list (StnReminderBoard *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  GArray *faces = g_array_new (FALSE, FALSE, sizeof (StnReminderFace));

  for (guint i = 0; i < self->notices->len; i++) {
    const Pinned *pinned = g_ptr_array_index (self->notices, i);
    StnReminderFace face = stn_reminder_notice_get_face (pinned->notice);

    if (face.kinds != 0)
      g_array_append_val (faces, face);
  }
  return faces;
}

static void
change (StnReminderNotice *notice, StnReminderFace face, StnReminderWording wording)
{
  stn_reminder_notice_set_face (notice, face);
  stn_reminder_notice_show (notice, stn_wording_reminder_title (face.kinds, wording),
                            stn_wording_reminder_body (face.kinds, face.knows_usual, wording),
                            stn_wording_reminder_buttons (face.kinds, face.knows_usual), wording,
                            TRUE, NULL);
}

void
stn_reminder_board_leave (StnReminderBoard *self, const GArray *left, StnReminderWording wording)
{
  g_return_if_fail (self != NULL && left != NULL);
  guint n = left->len;

  for (guint i = self->notices->len; i > 0; i--) {
    const Pinned *pinned = g_ptr_array_index (self->notices, i - 1);
    StnReminderFace face;

    if (kinds_of (pinned) == 0)
      continue;
    g_return_if_fail (n > 0);
    face = g_array_index (left, StnReminderFace, --n);
    if (face.kinds == 0)
      g_ptr_array_remove_index (self->notices, i - 1);
    else if (face.kinds != kinds_of (pinned))
      change (pinned->notice, face, wording);
  }
}

gint64
stn_reminder_board_take_old (StnReminderBoard *self, gint64 now_s)
{
  g_return_val_if_fail (self != NULL, 0);
  gint64 next = 0;

  for (guint i = self->notices->len; i > 0; i--) {
    const Pinned *pinned = g_ptr_array_index (self->notices, i - 1);

    if (pinned->until_s == 0)
      continue;
    if (pinned->until_s <= now_s || pinned->until_s > now_s + STAYS_S)
      g_ptr_array_remove_index (self->notices, i - 1);
    else
      next = next == 0 ? pinned->until_s : MIN (next, pinned->until_s);
  }
  return next;
}
