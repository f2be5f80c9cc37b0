/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-trends-page.h"

#include <glib/gi18n.h>

#include "diary/stn-diary-factors.h"
#include "diary/stn-trends.h"
#include "pages/stn-chart-card.h"
#include "widgets/stn-focus-child.h"
#include "widgets/stn-inner-names.h"
#include "widgets/stn-leg-picture.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording-trend.h"
#include "wording/stn-wording.h"

struct _StnTrendsPage {
  AdwBin parent_instance;

  StnDiaryClient *client;
  GCancellable *running; /* of the charts under way, else NULL */
  gboolean is_stale;     /* what is shown is not what the diary says now */
  GPtrArray *slugs;      /* of the factors on offer, NULL for "none" first */
  int days;              /* of the range; 0: all */
  gboolean wants_focus;  /* as soon as there is something that can have it */
  gboolean is_filling;   /* the lists change because the diary did, not the person */

  GtkStack *content;
  AdwStatusPage *failed;
  GtkBox *charts;
  GtkDropDown *measure;
  GtkDropDown *factor;
  GtkToggleButton *compare;
  GtkWidget *places;
  GtkLabel *places_sentence;
  StnLegPicture *legs;
};

G_DEFINE_FINAL_TYPE (StnTrendsPage, stn_trends_page, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, PROP_RANGE, N_PROPS };
static GParamSpec *props[N_PROPS];

/* What the diary's thread hands over: the charts and the factors on offer. */
typedef struct {
  StnTrends *trends;
  GPtrArray *factors; /* StnFactor */
  gboolean is_empty;  /* no night of the diary has anything stored */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->trends, stn_trends_free);
  g_clear_pointer (&answer->factors, g_ptr_array_unref);
  g_free (answer);
}

static gpointer
make_work (StnDiary *diary, gpointer data, GError **error)
{
  StnTrendQuestion *question = data;
  Answer *answer = g_new0 (Answer, 1);
  StnDate first;

  if (stn_diary_get_first_night (diary, &first, error))
    answer->factors = stn_diary_list_factors (diary, error);
  answer->trends = answer->factors != NULL ? stn_trends_make (diary, question, error) : NULL;
  answer->is_empty = answer->trends != NULL && !stn_date_is_set (first);
  if (answer->trends == NULL)
    g_clear_pointer (&answer, answer_free);
  return answer;
}

static void
question_free (gpointer data)
{
  stn_trend_question_free (data);
}

/* The factors of the diary, the chosen one still chosen. */
static void
fill_factors (StnTrendsPage *self, GPtrArray *factors)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->factor);
  g_autofree char *chosen =
    selected < self->slugs->len ? g_strdup (g_ptr_array_index (self->slugs, selected)) : NULL;

  self->is_filling = TRUE;
  g_ptr_array_set_size (self->slugs, 0);
  g_ptr_array_add (self->slugs, NULL);
  /* Translators: choice in a list of factors: no chart by factor */
  gtk_string_list_append (names, _ ("By no factor"));
  selected = 0;
  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (factors, i);
    g_autofree char *name = stn_wording_by_factor (factor);

    if (g_strcmp0 (chosen, factor->slug) == 0)
      selected = self->slugs->len;
    g_ptr_array_add (self->slugs, g_strdup (factor->slug));
    gtk_string_list_append (names, name);
  }
  gtk_drop_down_set_model (self->factor, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->factor, selected);
  g_object_unref (names);
  self->is_filling = FALSE;
}

static void
show_places (StnTrendsPage *self, const StnTrends *trends)
{
  StnLegCounts counts;

  gtk_widget_set_visible (self->places, trends->places_sentence != NULL);
  if (trends->places_sentence == NULL)
    return;
  memcpy (counts.n, trends->places.n, sizeof counts.n);
  gtk_label_set_label (self->places_sentence, trends->places_sentence);
  stn_leg_picture_set_counts (self->legs, &counts);
}

static void
show_charts (StnTrendsPage *self, const StnTrends *trends)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->charts));

  /* Cards are kept, so that the focus and a table that is open stay where they are. */
  for (guint i = 0; i < trends->charts->len; i++) {
    if (card == NULL) {
      card = stn_chart_card_new ();
      gtk_box_append (self->charts, card);
    }
    stn_chart_card_set_chart (STN_CHART_CARD (card), g_ptr_array_index (trends->charts, i));
    card = gtk_widget_get_next_sibling (card);
  }
  while (card != NULL) {
    GtkWidget *next = gtk_widget_get_next_sibling (card);

    gtk_box_remove (self->charts, card);
    card = next;
  }
  show_places (self, trends);
}

