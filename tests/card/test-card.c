/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "card/stn-card.h"

#include "analysis/stn-publication.h"

/* A diary's state, and what was shown in it. */
typedef struct {
  StnCardState state;
} Fixture;

static StnDate
night (int day)
{
  return stn_date_add_days (stn_date_new (2026, 11, 1), day - 1);
}

static void
add_known (GPtrArray *known, const char *slug)
{
  const StnTrigger *trigger = stn_knowledge_get_trigger (stn_knowledge_get (), slug);
  StnKnownTrigger entry = {.slug = trigger->slug, .trigger = trigger, .days_present = 1};

  g_ptr_array_add (known, stn_known_trigger_copy (&entry));
}

static void
add_saying (Fixture *self, StnSayingKind kind, const char *id, const char *text)
{
  StnSaying saying = {.kind = kind, .id = id, .text = text};

  g_array_append_val (self->state.sayings, saying);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  StnCardState *state = &self->state;

  state->known = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_known_trigger_free);
  state->week_known = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_known_trigger_free);
  state->sayings = g_array_new (FALSE, FALSE, sizeof (StnSaying));
  state->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  state->first_night = night (1);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->state.known);
  g_ptr_array_unref (self->state.week_known);
  g_array_unref (self->state.sayings);
  g_hash_table_unref (self->state.shown);
}

/* The morning after the day-th night, of which @recorded have an outcome, the last one too. */
static void
go_to (Fixture *self, int day, guint recorded)
{
  self->state.last_night = night (day);
  self->state.is_last_recorded = TRUE;
  self->state.recorded = recorded;
  self->state.week_recorded = MIN (recorded, 7);
}

static StnCard *
decide (Fixture *self)
{
  return stn_card_decide (&self->state);
}

static void
remember (Fixture *self, const StnCard *card)
{
  for (guint i = 0; i < card->ids->len; i++) {
    const char *id = g_ptr_array_index (card->ids, i);

    if (!g_hash_table_contains (self->state.shown, id))
      g_hash_table_insert (self->state.shown, g_strdup (id),
                           g_memdup2 (&self->state.last_night, sizeof (StnDate)));
  }
}

/* Shows the card of this morning; returns its kind. */
static StnCardKind
show (Fixture *self)
{
  g_autoptr (StnCard) card = decide (self);

  remember (self, card);
  return card->kind;
}

static void
add_guide (Fixture *self, guint tonight, guint by_day, guint reliefs)
{
  const guint counts[] = {tonight, by_day, reliefs};

  for (guint kind = 0; kind < STN_SAYING_KINDS; kind++)
    for (guint i = 0; i < counts[kind]; i++) {
      g_autofree char *id = g_strdup_printf ("%u.%u", kind, i);
      g_autofree char *text = g_strdup_printf ("Text %u of %u.", i, kind);

      add_saying (self, (StnSayingKind) kind, g_intern_string (id), g_intern_string (text));
    }
}

static void
test_nothing_to_say (Fixture *self, gconstpointer data)
{
  /* Nothing recorded. */
  self->state.first_night = STN_NO_DATE;
  self->state.last_night = night (1);
  add_guide (self, 2, 2, 2);
  g_assert_cmpint (show (self), ==, STN_CARD_NONE);
  /* Recorded before, not last night. */
  self->state.first_night = night (1);
  go_to (self, 2, 1);
  self->state.is_last_recorded = FALSE;
  g_assert_cmpint (show (self), ==, STN_CARD_NONE);
}

