/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-verbs.h"

#include "base/stn-json-writer.h"
#include "base/stn-text-line.h"
#include "base/stn-unfinished.h"
#include "diary/stn-sample.h"
#include "knowledge/stn-knowledge.h"
#include "store/stn-diary-file.h"

#include <errno.h>
#include <glib/gi18n.h>

static const StnCliOption options[] = {
  {"nights", "N", FALSE,
   N_ ("how many nights, up to last night: 0, 1, 7, 14, 35, 200, 1095, ... (default: 200)")},
  {"planted", "none|default", FALSE,
   N_ ("whether anything goes with cramps in it (default: default)")},
  {"seed", "N", FALSE, N_ ("same seed, same nights (default: 4)")},
  {"bad-night", NULL, FALSE, N_ ("last night was one long cramp that did not ease")},
  {"json", NULL, FALSE, N_ ("print JSON for programs")},
  {NULL, NULL, FALSE, NULL},
};

typedef struct {
  StnOptInt nights;
  StnSamplePlanted planted;
  guint64 seed;
} Sample;

static gboolean
read_sample (const StnCli *cli, Sample *sample, GError **error)
{
  const char *planted = stn_cli_get (cli, "planted");
  const char *seed = stn_cli_get (cli, "seed");

  if (!stn_cli_get_int (cli, "nights", 0, STN_SAMPLE_NIGHTS_MAX, &sample->nights, error))
    return FALSE;
  if (seed != NULL && !g_ascii_string_to_unsigned (seed, 10, 0, G_MAXINT64, &sample->seed, NULL)) {
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
                 "--seed: '%s' is not a whole number of 0 or more", stn_excerpt (seed));
    return FALSE;
  }
  if (g_strcmp0 (planted, "none") == 0)
    sample->planted = STN_SAMPLE_PLANTED_NONE;
  else if (planted != NULL && !g_str_equal (planted, "default")) {
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
                 "--planted: '%s' is not none or default", stn_excerpt (planted));
    return FALSE;
  }
  if (sample->nights.value == 0 && stn_cli_has (cli, "bad-night")) {
    g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
                         "--bad-night and --nights 0 contradict each other");
    return FALSE;
  }
  if (!cli->has_diary) {
    g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
                         "sample needs --diary FILE, a file that does not exist yet");
    return FALSE;
  }
  return TRUE;
}

static const char *
exposed_words (const char *slug)
{
  return stn_knowledge_get_trigger (stn_knowledge_get (), slug)->exposed;
}

static void
print_truth (GString *out, const StnSampleTruth *truth)
{
  g_string_append_printf (out, "%u nights, seed %" G_GUINT64_FORMAT "\n", truth->nights,
                          truth->seed);
  if (truth->draw > 1)
    g_string_append_printf (out, "draw %u: in earlier ones luck hid or added something\n",
                            truth->draw);
  g_string_append_printf (out, "cramps on %g of 100 nights%s\n", 100 * truth->rate,
                          truth->n_links == 0 ? "; nothing goes with them"
                                              : " with none of these:");
  for (guint i = 0; i < truth->n_links; i++)
    g_string_append_printf (out, "%s  odds ratio %g  (%s)\n", truth->links[i].slug,
                            truth->links[i].odds_ratio, exposed_words (truth->links[i].slug));
}

static void
print_json (GString *out, const StnSampleTruth *truth)
{
  StnJsonWriter writer;

  stn_json_writer_init (&writer, out, 1);
  stn_json_writer_begin_object (&writer, NULL);
  stn_json_writer_add_int (&writer, "nights", truth->nights);
  stn_json_writer_add_int (&writer, "seed", (gint64) truth->seed);
  stn_json_writer_add_int (&writer, "draw", truth->draw);
  stn_json_writer_add_real (&writer, "rate", truth->rate);
  stn_json_writer_begin_array (&writer, "planted");
  for (guint i = 0; i < truth->n_links; i++) {
    stn_json_writer_begin_object (&writer, NULL);
    stn_json_writer_add_text (&writer, "slug", truth->links[i].slug);
    stn_json_writer_add_text (&writer, "exposed", exposed_words (truth->links[i].slug));
    stn_json_writer_add_real (&writer, "odds_ratio", truth->links[i].odds_ratio);
    stn_json_writer_end_object (&writer);
  }
  stn_json_writer_end_array (&writer);
  stn_json_writer_end_object (&writer);
  g_string_append_c (out, '\n');
}

static gboolean
write_sample (StnCli *cli, const Sample *sample, StnSampleTruth *ret_truth, GError **error)
{
  sigset_t signals;
  g_autoptr (StnDiary) diary = NULL;
  gboolean done;

  /* One of that name that was there before is not ours. */
  stn_unfinished_hold (&signals);
  diary = stn_cli_open_diary (cli, STN_STORE_CREATE_NEW, error);
  if (diary != NULL)
    stn_unfinished_add (cli->diary_path);
  stn_unfinished_release (&signals);
  if (diary == NULL)
    return FALSE;
  done = stn_sample_write (diary, (guint) sample->nights.value, sample->planted, sample->seed,
                           stn_cli_has (cli, "bad-night"), ret_truth, error);
  g_clear_pointer (&diary, stn_diary_close);
  if (done)
    stn_unfinished_forget (cli->diary_path);
  else
    stn_diary_file_discard (cli->diary_path);
  return done;
}

static gboolean
run_sample (StnCli *cli, GError **error)
{
  Sample sample = {STN_KNOWN_INT (STN_SAMPLE_NIGHTS_DEFAULT), STN_SAMPLE_PLANTED_DEFAULT,
                   STN_SAMPLE_SEED_DEFAULT};
  StnSampleTruth truth;

  if (!read_sample (cli, &sample, error) || !write_sample (cli, &sample, &truth, error))
    return FALSE;
  if (stn_cli_has (cli, "json"))
    print_json (cli->out, &truth);
  else
    print_truth (cli->out, &truth);
  return TRUE;
}

const StnCliVerb stn_cli_sample_verb = {
  "sample", "",         0, 0, N_ ("Make a diary of made-up nights and print what is true in it"),
  options,  run_sample,
};
