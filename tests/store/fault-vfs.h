/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * A disk that fails: an SQLite VFS over the real one, the default one while it is installed. It makes chosen
 * operations fail, and it records all that would reach the disk, so that what a power cut leaves can be built.
 *
 * The model of a power cut: what was synced is there; of each write that was not, every sector of 512 bytes is there or
 * not, at random; a file made and never synced, and a deletion whose folder was not synced, are so too. Disks that lie
 * about a sync are outside of it.
 */

typedef enum {
  FAULT_WRITE = 1 << 0,
  FAULT_SYNC = 1 << 1,
  FAULT_DELETE = 1 << 2,
  FAULT_TRUNCATE = 1 << 3,
  FAULT_OPEN = 1 << 4,
  FAULT_READ = 1 << 5,
  FAULT_LOCK = 1 << 6,
  FAULT_SIZE = 1 << 7,   /* asking how long a file is */
  FAULT_ACCESS = 1 << 8, /* asking whether there is one */
  FAULT_ALL = (1 << 9) - 1,
} FaultKind;

void fault_vfs_install (void);
void fault_vfs_uninstall (void);

/**
 * fault_vfs_arm: from the operation number @after (0 = the next) of these @kinds on, they fail with @result.
 * @forever: all that follow fail too, else only that one.
 */
void fault_vfs_arm (FaultKind kinds, guint after, gboolean forever, int result);

/** fault_vfs_disarm: returns how many operations were made to fail. */
guint fault_vfs_disarm (void);

/**
 * fault_vfs_shorten: from here on the kernel reads and writes less than it is asked for, as it may, and is interrupted now and
 * then: all has to be asked for again. FALSE: as before. @ret_shortened: (nullable) how often that happened.
 */
void fault_vfs_shorten (gboolean shorten, guint *ret_shortened);

/** fault_vfs_start_recording: from here on; the files of @folder as they are now are what is on the disk. */
void fault_vfs_start_recording (const char *folder);

/** fault_vfs_get_n_operations: recorded so far. */
guint fault_vfs_get_n_operations (void);

/** fault_vfs_stop_recording: what was recorded stays until the VFS is uninstalled. */
void fault_vfs_stop_recording (void);

/** fault_vfs_write_power_cut: writes into the empty @folder what a power cut after @n_operations leaves. */
void fault_vfs_write_power_cut (guint n_operations, GRand *rand, const char *folder);
