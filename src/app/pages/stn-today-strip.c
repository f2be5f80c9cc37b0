/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-today-strip.h"

#include <glib/gi18n.h>

#include "widgets/stn-glyph.h"
#include "widgets/stn-night-strip.h"
#include "widgets/stn-pair-layout.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording.h"

G_STATIC_ASSERT (STN_TODAY_NIGHTS == STN_STRIP_NIGHTS);

struct _StnTodayStrip {
  AdwBin parent_instance;

  GtkLabel *strip_lead;
  StnNightStrip *strip;
  GtkButton *catch_up;
  GtkWidget *has_cramps;
  GtkWidget *has_none;
  GtkWidget *has_gaps;
  GtkWidget *has_dots;
};

G_DEFINE_FINAL_TYPE (StnTodayStrip, stn_today_strip, ADW_TYPE_BIN)

static StnGlyphKind
glyph_of (const StnTodayPicture *picture, const StnNight *night, StnDate key)
{
  gboolean is_before =
    !stn_date_is_set (picture->first_night) || stn_date_compare (key, picture->first_night) < 0;

  if (night != NULL) {
    switch (stn_night_get_state (night)) {
    case STN_NIGHT_CRAMPS:
      return STN_GLYPH_CRAMPS;
    case STN_NIGHT_NO_CRAMPS:
      return STN_GLYPH_TICK;
    case STN_NIGHT_NOT_RECORDED:
      break;
    }
  }
  if (stn_date_compare (key, picture->last_night) == 0)
    return STN_GLYPH_ASK;
  return is_before ? STN_GLYPH_DOT : STN_GLYPH_GAP;
}

static void
night_activated_cb (StnTodayStrip *self, const char *key)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-night", "s", key);
}

static char *
word_catch_up (const StnTodayPicture *picture)
{
  guint n = picture->n_gaps;

  if (picture->are_gaps_old)
    /* Translators: nights before those that are shown */
    return g_strdup_printf (ngettext ("Catch Up: %u Older Night", "Catch Up: %u Older Nights", n),
                            n);
  return g_strdup_printf (ngettext ("Catch Up: %u Night", "Catch Up: %u Nights", n), n);
}

static void
show_catch_up (StnTodayStrip *self, const StnTodayPicture *picture)
{
  g_autofree char *label = word_catch_up (picture);

  gtk_button_set_label (self->catch_up, label);
  gtk_widget_set_visible (GTK_WIDGET (self->catch_up), picture->n_gaps > 0);
}

/* What the strip draws, and nothing else; a night that is asked about is told of above. */
static void
show_legend (StnTodayStrip *self, guint drawn)
{
  gtk_widget_set_visible (self->has_cramps, drawn & 1u << STN_GLYPH_CRAMPS);
  gtk_widget_set_visible (self->has_none, drawn & 1u << STN_GLYPH_TICK);
  gtk_widget_set_visible (self->has_gaps, drawn & 1u << STN_GLYPH_GAP);
  gtk_widget_set_visible (self->has_dots, drawn & 1u << STN_GLYPH_DOT);
}

static void
stn_today_strip_class_init (StnTodayStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (STN_TYPE_GLYPH);
  g_type_ensure (STN_TYPE_NIGHT_STRIP);
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-today-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, StnTodayStrip, strip_lead);
  gtk_widget_class_bind_template_child (widget_class, StnTodayStrip, strip);
  gtk_widget_class_bind_template_child (widget_class, StnTodayStrip, catch_up);
  gtk_widget_class_bind_template_child (widget_class, StnTodayStrip, has_cramps);
  gtk_widget_class_bind_template_child (widget_class, StnTodayStrip, has_none);
  gtk_widget_class_bind_template_child (widget_class, StnTodayStrip, has_gaps);
  gtk_widget_class_bind_template_child (widget_class, StnTodayStrip, has_dots);
  gtk_widget_class_bind_template_callback (widget_class, night_activated_cb);
}

static void
stn_today_strip_init (StnTodayStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
stn_today_strip_show (StnTodayStrip *self, const StnTodayPicture *picture)
{
  guint cramps = 0;
  guint recorded = 0;
  guint drawn = 0;
  g_autofree char *lead = NULL;

  g_return_if_fail (STN_IS_TODAY_STRIP (self));

  for (guint i = 0; i < STN_TODAY_NIGHTS; i++) {
    StnDate key = stn_date_add_days (picture->last_night, (int) i + 1 - STN_TODAY_NIGHTS);
    const StnNight *night = stn_today_picture_find (picture, key);
    g_autoptr (StnNight) empty = stn_night_new (key);
    g_autofree char *name = stn_wording_night_label (night != NULL ? night : empty, picture->today);
    StnStripNight cell = {key, glyph_of (picture, night, key),
                          night != NULL ? night->episodes->len : 0, name};

    stn_night_strip_set_night (self->strip, i, &cell);
    drawn |= 1u << cell.glyph;
    cramps += cell.glyph == STN_GLYPH_CRAMPS;
    recorded += cell.glyph == STN_GLYPH_CRAMPS || cell.glyph == STN_GLYPH_TICK;
  }
  lead = recorded > 0 ? stn_wording_rate (cramps, recorded) : g_strdup (_ ("Nothing recorded yet"));
  gtk_label_set_text (self->strip_lead, lead);
  show_legend (self, drawn);
  show_catch_up (self, picture);
}
