/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-doctor-page.h"

#include "pages/stn-guide-cards.h"
#include "widgets/stn-subpage.h"

struct _StnDoctorPage {
  AdwBin parent_instance;

  StnDiaryClient *client;
  GPtrArray *way; /* names of the pages that were left to come here, the nearest last */

  AdwLeaflet *leaflet;
};

G_DEFINE_FINAL_TYPE (StnDoctorPage, stn_doctor_page, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
show_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnDoctorPage *self = STN_DOCTOR_PAGE (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  const char *left = adw_leaflet_get_visible_child_name (self->leaflet);
  GtkWidget *page = adw_leaflet_get_child_by_name (self->leaflet, name);

  g_return_if_fail (STN_IS_SUBPAGE (page));
  if (g_strcmp0 (name, left) != 0)
    g_ptr_array_add (self->way, g_strdup (left));
  adw_leaflet_set_visible_child (self->leaflet, page);
  stn_subpage_show_top (STN_SUBPAGE (page));
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnDoctorPage *self = STN_DOCTOR_PAGE (widget);
  g_autofree char *name = NULL;

  if (self->way->len == 0)
    return;
  name = g_ptr_array_steal_index (self->way, self->way->len - 1);
  adw_leaflet_set_visible_child_name (self->leaflet, name);
  gtk_widget_grab_focus (adw_leaflet_get_visible_child (self->leaflet));
}

static void
stn_doctor_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnDoctorPage *self = STN_DOCTOR_PAGE (object);

  if (id == PROP_CLIENT)
    g_set_object (&self->client, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_doctor_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_value_set_object (value, STN_DOCTOR_PAGE (object)->client);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_doctor_page_dispose (GObject *object)
{
  StnDoctorPage *self = STN_DOCTOR_PAGE (object);

  g_clear_object (&self->client);
  g_clear_pointer (&self->way, g_ptr_array_unref);

  G_OBJECT_CLASS (stn_doctor_page_parent_class)->dispose (object);
}

static void
stn_doctor_page_class_init (StnDoctorPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_doctor_page_dispose;
  object_class->get_property = stn_doctor_page_get_property;
  object_class->set_property = stn_doctor_page_set_property;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (STN_TYPE_GUIDE_ARTICLE);
  g_type_ensure (STN_TYPE_GUIDE_CARDS);
  g_type_ensure (STN_TYPE_SUBPAGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-doctor-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StnDoctorPage, leaflet);

  gtk_widget_class_install_action (widget_class, "doctor.show", "s", show_cb);
  gtk_widget_class_install_action (widget_class, "subpage.back", NULL, back_cb);
}

static void
stn_doctor_page_init (StnDoctorPage *self)
{
  self->way = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
