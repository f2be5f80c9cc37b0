/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "pages/stn-cramp-screen.h"
#include "present/stn-clock-setting.h"
#include "present/stn-diary-client.h"
#include "present/stn-first-run.h"
#include "stn-config.h"
#include "stn-drawing.h"
#include "store/stn-backup-folder.h"
#include "stn-welcome-window.h"
#include "stn-window.h"
#include "widgets/stn-question.h"

struct _StnApplication {
  AdwApplication parent_instance;

  char *diary_path; /* NULL: the usual one */
  StnDiaryClient *client;
  StnClockSetting *clock_setting;
};

G_DEFINE_FINAL_TYPE (StnApplication, stn_application, ADW_TYPE_APPLICATION)

/* A program is started from many places: the menu, a reminder, a stick. One process has one diary. */
static StnDiaryClient *
get_client (StnApplication *self)
{
  g_autoptr (StnClock) clock = NULL;
  g_autofree char *path = NULL;

  if (self->client != NULL)
    return self->client;
  clock = stn_clock_new ();
  path = self->diary_path != NULL ? g_strdup (self->diary_path) : stn_diary_default_path ();
  self->client = stn_diary_client_new (path, STN_STORE_CREATE, clock);
  return self->client;
}

/* (nullable) */
static GtkWindow *
find_window (StnApplication *self, GType type)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (g_type_is_a (G_OBJECT_TYPE (l->data), type))
      return l->data;
  return NULL;
}

static StnWindow *
get_window (StnApplication *self)
{
  GtkWindow *window = find_window (self, STN_TYPE_WINDOW);

  if (window != NULL)
    return STN_WINDOW (window);
  return stn_window_new (GTK_APPLICATION (self), get_client (self));
}

/* Nobody who has a diary, or names one, is welcomed. */
static gboolean
is_first_run (StnApplication *self)
{
  g_autofree char *own = stn_diary_default_path ();

  return self->diary_path == NULL && self->client == NULL &&
         !g_file_test (own, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK) &&
         !stn_backup_folder_has_any (own);
}

static void
welcomed_cb (StnWelcomeWindow *welcome, gboolean is_sample, const char *table, StnApplication *self)
{
  StnWindow *window;

  if (is_sample)
    self->diary_path = stn_first_run_sample_path ();
  window = stn_window_new (GTK_APPLICATION (self), get_client (self));
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (welcome));
  if (table != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.import-file", "^ay", table);
}

static void
welcome (StnApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr (StnClock) clock = NULL;

  if (window == NULL) {
    clock = stn_clock_new ();
    window = GTK_WINDOW (stn_welcome_window_new (GTK_APPLICATION (self), clock));
    g_signal_connect (window, "done", G_CALLBACK (welcomed_cb), self);
  }
  gtk_window_present (window);
}

static void
stn_application_activate (GApplication *app)
{
  StnApplication *self = STN_APPLICATION (app);

  if (is_first_run (self))
    welcome (self);
  else
    gtk_window_present (GTK_WINDOW (get_window (self)));
}

/* The window is made anew, with the diary as it is now on the disk. */
static void
reopen (StnApplication *self)
{
  g_autoptr (StnDiaryClient) client = g_steal_pointer (&self->client);
  GList *window;

  g_application_hold (G_APPLICATION (self));
  /* Also the screen of a cramp and open dialogs: they show the diary of before. */
  while ((window = gtk_application_get_windows (GTK_APPLICATION (self))) != NULL)
    gtk_window_destroy (window->data);
  stn_diary_client_close (client);
  g_application_activate (G_APPLICATION (self));
  g_application_release (G_APPLICATION (self));
}

static void
reopen_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  reopen (STN_APPLICATION (user_data));
}

/* Back from the sample diary to the person's own, or to the three choices. */
static void
leave_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StnApplication *self = STN_APPLICATION (user_data);

  g_clear_pointer (&self->diary_path, g_free);
  reopen (self);
}

