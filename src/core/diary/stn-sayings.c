/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-sayings.h"

#include "diary/stn-about-now.h"

/* The advice's own words, or those of the gate that holds for this person; a gate that says nothing leaves nothing to say. */
static void
add_saying (GArray *sayings, const StnAdvice *advice, StnSayingKind kind, const StnAbout *about)
{
  const StnGate *gate = stn_advice_find_gate (advice, stn_knowledge_get (), about);
  StnSaying saying = {
    .kind = kind,
    .text = gate != NULL ? gate->instead : advice->text,
    .factor = gate == NULL ? advice->factors[0] : NULL,
    .is_gated = gate != NULL,
  };
  g_autofree char *id = NULL;
  guint number = 0;

  if (saying.text == NULL)
    return;
  while (gate != NULL && advice->gates[number] != gate)
    number++;
  /* Other words are another thing that was not said yet. */
  id = gate != NULL ? g_strdup_printf ("advice.%s.%u", advice->id, number + 1)
                    : g_strdup_printf ("advice.%s", advice->id);
  saying.id = g_intern_string (id);
  g_array_append_val (sayings, saying);
}

static GArray *
list_sayings (const StnAbout *about)
{
  GArray *sayings = g_array_new (FALSE, FALSE, sizeof (StnSaying));
  const StnKnowledge *knowledge = stn_knowledge_get ();

  for (const StnAdvice *const *advice = stn_knowledge_list_selfcare (knowledge); *advice != NULL;
       advice++)
    add_saying (sayings, *advice, (*advice)->tonight ? STN_SAYING_TONIGHT : STN_SAYING_BY_DAY,
                about);
  for (const StnAdvice *const *advice = stn_knowledge_list_reliefs (knowledge); *advice != NULL;
       advice++)
    add_saying (sayings, *advice, STN_SAYING_RELIEF, about);
  return sayings;
}

GArray *
stn_diary_list_sayings (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_autoptr (StnAboutNow) now = stn_diary_read_about (self, error);

  return now != NULL ? list_sayings (&now->about) : NULL;
}
