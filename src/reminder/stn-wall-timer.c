/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-wall-timer.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* A timer that is not set does not tell that the clock was set. */
#define FAR_AHEAD ((gint64) 1 << 36)

struct _StnWallTimer {
  int fd;
  GSource *source;
  StnWallTimerFunc func;
  gpointer data;
};

static gboolean
fail (const char *what, GError **error)
{
  int code = errno;

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s: %s", what,
               g_strerror (code));
  return FALSE;
}

static gboolean
ready_cb (int fd, GIOCondition condition, gpointer user_data)
{
  StnWallTimer *self = user_data;
  guint64 times;

  /* ECANCELED: the clock was set. Either way it is time to look again. */
  if (read (fd, &times, sizeof times) < 0 && (errno == EAGAIN || errno == EINTR))
    return G_SOURCE_CONTINUE;
  self->func (self->data);
  return G_SOURCE_CONTINUE;
}

StnWallTimer *
stn_wall_timer_new (StnWallTimerFunc func, gpointer data, GError **error)
{
  g_return_val_if_fail (func != NULL, NULL);
  int fd = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  StnWallTimer *self;

  if (fd < 0) {
    fail ("cannot make a timer", error);
    return NULL;
  }
  self = g_new0 (StnWallTimer, 1);
  self->fd = fd;
  self->func = func;
  self->data = data;
  self->source = g_unix_fd_source_new (fd, G_IO_IN);
  g_source_set_callback (self->source, G_SOURCE_FUNC (ready_cb), self, NULL);
  g_source_attach (self->source, g_main_context_get_thread_default ());
  return self;
}

void
stn_wall_timer_free (StnWallTimer *self)
{
  if (self == NULL)
    return;
  g_source_destroy (self->source);
  g_source_unref (self->source);
  close (self->fd);
  g_free (self);
}

gboolean
stn_wall_timer_set (StnWallTimer *self, gint64 when, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  struct itimerspec spec = {.it_value.tv_sec = when == 0 ? FAR_AHEAD : when};

  if (timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL) == 0)
    return TRUE;
  /* The clock was set before this call: it is armed all the same, and the next read tells. */
  return errno == ECANCELED || fail ("cannot set a timer", error);
}
