/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-schema-graft.h"

#include "store/stn-backup-folder.h"
#include "store/stn-schema-check.h"
#include "store/stn-statement.h"
#include "store/stn-store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define PAGE_SIZE 4096 /* of every diary: SQLite's since 2016 */
#define HEADER_PAGES 28
#define HEADER_LENGTH 100
/* The first bytes of a page of a table and of an index (https://www.sqlite.org/fileformat2.html, 1.6). */
#define TABLE_INNER 0x05
#define TABLE_LEAF 0x0d
#define INDEX_INNER 0x02
#define INDEX_LEAF 0x0a
#define MISFITS_IN_100 10 /* pages that may themselves be damaged */

#define SELECT_PLACES                                                                              \
  "SELECT name, rootpage, type = 'index' OR sql LIKE '%WITHOUT ROWID' FROM sqlite_schema WHERE "   \
  "rootpage > 0"
#define SELECT_OBJECTS                                                                             \
  "SELECT name, type, tbl_name, sql FROM sqlite_schema WHERE rootpage > 0 ORDER BY rowid"
#define INSERT_OBJECT                                                                              \
  "INSERT INTO sqlite_schema (name, type, tbl_name, sql, rootpage) VALUES (?, ?, ?, ?, ?)"

typedef struct {
  guint32 root;
  gboolean is_index; /* or a table that is kept like one */
} Place;

/* (transfer full) name -> Place */
static GHashTable *
read_places (StnConnection *connection, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_PLACES, error);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean row;

  if (select == NULL)
    return NULL;
  do {
    Place *place;

    if (!stn_statement_step (select, &row, error))
      return NULL;
    if (!row)
      break;
    place = g_new (Place, 1);
    *place =
      (Place){(guint32) stn_statement_get_int (select, 1), stn_statement_get_int (select, 2) != 0};
    g_hash_table_insert (places, g_strdup (stn_statement_get_text (select, 0)), place);
  } while (row);
  return g_steal_pointer (&places);
}

static gboolean
fits (const Place *place, const guint8 *bytes, gsize size)
{
  const gsize at = (gsize) (place->root - 1) * PAGE_SIZE;

  if (place->root < 2 || at >= size)
    return FALSE;
  return place->is_index ? bytes[at] == INDEX_INNER || bytes[at] == INDEX_LEAF
                         : bytes[at] == TABLE_INNER || bytes[at] == TABLE_LEAF;
}

static gboolean
are_right (GHashTable *places, const guint8 *bytes, gsize size)
{
  GHashTableIter iter;
  gpointer place;
  guint misfits = 0;

  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    misfits += !fits (place, bytes, size);
  return misfits * 100 <= g_hash_table_size (places) * MISFITS_IN_100;
}

/* (transfer full) (nullable) of the newest backup whose places are right. */
static GHashTable *
find_in_backups (const char *diary, const guint8 *bytes, gsize size)
{
  g_autoptr (GPtrArray) files = stn_backup_folder_list (diary);

  for (guint i = 0; i < files->len; i++) {
    const char *path = ((StnBackupFile *) g_ptr_array_index (files, i))->path;
    g_autoptr (StnConnection) backup = stn_connection_open (path, path, STN_CONNECTION_READ, NULL);
    g_autoptr (GHashTable) places = backup != NULL ? read_places (backup, NULL) : NULL;

    if (places != NULL && g_hash_table_size (places) > 0 && are_right (places, bytes, size))
      return g_steal_pointer (&places);
  }
  return NULL;
}

/* (transfer full) (nullable) of a diary that was begun with this or an older version, the newest that are right. */
static GHashTable *
find_in_new_diary (const guint8 *bytes, gsize size)
{
  StnSchema schema = *stn_schema_get_current ();

  for (; schema.version > 0; schema.version--) {
    g_autoptr (StnConnection) begun = stn_schema_make_empty (&schema, NULL);
    g_autoptr (GHashTable) places = begun != NULL ? read_places (begun, NULL) : NULL;

    if (places != NULL && are_right (places, bytes, size))
      return g_steal_pointer (&places);
  }
  return NULL;
}

