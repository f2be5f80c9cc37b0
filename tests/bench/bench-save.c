/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary-factors.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <time.h>

/* bench-save ours DIARY N: saves N full nights, each for itself, and prints the CPU time of the median one in microseconds.
 * bench-save bare DIARY N SAVED: the floor: inserts the rows that the other run made in the diary SAVED, as many in a
 * transaction, with nothing but SQLite in the same mode. Run under strace it is seen what each asks of the disk. */

#define FIRST_NIGHT stn_date_new (1900, 1, 1) /* before any diary */
#define EPISODES 3
#define MODE                                                                                       \
  "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON;"            \
  "PRAGMA secure_delete = ON; PRAGMA cache_size = -16384;"

static const char *const tables[] = {"night", "episode", "factor_value"};

static double
cpu_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static int
compare_costs (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
print_median (GArray *costs)
{
  g_array_sort (costs, compare_costs);
  g_print ("%.0f\n", costs->len > 0 ? g_array_index (costs, double, costs->len / 2) : 0.0);
}

/* All that a person may say of a night. */
static StnNight *
full_night (StnDate key, const GPtrArray *factors)
{
  StnNight *night = stn_night_new (key);

  for (guint i = 0; i < EPISODES; i++)
    g_ptr_array_add (night->episodes, stn_episode_new ());
  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (factors, i);

    if (factor->kind == STN_FACTOR_CONTINUOUS)
      stn_night_take_value (night, stn_factor_value_new (factor->slug, 3, STN_ENTERED_AFTER));
  }
  night->note = g_strdup ("Woke twice, walked about until it eased.");
  return night;
}

static void
save_ours (const char *path, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnClock) clock = stn_clock_new ();
  StnDiary *diary = stn_diary_open (path, STN_STORE_CREATE, clock, &error);
  g_autoptr (GPtrArray) factors = diary != NULL ? stn_diary_list_factors (diary, &error) : NULL;
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (double));

  if (factors == NULL)
    g_error ("%s: %s", path, error->message);
  for (guint i = 0; i < n; i++) {
    StnDate key = stn_date_add_days (FIRST_NIGHT, (int) i);
    g_autoptr (StnNight) before = stn_night_new (key);
    g_autoptr (StnNight) after = full_night (key, factors);
    double cost = cpu_us ();

    if (!stn_store_begin (stn_diary_get_store (diary), "edit-night", "person", &error) ||
        !stn_diary_put_night (diary, before, after, &error) ||
        !stn_store_commit (stn_diary_get_store (diary), NULL, &error))
      g_error ("%s: %s", path, error->message);
    cost = cpu_us () - cost;
    g_array_append_val (costs, cost);
  }
  stn_diary_close (diary);
  print_median (costs);
}

static void
must (sqlite3 *db, int code)
{
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
    g_error ("SQLite: %s", sqlite3_errmsg (db));
}

static void
execute (sqlite3 *db, const char *sql)
{
  must (db, sqlite3_exec (db, sql, NULL, NULL, NULL));
}

static void
execute_with (sqlite3 *db, const char *sql, const char *text)
{
  sqlite3_stmt *statement;

  must (db, sqlite3_prepare_v2 (db, sql, -1, &statement, NULL));
  sqlite3_bind_text (statement, 1, text, -1, SQLITE_STATIC);
  must (db, sqlite3_step (statement));
  sqlite3_finalize (statement);
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement;

  must (db, sqlite3_prepare_v2 (db, sql, -1, &statement, NULL));
  return statement;
}

/* The rows of one table that belong to one night, held in memory before the clock runs. */
static GPtrArray *
read_rows (sqlite3 *saved, const char *table, const char *night)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE night = ?", table);
  sqlite3_stmt *statement = prepare (saved, sql);
  int n = sqlite3_column_count (statement);
  GPtrArray *rows = g_ptr_array_new ();

  sqlite3_bind_text (statement, 1, night, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    sqlite3_value **row = g_new0 (sqlite3_value *, (gsize) n + 1);

    for (int i = 0; i < n; i++)
      row[i] = sqlite3_value_dup (sqlite3_column_value (statement, i));
    g_ptr_array_add (rows, row);
  }
  sqlite3_finalize (statement);
  return rows;
}

static sqlite3_stmt *
prepare_insert (sqlite3 *db, const char *table)
{
  g_autofree char *select = g_strdup_printf ("SELECT * FROM %s", table);
  sqlite3_stmt *columns = prepare (db, select);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s VALUES (?", table);
  for (int i = 1; i < sqlite3_column_count (columns); i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  sqlite3_finalize (columns);
  return prepare (db, sql->str);
}

static void
insert (sqlite3 *db, sqlite3_stmt *statement, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++) {
    sqlite3_value **row = g_ptr_array_index (rows, i);

    for (int column = 0; row[column] != NULL; column++)
      sqlite3_bind_value (statement, column + 1, row[column]);
    must (db, sqlite3_step (statement));
    sqlite3_reset (statement);
  }
}

static void
save_bare (const char *path, guint n, const char *saved_path)
{
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (double));
  sqlite3_stmt *statements[G_N_ELEMENTS (tables)];
  sqlite3 *db, *saved;

  must (NULL, sqlite3_open (path, &db));
  must (NULL, sqlite3_open_v2 (saved_path, &saved, SQLITE_OPEN_READONLY, NULL));
  execute (db, MODE);
  /* What the nights point to is there before. */
  execute_with (db, "ATTACH ? AS saved", saved_path);
  execute (db, "INSERT OR IGNORE INTO factor SELECT * FROM saved.factor");
  execute (db, "DETACH saved");
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    statements[t] = prepare_insert (db, tables[t]);
  for (guint i = 0; i < n; i++) {
    char night[STN_DATE_TEXT_SIZE];
    GPtrArray *rows[G_N_ELEMENTS (tables)];
    double cost;

    stn_date_to_text (stn_date_add_days (FIRST_NIGHT, (int) i), night);
    for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
      rows[t] = read_rows (saved, tables[t], night);
    cost = cpu_us ();
    execute (db, "BEGIN IMMEDIATE");
    for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
      insert (db, statements[t], rows[t]);
    execute (db, "COMMIT");
    cost = cpu_us () - cost;
    g_array_append_val (costs, cost);
  }
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    sqlite3_finalize (statements[t]);
  sqlite3_close (db);
  print_median (costs);
}

int
main (int argc, char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "ours"))
    save_ours (argv[2], (guint) strtoul (argv[3], NULL, 10));
  else if (argc == 5 && g_str_equal (argv[1], "bare"))
    save_bare (argv[2], (guint) strtoul (argv[3], NULL, 10), argv[4]);
  else
    g_error ("usage: bench-save ours DIARY N | bare DIARY N SAVED");
  return 0;
}
