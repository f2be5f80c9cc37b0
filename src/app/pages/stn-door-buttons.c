/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-door-buttons.h"

#include "knowledge/stn-sign.h"
#include "widgets/stn-lazy-page.h"
#include "widgets/stn-wrap-layout.h"
#include "wording/stn-wording-flag.h"

struct _StnDoorButtons {
  GtkBox parent_instance;

  StnLazyPage *check_up;

  GtkBox *doors;
};

G_DEFINE_FINAL_TYPE (StnDoorButtons, stn_door_buttons, GTK_TYPE_BOX)

enum { PROP_CHECK_UP = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
door_clicked_cb (GtkButton *button, gpointer user_data)
{
  StnDoorButtons *self = STN_DOOR_BUTTONS (user_data);

  g_return_if_fail (self->check_up != NULL);

  gtk_widget_activate_action (GTK_WIDGET (self), "doctor.show", "s", "check-up");
  stn_check_up_open (STN_CHECK_UP (stn_lazy_page_get (self->check_up)),
                     g_object_get_data (G_OBJECT (button), "door"));
}

static GtkWidget *
make_button (StnDoorButtons *self, const StnDoor *door)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (stn_wording_door (door));
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", door->icon, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "door-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  stn_wording_door (door), -1);
  g_object_set_data (G_OBJECT (button), "door", (gpointer) door->id);
  g_signal_connect (button, "clicked", G_CALLBACK (door_clicked_cb), self);
  return button;
}

static void
stn_door_buttons_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHECK_UP)
    g_set_object (&STN_DOOR_BUTTONS (object)->check_up, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_door_buttons_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHECK_UP)
    g_value_set_object (value, STN_DOOR_BUTTONS (object)->check_up);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_door_buttons_dispose (GObject *object)
{
  g_clear_object (&STN_DOOR_BUTTONS (object)->check_up);

  G_OBJECT_CLASS (stn_door_buttons_parent_class)->dispose (object);
}

static void
stn_door_buttons_class_init (StnDoorButtonsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_door_buttons_dispose;
  object_class->get_property = stn_door_buttons_get_property;
  object_class->set_property = stn_door_buttons_set_property;

  props[PROP_CHECK_UP] = g_param_spec_object ("check-up", NULL, NULL, STN_TYPE_LAZY_PAGE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-door-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, StnDoorButtons, doors);
}

static void
stn_door_buttons_init (StnDoorButtons *self)
{
  const StnDoor *const *doors = stn_knowledge_list_doors (stn_knowledge_get ());

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; doors[i] != NULL; i++)
    gtk_box_append (self->doors, make_button (self, doors[i]));
}
