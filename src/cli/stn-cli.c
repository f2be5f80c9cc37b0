/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli.h"

#include "base/stn-text-line.h"
#include "base/stn-text-number.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

G_DEFINE_QUARK (stn - cli - error - quark, stn_cli_error)

static StnCli *
cli_new (void)
{
  StnCli *self = g_new0 (StnCli, 1);

  self->options =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->arguments = g_ptr_array_new_with_free_func (g_free);
  self->no_values = g_ptr_array_new ();
  self->out = g_string_new (NULL);
  return self;
}

void
stn_cli_free (StnCli *self)
{
  if (self == NULL)
    return;
  g_free (self->diary_path);
  g_free (self->notice);
  g_hash_table_unref (self->options);
  g_ptr_array_unref (self->arguments);
  g_ptr_array_unref (self->no_values);
  g_clear_pointer (&self->clock, stn_clock_unref);
  g_string_free (self->out, TRUE);
  g_free (self);
}

static gboolean fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, message);
  return FALSE;
}

static const StnCliVerb *
find_verb (const StnCliVerb *const *verbs, const char *name)
{
  for (; *verbs != NULL; verbs++)
    if (g_str_equal ((*verbs)->name, name))
      return *verbs;
  return NULL;
}

static const StnCliOption *
find_option (const StnCliVerb *verb, const char *name)
{
  static const StnCliOption everywhere[] = {
    {"diary", "FILE", FALSE, NULL},
    {"help", NULL, FALSE, NULL},
    {"version", NULL, FALSE, NULL},
  };

  if (name == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (everywhere); i++)
    if (g_str_equal (everywhere[i].name, name))
      return &everywhere[i];
  for (const StnCliOption *option = verb == NULL ? NULL : verb->options;
       option != NULL && option->name != NULL; option++)
    if (g_str_equal (option->name, name))
      return option;
  return NULL;
}

static gboolean
add_value (StnCli *self, const StnCliOption *option, const char *value, GError **error)
{
  GPtrArray *values = g_hash_table_lookup (self->options, option->name);

  if (values != NULL && !option->repeats)
    return fail (error, "--%s is given twice", option->name);
  if (!g_utf8_validate (value, -1, NULL) && !g_str_equal (option->name, "diary"))
    return fail (error, "--%s: the text is not UTF-8", option->name);
  if (values == NULL) {
    values = g_ptr_array_new_with_free_func (g_free);
    g_hash_table_insert (self->options, g_strdup (option->name), values);
  }
  g_ptr_array_add (values, g_strdup (value));
  return TRUE;
}

/* Reads the option at *words and moves *words to its last word. */
static gboolean
take_option (StnCli *self, const char *const **words, GError **error)
{
  const char *word = **words;
  const char *equals = strchr (word, '=');
  const char *name_end = equals == NULL ? word + strlen (word) : equals;
  g_autofree char *name = word[1] == '-' ? g_strndup (word + 2, name_end - word - 2) : NULL;
  const StnCliOption *option = find_option (self->verb, g_str_equal (word, "-h") ? "help" : name);

  if (option == NULL && self->verb == NULL)
    return fail (error, "unknown option '%s' before the verb", stn_excerpt (word));
  if (option == NULL)
    return fail (error, "%s: unknown option '%s'; see 'stillnight-cli %s --help'", self->verb->name,
                 stn_excerpt (word), self->verb->name);
  if (option->value == NULL)
    return equals == NULL ? add_value (self, option, "", error)
                          : fail (error, "--%s takes no value", option->name);
  if (equals != NULL)
    return add_value (self, option, equals + 1, error);
  if ((*words)[1] == NULL || g_str_has_prefix ((*words)[1], "--"))
    return fail (error, "--%s needs a value: --%s %s", option->name, option->name, option->value);
  *words += 1;
  return add_value (self, option, **words, error);
}

static gboolean
take_word (StnCli *self, const char *word, const StnCliVerb *const *verbs, GError **error)
{
  if (self->verb != NULL) {
    g_ptr_array_add (self->arguments, g_strdup (word));
    return TRUE;
  }
  self->verb = find_verb (verbs, word);
  return self->verb != NULL ||
         fail (error, "unknown verb '%s'; see 'stillnight-cli --help'", stn_excerpt (word));
}

static gboolean
refuse_word (const StnCliVerb *verb, const char *word, GError **error)
{
  StnDate date;

  if (stn_date_parse (word, &date, NULL) && find_option (verb, "date") != NULL)
    return fail (error, "%s: the night is given as --date %s", verb->name, word);
  return fail (error, "%s: '%s' is one word too many", verb->name, stn_excerpt (word));
}

static gboolean
check_arguments (StnCli *self, GError **error)
{
  const StnCliVerb *verb = self->verb;

  if (verb == NULL)
    return fail (error, "no verb is given; see 'stillnight-cli --help'");
  if (self->arguments->len < verb->min_arguments)
    return fail (error, "%s needs %s", verb->name, verb->arguments);
  if (self->arguments->len > verb->max_arguments)
    return refuse_word (verb, g_ptr_array_index (self->arguments, verb->max_arguments), error);
  return TRUE;
}

