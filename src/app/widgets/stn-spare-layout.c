/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-spare-layout.h"

#include "widgets/stn-text-scale.h"

struct _StnSpareLayout {
  GtkLayoutManager parent_instance;

  int room;
  int spacing;
};

G_DEFINE_FINAL_TYPE (StnSpareLayout, stn_spare_layout, GTK_TYPE_LAYOUT_MANAGER)

enum { PROP_ROOM = 1, PROP_SPACING, N_PROPS };
static GParamSpec *props[N_PROPS];

static GtkSizeRequestMode
stn_spare_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Width that the second child takes from @width, its spacing included; 0 when it is left out. */
static int
spare_width (StnSpareLayout *self, GtkWidget *main, int width)
{
  GtkWidget *spare = gtk_widget_get_next_sibling (main);
  int main_minimum;
  int taken;

  if (!spare || !gtk_widget_get_visible (spare))
    return 0;
  if (width >= 0 && width < self->room * stn_text_scale (spare))
    return 0;
  gtk_widget_measure (spare, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &taken, NULL, NULL);
  taken += self->spacing;
  gtk_widget_measure (main, GTK_ORIENTATION_HORIZONTAL, -1, &main_minimum, NULL, NULL, NULL);
  return width < 0 || width - taken >= main_minimum ? taken : 0;
}

static void
stn_spare_layout_measure (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  StnSpareLayout *self = STN_SPARE_LAYOUT (manager);
  GtkWidget *main = gtk_widget_get_first_child (widget);
  GtkWidget *spare = gtk_widget_get_next_sibling (main);
  int taken = spare_width (self, main, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1);
  int spare_minimum = 0;
  int spare_natural = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    gtk_widget_measure (main, orientation, -1, minimum, natural, NULL, NULL);
    *natural += taken;
    return;
  }
  gtk_widget_measure (main, orientation, for_size < 0 ? -1 : for_size - taken, minimum, natural,
                      NULL, NULL);
  if (taken > 0)
    gtk_widget_measure (spare, orientation, -1, &spare_minimum, &spare_natural, NULL, NULL);
  *minimum = MAX (*minimum, spare_minimum);
  *natural = MAX (*natural, spare_natural);
}

static void
stn_spare_layout_allocate (
  GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  StnSpareLayout *self = STN_SPARE_LAYOUT (manager);
  GtkWidget *main = gtk_widget_get_first_child (widget);
  GtkWidget *spare = gtk_widget_get_next_sibling (main);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int taken = spare_width (self, main, width);

  if (spare)
    gtk_widget_set_child_visible (spare, taken > 0);
  gtk_widget_size_allocate (main, &(GtkAllocation){is_rtl ? taken : 0, 0, width - taken, height},
                            -1);
  if (taken > 0) {
    int natural = taken - self->spacing;

    gtk_widget_size_allocate (
      spare, &(GtkAllocation){is_rtl ? 0 : width - natural, 0, natural, height}, -1);
  }
}

static void
stn_spare_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnSpareLayout *self = STN_SPARE_LAYOUT (object);

  switch (id) {
  case PROP_ROOM:
    self->room = g_value_get_int (value);
    break;
  case PROP_SPACING:
    self->spacing = g_value_get_int (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
stn_spare_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StnSpareLayout *self = STN_SPARE_LAYOUT (object);

  switch (id) {
  case PROP_ROOM:
    g_value_set_int (value, self->room);
    break;
  case PROP_SPACING:
    g_value_set_int (value, self->spacing);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_spare_layout_class_init (StnSpareLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->set_property = stn_spare_layout_set_property;
  object_class->get_property = stn_spare_layout_get_property;
  layout_class->get_request_mode = stn_spare_layout_get_request_mode;
  layout_class->measure = stn_spare_layout_measure;
  layout_class->allocate = stn_spare_layout_allocate;

  props[PROP_ROOM] = g_param_spec_int ("room", NULL, NULL, 0, G_MAXINT, 400,
                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 12,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
stn_spare_layout_init (StnSpareLayout *self)
{
  self->room = 400;
  self->spacing = 12;
}

GtkLayoutManager *
stn_spare_layout_new (void)
{
  return g_object_new (STN_TYPE_SPARE_LAYOUT, NULL);
}
