/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-night-details.h"

#include <glib/gi18n.h>

#include "diary/stn-diary-factors.h"
#include "widgets/stn-fact-row.h"
#include "widgets/stn-glyph.h"
#include "wording/stn-wording.h"

struct _StnNightDetails {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnNightItem *item;
  GPtrArray *factors; /* (element-type StnFactor) by position; NULL until they were read */

  StnGlyph *glyph;
  GtkLabel *title;
  GtkLabel *line;
  GtkBox *groups;
};

G_DEFINE_FINAL_TYPE (StnNightDetails, stn_night_details, ADW_TYPE_BIN)

/* Appends a heading, a smaller line (nullable) and a list; returns the list. */
static GtkListBox *
add_group (StnNightDetails *self, const char *title, const char *subtitle)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                     "label", title, "xalign", 0.0F, "wrap", TRUE, NULL);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (group), heading);
  if (subtitle) {
    GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", subtitle, "xalign", 0.0F, "wrap", TRUE, NULL);

    gtk_widget_add_css_class (label, "dim-label");
    gtk_box_append (GTK_BOX (group), label);
  }
  gtk_box_append (GTK_BOX (group), list);
  gtk_box_append (self->groups, group);
  return GTK_LIST_BOX (list);
}

static void
add_cramps (StnNightDetails *self, const StnNight *night)
{
  GtkListBox *list;

  if (night->episodes->len == 0)
    return;
  list = add_group (self, _ ("Cramps"), NULL);
  for (guint i = 0; i < night->episodes->len; i++) {
    const StnEpisode *episode = g_ptr_array_index (night->episodes, i);
    g_autofree char *title = stn_wording_episode_title (episode);
    g_autofree char *details = stn_wording_episode_details (episode);
    g_autofree char *severity =
      episode->severity.known ? stn_wording_severity (episode->severity.value) : NULL;

    gtk_list_box_append (list, stn_fact_row_new (title, details, severity));
    if (episode->note)
      gtk_list_box_append (list, stn_fact_row_new (episode->note, NULL, NULL));
  }
  if (stn_night_has_conflict (night))
    gtk_list_box_append (
      list, stn_fact_row_new (_ ("This night also has the answer “no cramps”. Cramps win "
                                 "until you change one of them."),
                              NULL, NULL));
}

/* Takes @value; an unknown one is not listed. */
static void
add_sleep_row (GtkListBox *list, const char *title, StnOptInt field, char *value)
{
  if (field.known)
    gtk_list_box_append (list, stn_fact_row_new (title, NULL, value));
  g_free (value);
}

static char *
time_text (StnOptInt minute)
{
  return minute.known ? stn_wording_time (minute.value) : NULL;
}

static char *
minutes_text (StnOptInt minutes)
{
  return minutes.known ? stn_wording_minutes (minutes.value) : NULL;
}

static char *
of_five (StnOptInt value)
{
  /* Translators: a mark from 1 to 5, "2 of 5" */
  return g_strdup_printf (_ ("%d of 5"), value.value);
}

static void
add_sleep (StnNightDetails *self, const StnNight *night)
{
  const StnSleep *sleep = &night->sleep;
  g_autofree char *measures = stn_wording_sleep (night);
  GtkListBox *list;

  if (stn_sleep_is_unknown (sleep))
    return;
  list = add_group (self, _ ("Sleep"), measures);
  add_sleep_row (list, _ ("Into bed"), sleep->into_bed_min, time_text (sleep->into_bed_min));
  add_sleep_row (list, _ ("Tried to sleep"), sleep->tried_min, time_text (sleep->tried_min));
  add_sleep_row (list, _ ("Time to fall asleep"), sleep->asleep_min,
                 minutes_text (sleep->asleep_min));
  add_sleep_row (list, _ ("Awakenings"), sleep->awakenings,
                 g_strdup_printf ("%d", sleep->awakenings.value));
  add_sleep_row (list, _ ("Awake in the night"), sleep->awake_min, minutes_text (sleep->awake_min));
  add_sleep_row (list, _ ("Final awakening"), sleep->final_wake_min,
                 time_text (sleep->final_wake_min));
  add_sleep_row (list, _ ("Out of bed"), sleep->out_of_bed_min, time_text (sleep->out_of_bed_min));
  add_sleep_row (list, _ ("Quality of sleep"), sleep->quality, of_five (sleep->quality));
  add_sleep_row (list, _ ("Rested"), sleep->rested, of_five (sleep->rested));
  add_sleep_row (list, _ ("Tired by day"), sleep->tired, stn_wording_severity (sleep->tired.value));
}

/* Said once above the list when it is true of all values; NULL when they differ or it is not known. */
static const char *
describe_entered (const StnNight *night)
{
  const StnFactorValue *first = g_ptr_array_index (night->values, 0);

  for (guint i = 1; i < night->values->len; i++) {
    const StnFactorValue *value = g_ptr_array_index (night->values, i);

    if (value->entered != first->entered)
      return NULL;
  }
  switch (first->entered) {
  case STN_ENTERED_UNKNOWN:
    break;
  case STN_ENTERED_EVENING:
    return _ ("Entered in the evening");
  case STN_ENTERED_USUAL:
    return _ ("Taken as on an ordinary day, in the evening");
  case STN_ENTERED_AFTER:
    return _ ("Entered after the night");
  }
  return NULL;
}

