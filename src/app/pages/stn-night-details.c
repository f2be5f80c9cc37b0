/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-night-details.h"

#include <glib/gi18n.h>

#include "diary/stn-diary-archive.h"
#include "diary/stn-diary-factors.h"
#include "pages/stn-outcome-question.h"
#include "widgets/stn-fact-row.h"
#include "widgets/stn-focus-child.h"
#include "widgets/stn-glyph.h"
#include "widgets/stn-inner-names.h"
#include "widgets/stn-night-line.h"
#include "widgets/stn-pair-layout.h"
#include "wording/stn-wording.h"

struct _StnNightDetails {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnNightItem *item;
  GPtrArray *factors;  /* (element-type StnFactor) by position; NULL until they were read */
  GPtrArray *versions; /* (element-type StnOtherVersion) of the last joining, or NULL */

  StnGlyph *glyph;
  GtkLabel *title;
  GtkLabel *line;
  GtkWidget *edit;
  GtkWidget *times;
  StnNightLine *clock;
  GtkLabel *slept;
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
add_question (StnNightDetails *self, const StnNight *night)
{
  GtkWidget *question = g_object_new (STN_TYPE_OUTCOME_QUESTION, NULL);

  gtk_widget_add_css_class (question, "card");
  gtk_widget_add_css_class (question, "padded");
  stn_outcome_question_show (STN_OUTCOME_QUESTION (question), self->client, night);
  gtk_box_append (self->groups, question);
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
    g_autofree char *tried = stn_wording_episode_tried (episode);
    g_autofree char *severity =
      episode->severity.known ? stn_wording_severity (episode->severity.value) : NULL;

    gtk_list_box_append (list, stn_fact_row_new (title, details, severity));
    if (tried != NULL)
      gtk_list_box_append (list, stn_fact_row_new (tried, NULL, NULL));
    if (episode->note)
      gtk_list_box_append (list, stn_fact_row_new (episode->note, NULL, NULL));
  }
  if (stn_night_has_conflict (night))
    add_question (self, night);
}

/* Takes @value; an unknown one is not listed. */
static void
add_sleep_row (GtkWidget *more, const char *title, StnOptInt field, char *value)
{
  if (field.known)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (more), stn_fact_row_new (title, NULL, value));
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

/* Rows that are seldom wanted, behind one. */
static GtkWidget *
more_row_new (const char *title)
{
  GtkWidget *more = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), title);
  stn_inner_names_add (more);
  return more;
}

static void
add_sleep (StnNightDetails *self, const StnNight *night)
{
  const StnSleep *sleep = &night->sleep;
  GtkWidget *more;

  if (stn_sleep_is_unknown (sleep))
    return;
  more = more_row_new (_ ("Sleep in detail"));
  gtk_list_box_append (add_group (self, _ ("Sleep"), NULL), more);
  add_sleep_row (more, _ ("Into bed"), sleep->into_bed_min, time_text (sleep->into_bed_min));
  add_sleep_row (more, _ ("Tried to sleep"), sleep->tried_min, time_text (sleep->tried_min));
  add_sleep_row (more, _ ("Time to fall asleep"), sleep->asleep_min,
                 minutes_text (sleep->asleep_min));
  add_sleep_row (more, _ ("Awakenings"), sleep->awakenings,
                 g_strdup_printf ("%d", sleep->awakenings.value));
  add_sleep_row (more, _ ("Awake in the night"), sleep->awake_min, minutes_text (sleep->awake_min));
  add_sleep_row (more, _ ("Final awakening"), sleep->final_wake_min,
                 time_text (sleep->final_wake_min));
  add_sleep_row (more, _ ("Out of bed"), sleep->out_of_bed_min, time_text (sleep->out_of_bed_min));
  add_sleep_row (more, _ ("Quality of sleep"), sleep->quality, of_five (sleep->quality));
  add_sleep_row (more, _ ("Rested"), sleep->rested, of_five (sleep->rested));
  add_sleep_row (more, _ ("Tired by day"), sleep->tired, stn_wording_severity (sleep->tired.value));
}

