/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-cramp.h"

#include "diary/stn-diary-group.h"
#include "store/stn-night-table.h"
#include "store/stn-running-cramp-table.h"

static StnStamp
stamp_now (StnDiary *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (self)));

  return stn_stamp_of (now);
}

/* A computer's clock may have been set back since. */
static int
seconds_since (StnStamp then, StnStamp now)
{
  return (int) CLAMP (now.utc_s - then.utc_s, 0, STN_DURATION_MAX_S);
}

static gboolean
is_quiet (const StnRunningCramp *running, StnStamp now)
{
  return seconds_since (running->touched, now) >= STN_CRAMP_QUIET_S;
}

static StnEpisode *
find_episode (const StnNight *night, const char *uid)
{
  for (guint i = 0; i < night->episodes->len; i++) {
    StnEpisode *episode = g_ptr_array_index (night->episodes, i);

    if (g_strcmp0 (episode->id.uid, uid) == 0)
      return episode;
  }
  return NULL;
}

static gboolean
is_going (const StnEpisode *episode)
{
  return episode != NULL && episode->ongoing == STN_ANSWER_YES;
}

/* "Still going" with a length is the person's own word; without one it is only what the clock began with. */
static gboolean
is_only_begun (const StnEpisode *episode)
{
  return is_going (episode) && !episode->duration_s.known;
}

static void
describe (const StnRunningCramp *running, const StnEpisode *episode, StnStamp now, StnCramp *cramp)
{
  *cramp = (StnCramp){
    .is_running = !is_quiet (running, now),
    .night = running->night,
    .start_min = episode->start_min.known ? episode->start_min.value : 0,
    .elapsed_s = seconds_since (running->began, now),
    .quiet_s = seconds_since (running->touched, now),
    .easing = episode->eased,
  };
}

gboolean
stn_cramp_get (StnDiary *self, StnCramp *ret_cramp, gboolean *ret_found, GError **error)
{
  g_return_val_if_fail (self != NULL && ret_cramp != NULL && ret_found != NULL, FALSE);
  g_autoptr (StnRunningCramp) running = NULL;
  g_autoptr (StnNight) night = NULL;
  const StnEpisode *episode;

  if (!stn_running_cramp_table_get (stn_diary_get_store (self), &running, error))
    return FALSE;
  *ret_found = FALSE;
  if (running == NULL)
    return TRUE;
  night = stn_night_table_load (stn_diary_get_store (self), running->night, error);
  if (night == NULL)
    return FALSE;
  episode = find_episode (night, running->episode);
  *ret_found = is_going (episode);
  if (*ret_found)
    describe (running, episode, stamp_now (self), ret_cramp);
  return TRUE;
}

/* What an edit of the running cramp has before it. @night, @episode: NULL when nothing runs. */
typedef struct {
  StnRunningCramp *running;
  StnNight *before;
  StnNight *after;
  StnEpisode *episode; /* in @after */
  StnStamp now;
} Edit;

static void
edit_clear (Edit *edit)
{
  stn_running_cramp_free (edit->running);
  stn_night_free (edit->before);
  stn_night_free (edit->after);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Edit, edit_clear)

static gboolean
read_running (StnDiary *self, Edit *edit, GError **error)
{
  StnStore *store = stn_diary_get_store (self);

  edit->now = stamp_now (self);
  if (!stn_running_cramp_table_get (store, &edit->running, error))
    return FALSE;
  if (edit->running == NULL)
    return TRUE;
  edit->before = stn_night_table_load (store, edit->running->night, error);
  if (edit->before == NULL)
    return FALSE;
  edit->after = stn_night_copy (edit->before);
  edit->episode = find_episode (edit->after, edit->running->episode);
  return TRUE;
}

static gboolean
check_running (const Edit *edit, GError **error)
{
  if (!is_going (edit->episode)) {
    g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NOT_RUNNING, "no cramp is running");
    return FALSE;
  }
  if (is_quiet (edit->running, edit->now)) {
    g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NOT_RUNNING,
                 "the cramp that began at %02d:%02d is not counted any more: it was quiet for %d "
                 "minutes, and how long it lasted is not known",
                 edit->episode->start_min.value / 60, edit->episode->start_min.value % 60,
                 STN_CRAMP_QUIET_S / 60);
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_not_running (const Edit *edit, GError **error)
{
  if (!is_going (edit->episode) || is_quiet (edit->running, edit->now))
    return TRUE;
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_RUNNING,
               "a cramp is running since %02d:%02d; end it first",
               edit->episode->start_min.value / 60, edit->episode->start_min.value % 60);
  return FALSE;
}

static const char *
uid_of_new (const StnNight *before, const StnNight *after)
{
  for (guint i = 0; i < after->episodes->len; i++) {
    const StnEpisode *episode = g_ptr_array_index (after->episodes, i);

    if (find_episode (before, episode->id.uid) == NULL)
      return episode->id.uid;
  }
  return NULL;
}

static StnEpisode *
episode_that_begins (StnStamp now)
{
  g_autoptr (GDateTime) local = stn_stamp_to_local (now);
  StnEpisode *episode = stn_episode_new ();

  episode->start_min =
    STN_KNOWN_INT (g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local));
  episode->ongoing = STN_ANSWER_YES;
  return episode;
}

