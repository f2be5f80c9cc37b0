/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-sleep.h"
#include "model/stn-model-error.h"

#define LAST_MINUTE (24 * 60 - 1)

static const struct {
  const char *name;
  gsize offset;
  int min;
  int max;
} fields[] = {
  {"into bed", G_STRUCT_OFFSET (StnSleep, into_bed_min), 0, LAST_MINUTE},
  {"tried to sleep", G_STRUCT_OFFSET (StnSleep, tried_min), 0, LAST_MINUTE},
  {"minutes to fall asleep", G_STRUCT_OFFSET (StnSleep, asleep_min), 0, 1440},
  {"awakenings", G_STRUCT_OFFSET (StnSleep, awakenings), 0, 100},
  {"minutes awake", G_STRUCT_OFFSET (StnSleep, awake_min), 0, 1440},
  {"final wake", G_STRUCT_OFFSET (StnSleep, final_wake_min), 0, LAST_MINUTE},
  {"out of bed", G_STRUCT_OFFSET (StnSleep, out_of_bed_min), 0, LAST_MINUTE},
  {"quality", G_STRUCT_OFFSET (StnSleep, quality), 1, 5},
  {"rested", G_STRUCT_OFFSET (StnSleep, rested), 1, 5},
  {"tired by day", G_STRUCT_OFFSET (StnSleep, tired), 0, 10},
};

static StnOptInt
field_of (const StnSleep *self, guint i)
{
  return G_STRUCT_MEMBER (StnOptInt, self, fields[i].offset);
}

gboolean
stn_sleep_equal (const StnSleep *a, const StnSleep *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!stn_opt_int_equal (field_of (a, i), field_of (b, i)))
      return FALSE;
  return TRUE;
}

gboolean
stn_sleep_is_unknown (const StnSleep *self)
{
  static const StnSleep nothing = {0};

  return stn_sleep_equal (self, &nothing);
}

gboolean
stn_sleep_validate (const StnSleep *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    StnOptInt value = field_of (self, i);

    if (value.known && (value.value < fields[i].min || value.value > fields[i].max)) {
      g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE,
                   "%s %d is not from %d to %d", fields[i].name, value.value, fields[i].min,
                   fields[i].max);
      return FALSE;
    }
  }
  return TRUE;
}
