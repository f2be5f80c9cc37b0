/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-reminder-answer.h"

#include "base/stn-core-dump.h"
#include "diary/stn-diary.h"
#include "stn-config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <unistd.h>

/* stillnight-reminder-diary: reads one question of stillnight-reminder, answers it, and ends. */

#define BLOCK 4096

/* (nullable) (transfer full) */
static GBytes *
read_letter (void)
{
  g_autoptr (GByteArray) letter = g_byte_array_new ();
  guint8 block[BLOCK];
  gsize n;

  while ((n = fread (block, 1, sizeof block, stdin)) > 0)
    g_byte_array_append (letter, block, (guint) n);
  return ferror (stdin) ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&letter));
}

/* Where the answer goes. Nothing else does: what is printed from now on, as GLib's debug messages are, joins the errors. */
static FILE *
take_output (void)
{
  int output = dup (STDOUT_FILENO);

  return output >= 0 && dup2 (STDERR_FILENO, STDOUT_FILENO) >= 0 ? fdopen (output, "w") : NULL;
}

static gboolean
send_letter (GBytes *letter, FILE *output)
{
  gsize n;
  const void *data = g_bytes_get_data (letter, &n);

  return fwrite (data, 1, n, output) == n && fclose (output) == 0;
}

int
main (int argc, char **argv)
{
  g_auto (StnReminderQuestion) question = {STN_TASK_LOOK};
  g_auto (StnReminderAnswer) answer = {NULL};
  g_autoptr (GBytes) asked = NULL;
  g_autoptr (GBytes) said = NULL;
  FILE *output = NULL;

  stn_core_dump_switch_off ();
  setlocale (LC_ALL, "");
  bindtextdomain (STN_GETTEXT_DOMAIN, STN_LOCALEDIR);
  bind_textdomain_codeset (STN_GETTEXT_DOMAIN, "UTF-8");
  textdomain (STN_GETTEXT_DOMAIN);
  if (argc == 1 && !isatty (STDIN_FILENO)) {
    output = take_output ();
    asked = read_letter ();
  }
  if (output == NULL || asked == NULL || !stn_reminder_question_read (asked, &question)) {
    g_printerr (
      "stillnight-reminder-diary: it is a part of stillnight-reminder, which starts it\n");
    return 2;
  }
  g_autoptr (StnClock) clock = stn_clock_new ();
  g_autofree char *path = stn_diary_default_path ();
  stn_reminder_answer (path, clock, &question, &answer);
  said = stn_reminder_answer_write (&answer);
  return send_letter (said, output) ? 0 : 1;
}
