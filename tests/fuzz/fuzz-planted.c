/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Not a target: faults that whatever drives targets must find, one for each word. tests/checks/fuzz.py and `./dev fuzz` look that
 * it does. */
#include "fuzz-target.h"

#include <string.h>

void
fuzz_target_set_up (void)
{
}

static gboolean
is (const guint8 *bytes, gsize size, const char *word)
{
  return size >= strlen (word) && memcmp (bytes, word, strlen (word)) == 0;
}

void
fuzz_target_run (const guint8 *bytes, gsize size)
{
  volatile guint8 sink = 0;

  if (is (bytes, size, "assert"))
    g_assert_true (size == 0);
  if (is (bytes, size, "beyond")) {
    /* One byte behind the end of what is not the input itself. */
    g_autofree guint8 *copy = g_memdup2 (bytes, size);
    volatile gsize end = size;

    sink = copy[end];
  }
  if (is (bytes, size, "leak"))
    memset (g_malloc (1000), sink, 1000);
  while (is (bytes, size, "slow"))
    sink++;
  if (is (bytes, size, "large")) {
    g_autofree guint8 *block = g_malloc ((gsize) 400 << 20);

    memset (block, 1, (gsize) 400 << 20);
  }
}
