/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * StnConnection: one SQLite connection in the storage mode of a diary, with its kept statements. Only the room
 * store uses it; it knows nothing of tables.
 */
typedef struct _StnConnection StnConnection;

typedef enum {
  STN_CONNECTION_WRITE,
  STN_CONNECTION_BUILD, /* writes a file that nobody else knows yet: a failure leaves no journal beside it */
  STN_CONNECTION_MEMORY, /* a new empty database that is in no file; @path is not looked at */
  STN_CONNECTION_READ, /* queries only; still rolls back what a crash left half written, where it may */
} StnConnectionMode;

/**
 * stn_connection_open: opens the existing file @path and sets the storage mode.
 * @name: the path as the person gave it, for messages.
 *
 * What it does ends with %G_IO_ERROR_CANCELLED when the cancellable that is now the thread's current one
 * (g_cancellable_get_current()) is cancelled: a long reading need not be waited for.
 *
 * Errors: of %STN_STORE_ERROR.
 */
StnConnection *
stn_connection_open (const char *path, const char *name, StnConnectionMode mode, GError **error);
void stn_connection_close (StnConnection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnConnection, stn_connection_close)

/** stn_connection_set_read_only: from now on queries only. */
gboolean stn_connection_set_read_only (StnConnection *self, GError **error);

/**
 * stn_connection_set_patient: whether a lock of somebody else is waited for (as it is at first), or no longer than a single write
 * takes, then BUSY.
 */
void stn_connection_set_patient (StnConnection *self, gboolean patient);

/**
 * stn_connection_set_gives_way: whether a long reading ends, with BUSY, as soon as somebody else wants to write: who saves a night
 * does not wait for it. FALSE at first.
 */
void stn_connection_set_gives_way (StnConnection *self, gboolean gives_way);

/** stn_connection_gave_way: whether it did since. Every reading ends so until it is set again. */
gboolean stn_connection_gave_way (StnConnection *self);

/**
 * stn_connection_limit_work: from now on all that is read through it may take no more than ten times what it takes to
 * verify a diary of its length; then every reading of more than a moment ends with DAMAGED. For a file from elsewhere: pages that lead to each other in
 * circles have no end.
 */
void stn_connection_limit_work (StnConnection *self);

/** stn_connection_unlimit_work: as it is at first. */
void stn_connection_unlimit_work (StnConnection *self);

sqlite3 *stn_connection_get_db (StnConnection *self);
const char *stn_connection_get_name (StnConnection *self);

/** stn_connection_get_statements: the kept statements by address of their SQL; for StnStatement. */
GHashTable *stn_connection_get_statements (StnConnection *self);

/** stn_connection_execute: runs constant SQL without rows. @verb: for the message: "cannot VERB diary". */
gboolean
stn_connection_execute (StnConnection *self, const char *sql, const char *verb, GError **error);

/** stn_connection_query_int: the one number that constant @sql gives. */
gboolean
stn_connection_query_int (StnConnection *self, const char *sql, gint64 *ret_value, GError **error);

/**
 * stn_connection_check_length: whether the file is as long as its own first page says. SQLite takes what is missing of a last page
 * for zeros; after a crash it has taken back what was begun before the length is asked for.
 *
 * Errors: DAMAGED when the end is missing; BUSY, IO.
 */
gboolean stn_connection_check_length (StnConnection *self, GError **error);

/** stn_connection_is_in_transaction: whether BEGIN was run and neither COMMIT nor a rollback since. */
gboolean stn_connection_is_in_transaction (StnConnection *self);

/**
 * stn_connection_begin_read, stn_connection_end_read: what is read between them is of one moment. Inside a write
 * transaction they do nothing. No read transaction may stay open across the return of a public function.
 */
gboolean stn_connection_begin_read (StnConnection *self, GError **error);
void stn_connection_end_read (StnConnection *self);

/** stn_connection_set_error: sets @error for the SQLite result code of the call that just failed: "cannot VERB diary 'NAME': reason". */
void stn_connection_set_error (StnConnection *self, int result, const char *verb, GError **error);

/**
 * stn_connection_set_damaged: sets @error to DAMAGED: "diary 'NAME' is damaged: ...", in one line whatever the damaged text
 * that @format quotes contains.
 */
void stn_connection_set_damaged (StnConnection *self, GError **error, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/** stn_connection_get_finding: (nullable) the "..." of such an @error; NULL of another. */
const char *stn_connection_get_finding (StnConnection *self, const GError *error);

G_END_DECLS
