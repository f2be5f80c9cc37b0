/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-bedtime-list.h"

#include <glib/gi18n.h>

#include "pages/stn-evening-save.h"
#include "widgets/stn-pair-layout.h"
#include "widgets/stn-single-keys.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording.h"

#define GUIDED_STRETCH "win.stretch"

struct _StnBedtimeList {
  AdwBin parent_instance;

  StnDiaryClient *client;
  gboolean has_day;
  StnDate key; /* unset until something was shown */
  gboolean is_updating;

  GtkLabel *stretch_line;
  GtkWidget *start;
  GtkLabel *drink_line;
  GtkWidget *glass;
  GtkCheckButton *covers;
  GtkLabel *covers_line;
  GtkWidget *day_row;
  GtkLabel *day_title;
  GtkLabel *day_line;
  GtkStack *day;
  GtkWidget *ordinary;
  GtkWidget *different;
  GtkLabel *different_label;
};

G_DEFINE_FINAL_TYPE (StnBedtimeList, stn_bedtime_list, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, PROP_HAS_DAY, N_PROPS };
static GParamSpec *props[N_PROPS];

/* The guided stretch marks the night by itself. */
static gboolean
can_guide (StnBedtimeList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidgetClass *klass = root != NULL ? GTK_WIDGET_GET_CLASS (root) : NULL;
  const GVariantType *parameter;
  const char *name, *property;
  GType owner;

  for (guint i = 0; klass != NULL &&
                    gtk_widget_class_query_action (klass, i, &owner, &name, &parameter, &property);
       i++)
    if (g_str_equal (name, GUIDED_STRETCH))
      return TRUE;
  return FALSE;
}

static void
stretch_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnBedtimeList *self = STN_BEDTIME_LIST (widget);

  if (can_guide (self))
    gtk_widget_activate_action (widget, GUIDED_STRETCH, NULL);
  else if (stn_date_is_set (self->key))
    stn_evening_save_value (widget, self->client, self->key, "stretch", STN_KNOWN_REAL (1));
}

static void
glass_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnBedtimeList *self = STN_BEDTIME_LIST (widget);

  if (stn_date_is_set (self->key))
    stn_evening_save_glass (widget, self->client, self->key);
}

/* Not ticked says nothing: who forgot the tick did not tuck in the covers. */
static void
covers_toggled_cb (StnBedtimeList *self)
{
  if (!self->is_updating && stn_date_is_set (self->key))
    stn_evening_save_value (GTK_WIDGET (self), self->client, self->key, "tight-covers",
                            gtk_check_button_get_active (self->covers) ? STN_KNOWN_REAL (0)
                                                                       : STN_UNKNOWN_REAL);
}

static void
ordinary_day_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnBedtimeList *self = STN_BEDTIME_LIST (widget);

  if (stn_date_is_set (self->key) && gtk_widget_get_mapped (self->ordinary))
    stn_evening_save_ordinary_day (widget, self->client, self->key);
}

static void
different_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.show-evening", "s", "");
}

static gboolean
key_ordinary_cb (GtkWidget *widget, int argument)
{
  if (!gtk_widget_get_mapped (STN_BEDTIME_LIST (widget)->ordinary))
    return FALSE;
  gtk_widget_activate_action (widget, "bedtime.ordinary-day", NULL);
  return TRUE;
}

static gboolean
key_different_cb (GtkWidget *widget, int argument)
{
  if (!gtk_widget_get_mapped (STN_BEDTIME_LIST (widget)->day_row))
    return FALSE;
  gtk_widget_activate_action (widget, "bedtime.different", NULL);
  return TRUE;
}

static void
show_acts (StnBedtimeList *self, const StnEveningPicture *picture)
{
  const StnFactorValue *stretch = stn_night_get_value (picture->night, "stretch");
  const StnFactorValue *fluids = stn_night_get_value (picture->night, "fluids");
  const StnFactorValue *covers = stn_night_get_value (picture->night, "tight-covers");
  g_autofree char *so_far =
    fluids == NULL ? g_strdup (_ ("Counts as one more glass"))
                   : stn_wording_glasses_so_far (stn_factor_list_find (picture->factors, "fluids"),
                                                 fluids->value);

  gtk_widget_set_visible (self->start, picture->closed_stretch == NULL);
  if (picture->closed_stretch != NULL)
    gtk_label_set_text (self->stretch_line, gettext (picture->closed_stretch->text));
  else if (stretch != NULL && stretch->value != 0)
    gtk_label_set_text (self->stretch_line, _ ("Done tonight"));
  else
    gtk_label_set_text (self->stretch_line, can_guide (self)
                                              ? _ ("3 minutes · ticks itself when done")
                                              : _ ("3 minutes · press when done"));
  gtk_label_set_text (self->drink_line,
                      picture->drink_care != NULL ? gettext (picture->drink_care) : so_far);
  gtk_widget_set_visible (self->glass, picture->drink_care == NULL);
  gtk_label_set_text (self->covers_line, _ ("Tick when done"));
  self->is_updating = TRUE;
  gtk_check_button_set_active (self->covers, covers != NULL && covers->value == 0);
  self->is_updating = FALSE;
}

static gboolean
is_taken_as_usual (const StnEveningPicture *picture)
{
  for (guint i = 0; i < picture->night->values->len; i++)
    if (((StnFactorValue *) g_ptr_array_index (picture->night->values, i))->entered ==
        STN_ENTERED_USUAL)
      return TRUE;
  return FALSE;
}

