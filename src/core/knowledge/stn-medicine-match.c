/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-medicine-match.h"

#include <glib/gi18n.h>

/* One attempt: so many of the first words, with or without slips. */
typedef struct {
  const StnNameQuery *query;
  guint n_words;
  gboolean spelling;
} Attempt;

/* The best match among a name, the same in the person's language, and the other names. */
static StnNameMatch
match_names (const Attempt *attempt,
             const char *name,
             const char *const *also,
             const char **ret_other_name)
{
  const char *translated = gettext (name);
  StnNameMatch best =
    stn_name_query_match (attempt->query, attempt->n_words, attempt->spelling, translated);

  *ret_other_name = NULL;
  for (int i = translated == name ? 0 : -1; i < 0 || also[i] != NULL; i++) {
    const char *other = i < 0 ? name : also[i];
    StnNameMatch match =
      stn_name_query_match (attempt->query, attempt->n_words, attempt->spelling, other);

    if (match.kind != STN_NAME_MATCH_NONE &&
        (best.kind == STN_NAME_MATCH_NONE || stn_name_match_compare (match, best) < 0)) {
      best = match;
      *ret_other_name = other;
    }
  }
  return best;
}

static const char *const no_names[] = {NULL};

static void
add_medicine (GArray *matches,
              const Attempt *attempt,
              const StnMedicineClass *medicine_class,
              const StnMedicineName *medicine)
{
  const char *name = medicine != NULL ? medicine->name : medicine_class->name;
  StnMedicineMatch match = {
    .medicine_class = medicine_class, .medicine = medicine, .name = gettext (name)};

  match.match =
    match_names (attempt, name, medicine != NULL ? medicine->also : no_names, &match.other_name);
  if (match.match.kind != STN_NAME_MATCH_NONE)
    g_array_append_val (matches, match);
}

static void
find_medicines (GArray *matches, const Attempt *attempt, gconstpointer data)
{
  const StnMedicineClass *const *classes = stn_knowledge_list_medicine_classes (data);

  for (guint i = 0; classes[i] != NULL; i++) {
    for (guint j = 0; classes[i]->medicines[j] != NULL; j++)
      add_medicine (matches, attempt, classes[i], classes[i]->medicines[j]);
    add_medicine (matches, attempt, classes[i], NULL);
  }
}

static void
find_conditions (GArray *matches, const Attempt *attempt, gconstpointer data)
{
  const StnCondition *const *conditions = stn_knowledge_list_conditions (data);

  for (guint i = 0; conditions[i] != NULL; i++) {
    StnConditionMatch match = {.condition = conditions[i], .name = gettext (conditions[i]->name)};

    match.match =
      match_names (attempt, conditions[i]->name, conditions[i]->also, &match.other_name);
    if (match.match.kind != STN_NAME_MATCH_NONE)
      g_array_append_val (matches, match);
  }
}

/* Medicines before classes within a kind; equal ones by name, byte by byte, so that the order never depends on chance. */
static int
compare_medicines (gconstpointer a, gconstpointer b)
{
  const StnMedicineMatch *first = a, *second = b;
  int order = (int) first->match.kind - (int) second->match.kind;

  if (order == 0)
    order = (first->medicine == NULL) - (second->medicine == NULL);
  if (order == 0)
    order = stn_name_match_compare (first->match, second->match);
  return order != 0 ? order : g_strcmp0 (first->name, second->name);
}

static int
compare_conditions (gconstpointer a, gconstpointer b)
{
  const StnConditionMatch *first = a, *second = b;
  int order = stn_name_match_compare (first->match, second->match);

  return order != 0 ? order : g_strcmp0 (first->name, second->name);
}

/*
 * First what is spelled so, from all words down to the first one, then the same with slips; the first attempt that finds
 * something ends it.
 */
static void
attempt_all (GArray *matches,
             const char *typed,
             void (*find) (GArray *matches, const Attempt *attempt, gconstpointer knowledge),
             gconstpointer knowledge)
{
  g_autoptr (StnNameQuery) query = stn_name_query_new (typed);

  for (int spelling = FALSE; spelling <= TRUE; spelling++)
    for (guint n = stn_name_query_get_n_words (query); n > 0 && matches->len == 0; n--)
      find (matches, &(Attempt){query, n, spelling}, knowledge);
}

GArray *
stn_medicine_match (const StnKnowledge *knowledge, const char *typed, guint max)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (StnMedicineMatch));

  g_return_val_if_fail (knowledge != NULL && typed != NULL, matches);
  attempt_all (matches, typed, find_medicines, knowledge);
  g_array_sort (matches, compare_medicines);
  if (max > 0 && matches->len > max)
    g_array_set_size (matches, max);
  return matches;
}

GArray *
stn_condition_match (const StnKnowledge *knowledge, const char *typed, guint max)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (StnConditionMatch));

  g_return_val_if_fail (knowledge != NULL && typed != NULL, matches);
  attempt_all (matches, typed, find_conditions, knowledge);
  g_array_sort (matches, compare_conditions);
  if (max > 0 && matches->len > max)
    g_array_set_size (matches, max);
  return matches;
}
