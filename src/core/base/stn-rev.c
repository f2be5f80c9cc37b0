/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-rev.h"

#include <string.h>

#define COUNTER_MAX 0xffff
#define TIME_MAX "0699e991a7ff" /* milliseconds since 1970 at the end of 2199 */

void
stn_rev_clock_init (StnRevClock *self, const char *device)
{
  g_return_if_fail (device != NULL && strlen (device) == 16);
  self->last_ms = 0;
  self->counter = 0;
  g_strlcpy (self->device, device, sizeof self->device);
}

gboolean
stn_rev_is_valid (const char *text)
{
  if (text == NULL || strlen (text) != STN_REV_SIZE - 1)
    return FALSE;
  for (guint i = 0; i < STN_REV_SIZE - 1; i++)
    if (i == 12 || i == 17 ? text[i] != '-' : strchr ("0123456789abcdef", text[i]) == NULL)
      return FALSE;
  return strncmp (text, TIME_MAX, strlen (TIME_MAX)) <= 0;
}

void
stn_rev_clock_observe (StnRevClock *self, const char *rev)
{
  if (!stn_rev_is_valid (rev))
    return;
  gint64 ms = g_ascii_strtoll (rev, NULL, 16);
  guint counter = (guint) g_ascii_strtoull (rev + 13, NULL, 16);

  if (ms > self->last_ms || (ms == self->last_ms && counter > self->counter)) {
    self->last_ms = ms;
    self->counter = counter;
  }
}

void
stn_rev_clock_next (StnRevClock *self, gint64 now_ms, char ret_rev[STN_REV_SIZE])
{
  if (now_ms > self->last_ms) {
    self->last_ms = now_ms;
    self->counter = 0;
  } else if (self->counter < COUNTER_MAX)
    self->counter++;
  else {
    self->last_ms++;
    self->counter = 0;
  }
  g_snprintf (ret_rev, STN_REV_SIZE, "%012" G_GINT64_MODIFIER "x-%04x-%s", self->last_ms,
              self->counter, self->device);
}
