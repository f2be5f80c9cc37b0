/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-chip-group.h"

#include "widgets/stn-wrap-layout.h"

struct _StnChipGroup {
  GtkWidget parent_instance;

  GListModel *model;
  GListModel *names;
  char *chip_class;
  guint64 chosen; /* a bit for each chip */
  gboolean is_multiple;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (StnChipGroup, stn_chip_group, GTK_TYPE_WIDGET)

enum {
  PROP_MODEL = 1,
  PROP_NAMES,
  PROP_SELECTED,
  PROP_MULTIPLE,
  PROP_EVEN,
  PROP_CHIP_CLASS,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GtkWidget *
nth_chip (StnChipGroup *self, guint index)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL && index-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static guint
index_of_chip (StnChipGroup *self, GtkWidget *chip)
{
  guint index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL && child != chip; child = gtk_widget_get_next_sibling (child))
    index++;
  return index;
}

static guint64
bit_of (guint index)
{
  return index < 64 ? G_GUINT64_CONSTANT (1) << index : 0;
}

static void
show_chosen (StnChipGroup *self)
{
  guint index = 0;

  self->is_updating = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child),
                                  (self->chosen & bit_of (index++)) != 0);
  self->is_updating = FALSE;
}

static void
set_chosen (StnChipGroup *self, guint64 chosen)
{
  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  show_chosen (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

static void
flip (StnChipGroup *self, guint index)
{
  guint64 bit = bit_of (index);
  guint64 others = self->is_multiple ? self->chosen & ~bit : 0;

  set_chosen (self, others | (~self->chosen & bit));
  /* A chip that was flipped by the pointer shows it already; one in its place must go out. */
  show_chosen (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled_cb (GtkToggleButton *chip, StnChipGroup *self)
{
  if (!self->is_updating)
    flip (self, index_of_chip (self, GTK_WIDGET (chip)));
}

static void
remove_chips (StnChipGroup *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static char *
get_word (GListModel *model, guint index)
{
  g_autoptr (GtkStringObject) object = model != NULL ? g_list_model_get_item (model, index) : NULL;

  return object != NULL ? g_strdup (gtk_string_object_get_string (object)) : NULL;
}

static void
make_chips (StnChipGroup *self)
{
  guint n = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;

  remove_chips (self);
  for (guint i = 0; i < n; i++) {
    g_autofree char *word = get_word (self->model, i);
    g_autofree char *name = get_word (self->names, i);
    GtkWidget *chip = gtk_toggle_button_new_with_label (word);
    GtkWidget *label = gtk_button_get_child (GTK_BUTTON (chip));

    /* At 200 % text a word may be wider than the line. */
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
    gtk_widget_add_css_class (chip, self->chip_class != NULL ? self->chip_class : "chip");
    if (name != NULL)
      gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    g_signal_connect (chip, "toggled", G_CALLBACK (toggled_cb), self);
    gtk_widget_set_parent (chip, GTK_WIDGET (self));
  }
  show_chosen (self);
}

/* One stop for Tab, so that a form of six questions is six stops; arrow keys go from chip to chip. */
static gboolean
stn_chip_group_focus (GtkWidget *widget, GtkDirectionType direction)
{
  StnChipGroup *self = STN_CHIP_GROUP (widget);
  GtkWidget *current = gtk_widget_get_focus_child (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *next;

  if (current == NULL) {
    guint selected = stn_chip_group_get_selected (self);

    next = nth_chip (self, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
    return next != NULL && gtk_widget_grab_focus (next);
  }
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    return GTK_WIDGET_CLASS (stn_chip_group_parent_class)->focus (widget, direction);
  next = (direction == GTK_DIR_RIGHT) != is_rtl ? gtk_widget_get_next_sibling (current)
                                                : gtk_widget_get_prev_sibling (current);
  return next != NULL && gtk_widget_grab_focus (next);
}

static gboolean
stn_chip_group_grab_focus (GtkWidget *widget)
{
  return stn_chip_group_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* A digit that was typed twice is a slip of the hand, not taken back. */
static void
choose_by_key (StnChipGroup *self, guint index)
{
  if (self->is_multiple || !stn_chip_group_is_chosen (self, index))
    flip (self, index);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint code,
        GdkModifierType state,
        StnChipGroup *self)
{
  gunichar digit = gdk_keyval_to_unicode (keyval);
  guint n = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;

  if (!g_unichar_isdigit (digit) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < n; i++) {
    g_autofree char *word = get_word (self->model, i);

    if (g_utf8_get_char (word) == digit) {
      choose_by_key (self, i);
      gtk_widget_grab_focus (nth_chip (self, i));
      return GDK_EVENT_STOP;
    }
  }
  return GDK_EVENT_PROPAGATE;
}

static void
stn_chip_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnChipGroup *self = STN_CHIP_GROUP (object);

  switch (id) {
  case PROP_MODEL:
    g_set_object (&self->model, g_value_get_object (value));
    make_chips (self);
    break;
  case PROP_NAMES:
    g_set_object (&self->names, g_value_get_object (value));
    make_chips (self);
    break;
  case PROP_SELECTED:
    stn_chip_group_set_selected (self, g_value_get_uint (value));
    break;
  case PROP_MULTIPLE:
    self->is_multiple = g_value_get_boolean (value);
    break;
  case PROP_EVEN:
    g_object_set_property (G_OBJECT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), "even",
                           value);
    break;
  case PROP_CHIP_CLASS:
    g_free (self->chip_class);
    self->chip_class = g_value_dup_string (value);
    make_chips (self);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_chip_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StnChipGroup *self = STN_CHIP_GROUP (object);

  switch (id) {
  case PROP_MODEL:
    g_value_set_object (value, self->model);
    break;
  case PROP_NAMES:
    g_value_set_object (value, self->names);
    break;
  case PROP_SELECTED:
    g_value_set_uint (value, stn_chip_group_get_selected (self));
    break;
  case PROP_MULTIPLE:
    g_value_set_boolean (value, self->is_multiple);
    break;
  case PROP_EVEN:
    g_object_get_property (G_OBJECT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), "even",
                           value);
    break;
  case PROP_CHIP_CLASS:
    g_value_set_string (value, self->chip_class);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_chip_group_dispose (GObject *object)
{
  StnChipGroup *self = STN_CHIP_GROUP (object);

  remove_chips (self);
  g_clear_object (&self->model);
  g_clear_object (&self->names);
  g_clear_pointer (&self->chip_class, g_free);

  G_OBJECT_CLASS (stn_chip_group_parent_class)->dispose (object);
}

static void
stn_chip_group_class_init (StnChipGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = stn_chip_group_dispose;
  object_class->get_property = stn_chip_group_get_property;
  object_class->set_property = stn_chip_group_set_property;
  widget_class->focus = stn_chip_group_focus;
  widget_class->grab_focus = stn_chip_group_grab_focus;

  props[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_NAMES] = g_param_spec_object ("names", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_SELECTED] =
    g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, GTK_INVALID_LIST_POSITION,
                       flags | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_MULTIPLE] = g_param_spec_boolean ("multiple", NULL, NULL, FALSE, flags);
  props[PROP_EVEN] = g_param_spec_boolean ("even", NULL, NULL, FALSE, flags);
  props[PROP_CHIP_CLASS] = g_param_spec_string ("chip-class", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, STN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "chips");
}

static void
stn_chip_group_init (StnChipGroup *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

guint
stn_chip_group_get_selected (StnChipGroup *self)
{
  g_return_val_if_fail (STN_IS_CHIP_GROUP (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < 64; i++)
    if (stn_chip_group_is_chosen (self, i))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

void
stn_chip_group_set_selected (StnChipGroup *self, guint selected)
{
  g_return_if_fail (STN_IS_CHIP_GROUP (self));

  set_chosen (self, bit_of (selected));
}

gboolean
stn_chip_group_is_chosen (StnChipGroup *self, guint index)
{
  g_return_val_if_fail (STN_IS_CHIP_GROUP (self), FALSE);

  return (self->chosen & bit_of (index)) != 0;
}

void
stn_chip_group_set_chosen (StnChipGroup *self, guint index, gboolean is_chosen)
{
  g_return_if_fail (STN_IS_CHIP_GROUP (self));

  set_chosen (self, is_chosen ? self->chosen | bit_of (index) : self->chosen & ~bit_of (index));
}
