/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-knowledge.h"

#include <string.h>

/* The smallest files that are as they should be; every case below spoils one line of them. */
static const char sources_xml[] =
  "<sources>\n"
  "<source id='one' read='yes' brief='One 2001' text='One 2001. Journal.'/>\n"
  "</sources>\n";
static const char triggers_xml[] =
  "<triggers>\n"
  "<trigger id='T01'>\n"
  "<factor slug='a' kind='continuous' unit='ml' min='0' max='9' direction='up' grade='A'>\n"
  "<exposed-when side='above' value='3'/>\n"
  "<name>A</name>\n"
  "<exposed>an a</exposed>\n"
  "<nights>after an a</nights>\n"
  "<otherwise>no a</otherwise>\n"
  "<question>A?</question>\n"
  "<evidence>None.</evidence>\n"
  "<cite source='one'/>\n"
  "</factor>\n"
  "</trigger>\n"
  "<trigger id='T02'>\n"
  "<factor slug='b' kind='binary' direction='none' grade='N' derived='yes'>\n"
  "<name>B</name>\n"
  "<exposed>a b</exposed>\n"
  "<nights>after a b</nights>\n"
  "<otherwise>no b</otherwise>\n"
  "<evidence>None.</evidence>\n"
  "<cite source='one'/>\n"
  "<tick slug='t'>\n"
  "<name>T</name>\n"
  "<exposed>a t</exposed>\n"
  "<nights>after a t</nights>\n"
  "</tick>\n"
  "</factor>\n"
  "</trigger>\n"
  "</triggers>\n";

/* A file and its text; the last has a NULL name. */
typedef struct {
  const char *name;
  const char *text;
} File;

static GBytes *
read_cb (const char *name, gpointer data, GError **error)
{
  for (const File *file = data; file->name != NULL; file++)
    if (g_str_equal (file->name, name))
      return g_bytes_new (file->text, strlen (file->text));
  g_assert_not_reached ();
}

static StnKnowledge *
load (const char *triggers, const char *sources, GError **error)
{
  File files[] = {{"sources.xml", sources}, {"triggers.xml", triggers}, {NULL, NULL}};

  return stn_knowledge_load (read_cb, files, error);
}

/* (transfer full) @text with the first @what replaced. */
static char *
spoil (const char *text, const char *what, const char *by)
{
  const char *place = strstr (text, what);

  g_assert_nonnull (place);
  return g_strdup_printf ("%.*s%s%s", (int) (place - text), text, by, place + strlen (what));
}

static void
assert_refused (const char *triggers, const char *sources, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnKnowledge) knowledge = load (triggers, sources, &error);

  g_assert_null (knowledge);
  g_assert_error (error, STN_KNOWLEDGE_ERROR, STN_KNOWLEDGE_ERROR_BAD_FILE);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_smallest (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnKnowledge) knowledge = load (triggers_xml, sources_xml, &error);
  const StnTrigger *tick;

  g_assert_no_error (error);
  g_assert_nonnull (stn_knowledge_get_trigger (knowledge, "a"));
  tick = stn_knowledge_get_trigger (knowledge, "b.t");
  g_assert_nonnull (tick);
  g_assert_cmpint (tick->grade, ==, STN_GRADE_N);
  g_assert_true (tick->derived);
}

