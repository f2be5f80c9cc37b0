/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-diary-calendar.h"

#include <glib/gi18n.h>

#include "present/stn-date-text.h"
#include "widgets/stn-field-reason.h"
#include "widgets/stn-month-grid.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording.h"

#define MONTHS 12
#define MONTH_COLUMNS 3

struct _StnDiaryCalendar {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnDate month;    /* the first of the month that is shown */
  GArray *selected; /* element-type StnDate */

  GtkWidget *previous;
  GtkWidget *next;
  GtkMenuButton *title;
  GtkLabel *title_label;
  GtkSpinButton *year;
  GtkGrid *months;
  StnMonthGrid *grid;
};

G_DEFINE_FINAL_TYPE (StnDiaryCalendar, stn_diary_calendar, ADW_TYPE_BIN)

enum { NIGHT_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static StnDate
get_today (StnDiaryCalendar *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));

  return stn_date_of (now);
}

static StnDate
month_of (StnDate date)
{
  int year, month;

  stn_date_split (date, &year, &month, NULL);
  return stn_date_new (year, month, 1);
}

/* Reading a month */

typedef struct {
  StnDate month;
  StnDate today;
  StnDate last_night;
  StnDate first_night; /* of the diary; STN_NO_DATE while it is empty */
  GPtrArray *nights;   /* element-type StnNight: what is stored of the month */
} Month;

static void
month_free (gpointer data)
{
  Month *month = data;

  g_clear_pointer (&month->nights, g_ptr_array_unref);
  g_free (month);
}

static gpointer
read_work (StnDiary *diary, gpointer data, GError **error)
{
  Month *month = g_memdup2 (data, sizeof (Month));

  month->last_night = stn_diary_last_night (diary);
  month->nights =
    stn_diary_list_nights (diary, month->month, stn_date_add_days (month->month, 30), error);
  if (month->nights && stn_diary_get_first_night (diary, &month->first_night, error))
    return month;
  month_free (month);
  return NULL;
}

static void
show_night (StnDiaryCalendar *self, const Month *month, const StnNight *night)
{
  static const StnGlyphKind kinds[] = {
    [STN_NIGHT_NOT_RECORDED] = STN_GLYPH_GAP,
    [STN_NIGHT_NO_CRAMPS] = STN_GLYPH_TICK,
    [STN_NIGHT_CRAMPS] = STN_GLYPH_CRAMPS,
  };
  StnNightState state = stn_night_get_state (night);
  g_autofree char *name = stn_wording_night_label (night, month->today);
  StnGlyphKind kind = kinds[state];

  if (state == STN_NIGHT_NOT_RECORDED) {
    if (stn_date_compare (night->key, month->last_night) == 0)
      kind = STN_GLYPH_ASK;
    else if (!stn_date_is_set (month->first_night) ||
             stn_date_compare (night->key, month->first_night) < 0)
      kind = STN_GLYPH_DOT;
  }
  stn_month_grid_set_night (self->grid, night->key, kind, night->episodes->len, name);
}

static void
show_month (StnDiaryCalendar *self, const Month *month)
{
  guint at = 0;

  stn_month_grid_set_month (self->grid, month->month, month->last_night);
  for (StnDate key = month->month; stn_date_compare (key, month->last_night) <= 0 &&
                                   stn_date_compare (month_of (key), month->month) == 0;
       key = stn_date_add_days (key, 1)) {
    const StnNight *stored = at < month->nights->len ? g_ptr_array_index (month->nights, at) : NULL;

    if (stored && stn_date_compare (stored->key, key) == 0) {
      show_night (self, month, stored);
      at++;
    } else {
      g_autoptr (StnNight) nothing = stn_night_new (key);

      show_night (self, month, nothing);
    }
  }
  for (guint i = 0; i < self->selected->len; i++)
    stn_month_grid_set_selected (self->grid, g_array_index (self->selected, StnDate, i), TRUE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnDiaryCalendar) self = STN_DIARY_CALENDAR (user_data);
  g_autoptr (GError) error = NULL;
  Month *month = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  /* The list of nights fails for the same reason, and says so. */
  if (!month)
    return;
  if (self->client && stn_date_compare (month->month, self->month) == 0)
    show_month (self, month);
  month_free (month);
}

/* The frame of the month, before its nights are read. */
static void
show_title (StnDiaryCalendar *self)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  int year, month;

  stn_date_split (self->month, &year, &month, NULL);
  title = stn_wording_month (year, month);
  gtk_label_set_label (self->title_label, title);
  /* Translators: a month, "November 2026" */
  name = g_strdup_printf (_ ("%s, choose another month"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_set_sensitive (self->next,
                            stn_date_compare (self->month, month_of (get_today (self))) < 0);
}

void
stn_diary_calendar_refresh (StnDiaryCalendar *self)
{
  Month *order;

  g_return_if_fail (STN_IS_DIARY_CALENDAR (self));

  if (!self->client)
    return;
  order = g_new0 (Month, 1);
  order->month = self->month;
  order->today = get_today (self);
  show_title (self);
  stn_diary_client_run (self->client, read_work, order, month_free, month_free, NULL, read_cb,
                        g_object_ref (self));
}

static void
go_to_month (StnDiaryCalendar *self, StnDate day)
{
  StnDate month = month_of (day);

  if (stn_date_compare (month, self->month) == 0)
    return;
  self->month = month;
  stn_diary_calendar_refresh (self);
}

static void
previous_cb (StnDiaryCalendar *self)
{
  go_to_month (self, stn_date_add_days (self->month, -1));
}

static void
next_cb (StnDiaryCalendar *self)
{
  go_to_month (self, stn_date_add_days (self->month, 31));
}

/* The choice of year and month */

static void
month_chosen_cb (GtkButton *button, StnDiaryCalendar *self)
{
  int month = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "month"));

  gtk_menu_button_popdown (self->title);
  go_to_month (self, stn_date_new (gtk_spin_button_get_value_as_int (self->year), month, 1));
}

