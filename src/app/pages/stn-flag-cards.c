/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-flag-cards.h"

#include "diary/stn-diary-flags.h"
#include "diary/stn-failure.h"
#include "pages/stn-flag-card.h"
#include "pages/stn-routine-card.h"
#include "widgets/stn-announcement.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording-flag.h"

struct _StnFlagCards {
  GtkBox parent_instance;

  StnDiaryClient *client;
  StnNight *draft;
  StnFlags *flags;    /* as shown; NULL before the first reading */
  GCancellable *read; /* the newest reading */
  gboolean all;
  gboolean urgent;
  gboolean typing;
  gboolean narrow;

  GtkBox *cards;
  GtkWidget *question_card;
  GtkLabel *question;
  GtkWidget *question_answers;
  AdwBin *routine;
  GtkWidget *brief;
  GtkLabel *brief_label;
  GtkLabel *none;
  GtkLabel *limits;
};

G_DEFINE_FINAL_TYPE (StnFlagCards, stn_flag_cards, GTK_TYPE_BOX)

enum {
  PROP_CLIENT = 1,
  PROP_ALL,
  PROP_URGENT,
  PROP_TYPING,
  PROP_NARROW,
  PROP_N_UNANSWERED,
  PROP_URGENT_LINE,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

enum { EASED, N_SIGNALS };
static guint signals[N_SIGNALS];

static StnDate
today_of (StnFlagCards *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));

  return stn_date_of (now);
}

static void
say_failure (StnFlagCards *self, const GError *error)
{
  g_autofree char *text = stn_failure_not_saved (error);

  if (!stn_failure_is_end (error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", text, (gint64) 0);
}

/* An answer on its way to the diary. @rule: NULL = the routine card. */
typedef struct {
  char *rule;
  StnFlagReply reply;
} Answer;

static void
answer_free (gpointer data)
{
  g_free (((Answer *) data)->rule);
  g_free (data);
}

static gpointer
answer_work (StnDiary *diary, gpointer data, GError **error)
{
  const Answer *answer = data;
  gboolean done = answer->rule != NULL
                    ? stn_diary_answer_flag (diary, answer->rule, answer->reply, NULL, error)
                    : stn_diary_answer_card (diary, answer->reply, NULL, error);

  return GINT_TO_POINTER (done);
}

/* What was saved is shown by "changed". */
static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnFlagCards) self = STN_FLAG_CARDS (user_data);
  g_autoptr (GError) error = NULL;

  if (stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error) == NULL)
    say_failure (self, error);
}

static void
put_answer (StnFlagCards *self, const char *rule, StnFlagReply reply)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->rule = g_strdup (rule);
  answer->reply = reply;
  stn_diary_client_run (self->client, answer_work, answer, answer_free, NULL, NULL, saved_cb,
                        g_object_ref (self));
}

static void
card_answered_cb (StnFlagCard *card, int reply, gpointer user_data)
{
  g_auto (GStrv) parts = g_strsplit (stn_flag_card_get_key (card), "/", 2);

  put_answer (STN_FLAG_CARDS (user_data), parts[0], (StnFlagReply) reply);
}

static void
routine_answered_cb (StnRoutineCard *card, int reply, gpointer user_data)
{
  put_answer (STN_FLAG_CARDS (user_data), NULL, (StnFlagReply) reply);
}

/* Whether a cramp eased, on its way to the diary. */
typedef struct {
  StnDate night;
  char *uid;
  StnAnswer eased;
} Eased;

static void
eased_free (gpointer data)
{
  g_free (((Eased *) data)->uid);
  g_free (data);
}

static gboolean
put_eased_cb (StnNight *night, gpointer data, GError **error)
{
  const Eased *eased = data;

  for (guint i = 0; i < night->episodes->len; i++) {
    StnEpisode *episode = g_ptr_array_index (night->episodes, i);

    if (g_strcmp0 (episode->id.uid, eased->uid) == 0)
      episode->eased = eased->eased;
  }
  return TRUE;
}

static gpointer
eased_work (StnDiary *diary, gpointer data, GError **error)
{
  const Eased *eased = data;

  return GINT_TO_POINTER (
    stn_diary_edit_night (diary, eased->night, "edit-night", put_eased_cb, data, NULL, error));
}

