/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-reminder-watch.h"

#include "base/stn-uid.h"
#include "diary/stn-failure.h"
#include "diary/stn-reminder-look.h"
#include "diary/stn-usual-day.h"
#include "present/stn-time-text.h"
#include "schedule/stn-reminder-plan.h"

#include <glib/gi18n.h>

/* A timer of the main loop stands still while the computer sleeps, and does not see the clock being set. */
#define LONGEST_WAIT_S 60

struct _StnReminderWatch {
  GObject parent_instance;

  StnDiaryClient *client;
  StnReminderLink *link;
  gboolean is_own; /* of the diary that the background process looks after */
  gboolean is_on;
  char *writer;
  GArray *notes;
  gboolean has_news; /* notes that nobody tried to write */
  GArray *shown;     /* of StnReminderFace; the first one is to be seen */
  guint n_presses;   /* each takes one off */
  gboolean is_looking;
  gboolean is_to_look; /* once more */
  guint timer;
};

G_DEFINE_FINAL_TYPE (StnReminderWatch, stn_reminder_watch, G_TYPE_OBJECT)

enum { CHANGED, SAID, N_SIGNALS };
static guint signals[N_SIGNALS];

static gint64
now_s (StnReminderWatch *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));

  return g_date_time_to_unix (now);
}

static void
note (StnReminderWatch *self,
      const StnReminderFace *face,
      guint kinds,
      StnClaimState what,
      gint64 again)
{
  StnReminderNote of = {face->night, kinds, what, again, now_s (self)};

  stn_reminder_notes_put (self->notes, &of);
  self->has_news = TRUE;
}

/* Looking */

typedef struct {
  GArray *notes;
  GArray *shown;
  char *writer;
  gboolean writes;
  gboolean claims;
  guint n_presses;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_array_unref (question->notes);
  g_array_unref (question->shown);
  g_free (question->writer);
  g_free (question);
}

typedef struct {
  StnReminderLook *look;
  gboolean are_noted;
  gboolean are_claimed;
  guint n_presses; /* when it was asked */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  stn_reminder_look_free (answer->look);
  g_free (answer);
}

/* A diary that can only be read is still looked at. */
static gpointer
look_work (StnDiary *diary, gpointer data, GError **error)
{
  const Question *question = data;
  gboolean are_noted =
    question->writes && stn_reminder_notes_write (diary, question->notes, question->writer, NULL);
  StnReminderLook *look = stn_reminder_look (diary, question->notes, question->shown,
                                             question->claims ? question->writer : NULL, error);
  Answer *answer;

  if (look == NULL)
    return NULL;
  answer = g_new0 (Answer, 1);
  *answer = (Answer){look, are_noted, question->claims, question->n_presses};
  return answer;
}

/* Nobody else: the process does not run, or there is nobody whom it could have show anything. */
static gboolean
is_ours_to_show (StnReminderWatch *self)
{
  StnReminderStatus status = stn_reminder_link_get_status (self->link);

  return status == STN_REMINDER_STATUS_STOPPED || status == STN_REMINDER_STATUS_NOWHERE;
}

static void look (StnReminderWatch *self);