static void
test_first_morning (Fixture *self, gconstpointer data)
{
  g_autoptr (StnCard) card = NULL;
  g_autoptr (StnCard) again = NULL;

  add_known (self->state.known, "fluids");
  add_known (self->state.known, "alcohol");
  add_guide (self, 11, 8, 12);
  go_to (self, 1, 1);
  card = decide (self);
  g_assert_cmpint (card->kind, ==, STN_CARD_GUIDE);
  g_assert_cmpuint (card->known->len, ==, 2);
  /* One thing to try tonight, one for the day, one for when a cramp comes. */
  g_assert_cmpuint (card->sayings->len, ==, 3);
  g_assert_cmpuint (card->ids->len, ==, 5);
  /* Whoever looks again sees the same; what was entered meanwhile comes beside it. */
  remember (self, card);
  again = decide (self);
  g_assert_cmpuint (again->ids->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpstr (card->ids->pdata[i], ==, again->ids->pdata[i]);
  add_known (self->state.known, "sitting");
  g_clear_pointer (&again, stn_card_free);
  again = decide (self);
  g_assert_cmpuint (again->known->len, ==, 3);
}

static void
test_weeks (Fixture *self, gconstpointer data)
{
  static const struct {
    int day;
    guint recorded;
    StnCardKind kind;
  } rows[] = {
    {6, 6, STN_CARD_GUIDE},   {7, 6, STN_CARD_WEEK},        {8, 7, STN_CARD_GUIDE},
    {13, 12, STN_CARD_GUIDE}, {14, 13, STN_CARD_FORTNIGHT}, {15, 14, STN_CARD_NONE},
  };

  add_guide (self, 20, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    go_to (self, rows[i].day, rows[i].recorded);
    g_assert_cmpint (show (self), ==, rows[i].kind);
    g_assert_cmpint (show (self), ==, rows[i].kind);
  }
}

/* The week's card waits for the next morning on which the diary is used; too little is no week. */
static void
test_late_and_sparse (Fixture *self, gconstpointer data)
{
  go_to (self, 7, 2);
  g_assert_cmpint (show (self), ==, STN_CARD_NONE);
  go_to (self, 9, 6);
  g_assert_cmpint (show (self), ==, STN_CARD_WEEK);
  go_to (self, 14, 9);
  g_assert_cmpint (show (self), ==, STN_CARD_NONE);
  go_to (self, 16, 10);
  g_assert_cmpint (show (self), ==, STN_CARD_FORTNIGHT);
  go_to (self, 17, 11);
  g_assert_cmpint (show (self), ==, STN_CARD_NONE);
}

/* Whatever there is to say, and from whichever morning of the fortnight on: by the 14th all of it was said. */
static void
test_all_within_a_fortnight (Fixture *self, gconstpointer data)
{
  const char *const slugs[] = {"fluids",  "alcohol", "sitting", "exertion", "activity", "stress",
                               "smoking", "heat",    "illness", "standing", "caffeine", "stretch"};

  for (guint i = 0; i < G_N_ELEMENTS (slugs); i++)
    add_known (self->state.known, slugs[i]);
  add_guide (self, 11, 8, 12);
  for (int first = 1; first <= 13; first++) {
    guint most = 0;

    g_hash_table_remove_all (self->state.shown);
    for (int day = first; day <= 14; day++) {
      g_autoptr (StnCard) card = NULL;

      go_to (self, day, (guint) day);
      card = decide (self);
      remember (self, card);
      most = MAX (most, card->ids->len);
      g_assert_true (card->kind != STN_CARD_NONE);
      g_assert_true ((card->kind == STN_CARD_FORTNIGHT) == (day == 14));
    }
    g_assert_cmpuint (g_hash_table_size (self->state.shown), >=, 12 + 31 + 1);
    /* From the first morning on it is little at a time. */
    g_assert_true (first > 1 || most <= 6);
  }
}

/* The same words for several things are said once. */
static void
test_same_words_once (Fixture *self, gconstpointer data)
{
  g_autoptr (StnCard) card = NULL;

  add_saying (self, STN_SAYING_RELIEF, "ice", "Leave out ice and heat.");
  add_saying (self, STN_SAYING_RELIEF, "bath", "Leave out ice and heat.");
  add_saying (self, STN_SAYING_RELIEF, "walk", "Walk.");
  go_to (self, 13, 13);
  card = decide (self);
  g_assert_cmpuint (card->sayings->len, ==, 2);
  g_assert_cmpuint (card->ids->len, ==, 3);
  remember (self, card);
  go_to (self, 15, 9);
  g_assert_cmpint (show (self), ==, STN_CARD_NONE);
}

static StnAnalysis *
analysis_new (guint nights)
{
  StnAnalysis *self = g_new0 (StnAnalysis, 1);

  self->nights = nights;
  self->findings = g_ptr_array_new ();
  return self;
}

static StnFinding *
add_finding (StnAnalysis *analysis, const char *name, StnVerdict verdict, StnTier tier, int nights)
{
  StnFinding *finding = g_new0 (StnFinding, 1);

  finding->name = (char *) name;
  finding->verdict = verdict;
  finding->tier = tier;
  finding->nights_for_power = STN_KNOWN_INT (nights);
  finding->nights_needed = STN_KNOWN_INT (nights);
  g_ptr_array_add (analysis->findings, finding);
  return finding;
}

static void
publish (StnFinding *finding, int day)
{
  StnPublished published = {night (day), TRUE, finding->verdict, finding->tier};

  finding->publication = g_new0 (StnPublication, 1);
  finding->publication->history = g_array_new (FALSE, FALSE, sizeof published);
  g_array_append_val (finding->publication->history, published);
}

static void
analysis_clear (StnAnalysis *self)
{
  for (guint i = 0; i < self->findings->len; i++) {
    StnFinding *finding = self->findings->pdata[i];

    if (finding->publication != NULL)
      g_array_unref (finding->publication->history);
    g_free (finding->publication);
    g_free (finding);
  }
  g_ptr_array_unref (self->findings);
  g_free (self);
}

/* Before 30 recorded nights nothing that the analysis says reaches a card. */
static void
test_no_finding_before_30 (Fixture *self, gconstpointer data)
{
  StnAnalysis *analysis = analysis_new (29);

  publish (add_finding (analysis, "fluids", STN_VERDICT_TRIGGER, STN_TIER_CONFIRMED, 0), 20);
  self->state.analysis = analysis;
  go_to (self, 40, 29);
  g_assert_cmpint (show (self), ==, STN_CARD_FORTNIGHT);
  go_to (self, 41, 29);
  g_assert_cmpint (show (self), ==, STN_CARD_NONE);
  g_assert_false (stn_card_is_outlook_due (&self->state));
  analysis_clear (analysis);
}

static void
test_outlook (Fixture *self, gconstpointer data)
{
  StnAnalysis *analysis = analysis_new (30);
  g_autoptr (StnCard) card = NULL;

  add_finding (analysis, "alcohol", STN_VERDICT_UNCLEAR, STN_TIER_NONE, 240);
  add_finding (analysis, "caffeine", STN_VERDICT_UNCLEAR, STN_TIER_NONE, 120);
  add_finding (analysis, "fluids", STN_VERDICT_NOT_ENOUGH_DATA, STN_TIER_NONE, 15);
  add_finding (analysis, "heat", STN_VERDICT_UNCLEAR, STN_TIER_NONE, 25);
  add_finding (analysis, "stress", STN_VERDICT_UNCLEAR, STN_TIER_NONE, 5000);
  add_finding (analysis, "stretch", STN_VERDICT_NO_CONTRAST, STN_TIER_NONE, 50);
  self->state.analysis = analysis;
  go_to (self, 40, 30); /* three of four nights are recorded */
  g_assert_true (stn_card_is_outlook_due (&self->state));
  card = decide (self);
  g_assert_cmpint (card->kind, ==, STN_CARD_OUTLOOK);
  g_assert_cmpuint (card->outlooks->len, ==, 3);
  const StnOutlook *outlook = &g_array_index (card->outlooks, StnOutlook, 0);
  g_assert_cmpstr (outlook[0].finding->name, ==, "fluids");
  g_assert_cmpuint (outlook[0].nights, ==, 45);
  g_assert_cmpint (stn_date_compare (outlook[0].by, night (60)), ==, 0);
  g_assert_cmpstr (outlook[1].finding->name, ==, "caffeine");
  g_assert_cmpint (stn_date_compare (outlook[1].by, night (160)), ==, 0);
  g_assert_cmpstr (outlook[2].finding->name, ==, "alcohol");
  remember (self, card);
  /* Said again when another 30 nights are recorded, not before. */
  go_to (self, 41, 31);
  g_assert_cmpint (show (self), ==, STN_CARD_NONE);
  go_to (self, 80, 60);
  g_assert_cmpint (show (self), ==, STN_CARD_OUTLOOK);
  analysis_clear (analysis);
}

/* A pattern that became clear is news at once; then the rest has its turn; and it stays to be seen. */
static void
test_findings (Fixture *self, gconstpointer data)
{
  StnAnalysis *analysis = analysis_new (200);
  g_autoptr (StnCard) card = NULL;

  add_guide (self, 1, 0, 0);
  publish (add_finding (analysis, "alcohol", STN_VERDICT_TRIGGER, STN_TIER_LIKELY, 0), 180);
  publish (add_finding (analysis, "fluids", STN_VERDICT_PROTECTOR, STN_TIER_CONFIRMED, 0), 100);
  publish (add_finding (analysis, "stretch", STN_VERDICT_PROTECTOR, STN_TIER_CONFIRMED, 0), 150);
  self->state.analysis = analysis;
  go_to (self, 210, 200);
  self->state.is_last_recorded = FALSE;
  card = decide (self);
  g_assert_cmpint (card->kind, ==, STN_CARD_FINDING);
  g_assert_cmpstr (card->finding->name, ==, "stretch");
  remember (self, card);
  /* What can be seen of the others is news once, and does not say that nothing is clear. */
  add_finding (analysis, "caffeine", STN_VERDICT_UNCLEAR, STN_TIER_NONE, 400);
  go_to (self, 211, 201);
  g_clear_pointer (&card, stn_card_free);
  card = decide (self);
  g_assert_cmpint (card->kind, ==, STN_CARD_OUTLOOK);
  g_assert_cmpstr (card->finding->name, ==, "stretch");
  remember (self, card);
  go_to (self, 212, 202);
  g_assert_cmpint (show (self), ==, STN_CARD_GUIDE);
  go_to (self, 213, 203);
  g_assert_cmpint (show (self), ==, STN_CARD_FINDING);
  analysis_clear (analysis);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/card/card/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("nothing-to-say", test_nothing_to_say);
  ADD ("first-morning", test_first_morning);
  ADD ("weeks", test_weeks);
  ADD ("late-and-sparse", test_late_and_sparse);
  ADD ("all-within-a-fortnight", test_all_within_a_fortnight);
  ADD ("same-words-once", test_same_words_once);
  ADD ("no-finding-before-30", test_no_finding_before_30);
  ADD ("outlook", test_outlook);
  ADD ("findings", test_findings);
  return g_test_run ();
}
