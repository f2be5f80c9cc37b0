/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * stn_schema_graft: gives @copy, a copy of a damaged diary whose list of tables cannot be read, that list anew, so that the tables
 * which are still there can be. Where they begin is known from a backup of @diary; else from the fact that every diary that was
 * begun with the same version of the program has its tables in the same places. A place counts only when the pages that are
 * there look as they must; tables that a diary got later than it was begun are not found without a backup.
 * @copy: nobody else has it open; it has no journal. It is written to.
 *
 * Returns: FALSE with @copy as it was when the places of no such diary are right.
 *
 * Errors: NOT_A_DIARY (no such places), FULL, IO.
 */
gboolean stn_schema_graft (const char *copy, const char *diary, GError **error);

G_END_DECLS
