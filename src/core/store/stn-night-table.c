/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-night-table.h"

#include "store/stn-night-rows.h"
#include "store/stn-row-identity.h"
#include "store/stn-store-private.h"

#include <string.h>

#define FIRST_NIGHT "0000-00-00"
#define LAST_NIGHT "9999-99-99"

/* Each part stops at the first row of its index. */
/* The index of nights gives one end of a table at once, but not both ends of three in one question. */
#define END_OF(table, order)                                                                       \
  "(SELECT night FROM " table " WHERE NOT deleted ORDER BY night " order " LIMIT 1)"
#define SELECT_END(least, order)                                                                   \
  "WITH end (night) AS (VALUES (" END_OF ("night", order) "), (" END_OF (                          \
    "episode", order) "), (" END_OF ("factor_value", order) ")) SELECT " least " (night) FROM end"
#define SELECT_FIRST SELECT_END ("min", "ASC")
#define SELECT_LAST SELECT_END ("max", "DESC")

#define SELECT_SETTLED                                                                             \
  "SELECT night FROM night WHERE NOT deleted AND (answer IS NOT NULL OR forgotten) AND night <= "  \
  "?1 "                                                                                            \
  "UNION SELECT night FROM episode WHERE NOT deleted AND night <= ?1 ORDER BY night"

static gint
compare_nights (gconstpointer a, gconstpointer b)
{
  const StnNight *const *first = a;
  const StnNight *const *second = b;

  return stn_date_compare ((*first)->key, (*second)->key);
}

static StnNight *
find_or_add_night (GHashTable *nights, StnDate key)
{
  StnNight *night = g_hash_table_lookup (nights, GUINT_TO_POINTER (key.julian));

  if (night == NULL) {
    night = stn_night_new (key);
    g_hash_table_insert (nights, GUINT_TO_POINTER (key.julian), night);
  }
  return night;
}

/* Rows come by night: the date is parsed once for all that follow each other. */
static gboolean
read_rows (StnConnection *connection,
           const StnNightReader *reader,
           const char *from,
           const char *to,
           GHashTable *nights,
           GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, reader->select, error);
  char last[STN_DATE_TEXT_SIZE] = "";
  StnNight *night = NULL;
  gboolean row;

  if (select == NULL)
    return FALSE;
  stn_statement_bind_text (select, 1, from);
  stn_statement_bind_text (select, 2, to);
  while (TRUE) {
    if (!stn_statement_step (select, &row, error))
      return FALSE;
    if (!row)
      return TRUE;
    const char *text = stn_statement_get_text (select, 0);
    if (night == NULL || strcmp (text, last) != 0) {
      StnDate key;

      if (!stn_date_parse (text, &key, NULL)) {
        stn_connection_set_damaged (connection, error, "it has a night with date '%s'", text);
        return FALSE;
      }
      night = find_or_add_night (nights, key);
      g_strlcpy (last, text, sizeof last);
    }
    if (!reader->read (connection, select, night, error))
      return FALSE;
  }
}

/* Returns: julian date -> StnNight, owned by nobody yet but the table's own free function. */
static GHashTable *
load (
  StnStore *self, const char *from, const char *to, const StnNightReader *values, GError **error)
{
  const StnNightReader *const readers[] = {&stn_night_row_reader, &stn_episode_reader, values};
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (GHashTable) nights =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) stn_night_free);
  gboolean read = TRUE;

  if (connection == NULL || !stn_connection_begin_read (connection, error))
    return NULL;
  for (guint i = 0; read && i < G_N_ELEMENTS (readers); i++)
    read = read_rows (connection, readers[i], from, to, nights, error);
  stn_connection_end_read (connection);
  return read ? g_steal_pointer (&nights) : NULL;
}

StnNight *
stn_night_table_load (StnStore *self, StnDate key, GError **error)
{
  g_return_val_if_fail (stn_date_is_set (key), NULL);
  char text[STN_DATE_TEXT_SIZE];
  gpointer night = NULL;

  stn_date_to_text (key, text);
  g_autoptr (GHashTable) nights = load (self, text, text, &stn_factor_value_reader, error);
  if (nights == NULL)
    return NULL;
  if (!g_hash_table_steal_extended (nights, GUINT_TO_POINTER (key.julian), NULL, &night))
    night = stn_night_new (key);
  return night;
}

