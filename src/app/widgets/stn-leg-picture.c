/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-leg-picture.h"

#include <glib/gi18n.h>

#include "chart/stn-leg-shape.h"

#include "widgets/stn-palette.h"

/* A click this close beside a place means it, px. */
#define REACH 6
#define LABEL_GAP 6
#define LABEL_WIDTH 132

/* One place of one leg: a toggle button of the whole picture's size that is hit only where the place is; the picture
 * draws all of them. */
#define STN_TYPE_LEG_BUTTON (stn_leg_button_get_type ())
G_DECLARE_FINAL_TYPE (StnLegButton, stn_leg_button, STN, LEG_BUTTON, GtkToggleButton)

struct _StnLegButton {
  GtkToggleButton parent_instance;

  gboolean is_right;
  StnLegPlace place;
};

G_DEFINE_FINAL_TYPE (StnLegButton, stn_leg_button, GTK_TYPE_TOGGLE_BUTTON)

struct _StnLegPicture {
  GtkWidget parent_instance;

  StnSide side;
  StnSite site;
  gboolean is_updating;
  GtkWidget *buttons[2][STN_LEG_PLACES]; /* left, right */
  GtkWidget *labels[2];
};

G_DEFINE_FINAL_TYPE (StnLegPicture, stn_leg_picture, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *const names[2][STN_LEG_PLACES] = {
  {
    [STN_LEG_FRONT_THIGH] = N_ ("Left front thigh"),
    [STN_LEG_BACK_THIGH] = N_ ("Left back thigh"),
    [STN_LEG_KNEE] = N_ ("Left knee"),
    [STN_LEG_SHIN] = N_ ("Left shin"),
    [STN_LEG_CALF] = N_ ("Left calf"),
    [STN_LEG_TOES] = N_ ("Left toes"),
    [STN_LEG_FOOT] = N_ ("Left foot"),
  },
  {
    [STN_LEG_FRONT_THIGH] = N_ ("Right front thigh"),
    [STN_LEG_BACK_THIGH] = N_ ("Right back thigh"),
    [STN_LEG_KNEE] = N_ ("Right knee"),
    [STN_LEG_SHIN] = N_ ("Right shin"),
    [STN_LEG_CALF] = N_ ("Right calf"),
    [STN_LEG_TOES] = N_ ("Right toes"),
    [STN_LEG_FOOT] = N_ ("Right foot"),
  },
};

/* Right on the place, or beside it where no other one is. */
static gboolean
stn_leg_button_contains (GtkWidget *widget, double x, double y)
{
  StnLegButton *self = STN_LEG_BUTTON (widget);
  gboolean is_right;
  StnLegPlace place;

  if (stn_leg_shape_find (x, y, &is_right, &place))
    return is_right == self->is_right && place == self->place;
  for (int dx = -REACH; dx <= REACH; dx += REACH)
    for (int dy = -REACH; dy <= REACH; dy += REACH)
      if (stn_leg_shape_find (x + dx, y + dy, &is_right, &place) && is_right == self->is_right &&
          place == self->place)
        return TRUE;
  return FALSE;
}

static void
stn_leg_button_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GTK_WIDGET_CLASS (stn_leg_button_parent_class)->state_flags_changed (widget, previous);
  gtk_widget_queue_draw (gtk_widget_get_parent (widget));
}

/* The picture draws it. */
static void
stn_leg_button_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
}

static void
stn_leg_button_class_init (StnLegButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->contains = stn_leg_button_contains;
  widget_class->state_flags_changed = stn_leg_button_state_flags_changed;
  widget_class->snapshot = stn_leg_button_snapshot;
  gtk_widget_class_set_css_name (widget_class, "leg-place");
}

static void
stn_leg_button_init (StnLegButton *self)
{
}

static gboolean
has_side (StnSide side, gboolean is_right)
{
  return side == STN_SIDE_BOTH || side == (is_right ? STN_SIDE_RIGHT : STN_SIDE_LEFT);
}

static gboolean
is_chosen (StnLegPicture *self, gboolean is_right, StnLegPlace place)
{
  return self->site != STN_SITE_UNKNOWN && self->site == stn_leg_shape_get_site (place) &&
         has_side (self->side, is_right);
}

