/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-today-drafts.h"

#include <glib/gi18n.h>

#include "widgets/stn-pair-layout.h"
#include "wording/stn-wording.h"

/* The others come when these are done. */
#define SHOWN_MAX 3

struct _StnTodayDrafts {
  AdwBin parent_instance;

  GtkWidget *cards;
};

G_DEFINE_FINAL_TYPE (StnTodayDrafts, stn_today_drafts, ADW_TYPE_BIN)

static GtkWidget *
make_button (StnDate night)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Go On"));
  char key[STN_DATE_TEXT_SIZE];

  gtk_widget_add_css_class (button, "target");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.edit-night");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", stn_date_to_text (night, key),
                                    "night");
  return button;
}

static GtkWidget *
make_card (StnDate night, StnDate today)
{
  g_autofree char *words = stn_wording_night (night, today);
  /* Translators: %s is "Night of Saturday 21 to Sunday 22 November". */
  g_autofree char *text = g_strdup_printf (_ ("%s: begun and not saved yet"), words);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = make_button (night);

  gtk_widget_set_layout_manager (card, stn_pair_layout_new ());
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "notice");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  label, NULL, -1);
  gtk_box_append (GTK_BOX (card), label);
  gtk_box_append (GTK_BOX (card), button);
  return card;
}

static void
stn_today_drafts_class_init (StnTodayDraftsClass *klass)
{
}

static void
stn_today_drafts_init (StnTodayDrafts *self)
{
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  adw_bin_set_child (ADW_BIN (self), self->cards);
}

void
stn_today_drafts_show (StnTodayDrafts *self, const StnTodayPicture *picture)
{
  gboolean asks = stn_night_get_state (picture->last) == STN_NIGHT_NOT_RECORDED;
  GtkWidget *card;
  guint n = 0;

  g_return_if_fail (STN_IS_TODAY_DRAFTS (self));

  while ((card = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->cards), card);
  for (guint i = 0; i < picture->drafts->len && n < SHOWN_MAX; i++) {
    StnDate night = g_array_index (picture->drafts, StnDate, i);

    if (asks && stn_date_compare (night, picture->last_night) == 0)
      continue;
    gtk_box_append (GTK_BOX (self->cards), make_card (night, picture->today));
    n++;
  }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
