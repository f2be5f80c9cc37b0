/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-evening-row.h"

#include <glib/gi18n.h>

#include "widgets/stn-pair-layout.h"
#include "wording/stn-wording.h"

struct _StnEveningRow {
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkButton *open;
};

G_DEFINE_FINAL_TYPE (StnEveningRow, stn_evening_row, ADW_TYPE_BIN)

static void
stn_evening_row_class_init (StnEveningRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-evening-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StnEveningRow, title);
  gtk_widget_class_bind_template_child (widget_class, StnEveningRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, StnEveningRow, open);
}

static void
stn_evening_row_init (StnEveningRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe (const StnNight *night, StnDate today)
{
  g_autofree char *date = NULL;

  if (night->values->len == 0 && stn_date_days_between (night->key, today) == 1)
    return g_strdup (_ ("Yesterday's evening list is empty"));
  date = stn_wording_date_brief (night->key, today);
  if (night->values->len == 0)
    /* Translators: %s is a date, "12 November". */
    return g_strdup_printf (_ ("The evening list of %s is empty"), date);
  /* Translators: %s is a date, "12 November". */
  return g_strdup_printf (_ ("The evening list of %s"), date);
}

void
stn_evening_row_show (StnEveningRow *self, const StnNight *night, StnDate today)
{
  g_autofree char *title = describe (night, today);
  g_autofree char *written = NULL;
  char key[STN_DATE_TEXT_SIZE];

  g_return_if_fail (STN_IS_EVENING_ROW (self));

  gtk_label_set_text (self->title, title);
  if (night->values->len > 0)
    written = g_strdup_printf (
      ngettext ("%u thing written", "%u things written", night->values->len), night->values->len);
  gtk_label_set_text (self->subtitle,
                      written != NULL ? written
                      : night->episodes->len > 0 && stn_date_compare (night->key, today) >= 0
                        ? _ ("What you add now is marked as entered after a cramp")
                        : _ ("What you add now is marked as entered after the night"));
  gtk_button_set_label (self->open, written != NULL ? _ ("Change") : _ ("Fill In"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "s",
                                    stn_date_to_text (night->key, key));
}
