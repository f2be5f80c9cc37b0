/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-today-card.h"

#include <glib/gi18n.h>

#include "diary/stn-card-reading.h"
#include "diary/stn-diary-factors.h"
#include "diary/stn-failure.h"
#include "diary/stn-tracking.h"
#include "pages/stn-card-part.h"
#include "present/stn-findings-list.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording-card.h"

struct _StnTodayCard {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnFindingsList *findings; /* from 30 recorded nights on */
  StnCardReading *reading;   /* NULL until the diary was read */

  GtkLabel *title;
  GtkWidget *tag;
  GtkImage *tag_icon;
  GtkLabel *tag_label;
  GtkLabel *lead;
  GtkBox *texts;
  GtkBox *known;
  GtkLabel *care;
  GtkWidget *separator;
  GtkBox *sayings;
  GtkLabel *calm;
  GtkWidget *ways;
  GtkWidget *onward;
  GtkWidget *copy;
};

G_DEFINE_FINAL_TYPE (StnTodayCard, stn_today_card, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* NULL is no line. */
static void
add_line (StnTodayCard *self, const char *text, gboolean is_markup)
{
  GtkWidget *label;

  if (text == NULL)
    return;
  label = g_object_new (GTK_TYPE_LABEL, "label", text, "use-markup", is_markup, "xalign", 0.0F,
                        "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_box_append (self->texts, label);
}

/* They stand in the box of the title, behind the lead: GTK 4.8 remembers of a box that was once empty that its height does not
 * depend on its width, and gives lines that wrap too little room. */
static void
show_lines (StnTodayCard *self, const StnCardText *text)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_next_sibling (GTK_WIDGET (self->lead))) != NULL)
    gtk_box_remove (self->texts, line);
  for (guint i = 0; i < text->lines->len; i++)
    add_line (self, text->lines->pdata[i], FALSE);
  if (text->finding != NULL) {
    add_line (self, text->finding->counts, TRUE);
    add_line (self, text->finding->note, FALSE);
    add_line (self, text->finding->suspected, FALSE);
  }
}

/* Colour and arrow as on the page Findings. */
static void
show_tag (StnTodayCard *self, const StnCard *card, const StnFindingText *text)
{
  StnDifference difference;
  gboolean has_tone = text != NULL && stn_finding_get_difference (card->finding, &difference);
  gboolean is_more = has_tone && difference.value > 0;

  gtk_widget_set_visible (self->tag, text != NULL);
  if (text == NULL)
    return;
  gtk_label_set_label (self->tag_label, text->tag);
  gtk_image_set_from_icon_name (self->tag_icon,
                                is_more ? "stn-more-symbolic" : "stn-fewer-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->tag_icon), has_tone);
  gtk_widget_set_css_classes (self->tag, (const char *[]){"tag",
                                                          !has_tone ? "plain"
                                                          : is_more ? "more"
                                                                    : "fewer",
                                                          NULL});
}

static gpointer
track_work (StnDiary *diary, gpointer data, GError **error)
{
  return GINT_TO_POINTER (stn_diary_track_factor (diary, data, TRUE, error));
}

static void
tracked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnTodayCard) self = STN_TODAY_CARD (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error) != NULL)
    text = g_strdup (_ ("It is asked in the evening now"));
  else
    text = stn_failure_not_saved (error);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", text, (gint64) 0);
}

static void
on_my_list_cb (StnCardPart *part, StnTodayCard *self)
{
  const char *factor = g_object_get_data (G_OBJECT (part), "factor");

  stn_diary_client_run (self->client, track_work, g_strdup (factor), g_free, NULL, NULL, tracked_cb,
                        g_object_ref (self));
}

/* What the diary does not ask yet can be put on the evening's list. */
static void
offer_list (StnTodayCard *self, GtkWidget *part, const StnSayingText *saying)
{
  const StnFactor *factor =
    saying->factor != NULL ? stn_factor_list_find (self->reading->factors, saying->factor) : NULL;

  if (factor == NULL || factor->tracked)
    return;
  g_object_set_data_full (G_OBJECT (part), "factor", g_strdup (factor->slug), g_free);
  g_signal_connect_object (part, "acted", G_CALLBACK (on_my_list_cb), self, 0);
  stn_card_part_offer (STN_CARD_PART (part), _ ("Add to My List"));
}

