/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-exchange-error.h"

G_DEFINE_QUARK (stn - exchange - error - quark, stn_exchange_error)
