/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-paper-window.h"

#include <glib/gi18n.h>

#include "present/stn-date-text.h"
#include "present/stn-paper-grid.h"
#include "widgets/stn-field-reason.h"
#include "widgets/stn-pair-layout.h"
#include "widgets/stn-question.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording.h"

/* A column of cells is at least so wide, times the size of text. */
#define COLUMN_PX 80

#define DATE_MAX 40
#define CELL_MAX 40    /* characters; more than any answer has */
#define NOTE_MAX 25000 /* STN_NOTE_MAX_BYTES in any script */

struct _StnPaperWindow {
  AdwWindow parent_instance;

  StnPaperGrid *grid;
  gboolean is_showing; /* what the grid has is shown, not typed */

  GtkLabel *titles[STN_PAPER_NIGHTS];
  GtkWidget *cells[STN_PAPER_NIGHTS][STN_PAPER_COLUMNS]; /* GtkEntry */

  GtkWidget *save;
  GtkWidget *earlier;
  GtkWidget *later;
  GtkWidget *first;
  GtkBox *nights;
  GtkLabel *summary;
  GtkLabel *error;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (StnPaperWindow, stn_paper_window, ADW_TYPE_WINDOW)

static StnDate
get_key (StnPaperWindow *self, int row)
{
  return stn_date_add_days (stn_paper_grid_get_first (self->grid), row);
}

/* Which cell has the focus; FALSE when none has. */
static gboolean
find_focus (StnPaperWindow *self, int *ret_row, int *ret_column)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  for (int row = 0; focus != NULL && row < STN_PAPER_NIGHTS; row++)
    for (int column = 0; column < STN_PAPER_COLUMNS; column++)
      if (focus == self->cells[row][column] ||
          gtk_widget_is_ancestor (focus, self->cells[row][column])) {
        *ret_row = row;
        *ret_column = column;
        return TRUE;
      }
  return FALSE;
}

/* Showing */

/* (transfer full) (nullable) its problem */
static char *
show_cell (StnPaperWindow *self, int row, StnPaperColumn column)
{
  GtkWidget *cell = self->cells[row][column];
  StnDate key = get_key (self, row);
  g_autofree char *stored = stn_paper_grid_get_stored (self->grid, key, column);
  char *problem = stn_paper_grid_get_problem (self->grid, key, column);
  /* Translators: what the diary says of a night already, "2" */
  g_autofree char *already = g_strdup_printf (_ ("In the diary: %s"), stored);

  if (problem == NULL)
    gtk_widget_remove_css_class (cell, "error");
  else
    gtk_widget_add_css_class (cell, "error");
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_INVALID,
    problem == NULL ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem != NULL   ? problem
                                  : *stored == '\0' ? ""
                                                    : already,
                                  -1);
  return problem;
}

/* A problem of a night stands below it, for there is no room beside the cell: that of the cell that has the focus, else the first. */
static void
show_problems (StnPaperWindow *self, int row)
{
  GtkWidget *cells = gtk_widget_get_parent (GTK_WIDGET (self->titles[row]));
  g_autofree char *text = NULL;
  int focus_row, focus_column;

  if (!find_focus (self, &focus_row, &focus_column) || focus_row != row)
    focus_column = -1;
  for (int i = 0; i < STN_PAPER_COLUMNS; i++) {
    g_autofree char *problem = show_cell (self, row, (StnPaperColumn) i);

    if (problem == NULL || (text != NULL && i != focus_column))
      continue;
    g_free (text);
    /* Translators: 1: a column, "Pain 0-10", 2: why what stands there cannot be read */
    text = g_strdup_printf (_ ("%1$s: %2$s"), stn_paper_column_name ((StnPaperColumn) i), problem);
  }
  stn_field_reason_show (cells, text);
  gtk_widget_remove_css_class (cells, "error"); /* not all of them */
}

