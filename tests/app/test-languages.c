/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "places.h"

#include "pages/stn-guide-row.h"

#include <langinfo.h>
#include <libintl.h>
#include <locale.h>

/*
 * Run by in-language. Every page and window, narrow with text of 200 %, narrow, and wide: no word is cut off. In the invented
 * language every word that is seen or read aloud stands in angle quotes: one outside of them is one that no translator sees.
 */

#define DPI_100 (96 * 1024)
#define DPI_200 (2 * DPI_100)

typedef struct {
  const char *name;
  int width, height, dpi;
} Size;

/* The hardest first: it alone is looked at unless --every-size asks for more. */
static const Size sizes[] = {
  {"360 x 640, text of 200 %", 360, 640, DPI_200},
  {"360 x 640", 360, 640, DPI_100},
  {"1000 x 700", 1000, 700, DPI_100},
};

static guint n_sizes = 1;
static guint n_labels;
static guint n_problems;

static void
tell_of (GtkWidget *widget, const char *place, const char *problem, const char *text)
{
  g_autoptr (GString) way = g_string_new (G_OBJECT_TYPE_NAME (widget));

  n_problems++;
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    g_string_append_printf (way, " < %s", G_OBJECT_TYPE_NAME (parent));
  g_test_message ("%s: %s: \"%s\": %s", place, problem, text, way->str);
}

/* Words that no translator sees */

static gboolean
is_translated (const char *text)
{
  int depth = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar letter = g_utf8_get_char (c);

    depth += (letter == 0xab) - (letter == 0xbb);
    if (depth == 0 && g_unichar_isalpha (letter))
      return FALSE;
  }
  return TRUE;
}

/* Not the program's: what the person typed, what stands in a file, keys, publications, days of the week, which the locale
 * names, and the header of the window of shortcuts, which is GTK's. What is wrong in a file is told in one language everywhere, with its line. */
static gboolean
is_of_others (GtkWidget *widget, const char *text)
{
  const char *const others[] = {PLACES_MEDICINE, PLACES_DOSE, "date", "event", "coffee"};

  for (int i = 0; i < 7; i++)
    if (g_str_equal (text, nl_langinfo (ABDAY_1 + i)))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    const char *rest = g_str_has_prefix (text, others[i]) ? text + strlen (others[i]) : NULL;

    if (rest != NULL && (*rest == '\0' || *rest == '\n') && is_translated (rest))
      return TRUE;
  }
  return gtk_widget_get_ancestor (widget, GTK_TYPE_EDITABLE) != NULL ||
         gtk_widget_has_css_class (widget, "keycap") || g_str_has_prefix (text, PLACES_FILE) ||
         strstr (text, PLACES_DAMAGED) != NULL ||
         gtk_widget_get_ancestor (widget, STN_TYPE_GUIDE_ROW) != NULL ||
         (GTK_IS_SHORTCUTS_WINDOW (gtk_widget_get_root (widget)) &&
          gtk_widget_get_ancestor (widget, GTK_TYPE_HEADER_BAR) != NULL);
}

static void
check_words (GtkWidget *widget, const char *place)
{
  const char *text = NULL;

  if (GTK_IS_LABEL (widget))
    text = gtk_label_get_text (GTK_LABEL (widget));
  if (text != NULL && !is_translated (text) && !is_of_others (widget, text))
    tell_of (widget, place, "no translator sees", text);
  text = gtk_widget_get_tooltip_text (widget);
  /* The only tip in a header of libadwaita's own, above the preferences. */
  if (text != NULL && !is_translated (text) && !g_str_equal (text, "Search"))
    tell_of (widget, place, "no translator sees the tooltip", text);
}

/* Words that are cut off */

/* What libadwaita 1.2 cuts and nothing of ours can wrap: the title of a window beside its buttons, and below a page of
 * preferences the names under the icons of the others, and what is chosen in a row that says something below its name. A hint in an empty field goes with the first letter, and its name is
 * read aloud. */
static gboolean
may_be_cut (GtkWidget *label)
{
  return gtk_widget_get_ancestor (label, ADW_TYPE_HEADER_BAR) != NULL ||
         gtk_widget_get_ancestor (label, ADW_TYPE_VIEW_SWITCHER_BAR) != NULL ||
         gtk_widget_get_ancestor (label, GTK_TYPE_TEXT) != NULL ||
         (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_VIEW) != NULL &&
          gtk_widget_get_ancestor (label, ADW_TYPE_COMBO_ROW) != NULL);
}

