/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StnStamp: an instant as it was seen where it was recorded; a plain value that is copied.
 * @utc_s: seconds since 1970 UTC; 0 with @zone NULL = no stamp.
 * @offset_s: seconds east of UTC at entry.
 * @zone: interned IANA zone id or GLib's name of the zone.
 */
typedef struct {
  gint64 utc_s;
  gint32 offset_s;
  const char *zone;
} StnStamp;

#define STN_NO_STAMP ((StnStamp){0, 0, NULL})

/** stn_stamp_of: the stamp of @local. */
StnStamp stn_stamp_of (GDateTime *local);

/** stn_stamp_is_set: whether it is a stamp at all. */
gboolean stn_stamp_is_set (StnStamp stamp);

/** stn_stamp_to_local: (transfer full) the wall time that was read at entry, whatever the zone is today. */
GDateTime *stn_stamp_to_local (StnStamp stamp);

G_END_DECLS
