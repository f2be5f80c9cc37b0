/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-value-entry.h"

#include <glib/gi18n.h>

#include "base/stn-text-number.h"
#include "widgets/stn-focus-child.h"
#include "present/stn-time-text.h"

/* Nobody types more into such a field; a paste of a megabyte is refused whole. */
#define TEXT_MAX 24

struct _StnValueEntry {
  GtkWidget parent_instance;

  int min;
  int max;
  gboolean is_updating;

  GtkLabel *title;
  GtkEntry *entry;
  GtkLabel *unit;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (StnValueEntry, stn_value_entry, GTK_TYPE_WIDGET)

enum { PROP_TITLE = 1, PROP_UNIT, PROP_MIN, PROP_MAX, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { CHANGED, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
parse_number (const StnValueEntry *self, const char *text, StnOptInt *ret_value)
{
  g_autofree char *stripped = stn_number_typed (text);
  guint64 number;

  if (*stripped == '\0') {
    *ret_value = STN_UNKNOWN_INT;
    return TRUE;
  }
  if (!g_ascii_string_to_unsigned (stripped, 10, (guint64) self->min, (guint64) self->max, &number,
                                   NULL))
    return FALSE;
  *ret_value = STN_KNOWN_INT ((int) number);
  return TRUE;
}

/* GTK 4.8 cannot announce: the reason describes the field, and the field says that it is wrong. */
static void
show_reason (StnValueEntry *self, const char *reason)
{
  GtkWidget *entry = GTK_WIDGET (self->entry);

  gtk_label_set_text (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  if (reason != NULL) {
    gtk_widget_add_css_class (entry, "error");
    gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                    self->reason, NULL, -1);
  } else {
    gtk_widget_remove_css_class (entry, "error");
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  }
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
    reason != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static char *
describe_refusal (StnValueEntry *self)
{
  const char *text = stn_value_entry_get_text (self);
  g_autofree char *example = stn_time_text_example ();

  if (self->max == 0)
    /* Translators: 1: what the person typed, 2: a time, "22:40". */
    return g_strdup_printf (_ ("“%1$s” is no time of day. Write it like %2$s."), text, example);
  /* Translators: 1: what the person typed, 2: the least number, 3: the greatest. */
  return g_strdup_printf (_ ("“%1$s” is no whole number from %2$d to %3$d."), text, self->min,
                          self->max);
}

static void
changed_cb (StnValueEntry *self)
{
  StnOptInt value;

  /* A field that is being put right is not told off at each key. */
  if (stn_value_entry_get_value (self, &value))
    show_reason (self, NULL);
  if (!self->is_updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
insert_cb (GtkEditable *text, const char *added, int length, int *position, StnValueEntry *self)
{
  glong n = g_utf8_strlen (added, length) + gtk_entry_get_text_length (self->entry);
  g_autofree char *reason = NULL;

  if (n <= TEXT_MAX)
    return;
  g_signal_stop_emission_by_name (text, "insert-text");
  /* Translators: %d is how many letters and digits fit into the field. */
  reason = g_strdup_printf (
    ngettext ("Too long: at most %d character.", "Too long: at most %d characters.", TEXT_MAX),
    TEXT_MAX);
  show_reason (self, reason);
}

static void
left_cb (StnValueEntry *self)
{
  if (stn_value_entry_check (self))
    g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
stn_value_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (STN_VALUE_ENTRY (widget)->entry));
}

/* A number has five digits at most. */
static void
set_width (StnValueEntry *self)
{
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry),
                                self->max == 0 ? stn_time_text_width () + 1 : 6);
}

static void
stn_value_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnValueEntry *self = STN_VALUE_ENTRY (object);

  switch (id) {
  case PROP_TITLE:
    gtk_label_set_text (self->title, g_value_get_string (value));
    break;
  case PROP_UNIT:
    gtk_label_set_text (self->unit, g_value_get_string (value));
    gtk_widget_set_visible (GTK_WIDGET (self->unit), g_value_get_string (value) != NULL);
    break;
  case PROP_MIN:
    self->min = g_value_get_int (value);
    break;
  case PROP_MAX:
    self->max = g_value_get_int (value);
    set_width (self);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_value_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StnValueEntry *self = STN_VALUE_ENTRY (object);

  switch (id) {
  case PROP_TITLE:
    g_value_set_string (value, gtk_label_get_text (self->title));
    break;
  case PROP_UNIT:
    g_value_set_string (value, gtk_label_get_text (self->unit));
    break;
  case PROP_MIN:
    g_value_set_int (value, self->min);
    break;
  case PROP_MAX:
    g_value_set_int (value, self->max);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
stn_value_entry_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (stn_value_entry_parent_class)->dispose (object);
}

static void
stn_value_entry_class_init (StnValueEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = stn_value_entry_dispose;
  object_class->get_property = stn_value_entry_get_property;
  object_class->set_property = stn_value_entry_set_property;
  widget_class->focus = stn_focus_child;
  widget_class->grab_focus = stn_value_entry_grab_focus;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, NULL, flags);
  props[PROP_MIN] = g_param_spec_int ("min", NULL, NULL, 0, G_MAXINT, 0, flags);
  props[PROP_MAX] = g_param_spec_int ("max", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-value-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, StnValueEntry, title);
  gtk_widget_class_bind_template_child (widget_class, StnValueEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, StnValueEntry, unit);
  gtk_widget_class_bind_template_child (widget_class, StnValueEntry, reason);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
stn_value_entry_init (StnValueEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_width (self);
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)), "insert-text",
                    G_CALLBACK (insert_cb), self);
}

gboolean
stn_value_entry_check (StnValueEntry *self)
{
  g_autofree char *reason = NULL;
  StnOptInt value;

  g_return_val_if_fail (STN_IS_VALUE_ENTRY (self), FALSE);

  if (stn_value_entry_get_value (self, &value)) {
    show_reason (self, NULL);
    return TRUE;
  }
  reason = describe_refusal (self);
  show_reason (self, reason);
  return FALSE;
}

gboolean
stn_value_entry_get_value (StnValueEntry *self, StnOptInt *ret_value)
{
  const char *text;

  g_return_val_if_fail (STN_IS_VALUE_ENTRY (self), FALSE);

  text = stn_value_entry_get_text (self);
  return self->max == 0 ? stn_time_text_parse (text, ret_value)
                        : parse_number (self, text, ret_value);
}

void
stn_value_entry_set_value (StnValueEntry *self, StnOptInt value)
{
  g_autofree char *text = NULL;

  g_return_if_fail (STN_IS_VALUE_ENTRY (self));

  if (self->max == 0)
    text = stn_time_text_new (value);
  else
    text = value.known ? g_strdup_printf ("%d", value.value) : g_strdup ("");
  stn_value_entry_set_text (self, text);
}

const char *
stn_value_entry_get_text (StnValueEntry *self)
{
  g_return_val_if_fail (STN_IS_VALUE_ENTRY (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
stn_value_entry_set_text (StnValueEntry *self, const char *text)
{
  g_return_if_fail (STN_IS_VALUE_ENTRY (self));

  self->is_updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->is_updating = FALSE;
}
