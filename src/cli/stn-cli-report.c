/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-target.h"
#include "stn-cli-verbs.h"

#include "diary/stn-diary-report.h"
#include "diary/stn-material.h"
#include "exchange/stn-report-layout.h"
#include "exchange/stn-whole-file.h"
#include "wording/stn-wording-report.h"

#include <glib/gi18n.h>

static const StnCliOption options[] = {
  {"pdf", "FILE", FALSE, N_ ("write it as PDF")},
  {"text", NULL, FALSE, N_ ("print it as text")},
  {"bedside", NULL, FALSE, N_ ("the card for beside the bed: what helps, and a grid of 31 nights")},
  {"from", "NIGHT", FALSE, N_ ("first night (default: since the last visit)")},
  {"to", "NIGHT", FALSE, N_ ("last night of the period (default: last night)")},
  {"nights", NULL, FALSE, N_ ("also each night, on pages of their own")},
  {"paper", "a4|letter", FALSE, N_ ("size of the paper (default: that of your country)")},
  {"replace", NULL, FALSE, N_ ("replace a file of that name")},
  STN_CLI_NO_MORE_OPTIONS,
};

typedef struct {
  const char *pdf;
  StnPaper paper;
  StnReportQuestion about;
} Order;

static gboolean
usage (GError **error, const char *what)
{
  g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, "report: %s", what);
  return FALSE;
}

static gboolean
read_order (const StnCli *cli, Order *order, GError **error)
{
  const char *paper = stn_cli_get (cli, "paper");

  *order = (Order){
    .pdf = stn_cli_get (cli, "pdf"),
    .paper = stn_paper_of_locale (),
    .about = {.from = STN_NO_DATE, .to = STN_NO_DATE, .nights = stn_cli_has (cli, "nights")}};
  if ((order->pdf != NULL) == stn_cli_has (cli, "text"))
    return usage (error, "either --pdf FILE or --text");
  if (stn_cli_has (cli, "bedside") && order->pdf == NULL)
    return usage (error, "--bedside is for paper: it needs --pdf FILE");
  if (paper != NULL && !stn_paper_parse (paper, &order->paper))
    return usage (error, "--paper: a4 or letter");
  if (!stn_cli_get_date (cli, "from", &order->about.from, error) ||
      !stn_cli_get_date (cli, "to", &order->about.to, error))
    return FALSE;
  if (stn_date_is_set (order->about.from) && stn_date_is_set (order->about.to) &&
      stn_date_compare (order->about.from, order->about.to) > 0)
    return usage (error, "--from is after --to");
  return TRUE;
}

/* What is clear in the whole diary, for its counts. */
static StnReport *
make_report (StnCli *cli, StnDiary *diary, const Order *order, GError **error)
{
  g_autoptr (StnMaterial) material = stn_diary_collect (diary, error);
  g_autoptr (StnAnalysis) analysis =
    material == NULL ? NULL : stn_material_analyze (material, NULL, NULL, NULL, error);

  if (analysis == NULL)
    return NULL;
  stn_analysis_show_published (analysis);
  return stn_diary_make_report (diary, &order->about, analysis,
                                stn_material_list_factors (material), error);
}

static gboolean
save (StnCli *cli, StnPages *pages, const Order *order, GError **error)
{
  g_autoptr (GDateTime) now = stn_clock_now (cli->clock);
  g_autofree char *made = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (GBytes) pdf = stn_pages_to_pdf (pages, stn_wording_report_title (), made);
  gsize length;
  const char *bytes = g_bytes_get_data (pdf, &length);

  return stn_whole_file_save (bytes, length, order->pdf, error);
}

static gboolean
run_report (StnCli *cli, GError **error)
{
  Order order;
  g_autoptr (StnDiary) diary = NULL;

  if (!read_order (cli, &order, error) ||
      (order.pdf != NULL && !stn_cli_check_target (cli, order.pdf, error)))
    return FALSE;
  diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  if (diary == NULL)
    return FALSE;
  if (stn_date_is_set (order.about.from) && !stn_date_is_set (order.about.to) &&
      stn_date_compare (order.about.from, stn_diary_last_night (diary)) > 0)
    return usage (error, "--from is after last night");
  if (stn_cli_has (cli, "bedside")) {
    g_autoptr (StnBedsideCard) card = stn_diary_make_bedside_card (diary, error);
    g_autoptr (StnPages) pages = card == NULL ? NULL : stn_bedside_card_lay_out (card, order.paper);

    return pages != NULL && save (cli, pages, &order, error);
  }
  g_autoptr (StnReport) report = make_report (cli, diary, &order, error);
  if (report == NULL)
    return FALSE;
  if (order.pdf == NULL) {
    g_autofree char *text = stn_report_to_text (report);

    g_string_append (stn_cli_out (cli), text);
    return TRUE;
  }
  g_autoptr (StnPages) pages = stn_report_lay_out (report, order.paper);
  return save (cli, pages, &order, error);
}

const StnCliVerb stn_cli_report_verb = {
  .name = "report",
  .arguments = "",
  .max_arguments = 0,
  .summary = N_ ("A page for the doctor, or a card for beside the bed"),
  .options = options,
  .run = run_report,
};
