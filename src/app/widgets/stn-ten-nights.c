/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-ten-nights.h"

#include <glib/gi18n.h>

#include "widgets/stn-glyph.h"

#define GLYPHS 10
#define GLYPH_SIZE 16

struct _StnTenNights {
  GtkBox parent_instance;

  GtkLabel *side;
  GtkLabel *counts;
  GtkBox *glyphs;
};

G_DEFINE_FINAL_TYPE (StnTenNights, stn_ten_nights, GTK_TYPE_BOX)

static void
stn_ten_nights_class_init (StnTenNightsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-ten-nights.ui");
  gtk_widget_class_bind_template_child (widget_class, StnTenNights, side);
  gtk_widget_class_bind_template_child (widget_class, StnTenNights, counts);
  gtk_widget_class_bind_template_child (widget_class, StnTenNights, glyphs);
}

static void
stn_ten_nights_init (StnTenNights *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < GLYPHS; i++)
    gtk_box_append (self->glyphs, stn_glyph_new (STN_GLYPH_GAP, GLYPH_SIZE));
}

void
stn_ten_nights_show (StnTenNights *self, const char *side, guint cramps, guint nights)
{
  g_autofree char *counts = NULL;
  guint with_cramps;
  guint at = 0;

  g_return_if_fail (STN_IS_TEN_NIGHTS (self));
  g_return_if_fail (nights > 0 && cramps <= nights);

  /* Translators: nights with cramps of all nights of that kind, "35 of 58"; keep the <b>. */
  counts = g_strdup_printf (_ ("<b>%u</b> of %u"), cramps, nights);
  with_cramps = (GLYPHS * cramps + nights / 2) / nights;
  gtk_label_set_label (self->side, side);
  gtk_label_set_markup (self->counts, counts);
  for (GtkWidget *glyph = gtk_widget_get_first_child (GTK_WIDGET (self->glyphs)); glyph;
       glyph = gtk_widget_get_next_sibling (glyph))
    stn_glyph_set_night (STN_GLYPH (glyph),
                         at++ < with_cramps ? STN_NIGHT_CRAMPS : STN_NIGHT_NO_CRAMPS, 1);
}
