/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-refreshes.h"

#include "analysis/stn-publication.h"
#include "base/stn-text-number.h"
#include "diary/stn-opinions.h"
#include "diary/stn-suspects.h"
#include "stn-config.h"
#include "store/stn-refresh-table.h"

#include <math.h>

#define NIGHTS_APART 7

/* Of the refreshes of the last year each counts; of older ones three in a row out of 12, of those five times as old out of 48, and so
 * on. */
#define ALL_OF_THE_LAST 52
#define OLDER 5
#define FIRST_GROUP 12
#define LARGER 4
#define IN_A_ROW 3

#define MOST_THREADS 8

/* More calendar nights take tens of megabytes to look at: one such refresh at a time. */
#define LARGE_NIGHTS 8192

typedef struct {
  StnDate night;
  guint n_nights; /* of the input, up to @night */
  char *fingerprint;
} Refresh;

struct _StnRefreshes {
  const StnAnalysisInput *input;
  GArray *all;       /* of Refresh, oldest first */
  GHashTable *known; /* fingerprint -> StnOpinions */
  gboolean has_new;
};

static void
refresh_clear (gpointer data)
{
  g_free (((Refresh *) data)->fingerprint);
}

/* How many nights it takes until the factor has a value. */
static guint
nights_to_first_value (const StnAnalysisFactor *factor, guint n_nights)
{
  for (guint i = 0; i < n_nights; i++)
    if (!isnan (factor->values[i]))
      return i + 1;
  return G_MAXUINT;
}

/* What the analysis takes of one night: whether there were cramps, the values, and whether they were entered too late. */
static void
add_night (GChecksum *sum, const StnAnalysisInput *input, guint night)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char date[STN_DATE_TEXT_SIZE], number[STN_REAL_TEXT_SIZE];

  g_string_append_printf (text, "%s %d", stn_date_to_text (input->dates[night], date),
                          input->cramps[night] > 0);
  for (guint j = 0; j < input->n_factors; j++) {
    const StnAnalysisFactor *factor = &input->factors[j];
    gboolean late = factor->entered != NULL && factor->entered[night] == STN_ENTERED_AFTER;

    if (!isnan (factor->values[night]))
      g_string_append_printf (text, " %s=%s%s", factor->name,
                              stn_real_to_text (factor->values[night], number), late ? "!" : "");
  }
  g_string_append_c (text, '\n');
  g_checksum_update (sum, (const guchar *) text->str, (gssize) text->len);
}

/* What a factor was at a refresh: a suspect only if it had been named by then. */
static StnAnalysisFactor
factor_at (const StnAnalysisInput *input, guint j, StnDate night)
{
  StnAnalysisFactor factor = input->factors[j];

  if (stn_date_compare (factor.suspect_since, night) > 0)
    factor.suspect_since = STN_NO_DATE;
  factor.weight = stn_suspect_weight (&factor, input->dates, input->n_nights);
  return factor;
}

static char *
take_fingerprint (const GChecksum *nights,
                  const StnAnalysisInput *input,
                  const guint *first_values,
                  const Refresh *refresh)
{
  g_autoptr (GChecksum) sum = g_checksum_copy (nights);
  g_autoptr (GString) text = g_string_new (STN_VERSION);
  char weight[STN_REAL_TEXT_SIZE];

  for (guint j = 0; j < input->n_factors; j++) {
    StnAnalysisFactor factor = factor_at (input, j, refresh->night);

    if (first_values[j] <= refresh->n_nights)
      g_string_append_printf (text, "\n%s %d %d %s", factor.name, factor.kind, factor.expected,
                              stn_real_to_text (factor.weight, weight));
  }
  g_checksum_update (sum, (const guchar *) text->str, (gssize) text->len);
  return g_strdup (g_checksum_get_string (sum));
}

/* Whether the refresh @index of @n is looked at. */
static gboolean
is_looked_at (guint index, guint n)
{
  guint64 reach = ALL_OF_THE_LAST, group = FIRST_GROUP;
  guint age = n - 1 - index;

  if (age < ALL_OF_THE_LAST)
    return TRUE;
  while (age >= reach * OLDER) {
    reach *= OLDER;
    group *= LARGER;
  }
  return index % group + IN_A_ROW >= group;
}

