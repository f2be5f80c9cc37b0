/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-month-grid.h"

#include <langinfo.h>

#include "present/stn-date-text.h"
#include "widgets/stn-tab-stop.h"

#define WEEKDAYS 7
#define WEEKS 6
#define CELLS (WEEKDAYS * WEEKS)
#define GLYPH_SIZE 22
#define CELL_WIDTH 58 /* where there is room */

struct _StnMonthGrid {
  GtkWidget parent_instance;

  StnDate first; /* of the month */
  int n_days;
  int n_before; /* cells before the first */
  GtkWidget *grid;
  GtkWidget *cells[CELLS]; /* buttons */
};

G_DEFINE_FINAL_TYPE (StnMonthGrid, stn_month_grid, GTK_TYPE_WIDGET)

enum { NIGHT_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Of the locale: 0 = Sunday. https://sourceware.org/glibc/wiki/Locales: the week's first day is the weekday of
 * week-1stday, moved by first_weekday. */
static int
first_weekday (void)
{
  const char *first = nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  guint origin = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));
  int shift = origin == 19971201 ? 1 : 0; /* a Monday; else 19971130, a Sunday */

  return (first[0] - 1 + shift) % WEEKDAYS;
}

static GtkLabel *
get_day (StnMonthGrid *self, int cell)
{
  return GTK_LABEL (
    gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (self->cells[cell]))));
}

static StnGlyph *
get_glyph (StnMonthGrid *self, int cell)
{
  return STN_GLYPH (
    gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (self->cells[cell]))));
}

/* The cell of @key, -1 when it is of another month. */
static int
cell_of (StnMonthGrid *self, StnDate key)
{
  int day = stn_date_is_set (self->first) ? stn_date_days_between (self->first, key) : -1;

  return day >= 0 && day < self->n_days ? self->n_before + day : -1;
}

static void
clicked_cb (GtkWidget *button, StnMonthGrid *self)
{
  char key[STN_DATE_TEXT_SIZE];

  for (int cell = 0; cell < CELLS; cell++)
    if (self->cells[cell] == button)
      g_signal_emit (
        self, signals[NIGHT_ACTIVATED], 0,
        stn_date_to_text (stn_date_add_days (self->first, cell - self->n_before), key));
}

static GtkWidget *
cell_new (StnMonthGrid *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *glyph = stn_glyph_new (STN_GLYPH_DOT, GLYPH_SIZE);

  gtk_widget_set_halign (glyph, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (face), gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (face), glyph);
  gtk_button_set_child (GTK_BUTTON (button), face);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  return button;
}

/* The names of the weekdays; a cell has a longer one that is read. */
static void
add_weekdays (StnMonthGrid *self)
{
  for (int i = 0; i < WEEKDAYS; i++) {
    /* 4 January 1970 was a Sunday. */
    g_autoptr (GDateTime) day = g_date_time_new_utc (1970, 1, 4 + first_weekday () + i, 12, 0, 0);
    g_autofree char *name = stn_date_text_weekday (day);
    GtkWidget *label = gtk_label_new (name);

    gtk_widget_add_css_class (label, "dim-label");
    gtk_widget_add_css_class (label, "weekday");
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_grid_attach (GTK_GRID (self->grid), label, i, 0, 1, 1);
  }
}

void
stn_month_grid_clear_selected (StnMonthGrid *self)
{
  g_return_if_fail (STN_IS_MONTH_GRID (self));

  for (int cell = 0; cell < CELLS; cell++)
    gtk_widget_unset_state_flags (self->cells[cell], GTK_STATE_FLAG_SELECTED);
}

void
stn_month_grid_set_selected (StnMonthGrid *self, StnDate key, gboolean is_selected)
{
  int cell;

  g_return_if_fail (STN_IS_MONTH_GRID (self));

  cell = cell_of (self, key);
  if (cell < 0)
    return;
  if (is_selected)
    gtk_widget_set_state_flags (self->cells[cell], GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (self->cells[cell], GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->cells[cell]), GTK_ACCESSIBLE_STATE_SELECTED,
                               is_selected, -1);
}

void
stn_month_grid_set_night (
  StnMonthGrid *self, StnDate key, StnGlyphKind kind, guint count, const char *name)
{
  int cell;

  g_return_if_fail (STN_IS_MONTH_GRID (self));

  cell = cell_of (self, key);
  if (cell < 0)
    return;
  g_object_set (get_glyph (self, cell), "kind", kind, "count", count, NULL);
  gtk_widget_set_opacity (GTK_WIDGET (get_glyph (self, cell)), 1);
  gtk_widget_set_tooltip_text (self->cells[cell], name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[cell]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
show_cell (StnMonthGrid *self, int cell, StnDate last)
{
  int day = cell - self->n_before;
  StnDate key = stn_date_add_days (self->first, day);
  gboolean is_in_month = day >= 0 && day < self->n_days;
  gboolean can_be_chosen = is_in_month && stn_date_compare (key, last) <= 0;
  g_autofree char *number = g_strdup_printf ("%d", day + 1);

  gtk_label_set_label (get_day (self, cell), number);
  /* Their places stay, so that the weeks stay in line. */
  gtk_widget_set_opacity (self->cells[cell], is_in_month ? 1 : 0);
  gtk_widget_set_sensitive (self->cells[cell], can_be_chosen);
  gtk_widget_set_opacity (GTK_WIDGET (get_glyph (self, cell)), 0);
  gtk_widget_set_tooltip_text (self->cells[cell], NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[cell]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  number, -1);
  gtk_widget_set_visible (self->cells[cell],
                          cell / WEEKDAYS * WEEKDAYS < self->n_before + self->n_days);
}

void
stn_month_grid_set_month (StnMonthGrid *self, StnDate day, StnDate last)
{
  int year, month;

  g_return_if_fail (STN_IS_MONTH_GRID (self));
  g_return_if_fail (stn_date_is_set (day));

  stn_date_split (day, &year, &month, NULL);
  self->first = stn_date_new (year, month, 1);
  self->n_days = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
  self->n_before =
    (stn_date_weekday (self->first) % WEEKDAYS - first_weekday () + WEEKDAYS) % WEEKDAYS;
  stn_month_grid_clear_selected (self);
  for (int cell = 0; cell < CELLS; cell++)
    show_cell (self, cell, last);
}

/* As small as the days, but it likes more room. */
static void
stn_month_grid_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*natural, WEEKDAYS * CELL_WIDTH);
}

static void
stn_month_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
}

static void
stn_month_grid_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (stn_month_grid_parent_class)->dispose (object);
}

static void
stn_month_grid_class_init (StnMonthGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_month_grid_dispose;

  signals[NIGHT_ACTIVATED] =
    g_signal_new ("night-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  widget_class->measure = stn_month_grid_measure;
  widget_class->size_allocate = stn_month_grid_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "monthgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
stn_month_grid_init (StnMonthGrid *self)
{
  GtkWidget *stop = g_object_new (STN_TYPE_TAB_STOP, NULL);

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_widget_set_hexpand (self->grid, TRUE);
  add_weekdays (self);
  for (int cell = 0; cell < CELLS; cell++) {
    self->cells[cell] = cell_new (self);
    gtk_grid_attach (GTK_GRID (self->grid), self->cells[cell], cell % WEEKDAYS, 1 + cell / WEEKDAYS,
                     1, 1);
  }
  gtk_box_append (GTK_BOX (stop), self->grid);
  gtk_widget_set_parent (stop, GTK_WIDGET (self));
}
