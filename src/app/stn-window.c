/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-window.h"

#include <glib/gi18n.h>

#include "diary/stn-failure.h"
#include "pages/stn-catch-up.h"
#include "pages/stn-diary-page.h"
#include "pages/stn-doctor-page.h"
#include "pages/stn-evening-entry.h"
#include "pages/stn-findings-page.h"
#include "pages/stn-night-editor.h"
#include "pages/stn-reminder-banner.h"
#include "pages/stn-rescue-page.h"
#include "pages/stn-safety-banner.h"
#include "pages/stn-stretch-page.h"
#include "pages/stn-today-page.h"
#include "pages/stn-trends-page.h"
#include "present/stn-cramp-watch.h"
#include "stn-config.h"
#include "stn-window-dialogs.h"
#include "stn-window-undo.h"
#include "store/stn-other-versions.h"
#include "store/stn-setting-table.h"
#include "widgets/stn-announcement.h"
#include "widgets/stn-inner-names.h"
#include "widgets/stn-lazy-page.h"
#include "widgets/stn-pair-layout.h"
#include "wording/stn-wording.h"
#include "wording/stn-wording-guide.h"

struct _StnWindow {
  AdwApplicationWindow parent_instance;

  StnDiaryClient *client;
  GSettings *settings; /* NULL when the program was not installed */

  AdwToast *toast; /* weak: the one that is shown */

  StnCrampWatch *cramp;

  GtkWidget *cramp_now;
  AdwSqueezer *cramp_room; /* for the label */
  GtkLabel *cramp_label;
  GtkStack *content;
  AdwStatusPage *failure;
  GtkLabel *failure_details;
  GtkWidget *quit;
  GtkWidget *sample;
  GtkWidget *sample_room; /* no room: not shown */
  StnSafetyBanner *safety;
  StnReminderBanner *reminder;
  GtkLabel *damaged;
  AdwToastOverlay *toasts;
  AdwViewStack *pages;
  AdwViewSwitcherTitle *title;
  AdwViewSwitcherBar *bar;
  StnTodayPage *today_page;
  StnLazyPage *diary_page;
  StnLazyPage *doctor_page;
  StnLazyPage *editor;
  StnLazyPage *evening;
  StnLazyPage *catch_up;
  StnLazyPage *stretch;
  GtkWidget *urgent;
  GtkLabel *urgent_text;
  GtkWidget *show_urgent;
  GtkWidget *waiting;
  GtkLabel *waiting_text;
  GtkWidget *focus_before; /* weak: what had the focus when an entry was opened */
  gint64 opened;           /* when, in seconds: what was written before is not undone unasked */

  gboolean is_inside_entry; /* the list before bed was opened from the entry of a night */
  int width;
  guint adapting;   /* source that adapts to the width, 0 = none */
  gboolean is_kept; /* what was typed is in the diary: the window may close */
};

G_DEFINE_FINAL_TYPE (StnWindow, stn_window, ADW_TYPE_APPLICATION_WINDOW)

enum { PROP_CLIENT = 1, PROP_OPENED, N_PROPS };
static GParamSpec *props[N_PROPS];

/* The evening entry and the list to catch up on can be asked for like a page. */
#define EVENING "evening"
#define CATCH_UP "catch-up"
#define STRETCH "stretch"

static const char *const page_names[] = {"today", "diary",  "trends", "findings", "doctor",
                                         EVENING, CATCH_UP, STRETCH,  NULL};

gboolean
stn_window_has_page (const char *name)
{
  return g_strv_contains (page_names, name);
}

/* The pages of the window that stand before those of the switcher until they are closed. */
static gboolean
is_entry (const char *name)
{
  return g_str_equal (name, "entry") || g_str_equal (name, "evening") ||
         g_str_equal (name, "catch-up") || g_str_equal (name, "stretch");
}

/* What was said of one page is no word of the next. */
static void
dismiss_toast (StnWindow *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
}

static void
show_entry (StnWindow *self, const char *name)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  /* Never back to the header: one Enter too many would begin a cramp. */
  if (!is_entry (gtk_stack_get_visible_child_name (self->content)))
    g_set_weak_pointer (&self->focus_before,
                        focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pages)) ? focus
                                                                                          : NULL);
  dismiss_toast (self);
  gtk_stack_set_visible_child_name (self->content, name);
}

