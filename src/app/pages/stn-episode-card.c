/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-episode-card.h"

#include <glib/gi18n.h>

#include "pages/stn-answer-chips.h"
#include "pages/stn-episode-more.h"
#include "pages/stn-relief-form.h"
#include "widgets/stn-columns-layout.h"
#include "widgets/stn-duration-entry.h"
#include "widgets/stn-focus-child.h"
#include "widgets/stn-leg-picture.h"
#include "widgets/stn-pair-layout.h"
#include "widgets/stn-value-entry.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording.h"

struct _StnEpisodeCard {
  AdwBin parent_instance;

  StnEpisode *episode; /* as given; what is asked is read from the widgets */
  gboolean is_updating;
  gboolean is_removed;

  GtkWidget *asked; /* what is seen of a cramp that was not taken back */
  GtkWidget *removed;
  GtkLabel *removed_text;
  GtkWidget *undo;
  GtkLabel *title;
  GtkLabel *summary;
  GtkWidget *fold;
  GtkWidget *remove;
  GtkRevealer *questions;
  StnLegPicture *legs;
  StnChipGroup *side;
  StnChipGroup *site;
  StnChipGroup *duration;
  GtkWidget *so_far;
  StnDurationEntry *exact_duration;
  StnChipGroup *severity;
  StnReliefForm *relief;
  StnChipGroup *woke;
  StnChipGroup *sore;
  StnValueEntry *sore_hours;
  GtkExpander *more_row;
  StnEpisodeMore *more;
};

G_DEFINE_FINAL_TYPE (StnEpisodeCard, stn_episode_card, ADW_TYPE_BIN)

