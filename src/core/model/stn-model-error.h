/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Error domain of the room model. */
#define STN_MODEL_ERROR (stn_model_error_quark ())
GQuark stn_model_error_quark (void);

typedef enum {
  STN_MODEL_ERROR_UNKNOWN_WORD, /* text is no token of that kind */
  STN_MODEL_ERROR_OUT_OF_RANGE, /* a value that no night or factor can have */
  STN_MODEL_ERROR_BAD_SLUG,     /* not [a-z0-9_.-]+ */
  STN_MODEL_ERROR_BAD_NAME,     /* not one line of 1 to so many characters */
  STN_MODEL_ERROR_BAD_HISTORY,  /* dates that cannot follow each other so */
} StnModelError;

G_END_DECLS
