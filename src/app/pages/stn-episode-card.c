/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-episode-card.h"

#include <glib/gi18n.h>

#include "widgets/stn-chip-group.h"
#include "widgets/stn-pair-layout.h"
#include "wording/stn-wording.h"

struct _StnEpisodeCard {
  AdwBin parent_instance;

  StnEpisode *episode; /* as given; what is asked is read from the widgets */
  gboolean is_updating;

  GtkLabel *title;
  GtkLabel *summary;
  GtkWidget *fold;
  GtkWidget *remove;
  GtkRevealer *questions;
  StnChipGroup *side;
  StnChipGroup *site;
  StnChipGroup *duration;
  GtkWidget *exact_duration;
  GtkSpinButton *minutes;
  GtkSpinButton *seconds;
  StnChipGroup *severity;
  StnChipGroup *woke;
  StnChipGroup *eased;
};

G_DEFINE_FINAL_TYPE (StnEpisodeCard, stn_episode_card, ADW_TYPE_BIN)

enum { CHANGED, REMOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The chips of "How long?", in their order. */
static const int duration_chips_s[] = {60, 120, 180, 300, 600};
#define CHIP_EXACT G_N_ELEMENTS (duration_chips_s)
#define CHIP_ONGOING (CHIP_EXACT + 1)

/* The chips of a word list stand in the order of its enum, without "unknown". */
static guint
chip_of_word (int word)
{
  return word > 0 ? (guint) word - 1 : GTK_INVALID_LIST_POSITION;
}

static int
word_of_chip (StnChipGroup *group)
{
  guint selected = stn_chip_group_get_selected (group);

  return selected != GTK_INVALID_LIST_POSITION ? (int) selected + 1 : 0;
}

/* Yes stands before no, as in speech. */
static guint
chip_of_answer (StnAnswer answer)
{
  switch (answer) {
  case STN_ANSWER_UNKNOWN:
    return GTK_INVALID_LIST_POSITION;
  case STN_ANSWER_YES:
    return 0;
  case STN_ANSWER_NO:
    return 1;
  }
  return GTK_INVALID_LIST_POSITION;
}

static StnAnswer
answer_of_chip (StnChipGroup *group)
{
  guint selected = stn_chip_group_get_selected (group);

  if (selected == GTK_INVALID_LIST_POSITION)
    return STN_ANSWER_UNKNOWN;
  return selected == 0 ? STN_ANSWER_YES : STN_ANSWER_NO;
}

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

static void
read_duration (StnEpisodeCard *self, StnEpisode *episode)
{
  guint chip = stn_chip_group_get_selected (self->duration);

  episode->duration_s = STN_UNKNOWN_INT;
  if (chip < CHIP_EXACT)
    episode->duration_s = STN_KNOWN_INT (duration_chips_s[chip]);
  else if (chip == CHIP_EXACT)
    episode->duration_s = STN_KNOWN_INT (gtk_spin_button_get_value_as_int (self->minutes) * 60 +
                                         gtk_spin_button_get_value_as_int (self->seconds));
  if (chip == CHIP_ONGOING)
    episode->ongoing = STN_ANSWER_YES;
  else if (episode->ongoing == STN_ANSWER_YES)
    episode->ongoing = STN_ANSWER_UNKNOWN;
}

/* "Right calf, 3 min, 6 of 10": what is left of a folded card. */
static void
show_summary (StnEpisodeCard *self)
{
  g_autoptr (StnEpisode) episode = stn_episode_card_get_episode (self);
  g_autofree char *title = stn_wording_episode_title (episode);
  g_autofree char *details = stn_wording_episode_details (episode);
  g_autofree char *severity =
    episode->severity.known ? stn_wording_severity (episode->severity.value) : g_strdup ("");
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *text = NULL;

  g_strv_builder_add (parts, title);
  if (*severity != '\0')
    g_strv_builder_add (parts, severity);
  if (*details != '\0')
    g_strv_builder_add (parts, details);
  list = g_strv_builder_end (parts);
  text = g_strjoinv (" · ", list);
  gtk_label_set_text (self->summary,
                      stn_episode_is_unknown (episode) ? _ ("No details yet") : text);
}

static void
show_exact (StnEpisodeCard *self)
{
  gtk_widget_set_visible (self->exact_duration,
                          stn_chip_group_get_selected (self->duration) == CHIP_EXACT);
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

static void
duration_changed_cb (StnEpisodeCard *self)
{
  changed_cb (self);
  if (stn_chip_group_get_selected (self->duration) == CHIP_EXACT)
    gtk_widget_grab_focus (GTK_WIDGET (self->minutes));
}

static void
remove_cb (StnEpisodeCard *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
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
  int seconds = episode->duration_s.known ? episode->duration_s.value : 15 * 60;

  self->is_updating = TRUE;
  stn_chip_group_set_selected (self->side, chip_of_word ((int) episode->side));
  stn_chip_group_set_selected (self->site, chip_of_word ((int) episode->site));
  stn_chip_group_set_selected (self->duration, chip_of_duration (episode));
  gtk_spin_button_set_value (self->minutes, seconds / 60);
  gtk_spin_button_set_value (self->seconds, seconds % 60);
  stn_chip_group_set_selected (self->severity, episode->severity.known
                                                 ? (guint) episode->severity.value
                                                 : GTK_INVALID_LIST_POSITION);
  stn_chip_group_set_selected (self->woke, chip_of_answer (episode->woke));
  stn_chip_group_set_selected (self->eased, chip_of_answer (episode->eased));
  self->is_updating = FALSE;
  show_exact (self);
  show_summary (self);
}

static gboolean
stn_episode_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (STN_EPISODE_CARD (widget)->side));
}

static void
stn_episode_card_finalize (GObject *object)
{
  stn_episode_free (STN_EPISODE_CARD (object)->episode);

  G_OBJECT_CLASS (stn_episode_card_parent_class)->finalize (object);
}

static void
stn_episode_card_class_init (StnEpisodeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stn_episode_card_finalize;
  widget_class->grab_focus = stn_episode_card_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STN_TYPE_CHIP_GROUP);
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-episode-card.ui");
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, title);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, summary);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, fold);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, remove);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, questions);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, side);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, site);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, duration);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, exact_duration);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, minutes);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, seconds);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, severity);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, woke);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeCard, eased);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, duration_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
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

StnEpisode *
stn_episode_card_get_episode (StnEpisodeCard *self)
{
  StnEpisode *episode;
  guint severity;

  g_return_val_if_fail (STN_IS_EPISODE_CARD (self), NULL);

  episode = stn_episode_copy (self->episode);
  severity = stn_chip_group_get_selected (self->severity);
  episode->side = (StnSide) word_of_chip (self->side);
  episode->site = (StnSite) word_of_chip (self->site);
  episode->severity =
    severity <= STN_SEVERITY_MAX ? STN_KNOWN_INT ((int) severity) : STN_UNKNOWN_INT;
  episode->woke = answer_of_chip (self->woke);
  episode->eased = answer_of_chip (self->eased);
  read_duration (self, episode);
  return episode;
}

void
stn_episode_card_commit (StnEpisodeCard *self)
{
  g_return_if_fail (STN_IS_EPISODE_CARD (self));

  gtk_spin_button_update (self->minutes);
  gtk_spin_button_update (self->seconds);
}
