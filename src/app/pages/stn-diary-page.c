/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-diary-page.h"

#include <glib/gi18n.h>

#include "pages/stn-diary-calendar.h"
#include "pages/stn-export-dialog.h"
#include "pages/stn-night-details.h"
#include "pages/stn-night-row.h"
#include "present/stn-night-list.h"
#include "widgets/stn-field-reason.h"
#include "widgets/stn-pair-layout.h"
#include "widgets/stn-tab-stop.h"
#include "widgets/stn-text-scale.h"
#include "wording/stn-wording.h"

/* Nobody looks for more. */
#define SEARCH_MAX 200

/* What list and night need beside each other at the usual size of text. */
#define LIST_WIDTH 430
#define NIGHT_WIDTH 352 /* 24 em */

struct _StnDiaryPage {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnNightList *nights;
  GtkMultiSelection *selection;
  StnNightItem *shown; /* the night, when one is selected; else NULL */
  StnDate wanted;      /* night to select as soon as the list is there */
  guint n_selected;
  gboolean is_moved;    /* the list must be scrolled to the night that is shown */
  gboolean is_ready;    /* the list was there once */
  gboolean wants_focus; /* as soon as the list is there */
  guint folding;        /* source that adapts to the width, 0 = none */

  GtkStack *content;
  AdwStatusPage *failed;
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  StnDiaryCalendar *calendar;
  GtkStack *night_content;
  AdwStatusPage *several;
  GtkWidget *night_pane;
  GtkSearchEntry *search;
  GtkToggleButton *show_all;
  GtkToggleButton *show_cramps;
  GtkToggleButton *show_not_recorded;
  GtkStack *list_content;
  GtkListView *list_view;
  StnNightDetails *night;
};

G_DEFINE_FINAL_TYPE (StnDiaryPage, stn_diary_page, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static StnDate
get_today (StnDiaryPage *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));

  return stn_date_of (now);
}

/* Rows */

static void
place_row (StnDiaryPage *self, GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  guint position = gtk_list_item_get_position (list_item);

  if (!row || position >= g_list_model_get_n_items (G_LIST_MODEL (self->nights)))
    return;
  stn_night_row_set_place (STN_NIGHT_ROW (row),
                           stn_night_list_starts_month (self->nights, position),
                           stn_night_list_ends_month (self->nights, position));
}

static void
row_moved_cb (GtkListItem *list_item, GParamSpec *pspec, StnDiaryPage *self)
{
  place_row (self, list_item);
}

static void
row_bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, StnDiaryPage *self)
{
  stn_night_row_bind (STN_NIGHT_ROW (gtk_list_item_get_child (list_item)),
                      gtk_list_item_get_item (list_item), get_today (self));
  place_row (self, list_item);
  g_signal_connect (list_item, "notify::position", G_CALLBACK (row_moved_cb), self);
}

static void
row_unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, StnDiaryPage *self)
{
  g_signal_handlers_disconnect_by_func (list_item, row_moved_cb, self);
  stn_night_row_unbind (STN_NIGHT_ROW (gtk_list_item_get_child (list_item)));
}

/* The night that is shown */

static void
update_actions (StnDiaryPage *self)
{
  const StnNight *night = self->shown ? stn_night_item_get_night (self->shown) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "diary.edit", night != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "diary.delete",
                                 self->n_selected > 1 || (night && !stn_night_is_empty (night)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "diary.export", self->n_selected > 0);
}

/* The keys of the selected nights, newest first. */
static GArray *
get_selected (StnDiaryPage *self)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (StnDate));
  g_autoptr (GtkBitset) bits =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, bits, &position); more;
       more = gtk_bitset_iter_next (&iter, &position)) {
    StnDate key = stn_night_list_get_key (self->nights, position);

    if (stn_date_is_set (key))
      g_array_append_val (keys, key);
  }
  return keys;
}