static void
show_parts (StnTodayCard *self, const StnCard *card, const StnCardText *text)
{
  clear_box (self->known);
  clear_box (self->sayings);
  for (guint i = 0; i < text->known->len; i++)
    gtk_box_append (self->known,
                    stn_card_part_new_known (card->known->pdata[i], text->known->pdata[i]));
  for (guint i = 0; i < text->sayings->len; i++) {
    GtkWidget *part = stn_card_part_new_saying (text->sayings->pdata[i]);

    offer_list (self, part, text->sayings->pdata[i]);
    gtk_box_append (self->sayings, part);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->known), text->known->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->sayings), text->sayings->len > 0);
  gtk_widget_set_visible (self->separator, text->known->len > 0 && text->sayings->len > 0);
}

/* Twice as large the words are wider than a phone. */
static void
let_wrap (GtkWidget *button)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  if (!GTK_IS_LABEL (label))
    return;
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
}

static void
show_onward (StnTodayCard *self, const char *label, const char *page)
{
  gtk_widget_set_visible (self->ways, label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (self->onward), label);
  let_wrap (self->onward);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->onward), "s", page);
}

/* Where there is more of it. */
static void
show_way_on (StnTodayCard *self, StnCardKind kind)
{
  gtk_widget_set_visible (self->copy, kind == STN_CARD_FORTNIGHT);
  switch (kind) {
  case STN_CARD_NONE:
  case STN_CARD_GUIDE:
    show_onward (self, NULL, NULL);
    break;
  case STN_CARD_WEEK:
    show_onward (self, _ ("What can be seen by when"), "findings");
    break;
  case STN_CARD_FORTNIGHT:
    show_onward (self, _ ("The page for the doctor"), "doctor/report");
    break;
  case STN_CARD_FINDING:
    show_onward (self, _ ("Show It"), "findings");
    break;
  case STN_CARD_OUTLOOK:
    show_onward (self, _ ("Show the findings"), "findings");
    break;
  }
}

static void
show_card (StnTodayCard *self, const StnCard *card, const StnCardText *text)
{
  gtk_label_set_text (self->title, text->title);
  show_text (self->lead, text->lead);
  gtk_widget_set_css_classes (
    GTK_WIDGET (self->lead),
    (const char *[]){card->kind == STN_CARD_GUIDE ? "dim-label" : "lead", NULL});
  show_tag (self, card, text->finding);
  show_lines (self, text);
  show_parts (self, card, text);
  show_text (self->care, text->care);
  show_text (self->calm, text->calm);
  show_way_on (self, card->kind);
}

typedef struct {
  GPtrArray *ids;
  StnDate night;
} Shown;

static void
shown_free (Shown *shown)
{
  g_ptr_array_unref (shown->ids);
  g_free (shown);
}

static gpointer
remember_work (StnDiary *diary, gpointer data, GError **error)
{
  const Shown *shown = data;

  return GINT_TO_POINTER (stn_diary_remember_card (diary, shown->ids, shown->night, error));
}

static void
remembered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error) == NULL &&
      !stn_failure_is_end (error))
    g_message ("what the card said is not remembered: %s", error->message);
}

static void
remember (StnTodayCard *self, const StnCard *card)
{
  Shown *shown = g_new0 (Shown, 1);

  shown->ids = g_ptr_array_ref (card->ids);
  shown->night = self->reading->state.last_night;
  stn_diary_client_run (self->client, remember_work, shown, (GDestroyNotify) shown_free, NULL, NULL,
                        remembered_cb, NULL);
}

