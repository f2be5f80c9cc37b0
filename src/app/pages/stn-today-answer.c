/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-today-answer.h"

#include <glib/gi18n.h>

#include "diary/stn-failure.h"
#include "pages/stn-outcome-question.h"
#include "widgets/stn-focus-child.h"
#include "widgets/stn-glyph.h"
#include "widgets/stn-pair-layout.h"
#include "widgets/stn-single-keys.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording.h"

struct _StnTodayAnswer {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnDate last_night;   /* unset until something was shown */
  gboolean is_changing; /* the question is shown again although it was answered */
  StnStamp answered;    /* when what is being changed was last written */
  gboolean moves_focus; /* the next picture brings the focus to what replaced what had it */

  GtkStack *answer;
  GtkLabel *question_night;
  GtkWidget *no_cramps;
  GtkWidget *cramps;
  GtkLabel *cramps_hint;
  GtkLabel *cramps_hint_narrow;
  StnGlyph *saved_glyph;
  GtkLabel *saved_title;
  GtkLabel *saved_details;
  GtkWidget *change;
  StnOutcomeQuestion *outcome;
  GtkWidget *failure;
  GtkLabel *failure_text;
  GtkWidget *try_again;
};

G_DEFINE_FINAL_TYPE (StnTodayAnswer, stn_today_answer, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { ANSWERED, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct {
  StnNight *night;
  StnDate last_night;
  gint64 group;
} Saved;

static void
saved_free (Saved *saved)
{
  stn_night_free (saved->night);
  g_free (saved);
}

static gpointer
no_cramps_work (StnDiary *diary, gpointer data, GError **error)
{
  StnDate key = *(const StnDate *) data;
  gint64 group = 0;
  StnNight *night;
  Saved *saved;

  if (!stn_diary_log_no_cramps (diary, key, &group, error))
    return NULL;
  night = stn_diary_get_night (diary, key, error);
  if (night == NULL)
    return NULL;
  saved = g_new0 (Saved, 1);
  saved->night = night;
  saved->group = group;
  saved->last_night = stn_diary_last_night (diary);
  return saved;
}

/* "Night of 21 to 22 November · saved at 06:48"; of another day the time alone would mislead. */
static char *
describe_when (const StnNight *night, StnDate today)
{
  g_autofree char *words = stn_wording_night (night->key, today);
  g_autoptr (GDateTime) saved = NULL;
  g_autofree char *time = NULL;

  if (stn_stamp_is_set (night->answered))
    saved = stn_stamp_to_local (night->answered);
  if (saved == NULL || stn_date_compare (stn_date_of (saved), today) != 0)
    return g_steal_pointer (&words);
  time = stn_wording_time (g_date_time_get_hour (saved) * 60 + g_date_time_get_minute (saved));
  /* Translators: 1: "Night of Saturday 21 to Sunday 22 November", 2: a time of day. */
  return g_strdup_printf (_ ("%1$s · saved at %2$s"), words, time);
}

static char *
describe_saved (const StnNight *night, StnDate today)
{
  g_autofree char *words = describe_when (night, today);
  g_autofree char *line = NULL;

  if (stn_night_get_state (night) != STN_NIGHT_CRAMPS)
    return g_steal_pointer (&words);
  line = stn_wording_night_line (night);
  return g_strdup_printf ("%s\n%s", words, line);
}

static gboolean
contains_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static gboolean
is_asking (StnTodayAnswer *self)
{
  return stn_date_is_set (self->last_night) && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
         g_str_equal (gtk_stack_get_visible_child_name (self->answer), "ask");
}

/* GTK 4.8 cannot announce; the focus goes to the button that the words describe. */
static void
show_failure (StnTodayAnswer *self, const char *text)
{
  gtk_label_set_text (self->failure_text, text);
  gtk_widget_set_visible (self->failure, TRUE);
  gtk_widget_grab_focus (self->try_again);
}

static void
announce (StnTodayAnswer *self, const Saved *saved)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));
  g_autofree char *text = stn_wording_saved (saved->night, saved->last_night, stn_date_of (now));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", text, saved->group);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnTodayAnswer) self = STN_TODAY_ANSWER (user_data);
  g_autoptr (GError) error = NULL;
  Saved *saved = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (self->client == NULL) {
    g_clear_pointer (&saved, saved_free);
    return;
  }
  if (saved == NULL) {
    g_autofree char *text = stn_failure_not_saved (error);

    show_failure (self, text);
    return;
  }
  gtk_widget_set_visible (self->failure, FALSE);
  stn_today_answer_show_next (self);
  if (saved->group != 0)
    announce (self, saved);
  saved_free (saved);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
