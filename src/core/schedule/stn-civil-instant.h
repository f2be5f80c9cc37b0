/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"

G_BEGIN_DECLS

/**
 * stn_civil_instant: when the clocks of @zone come to @minute of @date: seconds since 1970 UTC.
 * @minute: minutes after midnight, 0-1439.
 *
 * A minute that comes twice (clocks go back): the first time. One that does not come at all (clocks go forward, a day that
 * a zone leaves out): the first moment after it.
 */
gint64 stn_civil_instant (StnDate date, int minute, GTimeZone *zone);

G_END_DECLS
