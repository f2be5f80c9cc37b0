/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-verbs.h"

/* A verb a line. */
/* clang-format off */
const StnCliVerb *const stn_cli_verbs[] = {
  &stn_cli_log_verb,
  &stn_cli_cramp_verb,
  &stn_cli_list_verb,
  &stn_cli_show_verb,
  &stn_cli_delete_verb,
  &stn_cli_undo_verb,
  &stn_cli_redo_verb,
  &stn_cli_factors_verb,
  &stn_cli_suspects_verb,
  &stn_cli_signs_verb,
  &stn_cli_flags_verb,
  &stn_cli_triggers_verb,
  &stn_cli_medicines_verb,
  &stn_cli_conditions_verb,
  &stn_cli_visits_verb,
  &stn_cli_person_verb,
  &stn_cli_settings_verb,
  &stn_cli_remind_verb,
  &stn_cli_guide_verb,
  &stn_cli_stretch_verb,
  &stn_cli_report_verb,
  &stn_cli_backup_verb,
  &stn_cli_restore_verb,
  &stn_cli_verify_verb,
  &stn_cli_recover_verb,
  &stn_cli_sample_verb,
  &stn_cli_import_verb,
  &stn_cli_export_verb,
  &stn_cli_merge_verb,
  &stn_cli_analyze_verb,
  NULL,
};
/* clang-format on */
