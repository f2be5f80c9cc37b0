/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "pages/stn-guide-article.h"
#include "pages/stn-guide-cards.h"
#include "widgets/stn-subpage.h"

#include <string.h>

static GtkWidget *
find (AppFixture *fixture, GType type, const char *name)
{
  return app_fixture_find (GTK_WIDGET (fixture->window), type, name);
}

static gboolean
is_article_seen (gpointer data)
{
  return find (data, STN_TYPE_GUIDE_ARTICLE, NULL) != NULL;
}

static gboolean
are_cards_seen (gpointer data)
{
  return find (data, STN_TYPE_GUIDE_CARDS, NULL) != NULL &&
         find (data, STN_TYPE_GUIDE_ARTICLE, NULL) == NULL;
}

static gboolean
are_results_seen (gpointer data)
{
  return find (data, STN_TYPE_GUIDE_ROW, NULL) != NULL;
}

static gboolean
is_row_focused (gpointer data)
{
  AppFixture *fixture = data;

  return STN_IS_GUIDE_ROW (gtk_root_get_focus (GTK_ROOT (fixture->window)));
}

static void
show_doctor (AppFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "doctor");
  app_fixture_wait (are_cards_seen, fixture);
}

static void
count_rows (GtkWidget *root, guint *n)
{
  *n += STN_IS_GUIDE_ROW (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count_rows (child, n);
}

/* Each card opens its page with everything that the guide has on it, and the way back leads to the cards. */
static void
test_every_page (AppFixture *fixture, gconstpointer data)
{
  const StnGuidePage *const *pages = stn_knowledge_list_guide_pages (stn_knowledge_get ());

  GtkIconTheme *icons =
    gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (fixture->window)));

  show_doctor (fixture);
  for (guint i = 0; pages[i] != NULL; i++) {
    g_autoptr (GPtrArray) entries = stn_wording_guide_page (stn_knowledge_get (), pages[i]);
    GtkWidget *card = find (fixture, GTK_TYPE_BUTTON, pages[i]->name);
    GtkWidget *article;
    guint said = 0, rows = 0;

    for (guint j = 0; j < entries->len; j++)
      said += ((StnGuideEntry *) entries->pdata[j])->text != NULL;
    g_assert_true (gtk_icon_theme_has_icon (icons, pages[i]->icon));
    g_assert_nonnull (card);
    g_assert_true (gtk_widget_get_focusable (card));
    g_signal_emit_by_name (card, "clicked");
    app_fixture_wait (is_article_seen, fixture);
    article = find (fixture, STN_TYPE_GUIDE_ARTICLE, NULL);
    count_rows (article, &rows);
    g_assert_cmpuint (rows, ==, said);
    gtk_widget_activate_action (article, "subpage.back", NULL);
    app_fixture_wait (are_cards_seen, fixture);
  }
}

static GtkWidget *
search (AppFixture *fixture, const char *words)
{
  GtkWidget *entry = find (fixture, GTK_TYPE_SEARCH_ENTRY, NULL);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
  return entry;
}

/* A misspelled medicine is found; Enter on it opens its page there, with the focus on it. */
static void
test_search (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) row = NULL;

  show_doctor (fixture);
  search (fixture, "simvastin");
  app_fixture_wait (are_results_seen, fixture);
  row = g_object_ref (find (fixture, STN_TYPE_GUIDE_ROW, NULL));
  g_assert_cmpstr (stn_guide_row_get_page (STN_GUIDE_ROW (row))->id, ==, "medicines");
  g_assert_true (gtk_widget_activate (row));
  app_fixture_wait (is_row_focused, fixture);
  g_assert_nonnull (find (fixture, STN_TYPE_GUIDE_ARTICLE, NULL));
  g_assert_true (stn_guide_row_is_same (
    STN_GUIDE_ROW (row), STN_GUIDE_ROW (gtk_root_get_focus (GTK_ROOT (fixture->window)))));
}

static void
test_nothing_found (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  show_doctor (fixture);
  entry = search (fixture, "xyzzy");
  g_assert_null (find (fixture, STN_TYPE_GUIDE_ROW, NULL));
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, "Causes"));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Nothing in the guide has these words."));
  search (fixture, "c");
  g_assert_null (find (fixture, STN_TYPE_GUIDE_ROW, NULL));
  g_assert_nonnull (find (fixture, GTK_TYPE_BUTTON, "Causes"));
  search (fixture, "xyzzy");
  g_signal_emit_by_name (entry, "stop-search");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_nonnull (find (fixture, GTK_TYPE_BUTTON, "Causes"));
}

/* What a screen reader says of a piece ends with how strong the evidence is and the sources. */
static void
test_row_name (AppFixture *fixture, gconstpointer data)
{
  show_doctor (fixture);
  search (fixture, "ice massage");
  app_fixture_wait (are_results_seen, fixture);
  g_assert_nonnull (find (
    fixture, STN_TYPE_GUIDE_ROW,
    "Ice massage\n"
    "Rub the tight muscle with ice that is wrapped in a cloth, for 15 minutes at most.\n"
    "With one of these: Damaged nerves (peripheral neuropathy); Narrow leg arteries (peripheral "
    "artery disease); Type 1 diabetes; Type 2 diabetes. Leave out ice and heat: with numb skin, "
    "narrow leg arteries or diabetes they can harm the skin unnoticed. Stretch and walk instead.\n"
    "Often named, poorly supported\n"
    "General advice pages"));
}

#define ADD(path, test)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/app/guide/every-page", test_every_page);
  ADD ("/app/guide/search", test_search);
  ADD ("/app/guide/nothing-found", test_nothing_found);
  ADD ("/app/guide/row-name", test_row_name);
  return g_test_run ();
}
