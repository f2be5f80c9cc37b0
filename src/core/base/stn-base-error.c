/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-base-error.h"

G_DEFINE_QUARK (stn-base-error-quark, stn_base_error)