no_cramps_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnTodayAnswer *self = STN_TODAY_ANSWER (widget);

  if (is_asking (self))
    stn_diary_client_run (self->client, no_cramps_work,
                          g_memdup2 (&self->last_night, sizeof self->last_night), g_free,
                          (GDestroyNotify) saved_free, NULL, saved_cb, g_object_ref (self));
}

static void
edit (StnTodayAnswer *self, const char *part)
{
  char key[STN_DATE_TEXT_SIZE];

  stn_today_answer_show_next (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-night", "(ss)",
                              stn_date_to_text (self->last_night, key), part);
}

static void
cramps_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (is_asking (STN_TODAY_ANSWER (widget)))
    edit (STN_TODAY_ANSWER (widget), "cramps");
}

/* Cramps have details to change; "no cramps" has only another answer. */
static void
change_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnTodayAnswer *self = STN_TODAY_ANSWER (widget);

  if (stn_glyph_get_kind (self->saved_glyph) == STN_GLYPH_CRAMPS) {
    edit (self, "night");
    return;
  }
  self->is_changing = TRUE;
  gtk_stack_set_visible_child_name (self->answer, "ask");
  gtk_widget_grab_focus (self->cramps);
}

/* A key that does nothing leaves open whether it did. */
static void
say_saved (StnTodayAnswer *self)
{
  const char *text = stn_glyph_get_kind (self->saved_glyph) == STN_GLYPH_CRAMPS
                       ? _ ("Already saved: cramps last night. Choose “Change” to change it.")
                       : _ ("Already saved: no cramps last night. Choose “Change” to change it.");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", text, (gint64) 0);
}

static gboolean
key_cb (GtkWidget *widget, int is_cramps)
{
  StnTodayAnswer *self = STN_TODAY_ANSWER (widget);

  if (!stn_date_is_set (self->last_night))
    return GDK_EVENT_PROPAGATE;
  if (!is_asking (self)) {
    say_saved (self);
    return GDK_EVENT_STOP;
  }
  gtk_widget_activate_action (widget, is_cramps ? "today.cramps" : "today.no-cramps", NULL);
  return GDK_EVENT_STOP;
}

/* Who goes elsewhere has left the answer as it is. */
static void
stn_today_answer_unmap (GtkWidget *widget)
{
  STN_TODAY_ANSWER (widget)->is_changing = FALSE;
  GTK_WIDGET_CLASS (stn_today_answer_parent_class)->unmap (widget);
}

/* What the person came for: the question, or where its answer is changed. */
static gboolean
stn_today_answer_grab_focus (GtkWidget *widget)
{
  StnTodayAnswer *self = STN_TODAY_ANSWER (widget);

  return gtk_widget_grab_focus (is_asking (self) ? self->no_cramps : self->change);
}

