/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-work.h"

#include "../store/fault-vfs.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* Ways in which one operation on a file can go wrong. */
static const struct {
  const char *name;
  FaultKind kind;
  int result;
} faults[] = {
  {"write", FAULT_WRITE, SQLITE_IOERR_WRITE}, /* its first half was done */
  {"full", FAULT_WRITE, SQLITE_FULL},
  {"sync", FAULT_SYNC, SQLITE_IOERR_FSYNC},
  {"truncate", FAULT_TRUNCATE, SQLITE_IOERR_TRUNCATE},
  {"delete", FAULT_DELETE, SQLITE_IOERR_DELETE},
  {"open", FAULT_OPEN, SQLITE_CANTOPEN},
  {"read", FAULT_READ, SQLITE_IOERR_READ},
  {"lock", FAULT_LOCK, SQLITE_IOERR_LOCK},
  {"size", FAULT_SIZE, SQLITE_IOERR_FSTAT},
  {"access", FAULT_ACCESS, SQLITE_IOERR_ACCESS},
  {"any", FAULT_ALL, SQLITE_IOERR},
};

/* Does it while the operation number @after fails. Returns: how many failed, 0 when there are not so many. */
static guint
fail_at (DiaryWorkCase *self, guint fault, guint after, gboolean forever)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  gboolean done;
  guint hits;

  diary_work_case_reset (self);
  fault_vfs_arm (faults[fault].kind, after, forever, faults[fault].result);
  done = diary_work_case_run (self, &error);
  hits = fault_vfs_disarm ();
  g_assert_true (done == (error == NULL));
  g_assert_true (done || *error->message != '\0');
  problem = diary_work_case_find_problem (self, done);
  if (problem != NULL)
    g_error ("%s, %s %u %s: done: %d (%s). %s", self->work->name, faults[fault].name, after,
             forever ? "and all after it" : "alone", done, done ? "" : error->message, problem);
  return hits;
}

static guint
count_operations (DiaryWorkCase *self, guint fault)
{
  g_autoptr (GError) error = NULL;

  diary_work_case_reset (self);
  fault_vfs_arm (faults[fault].kind, 0, TRUE, SQLITE_OK);
  g_assert_true (diary_work_case_run (self, &error));
  g_assert_no_error (error);
  return fault_vfs_disarm ();
}

/* Each operation fails, alone and with all after it; in the quick suite some of them. */
static void
test_faults (gconstpointer data)
{
  g_autoptr (DiaryWorkCase) self = diary_work_case_new (data);
  guint points = 0, struck = 0;

  for (guint fault = 0; fault < G_N_ELEMENTS (faults); fault++) {
    const guint n = count_operations (self, fault);
    const guint step = g_test_slow () ? 1 : MAX (n, 1);

    for (guint after = (guint) g_test_rand_int_range (0, (gint32) step); after < n; after += step) {
      const gboolean first = g_test_rand_bit ();

      for (int i = 0; i < (g_test_slow () ? 2 : 1); i++) {
        struck += fail_at (self, fault, after, first ^ i) > 0;
        points++;
      }
    }
  }
  g_test_message ("%u points, a fault at %u of them", points, struck);
  /* Random ids: now and then one page less is written. */
  g_assert_cmpuint (struck, >, points / 2);
  g_assert_cmpuint (struck, >, 4);
}