/* Then the answer belongs to the entry, and is kept with it. */
static gboolean
is_of_draft (StnFlagCards *self, const StnFlagQuestion *question)
{
  return self->draft != NULL && stn_date_compare (self->draft->key, question->night) == 0;
}

static void
put_eased (StnFlagCards *self, StnAnswer answer)
{
  const StnFlagQuestion *question;
  Eased *eased;

  if (self->flags == NULL || self->flags->questions->len == 0)
    return;
  question = g_ptr_array_index (self->flags->questions, 0);
  if (is_of_draft (self, question)) {
    g_signal_emit (self, signals[EASED], 0, question->place, (int) answer);
    return;
  }
  eased = g_new0 (Eased, 1);
  eased->night = question->night;
  eased->uid = g_strdup (question->episode->id.uid);
  eased->eased = answer;
  stn_diary_client_run (self->client, eased_work, eased, eased_free, NULL, NULL, saved_cb,
                        g_object_ref (self));
}

static void
eased_cb (StnFlagCards *self)
{
  put_eased (self, STN_ANSWER_YES);
}

static void
not_eased_cb (StnFlagCards *self)
{
  put_eased (self, STN_ANSWER_NO);
}

static gboolean
is_urgent_only (StnFlagCards *self)
{
  return self->urgent || self->typing;
}

static gboolean
stands_alone (StnFlagCards *self, const StnFlag *flag)
{
  if (flag->put_away || stn_flag_is_on_card (flag))
    return FALSE;
  return !is_urgent_only (self) || flag->which->tier >= STN_FLAG_TIER_DAYS;
}

static GtkWidget *
find_card (StnFlagCards *self, const char *key)
{
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (g_str_equal (stn_flag_card_get_key (STN_FLAG_CARD (card)), key))
      return card;
  return NULL;
}

/* The urgent one that was not there before, (nullable). */
static GtkWidget *
show_cards (StnFlagCards *self)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  GtkWidget *urgent = NULL, *card = NULL, *next;
  StnDate today = today_of (self);

  for (guint i = 0; i < self->flags->flags->len; i++) {
    const StnFlag *flag = g_ptr_array_index (self->flags->flags, i);
    GtkWidget *made, *old;

    if (!stands_alone (self, flag))
      continue;
    made = g_object_ref_sink (stn_flag_card_new (flag, today, !self->typing));
    old = find_card (self, stn_flag_card_get_key (STN_FLAG_CARD (made)));
    if (old == NULL) {
      gtk_box_append (self->cards, made);
      g_signal_connect (made, "answered", G_CALLBACK (card_answered_cb), self);
      if (urgent == NULL && flag->which->tier >= STN_FLAG_TIER_RIGHT_AWAY)
        urgent = made;
    }
    gtk_box_reorder_child_after (self->cards, old != NULL ? old : made, card);
    card = old != NULL ? old : made;
    g_ptr_array_add (kept, card);
    g_object_unref (made);
  }
  for (card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL; card = next) {
    next = gtk_widget_get_next_sibling (card);
    if (!g_ptr_array_find (kept, card, NULL))
      gtk_box_remove (self->cards, card);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->cards), kept->len > 0);
  return urgent;
}

static void
show_routine (StnFlagCards *self)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  /* On Today the morning's question stays in sight. */
  const gboolean briefly =
    self->narrow || (!self->all && gtk_widget_get_visible (GTK_WIDGET (self->cards)));
  GtkWidget *card = NULL;

  for (guint i = 0; i < self->flags->flags->len && !is_urgent_only (self); i++) {
    StnFlag *flag = g_ptr_array_index (self->flags->flags, i);

    if (!flag->put_away && stn_flag_is_on_card (flag))
      g_ptr_array_add (reasons, flag);
  }
  if (reasons->len > 0) {
    g_autofree char *brief = stn_wording_card_brief (reasons->len);

    card = stn_routine_card_new (reasons, today_of (self), self->all);
    g_signal_connect (card, "answered", G_CALLBACK (routine_answered_cb), self);
    gtk_label_set_label (self->brief_label, brief);
  }
  adw_bin_set_child (self->routine, card);
  gtk_widget_set_visible (GTK_WIDGET (self->routine), card != NULL && !briefly);
  gtk_widget_set_visible (self->brief, card != NULL && briefly);
}

