/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "schedule/stn-reminder-plan.h"

#include "base/stn-night-key.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Evenings in all zones, round changes of the clocks where there are any, with a computer that sleeps and is switched off, whose
 * clock is set and which travels. The plan drives a process as the real one is driven: it wakes when the timer that
 * it armed is over, when the clock is set, when the zone changes, when the computer wakes, and when it is started. An oracle
 * that knows no plan, and gets the clocks from the C library, says which reminders must have come, and when. */

#define DAY_S 86400
#define HOUR_S 3600
#define CATCH_UP_S (90 * 60)
#define MERGE_S (30 * 60)
#define SPAN_S (4 * DAY_S)
#define MAX_EVENTS 24
#define ZONES "/usr/share/zoneinfo"

static int n_evenings = 400;
static gint64 seed;

static const GOptionEntry options[] = {
  {"evenings", 0, 0, G_OPTION_ARG_INT, &n_evenings, "how many", "N"},
  {"random", 0, 0, G_OPTION_ARG_INT64, &seed, "seed of an earlier run", "SEED"},
  {NULL},
};

/* What the computer does from a moment on. */
typedef struct {
  gint64 at;     /* true time, UTC */
  gboolean runs; /* on, awake, with the process */
  gint64 skew;   /* how far its clock is from the truth */
  guint zone;
} Phase;

typedef struct {
  GPtrArray *zones;
  Phase phases[MAX_EVENTS + 1];
  guint n_phases;
  gint64 begin, end;
  StnReminder reminders[STN_N_REMINDERS];
  int day_change_min;
} Scene;

typedef struct {
  StnReminderKind kind;
  StnDate night;
  gint64 at; /* true time */
} Shown;

static struct {
  guint shown, caught_up, merged, at_changes;
} tally;

/* The C library's clocks */

static void
use_zone (Scene *scene, guint zone)
{
  static const char *used;
  const char *name = g_ptr_array_index (scene->zones, zone);

  if (used == name)
    return;
  used = name;
  setenv ("TZ", name, 1);
  tzset ();
}

static long
offset_at (gint64 utc)
{
  time_t t = (time_t) utc;
  struct tm tm;

  localtime_r (&t, &tm);
  return tm.tm_gmtoff;
}

/* The first second at which the clock shows @wall (seconds since 1970 as if the zone were UTC) or more. */
static gint64
first_reading (gint64 wall)
{
  gint64 t = wall - 27 * HOUR_S;

  while (t + 60 + offset_at (t + 60) < wall)
    t += 60;
  while (t + offset_at (t) < wall)
    t++;
  return t;
}

/* A change of the clocks, or just a time when none was found. */
static gint64
interesting_time (GRand *random, gboolean *ret_is_change)
{
  gint64 start = 0;

  *ret_is_change = FALSE;
  for (guint i = 0; i < 4; i++) {
    start = (gint64) g_rand_int_range (random, 0, 67 * 365) * DAY_S;
    for (gint64 day = start; day < start + 366 * DAY_S; day += DAY_S)
      if (offset_at (day) != offset_at (day + DAY_S)) {
        *ret_is_change = TRUE;
        return day;
      }
  }
  return start;
}

/* Scenes */

static void
add_phase (Scene *scene, Phase phase)
{
  if (scene->n_phases > MAX_EVENTS)
    return;
  scene->phases[scene->n_phases++] = phase;
}

static gint64
draw_skew (GRand *random)
{
  static const gint64 sizes[] = {90, 20 * 60, 3 * HOUR_S, 30 * HOUR_S, 8 * DAY_S, 366 * DAY_S};
  gint64 size = sizes[g_rand_int_range (random, 0, G_N_ELEMENTS (sizes))];

  return (gint64) (g_rand_double_range (random, -1, 1) * (double) size);
}