static const char *
entered_words (StnEntered entered)
{
  switch (entered) {
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

/* What was taken as usual was entered together with what was not. */
static gboolean
is_entered_alike (StnEntered a, StnEntered b)
{
  return a == b || (a == STN_ENTERED_USUAL && b == STN_ENTERED_EVENING) ||
         (a == STN_ENTERED_EVENING && b == STN_ENTERED_USUAL);
}

/* The way in which all values were entered; UNKNOWN when they differ. @ret_last: when the person wrote the last of them. */
static StnEntered
entered_together (const StnNight *night, StnStamp *ret_last)
{
  StnEntered together = STN_ENTERED_USUAL;

  *ret_last = STN_NO_STAMP;
  for (guint i = 0; i < night->values->len; i++) {
    const StnFactorValue *value = g_ptr_array_index (night->values, i);
    const StnIdentity *id = stn_factor_value_get_id (value);

    if (i > 0 && !is_entered_alike (value->entered, together))
      return STN_ENTERED_UNKNOWN;
    if (i == 0 || value->entered != STN_ENTERED_USUAL)
      together = value->entered;
    if (g_strcmp0 (id->source, "person") == 0 && id->updated.utc_s > ret_last->utc_s)
      *ret_last = id->updated;
  }
  return together;
}

/* "Thursday, 21:52" of a stamp of that evening or the morning after, else "12 November, 21:52". */
static char *
stamp_text (StnNightDetails *self, const StnNight *night, StnStamp stamp)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));
  g_autoptr (GDateTime) local = stn_stamp_to_local (stamp);
  int days = stn_date_days_between (night->key, stn_date_of (local));
  g_autofree char *date = days == 0 || days == 1
                            ? stn_wording_weekday (stn_date_of (local))
                            : stn_wording_date_brief (stn_date_of (local), stn_date_of (now));
  g_autofree char *time =
    stn_wording_time (g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local));

  /* Translators: 1: a date, 2: a time of day */
  return g_strdup_printf (_ ("%1$s, %2$s"), date, time);
}

/* Said once above the list when it is true of all values; NULL when they differ or it is not known. */
static char *
describe_entered (StnNightDetails *self, const StnNight *night)
{
  StnStamp last;
  const char *words = entered_words (entered_together (night, &last));
  g_autofree char *when = words && stn_stamp_is_set (last) ? stamp_text (self, night, last) : NULL;

  if (!when)
    return g_strdup (words);
  /* Translators: 1: "Entered in the evening", 2: a date and a time */
  return g_strdup_printf (C_ ("entered", "%1$s, %2$s"), words, when);
}

/* What is ticked of a list says more than that something is. */
static char *
text_of (StnNightDetails *self,
         const StnNight *night,
         const StnFactor *factor,
         const StnFactorValue *value)
{
  g_autofree char *ticks = stn_wording_ticks (factor, night->values, self->factors);

  return ticks ? g_steal_pointer (&ticks) : stn_wording_factor_portions (factor, value->value);
}

/* A tick is told with its list. */
static gboolean
is_told (const StnNight *night, const StnFactor *factor)
{
  const StnTrigger *trigger = stn_factor_get_trigger (factor);

  return trigger && trigger->list && stn_night_get_value (night, trigger->list);
}

static GtkWidget *
value_row_new (StnNightDetails *self,
               const StnNight *night,
               const StnFactor *factor,
               const StnFactorValue *value,
               gboolean says_entered)
{
  g_autofree char *name = stn_wording_factor_name (factor);
  g_autofree char *text = text_of (self, night, factor, value);

  return stn_fact_row_new (name, says_entered ? stn_wording_entered (value->entered) : NULL, text);
}

