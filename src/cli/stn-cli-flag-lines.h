/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "stn-cli.h"

#include "base/stn-json-writer.h"
#include "flags/stn-flag.h"

G_BEGIN_DECLS

/** stn_cli_add_flag: {"id", "tier", "matched": [...], "since", "past", "reply"} */
void stn_cli_add_flag (StnJsonWriter *writer, const StnFlag *flag);

/** stn_cli_print_flag: "Right away (F-R1): what, what to do, what was written". */
void stn_cli_print_flag (GString *out, const StnFlag *flag, StnDate today);

/**
 * stn_cli_print_urgent: after a verb that has saved something: what is an emergency or right away now, in full, and what has
 * to be asked. What was saved stays saved when this cannot be said. Returns: whether there is any; then nothing else should
 * be said.
 */
gboolean stn_cli_print_urgent (StnCli *cli, StnDiary *diary);

G_END_DECLS
