/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-guide-article.h"

#include <glib/gi18n.h>

#include "widgets/stn-wrap-layout.h"

struct _StnGuideArticle {
  GtkBox parent_instance;

  const StnGuidePage *page;
  GPtrArray *rows; /* element-type StnGuideRow, not owned */
};

G_DEFINE_FINAL_TYPE (StnGuideArticle, stn_guide_article, GTK_TYPE_BOX)

enum { PROP_TITLE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static GtkWidget *
make_heading (const char *text, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", text, "xalign", 0.0, "margin-top", 12, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

/* A heading ends the list before it; what holds for a whole group is the first row below its heading. */
static void
fill (StnGuideArticle *self, GPtrArray *entries)
{
  GtkWidget *list = NULL;
  const char *heading = "";

  for (guint i = 0; i < entries->len; i++) {
    StnGuideEntry *entry = g_ptr_array_index (entries, i);
    GtkWidget *row;

    if (entry->kind != STN_GUIDE_ENTRY_SAID) {
      heading = entry->title;
      gtk_box_append (
        GTK_BOX (self),
        make_heading (heading, entry->kind == STN_GUIDE_ENTRY_SECTION ? "title-4" : "heading"));
      list = NULL;
    }
    if (entry->text == NULL)
      continue;
    if (list == NULL) {
      list = make_list (heading);
      gtk_box_append (GTK_BOX (self), list);
    }
    row = stn_guide_row_new (entry, FALSE);
    g_ptr_array_add (self->rows, row);
    gtk_list_box_append (GTK_LIST_BOX (list), row);
  }
}

void
stn_guide_article_show (StnGuideArticle *self, const StnGuidePage *page)
{
  g_autoptr (GPtrArray) entries = NULL;
  GtkWidget *child;

  g_return_if_fail (STN_IS_GUIDE_ARTICLE (self) && page != NULL);
  if (self->page == page)
    return;
  self->page = page;
  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  entries = stn_wording_guide_page (stn_knowledge_get (), page);
  fill (self, entries);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

/* The scrolled window can follow the focus once the row has its place. */
static gboolean
focus_cb (GtkWidget *row, GdkFrameClock *clock, gpointer data)
{
  if (gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

void
stn_guide_article_go_to (StnGuideArticle *self, StnGuideRow *row)
{
  g_return_if_fail (STN_IS_GUIDE_ARTICLE (self) && STN_IS_GUIDE_ROW (row));

  for (guint i = 0; i < self->rows->len; i++)
    if (stn_guide_row_is_same (self->rows->pdata[i], row)) {
      gtk_widget_add_tick_callback (self->rows->pdata[i], focus_cb, NULL, NULL);
      return;
    }
}

static void
stn_guide_article_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StnGuideArticle *self = STN_GUIDE_ARTICLE (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, self->page != NULL ? gettext (self->page->name) : NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_guide_article_finalize (GObject *object)
{
  g_ptr_array_unref (STN_GUIDE_ARTICLE (object)->rows);

  G_OBJECT_CLASS (stn_guide_article_parent_class)->finalize (object);
}

static void
stn_guide_article_class_init (StnGuideArticleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = stn_guide_article_get_property;
  object_class->finalize = stn_guide_article_finalize;

  props[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    GTK_WIDGET_CLASS (klass), "/io/github/stillnight/Stillnight/stn-guide-article.ui");
}

static void
stn_guide_article_init (StnGuideArticle *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
