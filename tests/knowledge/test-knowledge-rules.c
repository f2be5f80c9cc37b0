/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Signs and rules: the smallest files beside the real ones of the other topics; every case spoils one place of them. */
#include "knowledge/stn-knowledge.h"
#include "knowledge/stn-rule.h"
#include "knowledge/stn-sign.h"

#include <string.h>

static const char signs_xml[] = "<signs>\n"
                                "<door id='d' icon='i'>\n"
                                "<name>D</name>\n"
                                "<sign id='s' for='quinine statin'>\n"
                                "<asked>S</asked>\n"
                                "<hint>Counts.</hint>\n"
                                "<sign id='t'><asked>T</asked></sign>\n"
                                "</sign>\n"
                                "</door>\n"
                                "</signs>\n";
static const char flags_xml[] = "<flags>\n"
                                "<rule id='F-A' grade='C' present-days='14'>\n"
                                "<case tier='right-away' says='S1.42 S1.43'>\n"
                                "<title>A</title>\n"
                                "<do>Phone.</do>\n"
                                "<at-least n='2'>\n"
                                "<sign id='s t' days='14'/>\n"
                                "<cramp minutes-over='10' eased='no' site='calf' ask='eased'/>\n"
                                "<flag id='F-B'/>\n"
                                "</at-least>\n"
                                "</case>\n"
                                "<evidence>None.</evidence>\n"
                                "<cite source='nidirect'/>\n"
                                "</rule>\n"
                                "<rule id='F-B' grade='D'>\n"
                                "<case tier='days' says='S1.45'>\n"
                                "<title>B</title>\n"
                                "<do>Ask.</do>\n"
                                "<factor id='alcohol' at-least='2.5'/>\n"
                                "</case>\n"
                                "<case tier='routine' says='S1.44'>\n"
                                "<title>C</title>\n"
                                "<cramp after-sign='s' within-days='3'/>\n"
                                "</case>\n"
                                "<evidence>None.</evidence>\n"
                                "<cite source='nidirect'/>\n"
                                "</rule>\n"
                                "</flags>\n";

/* What stands in the place of a real file. */
static const char *signs = signs_xml;
static const char *flags = flags_xml;

static GBytes *
read_cb (const char *name, gpointer data, GError **error)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "data", "knowledge", name, NULL);
  char *text;
  gsize length;

  if (g_str_equal (name, "signs.xml"))
    return g_bytes_new (signs, strlen (signs));
  if (g_str_equal (name, "flags.xml"))
    return g_bytes_new (flags, strlen (flags));
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  if (g_str_equal (name, "stretch.xml")) { /* its gates ask for the real signs */
    g_autofree char *whole = text;
    g_autoptr (GRegex) gate =
      g_regex_new ("<gate .*?</gate>", G_REGEX_DOTALL | G_REGEX_OPTIMIZE, 0, NULL);

    text = g_regex_replace_literal (gate, whole, -1, 0, "", 0, NULL);
    length = strlen (text);
  }
  return g_bytes_new_take (text, length);
}

/* (transfer full) @text with the first @what replaced. */
static char *
spoil (const char *text, const char *what, const char *by)
{
  const char *place = strstr (text, what);

  g_assert_nonnull (place);
  return g_strdup_printf ("%.*s%s%s", (int) (place - text), text, by, place + strlen (what));
}

/* @message: word for word; NULL = one of another room, which is not repeated here. */
typedef struct {
  const char *what, *by, *message;
} Spoiling;

static void
assert_refused (const char **file, const Spoiling *cases, gsize n)
{
  const char *good = *file;

  for (gsize i = 0; i < n; i++) {
    g_autofree char *spoiled = spoil (good, cases[i].what, cases[i].by);
    g_autoptr (GError) error = NULL;

    *file = spoiled;
    g_assert_null (stn_knowledge_load (read_cb, NULL, &error));
    *file = good;
    g_assert_error (error, STN_KNOWLEDGE_ERROR, STN_KNOWLEDGE_ERROR_BAD_FILE);
    if (cases[i].message != NULL)
      g_assert_cmpstr (error->message, ==, cases[i].message);
    g_assert_true (g_regex_match_simple ("^(signs|flags)\\.xml:[0-9]+: .", error->message, 0, 0));
  }
}

static void
test_smallest (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnKnowledge) knowledge = stn_knowledge_load (read_cb, NULL, &error);
  const StnSignQuestion *behind;
  const StnRule *rule;

  g_assert_no_error (error);
  behind = stn_knowledge_get_sign (knowledge, "t");
  g_assert_cmpstr (behind->behind->id, ==, "s");
  g_assert_cmpint (behind->behind->asked_of, ==, STN_ASKED_OF_QUININE | STN_ASKED_OF_STATIN);
  g_assert_true (stn_knowledge_list_doors (knowledge)[0]->signs[1] == behind);
  rule = stn_knowledge_get_rule (knowledge, "F-A");
  g_assert_cmpint (rule->present_days, ==, 14);
  g_assert_true (rule->cases[0]->is_event);
  g_assert_true (rule->cases[0]->test->tests[2]->flag == stn_knowledge_get_rule (knowledge, "F-B"));
  g_assert_null (stn_knowledge_get_rule (knowledge, "F-B")->cases[1]->action);
}

