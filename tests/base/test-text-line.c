/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-text-line.h"

#include "base/stn-date.h"

static char *
repeat (const char *piece, guint times)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

static void
test_excerpt (void)
{
  static const struct {
    const char *text, *quoted;
  } cases[] = {
    {"", ""},
    {"2026-13-01", "2026-13-01"},
    {"Wadenkrämpfe 夜 🦵", "Wadenkrämpfe 夜 🦵"},
    {"\x99\xff", "\\x99\\xff"},
    {"a\xc3", "a\\xc3"},                          /* the text ends in the middle of a character */
    {"\xed\xa0\x80", "\\xed\\xa0\\x80"},          /* half a surrogate */
    {"\xf4\x90\x80\x80", "\\xf4\\x90\\x80\\x80"}, /* behind the last character */
    {"a\nb\t\x1b[2J\x7f", "a b  [2J "},
    {"\xc2\x85\u2028\u2029", "   "},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (stn_excerpt (cases[i].text), ==, cases[i].quoted);
}

/* Whatever a character is made of, as many stand there, and none of them is cut. */
static void
test_excerpt_is_short (void)
{
  static const struct {
    const char *piece, *quoted;
  } cases[] = {
    {"a", "a"}, {"ä", "ä"}, {"夜", "夜"}, {"🦵", "🦵"}, {"\x99", "\\x99"}, {"\u2028", " "},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *whole = repeat (cases[i].piece, STN_EXCERPT_CHARACTERS);
    g_autofree char *whole_quoted = repeat (cases[i].quoted, STN_EXCERPT_CHARACTERS);
    g_autofree char *longer = g_strconcat (whole, cases[i].piece, NULL);
    g_autofree char *longer_quoted = g_strconcat (whole_quoted, "...", NULL);

    g_assert_cmpstr (stn_excerpt (whole), ==, whole_quoted);
    g_assert_cmpstr (stn_excerpt (longer), ==, longer_quoted);
  }
}

static void
test_error_is_utf8 (void)
{
  g_autofree char *text = repeat ("x夜\x99", 100);

  for (guint begin = 0; begin < 5; begin++) {
    g_autoptr (GError) error = NULL;
    StnDate date;

    g_assert_false (stn_date_parse (text + begin, &date, &error));
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text-line/excerpt", test_excerpt);
  g_test_add_func ("/base/text-line/excerpt-is-short", test_excerpt_is_short);
  g_test_add_func ("/base/text-line/error-is-utf8", test_error_is_utf8);
  return g_test_run ();
}
