/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-reminder-diary.h"

#include "base/stn-uid.h"
#include "diary/stn-usual-day.h"
#include "store/stn-reminder-table.h"

struct _StnReminderDiary {
  char *path;
  StnClock *clock;
  char *process;  /* which run of the program this is */
  GPtrArray *own; /* of StnReminderClaim: what could not be written down */
};

StnReminderDiary *
stn_reminder_diary_new (const char *path, StnClock *clock)
{
  g_return_val_if_fail (path != NULL && clock != NULL, NULL);
  StnReminderDiary *self = g_new0 (StnReminderDiary, 1);

  self->path = g_strdup (path);
  self->clock = stn_clock_ref (clock);
  self->process = stn_uid_new_random ();
  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_reminder_claim_free);
  return self;
}

void
stn_reminder_diary_free (StnReminderDiary *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->own);
  g_free (self->process);
  stn_clock_unref (self->clock);
  g_free (self->path);
  g_free (self);
}

const char *
stn_reminder_diary_get_path (const StnReminderDiary *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->path;
}

StnClock *
stn_reminder_diary_get_clock (const StnReminderDiary *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->clock;
}

static gint64
now_of (const StnReminderDiary *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (self->clock);

  return g_date_time_to_unix (now);
}

static StnReminderClaim *
claim_new (const StnReminderDiary *self,
           StnReminderKind kind,
           StnDate night,
           StnClaimState what,
           gint64 again_s)
{
  StnReminderClaim *claim = g_new0 (StnReminderClaim, 1);

  *claim = (StnReminderClaim){.kind = kind,
                              .night = night,
                              .state = what,
                              .again_s = again_s,
                              .written_s = now_of (self),
                              .process = g_strdup (self->process)};
  return claim;
}

static StnReminderClaim *
claim_copy (const StnReminderClaim *from)
{
  StnReminderClaim *claim = g_memdup2 (from, sizeof *from);

  claim->process = g_strdup (from->process);
  return claim;
}

/* Makes @claim the only one of its reminder in @claims, which takes it. */
static void
put_claim (GPtrArray *claims, StnReminderClaim *claim)
{
  for (guint i = claims->len; i > 0; i--) {
    const StnReminderClaim *other = g_ptr_array_index (claims, i - 1);

    if (other->kind == claim->kind && stn_date_compare (other->night, claim->night) == 0)
      g_ptr_array_remove_index (claims, i - 1);
  }
  g_ptr_array_add (claims, claim);
}

StnReminderState *
stn_reminder_diary_read (StnReminderDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_autoptr (StnDiary) diary = stn_diary_open (self->path, STN_STORE_READ_ONLY, self->clock, error);
  StnReminderState *state = diary != NULL ? stn_diary_get_reminder_state (diary, error) : NULL;
  for (guint i = 0; state != NULL && i < self->own->len; i++)
    put_claim (state->claims, claim_copy (g_ptr_array_index (self->own, i)));
  return state;
}

/* @before: NULL: whatever it is. Where it cannot be written it is kept here. */
static gboolean
write_claims (StnReminderDiary *self,
              const GPtrArray *before,
              const GPtrArray *after,
              gboolean *ret_replaced,
              GError **error)
{
  g_autoptr (StnDiary) diary = stn_diary_open (self->path, STN_STORE_EXISTING, self->clock, error);

  return diary != NULL && stn_reminder_claim_replace (stn_diary_get_store (diary), before, after,
                                                      ret_replaced, error);
}

static void
keep_claims (StnReminderDiary *self, const GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    put_claim (self->own, claim_copy (g_ptr_array_index (claims, i)));
}