static void
show_item (StnDiaryPage *self, StnNightItem *item)
{
  if (self->shown == item)
    return;
  if (self->shown)
    g_signal_handlers_disconnect_by_func (self->shown, update_actions, self);
  g_set_object (&self->shown, item);
  if (item)
    g_signal_connect_swapped (item, "changed", G_CALLBACK (update_actions), self);
  stn_night_details_set_item (self->night, item);
}

/* List and calendar show one selection: that of the list. */
static void
selection_changed_cb (StnDiaryPage *self)
{
  g_autoptr (GArray) keys = get_selected (self);
  g_autoptr (StnNightItem) item = NULL;
  guint position;

  self->n_selected = keys->len;
  if (keys->len == 1 &&
      stn_night_list_find (self->nights, g_array_index (keys, StnDate, 0), &position))
    item = g_list_model_get_item (G_LIST_MODEL (self->nights), position);
  show_item (self, item);
  if (keys->len > 1) {
    g_autofree char *title = g_strdup_printf (
      ngettext ("%u night is selected", "%u nights are selected", keys->len), keys->len);

    adw_status_page_set_title (self->several, title);
  }
  gtk_stack_set_visible_child_name (self->night_content, keys->len > 1 ? "several" : "one");
  stn_diary_calendar_set_selected (self->calendar, keys);
  update_actions (self);
}

static void
select_position (StnDiaryPage *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}

static void
open_night (StnDiaryPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->night_pane);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->night)))
    gtk_widget_grab_focus (GTK_WIDGET (self->night));
}

static void
night_activated_cb (StnDiaryPage *self, guint position)
{
  select_position (self, position);
  open_night (self);
}

static void
row_clicked_cb (GtkListItem *list_item, int n, double x, double y, GtkEventController *click)
{
  const GdkModifierType extend = GDK_SHIFT_MASK | GDK_CONTROL_MASK;
  GtkWidget *row = gtk_list_item_get_child (list_item);
  StnDiaryPage *self = STN_DIARY_PAGE (gtk_widget_get_ancestor (row, STN_TYPE_DIARY_PAGE));

  /* Beside the list a click has done its work by selecting; where there is only room for one it opens. */
  if (adw_leaflet_get_folded (self->leaflet) &&
      !(gtk_event_controller_get_current_event_state (click) & extend))
    night_activated_cb (self, gtk_list_item_get_position (list_item));
}

static void
row_setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, StnDiaryPage *self)
{
  GtkWidget *row = stn_night_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (row_clicked_cb), list_item,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

static void
set_factory (StnDiaryPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (row_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list_view, factory);
}

static void
go_back (StnDiaryPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  StnDiaryPage *self = STN_DIARY_PAGE (widget);

  if (adw_leaflet_get_visible_child (self->leaflet) != self->night_pane)
    return GDK_EVENT_PROPAGATE;
  go_back (self);
  return GDK_EVENT_STOP;
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go_back (STN_DIARY_PAGE (widget));
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnDiaryPage *self = STN_DIARY_PAGE (widget);
  char key[STN_DATE_TEXT_SIZE];

  if (self->shown)
    gtk_widget_activate_action (widget, "win.edit-night", "(ss)",
                                stn_date_to_text (stn_night_item_get_key (self->shown), key),
                                "night");
}

/* Deleting: at once, and a toast takes it back */

typedef struct {
  guint nights; /* that anything was stored of */
  gint64 group;
} Deleted;

static gpointer
delete_work (StnDiary *diary, gpointer data, GError **error)
{
  const GArray *selected = data;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (StnDate));
  g_autofree Deleted *deleted = g_new0 (Deleted, 1);

  for (guint i = 0; i < selected->len; i++) {
    StnDate key = g_array_index (selected, StnDate, i);
    g_autoptr (StnNight) night = stn_diary_get_night (diary, key, error);

    if (!night)
      return NULL;
    if (!stn_night_is_empty (night))
      g_array_append_val (keys, key);
  }
  deleted->nights = keys->len;
  if (keys->len > 0 && !stn_diary_delete_nights (diary, keys, &deleted->group, error))
    return NULL;
  return g_steal_pointer (&deleted);
}