static void
add_months (StnDiaryCalendar *self)
{
  for (int month = 1; month <= MONTHS; month++) {
    g_autofree char *name = stn_date_text_month (month);
    GtkWidget *button = gtk_button_new_with_label (name);

    gtk_widget_add_css_class (button, "flat");
    g_object_set_data (G_OBJECT (button), "month", GINT_TO_POINTER (month));
    g_signal_connect (button, "clicked", G_CALLBACK (month_chosen_cb), self);
    gtk_grid_attach (self->months, button, (month - 1) % MONTH_COLUMNS, (month - 1) / MONTH_COLUMNS,
                     1, 1);
  }
}

/* Months to come cannot be chosen. */
static void
year_changed_cb (StnDiaryCalendar *self)
{
  int year = gtk_spin_button_get_value_as_int (self->year);
  StnDate today = get_today (self);

  for (int month = 1; month <= MONTHS; month++) {
    GtkWidget *button = gtk_grid_get_child_at (self->months, (month - 1) % MONTH_COLUMNS,
                                               (month - 1) / MONTH_COLUMNS);
    StnDate first = stn_date_new (year, month, 1);

    gtk_widget_set_sensitive (button, stn_date_compare (first, today) <= 0);
    if (stn_date_compare (first, self->month) == 0)
      gtk_widget_remove_css_class (button, "flat");
    else
      gtk_widget_add_css_class (button, "flat");
  }
}

static void
choice_shown_cb (StnDiaryCalendar *self)
{
  int year, this_year;

  stn_date_split (self->month, &year, NULL, NULL);
  stn_date_split (get_today (self), &this_year, NULL, NULL);
  gtk_spin_button_set_range (self->year, 1900, this_year);
  gtk_spin_button_set_value (self->year, year);
  year_changed_cb (self);
}

static void
last_night_cb (StnDiaryCalendar *self)
{
  char key[STN_DATE_TEXT_SIZE];

  gtk_menu_button_popdown (self->title);
  go_to_month (self, stn_date_add_days (get_today (self), -1));
  g_signal_emit (self, signals[NIGHT_ACTIVATED], 0,
                 stn_date_to_text (stn_date_add_days (get_today (self), -1), key));
}

void
stn_diary_calendar_choose_month (StnDiaryCalendar *self)
{
  g_return_if_fail (STN_IS_DIARY_CALENDAR (self));

  gtk_menu_button_popup (self->title);
  gtk_widget_grab_focus (GTK_WIDGET (self->year));
}

static void
night_activated_cb (StnDiaryCalendar *self, const char *key)
{
  g_signal_emit (self, signals[NIGHT_ACTIVATED], 0, key);
}

void
stn_diary_calendar_set_selected (StnDiaryCalendar *self, GArray *keys)
{
  g_return_if_fail (STN_IS_DIARY_CALENDAR (self));

  g_clear_pointer (&self->selected, g_array_unref);
  self->selected = g_array_ref (keys);
  stn_month_grid_clear_selected (self->grid);
  for (guint i = 0; i < keys->len; i++)
    stn_month_grid_set_selected (self->grid, g_array_index (keys, StnDate, i), TRUE);
  if (keys->len == 1)
    go_to_month (self, g_array_index (keys, StnDate, 0));
}

void
stn_diary_calendar_set_client (StnDiaryCalendar *self, StnDiaryClient *client)
{
  g_return_if_fail (STN_IS_DIARY_CALENDAR (self));
  g_return_if_fail (self->client == NULL);

  self->client = g_object_ref (client);
  self->month = month_of (stn_date_add_days (get_today (self), -1));
  g_signal_connect_object (client, "changed", G_CALLBACK (stn_diary_calendar_refresh), self,
                           G_CONNECT_SWAPPED);
  stn_diary_calendar_refresh (self);
}

static void
stn_diary_calendar_dispose (GObject *object)
{
  StnDiaryCalendar *self = STN_DIARY_CALENDAR (object);

  g_clear_object (&self->client);
  g_clear_pointer (&self->selected, g_array_unref);

  G_OBJECT_CLASS (stn_diary_calendar_parent_class)->dispose (object);
}

static void
stn_diary_calendar_class_init (StnDiaryCalendarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_diary_calendar_dispose;

  signals[NIGHT_ACTIVATED] =
    g_signal_new ("night-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (STN_TYPE_GLYPH);
  g_type_ensure (STN_TYPE_MONTH_GRID);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-diary-calendar.ui");
  gtk_widget_class_bind_template_child (widget_class, StnDiaryCalendar, previous);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryCalendar, next);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryCalendar, title);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryCalendar, title_label);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryCalendar, year);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryCalendar, months);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryCalendar, grid);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, last_night_cb);
  gtk_widget_class_bind_template_callback (widget_class, night_activated_cb);
}

static void
stn_diary_calendar_init (StnDiaryCalendar *self)
{
  self->selected = g_array_new (FALSE, FALSE, sizeof (StnDate));
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_field_reason_watch_number (self->year);
  add_months (self);
}
