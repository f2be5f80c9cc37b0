/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A command line: each line of the input is a word. Verbs that stay within the diary are carried out: with an error nothing in the
 * diary differs; without, it verifies. The words are completed as well. */
#include "fuzz-target.h"

#include "stn-cli-complete.h"
#include "stn-cli-verbs.h"
#include "store/stn-verify.h"

#include <stdio.h>
#include <string.h>

#define WORDS_MAX 40

static char *diary;
static FILE *nowhere;  /* what a verb prints while it takes its time */
static GBytes *filled; /* a diary with some nights, medicines, conditions and visits */

/* Those that neither start a process nor write where the words say. */
static const char *const inside[] = {
  "log",      "list",      "show",       "factors", "suspects", "signs",    "flags",
  "triggers", "medicines", "conditions", "visits",  "person",   "settings", "guide",
  "stretch",  "delete",    "undo",       "redo",    "cramp",    "analyze",  NULL,
};

static const char *const filling[] = {
  "log\n--no-cramps",
  "log\n--date\n2026-11-19\n--cramps\n2\n--severity\n6\n--side\nleft\n--site\ncalf\n--relief\nwalk",
  "log\n--date\n2026-11-18\n--factor\nfluids=1500\n--factor\nstretch=yes",
  "medicines\nadd\nQuinine\n--start\n2026-11-01",
  "conditions\nadd\ndiabetes",
  "person\nbirth-year=1955\nsex=female",
};

static gboolean
run (const char *const *words, GError **error)
{
  g_autoptr (StnCli) cli = stn_cli_parse (words, stn_cli_verbs, error);

  if (cli == NULL)
    return FALSE;
  if (cli->help || cli->version) {
    g_autofree char *help = cli->help ? stn_cli_help (cli, stn_cli_verbs) : NULL;

    return TRUE;
  }
  /* A file that the words name is not this test's to touch. */
  if (!g_strv_contains (inside, cli->verb->name) || cli->arguments->len > WORDS_MAX ||
      (g_str_equal (cli->verb->name, "analyze") && cli->arguments->len > 0))
    return TRUE;
  g_free (cli->diary_path);
  cli->diary_path = g_strdup (diary);
  FILE *out = stdout;
  stdout = nowhere;
  gboolean done = cli->verb->run (cli, error);
  stdout = out;
  return done;
}

void
fuzz_target_set_up (void)
{
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize size;

  nowhere = fopen ("/dev/null", "we");
  g_assert_nonnull (nowhere);
  g_setenv (STN_CLOCK_VARIABLE, "2026-11-22T07:10:00+01:00", TRUE);
  diary = fuzz_path ("diary.db");
  for (guint i = 0; i < G_N_ELEMENTS (filling); i++) {
    g_auto (GStrv) words = g_strsplit (filling[i], "\n", -1);

    run ((const char *const *) words, &error);
    g_assert_no_error (error);
  }
  stn_store_verify (diary, fuzz_clock (), NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (diary, &bytes, &size, &error);
  g_assert_no_error (error);
  filled = g_bytes_new_take (bytes, size);
}

void
fuzz_target_run (const guint8 *bytes, gsize size)
{
  g_auto (GStrv) words = fuzz_words (bytes, MIN (size, 8192), WORDS_MAX);
  g_autofree char *offers = stn_cli_complete ((const char *const *) words, stn_cli_verbs);
  g_autoptr (GError) error = NULL;
  gsize diary_size;
  const guint8 *diary_bytes = g_bytes_get_data (filled, &diary_size);
  gboolean done;

  fuzz_write (diary, diary_bytes, diary_size);
  done = run ((const char *const *) words, &error);
  g_assert_true (done == (error == NULL));
  if (!done) {
    g_assert_cmpuint (strlen (error->message), >, 10);
    g_assert_cmpuint (strlen (error->message), <, 2000);
    fuzz_assert_unchanged (diary, diary_bytes, diary_size);
    return;
  }
  stn_store_verify (diary, fuzz_clock (), NULL, &error);
  g_assert_no_error (error);
}