static gboolean
timer_cb (gpointer data)
{
  StnReminderWatch *self = data;

  self->timer = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for (StnReminderWatch *self, gint64 at_s)
{
  gint64 left = at_s - now_s (self);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (at_s != 0 && is_ours_to_show (self))
    self->timer = g_timeout_add_seconds ((guint) CLAMP (left, 1, LONGEST_WAIT_S), timer_cb, self);
}

/* What was done meanwhile, here or elsewhere, needs no reminder any more; what is due comes. */
static void
take (StnReminderWatch *self, const Answer *answer)
{
  const StnReminderLook *seen = answer->look;

  /* Of what was pressed since then it is asked again. */
  if (answer->n_presses == self->n_presses) {
    g_array_set_size (self->shown, 0);
    for (guint i = 0; i < seen->left->len; i++)
      if (g_array_index (seen->left, StnReminderFace, i).kinds != 0)
        g_array_append_val (self->shown, g_array_index (seen->left, StnReminderFace, i));
  }
  for (guint i = 0; answer->are_claimed && i < seen->due->len; i++) {
    const StnReminderFace *face = &g_array_index (seen->due, StnReminderFace, i);

    note (self, face, face->kinds, STN_CLAIM_SHOWN, 0);
    g_array_append_vals (self->shown, face, 1);
  }
}

static void
turn (StnReminderWatch *self, gboolean is_on)
{
  if (is_on && !self->is_on)
    stn_reminder_link_wake (self->link);
  self->is_on = is_on;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnReminderWatch) self = STN_REMINDER_WATCH (user_data);
  Answer *answer = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, NULL);

  self->is_looking = FALSE;
  if (self->client == NULL || answer == NULL) {
    /* What failed is said by the pages; it is looked again when the diary is written. */
    g_clear_pointer (&answer, answer_free);
    return;
  }
  if (answer->are_noted && !self->has_news)
    g_array_set_size (self->notes, 0);
  turn (self, answer->look->is_on);
  take (self, answer);
  wait_for (self, answer->look->next_s);
  answer_free (answer);
  g_signal_emit (self, signals[CHANGED], 0);
  if (self->has_news || self->is_to_look)
    look (self);
}

static void
look (StnReminderWatch *self)
{
  Question *question;

  self->is_to_look = self->is_looking;
  if (self->client == NULL || !self->is_own || self->is_looking)
    return;
  question = g_new0 (Question, 1);
  *question = (Question){g_array_copy (self->notes), g_array_copy (self->shown),
                         g_strdup (self->writer),    self->has_news,
                         is_ours_to_show (self),     self->n_presses};
  self->has_news = FALSE;
  self->is_looking = TRUE;
  stn_diary_client_run (self->client, look_work, question, question_free, answer_free, NULL,
                        looked_cb, g_object_ref (self));
}

/* Buttons */

typedef struct {
  StnDate night;
  StnReminderButton button;
} Press;

static gpointer
press_work (StnDiary *diary, gpointer data, GError **error)
{
  const Press *press = data;
  gint64 group;

  if (press->button == STN_BUTTON_QUIET
        ? !stn_diary_log_no_cramps (diary, press->night, &group, error)
        : !stn_usual_day_take (diary, press->night, &group, error))
    return NULL;
  return g_memdup2 (&group, sizeof group);
}

typedef struct {
  StnReminderWatch *self;
  Press press;
} Pressing;

static void
pressed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Pressing *pressing = user_data;
  g_autoptr (StnReminderWatch) self = pressing->self;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *group =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  g_autofree char *failure = group == NULL ? stn_failure_not_saved (error) : NULL;
  StnReminderFace face = {pressing->press.night};

  if (self->client == NULL || (group == NULL && stn_failure_is_end (error)))
    return;
  if (group == NULL) {
    g_signal_emit (self, signals[SAID], 0, failure, (gint64) 0);
    return;
  }
  note (self, &face,
        1u << (pressing->press.button == STN_BUTTON_QUIET ? STN_REMINDER_MORNING
                                                          : STN_REMINDER_EVENING),
        STN_CLAIM_DONE, 0);
  g_signal_emit (self, signals[SAID], 0,
                 stn_wording_reminder_saved (pressing->press.button, STN_REMINDER_PLAIN), *group);
  look (self);
}

static void
write_it (StnReminderWatch *self, StnDate night, StnReminderButton button)
{
  Pressing *pressing = g_new0 (Pressing, 1);

  *pressing = (Pressing){g_object_ref (self), {night, button}};
  stn_diary_client_run (self->client, press_work, g_memdup2 (&pressing->press, sizeof (Press)),
                        g_free, g_free, NULL, pressed_cb, pressing);
}

