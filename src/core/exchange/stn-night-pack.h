/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-night.h"

G_BEGIN_DECLS

/**
 * StnNightPack: the nights of a file, in few bytes, so that decades of them need hardly more memory than a year: about as much as the
 * file is long. A file is read into one of these, because it may be written meanwhile.
 *
 * Of a night it keeps what a CSV file can say: how many cramps there were, or none, and of each what is known; sleep and note; the
 * values with when they were entered; and the line that it stood in. Used from one thread at a time.
 */
typedef struct _StnNightPack StnNightPack;

StnNightPack *stn_night_pack_new (void);
void stn_night_pack_free (StnNightPack *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnNightPack, stn_night_pack_free)

/** stn_night_pack_add: @line: where it was read, from 1. A key is added once. */
void stn_night_pack_add (StnNightPack *self, const StnNight *night, guint line);

/** stn_night_pack_set_key: of the @i-th night that was added: it is found to be another one. Before sorting. */
void stn_night_pack_set_key (StnNightPack *self, guint i, StnDate key);

/** stn_night_pack_sort: after all were added, before one is asked for: by key. */
void stn_night_pack_sort (StnNightPack *self);

guint stn_night_pack_get_length (const StnNightPack *self);

/** stn_night_pack_get: (transfer full) the @i-th night by key. */
StnNight *stn_night_pack_get (const StnNightPack *self, guint i);
StnDate stn_night_pack_get_key (const StnNightPack *self, guint i);
guint stn_night_pack_get_line (const StnNightPack *self, guint i);

G_END_DECLS
