/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-relief-form.h"

#include <glib/gi18n.h>

#include "base/stn-text-line.h"
#include "knowledge/stn-advice.h"
#include "pages/stn-answer-chips.h"
#include "widgets/stn-chip-group.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording.h"

/* What most people try has its chip at once, the rest of what is known behind "Other…". */
static const char *const usual[] = {"stretch", "walk", "massage", "warmth", "cold", "wait", NULL};

/* It ended, and by nothing that was tried. */
#define BY_ITSELF "nothing"
#define OTHERS_MAX 40
#define OWN_NAME_MAX 80

struct _StnReliefForm {
  AdwBin parent_instance;

  GPtrArray *
    others; /* element-type utf8, names of the chips behind "Other…": those above, then the person's own */
  GPtrArray *enders;   /* element-type utf8, names of the chips of "What ended it?" */
  gboolean is_touched; /* FALSE: what was shown stays as it is, also what the chips cannot say */
  gboolean is_filled;  /* "eased" was filled in, not answered */

  StnChipGroup *tried;
  GtkWidget *more;
  StnChipGroup *tried_others;
  GtkEntry *own;
  GtkLabel *own_reason;
  StnChipGroup *ended;
  StnChipGroup *eased;
};

G_DEFINE_FINAL_TYPE (StnReliefForm, stn_relief_form, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

#define CHIP_OTHER (G_N_ELEMENTS (usual) - 1)

static GtkStringList *
words_of (const char *const *names, guint n)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (words, stn_wording_relief_tried (names[i]));
  return words;
}

static void
show_others (StnReliefForm *self)
{
  g_autoptr (GtkStringList) words =
    words_of ((const char *const *) self->others->pdata, self->others->len);

  g_object_set (self->tried_others, "model", words, NULL);
}

/* (transfer container): what was tried, in the order of the chips. */
static GPtrArray *
list_tried (StnReliefForm *self)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < CHIP_OTHER; i++)
    if (stn_chip_group_is_chosen (self->tried, i))
      g_ptr_array_add (names, (char *) usual[i]);
  for (guint i = 0; stn_chip_group_is_chosen (self->tried, CHIP_OTHER) && i < self->others->len;
       i++)
    if (stn_chip_group_is_chosen (self->tried_others, i))
      g_ptr_array_add (names, self->others->pdata[i]);
  return names;
}

static const char *
get_ended_by (StnReliefForm *self)
{
  guint chip = stn_chip_group_get_selected (self->ended);

  return chip < self->enders->len ? self->enders->pdata[chip] : NULL;
}

static void
add_ender (StnReliefForm *self, GtkStringList *words, const char *name)
{
  g_ptr_array_add (self->enders, g_strdup (name));
  gtk_string_list_append (words, g_str_equal (name, BY_ITSELF) ? _ ("It just stopped")
                                                               : stn_wording_relief_tried (name));
}

/* Only what was tried can have ended it; what is not offered any more is not chosen any more. */
static void
show_enders (StnReliefForm *self, const char *ended_by)
{
  g_autofree char *chosen = g_strdup (ended_by);
  g_autoptr (GPtrArray) names = list_tried (self);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint chip = GTK_INVALID_LIST_POSITION;

  g_ptr_array_set_size (self->enders, 0);
  for (guint i = 0; i < names->len; i++)
    add_ender (self, words, names->pdata[i]);
  add_ender (self, words, BY_ITSELF);
  g_object_set (self->ended, "model", words, NULL);
  for (guint i = 0; i < self->enders->len; i++)
    if (g_strcmp0 (self->enders->pdata[i], chosen) == 0)
      chip = i;
  stn_chip_group_set_selected (self->ended, chip);
}

static void
fill_eased (StnReliefForm *self)
{
  gboolean by_stretching = g_strcmp0 (get_ended_by (self), "stretch") == 0;

  if (by_stretching && stn_chip_group_get_selected (self->eased) == GTK_INVALID_LIST_POSITION) {
    stn_answer_chips_set_answer (self->eased, STN_ANSWER_YES);
    self->is_filled = TRUE;
  } else if (!by_stretching && self->is_filled) {
    stn_answer_chips_set_answer (self->eased, STN_ANSWER_UNKNOWN);
    self->is_filled = FALSE;
  }
}

static void
touched (StnReliefForm *self)
{
  self->is_touched = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tried_changed_cb (StnReliefForm *self)
{
  gtk_widget_set_visible (self->more, stn_chip_group_is_chosen (self->tried, CHIP_OTHER));
  show_enders (self, get_ended_by (self));
  fill_eased (self);
  touched (self);
}

static void
ended_changed_cb (StnReliefForm *self)
{
  fill_eased (self);
  touched (self);
}

static void
eased_changed_cb (StnReliefForm *self)
{
  self->is_filled = FALSE;
  touched (self);
}

/* The place of @name among the chips behind "Other…", where it is put when it is new. */
static guint
place_other (StnReliefForm *self, const char *name)
{
  for (guint i = 0; i < self->others->len; i++)
    if (g_str_equal (self->others->pdata[i], name))
      return i;
  g_ptr_array_add (self->others, g_strdup (name));
  show_others (self);
  return self->others->len - 1;
}

static void
tick (StnReliefForm *self, const char *name)
{
  for (guint i = 0; i < CHIP_OTHER; i++)
    if (g_str_equal (usual[i], name)) {
      stn_chip_group_set_chosen (self->tried, i, TRUE);
      return;
    }
  stn_chip_group_set_chosen (self->tried_others, place_other (self, name), TRUE);
  stn_chip_group_set_chosen (self->tried, CHIP_OTHER, TRUE);
}

static void
show_own_reason (StnReliefForm *self, const char *reason)
{
  gtk_label_set_text (self->own_reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->own_reason), reason != NULL);
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (self->own), GTK_ACCESSIBLE_STATE_INVALID,
    reason != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* The name of something that has no chip yet. Commas part the names on the command line. */
static void
own_entered_cb (StnReliefForm *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->own))));

  if (*name == '\0')
    return;
  if (strchr (name, ',') != NULL || !stn_text_is_line (name, OWN_NAME_MAX)) {
    show_own_reason (self, _ ("A name has at most 80 letters, in one line and without a comma."));
    return;
  }
  if (self->others->len >= OTHERS_MAX) {
    show_own_reason (self, _ ("There is no room for more."));
    return;
  }
  tick (self, name);
  gtk_editable_set_text (GTK_EDITABLE (self->own), "");
  show_own_reason (self, NULL);
  tried_changed_cb (self);
}

