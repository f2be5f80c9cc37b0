/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-page-scan.h"

#include <string.h>

#define PAGE_SIZE_DEFAULT 4096
#define HEADER_PAGE_SIZE 16
#define HEADER_RESERVED 20
#define HEADER_CHANGES 24
#define HEADER_PAGES 28
#define HEADER_FREE 32
#define HEADER_FREE_COUNT 36
#define HEADER_PAGES_VALID 92
#define HEADER_LENGTH 100
#define TABLE_LEAF 0x0d
#define LEAF_HEADER_LENGTH 8
#define PAYLOAD_MAX (1 << 21)
#define REV_LENGTH 34
#define UID_LENGTH 36

/* The columns of the table change. */
enum { SEQ, GROUP, REV, TABLE, UID, BEFORE, AFTER, N_COLUMNS };

typedef struct {
  const guint8 *bytes;
  gsize size;
  gsize page_size;
  gsize usable;
} File;

void
stn_scanned_change_free (StnScannedChange *self)
{
  if (self == NULL)
    return;
  g_free (self->rev);
  g_free (self->table);
  g_free (self->uid);
  g_free (self->after);
  g_free (self);
}

static guint
read_u16 (const guint8 *p)
{
  return (guint) p[0] << 8 | p[1];
}

static guint32
read_u32 (const guint8 *p)
{
  return (guint32) p[0] << 24 | (guint32) p[1] << 16 | (guint32) p[2] << 8 | p[3];
}

/* Length of the varint at @p, 0 when it does not end before @end. */
static gsize
read_varint (const guint8 *p, const guint8 *end, guint64 *ret_value)
{
  guint64 value = 0;

  for (gsize i = 0; i < 9 && p + i < end; i++) {
    value = i < 8 ? value << 7 | (p[i] & 0x7f) : value << 8 | p[i];
    if (i == 8 || (p[i] & 0x80) == 0) {
      *ret_value = value;
      return i + 1;
    }
  }
  return 0;
}

static File
file_of (const guint8 *bytes, gsize size)
{
  File file = {bytes, size, PAGE_SIZE_DEFAULT, PAGE_SIZE_DEFAULT};
  gsize said = size >= HEADER_LENGTH ? read_u16 (bytes + HEADER_PAGE_SIZE) : 0;

  if (said == 1)
    said = 65536;
  if (said >= 512 && (said & (said - 1)) == 0) {
    file.page_size = said;
    file.usable = said;
    if (bytes[HEADER_RESERVED] < said / 4)
      file.usable = said - bytes[HEADER_RESERVED];
  }
  return file;
}

/* How much of a payload of @length stands in the cell itself (fileformat2.html, 1.6). */
static gsize
local_length (const File *file, gsize length)
{
  const gsize max = file->usable - 35;
  const gsize min = (file->usable - 12) * 32 / 255 - 23;
  gsize local;

  if (length <= max)
    return length;
  local = min + (length - min) % (file->usable - 4);
  return local <= max ? local : min;
}

/* Adds what stands on the chain of pages that begins with @page. */
static gboolean
add_overflow (const File *file, guint32 page, gsize length, GByteArray *payload)
{
  const gsize room = file->usable - 4;

  while (length > 0) {
    const gsize part = MIN (length, room);
    const guint8 *at;

    if (page == 0 || (guint64) page * file->page_size > file->size)
      return FALSE;
    at = file->bytes + (gsize) (page - 1) * file->page_size;
    g_byte_array_append (payload, at + 4, (guint) part);
    length -= part;
    page = read_u32 (at);
  }
  return TRUE;
}

static GByteArray *
read_payload (const File *file, const guint8 *cell, const guint8 *end, guint64 *ret_rowid)
{
  g_autoptr (GByteArray) payload = g_byte_array_new ();
  guint64 length;
  gsize n = read_varint (cell, end, &length);
  gsize local;

  if (n == 0 || length == 0 || length > PAYLOAD_MAX)
    return NULL;
  cell += n;
  n = read_varint (cell, end, ret_rowid);
  if (n == 0)
    return NULL;
  cell += n;
  local = local_length (file, (gsize) length);
  if ((gsize) (end - cell) < local || (local < length && (gsize) (end - cell) < local + 4))
    return NULL;
  g_byte_array_append (payload, cell, (guint) local);
  if (local < length &&
      !add_overflow (file, read_u32 (cell + local), (gsize) length - local, payload))
    return NULL;
  return g_steal_pointer (&payload);
}

static gsize
length_of_type (guint64 type)
{
  static const gsize lengths[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};

  if (type < G_N_ELEMENTS (lengths))
    return lengths[type];
  return type >= 12 ? (gsize) ((type - 12) / 2) : G_MAXSIZE;
}

static gboolean
is_text (guint64 type)
{
  return type >= 13 && type % 2 == 1;
}

/* (transfer full) the text of that column; NULL when it is none. */
static char *
take_text (const GByteArray *payload, gsize at, guint64 type)
{
  const char *text = (const char *) payload->data + at;
  const gsize length = length_of_type (type);

  if (!is_text (type) || !g_utf8_validate_len (text, length, NULL) ||
      memchr (text, '\0', length) != NULL)
    return NULL;
  return g_strndup (text, length);
}

static gboolean
is_change (const StnScannedChange *change)
{
  return change->rev != NULL && strlen (change->rev) == REV_LENGTH && change->table != NULL &&
         change->uid != NULL && strlen (change->uid) == UID_LENGTH && change->after != NULL &&
         change->after[0] == '{' && g_str_has_suffix (change->after, "}");
}