/* Nobody has seen what was not on the screen. */
static void
show_reading (StnTodayCard *self)
{
  StnCardState *state = &self->reading->state;
  gboolean needs_analysis = state->recorded >= STN_CARD_NIGHTS_TO_COMPARE;
  GtkWidget *page = gtk_widget_get_parent (GTK_WIDGET (self)); /* NULL: the window is closed */
  g_autoptr (StnCard) card = NULL;
  g_autoptr (StnCardText) text = NULL;

  stn_findings_list_set_active (self->findings,
                                needs_analysis && page != NULL && gtk_widget_get_mapped (page));
  state->analysis = needs_analysis ? stn_findings_list_get_analysis (self->findings) : NULL;
  if (needs_analysis && state->analysis == NULL &&
      stn_findings_list_get_error (self->findings) == NULL)
    return;
  card = stn_card_decide (state);
  text = stn_wording_card (card, self->reading->factors, state->analysis, self->reading->today);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  if (text == NULL)
    return;
  show_card (self, card, text);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    remember (self, card);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnTodayCard) self = STN_TODAY_CARD (user_data);
  g_autoptr (GError) error = NULL;
  StnCardReading *reading = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  /* The page itself says that the diary cannot be read. */
  if (reading == NULL)
    return;
  g_clear_pointer (&self->reading, stn_card_reading_free);
  self->reading = reading;
  if (self->client != NULL)
    show_reading (self);
}

static gpointer
read_work (StnDiary *diary, gpointer data, GError **error)
{
  return stn_diary_read_card (diary, error);
}

void
stn_today_card_refresh (StnTodayCard *self, StnDate today, gboolean has_changed)
{
  g_return_if_fail (STN_IS_TODAY_CARD (self));

  if (!has_changed && self->reading != NULL && stn_date_compare (self->reading->today, today) == 0)
    show_reading (self);
  else if (self->client != NULL)
    stn_diary_client_run_after_picture (self->client, read_work, NULL, NULL,
                                        (GDestroyNotify) stn_card_reading_free, NULL, read_cb,
                                        g_object_ref (self));
}

void
stn_today_card_leave (StnTodayCard *self)
{
  g_return_if_fail (STN_IS_TODAY_CARD (self));

  if (self->findings != NULL)
    stn_findings_list_set_active (self->findings, FALSE);
}

static void
updated_cb (StnTodayCard *self)
{
  if (self->reading != NULL && !stn_findings_list_is_running (self->findings, NULL))
    show_reading (self);
}

static void
set_client (StnTodayCard *self, StnDiaryClient *client)
{
  g_clear_object (&self->findings);
  g_set_object (&self->client, client);
  if (client == NULL)
    return;
  self->findings = stn_findings_list_new (client);
  /* Ten years that were never analysed take a while, and nobody waits for the card. */
  stn_findings_list_set_patient (self->findings);
  g_signal_connect_object (self->findings, "updated", G_CALLBACK (updated_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
stn_today_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    set_client (STN_TODAY_CARD (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_today_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_value_set_object (value, STN_TODAY_CARD (object)->client);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_today_card_dispose (GObject *object)
{
  StnTodayCard *self = STN_TODAY_CARD (object);

  g_clear_object (&self->findings);
  g_clear_object (&self->client);
  g_clear_pointer (&self->reading, stn_card_reading_free);

  G_OBJECT_CLASS (stn_today_card_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StnTodayCard, title);
  gtk_widget_class_bind_template_child (widget_class, StnTodayCard, tag);
  gtk_widget_class_bind_template_child (widget_class, StnTodayCard, tag_icon);
  gtk_widget_class_bind_template_child (widget_class, StnTodayCard, tag_label);
  gtk_widget_class_bind_template_child (widget_class, StnTodayCard, lead);
  gtk_widget_class_bind_template_child (widget_class, StnTodayCard, texts);
  gtk_widget_class_bind_template_child (widget_class, StnTodayCard, known);
  gtk_widget_class_bind_template_child (widget_class, StnTodayCard, care);
  gtk_widget_class_bind_template_child (widget_class, StnTodayCard, separator);
  gtk_widget_class_bind_template_child (widget_class, StnTodayCard, sayings);
  gtk_widget_class_bind_template_child (widget_class, StnTodayCard, calm);
  gtk_widget_class_bind_template_child (widget_class, StnTodayCard, onward);
  gtk_widget_class_bind_template_child (widget_class, StnTodayCard, ways);
  gtk_widget_class_bind_template_child (widget_class, StnTodayCard, copy);
}

static void
stn_today_card_class_init (StnTodayCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_today_card_dispose;
  object_class->get_property = stn_today_card_get_property;
  object_class->set_property = stn_today_card_set_property;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-today-card.ui");
  bind_children (widget_class);
}

static void
stn_today_card_init (StnTodayCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  let_wrap (self->copy);
}
