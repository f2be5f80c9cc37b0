/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-factor-row.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "base/stn-text-number.h"
#include "present/stn-time-text.h"
#include "widgets/stn-chip-group.h"
#include "widgets/stn-glyph.h"
#include "widgets/stn-pair-layout.h"

struct _StnFactorRow {
  GtkListBoxRow parent_instance;

  GtkWidget *box;
  GtkWidget *key;
  GtkWidget *glyph;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *limits;  /* what may be typed, seen when something else was */
  GtkWidget *answers; /* for yes and no */
  GtkWidget *no;
  GtkWidget *yes;
  GtkWidget *number_box; /* for a number */
  GtkWidget *number;
  GtkWidget *unit;
  StnChipGroup *ticks; /* for a list */

  guint n_ticks; /* 0 = no list */
  gboolean has_none;
  gboolean was_none;
  gboolean is_number;
  gboolean is_clock;
  double min;
  double max;
  StnOptReal value;
  gboolean is_usual;
  gboolean is_updating;
  gboolean is_refused; /* what stands in the number field cannot be taken */
};

G_DEFINE_FINAL_TYPE (StnFactorRow, stn_factor_row, GTK_TYPE_LIST_BOX_ROW)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Shown for a number that is not known. The spin button's place for it is one step below the least number: there the
 * buttons and keys that everyone knows also take an answer back. */
#define NOTHING_YET "–"

/* More than any answer has. */
#define TEXT_MAX 24

#define DAY_MIN (24 * 60)
#define NOON_MIN (12 * 60)

static double
nothing_yet_of (StnFactorRow *self)
{
  double step;

  gtk_spin_button_get_increments (GTK_SPIN_BUTTON (self->number), &step, NULL);
  return self->min - step;
}

static void
show_glyph (StnFactorRow *self)
{
  StnGlyphKind kind = self->is_usual ? STN_GLYPH_USUAL : STN_GLYPH_TICK;
  const char *words = self->is_usual ? _ ("Taken as usual") : _ ("Set by you");

  if (!self->value.known) {
    kind = STN_GLYPH_GAP;
    words = _ ("Nothing yet");
  }
  stn_glyph_set_kind (STN_GLYPH (self->glyph), kind);
  gtk_widget_set_tooltip_text (self->glyph, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

static void
show_value (StnFactorRow *self)
{
  self->is_updating = TRUE;
  if (self->is_number) {
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->number),
                               self->value.known ? self->value.value : nothing_yet_of (self));
  } else if (self->n_ticks == 0) {
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->no),
                                  self->value.known && self->value.value == 0);
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->yes),
                                  self->value.known && self->value.value != 0);
    if (self->is_usual) {
      gtk_widget_add_css_class (self->answers, "usual");
    } else {
      gtk_widget_remove_css_class (self->answers, "usual");
    }
  }
  self->is_updating = FALSE;
  show_glyph (self);
}

static void
take_answer (StnFactorRow *self, StnOptReal value)
{
  self->value = value;
  self->is_usual = FALSE;
  show_value (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled_cb (GtkToggleButton *button, StnFactorRow *self)
{
  gboolean is_yes = GTK_WIDGET (button) == self->yes;

  if (self->is_updating)
    return;
  take_answer (self, gtk_toggle_button_get_active (button) ? STN_KNOWN_REAL (is_yes ? 1.0 : 0.0)
                                                           : STN_UNKNOWN_REAL);
}

/* What was typed stays to be put right, what was answered before stays in the diary. */
static void
show_refused (StnFactorRow *self, gboolean is_refused)
{
  self->is_refused = is_refused;
  gtk_widget_set_visible (self->limits, is_refused);
  if (is_refused)
    gtk_widget_add_css_class (self->number, "error");
  else
    gtk_widget_remove_css_class (self->number, "error");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->number),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  is_refused ? self->limits : self->unit, NULL, -1);
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (self->number), GTK_ACCESSIBLE_STATE_INVALID,
    is_refused ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Whether the number field is where the answer put it. */
static gboolean
is_at_answer (StnFactorRow *self)
{
  double value = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->number));

  return self->value.known ? value == self->value.value : value < self->min;
}

