/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-publication.h"

#include <string.h>

/* One letter an opinion; capitals are triggers. '.': nothing is published. Of a verdict and tier the first letter stands for all. */
static const struct {
  char letter;
  StnVerdict verdict;
  StnTier tier;
  const char *names;
  double chance;
} opinions[] = {
  {'n', STN_VERDICT_NOT_ENOUGH_DATA, STN_TIER_NONE, "", 1},
  {'x', STN_VERDICT_NO_CONTRAST, STN_TIER_NONE, "", 1},
  {'u', STN_VERDICT_UNCLEAR, STN_TIER_NONE, "", 1},
  {'w', STN_VERDICT_UNCLEAR, STN_TIER_POSSIBLE, "", 1},
  {'h', STN_VERDICT_UNCLEAR, STN_TIER_POSSIBLE, "heat", 1},
  {'b', STN_VERDICT_UNCLEAR, STN_TIER_POSSIBLE, "sweat heat", 1},
  {'k', STN_VERDICT_UNLIKELY, STN_TIER_NONE, "", 1},
  {'K', STN_VERDICT_UNLIKELY, STN_TIER_POSSIBLE, "", 1},
  {'L', STN_VERDICT_TRIGGER, STN_TIER_LIKELY, "", .06},
  {'C', STN_VERDICT_TRIGGER, STN_TIER_CONFIRMED, "", .01},
  {'l', STN_VERDICT_PROTECTOR, STN_TIER_LIKELY, "", .06},
  {'c', STN_VERDICT_PROTECTOR, STN_TIER_CONFIRMED, "", .02},
  {'S', STN_VERDICT_TRIGGER, STN_TIER_LIKELY, "", .05},
  {'M', STN_VERDICT_TRIGGER, STN_TIER_LIKELY, "", .16},
  {'F', STN_VERDICT_TRIGGER, STN_TIER_LIKELY, "", .17},
};

static StnDate
refresh (guint i)
{
  return stn_date_add_days (stn_date_new (2026, 1, 7), (int) (7 * i));
}

static StnPublication *
publish (const char *said)
{
  guint n = (guint) strlen (said);
  g_autofree StnOpinion *list = g_new0 (StnOpinion, n + 1);
  g_autofree StnDate *dates = g_new0 (StnDate, n + 1);
  StnPublication *publication;

  for (guint i = 0; i < n; i++) {
    guint j = 0;

    while (opinions[j].letter != said[i])
      j++;
    list[i].verdict = opinions[j].verdict;
    list[i].tier = opinions[j].tier;
    list[i].chance = opinions[j].chance;
    if (*opinions[j].names != '\0')
      list[i].entangled_with = g_strsplit (opinions[j].names, " ", -1);
    dates[i] = refresh (i);
  }
  publication = stn_publication_new (list, dates, n);
  for (guint i = 0; i < n; i++)
    g_strfreev (list[i].entangled_with);
  return publication;
}

static char
letter_of (const StnPublished *published)
{
  if (published == NULL || !published->known)
    return '.';
  for (guint j = 0; j < G_N_ELEMENTS (opinions); j++)
    if (opinions[j].verdict == published->verdict && opinions[j].tier == published->tier)
      return opinions[j].letter;
  g_assert_not_reached ();
}

/* What the history says was published at each of @n refreshes. */
static char *
told_by_history (const StnPublication *publication, guint n)
{
  GString *told = g_string_new (NULL);
  guint next = 0;
  char now = '.';

  for (guint i = 0; i < n; i++) {
    if (next < publication->history->len) {
      const StnPublished *change = &g_array_index (publication->history, StnPublished, next);

      if (stn_date_compare (change->since, refresh (i)) == 0) {
        g_assert_cmpint (letter_of (change), !=, now);
        now = letter_of (change);
        next++;
      }
    }
    g_string_append_c (told, now);
  }
  g_assert_cmpuint (next, ==, publication->history->len);
  return g_string_free (told, FALSE);
}

