/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-preferences-window.h"

#include <glib/gi18n.h>

#include "base/stn-night-key.h"
#include "diary/stn-diary-factors.h"
#include "diary/stn-failure.h"
#include "pages/stn-backup-preferences.h"
#include "pages/stn-factor-preferences.h"
#include "pages/stn-units-form.h"
#include "pages/stn-reminder-preferences.h"
#include "present/stn-copies.h"
#include "present/stn-preference.h"
#include "widgets/stn-field-reason.h"
#include "widgets/stn-inner-names.h"
#include "widgets/stn-question.h"
#include "wording/stn-wording.h"

/* What the diary takes for a name. */
#define NAME_MAX_CHARACTERS 80

#define HOUR_MIN 60
#define FIRST_HOUR (STN_DAY_CHANGE_FIRST_MIN / HOUR_MIN)
#define LAST_HOUR (STN_DAY_CHANGE_LAST_MIN / HOUR_MIN)

/* A list of factors; rows stay the same widgets as long as the same factors stand in it. */
typedef struct {
  AdwPreferencesGroup *group;
  GPtrArray *rows; /* of AdwActionRow */
} List;

struct _StnPreferencesWindow {
  AdwPreferencesWindow parent_instance;

  StnDiaryClient *client;
  GPtrArray *factors; /* element-type StnFactor */
  List asked;
  List others;
  List ticks;
  List hidden;
  StnFactorPreferences *factor; /* weak: of the subpage; NULL while there is none */
  gboolean is_showing;

  AdwPreferencesGroup *asked_group;
  AdwPreferencesGroup *others_group;
  AdwPreferencesGroup *ticks_group;
  AdwPreferencesGroup *hidden_group;
  AdwEntryRow *new_name;
  AdwComboRow *new_kind;
  AdwComboRow *day_change;
  StnReminderPreferences *reminders;
  StnUnitsForm *units;
  StnBackupPreferences *backups;
};

G_DEFINE_FINAL_TYPE (StnPreferencesWindow, stn_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
say (StnPreferencesWindow *self, const char *text)
{
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (text));
}

static void read_again (StnPreferencesWindow *self);

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnPreferencesWindow) self = STN_PREFERENCES_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;

  if (stn_preference_change_finish (STN_DIARY_CLIENT (source), result, &error) || !self->client)
    return;
  reason = stn_failure_not_saved (error);
  say (self, reason);
  read_again (self); /* what is shown is what is stored */
}

static void
change (StnPreferencesWindow *self, const StnPreference *preference)
{
  stn_preference_change (self->client, preference, changed_cb, g_object_ref (self));
}

/* The page of one factor */

static void
factor_change_cb (StnFactorPreferences *page,
                  const StnPreference *preference,
                  StnPreferencesWindow *self)
{
  change (self, preference);
}

static void
factor_back_cb (StnFactorPreferences *page, StnPreferencesWindow *self)
{
  g_clear_weak_pointer (&self->factor);
  adw_preferences_window_close_subpage (ADW_PREFERENCES_WINDOW (self));
}

/* Its place among those that are not hidden. */
static guint
place_of (StnPreferencesWindow *self, const StnFactor *factor, guint *ret_n)
{
  guint place = 0;

  *ret_n = 0;
  for (guint i = 0; i < self->factors->len; i++) {
    const StnFactor *other = g_ptr_array_index (self->factors, i);

    if (other == factor)
      place = *ret_n;
    if (!other->hidden)
      (*ret_n)++;
  }
  return place;
}

static const StnFactor *
find_factor (StnPreferencesWindow *self, const char *slug)
{
  for (guint i = 0; i < self->factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (self->factors, i);

    if (g_strcmp0 (factor->slug, slug) == 0)
      return factor;
  }
  return NULL;
}

static void
show_factor (StnPreferencesWindow *self)
{
  const StnFactor *factor =
    self->factor ? find_factor (self, stn_factor_preferences_get_slug (self->factor)) : NULL;
  guint place, n;

  if (!factor)
    return;
  place = place_of (self, factor, &n);
  stn_factor_preferences_show (self->factor, factor, place, n);
}

