/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-paper-row.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "base/stn-text-number.h"
#include "present/stn-portion.h"
#include "wording/stn-wording-report.h"
#include "wording/stn-wording.h"

#define MINUTES_MAX (STN_DURATION_MAX_S / 60)

/* A tab parts the cells of a draft; nobody can type one into a field of one line. */
#define BETWEEN "\t"

void
stn_paper_row_free (StnPaperRow *self)
{
  for (guint i = 0; i < STN_PAPER_COLUMNS; i++)
    g_free (self->cells[i]);
  g_free (self);
}

const char *
stn_paper_column_name (StnPaperColumn column)
{
  return stn_wording_card_column ((guint) column + 1);
}

/* (transfer full) without blanks around it; NULL when nothing is written. */
static char *
get_cell (const StnPaperRow *self, StnPaperColumn column)
{
  const char *text = self->cells[column];
  g_autofree char *cell = text == NULL ? NULL : g_strstrip (g_strdup (text));

  return cell == NULL || *cell == '\0' ? NULL : g_steal_pointer (&cell);
}

gboolean
stn_paper_row_is_empty (const StnPaperRow *self)
{
  for (guint i = 0; i < STN_PAPER_COLUMNS; i++) {
    g_autofree char *cell = get_cell (self, (StnPaperColumn) i);

    if (cell != NULL)
      return FALSE;
  }
  return TRUE;
}

/* Reading a cell */

/* Without accents and case, as far as that goes: "Sí" is begun by "si". */
static char *
fold (const char *text)
{
  g_autofree char *plain = g_str_to_ascii (text, NULL);

  return g_ascii_strdown (plain, -1);
}

static gboolean
begins (const char *word, const char *typed)
{
  g_autofree char *whole = g_utf8_casefold (word, -1);
  g_autofree char *begun = g_utf8_casefold (typed, -1);
  g_autofree char *whole_plain = fold (word);
  g_autofree char *begun_plain = fold (typed);

  return g_str_has_prefix (whole, begun) || g_str_has_prefix (whole_plain, begun_plain);
}

/* How many marks there are, one after the other; 0: there is something else. */
static int
count_marks (const char *cell)
{
  static const char *const marks[] = {"x", "X", "+", "|", "/", "✓", "✔", "✗"};
  int n = 0;

  for (const char *at = cell; *at != '\0'; n++) {
    gsize length = 0;

    for (guint i = 0; length == 0 && i < G_N_ELEMENTS (marks); i++)
      if (g_str_has_prefix (at, marks[i]))
        length = strlen (marks[i]);
    if (length == 0)
      return 0;
    at += length;
  }
  return n;
}

static gboolean
is_dash (const char *cell)
{
  return g_str_equal (cell, "-") || g_str_equal (cell, "–") || g_str_equal (cell, "—");
}

/* A broken number may have a comma. */
static gboolean
read_number (const char *cell, double max, double *ret)
{
  g_autofree char *text = g_strdelimit (g_strdup (cell), ",", '.');

  return stn_real_parse (text, ret, NULL) && *ret >= 0 && *ret <= max;
}

static gboolean
read_count (const char *cell, int *ret)
{
  *ret = is_dash (cell) ? 0 : count_marks (cell);
  return is_dash (cell) || (*ret > 0 && *ret <= STN_EPISODES_MAX) ||
         stn_int_parse (cell, 0, STN_EPISODES_MAX, ret, NULL);
}

