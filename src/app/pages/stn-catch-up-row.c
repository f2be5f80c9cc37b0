/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-catch-up-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "widgets/stn-glyph.h"
#include "widgets/stn-pair-layout.h"
#include "wording/stn-wording.h"

struct _StnCatchUpRow {
  GtkListBoxRow parent_instance;

  StnDate key;
  StnCatchUpState state;
  gboolean is_marked;
  char *next_day; /* "to Saturday 31 October" */

  StnGlyph *glyph;
  GtkLabel *title;
  GtkLabel *line;
  GtkStack *answers;
  GtkWidget *key_no_cramps;
  GtkWidget *key_cramps;
  GtkWidget *key_forgotten;
  GtkWidget *undo;
};

G_DEFINE_FINAL_TYPE (StnCatchUpRow, stn_catch_up_row, GTK_TYPE_LIST_BOX_ROW)

enum { ANSWERED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
line_of (StnCatchUpRow *self)
{
  switch (self->state) {
  case STN_CATCH_UP_OPEN:
    return self->next_day;
  case STN_CATCH_UP_NO_CRAMPS:
    return _ ("No cramps");
  case STN_CATCH_UP_CRAMPS:
    return _ ("Cramps · details when you like");
  case STN_CATCH_UP_FORGOTTEN:
    return _ ("Not recorded · will not be asked again");
  }
  g_return_val_if_reached ("");
}

static void
show_glyph (StnCatchUpRow *self, guint count)
{
  switch (self->state) {
  case STN_CATCH_UP_OPEN:
    stn_glyph_set_kind (self->glyph, STN_GLYPH_ASK);
    break;
  case STN_CATCH_UP_NO_CRAMPS:
    stn_glyph_set_night (self->glyph, STN_NIGHT_NO_CRAMPS, 0);
    break;
  case STN_CATCH_UP_CRAMPS:
    stn_glyph_set_night (self->glyph, STN_NIGHT_CRAMPS, count);
    break;
  case STN_CATCH_UP_FORGOTTEN:
    stn_glyph_set_kind (self->glyph, STN_GLYPH_GAP);
    break;
  }
}

static void
show_name (StnCatchUpRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean has_room = root != NULL && !gtk_widget_has_css_class (GTK_WIDGET (root), "narrow");
  gboolean is_next = self->is_marked && self->state == STN_CATCH_UP_OPEN;
  g_autofree char *line =
    is_next
      /* Translators: the night after "to Saturday 31 October" that the keys answer */
      ? g_strdup_printf (_ ("%s · this one is next"), self->next_day)
      : g_strdup (line_of (self));

  gtk_label_set_text (self->line, line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line, -1);
  gtk_widget_set_visible (self->key_no_cramps, is_next && has_room);
  gtk_widget_set_visible (self->key_cramps, is_next && has_room);
  gtk_widget_set_visible (self->key_forgotten, is_next && has_room);
  if (is_next)
    gtk_widget_add_css_class (GTK_WIDGET (self), "marked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "marked");
}

static void
answer_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[ANSWERED], 0, g_variant_get_int32 (parameter));
}

/* The window may become narrow, or wide, while the row is shown. */
static void
stn_catch_up_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stn_catch_up_row_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::css-classes",
                           G_CALLBACK (show_name), widget, G_CONNECT_SWAPPED);
  show_name (STN_CATCH_UP_ROW (widget));
}

static void
stn_catch_up_row_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), show_name, widget);
  GTK_WIDGET_CLASS (stn_catch_up_row_parent_class)->unroot (widget);
}

static void
stn_catch_up_row_finalize (GObject *object)
{
  g_free (STN_CATCH_UP_ROW (object)->next_day);

  G_OBJECT_CLASS (stn_catch_up_row_parent_class)->finalize (object);
}

static void
stn_catch_up_row_class_init (StnCatchUpRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stn_catch_up_row_finalize;
  widget_class->root = stn_catch_up_row_root;
  widget_class->unroot = stn_catch_up_row_unroot;
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (STN_TYPE_GLYPH);
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-catch-up-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StnCatchUpRow, glyph);
  gtk_widget_class_bind_template_child (widget_class, StnCatchUpRow, title);
  gtk_widget_class_bind_template_child (widget_class, StnCatchUpRow, line);
  gtk_widget_class_bind_template_child (widget_class, StnCatchUpRow, answers);
  gtk_widget_class_bind_template_child (widget_class, StnCatchUpRow, key_no_cramps);
  gtk_widget_class_bind_template_child (widget_class, StnCatchUpRow, key_cramps);
  gtk_widget_class_bind_template_child (widget_class, StnCatchUpRow, key_forgotten);
  gtk_widget_class_bind_template_child (widget_class, StnCatchUpRow, undo);
  gtk_widget_class_install_action (widget_class, "night.answer", "i", answer_cb);
}

static void
stn_catch_up_row_init (StnCatchUpRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
stn_catch_up_row_new (StnDate key, StnDate today)
{
  StnCatchUpRow *self = g_object_new (STN_TYPE_CATCH_UP_ROW, NULL);
  g_autofree char *date = stn_wording_date (key, today);
  g_autofree char *next = stn_wording_date (stn_date_add_days (key, 1), today);

  self->key = key;
  /* Translators: the day after the evening of a night: "to Saturday 31 October" */
  self->next_day = g_strdup_printf (_ ("to %s"), next);
  gtk_label_set_text (self->title, date);
  stn_catch_up_row_set_state (self, STN_CATCH_UP_OPEN, 0);
  return GTK_WIDGET (self);
}

StnDate
stn_catch_up_row_get_key (StnCatchUpRow *self)
{
  g_return_val_if_fail (STN_IS_CATCH_UP_ROW (self), STN_NO_DATE);

  return self->key;
}

void
stn_catch_up_row_set_state (StnCatchUpRow *self, StnCatchUpState state, guint count)
{
  g_return_if_fail (STN_IS_CATCH_UP_ROW (self));

  self->state = state;
  show_glyph (self, count);
  show_name (self);
  gtk_stack_set_visible_child_name (self->answers, state == STN_CATCH_UP_OPEN ? "ask" : "undo");
}

StnCatchUpState
stn_catch_up_row_get_state (StnCatchUpRow *self)
{
  g_return_val_if_fail (STN_IS_CATCH_UP_ROW (self), STN_CATCH_UP_OPEN);

  return self->state;
}

void
stn_catch_up_row_set_marked (StnCatchUpRow *self, gboolean is_marked)
{
  g_return_if_fail (STN_IS_CATCH_UP_ROW (self));

  self->is_marked = is_marked;
  show_name (self);
}