/* What was typed stays in the entry; a window has one, which no page owns. */
static void
hide_editor (StnWindow *self)
{
  g_clear_weak_pointer (&self->focus_before);
  if (is_entry (gtk_stack_get_visible_child_name (self->content)))
    gtk_stack_set_visible_child_name (self->content, "pages");
}

/* What had the focus may have gone with the page before. GTK would look for another place in the next frame, and 4.8 loses
 * count of who holds that page when the one after goes as well by then: it would outlive the window. */
static void
focus_page (StnWindow *self)
{
  GtkWidget *focus;

  gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->pages));
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus != NULL && !gtk_widget_get_mapped (focus))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

static void
editor_closed_cb (StnWindow *self)
{
  GtkWidget *focus = self->focus_before;

  hide_editor (self);
  if (focus == NULL || !gtk_widget_get_mapped (focus) || !gtk_widget_grab_focus (focus))
    focus_page (self);
}

static void
evening_closed_cb (StnWindow *self)
{
  if (!self->is_inside_entry) {
    editor_closed_cb (self);
    return;
  }
  gtk_stack_set_visible_child_name (self->content, "entry");
  gtk_widget_child_focus (GTK_WIDGET (self->editor), GTK_DIR_TAB_FORWARD);
}

static void
evening_made_cb (StnLazyPage *room, GtkWidget *page, StnWindow *self)
{
  g_signal_connect_swapped (page, "closed", G_CALLBACK (evening_closed_cb), self);
}

static void
catch_up_made_cb (StnLazyPage *room, GtkWidget *page, StnWindow *self)
{
  g_signal_connect_swapped (page, "closed", G_CALLBACK (editor_closed_cb), self);
}

static void
edit_night_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const parts[] = {
    [STN_NIGHT_PART_ALL] = "night",
    [STN_NIGHT_PART_CRAMPS] = "cramps",
    [STN_NIGHT_PART_SLEEP] = "sleep",
  };
  StnWindow *self = STN_WINDOW (widget);
  const char *text;
  const char *name;
  StnDate key;

  g_variant_get (parameter, "(&s&s)", &text, &name);
  if (!stn_date_parse (text, &key, NULL))
    return;
  show_entry (self, "entry");
  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    if (g_str_equal (parts[part], name))
      stn_night_editor_open (STN_NIGHT_EDITOR (stn_lazy_page_get (self->editor)), key,
                             (StnNightPart) part);
}

static void
catch_up_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnWindow *self = STN_WINDOW (widget);

  show_entry (self, "catch-up");
  /* Today itself asks about last night. */
  stn_catch_up_open (STN_CATCH_UP (stn_lazy_page_get (self->catch_up)),
                     !g_str_equal (adw_view_stack_get_visible_child_name (self->pages), "today"));
}

static void
stretch_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnWindow *self = STN_WINDOW (widget);

  show_entry (self, "stretch");
  stn_stretch_page_open (STN_STRETCH_PAGE (stn_lazy_page_get (self->stretch)));
}

static void
drop_stretch_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  stn_stretch_page_drop (STN_STRETCH_PAGE (stn_lazy_page_get (STN_WINDOW (widget)->stretch)));
}

/* Today, Doctor and the entry show it in full. */
static gboolean
shows_flags (StnWindow *self)
{
  const char *content = gtk_stack_get_visible_child_name (self->content);
  const char *page = adw_view_stack_get_visible_child_name (self->pages);

  if (g_strcmp0 (content, "pages") != 0)
    return g_strcmp0 (content, "entry") == 0;
  return g_strcmp0 (page, "today") == 0 || g_strcmp0 (page, "doctor") == 0;
}

/* Emergency and right away: wherever the person is, until it is answered. What is new takes the focus, for GTK 4.8 cannot
 * announce it, but not from a form. */
static void
show_urgent (StnWindow *self)
{
  g_autofree char *line = NULL;
  gboolean is_new;

  g_object_get (self->today_page, "urgent-line", &line, NULL);
  is_new = g_strcmp0 (line, gtk_label_get_text (self->urgent_text)) != 0;
  gtk_label_set_text (self->urgent_text, line != NULL ? line : "");
  gtk_widget_set_visible (self->urgent, line != NULL && !shows_flags (self));
  if (!is_new || !gtk_widget_get_visible (self->urgent))
    return;
  stn_announcement_say (self->urgent, line);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "pages") == 0)
    gtk_widget_grab_focus (self->show_urgent);
}

