/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-connection.h"

G_BEGIN_DECLS

/**
 * StnKnownVersions: which versions of its rows a diary ever had, by its change log. A version that one of two diaries knows of and has
 * no more was followed there by the one that it has; one that it does not know of was written apart from it.
 */
typedef struct _StnKnownVersions StnKnownVersions;

/** stn_known_versions_new: reads the log. Errors: of %STN_STORE_ERROR. (transfer full) */
StnKnownVersions *stn_known_versions_new (StnConnection *connection, GError **error);
void stn_known_versions_free (StnKnownVersions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnKnownVersions, stn_known_versions_free)

/** stn_known_versions_has: whether the row @uid was there with @rev. What is older than the last "forget now" counts as known. */
gboolean stn_known_versions_has (const StnKnownVersions *self, const char *uid, const char *rev);

G_END_DECLS