static void
list_refreshes (StnRefreshes *self)
{
  const StnAnalysisInput *input = self->input;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint *first_values = g_new (guint, input->n_factors);
  Refresh refresh = {0};

  if (input->n_nights == 0)
    return;
  for (guint j = 0; j < input->n_factors; j++)
    first_values[j] = nights_to_first_value (&input->factors[j], input->n_nights);
  guint n =
    ((guint) stn_date_days_between (input->dates[0], input->dates[input->n_nights - 1]) + 1) /
    NIGHTS_APART;
  for (guint i = 0; i < n; i++) {
    refresh.night = stn_date_add_days (input->dates[0], (int) (NIGHTS_APART * (i + 1)) - 1);
    for (; refresh.n_nights < input->n_nights &&
           stn_date_compare (input->dates[refresh.n_nights], refresh.night) <= 0;
         refresh.n_nights++)
      add_night (sum, input, refresh.n_nights);
    if (!is_looked_at (i, n))
      continue;
    refresh.fingerprint = take_fingerprint (sum, input, first_values, &refresh);
    g_array_append_val (self->all, refresh);
  }
}

StnRefreshes *
stn_refreshes_new (const StnAnalysisInput *input, GHashTable *kept)
{
  g_return_val_if_fail (input != NULL && kept != NULL, NULL);
  g_autoptr (GHashTable) texts = kept;
  StnRefreshes *self = g_new0 (StnRefreshes, 1);

  self->input = input;
  self->all = g_array_new (FALSE, FALSE, sizeof (Refresh));
  g_array_set_clear_func (self->all, refresh_clear);
  self->known =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) stn_opinions_free);
  list_refreshes (self);
  for (guint i = 0; i < self->all->len; i++) {
    const char *fingerprint = g_array_index (self->all, Refresh, i).fingerprint;
    const char *text = g_hash_table_lookup (texts, fingerprint);
    StnOpinions *opinions = text != NULL ? stn_opinions_parse (text) : NULL;

    if (opinions != NULL)
      g_hash_table_replace (self->known, g_strdup (fingerprint), opinions);
  }
  return self;
}

void
stn_refreshes_free (StnRefreshes *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->all);
  g_hash_table_unref (self->known);
  g_free (self);
}

/* (element-type Refresh): those to be computed, each fingerprint once; borrowed. */
static GPtrArray *
list_missing (const StnRefreshes *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *missing = g_ptr_array_new ();

  for (guint i = 0; i < self->all->len; i++) {
    Refresh *refresh = &g_array_index (self->all, Refresh, i);

    if (!g_hash_table_contains (self->known, refresh->fingerprint) &&
        g_hash_table_add (seen, refresh->fingerprint))
      g_ptr_array_add (missing, refresh);
  }
  return missing;
}

guint
stn_refreshes_count_missing (const StnRefreshes *self, guint64 *ret_nights)
{
  g_return_val_if_fail (self != NULL, 0);
  g_autoptr (GPtrArray) missing = list_missing (self);
  guint64 nights = 0;

  for (guint i = 0; i < missing->len; i++)
    nights += ((Refresh *) missing->pdata[i])->n_nights;
  if (ret_nights != NULL)
    *ret_nights = nights;
  return missing->len;
}

/* Computing: every refresh is a run of its own, so they go side by side. */

typedef struct {
  const StnAnalysisInput *input;
  GCancellable *cancellable;
  GAsyncQueue *done; /* of Result */
  GMutex *large;     /* held while a large one is looked at */
} Work;

typedef struct {
  const Refresh *refresh;
  StnOpinions *opinions; /* NULL with @error */
  GError *error;
} Result;

static void
compute_cb (gpointer data, gpointer user_data)
{
  const Refresh *refresh = data;
  const Work *work = user_data;
  g_autofree StnAnalysisFactor *factors = g_new (StnAnalysisFactor, work->input->n_factors);
  Result *result = g_new0 (Result, 1);
  StnAnalysisInput cut = {
    .n_nights = refresh->n_nights,
    .dates = work->input->dates,
    .cramps = work->input->cramps,
    .factors = factors,
  };

  for (guint j = 0; j < work->input->n_factors; j++)
    factors[cut.n_factors++] = factor_at (work->input, j, refresh->night);
  result->refresh = refresh;
  g_autoptr (GMutexLocker) alone =
    stn_date_days_between (work->input->dates[0], refresh->night) >= LARGE_NIGHTS
      ? g_mutex_locker_new (work->large)
      : NULL;
  g_autoptr (StnAnalysis) analysis =
    stn_analysis_run_verdicts (&cut, work->cancellable, &result->error);
  if (analysis != NULL)
    result->opinions = stn_opinions_of (analysis);
  g_async_queue_push (work->done, result);
}