static void
number_changed_cb (GtkSpinButton *number, StnFactorRow *self)
{
  double value = gtk_spin_button_get_value (number);

  /* A spin button also says "changed" when it has refused what was typed. */
  if (is_at_answer (self))
    return;
  show_refused (self, FALSE);
  if (!self->is_updating)
    take_answer (self, value < self->min ? STN_UNKNOWN_REAL : STN_KNOWN_REAL (value));
}

/* Time of day and minutes from noon; either way half a day is added. */
static int
half_a_day_on (int minute)
{
  return (minute + NOON_MIN) % DAY_MIN;
}

/* Whole numbers without ".0". */
static char *
number_text (StnFactorRow *self)
{
  double value = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->number));
  int digits =
    value == floor (value) ? 0 : (int) gtk_spin_button_get_digits (GTK_SPIN_BUTTON (self->number));

  if (value < self->min)
    return g_strdup (NOTHING_YET);
  if (self->is_clock)
    return stn_time_text_new (STN_KNOWN_INT (half_a_day_on ((int) value)));
  return g_strdup_printf ("%.*f", digits, value);
}

static gboolean
show_number_cb (GtkSpinButton *number, StnFactorRow *self)
{
  g_autofree char *text = number_text (self);
  gboolean is_nothing = g_str_equal (text, NOTHING_YET);

  if (self->is_refused && is_at_answer (self))
    return TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (number)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (number), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  is_nothing ? _ ("Nothing yet") : text, -1);
  return TRUE;
}

/* Whether a number stands there that was typed and not taken yet. */
static gboolean
is_typing (StnFactorRow *self)
{
  g_autofree char *text = number_text (self);

  return self->is_number &&
         g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->number)), text) != 0;
}

static gboolean
read_clock (const char *text, double *ret_value)
{
  StnOptInt minute;

  if (!stn_time_text_parse (text, &minute) || !minute.known)
    return FALSE;
  *ret_value = half_a_day_on (minute.value);
  return TRUE;
}

/* No more decimals than are shown, or what stands there would not be what is kept. */
static gboolean
read_number (StnFactorRow *self, const char *text, double *ret_value)
{
  double factor = pow (10, gtk_spin_button_get_digits (GTK_SPIN_BUTTON (self->number)));
  char *end;

  if (strspn (text, "0123456789.,-+ ") != strlen (text))
    return FALSE;
  *ret_value = g_strtod (text, &end);
  return end != text && *end == '\0' && *ret_value >= self->min && *ret_value <= self->max &&
         fabs (*ret_value * factor - round (*ret_value * factor)) < 1e-9;
}

/* The spin button itself would make a 10 of a 50 and say nothing. */
static int
read_number_cb (GtkSpinButton *number, double *ret_value, StnFactorRow *self)
{
  g_autofree char *text = stn_number_typed (gtk_editable_get_text (GTK_EDITABLE (number)));
  gboolean is_nothing = *text == '\0' || g_str_equal (text, NOTHING_YET);
  double value = nothing_yet_of (self);
  gboolean fits =
    is_nothing || (self->is_clock ? read_clock (text, &value) : read_number (self, text, &value));

  show_refused (self, !fits);
  if (!fits)
    return GTK_INPUT_ERROR;
  *ret_value = value;
  return TRUE;
}

/* The row itself, which reads its answer out: the next digit or Enter goes on from there. */
static void
focus_row (StnFactorRow *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* A paste of a megabyte is refused whole. */
static void
insert_cb (GtkEditable *text, const char *added, int length, int *position, StnFactorRow *self)
{
  if (g_utf8_strlen (added, length) + g_utf8_strlen (gtk_editable_get_text (text), -1) <= TEXT_MAX)
    return;
  g_signal_stop_emission_by_name (text, "insert-text");
  show_refused (self, TRUE);
}

/* After Enter a digit chooses the next row; where rows have no digits, Enter goes on to the next one. */
static void
number_entered_cb (StnFactorRow *self)
{
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->number));
  if (self->is_refused) {
    gtk_editable_select_region (GTK_EDITABLE (self->number), 0, -1);
  } else if (gtk_widget_get_visible (self->key)) {
    focus_row (self);
  } else {
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                            GTK_DIR_TAB_FORWARD);
  }
}

