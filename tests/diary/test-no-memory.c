/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-work.h"

#include <sqlite3.h>

/* SQLite's memory, of which one piece, or all from one on, is refused. GLib's own is not: it ends the program when there is none,
 * which is what the tests that kill it are for. */
static struct {
  sqlite3_mem_methods real;
  gboolean counts;
  guint after;
  gboolean forever;
  guint refused;
} memory;

static gboolean
refuses (void)
{
  if (!memory.counts)
    return FALSE;
  if (memory.after > 0) {
    memory.after--;
    return FALSE;
  }
  if (memory.refused > 0 && !memory.forever)
    return FALSE;
  memory.refused++;
  return TRUE;
}

static void *
malloc_cb (int size)
{
  return refuses () ? NULL : memory.real.xMalloc (size);
}

static void *
realloc_cb (void *block, int size)
{
  return refuses () ? NULL : memory.real.xRealloc (block, size);
}

static void
install (void)
{
  sqlite3_mem_methods methods;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &memory.real), ==, SQLITE_OK);
  methods = memory.real;
  methods.xMalloc = malloc_cb;
  methods.xRealloc = realloc_cb;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &methods), ==, SQLITE_OK);
  /* Else most pieces come from a store that is filled beforehand. */
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 0, 0), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_PAGECACHE, NULL, 0, 0), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_initialize (), ==, SQLITE_OK);
}

/* Returns: how many pieces were refused, 0 when so many are not needed. */
static guint
refuse_at (DiaryWorkCase *self, guint after, gboolean forever)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  gboolean done;

  diary_work_case_reset (self);
  memory.after = after;
  memory.forever = forever;
  memory.refused = 0;
  memory.counts = TRUE;
  done = diary_work_case_run (self, &error);
  memory.counts = FALSE;
  g_assert_true (done == (error == NULL));
  problem = diary_work_case_find_problem (self, done);
  if (problem != NULL)
    g_error ("%s, piece %u %s: done: %d (%s). %s", self->work->name, after,
             forever ? "and all after it" : "alone", done, done ? "" : error->message, problem);
  return memory.refused;
}

static guint
count_pieces (DiaryWorkCase *self)
{
  g_autoptr (GError) error = NULL;

  diary_work_case_reset (self);
  memory.after = G_MAXUINT;
  memory.counts = TRUE;
  g_assert_true (diary_work_case_run (self, &error));
  memory.counts = FALSE;
  return G_MAXUINT - memory.after;
}

static void
test_refused (gconstpointer data)
{
  g_autoptr (DiaryWorkCase) self = diary_work_case_new (data);
  const guint n = count_pieces (self);
  const guint step = g_test_slow () ? MAX (n / 3000, 1) : n / 3;
  guint points = 0, refused = 0;

  for (guint after = (guint) g_test_rand_int_range (0, (gint32) step); after < n; after += step)
    for (int forever = 0; forever < 2; forever++) {
      refused += refuse_at (self, after, forever) > 0;
      points++;
    }
  g_test_message ("%u pieces; %u points, memory refused at %u of them", n, points, refused);
  g_assert_cmpuint (refused, >, points / 2);
  g_assert_cmpuint (refused, >, 1);
}

/* The sentence that a person reads. */
static void
test_said (void)
{
  g_autoptr (DiaryWorkCase) self = diary_work_case_new (&diary_works[1]);
  g_autoptr (GError) error = NULL;

  memory.after = 400;
  memory.forever = TRUE;
  memory.counts = TRUE;
  g_assert_false (diary_work_case_run (self, &error));
  memory.counts = FALSE;
  g_assert_true (g_str_has_suffix (error->message, ": out of memory"));
}

int
main (int argc, char **argv)
{
  install ();
  g_test_init (&argc, &argv, NULL);
  for (const DiaryWork *work = diary_works; work->name != NULL; work++) {
    g_autofree char *name = g_strconcat ("/diary/no-memory/", work->name, NULL);

    g_test_add_data_func (name, work, test_refused);
  }
  g_test_add_func ("/diary/no-memory/said", test_said);
  g_test_add_func ("/diary/no-memory/control", diary_work_test_control);
  return g_test_run ();
}
