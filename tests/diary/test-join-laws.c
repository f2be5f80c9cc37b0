/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Diaries of two to four computers that begin with the same one, live apart and are joined now and then, as files or as exports: joined
 * in any order, in any grouping, in either form, twice, the export is the same. -m slow: ten times as many histories. */
#include "diary-fixture.h"
#include "diary/stn-diary-archive.h"
#include "store/stn-backup-folder.h"

#include <glib/gstdio.h>

#define MAX_DEVICES 4

/* The computers of one history: what each has in its folder. */
typedef struct {
  char *folder;
  StnClock *clock;
  guint n_devices;
  guint n_files; /* that were made, for names */
  gint64 minute;
} History;

static char *
path_of (History *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static char *
device_path (History *self, guint device)
{
  g_autofree char *name = g_strdup_printf ("device-%u.db", device);

  return path_of (self, name);
}

static char *
new_path (History *self)
{
  g_autofree char *name = g_strdup_printf ("file-%u", self->n_files++);

  return path_of (self, name);
}

static void
copy (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (
    g_file_set_contents_full (to, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static char *
copy_of (History *self, const char *path)
{
  char *to = new_path (self);

  copy (path, to);
  return to;
}

static void
go_on (History *self)
{
  g_autoptr (GDateTime) noon = g_date_time_new_utc (2026, 11, 21, 12, 0, 0);
  g_autoptr (GDateTime) now = g_date_time_add_minutes (noon, (int) ++self->minute);

  stn_clock_set (self->clock, now);
}

static StnDiary *
open_diary (History *self, const char *path, StnStoreMode mode)
{
  g_autoptr (GError) error = NULL;
  StnDiary *diary = stn_diary_open (path, mode, self->clock, &error);

  g_assert_no_error (error);
  return diary;
}

static char *
export_of (History *self, const char *path)
{
  g_autoptr (StnDiary) diary = open_diary (self, path, STN_STORE_READ_ONLY);
  g_autoptr (GError) error = NULL;
  GString *text = stn_diary_export_json (diary, &error);

  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

/* Joins @other to @path, as a diary or as an export. */
static void
join (History *self, const char *path, const char *other, gboolean as_export)
{
  g_autofree char *text = as_export ? export_of (self, other) : NULL;
  g_autofree char *file = as_export ? new_path (self) : g_strdup (other);
  g_autoptr (StnDiary) diary = NULL;
  g_autoptr (StnJoinReport) report = NULL;
  g_autoptr (GError) error = NULL;

  if (as_export)
    g_assert_true (g_file_set_contents (file, text, -1, NULL));
  diary = open_diary (self, path, STN_STORE_EXISTING);
  report = stn_diary_join (diary, (const char *const[]){file, NULL}, "merge", FALSE, NULL, &error);
  g_assert_no_error (error);
}

/* What a night does not allow is refused: that is no matter here. */
static gboolean
change_cb (StnNight *night, gpointer data, GError **error)
{
  switch (GPOINTER_TO_INT (data)) {
  case 0:
    night->no_cramps = stn_night_get_state (night) == STN_NIGHT_NOT_RECORDED;
    break;
  case 1:
    g_free (night->note);
    night->note = g_strdup_printf ("note %d", g_test_rand_int_range (0, 1000));
    break;
  default:
    night->sleep.quality = STN_KNOWN_INT (g_test_rand_int_range (1, 6));
  }
  return TRUE;
}

/* A few nights, so that the computers meet on them. */
static void
live (History *self, const char *path)
{
  g_autoptr (StnDiary) diary = open_diary (self, path, STN_STORE_EXISTING);
  const StnDate key = stn_date_new (2026, 11, g_test_rand_int_range (10, 14));
  const int what = g_test_rand_int_range (0, 8);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (StnDate));

  go_on (self);
  g_array_append_val (keys, key);
  if (what == 6)
    stn_diary_delete_nights (diary, keys, NULL, NULL);
  else if (what == 7)
    stn_diary_undo (diary, 0, NULL, NULL);
  else if (what >= 4)
    stn_diary_log_cramps (diary, key, (guint) what - 3, NULL, NULL, NULL);
  else
    stn_diary_edit_night (diary, key, "edit-night", change_cb, GINT_TO_POINTER (MAX (what - 1, 0)),
                          NULL, NULL);
}

static History *
history_new (void)
{
  g_autoptr (GDateTime) noon = g_date_time_new_utc (2026, 11, 21, 12, 0, 0);
  History *self = g_new0 (History, 1);
  g_autofree char *start = NULL;

  self->folder = g_dir_make_tmp ("stillnight-laws-XXXXXX", NULL);
  self->clock = stn_clock_new_fixed (noon);
  self->n_devices = (guint) g_test_rand_int_range (2, MAX_DEVICES + 1);
  start = path_of (self, "start.db");
  stn_diary_close (open_diary (self, start, STN_STORE_CREATE_NEW));
  for (guint i = 0; i < 2; i++)
    live (self, start);
  for (guint i = 0; i < self->n_devices; i++) {
    g_autofree char *path = device_path (self, i);

    copy (start, path);
  }
  return self;
}

static void
history_free (History *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = path_of (self, name);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      g_rmdir (path);
    else {
      stn_backup_folder_empty (path, NULL);
      g_unlink (path);
    }
  }
  g_dir_rewind (folder);
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = path_of (self, name);

    g_rmdir (path);
  }
  g_rmdir (self->folder);
  stn_clock_unref (self->clock);
  g_free (self->folder);
  g_free (self);
}

/* Apart, and now and then one hears of another. */
static void
run (History *self)
{
  for (int step = g_test_rand_int_range (4, 10); step > 0; step--) {
    const guint device = (guint) g_test_rand_int_range (0, (int) self->n_devices);
    const guint from = (guint) g_test_rand_int_range (0, (int) self->n_devices);
    g_autofree char *path = device_path (self, device);
    g_autofree char *other = device_path (self, from);

    if (from != device && g_test_rand_int_range (0, 4) == 0) {
      go_on (self);
      join (self, path, other, g_test_rand_bit ());
    } else
      live (self, path);
  }
}

/* (transfer full) a diary that has what @a and @b have. */
static char *
join_of (History *self, const char *a, const char *b, gboolean as_export)
{
  char *joined = copy_of (self, a);

  join (self, joined, b, as_export);
  return joined;
}

static void
assert_same (History *self, const char *a, const char *b)
{
  g_autofree char *one = export_of (self, a);
  g_autofree char *other = export_of (self, b);

  g_assert_cmpstr (one, ==, other);
}

static void
assert_laws (History *self)
{
  g_autofree char *a = device_path (self, 0);
  g_autofree char *b = device_path (self, 1);
  g_autofree char *c = device_path (self, self->n_devices - 1);
  g_autofree char *d = device_path (self, self->n_devices / 2);
  g_autofree char *ab = NULL, *ba = NULL, *cd = NULL, *left = NULL, *right = NULL, *same = NULL;
  const gboolean forms[] = {g_test_rand_bit (), g_test_rand_bit ()};

  go_on (self);
  ab = join_of (self, a, b, FALSE);
  ba = join_of (self, b, a, TRUE);
  assert_same (self, ab, ba);
  cd = join_of (self, c, d, forms[0]);
  left = join_of (self, ab, cd, forms[1]);
  right = join_of (self, a, cd, !forms[0]);
  join (self, right, b, !forms[1]);
  assert_same (self, left, right);
  same = join_of (self, left, ab, forms[0]);
  join (self, same, left, forms[1]);
  assert_same (self, same, left);
}

static void
test_laws (void)
{
  const guint n = g_test_slow () ? 240 : 24;

  for (guint i = 0; i < n; i++) {
    History *history = history_new ();

    run (history);
    assert_laws (history);
    history_free (history);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diary/join-laws/any-order-any-form", test_laws);
  return g_test_run ();
}
