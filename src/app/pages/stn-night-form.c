/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-night-form.h"

#include <glib/gi18n.h>

#include "pages/stn-episode-card.h"
#include "pages/stn-sleep-form.h"
#include "widgets/stn-chip-group.h"
#include "widgets/stn-focus-child.h"
#include "widgets/stn-glyph.h"
#include "widgets/stn-inner-names.h"
#include "widgets/stn-note-entry.h"
#include "widgets/stn-pair-layout.h"
#include "wording/stn-wording.h"

struct _StnNightForm {
  AdwBin parent_instance;

  StnNight *shown;
  StnDate today;
  gboolean is_filling;

  StnGlyph *glyph;
  GtkLabel *title;
  GtkLabel *subtitle;
  StnChipGroup *outcome;
  GtkWidget *cramps;
  GtkWidget *cards;
  GtkWidget *add_another;
  AdwExpanderRow *sleep_row;
  StnSleepForm *sleep;
  AdwExpanderRow *note_row;
  StnNoteEntry *note;
};

G_DEFINE_FINAL_TYPE (StnNightForm, stn_night_form, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The chips of "How was the night?". */
enum { OUTCOME_NO_CRAMPS, OUTCOME_CRAMPS };

static gboolean
has_cramps (StnNightForm *self)
{
  return stn_chip_group_get_selected (self->outcome) == OUTCOME_CRAMPS;
}

/* The next cramp after @card, the first for NULL; those that were removed are passed over. */
static StnEpisodeCard *
next_card (StnNightForm *self, StnEpisodeCard *card)
{
  GtkWidget *widget = card != NULL ? gtk_widget_get_next_sibling (GTK_WIDGET (card))
                                   : gtk_widget_get_first_child (self->cards);

  while (widget != NULL && stn_episode_card_is_removed (STN_EPISODE_CARD (widget)))
    widget = gtk_widget_get_next_sibling (widget);
  return widget != NULL ? STN_EPISODE_CARD (widget) : NULL;
}

static guint
count_cramps (StnNightForm *self)
{
  guint n = 0;

  for (StnEpisodeCard *card = next_card (self, NULL); card != NULL; card = next_card (self, card))
    n++;
  return n;
}

static void
number_cards (StnNightForm *self)
{
  guint n = count_cramps (self);
  guint i = 0;

  for (StnEpisodeCard *card = next_card (self, NULL); card != NULL; card = next_card (self, card))
    stn_episode_card_set_number (card, ++i, n == 1);
}

static void
show_heading (StnNightForm *self)
{
  gboolean is_last = stn_date_days_between (self->shown->key, self->today) == 1;
  g_autofree char *night = stn_wording_night (self->shown->key, self->today);
  StnNightState state = STN_NIGHT_NOT_RECORDED;
  const char *title = is_last ? _ ("Last night") : _ ("Not recorded yet");

  switch (stn_chip_group_get_selected (self->outcome)) {
  case OUTCOME_NO_CRAMPS:
    state = STN_NIGHT_NO_CRAMPS;
    title = is_last ? _ ("No cramps last night") : _ ("No cramps");
    break;
  case OUTCOME_CRAMPS:
    state = STN_NIGHT_CRAMPS;
    title = is_last ? _ ("Cramps last night") : _ ("Cramps");
    break;
  }
  stn_glyph_set_night (self->glyph, state, count_cramps (self));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, night);
  gtk_widget_set_visible (self->cramps, has_cramps (self));
}

/* What a folded row says: what follows from the times, else the times. */
static char *
describe_sleep (const StnNight *night)
{
  const StnSleep *sleep = &night->sleep;
  g_autofree char *line = stn_wording_sleep (night);
  g_autofree char *into_bed = NULL;

  if (stn_sleep_is_unknown (sleep))
    return g_strdup (_ ("Bed and wake times, quality"));
  if (line != NULL)
    return g_steal_pointer (&line);
  if (!sleep->into_bed_min.known)
    return g_strdup (_ ("Something is written"));
  into_bed = stn_wording_time (sleep->into_bed_min.value);
  /* Translators: %s is the time of going to bed. */
  return g_strdup_printf (_ ("Into bed at %s"), into_bed);
}