static void
show_night (StnPaperWindow *self, int row)
{
  StnDate key = get_key (self, row);
  StnDate last_night = stn_paper_grid_get_last_night (self->grid);
  g_autofree char *date = stn_wording_date (key, last_night);
  g_autofree char *night = stn_wording_night (key, last_night);

  gtk_label_set_label (self->titles[row], date);
  for (int i = 0; i < STN_PAPER_COLUMNS; i++) {
    StnPaperColumn column = (StnPaperColumn) i;
    GtkWidget *cell = self->cells[row][i];
    g_autofree char *stored = stn_paper_grid_get_stored (self->grid, key, column);
    /* Translators: a cell of a grid: 1: "Night of Monday 2 to Tuesday 3 March", 2: a column, "Cramps" */
    g_autofree char *name =
      g_strdup_printf (_ ("%1$s: %2$s"), night, stn_paper_column_name (column));

    gtk_editable_set_text (GTK_EDITABLE (cell), stn_paper_grid_get_cell (self->grid, key, column));
    gtk_entry_set_placeholder_text (GTK_ENTRY (cell), stored);
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  }
  show_problems (self, row);
}

static char *
describe (StnPaperWindow *self)
{
  char *summary = stn_paper_grid_describe (self->grid);

  if (summary != NULL)
    return summary;
  if (stn_paper_grid_is_empty (self->grid))
    return g_strdup (_ ("Nothing is typed yet."));
  return g_strdup (_ ("What you type is kept here until you save it."));
}

static void
show_check (StnPaperWindow *self)
{
  const char *error = stn_paper_grid_get_error (self->grid);
  g_autofree char *summary = describe (self);

  gtk_label_set_label (self->summary, summary);
  gtk_label_set_label (self->error, error == NULL ? "" : error);
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
  gtk_widget_set_visible (self->clear, !stn_paper_grid_is_empty (self->grid));
  gtk_widget_set_sensitive (self->save, stn_paper_grid_can_save (self->grid));
}

static void
loaded_cb (StnPaperWindow *self)
{
  StnDate first = stn_paper_grid_get_first (self->grid);
  StnDate end = stn_date_add_days (first, STN_PAPER_NIGHTS - 1);
  g_autofree char *text = NULL;
  int row, column;

  if (!stn_date_is_set (first))
    return;
  text = stn_date_text_new (first);
  self->is_showing = TRUE;
  for (row = 0; row < STN_PAPER_NIGHTS; row++)
    show_night (self, row);
  gtk_editable_set_text (GTK_EDITABLE (self->first), text);
  self->is_showing = FALSE;
  gtk_widget_set_sensitive (self->later,
                            stn_date_compare (end, stn_paper_grid_get_last_night (self->grid)) < 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->nights), TRUE);
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL || !find_focus (self, &row, &column))
    gtk_widget_grab_focus (self->cells[0][0]);
  show_check (self);
}

static void
focus_moved_cb (StnPaperWindow *self)
{
  int row, column;

  if (self->grid != NULL && stn_date_is_set (stn_paper_grid_get_first (self->grid)) &&
      find_focus (self, &row, &column))
    show_problems (self, row);
}

/* Typing */

static void
typed_cb (StnPaperWindow *self, GtkEditable *cell)
{
  int row = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "row"));
  int column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "column"));

  if (self->is_showing)
    return;
  stn_paper_grid_set_cell (self->grid, get_key (self, row), (StnPaperColumn) column,
                           gtk_editable_get_text (cell));
  /* Whether there was a cramp changes what the cells beside it mean. */
  show_problems (self, row);
}

static gboolean
focus_cell (StnPaperWindow *self, int row, int column)
{
  if (row < 0 || row >= STN_PAPER_NIGHTS || column < 0 || column >= STN_PAPER_COLUMNS)
    return FALSE;
  return gtk_widget_grab_focus (self->cells[row][column]);
}