static int
stn_application_handle_local_options (GApplication *app, GVariantDict *options)
{
  StnApplication *self = STN_APPLICATION (app);
  const char *path = NULL;
  const char *page = NULL;

  if (g_variant_dict_contains (options, "version")) {
    g_print ("stillnight %s\n", STN_VERSION);
    return 0;
  }
  if (g_variant_dict_lookup (options, "page", "&s", &page) && !stn_window_has_page (page)) {
    g_printerr (
      "stillnight: no page '%s': use today, diary, trends, findings, doctor, evening, catch-up or stretch\n",
      page);
    return 2;
  }
  if (g_variant_dict_lookup (options, "diary", "^&ay", &path)) {
    g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

    self->diary_path = g_file_get_path (file);
    if (self->diary_path == NULL) {
      g_printerr ("stillnight: %s: not a file of this computer\n", path);
      return 2;
    }
    /* Another start would find the window of another diary. To find the one of the same diary the bus would need a name for each,
     * and that is the id by which a desktop knows the window's name and icon. Two windows on one diary do no harm: each shows what
     * the other wrote. */
    g_application_set_flags (app, g_application_get_flags (app) | G_APPLICATION_NON_UNIQUE);
  }
  return -1;
}

static int
stn_application_command_line (GApplication *app, GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  const char *page = NULL;

  if (g_variant_dict_contains (options, "cramp-now")) {
    g_action_group_activate_action (G_ACTION_GROUP (app), "cramp-now", NULL);
    return 0;
  }
  if (g_variant_dict_contains (options, "stretch")) {
    g_action_group_activate_action (G_ACTION_GROUP (app), "stretch", NULL);
    return 0;
  }
  g_application_activate (app);
  if (g_variant_dict_lookup (options, "page", "&s", &page) && !is_first_run (STN_APPLICATION (app)))
    stn_window_show_page (get_window (STN_APPLICATION (app)), page);
  return 0;
}

/* From the header, a key, the desktop's menu or the bus; the other window need not be open. */
static void
cramp_now_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StnApplication *self = STN_APPLICATION (user_data);
  GtkWindow *screen = find_window (self, STN_TYPE_CRAMP_SCREEN);

  if (screen == NULL)
    screen = GTK_WINDOW (stn_cramp_screen_new (GTK_APPLICATION (self), get_client (self)));
  stn_cramp_screen_begin (STN_CRAMP_SCREEN (screen));
  gtk_window_present (screen);
}

/* From the menu of the desktop. */
static void
log_night_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StnApplication *self = STN_APPLICATION (user_data);

  g_application_activate (G_APPLICATION (self));
  if (!is_first_run (self))
    stn_window_show_page (get_window (self), "today");
}

#define SANDBOX_FACTS "/.flatpak-info"
#define SANDBOX_FOLDER "/app/"

/* In a sandbox the folder has another name than on the computer around it, which is told there. (transfer full) */
static char *
name_outside (const char *folder)
{
  g_autoptr (GKeyFile) facts = g_key_file_new ();
  g_autofree char *outside = NULL;

  if (g_str_has_prefix (folder, SANDBOX_FOLDER) &&
      g_key_file_load_from_file (facts, SANDBOX_FACTS, G_KEY_FILE_NONE, NULL))
    outside = g_key_file_get_string (facts, "Instance", "app-path", NULL);
  return outside != NULL ? g_build_filename (outside, folder + strlen (SANDBOX_FOLDER), NULL)
                         : g_strdup (folder);
}

/* Where the pages are, in the language of the person when they are translated. (transfer full) */
static char *
find_help (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *folder = g_build_filename (STN_HELP_DIR, names[i], "stillnight", NULL);

    if (g_file_test (folder, G_FILE_TEST_IS_DIR))
      return g_steal_pointer (&folder);
  }
  return g_build_filename (STN_HELP_DIR, "C", "stillnight", NULL);
}

