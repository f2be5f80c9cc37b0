/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-columns-layout.h"

#include "widgets/stn-text-scale.h"

struct _StnColumnsLayout {
  GtkLayoutManager parent_instance;

  int spacing;
  int column_width;
  gboolean first_yields;
};

G_DEFINE_FINAL_TYPE (StnColumnsLayout, stn_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

enum { PROP_SPACING = 1, PROP_COLUMN_WIDTH, PROP_FIRST_YIELDS, N_PROPS };
static GParamSpec *props[N_PROPS];

static GtkSizeRequestMode
stn_columns_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
enough (StnColumnsLayout *self, GtkWidget *widget)
{
  return (int) (self->column_width * stn_text_scale (widget));
}

static int
widest_minimum (GtkWidget *widget)
{
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    int minimum;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    widest = MAX (widest, minimum);
  }
  return widest;
}

static void
measure_width (StnColumnsLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = widest_minimum (widget);
  *natural = MAX (*minimum, 2 * enough (self, widget) + self->spacing);
}

/* Width of each child in @width. */
static int
child_width (StnColumnsLayout *self, GtkWidget *widget, int width)
{
  int half = (width - self->spacing) / 2;

  return half >= MAX (enough (self, widget), widest_minimum (widget)) ? half : width;
}

static int
height_at (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
least_height_at (GtkWidget *child, int width)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
measure_height (StnColumnsLayout *self, GtkWidget *widget, int width, gboolean least)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  int each = child_width (self, widget, width);
  int first_height = least ? least_height_at (first, each) : height_at (first, each);
  int second_height = least ? least_height_at (second, each) : height_at (second, each);

  return each < width ? MAX (first_height, second_height)
                      : first_height + self->spacing + second_height;
}

/* One below the other: what the second one leaves of @height. */
static int
upper_height (StnColumnsLayout *self, GtkWidget *first, GtkWidget *second, int width, int height)
{
  int natural = height_at (first, width);
  int least = least_height_at (first, width);

  if (!self->first_yields)
    return natural;
  return CLAMP (height - self->spacing - least_height_at (second, width), least,
                MAX (natural, least));
}

static void
stn_columns_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  StnColumnsLayout *self = STN_COLUMNS_LAYOUT (manager);
  int width = for_size;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    measure_width (self, widget, minimum, natural);
    return;
  }
  if (width < 0)
    measure_width (self, widget, &width, natural);
  *natural = measure_height (self, widget, width, FALSE);
  *minimum = self->first_yields ? measure_height (self, widget, width, TRUE) : *natural;
}

static void
stn_columns_layout_allocate (
  GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  StnColumnsLayout *self = STN_COLUMNS_LAYOUT (manager);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int each = child_width (self, widget, width);
  int first_height = upper_height (self, first, second, each, height);
  int first_y = 0, second_y;

  if (each < width) {
    gtk_widget_size_allocate (first, &(GtkAllocation){is_rtl ? width - each : 0, 0, each, height},
                              -1);
    gtk_widget_size_allocate (second, &(GtkAllocation){is_rtl ? 0 : width - each, 0, each, height},
                              -1);
    return;
  }
  second_y = first_height + self->spacing;
  if (self->first_yields && stn_text_is_large (widget)) {
    first_y = height - first_height;
    second_y = 0;
  }
  gtk_widget_size_allocate (first, &(GtkAllocation){0, first_y, width, first_height}, -1);
  gtk_widget_size_allocate (
    second, &(GtkAllocation){0, second_y, width, height - first_height - self->spacing}, -1);
}

static void
stn_columns_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnColumnsLayout *self = STN_COLUMNS_LAYOUT (object);

  switch (id) {
  case PROP_SPACING:
    self->spacing = g_value_get_int (value);
    break;
  case PROP_COLUMN_WIDTH:
    self->column_width = g_value_get_int (value);
    break;
  case PROP_FIRST_YIELDS:
    self->first_yields = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
stn_columns_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StnColumnsLayout *self = STN_COLUMNS_LAYOUT (object);

  switch (id) {
  case PROP_SPACING:
    g_value_set_int (value, self->spacing);
    break;
  case PROP_COLUMN_WIDTH:
    g_value_set_int (value, self->column_width);
    break;
  case PROP_FIRST_YIELDS:
    g_value_set_boolean (value, self->first_yields);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_columns_layout_class_init (StnColumnsLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = stn_columns_layout_get_property;
  object_class->set_property = stn_columns_layout_set_property;
  layout_class->get_request_mode = stn_columns_layout_get_request_mode;
  layout_class->measure = stn_columns_layout_measure;
  layout_class->allocate = stn_columns_layout_allocate;

  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 1000, 24, flags);
  props[PROP_COLUMN_WIDTH] = g_param_spec_int ("column-width", NULL, NULL, 1, 2000, 280, flags);
  props[PROP_FIRST_YIELDS] = g_param_spec_boolean ("first-yields", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
stn_columns_layout_init (StnColumnsLayout *self)
{
  self->spacing = 24;
  self->column_width = 280;
}

GtkLayoutManager *
stn_columns_layout_new (void)
{
  return g_object_new (STN_TYPE_COLUMNS_LAYOUT, NULL);
}