/* In an open write group. */
static gboolean
write_begin (StnDiary *self, StnStamp now, GError **error)
{
  StnStore *store = stn_diary_get_store (self);
  StnRunningCramp running = {.began = now, .touched = now};
  g_autoptr (StnNight) before = NULL;
  g_autoptr (StnNight) after = NULL;
  g_autoptr (StnNight) stored = NULL;

  if (!stn_diary_current_night (self, &running.night, error))
    return FALSE;
  before = stn_night_table_load (store, running.night, error);
  if (before == NULL)
    return FALSE;
  after = stn_night_copy (before);
  after->no_cramps = FALSE;
  g_ptr_array_add (after->episodes, episode_that_begins (now));
  if (!stn_diary_put_night (self, before, after, error))
    return FALSE;
  stored = stn_night_table_load (store, running.night, error);
  if (stored == NULL)
    return FALSE;
  running.episode = (char *) uid_of_new (before, stored);
  return stn_running_cramp_table_put (store, &running, error);
}

/* The one before is not still going any more, and nobody said how long it was. */
static gboolean
leave_open (StnDiary *self, Edit *edit, GError **error)
{
  if (!is_only_begun (edit->episode))
    return TRUE;
  edit->episode->ongoing = STN_ANSWER_UNKNOWN;
  return stn_diary_put_night (self, edit->before, edit->after, error);
}

gboolean
stn_cramp_begin (StnDiary *self, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_auto (Edit) edit = {0};

  return stn_store_begin (stn_diary_get_store (self), "begin-cramp", "person", error) &&
         stn_diary_end_group (
           self,
           read_running (self, &edit, error) && check_not_running (&edit, error) &&
             leave_open (self, &edit, error) && write_begin (self, edit.now, error),
           ret_group, error);
}

gboolean
stn_cramp_another (StnDiary *self, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_auto (Edit) edit = {0};

  return stn_store_begin (stn_diary_get_store (self), "begin-cramp", "person", error) &&
         stn_diary_end_group (self,
                              read_running (self, &edit, error) && check_running (&edit, error) &&
                                leave_open (self, &edit, error) &&
                                write_begin (self, edit.now, error),
                              ret_group, error);
}

static gboolean
write_end (StnDiary *self, Edit *edit, GError **error)
{
  edit->episode->ongoing = STN_ANSWER_NO;
  /* One that has gone within its first second was there for one. */
  edit->episode->duration_s =
    STN_KNOWN_INT (MAX (seconds_since (edit->running->began, edit->now), 1));
  return stn_diary_put_night (self, edit->before, edit->after, error) &&
         stn_running_cramp_table_delete (stn_diary_get_store (self), error);
}

gboolean
stn_cramp_end (StnDiary *self, int *ret_duration_s, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_auto (Edit) edit = {0};

  if (!stn_store_begin (stn_diary_get_store (self), "end-cramp", "person", error) ||
      !stn_diary_end_group (self,
                            read_running (self, &edit, error) && check_running (&edit, error) &&
                              write_end (self, &edit, error),
                            ret_group, error))
    return FALSE;
  if (ret_duration_s != NULL)
    *ret_duration_s = edit.episode->duration_s.value;
  return TRUE;
}

static gboolean
write_easing (StnDiary *self, Edit *edit, gboolean is_easing, GError **error)
{
  edit->running->touched = edit->now;
  edit->episode->eased = is_easing ? STN_ANSWER_YES : STN_ANSWER_NO;
  edit->episode->duration_s =
    is_easing ? STN_UNKNOWN_INT : STN_KNOWN_INT (seconds_since (edit->running->began, edit->now));
  return stn_diary_put_night (self, edit->before, edit->after, error) &&
         stn_running_cramp_table_put (stn_diary_get_store (self), edit->running, error);
}

gboolean
stn_cramp_say_easing (StnDiary *self, gboolean is_easing, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_auto (Edit) edit = {0};

  return stn_store_begin (stn_diary_get_store (self), "edit-night", "person", error) &&
         stn_diary_end_group (self,
                              read_running (self, &edit, error) && check_running (&edit, error) &&
                                write_easing (self, &edit, is_easing, error),
                              NULL, error);
}

static gboolean
check_unended (const Edit *edit, GError **error)
{
  if (is_going (edit->episode) && is_quiet (edit->running, edit->now))
    return TRUE;
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NOT_RUNNING,
               "no cramp waits for how long it lasted");
  return FALSE;
}

/* The clock's row stays: whoever takes the answer back is asked again. */
static gboolean
write_length (StnDiary *self, Edit *edit, StnOptInt duration_s, GError **error)
{
  edit->episode->ongoing = duration_s.known ? STN_ANSWER_NO : STN_ANSWER_UNKNOWN;
  if (duration_s.known)
    edit->episode->duration_s = duration_s;
  return stn_diary_put_night (self, edit->before, edit->after, error);
}

gboolean
stn_cramp_tell_length (StnDiary *self, StnOptInt duration_s, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_auto (Edit) edit = {0};

  return stn_store_begin (stn_diary_get_store (self), "end-cramp", "person", error) &&
         stn_diary_end_group (self,
                              read_running (self, &edit, error) && check_unended (&edit, error) &&
                                write_length (self, &edit, duration_s, error),
                              ret_group, error);
}

gboolean
stn_cramp_settle (StnDiary *self, GPtrArray *nights, GError **error)
{
  g_return_val_if_fail (self != NULL && nights != NULL, FALSE);
  g_autoptr (StnRunningCramp) running = NULL;

  if (!stn_running_cramp_table_get (stn_diary_get_store (self), &running, error))
    return FALSE;
  if (running == NULL || !is_quiet (running, stamp_now (self)))
    return TRUE;
  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);
    StnEpisode *episode = stn_date_compare (night->key, running->night) == 0
                            ? find_episode (night, running->episode)
                            : NULL;

    if (is_only_begun (episode))
      episode->ongoing = STN_ANSWER_UNKNOWN;
  }
  return TRUE;
}