/* Whether an arrow key would do nothing in the cell any more. */
static gboolean
is_at_end (GtkWidget *cell, gboolean is_start)
{
  GtkEditable *text = GTK_EDITABLE (cell);
  int from, to;

  if (gtk_editable_get_selection_bounds (text, &from, &to))
    return from == 0 && to == g_utf8_strlen (gtk_editable_get_text (text), -1);
  return gtk_editable_get_position (text) ==
         (is_start ? 0 : (int) g_utf8_strlen (gtk_editable_get_text (text), -1));
}

static gboolean
move_sideways (StnPaperWindow *self, int row, int column, gboolean to_the_left)
{
  GtkWidget *cell = self->cells[row][column];
  gboolean is_back = to_the_left == (gtk_widget_get_direction (cell) == GTK_TEXT_DIR_LTR);

  return is_at_end (cell, is_back) && focus_cell (self, row, column + (is_back ? -1 : 1));
}

static gboolean
key_pressed_cb (StnPaperWindow *self, guint key, guint code, GdkModifierType state)
{
  int row, column;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || !find_focus (self, &row, &column))
    return GDK_EVENT_PROPAGATE;
  switch (key) {
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    return focus_cell (self, row - 1, column);
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    return focus_cell (self, row + 1, column);
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    return move_sideways (self, row, column, TRUE);
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    return move_sideways (self, row, column, FALSE);
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_ISO_Enter:
    focus_cell (self, row + 1, 0);
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

/* Which nights */

static void
show_from (StnPaperWindow *self, StnDate first)
{
  gtk_widget_grab_focus (self->first);
  stn_paper_grid_show (self->grid, first);
}

static void
earlier_cb (StnPaperWindow *self)
{
  if (stn_date_is_set (stn_paper_grid_get_first (self->grid)))
    show_from (self, get_key (self, -STN_PAPER_NIGHTS));
}

static void
later_cb (StnPaperWindow *self)
{
  if (stn_date_is_set (stn_paper_grid_get_first (self->grid)))
    show_from (self, get_key (self, STN_PAPER_NIGHTS));
}

static void
first_typed_cb (StnPaperWindow *self)
{
  StnDate first;
  gboolean is_day =
    stn_date_text_parse (gtk_editable_get_text (GTK_EDITABLE (self->first)), &first);

  stn_field_reason_show (self->first,
                         is_day ? NULL : _ ("A day with its year, such as 1 May 2026"));
  if (is_day)
    stn_paper_grid_show (self->grid, first);
}

/* Saving, throwing away, closing */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnPaperWindow) self = STN_PAPER_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  gint64 group = 0;
  StnDate newest = STN_NO_DATE;
  g_autofree char *text =
    stn_paper_grid_save_finish (STN_PAPER_GRID (source), result, &group, &newest, &error);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  char key[STN_DATE_TEXT_SIZE];

  if (text == NULL)
    return; /* the grid says why, and nothing was changed */
  if (parent != NULL) {
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-night", "s",
                                stn_date_to_text (newest, key));
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.announce", "(sx)", text, group);
  }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_clicked_cb (StnPaperWindow *self)
{
  stn_paper_grid_save (self->grid, saved_cb, g_object_ref (self));
}

static void
clear_answered_cb (AdwMessageDialog *dialog, const char *response, StnPaperWindow *self)
{
  if (!g_str_equal (response, "clear"))
    return;
  stn_paper_grid_clear (self->grid);
  focus_cell (self, 0, 0);
}

static void
clear_clicked_cb (StnPaperWindow *self)
{
  AdwMessageDialog *question =
    stn_question_show (GTK_WINDOW (self), _ ("Throw away what you typed?"),
                       _ ("Nothing of it is in the diary yet. The diary stays as it is."), "clear",
                       _ ("_Throw Away"), ADW_RESPONSE_DESTRUCTIVE);

  g_signal_connect_object (question, "response", G_CALLBACK (clear_answered_cb), self, 0);
}

