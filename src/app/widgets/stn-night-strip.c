/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-night-strip.h"

#include "present/stn-date-text.h"
#include "widgets/stn-night-face.h"
#include "widgets/stn-text-scale.h"

/* Narrowest cell, times the text scale. */
#define CELL_MIN 22
#define LINE_GAP 6
#define WEEKDAY_GAP 4

struct _StnNightStrip {
  GtkWidget parent_instance;

  GtkWidget *cells[STN_STRIP_NIGHTS];
  StnDate keys[STN_STRIP_NIGHTS];
};

G_DEFINE_FINAL_TYPE (StnNightStrip, stn_night_strip, GTK_TYPE_WIDGET)

enum { NIGHT_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static int
columns_for (StnNightStrip *self, int width)
{
  int min = (int) (CELL_MIN * stn_text_scale (GTK_WIDGET (self)));

  return width >= min * STN_STRIP_NIGHTS ? STN_STRIP_NIGHTS : STN_STRIP_NIGHTS / 2;
}

static int
cell_height (StnNightStrip *self)
{
  int height;

  gtk_widget_measure (self->cells[0], GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

static GtkSizeRequestMode
stn_night_strip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
stn_night_strip_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  StnNightStrip *self = STN_NIGHT_STRIP (widget);
  int widest_min = 0;
  int widest_nat = 0;
  int lines;

  if (orientation == GTK_ORIENTATION_VERTICAL) {
    lines = STN_STRIP_NIGHTS / columns_for (self, for_size >= 0 ? for_size : G_MAXINT / 2);
    *minimum = *natural = lines * cell_height (self) + (lines - 1) * LINE_GAP;
    return;
  }
  for (guint i = 0; i < STN_STRIP_NIGHTS; i++) {
    int min;
    int nat;

    gtk_widget_measure (self->cells[i], orientation, -1, &min, &nat, NULL, NULL);
    widest_min = MAX (widest_min, min);
    widest_nat = MAX (widest_nat, nat);
  }
  *minimum = widest_min * (STN_STRIP_NIGHTS / 2);
  *natural = widest_nat * STN_STRIP_NIGHTS;
}

static StnNightFace *
get_face (StnNightStrip *self, guint index)
{
  return STN_NIGHT_FACE (gtk_button_get_child (GTK_BUTTON (self->cells[index])));
}

/* All weekdays in full or all by their first letter. */
static void
fit_weekdays (StnNightStrip *self, int cell_width)
{
  gboolean is_short = FALSE;

  for (guint i = 0; i < STN_STRIP_NIGHTS; i++)
    is_short |= stn_night_face_get_weekday_width (get_face (self, i)) > cell_width - WEEKDAY_GAP;
  for (guint i = 0; i < STN_STRIP_NIGHTS; i++)
    stn_night_face_set_short (get_face (self, i), is_short);
}

static void
stn_night_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StnNightStrip *self = STN_NIGHT_STRIP (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int columns = columns_for (self, width);
  int line = cell_height (self) + LINE_GAP;

  fit_weekdays (self, width / columns);
  for (int i = 0; i < STN_STRIP_NIGHTS; i++) {
    int column = i % columns;
    /* Whole pixels without a growing error: each cell ends where the next begins. */
    int start = column * width / columns;
    int end = (column + 1) * width / columns;
    GtkAllocation cell = {is_rtl ? width - end : start, i / columns * line, end - start,
                          line - LINE_GAP};

    gtk_widget_size_allocate (self->cells[i], &cell, -1);
  }
}

static gboolean
stn_night_strip_focus (GtkWidget *widget, GtkDirectionType direction)
{
  StnNightStrip *self = STN_NIGHT_STRIP (widget);
  GtkWidget *current = gtk_widget_get_focus_child (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *next;

  if (current == NULL)
    return gtk_widget_grab_focus (self->cells[STN_STRIP_NIGHTS - 1]);
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    return GTK_WIDGET_CLASS (stn_night_strip_parent_class)->focus (widget, direction);
  next = (direction == GTK_DIR_RIGHT) != is_rtl ? gtk_widget_get_next_sibling (current)
                                                : gtk_widget_get_prev_sibling (current);
  return next != NULL && gtk_widget_grab_focus (next);
}

static void
clicked_cb (GtkWidget *cell, StnNightStrip *self)
{
  char key[STN_DATE_TEXT_SIZE];

  for (guint i = 0; i < STN_STRIP_NIGHTS; i++)
    if (self->cells[i] == cell)
      g_signal_emit (self, signals[NIGHT_ACTIVATED], 0, stn_date_to_text (self->keys[i], key));
}

static void
stn_night_strip_dispose (GObject *object)
{
  StnNightStrip *self = STN_NIGHT_STRIP (object);

  for (guint i = 0; i < STN_STRIP_NIGHTS; i++)
    g_clear_pointer (&self->cells[i], gtk_widget_unparent);

  G_OBJECT_CLASS (stn_night_strip_parent_class)->dispose (object);
}

static void
stn_night_strip_class_init (StnNightStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_night_strip_dispose;
  widget_class->get_request_mode = stn_night_strip_get_request_mode;
  widget_class->measure = stn_night_strip_measure;
  widget_class->size_allocate = stn_night_strip_size_allocate;
  widget_class->focus = stn_night_strip_focus;

  signals[NIGHT_ACTIVATED] =
    g_signal_new ("night-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "nightstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
stn_night_strip_init (StnNightStrip *self)
{
  for (guint i = 0; i < STN_STRIP_NIGHTS; i++) {
    self->cells[i] = gtk_button_new ();
    gtk_button_set_child (GTK_BUTTON (self->cells[i]), stn_night_face_new ());
    gtk_widget_add_css_class (self->cells[i], "flat");
    g_signal_connect (self->cells[i], "clicked", G_CALLBACK (clicked_cb), self);
    gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
  }
  gtk_widget_add_css_class (self->cells[STN_STRIP_NIGHTS - 1], "newest");
  stn_night_face_set_strong (get_face (self, STN_STRIP_NIGHTS - 1), TRUE);
}

/* Short weekday in the language of the program. */
static char *
weekday_text (StnDate key)
{
  g_autoptr (GDateTime) day = NULL;
  int year;
  int month;
  int mday;

  stn_date_split (key, &year, &month, &mday);
  day = g_date_time_new_utc (year, month, mday, 12, 0, 0);
  return stn_date_text_weekday (day);
}

void
stn_night_strip_set_night (StnNightStrip *self, guint index, const StnStripNight *night)
{
  g_autofree char *weekday = NULL;
  g_autofree char *day = NULL;
  StnNightFace *face;
  int mday;

  g_return_if_fail (STN_IS_NIGHT_STRIP (self));
  g_return_if_fail (index < STN_STRIP_NIGHTS);
  g_return_if_fail (stn_date_is_set (night->key));

  self->keys[index] = night->key;
  stn_date_split (night->key, NULL, NULL, &mday);
  weekday = weekday_text (night->key);
  day = g_strdup_printf ("%d", mday);
  face = get_face (self, index);
  stn_night_face_set_words (face, weekday, day);
  g_object_set (stn_night_face_get_glyph (face), "kind", night->glyph, "count", night->count, NULL);
  gtk_widget_set_tooltip_text (self->cells[index], night->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[index]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, night->name, -1);
}
