/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-clock.h"

/**
 * A fuzz target: one of these per program. The same code runs under libFuzzer, which makes up inputs (fuzz-engine.c), and in
 * the tests, which give it the inputs that are kept (fuzz-replay.c). What must not be ends the program: g_assert_*().
 */

/** fuzz_target_set_up: once, before the first input. */
void fuzz_target_set_up (void);

/** fuzz_target_run: one input; leaves nothing behind that the next one could see. */
void fuzz_target_run (const guint8 *bytes, gsize size);

/** fuzz_clock: (transfer none) the clock of all targets; it stands still on a day in November 2026. */
StnClock *fuzz_clock (void);

/** fuzz_folder: (transfer none) an empty folder of this process, removed when it ends. */
const char *fuzz_folder (void);

/** fuzz_path: (transfer full) that name in the folder. */
char *fuzz_path (const char *name);

/** fuzz_write: makes a file of these bytes. fuzz_assert_unchanged: it has these bytes still. */
void fuzz_write (const char *path, const guint8 *bytes, gsize size);
void fuzz_assert_unchanged (const char *path, const guint8 *bytes, gsize size);

/** fuzz_remove: removes a file that may be there. */
void fuzz_remove (const char *path);

/** fuzz_check: done without an error, or not done with one that says something, in UTF-8. Clears it. Returns: @done. */
gboolean fuzz_check (gboolean done, GError **error);

/** fuzz_words: (transfer full) the input cut at each line end, as UTF-8 or not; at most @max words, without NULs. */
char **fuzz_words (const guint8 *bytes, gsize size, guint max);
