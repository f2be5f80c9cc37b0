/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "card/stn-card.h"

#include "analysis/stn-publication.h"

#include <math.h>

#define WEEK 7
#define FORTNIGHT 14
#define WEEK_LAST 10 /* later it is no news */
/* With fewer recorded nights there is no picture of a week, or nothing to tell a doctor. */
#define WEEK_RECORDED_MIN 3
#define FORTNIGHT_RECORDED_MIN 10

#define KNOWN_AT_ONCE 3
#define OUTLOOKS_MAX 3
#define OUTLOOK_DAYS_MAX (3 * 365)

static StnCard *
card_new (void)
{
  StnCard *self = g_new0 (StnCard, 1);

  self->known = g_ptr_array_new ();
  self->sayings = g_ptr_array_new ();
  self->outlooks = g_array_new (FALSE, FALSE, sizeof (StnOutlook));
  self->ids = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
stn_card_free (StnCard *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->known);
  g_ptr_array_unref (self->sayings);
  g_array_unref (self->outlooks);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

/* What this morning showed already is still its news. */
static gboolean
is_news (const StnCardState *state, const char *id)
{
  const StnDate *shown = g_hash_table_lookup (state->shown, id);

  return shown == NULL || stn_date_compare (*shown, state->last_night) == 0;
}

static gboolean
was_shown_today (const StnCardState *state, const char *id)
{
  return g_hash_table_contains (state->shown, id) && is_news (state, id);
}

/* Calendar nights of the diary up to the last one. */
static guint
day_of (const StnCardState *state)
{
  return (guint) (stn_date_days_between (state->first_night, state->last_night) + 1);
}

/* Mornings of the fortnight that are left for the guide, today's included; the 7th and the 14th have cards of their own. */
static guint
mornings_left (guint day)
{
  if (day >= FORTNIGHT - 1)
    return 1;
  return day <= WEEK ? FORTNIGHT - 1 - day : FORTNIGHT - day;
}

static guint
portion (guint unseen, guint mornings, guint at_least)
{
  return MAX (at_least, (unseen + mornings - 1) / mornings);
}

static char *
id_of_known (const StnKnownTrigger *known)
{
  return g_strdup_printf ("trigger.%s", known->slug);
}

static void
add_known (StnCard *self, const StnCardState *state, guint mornings)
{
  g_autoptr (GPtrArray) today = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  guint limit;

  for (guint i = 0; i < state->known->len; i++) {
    StnKnownTrigger *known = g_ptr_array_index (state->known, i);
    g_autofree char *id = id_of_known (known);

    if (is_news (state, id))
      g_ptr_array_add (was_shown_today (state, id) ? today : others, known);
  }
  limit = portion (today->len + others->len, mornings, KNOWN_AT_ONCE);
  g_ptr_array_extend (today, others, NULL, NULL);
  for (guint i = 0; i < today->len && i < limit; i++) {
    g_ptr_array_add (self->known, g_ptr_array_index (today, i));
    g_ptr_array_add (self->ids, id_of_known (g_ptr_array_index (today, i)));
  }
}

static gboolean
says_the_same (const GPtrArray *sayings, const StnSaying *saying)
{
  for (guint i = 0; i < sayings->len; i++)
    if (g_str_equal (((const StnSaying *) g_ptr_array_index (sayings, i))->text, saying->text))
      return TRUE;
  return FALSE;
}

/* Those of @kind that are news, what this morning showed already first; of several with the same words one. */
static GPtrArray *
list_news (const StnCardState *state, StnSayingKind kind)
{
  GPtrArray *news = g_ptr_array_new ();

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < state->sayings->len; i++) {
      StnSaying *saying = &g_array_index (state->sayings, StnSaying, i);

      if (saying->kind == kind && is_news (state, saying->id) &&
          was_shown_today (state, saying->id) == (pass == 0) && !says_the_same (news, saying))
        g_ptr_array_add (news, saying);
    }
  return news;
}

static void
add_sayings (StnCard *self, const StnCardState *state, StnSayingKind kind, guint mornings)
{
  g_autoptr (GPtrArray) news = list_news (state, kind);
  guint limit = portion (news->len, mornings, 1);

  for (guint i = 0; i < news->len && i < limit; i++)
    g_ptr_array_add (self->sayings, g_ptr_array_index (news, i));
}

/* All that has the words of one that is said counts as said. */
static void
remember_sayings (StnCard *self, const StnCardState *state)
{
  for (guint i = 0; i < state->sayings->len; i++) {
    const StnSaying *saying = &g_array_index (state->sayings, StnSaying, i);

    if (is_news (state, saying->id) && says_the_same (self->sayings, saying))
      g_ptr_array_add (self->ids, g_strdup (saying->id));
  }
}

static gboolean
make_guide (StnCard *self, const StnCardState *state)
{
  guint mornings = mornings_left (day_of (state));

  if (!state->is_last_recorded)
    return FALSE;
  add_known (self, state, mornings);
  for (guint kind = 0; kind < STN_SAYING_KINDS; kind++)
    add_sayings (self, state, (StnSayingKind) kind, mornings);
  remember_sayings (self, state);
  self->recorded = state->recorded;
  self->kind = self->ids->len > 0 ? STN_CARD_GUIDE : STN_CARD_NONE;
  return self->kind != STN_CARD_NONE;
}

static gboolean
make_week (StnCard *self, const StnCardState *state)
{
  guint day = day_of (state);

  if (!state->is_last_recorded || day < WEEK || day > WEEK_LAST ||
      state->week_recorded < WEEK_RECORDED_MIN || !is_news (state, "card.week"))
    return FALSE;
  self->kind = STN_CARD_WEEK;
  self->recorded = state->week_recorded;
  self->cramps = state->week_cramps;
  g_ptr_array_extend (self->known, state->week_known, NULL, NULL);
  g_ptr_array_add (self->ids, g_strdup ("card.week"));
  return TRUE;
}

