/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-device.h"

#include <string.h>

static char *
read_machine_id (void)
{
  static const char *const places[] = {"/etc/machine-id", "/var/lib/dbus/machine-id"};

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    char *text;

    if (g_file_get_contents (places[i], &text, NULL, NULL)) {
      if (*g_strstrip (text) != '\0')
        return text;
      g_free (text);
    }
  }
  return g_uuid_string_random ();
}

void
stn_device_of (const char *diary_uid, char ret_device[STN_DEVICE_SIZE])
{
  g_return_if_fail (diary_uid != NULL);
  g_autofree char *machine = read_machine_id ();
  g_autofree char *mac = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) machine,
                                                    strlen (machine), diary_uid, -1);

  g_strlcpy (ret_device, mac, STN_DEVICE_SIZE);
}