/* Eight doors, and every sign that a rule asks for can be answered behind one of them. */
static void
test_doors (void)
{
  const StnDoor *const *doors = stn_knowledge_list_doors (stn_knowledge_get ());
  guint n = 0;

  while (doors[n] != NULL)
    n++;
  g_assert_cmpuint (n, ==, 8);
}

static void
test_spoiled_signs (void)
{
  const Spoiling cases[] = {
    {"<name>D</name>", "", "signs.xml:2: 'd' needs <name> and a <sign>"},
    {"<asked>S</asked>", "", "signs.xml:4: 's' has no <asked>"},
    {"id='t'", "id='s'", "signs.xml:7: id 's' is there twice"},
    {"id='t'", "id='T'", "signs.xml:7: id 'T' is not of a-z, 0-9 and -"},
    {"statin'", "statins'",
     "signs.xml:4: for='statins' is none of pregnant, quinine, statin, dialysis, diabetes"},
    {"<asked>T</asked>", "<asked>T</asked><sign id='u'/>",
     "signs.xml:7: a sign behind a sign has none behind itself"},
    {"<hint>", "<hint>More.</hint><hint>", "signs.xml:6: 's' has a second <hint>"},
    {"</door>", "</door><door id='d' icon='i'><name>E</name></door>", "signs.xml:9: id 'd' is there twice"},
    {"</sign>\n</door>", "</door>", NULL},
  };

  assert_refused (&signs, cases, G_N_ELEMENTS (cases));
}

static void
test_spoiled_rules (void)
{
  const Spoiling cases[] = {
    {"id='F-A'", "id='A'", "flags.xml:2: id 'A' does not begin with F-"},
    {"id='F-B' grade", "id='F-A' grade", "flags.xml:15: rule 'F-A' is there twice"},
    {"grade='C'", "", "flags.xml:2: <rule> needs the attribute 'grade'"},
    {"<cite source='nidirect'/>", "", "flags.xml:2: 'F-A' cites no source"},
    {"<cite source='nidirect'/>", "<cite source='two'/>",
     "flags.xml:13: no source 'two' in sources.xml"},
    {"right-away", "soon", NULL},
    {"right-away", "days", "flags.xml:3: S1.42 says 'right-away': tier 'days' is too low"},
    {"tier='days'", "tier='routine'", "flags.xml:16: S1.45 says 'days': tier 'routine' is too low"},
    {" says='S1.44'", "", "flags.xml:1: no case carries S1.44: says='S1.44' is missing"},
    {"tier='routine'", "tier='emergency'", "flags.xml:21: a more urgent case must stand first"},
    {"<title>A</title>", "", "flags.xml:3: a case of 'F-A' needs <title> and a condition"},
    {"<factor id='alcohol' at-least='2.5'/>", "",
     "flags.xml:16: a case of 'F-B' needs <title> and a condition"},
    {"<do>Ask.</do>", "",
     "flags.xml:16: a case needs <do>, unless it is routine: all routine reasons share one"},
    {"<title>C</title>", "<title>C</title><do>Ask.</do>",
     "flags.xml:21: a case needs <do>, unless it is routine: all routine reasons share one"},
    {"</at-least>", "</at-least><cramp/>",
     "flags.xml:10: a case has one condition; put several into <all> or <any>"},
    {"n='2'", "n='4'", "flags.xml:6: there is too little inside"},
    {"n='2'", "n='1.5'", "flags.xml:6: n is not a whole number from 1"},
    {"n='2'", "n='0'", "flags.xml:6: n is not a whole number from 1"},
    {"n='2'", "n='two'", NULL},
    {"id='s t'", "id='s u'", "flags.xml:7: unknown sign 'u'"},
    {"after-sign='s'", "after-sign='v'", "flags.xml:23: unknown sign 'v'"},
    {"id='alcohol' at", "id='z' at", "flags.xml:19: unknown factor 'z'"},
    {"at-least='2.5'", "at-least='much'", NULL},
    {"<factor id='alcohol' at-least='2.5'/>", "<medicine class='pills'/>",
     "flags.xml:19: unknown medicine 'pills'"},
    {"<factor id='alcohol' at-least='2.5'/>", "<condition id='cold'/>",
     "flags.xml:19: unknown condition 'cold'"},
    {"eased='no'", "eased='perhaps'", NULL},
    {"site='calf'", "site='knee'", NULL},
    {"ask='eased'", "ask='all'", "flags.xml:8: ask='all' must be eased"},
    {"<flag id='F-B'/>", "<flag id='F-C'/>", "flags.xml:9: unknown rule 'F-C'"},
    {"<flag id='F-B'/>", "<flag id='F-A'/>", "flags.xml:9: rule 'F-A' looks at itself"},
    {"<factor id='alcohol' at-least='2.5'/>", "<flag id='F-A'/>",
     "flags.xml:9: rule 'F-A' looks at itself"},
    {"</at-least>", "</at-most>", NULL},
  };

  assert_refused (&flags, cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/knowledge/rules/smallest", test_smallest);
  g_test_add_func ("/knowledge/rules/eight-doors", test_doors);
  g_test_add_func ("/knowledge/rules/spoiled-signs", test_spoiled_signs);
  g_test_add_func ("/knowledge/rules/spoiled-rules", test_spoiled_rules);
  return g_test_run ();
}
