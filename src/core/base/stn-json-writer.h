/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-optional.h"

G_BEGIN_DECLS

/** Objects and arrays within each other, at most. */
#define STN_JSON_DEPTH_MAX 16

/**
 * StnJsonWriter: writes JSON text (RFC 8259) piece by piece; the same calls give the same bytes in every locale.
 * Numbers are the shortest that read back as the same (json-glib's generator always writes 17 digits).
 * A plain value: initialise with stn_json_writer_init(), nothing to free.
 * @lines: containers less deep than this put each of their members on a line of its own.
 */
typedef struct {
  GString *out;
  guint lines;
  guint depth;
  guint members[STN_JSON_DEPTH_MAX];
} StnJsonWriter;

/** stn_json_writer_init: @out: borrowed; the text is appended to it. */
void stn_json_writer_init (StnJsonWriter *self, GString *out, guint lines);

/** @name: of the member in an object; NULL in an array and for the whole text. */
void stn_json_writer_begin_object (StnJsonWriter *self, const char *name);
void stn_json_writer_end_object (StnJsonWriter *self);
void stn_json_writer_begin_array (StnJsonWriter *self, const char *name);
void stn_json_writer_end_array (StnJsonWriter *self);

/** @text: UTF-8, or NULL for null. */
void stn_json_writer_add_text (StnJsonWriter *self, const char *name, const char *text);
void stn_json_writer_add_null (StnJsonWriter *self, const char *name);
void stn_json_writer_add_boolean (StnJsonWriter *self, const char *name, gboolean value);
void stn_json_writer_add_int (StnJsonWriter *self, const char *name, gint64 value);

/** @value: null when it is not finite. */
void stn_json_writer_add_real (StnJsonWriter *self, const char *name, double value);

/** Rounded to @digits significant digits first. */
void stn_json_writer_add_rounded (StnJsonWriter *self, const char *name, double value, int digits);

/** Unknown = null. */
void stn_json_writer_add_opt_int (StnJsonWriter *self, const char *name, StnOptInt value);
void stn_json_writer_add_opt_real (StnJsonWriter *self, const char *name, StnOptReal value);

G_END_DECLS