static StnScannedChange *
parse_record (const GByteArray *payload)
{
  const guint8 *end = payload->data + payload->len;
  guint64 header, types[N_COLUMNS];
  gsize places[N_COLUMNS];
  gsize at = read_varint (payload->data, end, &header);
  gsize place;
  g_autoptr (StnScannedChange) change = g_new0 (StnScannedChange, 1);

  if (at == 0 || header > payload->len)
    return NULL;
  place = (gsize) header;
  for (guint i = 0; i < N_COLUMNS; i++) {
    const gsize n = read_varint (payload->data + at, payload->data + header, &types[i]);

    if (n == 0 || length_of_type (types[i]) > payload->len - place)
      return NULL;
    at += n;
    places[i] = place;
    place += length_of_type (types[i]);
  }
  if (at != header || place != payload->len)
    return NULL;
  change->rev = take_text (payload, places[REV], types[REV]);
  change->table = take_text (payload, places[TABLE], types[TABLE]);
  change->uid = take_text (payload, places[UID], types[UID]);
  change->after = take_text (payload, places[AFTER], types[AFTER]);
  return is_change (change) ? g_steal_pointer (&change) : NULL;
}

static void
scan_page (const File *file, gsize page, GPtrArray *changes)
{
  const guint8 *start = file->bytes + page * file->page_size;
  const guint8 *end = start + MIN (file->usable, file->size - page * file->page_size);
  const guint8 *header = start + (page == 0 ? HEADER_LENGTH : 0);
  guint cells;

  if (end - header < LEAF_HEADER_LENGTH || header[0] != TABLE_LEAF)
    return;
  cells = read_u16 (header + 3);
  for (guint i = 0; i < cells; i++) {
    const guint8 *pointer = header + LEAF_HEADER_LENGTH + i * 2;
    g_autoptr (GByteArray) payload = NULL;
    StnScannedChange *change;
    guint64 rowid;

    if (end - pointer < 2)
      return;
    if ((gsize) (end - start) <= read_u16 (pointer))
      continue;
    payload = read_payload (file, start + read_u16 (pointer), end, &rowid);
    change = payload != NULL ? parse_record (payload) : NULL;
    if (change == NULL)
      continue;
    change->seq = (gint64) rowid;
    g_ptr_array_add (changes, change);
  }
}

GPtrArray *
stn_page_scan_changes (const guint8 *bytes, gsize size)
{
  g_return_val_if_fail (bytes != NULL || size == 0, NULL);
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_scanned_change_free);
  const File file = file_of (bytes, size);

  for (gsize page = 0; page * file.page_size < size; page++)
    scan_page (&file, page, changes);
  return changes;
}

/* Missing pages */

/* By fileformat2.html, 1.3.7: the number is meant when both counters of changes are the same. */
static guint
count_pages (const File *file)
{
  const gsize there = (file->size + file->page_size - 1) / file->page_size;

  if (file->size >= HEADER_LENGTH && memcmp (file->bytes, "SQLite format 3", 16) == 0 &&
      read_u32 (file->bytes + HEADER_CHANGES) == read_u32 (file->bytes + HEADER_PAGES_VALID) &&
      read_u32 (file->bytes + HEADER_PAGES) != 0)
    return read_u32 (file->bytes + HEADER_PAGES);
  return (guint) MIN (there, G_MAXUINT);
}

/* Sets a byte for each of the @n pages that the list of free ones names (1.5). Returns: how many free ones it could not find. */
static guint
mark_free (const File *file, guint8 *is_free, gsize n)
{
  guint32 trunk = file->size >= HEADER_LENGTH ? read_u32 (file->bytes + HEADER_FREE) : 0;
  const guint32 count =
    file->size >= HEADER_LENGTH ? read_u32 (file->bytes + HEADER_FREE_COUNT) : 0;
  guint found = 0;

  while (trunk != 0 && trunk <= n && !is_free[trunk - 1]) {
    const guint8 *page = file->bytes + (gsize) (trunk - 1) * file->page_size;
    const guint32 leaves = MIN (read_u32 (page + 4), (guint32) (file->usable / 4 - 2));

    is_free[trunk - 1] = 1;
    found++;
    for (guint32 i = 0; i < leaves; i++) {
      const guint32 leaf = read_u32 (page + 8 + (gsize) i * 4);

      if (leaf != 0 && leaf <= n && !is_free[leaf - 1]) {
        is_free[leaf - 1] = 1;
        found++;
      }
    }
    trunk = read_u32 (page);
  }
  return count > found ? count - found : 0;
}

static gboolean
is_empty (const File *file, gsize page)
{
  const guint8 *bytes = file->bytes + page * file->page_size;

  return bytes[0] == 0 && memcmp (bytes, bytes + 1, file->page_size - 1) == 0;
}

guint
stn_page_scan_count_missing (const guint8 *bytes, gsize size, guint *ret_pages)
{
  g_return_val_if_fail ((bytes != NULL || size == 0) && ret_pages != NULL, 0);
  const File file = file_of (bytes, size);
  const guint pages = count_pages (&file);
  const guint whole = (guint) MIN (size / file.page_size, pages);
  g_autofree guint8 *is_free = g_malloc0 (MAX (whole, 1));
  const guint unknown = mark_free (&file, is_free, whole);
  guint empty = 0;

  for (guint page = 0; page < whole; page++)
    empty += !is_free[page] && is_empty (&file, page);
  *ret_pages = pages;
  return pages - whole + (empty > unknown ? empty - unknown : 0);
}
