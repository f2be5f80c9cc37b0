/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-card.h"

#include "analysis/stn-proportion.h"
#include "wording/stn-wording-cut.h"
#include "wording/stn-wording-parts.h"

#include <glib/gi18n.h>

/* With fewer only very strong patterns show (analysis 0.5). */
#define NIGHTS_FOR_STRONG 100

static void
saying_text_free (gpointer data)
{
  StnSayingText *self = data;

  g_free (self->heading);
  g_free (self->text);
  g_free (self);
}

static StnCardText *
card_text_new (const char *title)
{
  StnCardText *self = g_new0 (StnCardText, 1);

  self->title = g_strdup (title);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->known = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_known_trigger_text_free);
  self->sayings = g_ptr_array_new_with_free_func (saying_text_free);
  return self;
}

void
stn_card_text_free (StnCardText *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->lead);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->known);
  g_ptr_array_unref (self->sayings);
  stn_finding_text_free (self->finding);
  g_free (self);
}

static const char *
heading_of (const StnSaying *saying)
{
  if (saying->is_gated)
    return _ ("For you in particular");
  switch (saying->kind) {
  case STN_SAYING_TONIGHT:
    return _ ("One thing to try tonight");
  case STN_SAYING_BY_DAY:
    return _ ("By day");
  case STN_SAYING_RELIEF:
    return _ ("If a cramp comes");
  }
  g_return_val_if_reached ("");
}

/* What has the same heading as the one before it goes on there. */
static void
add_saying (StnCardText *self, const StnSaying *saying)
{
  const char *heading = heading_of (saying);
  StnSayingText *last =
    self->sayings->len > 0 ? g_ptr_array_index (self->sayings, self->sayings->len - 1) : NULL;

  if (last != NULL && g_str_equal (last->heading, heading)) {
    char *longer = g_strdup_printf ("%s\n%s", last->text, gettext (saying->text));

    g_free (last->text);
    last->text = longer;
    last->factor = NULL;
    return;
  }
  last = g_new0 (StnSayingText, 1);
  last->kind = saying->kind;
  last->factor = saying->factor;
  last->heading = g_strdup (heading);
  last->text = g_strdup (gettext (saying->text));
  g_ptr_array_add (self->sayings, last);
}

static char *
guide_lead (const StnCard *card)
{
  if (card->known->len == 0)
    return NULL;
  if (card->recorded >= STN_CARD_NIGHTS_TO_COMPARE)
    return g_strdup (_ ("Whether they go with your cramps is another question."));
  return g_strdup_printf (
    /* Translators: number of nights recorded; of known triggers that a person wrote down */
    ngettext ("Whether they go with your cramps cannot be told from %u night.",
              "Whether they go with your cramps cannot be told from %u nights.", card->recorded),
    card->recorded);
}

static StnCardText *
guide (const StnCard *card)
{
  StnCardText *self = card_text_new (card->known->len > 0 ? _ ("Known triggers you wrote down")
                                                          : _ ("From the guide"));

  self->lead = guide_lead (card);
  for (guint i = 0; i < card->known->len; i++) {
    const StnKnownTrigger *known = g_ptr_array_index (card->known, i);

    g_ptr_array_add (self->known, stn_wording_known_trigger (known));
    if (known->kind == STN_KNOWN_MEDICINE)
      self->care = stn_wording_medicine_care ();
  }
  for (guint i = 0; i < card->sayings->len; i++)
    add_saying (self, g_ptr_array_index (card->sayings, i));
  self->calm = stn_wording_calm ();
  return self;
}

/* "Little to drink on 4 of 6 days."; nothing of what must not be said to this person without the words that belong to it. */
static char *
days_with (const StnKnownTrigger *known)
{
  g_autoptr (StnKnownTriggerText) text = stn_wording_known_trigger (known);

  if (known->kind != STN_KNOWN_DAY || known->ask != NULL || text->days == NULL)
    return NULL;
  /* Translators: 1: "Little to drink", 2: "on 4 of 6 days"; a whole sentence */
  return g_strdup_printf (_ ("%1$s %2$s."), text->title, text->days);
}

