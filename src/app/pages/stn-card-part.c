/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-card-part.h"

#include "widgets/stn-pair-layout.h"
#include "widgets/stn-wrap-layout.h"

struct _StnCardPart {
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *tag;
  GtkLabel *text;
  GtkLabel *sources;
  GtkLabel *ask;
  GtkWidget *action;
};

G_DEFINE_FINAL_TYPE (StnCardPart, stn_card_part, ADW_TYPE_BIN)

enum { ACTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
clicked_cb (StnCardPart *self)
{
  gtk_widget_set_visible (self->action, FALSE);
  g_signal_emit (self, signals[ACTED], 0);
}

static void
stn_card_part_class_init (StnCardPartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ACTED] = g_signal_new ("acted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stillnight/Stillnight/stn-card-part.ui");
  gtk_widget_class_bind_template_child (widget_class, StnCardPart, icon);
  gtk_widget_class_bind_template_child (widget_class, StnCardPart, title);
  gtk_widget_class_bind_template_child (widget_class, StnCardPart, tag);
  gtk_widget_class_bind_template_child (widget_class, StnCardPart, text);
  gtk_widget_class_bind_template_child (widget_class, StnCardPart, sources);
  gtk_widget_class_bind_template_child (widget_class, StnCardPart, ask);
  gtk_widget_class_bind_template_child (widget_class, StnCardPart, action);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
stn_card_part_init (StnCardPart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static const char *
icon_of (const StnKnownTrigger *known)
{
  switch (known->kind) {
  case STN_KNOWN_DAY:
    return g_str_equal (known->slug, "fluids") ? "stn-glass-symbolic" : "stn-factors-symbolic";
  case STN_KNOWN_MEDICINE:
    return "stn-pill-symbolic";
  case STN_KNOWN_CONDITION:
    return "stn-doctor-symbolic";
  }
  g_return_val_if_reached (NULL);
}

GtkWidget *
stn_card_part_new_known (const StnKnownTrigger *known, const StnKnownTriggerText *text)
{
  StnCardPart *self = g_object_new (STN_TYPE_CARD_PART, NULL);
  g_autofree char *title = stn_wording_known_title (text);

  gtk_image_set_from_icon_name (self->icon, icon_of (known));
  show_text (self->title, title);
  show_text (self->tag, text->grade);
  show_text (self->text, text->evidence);
  show_text (self->sources, text->sources);
  show_text (self->ask, text->ask);
  return GTK_WIDGET (self);
}

static const char *
icon_of_saying (StnSayingKind kind)
{
  switch (kind) {
  case STN_SAYING_TONIGHT:
    return "stn-bed-symbolic";
  case STN_SAYING_BY_DAY:
    return "weather-clear-symbolic";
  case STN_SAYING_RELIEF:
    return "stn-bolt-symbolic";
  }
  g_return_val_if_reached (NULL);
}

GtkWidget *
stn_card_part_new_saying (const StnSayingText *text)
{
  StnCardPart *self = g_object_new (STN_TYPE_CARD_PART, NULL);

  gtk_image_set_from_icon_name (self->icon, icon_of_saying (text->kind));
  show_text (self->title, text->heading);
  show_text (self->tag, NULL);
  show_text (self->text, text->text);
  show_text (self->sources, NULL);
  show_text (self->ask, NULL);
  return GTK_WIDGET (self);
}

void
stn_card_part_offer (StnCardPart *self, const char *label)
{
  g_return_if_fail (STN_IS_CARD_PART (self));

  gtk_button_set_label (GTK_BUTTON (self->action), label);
  gtk_widget_set_visible (self->action, TRUE);
}
