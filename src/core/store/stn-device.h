/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Characters of a device id with the closing NUL. */
#define STN_DEVICE_SIZE 17

/**
 * stn_device_of: the id of this computer in the revisions of one diary: 16 hex digits, the same at every start and
 * another one on every computer and in every diary. Made by HMAC from the machine id, as machine-id(5) asks, so that
 * nobody who has the diary can tell the computer by it; a diary carried to another computer gets that one's.
 * Without a machine id it is random: also different, but anew at every start.
 * @diary_uid: the uid in the diary's own row.
 *
 * Limit: clones of one virtual machine share their machine id.
 */
void stn_device_of (const char *diary_uid, char ret_device[STN_DEVICE_SIZE]);

G_END_DECLS