static Scene *
draw_scene (GRand *random, GPtrArray *zones)
{
  Scene *scene = g_new0 (Scene, 1);
  gboolean is_change;
  Phase phase = {0};
  gint64 t;

  scene->zones = zones;
  phase.zone = (guint) g_rand_int_range (random, 0, (int) zones->len);
  use_zone (scene, phase.zone);
  scene->begin = interesting_time (random, &is_change) - 2 * DAY_S;
  scene->end = scene->begin + SPAN_S;
  tally.at_changes += is_change ? 1 : 0;
  phase.at = scene->begin;
  phase.runs = TRUE;
  add_phase (scene, phase);
  for (t = scene->begin; t < scene->end && g_rand_int_range (random, 0, 8) != 0;) {
    t += (gint64) g_rand_double_range (random, 60, 20 * HOUR_S);
    phase.at = t;
    switch (g_rand_int_range (random, 0, 4)) {
    case 0:
      phase.skew = g_rand_boolean (random) ? 0 : draw_skew (random);
      break;
    case 1:
      phase.zone = (guint) g_rand_int_range (random, 0, (int) zones->len);
      break;
    default: /* asleep, off or ended; and back */
      phase.runs = !phase.runs;
      if (!phase.runs) {
        add_phase (scene, phase);
        t += (gint64) g_rand_double_range (random, 10, 4 * HOUR_S);
        phase.at = t;
        phase.runs = TRUE;
      }
    }
    add_phase (scene, phase);
  }
  scene->day_change_min = 60 * g_rand_int_range (random, 6, 19);
  for (guint i = 0; i < STN_N_REMINDERS; i++) {
    StnReminder *reminder = &scene->reminders[i];

    *reminder = stn_reminder_default ((StnReminderKind) i);
    reminder->is_on = g_rand_int_range (random, 0, 4) != 0;
    reminder->at_min = g_rand_boolean (random)
                         ? g_rand_int_range (random, 0, 24 * 60)
                         : (20 * 60 + g_rand_int_range (random, 0, 8 * 60)) % (24 * 60);
    reminder->days =
      g_rand_boolean (random) ? STN_REMINDER_EVERY_DAY : (guint) g_rand_int_range (random, 1, 128);
  }
  return scene;
}

/* What the process shows */

static gboolean
is_shown (GArray *shown, StnReminderKind kind, StnDate night)
{
  for (guint i = 0; i < shown->len; i++) {
    const Shown *one = &g_array_index (shown, Shown, i);

    if (one->kind == kind && one->night.julian == night.julian)
      return TRUE;
  }
  return FALSE;
}

/* Wakes up: shows what is due, as the real one: claimed, then shown. Returns when to wake by the clock, 0 for never. */
static gint64
wake (const Scene *scene,
      StnReminderState *state,
      GTimeZone *zone,
      gint64 truth,
      gint64 clock,
      GArray *shown)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (clock);
  g_autoptr (GDateTime) now = g_date_time_to_timezone (utc, zone);
  g_autoptr (GArray) plan = stn_reminder_plan_make (state, now);

  for (guint i = 0; i < plan->len; i++) {
    const StnReminderDue *due = &g_array_index (plan, StnReminderDue, i);

    if (due->at_s > clock)
      break;
    for (guint kind = 0; kind < STN_N_REMINDERS; kind++) {
      Shown one = {(StnReminderKind) kind, due->night, truth};
      StnReminderClaim *claim;

      if ((due->kinds & (1u << kind)) == 0)
        continue;
      claim = g_new0 (StnReminderClaim, 1);
      *claim = (StnReminderClaim){(StnReminderKind) kind, due->night, STN_CLAIM_SHOWN, 0, clock,
                                  g_strdup ("one")};
      g_ptr_array_add (state->claims, claim);
      g_array_append_val (shown, one);
    }
  }
  return stn_reminder_plan_next (plan, clock);
}

static GArray *
run_process (Scene *scene)
{
  g_autoptr (StnReminderState) state = stn_reminder_state_new ();
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (Shown));

  memcpy (state->reminders, scene->reminders, sizeof scene->reminders);
  state->day_change_min = scene->day_change_min;
  for (guint i = 0; i < scene->n_phases; i++) {
    const Phase *phase = &scene->phases[i];
    gint64 until = i + 1 < scene->n_phases ? scene->phases[i + 1].at : scene->end;
    g_autoptr (GTimeZone) zone =
      g_time_zone_new_identifier (g_ptr_array_index (scene->zones, phase->zone));

    g_assert_nonnull (zone);
    /* A phase begins with what wakes the process: the clock was set, the zone changed, it was started. */
    for (gint64 t = phase->at; phase->runs && t < until;) {
      gint64 next = wake (scene, state, zone, t, t + phase->skew, shown);

      if (next == 0)
        break;
      g_assert_cmpint (next, >, t + phase->skew);
      t = next - phase->skew;
    }
  }
  return shown;
}