StnCli *
stn_cli_parse (const char *const *words, const StnCliVerb *const *verbs, GError **error)
{
  g_return_val_if_fail (words != NULL && verbs != NULL, NULL);
  g_autoptr (StnCli) self = cli_new ();
  gboolean options_end = FALSE;

  for (; *words != NULL; words++) {
    if (!options_end && g_str_equal (*words, "--"))
      options_end = TRUE;
    else if (!options_end && (*words)[0] == '-' && (*words)[1] != '\0'
               ? !take_option (self, &words, error)
               : !take_word (self, *words, verbs, error))
      return NULL;
  }
  self->help = stn_cli_has (self, "help");
  self->version = stn_cli_has (self, "version");
  self->has_diary = stn_cli_has (self, "diary");
  self->diary_path =
    self->has_diary ? g_strdup (stn_cli_get (self, "diary")) : stn_diary_default_path ();
  if (*self->diary_path == '\0') {
    fail (error, "--diary needs a value: --diary FILE");
    return NULL;
  }
  if (!self->help && !self->version && !check_arguments (self, error))
    return NULL;
  self->clock = stn_clock_new_from (g_getenv (STN_CLOCK_VARIABLE), error);
  if (self->clock == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

GString *
stn_cli_out (StnCli *self)
{
  return self->out;
}

gboolean
stn_cli_has (const StnCli *self, const char *option)
{
  return g_hash_table_contains (self->options, option);
}

const char *
stn_cli_get (const StnCli *self, const char *option)
{
  GPtrArray *values = g_hash_table_lookup (self->options, option);

  return values == NULL ? NULL : g_ptr_array_index (values, 0);
}

/* A note from a foreign file must not steer the terminal, the stretch may begin its line again; a pipe or file gets every byte as it is. */
static char *
make_harmless (const char *text, gsize length)
{
  GString *harmless = g_string_sized_new (length);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    g_string_append_unichar (
      harmless, g_unichar_iscntrl (c) && strchr ("\n\r\t", (int) c) == NULL ? 0xFFFD : c);
  }
  return g_string_free (harmless, FALSE);
}

gboolean
stn_cli_print (const char *text, gsize length, GError **error)
{
  g_autofree char *harmless = NULL;

  if (isatty (STDOUT_FILENO) && g_utf8_validate (text, (gssize) length, NULL)) {
    text = harmless = make_harmless (text, length);
    length = strlen (harmless);
  }
  if (fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA, "cannot write to standard output: %s",
               g_strerror (errno));
  return FALSE;
}

gboolean
stn_cli_flush (StnCli *self, GError **error)
{
  if (!stn_cli_print (self->out->str, self->out->len, error))
    return FALSE;
  g_string_truncate (self->out, 0);
  return TRUE;
}

GPtrArray *
stn_cli_list (const StnCli *self, const char *option)
{
  GPtrArray *values = g_hash_table_lookup (self->options, option);

  return values == NULL ? self->no_values : values;
}

gboolean
stn_cli_usage (const char *option, GError *reason, GError **error)
{
  fail (error, "--%s: %s", option, reason->message);
  g_error_free (reason);
  return FALSE;
}

gboolean
stn_cli_get_int (
  const StnCli *self, const char *option, int min, int max, StnOptInt *ret, GError **error)
{
  const char *text = stn_cli_get (self, option);
  GError *reason = NULL;
  int value;

  if (text == NULL)
    return TRUE;
  if (!stn_int_parse (text, min, max, &value, &reason))
    return stn_cli_usage (option, reason, error);
  *ret = STN_KNOWN_INT (value);
  return TRUE;
}

gboolean
stn_cli_get_date (const StnCli *self, const char *option, StnDate *ret, GError **error)
{
  const char *text = stn_cli_get (self, option);
  GError *reason = NULL;

  if (text != NULL && !stn_date_parse (text, ret, &reason))
    return stn_cli_usage (option, reason, error);
  return TRUE;
}

gboolean
stn_cli_get_clock_time (const StnCli *self, const char *option, StnOptInt *ret, GError **error)
{
  const char *text = stn_cli_get (self, option);
  GError *reason = NULL;
  int minute;

  if (text == NULL)
    return TRUE;
  if (!stn_clock_time_parse (text, &minute, &reason))
    return stn_cli_usage (option, reason, error);
  *ret = STN_KNOWN_INT (minute);
  return TRUE;
}

gboolean
stn_cli_get_answer (const StnCli *self, const char *option, StnAnswer *ret, GError **error)
{
  const char *text = stn_cli_get (self, option);
  GError *reason = NULL;

  if (text != NULL && !stn_answer_parse (text, ret, &reason))
    return stn_cli_usage (option, reason, error);
  return TRUE;
}