static void
stn_today_answer_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_set_object (&STN_TODAY_ANSWER (object)->client, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_today_answer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_value_set_object (value, STN_TODAY_ANSWER (object)->client);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_today_answer_dispose (GObject *object)
{
  g_clear_object (&STN_TODAY_ANSWER (object)->client);

  G_OBJECT_CLASS (stn_today_answer_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StnTodayAnswer, answer);
  gtk_widget_class_bind_template_child (widget_class, StnTodayAnswer, question_night);
  gtk_widget_class_bind_template_child (widget_class, StnTodayAnswer, no_cramps);
  gtk_widget_class_bind_template_child (widget_class, StnTodayAnswer, cramps);
  gtk_widget_class_bind_template_child (widget_class, StnTodayAnswer, cramps_hint);
  gtk_widget_class_bind_template_child (widget_class, StnTodayAnswer, cramps_hint_narrow);
  gtk_widget_class_bind_template_child (widget_class, StnTodayAnswer, saved_glyph);
  gtk_widget_class_bind_template_child (widget_class, StnTodayAnswer, saved_title);
  gtk_widget_class_bind_template_child (widget_class, StnTodayAnswer, saved_details);
  gtk_widget_class_bind_template_child (widget_class, StnTodayAnswer, change);
  gtk_widget_class_bind_template_child (widget_class, StnTodayAnswer, outcome);
  gtk_widget_class_bind_template_child (widget_class, StnTodayAnswer, failure);
  gtk_widget_class_bind_template_child (widget_class, StnTodayAnswer, failure_text);
  gtk_widget_class_bind_template_child (widget_class, StnTodayAnswer, try_again);
}

static void
stn_today_answer_class_init (StnTodayAnswerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_today_answer_dispose;
  object_class->get_property = stn_today_answer_get_property;
  object_class->set_property = stn_today_answer_set_property;
  widget_class->focus = stn_focus_child;
  widget_class->unmap = stn_today_answer_unmap;
  widget_class->grab_focus = stn_today_answer_grab_focus;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STN_TYPE_GLYPH);
  g_type_ensure (STN_TYPE_OUTCOME_QUESTION);
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-today-answer.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "today.no-cramps", NULL, no_cramps_cb);
  gtk_widget_class_install_action (widget_class, "today.cramps", NULL, cramps_cb);
  gtk_widget_class_install_action (widget_class, "today.change", NULL, change_cb);
}

static void
stn_today_answer_init (StnTodayAnswer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_single_keys_add (GTK_WIDGET (self), GDK_KEY_n, key_cb, FALSE);
  stn_single_keys_add (GTK_WIDGET (self), GDK_KEY_c, key_cb, TRUE);
}

static void
show_saved (StnTodayAnswer *self, const StnTodayPicture *picture)
{
  StnNightState state = stn_night_get_state (picture->last);
  g_autofree char *details = describe_saved (picture->last, picture->today);

  stn_glyph_set_night (self->saved_glyph, state, picture->last->episodes->len);
  gtk_label_set_text (self->saved_title, state == STN_NIGHT_CRAMPS ? _ ("Cramps last night")
                                                                   : _ ("No cramps last night"));
  gtk_label_set_text (self->saved_details, details);
  stn_outcome_question_show (self->outcome, self->client, picture->last);
}

static void
show_hint (StnTodayAnswer *self, gboolean has_draft)
{
  const char *hint = has_draft ? _ ("Goes on where you were") : _ ("A few questions");

  gtk_label_set_text (self->cramps_hint, hint);
  gtk_label_set_text (self->cramps_hint_narrow, hint);
}

/* The focus goes to what replaced the button that had it. */
void
stn_today_answer_show (StnTodayAnswer *self, const StnTodayPicture *picture)
{
  g_autofree char *night = stn_wording_night (picture->last_night, picture->today);
  gboolean had_focus;
  gboolean asks;

  g_return_if_fail (STN_IS_TODAY_ANSWER (self));

  /* Answered meanwhile, here or elsewhere: the question is an old one. */
  if (stn_date_compare (self->last_night, picture->last_night) != 0 ||
      self->answered.utc_s != picture->last->answered.utc_s ||
      stn_night_get_state (picture->last) != STN_NIGHT_NO_CRAMPS)
    self->is_changing = FALSE;
  self->answered = picture->last->answered;
  self->last_night = picture->last_night;
  asks = stn_night_get_state (picture->last) == STN_NIGHT_NOT_RECORDED || self->is_changing;
  had_focus = self->moves_focus || contains_focus (GTK_WIDGET (self->answer));
  gtk_label_set_text (self->question_night, night);
  show_hint (self, stn_today_picture_has_draft (picture, picture->last_night));
  if (!asks)
    show_saved (self, picture);
  gtk_stack_set_visible_child_name (self->answer, asks ? "ask" : "saved");
  if (had_focus && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (asks ? self->no_cramps : self->change);
  self->moves_focus = FALSE;
}

void
stn_today_answer_show_next (StnTodayAnswer *self)
{
  g_return_if_fail (STN_IS_TODAY_ANSWER (self));

  self->is_changing = FALSE;
  self->moves_focus = TRUE;
}
