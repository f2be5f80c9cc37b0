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

static const char medicines_xml[] = "<medicines>\n"
                                    "<group id='g' grade='B' says='S1.12 S2.22'>\n"
                                    "<name>G</name>\n"
                                    "<evidence>None.</evidence>\n"
                                    "<cite source='one'/>\n"
                                    "<class id='c' grade='N' treatment='yes'>\n"
                                    "<name>C</name>\n"
                                    "<evidence>No.</evidence>\n"
                                    "<ask>Ask.</ask>\n"
                                    "<cite source='one'/>\n"
                                    "<medicine name='m' also='n, o'/>\n"
                                    "</class>\n"
                                    "</group>\n"
                                    "</medicines>\n";
static const char conditions_xml[] = "<conditions>\n"
                                     "<group id='g'>\n"
                                     "<name>G</name>\n"
                                     "<condition id='c' grade='C' says='S1.25' also='k'>\n"
                                     "<name>C</name>\n"
                                     "<evidence>None.</evidence>\n"
                                     "<cite source='one'/>\n"
                                     "</condition>\n"
                                     "</group>\n"
                                     "</conditions>\n";

static const char selfcare_xml[] =
  "<selfcare>\n"
  "<advice id='s' tonight='yes' factor='a b' grade='D' says='S1.46'>\n"
  "<name>S</name>\n"
  "<text>Do it.</text>\n"
  "<cite source='one'/>\n"
  "<gate condition='c' medicine='g' pregnant='yes'>\n"
  "<instead>Ask.</instead>\n"
  "</gate>\n"
  "</advice>\n"
  "</selfcare>\n";
static const char reliefs_xml[] = "<reliefs>\n"
                                  "<advice id='r' grade='C' says='S1.52'>\n"
                                  "<name>R</name>\n"
                                  "<sheet>Pull</sheet>\n"
                                  "<hint>Softly</hint>\n"
                                  "<text>Do it.</text>\n"
                                  "<cite source='one'/>\n"
                                  "</advice>\n"
                                  "</reliefs>\n";
static const char stretch_xml[] =
  "<stretch>\n"
  "<routine id='r' grade='A'>\n"
  "<name>R</name>\n"
  "<text>For you.</text>\n"
  "<cite source='one'/>\n"
  "<exercise id='e' factor='a' prepare-s='10' hold-s='10' repetitions='3'>\n"
  "<name>E</name>\n"
  "<prepare>Stand.</prepare>\n"
  "<left>Left</left>\n"
  "<right>Right</right>\n"
  "<hold>Hold.</hold>\n"
  "</exercise>\n"
  "</routine>\n"
  "<gate id='g' grade='D' condition='c' exercises='e'>\n"
  "<text>Ask.</text>\n"
  "<cite source='one'/>\n"
  "</gate>\n"
  "<note id='n' grade='D'>\n"
  "<text>Mind it.</text>\n"
  "<cite source='one'/>\n"
  "</note>\n"
  "</stretch>\n";

static const char guide_xml[] = "<guide>\n"
                                "<page id='p' icon='i'>\n"
                                "<name>P</name>\n"
                                "<summary>All of it</summary>\n"
                                "<section>\n"
                                "<name>S</name>\n"
                                "<statement grade='G' says='S1.01'>\n"
                                "<text>So it is.</text>\n"
                                "<cite source='one'/>\n"
                                "</statement>\n"
                                "<show what='medicines'/>\n"
                                "</section>\n"
                                "</page>\n"
                                "</guide>\n";

static const char signs_xml[] = "<signs/>";
/* What carries the statements that must be carried; more in test-knowledge-rules.c. */
static const char flags_xml[] = "<flags>\n"
                                "<rule id='F-A' grade='C'>\n"
                                "<case tier='right-away' says='S1.42 S1.43 S1.44 "
                                "S1.45'><title>A</title><do>B</do><cramp/></case>\n"
                                "<evidence>None.</evidence>\n"
                                "<cite source='one'/>\n"
                                "</rule>\n"
                                "</flags>\n";

/* The files of a catalogue; one of them may be spoiled. */
static struct {
  const char *file, *text;
} catalogue[] = {
  {"sources.xml", sources_xml},     {"triggers.xml", triggers_xml},
  {"medicines.xml", medicines_xml}, {"conditions.xml", conditions_xml},
  {"selfcare.xml", selfcare_xml},   {"reliefs.xml", reliefs_xml},
  {"stretch.xml", stretch_xml},     {"guide.xml", guide_xml},
  {"signs.xml", signs_xml},         {"flags.xml", flags_xml},
};

