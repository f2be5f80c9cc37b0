/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-clash-card.h"

#include <glib/gi18n.h>

#include "widgets/stn-focus-child.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording.h"

struct _StnClashCard {
  AdwBin parent_instance;

  GtkWidget *mine_lines;
  GtkWidget *their_lines;
  GtkWidget *both;
  GtkWidget *mine;
};

G_DEFINE_FINAL_TYPE (StnClashCard, stn_clash_card, ADW_TYPE_BIN)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
both_cb (StnClashCard *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, STN_CLASH_BOTH);
}

static void
mine_cb (StnClashCard *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, STN_CLASH_MINE);
}

static void
theirs_cb (StnClashCard *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, STN_CLASH_THEIRS);
}

static void
add_line (GtkWidget *lines, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (lines), label);
}

/* "Right calf, 3 min, 6 of 10": enough to tell two descriptions apart. */
static void
add_episode (GtkWidget *lines, const StnEpisode *episode)
{
  g_autofree char *title = stn_wording_episode_title (episode);
  g_autofree char *details = stn_wording_episode_details (episode);
  g_autofree char *severity =
    episode->severity.known ? stn_wording_severity (episode->severity.value) : NULL;
  const char *parts[4] = {title};
  guint n = 1;
  g_autofree char *line = NULL;

  if (severity != NULL)
    parts[n++] = severity;
  if (*details != '\0')
    parts[n++] = details;
  line = g_strjoinv (" · ", (char **) parts);
  add_line (lines, line);
}

static void
add_cramps (GtkWidget *lines, const StnNight *night)
{
  if (night->episodes->len == 0)
    add_line (lines, stn_wording_state (stn_night_get_state (night)));
  for (guint i = 0; i < night->episodes->len; i++)
    add_episode (lines, g_ptr_array_index (night->episodes, i));
}

static void
add_sleep (GtkWidget *lines, const StnSleep *sleep)
{
  const struct {
    const char *name;
    StnOptInt minute;
  } times[] = {
    {_ ("Into bed"), sleep->into_bed_min},
    {_ ("Tried to sleep"), sleep->tried_min},
    {_ ("Woke up at last"), sleep->final_wake_min},
    {_ ("Out of bed"), sleep->out_of_bed_min},
  };
  const struct {
    const char *name;
    StnOptInt number;
  } numbers[] = {
    {_ ("Took to fall asleep"), sleep->asleep_min},
    {_ ("Times awake"), sleep->awakenings},
    {_ ("Awake in all"), sleep->awake_min},
    {_ ("How well did you sleep?"), sleep->quality},
    {_ ("How rested did you feel?"), sleep->rested},
    {_ ("How tired by day?"), sleep->tired},
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    if (times[i].minute.known) {
      g_autofree char *time = stn_wording_time (times[i].minute.value);
      g_autofree char *line = g_strdup_printf ("%s: %s", times[i].name, time);

      add_line (lines, line);
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (numbers[i].number.known) {
      g_autofree char *line = g_strdup_printf ("%s: %d", numbers[i].name, numbers[i].number.value);

      add_line (lines, line);
    }
  if (stn_sleep_is_unknown (sleep))
    add_line (lines, _ ("Sleep: nothing written"));
}

static void
show_side (GtkWidget *lines, const StnNight *night, const StnNightClash *clash)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_last_child (lines)) != gtk_widget_get_first_child (lines))
    gtk_box_remove (GTK_BOX (lines), line);
  if (clash->cramps)
    add_cramps (lines, night);
  if (clash->sleep)
    add_sleep (lines, &night->sleep);
  if (clash->note)
    add_line (lines, night->note != NULL ? night->note : _ ("Note: nothing written"));
}

static gboolean
stn_clash_card_grab_focus (GtkWidget *widget)
{
  StnClashCard *self = STN_CLASH_CARD (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->both) ? self->both : self->mine);
}

static void
stn_clash_card_class_init (StnClashCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = stn_focus_child;
  widget_class->grab_focus = stn_clash_card_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-clash-card.ui");
  gtk_widget_class_bind_template_child (widget_class, StnClashCard, mine_lines);
  gtk_widget_class_bind_template_child (widget_class, StnClashCard, their_lines);
  gtk_widget_class_bind_template_child (widget_class, StnClashCard, both);
  gtk_widget_class_bind_template_child (widget_class, StnClashCard, mine);
  gtk_widget_class_bind_template_callback (widget_class, both_cb);
  gtk_widget_class_bind_template_callback (widget_class, mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, theirs_cb);
}

static void
stn_clash_card_init (StnClashCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
stn_clash_card_show (StnClashCard *self,
                     const StnNight *stored,
                     const StnNight *mine,
                     const StnNightClash *clash)
{
  g_return_if_fail (STN_IS_CLASH_CARD (self));

  show_side (self->mine_lines, mine, clash);
  show_side (self->their_lines, stored, clash);
  /* Cramps and "no cramps" cannot both hold. */
  gtk_widget_set_visible (self->both, !(clash->cramps && (mine->no_cramps || stored->no_cramps)));
}