static void
test_three_in_a_row (void)
{
  static const struct {
    const char *said, *published;
  } cases[] = {
    {"", ""},
    {"L", "."},
    {"LL", ".."},
    {"LLL", "..L"},
    {"CCC", "..C"},
    {"lll", "..l"},
    {"uuu", "..u"},
    {"nnn", "..n"},
    {"xxx", "..x"},
    {"kkk", "..k"},
    {"www", "..w"},
    /* Each level by itself: who says confirmed says likely too. */
    {"LLC", "..L"},
    {"CLC", "..L"},
    {"LLLCCC", "..LLLC"},
    {"LLCCC", "..LLC"},
    {"wwu", "..u"},
    {"kKK", "..k"},
    {"kKKK", "..kK"},
    /* Falling back takes as long. */
    {"CCCLL", "..CCC"},
    {"CCCLLL", "..CCCL"},
    {"CCCLLC", "..CCCC"},
    {"CCCLuL", "..CCCL"},
    {"LLLuu", "..LLL"},
    {"LLLuuu", "..LLLu"},
    {"LLLuuLuuLuu", "..LLLLLLLLL"},
    {"LLLuuuL", "..LLLuu"},
    {"LLLuuuLLL", "..LLLuuuL"},
    {"LLLwww", "..LLLw"},
    /* A flicker publishes nothing, and does not keep alive what it does not say. */
    {"LuLuLu", "......"},
    {"ukukuk", "......"},
    {"CCCukn", "..CCC."},
    {"CCCuknL", "..CCC.."},
    {"CCCuwkuu", "..CCC..."},
    /* A turn of direction. */
    {"CCCcc", "..CCC"},
    {"CCCccc", "..CCCc"},
    {"LLLlLl", "..LLLL"},
    {"LLLlll", "..LLLl"},
    /* From the first nights to a pattern and away. */
    {"nnnuuuwwwLLLCCC", "..nnnuuuwwwLLLC"},
    {"hhhLLL", "..wwwL"},
    {"LLLhhh", "..LLLw"},
    {"xxxkkk", "..xxxk"},
    /* To come takes a smaller chance than to stay. */
    {"MMM", "..w"},
    {"LLMLL", "....."},
    {"LLLMMM", "..LLLL"},
    {"LLLMFM", "..LLLL"},
    {"LLLFFF", "..LLLw"},
    {"LLLFFFMMM", "..LLLwwww"},
    {"SSS", "..L"},
    {"CCCSSS", "..CCCC"},
    {"CCCMMM", "..CCCL"},
    {"CCCFFF", "..CCCw"},
    {"CCCFFFSSS", "..CCCwwwL"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (StnPublication) publication = publish (cases[i].said);
    guint n = (guint) strlen (cases[i].said);
    g_autofree char *told = told_by_history (publication, n);

    g_test_message ("%s", cases[i].said);
    g_assert_cmpstr (told, ==, cases[i].published);
    g_assert_cmpint (letter_of (stn_publication_get_last (publication)), ==,
                     n > 0 ? cases[i].published[n - 1] : '.');
  }
}

static void
test_since_is_the_third (void)
{
  g_autoptr (StnPublication) publication = publish ("uLLLCCCC");
  const StnPublished *last = stn_publication_get_last (publication);

  g_assert_cmpuint (publication->history->len, ==, 2);
  g_assert_cmpint (
    stn_date_compare (g_array_index (publication->history, StnPublished, 0).since, refresh (3)), ==,
    0);
  g_assert_cmpint (stn_date_compare (last->since, refresh (6)), ==, 0);
}

static void
test_names (void)
{
  static const struct {
    const char *said, *names;
  } cases[] = {
    {"hh", ""},         {"hhh", "heat"},         {"bbb", "heat sweat"}, {"bbh", "heat"},
    {"bwb", ""},        {"hhhww", "heat"},       {"hhhwww", ""},        {"hhhLLL", ""},
    {"LLLhhh", "heat"}, {"bbbhh", "heat sweat"}, {"bbbhhh", "heat"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (StnPublication) publication = publish (cases[i].said);
    g_autofree char *names = g_strjoinv (" ", publication->entangled_with);

    g_test_message ("%s", cases[i].said);
    g_assert_cmpstr (names, ==, cases[i].names);
  }
}

/* Of any sequence: what is published was said at three of the last refreshes in a row once, and never unsaid as often since;
 * and it does not depend on what comes later. */
static void
test_of_random_sequences (void)
{
  for (guint round = 0; round < 2000; round++) {
    char said[41];
    g_autofree char *whole = NULL;

    for (guint i = 0; i < 40; i++)
      said[i] = opinions[(guint) g_test_rand_int_range (2, G_N_ELEMENTS (opinions))].letter;
    said[40] = '\0';
    g_autoptr (StnPublication) publication = publish (said);
    whole = told_by_history (publication, 40);
    for (guint n = 0; n <= 40; n++) {
      g_autofree char *part = g_strndup (said, n);
      g_autoptr (StnPublication) earlier = publish (part);
      g_autofree char *told = told_by_history (earlier, n);

      g_assert_true (strncmp (whole, told, n) == 0);
    }
    for (guint i = 0; i + 3 <= 40; i++)
      if (said[i] == said[i + 1] && said[i] == said[i + 2] && strchr ("hbSMF", said[i]) == NULL)
        g_assert_cmpint (whole[i + 2], ==, said[i]);
  }
}

static StnFinding *
finding_with (StnAnalysis *analysis, StnVerdict verdict, StnTier tier, const char *said)
{
  StnFinding *finding = g_new0 (StnFinding, 1);

  finding->verdict = verdict;
  finding->tier = tier;
  finding->entangled_with = g_new0 (char *, 1);
  finding->publication = said != NULL ? publish (said) : NULL;
  g_ptr_array_add (analysis->findings, finding);
  return finding;
}

static void
test_shown (void)
{
  static const struct {
    char tonight;
    const char *said;
    char shown;
  } cases[] = {
    {'C', "CCC", 'C'}, {'C', "CC", 'u'},  {'C', "CCL", 'L'}, {'u', "CCC", 'C'}, {'n', "CCC", 'C'},
    {'n', "uuu", 'n'}, {'n', "kkk", 'n'}, {'u', "nnn", 'u'}, {'L', "nnn", 'u'}, {'x', "uuu", 'x'},
    {'k', "uuu", 'u'}, {'k', "kkk", 'k'}, {'u', "kkk", 'k'}, {'w', "uuu", 'u'}, {'u', "www", 'w'},
    {'k', "", 'u'},    {'n', "", 'n'},    {'L', NULL, 'u'},  {'k', NULL, 'u'},  {'n', NULL, 'n'},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    StnAnalysis analysis = {.findings = g_ptr_array_new ()};
    StnFinding *finding;
    guint j = 0;

    while (opinions[j].letter != cases[i].tonight)
      j++;
    finding = finding_with (&analysis, opinions[j].verdict, opinions[j].tier, cases[i].said);
    stn_analysis_show_published (&analysis);
    g_test_message ("tonight %c, earlier %s", cases[i].tonight, cases[i].said);
    g_assert_cmpint (letter_of (&(StnPublished){
                       .known = TRUE, .verdict = finding->verdict, .tier = finding->tier}),
                     ==, cases[i].shown);
    stn_publication_free (finding->publication);
    g_strfreev (finding->entangled_with);
    g_free (finding);
    g_ptr_array_unref (analysis.findings);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/publication/three-in-a-row", test_three_in_a_row);
  g_test_add_func ("/analysis/publication/since-is-the-third", test_since_is_the_third);
  g_test_add_func ("/analysis/publication/names", test_names);
  g_test_add_func ("/analysis/publication/of-random-sequences", test_of_random_sequences);
  g_test_add_func ("/analysis/publication/shown", test_shown);
  return g_test_run ();
}