static const char **
find_text (const char *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (catalogue); i++)
    if (g_str_equal (catalogue[i].file, file))
      return &catalogue[i].text;
  g_error ("the catalogue asks for an unknown file '%s'", file);
}

static GBytes *
read_file (const char *file, gpointer data, GError **error)
{
  const char *text = *find_text (file);

  return g_bytes_new (text, strlen (text));
}

/* Loads the catalogue with @text in the place of @file. */
static StnKnowledge *
load (const char *file, const char *text, GError **error)
{
  const char **place = find_text (file);
  const char *good = *place;
  StnKnowledge *knowledge;

  *place = text;
  knowledge = stn_knowledge_load (read_file, NULL, error);
  *place = good;
  return knowledge;
}

/* (transfer full) @text with the first @what replaced. */
static char *
spoil (const char *text, const char *what, const char *by)
{
  const char *place = strstr (text, what);

  g_assert_nonnull (place);
  return g_strdup_printf ("%.*s%s%s", (int) (place - text), text, by, place + strlen (what));
}

typedef struct {
  const char *what, *by, *message;
} Spoiling;

/* Each spoiling of @file must be refused with its message, word for word. */
static void
assert_refused (const char *file, const Spoiling *cases, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_autofree char *spoiled = spoil (*find_text (file), cases[i].what, cases[i].by);
    g_autoptr (GError) error = NULL;
    g_autoptr (StnKnowledge) knowledge = load (file, spoiled, &error);

    g_assert_null (knowledge);
    g_assert_error (error, STN_KNOWLEDGE_ERROR, STN_KNOWLEDGE_ERROR_BAD_FILE);
    g_assert_cmpstr (error->message, ==, cases[i].message);
  }
}

static void
test_smallest (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnKnowledge) knowledge = load ("triggers.xml", triggers_xml, &error);
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
  const Spoiling cases[] = {
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
    {"grade='A'", "grade='F'", "triggers.xml:3: 'F' is not a grade; it is one of A, B, C, D, N, G"},
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

  assert_refused ("triggers.xml", cases, G_N_ELEMENTS (cases));
}

static void
test_spoiled_sources (void)
{
  const Spoiling cases[] = {
    {"read='yes'", "read='often'", "sources.xml:2: read='often' must be yes or no"},
    {"read='yes'", "", "sources.xml:2: <source> needs the attribute 'read'"},
    {"</sources>", "<source id='one' read='no' brief='x' text='y'/></sources>",
     "sources.xml:3: source 'one' is there twice"},
  };

  assert_refused ("sources.xml", cases, G_N_ELEMENTS (cases));
}

static void
test_spoiled_medicines (void)
{
  const Spoiling cases[] = {
    {"id='c'", "id='g'", "medicines.xml:6: id 'g' is there twice"},
    {"id='c'", "id='C'", "medicines.xml:6: id 'C' is not of a-z, 0-9 and -"},
    {"grade='N'", "", "medicines.xml:6: <class> needs the attribute 'grade'"},
    {"grade='N'", "grade='Z'",
     "medicines.xml:6: 'Z' is not a grade; it is one of A, B, C, D, N, G"},
    {"treatment='yes'", "treatment='1'", "medicines.xml:6: treatment='1' must be yes or no"},
    {"S2.22", "S2.76",
     "medicines.xml:2: says='S2.76' is no statement S1.01 to S1.56 or S2.01 to S2.75"},
    {"S2.22", "S1.57",
     "medicines.xml:2: says='S1.57' is no statement S1.01 to S1.56 or S2.01 to S2.75"},
    {"S2.22", "S1.00",
     "medicines.xml:2: says='S1.00' is no statement S1.01 to S1.56 or S2.01 to S2.75"},
    {"S2.22", "S3.01",
     "medicines.xml:2: says='S3.01' is no statement S1.01 to S1.56 or S2.01 to S2.75"},
    {"S2.22", "S1.12", "medicines.xml:2: statement 'S1.12' is there twice"},
    {"<name>C</name>", "", "medicines.xml:6: 'c' needs <name>, <evidence> and <ask>"},
    {"<evidence>No.</evidence>", "", "medicines.xml:6: 'c' needs <name>, <evidence> and <ask>"},
    {"<ask>Ask.</ask>", "", "medicines.xml:6: 'c' needs <name>, <evidence> and <ask>"},
    {"<ask>Ask.</ask>", "<ask>Ask.</ask><ask>Do.</ask>", "medicines.xml:9: 'c' has a second <ask>"},
    {"<cite source='one'/>", "", "medicines.xml:2: 'g' cites no source"},
    {"<cite source='one'/>\n<medicine", "<medicine", "medicines.xml:6: 'c' cites no source"},
    {"<cite source='one'/>\n<medicine", "<cite source='two'/>\n<medicine",
     "medicines.xml:10: no source 'two' in sources.xml"},
    {"<medicine name='m' also='n, o'/>", "", "medicines.xml:6: 'c' has no <medicine>"},
    {"also='n, o'", "also='n, M'", "medicines.xml:11: medicine 'M' is there twice"},
    {"</group>", "</group><group id='h' grade='D'><name>H</name><evidence>E</evidence></group>",
     "medicines.xml:13: 'h' has no <class>"},
  };

  assert_refused ("medicines.xml", cases, G_N_ELEMENTS (cases));
}

