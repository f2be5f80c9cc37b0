/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-clock.h"
#include "base/stn-base-error.h"
#include "base/stn-date.h"
#include "base/stn-text-line.h"

#include <time.h>

struct _StnClock {
  GMutex mutex;
  GDateTime *fixed; /* NULL: the computer's clock */
};

/* The first and the last year are left out: every night of a time has an evening before and a morning after. */
static GDateTime *
parse_now (const char *text, GError **error)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autoptr (GDateTime) parsed = g_date_time_new_from_iso8601 (text, local);
  g_autoptr (GDateTime) now = parsed == NULL ? NULL : g_date_time_to_timezone (parsed, local);

  if (now != NULL && g_date_time_get_year (now) > STN_DATE_FIRST_YEAR &&
      g_date_time_get_year (now) < STN_DATE_LAST_YEAR)
    return g_steal_pointer (&now);
  g_set_error (error, STN_BASE_ERROR, STN_BASE_ERROR_BAD_TIME,
               STN_CLOCK_VARIABLE ": '%s' is not an ISO 8601 time of the years %d to %d",
               stn_excerpt (text), STN_DATE_FIRST_YEAR + 1, STN_DATE_LAST_YEAR - 1);
  return NULL;
}

StnClock *
stn_clock_new_from (const char *now, GError **error)
{
  g_autoptr (GDateTime) fixed = NULL;
  StnClock *self;

  if (now != NULL && *now != '\0') {
    fixed = parse_now (now, error);
    return fixed == NULL ? NULL : stn_clock_new_fixed (fixed);
  }
  self = g_atomic_rc_box_new0 (StnClock);
  g_mutex_init (&self->mutex);
  return self;
}

StnClock *
stn_clock_new (void)
{
  g_autoptr (GError) error = NULL;
  StnClock *self = stn_clock_new_from (g_getenv (STN_CLOCK_VARIABLE), &error);

  if (self == NULL)
    g_error ("%s", error->message);
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

static gint64
boot_time_us (void)
{
  struct timespec now;

  /* g_get_monotonic_time() stands still while the computer sleeps. */
  if (clock_gettime (CLOCK_BOOTTIME, &now) != 0)
    return g_get_monotonic_time ();
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

gint64
stn_clock_get_steady_us (StnClock *self)
{
  gint64 us = -1;

  g_mutex_lock (&self->mutex);
  if (self->fixed != NULL)
    us = g_date_time_to_unix (self->fixed) * G_USEC_PER_SEC +
         g_date_time_get_microsecond (self->fixed);
  g_mutex_unlock (&self->mutex);
  return us >= 0 ? us : boot_time_us ();
}

void
stn_clock_wait (StnClock *self, int milliseconds)
{
  g_return_if_fail (milliseconds >= 0);
  gboolean is_fixed;

  g_mutex_lock (&self->mutex);
  is_fixed = self->fixed != NULL;
  if (is_fixed) {
    GDateTime *then =
      g_date_time_add (self->fixed, (GTimeSpan) milliseconds * G_TIME_SPAN_MILLISECOND);

    g_date_time_unref (self->fixed);
    self->fixed = then;
  }
  g_mutex_unlock (&self->mutex);
  if (!is_fixed)
    g_usleep ((gulong) milliseconds * 1000);
}
