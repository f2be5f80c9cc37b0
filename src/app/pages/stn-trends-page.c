/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-trends-page.h"

#include <glib/gi18n.h>

#include "diary/stn-diary-factors.h"
#include "diary/stn-trends.h"
#include "pages/stn-chart-card.h"
#include "pages/stn-range-popover.h"
#include "present/stn-trend-range.h"
#include "widgets/stn-focus-child.h"
#include "widgets/stn-inner-names.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording-legend.h"
#include "wording/stn-wording-trend.h"
#include "wording/stn-wording.h"

#define CUSTOM "custom"

struct _StnTrendsPage {
  AdwBin parent_instance;

  StnDiaryClient *client;
  GCancellable *running; /* of the charts under way, else NULL */
  gboolean is_stale;     /* what is shown is not what the diary says now */
  GPtrArray *slugs;      /* of the factors on offer, NULL for "none" first */
  StnTrendRange *range;
  gboolean asks_again;  /* the range has moved on while charts were made */
  gboolean wants_focus; /* as soon as there is something that can have it */
  gboolean is_filling;  /* the lists change because the diary did, not the person */

  GtkStack *content;
  AdwStatusPage *failed;
  GtkBox *charts;
  GtkDropDown *measure;
  GtkDropDown *factor;
  GtkToggleButton *compare;
  GtkToggleButton *custom;
  StnRangePopover *custom_popover;
  GtkLabel *when;
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
  /* Translators: choice in a list of factors: no chart by a factor */
  gtk_string_list_append (names, C_ ("factor", "None"));
  selected = 0;
  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (factors, i);
    g_autofree char *name = stn_wording_factor_name (factor);

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
show_charts (StnTrendsPage *self, const StnTrends *trends)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->charts));

  /* Cards are kept, so that the focus and a table that is open stay where they are. */
  for (guint i = 0; i < trends->charts->len; i++) {
    if (card == NULL) {
      card = stn_chart_card_new (self->range);
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
}

/* The nights in words, and what can be done with them. */
static void
show_range (StnTrendsPage *self)
{
  g_autofree char *when =
    stn_wording_span (stn_trend_range_get_from (self->range), stn_trend_range_get_to (self->range));

  gtk_label_set_label (self->when, when);
  gtk_toggle_button_set_active (self->custom,
                                stn_trend_range_get_days (self->range) == STN_TREND_RANGE_CUSTOM);
  gtk_widget_set_sensitive (GTK_WIDGET (self->compare),
                            stn_date_compare (stn_trend_range_get_from (self->range),
                                              stn_trend_range_get_first (self->range)) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trends.zoom-in",
                                 stn_trend_range_can_zoom_in (self->range));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trends.zoom-out",
                                 stn_trend_range_can_zoom_out (self->range));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RANGE]);
}

static gboolean
focus_range (StnTrendsPage *self)
{
  for (GtkWidget *range =
         gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (self->custom)));
       range != NULL; range = gtk_widget_get_next_sibling (range))
    if (GTK_IS_TOGGLE_BUTTON (range) && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (range)) &&
        gtk_widget_get_mapped (range))
      return gtk_widget_grab_focus (range);
  return FALSE;
}

/* What had it last, or the range that is chosen; as soon as there is something that can have it. */
static gboolean
stn_trends_page_grab_focus (GtkWidget *widget)
{
  StnTrendsPage *self = STN_TRENDS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean has_focus = focus != NULL && gtk_widget_is_ancestor (focus, widget);

  if (!has_focus && gtk_widget_get_mapped (widget))
    has_focus = focus_range (self) ||
                gtk_widget_child_focus (GTK_WIDGET (self->content), GTK_DIR_TAB_FORWARD);
  self->wants_focus = !has_focus;
  return has_focus;
}

static void ask (StnTrendsPage *self);

static void
show_answer (StnTrendsPage *self, Answer *answer)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const char *name = answer->is_empty ? "empty" : "charts";
  gboolean is_other = !g_str_equal (name, gtk_stack_get_visible_child_name (self->content));

  /* What had the focus goes with what was shown before. */
  if (is_other && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->content)))
    self->wants_focus = TRUE;
  stn_trend_range_set_limits (self->range, answer->trends->first, answer->trends->last);
  fill_factors (self, answer->factors);
  show_charts (self, answer->trends);
  gtk_stack_set_visible_child_name (self->content, name);
  if (!self->wants_focus)
    return;
  self->wants_focus = FALSE;
  if (!focus_range (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
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
  show_answer (self, answer);
  answer_free (answer);
  if (self->asks_again)
    ask (self);
}

static StnTrendQuestion *
new_question (StnTrendsPage *self)
{
  StnTrendQuestion *question = g_new0 (StnTrendQuestion, 1);
  guint factor = gtk_drop_down_get_selected (self->factor);
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));
  int days = stn_trend_range_get_days (self->range);

  question->to = stn_date_add_days (stn_date_of (now), -1);
  if (days == STN_TREND_RANGE_CUSTOM) {
    question->from = stn_trend_range_get_from (self->range);
    question->to = stn_trend_range_get_to (self->range);
  } else if (days > 0) {
    question->from = stn_date_add_days (question->to, 1 - days);
  }
  question->measure = (StnMeasure) gtk_drop_down_get_selected (self->measure);
  question->slug =
    factor < self->slugs->len ? g_strdup (g_ptr_array_index (self->slugs, factor)) : NULL;
  question->compare = gtk_toggle_button_get_active (self->compare) &&
                      gtk_widget_get_sensitive (GTK_WIDGET (self->compare));
  return question;
}

