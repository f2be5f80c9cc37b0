/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-report.h"

#include "wording/stn-wording-medicine.h"
#include "wording/stn-wording-parts.h"
#include "wording/stn-wording-trend.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

#define DAYS_OF_WEEK 7

static int
year_of (StnDate date)
{
  int year;

  stn_date_split (date, &year, NULL, NULL);
  return year;
}

/* "15 Nov"; with the year where it is not today's. */
static char *
brief_day (StnDate date, StnDate today)
{
  return stn_wording_axis_day (date, year_of (date) != year_of (today));
}

/* The head */

const char *
stn_wording_report_title (void)
{
  return _ ("Night leg cramps");
}

char *
stn_wording_report_period (StnDate from, StnDate to)
{
  g_autofree char *first = stn_wording_date_brief (from, to);
  g_autofree char *last = stn_wording_date_brief (to, STN_NO_DATE);

  /* Translators: 1, 2: first and last day of the period */
  return g_strdup_printf (_ ("%1$s to %2$s. Written by the patient. Not a diagnosis."), first,
                          last);
}

char *
stn_wording_report_person (const StnPerson *person)
{
  const char *sex = stn_wording_sex (person->sex);
  char *line = NULL;

  if (person->birth_year.known)
    /* Translators: a year */
    line = g_strdup_printf (_ ("Born %d"), person->birth_year.value);
  return stn_wording_join (line, *sex != '\0' ? g_strdup (sex) : NULL);
}

static char *
tenths (double value)
{
  return g_strdup_printf ("%.1f", value);
}

char *
stn_wording_report_rate (const StnReportHistory *history)
{
  const StnSummary *cramps = &history->cramps;

  if (cramps->n == 0)
    return g_strdup (_ ("No nights are recorded in this period."));
  g_autofree char *mean = tenths (DAYS_OF_WEEK * cramps->mean.value);
  g_autofree char *low = tenths (DAYS_OF_WEEK * cramps->low.value);
  g_autofree char *high = tenths (DAYS_OF_WEEK * cramps->high.value);
  if (history->is_past)
    return g_strdup_printf (
      /* Translators: 1: nights with cramps, 2: nights recorded, 3: days in which they lie (decides the plural), 4: nights
       * with cramps in a week, 5, 6: the range in which that likely is */
      ngettext ("Cramps on %1$u of %2$u recorded nights in %3$u day, %4$s a week (%5$s to %6$s).",
                "Cramps on %1$u of %2$u recorded nights in %3$u days, %4$s a week (%5$s to %6$s).",
                history->days),
      cramps->hits, cramps->n, history->days, mean, low, high);
  return g_strdup_printf (
    /* Translators: 1: nights with cramps, 2: nights recorded, 3: days in which they lie (decides the plural), 4: nights
     * with cramps in a week, 5, 6: the range in which that likely is */
    ngettext ("Cramps on %1$u of %2$u recorded nights in the last %3$u day, "
              "%4$s a week (%5$s to %6$s).",
              "Cramps on %1$u of %2$u recorded nights in the last %3$u days, "
              "%4$s a week (%5$s to %6$s).",
              history->days),
    cramps->hits, cramps->n, history->days, mean, low, high);
}

static void
add (GString *list, char *part)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? C_ ("list", ", ") : "", part);
  g_free (part);
}

char *
stn_wording_report_course (const StnReportHistory *history)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (history->severity.known)
    /* Translators: within a list; 0 to 10 */
    add (list, g_strdup_printf (_ ("usual pain %d/10"), history->severity.value));
  if (history->woken.known)
    add (list, g_strdup_printf (
                 /* Translators: within a list: how often a cramp woke the person */
                 ngettext ("woken %d time", "woken %d times", (gulong) history->woken.value),
                 history->woken.value));
  if (stn_date_is_set (history->first)) {
    int year, month;
    stn_date_split (history->first, &year, &month, NULL);
    g_autofree char *since = stn_wording_month (year, month);

    /* Translators: within a list; a month, "March 2025" */
    add (list, g_strdup_printf (_ ("diary since %s"), since));
  }
  if (list->len == 0)
    return NULL;
  g_autofree char *capital = stn_wording_capital (g_string_free (g_steal_pointer (&list), FALSE));
  /* Translators: a list of facts becomes a sentence */
  return g_strdup_printf (C_ ("sentence", "%s."), capital);
}

/* Headings */

const char *
stn_wording_report_questions (void)
{
  return _ ("My questions");
}

const char *
stn_wording_report_signs (void)
{
  return C_ ("heading", "Signs");
}

const char *
stn_wording_report_conditions (void)
{
  return _ ("Conditions");
}

const char *
stn_wording_report_medicines (void)
{
  return _ ("Medicines, newest change first");
}

const char *
stn_wording_report_tried (void)
{
  return _ ("What was tried");
}

