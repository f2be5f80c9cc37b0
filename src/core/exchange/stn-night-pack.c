/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-night-pack.h"

#include <string.h>

/* Where a night begins among the bytes. */
typedef struct {
  StnDate key;
  guint line;
  gsize at;
} Place;

struct _StnNightPack {
  GArray *places; /* (element-type Place) */
  GByteArray *bytes;
  GPtrArray *slugs;    /* (element-type utf8) by number */
  GHashTable *numbers; /* slug, borrowed from slugs -> number */
};

/* The first byte of a value says when it was entered, and how it goes on: a whole number that has room in the same byte, one that
 * follows, or eight bytes as they are in memory. */
#define ENTERED_SHIFT 6
#define FORM_MASK 0x3f
#define FORM_WHOLE 0x3e
#define FORM_REAL 0x3f
#define WHOLE_MAX 0x3fffffff

/* Cramps are a number from 0; one more in the byte, so that 0 is "not recorded". */
#define NOT_RECORDED 0

/* What follows of a night, as flags: mostly nothing does but its values. */
#define HAS_DETAILS 0x1 /* of a cramp: more than severity and duration of the first one */
#define HAS_SLEEP 0x2
#define HAS_NOTE 0x4

StnNightPack *
stn_night_pack_new (void)
{
  StnNightPack *self = g_new0 (StnNightPack, 1);

  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->bytes = g_byte_array_new ();
  self->slugs = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
stn_night_pack_free (StnNightPack *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->places);
  g_byte_array_unref (self->bytes);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->slugs);
  g_free (self);
}

static void
put_byte (StnNightPack *self, guint value)
{
  const guint8 byte = (guint8) value;

  g_byte_array_append (self->bytes, &byte, 1);
}

/* Seven bits a byte, the lowest first; the highest bit says that more follow. */
static void
put_number (StnNightPack *self, guint value)
{
  for (; value >= 0x80; value >>= 7)
    put_byte (self, (value & 0x7f) | 0x80);
  put_byte (self, value);
}

static guint
take_number (const guint8 **at)
{
  guint value = 0;

  for (guint shift = 0;; shift += 7) {
    const guint8 byte = *(*at)++;

    value |= (guint) (byte & 0x7f) << shift;
    if (byte < 0x80)
      return value;
  }
}

static void
put_opt_int (StnNightPack *self, StnOptInt value)
{
  put_number (self, value.known ? (guint) value.value + 1 : 0);
}

static StnOptInt
take_opt_int (const guint8 **at)
{
  const guint number = take_number (at);

  return number == 0 ? STN_UNKNOWN_INT : STN_KNOWN_INT ((int) number - 1);
}

/* Absent is not empty: the length is one more. */
static void
put_text (StnNightPack *self, const char *text)
{
  const gsize length = text == NULL ? 0 : strlen (text);

  put_number (self, text == NULL ? 0 : (guint) length + 1);
  g_byte_array_append (self->bytes, (const guint8 *) (text == NULL ? "" : text), (guint) length);
}

static char *
take_text (const guint8 **at)
{
  const guint length = take_number (at);
  char *text;

  if (length == 0)
    return NULL;
  text = g_strndup ((const char *) *at, length - 1);
  *at += length - 1;
  return text;
}

static void
put_texts (StnNightPack *self, char **texts)
{
  put_number (self, texts == NULL ? 0 : g_strv_length (texts) + 1);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    put_text (self, texts[i]);
}

static char **
take_texts (const guint8 **at)
{
  const guint length = take_number (at);
  char **texts;

  if (length == 0)
    return NULL;
  texts = g_new0 (char *, length);
  for (guint i = 0; i + 1 < length; i++)
    texts[i] = take_text (at);
  return texts;
}

static void
put_opt_real (StnNightPack *self, StnOptReal value)
{
  put_byte (self, value.known ? 1 : 0);
  if (value.known)
    g_byte_array_append (self->bytes, (const guint8 *) &value.value, sizeof value.value);
}

static StnOptReal
take_opt_real (const guint8 **at)
{
  StnOptReal value = STN_UNKNOWN_REAL;

  if (*(*at)++ == 0)
    return value;
  value.known = TRUE;
  memcpy (&value.value, *at, sizeof value.value);
  *at += sizeof value.value;
  return value;
}