/* What must have been shown */

typedef struct {
  Scene *scene;
  GArray *shown;
  GHashTable *moments; /* "zone kind night" -> when */
} Oracle;

/* By the clock of the zone in use. */
static gint64
moment_of (Oracle *self, guint zone, StnReminderKind kind, StnDate night)
{
  int at_min = self->scene->reminders[kind].at_min;
  gboolean is_next = kind == STN_REMINDER_MORNING || at_min < self->scene->day_change_min;
  g_autofree char *key = g_strdup_printf ("%u %d %u", zone, (int) kind, night.julian);
  gint64 *known = g_hash_table_lookup (self->moments, key);

  if (known == NULL) {
    gint64 days = (gint64) night.julian - stn_date_new (1970, 1, 1).julian + (is_next ? 1 : 0);

    known = g_new (gint64, 1);
    *known = first_reading (days * DAY_S + at_min * 60);
    g_hash_table_insert (self->moments, g_steal_pointer (&key), known);
  }
  return *known;
}

static gboolean
is_wanted (const Oracle *self, StnReminderKind kind, StnDate night)
{
  const StnReminder *reminder = &self->scene->reminders[kind];

  return reminder->is_on && (reminder->days >> (stn_date_weekday (night) - 1) & 1) != 0 &&
         !is_shown (self->shown, kind, night);
}

/* When, by the clock in use, it is due; the earlier of two that are one. */
static gint64
due_at (Oracle *self, guint zone, StnReminderKind kind, StnDate night)
{
  StnReminderKind other =
    kind == STN_REMINDER_STRETCH ? STN_REMINDER_EVENING : STN_REMINDER_STRETCH;
  gint64 at = moment_of (self, zone, kind, night);
  gint64 of_other;

  if (kind == STN_REMINDER_MORNING || !is_wanted (self, other, night))
    return at;
  of_other = moment_of (self, zone, other, night);
  return ABS (at - of_other) <= MERGE_S ? MIN (at, of_other) : at;
}

/* The earliest that comes at @clock or later, before @until. */
static gboolean
find_first (Oracle *self, guint zone, gint64 clock, gint64 until, Shown *ret_first)
{
  gint64 best = until;

  for (gint64 day = clock / DAY_S - 3; day <= until / DAY_S + 2; day++) {
    StnDate night = stn_date_add_days (stn_date_new (1970, 1, 1), (int) day);

    for (guint i = 0; i < STN_N_REMINDERS; i++) {
      StnReminderKind kind = (StnReminderKind) i;
      gint64 at;

      if (!is_wanted (self, kind, night))
        continue;
      at = due_at (self, zone, kind, night);
      if (clock < at + CATCH_UP_S && MAX (at, clock) < best) {
        best = MAX (at, clock);
        *ret_first = (Shown){kind, night, best};
      }
    }
  }
  return best < until;
}

static void
note (Oracle *self, guint zone, Shown first, gint64 skew)
{
  gint64 clock = first.at;
  gint64 due = due_at (self, zone, first.kind, first.night);
  StnReminderKind other =
    first.kind == STN_REMINDER_STRETCH ? STN_REMINDER_EVENING : STN_REMINDER_STRETCH;
  gboolean is_both = first.kind != STN_REMINDER_MORNING && is_wanted (self, other, first.night) &&
                     due_at (self, zone, other, first.night) == due;

  first.at = clock - skew;
  g_array_append_val (self->shown, first);
  tally.shown++;
  tally.caught_up += clock > due ? 1 : 0;
  if (is_both) {
    first.kind = other;
    g_array_append_val (self->shown, first);
    tally.shown++;
    tally.merged++;
  }
}