static void
row_activated_cb (AdwActionRow *row, StnPreferencesWindow *self)
{
  const StnFactor *factor = find_factor (self, g_object_get_data (G_OBJECT (row), "slug"));
  guint place, n;

  if (!factor)
    return;
  place = place_of (self, factor, &n);
  g_set_weak_pointer (&self->factor, stn_factor_preferences_new ());
  g_signal_connect (self->factor, "change", G_CALLBACK (factor_change_cb), self);
  g_signal_connect (self->factor, "back", G_CALLBACK (factor_back_cb), self);
  stn_factor_preferences_show (self->factor, factor, place, n);
  adw_preferences_window_present_subpage (ADW_PREFERENCES_WINDOW (self), GTK_WIDGET (self->factor));
}

/* The lists */

static GtkWidget *
row_new (StnPreferencesWindow *self, const StnFactor *factor)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), "slug", g_strdup (factor->slug), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  return row;
}

/* The list of which @factor is a tick, NULL for others. */
static const StnFactor *
list_of (StnPreferencesWindow *self, const StnFactor *factor)
{
  const StnTrigger *trigger = stn_factor_get_trigger (factor);

  return trigger && trigger->list ? find_factor (self, trigger->list) : NULL;
}

static char *
describe (const StnFactor *factor, const StnFactor *list)
{
  g_autofree char *name = list ? stn_wording_factor_name (list) : NULL;

  if (list && stn_date_is_set (factor->suspect_since))
    /* Translators: 1: a heading, 2: "you suspect this" */
    return g_strdup_printf (_ ("%1$s · %2$s"), name, _ ("you suspect this"));
  if (list)
    return g_steal_pointer (&name);
  if (stn_date_is_set (factor->suspect_since) && factor->heading)
    /* Translators: 1: a heading, 2: "you suspect this" */
    return g_strdup_printf (_ ("%1$s · %2$s"), factor->heading, _ ("you suspect this"));
  if (stn_date_is_set (factor->suspect_since))
    return g_strdup (_ ("you suspect this"));
  return g_strdup (factor->heading ? factor->heading : "");
}

static void
show_row (GtkWidget *row, const StnFactor *factor, const StnFactor *list)
{
  g_autofree char *name = stn_wording_factor_name (factor);
  g_autofree char *line = describe (factor, list);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
}

static gboolean
has_same_rows (const List *list, const GPtrArray *factors)
{
  if (list->rows->len != factors->len)
    return FALSE;
  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (factors, i);

    if (g_strcmp0 (g_object_get_data (g_ptr_array_index (list->rows, i), "slug"), factor->slug) !=
        0)
      return FALSE;
  }
  return TRUE;
}

static void
show_list (StnPreferencesWindow *self, List *list, const GPtrArray *factors)
{
  if (!has_same_rows (list, factors)) {
    for (guint i = 0; i < list->rows->len; i++)
      adw_preferences_group_remove (list->group, g_ptr_array_index (list->rows, i));
    g_ptr_array_set_size (list->rows, 0);
    for (guint i = 0; i < factors->len; i++) {
      GtkWidget *row = row_new (self, g_ptr_array_index (factors, i));

      adw_preferences_group_add (list->group, row);
      g_ptr_array_add (list->rows, row);
    }
  }
  for (guint i = 0; i < factors->len; i++)
    show_row (g_ptr_array_index (list->rows, i), g_ptr_array_index (factors, i),
              list_of (self, g_ptr_array_index (factors, i)));
  gtk_widget_set_visible (GTK_WIDGET (list->group), factors->len > 0);
}

static void
show_factors (StnPreferencesWindow *self)
{
  g_autoptr (GPtrArray) asked = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GPtrArray) ticks = g_ptr_array_new ();
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();

  for (guint i = 0; i < self->factors->len; i++) {
    StnFactor *factor = g_ptr_array_index (self->factors, i);

    if (list_of (self, factor))
      g_ptr_array_add (ticks, factor);
    else
      g_ptr_array_add (factor->hidden ? hidden : factor->tracked ? asked : others, factor);
  }
  show_list (self, &self->asked, asked);
  show_list (self, &self->others, others);
  show_list (self, &self->ticks, ticks);
  show_list (self, &self->hidden, hidden);
}

/* Something of the person's own */