static void
show_question (StnFlagCards *self)
{
  const StnFlagQuestion *question =
    self->flags->questions->len > 0 ? g_ptr_array_index (self->flags->questions, 0) : NULL;
  g_autofree char *text =
    question != NULL ? stn_wording_flag_question (question, today_of (self)) : NULL;

  gtk_widget_set_visible (self->question_card, question != NULL);
  if (question == NULL)
    return;
  gtk_label_set_label (self->question, text);
  gtk_widget_set_visible (self->question_answers,
                          question->episode->id.uid != NULL || is_of_draft (self, question));
}

static guint
count_unanswered (StnFlagCards *self)
{
  guint n = 0;

  for (guint i = 0; self->flags != NULL && i < self->flags->flags->len; i++)
    n += !((StnFlag *) g_ptr_array_index (self->flags->flags, i))->put_away;
  return n;
}

/* The flags are in the order of their urgency. */
static char *
get_urgent_line (StnFlagCards *self)
{
  for (guint i = 0; self->flags != NULL && i < self->flags->flags->len; i++) {
    const StnFlag *flag = g_ptr_array_index (self->flags->flags, i);

    if (!flag->put_away && !flag->past && flag->which->tier >= STN_FLAG_TIER_RIGHT_AWAY)
      return stn_wording_flag_line (flag);
  }
  return NULL;
}

/* It may be the first moment at which it can be seen, so nothing waits for an answer elsewhere. Who types goes on typing. */
static void
present_urgent (StnFlagCards *self, GtkWidget *card)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  stn_announcement_say (card, stn_flag_card_get_spoken (STN_FLAG_CARD (card)));
  if (!self->typing)
    gtk_widget_grab_focus (card);
}

static void
show_flags (StnFlagCards *self)
{
  GtkWidget *urgent = show_cards (self);
  gboolean some;

  show_question (self);
  show_routine (self);
  some = gtk_widget_get_visible (GTK_WIDGET (self->cards)) ||
         gtk_widget_get_visible (GTK_WIDGET (self->routine));
  gtk_widget_set_visible (GTK_WIDGET (self->none), self->all && count_unanswered (self) == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->limits), some || self->all);
  gtk_widget_set_visible (GTK_WIDGET (self), some || self->all ||
                                               gtk_widget_get_visible (self->question_card) ||
                                               gtk_widget_get_visible (self->brief));
  if (urgent != NULL)
    present_urgent (self, urgent);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_UNANSWERED]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_URGENT_LINE]);
}

static gpointer
read_work (StnDiary *diary, gpointer data, GError **error)
{
  return stn_diary_find_flags (diary, data, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnFlagCards) self = STN_FLAG_CARDS (user_data);
  g_autoptr (GError) error = NULL;
  StnFlags *flags = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (flags == NULL) {
    if (!stn_failure_is_end (error) && !stn_diary_client_has_failed (STN_DIARY_CLIENT (source)))
      g_warning ("flags: %s", error->message);
    return;
  }
  if (self->client == NULL) {
    stn_flags_free (flags);
    return;
  }
  g_clear_pointer (&self->flags, stn_flags_free);
  self->flags = flags;
  show_flags (self);
}

static void
read_again (StnFlagCards *self)
{
  if (self->client == NULL)
    return;
  g_cancellable_cancel (self->read);
  g_clear_object (&self->read);
  if (self->typing && self->draft == NULL) {
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    return;
  }
  self->read = g_cancellable_new ();
  stn_diary_client_run_after_picture (
    self->client, read_work, self->draft != NULL ? stn_night_copy (self->draft) : NULL,
    (GDestroyNotify) stn_night_free, (GDestroyNotify) stn_flags_free, self->read, read_cb,
    g_object_ref (self));
}

void
stn_flag_cards_set_draft (StnFlagCards *self, const StnNight *night)
{
  g_return_if_fail (STN_IS_FLAG_CARDS (self));

  g_clear_pointer (&self->draft, stn_night_free);
  self->draft = night != NULL ? stn_night_copy (night) : NULL;
  read_again (self);
}

