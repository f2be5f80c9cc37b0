/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "flag-scene.h"

#include "knowledge/stn-knowledge.h"

#include <stdlib.h>
#include <string.h>

#define TODAY stn_date_new (2026, 11, 22)

static StnDate
day_of (const char *text)
{
  return stn_date_add_days (TODAY, atoi (text));
}

/* One line of a scene and where it is being read. */
typedef struct {
  Scene *scene;
  char **words;
  StnDate day;
} Line;

static const char *
value_of (const Line *line, const char *name)
{
  g_autofree char *start = g_strconcat (name, "=", NULL);

  for (char **word = line->words; *word != NULL; word++)
    if (g_str_has_prefix (*word, start))
      return *word + strlen (start);
  return NULL;
}

static StnOptInt
number_of (const Line *line, const char *name, int factor)
{
  const char *text = value_of (line, name);

  return text != NULL ? STN_KNOWN_INT ((int) (atof (text) * factor)) : STN_UNKNOWN_INT;
}

static StnAnswer
answer_of (const Line *line, const char *name)
{
  StnAnswer answer = STN_ANSWER_UNKNOWN;
  const char *text = value_of (line, name);

  g_assert_true (text == NULL || stn_answer_parse (text, &answer, NULL));
  return answer;
}

static StnNight *
night_of (const Line *line)
{
  GPtrArray *nights = line->scene->records->nights;
  guint place = 0;

  for (; place < nights->len; place++) {
    StnNight *night = g_ptr_array_index (nights, place);
    int order = stn_date_compare (night->key, line->day);

    if (order == 0)
      return night;
    if (order > 0)
      break;
  }
  g_ptr_array_insert (nights, (int) place, stn_night_new (line->day));
  return g_ptr_array_index (nights, place);
}

static void
add_cramp (const Line *line)
{
  StnEpisode *episode = stn_episode_new ();
  const char *side = value_of (line, "side"), *site = value_of (line, "site");
  StnOptInt sore = number_of (line, "sore", 1);

  episode->severity = number_of (line, "sev", 1);
  episode->duration_s = number_of (line, "min", 60);
  episode->eased = answer_of (line, "eased");
  episode->ongoing = answer_of (line, "ongoing");
  episode->woke = answer_of (line, "woke");
  episode->by_day = answer_of (line, "byday");
  episode->arms_or_hands = answer_of (line, "arms");
  g_assert_true (side == NULL || stn_side_parse (side, &episode->side, NULL));
  g_assert_true (site == NULL || stn_site_parse (site, &episode->site, NULL));
  if (sore.known)
    episode->soreness_h = STN_KNOWN_REAL (sore.value);
  if (value_of (line, "relief") != NULL)
    episode->relief = g_strsplit (value_of (line, "relief"), ",", -1);
  episode->id.source = g_strdup (value_of (line, "source"));
  g_ptr_array_add (night_of (line)->episodes, episode);
}

static void
add_quiet (const Line *line)
{
  StnNight *night = night_of (line);

  night->no_cramps = TRUE;
  night->id.source = g_strdup (value_of (line, "source"));
}

static void
add_tired (const Line *line)
{
  night_of (line)->sleep.tired = STN_KNOWN_INT (atoi (line->words[2]));
}

static void
add_factor (const Line *line)
{
  StnFactorValue *value =
    stn_factor_value_new (line->words[2], atof (line->words[3]), STN_ENTERED_EVENING);

  value->id = g_new0 (StnIdentity, 1);
  value->id->source = g_strdup (value_of (line, "source"));
  stn_night_take_value (night_of (line), value);
}

static void
add_sign (const Line *line)
{
  g_auto (GStrv) parts = g_strsplit (line->words[2], "=", 2);
  StnAnswer answer;
  StnSign *sign;

  g_assert_true (stn_answer_parse (parts[1], &answer, NULL));
  sign = stn_sign_new (line->day, parts[0], answer);
  sign->id.rev = g_strdup (value_of (line, "rev"));
  g_ptr_array_add (line->scene->records->signs, sign);
}

static void
add_medicine (const Line *line)
{
  StnFlagMedicine *medicine = stn_flag_medicine_new (line->words[1]);
  const char *start = value_of (line, "start"), *stop = value_of (line, "stop");
  const char *raised = value_of (line, "raised");

  g_strfreev (medicine->classes);
  medicine->classes = g_strsplit (line->words[1], ",", -1);
  medicine->is_linked = g_strv_contains ((const char *const *) line->words, "linked");
  if (start != NULL) {
    medicine->start = day_of (start);
    g_array_append_val (medicine->raises, medicine->start);
  }
  if (stop != NULL)
    medicine->stop = day_of (stop);
  if (raised != NULL) {
    StnDate day = day_of (raised);

    g_array_append_val (medicine->raises, day);
  }
  g_ptr_array_add (line->scene->records->medicines, medicine);
}

static void
add_condition (const Line *line)
{
  StnFlagRecords *records = line->scene->records;
  g_autofree char *all = g_strjoinv (" ", records->conditions);
  g_autofree char *longer = g_strjoin (*all != '\0' ? " " : "", all, line->words[1], NULL);

  g_strfreev (records->conditions);
  records->conditions = g_strsplit (longer, " ", -1);
}

