/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-statement.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/**
 * StnRowTable: a table whose rows are written only through stn_row_put(), which logs every change. Keys come first
 * among the columns; they stay in the tombstone of a deleted row.
 */
typedef struct {
  const char *name;
  guint n_keys;
  guint n_columns;
  const char *list;    /* every uid, by their index */
  const char *scan;    /* every uid, as the table itself has them */
  const char *archive; /* uid, updated, created, by uid */
  const char *stamps;  /* updated, created of a uid */
  const char *select;  /* columns, source, deleted, rev of a uid */
  const char *all;     /* the same and uid, of every row, as the table itself has them */
  const char *insert;  /* columns, source, deleted, rev, updated, created, uid */
  const char *update;  /* columns, source, deleted, rev, updated, uid */
  const char *adopt;   /* columns, source, deleted, rev, updated, created, uid */
  /* (nullable) The last two without the keys, for a row whose keys stay: SQLite looks for what refers to a key that is
   * written, be it the same. */
  const char *update_rest;
  const char *adopt_rest;
} StnRowTable;

#define STN_ROW_TABLE_MEMBERS(table, keys, all_columns, columns, places)                           \
  .name = table, .n_keys = keys, .n_columns = all_columns, .list = "SELECT uid FROM " table,       \
  .scan = "SELECT uid FROM " table " NOT INDEXED",                                                 \
  .archive = "SELECT uid, updated, created FROM " table " ORDER BY uid",                           \
  .stamps = "SELECT updated, created FROM " table " WHERE uid = ?",                                \
  .select = "SELECT " columns ", source, deleted, rev FROM " table " WHERE uid = ?",               \
  .all = "SELECT " columns ", source, deleted, rev, uid FROM " table " NOT INDEXED",               \
  .insert =                                                                                        \
    "INSERT INTO " table " (" columns ", source, deleted, rev, updated, created, uid) VALUES "     \
    "(" places ", ?, ?, ?, ?, ?, ?)",                                                              \
  .update =                                                                                        \
    "UPDATE " table " SET (" columns ", source, deleted, rev, updated) = (" places ", ?, ?, ?, ?)" \
    " WHERE uid = ?",                                                                              \
  .adopt = "UPDATE " table " SET (" columns ", source, deleted, rev, updated, created) = (" places \
           ", ?, ?, ?, ?, ?) WHERE uid = ?"

/** STN_ROW_TABLE: @columns: "a, b, c" and @places "?, ?, ?", as many. */
#define STN_ROW_TABLE(table, keys, all_columns, columns, places)                                   \
  {                                                                                                \
    STN_ROW_TABLE_MEMBERS (table, keys, all_columns, columns, places)                              \
  }

/** STN_ROW_TABLE_OF_KEYS: the same for a table whose rows refer to another by their keys, or are referred to: keys and the rest apart. */
#define STN_ROW_TABLE_OF_KEYS(table, keys, all_columns, key_columns, key_places, rest, places)     \
  {                                                                                                \
    STN_ROW_TABLE_MEMBERS (table, keys, all_columns, key_columns ", " rest,                        \
                           key_places ", " places),                                                \
      .update_rest = "UPDATE " table " SET (" rest ", source, deleted, rev, updated) = (" places   \
                     ", ?, ?, ?, ?) WHERE uid = ?",                                                \
      .adopt_rest =                                                                                \
        "UPDATE " table " SET (" rest ", source, deleted, rev, updated, created) = (" places       \
        ", ?, ?, ?, ?, ?) WHERE uid = ?",                                                          \
  }

#define STN_ROW_MAX_COLUMNS 20

/** StnCell: one value of a row as SQLite has it. */
typedef struct {
  int type; /* SQLITE_NULL, SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT */
  gint64 integer;
  double real;
  char *text;
} StnCell;

/**
 * StnRow: what one row of a table says, its identity apart.
 * @rev: in the file; NULL when it has none.
 */
typedef struct {
  const StnRowTable *table;
  StnCell cells[STN_ROW_MAX_COLUMNS];
  char *source;
  gboolean deleted;
  char *rev;
} StnRow;

void stn_row_init (StnRow *self, const StnRowTable *table);
void stn_row_clear (StnRow *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StnRow, stn_row_clear)