const char *
stn_wording_report_patterns (void)
{
  return _ ("Clear patterns in this diary");
}

char *
stn_wording_report_usual (guint cramps)
{
  /* Translators: heading over what the cramps of the period were like */
  return g_strdup_printf (ngettext ("Picture of %u cramp", "Picture of %u cramps", cramps), cramps);
}

const char *
stn_wording_report_nights (void)
{
  return _ ("All nights of the period");
}

const char *
stn_wording_report_bars (void)
{
  return _ ("bars: likely range");
}

/* Rows */

char *
stn_wording_report_question (guint number, const char *text)
{
  /* Translators: 1: a number in a list, 2: a question */
  return g_strdup_printf (C_ ("list", "%1$u. %2$s"), number, text);
}

const char *
stn_wording_report_yes (void)
{
  return C_ ("sign", "Yes");
}

char *
stn_wording_report_denied (StnDate date, StnDate today)
{
  g_autofree char *day = brief_day (date, today);

  /* Translators: the person was asked and said no; a date */
  return g_strdup_printf (_ ("Denied %s"), day);
}

const char *
stn_wording_report_not_asked (void)
{
  return _ ("Not asked");
}

char *
stn_wording_report_sign (const char *id, StnDate date, StnDate today)
{
  const StnSignQuestion *sign = stn_knowledge_get_sign (stn_knowledge_get (), id);
  g_autofree char *name = NULL;

  if (sign == NULL)
    name = g_strdup (id);
  else if (sign->behind == NULL)
    name = g_strdup (gettext (sign->asked));
  else
    /* Translators: 1: a sign, 2: what more was asked of it: "One leg is swollen: It is tender to touch" */
    name = g_strdup_printf (C_ ("sign", "%1$s: %2$s"), gettext (sign->behind->asked),
                            gettext (sign->asked));
  if (!stn_date_is_set (date))
    return g_steal_pointer (&name);
  g_autofree char *day = brief_day (date, today);
  /* Translators: 1: a sign, 2: the date of the answer */
  return g_strdup_printf (C_ ("sign", "%1$s (%2$s)"), name, day);
}

char *
stn_wording_report_rest_of (const StnDoor *door)
{
  /* Translators: what else belongs to a group of signs: "Numbness: the rest" */
  return g_strdup_printf (_ ("%s: the rest"), gettext (door->name));
}

char *
stn_wording_report_long_cramp (int duration_s, StnDate night, StnDate today)
{
  g_autofree char *duration = stn_wording_duration (duration_s);
  g_autofree char *day = brief_day (night, today);

  /* Translators: 1: "14 min", 2: a date */
  return g_strdup_printf (_ ("Cramp of %1$s, not eased by stretching (%2$s)"), duration, day);
}

const char *
stn_wording_report_none (void)
{
  return _ ("None noted");
}

/* The dose on @today, of one that was stopped the last one. */
static const char *
last_dose (const StnMedicine *medicine)
{
  for (guint i = medicine->changes->len; i > 0; i--) {
    const StnMedicineChange *change = g_ptr_array_index (medicine->changes, i - 1);

    if (change->event != STN_MEDICINE_STOP)
      return change->dose;
  }
  return NULL;
}

char *
stn_wording_report_medicine (const StnMedicine *medicine, StnDate today)
{
  const char *dose = stn_medicine_is_in_use_on (medicine, today)
                       ? stn_medicine_get_dose_on (medicine, today)
                       : last_dose (medicine);

  if (dose == NULL)
    return g_strdup (medicine->name);
  /* Translators: 1: name of a medicine, 2: its dose */
  return g_strdup_printf (C_ ("medicine", "%1$s %2$s"), medicine->name, dose);
}

char *
stn_wording_report_medicine_before (const StnMedicine *medicine, StnDate today)
{
  if (medicine->changes->len < 2)
    return NULL;
  const StnMedicineChange *before =
    g_ptr_array_index (medicine->changes, medicine->changes->len - 2);
  g_autofree char *what = stn_wording_medicine_change (before);

  if (!stn_date_is_set (before->date))
    return g_steal_pointer (&what);
  g_autofree char *day = brief_day (before->date, today);
  /* Translators: an earlier step in the history of a medicine: 1: its date, 2: "Started, 1.5 mg" */
  return g_strdup_printf (C_ ("medicine", "%1$s: %2$s"), day, what);
}

char *
stn_wording_report_doses (guint doses)
{
  return g_strdup_printf (ngettext ("when needed, %u dose", "when needed, %u doses", doses), doses);
}

char *
stn_wording_report_condition (const StnPersonCondition *condition)
{
  const char *name = stn_wording_condition_name (condition);

  if (!stn_date_is_set (condition->since))
    return g_strdup (name);
  /* Translators: 1: a condition, 2: the year since which the person has it */
  return g_strdup_printf (C_ ("condition", "%1$s (%2$d)"), name, year_of (condition->since));
}