static guint
number_of (StnNightPack *self, const char *slug)
{
  gpointer number;

  if (g_hash_table_lookup_extended (self->numbers, slug, NULL, &number))
    return GPOINTER_TO_UINT (number);
  g_ptr_array_add (self->slugs, g_strdup (slug));
  g_hash_table_insert (self->numbers, self->slugs->pdata[self->slugs->len - 1],
                       GUINT_TO_POINTER (self->slugs->len - 1));
  return self->slugs->len - 1;
}

static void
put_value (StnNightPack *self, const StnFactorValue *value)
{
  const guint entered = (guint) value->entered << ENTERED_SHIFT;
  const double number = value->value;
  const guint whole = number >= 0 && number <= WHOLE_MAX ? (guint) number : 0;

  put_number (self, number_of (self, value->slug));
  /* -0 is not 0: compared by its bytes. */
  if (memcmp (&(double){whole}, &number, sizeof number) != 0) {
    put_byte (self, entered | FORM_REAL);
    g_byte_array_append (self->bytes, (const guint8 *) &number, sizeof number);
  } else if (whole < FORM_WHOLE)
    put_byte (self, entered | whole);
  else {
    put_byte (self, entered | FORM_WHOLE);
    put_number (self, whole);
  }
}

static StnFactorValue *
take_value (const StnNightPack *self, const guint8 **at)
{
  const char *slug = g_ptr_array_index (self->slugs, take_number (at));
  const guint8 byte = *(*at)++;
  const guint form = byte & FORM_MASK;
  double number = form;

  if (form == FORM_REAL) {
    memcpy (&number, *at, sizeof number);
    *at += sizeof number;
  } else if (form == FORM_WHOLE)
    number = take_number (at);
  return stn_factor_value_new (slug, number, (StnEntered) (byte >> ENTERED_SHIFT));
}

/* In this order, out of which they are taken. */
static void
put_sleep (StnNightPack *self, const StnSleep *sleep)
{
  put_opt_int (self, sleep->into_bed_min);
  put_opt_int (self, sleep->tried_min);
  put_opt_int (self, sleep->asleep_min);
  put_opt_int (self, sleep->awakenings);
  put_opt_int (self, sleep->awake_min);
  put_opt_int (self, sleep->final_wake_min);
  put_opt_int (self, sleep->out_of_bed_min);
  put_opt_int (self, sleep->quality);
  put_opt_int (self, sleep->rested);
  put_opt_int (self, sleep->tired);
}

static void
take_sleep (const guint8 **at, StnSleep *sleep)
{
  sleep->into_bed_min = take_opt_int (at);
  sleep->tried_min = take_opt_int (at);
  sleep->asleep_min = take_opt_int (at);
  sleep->awakenings = take_opt_int (at);
  sleep->awake_min = take_opt_int (at);
  sleep->final_wake_min = take_opt_int (at);
  sleep->out_of_bed_min = take_opt_int (at);
  sleep->quality = take_opt_int (at);
  sleep->rested = take_opt_int (at);
  sleep->tired = take_opt_int (at);
}

/* All but severity and duration. */
static void
put_details (StnNightPack *self, const StnEpisode *episode)
{
  put_opt_int (self, episode->start_min);
  put_opt_int (self, episode->distress);
  put_number (self, episode->side);
  put_number (self, episode->site);
  put_number (self, episode->by_day);
  put_number (self, episode->arms_or_hands);
  put_number (self, episode->woke);
  put_number (self, episode->eased);
  put_number (self, episode->ongoing);
  put_opt_real (self, episode->soreness_h);
  put_texts (self, episode->relief);
  put_text (self, episode->ended_by);
  put_text (self, episode->note);
}

static void
take_details (const guint8 **at, StnEpisode *episode)
{
  episode->start_min = take_opt_int (at);
  episode->distress = take_opt_int (at);
  episode->side = (StnSide) take_number (at);
  episode->site = (StnSite) take_number (at);
  episode->by_day = (StnAnswer) take_number (at);
  episode->arms_or_hands = (StnAnswer) take_number (at);
  episode->woke = (StnAnswer) take_number (at);
  episode->eased = (StnAnswer) take_number (at);
  episode->ongoing = (StnAnswer) take_number (at);
  episode->soreness_h = take_opt_real (at);
  episode->relief = take_texts (at);
  episode->ended_by = take_text (at);
  episode->note = take_text (at);
}