static void
test_spoiled_triggers (void)
{
  const struct {
    const char *what, *by, *message;
  } cases[] = {
    {"<name>A</name>", "<nam>A</nam>", "triggers.xml:5: unknown element <nam>"},
    {"<name>A</name>", "<factor/>", "triggers.xml:5: <factor> does not belong into <factor>"},
    {"<name>A</name>", "<name><name>A</name></name>",
     "triggers.xml:5: <name> does not belong into <name>"},
    {"<name>A</name>", "<name></name>", "triggers.xml:5: <name> is empty"},
    {"<name>A</name>", "<name>A </name>",
     "triggers.xml:5: the text of <name> must stand on one line without extra blanks"},
    {"<name>A</name>", "<name>A\nB</name>",
     "triggers.xml:5: the text of <name> must stand on one line without extra blanks"},
    {"<name>A</name>", "<name>A  B</name>",
     "triggers.xml:5: the text of <name> must stand on one line without extra blanks"},
    {"<name>A</name>", "<name>A</name><name>B</name>", "triggers.xml:5: 'a' has a second <name>"},
    {"<name>A</name>", "", "triggers.xml:3: 'a' has no <name>"},
    {"<name>A</name>", "lost words", "triggers.xml:5: text outside of a sentence: 'lost words'"},
    {"<exposed>an a</exposed>", "", "triggers.xml:3: 'a' has no <exposed>"},
    {"<nights>after an a</nights>", "", "triggers.xml:3: 'a' has no <nights>"},
    {"<otherwise>no a</otherwise>", "", "triggers.xml:3: 'a' has no <otherwise>"},
    {"<question>A?</question>", "", "triggers.xml:3: 'a' must have a <question> or derived='yes'"},
    {"<evidence>None.</evidence>", "", "triggers.xml:3: 'a' has no <evidence>"},
    {"<cite source='one'/>", "", "triggers.xml:3: 'a' cites no source"},
    {"<cite source='one'/>", "<cite source='two'/>",
     "triggers.xml:11: no source 'two' in sources.xml"},
    {"<cite source='one'/>", "<cite source='one'/><cite source='one'/>",
     "triggers.xml:11: source 'one' is cited twice"},
    {"<cite source='one'/>", "<cite/>", "triggers.xml:11: <cite> needs the attribute 'source'"},
    {"<cite source='one'/>", "<cite source='one' page='3'/>",
     "triggers.xml:11: <cite> has no attribute 'page'"},
    {"<cite source='one'/>", "<cite source=''/>", "triggers.xml:11: attribute 'source' is empty"},
    {"<cite source='one'/>", "<cite source='one' source='one'/>",
     "triggers.xml:11: attribute 'source' is there twice"},
    {"<exposed-when side='above' value='3'/>", "", "triggers.xml:3: 'a' has no <exposed-when>"},
    {"side='above'", "side='over'",
     "triggers.xml:4: 'over' is not a side of a cut; it is one of at_or_above, above, at_or_below, "
     "below"},
    {"value='3'", "value='three'", "triggers.xml:4: 'three' is not a number"},
    {"value='3'", "value='10'", "triggers.xml:4: the cut of 'a' lies outside of its bounds"},
    {"value='3'", "value='3' sex='female'", "triggers.xml:4: sex='female' must be male"},
    {"<exposed-when side='above' value='3'/>",
     "<exposed-when side='above' value='3'/><exposed-when side='above' value='4'/>",
     "triggers.xml:4: 'a' has this <exposed-when> twice"},
    {"id='T02'", "id='T01'", "triggers.xml:14: trigger 'T01' is there twice"},
    {"id='T02'", "id='T2'", "triggers.xml:14: id 'T2' is not T and two digits"},
    {"slug='b'", "slug='a'", "triggers.xml:15: slug 'a' is there twice"},
    {"slug='b'", "slug='b.c'", "triggers.xml:15: slug 'b.c' has a point: that is for ticks"},
    {"kind='binary'", "kind='yesno'",
     "triggers.xml:15: 'yesno' is not a kind of factor; it is one of binary, count, scale, "
     "continuous"},
    {"kind='binary'", "kind='binary' min='0'",
     "triggers.xml:15: a binary factor has neither bounds nor a unit"},
    {"kind='binary'", "kind='binary' tracked='yes'",
     "triggers.xml:15: 'b' is derived and cannot be asked"},
    {"min='0'", "min='9'", "triggers.xml:3: 'a' needs min and max, min below max"},
    {"min='0'", "", "triggers.xml:3: 'a' needs min and max, min below max"},
    {"direction='up'", "direction='sideways'",
     "triggers.xml:3: 'sideways' is not a direction; it is one of none, up, down"},
    {"grade='A'", "grade='F'", "triggers.xml:3: 'F' is not a grade; it is one of A, B, C, D, N"},
    {"grade='A'", "", "triggers.xml:3: <factor> needs the attribute 'grade'"},
    {"grade='A'", "grade='A' role='cause'",
     "triggers.xml:3: 'cause' is not a role; it is one of trigger, marker, context"},
    {"derived='yes'", "derived='maybe'", "triggers.xml:15: derived='maybe' must be yes or no"},
    {"<name>T</name>", "<name>T</name><cite source='one'/>",
     "triggers.xml:22: 'b.t' needs both <evidence> and <cite>, or neither"},
    {"<tick slug='t'>", "<tick slug='t' kind='binary'>",
     "triggers.xml:22: <tick> has no attribute 'kind'"},
    {"<triggers>", "<trigger id='T09'>", "triggers.xml:1: <trigger> does not belong into <root>"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *spoiled = spoil (triggers_xml, cases[i].what, cases[i].by);

    assert_refused (spoiled, sources_xml, cases[i].message);
  }
}

static void
test_spoiled_sources (void)
{
  const struct {
    const char *what, *by, *message;
  } cases[] = {
    {"read='yes'", "read='often'", "sources.xml:2: read='often' must be yes or no"},
    {"read='yes'", "", "sources.xml:2: <source> needs the attribute 'read'"},
    {"</sources>", "<source id='one' read='no' brief='x' text='y'/></sources>",
     "sources.xml:3: source 'one' is there twice"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *spoiled = spoil (sources_xml, cases[i].what, cases[i].by);

    assert_refused (triggers_xml, spoiled, cases[i].message);
  }
}

/* What GMarkup says of broken XML carries file and line, too. */
static void
test_broken_xml (void)
{
  const char *const files[] = {"",
                               "   \n",
                               "<triggers>",
                               "<triggers>\n</trigger>",
                               "<triggers>\n&nbsp;</triggers>",
                               "no markup",
                               "<triggers a=3/>",
                               "<triggers>\377</triggers>"};

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (StnKnowledge) knowledge = load (files[i], sources_xml, &error);

    g_assert_null (knowledge);
    g_assert_error (error, STN_KNOWLEDGE_ERROR, STN_KNOWLEDGE_ERROR_BAD_FILE);
    g_assert_true (g_regex_match_simple ("^triggers\\.xml:[12]: .", error->message, 0, 0));
    g_assert_null (strstr (error->message, "Error on line"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/knowledge/files/smallest", test_smallest);
  g_test_add_func ("/knowledge/files/spoiled-triggers", test_spoiled_triggers);
  g_test_add_func ("/knowledge/files/spoiled-sources", test_spoiled_sources);
  g_test_add_func ("/knowledge/files/broken-xml", test_broken_xml);
  return g_test_run ();
}
