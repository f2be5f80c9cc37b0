/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "stn-cli.h"

G_BEGIN_DECLS

/** All verbs, NULL-terminated, in the order of the help. A new verb: its file, a line here and one in stn-cli-verbs.c. */
extern const StnCliVerb *const stn_cli_verbs[];

extern const StnCliVerb stn_cli_log_verb;
extern const StnCliVerb stn_cli_cramp_verb;
extern const StnCliVerb stn_cli_list_verb;
extern const StnCliVerb stn_cli_show_verb;
extern const StnCliVerb stn_cli_delete_verb;
extern const StnCliVerb stn_cli_suspects_verb;
extern const StnCliVerb stn_cli_signs_verb;
extern const StnCliVerb stn_cli_flags_verb;
extern const StnCliVerb stn_cli_triggers_verb;
extern const StnCliVerb stn_cli_guide_verb;
extern const StnCliVerb stn_cli_stretch_verb;
extern const StnCliVerb stn_cli_undo_verb;
extern const StnCliVerb stn_cli_redo_verb;
extern const StnCliVerb stn_cli_factors_verb;
extern const StnCliVerb stn_cli_backup_verb;
extern const StnCliVerb stn_cli_recover_verb;
extern const StnCliVerb stn_cli_restore_verb;
extern const StnCliVerb stn_cli_verify_verb;
extern const StnCliVerb stn_cli_sample_verb;
extern const StnCliVerb stn_cli_import_verb;
extern const StnCliVerb stn_cli_export_verb;
extern const StnCliVerb stn_cli_merge_verb;
extern const StnCliVerb stn_cli_analyze_verb;

extern const StnCliVerb stn_cli_medicines_verb;
extern const StnCliVerb stn_cli_conditions_verb;
extern const StnCliVerb stn_cli_visits_verb;
extern const StnCliVerb stn_cli_person_verb;
extern const StnCliVerb stn_cli_report_verb;
extern const StnCliVerb stn_cli_settings_verb;
extern const StnCliVerb stn_cli_remind_verb;

G_END_DECLS
