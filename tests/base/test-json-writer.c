/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-json-writer.h"

#include <math.h>

static void
test_nesting_and_lines (void)
{
  static const char *const expected[] = {
    "{\"nights\":[{\"a\":1},{}],\"none\":[]}",
    "{\n  \"nights\":[{\"a\":1},{}],\n  \"none\":[]\n}",
    "{\n  \"nights\":[\n    {\"a\":1},\n    {}\n  ],\n  \"none\":[]\n}",
  };

  for (guint lines = 0; lines < G_N_ELEMENTS (expected); lines++) {
    g_autoptr (GString) out = g_string_new (NULL);
    StnJsonWriter writer;

    stn_json_writer_init (&writer, out, lines);
    stn_json_writer_begin_object (&writer, NULL);
    stn_json_writer_begin_array (&writer, "nights");
    stn_json_writer_begin_object (&writer, NULL);
    stn_json_writer_add_int (&writer, "a", 1);
    stn_json_writer_end_object (&writer);
    stn_json_writer_begin_object (&writer, NULL);
    stn_json_writer_end_object (&writer);
    stn_json_writer_end_array (&writer);
    stn_json_writer_begin_array (&writer, "none");
    stn_json_writer_end_array (&writer);
    stn_json_writer_end_object (&writer);
    g_assert_cmpstr (out->str, ==, expected[lines]);
  }
}

static void
test_numbers (void)
{
  static const struct {
    double value;
    int digits; /* 0: as it is */
    const char *text;
  } cases[] = {
    {0, 0, "0"},
    {-0.0, 0, "0"},
    {1500, 0, "1500"},
    {0.1, 0, "0.1"},
    {-2.5, 0, "-2.5"},
    {1.0 / 3, 0, "0.3333333333333333"},
    {1.0 / 3, 6, "0.333333"},
    {1234567.5, 6, "1234570"},
    {2.5e-9, 6, "2.5e-09"},
    {NAN, 0, "null"},
    {INFINITY, 6, "null"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    StnJsonWriter writer;

    stn_json_writer_init (&writer, out, 0);
    if (cases[i].digits == 0)
      stn_json_writer_add_real (&writer, NULL, cases[i].value);
    else
      stn_json_writer_add_rounded (&writer, NULL, cases[i].value, cases[i].digits);
    g_assert_cmpstr (out->str, ==, cases[i].text);
  }
}

static void
test_texts (void)
{
  static const struct {
    const char *text;
    const char *json;
  } cases[] = {
    {NULL, "null"},
    {"", "\"\""},
    {"a \"b\" \\ c", "\"a \\\"b\\\" \\\\ c\""},
    {"1\n2\t3\r\x01", "\"1\\n2\\t3\\u000d\\u0001\""},
    {"Krämpfe 🌙", "\"Krämpfe 🌙\""},
    {"\xff", "\"\xef\xbf\xbd\""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    StnJsonWriter writer;

    stn_json_writer_init (&writer, out, 0);
    stn_json_writer_add_text (&writer, NULL, cases[i].text);
    g_assert_cmpstr (out->str, ==, cases[i].json);
  }
}

static void
test_unknown_is_null (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  StnJsonWriter writer;

  stn_json_writer_init (&writer, out, 0);
  stn_json_writer_begin_array (&writer, NULL);
  stn_json_writer_add_opt_int (&writer, NULL, STN_UNKNOWN_INT);
  stn_json_writer_add_opt_int (&writer, NULL, STN_KNOWN_INT (0));
  stn_json_writer_add_opt_real (&writer, NULL, STN_UNKNOWN_REAL);
  stn_json_writer_add_opt_real (&writer, NULL, STN_KNOWN_REAL (.5));
  stn_json_writer_add_boolean (&writer, NULL, FALSE);
  stn_json_writer_add_null (&writer, NULL);
  stn_json_writer_end_array (&writer);
  g_assert_cmpstr (out->str, ==, "[null,0,null,0.5,false,null]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json-writer/nesting-and-lines", test_nesting_and_lines);
  g_test_add_func ("/base/json-writer/numbers", test_numbers);
  g_test_add_func ("/base/json-writer/texts", test_texts);
  g_test_add_func ("/base/json-writer/unknown-is-null", test_unknown_is_null);
  return g_test_run ();
}
