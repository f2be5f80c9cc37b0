/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * stn_core_dump_switch_off: should this process or one that it starts crash, the system writes no picture of its memory, which
 * holds the diary. (Not by PR_SET_DUMPABLE: desktop portals refuse such a process every file.) To be called first in main().
 */
void stn_core_dump_switch_off (void);