static void
own_typed_cb (StnReliefForm *self)
{
  show_own_reason (self, NULL);
}

static void
insert_cb (GtkEditable *text, const char *added, int length, int *position, StnReliefForm *self)
{
  if (g_utf8_strlen (added, length) + gtk_entry_get_text_length (self->own) <= OWN_NAME_MAX)
    return;
  g_signal_stop_emission_by_name (text, "insert-text");
  show_own_reason (self, _ ("A name has at most 80 letters, in one line and without a comma."));
}

static void
stn_relief_form_finalize (GObject *object)
{
  StnReliefForm *self = STN_RELIEF_FORM (object);

  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->enders);

  G_OBJECT_CLASS (stn_relief_form_parent_class)->finalize (object);
}

static void
stn_relief_form_class_init (StnReliefFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stn_relief_form_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STN_TYPE_CHIP_GROUP);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-relief-form.ui");
  gtk_widget_class_bind_template_child (widget_class, StnReliefForm, tried);
  gtk_widget_class_bind_template_child (widget_class, StnReliefForm, more);
  gtk_widget_class_bind_template_child (widget_class, StnReliefForm, tried_others);
  gtk_widget_class_bind_template_child (widget_class, StnReliefForm, own);
  gtk_widget_class_bind_template_child (widget_class, StnReliefForm, own_reason);
  gtk_widget_class_bind_template_child (widget_class, StnReliefForm, ended);
  gtk_widget_class_bind_template_child (widget_class, StnReliefForm, eased);
  gtk_widget_class_bind_template_callback (widget_class, tried_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, ended_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, eased_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, own_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, own_typed_cb);
}

static void
stn_relief_form_init (StnReliefForm *self)
{
  g_autoptr (GtkStringList) words = words_of (usual, CHIP_OTHER);

  self->others = g_ptr_array_new_with_free_func (g_free);
  self->enders = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (words, _ ("Other…"));
  g_object_set (self->tried, "model", words, NULL);
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (self->own)), "insert-text",
                    G_CALLBACK (insert_cb), self);
}

static void
list_known_others (StnReliefForm *self)
{
  const StnAdvice *const *reliefs = stn_knowledge_list_reliefs (stn_knowledge_get ());

  g_ptr_array_set_size (self->others, 0);
  for (guint i = 0; reliefs[i] != NULL; i++)
    if (!g_strv_contains (usual, reliefs[i]->id))
      g_ptr_array_add (self->others, g_strdup (reliefs[i]->id));
}

void
stn_relief_form_show (StnReliefForm *self, const StnEpisode *episode)
{
  g_return_if_fail (STN_IS_RELIEF_FORM (self));

  list_known_others (self);
  stn_chip_group_set_selected (self->tried, GTK_INVALID_LIST_POSITION);
  stn_chip_group_set_selected (self->tried_others, GTK_INVALID_LIST_POSITION);
  show_others (self);
  for (char **name = episode->relief; name != NULL && *name != NULL; name++)
    tick (self, *name);
  /* Who says what ended it, tried it. */
  if (episode->ended_by != NULL && !g_str_equal (episode->ended_by, BY_ITSELF))
    tick (self, episode->ended_by);
  self->is_touched = FALSE;
  self->is_filled = FALSE;
  gtk_widget_set_visible (self->more, stn_chip_group_is_chosen (self->tried, CHIP_OTHER));
  show_enders (self, episode->ended_by);
  stn_answer_chips_set_answer (self->eased, episode->eased);
}

void
stn_relief_form_answer_eased (StnReliefForm *self, StnAnswer answer)
{
  g_return_if_fail (STN_IS_RELIEF_FORM (self));

  stn_answer_chips_set_answer (self->eased, answer);
  eased_changed_cb (self);
}

void
stn_relief_form_read (StnReliefForm *self, StnEpisode *episode)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GStrvBuilder) relief = g_strv_builder_new ();

  g_return_if_fail (STN_IS_RELIEF_FORM (self));

  if (!self->is_touched)
    return;
  names = list_tried (self);
  for (guint i = 0; i < names->len; i++)
    g_strv_builder_add (relief, names->pdata[i]);
  g_clear_pointer (&episode->relief, g_strfreev);
  if (names->len > 0)
    episode->relief = g_strv_builder_end (relief);
  g_free (episode->ended_by);
  episode->ended_by = g_strdup (get_ended_by (self));
  episode->eased = stn_answer_chips_get_answer (self->eased);
}