static gboolean
read_side (const char *cell, StnSide *ret)
{
  for (StnSide side = STN_SIDE_LEFT; side <= STN_SIDE_BOTH; side++)
    if (begins (stn_wording_side (side), cell)) {
      *ret = side;
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_answer (const char *cell, gboolean *ret)
{
  *ret = count_marks (cell) == 1 || g_str_equal (cell, "1") || begins (_ ("Yes"), cell);
  return *ret || is_dash (cell) || g_str_equal (cell, "0") || begins (_ ("No"), cell);
}

/* What a cell says, each by its column. */
typedef struct {
  int count;
  int pain;
  double minutes;
  StnSide side;
  gboolean stretched;
  double glasses;
} Said;

static gboolean
read_cell (const char *cell, StnPaperColumn column, const StnFactor *fluids, Said *said)
{
  switch (column) {
  case STN_PAPER_CRAMPS:
    return read_count (cell, &said->count);
  case STN_PAPER_PAIN:
    return stn_int_parse (cell, 0, STN_SEVERITY_MAX, &said->pain, NULL);
  case STN_PAPER_MINUTES:
    return read_number (cell, MINUTES_MAX, &said->minutes);
  case STN_PAPER_LEG:
    return read_side (cell, &said->side);
  case STN_PAPER_STRETCHED:
    return read_answer (cell, &said->stretched);
  case STN_PAPER_GLASSES:
    return read_number (cell, stn_portion_of (fluids).max, &said->glasses);
  case STN_PAPER_OTHER:
    return TRUE;
  }
  g_return_val_if_reached (FALSE);
}

static char *
explain (StnPaperColumn column, const StnFactor *fluids)
{
  switch (column) {
  case STN_PAPER_CRAMPS:
    return g_strdup_printf (_ ("How many: a number up to %d, or 0 for none"), STN_EPISODES_MAX);
  case STN_PAPER_PAIN:
    return g_strdup (_ ("A whole number from 0 to 10"));
  case STN_PAPER_MINUTES:
    return g_strdup_printf (_ ("A number of minutes up to %d"), MINUTES_MAX);
  case STN_PAPER_LEG:
    /* Translators: 1 to 3: the words for left, right and both, of which the first letter may be typed */
    return g_strdup_printf (_ ("%1$s, %2$s or %3$s; the first letter is enough"),
                            stn_wording_side (STN_SIDE_LEFT), stn_wording_side (STN_SIDE_RIGHT),
                            stn_wording_side (STN_SIDE_BOTH));
  case STN_PAPER_STRETCHED:
    return g_strdup (_ ("x for yes, 0 for no"));
  case STN_PAPER_GLASSES:
    return g_strdup_printf (_ ("A number of glasses up to %d"), (int) stn_portion_of (fluids).max);
  case STN_PAPER_OTHER:
    break;
  }
  g_return_val_if_reached (NULL);
}

/* Whether the night is said to be without cramps. */
static gboolean
is_quiet (const StnPaperRow *self)
{
  g_autofree char *cell = get_cell (self, STN_PAPER_CRAMPS);
  int count;

  return cell != NULL && read_count (cell, &count) && count == 0;
}

static gboolean
is_of_cramp (StnPaperColumn column)
{
  return column == STN_PAPER_PAIN || column == STN_PAPER_MINUTES || column == STN_PAPER_LEG;
}

char *
stn_paper_row_get_problem (const StnPaperRow *self, StnPaperColumn column, const StnFactor *fluids)
{
  g_return_val_if_fail (self != NULL && fluids != NULL, NULL);
  g_autofree char *cell = get_cell (self, column);
  Said said = {0};

  if (cell == NULL)
    return NULL;
  if (!read_cell (cell, column, fluids, &said))
    return explain (column, fluids);
  if (is_of_cramp (column) && is_quiet (self))
    return g_strdup (_ ("This row tells of a cramp, but also says that there was none"));
  return NULL;
}

static gboolean
has_problem (const StnPaperRow *self, const StnFactor *fluids)
{
  for (guint i = 0; i < STN_PAPER_COLUMNS; i++) {
    g_autofree char *problem = stn_paper_row_get_problem (self, (StnPaperColumn) i, fluids);

    if (problem != NULL)
      return TRUE;
  }
  return FALSE;
}

static void
take_cramps (StnNight *night, const Said *said, const char *const *cells)
{
  gboolean is_told = cells[STN_PAPER_PAIN] != NULL || cells[STN_PAPER_MINUTES] != NULL ||
                     cells[STN_PAPER_LEG] != NULL;
  int count = cells[STN_PAPER_CRAMPS] != NULL ? said->count : is_told ? 1 : 0;
  StnEpisode *worst;

  night->no_cramps = cells[STN_PAPER_CRAMPS] != NULL && count == 0;
  for (int i = 0; i < count; i++)
    g_ptr_array_add (night->episodes, stn_episode_new ());
  if (count == 0)
    return;
  worst = g_ptr_array_index (night->episodes, 0);
  if (cells[STN_PAPER_PAIN] != NULL)
    worst->severity = STN_KNOWN_INT (said->pain);
  if (cells[STN_PAPER_MINUTES] != NULL)
    worst->duration_s = STN_KNOWN_INT ((int) round (said->minutes * 60));
  worst->side = said->side;
}

static void
take_day (StnNight *night, const Said *said, const char *const *cells, const StnFactor *fluids)
{
  if (cells[STN_PAPER_GLASSES] != NULL)
    stn_night_take_value (night, stn_factor_value_new (fluids->slug,
                                                       said->glasses * stn_portion_of (fluids).size,
                                                       STN_ENTERED_UNKNOWN));
  if (cells[STN_PAPER_STRETCHED] != NULL)
    stn_night_take_value (
      night, stn_factor_value_new ("stretch", said->stretched ? 1 : 0, STN_ENTERED_UNKNOWN));
  night->note = g_strdup (cells[STN_PAPER_OTHER]);
}

StnNight *
stn_paper_row_read (const StnPaperRow *self, StnDate key, const StnFactor *fluids)
{
  g_return_val_if_fail (self != NULL && fluids != NULL && stn_date_is_set (key), NULL);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  StnNight *night;
  Said said = {0};

  if (stn_paper_row_is_empty (self) || has_problem (self, fluids))
    return NULL;
  for (guint i = 0; i < STN_PAPER_COLUMNS; i++) {
    char *cell = get_cell (self, (StnPaperColumn) i);

    g_ptr_array_add (cells, cell);
    if (cell != NULL)
      read_cell (cell, (StnPaperColumn) i, fluids, &said);
  }
  night = stn_night_new (key);
  take_cramps (night, &said, (const char *const *) cells->pdata);
  take_day (night, &said, (const char *const *) cells->pdata, fluids);
  return night;
}

/* What the diary says already */

static char *
show_real (double value)
{
  char text[STN_REAL_TEXT_SIZE];

  return g_strdup (stn_real_to_text (round (value * 10) / 10, text));
}

static char *
show_count (const StnNight *night)
{
  if (stn_night_get_state (night) == STN_NIGHT_NOT_RECORDED)
    return NULL;
  return g_strdup_printf ("%u", night->episodes->len);
}

static char *
show_worst (const StnEpisode *worst, StnPaperColumn column)
{
  if (worst == NULL)
    return NULL;
  if (column == STN_PAPER_PAIN)
    return worst->severity.known ? g_strdup_printf ("%d", worst->severity.value) : NULL;
  if (column == STN_PAPER_MINUTES)
    return worst->duration_s.known ? show_real (worst->duration_s.value / 60.0) : NULL;
  return g_strdup (stn_wording_side (worst->side));
}

static char *
show_value (const StnNight *night, const char *slug, double portion)
{
  const StnFactorValue *value = stn_night_get_value (night, slug);

  return value == NULL ? NULL : show_real (value->value / portion);
}

char *
stn_paper_row_show (const StnNight *night, StnPaperColumn column, const StnFactor *fluids)
{
  g_return_val_if_fail (night != NULL && fluids != NULL, NULL);
  char *text = NULL;

  switch (column) {
  case STN_PAPER_CRAMPS:
    text = show_count (night);
    break;
  case STN_PAPER_PAIN:
  case STN_PAPER_MINUTES:
  case STN_PAPER_LEG:
    text = show_worst (stn_night_get_worst (night), column);
    break;
  case STN_PAPER_STRETCHED:
    text = show_value (night, "stretch", 1);
    break;
  case STN_PAPER_GLASSES:
    text = show_value (night, fluids->slug, stn_portion_of (fluids).size);
    break;
  case STN_PAPER_OTHER:
    text = g_strdup (night->note);
    break;
  }
  return text != NULL ? text : g_strdup ("");
}

/* Drafts */

char *
stn_paper_row_write (const StnPaperRow *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < STN_PAPER_COLUMNS; i++) {
    g_autofree char *cell = g_strdup (self->cells[i] != NULL ? self->cells[i] : "");

    g_string_append_printf (text, "%s%s", i > 0 ? BETWEEN : "", g_strdelimit (cell, BETWEEN, ' '));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

StnPaperRow *
stn_paper_row_parse (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_auto (GStrv) cells = g_strsplit (text, BETWEEN, STN_PAPER_COLUMNS);
  StnPaperRow *self = g_new0 (StnPaperRow, 1);

  for (guint i = 0; cells[i] != NULL; i++)
    self->cells[i] = g_strdup (cells[i]);
  return self;
}
