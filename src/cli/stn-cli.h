/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-clock.h"
#include "base/stn-date.h"
#include "base/stn-optional.h"
#include "diary/stn-diary.h"

G_BEGIN_DECLS

/** Error domain of the command line. USAGE ends with exit code 2, every other error of any domain with 1. */
#define STN_CLI_ERROR (stn_cli_error_quark ())
GQuark stn_cli_error_quark (void);

typedef enum {
  STN_CLI_ERROR_USAGE, /* the command line itself cannot be meant, whatever the diary holds */
  STN_CLI_ERROR_DATA,  /* what is asked for does not go with the diary or the file */
} StnCliError;

/**
 * StnCliOption: an option of a verb, given as "--name", "--name VALUE" or "--name=VALUE".
 * @value: what it takes, in capitals, or NULL for a switch.
 * @repeats: may be given more than once; else giving it twice is an error.
 * @help: one line, N_().
 */
typedef struct {
  const char *name;
  const char *value;
  gboolean repeats;
  const char *help;
} StnCliOption;

/** Closes an array of options. */
#define STN_CLI_NO_MORE_OPTIONS ((StnCliOption){NULL, NULL, FALSE, NULL})

/** StnCliVerb.max_arguments: as many as you like. */
#define STN_CLI_ANY G_MAXUINT

typedef struct _StnCli StnCli;

/**
 * StnCliVerb: one verb of stillnight-cli, one file each; the table of them is in stn-cli-verbs.c.
 * @arguments: words for the help ("FILE"), "" when there are none.
 * @summary: one line, N_(). @options: closed by one without a name, or NULL; without --diary and --help, which all have.
 * @run: does it; what it wrote with stn_cli_out() is printed only after it returned TRUE.
 */
typedef struct {
  const char *name;
  const char *arguments;
  guint min_arguments;
  guint max_arguments;
  const char *summary;
  const StnCliOption *options;
  gboolean (*run) (StnCli *cli, GError **error);
} StnCliVerb;

/**
 * StnCli: one command line, read and checked against its verb.
 */
struct _StnCli {
  const StnCliVerb *verb; /* NULL when only help was asked for */
  gboolean help;
  gboolean version;
  char *diary_path;     /* never NULL */
  gboolean has_diary;   /* --diary was given */
  GHashTable *options;  /* name -> GPtrArray of char *, "" for a switch */
  GPtrArray *no_values; /* the list of an option that was not given */
  GPtrArray *arguments;
  StnClock *clock;
  char *notice; /* one line beside what is printed, or NULL */
  GString *out;
};

/**
 * stn_cli_parse: reads a command line. --diary may stand before or after the verb; "--" ends the options.
 * @words: without the program's name. @verbs: NULL-terminated.
 *
 * Errors: USAGE. Returns: (transfer full).
 */
StnCli *stn_cli_parse (const char *const *words, const StnCliVerb *const *verbs, GError **error);
void stn_cli_free (StnCli *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnCli, stn_cli_free)

/** stn_cli_help: (transfer full) the help of the verb, or of the program when there is none. */
char *stn_cli_help (const StnCli *self, const StnCliVerb *const *verbs);

/** stn_cli_out: (transfer none) what the verb prints: UTF-8, complete lines. */
GString *stn_cli_out (StnCli *self);

/**
 * stn_cli_print: prints at once. stn_cli_flush: what stands in stn_cli_out(), for a verb that takes its time.
 *
 * Errors: DATA when standard output cannot be written.
 */
gboolean stn_cli_print (const char *text, gsize length, GError **error);
gboolean stn_cli_flush (StnCli *self, GError **error);

gboolean stn_cli_has (const StnCli *self, const char *option);

/** stn_cli_get: (nullable) (transfer none) the value of an option that was given. */
const char *stn_cli_get (const StnCli *self, const char *option);

/** stn_cli_list: (transfer none) (element-type utf8) all values of a repeating option in order; empty when not given. */
GPtrArray *stn_cli_list (const StnCli *self, const char *option);

/**
 * Readers of an option's value: TRUE and nothing written when it was not given. Errors: USAGE, naming the option.
 */
gboolean stn_cli_get_int (
  const StnCli *self, const char *option, int min, int max, StnOptInt *ret, GError **error);
gboolean stn_cli_get_date (const StnCli *self, const char *option, StnDate *ret, GError **error);
gboolean
stn_cli_get_clock_time (const StnCli *self, const char *option, StnOptInt *ret, GError **error);
gboolean
stn_cli_get_answer (const StnCli *self, const char *option, StnAnswer *ret, GError **error);

/** stn_cli_usage: makes @error say "--option: what" out of an error that a reader of words gave (taken); returns FALSE. */
gboolean stn_cli_usage (const char *option, GError *reason, GError **error);

/** stn_cli_open_diary: opens the diary that was asked for. Errors: of the store. (transfer full) */
StnDiary *stn_cli_open_diary (StnCli *self, StnStoreMode mode, GError **error);

/**
 * stn_cli_name_way_out: where @error says that the diary that was asked for cannot be read and there is a backup that can, adds the
 * day of it and the commands that help to the message.
 */
void stn_cli_name_way_out (StnCli *self, GError **error);

/**
 * stn_cli_make_empty_diary: a diary in a folder of its own, to try on what is not to leave a trace.
 * Returns: (transfer full): its path, for stn_cli_remove_empty_diary().
 */
char *stn_cli_make_empty_diary (StnCli *self, GError **error);
void stn_cli_remove_empty_diary (char *path);

/**
 * stn_cli_fill_diary: runs @fill on the diary that was asked for. Where there is none yet it is made beside its place and gets its name
 * once it was filled: what fails or is stopped leaves nothing. @fill runs again on the diary that another program made meanwhile.
 *
 * Errors: of @fill and of the store.
 */
gboolean stn_cli_fill_diary (StnCli *self,
                             gboolean (*fill) (StnDiary *diary, gpointer data, GError **error),
                             gpointer data,
                             GError **error);

/** stn_cli_notice: one line on standard error beside what is printed; the first one counts, and none when the verb fails. */
void stn_cli_notice (StnCli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * stn_cli_try_first: when there is no diary yet, runs the verb on one that is thrown away, so that what the diary
 * does not allow leaves no new, empty one behind. Call it first in @run, itself.
 */
gboolean stn_cli_try_first (StnCli *self, gboolean (*run) (StnCli *, GError **), GError **error);

G_END_DECLS