/* A stretch that was left waits, and says so as long as another page is shown. */
static void
show_waiting (StnWindow *self)
{
  g_autofree char *line = NULL;
  const char *visible = gtk_stack_get_visible_child_name (self->content);

  if (stn_lazy_page_peek (self->stretch) != NULL)
    g_object_get (stn_lazy_page_get (self->stretch), "waiting", &line, NULL);
  if (line != NULL) {
    /* Translators: "4 of 12 · about 1 min 40 s left" */
    g_autofree char *text = g_strdup_printf (_ ("The stretch is paused: %s"), line);

    gtk_label_set_text (self->waiting_text, text);
  }
  gtk_widget_set_visible (self->waiting, line != NULL && g_strcmp0 (visible, "stretch") != 0);
}

static void
stretch_made_cb (StnLazyPage *room, GtkWidget *page, StnWindow *self)
{
  g_signal_connect_swapped (page, "closed", G_CALLBACK (editor_closed_cb), self);
  g_signal_connect_swapped (page, "notify::waiting", G_CALLBACK (show_waiting), self);
}

static void
show_evening_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnWindow *self = STN_WINDOW (widget);
  const char *text = g_variant_get_string (parameter, NULL);
  StnDate key = STN_NO_DATE;

  if (*text != '\0' && !stn_date_parse (text, &key, NULL))
    return;
  self->is_inside_entry = g_str_equal (gtk_stack_get_visible_child_name (self->content), "entry");
  show_entry (self, "evening");
  stn_evening_entry_open (STN_EVENING_ENTRY (stn_lazy_page_get (self->evening)), key);
}

const char *
stn_window_get_help (StnWindow *self)
{
  static const struct {
    const char *place, *page;
  } pages[] = {
    {"today", "log-night"},   {"entry", "log-night"},     {"trends", "trends"},
    {"findings", "findings"}, {"doctor", "see-a-doctor"}, {"evening", "evening-entry"},
    {"catch-up", "catch-up"}, {"stretch", "stretch"},     {"failure", "backups"},
    {"rescue", "backups"},
  };
  const char *place;

  g_return_val_if_fail (STN_IS_WINDOW (self), NULL);

  place = gtk_stack_get_visible_child_name (self->content);
  if (g_strcmp0 (place, "pages") == 0)
    place = adw_view_stack_get_visible_child_name (self->pages);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].place, place) == 0)
      return pages[i].page;
  return NULL;
}

void
stn_window_show_page (StnWindow *self, const char *name)
{
  g_return_if_fail (STN_IS_WINDOW (self));
  g_return_if_fail (stn_window_has_page (name));

  if (g_str_equal (name, EVENING)) {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-evening", "s", "");
    return;
  }
  if (g_str_equal (name, CATCH_UP)) {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.catch-up", NULL);
    return;
  }
  if (g_str_equal (name, STRETCH)) {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.stretch", NULL);
    return;
  }
  hide_editor (self);
  adw_view_stack_set_visible_child_name (self->pages, name);
  /* Whoever chooses at the switcher stays there; a key or a button brings the person to the page. */
  focus_page (self);
}

static void
show_page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnWindow *self = STN_WINDOW (widget);
  g_auto (GStrv) way = g_strsplit (g_variant_get_string (parameter, NULL), "/", 2);

  if (way[0] == NULL || !stn_window_has_page (way[0]))
    return;
  stn_window_show_page (self, way[0]);
  /* A page inside the page. */
  if (way[1] != NULL)
    gtk_widget_activate_action (stn_lazy_page_get (self->doctor_page), "doctor.show", "s", way[1]);
}

static void
show_night_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnWindow *self = STN_WINDOW (widget);
  StnDate key;

  if (!stn_date_parse (g_variant_get_string (parameter, NULL), &key, NULL))
    return;
  stn_window_show_page (self, "diary");
  stn_diary_page_show_night (STN_DIARY_PAGE (stn_lazy_page_get (self->diary_page)), key);
}

/* Of a toast: the button Undo and the cross, or the cross alone, in letters, and what does not grow with them in pixels. */
#define TOAST_BUTTON_CHARS 9
#define TOAST_CROSS_CHARS 4
#define TOAST_AROUND_PX 96
#define TOAST_MIN_CHARS 8