static void
test_spoiled_conditions (void)
{
  const Spoiling cases[] = {
    {"grade='C'", "", "conditions.xml:4: <condition> needs the attribute 'grade'"},
    {"S1.25", "Addison",
     "conditions.xml:4: says='Addison' is no statement S1.01 to S1.56 or S2.01 to S2.75"},
    {"<evidence>None.</evidence>", "", "conditions.xml:4: 'c' needs <name> and <evidence>"},
    {"<cite source='one'/>", "", "conditions.xml:4: 'c' cites no source"},
    {"<cite source='one'/>", "<cite source='two'/>",
     "conditions.xml:7: no source 'two' in sources.xml"},
    {"id='c'", "id='c' is='d'", "conditions.xml:4: there is no condition 'd'"},
    {"id='c'", "id='c' is='c'", "conditions.xml:4: 'c' is a form of itself"},
    {"</condition>",
     "</condition>\n<condition id='x' is='y' grade='D'><name>X</name><evidence>E</evidence>"
     "<cite source='one'/></condition>\n<condition id='y' is='x' grade='D'><name>Y</name>"
     "<evidence>E</evidence><cite source='one'/></condition>",
     "conditions.xml:10: 'x' is a form of itself"},
    {"</group>", "</group><group id='g'><name>H</name></group>",
     "conditions.xml:9: id 'g' is there twice"},
    {"</group>", "</group><group id='h'><name>H</name></group>",
     "conditions.xml:9: 'h' needs <name> and a <condition>"},
  };

  assert_refused ("conditions.xml", cases, G_N_ELEMENTS (cases));
}

static void
test_spoiled_advice (void)
{
  const Spoiling selfcare[] = {
    {"id='s'", "id='S'", "selfcare.xml:2: id 'S' is not of a-z, 0-9 and -"},
    {"factor='a b'", "factor='a z'", "selfcare.xml:2: there is no factor 'z'"},
    {"tonight='yes'", "tonight='now'", "selfcare.xml:2: tonight='now' must be yes or no"},
    {"grade='D'", "", "selfcare.xml:2: <advice> needs the attribute 'grade'"},
    {"<text>Do it.</text>", "", "selfcare.xml:2: 's' needs <name> and <text>"},
    {"<cite source='one'/>", "", "selfcare.xml:2: 's' cites no source"},
    {"condition='c'", "condition='d'", "selfcare.xml:6: there is no condition 'd'"},
    {"medicine='g'", "medicine='h'", "selfcare.xml:6: there is no medicine 'h'"},
    {"condition='c' medicine='g' pregnant='yes'", "", "selfcare.xml:6: a <gate> that never holds"},
    {"<selfcare>", "<selfcare>\n<gate/>", "selfcare.xml:2: <gate> does not belong into <selfcare>"},
  };
  const Spoiling reliefs[] = {
    {"id='r'", "id='s'", "reliefs.xml:2: id 's' is there twice"},
    {"<sheet>Pull</sheet>", "", "reliefs.xml:2: 'r' has a <hint> without a <sheet>"},
    {"<sheet>Pull</sheet>", "<sheet>Pull</sheet><sheet>Push</sheet>",
     "reliefs.xml:4: 'r' has a second <sheet>"},
  };

  assert_refused ("selfcare.xml", selfcare, G_N_ELEMENTS (selfcare));
  assert_refused ("reliefs.xml", reliefs, G_N_ELEMENTS (reliefs));
}

