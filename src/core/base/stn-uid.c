/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-uid.h"

#include <string.h>

char *
stn_uid_new_random (void)
{
  return g_uuid_string_random ();
}

char *
stn_uid_new_for (const char *kind, const char *key)
{
  g_return_val_if_fail (kind != NULL && key != NULL, NULL);
  /* Name space of this program: a random UUID, fixed for ever. */
  static const guint8 name_space[16] = {0x6f, 0x2d, 0x0b, 0x1c, 0x5a, 0x8e, 0x4c, 0x53,
                                        0x9a, 0x71, 0x3e, 0x0f, 0x44, 0xd2, 0xb8, 0x97};
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;

  g_checksum_update (sum, name_space, sizeof name_space);
  g_checksum_update (sum, (const guchar *) kind, (gssize) strlen (kind));
  g_checksum_update (sum, (const guchar *) "/", 1);
  g_checksum_update (sum, (const guchar *) key, (gssize) strlen (key));
  g_checksum_get_digest (sum, digest, &length);
  digest[6] = (guint8) ((digest[6] & 0x0f) | 0x50);
  digest[8] = (guint8) ((digest[8] & 0x3f) | 0x80);
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          digest[0], digest[1], digest[2], digest[3], digest[4], digest[5],
                          digest[6], digest[7], digest[8], digest[9], digest[10], digest[11],
                          digest[12], digest[13], digest[14], digest[15]);
}