/* How many letters of a toast fit into a line beside its buttons. */
static int
toast_chars (StnWindow *self, GtkWidget *widget)
{
  gboolean has_button = self->toast != NULL && adw_toast_get_button_label (self->toast) != NULL;
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int px = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - TOAST_AROUND_PX;

  pango_font_metrics_unref (metrics);
  return MAX (TOAST_MIN_CHARS, room / MAX (px, 1) - (has_button ? TOAST_BUTTON_CHARS : TOAST_CROSS_CHARS));
}

/* libadwaita 1.2 leaves the cross of a toast without a name for screen readers, and cuts its words to one line. */
static void
complete_toast (StnWindow *self, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) &&
      (gtk_label_get_ellipsize (GTK_LABEL (widget)) != PANGO_ELLIPSIZE_NONE ||
       gtk_label_get_wrap (GTK_LABEL (widget))))
    g_object_set (widget, "ellipsize", PANGO_ELLIPSIZE_NONE, "single-line-mode", FALSE, "wrap",
                  TRUE, "max-width-chars", toast_chars (self, widget), NULL);
  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    g_dgettext ("gtk40", "Close"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    complete_toast (self, child);
}

static void
complete_toasts (StnWindow *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->toasts)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != adw_toast_overlay_get_child (self->toasts))
      complete_toast (self, child);
}

/* The newest word replaces the one before: an Undo that is past must not wait its turn. */
static void
show_toast (StnWindow *self, AdwToast *toast)
{
  dismiss_toast (self);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_set_timeout (toast, 10);
  adw_toast_overlay_add_toast (self->toasts, toast);
  complete_toasts (self);
}

/* @group: 0, or what its button Undo takes back. */
static void
announce (StnWindow *self, const char *text, gint64 group)
{
  AdwToast *toast = adw_toast_new (text);

  if (group != 0) {
    adw_toast_set_button_label (toast, _ ("Undo"));
    adw_toast_set_action_name (toast, "win.undo-group");
    adw_toast_set_action_target_value (toast, g_variant_new_int64 (group));
  }
  show_toast (self, toast);
}

static void
announce_undone_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwToast *toast = adw_toast_new (g_variant_get_string (parameter, NULL));

  adw_toast_set_button_label (toast, _ ("Redo"));
  adw_toast_set_action_name (toast, "win.redo");
  show_toast (STN_WINDOW (widget), toast);
}

static void
announce_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *text;
  gint64 group;

  g_variant_get (parameter, "(&sx)", &text, &group);
  announce (STN_WINDOW (widget), text, group);
}

