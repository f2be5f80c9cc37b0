/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-json-writer.h"
#include "diary/stn-diary.h"

G_BEGIN_DECLS

/**
 * stn_cli_add_night: one night as an element of an array (or the whole text): keys and their order are fixed by
 * "list --json" in stillnight-cli(1), what is unknown is null.
 */
void stn_cli_add_night (StnJsonWriter *writer, const StnNight *night);

G_END_DECLS
