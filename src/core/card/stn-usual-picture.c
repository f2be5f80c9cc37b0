/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "card/stn-usual-picture.h"

#include "analysis/stn-quantile.h"

#include <math.h>

#define NOON_MIN (12 * 60)
#define DAY_MIN (24 * 60)

#define N_SIDES (STN_SIDE_BOTH + 1)
#define N_SITES (STN_SITE_OTHER + 1)

/* What is known of all cramps, field by field. */
typedef struct {
  GArray *severities; /* of double, as the next two */
  GArray *durations;
  GArray *starts; /* minutes after noon, so that a night runs forwards */
  guint sides[N_SIDES];
  guint sites[N_SITES];
  GHashTable *tried; /* name -> count */
  GHashTable *ended;
} Known;

static void
add_number (GArray *numbers, StnOptInt value, int shift)
{
  double number = value.value + shift;

  if (value.known)
    g_array_append_val (numbers, number);
}

static void
add_one (GHashTable *counts, const char *name)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name));

  g_hash_table_insert (counts, (gpointer) name, GUINT_TO_POINTER (count + 1));
}

static void
add_episode (Known *known, StnUsualPicture *picture, const StnEpisode *episode)
{
  StnOptInt start = episode->start_min;

  start.value = (start.value + NOON_MIN) % DAY_MIN;
  add_number (known->severities, episode->severity, 0);
  add_number (known->durations, episode->duration_s, 0);
  add_number (known->starts, start, 0);
  known->sides[episode->side]++;
  known->sites[episode->site]++;
  for (char **name = episode->relief; name != NULL && *name != NULL; name++)
    add_one (known->tried, *name);
  if (episode->ended_by != NULL)
    add_one (known->ended, episode->ended_by);
  picture->cramps++;
  picture->woke += episode->woke == STN_ANSWER_YES;
  picture->woke_known += episode->woke != STN_ANSWER_UNKNOWN;
}

static StnOptInt
median_of (GArray *numbers)
{
  if (numbers->len == 0)
    return STN_UNKNOWN_INT;
  stn_sort_reals ((double *) (void *) numbers->data, numbers->len);
  return STN_KNOWN_INT (
    (int) lround (stn_quantile ((const double *) (void *) numbers->data, numbers->len, .5)));
}

/* The one that holds for more than half of what is known; 0, "unknown", when none does. */
static guint
most_of (const guint *counts, guint n)
{
  guint all = 0, most = 0;

  for (guint i = 1; i < n; i++) {
    all += counts[i];
    if (counts[i] > counts[most] || most == 0)
      most = i;
  }
  return counts[most] * 2 > all ? most : 0;
}

/* What ended the most cramps; of equals the one that was tried less in vain, then by name. */
static void
find_helper (const Known *known, StnUsualPicture *picture)
{
  GHashTableIter iter;
  gpointer name, count;

  g_hash_table_iter_init (&iter, known->ended);
  while (g_hash_table_iter_next (&iter, &name, &count)) {
    guint ended = GPOINTER_TO_UINT (count);
    guint tried = GPOINTER_TO_UINT (g_hash_table_lookup (known->tried, name));
    gboolean is_first = picture->helped == NULL;

    /* "It just stopped" is nothing that was tried. */
    if (tried < ended)
      continue;
    if (is_first || ended > picture->helped_ended ||
        (ended == picture->helped_ended &&
         (tried < picture->helped_tried ||
          (tried == picture->helped_tried && g_strcmp0 (name, picture->helped) < 0)))) {
      picture->helped = name;
      picture->helped_ended = ended;
      picture->helped_tried = tried;
    }
  }
}

static void
known_clear (Known *self)
{
  g_array_unref (self->severities);
  g_array_unref (self->durations);
  g_array_unref (self->starts);
  g_hash_table_unref (self->tried);
  g_hash_table_unref (self->ended);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Known, known_clear)

StnUsualPicture
stn_usual_picture_of (const GPtrArray *nights)
{
  StnUsualPicture picture = {0};
  g_auto (Known) known = {
    .severities = g_array_new (FALSE, FALSE, sizeof (double)),
    .durations = g_array_new (FALSE, FALSE, sizeof (double)),
    .starts = g_array_new (FALSE, FALSE, sizeof (double)),
    .tried = g_hash_table_new (g_str_hash, g_str_equal),
    .ended = g_hash_table_new (g_str_hash, g_str_equal),
  };

  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);

    for (guint j = 0; j < night->episodes->len; j++)
      add_episode (&known, &picture, g_ptr_array_index (night->episodes, j));
  }
  picture.side = (StnSide) most_of (known.sides, N_SIDES);
  picture.site = (StnSite) most_of (known.sites, N_SITES);
  picture.severity = median_of (known.severities);
  picture.duration_s = median_of (known.durations);
  picture.start_min = median_of (known.starts);
  picture.start_min.value = (picture.start_min.value + NOON_MIN) % DAY_MIN;
  find_helper (&known, &picture);
  return picture;
}