static StnCardText *
week (const StnCard *card)
{
  StnCardText *self = card_text_new (_ ("Your first week"));

  self->lead = g_strdup_printf (
    /* Translators: 1: nights recorded (decides the plural), 2: nights with cramps */
    ngettext ("%1$u night recorded, cramps on %2$u.", "%1$u nights recorded, cramps on %2$u.",
              card->recorded),
    card->recorded, card->cramps);
  for (guint i = 0; i < card->known->len; i++) {
    char *days = days_with (g_ptr_array_index (card->known, i));

    if (days != NULL)
      g_ptr_array_add (self->lines, days);
  }
  g_ptr_array_add (
    self->lines,
    g_strdup (self->lines->len > 0
                ? _ ("Whether these go with your cramps cannot be told yet: with so few nights "
                     "chance alone makes such pairs.")
                : _ ("What goes with your cramps cannot be told yet: with so few nights chance "
                     "alone makes pairs.")));
  self->calm = stn_wording_calm ();
  return self;
}

/* "Cramps on 5 of 13 nights recorded: 2.7 a week, likely between 1.2 and 4.4." (analysis: frequency, Wilson) */
static char *
rate (guint cramps, guint recorded)
{
  StnProportion share = stn_proportion_of (cramps, recorded);
  g_autofree char *per_week = g_strdup_printf ("%.1f", 7 * share.share);
  g_autofree char *low = g_strdup_printf ("%.1f", 7 * share.low);
  g_autofree char *high = g_strdup_printf ("%.1f", 7 * share.high);

  return g_strdup_printf (
    /* Translators: 1: nights with cramps, 2: nights recorded (decides the plural), 3: those in a week, 4 to 5: its likely range */
    ngettext ("Cramps on %1$u of %2$u night recorded: %3$s a week, likely between %4$s and %5$s.",
              "Cramps on %1$u of %2$u nights recorded: %3$s a week, likely between %4$s and %5$s.",
              recorded),
    cramps, recorded, per_week, low, high);
}

static char *
woke_of (const StnUsualPicture *picture)
{
  return g_strdup_printf (
    /* Translators: 1: cramps that woke the person, 2: cramps of which that is known (decides the plural) */
    ngettext ("woke you in %1$u of %2$u cramp", "woke you in %1$u of %2$u cramps",
              picture->woke_known),
    picture->woke, picture->woke_known);
}

/* "Your usual cramp: right calf · about 03:00 · 3 min · pain 6 of 10 · woke you in 5 of 6 cramps" */
static char *
usual_cramp (const StnUsualPicture *picture)
{
  char *list = stn_wording_place (picture->side, picture->site);

  if (picture->start_min.known) {
    g_autofree char *time = stn_wording_time (picture->start_min.value);

    /* Translators: a time of day */
    list = stn_wording_join (list, g_strdup_printf (_ ("about %s"), time));
  }
  if (picture->duration_s.known)
    list = stn_wording_join (list, stn_wording_duration (picture->duration_s.value));
  if (picture->severity.known)
    list = stn_wording_join (list,
                             /* Translators: pain on a scale that ends with 10 */
                             g_strdup_printf (_ ("pain %d of 10"), picture->severity.value));
  if (picture->woke_known > 0)
    list = stn_wording_join (list, woke_of (picture));
  if (list == NULL)
    return NULL;
  g_autofree char *details = list;
  /* Translators: a list of details, "right calf · about 03:00 · 3 min" */
  return g_strdup_printf (_ ("Your usual cramp: %s"), details);
}

static char *
what_helped (const StnUsualPicture *picture)
{
  g_autofree char *name =
    picture->helped != NULL ? stn_wording_capital (stn_wording_relief (picture->helped)) : NULL;

  if (name == NULL)
    return NULL;
  return g_strdup_printf (
    /* Translators: 1: "Stretching", 2: cramps that it ended, 3: cramps in which it was tried (decides the plural) */
    ngettext ("%1$s ended %2$u of the %3$u cramp in which you tried it.",
              "%1$s ended %2$u of the %3$u cramps in which you tried it.", picture->helped_tried),
    name, picture->helped_ended, picture->helped_tried);
}

static void
add_line (StnCardText *self, char *line)
{
  if (line != NULL)
    g_ptr_array_add (self->lines, line);
}

