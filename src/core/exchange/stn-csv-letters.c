/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-letters.h"

/* 0x80 to 0x9F; 0 = stands for nothing. The rest is Latin-1, whose numbers are those of Unicode
 * (https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT). */
static const gunichar upper[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

const char *
stn_csv_letters_take (const char *bytes, gsize length, GString *out)
{
  gsize before = out->len;

  for (gsize i = 0; i < length; i++) {
    guint8 byte = (guint8) bytes[i];
    gunichar c = byte >= 0x80 && byte < 0xA0 ? upper[byte - 0x80] : byte;

    if (c == 0) {
      g_string_truncate (out, before);
      return bytes + i;
    }
    g_string_append_unichar (out, c);
  }
  return NULL;
}