/* In the order of the evening entry; the values themselves are ordered by slug. What is as usual stands behind one row. */
static void
add_day (StnNightDetails *self, const StnNight *night)
{
  g_autofree char *entered = NULL;
  GtkWidget *usual = more_row_new ("");
  GtkListBox *list;
  guint n_usual = 0;

  g_object_ref_sink (usual);
  if (night->values->len > 0 && self->factors) {
    entered = describe_entered (self, night);
    list = add_group (self, _ ("The day before"), entered);
    for (guint i = 0; i < self->factors->len; i++) {
      const StnFactor *factor = g_ptr_array_index (self->factors, i);
      const StnFactorValue *value = stn_night_get_value (night, factor->slug);

      if (is_told (night, factor))
        continue;
      if (value && value->entered == STN_ENTERED_USUAL) {
        adw_expander_row_add_row (ADW_EXPANDER_ROW (usual),
                                  value_row_new (self, night, factor, value, FALSE));
        n_usual++;
      } else if (value) {
        gtk_list_box_append (list, value_row_new (self, night, factor, value, entered == NULL));
      }
    }
    if (n_usual > 0) {
      g_autofree char *title =
        g_strdup_printf (ngettext ("%u other as usual", "%u others as usual", n_usual), n_usual);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (usual), title);
      gtk_list_box_append (list, usual);
    }
  }
  g_object_unref (usual);
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

/* Nights that nothing is said of can be caught up together. */
static void
add_catch_up (StnNightDetails *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Catch Up…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.catch-up");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "pill");
  gtk_box_append (self->groups, button);
}

/* Two computers wrote something of this night, and nobody has decided yet. */
static gboolean
has_other_version (StnNightDetails *self, StnDate key)
{
  for (guint i = 0; self->versions != NULL && i < self->versions->len; i++) {
    const StnOtherVersion *version = g_ptr_array_index (self->versions, i);

    if (version->is_kept && stn_date_is_set (version->night) &&
        stn_date_compare (version->night, key) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
add_versions (StnNightDetails *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Another Version of This Night: Compare…"));

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.versions");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "target");
  gtk_box_append (self->groups, button);
}

static void
show_times (StnNightDetails *self, const StnNight *night)
{
  g_autofree char *slept = stn_wording_sleep (night);
  gboolean has_picture = stn_night_line_set_night (self->clock, night);

  gtk_widget_set_visible (GTK_WIDGET (self->clock), has_picture);
  gtk_label_set_label (self->slept, slept ? slept : "");
  gtk_widget_set_visible (GTK_WIDGET (self->slept), slept && *slept);
  gtk_widget_set_visible (self->times, has_picture || (slept && *slept));
}

/* "2 cramps · logged Friday 13 November, 06:48" */
static char *
describe_night (StnNightDetails *self, const StnNight *night)
{
  guint n = night->episodes->len;
  g_autofree char *line = n > 0 ? g_strdup_printf (ngettext ("%u cramp", "%u cramps", n), n)
                                : g_strdup (stn_wording_state (stn_night_get_state (night)));
  g_autofree char *when = NULL;

  if (!stn_stamp_is_set (night->answered))
    return g_steal_pointer (&line);
  when = stamp_text (self, night, night->answered);
  /* Translators: 1: what the night was, "2 cramps", 2: a date and a time */
  return g_strdup_printf (_ ("%1$s · logged %2$s"), line, when);
}

/* What had the focus may be gone: it goes to where the night is changed. */
static void
show_night (StnNightDetails *self)
{
  const StnNight *night = self->item ? stn_night_item_get_night (self->item) : NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *title = NULL;
  g_autofree char *line = NULL;
  gboolean had_focus =
    gtk_widget_get_state_flags (GTK_WIDGET (self->groups)) & GTK_STATE_FLAG_FOCUS_WITHIN;
  GtkWidget *group;

  while ((group = gtk_widget_get_first_child (GTK_WIDGET (self->groups))))
    gtk_box_remove (self->groups, group);
  if (!night)
    return;
  now = stn_clock_now (stn_diary_client_get_clock (self->client));
  title = stn_wording_night_short (night->key, stn_date_of (now));
  line = describe_night (self, night);
  stn_glyph_set_night (self->glyph, stn_night_get_state (night), night->episodes->len);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->line, line);
  show_times (self, night);
  if (has_other_version (self, night->key))
    add_versions (self);
  add_cramps (self, night);
  add_day (self, night);
  add_note (self, night->note);
  add_sleep (self, night);
  if (stn_night_is_empty (night))
    add_hint (self);
  if (stn_night_get_state (night) == STN_NIGHT_NOT_RECORDED)
    add_catch_up (self);
  if (had_focus)
    gtk_widget_grab_focus (self->edit);
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

static gpointer
read_versions_work (StnDiary *diary, gpointer data, GError **error)
{
  return stn_other_versions_list (stn_diary_get_store (diary), 0, error);
}

static void
versions_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnNightDetails) self = user_data;
  GPtrArray *versions = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, NULL);
  const StnNight *night = self->item != NULL ? stn_night_item_get_night (self->item) : NULL;
  gboolean had = night != NULL && has_other_version (self, night->key);

  if (versions == NULL)
    return; /* the list of nights fails for the same reason, and says so */
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  self->versions = versions;
  if (night != NULL && had != has_other_version (self, night->key))
    show_night (self);
}

