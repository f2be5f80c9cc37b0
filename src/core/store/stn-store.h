/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-clock.h"

G_BEGIN_DECLS

/** Error domain of the room store. */
#define STN_STORE_ERROR (stn_store_error_quark ())
GQuark stn_store_error_quark (void);

typedef enum {
  STN_STORE_ERROR_OPEN,        /* the file or its folder cannot be opened, created or written */
  STN_STORE_ERROR_NOT_A_DIARY, /* not an SQLite file, or another program's */
  STN_STORE_ERROR_NEWER,       /* written by a newer version of the program */
  STN_STORE_ERROR_DAMAGED,     /* SQLite says it is malformed, or a row cannot be true */
  STN_STORE_ERROR_READ_ONLY,   /* opened to read, or the file may not be written */
  STN_STORE_ERROR_FULL,        /* no space left */
  STN_STORE_ERROR_BUSY,    /* another program kept the diary locked for longer than the timeout */
  STN_STORE_ERROR_IO,      /* any other failure to read, write or commit: not saved */
  STN_STORE_ERROR_NOTHING, /* there is nothing to undo, redo or delete */
  STN_STORE_ERROR_CHANGED, /* the row was changed by someone else since it was loaded */
  STN_STORE_ERROR_EXISTS,  /* a file that must be new exists */
  STN_STORE_ERROR_MISSING, /* there is no diary, but there are backups of one */
} StnStoreError;

typedef enum {
  STN_STORE_CREATE, /* opens, or makes a new diary and its folder when there is no file, nor a backup of one */
  STN_STORE_CREATE_NEW, /* makes a new diary; a file that exists is an error */
  STN_STORE_EXISTING,   /* opens; no file is an error */
  STN_STORE_READ_ONLY,  /* opens to read; also other versions' diaries */
} StnStoreMode;

/**
 * StnStore: one connection to one diary file, the only one of its process. Used from one thread.
 *
 * Storage mode: journal_mode DELETE, synchronous EXTRA, BEGIN IMMEDIATE, busy timeout 5 s, foreign keys, STRICT
 * tables, defensive; a new folder is 0700, the file 0600 whatever the umask, and a diary that comes from elsewhere loses
 * the rights of group and others. "Saved" is only what stn_store_commit() returned TRUE for. After a failed commit the
 * connection is reopened by itself and holds what the file holds; the caller keeps what was typed.
 *
 * Revisions: all rows of a write group get one, greater than every one before it in the file, whoever wrote that and
 * however the clock was set.
 *
 * Every sentence in an error names the file and the reason, in English, in the manner of git's.
 */
typedef struct _StnStore StnStore;

/**
 * stn_store_open: opens @path, migrates it to this version's schema (after a backup to PATH.schema-VERSION.bak that was
 * reopened and checked) and sets the storage mode. A new diary appears under its name whole or not at all. An older one
 * that is opened to read, or may not be written, is migrated in memory, so that it is read as it would be afterwards; what
 * others write to its file meanwhile is not seen.
 *
 * An empty file is never taken for a new diary, in no mode: it is what a copy that failed leaves of one, and a new diary
 * in its place would hide that. A symbolic link is refused too (its target and the link would be two names of one diary
 * with two journals); links among the folders above are followed.
 * @clock: stamps and revisions come from it; a reference is taken.
 *
 * Nor is an empty diary made where one has gone: while there are backups of it (stn-backup-folder.h), no file is the error MISSING in
 * all modes but CREATE_NEW.
 *
 * Errors: OPEN (no file, no rights, a folder, a link), MISSING, NOT_A_DIARY (empty, no SQLite file, another program's), NEWER,
 * EXISTS, DAMAGED, FULL, BUSY, IO; the diary is unchanged then, but for
 * migration steps that were complete. Returns: (transfer full).
 */
StnStore *stn_store_open (const char *path, StnStoreMode mode, StnClock *clock, GError **error);

/** stn_store_close: rolls back an open write group and frees. */
void stn_store_close (StnStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnStore, stn_store_close)

const char *stn_store_get_path (StnStore *self);
StnClock *stn_store_get_clock (StnStore *self);

/** stn_store_rest: gives back what SQLite keeps of the file to be faster; it is read again when it is needed. */
void stn_store_rest (StnStore *self);

/** stn_store_is_read_only: opened so, a newer version's diary, or a file that may not be written. */
gboolean stn_store_is_read_only (StnStore *self);

/** stn_store_is_newer: written by a newer version of the program, so it may hold what this one does not show. */
gboolean stn_store_is_newer (StnStore *self);

/**
 * stn_store_begin: begins a write group: one transaction whose changes are undone together.
 * @label: token of what is done ("log-no-cramps", "edit-night", "import", ...; wording turns it into words).
 * @source: goes into the rows' identity ("person", "import <uid>", "sample").
 *
 * Waits for other writers, up to the busy timeout. Read what is to be changed after it: then nobody changes it meanwhile.
 *
 * Errors: READ_ONLY, BUSY, IO. Groups do not nest.
 */
gboolean stn_store_begin (StnStore *self, const char *label, const char *source, GError **error);

/**
 * stn_store_commit: makes the group durable. @ret_group: (nullable) its number, 0 when nothing was changed.
 *
 * Errors: FULL, BUSY, IO: the group was not saved; it is closed, the diary is as it was. (One exception that no program can
 * rule out: the disk did all but failed to confirm the last step. Reading again shows it.)
 */
gboolean stn_store_commit (StnStore *self, gint64 *ret_group, GError **error);

/** stn_store_get_open_group: the number of the group that is open, 0 as long as it has changed nothing. */
gint64 stn_store_get_open_group (StnStore *self);

/** stn_store_rollback: forgets the group; does nothing when none is open. */
void stn_store_rollback (StnStore *self);

G_END_DECLS
