/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-material.h"

#include "diary/stn-derived-factors.h"
#include "diary/stn-diary-factors.h"
#include "diary/stn-diary-medicines.h"
#include "diary/stn-refreshes.h"
#include "diary/stn-suspects.h"
#include "store/stn-refresh-table.h"

#include <math.h>
#include <string.h>

struct _StnMaterial {
  StnAnalysisInput input;
  GPtrArray *factors;  /* of StnFactor, one per column */
  GArray *dates;       /* of StnDate */
  GArray *cramps;      /* of int */
  GArray *columns;     /* of StnAnalysisFactor; values and entered are owned */
  GArray *reliefs;     /* of StnAnalysisRelief */
  GArray *medicines;   /* of StnAnalysisMedicine */
  GStringChunk *names; /* of reliefs and medicines */
  StnRefreshes *refreshes;
};

static void
clear_column (gpointer data)
{
  StnAnalysisFactor *column = data;

  g_free ((gpointer) column->values);
  g_free ((gpointer) column->entered);
}

void
stn_material_free (StnMaterial *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->factors);
  g_array_unref (self->dates);
  g_array_unref (self->cramps);
  g_array_unref (self->columns);
  g_array_unref (self->reliefs);
  g_array_unref (self->medicines);
  g_string_chunk_free (self->names);
  stn_refreshes_free (self->refreshes);
  g_free (self);
}

static StnMaterial *
material_new (GPtrArray *factors)
{
  StnMaterial *self = g_new0 (StnMaterial, 1);

  self->factors = factors;
  self->dates = g_array_new (FALSE, FALSE, sizeof (StnDate));
  self->cramps = g_array_new (FALSE, FALSE, sizeof (int));
  self->columns = g_array_new (FALSE, FALSE, sizeof (StnAnalysisFactor));
  g_array_set_clear_func (self->columns, clear_column);
  self->reliefs = g_array_new (FALSE, FALSE, sizeof (StnAnalysisRelief));
  self->medicines = g_array_new (FALSE, FALSE, sizeof (StnAnalysisMedicine));
  self->names = g_string_chunk_new (256);
  return self;
}

const StnAnalysisInput *
stn_material_get_input (const StnMaterial *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->input;
}

GPtrArray *
stn_material_list_factors (const StnMaterial *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->factors;
}

static int
by_slug (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(StnFactor *const *) a)->slug, (*(StnFactor *const *) b)->slug);
}

/* (element-type StnFactor): those of which @nights hold any value, by slug. */
static GPtrArray *
factors_in_use (GPtrArray *nights, GPtrArray *factors)
{
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *in_use = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_factor_free);

  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);

    for (guint j = 0; j < night->values->len; j++)
      g_hash_table_add (used, ((StnFactorValue *) g_ptr_array_index (night->values, j))->slug);
  }
  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (factors, i);
    const StnTrigger *trigger = stn_factor_get_trigger (factor);

    if (!factor->hidden && g_hash_table_contains (used, factor->slug) &&
        (trigger == NULL || trigger->role != STN_ROLE_CONTEXT))
      g_ptr_array_add (in_use, stn_factor_copy (factor));
  }
  g_ptr_array_sort (in_use, by_slug);
  return in_use;
}

/* The median cut of the analysis stands in where the catalogue has none or speaks of another unit. */
static StnAnalysisFactor
column_of (const StnFactor *factor, GPtrArray *logged)
{
  const StnTrigger *trigger = stn_factor_get_trigger (factor);
  double *values = g_new (double, MAX (logged->len, 1));
  StnEntered *entered = g_new0 (StnEntered, MAX (logged->len, 1));
  StnAnalysisFactor column = {
    .name = factor->slug,
    .kind = factor->kind,
    .expected = trigger == NULL ? STN_DIRECTION_NONE : trigger->direction,
    .suspect_since = factor->suspect_since,
    .cut = trigger == NULL ? (StnCut){STN_CUT_NONE, 0} : trigger->exposed_when,
    .values = values,
    .entered = entered,
  };

  for (guint i = 0; i < logged->len; i++) {
    const StnFactorValue *value = stn_night_get_value (g_ptr_array_index (logged, i), factor->slug);

    values[i] = value == NULL ? NAN : value->value;
    if (value != NULL)
      entered[i] = value->entered;
  }
  return column;
}

static void
add_reliefs (StnMaterial *self, const StnNight *night)
{
  for (guint i = 0; i < night->episodes->len; i++) {
    const StnEpisode *episode = g_ptr_array_index (night->episodes, i);

    if (!episode->duration_s.known || episode->relief == NULL)
      continue;
    for (char **name = episode->relief; *name != NULL; name++) {
      StnAnalysisRelief relief = {g_string_chunk_insert_const (self->names, *name),
                                  episode->duration_s.value / 60.0};

      g_array_append_val (self->reliefs, relief);
    }
  }
}

