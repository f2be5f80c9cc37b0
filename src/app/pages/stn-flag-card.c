/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-flag-card.h"

#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording-flag.h"

struct _StnFlagCard {
  AdwBin parent_instance;

  char *key;
  char *spoken;

  GtkImage *badge;
  GtkLabel *tier;
  GtkLabel *title;
  GtkLabel *action;
  GtkLabel *matched;
  GtkWidget *answers;
};

G_DEFINE_FINAL_TYPE (StnFlagCard, stn_flag_card, ADW_TYPE_BIN)

enum { ANSWERED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
contacted_cb (StnFlagCard *self)
{
  g_signal_emit (self, signals[ANSWERED], 0, STN_FLAG_REPLY_CONTACTED);
}

static void
will_contact_cb (StnFlagCard *self)
{
  g_signal_emit (self, signals[ANSWERED], 0, STN_FLAG_REPLY_WILL_CONTACT);
}

static void
not_applicable_cb (StnFlagCard *self)
{
  g_signal_emit (self, signals[ANSWERED], 0, STN_FLAG_REPLY_NOT_APPLICABLE);
}

/* Screens, 3: a badge with its own icon; never a colour alone. */
static const struct {
  const char *icon;
  const char *style;
} looks[] = {
  [STN_FLAG_TIER_EMERGENCY] = {"call-start-symbolic", "emergency"},
  [STN_FLAG_TIER_RIGHT_AWAY] = {"call-start-symbolic", "right-away"},
  [STN_FLAG_TIER_DAYS] = {"x-office-calendar-symbolic", "days"},
  [STN_FLAG_TIER_ROUTINE] = {"stn-doctor-symbolic", "routine"},
  [STN_FLAG_TIER_INFORMATION] = {"dialog-information-symbolic", "information"},
};

GtkWidget *
stn_flag_card_new (const StnFlag *flag, StnDate today, gboolean is_asked)
{
  g_return_val_if_fail (flag != NULL, NULL);
  StnFlagCard *self = g_object_new (STN_TYPE_FLAG_CARD, NULL);
  const char *tier = stn_wording_flag_tier (flag->which->tier);
  g_autofree char *action = stn_wording_flag_action (flag, today);
  g_autofree char *written = stn_wording_flag_written (flag, today);
  char day[STN_DATE_TEXT_SIZE];

  self->key = g_strdup_printf ("%s/%s/%d", flag->rule->id, stn_date_to_text (flag->day, day),
                               (int) flag->which->tier);
  self->spoken = stn_wording_flag_spoken (flag, today);
  gtk_image_set_from_icon_name (self->badge, looks[flag->which->tier].icon);
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[flag->which->tier].style);
  gtk_label_set_label (self->tier, tier);
  gtk_label_set_label (self->title, stn_wording_flag_title (flag));
  gtk_label_set_label (self->action, action != NULL ? action : "");
  gtk_widget_set_visible (GTK_WIDGET (self->action), action != NULL);
  gtk_label_set_label (self->matched, written);
  gtk_widget_set_visible (self->answers, is_asked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, tier,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->spoken, -1);
  return GTK_WIDGET (self);
}

const char *
stn_flag_card_get_key (StnFlagCard *self)
{
  g_return_val_if_fail (STN_IS_FLAG_CARD (self), NULL);
  return self->key;
}

const char *
stn_flag_card_get_spoken (StnFlagCard *self)
{
  g_return_val_if_fail (STN_IS_FLAG_CARD (self), NULL);
  return self->spoken;
}

static void
stn_flag_card_finalize (GObject *object)
{
  g_free (STN_FLAG_CARD (object)->key);
  g_free (STN_FLAG_CARD (object)->spoken);

  G_OBJECT_CLASS (stn_flag_card_parent_class)->finalize (object);
}

static void
stn_flag_card_class_init (StnFlagCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stn_flag_card_finalize;
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stillnight/Stillnight/stn-flag-card.ui");
  gtk_widget_class_bind_template_child (widget_class, StnFlagCard, badge);
  gtk_widget_class_bind_template_child (widget_class, StnFlagCard, tier);
  gtk_widget_class_bind_template_child (widget_class, StnFlagCard, title);
  gtk_widget_class_bind_template_child (widget_class, StnFlagCard, action);
  gtk_widget_class_bind_template_child (widget_class, StnFlagCard, matched);
  gtk_widget_class_bind_template_child (widget_class, StnFlagCard, answers);
  gtk_widget_class_bind_template_callback (widget_class, contacted_cb);
  gtk_widget_class_bind_template_callback (widget_class, will_contact_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_applicable_cb);
}

static void
stn_flag_card_init (StnFlagCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