static gboolean
scrolls_sideways (GtkWidget *widget)
{
  GtkPolicyType policy = GTK_POLICY_NEVER;

  if (GTK_IS_VIEWPORT (widget))
    return scrolls_sideways (gtk_widget_get_parent (widget));
  if (GTK_IS_SCROLLED_WINDOW (widget))
    gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &policy, NULL);
  return policy != GTK_POLICY_NEVER;
}

/* (nullable) what @label reaches out of to the side. */
static GtkWidget *
find_narrower (GtkWidget *label)
{
  for (GtkWidget *parent = gtk_widget_get_parent (label); parent != NULL;
       parent = gtk_widget_get_parent (parent)) {
    graphene_rect_t bounds;

    if (scrolls_sideways (parent))
      return NULL;
    if (!gtk_widget_compute_bounds (label, parent, &bounds))
      continue;
    if (bounds.origin.x < -1 ||
        bounds.origin.x + bounds.size.width > gtk_widget_get_width (parent) + 1)
      return parent;
  }
  return NULL;
}

static void
check_fit (GtkWidget *label, const char *place)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  GtkWidget *narrower = find_narrower (label);
  int width, height;

  n_labels++;
  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout) && !may_be_cut (label))
    tell_of (label, place, "is cut", text);
  else if (!pango_layout_is_ellipsized (layout) &&
           (width > gtk_widget_get_width (label) + 1 || height > gtk_widget_get_height (label) + 1))
    tell_of (label, place, "has no room", text);
  if (narrower != NULL) {
    g_autofree char *problem =
      g_strdup_printf ("%d px reach out of a %s of %d px", gtk_widget_get_width (label),
                       G_OBJECT_TYPE_NAME (narrower), gtk_widget_get_width (narrower));

    tell_of (label, place, problem, text);
  }
}

static gboolean
is_pseudo (void)
{
  return g_str_has_prefix (g_getenv ("STN_LANGUAGE"), "pseudo");
}

static void
check_below (GtkWidget *root, const char *place, gboolean of_words)
{
  if (!gtk_widget_get_mapped (root) || !gtk_widget_get_child_visible (root))
    return;
  if (of_words)
    check_words (root, place);
  if (GTK_IS_LABEL (root) && *gtk_label_get_text (GTK_LABEL (root)) != '\0')
    check_fit (root, place);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_below (child, place, of_words);
}

static void
resize (AppFixture *fixture, GtkWindow *window, const Size *size)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", size->dpi, NULL);
  gtk_window_set_default_size (window, size->width, size->height);
  app_fixture_settle (fixture);
  /* What follows the width does so in the frame after. */
  for (int i = 0; i < 4; i++) {
    gtk_widget_queue_draw (GTK_WIDGET (window));
    gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  }
}

static void
check_place (AppFixture *fixture, GtkWindow *window, const char *name, gpointer data)
{
  for (guint i = 0; i < n_sizes; i++) {
    g_autofree char *place = g_strdup_printf ("%s (%s)", name, sizes[i].name);

    g_test_message ("%s", place);
    resize (fixture, window, &sizes[i]);
    check_below (GTK_WIDGET (window), place, i == 0 && is_pseudo ());
  }
  if (window != GTK_WINDOW (fixture->window))
    gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
}

static void
test_every_place (AppFixture *fixture, gconstpointer data)
{
  places_fill (fixture);
  places_visit_all (fixture, check_place, NULL);
  g_test_message ("%u places, %u labels, %u problems", places_count (), n_labels, n_problems);
  g_assert_cmpuint (n_labels, >, 1000);
  g_assert_cmpuint (n_problems, ==, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  bindtextdomain ("stillnight", g_getenv ("STN_LOCALEDIR"));
  bind_textdomain_codeset ("stillnight", "UTF-8");
  textdomain ("stillnight");
  adw_init ();
  if (argc > 1 && g_str_equal (argv[1], "--every-size"))
    n_sizes = G_N_ELEMENTS (sizes);
  if (g_getenv ("STN_RIGHT_TO_LEFT") != NULL)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  g_test_add ("/app/languages/every-place", AppFixture, NULL, app_fixture_set_up, test_every_place,
              app_fixture_tear_down);
  return g_test_run ();
}
