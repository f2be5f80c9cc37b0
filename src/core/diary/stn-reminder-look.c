/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-reminder-look.h"

#include "diary/stn-usual-day.h"
#include "store/stn-reminder-table.h"

static gint64
now_s (StnDiary *diary)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (diary)));

  return g_date_time_to_unix (now);
}

/* Notes */

static StnReminderClaim *
claim_new (const StnReminderNote *note, StnReminderKind kind, const char *writer)
{
  StnReminderClaim *claim = g_new0 (StnReminderClaim, 1);

  *claim = (StnReminderClaim){.kind = kind,
                              .night = note->night,
                              .state = note->what,
                              .again_s = note->again_s,
                              .written_s = note->written_s,
                              .process = g_strdup (writer)};
  return claim;
}

/* (transfer full) */
static GPtrArray *
claims_of (const GArray *notes, const char *writer)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_reminder_claim_free);

  for (guint i = 0; i < notes->len; i++) {
    const StnReminderNote *note = &g_array_index (notes, StnReminderNote, i);

    for (guint k = 0; k < STN_N_REMINDERS; k++)
      if ((note->kinds & (1u << k)) != 0)
        g_ptr_array_add (claims, claim_new (note, (StnReminderKind) k, writer));
  }
  return claims;
}

gboolean
stn_reminder_notes_write (StnDiary *self, const GArray *notes, const char *writer, GError **error)
{
  g_return_val_if_fail (self != NULL && notes != NULL && writer != NULL, FALSE);
  g_autoptr (GPtrArray) claims = claims_of (notes, writer);
  gboolean replaced;

  return claims->len == 0 ||
         stn_reminder_claim_replace (stn_diary_get_store (self), NULL, claims, &replaced, error);
}

/* Looking */

/* @state: its claims are those of the notes and then those of the file: the first one of a reminder holds. */
typedef struct {
  StnReminderState *state;
  GPtrArray *noted;
  GPtrArray *in_file;
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->state, stn_reminder_state_free);
  g_clear_pointer (&self->noted, g_ptr_array_unref);
  g_clear_pointer (&self->in_file, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
read_state (StnDiary *diary, const GArray *notes, Reading *ret, GError **error)
{
  GPtrArray *claims;

  ret->state = stn_diary_get_reminder_state (diary, error);
  if (ret->state == NULL)
    return FALSE;
  ret->noted = claims_of (notes, "");
  ret->in_file = ret->state->claims;
  claims = g_ptr_array_new ();
  g_ptr_array_extend (claims, ret->noted, NULL, NULL);
  g_ptr_array_extend (claims, ret->in_file, NULL, NULL);
  ret->state->claims = claims;
  return TRUE;
}

/* What is not known to be known cannot be offered. */
static StnReminderFace
face_of (StnDiary *diary, StnDate night, guint kinds)
{
  StnReminderFace face = {night, kinds, FALSE};

  if ((kinds & (1u << STN_REMINDER_EVENING)) != 0) {
    g_autoptr (GPtrArray) usual = stn_usual_day_read (diary, night, NULL);

    face.knows_usual = usual != NULL && usual->len > 0;
  }
  return face;
}

static void
add_left (StnReminderLook *look, StnDiary *diary, const Reading *reading, const GArray *shown)
{
  for (guint i = 0; i < shown->len; i++) {
    const StnReminderFace *face = &g_array_index (shown, StnReminderFace, i);
    StnReminderFace left;
    guint kinds = face->kinds;

    for (guint k = 0; k < STN_N_REMINDERS; k++)
      if (stn_reminder_state_is_done (reading->state, (StnReminderKind) k, face->night) ||
          !reading->state->reminders[k].is_on)
        kinds &= ~(1u << k);
    left = face_of (diary, face->night, kinds);
    g_array_append_val (look->left, left);
  }
}

static const StnReminderClaim *
find_in_file (const Reading *reading, StnReminderKind kind, StnDate night)
{
  for (guint i = 0; i < reading->in_file->len; i++) {
    const StnReminderClaim *claim = g_ptr_array_index (reading->in_file, i);

    if (claim->kind == kind && stn_date_compare (claim->night, night) == 0)
      return claim;
  }
  return NULL;
}

/* FALSE: @error is BUSY. */
static gboolean
claim (StnDiary *diary,
       const Reading *reading,
       const StnReminderDue *due,
       const char *claimer,
       gboolean *ret_claimed,
       GError **error)
{
  StnReminderNote note = {due->night, due->kinds, STN_CLAIM_CLAIMED, 0, now_s (diary)};
  StnReminderNote nothing = {due->night, due->kinds, STN_CLAIM_NONE, 0, 0};
  g_autoptr (GPtrArray) none =
    g_ptr_array_new_with_free_func ((GDestroyNotify) stn_reminder_claim_free);
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) after =
    g_ptr_array_new_with_free_func ((GDestroyNotify) stn_reminder_claim_free);
  g_autoptr (GError) reason = NULL;

  for (guint i = 0; i < STN_N_REMINDERS; i++) {
    StnReminderKind kind = (StnReminderKind) i;
    const StnReminderClaim *known = find_in_file (reading, kind, due->night);

    if ((due->kinds & (1u << i)) == 0)
      continue;
    if (known == NULL) {
      g_ptr_array_add (none, claim_new (&nothing, kind, claimer));
      known = g_ptr_array_index (none, none->len - 1);
    }
    g_ptr_array_add (before, (gpointer) known);
    g_ptr_array_add (after, claim_new (&note, kind, claimer));
  }
  if (stn_reminder_claim_replace (stn_diary_get_store (diary), before, after, ret_claimed, &reason))
    return TRUE;
  if (g_error_matches (reason, STN_STORE_ERROR, STN_STORE_ERROR_BUSY)) {
    g_propagate_error (error, g_steal_pointer (&reason));
    return FALSE;
  }
  *ret_claimed = TRUE;
  return TRUE;
}

