/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-stretch-questions.h"

#include <glib/gi18n.h>

#include "diary/stn-diary-stretch.h"
#include "widgets/stn-focus-child.h"

struct _StnStretchQuestions {
  AdwBin parent_instance;

  GPtrArray *ids; /* of the ticks, in their order */
  GtkScrolledWindow *scroller;
  GtkBox *ticks;
  GtkButton *done;
};

G_DEFINE_FINAL_TYPE (StnStretchQuestions, stn_stretch_questions, ADW_TYPE_BIN)

enum { ANSWERED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_any_ticked (StnStretchQuestions *self)
{
  for (GtkWidget *tick = gtk_widget_get_first_child (GTK_WIDGET (self->ticks)); tick != NULL;
       tick = gtk_widget_get_next_sibling (tick))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)))
      return TRUE;
  return FALSE;
}

static void
toggled_cb (StnStretchQuestions *self)
{
  gtk_button_set_label (self->done,
                        is_any_ticked (self) ? _ ("None of the others") : _ ("None of these"));
}

static void
answered_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[ANSWERED], 0);
}

static gboolean
stn_stretch_questions_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (STN_STRETCH_QUESTIONS (widget)->done));
}

static void
stn_stretch_questions_dispose (GObject *object)
{
  g_clear_pointer (&STN_STRETCH_QUESTIONS (object)->ids, g_ptr_array_unref);

  G_OBJECT_CLASS (stn_stretch_questions_parent_class)->dispose (object);
}

static void
stn_stretch_questions_class_init (StnStretchQuestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_stretch_questions_dispose;
  widget_class->grab_focus = stn_stretch_questions_grab_focus;
  widget_class->focus = stn_focus_child;
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-stretch-questions.ui");
  gtk_widget_class_bind_template_child (widget_class, StnStretchQuestions, scroller);
  gtk_widget_class_bind_template_child (widget_class, StnStretchQuestions, ticks);
  gtk_widget_class_bind_template_child (widget_class, StnStretchQuestions, done);
  gtk_widget_class_install_action (widget_class, "questions.answered", NULL, answered_cb);
}

static void
stn_stretch_questions_init (StnStretchQuestions *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
tick_new (StnStretchQuestions *self, const char *text)
{
  GtkWidget *tick = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 6);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (tick), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (tick, "target");
  g_signal_connect_object (tick, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return tick;
}

void
stn_stretch_questions_show (StnStretchQuestions *self, GPtrArray *questions)
{
  g_return_if_fail (STN_IS_STRETCH_QUESTIONS (self) && questions != NULL);
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->ticks))) != NULL)
    gtk_box_remove (self->ticks, old);
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < questions->len; i++) {
    const StnStretchQuestion *question = g_ptr_array_index (questions, i);

    g_ptr_array_add (self->ids, g_strdup (question->id));
    gtk_box_append (self->ticks, tick_new (self, gettext (question->text)));
  }
  toggled_cb (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

GStrv
stn_stretch_questions_list_yes (StnStretchQuestions *self)
{
  g_return_val_if_fail (STN_IS_STRETCH_QUESTIONS (self), NULL);
  g_autoptr (GStrvBuilder) yes = g_strv_builder_new ();
  guint i = 0;

  for (GtkWidget *tick = gtk_widget_get_first_child (GTK_WIDGET (self->ticks)); tick != NULL;
       tick = gtk_widget_get_next_sibling (tick), i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)))
      g_strv_builder_add (yes, g_ptr_array_index (self->ids, i));
  return g_strv_builder_end (yes);
}