static GPtrArray *
load_range (StnStore *self, StnDate from, StnDate to, const StnNightReader *values, GError **error)
{
  char from_text[STN_DATE_TEXT_SIZE], to_text[STN_DATE_TEXT_SIZE];
  GHashTableIter iter;
  gpointer night;

  stn_date_to_text (from, from_text);
  stn_date_to_text (to, to_text);
  g_autoptr (GHashTable) nights = load (self, stn_date_is_set (from) ? from_text : FIRST_NIGHT,
                                        stn_date_is_set (to) ? to_text : LAST_NIGHT, values, error);
  if (nights == NULL)
    return NULL;
  GPtrArray *array =
    g_ptr_array_new_full (g_hash_table_size (nights), (GDestroyNotify) stn_night_free);
  g_hash_table_iter_init (&iter, nights);
  while (g_hash_table_iter_next (&iter, NULL, &night)) {
    g_ptr_array_add (array, night);
    g_hash_table_iter_steal (&iter);
  }
  g_ptr_array_sort (array, compare_nights);
  return array;
}

GPtrArray *
stn_night_table_load_range (StnStore *self, StnDate from, StnDate to, GError **error)
{
  return load_range (self, from, to, &stn_factor_value_reader, error);
}

/* Adds what can be read; where something cannot, halves the range until it is one night. FALSE on other errors. */
static gboolean
add_readable (StnStore *self,
              StnDate from,
              StnDate to,
              const StnNightReader *values,
              GPtrArray *nights,
              GArray *unreadable,
              GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GPtrArray) range = load_range (self, from, to, values, &reason);
  StnDate middle;

  if (range != NULL) {
    g_ptr_array_extend_and_steal (nights, g_steal_pointer (&range));
    return TRUE;
  }
  if (!g_error_matches (reason, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED)) {
    g_propagate_error (error, g_steal_pointer (&reason));
    return FALSE;
  }
  if (stn_date_compare (from, to) == 0) {
    g_array_append_val (unreadable, from);
    return TRUE;
  }
  middle = stn_date_add_days (from, stn_date_days_between (from, to) / 2);
  return add_readable (self, from, middle, values, nights, unreadable, error) &&
         add_readable (self, stn_date_add_days (middle, 1), to, values, nights, unreadable, error);
}

#define SELECT_FIRST_AND_LAST                                                                      \
  "SELECT min (first), max (last) FROM (SELECT min (night) AS first, max (night) AS last FROM "    \
  "night UNION ALL SELECT min (night), max (night) FROM episode UNION ALL SELECT min (night), "    \
  "max (night) FROM factor_value)"

/* Where nights can be, as far as the file tells; else up to tonight. Days on which nobody wrote are no nights that cannot be read. */
static void
find_ends (StnStore *self, StnDate *first, StnDate *last)
{
  StnConnection *connection = stn_store_get_connection (self, NULL);
  g_autoptr (StnStatement) select =
    connection != NULL ? stn_statement_get (connection, SELECT_FIRST_AND_LAST, NULL) : NULL;
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (self));
  gboolean row;

  *first = stn_date_new (STN_DATE_FIRST_YEAR, 1, 1);
  *last = stn_date_of (now);
  if (select == NULL || !stn_statement_step (select, &row, NULL) || !row)
    return;
  (void) stn_date_parse (stn_statement_get_text (select, 0), first, NULL);
  (void) stn_date_parse (stn_statement_get_text (select, 1), last, NULL);
}

