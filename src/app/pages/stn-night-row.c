/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-night-row.h"

#include "widgets/stn-glyph.h"
#include "wording/stn-wording.h"

struct _StnNightRow {
  GtkBox parent_instance;

  StnNightItem *item;
  StnDate today;

  GtkLabel *month;
  StnGlyph *glyph;
  GtkLabel *date;
  GtkLabel *line;
};

G_DEFINE_FINAL_TYPE (StnNightRow, stn_night_row, GTK_TYPE_BOX)

static void
stn_night_row_dispose (GObject *object)
{
  stn_night_row_unbind (STN_NIGHT_ROW (object));
  G_OBJECT_CLASS (stn_night_row_parent_class)->dispose (object);
}

static void
stn_night_row_class_init (StnNightRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_night_row_dispose;

  g_type_ensure (STN_TYPE_GLYPH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stillnight/Stillnight/stn-night-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StnNightRow, month);
  gtk_widget_class_bind_template_child (widget_class, StnNightRow, glyph);
  gtk_widget_class_bind_template_child (widget_class, StnNightRow, date);
  gtk_widget_class_bind_template_child (widget_class, StnNightRow, line);
}

static void
stn_night_row_init (StnNightRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
stn_night_row_new (void)
{
  return g_object_new (STN_TYPE_NIGHT_ROW, NULL);
}

/* GTK 4.8 has no way to name the item of a list view but to name the widget it makes for it. */
static void
name_list_item (StnNightRow *self, const char *name)
{
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));

  if (list_item)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

static void
show_item (StnNightRow *self)
{
  const StnNight *night = stn_night_item_get_night (self->item);
  g_autofree char *date = stn_wording_date (stn_night_item_get_key (self->item), self->today);

  gtk_label_set_label (self->date, date);
  if (night) {
    g_autofree char *line = stn_wording_night_line (night);
    g_autofree char *name = stn_wording_night_label (night, self->today);

    gtk_label_set_label (self->line, line);
    stn_glyph_set_night (self->glyph, stn_night_get_state (night), night->episodes->len);
    name_list_item (self, name);
  } else {
    /* Read in a moment; the line keeps its height, so that nothing jumps. */
    gtk_label_set_label (self->line, " ");
    stn_glyph_set_kind (self->glyph, STN_GLYPH_DOT);
    name_list_item (self, date);
  }
}

void
stn_night_row_bind (StnNightRow *self, StnNightItem *item, StnDate today)
{
  g_autofree char *month_name = NULL;
  int year, month;

  g_return_if_fail (STN_IS_NIGHT_ROW (self));
  g_return_if_fail (self->item == NULL);

  self->item = g_object_ref (item);
  self->today = today;
  g_signal_connect_swapped (item, "changed", G_CALLBACK (show_item), self);
  stn_date_split (stn_night_item_get_key (item), &year, &month, NULL);
  month_name = stn_wording_month (year, month);
  gtk_label_set_label (self->month, month_name);
  show_item (self);
}

void
stn_night_row_unbind (StnNightRow *self)
{
  g_return_if_fail (STN_IS_NIGHT_ROW (self));

  if (self->item)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
}

static void
set_class (StnNightRow *self, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

void
stn_night_row_set_place (StnNightRow *self, gboolean starts_month, gboolean ends_month)
{
  g_return_if_fail (STN_IS_NIGHT_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->month), starts_month);
  set_class (self, "month-start", starts_month);
  set_class (self, "month-end", ends_month);
}
