/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-verbs.h"

const StnCliVerb *const stn_cli_verbs[] = {
  &stn_cli_import_verb,
  &stn_cli_export_verb,
  &stn_cli_analyze_verb,
  NULL,
};