/* One signal drives how the window adapts: whether the names of the pages still fit into the header. */
static gboolean
adapt_cb (gpointer user_data)
{
  StnWindow *self = STN_WINDOW (user_data);
  gboolean is_narrow = adw_view_switcher_title_get_title_visible (self->title);
  gboolean has_pages = adw_view_switcher_title_get_view_switcher_enabled (self->title);

  gboolean is_entry_open = is_entry (gtk_stack_get_visible_child_name (self->content));

  self->adapting = 0;
  if (is_entry_open)
    gtk_widget_add_css_class (GTK_WIDGET (self), "entry-open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "entry-open");
  /* An entry has a bar of its own; two are too much. */
  adw_view_switcher_bar_set_reveal (self->bar, has_pages && is_narrow && !is_entry_open);
  /* There an entry needs the room; the page that it was opened from says what diary this is. */
  gtk_widget_set_visible (self->sample_room, !(is_narrow && is_entry_open));
  g_object_set (self->today_page, "narrow", is_narrow, NULL);
  if (is_narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  complete_toasts (self);
  return G_SOURCE_REMOVE;
}

/* The signal comes while the header is given its place; what is changed then is placed with a height of -1. */
static void
fit_changed_cb (StnWindow *self)
{
  if (self->adapting == 0)
    self->adapting = g_idle_add_full (G_PRIORITY_HIGH, adapt_cb, self, NULL);
}

static void
stn_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StnWindow *self = STN_WINDOW (widget);

  GTK_WIDGET_CLASS (stn_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (width != self->width)
    fit_changed_cb (self);
  self->width = width;
}

/* A cramp that is counted behind the window shows its time, also where there is no room for the button's name. */
static void
show_cramp (StnWindow *self)
{
  StnCramp cramp;
  gboolean is_running = stn_cramp_watch_get (self->cramp, &cramp) && cramp.is_running;
  g_autofree char *elapsed = is_running ? stn_wording_elapsed (cramp.elapsed_s) : NULL;

  gtk_label_set_text (self->cramp_label, is_running ? elapsed : _ ("Cramp Now"));
  adw_squeezer_set_allow_none (self->cramp_room, !is_running);
  /* Not the time: a screen reader would read it anew every second. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cramp_now), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_running ? _ ("A cramp is going on: show it") : _ ("Cramp Now"),
                                  -1);
  if (is_running)
    gtk_widget_add_css_class (self->cramp_now, "running");
  else
    gtk_widget_remove_css_class (self->cramp_now, "running");
}

/* Never an empty diary over an old one: no page is shown, nothing can be logged. */
static void
close_pages (StnWindow *self, const char *instead)
{
  gtk_stack_set_visible_child_name (self->content, instead);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.stretch", FALSE);
  stn_window_dialogs_disable (GTK_WIDGET (self));
  adw_view_switcher_title_set_view_switcher_enabled (self->title, FALSE);
  adw_view_switcher_title_set_title (self->title, _ ("Stillnight"));
  fit_changed_cb (self);
}

static StnRescuePage *
get_rescue_page (StnWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->content, "rescue");

  if (page == NULL) {
    page = g_object_new (STN_TYPE_RESCUE_PAGE, NULL);
    gtk_stack_add_named (self->content, page, "rescue");
  }
  return STN_RESCUE_PAGE (page);
}

static void
failed_cb (StnDiaryClient *client, const GError *error, StnWindow *self)
{
  if (stn_rescue_page_can_help (error)) {
    StnRescuePage *rescue = get_rescue_page (self);

    close_pages (self, "rescue");
    stn_rescue_page_open (rescue, stn_diary_client_get_path (client),
                          stn_diary_client_get_clock (client), error);
    return;
  }
  adw_status_page_set_description (self->failure, stn_failure_to_open (error));
  gtk_label_set_text (self->failure_details, error->message);
  close_pages (self, "failure");
  gtk_widget_grab_focus (self->quit);
}

/* A diary that can be opened and is damaged inside: it is closed first, for it gets another file. */
static void
rescue_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnWindow *self = STN_WINDOW (widget);
  g_autoptr (GError) error = g_error_new (STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED, "%s",
                                          stn_diary_client_get_path (self->client));

  gtk_widget_set_visible (GTK_WIDGET (self->safety), FALSE);
  stn_diary_client_close (self->client);
  failed_cb (self->client, error, self);
}

static gpointer
read_sample_work (StnDiary *diary, gpointer data, GError **error)
{
  return stn_setting_table_get (stn_diary_get_store (diary), "sample-seed", "", error);
}

static void
sample_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnWindow) self = STN_WINDOW (user_data);
  g_autofree char *seed = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, NULL);

  if (self->client != NULL)
    gtk_widget_set_visible (self->sample, seed != NULL && *seed != '\0');
}

/* A sample diary says so as long as it is open. */
static void
mark_sample (StnWindow *self)
{
  stn_diary_client_run (self->client, read_sample_work, NULL, NULL, g_free, NULL, sample_read_cb,
                        g_object_ref (self));
}

static gpointer
list_versions_work (StnDiary *diary, gpointer data, GError **error)
{
  return stn_other_versions_list (stn_diary_get_store (diary), 0, error);
}

static void
versions_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnWindow) self = STN_WINDOW (user_data);
  g_autoptr (GPtrArray) versions =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, NULL);
  gboolean has_any = FALSE;

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    has_any |= ((const StnOtherVersion *) g_ptr_array_index (versions, i))->is_kept;
  if (self->client != NULL)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.two-versions", has_any);
}

/* The menu has what two computers wrote apart as long as there is something to decide. */
static void
look_for_versions (StnWindow *self)
{
  stn_diary_client_run_after_picture (self->client, list_versions_work, NULL, NULL,
                                      (GDestroyNotify) g_ptr_array_unref, NULL, versions_listed_cb,
                                      g_object_ref (self));
}

static void
page_changed_cb (AdwViewStack *stack, GParamSpec *pspec, StnWindow *self)
{
  GtkWidget *child = adw_view_stack_get_visible_child (stack);

  dismiss_toast (self);
  hide_editor (self);
  show_urgent (self);
  if (child != NULL)
    adw_view_switcher_title_set_title (
      self->title, adw_view_stack_page_get_title (adw_view_stack_get_page (stack, child)));
}

