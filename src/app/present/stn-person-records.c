/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-person-records.h"

#include <glib/gi18n.h>

#include "diary/stn-failure.h"
#include "model/stn-model-error.h"

/* What was read at one time. */
typedef struct {
  GPtrArray *medicines;
  GPtrArray *conditions;
  GPtrArray *visits;
  GPtrArray *questions;
  StnPerson *person;
  StnDate night; /* that what is entered now belongs to */
} Reading;

struct _StnPersonRecords {
  GObject parent_instance;

  StnDiaryClient *client;
  GCancellable *loading;
  Reading *reading; /* NULL until it was read */
};

G_DEFINE_FINAL_TYPE (StnPersonRecords, stn_person_records, G_TYPE_OBJECT)

enum { UPDATED, WRITTEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_clear_pointer (&self->medicines, g_ptr_array_unref);
  g_clear_pointer (&self->conditions, g_ptr_array_unref);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->person, stn_person_free);
  g_free (self);
}

static gpointer
read_work (StnDiary *diary, gpointer data, GError **error)
{
  Reading *reading = g_new0 (Reading, 1);

  if ((reading->medicines = stn_diary_list_medicines (diary, error)) != NULL &&
      (reading->conditions = stn_diary_list_conditions (diary, error)) != NULL &&
      (reading->visits = stn_diary_list_visits (diary, error)) != NULL &&
      (reading->questions = stn_diary_list_questions (diary, error)) != NULL &&
      (reading->person = stn_diary_get_person (diary, error)) != NULL &&
      stn_diary_current_night (diary, &reading->night, error))
    return reading;
  reading_free (reading);
  return NULL;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnPersonRecords) self = user_data;
  g_autoptr (GError) error = NULL;
  Reading *reading = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  /* A diary that cannot be read is told by the pages of its nights. */
  if (reading == NULL)
    return;
  g_clear_pointer (&self->reading, reading_free);
  self->reading = reading;
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
load (StnPersonRecords *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  stn_diary_client_run (self->client, read_work, NULL, NULL, reading_free, self->loading, read_cb,
                        g_object_ref (self));
}

static void
changed_cb (StnDiaryClient *client, GArray *nights, StnPersonRecords *self)
{
  load (self);
}

GPtrArray *
stn_person_records_get_medicines (StnPersonRecords *self)
{
  return self->reading == NULL ? NULL : self->reading->medicines;
}

GPtrArray *
stn_person_records_get_conditions (StnPersonRecords *self)
{
  return self->reading == NULL ? NULL : self->reading->conditions;
}

GPtrArray *
stn_person_records_get_visits (StnPersonRecords *self)
{
  return self->reading == NULL ? NULL : self->reading->visits;
}

GPtrArray *
stn_person_records_get_questions (StnPersonRecords *self)
{
  return self->reading == NULL ? NULL : self->reading->questions;
}

const StnPerson *
stn_person_records_get_person (StnPersonRecords *self)
{
  return self->reading == NULL ? NULL : self->reading->person;
}

StnDate
stn_person_records_get_night (StnPersonRecords *self)
{
  return self->reading == NULL ? STN_NO_DATE : self->reading->night;
}

const StnMedicine *
stn_person_records_find_medicine (StnPersonRecords *self, const char *uid)
{
  GPtrArray *medicines = stn_person_records_get_medicines (self);

  for (guint i = 0; medicines != NULL && i < medicines->len; i++)
    if (g_strcmp0 (((StnMedicine *) g_ptr_array_index (medicines, i))->id.uid, uid) == 0)
      return g_ptr_array_index (medicines, i);
  return NULL;
}

StnDate
stn_person_records_get_today (StnPersonRecords *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));

  return stn_date_of (now);
}

/* Writing */

typedef struct {
  StnPersonRecords *records;
  StnRecordWrite write;
  gpointer data;
  GDestroyNotify data_free;
  char *said;
  GObject *owner;
  StnRecordWritten written;
} Writing;

static void
writing_free (Writing *self)
{
  if (self->data_free != NULL)
    self->data_free (self->data);
  g_object_unref (self->records);
  g_clear_object (&self->owner);
  g_free (self->said);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static gpointer
write_work (StnDiary *diary, gpointer data, GError **error)
{
  const Writing *writing = data;
  gint64 group = 0;

  if (!writing->write (diary, writing->data, &group, error))
    return NULL;
  return g_memdup2 (&group, sizeof group);
}

/* The sentences of the diary itself are for programs. */
static char *
describe_failure (const GError *error)
{
  if (g_error_matches (error, STN_DIARY_ERROR, STN_DIARY_ERROR_FUTURE))
    return g_strdup (_ ("Not saved: that day has not come yet."));
  if (g_error_matches (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE))
    return g_strdup (_ ("Not saved: it is in the diary already."));
  if (g_error_matches (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NO_SUCH_RECORD))
    return g_strdup (_ ("Not saved: it was deleted meanwhile."));
  if (g_error_matches (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_HISTORY))
    return g_strdup (_ ("Not saved: these dates cannot follow each other."));
  if (g_error_matches (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE))
    return g_strdup (_ ("Not saved: this number cannot be right."));
  if (g_error_matches (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_NAME))
    return g_strdup (_ ("Not saved: a text is empty or too long."));
  return stn_failure_not_saved (error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Writing) writing = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *group =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  g_autofree char *failure = NULL;

  if (group == NULL && stn_failure_is_end (error))
    return;
  if (group == NULL)
    failure = describe_failure (error);
  else if (*group != 0)
    g_signal_emit (writing->records, signals[WRITTEN], 0, writing->said, *group);
  if (writing->written != NULL)
    writing->written (writing->owner, failure);
}

void
stn_person_records_write (StnPersonRecords *self,
                          StnRecordWrite write,
                          gpointer data,
                          GDestroyNotify data_free,
                          const char *said,
                          GObject *owner,
                          StnRecordWritten written)
{
  g_return_if_fail (STN_IS_PERSON_RECORDS (self) && write != NULL);
  Writing *writing = g_new0 (Writing, 1);

  writing->records = g_object_ref (self);
  writing->write = write;
  writing->data = data;
  writing->data_free = data_free;
  writing->said = g_strdup (said);
  writing->owner = owner == NULL ? NULL : g_object_ref (owner);
  writing->written = written;
  stn_diary_client_run (self->client, write_work, writing, NULL, g_free, NULL, written_cb, writing);
}

static void
stn_person_records_dispose (GObject *object)
{
  StnPersonRecords *self = STN_PERSON_RECORDS (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->client);
  g_clear_pointer (&self->reading, reading_free);

  G_OBJECT_CLASS (stn_person_records_parent_class)->dispose (object);
}

static void
stn_person_records_class_init (StnPersonRecordsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = stn_person_records_dispose;
  signals[UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
stn_person_records_init (StnPersonRecords *self)
{
}

StnPersonRecords *
stn_person_records_new (StnDiaryClient *client)
{
  g_return_val_if_fail (STN_IS_DIARY_CLIENT (client), NULL);
  StnPersonRecords *self = g_object_new (STN_TYPE_PERSON_RECORDS, NULL);

  self->client = g_object_ref (client);
  g_signal_connect_object (client, "changed", G_CALLBACK (changed_cb), self, 0);
  load (self);
  return self;
}
