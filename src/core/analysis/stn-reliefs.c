/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-reliefs.h"
#include "analysis/stn-quantile.h"

#include <math.h>
#include <string.h>

#define TAIL 0.025

/* The largest l with P (Binomial (n, 1/2) < l) <= .025: the l-th value from each end bounds the median (sign test inverted;
 * Conover 1999, Practical Nonparametric Statistics, 3.2). 0 = there is none. */
static guint
find_rank (guint n)
{
  int sign;
  double below = 0;
  guint rank = 0;

  while (rank < n) {
    below += exp (lgamma_r (n + 1.0, &sign) - lgamma_r (rank + 1.0, &sign) -
                  lgamma_r (n - rank + 1.0, &sign) - n * G_LN2);
    if (below > TAIL)
      break;
    rank++;
  }
  return rank;
}

static StnReliefFinding *
relief_finding_new (const char *name, GArray *minutes)
{
  StnReliefFinding *self = g_new0 (StnReliefFinding, 1);
  double *sorted = (double *) (gpointer) minutes->data;
  guint n = minutes->len, rank = find_rank (n);

  stn_sort_reals (sorted, n);
  self->name = g_strdup (name);
  self->episodes = n;
  self->known = rank > 0;
  if (self->known) {
    self->median_min = stn_quantile (sorted, n, 0.5);
    self->ci_low = sorted[rank - 1];
    self->ci_high = sorted[n - rank];
  }
  return self;
}

static void
relief_finding_free (gpointer data)
{
  StnReliefFinding *self = data;

  g_free (self->name);
  g_free (self);
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const StnReliefFinding *left = *(StnReliefFinding *const *) a;
  const StnReliefFinding *right = *(StnReliefFinding *const *) b;

  if (left->known != right->known)
    return left->known ? -1 : 1;
  if (left->known && left->median_min != right->median_min)
    return left->median_min < right->median_min ? -1 : 1;
  return strcmp (left->name, right->name);
}

GPtrArray *
stn_reliefs_find (const StnAnalysisInput *input)
{
  g_autoptr (GHashTable) by_name =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  GPtrArray *findings = g_ptr_array_new_with_free_func (relief_finding_free);
  GHashTableIter iter;
  gpointer name, minutes;

  for (guint i = 0; i < input->n_reliefs; i++) {
    const StnAnalysisRelief *relief = &input->reliefs[i];

    minutes = g_hash_table_lookup (by_name, relief->name);
    if (minutes == NULL) {
      minutes = g_array_new (FALSE, FALSE, sizeof (double));
      g_hash_table_insert (by_name, (gpointer) relief->name, minutes);
    }
    g_array_append_val ((GArray *) minutes, relief->minutes);
  }
  g_hash_table_iter_init (&iter, by_name);
  while (g_hash_table_iter_next (&iter, &name, &minutes))
    g_ptr_array_add (findings, relief_finding_new (name, minutes));
  g_ptr_array_sort (findings, compare_findings);
  return findings;
}