static void
restore_state (StnWindow *self)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, STN_APP_ID, TRUE);
  if (schema == NULL)
    return;
  self->settings = g_settings_new_full (schema, NULL, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_settings_bind (self->settings, "page", self->pages, "visible-child-name",
                   G_SETTINGS_BIND_GET_NO_CHANGES);
}

static void
keep_state (StnWindow *self)
{
  int width;
  int height;

  if (self->settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_string (self->settings, "page",
                         adw_view_stack_get_visible_child_name (self->pages));
}

static void
editor_settled_cb (StnWindow *self, gboolean is_kept)
{
  self->is_kept = is_kept;
  if (is_kept)
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_stack_set_visible_child_name (self->content, "entry");
}

static void
editor_made_cb (StnLazyPage *room, GtkWidget *page, StnWindow *self)
{
  g_signal_connect_swapped (page, "closed", G_CALLBACK (editor_closed_cb), self);
  g_signal_connect_swapped (page, "settled", G_CALLBACK (editor_settled_cb), self);
}

/* The window stays until what was typed is kept; when that fails it stays for good and says so. */
static gboolean
stn_window_close_request (GtkWindow *window)
{
  StnWindow *self = STN_WINDOW (window);
  GtkWidget *evening = stn_lazy_page_peek (self->evening);
  GtkWidget *editor = stn_lazy_page_peek (self->editor);

  if (!self->is_kept && evening != NULL)
    stn_evening_entry_flush (STN_EVENING_ENTRY (evening));
  if (!self->is_kept && editor != NULL) {
    stn_night_editor_keep (STN_NIGHT_EDITOR (editor));
    if (!self->is_kept)
      return GDK_EVENT_STOP;
  }
  keep_state (self);
  return GTK_WINDOW_CLASS (stn_window_parent_class)->close_request (window);
}

/* It is read once, and not by the thread that has a window to paint. */
static gpointer
read_knowledge_work (StnDiary *diary, gpointer data, GError **error)
{
  stn_knowledge_get ();
  return NULL;
}

/* The diary works without what the program knows of cramps; what is missing must not go unseen. Also where the diary itself
 * could not be opened. */
static void
knowledge_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnWindow) self = STN_WINDOW (user_data);
  g_autofree char *damaged = stn_wording_damaged (stn_knowledge_get_problem ());

  if (self->client == NULL)
    return;
  gtk_label_set_label (self->damaged, damaged != NULL ? damaged : "");
  gtk_widget_set_visible (GTK_WIDGET (self->damaged), damaged != NULL);
}

static void
show_damage (StnWindow *self)
{
  stn_diary_client_run_after_picture (self->client, read_knowledge_work, NULL, NULL, NULL, NULL,
                                      knowledge_read_cb, g_object_ref (self));
}

/* GTK would give the focus to the first button of the header, and Enter would begin a cramp. Today chooses itself. */
static void
stn_window_map (GtkWidget *widget)
{
  StnWindow *self = STN_WINDOW (widget);

  GTK_WIDGET_CLASS (stn_window_parent_class)->map (widget);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "pages") == 0 &&
      g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "today") != 0)
    focus_page (self);
}