/* Whether severity and duration of the first cramp are all that is known of any. */
static gboolean
has_details (const StnNight *night)
{
  for (guint i = 0; i < night->episodes->len; i++) {
    g_autoptr (StnEpisode) rest = stn_episode_copy (g_ptr_array_index (night->episodes, i));

    if (i == 0)
      rest->severity = rest->duration_s = STN_UNKNOWN_INT;
    if (!stn_episode_is_unknown (rest))
      return TRUE;
  }
  return FALSE;
}

static void
put_cramps (StnNightPack *self, const StnNight *night, gboolean all)
{
  put_number (self, night->episodes->len == 0 && !night->no_cramps ? NOT_RECORDED
                                                                   : night->episodes->len + 1);
  for (guint i = 0; i < night->episodes->len && (all || i == 0); i++) {
    const StnEpisode *episode = g_ptr_array_index (night->episodes, i);

    put_opt_int (self, episode->severity);
    put_opt_int (self, episode->duration_s);
    if (all)
      put_details (self, episode);
  }
}

void
stn_night_pack_add (StnNightPack *self, const StnNight *night, guint line)
{
  g_return_if_fail (self != NULL && night != NULL);
  const Place place = {night->key, line, self->bytes->len};
  const gboolean all = has_details (night), has_sleep = !stn_sleep_is_unknown (&night->sleep);

  g_array_append_val (self->places, place);
  put_byte (self, (all ? HAS_DETAILS : 0) | (has_sleep ? HAS_SLEEP : 0) |
                    (night->note != NULL ? HAS_NOTE : 0));
  put_cramps (self, night, all);
  if (has_sleep)
    put_sleep (self, &night->sleep);
  if (night->note != NULL)
    put_text (self, night->note);
  put_number (self, night->values->len);
  for (guint i = 0; i < night->values->len; i++)
    put_value (self, g_ptr_array_index (night->values, i));
}

void
stn_night_pack_set_key (StnNightPack *self, guint i, StnDate key)
{
  g_return_if_fail (self != NULL && i < self->places->len);
  g_array_index (self->places, Place, i).key = key;
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  return stn_date_compare (((const Place *) a)->key, ((const Place *) b)->key);
}

void
stn_night_pack_sort (StnNightPack *self)
{
  g_return_if_fail (self != NULL);
  g_array_sort (self->places, compare_places);
}

guint
stn_night_pack_get_length (const StnNightPack *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->places->len;
}

static void
take_cramps (const guint8 **at, StnNight *night, gboolean all)
{
  const guint cramps = take_number (at);

  night->no_cramps = cramps == 1;
  for (guint i = 1; i < cramps; i++) {
    StnEpisode *episode = stn_episode_new ();

    if (all || i == 1) {
      episode->severity = take_opt_int (at);
      episode->duration_s = take_opt_int (at);
    }
    if (all)
      take_details (at, episode);
    g_ptr_array_add (night->episodes, episode);
  }
}

StnNight *
stn_night_pack_get (const StnNightPack *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->places->len, NULL);
  const Place *place = &g_array_index (self->places, Place, i);
  const guint8 *at = self->bytes->data + place->at;
  StnNight *night = stn_night_new (place->key);
  const guint8 has = *at++;

  take_cramps (&at, night, (has & HAS_DETAILS) != 0);
  if ((has & HAS_SLEEP) != 0)
    take_sleep (&at, &night->sleep);
  if ((has & HAS_NOTE) != 0)
    night->note = take_text (&at);
  for (guint left = take_number (&at); left > 0; left--)
    g_ptr_array_add (night->values,
                     take_value (self, &at)); /* they come by slug, as they went in */
  return night;
}

StnDate
stn_night_pack_get_key (const StnNightPack *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->places->len, STN_NO_DATE);
  return g_array_index (self->places, Place, i).key;
}

guint
stn_night_pack_get_line (const StnNightPack *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->places->len, 0);
  return g_array_index (self->places, Place, i).line;
}
