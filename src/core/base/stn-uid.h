/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * stn_uid_new_random: (transfer full) a random UUID (RFC 4122 version 4) for rows that have no natural key.
 */
char *stn_uid_new_random (void);

/**
 * stn_uid_new_for: (transfer full) the UUID (version 5, SHA-1) of a row that has a natural key, so that two
 * computers make the same row: night, factor value, setting, built-in factor.
 * @kind: the table's name.
 * @key: the natural key as text, for example "2026-11-21" or "2026-11-21/fluids".
 */
char *stn_uid_new_for (const char *kind, const char *key);

G_END_DECLS