static void
stn_window_constructed (GObject *object)
{
  StnWindow *self = STN_WINDOW (object);
  g_autoptr (GDateTime) now = NULL;

  G_OBJECT_CLASS (stn_window_parent_class)->constructed (object);
  now = stn_clock_now (stn_diary_client_get_clock (self->client));
  self->opened = g_date_time_to_unix (now);
  restore_state (self);
  page_changed_cb (self->pages, NULL, self);
  fit_changed_cb (self);
  g_signal_connect_object (self->client, "failed", G_CALLBACK (failed_cb), self, 0);
  /* Of the page Today, which says when there is one. */
  stn_diary_client_wait_for_picture (self->client);
  mark_sample (self);
  show_damage (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.two-versions", FALSE);
  g_signal_connect_object (self->client, "changed", G_CALLBACK (look_for_versions), self,
                           G_CONNECT_SWAPPED);
  look_for_versions (self);
  stn_window_undo_follow (GTK_WIDGET (self), self->client);
  stn_safety_banner_set_client (self->safety, self->client);
  stn_reminder_banner_set_client (self->reminder, self->client);
  self->cramp = stn_cramp_watch_new (self->client);
  g_signal_connect_object (self->cramp, "changed", G_CALLBACK (show_cramp), self,
                           G_CONNECT_SWAPPED);
  show_cramp (self);
}

static void
stn_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnWindow *self = STN_WINDOW (object);

  if (id == PROP_CLIENT)
    self->client = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_value_set_object (value, STN_WINDOW (object)->client);
  else if (id == PROP_OPENED)
    g_value_set_int64 (value, STN_WINDOW (object)->opened);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_window_dispose (GObject *object)
{
  StnWindow *self = STN_WINDOW (object);

  g_clear_handle_id (&self->adapting, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_object (&self->cramp);
  g_clear_object (&self->settings);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (stn_window_parent_class)->dispose (object);
}

static void
stn_window_class_init (StnWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = stn_window_constructed;
  object_class->dispose = stn_window_dispose;
  object_class->get_property = stn_window_get_property;
  object_class->set_property = stn_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = stn_window_close_request;
  widget_class->map = stn_window_map;
  widget_class->size_allocate = stn_window_size_allocate;

  props[PROP_CLIENT] =
    g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_OPENED] = g_param_spec_int64 ("opened", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (STN_TYPE_LAZY_PAGE);
  g_type_ensure (STN_TYPE_NIGHT_EDITOR);
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  g_type_ensure (STN_TYPE_REMINDER_BANNER);
  g_type_ensure (STN_TYPE_SAFETY_BANNER);
  g_type_ensure (STN_TYPE_TODAY_PAGE);
  g_type_ensure (STN_TYPE_DIARY_PAGE);
  g_type_ensure (STN_TYPE_CATCH_UP);
  g_type_ensure (STN_TYPE_EVENING_ENTRY);
  g_type_ensure (STN_TYPE_FINDINGS_PAGE);
  g_type_ensure (STN_TYPE_TRENDS_PAGE);
  g_type_ensure (STN_TYPE_DOCTOR_PAGE);
  g_type_ensure (STN_TYPE_STRETCH_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stillnight/Stillnight/stn-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StnWindow, cramp_now);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, cramp_label);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, cramp_room);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, content);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, failure_details);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, quit);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, sample);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, sample_room);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, safety);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, reminder);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, damaged);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, title);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, today_page);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, diary_page);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, doctor_page);
  gtk_widget_class_bind_template_callback (widget_class, fit_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, editor);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, evening);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, catch_up);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, stretch);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, urgent);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, urgent_text);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, show_urgent);
  gtk_widget_class_bind_template_callback (widget_class, show_urgent);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, waiting);
  gtk_widget_class_bind_template_child (widget_class, StnWindow, waiting_text);
  gtk_widget_class_bind_template_callback (widget_class, show_waiting);
  gtk_widget_class_bind_template_callback (widget_class, catch_up_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, editor_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, evening_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, stretch_made_cb);

  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_cb);
  gtk_widget_class_install_action (widget_class, "win.show-night", "s", show_night_cb);
  gtk_widget_class_install_action (widget_class, "win.show-evening", "s", show_evening_cb);
  gtk_widget_class_install_action (widget_class, "win.catch-up", NULL, catch_up_cb);
  gtk_widget_class_install_action (widget_class, "win.stretch", NULL, stretch_cb);
  gtk_widget_class_install_action (widget_class, "win.drop-stretch", NULL, drop_stretch_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-night", "(ss)", edit_night_cb);
  gtk_widget_class_install_action (widget_class, "win.announce", "(sx)", announce_cb);
  gtk_widget_class_install_action (widget_class, "win.announce-undone", "s", announce_undone_cb);
  stn_window_dialogs_install (widget_class);
  gtk_widget_class_install_action (widget_class, "win.rescue", NULL, rescue_cb);
  stn_window_undo_install (widget_class);
}

static void
stn_window_init (StnWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_inner_names_add (GTK_WIDGET (self));
  stn_window_dialogs_take_drops (GTK_WIDGET (self));
  if (STN_IS_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
}

StnWindow *
stn_window_new (GtkApplication *app, StnDiaryClient *client)
{
  return g_object_new (STN_TYPE_WINDOW, "application", app, "client", client, NULL);
}
