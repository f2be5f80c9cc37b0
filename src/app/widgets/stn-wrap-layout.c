/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-wrap-layout.h"

#include "widgets/stn-text-scale.h"

struct _StnWrapLayout {
  GtkLayoutManager parent_instance;

  int spacing;
  gboolean even;
  int column_width;
};

G_DEFINE_FINAL_TYPE (StnWrapLayout, stn_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum { PROP_SPACING = 1, PROP_EVEN, PROP_COLUMN_WIDTH, N_PROPS };
static GParamSpec *props[N_PROPS];

/* What all visible children want. */
typedef struct {
  guint n;
  int min;     /* widest minimum */
  int nat;     /* widest natural */
  int nat_sum; /* all natural widths and the spacing between them */
} Wish;

static Wish
measure_wish (StnWrapLayout *self, GtkWidget *widget)
{
  Wish wish = {0};

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int min;
    int nat;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);
    wish.nat_sum += nat + (wish.n > 0 ? self->spacing : 0);
    wish.n++;
    wish.min = MAX (wish.min, min);
    wish.nat = MAX (wish.nat, nat);
  }
  return wish;
}

/* Even lines: as few as hold all children in the width that a column wants, then the children shared out equally. */
static guint
columns_for (StnWrapLayout *self, GtkWidget *widget, const Wish *wish, int width)
{
  int scaled = (int) (self->column_width * stn_text_scale (widget));
  int column = MAX (wish->min, self->column_width > 0 ? scaled : wish->nat);
  int fitting = MAX (1, (width + self->spacing) / MAX (1, column + self->spacing));
  guint lines;

  if (wish->n == 0)
    return 1;
  lines = (wish->n + (guint) fitting - 1) / (guint) fitting;
  return (wish->n + lines - 1) / lines;
}

static int
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size, int *ret_min)
{
  int min;
  int nat;

  gtk_widget_measure (child, orientation, for_size, &min, &nat, NULL, NULL);
  if (ret_min != NULL)
    *ret_min = min;
  return nat;
}

static void
allocate_child (GtkWidget *widget, GtkWidget *child, int width, GtkAllocation place)
{
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    place.x = width - place.x - place.width;
  gtk_widget_size_allocate (child, &place, -1);
}

static int
word_width (GtkWidget *child, int width)
{
  int min;
  int nat = measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, &min);

  return MAX (min, MIN (nat, width));
}

/* The line of words that begins with @first: the widget after it, and its height. */
static GtkWidget *
find_line_end (StnWrapLayout *self, GtkWidget *first, int width, int *ret_height)
{
  GtkWidget *child;
  int x = 0;

  *ret_height = 0;
  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child)) {
    int own;

    if (!gtk_widget_should_layout (child))
      continue;
    own = word_width (child, width);
    if (x > 0 && x + own > width)
      break;
    x += own + self->spacing;
    *ret_height = MAX (*ret_height, measure_child (child, GTK_ORIENTATION_VERTICAL, own, NULL));
  }
  return child;
}

/* Places the children in @width as words, each as high as its line; allocates them when @allocate. Returns: the height. */
static int
place_words (StnWrapLayout *self, GtkWidget *widget, int width, gboolean allocate)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int y = 0;

  while (first != NULL) {
    int height, x = 0;
    GtkWidget *end = find_line_end (self, first, width, &height);

    for (GtkWidget *child = first; child != end && allocate;
         child = gtk_widget_get_next_sibling (child)) {
      int own;

      if (!gtk_widget_should_layout (child))
        continue;
      own = word_width (child, width);
      allocate_child (widget, child, width, (GtkAllocation){x, y, own, height});
      x += own + self->spacing;
    }
    y += height + (height > 0 && end != NULL ? self->spacing : 0);
    first = end;
  }
  return y;
}

static int
tallest (GtkWidget *widget, int width)
{
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      height = MAX (height, measure_child (child, GTK_ORIENTATION_VERTICAL, width, NULL));
  return height;
}

/* The same in even columns, all equally high; each column ends where the next begins, in whole pixels. */
static int
place_even (StnWrapLayout *self, GtkWidget *widget, int width, gboolean allocate)
{
  Wish wish = measure_wish (self, widget);
  int columns = (int) columns_for (self, widget, &wish, width);
  int pitch = width + self->spacing;
  int height = tallest (widget, MAX (wish.min, pitch / columns - self->spacing));
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && allocate;
       child = gtk_widget_get_next_sibling (child)) {
    int column = i % columns;
    int start = column * pitch / columns;
    int end = (column + 1) * pitch / columns - self->spacing;

    if (!gtk_widget_should_layout (child))
      continue;
    allocate_child (
      widget, child, width,
      (GtkAllocation){start, i / columns * (height + self->spacing), end - start, height});
    i++;
  }
  return ((int) wish.n + columns - 1) / columns * (height + self->spacing) - self->spacing;
}

static int
place (StnWrapLayout *self, GtkWidget *widget, int width, gboolean allocate)
{
  return self->even ? place_even (self, widget, width, allocate)
                    : place_words (self, widget, width, allocate);
}

static GtkSizeRequestMode
stn_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
stn_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  StnWrapLayout *self = STN_WRAP_LAYOUT (manager);
  Wish wish = measure_wish (self, widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = wish.min;
    *natural = wish.nat_sum;
    if (self->even && wish.n > 0)
      *natural = (int) wish.n * (wish.nat + self->spacing) - self->spacing;
    return;
  }
  *minimum = *natural =
    place (self, widget, for_size >= 0 ? MAX (for_size, wish.min) : G_MAXINT / 2, FALSE);
}

static void
stn_wrap_layout_allocate (
  GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  place (STN_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
stn_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnWrapLayout *self = STN_WRAP_LAYOUT (object);

  switch (id) {
  case PROP_SPACING:
    self->spacing = g_value_get_int (value);
    break;
  case PROP_EVEN:
    self->even = g_value_get_boolean (value);
    break;
  case PROP_COLUMN_WIDTH:
    self->column_width = g_value_get_int (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
stn_wrap_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StnWrapLayout *self = STN_WRAP_LAYOUT (object);

  switch (id) {
  case PROP_SPACING:
    g_value_set_int (value, self->spacing);
    break;
  case PROP_EVEN:
    g_value_set_boolean (value, self->even);
    break;
  case PROP_COLUMN_WIDTH:
    g_value_set_int (value, self->column_width);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_wrap_layout_class_init (StnWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = stn_wrap_layout_get_property;
  object_class->set_property = stn_wrap_layout_set_property;
  layout_class->get_request_mode = stn_wrap_layout_get_request_mode;
  layout_class->measure = stn_wrap_layout_measure;
  layout_class->allocate = stn_wrap_layout_allocate;

  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 1000, 6,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_EVEN] =
    g_param_spec_boolean ("even", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_COLUMN_WIDTH] = g_param_spec_int ("column-width", NULL, NULL, 0, 2000, 0,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
stn_wrap_layout_init (StnWrapLayout *self)
{
  self->spacing = 6;
}

GtkLayoutManager *
stn_wrap_layout_new (void)
{
  return g_object_new (STN_TYPE_WRAP_LAYOUT, NULL);
}