/* Only Enter and digits bring the focus to the row itself: Tab goes from answer to answer. */
static void
focus_left_cb (StnFactorRow *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static void
ticked_cb (StnFactorRow *self)
{
  gboolean is_none = self->has_none && stn_chip_group_is_chosen (self->ticks, self->n_ticks);
  gboolean is_any = FALSE;

  for (guint i = 0; i < self->n_ticks; i++) {
    if (is_none && !self->was_none)
      stn_chip_group_set_chosen (self->ticks, i, FALSE);
    is_any |= stn_chip_group_is_chosen (self->ticks, i);
  }
  if (is_any && self->has_none)
    stn_chip_group_set_chosen (self->ticks, self->n_ticks, FALSE);
  self->was_none = is_none && !is_any;
  take_answer (self, is_any || self->was_none ? STN_KNOWN_REAL (is_any) : STN_UNKNOWN_REAL);
}

/* The wheel scrolls the page; it must not change an answer on the way. */
static void
ignore_wheel (GtkWidget *number)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (number);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
      gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
  }
}

static void
stn_factor_row_class_init (StnFactorRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STN_TYPE_CHIP_GROUP);
  g_type_ensure (STN_TYPE_GLYPH);
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-factor-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StnFactorRow, box);
  gtk_widget_class_bind_template_child (widget_class, StnFactorRow, key);
  gtk_widget_class_bind_template_child (widget_class, StnFactorRow, glyph);
  gtk_widget_class_bind_template_child (widget_class, StnFactorRow, title);
  gtk_widget_class_bind_template_child (widget_class, StnFactorRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, StnFactorRow, limits);
  gtk_widget_class_bind_template_child (widget_class, StnFactorRow, answers);
  gtk_widget_class_bind_template_child (widget_class, StnFactorRow, no);
  gtk_widget_class_bind_template_child (widget_class, StnFactorRow, yes);
  gtk_widget_class_bind_template_child (widget_class, StnFactorRow, number_box);
  gtk_widget_class_bind_template_child (widget_class, StnFactorRow, number);
  gtk_widget_class_bind_template_child (widget_class, StnFactorRow, unit);
  gtk_widget_class_bind_template_child (widget_class, StnFactorRow, ticks);
  gtk_widget_class_bind_template_callback (widget_class, ticked_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_number_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_number_cb);
}

static void
stn_factor_row_init (StnFactorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ignore_wheel (self->number);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_left_cb), NULL);
  g_signal_connect_swapped (gtk_editable_get_delegate (GTK_EDITABLE (self->number)), "activate",
                            G_CALLBACK (number_entered_cb), self);
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (self->number)), "insert-text",
                    G_CALLBACK (insert_cb), self);
}

static void
set_scale (StnFactorRow *self, const StnFactorScale *scale)
{
  g_autofree char *min = g_strdup_printf ("%'.10g", scale->min);
  g_autofree char *max = g_strdup_printf ("%'.10g", scale->max);
  g_autofree char *example = stn_time_text_example ();
  g_autofree char *limits = NULL;

  if (scale->is_clock)
    /* Translators: %s is a time, "22:40" */
    limits = g_strdup_printf (_ ("A time of day, like %s"), example);
  else if (scale->digits == 0)
    /* Translators: the least and the greatest number that may be typed, "A whole number from 0 to 10" */
    limits = g_strdup_printf (_ ("A whole number from %1$s to %2$s"), min, max);
  else
    /* Translators: the least and the greatest number that may be typed, "A number from 0 to 10" */
    limits = g_strdup_printf (_ ("A number from %1$s to %2$s"), min, max);
  gtk_label_set_text (GTK_LABEL (self->limits), limits);
  self->is_number = TRUE;
  self->is_clock = scale->is_clock;
  gtk_editable_set_width_chars (GTK_EDITABLE (self->number),
                                scale->is_clock ? stn_time_text_width () : 3);
  self->min = scale->min;
  self->max = scale->max;
  self->is_updating = TRUE;
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (self->number), scale->digits);
  gtk_spin_button_set_increments (GTK_SPIN_BUTTON (self->number), scale->step, scale->step * 5);
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (self->number), scale->min - scale->step, scale->max);
  self->is_updating = FALSE;
  gtk_label_set_text (GTK_LABEL (self->unit), scale->unit);
  gtk_widget_set_visible (self->unit, *scale->unit != '\0');
}