char *
stn_wording_report_relief (const char *name)
{
  return stn_wording_capital (stn_wording_relief (name));
}

char *
stn_wording_report_ended (guint ended, guint tried)
{
  /* Translators: 1: cramps that it ended, 2: cramps in which it was tried */
  return g_strdup_printf (_ ("ended %1$u of %2$u"), ended, tried);
}

char *
stn_wording_report_evenings (guint done, guint recorded)
{
  /* Translators: 1: evenings on which it was done, 2: evenings recorded */
  return g_strdup_printf (ngettext ("%1$u of %2$u evening", "%1$u of %2$u evenings", recorded),
                          done, recorded);
}

char *
stn_wording_report_count (guint n, guint of, guint cramps)
{
  if (of == cramps)
    return g_strdup_printf ("%u", n);
  /* Translators: 1: cramps of this kind, 2: cramps of which it is known */
  return g_strdup_printf (C_ ("cramps", "%1$u of %2$u"), n, of);
}

const char *
stn_wording_report_trait (StnUsualTrait trait)
{
  switch (trait) {
  case STN_USUAL_TRAIT_CALF_OR_FOOT:
    return _ ("Calf or foot");
  case STN_USUAL_TRAIT_SHORT:
    return _ ("At most 10 minutes");
  case STN_USUAL_TRAIT_STRONG:
    return _ ("Strong pain (7+)");
  case STN_USUAL_TRAIT_WOKE:
    return _ ("Woke me");
  case STN_USUAL_TRAIT_SORE:
    return _ ("Sore afterwards");
  case STN_USUAL_TRAIT_DISTRESSING:
    return _ ("Distressing (5+)");
  }
  g_return_val_if_reached ("");
}

static void
take_text (
  GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  g_string_append_len (data, text, (gssize) length);
}

/* Counts of findings are markup. */
static char *
strip_markup (const char *markup)
{
  static const GMarkupParser parser = {.text = take_text};
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, out, NULL);
  g_autofree char *whole = g_strconcat ("<s>", markup, "</s>", NULL);

  g_return_val_if_fail (g_markup_parse_context_parse (context, whole, -1, NULL), g_strdup (markup));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
stn_wording_report_pattern (const StnFinding *finding,
                            const StnAnalysis *analysis,
                            GPtrArray *factors,
                            StnDate today)
{
  g_autoptr (StnFindingText) text = stn_wording_finding (finding, analysis, factors, today);

  g_return_val_if_fail (text != NULL, NULL);
  g_autofree char *counts = strip_markup (text->counts);
  if (text->suspected == NULL)
    return g_steal_pointer (&counts);
  return g_strjoin (" ", counts, _ ("Suspected beforehand."), NULL);
}

/* Foot */

const char *
stn_wording_report_foot (void)
{
  return _ ("Nights not recorded are left out.");
}

char *
stn_wording_report_made (StnDate today)
{
  g_autofree char *day = stn_wording_date_brief (today, STN_NO_DATE);

  /* Translators: which program made the page, and when; a date */
  return g_strdup_printf (_ ("Stillnight, %s"), day);
}

char *
stn_wording_report_page (guint page, guint pages)
{
  /* Translators: 1: this page, 2: number of pages */
  return g_strdup_printf (_ ("Page %1$u of %2$u"), page, pages);
}

char *
stn_wording_report_continues (guint page)
{
  return g_strdup_printf (_ ("continued on page %u"), page);
}

const char *
stn_wording_report_more (void)
{
  /* Translators: below a list on the page for the doctor that had no room for all of it; the rest is to be seen in the program */
  return _ ("more in Stillnight");
}

char *
stn_wording_report_continued (const char *heading)
{
  /* Translators: heading of what did not fit on the page before: "Signs, continued" */
  return g_strdup_printf (_ ("%s, continued"), heading);
}

/* The bedside card */

const char *
stn_wording_card_relief (void)
{
  return _ ("When a cramp comes");
}

const char *
stn_wording_card_grid (void)
{
  return _ ("My nights");
}

const char *
stn_wording_card_month (void)
{
  return _ ("Month:");
}

char *
stn_wording_card_emergency (const char *number)
{
  /* Translators: a number to call */
  return g_strdup_printf (_ ("In an emergency: %s"), number);
}

const char *
stn_wording_card_column (guint column)
{
  static const char *const names[STN_N_GRID_COLUMNS] = {
    NC_ ("column", "Night of"), NC_ ("column", "Cramps"), NC_ ("column", "Pain 0-10"),
    NC_ ("column", "Minutes"),  NC_ ("column", "Leg"),    NC_ ("column", "Stretched"),
    NC_ ("column", "Glasses"),  NC_ ("column", "Other"),
  };

  g_return_val_if_fail (column < STN_N_GRID_COLUMNS, "");
  return g_dpgettext2 (NULL, "column", names[column]);
}