/* The first page of a diary without tables, but with so many pages. */
static gboolean
make_first_page (guint8 first[PAGE_SIZE], guint32 pages, GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("PRAGMA page_size = %d; PRAGMA application_id = %d; PRAGMA user_version = %d",
                     PAGE_SIZE, STN_SCHEMA_APPLICATION_ID, stn_schema_get_current ()->version);
  g_autoptr (StnConnection) empty =
    stn_connection_open ("", "schema", STN_CONNECTION_MEMORY, error);
  unsigned char *bytes;
  sqlite3_int64 size = 0;

  if (empty == NULL || !stn_connection_execute (empty, sql, "create", error))
    return FALSE;
  bytes = sqlite3_serialize (stn_connection_get_db (empty), "main", &size, 0);
  if (bytes == NULL || size != PAGE_SIZE) {
    sqlite3_free (bytes);
    stn_connection_set_error (empty, SQLITE_NOMEM, "create", error);
    return FALSE;
  }
  pages = GUINT32_TO_BE (pages);
  memcpy (first, bytes, PAGE_SIZE);
  memcpy (first + HEADER_PAGES, &pages, sizeof pages);
  sqlite3_free (bytes);
  return TRUE;
}

/* Makes the file whole pages long, as many as are spoken of; those that are missing are empty. */
static gboolean
clear_list (const char *copy, GHashTable *places, gsize size, GError **error)
{
  guint32 pages = (guint32) (size / PAGE_SIZE);
  guint8 first[PAGE_SIZE];
  GHashTableIter iter;
  gpointer place;
  int file;

  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    pages = MAX (pages, ((Place *) place)->root);
  if (!make_first_page (first, pages, error))
    return FALSE;
  file = open (copy, O_WRONLY | O_CLOEXEC);
  if (file < 0 || ftruncate (file, (off_t) pages * PAGE_SIZE) != 0 ||
      pwrite (file, first, PAGE_SIZE, 0) != PAGE_SIZE) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_IO, "cannot write '%s': %s", copy,
                 g_strerror (errno));
    if (file >= 0)
      close (file);
    return FALSE;
  }
  return close (file) == 0;
}

static gboolean
write_objects (StnConnection *to, StnConnection *ours, GHashTable *places, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (ours, SELECT_OBJECTS, error);
  gboolean row;

  while (select != NULL) {
    g_autoptr (StnStatement) insert = NULL;
    const Place *place;

    if (!stn_statement_step (select, &row, error))
      return FALSE;
    if (!row)
      return TRUE;
    place = g_hash_table_lookup (places, stn_statement_get_text (select, 0));
    if (place == NULL)
      continue;
    insert = stn_statement_get (to, INSERT_OBJECT, error);
    if (insert == NULL)
      return FALSE;
    for (int i = 0; i < 4; i++)
      stn_statement_bind_text (insert, i + 1, stn_statement_get_opt_text (select, i));
    stn_statement_bind_int (insert, 5, place->root);
    if (!stn_statement_run (insert, error))
      return FALSE;
  }
  return FALSE;
}

static gboolean
write_list (const char *copy, GHashTable *places, GError **error)
{
  g_autoptr (StnConnection) ours = stn_schema_make_empty (stn_schema_get_current (), error);
  g_autoptr (StnConnection) to =
    ours != NULL ? stn_connection_open (copy, copy, STN_CONNECTION_BUILD, error) : NULL;

  if (to == NULL)
    return FALSE;
  /* The one place where the list of tables is written by hand; nothing else is done with this connection. */
  sqlite3_db_config (stn_connection_get_db (to), SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  return stn_connection_execute (to, "PRAGMA writable_schema = ON; BEGIN", "write", error) &&
         write_objects (to, ours, places, error) &&
         stn_connection_execute (to, "COMMIT", "write", error);
}

gboolean
stn_schema_graft (const char *copy, const char *diary, GError **error)
{
  g_return_val_if_fail (copy != NULL && diary != NULL, FALSE);
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (copy, FALSE, error);
  g_autoptr (GHashTable) places = NULL;
  const guint8 *bytes;
  gsize size;

  if (mapped == NULL)
    return FALSE;
  bytes = (const guint8 *) g_mapped_file_get_contents (mapped);
  size = g_mapped_file_get_length (mapped);
  if (size > HEADER_LENGTH)
    places = find_in_backups (diary, bytes, size);
  if (size > HEADER_LENGTH && places == NULL)
    places = find_in_new_diary (bytes, size);
  g_clear_pointer (&mapped, g_mapped_file_unref);
  if (places == NULL) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_NOT_A_DIARY,
                 "'%s' has no tables where a diary has them", diary);
    return FALSE;
  }
  return clear_list (copy, places, size, error) && write_list (copy, places, error);
}
