/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-day-chooser.h"

#include <glib/gi18n.h>

#include "present/stn-date-text.h"
#include "widgets/stn-chip-group.h"
#include "widgets/stn-field-reason.h"
#include "widgets/stn-inner-names.h"
#include "widgets/stn-wrap-layout.h"

/* The chips, in their order. */
enum { TODAY, ANOTHER_DAY, NOT_KNOWN };

struct _StnDayChooser {
  GtkBox parent_instance;

  char *title;
  gboolean is_optional;
  StnDate today;

  GtkStringList *choices;
  GtkStringList *optional_choices;
  StnChipGroup *choice;
  GtkWidget *fields;
  GtkSpinButton *day;
  GtkDropDown *month;
  GtkSpinButton *year;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (StnDayChooser, stn_day_chooser, GTK_TYPE_BOX)

enum { PROP_TITLE = 1, PROP_OPTIONAL, N_PROPS };
static GParamSpec *props[N_PROPS];

static StnDate
read_fields (StnDayChooser *self)
{
  return stn_date_new (gtk_spin_button_get_value_as_int (self->year),
                       (int) gtk_drop_down_get_selected (self->month) + 1,
                       gtk_spin_button_get_value_as_int (self->day));
}

static const char *
find_problem (StnDayChooser *self)
{
  StnDate date = read_fields (self);

  if (stn_chip_group_get_selected (self->choice) != ANOTHER_DAY)
    return NULL;
  if (!stn_date_is_set (date))
    return _ ("There is no such day.");
  if (stn_date_compare (date, self->today) > 0)
    return _ ("That day has not come yet.");
  return NULL;
}

static void
show_problem (StnDayChooser *self)
{
  const char *problem = find_problem (self);

  gtk_label_set_label (self->problem, problem == NULL ? "" : problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem == NULL ? "" : problem, -1);
}

static void
part_changed_cb (StnDayChooser *self)
{
  show_problem (self);
}

static void
show_choice (StnDayChooser *self)
{
  gtk_widget_set_visible (self->fields, stn_chip_group_get_selected (self->choice) == ANOTHER_DAY);
  show_problem (self);
}

/* There is always an answer: clearing one means not known, or today. */
static void
choice_changed_cb (StnDayChooser *self)
{
  if (stn_chip_group_get_selected (self->choice) == GTK_INVALID_LIST_POSITION)
    stn_chip_group_set_selected (self->choice, self->is_optional ? NOT_KNOWN : TODAY);
  show_choice (self);
}

void
stn_day_chooser_set_date (StnDayChooser *self, StnDate date, StnDate today)
{
  g_return_if_fail (STN_IS_DAY_CHOOSER (self) && stn_date_is_set (today));
  StnDate shown = stn_date_is_set (date) ? date : today;
  int year, month, day;

  self->today = today;
  stn_date_split (shown, &year, &month, &day);
  gtk_spin_button_set_value (self->day, day);
  gtk_drop_down_set_selected (self->month, (guint) month - 1);
  gtk_spin_button_set_value (self->year, year);
  stn_chip_group_set_selected (self->choice, !stn_date_is_set (date)
                                               ? (self->is_optional ? NOT_KNOWN : TODAY)
                                             : stn_date_compare (date, today) == 0 ? TODAY
                                                                                   : ANOTHER_DAY);
  show_choice (self);
}

gboolean
stn_day_chooser_get_date (StnDayChooser *self, StnDate *ret_date)
{
  g_return_val_if_fail (STN_IS_DAY_CHOOSER (self) && ret_date != NULL, FALSE);

  gtk_spin_button_update (self->day);
  gtk_spin_button_update (self->year);
  if (find_problem (self) != NULL) {
    gtk_widget_grab_focus (GTK_WIDGET (self->day));
    return FALSE;
  }
  switch (stn_chip_group_get_selected (self->choice)) {
  case TODAY:
    *ret_date = self->today;
    break;
  case ANOTHER_DAY:
    *ret_date = read_fields (self);
    break;
  default:
    *ret_date = STN_NO_DATE;
  }
  return TRUE;
}

static GListModel *
month_names (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (int month = 1; month <= 12; month++)
    gtk_string_list_take (names, stn_date_text_month (month));
  return G_LIST_MODEL (names);
}

static void
stn_day_chooser_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnDayChooser *self = STN_DAY_CHOOSER (object);

  switch (id) {
  case PROP_TITLE:
    g_free (self->title);
    self->title = g_value_dup_string (value);
    if (self->title != NULL)
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->title, -1);
    break;
  case PROP_OPTIONAL:
    self->is_optional = g_value_get_boolean (value);
    g_object_set (self->choice, "model", self->is_optional ? self->optional_choices : self->choices,
                  NULL);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_day_chooser_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StnDayChooser *self = STN_DAY_CHOOSER (object);

  switch (id) {
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_OPTIONAL:
    g_value_set_boolean (value, self->is_optional);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_day_chooser_finalize (GObject *object)
{
  g_free (STN_DAY_CHOOSER (object)->title);

  G_OBJECT_CLASS (stn_day_chooser_parent_class)->finalize (object);
}

static void
stn_day_chooser_class_init (StnDayChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = stn_day_chooser_set_property;
  object_class->get_property = stn_day_chooser_get_property;
  object_class->finalize = stn_day_chooser_finalize;

  props[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_OPTIONAL] = g_param_spec_boolean ("optional", NULL, NULL, FALSE,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (STN_TYPE_CHIP_GROUP);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-day-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, StnDayChooser, choices);
  gtk_widget_class_bind_template_child (widget_class, StnDayChooser, optional_choices);
  gtk_widget_class_bind_template_child (widget_class, StnDayChooser, choice);
  gtk_widget_class_bind_template_child (widget_class, StnDayChooser, fields);
  gtk_widget_class_bind_template_child (widget_class, StnDayChooser, day);
  gtk_widget_class_bind_template_child (widget_class, StnDayChooser, month);
  gtk_widget_class_bind_template_child (widget_class, StnDayChooser, year);
  gtk_widget_class_bind_template_child (widget_class, StnDayChooser, problem);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_changed_cb);
}

static void
stn_day_chooser_init (StnDayChooser *self)
{
  g_autoptr (GListModel) months = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  stn_field_reason_watch_number (self->day);
  stn_field_reason_watch_number (self->year);
  stn_inner_names_add (GTK_WIDGET (self));
  months = month_names ();
  gtk_drop_down_set_model (self->month, months);
}
