/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <signal.h>

/**
 * The names of the files and folders that this process is making and that nobody wants when it is stopped in the middle. This
 * knows names only: whoever handles the signal removes what they stand for.
 */
G_BEGIN_DECLS

/** How many names are kept at one time; what is more is not remembered. */
#define STN_UNFINISHED_MAX 32

/**
 * stn_unfinished_hold: SIGINT, SIGTERM and SIGHUP wait in this thread until stn_unfinished_release(): between the making of a
 * file and the adding of its name there is no moment for them. May be nested.
 * @ret_before: for the release.
 */
void stn_unfinished_hold (sigset_t *ret_before);

/** stn_unfinished_release: what came since stn_unfinished_hold() is delivered. */
void stn_unfinished_release (const sigset_t *before);

/** stn_unfinished_add: @path, and the journal that SQLite keeps for it, go when the process is stopped. Any thread. */
void stn_unfinished_add (const char *path);

/** stn_unfinished_forget: @path is finished or gone. One that was not added is none of its business. Any thread. */
void stn_unfinished_forget (const char *path);

/**
 * stn_unfinished_take: takes all names; for a signal handler, in which it is safe. The process ends after it: the names are not
 * freed. Returns: how many there are in @ret_paths.
 */
guint stn_unfinished_take (const char *ret_paths[STN_UNFINISHED_MAX]);

G_END_DECLS