typedef struct {
  StnDiaryPage *page;
  StnDate key; /* of one of them */
} Deletion;

static char *
describe_deletion (const Deletion *deletion, const Deleted *deleted)
{
  g_autofree char *date = NULL;

  if (deleted->nights == 0)
    return g_strdup (_ ("Nothing is recorded of these nights"));
  if (deleted->nights > 1)
    return g_strdup_printf (ngettext ("Deleted: %u night", "Deleted: %u nights", deleted->nights),
                            deleted->nights);
  date = stn_wording_date_brief (deletion->key, get_today (deletion->page));
  /* Translators: a date, "12 November" */
  return g_strdup_printf (_ ("Deleted: night of %s"), date);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Deletion *deletion = user_data;
  g_autoptr (StnDiaryPage) self = deletion->page;
  g_autoptr (GError) error = NULL;
  g_autofree Deleted *deleted =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  g_autofree char *text = NULL;

  if (!self->client)
    return;
  if (deleted)
    text = describe_deletion (deletion, deleted);
  else
    /* Translators: %s is the reason, for example "the disk is full". */
    text = g_strdup_printf (_ ("Not deleted: %s"), error->message);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", text,
                              deleted ? deleted->group : (gint64) 0);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnDiaryPage *self = STN_DIARY_PAGE (widget);
  GArray *keys = get_selected (self);
  Deletion *deletion;

  if (keys->len == 0) {
    g_array_unref (keys);
    return;
  }
  deletion = g_new (Deletion, 1);
  *deletion = (Deletion){g_object_ref (self), g_array_index (keys, StnDate, 0)};
  stn_diary_client_run (self->client, delete_work, keys, (GDestroyNotify) g_array_unref, g_free,
                        NULL, deleted_cb, deletion);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnDiaryPage *self = STN_DIARY_PAGE (widget);
  g_autoptr (GArray) keys = get_selected (self);

  if (keys->len > 0)
    gtk_window_present (GTK_WINDOW (
      stn_export_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->client, keys)));
}

/* Search and filter */

static StnNightFilter
get_filter (StnDiaryPage *self)
{
  if (gtk_toggle_button_get_active (self->show_cramps))
    return STN_NIGHT_FILTER_CRAMPS;
  if (gtk_toggle_button_get_active (self->show_not_recorded))
    return STN_NIGHT_FILTER_NOT_RECORDED;
  return STN_NIGHT_FILTER_ALL;
}

