/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-night-key.h"
#include "diary/stn-diary.h"
#include "store/stn-verify.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* Every change of the clock from 1970 to 2037 in a zone, and the two nights before and after it: a diary that is kept there
 * by someone who answers each morning and each evening loses, doubles and moves no night. Without --all a sample of the
 * zones, those in which something odd happened among them. */

#define FIRST_YEAR 1970
#define LAST_YEAR 2037
#define NIGHTS 2 /* before and after */
#define DAY_S 86400
#define HALF_HOUR_S 1800
#define ZONES "/usr/share/zoneinfo"
#define SAMPLE_STEP 40

/* Half hours, a whole day left out, midnights that never came, two changes within a month. */
static const char *const odd_zones[] = {
  "Europe/Berlin",        "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Apia",
  "Pacific/Kwajalein",    "Africa/Casablanca", "Asia/Kathmandu",      "America/Caracas",
  "Antarctica/Troll",     "Asia/Pyongyang",    "Africa/Monrovia",     "America/Havana",
  "Pacific/Kiritimati",   "Asia/Gaza",         "Europe/Dublin",       "America/St_Johns",
};

static guint changes_seen;
static guint nights_seen;

static gint64
utc_of_year (int year)
{
  g_autoptr (GDateTime) start = g_date_time_new_utc (year, 1, 1, 0, 0, 0);

  return g_date_time_to_unix (start);
}

static GDateTime *
local_at (GTimeZone *zone, gint64 utc)
{
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_utc (utc);

  return g_date_time_to_timezone (instant, zone);
}

static gint32
offset_at (GTimeZone *zone, gint64 utc)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc));
}

/* (element-type gint64) the instants at which the clocks of @zone jumped. */
static GArray *
find_changes (GTimeZone *zone)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 end = utc_of_year (LAST_YEAR + 1);

  for (gint64 day = utc_of_year (FIRST_YEAR); day < end; day += DAY_S) {
    gint64 before = day, after = day + DAY_S;

    if (offset_at (zone, before) == offset_at (zone, after))
      continue;
    while (after - before > 1) {
      gint64 middle = before + (after - before) / 2;

      if (offset_at (zone, middle) == offset_at (zone, day))
        before = middle;
      else
        after = middle;
    }
    g_array_append_val (changes, after);
  }
  return changes;
}

/* The key by the words of product 1, in another way than the program's: by the date that is written on the wall. */
static void
check_key (GDateTime *local, int day_change_min)
{
  g_autoptr (GDateTime) noon = g_date_time_new_utc (
    g_date_time_get_year (local), g_date_time_get_month (local),
    g_date_time_get_day_of_month (local), 12, 0, 0);
  g_autofree char *clock = g_date_time_format (local, "%H:%M");
  g_autofree char *change = g_strdup_printf ("%02d:%02d", day_change_min / 60, day_change_min % 60);
  g_autoptr (GDateTime) day = g_date_time_add_days (noon, strcmp (clock, change) >= 0 ? 0 : -1);
  g_autofree char *expected = g_date_time_format (day, "%Y-%m-%d");
  char key[STN_DATE_TEXT_SIZE];

  stn_date_to_text (stn_night_key_at (local, day_change_min), key);
  if (strcmp (key, expected) != 0)
    g_error ("%s in %s: key %s, not %s", clock, g_date_time_get_timezone_abbreviation (local), key,
             expected);
}

/* Every half hour round @change. */
static void
check_keys (GTimeZone *zone, gint64 change)
{
  static const int day_changes[] = {STN_DAY_CHANGE_FIRST_MIN, STN_DAY_CHANGE_DEFAULT_MIN,
                                    STN_DAY_CHANGE_LAST_MIN};

  for (gint64 utc = change - NIGHTS * DAY_S; utc <= change + NIGHTS * DAY_S; utc += HALF_HOUR_S) {
    g_autoptr (GDateTime) local = local_at (zone, utc);

    for (guint i = 0; i < G_N_ELEMENTS (day_changes); i++)
      check_key (local, day_changes[i]);
  }
}

typedef struct {
  StnClock *clock;
  StnDiary *diary;
  char *path;
  GHashTable *expected; /* key -> the outcome was said */
} Keeper;

static gboolean
stretch_cb (StnNight *night, gpointer data, GError **error)
{
  stn_night_take_value (night, stn_factor_value_new ("stretch", 1, STN_ENTERED_EVENING));
  return TRUE;
}

/* The morning's answer and the evening's list, as someone gives them who reads the clock on the wall. */
static void
live_through (Keeper *keeper, GTimeZone *zone, gint64 utc)
{
  g_autoptr (GDateTime) local = local_at (zone, utc);
  int hour = g_date_time_get_hour (local);
  g_autoptr (GError) error = NULL;
  StnDate key;
  char text[STN_DATE_TEXT_SIZE];

  stn_clock_set (keeper->clock, local);
  if (hour == 8) {
    key = stn_diary_last_night (keeper->diary);
    g_assert_cmpint (stn_date_days_between (key, stn_date_of (local)), ==, 1);
    stn_diary_log_no_cramps (keeper->diary, key, NULL, &error);
    g_hash_table_insert (keeper->expected, g_strdup (stn_date_to_text (key, text)),
                         GINT_TO_POINTER (TRUE));
  } else if (hour == 21) {
    g_assert_true (stn_diary_current_night (keeper->diary, &key, &error));
    g_assert_cmpint (stn_date_compare (key, stn_date_of (local)), ==, 0);
    stn_diary_edit_night (keeper->diary, key, "edit-factors", stretch_cb, NULL, NULL, &error);
    stn_date_to_text (key, text);
    if (g_hash_table_lookup (keeper->expected, text) == NULL)
      g_hash_table_insert (keeper->expected, g_strdup (text), NULL);
  }
  g_assert_no_error (error);
}