static StnFactorRow *
row_new (const char *title, const char *subtitle, guint key)
{
  StnFactorRow *self = g_object_new (STN_TYPE_FACTOR_ROW, NULL);
  g_autofree char *key_text = g_strdup_printf ("%u", key);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle);
  gtk_widget_set_visible (self->subtitle, *subtitle != '\0');
  gtk_label_set_text (GTK_LABEL (self->key), key_text);
  gtk_widget_set_visible (self->key, key != 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return self;
}

GtkWidget *
stn_factor_row_new_ticks (
  const char *title, const char *subtitle, const char *const *words, const char *none, guint key)
{
  StnFactorRow *self = row_new (title, subtitle, key);
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  self->n_ticks = g_list_model_get_n_items (G_LIST_MODEL (list));
  self->has_none = none != NULL;
  if (none != NULL)
    gtk_string_list_append (list, none);
  g_object_set (self->ticks, "model", list, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->ticks), TRUE);
  gtk_widget_set_valign (self->key, GTK_ALIGN_START);
  gtk_widget_set_valign (self->glyph, GTK_ALIGN_START);
  gtk_widget_set_visible (self->answers, FALSE);
  gtk_widget_set_visible (self->number_box, FALSE);
  show_value (self);
  return GTK_WIDGET (self);
}

void
stn_factor_row_set_ticks (
  StnFactorRow *self, guint64 ticked, gboolean is_none, gboolean is_known, gboolean is_usual)
{
  g_return_if_fail (STN_IS_FACTOR_ROW (self) && self->n_ticks > 0);

  for (guint i = 0; i < self->n_ticks; i++)
    stn_chip_group_set_chosen (self->ticks, i, (ticked & (G_GUINT64_CONSTANT (1) << i)) != 0);
  self->was_none = self->has_none && is_none;
  if (self->has_none)
    stn_chip_group_set_chosen (self->ticks, self->n_ticks, is_none);
  self->value = is_known ? STN_KNOWN_REAL (ticked != 0) : STN_UNKNOWN_REAL;
  self->is_usual = is_known && is_usual;
  show_value (self);
}

guint64
stn_factor_row_get_ticks (StnFactorRow *self)
{
  g_return_val_if_fail (STN_IS_FACTOR_ROW (self), 0);
  guint64 ticked = 0;

  for (guint i = 0; i < self->n_ticks; i++)
    if (stn_chip_group_is_chosen (self->ticks, i))
      ticked |= G_GUINT64_CONSTANT (1) << i;
  return ticked;
}

GtkWidget *
stn_factor_row_new (const char *title, const char *subtitle, const StnFactorScale *scale, guint key)
{
  StnFactorRow *self = row_new (title, subtitle, key);

  if (scale != NULL)
    set_scale (self, scale);
  gtk_widget_set_visible (self->answers, scale == NULL);
  gtk_widget_set_visible (self->number_box, scale != NULL);
  show_value (self);
  return GTK_WIDGET (self);
}

void
stn_factor_row_set_value (StnFactorRow *self, StnOptReal value, gboolean is_usual)
{
  g_return_if_fail (STN_IS_FACTOR_ROW (self));

  /* What is being typed stays. */
  if (is_typing (self))
    return;
  self->value = value;
  self->is_usual = value.known && is_usual;
  show_value (self);
}

void
stn_factor_row_commit (StnFactorRow *self)
{
  g_return_if_fail (STN_IS_FACTOR_ROW (self));

  if (is_typing (self))
    gtk_spin_button_update (GTK_SPIN_BUTTON (self->number));
}

StnOptReal
stn_factor_row_get_value (StnFactorRow *self)
{
  g_return_val_if_fail (STN_IS_FACTOR_ROW (self), STN_UNKNOWN_REAL);

  return self->value;
}

void
stn_factor_row_answer (StnFactorRow *self)
{
  g_return_if_fail (STN_IS_FACTOR_ROW (self));

  if (self->is_number || self->n_ticks > 0) {
    gtk_widget_grab_focus (self->is_number ? self->number : GTK_WIDGET (self->ticks));
    return;
  }
  focus_row (self);
  take_answer (self, STN_KNOWN_REAL (self->value.known && self->value.value != 0 ? 0.0 : 1.0));
}
