/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-known-versions.h"

#include "store/stn-statement.h"

#include <string.h>

#define SELECT_VERSIONS "SELECT uid, rev FROM change"
#define SELECT_FORGOTTEN "SELECT coalesce (forgotten, '') FROM diary"

struct _StnKnownVersions {
  GHashTable *hashes; /* of uid and rev: a few bytes each, for logs of decades */
  char *forgotten;
};

/* FNV-1a of 64 bits (RFC 9923). Both texts are made of random or hashed digits: that two of a million fall together is as likely as
 * that two random uids do, for all that one would ever see. */
static guint64
hash_more (guint64 hash, const char *text)
{
  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

static gint64
hash_of (const char *uid, const char *rev)
{
  return (gint64) hash_more (hash_more (G_GUINT64_CONSTANT (0xcbf29ce484222325), uid), rev);
}

static gboolean
read_versions (StnKnownVersions *self, StnConnection *connection, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_VERSIONS, error);
  gboolean row = TRUE;

  while (select != NULL && stn_statement_step (select, &row, error) && row) {
    gint64 *hash = g_new (gint64, 1);

    *hash = hash_of (stn_statement_get_text (select, 0), stn_statement_get_text (select, 1));
    g_hash_table_add (self->hashes, hash);
  }
  return !row;
}

static gboolean
read_forgotten (StnKnownVersions *self, StnConnection *connection, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_FORGOTTEN, error);
  gboolean row;

  if (select == NULL || !stn_statement_step (select, &row, error))
    return FALSE;
  self->forgotten = g_strdup (row ? stn_statement_get_text (select, 0) : "");
  return TRUE;
}

StnKnownVersions *
stn_known_versions_new (StnConnection *connection, GError **error)
{
  g_autoptr (StnKnownVersions) self = g_new0 (StnKnownVersions, 1);

  self->hashes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!read_versions (self, connection, error) || !read_forgotten (self, connection, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
stn_known_versions_free (StnKnownVersions *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->hashes);
  g_free (self->forgotten);
  g_free (self);
}

gboolean
stn_known_versions_has (const StnKnownVersions *self, const char *uid, const char *rev)
{
  const gint64 hash = hash_of (uid, rev);

  return strcmp (rev, self->forgotten) <= 0 || g_hash_table_contains (self->hashes, &hash);
}