static void
test_spoiled_stretch (void)
{
  const Spoiling cases[] = {
    {"id='e'", "id='r'", "stretch.xml:6: id 'r' is there twice"},
    {"hold-s='10'", "hold-s='0'", "stretch.xml:6: hold-s='0' must be a whole number from 1 to 60"},
    {"repetitions='3'", "repetitions='2.5'",
     "stretch.xml:6: repetitions='2.5' must be a whole number from 1 to 10"},
    {"repetitions='3'", "repetitions='9'", "stretch.xml:2: 'r' takes 190 seconds, more than 180"},
    {"<left>Left</left>", "",
     "stretch.xml:6: 'e' needs <name>, <prepare>, <left> and <right> or <both>, and <hold>"},
    {"Mind it.", "One two. a b c d e f g h i j k l m n o p q r s t u.",
     "stretch.xml:19: 'n' has a sentence of more than 20 words"},
    {"Mind it.", "Mind it.</text><text>And this.", "stretch.xml:19: 'n' has a second <text>"},
    {"<cite source='one'/>\n</note>", "</note>", "stretch.xml:18: 'n' cites no source"},
    {"factor='a'", "factor='z'", "stretch.xml:6: there is no factor 'z'"},
    {"repetitions='3'", "repetitions='3' in-s='3'",
     "stretch.xml:6: in-s and out-s belong together"},
    {"<right>Right</right>", "<both>Both</both>",
     "stretch.xml:6: 'e' needs <name>, <prepare>, <left> and <right> or <both>, and <hold>"},
    {"<hold>Hold.</hold>", "<hold>Hold.</hold><in>In</in>",
     "stretch.xml:6: 'e': <in> and <out> belong together and to a rhythm"},
    {"exercises='e'", "exercises='f'", "stretch.xml:14: there is no exercise 'f' above"},
    {"condition='c'", "condition='z'", "stretch.xml:14: there is no condition 'z'"},
    {"condition='c'", "sign='z'", "stretch.xml:14: there is no sign 'z'"},
    {"condition='c'", "closes='yes'", "stretch.xml:14: a <gate> that never holds"},
    {"<text>Ask.</text>", "", "stretch.xml:14: 'g' needs <text>"},
    {"<text>For you.</text>", "", "stretch.xml:2: 'r' needs <name>, <text> and an <exercise>"},
  };

  assert_refused ("stretch.xml", cases, G_N_ELEMENTS (cases));
}

static void
test_spoiled_guide (void)
{
  const Spoiling cases[] = {
    {"icon='i'", "", "guide.xml:2: <page> needs the attribute 'icon'"},
    {"<summary>All of it</summary>", "",
     "guide.xml:2: 'p' needs <name>, <summary> and a <section>"},
    {"</page>", "</page><page id='p' icon='i'/>", "guide.xml:13: id 'p' is there twice"},
    {"<name>S</name>", "", "guide.xml:5: a <section> needs <name> and a <statement> or <show>"},
    {"<text>So it is.</text>", "", "guide.xml:7: a <statement> without <text>"},
    {"grade='G'", "", "guide.xml:7: <statement> needs the attribute 'grade'"},
    {"S1.01", "S1.1", "guide.xml:7: says='S1.1' is no statement S1.01 to S1.56 or S2.01 to S2.75"},
    {"<cite source='one'/>", "", "guide.xml:7: 'statement' cites no source"},
    {"what='medicines'", "what='pills'",
     "guide.xml:11: 'pills' is not a list of the guide; it is one of triggers, selfcare, reliefs, "
     "stretch, medicines, conditions, sources"},
    {"<show what='medicines'/>", "<show what='medicines'/>\n<show what='medicines'/>",
     "guide.xml:12: 'medicines' is shown twice"},
  };

  assert_refused ("guide.xml", cases, G_N_ELEMENTS (cases));
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
    g_autoptr (StnKnowledge) knowledge = load ("triggers.xml", files[i], &error);

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
  g_test_add_func ("/knowledge/files/spoiled-medicines", test_spoiled_medicines);
  g_test_add_func ("/knowledge/files/spoiled-conditions", test_spoiled_conditions);
  g_test_add_func ("/knowledge/files/spoiled-advice", test_spoiled_advice);
  g_test_add_func ("/knowledge/files/spoiled-stretch", test_spoiled_stretch);
  g_test_add_func ("/knowledge/files/spoiled-guide", test_spoiled_guide);
  g_test_add_func ("/knowledge/files/broken-xml", test_broken_xml);
  return g_test_run ();
}
