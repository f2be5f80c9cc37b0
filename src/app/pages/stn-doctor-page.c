/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-doctor-page.h"

#include "pages/stn-guide-cards.h"
#include "pages/stn-condition-list.h"
#include "pages/stn-door-buttons.h"
#include "pages/stn-flag-cards.h"
#include "pages/stn-medicine-details.h"
#include "pages/stn-medicine-form.h"
#include "pages/stn-medicine-list.h"
#include "pages/stn-person-form.h"
#include "pages/stn-report-preview.h"
#include "pages/stn-take-along.h"
#include "pages/stn-visit-form.h"
#include "pages/stn-visits-section.h"
#include "present/stn-person-records.h"
#include "widgets/stn-lazy-page.h"
#include "widgets/stn-subpage.h"

struct _StnDoctorPage {
  AdwBin parent_instance;

  StnDiaryClient *client;
  StnPersonRecords *records;
  GPtrArray *way; /* names of the pages that were left to come here, the nearest last */

  AdwLeaflet *leaflet;
  GtkScrolledWindow *scroller;
  StnLazyPage *medicine;
  StnLazyPage *medicine_form;
  StnLazyPage *visit_form;
};

G_DEFINE_FINAL_TYPE (StnDoctorPage, stn_doctor_page, ADW_TYPE_BIN)

enum { PROP_CLIENT = 1, PROP_RECORDS, N_PROPS };
static GParamSpec *props[N_PROPS];

/* Below all others. */
#define FIRST_PAGE "doctor"

static void
show (StnDoctorPage *self, const char *name)
{
  const char *left = adw_leaflet_get_visible_child_name (self->leaflet);
  GtkWidget *page = adw_leaflet_get_child_by_name (self->leaflet, name);

  g_return_if_fail (STN_IS_SUBPAGE (page));
  if (g_strcmp0 (name, left) != 0)
    g_ptr_array_add (self->way, g_strdup (left));
  adw_leaflet_set_visible_child (self->leaflet, page);
  stn_subpage_show_top (STN_SUBPAGE (page));
}

/* The page itself, whatever lies over it; its top, where the reasons are. */
static void
show_first (StnDoctorPage *self)
{
  g_ptr_array_set_size (self->way, 0);
  adw_leaflet_set_visible_child_name (self->leaflet, FIRST_PAGE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_grab_focus (adw_leaflet_get_visible_child (self->leaflet));
}

static void
show_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *name = g_variant_get_string (parameter, NULL);

  if (g_str_equal (name, FIRST_PAGE))
    show_first (STN_DOCTOR_PAGE (widget));
  else
    show (STN_DOCTOR_PAGE (widget), name);
}

/* NULL for a new one. */
static const char *
get_uid (GVariant *parameter)
{
  const char *uid = g_variant_get_string (parameter, NULL);

  return *uid == '\0' ? NULL : uid;
}

static gboolean
is_ready (StnDoctorPage *self)
{
  return self->records != NULL && stn_person_records_get_person (self->records) != NULL;
}

static void
show_medicine_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnDoctorPage *self = STN_DOCTOR_PAGE (widget);

  if (!is_ready (self))
    return;
  stn_medicine_details_show (STN_MEDICINE_DETAILS (stn_lazy_page_get (self->medicine)),
                             g_variant_get_string (parameter, NULL));
  show (self, "medicine");
}

static void
edit_medicine_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnDoctorPage *self = STN_DOCTOR_PAGE (widget);

  if (!is_ready (self))
    return;
  show (self, "medicine-form");
  stn_medicine_form_begin (STN_MEDICINE_FORM (stn_lazy_page_get (self->medicine_form)),
                           get_uid (parameter));
}

static void
show_visit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StnDoctorPage *self = STN_DOCTOR_PAGE (widget);

  if (!is_ready (self))
    return;
  show (self, "visit");
  stn_visit_form_begin (STN_VISIT_FORM (stn_lazy_page_get (self->visit_form)), get_uid (parameter));
}

/* The same page as the one for the doctor, of another sheet. */
static void
bedside_made_cb (StnLazyPage *room, GtkWidget *page, StnDoctorPage *self)
{
  g_object_set (page, "bedside", TRUE, NULL);
}

static void
written_cb (StnDoctorPage *self, const char *said, gint64 group)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "(sx)", said, group);
}

static void
set_client (StnDoctorPage *self, StnDiaryClient *client)
{
  if (client == NULL || self->client != NULL)
    return;
  self->client = g_object_ref (client);
  self->records = stn_person_records_new (client);
  g_signal_connect_object (self->records, "written", G_CALLBACK (written_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORDS]);
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
    set_client (self, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_doctor_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLIENT)
    g_value_set_object (value, STN_DOCTOR_PAGE (object)->client);
  else if (id == PROP_RECORDS)
    g_value_set_object (value, STN_DOCTOR_PAGE (object)->records);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_doctor_page_dispose (GObject *object)
{
  StnDoctorPage *self = STN_DOCTOR_PAGE (object);

  g_clear_object (&self->records);
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
  props[PROP_RECORDS] = g_param_spec_object ("records", NULL, NULL, STN_TYPE_PERSON_RECORDS,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (STN_TYPE_DOOR_BUTTONS);
  g_type_ensure (STN_TYPE_FLAG_CARDS);
  g_type_ensure (STN_TYPE_GUIDE_ARTICLE);
  g_type_ensure (STN_TYPE_GUIDE_CARDS);
  g_type_ensure (STN_TYPE_LAZY_PAGE);
  g_type_ensure (STN_TYPE_SUBPAGE);
  g_type_ensure (STN_TYPE_CHECK_UP);
  g_type_ensure (STN_TYPE_CONDITION_LIST);
  g_type_ensure (STN_TYPE_MEDICINE_DETAILS);
  g_type_ensure (STN_TYPE_MEDICINE_FORM);
  g_type_ensure (STN_TYPE_MEDICINE_LIST);
  g_type_ensure (STN_TYPE_PERSON_FORM);
  g_type_ensure (STN_TYPE_REPORT_PREVIEW);
  g_type_ensure (STN_TYPE_TAKE_ALONG);
  g_type_ensure (STN_TYPE_VISIT_FORM);
  g_type_ensure (STN_TYPE_VISITS_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-doctor-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StnDoctorPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, StnDoctorPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, StnDoctorPage, medicine);
  gtk_widget_class_bind_template_child (widget_class, StnDoctorPage, medicine_form);
  gtk_widget_class_bind_template_child (widget_class, StnDoctorPage, visit_form);
  gtk_widget_class_bind_template_callback (widget_class, bedside_made_cb);

  gtk_widget_class_install_action (widget_class, "doctor.show", "s", show_cb);
  gtk_widget_class_install_action (widget_class, "doctor.show-medicine", "s", show_medicine_cb);
  gtk_widget_class_install_action (widget_class, "doctor.edit-medicine", "s", edit_medicine_cb);
  gtk_widget_class_install_action (widget_class, "doctor.show-visit", "s", show_visit_cb);
  gtk_widget_class_install_action (widget_class, "subpage.back", NULL, back_cb);
}

static void
stn_doctor_page_init (StnDoctorPage *self)
{
  self->way = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
