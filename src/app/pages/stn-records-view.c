/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-records-view.h"

typedef struct {
  StnPersonRecords *records;
} StnRecordsViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (StnRecordsView, stn_records_view, ADW_TYPE_BIN)

enum { PROP_RECORDS = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

StnPersonRecords *
stn_records_view_get_records (StnRecordsView *self)
{
  StnRecordsViewPrivate *priv = stn_records_view_get_instance_private (self);

  return priv->records;
}

gboolean
stn_records_view_is_ready (StnRecordsView *self)
{
  StnRecordsViewPrivate *priv = stn_records_view_get_instance_private (self);

  return priv->records != NULL && stn_person_records_get_person (priv->records) != NULL;
}

void
stn_list_box_clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
update (StnRecordsView *self)
{
  if (stn_records_view_is_ready (self))
    STN_RECORDS_VIEW_GET_CLASS (self)->update (self);
}

static void
stn_records_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnRecordsView *self = STN_RECORDS_VIEW (object);
  StnRecordsViewPrivate *priv = stn_records_view_get_instance_private (self);

  if (id != PROP_RECORDS)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (priv->records == NULL && g_value_get_object (value) != NULL) {
    priv->records = g_value_dup_object (value);
    g_signal_connect_object (priv->records, "updated", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
    update (self);
  }
}

static void
stn_records_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_RECORDS)
    g_value_set_object (value, stn_records_view_get_records (STN_RECORDS_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_records_view_dispose (GObject *object)
{
  StnRecordsViewPrivate *priv = stn_records_view_get_instance_private (STN_RECORDS_VIEW (object));

  g_clear_object (&priv->records);

  G_OBJECT_CLASS (stn_records_view_parent_class)->dispose (object);
}

static void
stn_records_view_class_init (StnRecordsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = stn_records_view_dispose;
  object_class->get_property = stn_records_view_get_property;
  object_class->set_property = stn_records_view_set_property;

  props[PROP_RECORDS] = g_param_spec_object ("records", NULL, NULL, STN_TYPE_PERSON_RECORDS,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
stn_records_view_init (StnRecordsView *self)
{
}
