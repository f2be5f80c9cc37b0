/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-episode-more.h"

#include "pages/stn-answer-chips.h"
#include "widgets/stn-note-entry.h"
#include "widgets/stn-value-entry.h"
#include "widgets/stn-wrap-layout.h"

struct _StnEpisodeMore {
  AdwBin parent_instance;

  StnValueEntry *start;
  StnChipGroup *by_day;
  StnChipGroup *arms;
  StnChipGroup *distress;
  StnNoteEntry *note;
};

G_DEFINE_FINAL_TYPE (StnEpisodeMore, stn_episode_more, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
changed_cb (StnEpisodeMore *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stn_episode_more_class_init (StnEpisodeMoreClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STN_TYPE_CHIP_GROUP);
  g_type_ensure (STN_TYPE_NOTE_ENTRY);
  g_type_ensure (STN_TYPE_VALUE_ENTRY);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-episode-more.ui");
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeMore, start);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeMore, by_day);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeMore, arms);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeMore, distress);
  gtk_widget_class_bind_template_child (widget_class, StnEpisodeMore, note);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
stn_episode_more_init (StnEpisodeMore *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
stn_episode_more_show (StnEpisodeMore *self, const StnEpisode *episode)
{
  g_return_if_fail (STN_IS_EPISODE_MORE (self));

  stn_value_entry_set_value (self->start, episode->start_min);
  stn_answer_chips_set_answer (self->by_day, episode->by_day);
  stn_answer_chips_set_answer (self->arms, episode->arms_or_hands);
  stn_answer_chips_set_number (self->distress, 0, episode->distress);
  stn_note_entry_set_text (self->note, episode->note);
}

void
stn_episode_more_read (StnEpisodeMore *self, StnEpisode *episode)
{
  g_return_if_fail (STN_IS_EPISODE_MORE (self));

  stn_value_entry_get_value (self->start, &episode->start_min);
  episode->by_day = stn_answer_chips_get_answer (self->by_day);
  episode->arms_or_hands = stn_answer_chips_get_answer (self->arms);
  episode->distress = stn_answer_chips_get_number (self->distress, 0);
  g_free (episode->note);
  episode->note = stn_note_entry_get_text (self->note);
}

gboolean
stn_episode_more_check (StnEpisodeMore *self)
{
  g_return_val_if_fail (STN_IS_EPISODE_MORE (self), FALSE);

  if (stn_value_entry_check (self->start))
    return TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self->start));
  return FALSE;
}