static void
set_client (StnFlagCards *self, StnDiaryClient *client)
{
  if (self->client != NULL)
    g_signal_handlers_disconnect_by_data (self->client, self);
  g_set_object (&self->client, client);
  if (client != NULL) {
    g_signal_connect_object (client, "changed", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
    read_again (self);
  }
}

static void
set_narrow (StnFlagCards *self, gboolean narrow)
{
  self->narrow = narrow;
  if (self->flags != NULL)
    show_flags (self);
}

static void
stn_flag_cards_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnFlagCards *self = STN_FLAG_CARDS (object);

  switch (id) {
  case PROP_CLIENT:
    set_client (self, g_value_get_object (value));
    break;
  case PROP_ALL:
    self->all = g_value_get_boolean (value);
    break;
  case PROP_URGENT:
    self->urgent = g_value_get_boolean (value);
    break;
  case PROP_TYPING:
    self->typing = g_value_get_boolean (value);
    break;
  case PROP_NARROW:
    set_narrow (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_flag_cards_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StnFlagCards *self = STN_FLAG_CARDS (object);

  switch (id) {
  case PROP_CLIENT:
    g_value_set_object (value, self->client);
    break;
  case PROP_ALL:
    g_value_set_boolean (value, self->all);
    break;
  case PROP_URGENT:
    g_value_set_boolean (value, self->urgent);
    break;
  case PROP_TYPING:
    g_value_set_boolean (value, self->typing);
    break;
  case PROP_NARROW:
    g_value_set_boolean (value, self->narrow);
    break;
  case PROP_N_UNANSWERED:
    g_value_set_uint (value, count_unanswered (self));
    break;
  case PROP_URGENT_LINE:
    g_value_take_string (value, get_urgent_line (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

/* GTK 4.8 keeps the height of what was measured while the page was hidden: a card that came meanwhile would be drawn over. */
static void
stn_flag_cards_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stn_flag_cards_parent_class)->map (widget);
  gtk_widget_queue_resize (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_queue_resize (child);
}

static void
stn_flag_cards_dispose (GObject *object)
{
  StnFlagCards *self = STN_FLAG_CARDS (object);

  g_cancellable_cancel (self->read);
  g_clear_object (&self->read);
  set_client (self, NULL);
  g_clear_pointer (&self->flags, stn_flags_free);
  g_clear_pointer (&self->draft, stn_night_free);

  G_OBJECT_CLASS (stn_flag_cards_parent_class)->dispose (object);
}

static void
stn_flag_cards_class_init (StnFlagCardsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags readwrite = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = stn_flag_cards_dispose;
  object_class->get_property = stn_flag_cards_get_property;
  widget_class->map = stn_flag_cards_map;
  object_class->set_property = stn_flag_cards_set_property;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT, readwrite);
  props[PROP_ALL] = g_param_spec_boolean ("all", NULL, NULL, FALSE, readwrite);
  props[PROP_URGENT] = g_param_spec_boolean ("urgent", NULL, NULL, FALSE, readwrite);
  props[PROP_TYPING] = g_param_spec_boolean ("typing", NULL, NULL, FALSE, readwrite);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, readwrite);
  props[PROP_N_UNANSWERED] = g_param_spec_uint ("n-unanswered", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_URGENT_LINE] = g_param_spec_string ("urgent-line", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[EASED] = g_signal_new ("eased", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);

  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-flag-cards.ui");
  gtk_widget_class_bind_template_child (widget_class, StnFlagCards, cards);
  gtk_widget_class_bind_template_child (widget_class, StnFlagCards, question_card);
  gtk_widget_class_bind_template_child (widget_class, StnFlagCards, question);
  gtk_widget_class_bind_template_child (widget_class, StnFlagCards, question_answers);
  gtk_widget_class_bind_template_child (widget_class, StnFlagCards, routine);
  gtk_widget_class_bind_template_child (widget_class, StnFlagCards, brief);
  gtk_widget_class_bind_template_child (widget_class, StnFlagCards, brief_label);
  gtk_widget_class_bind_template_child (widget_class, StnFlagCards, none);
  gtk_widget_class_bind_template_child (widget_class, StnFlagCards, limits);
  gtk_widget_class_bind_template_callback (widget_class, eased_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_eased_cb);
}

static void
stn_flag_cards_init (StnFlagCards *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_label (self->none, stn_wording_flag_none ());
  gtk_label_set_label (self->limits, stn_wording_flag_limits ());
}
