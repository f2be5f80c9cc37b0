/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "base/stn-text-number.h"
#include "widgets/stn-factor-row.h"
#include "widgets/stn-month-grid.h"
#include "widgets/stn-value-entry.h"
#include "wording/stn-wording-parts.h"

#include <locale.h>

/* Run by in-locales: the first day, the clock, digits and decimal points are those of the locale, names of days are in the language
 * of the sentences, and what goes into files is the same everywhere. */

static const struct {
  const char *name;
  int first_day; /* 0: Sunday; CLDR 42, supplemental/weekData */
  const char *point;
  const char *typed; /* as the keyboard there has it */
  const char *time;
} locales[] = {
  {"C.UTF-8", 0, ".", "5.5", "22:30"},        {"en_US.UTF-8", 0, ".", "5.5", "10:30 PM"},
  {"de_DE.UTF-8", 1, ",", "5,5", "22:30"},    {"fa_IR.UTF-8", 6, ".", "۵٫۵", "22:30"},
  {"ar_EG.UTF-8", 6, ".", "٥٫٥", "10:30 PM"}, {"hi_IN.UTF-8", 0, ".", "५.५", "10:30 PM"},
  {"ne_NP.UTF-8", 0, ".", "५.५", "22:30"},    {"tr_TR.UTF-8", 1, ",", "5,5", "22:30"},
};

static GtkWidget *
find (GtkWidget *root, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static void
check_first_day (int first_day)
{
  static const char *const names[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  StnMonthGrid *grid = g_object_ref_sink (g_object_new (STN_TYPE_MONTH_GRID, NULL));
  GtkWidget *first = find (GTK_WIDGET (grid), GTK_TYPE_LABEL);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (first)), ==, names[first_day]);
  g_object_unref (grid);
}

/* Half of a glass is typed as people there do, and shown with their decimal point. */
static void
check_point (const char *typed, const char *point)
{
  const StnFactorScale scale = {0, 20, 0.5, 1, "", FALSE};
  g_autofree char *amount = stn_wording_amount (5.5, NULL);
  StnFactorRow *row =
    STN_FACTOR_ROW (g_object_ref_sink (stn_factor_row_new ("Drinks", "", &scale, 0)));
  GtkWidget *field = find (GTK_WIDGET (row), GTK_TYPE_SPIN_BUTTON);
  char buffer[STN_REAL_TEXT_SIZE];
  double value;

  gtk_editable_set_text (GTK_EDITABLE (field), typed);
  gtk_spin_button_update (GTK_SPIN_BUTTON (field));
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (field)), ==, 5.5);
  g_assert_nonnull (strstr (gtk_editable_get_text (GTK_EDITABLE (field)), point));
  g_assert_nonnull (strstr (amount, point));
  g_assert_cmpstr (stn_real_to_text (5.5, buffer), ==, "5.5");
  g_assert_true (stn_real_parse ("5.5", &value, NULL));
  g_assert_cmpfloat (value, ==, 5.5);
  g_object_unref (row);
}

static void
check_time (const char *expected)
{
  StnValueEntry *entry = g_object_ref_sink (g_object_new (STN_TYPE_VALUE_ENTRY, NULL));

  stn_value_entry_set_value (entry, STN_KNOWN_INT (22 * 60 + 30));
  g_assert_cmpstr (stn_value_entry_get_text (entry), ==, expected);
  g_object_unref (entry);
}

static void
test_locale (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);

  g_assert_nonnull (setlocale (LC_ALL, locales[i].name));
  check_first_day (locales[i].first_day);
  check_time (locales[i].time);
  check_point (locales[i].typed, locales[i].point);
  setlocale (LC_ALL, "C.UTF-8");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++) {
    g_autofree char *name = g_strconcat ("/app/locale/", locales[i].name, NULL);

    g_test_add_data_func (name, GUINT_TO_POINTER (i), test_locale);
  }
  return g_test_run ();
}