/* What was typed last is kept, too. */
static gboolean
stn_paper_window_close_request (GtkWindow *window)
{
  stn_paper_grid_keep (STN_PAPER_WINDOW (window)->grid);
  return GTK_WINDOW_CLASS (stn_paper_window_parent_class)->close_request (window);
}

/* Building */

static GtkWidget *
make_cell (StnPaperWindow *self, int row, int column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name =
    g_object_new (GTK_TYPE_LABEL, "label", stn_paper_column_name ((StnPaperColumn) column),
                  "xalign", 0.0F, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "width-chars", 3, "max-width-chars", 3, NULL);

  gtk_widget_add_css_class (name, "caption");
  gtk_widget_set_valign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), entry);
  stn_field_reason_limit (entry, column == STN_PAPER_OTHER ? NOTE_MAX : CELL_MAX);
  g_object_set_data (G_OBJECT (entry), "row", GINT_TO_POINTER (row));
  g_object_set_data (G_OBJECT (entry), "column", GINT_TO_POINTER (column));
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  self->cells[row][column] = entry;
  return box;
}

static void
add_night (StnPaperWindow *self, int row)
{
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0F, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "valign", GTK_ALIGN_END, NULL);
  GtkLayoutManager *layout = stn_wrap_layout_new ();
  GtkWidget *cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_object_set (layout, "spacing", 6, "even", TRUE, "column-width", COLUMN_PX, NULL);
  gtk_widget_set_layout_manager (cells, layout);
  gtk_widget_add_css_class (title, "heading");
  self->titles[row] = GTK_LABEL (title);
  gtk_box_append (GTK_BOX (cells), title);
  for (int column = 0; column < STN_PAPER_COLUMNS; column++)
    gtk_box_append (GTK_BOX (cells), make_cell (self, row, column));
  gtk_box_append (self->nights, cells);
}

static void
stn_paper_window_dispose (GObject *object)
{
  StnPaperWindow *self = STN_PAPER_WINDOW (object);

  if (self->grid != NULL)
    g_signal_handlers_disconnect_by_data (self->grid, self);
  g_clear_object (&self->grid);
  G_OBJECT_CLASS (stn_paper_window_parent_class)->dispose (object);
}

static void
stn_paper_window_class_init (StnPaperWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_paper_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = stn_paper_window_close_request;
  g_type_ensure (STN_TYPE_PAIR_LAYOUT);
  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-paper-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StnPaperWindow, save);
  gtk_widget_class_bind_template_child (widget_class, StnPaperWindow, earlier);
  gtk_widget_class_bind_template_child (widget_class, StnPaperWindow, later);
  gtk_widget_class_bind_template_child (widget_class, StnPaperWindow, first);
  gtk_widget_class_bind_template_child (widget_class, StnPaperWindow, nights);
  gtk_widget_class_bind_template_child (widget_class, StnPaperWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, StnPaperWindow, error);
  gtk_widget_class_bind_template_child (widget_class, StnPaperWindow, clear);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_typed_cb);
}

static void
stn_paper_window_init (StnPaperWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  stn_field_reason_limit (GTK_WIDGET (self->first), DATE_MAX);
  for (int row = 0; row < STN_PAPER_NIGHTS; row++)
    add_night (self, row);
  gtk_widget_set_sensitive (GTK_WIDGET (self->nights), FALSE);
  /* Before the field that has the focus takes them. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->nights), keys);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_moved_cb), NULL);
}

StnPaperWindow *
stn_paper_window_new (GtkWindow *parent, StnDiaryClient *client)
{
  StnPaperWindow *self = g_object_new (STN_TYPE_PAPER_WINDOW, "transient-for", parent, NULL);

  self->grid = stn_paper_grid_new (client);
  g_signal_connect_swapped (self->grid, "loaded", G_CALLBACK (loaded_cb), self);
  g_signal_connect_swapped (self->grid, "checked", G_CALLBACK (show_check), self);
  show_check (self);
  return self;
}