static void
ask (StnTrendsPage *self)
{
  self->is_stale = TRUE;
  if (self->client == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->is_stale = FALSE;
  self->asks_again = FALSE;
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  stn_diary_client_run (self->client, make_work, new_question (self), question_free, answer_free,
                        self->running, made_cb, g_object_ref (self));
}

/* A drag changes the range faster than charts are made: those under way are waited for, and shown. */
static void
range_changed_cb (StnTrendsPage *self)
{
  show_range (self);
  if (self->running != NULL)
    self->asks_again = TRUE;
  else
    ask (self);
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
  if (!g_str_equal (range, CUSTOM))
    stn_trend_range_set_days (self->range, (int) g_ascii_strtoll (range, NULL, 10));
}

/* What is shown already is where the person begins. */
static void
custom_cb (StnTrendsPage *self)
{
  stn_range_popover_open (self->custom_popover, self->range);
}

/* Not the button itself, but what was chosen, says which one is down. */
static void
custom_closed_cb (StnTrendsPage *self)
{
  gtk_toggle_button_set_active (self->custom,
                                stn_trend_range_get_days (self->range) == STN_TREND_RANGE_CUSTOM);
}

static StnDate
find_middle (StnTrendsPage *self)
{
  return stn_date_add_days (stn_trend_range_get_from (self->range),
                            stn_trend_range_count (self->range) / 2);
}

static void
zoom_in_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnTrendsPage *self = STN_TRENDS_PAGE (widget);

  stn_trend_range_zoom (self->range, .5, find_middle (self));
}

static void
zoom_out_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnTrendsPage *self = STN_TRENDS_PAGE (widget);

  stn_trend_range_zoom (self->range, 2, find_middle (self));
}

static void
set_client (StnTrendsPage *self, StnDiaryClient *client)
{
  if (!g_set_object (&self->client, client) || client == NULL)
    return;
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

static char *
name_range (StnTrendsPage *self)
{
  int days = stn_trend_range_get_days (self->range);

  return days == STN_TREND_RANGE_CUSTOM ? g_strdup (CUSTOM) : g_strdup_printf ("%d", days);
}

static void
stn_trends_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_value_set_object (value, STN_TRENDS_PAGE (object)->client);
  else if (id == PROP_RANGE)
    g_value_take_string (value, name_range (STN_TRENDS_PAGE (object)));
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
  g_clear_pointer ((GtkWidget **) &self->custom_popover, gtk_widget_unparent);
  g_clear_object (&self->range);
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
  /* Days up to last night; "0": all; "custom". */
  props[PROP_RANGE] =
    g_param_spec_string ("range", NULL, NULL, "365",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (STN_TYPE_RANGE_POPOVER);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-trends-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StnTrendsPage, content);
  gtk_widget_class_bind_template_child (widget_class, StnTrendsPage, failed);
  gtk_widget_class_bind_template_child (widget_class, StnTrendsPage, charts);
  gtk_widget_class_bind_template_child (widget_class, StnTrendsPage, measure);
  gtk_widget_class_bind_template_child (widget_class, StnTrendsPage, factor);
  gtk_widget_class_bind_template_child (widget_class, StnTrendsPage, compare);
  gtk_widget_class_bind_template_child (widget_class, StnTrendsPage, custom);
  gtk_widget_class_bind_template_child (widget_class, StnTrendsPage, custom_popover);
  gtk_widget_class_bind_template_child (widget_class, StnTrendsPage, when);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, custom_cb);
  gtk_widget_class_bind_template_callback (widget_class, custom_closed_cb);
  gtk_widget_class_install_property_action (widget_class, "trends.range", "range");
  gtk_widget_class_install_action (widget_class, "trends.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "trends.zoom-out", NULL, zoom_out_cb);
}

static void
stn_trends_page_init (StnTrendsPage *self)
{
  g_autoptr (GtkStringList) measures = gtk_string_list_new (NULL);

  self->range = stn_trend_range_new ();
  self->slugs = g_ptr_array_new_with_free_func (g_free);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_inner_names_add (GTK_WIDGET (self));
  for (StnMeasure measure = 0; measure < STN_N_MEASURES; measure++)
    gtk_string_list_append (measures, stn_wording_measure (measure));
  gtk_drop_down_set_model (self->measure, G_LIST_MODEL (measures));
  self->is_filling = FALSE;
  gtk_widget_set_parent (GTK_WIDGET (self->custom_popover), GTK_WIDGET (self->custom));
  g_signal_connect_object (self->range, "changed", G_CALLBACK (range_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
