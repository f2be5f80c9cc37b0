/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-model-error.h"

G_DEFINE_QUARK (stn-model-error-quark, stn_model_error)