static StnCardText *
fortnight (const StnCard *card)
{
  StnCardText *self = card_text_new (card->cramps > 0 ? _ ("Enough for a useful talk with a doctor")
                                                      : _ ("Your nights so far"));

  self->lead = rate (card->cramps, card->recorded);
  add_line (self, usual_cramp (card->picture));
  add_line (self, what_helped (card->picture));
  if (card->cramps > 0)
    add_line (self, g_strdup (_ ("Take these figures along when you see one.")));
  add_line (self, g_strdup (_ ("Your diary is worth a second copy, for example on a stick.")));
  self->calm = stn_wording_calm ();
  return self;
}

static StnFactor *
factor_of (const StnFinding *finding, GPtrArray *factors)
{
  for (guint i = 0; i < factors->len; i++) {
    StnFactor *factor = g_ptr_array_index (factors, i);

    if (g_str_equal (factor->slug, finding->name))
      return factor;
  }
  return NULL;
}

static char *
outlook_line (const StnOutlook *outlook, GPtrArray *factors)
{
  const StnFactor *factor = factor_of (outlook->finding, factors);
  g_autofree char *exposed = factor != NULL ? stn_wording_exposed (outlook->finding, factor) : NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *month = NULL;
  int year, number;

  if (exposed == NULL)
    return NULL;
  if (!stn_date_is_set (outlook->by))
    return stn_wording_capital (
      /* Translators: "little to drink" */
      g_strdup_printf (_ ("%s: as often as you record, a strong link takes years to show."),
                       exposed));
  sentence = g_strdup_printf (
    outlook->is_comparison
      /* Translators: 1: "little to drink", 2: a number of nights, more than 30 */
      ? ngettext ("%1$s: can be compared from about %2$u night on",
                  "%1$s: can be compared from about %2$u nights on", outlook->nights)
      /* Translators: 1: "little to drink", 2: a number of nights, more than 30 */
      : ngettext ("%1$s: a strong link would probably show after about %2$u night",
                  "%1$s: a strong link would probably show after about %2$u nights",
                  outlook->nights),
    exposed, outlook->nights);
  sentence = stn_wording_capital (g_steal_pointer (&sentence));
  stn_date_split (outlook->by, &year, &number, NULL);
  month = stn_wording_month (year, number);
  /* Translators: 1: "Alcohol: a strong link would probably show after about 180 nights", 2: "March 2027" */
  return g_strdup_printf (_ ("%1$s, around %2$s."), sentence, month);
}

static StnCardText *
outlook (const StnCard *card, GPtrArray *factors)
{
  StnCardText *self = card_text_new (_ ("What can be seen by when"));

  self->lead = rate (card->cramps, card->recorded);
  if (card->finding == NULL)
    add_line (self, g_strdup (card->recorded < NIGHTS_FOR_STRONG
                                ? _ ("Only very strong patterns show now, and none is clear yet.")
                                : _ ("No pattern is clear yet.")));
  for (guint i = 0; i < card->outlooks->len; i++)
    add_line (self, outlook_line (&g_array_index (card->outlooks, StnOutlook, i), factors));
  self->calm = stn_wording_calm ();
  return self;
}

static StnCardText *
pattern (const StnCard *card, GPtrArray *factors, const StnAnalysis *analysis, StnDate today)
{
  StnCardText *self = NULL;
  g_autoptr (StnFindingText) finding =
    stn_wording_finding (card->finding, analysis, factors, today);

  self = card_text_new (finding->title);
  self->finding = g_steal_pointer (&finding);
  return self;
}

StnCardText *
stn_wording_card (const StnCard *card,
                  GPtrArray *factors,
                  const StnAnalysis *analysis,
                  StnDate today)
{
  g_return_val_if_fail (card != NULL && factors != NULL, NULL);

  switch (card->kind) {
  case STN_CARD_NONE:
    return NULL;
  case STN_CARD_GUIDE:
    return guide (card);
  case STN_CARD_WEEK:
    return week (card);
  case STN_CARD_FORTNIGHT:
    return fortnight (card);
  case STN_CARD_FINDING:
    return pattern (card, factors, analysis, today);
  case STN_CARD_OUTLOOK:
    return outlook (card, factors);
  }
  g_return_val_if_reached (NULL);
}
