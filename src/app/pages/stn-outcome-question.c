/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-outcome-question.h"

#include "diary/stn-failure.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording.h"

struct _StnOutcomeQuestion {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnDate key; /* of the night that is asked about */
};

G_DEFINE_FINAL_TYPE (StnOutcomeQuestion, stn_outcome_question, ADW_TYPE_BIN)

typedef struct {
  StnNight *night;
  StnDate last_night;
  gint64 group;
} Decided;

static void
decided_free (Decided *decided)
{
  stn_night_free (decided->night);
  g_free (decided);
}

/* Decided meanwhile, here or elsewhere: that stands. */
static gboolean
keep_cramps_cb (StnNight *night, gpointer data, GError **error)
{
  if (stn_night_has_conflict (night))
    night->no_cramps = FALSE;
  return TRUE;
}

static gboolean
keep_no_cramps_cb (StnNight *night, gpointer data, GError **error)
{
  if (stn_night_has_conflict (night))
    g_ptr_array_set_size (night->episodes, 0);
  return TRUE;
}

static gpointer
decide (StnDiary *diary, StnDate key, StnNightEdit edit, GError **error)
{
  gint64 group = 0;
  StnNight *night;
  Decided *decided;

  if (!stn_diary_edit_night (diary, key, "edit-night", edit, NULL, &group, error))
    return NULL;
  night = stn_diary_get_night (diary, key, error);
  if (night == NULL)
    return NULL;
  decided = g_new0 (Decided, 1);
  decided->night = night;
  decided->last_night = stn_diary_last_night (diary);
  decided->group = group;
  return decided;
}

static gpointer
cramps_work (StnDiary *diary, gpointer data, GError **error)
{
  return decide (diary, *(const StnDate *) data, keep_cramps_cb, error);
}

static gpointer
no_cramps_work (StnDiary *diary, gpointer data, GError **error)
{
  return decide (diary, *(const StnDate *) data, keep_no_cramps_cb, error);
}

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) window = GTK_WIDGET (user_data);
  StnDiaryClient *client = STN_DIARY_CLIENT (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (client));
  Decided *decided = stn_diary_client_run_finish (client, result, &error);
  g_autofree char *text =
    decided == NULL ? stn_failure_not_saved (error)
                    : stn_wording_saved (decided->night, decided->last_night, stn_date_of (now));

  if (decided == NULL || decided->group != 0)
    gtk_widget_activate_action (window, "win.announce", "(sx)", text,
                                decided != NULL ? decided->group : (gint64) 0);
  g_clear_pointer (&decided, decided_free);
}

/* What asked may be gone before the answer is stored; the window says how that went. */
static void
run (StnOutcomeQuestion *self, StnDiaryWork work)
{
  stn_diary_client_run (self->client, work, g_memdup2 (&self->key, sizeof self->key), g_free,
                        (GDestroyNotify) decided_free, NULL, decided_cb,
                        g_object_ref (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
cramps_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run (STN_OUTCOME_QUESTION (widget), cramps_work);
}

static void
no_cramps_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run (STN_OUTCOME_QUESTION (widget), no_cramps_work);
}

static void
stn_outcome_question_dispose (GObject *object)
{
  g_clear_object (&STN_OUTCOME_QUESTION (object)->client);

  G_OBJECT_CLASS (stn_outcome_question_parent_class)->dispose (object);
}

static void
stn_outcome_question_class_init (StnOutcomeQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_outcome_question_dispose;

  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-outcome-question.ui");
  gtk_widget_class_install_action (widget_class, "outcome.cramps", NULL, cramps_cb);
  gtk_widget_class_install_action (widget_class, "outcome.no-cramps", NULL, no_cramps_cb);
}

static void
stn_outcome_question_init (StnOutcomeQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
stn_outcome_question_show (StnOutcomeQuestion *self, StnDiaryClient *client, const StnNight *night)
{
  g_return_if_fail (STN_IS_OUTCOME_QUESTION (self) && night != NULL);

  g_set_object (&self->client, client);
  self->key = night->key;
  gtk_widget_set_visible (GTK_WIDGET (self), stn_night_has_conflict (night));
}
