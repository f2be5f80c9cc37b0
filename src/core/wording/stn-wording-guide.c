/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-guide.h"
#include "knowledge/stn-condition.h"
#include "knowledge/stn-medicine-class.h"
#include "knowledge/stn-medicine-match.h"
#include "knowledge/stn-stretch-routine.h"
#include "wording/stn-wording-evidence.h"
#include "wording/stn-wording-parts.h"

#include <glib/gi18n.h>

void
stn_guide_entry_free (gpointer data)
{
  StnGuideEntry *self = data;

  g_free (self->title);
  g_free (self->text);
  g_strfreev (self->notes);
  g_free (self->names);
  g_free (self->link);
  g_free (self->grade);
  g_free (self->sources);
  g_free (self);
}

/* What a page is written into. */
typedef struct {
  const StnKnowledge *knowledge;
  const StnGuidePage *page;
  GPtrArray *entries;
} Writing;

static StnGuideEntry *
add (
  Writing *self, StnGuideEntryKind kind, const char *title, const char *text, const StnEvidence *on)
{
  StnGuideEntry *entry = g_new0 (StnGuideEntry, 1);

  entry->kind = kind;
  entry->page = self->page;
  entry->title = title != NULL ? g_strdup (gettext (title)) : NULL;
  entry->text = text != NULL ? g_strdup (gettext (text)) : NULL;
  entry->notes = g_new0 (char *, 1);
  if (on != NULL) {
    entry->on = *on;
    entry->grade = g_strdup (stn_wording_grade (on->grade));
    entry->sources = stn_wording_sources (on->sources);
  }
  g_ptr_array_add (self->entries, entry);
  return entry;
}

/* @note: taken. */
static void
add_note (StnGuideEntry *entry, char *note)
{
  guint n = g_strv_length (entry->notes);

  entry->notes = g_renew (char *, entry->notes, n + 2);
  entry->notes[n] = note;
  entry->notes[n + 1] = NULL;
}

/* Ticks without evidence of their own say what their list says. */
static void
add_triggers (Writing *self)
{
  const StnTrigger *const *triggers = stn_knowledge_list_triggers (self->knowledge);
  const StnTrigger *list = NULL;

  for (guint i = 0; triggers[i] != NULL; i++) {
    const StnTrigger *trigger = triggers[i];

    if (trigger->list == NULL)
      list = trigger;
    else if (trigger->evidence == list->evidence)
      continue;
    add (self, STN_GUIDE_ENTRY_SAID, trigger->name, trigger->evidence,
         &(StnEvidence){.grade = trigger->grade, .sources = trigger->sources});
  }
}

static const char *
name_of_medicines (const StnKnowledge *knowledge, const char *id)
{
  const StnMedicineGroup *const *groups = stn_knowledge_list_medicine_groups (knowledge);
  const StnMedicineClass *medicine_class = stn_knowledge_get_medicine_class (knowledge, id);

  if (medicine_class != NULL)
    return gettext (medicine_class->name);
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_equal (groups[i]->id, id))
      return gettext (groups[i]->name);
  g_return_val_if_reached (id);
}

/* (transfer full) "Dialysis, Heart failure: Ask your team ..."; the names are those of rows, so they keep their capitals. */
static char *
describe_gate (const StnKnowledge *knowledge, const StnGate *gate)
{
  g_autoptr (GStrvBuilder) whom = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; gate->conditions[i] != NULL; i++)
    g_strv_builder_add (
      whom, gettext (stn_knowledge_get_condition (knowledge, gate->conditions[i])->name));
  for (guint i = 0; gate->medicines[i] != NULL; i++)
    g_strv_builder_add (whom, name_of_medicines (knowledge, gate->medicines[i]));
  if (gate->pregnant)
    g_strv_builder_add (whom, C_ ("condition", "Pregnancy"));
  names = g_strv_builder_end (whom);
  /* Translators: what stands between the parts of a list: "Heart failure; Dialysis" */
  list = g_strjoinv (C_ ("list", "; "), names);
  if (gate->instead == NULL)
    /* Translators: people for whom an advice is not meant: "Heart failure; Dialysis" */
    return g_strdup_printf (_ ("Not with: %s."), list);
  /* Translators: 1: "Heart failure; Dialysis", 2: what is said to people with one of these */
  return g_strdup_printf (_ ("With one of these: %1$s. %2$s"), list, gettext (gate->instead));
}

static void
add_advice (Writing *self, const StnAdvice *const *list)
{
  for (guint i = 0; list[i] != NULL; i++) {
    StnGuideEntry *entry =
      add (self, STN_GUIDE_ENTRY_SAID, list[i]->name, list[i]->text, &list[i]->on);

    for (guint j = 0; list[i]->gates != NULL && list[i]->gates[j] != NULL; j++)
      add_note (entry, describe_gate (self->knowledge, list[i]->gates[j]));
  }
}

/* A hold of a minute or more is no hold but a time in which something is done in a rhythm. */
static char *
describe_exercise (const StnStretchExercise *exercise)
{
  const StnStretchDose *dose = &exercise->dose;
  int seconds = dose->hold_s * dose->repetitions;

  if (dose->in_s > 0)
    return g_strdup_printf (
      /* Translators: 1: "Wall lean", 2: how to stand, 3: what to do, 4: minutes (it decides the plural) */
      ngettext ("%1$s: %2$s %3$s Go on for %4$d minute.", "%1$s: %2$s %3$s Go on for %4$d minutes.",
                (gulong) (seconds / 60)),
      gettext (exercise->name), gettext (exercise->prepare), gettext (exercise->hold),
      seconds / 60);
  return g_strdup_printf (
    /* Translators: 1: "Calf stretch", 2: how to stand, 3: what to do, 4: seconds, 5: how often a side (it decides the plural) */
    ngettext ("%1$s: %2$s %3$s Hold for %4$d seconds, %5$d time on each side in turn.",
              "%1$s: %2$s %3$s Hold for %4$d seconds, %5$d times on each side in turn.",
              (gulong) dose->repetitions),
    gettext (exercise->name), gettext (exercise->prepare), gettext (exercise->hold), dose->hold_s,
    dose->repetitions);
}

