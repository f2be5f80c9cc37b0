/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* fuzz-TARGET FOLDER...: gives every file of the folders to the target, in the order of their names. Each must be done with in
 * two seconds of computing and 256 MiB more memory than the program has at its start. Prints TAP. */
#include "fuzz-target.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#define SECONDS_MAX 2
#define MEMORY_MAX ((rlim_t) 256 << 20)

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#define HAS_ADDRESS_SANITIZER __has_feature (address_sanitizer)
#else
#define HAS_ADDRESS_SANITIZER 0
#endif

static timer_t timer;
static const char *current = "set-up";

static void
say_which (int signal_number)
{
  static const char before[] = "\nBail out! ";
  const char *what = signal_number == SIGPROF ? ": more than 2 seconds of computing\n" : ": died\n";

  /* What can be called in a signal handler. */
  (void) !write (STDOUT_FILENO, before, sizeof before - 1);
  (void) !write (STDOUT_FILENO, current, strlen (current));
  (void) !write (STDOUT_FILENO, what, strlen (what));
  signal (signal_number == SIGPROF ? SIGABRT : signal_number, SIG_DFL);
  raise (signal_number == SIGPROF ? SIGABRT : signal_number);
}

static void
watch (void)
{
  struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGPROF};

  signal (SIGPROF, say_which);
  signal (SIGABRT, say_which);
  signal (SIGTRAP, say_which);
  if (!HAS_ADDRESS_SANITIZER)
    signal (SIGSEGV, say_which);
  g_assert_no_errno (timer_create (CLOCK_PROCESS_CPUTIME_ID, &event, &timer));
}

/* The time of this process, not of the day: another program that keeps the computer busy changes nothing. */
static void
set_timer (int seconds)
{
  struct itimerspec when = {.it_value.tv_sec = seconds};

  g_assert_no_errno (timer_settime (timer, 0, &when, NULL));
}

/* The sanitizer itself takes terabytes of addresses, and four times as long. */
static void
limit_memory (void)
{
  gulong pages = 0;
  FILE *statm = fopen ("/proc/self/statm", "re");
  struct rlimit limit;

  g_assert_nonnull (statm);
  g_assert_cmpint (fscanf (statm, "%lu", &pages), ==, 1);
  fclose (statm);
  limit.rlim_cur = limit.rlim_max = (rlim_t) pages * (rlim_t) sysconf (_SC_PAGESIZE) + MEMORY_MAX;
  if (!HAS_ADDRESS_SANITIZER)
    g_assert_no_errno (setrlimit (RLIMIT_AS, &limit));
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_files (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
      g_ptr_array_add (paths, g_steal_pointer (&path));
  }
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

static void
replay (const char *path)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *exact = NULL; /* without the NUL that GLib puts behind the bytes */
  gsize size;

  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  exact = g_memdup2 (bytes, size);
  current = path;
  set_timer (SECONDS_MAX * (HAS_ADDRESS_SANITIZER ? 5 : 1));
  fuzz_target_run (exact, size);
  set_timer (0);
}

int
main (int argc, char **argv)
{
  g_assert_cmpint (argc, >, 1);
  watch ();
  fuzz_target_set_up ();
  limit_memory ();
  for (int i = 1; i < argc; i++) {
    g_autoptr (GPtrArray) paths = list_files (argv[i]);
    g_autofree char *name = g_path_get_basename (argv[i]);

    for (guint j = 0; j < paths->len; j++)
      replay (g_ptr_array_index (paths, j));
    current = "end";
    printf ("# %u inputs\n%s %d /fuzz/%s\n", paths->len, paths->len > 0 ? "ok" : "not ok", i, name);
  }
  printf ("1..%d\n", argc - 1);
  return 0;
}