/* What is stored is what was said, each night once; read on the other side of the world, too. */
static void
check_nights (Keeper *keeper)
{
  g_autoptr (GTimeZone) elsewhere = g_time_zone_new_identifier ("Pacific/Honolulu");
  g_autoptr (GDateTime) later = local_at (elsewhere, utc_of_year (LAST_YEAR + 2));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nights = NULL;

  stn_clock_set (keeper->clock, later);
  nights = stn_diary_list_nights (keeper->diary, STN_NO_DATE, STN_NO_DATE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nights->len, ==, g_hash_table_size (keeper->expected));
  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);
    char text[STN_DATE_TEXT_SIZE];
    gpointer said;

    g_assert_true (g_hash_table_lookup_extended (
      keeper->expected, stn_date_to_text (night->key, text), NULL, &said));
    g_assert_cmpint (stn_night_get_state (night), ==,
                     said ? STN_NIGHT_NO_CRAMPS : STN_NIGHT_NOT_RECORDED);
  }
  nights_seen += nights->len;
}

static void
keep_diary (const char *folder, GTimeZone *zone, GArray *changes)
{
  g_autoptr (GDateTime) begin = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;
  Keeper keeper = {
    .clock = stn_clock_new_fixed (begin),
    .path = g_build_filename (folder, "diary.db", NULL),
    .expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };

  keeper.diary = stn_diary_open (keeper.path, STN_STORE_CREATE_NEW, keeper.clock, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < changes->len; i++) {
    gint64 change = g_array_index (changes, gint64, i);

    for (gint64 utc = change - NIGHTS * DAY_S; utc <= change + NIGHTS * DAY_S; utc += 2 * HALF_HOUR_S)
      live_through (&keeper, zone, utc);
  }
  check_nights (&keeper);
  stn_diary_close (keeper.diary);
  g_assert_true (stn_store_verify (keeper.path, keeper.clock, NULL, &error));
  g_assert_no_error (error);
  stn_clock_unref (keeper.clock);
  g_hash_table_unref (keeper.expected);
  g_unlink (keeper.path);
  g_free (keeper.path);
}

/* Durable writes are not what is tested here: memory is as good a disk. */
static char *
make_folder (void)
{
  char *folder = g_strdup ("/dev/shm/stillnight-time-XXXXXX");

  if (g_mkdtemp (folder) != NULL)
    return folder;
  g_free (folder);
  return g_dir_make_tmp ("stillnight-time-XXXXXX", NULL);
}

static void
test_zone (gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (data);
  g_autoptr (GArray) changes = NULL;
  g_autofree char *folder = make_folder ();

  g_assert_nonnull (zone);
  changes = find_changes (zone);
  for (guint i = 0; i < changes->len; i++)
    check_keys (zone, g_array_index (changes, gint64, i));
  keep_diary (folder, zone, changes);
  changes_seen += changes->len;
  g_test_message ("%s: %u changes", (const char *) data, changes->len);
  g_rmdir (folder);
}

/* (element-type utf8) the names of the zones, in the order of the alphabet. */
static void
list_zones (const char *below, GPtrArray *zones)
{
  g_autofree char *folder = g_build_filename (ZONES, below, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *zone = *below != '\0' ? g_build_filename (below, name, NULL) : g_strdup (name);
    g_autofree char *path = g_build_filename (ZONES, zone, NULL);

    if (g_str_equal (zone, "posix") || g_str_equal (zone, "right") || strchr (name, '.') != NULL)
      continue;
    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      list_zones (zone, zones);
    else if (g_ascii_isupper (*name)) {
      g_autoptr (GTimeZone) known = g_time_zone_new_identifier (zone);

      if (known != NULL)
        g_ptr_array_add (zones, g_steal_pointer (&zone));
    }
  }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

int
main (int argc, char **argv)
{
  gboolean is_all = argc > 1 && g_str_equal (argv[1], "--all");
  g_autoptr (GPtrArray) zones = g_ptr_array_new_with_free_func (g_free);
  int code;

  if (is_all)
    argc = 1;
  g_test_init (&argc, &argv, NULL);
  list_zones ("", zones);
  g_ptr_array_sort (zones, compare_names);
  for (guint i = 0; i < zones->len; i++) {
    const char *zone = g_ptr_array_index (zones, i);
    g_autofree char *path = g_strdup_printf ("/diary/time-torture/%s", zone);
    gboolean is_odd = FALSE;

    for (guint j = 0; j < G_N_ELEMENTS (odd_zones); j++)
      is_odd = is_odd || g_str_equal (odd_zones[j], zone);
    if (is_all || is_odd || i % SAMPLE_STEP == 0)
      g_test_add_data_func (path, zone, test_zone);
  }
  code = g_test_run ();
  g_print ("# %u changes of the clock, %u nights\n", changes_seen, nights_seen);
  /* A computer without zones would show nothing. */
  return code == 0 && (changes_seen < 1000 || nights_seen < 2 * changes_seen) ? 1 : code;
}