static void
add_stretch (Writing *self)
{
  const StnStretchRoutine *const *routines = stn_knowledge_list_stretch_routines (self->knowledge);
  const StnStretchNote *const *notes = stn_knowledge_list_stretch_notes (self->knowledge);

  for (guint i = 0; routines[i] != NULL; i++) {
    StnGuideEntry *entry =
      add (self, STN_GUIDE_ENTRY_SAID, routines[i]->name, routines[i]->text, &routines[i]->on);

    for (guint j = 0; routines[i]->exercises[j] != NULL; j++)
      add_note (entry, describe_exercise (routines[i]->exercises[j]));
  }
  for (guint i = 0; notes[i] != NULL; i++)
    add (self, STN_GUIDE_ENTRY_SAID, NULL, notes[i]->text, &notes[i]->on);
}

static void
add_medicine_class (Writing *self, const StnMedicineClass *medicine_class)
{
  StnGuideEntry *entry = add (self, STN_GUIDE_ENTRY_SAID, medicine_class->name,
                              medicine_class->evidence, &medicine_class->on);
  GString *names = g_string_new (NULL);

  for (guint i = 0; medicine_class->medicines[i] != NULL; i++)
    /* Translators: what stands between the names of medicines */
    g_string_append_printf (names, "%s%s", i > 0 ? C_ ("medicines", ", ") : "",
                            gettext (medicine_class->medicines[i]->name));
  entry->names = g_string_free (names, FALSE);
  add_note (entry, g_strdup (gettext (medicine_class->ask)));
}

static void
add_medicines (Writing *self)
{
  const StnMedicineGroup *const *groups = stn_knowledge_list_medicine_groups (self->knowledge);

  for (guint i = 0; groups[i] != NULL; i++) {
    add (self, STN_GUIDE_ENTRY_GROUP, groups[i]->name, groups[i]->evidence, &groups[i]->on);
    for (guint j = 0; groups[i]->classes[j] != NULL; j++)
      add_medicine_class (self, groups[i]->classes[j]);
  }
}

static void
add_conditions (Writing *self)
{
  const StnConditionGroup *const *groups = stn_knowledge_list_condition_groups (self->knowledge);

  for (guint i = 0; groups[i] != NULL; i++) {
    add (self, STN_GUIDE_ENTRY_GROUP, groups[i]->name, NULL, NULL);
    for (guint j = 0; groups[i]->conditions[j] != NULL; j++) {
      const StnCondition *condition = groups[i]->conditions[j];

      add (self, STN_GUIDE_ENTRY_SAID, condition->name, condition->evidence, &condition->on);
    }
  }
}

/* What a publication is stays as it is published; its name may have words. */
static void
add_sources (Writing *self)
{
  const StnSource *const *sources = stn_knowledge_list_sources (self->knowledge);

  for (guint i = 0; sources[i] != NULL; i++) {
    StnGuideEntry *entry = add (self, STN_GUIDE_ENTRY_SAID, NULL, NULL, NULL);

    entry->title = g_strdup (gettext (sources[i]->brief));
    entry->text = g_strdup (sources[i]->text);
    entry->link = g_strdup (sources[i]->link);
  }
}

static void
add_part (Writing *self, const StnGuidePart *part)
{
  switch (part->kind) {
  case STN_GUIDE_STATEMENT:
    add (self, STN_GUIDE_ENTRY_SAID, NULL, part->text, &part->on);
    return;
  case STN_GUIDE_TRIGGERS:
    add_triggers (self);
    return;
  case STN_GUIDE_SELFCARE:
    add_advice (self, stn_knowledge_list_selfcare (self->knowledge));
    return;
  case STN_GUIDE_RELIEFS:
    add_advice (self, stn_knowledge_list_reliefs (self->knowledge));
    return;
  case STN_GUIDE_STRETCH:
    add_stretch (self);
    return;
  case STN_GUIDE_MEDICINES:
    add_medicines (self);
    return;
  case STN_GUIDE_CONDITIONS:
    add_conditions (self);
    return;
  case STN_GUIDE_SOURCES:
    add_sources (self);
    return;
  }
  g_return_if_reached ();
}

static void
write_page (GPtrArray *entries, const StnKnowledge *knowledge, const StnGuidePage *page)
{
  Writing writing = {knowledge, page, entries};

  for (guint i = 0; page->sections[i] != NULL; i++) {
    add (&writing, STN_GUIDE_ENTRY_SECTION, page->sections[i]->name, NULL, NULL);
    for (guint j = 0; page->sections[i]->parts[j] != NULL; j++)
      add_part (&writing, page->sections[i]->parts[j]);
  }
}

GPtrArray *
stn_wording_guide_page (const StnKnowledge *knowledge, const StnGuidePage *page)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (stn_guide_entry_free);

  g_return_val_if_fail (knowledge != NULL && page != NULL, entries);
  write_page (entries, knowledge, page);
  return entries;
}

char *
stn_wording_damaged (const char *problem)
{
  if (problem == NULL)
    return NULL;
  return g_strdup_printf (
    /* Translators: %s: which file, which line, and what is wrong there, in English */
    _ ("A part of Stillnight is damaged (%s). Known triggers, warning signs or the guide may be "
       "missing. Your diary is whole, and you can write in it. Please install Stillnight again."),
    problem);
}