/** Setters; what is not set is NULL. @text is copied. */
void stn_row_set_text (StnRow *self, guint column, const char *text);
void stn_row_set_int (StnRow *self, guint column, gint64 value);
void stn_row_set_real (StnRow *self, guint column, double value);

/** stn_cell_equal: the same value; a whole number is the same as an integer and as a real. */
gboolean stn_cell_equal (const StnCell *a, const StnCell *b);

/** stn_row_equal: same content; source and revision are not compared. */
gboolean stn_row_equal (const StnRow *a, const StnRow *b);

/** stn_row_read: reads the row @uid; @ret_found: whether there is one, deleted or not. @ret_row is initialised in any case. */
gboolean stn_row_read (StnConnection *connection,
                       const StnRowTable *table,
                       const char *uid,
                       StnRow *ret_row,
                       gboolean *ret_found,
                       GError **error);

/**
 * stn_row_take: takes the row out of a step of the table's `select` or `all`. @ret_row: cleared by the caller before.
 */
void stn_row_take (StnStatement *select, const StnRowTable *table, StnRow *ret_row);

/** What a row to be written may be in the file. */
#define STN_ROW_ANY NULL  /* whatever it is */
#define STN_ROW_ABSENT "" /* not there, or deleted */

/**
 * stn_row_put: writes @row under @uid in the open write group, with its line in the change log. Does nothing when
 * the file says the same already. A @row without source gets the group's.
 * @expected: the revision that the row must have, or one of the above.
 *
 * Errors: CHANGED, FULL, IO.
 */
gboolean
stn_row_put (StnStore *store, const char *uid, StnRow *row, const char *expected, GError **error);

/** stn_row_confirm: in the open write group: the row @uid says what it said, from now on with the group's revision; with its line in the log. */
gboolean
stn_row_confirm (StnStore *store, const StnRowTable *table, const char *uid, GError **error);

/**
 * stn_row_put_over: what stn_row_put() does, for who has just read what the file says in the same group.
 * @in_file: (nullable) that; NULL when there is no such row.
 */
gboolean stn_row_put_over (
  StnStore *store, const char *uid, const StnRow *in_file, StnRow *row, GError **error);

/** stn_row_delete: makes the row @uid a tombstone, in the same way. */
gboolean stn_row_delete (
  StnStore *store, const StnRowTable *table, const char *uid, const char *expected, GError **error);

/** What became of a row of another diary. */
typedef enum {
  STN_ROW_FRESH, /* there was none of its uid */
  STN_ROW_NEWER, /* it took the place of an older one */
  STN_ROW_KEPT,  /* the one in the file is as new */
} StnRowAdoption;

/**
 * stn_row_adopt: in the open write group: writes @row of another diary with its own revision and stamps, unless the one in the
 * file is as new, with its line in the change log. The group must be later than it (stn_store_observe_revision()).
 *
 * Errors: FULL, IO, when the table's own rules refuse it.
 */
gboolean stn_row_adopt (StnStore *store,
                        const char *uid,
                        StnRow *row,
                        const char *updated,
                        const char *created,
                        StnRowAdoption *ret_adoption,
                        GError **error);

/**
 * stn_row_note_other: in the open write group: keeps @other, which says something else of the same row and lost against @in_file, in the
 * change log: as if it had been written, and @in_file again after it. The table does not change. Both have a revision.
 *
 * Errors: FULL, IO.
 */
gboolean stn_row_note_other (
  StnStore *store, const char *uid, const StnRow *in_file, const StnRow *other, GError **error);

/**
 * stn_row_insert: writes @row as it is, its revision too, into a file that has no such row, and no line in the log: for a
 * rescue only, which has no log.
 *
 * Errors: of %STN_STORE_ERROR, when the table's own rules refuse it; rows that were inserted before stay.
 */
gboolean stn_row_insert (StnConnection *connection,
                         const char *uid,
                         const StnRow *row,
                         const char *updated,
                         const char *created,
                         GError **error);

/** stn_row_make_tombstone: leaves only the keys. */
void stn_row_make_tombstone (StnRow *self);

/** stn_row_init_tombstone: the tombstone of @of, which stays as it is. */
void stn_row_init_tombstone (StnRow *self, const StnRow *of);

G_END_DECLS