static GPtrArray *
load_readable (StnStore *self,
               StnDate from,
               StnDate to,
               const StnNightReader *values,
               GArray **ret_unreadable,
               GError **error)
{
  g_autoptr (GArray) unreadable = g_array_new (FALSE, FALSE, sizeof (StnDate));
  g_autoptr (GPtrArray) nights = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_night_free);
  g_autoptr (GError) reason = NULL;
  GPtrArray *all = load_range (self, from, to, values, &reason);
  StnDate first, last;

  if (all != NULL) {
    *ret_unreadable = g_steal_pointer (&unreadable);
    return all;
  }
  if (!g_error_matches (reason, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED)) {
    g_propagate_error (error, g_steal_pointer (&reason));
    return NULL;
  }
  find_ends (self, &first, &last);
  if (!stn_date_is_set (from))
    from = first;
  if (!stn_date_is_set (to))
    to = stn_date_compare (last, from) < 0 ? from : last;
  if (!add_readable (self, from, to, values, nights, unreadable, error))
    return NULL;
  if (unreadable->len == 0) {
    const StnDate none = STN_NO_DATE;

    g_array_append_val (unreadable, none);
  }
  *ret_unreadable = g_steal_pointer (&unreadable);
  return g_steal_pointer (&nights);
}

GPtrArray *
stn_night_table_load_readable (
  StnStore *self, StnDate from, StnDate to, GArray **ret_unreadable, GError **error)
{
  g_return_val_if_fail (ret_unreadable != NULL, NULL);
  return load_readable (self, from, to, &stn_factor_value_reader, ret_unreadable, error);
}

GPtrArray *
stn_night_table_survey (StnStore *self, GArray **ret_unreadable, GError **error)
{
  g_return_val_if_fail (ret_unreadable != NULL, NULL);
  return load_readable (self, STN_NO_DATE, STN_NO_DATE, &stn_plain_factor_value_reader,
                        ret_unreadable, error);
}

static gboolean
parse_key (StnConnection *connection, const char *text, StnDate *ret_key, GError **error)
{
  if (stn_date_parse (text, ret_key, NULL))
    return TRUE;
  stn_connection_set_damaged (connection, error, "it has a night with date '%s'", text);
  return FALSE;
}

GArray *
stn_night_table_list_settled (StnStore *self, StnDate to, GError **error)
{
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (StnStatement) select =
    connection != NULL ? stn_statement_get (connection, SELECT_SETTLED, error) : NULL;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (StnDate));
  char last[STN_DATE_TEXT_SIZE];
  gboolean row = TRUE;

  if (select == NULL)
    return NULL;
  stn_statement_bind_text (select, 1, stn_date_to_text (to, last));
  while (stn_statement_step (select, &row, error) && row) {
    StnDate key;

    if (!parse_key (connection, stn_statement_get_text (select, 0), &key, error))
      return NULL;
    g_array_append_val (keys, key);
  }
  return row ? NULL : g_steal_pointer (&keys);
}

static gboolean
get_end (StnStore *self, const char *sql, StnDate *ret_key, GError **error)
{
  g_return_val_if_fail (ret_key != NULL, FALSE);
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (StnStatement) select =
    connection != NULL ? stn_statement_get (connection, sql, error) : NULL;
  StnDate key = STN_NO_DATE;
  gboolean row;

  if (select == NULL || !stn_statement_step (select, &row, error))
    return FALSE;
  const char *text = row ? stn_statement_get_opt_text (select, 0) : NULL;
  if (text != NULL && !parse_key (connection, text, &key, error))
    return FALSE;
  *ret_key = key;
  return TRUE;
}

gboolean
stn_night_table_get_first (StnStore *self, StnDate *ret_key, GError **error)
{
  return get_end (self, SELECT_FIRST, ret_key, error);
}

gboolean
stn_night_table_get_last (StnStore *self, StnDate *ret_key, GError **error)
{
  return get_end (self, SELECT_LAST, ret_key, error);
}

gboolean
stn_night_table_save (StnStore *self, const StnNight *before, const StnNight *after, GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);
  g_return_val_if_fail (stn_date_compare (before->key, after->key) == 0, FALSE);

  return stn_night_row_save (self, before, after, error) &&
         stn_episodes_save (self, before, after, error) &&
         stn_factor_values_save (self, before, after, error);
}
