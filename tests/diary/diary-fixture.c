/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "store/stn-backup-folder.h"

#include <glib/gstdio.h>

StnDate
night_of (const char *text)
{
  StnDate date;

  g_assert_true (stn_date_parse (text, &date, NULL));
  return date;
}

StnNight *
load (StnDiary *diary, const char *key)
{
  g_autoptr (GError) error = NULL;
  StnNight *night = stn_diary_get_night (diary, night_of (key), &error);

  g_assert_no_error (error);
  return night;
}

gint64
log_cramps (StnDiary *diary, const char *key, guint count)
{
  g_autoptr (GError) error = NULL;
  gint64 group = -1;

  g_assert_true (stn_diary_log_cramps (diary, night_of (key), count, NULL, &group, &error));
  g_assert_no_error (error);
  return group;
}

static gboolean
replace_cb (StnNight *night, gpointer data, GError **error)
{
  const StnNight *wanted = data;

  night->no_cramps = wanted->no_cramps;
  night->sleep = wanted->sleep;
  g_ptr_array_set_size (night->episodes, 0);
  g_ptr_array_set_size (night->values, 0);
  for (guint i = 0; i < wanted->episodes->len; i++)
    g_ptr_array_add (night->episodes, stn_episode_copy (g_ptr_array_index (wanted->episodes, i)));
  for (guint i = 0; i < wanted->values->len; i++)
    stn_night_take_value (night, stn_factor_value_copy (g_ptr_array_index (wanted->values, i)));
  return TRUE;
}

void
save (StnDiary *diary, const StnNight *night)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_diary_edit_night (diary, night->key, "edit-night", replace_cb,
                                       (gpointer) night, NULL, &error));
  g_assert_no_error (error);
}

void
diary_fixture_set_now (DiaryFixture *self, const char *iso)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (iso, utc);

  g_assert_nonnull (now);
  stn_clock_set (self->clock, now);
}

StnDiary *
diary_fixture_open_again (DiaryFixture *self)
{
  g_autoptr (GError) error = NULL;
  StnDiary *diary = stn_diary_open (self->path, STN_STORE_CREATE, self->clock, &error);

  g_assert_no_error (error);
  return diary;
}

void
diary_fixture_set_up (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) noon = g_date_time_new_utc (2026, 11, 21, 12, 0, 0);

  self->folder = g_dir_make_tmp ("stillnight-diary-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "diary.db", NULL);
  self->clock = stn_clock_new_fixed (noon);
  self->diary = diary_fixture_open_again (self);
}

void
diary_fixture_tear_down (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  stn_diary_close (self->diary);
  stn_clock_unref (self->clock);
  stn_backup_folder_empty (self->path, NULL);
  folder = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (self->folder, name, NULL);

    g_assert_cmpint (g_unlink (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}