/* The kernel does less than it is asked for, and is interrupted: nothing of that may be seen. */
static void
test_short_transfers (gconstpointer data)
{
  g_autoptr (DiaryWorkCase) self = diary_work_case_new (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  guint shortened;

  fault_vfs_shorten (TRUE, NULL);
  gboolean done = diary_work_case_run (self, &error);
  fault_vfs_shorten (FALSE, &shortened);
  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_cmpuint (shortened, >, 10);
  problem = diary_work_case_find_problem (self, TRUE);
  g_assert_cmpstr (problem, ==, NULL);
}

/* The diary and its journal as a power cut after so many operations leaves them. */
static void
write_cut (DiaryWorkCase *self, guint n_operations, GRand *rand)
{
  g_autofree char *cut = g_build_filename (self->home, "cut", NULL);
  static const char *const names[] = {"diary.db", "diary.db-journal"};

  g_assert_no_errno (g_mkdir (cut, 0700));
  fault_vfs_write_power_cut (n_operations, rand, cut);
  diary_work_case_reset (self);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *from = g_build_filename (cut, names[i], NULL);
    g_autofree char *to = g_build_filename (self->folder, names[i], NULL);

    g_unlink (to);
    if (g_file_test (from, G_FILE_TEST_EXISTS))
      g_assert_no_errno (g_rename (from, to));
  }
  g_autoptr (GDir) dir = g_dir_open (cut, 0, NULL);
  const char *name;
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (cut, name, NULL);

    g_assert_no_errno (g_unlink (path));
  }
  g_assert_no_errno (g_rmdir (cut));
}

/* The disk fails while the diary is put right after a power cut; afterwards it works again. */
static guint
fail_recovery (DiaryWorkCase *self, GRand *rand)
{
  const guint fault = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (faults));
  g_autofree char *path = g_build_filename (self->folder, "diary.db", NULL);
  g_autofree char *said = NULL;

  fault_vfs_arm (faults[fault].kind, (guint) g_rand_int_range (rand, 0, 12), g_rand_boolean (rand),
                 faults[fault].result);
  said = diary_work_says (path, self->clock);
  return fault_vfs_disarm ();
}

/* Power cuts at random moments; half of them with a disk that then fails while the diary is put right. */
static void
test_power_cuts (gconstpointer data)
{
  g_autoptr (DiaryWorkCase) self = diary_work_case_new (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (GError) error = NULL;
  const guint images = g_test_slow () ? 1000 : 5;
  guint twice = 0, n;

  fault_vfs_start_recording (self->folder);
  g_assert_true (diary_work_case_run (self, &error));
  fault_vfs_stop_recording ();
  n = fault_vfs_get_n_operations ();
  for (guint i = 0; i < images; i++) {
    const guint moment = i == 0 ? n : (guint) g_rand_int_range (rand, 0, (gint32) n + 1);
    g_autofree char *problem = NULL;

    write_cut (self, moment, rand);
    if (i % 3 == 1)
      twice += fail_recovery (self, rand) > 0;
    problem = diary_work_case_find_problem (self, moment == n);
    if (problem != NULL)
      g_error ("%s, after %u of %u operations: %s", self->work->name, moment, n, problem);
  }
  g_test_message ("%u images, in %u of them the disk failed again", images, twice);
}

static void
with_vfs (gconstpointer data, void (*test) (gconstpointer data))
{
  fault_vfs_install ();
  test (data);
  fault_vfs_uninstall ();
}

static void
run_faults (gconstpointer data)
{
  with_vfs (data, test_faults);
}

static void
run_short_transfers (gconstpointer data)
{
  with_vfs (data, test_short_transfers);
}

static void
run_power_cuts (gconstpointer data)
{
  with_vfs (data, test_power_cuts);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (const DiaryWork *work = diary_works; work->name != NULL; work++) {
    g_autofree char *fails = g_strconcat ("/diary/disk-faults/", work->name, "/fails", NULL);
    g_autofree char *is_short = g_strconcat ("/diary/disk-faults/", work->name, "/short", NULL);
    g_autofree char *power = g_strconcat ("/diary/disk-faults/", work->name, "/power-cut", NULL);

    g_test_add_data_func (fails, work, run_faults);
    g_test_add_data_func (is_short, work, run_short_transfers);
    /* A new diary gets its name in a way that this disk does not see; tests/checks/power-cut.py does. */
    if (work != diary_works)
      g_test_add_data_func (power, work, run_power_cuts);
  }
  g_test_add_func ("/diary/disk-faults/control", diary_work_test_control);
  return g_test_run ();
}