/* Takes the result; FALSE and @error when there is none. */
static gboolean
take_result (StnRefreshes *self, Result *taken, GError **error)
{
  g_autofree Result *result = taken;

  if (result->opinions == NULL) {
    if (error != NULL && *error == NULL)
      g_propagate_error (error, result->error);
    else
      g_error_free (result->error);
    return FALSE;
  }
  g_hash_table_replace (self->known, g_strdup (result->refresh->fingerprint), result->opinions);
  self->has_new = TRUE;
  return TRUE;
}

gboolean
stn_refreshes_compute (StnRefreshes *self,
                       GCancellable *cancellable,
                       StnAnalysisProgressCb progress_cb,
                       gpointer user_data,
                       GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_autoptr (GPtrArray) missing = list_missing (self);
  g_autoptr (GAsyncQueue) done = g_async_queue_new ();
  g_autoptr (GError) reason = NULL;
  GMutex large;
  Work work = {self->input, cancellable, done, &large};
  guint64 nights, nights_done = 0;
  int n_threads = (int) MIN (MIN (g_get_num_processors (), MOST_THREADS), missing->len);

  if (missing->len == 0)
    return TRUE;
  stn_refreshes_count_missing (self, &nights);
  g_mutex_init (&large);
  /* Threads of its own, which have the priority of the one that asks. */
  GThreadPool *pool = g_thread_pool_new (compute_cb, &work, n_threads, TRUE, NULL);
  for (guint i = 0; i < missing->len; i++)
    g_thread_pool_push (pool, missing->pdata[i], NULL);
  for (guint i = 0; i < missing->len; i++) {
    Result *result = g_async_queue_pop (done);

    nights_done += result->refresh->n_nights;
    if (take_result (self, result, &reason) && progress_cb != NULL)
      progress_cb ((double) nights_done / (double) nights, user_data);
  }
  g_thread_pool_free (pool, FALSE, TRUE);
  g_mutex_clear (&large);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static StnPublication *
publish (const StnRefreshes *self, const char *name)
{
  g_autofree StnOpinion *opinions = g_new (StnOpinion, self->all->len);
  g_autofree StnDate *dates = g_new (StnDate, self->all->len);

  for (guint i = 0; i < self->all->len; i++) {
    const Refresh *refresh = &g_array_index (self->all, Refresh, i);
    const StnOpinions *known = g_hash_table_lookup (self->known, refresh->fingerprint);

    dates[i] = refresh->night;
    opinions[i] = stn_opinions_get (known, name);
  }
  return stn_publication_new (opinions, dates, self->all->len);
}

void
stn_refreshes_publish (const StnRefreshes *self, StnAnalysis *analysis)
{
  g_return_if_fail (self != NULL && stn_refreshes_count_missing (self, NULL) == 0);

  for (guint i = 0; i < analysis->findings->len; i++) {
    StnFinding *finding = analysis->findings->pdata[i];

    g_clear_pointer (&finding->publication, stn_publication_free);
    finding->publication = publish (self, finding->name);
  }
}

GArray *
stn_refreshes_list (const StnRefreshes *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (StnRefreshRow));

  for (guint i = 0; i < self->all->len; i++) {
    const Refresh *refresh = &g_array_index (self->all, Refresh, i);
    const StnOpinions *known = g_hash_table_lookup (self->known, refresh->fingerprint);
    StnRefreshRow row = {refresh->fingerprint, refresh->night, NULL};

    if (known == NULL || !g_hash_table_add (seen, refresh->fingerprint))
      continue;
    row.findings = stn_opinions_get_text (known);
    g_array_append_val (rows, row);
  }
  return rows;
}

gboolean
stn_refreshes_has_new (const StnRefreshes *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->has_new;
}