/* In the order of the evening entry; the values themselves are ordered by slug. */
static void
add_day (StnNightDetails *self, const StnNight *night)
{
  GtkListBox *list;
  const char *entered;

  if (night->values->len == 0 || !self->factors)
    return;
  entered = describe_entered (night);
  list = add_group (self, _ ("The day before"), entered);
  for (guint i = 0; i < self->factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (self->factors, i);
    const StnFactorValue *value = stn_night_get_value (night, factor->slug);
    g_autofree char *name = NULL;
    g_autofree char *text = NULL;

    if (!value)
      continue;
    name = stn_wording_factor_name (factor);
    text = stn_wording_factor_portions (factor, value->value);
    gtk_list_box_append (
      list, stn_fact_row_new (name, entered ? NULL : stn_wording_entered (value->entered), text));
  }
}

static void
add_note (StnNightDetails *self, const char *note)
{
  if (note)
    gtk_list_box_append (add_group (self, _ ("Note"), NULL), stn_fact_row_new (note, NULL, NULL));
}

static void
add_hint (StnNightDetails *self)
{
  GtkWidget *hint =
    g_object_new (GTK_TYPE_LABEL, "label",
                  _ ("Nothing is recorded of this night. What you still remember can be added."),
                  "xalign", 0.0F, "wrap", TRUE, NULL);

  gtk_box_append (self->groups, hint);
}

static void
show_night (StnNightDetails *self)
{
  const StnNight *night = self->item ? stn_night_item_get_night (self->item) : NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *title = NULL;
  g_autofree char *line = NULL;
  GtkWidget *group;

  while ((group = gtk_widget_get_first_child (GTK_WIDGET (self->groups))))
    gtk_box_remove (self->groups, group);
  if (!night)
    return;
  now = stn_clock_now (stn_diary_client_get_clock (self->client));
  title = stn_wording_night_short (night->key, stn_date_of (now));
  line = stn_wording_night_line (night);
  stn_glyph_set_night (self->glyph, stn_night_get_state (night), night->episodes->len);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->line, line);
  add_cramps (self, night);
  add_sleep (self, night);
  add_day (self, night);
  add_note (self, night->note);
  if (stn_night_is_empty (night))
    add_hint (self);
}

static gpointer
read_factors_work (StnDiary *diary, gpointer data, GError **error)
{
  return stn_diary_list_factors (diary, error);
}

static void
factors_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnNightDetails) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *factors = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  /* The list of nights fails for the same reason, and says so. */
  if (!factors)
    return;
  g_clear_pointer (&self->factors, g_ptr_array_unref);
  self->factors = factors;
  show_night (self);
}

static void
read_factors (StnNightDetails *self)
{
  stn_diary_client_run (self->client, read_factors_work, NULL, NULL,
                        (GDestroyNotify) g_ptr_array_unref, NULL, factors_read_cb,
                        g_object_ref (self));
}

static void
diary_changed_cb (StnNightDetails *self, GArray *nights)
{
  if (!nights)
    read_factors (self);
}

static void
stn_night_details_dispose (GObject *object)
{
  StnNightDetails *self = STN_NIGHT_DETAILS (object);

  if (self->item)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
  if (self->client)
    g_signal_handlers_disconnect_by_data (self->client, self);
  g_clear_object (&self->client);
  g_clear_pointer (&self->factors, g_ptr_array_unref);
  G_OBJECT_CLASS (stn_night_details_parent_class)->dispose (object);
}

static void
stn_night_details_class_init (StnNightDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_night_details_dispose;

  g_type_ensure (STN_TYPE_GLYPH);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-night-details.ui");
  gtk_widget_class_bind_template_child (widget_class, StnNightDetails, glyph);
  gtk_widget_class_bind_template_child (widget_class, StnNightDetails, title);
  gtk_widget_class_bind_template_child (widget_class, StnNightDetails, line);
  gtk_widget_class_bind_template_child (widget_class, StnNightDetails, groups);
}

static void
stn_night_details_init (StnNightDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
stn_night_details_set_client (StnNightDetails *self, StnDiaryClient *client)
{
  g_return_if_fail (STN_IS_NIGHT_DETAILS (self));
  g_return_if_fail (self->client == NULL);

  self->client = g_object_ref (client);
  g_signal_connect_swapped (client, "changed", G_CALLBACK (diary_changed_cb), self);
  read_factors (self);
}

void
stn_night_details_set_item (StnNightDetails *self, StnNightItem *item)
{
  g_return_if_fail (STN_IS_NIGHT_DETAILS (self));

  if (self->item == item)
    return;
  if (self->item)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item)
    g_signal_connect_swapped (item, "changed", G_CALLBACK (show_night), self);
  show_night (self);
}