enum { CHANGED, REMOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The chips of "How long?", in their order. */
static const int duration_chips_s[] = {60, 120, 180, 300, 600};
#define CHIP_EXACT G_N_ELEMENTS (duration_chips_s)
#define CHIP_ONGOING (CHIP_EXACT + 1)

/* The chips of "Sore afterwards?", in their order. */
static const int sore_chips_h[] = {0, 1, 12};
#define CHIP_LONGER G_N_ELEMENTS (sore_chips_h)

static guint
chip_of_duration (const StnEpisode *episode)
{
  if (episode->ongoing == STN_ANSWER_YES)
    return CHIP_ONGOING;
  if (!episode->duration_s.known)
    return GTK_INVALID_LIST_POSITION;
  for (guint i = 0; i < G_N_ELEMENTS (duration_chips_s); i++)
    if (episode->duration_s.value == duration_chips_s[i])
      return i;
  return CHIP_EXACT;
}

/* How long it goes on so far is asked, too: ten minutes and more are a reason to phone. */
static gboolean
has_exact_duration (StnEpisodeCard *self)
{
  guint chip = stn_chip_group_get_selected (self->duration);

  return chip == CHIP_EXACT || chip == CHIP_ONGOING;
}

static void
read_duration (StnEpisodeCard *self, StnEpisode *episode)
{
  guint chip = stn_chip_group_get_selected (self->duration);

  if (chip < CHIP_EXACT)
    episode->duration_s = STN_KNOWN_INT (duration_chips_s[chip]);
  else if (chip <= CHIP_ONGOING)
    episode->duration_s = stn_duration_entry_get_seconds (self->exact_duration);
  else
    episode->duration_s = STN_UNKNOWN_INT;
  if (chip == CHIP_ONGOING)
    episode->ongoing = STN_ANSWER_YES;
  else if (episode->ongoing == STN_ANSWER_YES)
    episode->ongoing = STN_ANSWER_UNKNOWN;
}

static guint
chip_of_soreness (StnOptReal hours)
{
  if (!hours.known)
    return GTK_INVALID_LIST_POSITION;
  for (guint i = 0; i < G_N_ELEMENTS (sore_chips_h); i++)
    if (hours.value == sore_chips_h[i])
      return i;
  return CHIP_LONGER;
}

static StnOptInt
whole_hours (StnOptReal hours)
{
  return hours.known ? STN_KNOWN_INT ((int) hours.value) : STN_UNKNOWN_INT;
}

static void
read_soreness (StnEpisodeCard *self, StnEpisode *episode)
{
  guint chip = stn_chip_group_get_selected (self->sore);
  StnOptInt hours = STN_UNKNOWN_INT;

  if (chip < CHIP_LONGER)
    hours = STN_KNOWN_INT (sore_chips_h[chip]);
  else if (chip == CHIP_LONGER)
    stn_value_entry_get_value (self->sore_hours, &hours);
  /* Two hours and a half, from another program, are not made two. */
  if (chip == CHIP_LONGER && stn_opt_int_equal (hours, whole_hours (episode->soreness_h)))
    return;
  episode->soreness_h = hours.known ? STN_KNOWN_REAL (hours.value) : STN_UNKNOWN_REAL;
}

/* "Right calf, 3 min, 6 of 10": what is left of a folded card. */
static char *
summarize (const StnEpisode *episode)
{
  g_autofree char *place = stn_wording_episode_title (episode);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (stn_episode_is_unknown (episode))
    return g_strdup (_ ("No details yet"));
  g_strv_builder_add (parts, place);
  if (episode->ongoing == STN_ANSWER_YES) {
    g_strv_builder_add (parts, _ ("still going"));
  } else if (episode->duration_s.known) {
    g_autofree char *duration = stn_wording_duration (episode->duration_s.value);

    g_strv_builder_add (parts, duration);
  }
  if (episode->severity.known) {
    g_autofree char *severity = stn_wording_severity (episode->severity.value);

    g_strv_builder_add (parts, severity);
  }
  list = g_strv_builder_end (parts);
  return g_strjoinv (", ", list);
}

static void
show_summary (StnEpisodeCard *self)
{
  g_autoptr (StnEpisode) episode = stn_episode_card_get_episode (self);
  g_autofree char *text = summarize (episode);
  /* Translators: %s is a cramp in a few words: "right calf, 3 min, 6 of 10". */
  g_autofree char *removed = g_strdup_printf (_ ("Removed: %s"), text);

  gtk_label_set_text (self->summary, text);
  gtk_label_set_text (self->removed_text, removed);
}

static void
show_exact (StnEpisodeCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->exact_duration), has_exact_duration (self));
  gtk_widget_set_visible (self->so_far,
                          stn_chip_group_get_selected (self->duration) == CHIP_ONGOING);
  gtk_widget_set_visible (GTK_WIDGET (self->sore_hours),
                          stn_chip_group_get_selected (self->sore) == CHIP_LONGER);
}

