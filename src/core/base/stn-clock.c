/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-clock.h"

struct _StnClock {
  GMutex mutex;
  GDateTime *fixed; /* NULL: the computer's clock */
};

StnClock *
stn_clock_new (void)
{
  const char *text = g_getenv ("STILLNIGHT_NOW");

  if (text != NULL && *text != '\0') {
    g_autoptr (GTimeZone) local = g_time_zone_new_local ();
    g_autoptr (GDateTime) parsed = g_date_time_new_from_iso8601 (text, local);

    if (parsed == NULL)
      g_error ("STILLNIGHT_NOW: '%s' is not an ISO 8601 time", text);
    g_autoptr (GDateTime) now = g_date_time_to_timezone (parsed, local);
    return stn_clock_new_fixed (now);
  }
  StnClock *self = g_atomic_rc_box_new0 (StnClock);
  g_mutex_init (&self->mutex);
  return self;
}

StnClock *
stn_clock_new_fixed (GDateTime *now)
{
  g_return_val_if_fail (now != NULL, NULL);
  StnClock *self = g_atomic_rc_box_new0 (StnClock);

  g_mutex_init (&self->mutex);
  self->fixed = g_date_time_ref (now);
  return self;
}

StnClock *
stn_clock_ref (StnClock *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clock_clear (gpointer data)
{
  StnClock *self = data;

  g_clear_pointer (&self->fixed, g_date_time_unref);
  g_mutex_clear (&self->mutex);
}

void
stn_clock_unref (StnClock *self)
{
  g_atomic_rc_box_release_full (self, clock_clear);
}

void
stn_clock_set (StnClock *self, GDateTime *now)
{
  g_return_if_fail (now != NULL);
  g_mutex_lock (&self->mutex);
  if (self->fixed != NULL) {
    g_date_time_unref (self->fixed);
    self->fixed = g_date_time_ref (now);
  } else
    g_critical ("only a fixed clock can be set");
  g_mutex_unlock (&self->mutex);
}

GDateTime *
stn_clock_now (StnClock *self)
{
  g_mutex_lock (&self->mutex);
  GDateTime *now =
    self->fixed != NULL ? g_date_time_ref (self->fixed) : g_date_time_new_now_local ();
  g_mutex_unlock (&self->mutex);
  return now;
}
