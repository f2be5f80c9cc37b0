/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-guide-cards.h"

#include <glib/gi18n.h>

#include "widgets/stn-field-reason.h"
#include "widgets/stn-wrap-layout.h"

/* Nobody looks for more. */
#define SEARCH_MAX 200

/* One letter begins a word nearly everywhere. */
#define MIN_LETTERS 2

struct _StnGuideCards {
  GtkBox parent_instance;

  StnGuideArticle *article;

  GtkSearchEntry *search;
  GtkLabel *found;
  GtkListBox *results;
  GtkBox *cards;
};

G_DEFINE_FINAL_TYPE (StnGuideCards, stn_guide_cards, GTK_TYPE_BOX)

enum { PROP_ARTICLE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
open_page (StnGuideCards *self, const StnGuidePage *page)
{
  g_return_if_fail (self->article != NULL);

  stn_guide_article_show (self->article, page);
  gtk_widget_activate_action (GTK_WIDGET (self), "doctor.show", "s", "guide");
}

static void
card_clicked_cb (GtkButton *card, gpointer user_data)
{
  const char *id = g_object_get_data (G_OBJECT (card), "page");

  open_page (STN_GUIDE_CARDS (user_data), stn_knowledge_get_guide_page (stn_knowledge_get (), id));
}

static void
row_activated_cb (StnGuideCards *self, GtkListBoxRow *row)
{
  open_page (self, stn_guide_row_get_page (STN_GUIDE_ROW (row)));
  stn_guide_article_go_to (self->article, STN_GUIDE_ROW (row));
}

static void
show_results (StnGuideCards *self, GPtrArray *entries)
{
  GtkWidget *row;
  g_autofree char *found = stn_wording_guide_found (entries->len);

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->results))) != NULL)
    gtk_list_box_remove (self->results, row);
  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (self->results, stn_guide_row_new (entries->pdata[i], TRUE));
  gtk_label_set_label (self->found, found);
}

static void
search_changed_cb (StnGuideCards *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean searching = g_utf8_strlen (words, -1) >= MIN_LETTERS;
  g_autoptr (GPtrArray) entries =
    stn_wording_guide_search (stn_knowledge_get (), searching ? words : "");

  show_results (self, entries);
  gtk_widget_set_visible (GTK_WIDGET (self->found), searching);
  gtk_widget_set_visible (GTK_WIDGET (self->results), entries->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->cards), !searching);
}

static void
stop_search_cb (StnGuideCards *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_card (StnGuideCards *self, const StnGuidePage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *image =
    g_object_new (GTK_TYPE_IMAGE, "icon-name", page->icon, "accessible-role",
                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "halign", GTK_ALIGN_START, NULL);
  GtkWidget *card = gtk_button_new ();

  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), make_label (gettext (page->name), "heading"));
  gtk_box_append (GTK_BOX (box), make_label (gettext (page->summary), "dim-label"));
  gtk_button_set_child (GTK_BUTTON (card), box);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "guide-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gettext (page->name), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gettext (page->summary), -1);
  g_object_set_data (G_OBJECT (card), "page", (gpointer) page->id);
  g_signal_connect (card, "clicked", G_CALLBACK (card_clicked_cb), self);
  return card;
}

static void
stn_guide_cards_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ARTICLE)
    g_set_object (&STN_GUIDE_CARDS (object)->article, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_guide_cards_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ARTICLE)
    g_value_set_object (value, STN_GUIDE_CARDS (object)->article);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_guide_cards_dispose (GObject *object)
{
  g_clear_object (&STN_GUIDE_CARDS (object)->article);

  G_OBJECT_CLASS (stn_guide_cards_parent_class)->dispose (object);
}

static void
stn_guide_cards_class_init (StnGuideCardsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_guide_cards_dispose;
  object_class->get_property = stn_guide_cards_get_property;
  object_class->set_property = stn_guide_cards_set_property;

  props[PROP_ARTICLE] = g_param_spec_object ("article", NULL, NULL, STN_TYPE_GUIDE_ARTICLE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-guide-cards.ui");
  gtk_widget_class_bind_template_child (widget_class, StnGuideCards, search);
  gtk_widget_class_bind_template_child (widget_class, StnGuideCards, found);
  gtk_widget_class_bind_template_child (widget_class, StnGuideCards, results);
  gtk_widget_class_bind_template_child (widget_class, StnGuideCards, cards);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
stn_guide_cards_init (StnGuideCards *self)
{
  const StnGuidePage *const *pages = stn_knowledge_list_guide_pages (stn_knowledge_get ());

  gtk_widget_init_template (GTK_WIDGET (self));
  stn_field_reason_limit (GTK_WIDGET (self->search), SEARCH_MAX);
  for (guint i = 0; pages[i] != NULL; i++)
    gtk_box_append (self->cards, make_card (self, pages[i]));
}