static void
changed_cb (StnEpisodeCard *self)
{
  if (self->is_updating)
    return;
  show_exact (self);
  show_summary (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Picture and chips are two views of one value. */
static void
legs_changed_cb (StnEpisodeCard *self)
{
  stn_answer_chips_set_word (self->side, (int) stn_leg_picture_get_side (self->legs));
  stn_answer_chips_set_word (self->site, (int) stn_leg_picture_get_site (self->legs));
  changed_cb (self);
}

static void
show_place (StnEpisodeCard *self)
{
  stn_leg_picture_set_place (self->legs, (StnSide) stn_answer_chips_get_word (self->side),
                             (StnSite) stn_answer_chips_get_word (self->site));
}

static void
place_changed_cb (StnEpisodeCard *self)
{
  show_place (self);
  changed_cb (self);
}

static void
duration_changed_cb (StnEpisodeCard *self)
{
  changed_cb (self);
  if (stn_chip_group_get_selected (self->duration) == CHIP_EXACT)
    gtk_widget_grab_focus (GTK_WIDGET (self->exact_duration));
}

static void
sore_changed_cb (StnEpisodeCard *self)
{
  changed_cb (self);
  if (stn_chip_group_get_selected (self->sore) == CHIP_LONGER)
    gtk_widget_grab_focus (GTK_WIDGET (self->sore_hours));
}

static void
set_removed (StnEpisodeCard *self, gboolean is_removed)
{
  self->is_removed = is_removed;
  gtk_widget_set_visible (self->asked, !is_removed);
  gtk_widget_set_visible (self->removed, is_removed);
  gtk_widget_grab_focus (is_removed ? self->undo : GTK_WIDGET (self->side));
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
remove_cb (StnEpisodeCard *self)
{
  set_removed (self, TRUE);
}

static void
undo_cb (StnEpisodeCard *self)
{
  set_removed (self, FALSE);
}

static void
fold_cb (StnEpisodeCard *self)
{
  stn_episode_card_set_open (self, !gtk_revealer_get_reveal_child (self->questions));
}

static void
show_episode (StnEpisodeCard *self)
{
  const StnEpisode *episode = self->episode;

  self->is_updating = TRUE;
  stn_answer_chips_set_word (self->side, (int) episode->side);
  stn_answer_chips_set_word (self->site, (int) episode->site);
  show_place (self);
  stn_chip_group_set_selected (self->duration, chip_of_duration (episode));
  stn_duration_entry_set_seconds (self->exact_duration, episode->duration_s);
  stn_answer_chips_set_number (self->severity, 0, episode->severity);
  stn_relief_form_show (self->relief, episode);
  stn_answer_chips_set_answer (self->woke, episode->woke);
  stn_chip_group_set_selected (self->sore, chip_of_soreness (episode->soreness_h));
  stn_value_entry_set_value (self->sore_hours, whole_hours (episode->soreness_h));
  stn_episode_more_show (self->more, episode);
  self->is_updating = FALSE;
  show_exact (self);
  show_summary (self);
}

static gboolean
stn_episode_card_grab_focus (GtkWidget *widget)
{
  StnEpisodeCard *self = STN_EPISODE_CARD (widget);

  if (self->is_removed)
    return gtk_widget_grab_focus (self->undo);
  return gtk_widget_grab_focus (
    gtk_revealer_get_reveal_child (self->questions) ? GTK_WIDGET (self->side) : self->fold);
}

static void
stn_episode_card_finalize (GObject *object)
{
  stn_episode_free (STN_EPISODE_CARD (object)->episode);

  G_OBJECT_CLASS (stn_episode_card_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (STN_TYPE_CHIP_GROUP);
  g_type_ensure (STN_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (STN_TYPE_DURATION_ENTRY);
  g_type_ensure (STN_TYPE_EPISODE_MORE);
  g_type_ensure (STN_TYPE_LEG_PICTURE);
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  g_type_ensure (STN_TYPE_RELIEF_FORM);
  g_type_ensure (STN_TYPE_VALUE_ENTRY);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-episode-card.ui");
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, asked);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, removed);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, removed_text);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, undo);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, title);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, summary);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, fold);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, remove);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, questions);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, legs);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, side);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, site);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, duration);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, so_far);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, exact_duration);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, severity);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, relief);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, woke);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, sore);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, sore_hours);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, more_row);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, more);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, legs_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, duration_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sore_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
}

static void
stn_episode_card_class_init (StnEpisodeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stn_episode_card_finalize;
  widget_class->focus = stn_focus_child;
  widget_class->grab_focus = stn_episode_card_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
}

/* The words of the two lists are those of every other page. */
static void
fill_words (StnEpisodeCard *self)
{
  g_autoptr (GtkStringList) sides = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) sites = gtk_string_list_new (NULL);

  for (int side = STN_SIDE_LEFT; side <= STN_SIDE_BOTH; side++)
    gtk_string_list_append (sides, stn_wording_side ((StnSide) side));
  for (int site = STN_SITE_CALF; site <= STN_SITE_OTHER; site++)
    gtk_string_list_append (sites, stn_wording_site ((StnSite) site));
  g_object_set (self->side, "model", sides, NULL);
  g_object_set (self->site, "model", sites, NULL);
}

