/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"

G_BEGIN_DECLS

/**
 * The diary as a file of the file system: what it is before SQLite is let near it, and how a file comes to its
 * place whole and durable.
 */

typedef enum {
  STN_DIARY_FILE_MISSING,
  STN_DIARY_FILE_DIARY,
} StnDiaryFileKind;

/**
 * stn_diary_file_inspect: what is at @path, by its directory entry and its first 100 bytes; changes nothing and takes
 * no lock away from another connection of this process.
 * @ret_version: user_version of a diary.
 *
 * Errors: OPEN (a folder, a symbolic link, no regular file, not readable), NOT_A_DIARY (empty, not SQLite, another
 * program's).
 */
gboolean stn_diary_file_inspect (const char *path,
                                 StnDiaryFileKind *ret_kind,
                                 int *ret_version,
                                 GError **error);

/** stn_diary_file_resolve: (transfer full) @path with its folder's symbolic links followed, never its own. */
char *stn_diary_file_resolve (const char *path, GError **error);

/** stn_diary_file_make_folder: makes the missing folders above @path, 0700 under any umask. */
gboolean stn_diary_file_make_folder (const char *path, GError **error);

/** stn_diary_file_is_writable: whether the mode of the file and of its folder let this process write. */
gboolean stn_diary_file_is_writable (const char *path);

/** stn_diary_file_make_private: takes the rights of group and others away, where the file system has such. */
void stn_diary_file_make_private (const char *path);

/**
 * stn_diary_file_new_beside: (transfer full) makes an empty file (0600) with a name of its own in the folder of @path. It is
 * unfinished (base/stn-unfinished.h) until stn_diary_file_place() or stn_diary_file_discard().
 */
char *stn_diary_file_new_beside (const char *path, GError **error);

/** stn_diary_file_discard: removes @temporary, if it is there, which is not going to be placed. */
void stn_diary_file_discard (const char *temporary);

typedef enum {
  STN_DIARY_FILE_REPLACE,
  STN_DIARY_FILE_KEEP, /* a file already at the place is an error: EXISTS */
} StnDiaryFilePlacing;

/** stn_diary_file_place: makes @temporary durable under the name @path. Errors: EXISTS, FULL, IO; @temporary stays then. */
gboolean stn_diary_file_place (const char *temporary,
                               const char *path,
                               StnDiaryFilePlacing placing,
                               GError **error);

/**
 * stn_diary_file_set_aside: gives the file or folder @path a name of its own, PATH + @mark + "-YYYY-MM-DD", with a number
 * when there is one already, together with its rollback journal, so that its bytes stay as they are and together.
 * @ret_path: (nullable) (transfer full) the new name.
 *
 * Errors: OPEN, FULL; it has its old name then.
 */
gboolean stn_diary_file_set_aside (
  const char *path, const char *mark, StnDate today, char **ret_path, GError **error);

/**
 * stn_diary_file_take_place: makes @temporary durable under the name @path, of which what is there gets a name of its own as
 * stn_diary_file_set_aside() gives it: the name stands for the one or the other at every moment. Where a file can have one name
 * alone its bytes are copied to the other.
 * @ret_aside: (transfer full) the new name of what was there.
 *
 * Errors: OPEN, FULL; @path is what it was then, unless only the last sync failed.
 */
gboolean stn_diary_file_take_place (const char *temporary,
                                    const char *path,
                                    const char *mark,
                                    StnDate today,
                                    char **ret_aside,
                                    GError **error);

/** stn_diary_file_copy: copies the bytes of @from, as they stand, into the new file @to (0600). Returns: 0; -1 and errno, without @to. */
int stn_diary_file_copy (const char *from, const char *to);

/** stn_diary_file_is_same: whether both names are one file. */
gboolean stn_diary_file_is_same (const char *a, const char *b);

G_END_DECLS