gboolean
stn_reminder_diary_claim (StnReminderDiary *self,
                          const StnReminderState *state,
                          const StnReminderDue *due,
                          gboolean *ret_claimed,
                          GError **error)
{
  g_return_val_if_fail (self != NULL && state != NULL && due != NULL, FALSE);
  g_autoptr (GPtrArray) before =
    g_ptr_array_new_with_free_func ((GDestroyNotify) stn_reminder_claim_free);
  g_autoptr (GPtrArray) after =
    g_ptr_array_new_with_free_func ((GDestroyNotify) stn_reminder_claim_free);
  g_autoptr (GError) reason = NULL;

  for (guint i = 0; i < STN_N_REMINDERS; i++) {
    StnReminderKind kind = (StnReminderKind) i;
    const StnReminderClaim *known = stn_reminder_state_find_claim (state, kind, due->night);

    if ((due->kinds & (1u << kind)) == 0)
      continue;
    g_ptr_array_add (before, known != NULL ? claim_copy (known)
                                           : claim_new (self, kind, due->night, STN_CLAIM_NONE, 0));
    g_ptr_array_add (after, claim_new (self, kind, due->night, STN_CLAIM_CLAIMED, 0));
  }
  if (write_claims (self, before, after, ret_claimed, &reason))
    return TRUE;
  if (g_error_matches (reason, STN_STORE_ERROR, STN_STORE_ERROR_BUSY)) {
    g_propagate_error (error, g_steal_pointer (&reason));
    return FALSE;
  }
  keep_claims (self, after);
  *ret_claimed = TRUE;
  return TRUE;
}

/* What is kept here is written with the next note that can be. */
static void
forget_own (StnReminderDiary *self, const GPtrArray *written)
{
  for (guint i = 0; i < written->len; i++) {
    const StnReminderClaim *claim = g_ptr_array_index (written, i);

    for (guint k = self->own->len; k > 0; k--) {
      const StnReminderClaim *own = g_ptr_array_index (self->own, k - 1);

      if (own->kind == claim->kind && stn_date_compare (own->night, claim->night) == 0)
        g_ptr_array_remove_index (self->own, k - 1);
    }
  }
}

gboolean
stn_reminder_diary_note (StnReminderDiary *self,
                         StnDate night,
                         guint kinds,
                         StnClaimState what,
                         gint64 again_s,
                         GError **error)
{
  g_return_val_if_fail (self != NULL && stn_date_is_set (night), FALSE);
  g_autoptr (GPtrArray) after =
    g_ptr_array_new_with_free_func ((GDestroyNotify) stn_reminder_claim_free);
  gboolean replaced;

  for (guint i = 0; i < STN_N_REMINDERS; i++)
    if ((kinds & (1u << i)) != 0)
      g_ptr_array_add (after, claim_new (self, (StnReminderKind) i, night, what, again_s));
  if (write_claims (self, NULL, after, &replaced, error)) {
    forget_own (self, after);
    return TRUE;
  }
  keep_claims (self, after);
  return FALSE;
}

gboolean
stn_reminder_diary_knows_usual (StnReminderDiary *self, StnDate night)
{
  g_return_val_if_fail (self != NULL && stn_date_is_set (night), FALSE);
  g_autoptr (StnDiary) diary = stn_diary_open (self->path, STN_STORE_READ_ONLY, self->clock, NULL);
  g_autoptr (GPtrArray) usual = diary == NULL ? NULL : stn_usual_day_read (diary, night, NULL);

  return usual != NULL && usual->len > 0;
}

gboolean
stn_reminder_diary_take_usual (StnReminderDiary *self,
                               StnDate night,
                               gint64 *ret_group,
                               GError **error)
{
  g_return_val_if_fail (self != NULL && stn_date_is_set (night), FALSE);
  g_autoptr (StnDiary) diary = stn_diary_open (self->path, STN_STORE_EXISTING, self->clock, error);

  return diary != NULL && stn_usual_day_take (diary, night, ret_group, error);
}

gboolean
stn_reminder_diary_log_no_cramps (StnReminderDiary *self,
                                  StnDate night,
                                  gint64 *ret_group,
                                  GError **error)
{
  g_return_val_if_fail (self != NULL && stn_date_is_set (night), FALSE);
  g_autoptr (StnDiary) diary = stn_diary_open (self->path, STN_STORE_EXISTING, self->clock, error);

  return diary != NULL && stn_diary_log_no_cramps (diary, night, ret_group, error);
}

gboolean
stn_reminder_diary_undo (StnReminderDiary *self, gint64 group, GError **error)
{
  g_return_val_if_fail (self != NULL && group != 0, FALSE);
  g_autoptr (StnDiary) diary = stn_diary_open (self->path, STN_STORE_EXISTING, self->clock, error);
  g_autoptr (StnChangeGroup) undone = NULL;

  return diary != NULL && stn_diary_undo (diary, group, &undone, error);
}