static GArray *
ask_oracle (Scene *scene)
{
  g_autoptr (GHashTable) moments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Oracle oracle = {scene, g_array_new (FALSE, FALSE, sizeof (Shown)), moments};

  for (guint i = 0; i < scene->n_phases; i++) {
    const Phase *phase = &scene->phases[i];
    gint64 until = i + 1 < scene->n_phases ? scene->phases[i + 1].at : scene->end;
    Shown first;

    if (!phase->runs || until <= phase->at)
      continue;
    use_zone (scene, phase->zone);
    while (find_first (&oracle, phase->zone, phase->at + phase->skew, until + phase->skew, &first))
      note (&oracle, phase->zone, first, phase->skew);
  }
  return oracle.shown;
}

/* Both */

static int
by_what (gconstpointer a, gconstpointer b)
{
  const Shown *first = a, *second = b;

  if (first->night.julian != second->night.julian)
    return first->night.julian < second->night.julian ? -1 : 1;
  if (first->kind != second->kind)
    return (int) first->kind - (int) second->kind;
  return first->at < second->at ? -1 : first->at > second->at;
}

static char *
to_text (GArray *shown)
{
  GString *text = g_string_new (NULL);

  g_array_sort (shown, by_what);
  for (guint i = 0; i < shown->len; i++) {
    const Shown *one = &g_array_index (shown, Shown, i);
    char night[STN_DATE_TEXT_SIZE];

    g_string_append_printf (text, "%s %s at %" G_GINT64_FORMAT "\n",
                            stn_date_to_text (one->night, night),
                            stn_reminder_kind_to_token (one->kind), one->at);
  }
  return g_string_free (text, FALSE);
}

static GPtrArray *
read_zones (void)
{
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *zones = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (g_file_get_contents (ZONES "/tzdata.zi", &table, NULL, NULL));
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
    guint n = g_strv_length (words);

    if (n > 2 && (strcmp (words[0], "Z") == 0 || strcmp (words[0], "L") == 0)) {
      const char *name = strcmp (words[0], "Z") == 0 ? words[1] : words[2];
      g_autofree char *path = g_build_filename (ZONES, name, NULL);

      /* The table has old names that some systems keep in a package of their own. */
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        g_ptr_array_add (zones, g_strdup (name));
    }
  }
  g_assert_cmpuint (zones->len, >, 400);
  return zones;
}

static void
test_evenings (void)
{
  g_autoptr (GPtrArray) zones = read_zones ();
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) seed);
  guint nights = 0, scenes = 0;

  while (nights < (guint) n_evenings) {
    g_autofree Scene *scene = draw_scene (random, zones);
    g_autoptr (GArray) expected = ask_oracle (scene);
    g_autoptr (GArray) shown = run_process (scene);
    g_autofree char *expected_text = to_text (expected);
    g_autofree char *shown_text = to_text (shown);

    if (strcmp (expected_text, shown_text) != 0)
      g_error ("scene %u of seed %" G_GINT64_FORMAT ", %s, %u phases: expected\n%snot\n%s", scenes,
               seed, (char *) g_ptr_array_index (zones, scene->phases[0].zone), scene->n_phases,
               expected_text, shown_text);
    for (guint i = 1; i < shown->len; i++) /* sorted */
      g_assert_false (g_array_index (shown, Shown, i).kind ==
                        g_array_index (shown, Shown, i - 1).kind &&
                      g_array_index (shown, Shown, i).night.julian ==
                        g_array_index (shown, Shown, i - 1).night.julian);
    nights += SPAN_S / DAY_S;
    scenes++;
  }
  g_test_message ("seed %" G_GINT64_FORMAT ": %u evenings in %u scenes of %u zones, %u at a change "
                  "of the clocks; %u reminders, %u of them late by the rule, %u with another: 0 "
                  "lost, 0 doubled",
                  seed, nights, scenes, zones->len, tally.at_changes, tally.shown, tally.caught_up,
                  tally.merged);
  /* The scenes have in them what they are for. */
  g_assert_cmpuint (tally.at_changes, >, scenes / 4);
  g_assert_cmpuint (tally.caught_up, >, 0);
  g_assert_cmpuint (tally.merged, >, 0);
  g_assert_cmpuint (tally.shown, >, nights / 2);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_test_init (&argc, &argv, NULL);
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL))
    return 2;
  if (seed == 0)
    seed = (guint32) g_test_rand_int ();
  g_test_add_func ("/schedule/evenings/none-lost-none-doubled", test_evenings);
  return g_test_run ();
}