static void
put_off (StnReminderWatch *self, const StnReminderFace *face)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));
  g_autoptr (GDateTime) again = g_date_time_add_minutes (now, STN_REMINDER_SNOOZE_MIN);
  g_autofree char *time = stn_time_text_new (
    STN_KNOWN_INT (g_date_time_get_hour (again) * 60 + g_date_time_get_minute (again)));
  /* Translators: %s is a time of day: "22:15". */
  g_autofree char *text = g_strdup_printf (_ ("The reminder comes again at %s"), time);

  note (self, face, face->kinds, STN_CLAIM_SNOOZED, g_date_time_to_unix (again));
  g_signal_emit (self, signals[SAID], 0, text, (gint64) 0);
}

/* It stays until it is known to be written. */
static gboolean
stays (StnReminderButton button)
{
  return button == STN_BUTTON_QUIET || button == STN_BUTTON_ORDINARY;
}

void
stn_reminder_watch_press (StnReminderWatch *self, StnReminderButton button)
{
  g_return_if_fail (STN_IS_REMINDER_WATCH (self) && self->shown->len > 0);
  StnReminderFace face = g_array_index (self->shown, StnReminderFace, 0);

  if (stays (button)) {
    write_it (self, face.night, button);
    return;
  }
  if (button == STN_BUTTON_START)
    note (self, &face, 1u << STN_REMINDER_STRETCH, STN_CLAIM_DONE, 0);
  else if (button == STN_BUTTON_LATER)
    put_off (self, &face);
  else if (button == STN_BUTTON_NOT_TONIGHT)
    note (self, &face, face.kinds, STN_CLAIM_DISMISSED, 0);
  g_array_remove_index (self->shown, 0);
  self->n_presses++;
  g_signal_emit (self, signals[CHANGED], 0);
  look (self);
}

StnReminderFace
stn_reminder_watch_get_face (StnReminderWatch *self)
{
  g_return_val_if_fail (STN_IS_REMINDER_WATCH (self), (StnReminderFace){STN_NO_DATE});
  return self->shown->len > 0 ? g_array_index (self->shown, StnReminderFace, 0)
                              : (StnReminderFace){STN_NO_DATE};
}

static void
stn_reminder_watch_dispose (GObject *object)
{
  StnReminderWatch *self = STN_REMINDER_WATCH (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->client != NULL)
    g_signal_handlers_disconnect_by_data (self->client, self);
  g_clear_object (&self->client);
  if (self->link != NULL)
    g_signal_handlers_disconnect_by_data (self->link, self);
  g_clear_object (&self->link);

  G_OBJECT_CLASS (stn_reminder_watch_parent_class)->dispose (object);
}

static void
stn_reminder_watch_finalize (GObject *object)
{
  StnReminderWatch *self = STN_REMINDER_WATCH (object);

  g_array_unref (self->notes);
  g_array_unref (self->shown);
  g_free (self->writer);

  G_OBJECT_CLASS (stn_reminder_watch_parent_class)->finalize (object);
}

static void
stn_reminder_watch_class_init (StnReminderWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stn_reminder_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = stn_reminder_watch_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[SAID] = g_signal_new ("said", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
stn_reminder_watch_init (StnReminderWatch *self)
{
  self->writer = stn_uid_new_random ();
  self->notes = g_array_new (FALSE, FALSE, sizeof (StnReminderNote));
  self->shown = g_array_new (FALSE, FALSE, sizeof (StnReminderFace));
}

StnReminderWatch *
stn_reminder_watch_new (StnDiaryClient *client)
{
  g_return_val_if_fail (STN_IS_DIARY_CLIENT (client), NULL);
  StnReminderWatch *self = g_object_new (STN_TYPE_REMINDER_WATCH, NULL);
  g_autofree char *own = stn_diary_default_path ();

  self->client = g_object_ref (client);
  self->is_own = g_str_equal (stn_diary_client_get_path (client), own);
  self->link = stn_reminder_link_new ();
  g_signal_connect_swapped (self->link, "changed", G_CALLBACK (look), self);
  g_signal_connect_swapped (client, "changed", G_CALLBACK (look), self);
  look (self);
  return self;
}