static void
filter_changed_cb (StnDiaryPage *self)
{
  if (self->nights)
    stn_night_list_set_filter (self->nights, get_filter (self),
                               gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
filter_toggled_cb (StnDiaryPage *self, GtkToggleButton *button)
{
  /* One goes out when another comes in: only that one counts. */
  if (gtk_toggle_button_get_active (button))
    filter_changed_cb (self);
}

static void
show_all_cb (StnDiaryPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_toggle_button_set_active (self->show_all, TRUE);
  filter_changed_cb (self);
}

static void
search_stopped_cb (StnDiaryPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static gboolean
find_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  StnDiaryPage *self = STN_DIARY_PAGE (widget);

  if (!gtk_widget_get_mapped (widget))
    return GDK_EVENT_PROPAGATE;
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  return gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static gboolean
choose_month_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  StnDiaryPage *self = STN_DIARY_PAGE (widget);

  if (!gtk_widget_get_mapped (widget))
    return GDK_EVENT_PROPAGATE;
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  stn_diary_calendar_choose_month (self->calendar);
  return GDK_EVENT_STOP;
}

/* The calendar shows every night: what a filter hides is shown again when it is chosen there. */
static void
calendar_activated_cb (StnDiaryPage *self, const char *key)
{
  StnDate date;

  if (stn_date_parse (key, &date, NULL))
    stn_diary_page_show_night (self, date);
}

/* The list */

/* Import and undo may move the night that is shown out of sight; a list that is not on the screen cannot scroll. */
static void
follow_shown (StnDiaryPage *self)
{
  guint position;

  if (!self->is_moved || self->shown == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self->list_view)) ||
      !stn_night_list_find (self->nights, stn_night_item_get_key (self->shown), &position))
    return;
  self->is_moved = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static void
items_changed_cb (StnDiaryPage *self)
{
  self->is_moved = TRUE;
}

static void
select_wanted (StnDiaryPage *self)
{
  guint position;

  if (!stn_date_is_set (self->wanted) ||
      !stn_night_list_find (self->nights, self->wanted, &position))
    return;
  self->wanted = STN_NO_DATE;
  select_position (self, position);
  self->is_moved = TRUE;
  follow_shown (self);
  adw_leaflet_set_visible_child (self->leaflet, self->night_pane);
}

/* Before there is a list nothing here can have the focus. */
static gboolean
stn_diary_page_grab_focus (GtkWidget *widget)
{
  StnDiaryPage *self = STN_DIARY_PAGE (widget);

  self->wants_focus = !self->is_ready;
  return GTK_WIDGET_CLASS (stn_diary_page_parent_class)->grab_focus (widget);
}

static void
list_ready_cb (StnDiaryPage *self)
{
  gboolean has_nights = g_list_model_get_n_items (G_LIST_MODEL (self->nights)) > 0;

  gtk_stack_set_visible_child_name (self->list_content, has_nights ? "list" : "none");
  gtk_stack_set_visible_child_name (
    self->content, stn_night_list_is_diary_empty (self->nights) ? "empty" : "nights");
  if (!has_nights)
    adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  /* What was selected may be gone. */
  selection_changed_cb (self);
  select_wanted (self);
  /* The newest, until the person chooses another. */
  if (has_nights && self->n_selected == 0)
    select_position (self, 0);
  follow_shown (self);
  self->is_ready = TRUE;
  if (self->wants_focus && gtk_widget_get_mapped (GTK_WIDGET (self->list_view)))
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  self->wants_focus = FALSE;
}

static void
list_failed_cb (StnDiaryPage *self, GError *error)
{
  adw_status_page_set_description (self->failed, error->message);
  gtk_stack_set_visible_child_name (self->content, "failed");
}

static void
fold_changed_cb (StnDiaryPage *self)
{
  gboolean is_folded = adw_leaflet_get_folded (self->leaflet);

  gtk_widget_set_hexpand (self->list_pane, is_folded);
  /* Unfolded there is nothing to go back to; folded again, the list comes first. */
  if (!is_folded)
    adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
}

static void
set_client (StnDiaryPage *self, StnDiaryClient *client)
{
  if (!client || self->client)
    return;
  self->client = g_object_ref (client);
  self->nights = stn_night_list_new (client);
  g_signal_connect_swapped (self->nights, "ready", G_CALLBACK (list_ready_cb), self);
  g_signal_connect_swapped (self->nights, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (self->nights, "failed", G_CALLBACK (list_failed_cb), self);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->nights)));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                            self);
  stn_diary_calendar_set_client (self->calendar, client);
  stn_night_details_set_client (self->night, client);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

/* Beside the list the night needs room for its lines, the more the larger the text. */
static void
fold_when_narrow (StnDiaryPage *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  double least = (LIST_WIDTH + NIGHT_WIDTH) * stn_text_scale (GTK_WIDGET (self));
  gboolean has_room = gtk_widget_get_width (window) >= least;

  /* A leaflet gives the smaller pane no more than it asks for. */
  gtk_widget_set_size_request (self->list_pane, has_room ? LIST_WIDTH : -1, -1);
  adw_leaflet_set_can_unfold (self->leaflet, has_room);
}

static gboolean
fold_cb (gpointer user_data)
{
  StnDiaryPage *self = user_data;

  self->folding = 0;
  fold_when_narrow (self);
  return G_SOURCE_REMOVE;
}