/* What was not added stays where it was typed. */
static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnPreferencesWindow) self = STN_PREFERENCES_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;
  gboolean is_added = stn_preference_change_finish (STN_DIARY_CLIENT (source), result, &error);

  if (!self->client)
    return;
  if (is_added) {
    gtk_editable_set_text (GTK_EDITABLE (self->new_name), "");
    return;
  }
  reason = stn_failure_not_saved (error);
  stn_field_reason_show (GTK_WIDGET (self->new_name), reason);
}

static void
add_cb (StnPreferencesWindow *self)
{
  static const struct {
    StnFactorKind kind;
    const char *unit;
  } answers[] = {{STN_FACTOR_BINARY, NULL},
                 {STN_FACTOR_SCALE, NULL},
                 {STN_FACTOR_COUNT, NULL},
                 {STN_FACTOR_CONTINUOUS, NULL},
                 {STN_FACTOR_CONTINUOUS, STN_UNIT_CLOCK}};
  guint selected = adw_combo_row_get_selected (self->new_kind);
  StnPreference preference = {.preference = STN_PREFERENCE_ADD,
                              .text = gtk_editable_get_text (GTK_EDITABLE (self->new_name)),
                              .kind = answers[selected].kind,
                              .unit = answers[selected].unit};

  stn_preference_change (self->client, &preference, added_cb, g_object_ref (self));
}

/* The day */

static void
day_change_cb (StnPreferencesWindow *self)
{
  guint hour = FIRST_HOUR + adw_combo_row_get_selected (self->day_change);
  g_autofree char *text = g_strdup_printf ("%02u:00", hour);
  StnPreference preference = {
    .preference = STN_PREFERENCE_SETTING, .slug = "day-change", .text = text};

  if (!self->is_showing)
    change (self, &preference);
}

static void
add_hours (StnPreferencesWindow *self)
{
  g_autoptr (GtkStringList) hours = gtk_string_list_new (NULL);

  for (int hour = FIRST_HOUR; hour <= LAST_HOUR; hour++) {
    g_autofree char *text = stn_wording_time (hour * HOUR_MIN);

    gtk_string_list_append (hours, text);
  }
  self->is_showing = TRUE;
  adw_combo_row_set_model (self->day_change, G_LIST_MODEL (hours));
  self->is_showing = FALSE;
}

static void
reminders_cb (StnReminderPreferences *reminders, const char *text, StnPreferencesWindow *self)
{
  say (self, text);
}

static void
units_cb (StnUnitsForm *units, const StnPreference *preference, StnPreferencesWindow *self)
{
  if (self->client)
    change (self, preference);
}

/* Forgetting */

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnPreferencesWindow) self = STN_PREFERENCES_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  StnSecondCopyState copy;

  if (!stn_copies_forget_finish (STN_DIARY_CLIENT (source), result, &copy, &error))
    /* Translators: %s is the reason, for example "the disk is full". */
    text = g_strdup_printf (_ ("This could not be erased: %s"), error->message);
  else if (copy == STN_SECOND_COPY_AWAY)
    text = g_strdup (_ ("Forgotten here. The second copy follows as soon as it is there."));
  else
    text = g_strdup (_ ("Forgotten. The diary itself is as it was."));
  if (self->client)
    say (self, text);
}

static void
forget_answered_cb (StnPreferencesWindow *self, const char *response)
{
  if (g_strcmp0 (response, "forget") == 0)
    stn_copies_forget (self->client, forgotten_cb, g_object_ref (self));
}