static void
show_rows (StnNightForm *self)
{
  g_autoptr (StnNight) night = stn_night_copy (self->shown);
  g_autofree char *note = stn_note_entry_get_text (self->note);
  g_autofree char *sleep_text = NULL;
  g_autofree char *note_text = NULL;
  char *end;

  stn_sleep_form_read (self->sleep, &night->sleep);
  sleep_text = describe_sleep (night);
  adw_expander_row_set_subtitle (self->sleep_row, sleep_text);
  if (note == NULL) {
    adw_expander_row_set_subtitle (self->note_row, _ ("Nothing written"));
    return;
  }
  end = strchr (note, '\n');
  if (end != NULL)
    *end = '\0';
  note_text = g_markup_escape_text (note, -1);
  adw_expander_row_set_subtitle (self->note_row, note_text);
}

static void
changed_cb (StnNightForm *self)
{
  if (self->is_filling || self->shown == NULL)
    return;
  show_heading (self);
  show_rows (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The last cramp that is removed leaves the night without an answer, and comes back with it. */
static void
card_removed_cb (StnNightForm *self)
{
  guint n = count_cramps (self);

  number_cards (self);
  stn_chip_group_set_selected (self->outcome, n > 0 ? OUTCOME_CRAMPS : GTK_INVALID_LIST_POSITION);
  changed_cb (self);
  /* The line with "Undo" stays where the cramp was. */
  gtk_widget_set_visible (self->cramps, TRUE);
  gtk_widget_set_visible (self->add_another, n > 0);
}

static StnEpisodeCard *
add_card (StnNightForm *self, const StnEpisode *episode)
{
  GtkWidget *card = stn_episode_card_new (episode);

  g_signal_connect_object (card, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "removed", G_CALLBACK (card_removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->cards), card);
  number_cards (self);
  return STN_EPISODE_CARD (card);
}

/* A finished cramp folds to one line. */
static StnEpisodeCard *
add_empty_card (StnNightForm *self)
{
  g_autoptr (StnEpisode) episode = stn_episode_new ();

  for (StnEpisodeCard *card = next_card (self, NULL); card != NULL; card = next_card (self, card))
    stn_episode_card_set_open (card, FALSE);
  gtk_widget_set_visible (self->add_another, TRUE);
  return add_card (self, episode);
}

static void
add_another_cb (StnNightForm *self)
{
  StnEpisodeCard *card = add_empty_card (self);

  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (card));
}

static void
outcome_changed_cb (StnNightForm *self)
{
  if (has_cramps (self) && next_card (self, NULL) == NULL)
    add_empty_card (self);
  changed_cb (self);
}

static void
show_cards (StnNightForm *self)
{
  const GPtrArray *episodes = self->shown->episodes;
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->cards), card);
  for (guint i = 0; i < episodes->len; i++)
    stn_episode_card_set_open (add_card (self, g_ptr_array_index (episodes, i)),
                               episodes->len == 1);
  gtk_widget_set_visible (self->add_another, TRUE);
}

static gboolean
stn_night_form_grab_focus (GtkWidget *widget)
{
  StnNightForm *self = STN_NIGHT_FORM (widget);
  StnEpisodeCard *card = next_card (self, NULL);

  return gtk_widget_grab_focus (has_cramps (self) && card != NULL ? GTK_WIDGET (card)
                                                                  : GTK_WIDGET (self->outcome));
}

static void
stn_night_form_finalize (GObject *object)
{
  stn_night_free (STN_NIGHT_FORM (object)->shown);

  G_OBJECT_CLASS (stn_night_form_parent_class)->finalize (object);
}

static void
stn_night_form_class_init (StnNightFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stn_night_form_finalize;
  widget_class->focus = stn_focus_child;
  widget_class->grab_focus = stn_night_form_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STN_TYPE_CHIP_GROUP);
  g_type_ensure (STN_TYPE_GLYPH);
  g_type_ensure (STN_TYPE_NOTE_ENTRY);
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  g_type_ensure (STN_TYPE_SLEEP_FORM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-night-form.ui");
  gtk_widget_class_bind_template_child (widget_class, StnNightForm, glyph);
  gtk_widget_class_bind_template_child (widget_class, StnNightForm, title);
  gtk_widget_class_bind_template_child (widget_class, StnNightForm, subtitle);
  gtk_widget_class_bind_template_child (widget_class, StnNightForm, outcome);
  gtk_widget_class_bind_template_child (widget_class, StnNightForm, cramps);
  gtk_widget_class_bind_template_child (widget_class, StnNightForm, cards);
  gtk_widget_class_bind_template_child (widget_class, StnNightForm, add_another);
  gtk_widget_class_bind_template_child (widget_class, StnNightForm, sleep_row);
  gtk_widget_class_bind_template_child (widget_class, StnNightForm, sleep);
  gtk_widget_class_bind_template_child (widget_class, StnNightForm, note_row);
  gtk_widget_class_bind_template_child (widget_class, StnNightForm, note);
  gtk_widget_class_bind_template_callback (widget_class, add_another_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, outcome_changed_cb);
}

