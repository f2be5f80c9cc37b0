/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-core-dump.h"

#include <sys/resource.h>

void
stn_core_dump_switch_off (void)
{
  /* Lowering a limit is always allowed. */
  (void) !setrlimit (RLIMIT_CORE, &(struct rlimit){0, 0});
}