/* The other leg with the same place makes both; the chosen one again takes it back. */
static void
toggled_cb (StnLegButton *button, StnLegPicture *self)
{
  StnSite site = stn_leg_shape_get_site (button->place);
  StnSide here = button->is_right ? STN_SIDE_RIGHT : STN_SIDE_LEFT;
  StnSide there = button->is_right ? STN_SIDE_LEFT : STN_SIDE_RIGHT;

  if (self->is_updating)
    return;
  if (!is_chosen (self, button->is_right, button->place))
    stn_leg_picture_set_place (
      self, self->site == site && self->side == there ? STN_SIDE_BOTH : here, site);
  else if (self->side == STN_SIDE_BOTH)
    stn_leg_picture_set_place (self, there, site);
  else
    stn_leg_picture_set_place (self, STN_SIDE_UNKNOWN, STN_SITE_UNKNOWN);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Drawing */

static void
set_color (StnLegPicture *self, cairo_t *cr, const char *name)
{
  GdkRGBA color = stn_palette_get (GTK_WIDGET (self), name);

  gdk_cairo_set_source_rgba (cr, &color);
}

static void
fill_place (StnLegPicture *self, cairo_t *cr, gboolean is_right, StnLegPlace place)
{
  GtkWidget *button = self->buttons[is_right][place];
  gboolean is_hovered = (gtk_widget_get_state_flags (button) & GTK_STATE_FLAG_PRELIGHT) != 0;
  gboolean is_meant = self->side == STN_SIDE_UNKNOWN && self->site != STN_SITE_UNKNOWN &&
                      self->site == stn_leg_shape_get_site (place);

  cairo_save (cr);
  stn_leg_shape_cell (cr, is_right, place);
  cairo_clip (cr);
  if (is_chosen (self, is_right, place))
    set_color (self, cr, "cramps");
  else
    set_color (self, cr, is_hovered || is_meant ? "cramps_pale" : "leg");
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
draw_leg (StnLegPicture *self, cairo_t *cr, gboolean is_right)
{
  cairo_save (cr);
  stn_leg_shape_outline (cr, is_right);
  cairo_clip (cr);
  cairo_push_group (cr);
  for (int place = 0; place < STN_LEG_PLACES; place++)
    fill_place (self, cr, is_right, (StnLegPlace) place);
  /* What is behind shows between the places. */
  stn_leg_shape_lines (cr, is_right);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
  cairo_restore (cr);

  set_color (self, cr, "quiet");
  stn_leg_shape_outline (cr, is_right);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
}

static void
draw_tick (StnLegPicture *self, cairo_t *cr, gboolean is_right, StnLegPlace place)
{
  double x;
  double y;

  stn_leg_shape_center (is_right, place, &x, &y);
  set_color (self, cr, "on_cramps");
  cairo_move_to (cr, x - 5, y + .5);
  cairo_line_to (cr, x - 1.5, y + 4.5);
  cairo_line_to (cr, x + 5.5, y - 4.5);
  cairo_set_line_width (cr, 2.4);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

/* The platform's ring, inside the place. */
static void
draw_focus (StnLegPicture *self, cairo_t *cr, gboolean is_right, StnLegPlace place)
{
  GdkRGBA color;

  if (is_chosen (self, is_right, place) ||
      !gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                       "accent_color", &color))
    color = stn_palette_get (GTK_WIDGET (self), "on_cramps");
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_save (cr);
  stn_leg_shape_cell (cr, is_right, place);
  cairo_clip (cr);
  stn_leg_shape_outline (cr, is_right);
  cairo_clip (cr);
  cairo_set_line_width (cr, 6);
  stn_leg_shape_cell (cr, is_right, place);
  cairo_stroke (cr);
  stn_leg_shape_outline (cr, is_right);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_place (StnLegPicture *self, cairo_t *cr, gboolean is_right, StnLegPlace place)
{
  GtkWidget *button = self->buttons[is_right][place];

  if (is_chosen (self, is_right, place))
    draw_tick (self, cr, is_right, place);
  if (gtk_widget_has_visible_focus (button))
    draw_focus (self, cr, is_right, place);
}

static double
left_edge (StnLegPicture *self)
{
  return (gtk_widget_get_width (GTK_WIDGET (self)) - STN_LEGS_WIDTH) / 2;
}

static void
stn_leg_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StnLegPicture *self = STN_LEG_PICTURE (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT ((float) left_edge (self), 0, STN_LEGS_WIDTH, STN_LEGS_HEIGHT));

  cairo_translate (cr, left_edge (self), 0);
  for (int leg = 0; leg < 2; leg++) {
    draw_leg (self, cr, leg == 1);
    for (int place = 0; place < STN_LEG_PLACES; place++)
      draw_place (self, cr, leg == 1, (StnLegPlace) place);
  }
  cairo_destroy (cr);
  for (int leg = 0; leg < 2; leg++)
    gtk_widget_snapshot_child (widget, self->labels[leg], snapshot);
}

/* Size: the drawing does not grow, the words below it do. */

static void
stn_leg_picture_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  StnLegPicture *self = STN_LEG_PICTURE (widget);
  int widest = 0;

  for (int leg = 0; leg < 2; leg++) {
    int min;

    gtk_widget_measure (self->labels[leg], orientation, -1, &min, NULL, NULL, NULL);
    widest = MAX (widest, min);
  }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (STN_LEGS_WIDTH, 2 * widest);
  else
    *minimum = *natural = STN_LEGS_HEIGHT + LABEL_GAP + widest;
}

static void
stn_leg_picture_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StnLegPicture *self = STN_LEG_PICTURE (widget);
  int left = (width - STN_LEGS_WIDTH) / 2;
  int top = STN_LEGS_HEIGHT + LABEL_GAP;

  for (int leg = 0; leg < 2; leg++) {
    GtkAllocation picture = {left, 0, STN_LEGS_WIDTH, STN_LEGS_HEIGHT};
    /* Right below the leg. */
    GtkAllocation label = {left + leg * (STN_LEGS_WIDTH - LABEL_WIDTH), top, LABEL_WIDTH,
                           height - top};

    gtk_widget_size_allocate (self->labels[leg], &label, -1);
    for (int place = 0; place < STN_LEG_PLACES; place++)
      gtk_widget_size_allocate (self->buttons[leg][place], &picture, -1);
  }
}