/* libadwaita 1.2 leaves such a row and the two lists inside it without a name for screen readers. */
static void
name_lists (GtkWidget *widget, const char *name)
{
  if (GTK_IS_LIST_BOX (widget) || ADW_IS_EXPANDER_ROW (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_lists (child, name);
}

static void
stn_night_form_init (StnNightForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_inner_names_add (GTK_WIDGET (self));
  name_lists (GTK_WIDGET (self->sleep_row), _ ("Sleep"));
  name_lists (GTK_WIDGET (self->note_row), _ ("Note"));
}

void
stn_night_form_show (StnNightForm *self, const StnNight *night, StnDate today)
{
  guint outcome = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (STN_IS_NIGHT_FORM (self) && night != NULL);

  stn_night_free (self->shown);
  self->shown = stn_night_copy (night);
  self->today = today;
  self->is_filling = TRUE;
  show_cards (self);
  if (night->episodes->len > 0)
    outcome = OUTCOME_CRAMPS;
  else if (night->no_cramps)
    outcome = OUTCOME_NO_CRAMPS;
  stn_chip_group_set_selected (self->outcome, outcome);
  stn_sleep_form_show (self->sleep, &night->sleep);
  stn_note_entry_set_text (self->note, night->note);
  adw_expander_row_set_expanded (self->sleep_row, FALSE);
  adw_expander_row_set_expanded (self->note_row, FALSE);
  self->is_filling = FALSE;
  show_heading (self);
  show_rows (self);
}

void
stn_night_form_begin (StnNightForm *self, StnNightPart part)
{
  g_return_if_fail (STN_IS_NIGHT_FORM (self) && self->shown != NULL);

  switch (part) {
  case STN_NIGHT_PART_ALL:
    break;
  case STN_NIGHT_PART_CRAMPS:
    if (!has_cramps (self)) {
      stn_chip_group_set_selected (self->outcome, OUTCOME_CRAMPS);
      outcome_changed_cb (self);
    }
    break;
  case STN_NIGHT_PART_SLEEP:
    adw_expander_row_set_expanded (self->sleep_row, TRUE);
    gtk_widget_child_focus (GTK_WIDGET (self->sleep), GTK_DIR_TAB_FORWARD);
    return;
  }
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

StnNight *
stn_night_form_read (StnNightForm *self)
{
  StnNight *night;

  g_return_val_if_fail (STN_IS_NIGHT_FORM (self) && self->shown != NULL, NULL);

  night = stn_night_copy (self->shown);
  g_ptr_array_set_size (night->episodes, 0);
  night->no_cramps = stn_chip_group_get_selected (self->outcome) == OUTCOME_NO_CRAMPS;
  for (StnEpisodeCard *card = next_card (self, NULL); card != NULL && has_cramps (self);
       card = next_card (self, card))
    g_ptr_array_add (night->episodes, stn_episode_card_get_episode (card));
  stn_sleep_form_read (self->sleep, &night->sleep);
  g_free (night->note);
  night->note = stn_note_entry_get_text (self->note);
  return night;
}

void
stn_night_form_answer_eased (StnNightForm *self, guint place, StnAnswer answer)
{
  StnEpisodeCard *card;

  g_return_if_fail (STN_IS_NIGHT_FORM (self));

  card = next_card (self, NULL);
  for (guint i = 0; i < place && card != NULL; i++)
    card = next_card (self, card);
  if (card != NULL)
    stn_episode_card_answer_eased (card, answer);
}

gboolean
stn_night_form_check (StnNightForm *self)
{
  g_return_val_if_fail (STN_IS_NIGHT_FORM (self), FALSE);

  for (StnEpisodeCard *card = next_card (self, NULL); card != NULL && has_cramps (self);
       card = next_card (self, card))
    if (!stn_episode_card_check (card))
      return FALSE;
  if (stn_sleep_form_check (self->sleep))
    return TRUE;
  adw_expander_row_set_expanded (self->sleep_row, TRUE);
  return stn_sleep_form_check (self->sleep);
}
