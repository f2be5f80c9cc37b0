/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-factor-preferences.h"

#include "diary/stn-diary-factors.h"
#include "present/stn-preference.h"
#include "wording/stn-wording.h"
#include "widgets/stn-field-reason.h"
#include "widgets/stn-inner-names.h"

/* What the diary takes for a name. */
#define NAME_MAX_CHARACTERS 80

struct _StnFactorPreferences {
  AdwBin parent_instance;

  StnFactor *factor;
  guint place;
  gboolean is_showing; /* what is set is shown, not changed */

  AdwWindowTitle *title;
  AdwPreferencesPage *page;
  AdwEntryRow *name;
  AdwEntryRow *heading;
  GtkSwitch *tracked;
  GtkSwitch *suspect;
  GtkWidget *tracked_row;
  GtkWidget *place_row;
  GtkWidget *leave_group;
  GtkWidget *up;
  GtkWidget *down;
  GtkWidget *hide;
  GtkWidget *show;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (StnFactorPreferences, stn_factor_preferences, ADW_TYPE_BIN)

enum { CHANGE, BACK, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
ask (StnFactorPreferences *self, StnPreferenceKind kind, const char *text, gboolean is_on)
{
  StnPreference preference = {
    .preference = kind, .slug = self->factor->slug, .text = text, .is_on = is_on};

  if (!self->is_showing)
    g_signal_emit (self, signals[CHANGE], 0, &preference);
}

static void
renamed_cb (StnFactorPreferences *self)
{
  ask (self, STN_PREFERENCE_RENAME, gtk_editable_get_text (GTK_EDITABLE (self->name)), FALSE);
}

static void
heading_cb (StnFactorPreferences *self)
{
  ask (self, STN_PREFERENCE_HEADING, gtk_editable_get_text (GTK_EDITABLE (self->heading)), FALSE);
}

static void
tracked_cb (StnFactorPreferences *self)
{
  ask (self, STN_PREFERENCE_TRACK, NULL, gtk_switch_get_active (self->tracked));
}

static void
suspect_cb (StnFactorPreferences *self)
{
  ask (self, STN_PREFERENCE_SUSPECT, NULL, gtk_switch_get_active (self->suspect));
}

static void
move (StnFactorPreferences *self, int by)
{
  StnPreference preference = {.preference = STN_PREFERENCE_MOVE,
                              .slug = self->factor->slug,
                              .place = (guint) ((int) self->place + by)};

  g_signal_emit (self, signals[CHANGE], 0, &preference);
}

static void
up_cb (StnFactorPreferences *self)
{
  move (self, -1);
}

static void
down_cb (StnFactorPreferences *self)
{
  move (self, 1);
}

static void
hide_cb (StnFactorPreferences *self)
{
  ask (self, STN_PREFERENCE_HIDE, NULL, TRUE);
}

static void
show_cb (StnFactorPreferences *self)
{
  ask (self, STN_PREFERENCE_HIDE, NULL, FALSE);
}

static void
remove_cb (StnFactorPreferences *self)
{
  ask (self, STN_PREFERENCE_DELETE, NULL, FALSE);
  g_signal_emit (self, signals[BACK], 0);
}

static void
back_cb (StnFactorPreferences *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

/* What is being typed stays. */
static void
set_text (AdwEntryRow *row, const char *text)
{
  if (gtk_widget_get_focus_child (GTK_WIDGET (row)) == NULL &&
      g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* Where and whether a tick is asked goes with its list. */
static void
show_tick (StnFactorPreferences *self, gboolean is_tick)
{
  gtk_widget_set_visible (GTK_WIDGET (self->heading), !is_tick);
  gtk_widget_set_visible (self->tracked_row, !is_tick);
  gtk_widget_set_visible (self->place_row, !is_tick);
  gtk_widget_set_visible (self->leave_group, !is_tick);
}

void
stn_factor_preferences_show (StnFactorPreferences *self,
                             const StnFactor *factor,
                             guint place,
                             guint n)
{
  g_autofree char *name = stn_wording_factor_name (factor);
  const StnTrigger *trigger = stn_factor_get_trigger (factor);

  g_return_if_fail (STN_IS_FACTOR_PREFERENCES (self));

  self->is_showing = TRUE;
  g_clear_pointer (&self->factor, stn_factor_free);
  self->factor = stn_factor_copy (factor);
  self->place = place;
  adw_window_title_set_title (self->title, name);
  adw_preferences_page_set_title (self->page, name);
  stn_inner_names_add (GTK_WIDGET (self));
  set_text (self->name, name);
  set_text (self->heading, factor->heading ? factor->heading : "");
  gtk_switch_set_active (self->tracked, factor->tracked);
  gtk_switch_set_active (self->suspect, stn_date_is_set (factor->suspect_since));
  show_tick (self, trigger != NULL && trigger->list != NULL);
  gtk_widget_set_sensitive (self->up, !factor->hidden && place > 0);
  gtk_widget_set_sensitive (self->down, !factor->hidden && place + 1 < n);
  gtk_widget_set_visible (self->hide, !factor->hidden);
  gtk_widget_set_visible (self->show, factor->hidden);
  gtk_widget_set_visible (self->remove, !factor->built_in && !factor->hidden);
  self->is_showing = FALSE;
}

const char *
stn_factor_preferences_get_slug (StnFactorPreferences *self)
{
  g_return_val_if_fail (STN_IS_FACTOR_PREFERENCES (self), NULL);

  return self->factor ? self->factor->slug : NULL;
}

static void
stn_factor_preferences_finalize (GObject *object)
{
  g_clear_pointer (&STN_FACTOR_PREFERENCES (object)->factor, stn_factor_free);

  G_OBJECT_CLASS (stn_factor_preferences_parent_class)->finalize (object);
}

static void
stn_factor_preferences_class_init (StnFactorPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stn_factor_preferences_finalize;

  signals[CHANGE] = g_signal_new ("change", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-factor-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, StnFactorPreferences, title);
  gtk_widget_class_bind_template_child (widget_class, StnFactorPreferences, page);
  gtk_widget_class_bind_template_child (widget_class, StnFactorPreferences, name);
  gtk_widget_class_bind_template_child (widget_class, StnFactorPreferences, heading);
  gtk_widget_class_bind_template_child (widget_class, StnFactorPreferences, tracked);
  gtk_widget_class_bind_template_child (widget_class, StnFactorPreferences, suspect);
  gtk_widget_class_bind_template_child (widget_class, StnFactorPreferences, tracked_row);
  gtk_widget_class_bind_template_child (widget_class, StnFactorPreferences, place_row);
  gtk_widget_class_bind_template_child (widget_class, StnFactorPreferences, leave_group);
  gtk_widget_class_bind_template_child (widget_class, StnFactorPreferences, up);
  gtk_widget_class_bind_template_child (widget_class, StnFactorPreferences, down);
  gtk_widget_class_bind_template_child (widget_class, StnFactorPreferences, hide);
  gtk_widget_class_bind_template_child (widget_class, StnFactorPreferences, show);
  gtk_widget_class_bind_template_child (widget_class, StnFactorPreferences, remove);
  gtk_widget_class_bind_template_callback (widget_class, renamed_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_cb);
  gtk_widget_class_bind_template_callback (widget_class, tracked_cb);
  gtk_widget_class_bind_template_callback (widget_class, suspect_cb);
  gtk_widget_class_bind_template_callback (widget_class, up_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_cb);
  gtk_widget_class_bind_template_callback (widget_class, hide_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
stn_factor_preferences_init (StnFactorPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_field_reason_limit (GTK_WIDGET (self->name), NAME_MAX_CHARACTERS);
  stn_field_reason_limit (GTK_WIDGET (self->heading), NAME_MAX_CHARACTERS);
}

StnFactorPreferences *
stn_factor_preferences_new (void)
{
  return g_object_new (STN_TYPE_FACTOR_PREFERENCES, NULL);
}