static void
stn_episode_card_init (StnEpisodeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_words (self);
}

GtkWidget *
stn_episode_card_new (const StnEpisode *episode)
{
  StnEpisodeCard *self = g_object_new (STN_TYPE_EPISODE_CARD, NULL);

  self->episode = stn_episode_copy (episode);
  show_episode (self);
  stn_episode_card_set_open (self, TRUE);
  return GTK_WIDGET (self);
}

void
stn_episode_card_set_number (StnEpisodeCard *self, guint number, gboolean is_only)
{
  g_autofree char *title = NULL;
  g_autofree char *remove = NULL;

  g_return_if_fail (STN_IS_EPISODE_CARD (self));

  /* Translators: %u numbers the cramps of a night. */
  title = g_strdup_printf (_ ("Cramp %u"), number);
  remove = g_strdup_printf (_ ("Remove cramp %u"), number);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (self->fold, !is_only);
  gtk_widget_set_tooltip_text (self->remove, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  remove, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
stn_episode_card_set_open (StnEpisodeCard *self, gboolean is_open)
{
  const char *name = is_open ? _ ("Fold") : _ ("Show all questions");

  g_return_if_fail (STN_IS_EPISODE_CARD (self));

  gtk_revealer_set_reveal_child (self->questions, is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), !is_open);
  gtk_button_set_icon_name (GTK_BUTTON (self->fold),
                            is_open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_widget_set_tooltip_text (self->fold, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_STATE_EXPANDED, is_open,
                               -1);
}

gboolean
stn_episode_card_is_open (StnEpisodeCard *self)
{
  g_return_val_if_fail (STN_IS_EPISODE_CARD (self), FALSE);

  return gtk_revealer_get_reveal_child (self->questions);
}

gboolean
stn_episode_card_is_removed (StnEpisodeCard *self)
{
  g_return_val_if_fail (STN_IS_EPISODE_CARD (self), FALSE);

  return self->is_removed;
}

void
stn_episode_card_answer_eased (StnEpisodeCard *self, StnAnswer answer)
{
  g_return_if_fail (STN_IS_EPISODE_CARD (self));

  stn_relief_form_answer_eased (self->relief, answer);
}

StnEpisode *
stn_episode_card_get_episode (StnEpisodeCard *self)
{
  StnEpisode *episode;

  g_return_val_if_fail (STN_IS_EPISODE_CARD (self), NULL);

  episode = stn_episode_copy (self->episode);
  episode->side = (StnSide) stn_answer_chips_get_word (self->side);
  episode->site = (StnSite) stn_answer_chips_get_word (self->site);
  episode->severity = stn_answer_chips_get_number (self->severity, 0);
  episode->woke = stn_answer_chips_get_answer (self->woke);
  read_duration (self, episode);
  read_soreness (self, episode);
  stn_relief_form_read (self->relief, episode);
  stn_episode_more_read (self->more, episode);
  return episode;
}

gboolean
stn_episode_card_check (StnEpisodeCard *self)
{
  gboolean has_hours;

  g_return_val_if_fail (STN_IS_EPISODE_CARD (self), FALSE);

  has_hours = stn_chip_group_get_selected (self->sore) == CHIP_LONGER;
  if (self->is_removed)
    return TRUE;
  if (has_exact_duration (self) && !stn_duration_entry_check (self->exact_duration)) {
    stn_episode_card_set_open (self, TRUE);
    gtk_widget_grab_focus (GTK_WIDGET (self->exact_duration));
    return FALSE;
  }
  if (has_hours && !stn_value_entry_check (self->sore_hours)) {
    stn_episode_card_set_open (self, TRUE);
    gtk_widget_grab_focus (GTK_WIDGET (self->sore_hours));
    return FALSE;
  }
  if (stn_episode_more_check (self->more))
    return TRUE;
  stn_episode_card_set_open (self, TRUE);
  gtk_expander_set_expanded (self->more_row, TRUE);
  return stn_episode_more_check (self->more);
}