static char *
usual_line (const StnEveningPicture *picture)
{
  g_autofree char *usual = stn_wording_usual_day (picture->usual, picture->factors);
  g_autoptr (GPtrArray) changed = stn_evening_picture_list_changed (picture);

  if (picture->usual->len == 0)
    return g_strdup (_ ("Tell it once: then an ordinary day is one key"));
  if (is_taken_as_usual (picture) && changed->len > 0)
    return stn_wording_taken_as_usual (changed);
  /* Translators: what an ordinary day is like, "6 glasses to drink, moved, no alcohol" */
  return g_strdup_printf (_ ("Your usual: %s"), usual);
}

static gboolean
contains_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* Where nothing is usual yet, nothing can be different from it. */
static void
name_different (StnBedtimeList *self, gboolean is_usual)
{
  const char *name = is_usual ? _ ("Different…") : _ ("Answer…");

  gtk_label_set_label (self->different_label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->different), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/* The focus goes to what replaced the button that had it. */
static void
show_day (StnBedtimeList *self, const StnEveningPicture *picture)
{
  StnOptInt saved = stn_evening_picture_saved_min (picture);
  gboolean had_focus = contains_focus (GTK_WIDGET (self->day));
  g_autofree char *line = usual_line (picture);
  g_autofree char *title = saved.known
                             ? stn_wording_day_saved (is_taken_as_usual (picture), saved.value)
                             : g_strdup (_ ("How was your day?"));

  gtk_label_set_text (self->day_title, title);
  gtk_label_set_text (self->day_line, line);
  gtk_widget_set_visible (GTK_WIDGET (self->day_line), !saved.known || picture->usual->len > 0);
  gtk_widget_set_visible (self->ordinary, picture->usual->len > 0);
  name_different (self, picture->usual->len > 0);
  gtk_stack_set_visible_child_name (self->day, saved.known ? "saved" : "ask");
  if (had_focus && !contains_focus (GTK_WIDGET (self->day)))
    gtk_widget_child_focus (GTK_WIDGET (self->day), GTK_DIR_TAB_FORWARD);
}

static void
stn_bedtime_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnBedtimeList *self = STN_BEDTIME_LIST (object);

  switch (id) {
  case PROP_CLIENT:
    g_set_object (&self->client, g_value_get_object (value));
    break;
  case PROP_HAS_DAY:
    self->has_day = g_value_get_boolean (value);
    gtk_widget_set_visible (self->day_row, self->has_day);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_bedtime_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StnBedtimeList *self = STN_BEDTIME_LIST (object);

  switch (id) {
  case PROP_CLIENT:
    g_value_set_object (value, self->client);
    break;
  case PROP_HAS_DAY:
    g_value_set_boolean (value, self->has_day);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_bedtime_list_dispose (GObject *object)
{
  g_clear_object (&STN_BEDTIME_LIST (object)->client);

  G_OBJECT_CLASS (stn_bedtime_list_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-bedtime-list.ui");
  gtk_widget_class_bind_template_child (widget_class, StnBedtimeList, stretch_line);
  gtk_widget_class_bind_template_child (widget_class, StnBedtimeList, start);
  gtk_widget_class_bind_template_child (widget_class, StnBedtimeList, drink_line);
  gtk_widget_class_bind_template_child (widget_class, StnBedtimeList, glass);
  gtk_widget_class_bind_template_child (widget_class, StnBedtimeList, covers);
  gtk_widget_class_bind_template_child (widget_class, StnBedtimeList, covers_line);
  gtk_widget_class_bind_template_child (widget_class, StnBedtimeList, day_row);
  gtk_widget_class_bind_template_child (widget_class, StnBedtimeList, day_title);
  gtk_widget_class_bind_template_child (widget_class, StnBedtimeList, day_line);
  gtk_widget_class_bind_template_child (widget_class, StnBedtimeList, day);
  gtk_widget_class_bind_template_child (widget_class, StnBedtimeList, ordinary);
  gtk_widget_class_bind_template_child (widget_class, StnBedtimeList, different);
  gtk_widget_class_bind_template_child (widget_class, StnBedtimeList, different_label);
  gtk_widget_class_bind_template_callback (widget_class, covers_toggled_cb);
}

static void
stn_bedtime_list_class_init (StnBedtimeListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_bedtime_list_dispose;
  object_class->get_property = stn_bedtime_list_get_property;
  object_class->set_property = stn_bedtime_list_set_property;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_HAS_DAY] =
    g_param_spec_boolean ("has-day", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "bedtime.stretch", NULL, stretch_cb);
  gtk_widget_class_install_action (widget_class, "bedtime.glass", NULL, glass_cb);
  gtk_widget_class_install_action (widget_class, "bedtime.ordinary-day", NULL, ordinary_day_cb);
  gtk_widget_class_install_action (widget_class, "bedtime.different", NULL, different_cb);
}

static void
stn_bedtime_list_init (StnBedtimeList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->day_row, FALSE);
  stn_single_keys_add (GTK_WIDGET (self), GDK_KEY_o, key_ordinary_cb, 0);
  stn_single_keys_add (GTK_WIDGET (self), GDK_KEY_e, key_different_cb, 0);
}

void
stn_bedtime_list_show (StnBedtimeList *self, const StnEveningPicture *picture)
{
  g_return_if_fail (STN_IS_BEDTIME_LIST (self) && picture != NULL);

  self->key = picture->key;
  show_acts (self, picture);
  if (self->has_day)
    show_day (self, picture);
}