/* Keys: as the eye goes. Front and back of the left leg, then back and front of the right one. */

static const StnLegPlace grid[][4] = {
  {STN_LEG_FRONT_THIGH, STN_LEG_BACK_THIGH, STN_LEG_BACK_THIGH, STN_LEG_FRONT_THIGH},
  {STN_LEG_KNEE, STN_LEG_KNEE, STN_LEG_KNEE, STN_LEG_KNEE},
  {STN_LEG_SHIN, STN_LEG_CALF, STN_LEG_CALF, STN_LEG_SHIN},
  {STN_LEG_TOES, STN_LEG_FOOT, STN_LEG_FOOT, STN_LEG_TOES},
};

static gboolean
find_in_grid (StnLegPicture *self, GtkWidget *button, int *ret_row, int *ret_column)
{
  for (int row = 0; row < (int) G_N_ELEMENTS (grid); row++)
    for (int column = 0; column < 4; column++)
      if (self->buttons[column / 2][grid[row][column]] == button) {
        *ret_row = row;
        *ret_column = column;
        return TRUE;
      }
  return FALSE;
}

static gboolean
move_focus (StnLegPicture *self, GtkWidget *from, int rows, int columns)
{
  int row;
  int column;

  if (!find_in_grid (self, from, &row, &column))
    return FALSE;
  do {
    row += rows;
    column += columns;
    if (row < 0 || row >= (int) G_N_ELEMENTS (grid) || column < 0 || column >= 4)
      return FALSE;
  } while (self->buttons[column / 2][grid[row][column]] == from);
  return gtk_widget_grab_focus (self->buttons[column / 2][grid[row][column]]);
}