static gboolean
make_fortnight (StnCard *self, const StnCardState *state)
{
  if (!state->is_last_recorded || day_of (state) < FORTNIGHT ||
      state->recorded < FORTNIGHT_RECORDED_MIN || !is_news (state, "card.fortnight"))
    return FALSE;
  self->kind = STN_CARD_FORTNIGHT;
  self->recorded = state->recorded;
  self->cramps = state->cramp_nights;
  self->picture = &state->picture;
  g_ptr_array_add (self->ids, g_strdup ("card.fortnight"));
  return TRUE;
}

/* Only what is published as clear reaches Today (analysis 1.2). */
static gboolean
is_clear (const StnFinding *finding)
{
  return finding->tier == STN_TIER_CONFIRMED &&
         (finding->verdict == STN_VERDICT_TRIGGER || finding->verdict == STN_VERDICT_PROTECTOR);
}

static StnDate
since_of (const StnFinding *finding)
{
  const StnPublished *last =
    finding->publication != NULL ? stn_publication_get_last (finding->publication) : NULL;

  return last != NULL ? last->since : STN_NO_DATE;
}

/* The newest clear pattern, of equals the first by name. */
static const StnFinding *
newest_clear (const StnAnalysis *analysis)
{
  const StnFinding *newest = NULL;

  for (guint i = 0; analysis != NULL && i < analysis->findings->len; i++) {
    const StnFinding *finding = g_ptr_array_index (analysis->findings, i);

    if (is_clear (finding) &&
        (newest == NULL || stn_date_compare (since_of (finding), since_of (newest)) > 0))
      newest = finding;
  }
  return newest;
}

static gboolean
make_finding (StnCard *self, const StnCardState *state, gboolean only_news)
{
  const StnFinding *finding = newest_clear (state->analysis);
  char date[STN_DATE_TEXT_SIZE];
  g_autofree char *id = NULL;

  if (finding == NULL)
    return FALSE;
  id =
    g_strdup_printf ("finding.%s.%s", finding->name, stn_date_to_text (since_of (finding), date));
  if (only_news && !is_news (state, id))
    return FALSE;
  self->kind = STN_CARD_FINDING;
  self->finding = finding;
  g_ptr_array_add (self->ids, g_steal_pointer (&id));
  return TRUE;
}

static char *
id_of_outlook (const StnCardState *state)
{
  return g_strdup_printf ("outlook.%u",
                          state->recorded - state->recorded % STN_CARD_NIGHTS_TO_COMPARE);
}

gboolean
stn_card_is_outlook_due (const StnCardState *state)
{
  g_return_val_if_fail (state != NULL, FALSE);
  g_autofree char *id = id_of_outlook (state);

  return state->recorded >= STN_CARD_NIGHTS_TO_COMPARE && is_news (state, id);
}

/* FALSE when nothing is still to come. */
static gboolean
look_out (const StnFinding *finding, const StnCardState *state, StnOutlook *ret_outlook)
{
  StnOutlook outlook = {.finding = finding};
  double more, days;

  outlook.is_comparison = finding->verdict == STN_VERDICT_NOT_ENOUGH_DATA;
  if (outlook.is_comparison && finding->nights_needed.known)
    outlook.nights = state->recorded + (guint) finding->nights_needed.value;
  else if (finding->verdict == STN_VERDICT_UNCLEAR && finding->nights_for_power.known)
    outlook.nights = (guint) finding->nights_for_power.value;
  if (outlook.nights <= state->recorded)
    return FALSE;
  more = outlook.nights - state->recorded;
  days = ceil (more * day_of (state) / state->recorded);
  if (days <= OUTLOOK_DAYS_MAX)
    outlook.by = stn_date_add_days (state->last_night, (int) days);
  *ret_outlook = outlook;
  return TRUE;
}

static int
by_nights (gconstpointer a, gconstpointer b)
{
  const StnOutlook *first = a, *second = b;

  if (first->nights != second->nights)
    return first->nights < second->nights ? -1 : 1;
  return g_strcmp0 (first->finding->name, second->finding->name);
}

static gboolean
make_outlook (StnCard *self, const StnCardState *state)
{
  if (state->analysis == NULL || !stn_card_is_outlook_due (state))
    return FALSE;
  for (guint i = 0; i < state->analysis->findings->len; i++) {
    StnOutlook outlook;

    if (look_out (g_ptr_array_index (state->analysis->findings, i), state, &outlook))
      g_array_append_val (self->outlooks, outlook);
  }
  self->finding = newest_clear (state->analysis);
  if (self->finding != NULL && self->outlooks->len == 0)
    return FALSE;
  g_array_sort (self->outlooks, by_nights);
  g_array_set_size (self->outlooks, MIN (self->outlooks->len, OUTLOOKS_MAX));
  self->kind = STN_CARD_OUTLOOK;
  self->recorded = state->recorded;
  self->cramps = state->cramp_nights;
  g_ptr_array_add (self->ids, id_of_outlook (state));
  return TRUE;
}

StnCard *
stn_card_decide (const StnCardState *state)
{
  g_return_val_if_fail (state != NULL, NULL);
  StnCard *self = card_new ();

  if (state->recorded == 0)
    return self;
  if (state->recorded < STN_CARD_NIGHTS_TO_COMPARE)
    (void) (make_fortnight (self, state) || make_week (self, state) || make_guide (self, state));
  else
    (void) (make_finding (self, state, TRUE) || make_outlook (self, state) ||
            make_guide (self, state) || make_finding (self, state, FALSE));
  return self;
}