/* The pages are a reader's affair, which not every desktop has. */
static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  g_autoptr (GAppInfo) reader = g_app_info_get_default_for_uri_scheme ("help");
  g_autofree char *folder = NULL;
  g_autofree char *outside = NULL;
  g_autofree char *text = NULL;
  g_autofree char *uri = NULL;
  const char *page;

  if (reader != NULL) {
    page = STN_IS_WINDOW (window)         ? stn_window_get_help (STN_WINDOW (window))
           : STN_IS_CRAMP_SCREEN (window) ? "cramp-now"
                                          : NULL;
    uri = g_strconcat ("help:stillnight", page != NULL ? "/" : NULL, page, NULL);
    gtk_show_uri (window, uri, GDK_CURRENT_TIME);
    return;
  }
  folder = find_help ();
  outside = name_outside (folder);
  text = g_strdup_printf (_ ("Nothing on this computer opens help pages. The program "
                             "“Help” (yelp) does, or read the files in %s."),
                          outside);
  stn_question_show (window, _ ("The help cannot be shown"), text, NULL, NULL,
                     ADW_RESPONSE_DEFAULT);
}

/* From a reminder, the desktop's menu or the bus: the window comes with it. Who is new is welcomed first. */
static void
stretch_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StnApplication *self = STN_APPLICATION (user_data);
  gboolean is_first = is_first_run (self);

  g_application_activate (G_APPLICATION (self));
  if (!is_first)
    gtk_widget_activate_action (GTK_WIDGET (get_window (self)), "win.stretch", NULL);
}

/* From a reminder. */
static void
show_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *page = g_variant_get_string (parameter, NULL);
  GApplication *app = G_APPLICATION (user_data);

  g_application_activate (app);
  if (stn_window_has_page (page) && !is_first_run (STN_APPLICATION (app)))
    stn_window_show_page (get_window (STN_APPLICATION (app)), page);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  /* Translators: who translated the program, one name a line. */
  adw_show_about_window (
    window, "application-name", _ ("Stillnight"), "application-icon", STN_APP_ID, "version",
    STN_VERSION, "developer-name", _ ("The Stillnight authors"), "license-type",
    GTK_LICENSE_GPL_3_0, "website", "https://github.com/stillnight/stillnight", "issue-url",
    "https://github.com/stillnight/stillnight/issues", "comments",
    _ ("A private diary of night leg cramps and sleep. Nothing leaves this computer."),
    "translator-credits", _ ("translator-credits"), NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *screen = find_window (STN_APPLICATION (user_data), STN_TYPE_CRAMP_SCREEN);
  GtkWindow *window;

  /* A cramp goes on in the diary, also without the program. */
  if (screen != NULL)
    gtk_window_destroy (screen);
  window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  /* Closing the last window ends the program, after it kept what was typed. */
  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (G_APPLICATION (user_data));
}

/* The end of the session: as if the person closed the window, so that what was typed is kept. */
static gboolean
terminated_cb (gpointer user_data)
{
  quit_cb (NULL, NULL, user_data);
  return G_SOURCE_CONTINUE;
}

static const GActionEntry actions[] = {
  {.name = "about", .activate = about_cb},
  {.name = "cramp-now", .activate = cramp_now_cb},
  {.name = "help", .activate = help_cb},
  {.name = "leave-sample", .activate = leave_sample_cb},
  {.name = "log-night", .activate = log_night_cb},
  {.name = "quit", .activate = quit_cb},
  {.name = "show-page", .activate = show_page_cb, .parameter_type = "s"},
  {.name = "stretch", .activate = stretch_cb},
  {.name = "reopen", .activate = reopen_cb},
};

