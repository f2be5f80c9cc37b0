/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-routine-card.h"

#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording-flag.h"

struct _StnRoutineCard {
  AdwBin parent_instance;

  GtkImage *badge;
  GtkLabel *tier;
  GtkLabel *title;
  GtkLabel *calming;
  GtkBox *reasons;
  GtkBox *evidence;
};

G_DEFINE_FINAL_TYPE (StnRoutineCard, stn_routine_card, ADW_TYPE_BIN)

enum { ANSWERED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
booked_cb (StnRoutineCard *self)
{
  g_signal_emit (self, signals[ANSWERED], 0, STN_FLAG_REPLY_BOOKED);
}

static void
seen_cb (StnRoutineCard *self)
{
  g_signal_emit (self, signals[ANSWERED], 0, STN_FLAG_REPLY_SEEN);
}

static void
add_line (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

static void
add_reason (StnRoutineCard *self, const StnFlag *flag, StnDate today, gboolean in_full)
{
  g_autofree char *action = stn_wording_flag_action (flag, today);
  g_autofree char *written = stn_wording_flag_written (flag, today);
  g_autofree char *evidence = stn_wording_flag_evidence (flag->rule);
  GtkWidget *reason = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_line (GTK_BOX (reason), stn_wording_flag_title (flag), "heading");
  if (in_full)
    add_line (GTK_BOX (reason), written, "own-words");
  if (action != NULL)
    add_line (GTK_BOX (reason), action, "own-words");
  gtk_box_append (self->reasons, reason);
  add_line (self->evidence, stn_wording_flag_title (flag), "heading");
  add_line (self->evidence, evidence, "body");
}

GtkWidget *
stn_routine_card_new (GPtrArray *reasons, StnDate today, gboolean in_full)
{
  g_return_val_if_fail (reasons != NULL && reasons->len > 0, NULL);
  StnRoutineCard *self = g_object_new (STN_TYPE_ROUTINE_CARD, NULL);
  g_autofree char *calming = stn_wording_card_calming (reasons->len);

  gtk_label_set_label (self->calming, calming);
  for (guint i = 0; i < reasons->len; i++)
    add_reason (self, g_ptr_array_index (reasons, i), today, in_full);
  return GTK_WIDGET (self);
}

static void
stn_routine_card_class_init (StnRoutineCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-routine-card.ui");
  gtk_widget_class_bind_template_child (widget_class, StnRoutineCard, badge);
  gtk_widget_class_bind_template_child (widget_class, StnRoutineCard, tier);
  gtk_widget_class_bind_template_child (widget_class, StnRoutineCard, title);
  gtk_widget_class_bind_template_child (widget_class, StnRoutineCard, calming);
  gtk_widget_class_bind_template_child (widget_class, StnRoutineCard, reasons);
  gtk_widget_class_bind_template_child (widget_class, StnRoutineCard, evidence);
  gtk_widget_class_bind_template_callback (widget_class, booked_cb);
  gtk_widget_class_bind_template_callback (widget_class, seen_cb);
}

static void
stn_routine_card_init (StnRoutineCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_image_set_from_icon_name (self->badge, "stn-doctor-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self), "routine");
  gtk_label_set_label (self->tier, stn_wording_flag_tier (STN_FLAG_TIER_ROUTINE));
  gtk_label_set_label (self->title, stn_wording_card_title ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  stn_wording_card_title (), -1);
}