static void
add_nights (StnMaterial *self, GPtrArray *logged)
{
  for (guint i = 0; i < logged->len; i++) {
    const StnNight *night = g_ptr_array_index (logged, i);
    int cramps = (int) night->episodes->len;

    g_array_append_val (self->dates, night->key);
    g_array_append_val (self->cramps, cramps);
    add_reliefs (self, night);
  }
  for (guint i = 0; i < self->factors->len; i++) {
    StnAnalysisFactor column = column_of (g_ptr_array_index (self->factors, i), logged);

    column.weight = stn_suspect_weight (&column, (const StnDate *) self->dates->data, logged->len);
    g_array_append_val (self->columns, column);
  }
}

/* Every step of a history whose date is known. */
static void
add_medicine (StnMaterial *self, const StnMedicine *medicine)
{
  const char *name = g_string_chunk_insert_const (self->names, medicine->name);

  for (guint i = 0; i < medicine->changes->len; i++) {
    const StnMedicineChange *change = g_ptr_array_index (medicine->changes, i);
    StnAnalysisMedicine step = {name, change->event, change->date};

    if (stn_date_is_set (change->date))
      g_array_append_val (self->medicines, step);
  }
}

/* (element-type StnNight): borrowed from @nights, those with an outcome. */
static GPtrArray *
nights_with_outcome (GPtrArray *nights)
{
  GPtrArray *logged = g_ptr_array_sized_new (nights->len);

  for (guint i = 0; i < nights->len; i++)
    if (stn_night_get_state (g_ptr_array_index (nights, i)) != STN_NIGHT_NOT_RECORDED)
      g_ptr_array_add (logged, g_ptr_array_index (nights, i));
  return logged;
}

StnMaterial *
stn_material_new (GPtrArray *nights, GPtrArray *factors, GPtrArray *medicines, GHashTable *kept)
{
  g_return_val_if_fail (nights != NULL && factors != NULL && kept != NULL, NULL);
  g_autoptr (GPtrArray) logged = nights_with_outcome (nights);
  StnMaterial *self = material_new (factors_in_use (nights, factors));

  add_nights (self, logged);
  for (guint i = 0; medicines != NULL && i < medicines->len; i++)
    add_medicine (self, g_ptr_array_index (medicines, i));
  self->input = (StnAnalysisInput){
    .n_nights = self->dates->len,
    .dates = (const StnDate *) self->dates->data,
    .cramps = (const int *) self->cramps->data,
    .n_factors = self->columns->len,
    .factors = (const StnAnalysisFactor *) self->columns->data,
    .n_medicines = self->medicines->len,
    .medicines = (const StnAnalysisMedicine *) self->medicines->data,
    .n_reliefs = self->reliefs->len,
    .reliefs = (const StnAnalysisRelief *) self->reliefs->data,
  };
  self->refreshes = stn_refreshes_new (&self->input, kept);
  return self;
}

StnMaterial *
stn_diary_collect (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_autoptr (GPtrArray) nights = stn_diary_survey_nights (self, error);
  g_autoptr (GPtrArray) factors = nights == NULL ? NULL : stn_diary_list_factors (self, error);
  g_autoptr (GPtrArray) medicines = factors == NULL ? NULL : stn_diary_list_medicines (self, error);
  GHashTable *kept =
    medicines == NULL ? NULL : stn_refresh_table_load (stn_diary_get_store (self), error);

  if (kept != NULL)
    stn_derived_factors_add (nights, factors, medicines);
  return kept != NULL ? stn_material_new (nights, factors, medicines, kept) : NULL;
}

/* Tonight's run is the last part of the work; how long each part takes goes by the nights in it. */
typedef struct {
  StnAnalysisProgressCb progress_cb;
  gpointer user_data;
  double from, to;
} Part;

static void
part_cb (double fraction, gpointer user_data)
{
  const Part *part = user_data;

  if (part->progress_cb != NULL)
    part->progress_cb (part->from + fraction * (part->to - part->from), part->user_data);
}

StnAnalysis *
stn_material_analyze (StnMaterial *self,
                      GCancellable *cancellable,
                      StnAnalysisProgressCb progress_cb,
                      gpointer user_data,
                      GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  guint64 missing_nights;
  guint missing = stn_refreshes_count_missing (self->refreshes, &missing_nights);
  double share =
    missing > 0 ? missing_nights / (double) (missing_nights + self->input.n_nights) : 0;
  Part refreshes = {progress_cb, user_data, 0, share}, tonight = {progress_cb, user_data, share, 1};

  if (!stn_refreshes_compute (self->refreshes, cancellable, part_cb, &refreshes, error))
    return NULL;

  StnAnalysis *analysis = stn_analysis_run (&self->input, cancellable, part_cb, &tonight, error);
  if (analysis != NULL)
    stn_refreshes_publish (self->refreshes, analysis);
  return analysis;
}

gboolean
stn_diary_keep_refreshes (StnDiary *self, const StnMaterial *material, GError **error)
{
  g_return_val_if_fail (self != NULL && material != NULL, FALSE);
  g_autoptr (GArray) rows = NULL;

  if (!stn_refreshes_has_new (material->refreshes))
    return TRUE;
  rows = stn_refreshes_list (material->refreshes);
  return stn_refresh_table_keep (stn_diary_get_store (self), rows, error);
}
