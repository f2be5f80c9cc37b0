/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-finding-order.h"

#define TOP_MAX 3

/* Unknown sorts last. */
static double
p_value_of (const StnFinding *finding)
{
  return finding->estimate.known ? finding->estimate.p_value : 2.0;
}

static int
nights_needed_of (const StnFinding *finding)
{
  return finding->nights_needed.known ? finding->nights_needed.value : G_MAXINT;
}

static int
compare_in_group (const StnFinding *a, const StnFinding *b)
{
  double p_a = p_value_of (a);
  double p_b = p_value_of (b);
  int needed_a = nights_needed_of (a);
  int needed_b = nights_needed_of (b);

  if (needed_a != needed_b)
    return needed_a < needed_b ? -1 : 1;
  if (p_a < p_b || p_b < p_a)
    return p_a < p_b ? -1 : 1;
  return strcmp (a->name, b->name);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const StnFindingPlace *place_a = a;
  const StnFindingPlace *place_b = b;

  if (place_a->group != place_b->group)
    return place_a->group < place_b->group ? -1 : 1;
  return compare_in_group (place_a->finding, place_b->finding);
}

/* Suspects before the others, then as below. */
static int
compare_for_top (gconstpointer a, gconstpointer b)
{
  const StnFindingPlace *place_a = a;
  const StnFindingPlace *place_b = b;

  if (place_a->is_suspect != place_b->is_suspect)
    return place_a->is_suspect ? -1 : 1;
  return compare_places (a, b);
}

GArray *
stn_finding_order (const StnAnalysis *analysis, GHashTable *suspects)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (StnFindingPlace));
  guint top = 0;

  for (guint i = 0; i < analysis->findings->len; i++) {
    StnFindingPlace place = {.finding = g_ptr_array_index (analysis->findings, i)};

    place.is_suspect = g_hash_table_contains (suspects, place.finding->name);
    place.group = stn_finding_group_of (place.finding);
    g_array_append_val (places, place);
  }
  g_array_sort (places, compare_for_top);
  for (guint i = 0; i < places->len && top < TOP_MAX; i++) {
    StnFindingPlace *place = &g_array_index (places, StnFindingPlace, i);

    if (place->is_suspect || place->group < STN_FINDING_CANNOT_TELL) {
      place->group = STN_FINDING_TOP;
      top++;
    }
  }
  /* The top ones keep the order they were picked in. */
  qsort ((StnFindingPlace *) (void *) places->data + top, places->len - top,
         sizeof (StnFindingPlace), compare_places);
  return places;
}