static void
read_versions (StnNightDetails *self)
{
  stn_diary_client_run (self->client, read_versions_work, NULL, NULL,
                        (GDestroyNotify) g_ptr_array_unref, NULL, versions_read_cb,
                        g_object_ref (self));
}

static void
diary_changed_cb (StnNightDetails *self, GArray *nights)
{
  if (!nights)
    read_factors (self);
  read_versions (self);
}

static gboolean
stn_night_details_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (STN_NIGHT_DETAILS (widget)->edit);
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
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->factors, g_ptr_array_unref);
  G_OBJECT_CLASS (stn_night_details_parent_class)->dispose (object);
}

static void
stn_night_details_class_init (StnNightDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_night_details_dispose;

  widget_class->focus = stn_focus_child;
  widget_class->grab_focus = stn_night_details_grab_focus;

  g_type_ensure (STN_TYPE_GLYPH);
  g_type_ensure (STN_TYPE_NIGHT_LINE);
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-night-details.ui");
  gtk_widget_class_bind_template_child (widget_class, StnNightDetails, glyph);
  gtk_widget_class_bind_template_child (widget_class, StnNightDetails, title);
  gtk_widget_class_bind_template_child (widget_class, StnNightDetails, line);
  gtk_widget_class_bind_template_child (widget_class, StnNightDetails, edit);
  gtk_widget_class_bind_template_child (widget_class, StnNightDetails, times);
  gtk_widget_class_bind_template_child (widget_class, StnNightDetails, clock);
  gtk_widget_class_bind_template_child (widget_class, StnNightDetails, slept);
  gtk_widget_class_bind_template_child (widget_class, StnNightDetails, groups);
}

static void
stn_night_details_init (StnNightDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_inner_names_add (GTK_WIDGET (self));
}

void
stn_night_details_set_client (StnNightDetails *self, StnDiaryClient *client)
{
  g_return_if_fail (STN_IS_NIGHT_DETAILS (self));
  g_return_if_fail (self->client == NULL);

  self->client = g_object_ref (client);
  g_signal_connect_swapped (client, "changed", G_CALLBACK (diary_changed_cb), self);
  read_factors (self);
  read_versions (self);
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
  /* Half a night would be left standing beside a search that finds none. */
  gtk_widget_set_visible (adw_bin_get_child (ADW_BIN (self)), item != NULL);
  show_night (self);
}