static void
add_pregnant (const Line *line)
{
  g_assert_true (stn_answer_parse (line->words[1], &line->scene->records->pregnant, NULL));
}

static void
add_pregnant_until (const Line *line)
{
  line->scene->records->pregnant_until = day_of (line->words[1]);
}

static void
add_born (const Line *line)
{
  line->scene->records->birth_year = STN_KNOWN_INT (atoi (line->words[1]));
}

static void
add_visit (const Line *line)
{
  StnDate day = day_of (line->words[1]);

  g_array_append_val (line->scene->records->visits, day);
}

static void
set_emergency_number (const Line *line)
{
  line->scene->records->emergency_number = g_strdup (line->words[1]);
}

static GDateTime *
time_on (StnDate day, int hour, int minute)
{
  int year, month, day_of_month;

  stn_date_split (day, &year, &month, &day_of_month);
  return g_date_time_new_utc (year, month, day_of_month, hour, minute, 0);
}

static void
set_now (const Line *line)
{
  g_auto (GStrv) parts = g_strsplit (line->words[1], ":", 2);

  g_date_time_unref (line->scene->now);
  line->scene->now = time_on (TODAY, atoi (parts[0]), atoi (parts[1]));
}

static void
add_note (const Line *line)
{
  StnDate day = day_of (line->words[2]);
  StnFlagNote *note = stn_flag_note_new (line->words[1], day, line->words[3]);
  g_autoptr (GDateTime) raised = time_on (day, 13, 0);

  note->raised = stn_stamp_of (raised);
  note->id.rev = g_strdup (value_of (line, "rev"));
  if (line->words[4] != NULL) {
    g_assert_true (stn_flag_reply_parse (line->words[4], &note->reply, NULL));
    note->answered = note->raised;
  }
  if (line->words[4] != NULL && g_strcmp0 (line->words[5], "only-answered") == 0)
    note->raised = STN_NO_STAMP;
  g_ptr_array_add (line->scene->records->notes, note);
}

/* Calls @add for each day of "FIRST..LAST/STEP". */
static void
each_day (Line *line, void (*add) (const Line *line))
{
  const char *days = line->words[1];
  const char *dots = strstr (days, ".."), *slash = strchr (days, '/');
  int first = atoi (days), last = dots != NULL ? atoi (dots + 2) : first;
  int step = slash != NULL ? atoi (slash + 1) : 1;

  for (int day = first; day <= last; day += step) {
    line->day = stn_date_add_days (TODAY, day);
    add (line);
  }
}

static void
read_line (Line *line)
{
  static const struct {
    const char *word;
    void (*add) (const Line *line);
    gboolean days;
  } lines[] = {
    {"cramp", add_cramp, TRUE},
    {"quiet", add_quiet, TRUE},
    {"tired", add_tired, TRUE},
    {"factor", add_factor, TRUE},
    {"sign", add_sign, TRUE},
    {"medicine", add_medicine, FALSE},
    {"condition", add_condition, FALSE},
    {"pregnant", add_pregnant, FALSE},
    {"pregnant-until", add_pregnant_until, FALSE},
    {"born", add_born, FALSE},
    {"visit", add_visit, FALSE},
    {"now", set_now, FALSE},
    {"emergency-number", set_emergency_number, FALSE},
    {"note", add_note, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (g_str_equal (lines[i].word, line->words[0])) {
      if (lines[i].days)
        each_day (line, lines[i].add);
      else
        lines[i].add (line);
      return;
    }
  g_error ("a scene has no '%s'", line->words[0]);
}

Scene *
scene_new (const char *text)
{
  Scene *self = g_new0 (Scene, 1);
  g_auto (GStrv) lines = g_strsplit (text, ";", -1);

  self->records = stn_flag_records_new ();
  self->now = time_on (TODAY, 8, 0);
  for (char **line = lines; *line != NULL; line++) {
    g_auto (GStrv) words = g_strsplit (g_strstrip (*line), " ", -1);
    Line one = {.scene = self, .words = words};

    if (**line != '\0')
      read_line (&one);
  }
  return self;
}

void
scene_free (Scene *self)
{
  g_date_time_unref (self->now);
  stn_flag_records_free (self->records);
  g_free (self);
}

char *
scene_say (const Scene *self)
{
  g_autoptr (StnFlags) flags = stn_flags_find (stn_knowledge_get (), self->records, self->now);
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < flags->flags->len; i++) {
    const StnFlag *flag = g_ptr_array_index (flags->flags, i);

    g_assert_cmpuint (flag->matched->len, >, 0);
    if (flag->put_away)
      continue;
    g_string_append_printf (said, "%s%s=%s%s", said->len > 0 ? " " : "", flag->rule->id,
                            stn_flag_tier_to_token (flag->which->tier), flag->past ? ",past" : "");
  }
  for (guint i = 0; i < flags->questions->len; i++) {
    const StnFlagQuestion *question = g_ptr_array_index (flags->questions, i);

    g_string_append_printf (said, "%s?%s", said->len > 0 ? " " : "", question->rule->id);
  }
  return g_string_free (said, FALSE);
}
