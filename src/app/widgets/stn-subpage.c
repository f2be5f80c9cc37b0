/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-subpage.h"

#include <adwaita.h>

struct _StnSubpage {
  GtkBox parent_instance;

  char *title;

  GtkWidget *back;
  GtkScrolledWindow *scroller;
  AdwClamp *clamp;
};

G_DEFINE_FINAL_TYPE (StnSubpage, stn_subpage, GTK_TYPE_BOX)

enum { PROP_TITLE = 1, PROP_CHILD, PROP_WIDTH, N_PROPS };
static GParamSpec *props[N_PROPS];

void
stn_subpage_show_top (StnSubpage *self)
{
  g_return_if_fail (STN_IS_SUBPAGE (self));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_grab_focus (self->back);
}

static void
stn_subpage_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnSubpage *self = STN_SUBPAGE (object);

  switch (id) {
  case PROP_TITLE:
    g_free (self->title);
    self->title = g_value_dup_string (value);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->title != NULL ? self->title : "", -1);
    break;
  case PROP_CHILD:
    adw_clamp_set_child (self->clamp, g_value_get_object (value));
    break;
  case PROP_WIDTH:
    adw_clamp_set_maximum_size (self->clamp, g_value_get_int (value));
    adw_clamp_set_tightening_threshold (self->clamp, g_value_get_int (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_subpage_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StnSubpage *self = STN_SUBPAGE (object);

  switch (id) {
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_CHILD:
    g_value_set_object (value, adw_clamp_get_child (self->clamp));
    break;
  case PROP_WIDTH:
    g_value_set_int (value, adw_clamp_get_maximum_size (self->clamp));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_subpage_finalize (GObject *object)
{
  g_free (STN_SUBPAGE (object)->title);

  G_OBJECT_CLASS (stn_subpage_parent_class)->finalize (object);
}

static void
stn_subpage_class_init (StnSubpageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = stn_subpage_set_property;
  object_class->get_property = stn_subpage_get_property;
  object_class->finalize = stn_subpage_finalize;

  props[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_WIDTH] = g_param_spec_int ("content-width", NULL, NULL, 0, G_MAXINT, 760,
                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stillnight/Stillnight/stn-subpage.ui");
  gtk_widget_class_bind_template_child (widget_class, StnSubpage, back);
  gtk_widget_class_bind_template_child (widget_class, StnSubpage, scroller);
  gtk_widget_class_bind_template_child (widget_class, StnSubpage, clamp);
}

static void
stn_subpage_init (StnSubpage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