static void
add_due (StnReminderLook *look, StnDiary *diary, const Reading *reading, const char *claimer)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (diary)));
  g_autoptr (GArray) plan = stn_reminder_plan_make (reading->state, now);
  gint64 at = g_date_time_to_unix (now);

  look->next_s = stn_reminder_plan_next (plan, at);
  for (guint i = 0; i < plan->len; i++) {
    const StnReminderDue *due = &g_array_index (plan, StnReminderDue, i);
    StnReminderFace face;
    gboolean is_ours = TRUE;

    if (due->at_s > at)
      return;
    if (claimer != NULL && !claim (diary, reading, due, claimer, &is_ours, NULL)) {
      look->next_s =
        MIN (look->next_s == 0 ? G_MAXINT64 : look->next_s, at + STN_REMINDER_LOCKED_S);
      continue;
    }
    face = face_of (diary, due->night, due->kinds);
    if (is_ours)
      g_array_append_val (look->due, face);
  }
}

StnReminderLook *
stn_reminder_look (
  StnDiary *self, const GArray *notes, const GArray *shown, const char *claimer, GError **error)
{
  g_return_val_if_fail (self != NULL && notes != NULL && shown != NULL, NULL);
  g_auto (Reading) reading = {NULL};
  StnReminderLook *look;

  if (!read_state (self, notes, &reading, error))
    return NULL;
  look = stn_reminder_look_new ();
  look->is_on = stn_reminder_state_is_on (reading.state);
  add_left (look, self, &reading, shown);
  add_due (look, self, &reading, claimer);
  return look;
}

/* A press stood for it, and it is to be done again. The stretch is no button's to write. */
static gboolean
is_on_again (const Reading *reading, StnReminderKind kind, StnDate night)
{
  const StnReminderClaim *known = stn_reminder_state_find_claim (reading->state, kind, night);

  return kind != STN_REMINDER_STRETCH && known != NULL && known->state == STN_CLAIM_DONE &&
         !stn_reminder_state_is_done (reading->state, kind, night);
}

gboolean
stn_reminder_undo (
  StnDiary *self, gint64 group, const GArray *notes, StnReminderFace *face, GError **error)
{
  g_return_val_if_fail (self != NULL && group != 0 && notes != NULL && face != NULL, FALSE);
  g_autoptr (StnChangeGroup) undone = NULL;
  g_auto (Reading) reading = {NULL};
  guint kinds = face->kinds;

  if (!stn_diary_undo (self, group, &undone, error))
    return FALSE;
  if (read_state (self, notes, &reading, NULL))
    for (guint i = 0; i < STN_N_REMINDERS; i++)
      if (is_on_again (&reading, (StnReminderKind) i, face->night))
        kinds |= 1u << i;
  *face = face_of (self, face->night, kinds);
  return TRUE;
}
