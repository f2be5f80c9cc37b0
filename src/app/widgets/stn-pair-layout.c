/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-pair-layout.h"

#include "widgets/stn-text-scale.h"

struct _StnPairLayout {
  GtkLayoutManager parent_instance;

  int spacing;
  int text_width;
  gboolean spares_text;
};

G_DEFINE_FINAL_TYPE (StnPairLayout, stn_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

enum { PROP_SPACING = 1, PROP_TEXT_WIDTH, PROP_SPARES_TEXT, N_PROPS };
static GParamSpec *props[N_PROPS];

/* How both children want to be placed in a width. */
typedef struct {
  GtkWidget *text;
  GtkWidget *control; /* NULL: not shown */
  gboolean is_beside;
  gboolean is_spared; /* the text */
  int text_width;
  int control_width;
  int text_height;
  int control_height;
  int height;
} Plan;

static int
measure_width (GtkWidget *child, int *ret_min)
{
  int min;
  int nat;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);
  if (ret_min != NULL)
    *ret_min = min;
  return nat;
}

static int
measure_height (GtkWidget *child, int width)
{
  int nat;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &nat, NULL, NULL);
  return nat;
}

static GtkWidget *
get_control (GtkWidget *widget)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *control = first != NULL ? gtk_widget_get_next_sibling (first) : NULL;

  return control != NULL && gtk_widget_should_layout (control) ? control : NULL;
}

static Plan
make_plan (StnPairLayout *self, GtkWidget *widget, int width)
{
  Plan plan = {.text = gtk_widget_get_first_child (widget), .control = get_control (widget)};
  int enough = (int) (self->text_width * stn_text_scale (widget));
  int control_min;
  int text_min;
  int text_nat;
  int rest;

  plan.text_width = width;
  plan.text_height = measure_height (plan.text, width);
  plan.height = plan.text_height;
  if (plan.control == NULL)
    return plan;
  plan.control_width = measure_width (plan.control, &control_min);
  rest = width - plan.control_width - self->spacing;
  text_nat = measure_width (plan.text, &text_min);
  plan.is_beside = rest >= MAX (text_min, MIN (enough, text_nat));
  if (plan.is_beside) {
    plan.text_width = rest;
    plan.text_height = measure_height (plan.text, rest);
  } else {
    plan.control_width = MAX (control_min, MIN (plan.control_width, width));
  }
  plan.is_spared = self->spares_text && !plan.is_beside;
  plan.control_height = measure_height (plan.control, plan.control_width);
  if (plan.is_spared)
    plan.height = plan.control_height;
  else
    plan.height = plan.is_beside ? MAX (plan.text_height, plan.control_height)
                                 : plan.text_height + self->spacing + plan.control_height;
  return plan;
}

static GtkSizeRequestMode
stn_pair_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
stn_pair_layout_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  StnPairLayout *self = STN_PAIR_LAYOUT (manager);
  GtkWidget *text = gtk_widget_get_first_child (widget);
  GtkWidget *control = get_control (widget);
  int control_min = 0;

  if (text == NULL)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL) {
    *minimum = *natural = make_plan (self, widget, for_size >= 0 ? for_size : G_MAXINT / 2).height;
    return;
  }
  *natural = measure_width (text, minimum);
  if (control == NULL)
    return;
  *natural += self->spacing + measure_width (control, &control_min);
  *minimum = MAX (*minimum, control_min);
}

static void
stn_pair_layout_allocate (
  GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  StnPairLayout *self = STN_PAIR_LAYOUT (manager);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation text;
  GtkAllocation control;
  int below;
  Plan plan;

  if (gtk_widget_get_first_child (widget) == NULL)
    return;
  plan = make_plan (self, widget, width);
  below = plan.is_spared ? 0 : plan.text_height + self->spacing;
  gtk_widget_set_child_visible (plan.text, !plan.is_spared);
  text = (GtkAllocation){is_rtl ? width - plan.text_width : 0, 0, plan.text_width,
                         plan.is_beside || plan.control == NULL ? height : plan.text_height};
  gtk_widget_size_allocate (plan.text, &text, -1);
  if (plan.control == NULL)
    return;
  control = (GtkAllocation){is_rtl ? 0 : width - plan.control_width,
                            plan.is_beside ? (height - plan.control_height) / 2 : below,
                            plan.control_width, plan.control_height};
  gtk_widget_size_allocate (plan.control, &control, -1);
}

static void
stn_pair_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnPairLayout *self = STN_PAIR_LAYOUT (object);

  switch (id) {
  case PROP_SPACING:
    self->spacing = g_value_get_int (value);
    break;
  case PROP_TEXT_WIDTH:
    self->text_width = g_value_get_int (value);
    break;
  case PROP_SPARES_TEXT:
    self->spares_text = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
stn_pair_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StnPairLayout *self = STN_PAIR_LAYOUT (object);

  switch (id) {
  case PROP_SPACING:
    g_value_set_int (value, self->spacing);
    break;
  case PROP_TEXT_WIDTH:
    g_value_set_int (value, self->text_width);
    break;
  case PROP_SPARES_TEXT:
    g_value_set_boolean (value, self->spares_text);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_pair_layout_class_init (StnPairLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = stn_pair_layout_get_property;
  object_class->set_property = stn_pair_layout_set_property;
  layout_class->get_request_mode = stn_pair_layout_get_request_mode;
  layout_class->measure = stn_pair_layout_measure;
  layout_class->allocate = stn_pair_layout_allocate;

  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 1000, 12, flags);
  props[PROP_TEXT_WIDTH] = g_param_spec_int ("text-width", NULL, NULL, 0, 2000, 130, flags);
  props[PROP_SPARES_TEXT] = g_param_spec_boolean ("spares-text", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
stn_pair_layout_init (StnPairLayout *self)
{
  self->spacing = 12;
  self->text_width = 130;
}

GtkLayoutManager *
stn_pair_layout_new (void)
{
  return g_object_new (STN_TYPE_PAIR_LAYOUT, NULL);
}