static void
forget_cb (StnPreferencesWindow *self)
{
  AdwMessageDialog *question = stn_question_show (
    GTK_WINDOW (self), _ ("Forget what was deleted and changed?"),
    _ ("These are erased for good: the trash, all that can be undone, what was typed and not "
       "saved, all backups on this computer, and damaged files that were kept. One new backup is "
       "made, and the second copy, when it is there, is treated the same way. What the diary "
       "says today stays. Copies and exports that you made yourself elsewhere stay, too."),
    "forget", _ ("_Forget"), ADW_RESPONSE_DESTRUCTIVE);

  g_signal_connect_object (question, "response", G_CALLBACK (forget_answered_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Reading */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnPreferencesWindow) self = STN_PREFERENCES_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (StnPreferences) read =
    stn_preferences_read_finish (STN_DIARY_CLIENT (source), result, &error);

  if (!self->client)
    return;
  if (!read) {
    g_autofree char *reason = stn_failure_reason (error);

    if (!stn_failure_is_end (error))
      say (self, reason);
    return;
  }
  g_clear_pointer (&self->factors, g_ptr_array_unref);
  self->factors = g_steal_pointer (&read->factors);
  show_factors (self);
  show_factor (self);
  self->is_showing = TRUE;
  adw_combo_row_set_selected (self->day_change, (guint) (read->day_change / HOUR_MIN - FIRST_HOUR));
  self->is_showing = FALSE;
  stn_units_form_show (self->units, read->glass_ml, read->drink_g);
}

static void
read_again (StnPreferencesWindow *self)
{
  stn_preferences_read (self->client, read_cb, g_object_ref (self));
}

/* A closed window lives until the diary has answered, maybe longer than the one above, which GTK 4.8 does not notice. */
static void
stn_preferences_window_unrealize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stn_preferences_window_parent_class)->unrealize (widget);
  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
stn_preferences_window_dispose (GObject *object)
{
  StnPreferencesWindow *self = STN_PREFERENCES_WINDOW (object);

  if (self->client)
    g_signal_handlers_disconnect_by_data (self->client, self);
  g_clear_object (&self->client);
  g_clear_weak_pointer (&self->factor);
  g_clear_pointer (&self->factors, g_ptr_array_unref);
  g_clear_pointer (&self->asked.rows, g_ptr_array_unref);
  g_clear_pointer (&self->others.rows, g_ptr_array_unref);
  g_clear_pointer (&self->ticks.rows, g_ptr_array_unref);
  g_clear_pointer (&self->hidden.rows, g_ptr_array_unref);

  G_OBJECT_CLASS (stn_preferences_window_parent_class)->dispose (object);
}

static void
stn_preferences_window_class_init (StnPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_preferences_window_dispose;
  widget_class->unrealize = stn_preferences_window_unrealize;

  g_type_ensure (STN_TYPE_UNITS_FORM);
  g_type_ensure (STN_TYPE_BACKUP_PREFERENCES);
  g_type_ensure (STN_TYPE_REMINDER_PREFERENCES);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StnPreferencesWindow, asked_group);
  gtk_widget_class_bind_template_child (widget_class, StnPreferencesWindow, others_group);
  gtk_widget_class_bind_template_child (widget_class, StnPreferencesWindow, ticks_group);
  gtk_widget_class_bind_template_child (widget_class, StnPreferencesWindow, hidden_group);
  gtk_widget_class_bind_template_child (widget_class, StnPreferencesWindow, new_name);
  gtk_widget_class_bind_template_child (widget_class, StnPreferencesWindow, new_kind);
  gtk_widget_class_bind_template_child (widget_class, StnPreferencesWindow, day_change);
  gtk_widget_class_bind_template_child (widget_class, StnPreferencesWindow, reminders);
  gtk_widget_class_bind_template_child (widget_class, StnPreferencesWindow, units);
  gtk_widget_class_bind_template_child (widget_class, StnPreferencesWindow, backups);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_change_cb);
  gtk_widget_class_bind_template_callback (widget_class, reminders_cb);
  gtk_widget_class_bind_template_callback (widget_class, units_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
}

static void
stn_preferences_window_init (StnPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_field_reason_limit (GTK_WIDGET (self->new_name), NAME_MAX_CHARACTERS);
  stn_inner_names_add (GTK_WIDGET (self));
  self->asked = (List){self->asked_group, g_ptr_array_new ()};
  self->others = (List){self->others_group, g_ptr_array_new ()};
  self->ticks = (List){self->ticks_group, g_ptr_array_new ()};
  self->hidden = (List){self->hidden_group, g_ptr_array_new ()};
  add_hours (self);
}

StnPreferencesWindow *
stn_preferences_window_new (GtkWindow *parent, StnDiaryClient *client)
{
  StnPreferencesWindow *self =
    g_object_new (STN_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

  self->client = g_object_ref (client);
  stn_backup_preferences_set_client (self->backups, client);
  g_signal_connect_swapped (client, "changed", G_CALLBACK (read_again), self);
  stn_reminder_preferences_set_client (self->reminders, client);
  read_again (self);
  return self;
}