/* What had it last, or the ranges; as soon as there is something that can have it. */
static gboolean
stn_trends_page_grab_focus (GtkWidget *widget)
{
  StnTrendsPage *self = STN_TRENDS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean has_focus = focus != NULL && gtk_widget_is_ancestor (focus, widget);

  if (!has_focus && gtk_widget_get_mapped (widget))
    has_focus = gtk_widget_child_focus (GTK_WIDGET (self->content), GTK_DIR_TAB_FORWARD);
  self->wants_focus = !has_focus;
  return has_focus;
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnTrendsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->running);
  if (answer == NULL) {
    adw_status_page_set_description (self->failed, error->message);
    gtk_stack_set_visible_child_name (self->content, "failed");
    return;
  }
  fill_factors (self, answer->factors);
  show_charts (self, answer->trends);
  gtk_stack_set_visible_child_name (self->content, answer->is_empty ? "empty" : "charts");
  answer_free (answer);
  if (self->wants_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
ask (StnTrendsPage *self)
{
  StnTrendQuestion *question;
  guint factor = gtk_drop_down_get_selected (self->factor);

  self->is_stale = TRUE;
  if (self->client == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->is_stale = FALSE;
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));
  question = g_new0 (StnTrendQuestion, 1);
  question->to = stn_date_add_days (stn_date_of (now), -1);
  question->from = self->days > 0 ? stn_date_add_days (question->to, 1 - self->days) : STN_NO_DATE;
  question->measure = (StnMeasure) gtk_drop_down_get_selected (self->measure);
  question->slug =
    factor < self->slugs->len ? g_strdup (g_ptr_array_index (self->slugs, factor)) : NULL;
  question->compare = gtk_toggle_button_get_active (self->compare) && self->days > 0;
  stn_diary_client_run (self->client, make_work, question, question_free, answer_free,
                        self->running, made_cb, g_object_ref (self));
}

static void
chosen_cb (StnTrendsPage *self)
{
  if (!self->is_filling)
    ask (self);
}

static void
set_range (StnTrendsPage *self, const char *range)
{
  int days = (int) g_ascii_strtoll (range, NULL, 10);

  if (days == self->days)
    return;
  self->days = days;
  gtk_widget_set_sensitive (GTK_WIDGET (self->compare), days > 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RANGE]);
  ask (self);
}

static void
set_client (StnTrendsPage *self, StnDiaryClient *client)
{
  if (!g_set_object (&self->client, client) || client == NULL)
    return;
  g_signal_connect_object (client, "opened", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (client, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);
}

static void
stn_trends_page_map (GtkWidget *widget)
{
  StnTrendsPage *self = STN_TRENDS_PAGE (widget);

  GTK_WIDGET_CLASS (stn_trends_page_parent_class)->map (widget);
  if (self->is_stale)
    ask (self);
}

static void
stn_trends_page_unmap (GtkWidget *widget)
{
  STN_TRENDS_PAGE (widget)->wants_focus = FALSE;
  GTK_WIDGET_CLASS (stn_trends_page_parent_class)->unmap (widget);
}

static void
stn_trends_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    set_client (STN_TRENDS_PAGE (object), g_value_get_object (value));
  else if (id == PROP_RANGE)
    set_range (STN_TRENDS_PAGE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_trends_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_value_set_object (value, STN_TRENDS_PAGE (object)->client);
  else if (id == PROP_RANGE)
    g_value_take_string (value, g_strdup_printf ("%d", STN_TRENDS_PAGE (object)->days));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_trends_page_dispose (GObject *object)
{
  StnTrendsPage *self = STN_TRENDS_PAGE (object);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->client);
  g_clear_pointer (&self->slugs, g_ptr_array_unref);
  G_OBJECT_CLASS (stn_trends_page_parent_class)->dispose (object);
}

static void
stn_trends_page_class_init (StnTrendsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_trends_page_dispose;
  object_class->get_property = stn_trends_page_get_property;
  object_class->set_property = stn_trends_page_set_property;
  widget_class->focus = stn_focus_child;
  widget_class->grab_focus = stn_trends_page_grab_focus;
  widget_class->map = stn_trends_page_map;
  widget_class->unmap = stn_trends_page_unmap;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /* Days up to last night; "0": all. */
  props[PROP_RANGE] =
    g_param_spec_string ("range", NULL, NULL, "365",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (STN_TYPE_LEG_PICTURE);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-trends-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StnTrendsPage, content);
  gtk_widget_class_bind_template_child (widget_class, StnTrendsPage, failed);
  gtk_widget_class_bind_template_child (widget_class, StnTrendsPage, charts);
  gtk_widget_class_bind_template_child (widget_class, StnTrendsPage, measure);
  gtk_widget_class_bind_template_child (widget_class, StnTrendsPage, factor);
  gtk_widget_class_bind_template_child (widget_class, StnTrendsPage, compare);
  gtk_widget_class_bind_template_child (widget_class, StnTrendsPage, places);
  gtk_widget_class_bind_template_child (widget_class, StnTrendsPage, places_sentence);
  gtk_widget_class_bind_template_child (widget_class, StnTrendsPage, legs);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_install_property_action (widget_class, "trends.range", "range");
}

static void
stn_trends_page_init (StnTrendsPage *self)
{
  g_autoptr (GtkStringList) measures = gtk_string_list_new (NULL);

  self->days = 365;
  self->slugs = g_ptr_array_new_with_free_func (g_free);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_inner_names_add (GTK_WIDGET (self));
  for (StnMeasure measure = 0; measure < STN_N_MEASURES; measure++)
    gtk_string_list_append (measures, stn_wording_measure (measure));
  gtk_drop_down_set_model (self->measure, G_LIST_MODEL (measures));
  self->is_filling = FALSE;
}
