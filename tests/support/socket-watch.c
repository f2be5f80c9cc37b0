/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Loaded into every program of a test (LD_PRELOAD): writes a line to the file $STN_SOCKETS for each program that it is loaded
 * into, and one for each socket that it asks for and that is not of this computer alone. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void
tell (const char *what, int domain)
{
  const char *path = getenv ("STN_SOCKETS");
  const int before = errno;
  char line[256];
  int file;

  if (path == NULL || (file = open (path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600)) < 0)
    return;
  (void) !write (
    file, line,
    (size_t) snprintf (line, sizeof line, "%s %d %.200s\n", what, domain, program_invocation_name));
  close (file);
  errno = before;
}

__attribute__ ((constructor)) static void
begin (void)
{
  tell ("loaded", 0);
}

int
socket (int domain, int type, int protocol)
{
  static int (*real) (int, int, int);

  if (real == NULL)
    real = (int (*) (int, int, int)) dlsym (RTLD_NEXT, "socket");
  if (domain != AF_UNIX)
    tell ("socket", domain);
  return real (domain, type, protocol);
}