static const struct {
  const char *action;
  const char *accels[3];
} accels[] = {
  {"app.quit", {"<Control>q"}},
  {"app.help", {"F1"}},
  {"app.cramp-now", {"<Control>k"}},
  {"window.close", {"<Control>w"}},
  {"win.preferences", {"<Control>comma"}},
  {"win.show-help-overlay", {"<Control>question"}},
  {"win.show-page('today')", {"<Alt>1"}},
  {"win.show-page('diary')", {"<Alt>2"}},
  {"win.show-page('trends')", {"<Alt>3"}},
  {"win.show-page('findings')", {"<Alt>4"}},
  {"win.show-page('doctor')", {"<Alt>5"}},
};

/* What is on the screen follows at once. */
static void
clock_setting_changed_cb (gpointer user_data)
{
  StnApplication *self = STN_APPLICATION (user_data);

  if (self->client != NULL)
    stn_diary_client_show_again (self->client);
}

static void
stn_application_startup (GApplication *app)
{
  G_APPLICATION_CLASS (stn_application_parent_class)->startup (app);

  STN_APPLICATION (app)->clock_setting = stn_clock_setting_new (
    g_file_test (SANDBOX_FACTS, G_FILE_TEST_EXISTS) ? g_application_get_dbus_connection (app)
                                                    : NULL,
    clock_setting_changed_cb, app);
  /* GTK's own file dialog would put each file that is saved or opened on the desktop's list of recent files. */
  g_object_set (gtk_settings_get_default (), "gtk-recent-files-enabled", FALSE, NULL);
  g_unix_signal_add (SIGTERM, terminated_cb, app);
  g_unix_signal_add (SIGHUP, terminated_cb, app);
  g_action_map_add_action_entries (G_ACTION_MAP (app), actions, G_N_ELEMENTS (actions), app);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (app), accels[i].action,
                                           accels[i].accels);
}

static void
stn_application_window_added (GtkApplication *app, GtkWindow *window)
{
  stn_drawing_watch (GTK_WIDGET (window));
  GTK_APPLICATION_CLASS (stn_application_parent_class)->window_added (app, window);
}

static void
stn_application_shutdown (GApplication *app)
{
  StnApplication *self = STN_APPLICATION (app);

  /* What was asked to be saved is saved before the process ends. */
  if (self->client != NULL)
    stn_diary_client_close (self->client);
  G_APPLICATION_CLASS (stn_application_parent_class)->shutdown (app);
}

static void
stn_application_finalize (GObject *object)
{
  StnApplication *self = STN_APPLICATION (object);

  g_clear_pointer (&self->clock_setting, stn_clock_setting_free);
  g_clear_object (&self->client);
  g_free (self->diary_path);

  G_OBJECT_CLASS (stn_application_parent_class)->finalize (object);
}

static void
stn_application_class_init (StnApplicationClass *klass)
{
  GApplicationClass *app_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stn_application_finalize;
  app_class->activate = stn_application_activate;
  app_class->command_line = stn_application_command_line;
  app_class->handle_local_options = stn_application_handle_local_options;
  app_class->startup = stn_application_startup;
  app_class->shutdown = stn_application_shutdown;
  GTK_APPLICATION_CLASS (klass)->window_added = stn_application_window_added;
}

static const GOptionEntry options[] = {
  {"diary", 'd', 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this diary instead of the usual one"),
   N_ ("FILE")},
  {"page", 'p', 0, G_OPTION_ARG_STRING, NULL,
   N_ ("Start on a page: today, diary, trends, findings, doctor, evening, catch-up or stretch"),
   N_ ("PAGE")},
  {"cramp-now", 0, 0, G_OPTION_ARG_NONE, NULL,
   N_ ("A cramp begins now: store it and show what helps"), NULL},
  {"stretch", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Start the guided stretch"), NULL},
  {"version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL},
  {NULL},
};

static void
stn_application_init (StnApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

StnApplication *
stn_application_new (void)
{
  return g_object_new (STN_TYPE_APPLICATION, "application-id", STN_APP_ID, "resource-base-path",
                       "/io/github/stillnight/Stillnight", "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}
