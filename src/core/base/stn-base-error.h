/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Error domain of the room base. */
#define STN_BASE_ERROR (stn_base_error_quark ())
GQuark stn_base_error_quark (void);

typedef enum {
  STN_BASE_ERROR_BAD_DATE,   /* text is no civil date, or the date does not exist */
  STN_BASE_ERROR_BAD_TIME,   /* text is no clock time or duration */
  STN_BASE_ERROR_BAD_NUMBER, /* text is no finite number in range */
} StnBaseError;

G_END_DECLS
