/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-connection.h"

G_BEGIN_DECLS

/**
 * stn_content_digest: (transfer full) what a file says, as text to compare: a line a table, with its name, its number of rows
 * and the SHA-256 of every value of every row, the tables' own definitions among them. Equal texts, equal content.
 *
 * Errors: of %STN_STORE_ERROR, DAMAGED when a row cannot be read.
 */
char *stn_content_digest (StnConnection *connection, GError **error);

G_END_DECLS