static GtkWidget *
first_stop (StnLegPicture *self)
{
  for (int leg = 0; leg < 2; leg++)
    for (int place = 0; place < STN_LEG_PLACES; place++)
      if (is_chosen (self, leg == 1, (StnLegPlace) place))
        return self->buttons[leg][place];
  return self->buttons[0][STN_LEG_CALF];
}

static gboolean
stn_leg_picture_focus (GtkWidget *widget, GtkDirectionType direction)
{
  StnLegPicture *self = STN_LEG_PICTURE (widget);
  GtkWidget *current = gtk_widget_get_focus_child (widget);

  if (current == NULL)
    return gtk_widget_grab_focus (first_stop (self));
  switch (direction) {
  case GTK_DIR_UP:
    return move_focus (self, current, -1, 0);
  case GTK_DIR_DOWN:
    return move_focus (self, current, 1, 0);
  case GTK_DIR_LEFT:
    return move_focus (self, current, 0, -1);
  case GTK_DIR_RIGHT:
    return move_focus (self, current, 0, 1);
  case GTK_DIR_TAB_FORWARD:
  case GTK_DIR_TAB_BACKWARD:
    return FALSE;
  }
  return FALSE;
}

static gboolean
stn_leg_picture_grab_focus (GtkWidget *widget)
{
  return stn_leg_picture_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
show_button (StnLegPicture *self, gboolean is_right, StnLegPlace place)
{
  GtkWidget *button = self->buttons[is_right][place];

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), is_chosen (self, is_right, place));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (names[is_right][place]), -1);
}

static void
show_all (StnLegPicture *self)
{
  self->is_updating = TRUE;
  for (int leg = 0; leg < 2; leg++) {
    for (int place = 0; place < STN_LEG_PLACES; place++)
      show_button (self, leg == 1, (StnLegPlace) place);
    if (has_side (self->side, leg == 1))
      gtk_widget_add_css_class (self->labels[leg], "heading");
    else
      gtk_widget_remove_css_class (self->labels[leg], "heading");
  }
  self->is_updating = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stn_leg_picture_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (stn_leg_picture_parent_class)->dispose (object);
}

static void
stn_leg_picture_class_init (StnLegPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_leg_picture_dispose;
  widget_class->measure = stn_leg_picture_measure;
  widget_class->size_allocate = stn_leg_picture_size_allocate;
  widget_class->snapshot = stn_leg_picture_snapshot;
  widget_class->focus = stn_leg_picture_focus;
  widget_class->grab_focus = stn_leg_picture_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "legs");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_button (StnLegPicture *self, gboolean is_right, StnLegPlace place)
{
  StnLegButton *button = g_object_new (STN_TYPE_LEG_BUTTON, NULL);

  button->is_right = is_right;
  button->place = place;
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (button), GTK_WIDGET (self));
  return GTK_WIDGET (button);
}

static void
stn_leg_picture_init (StnLegPicture *self)
{
  const char *sides[] = {C_ ("leg", "Left"), C_ ("leg", "Right")};

  for (int leg = 0; leg < 2; leg++) {
    for (int place = 0; place < STN_LEG_PLACES; place++)
      self->buttons[leg][place] = make_button (self, leg == 1, (StnLegPlace) place);
    self->labels[leg] = gtk_label_new (sides[leg]);
    gtk_widget_set_parent (self->labels[leg], GTK_WIDGET (self));
  }
  show_all (self);
}

GtkWidget *
stn_leg_picture_new (void)
{
  return g_object_new (STN_TYPE_LEG_PICTURE, NULL);
}

void
stn_leg_picture_set_place (StnLegPicture *self, StnSide side, StnSite site)
{
  g_return_if_fail (STN_IS_LEG_PICTURE (self));

  self->side = side;
  self->site = site;
  show_all (self);
}

StnSide
stn_leg_picture_get_side (StnLegPicture *self)
{
  g_return_val_if_fail (STN_IS_LEG_PICTURE (self), STN_SIDE_UNKNOWN);

  return self->side;
}

StnSite
stn_leg_picture_get_site (StnLegPicture *self)
{
  g_return_val_if_fail (STN_IS_LEG_PICTURE (self), STN_SITE_UNKNOWN);

  return self->site;
}