/* The window has its new width only after its surface has told. */
static void
width_changed_cb (StnDiaryPage *self)
{
  if (self->folding == 0)
    self->folding = g_idle_add_full (G_PRIORITY_HIGH, fold_cb, self, NULL);
}

static void
stn_diary_page_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stn_diary_page_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (gtk_widget_get_native (widget)), "notify::width",
                           G_CALLBACK (width_changed_cb), widget, G_CONNECT_SWAPPED);
}

static void
stn_diary_page_map (GtkWidget *widget)
{
  StnDiaryPage *self = STN_DIARY_PAGE (widget);

  GTK_WIDGET_CLASS (stn_diary_page_parent_class)->map (widget);
  /* A new day may have begun since it was last seen. */
  if (self->nights) {
    stn_night_list_refresh (self->nights);
    stn_diary_calendar_refresh (self->calendar);
  }
  width_changed_cb (self);
}

static void
stn_diary_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnDiaryPage *self = STN_DIARY_PAGE (object);

  if (id == PROP_CLIENT)
    set_client (self, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_diary_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_value_set_object (value, STN_DIARY_PAGE (object)->client);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_diary_page_dispose (GObject *object)
{
  StnDiaryPage *self = STN_DIARY_PAGE (object);

  g_clear_handle_id (&self->folding, g_source_remove);
  if (self->list_view)
    gtk_list_view_set_model (self->list_view, NULL);
  if (self->selection)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  if (self->nights)
    g_signal_handlers_disconnect_by_data (self->nights, self);
  g_clear_object (&self->nights);
  if (self->shown)
    g_signal_handlers_disconnect_by_data (self->shown, self);
  g_clear_object (&self->shown);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (stn_diary_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (STN_TYPE_DIARY_CALENDAR);
  g_type_ensure (STN_TYPE_NIGHT_DETAILS);
  g_type_ensure (STN_TYPE_TAB_STOP);
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-diary-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StnDiaryPage, content);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryPage, failed);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryPage, night_content);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryPage, several);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryPage, night_pane);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryPage, search);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryPage, show_all);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryPage, show_cramps);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryPage, show_not_recorded);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryPage, list_content);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, StnDiaryPage, night);
  gtk_widget_class_bind_template_callback (widget_class, calendar_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, fold_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, night_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
stn_diary_page_class_init (StnDiaryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_diary_page_dispose;
  object_class->get_property = stn_diary_page_get_property;
  object_class->set_property = stn_diary_page_set_property;
  widget_class->grab_focus = stn_diary_page_grab_focus;
  widget_class->map = stn_diary_page_map;
  widget_class->realize = stn_diary_page_realize;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "diary.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "diary.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "diary.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "diary.export", NULL, export_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, escape_cb, NULL);
}

/* Also while the focus is in the header, where it is when the program opens here. */
static void
add_key (GtkShortcutController *keys, guint key, GdkModifierType modifiers, GtkShortcutFunc answer)
{
  gtk_shortcut_controller_add_shortcut (
    keys, gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                            gtk_callback_action_new (answer, NULL, NULL)));
}

static void
stn_diary_page_init (StnDiaryPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_MANAGED);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_f, GDK_CONTROL_MASK, find_cb);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_j, GDK_CONTROL_MASK, choose_month_cb);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  stn_field_reason_limit (GTK_WIDGET (self->search), SEARCH_MAX);
  set_factory (self);
  update_actions (self);
}

void
stn_diary_page_show_night (StnDiaryPage *self, StnDate key)
{
  g_return_if_fail (STN_IS_DIARY_PAGE (self));

  self->wanted = key;
  if (!self->nights)
    return;
  if (get_filter (self) != STN_NIGHT_FILTER_ALL ||
      *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    show_all_cb (self); /* the list tells when it is ready */
  else
    select_wanted (self);
}
