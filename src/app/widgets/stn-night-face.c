/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-night-face.h"

#include "widgets/stn-palette.h"
#include "widgets/stn-text-scale.h"

#define GLYPH_SIZE 28
#define NARROW_GLYPH_SIZE 18
#define GAP 5

/* Glyphs grow with the text, but not without end: at 200 % the disc of a strip is as high as its line. */
#define GLYPH_SCALE_MAX 1.5

struct _StnNightFace {
  GtkWidget parent_instance;

  GtkWidget *glyph;
  char *weekday;
  char *day;
  gboolean is_strong;
  gboolean is_short;
};

G_DEFINE_FINAL_TYPE (StnNightFace, stn_night_face, GTK_TYPE_WIDGET)

static PangoLayout *
make_layout (StnNightFace *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  if (self->is_strong) {
    PangoAttrList *attrs = pango_attr_list_new ();

    pango_attr_list_insert (attrs, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
    pango_layout_set_attributes (layout, attrs);
    pango_attr_list_unref (attrs);
  }
  return layout;
}

static PangoLayout *
make_weekday (StnNightFace *self)
{
  PangoLayout *layout = make_layout (self, self->weekday);

  if (self->is_short && *self->weekday != '\0')
    pango_layout_set_text (layout, self->weekday,
                           (int) (g_utf8_next_char (self->weekday) - self->weekday));
  return layout;
}

static int
text_height (StnNightFace *self)
{
  g_autoptr (PangoLayout) layout = make_layout (self, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static int
text_width (StnNightFace *self, const char *text)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
stn_night_face_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  StnNightFace *self = STN_NIGHT_FACE (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL) {
    int glyph = (int) (GLYPH_SIZE * MIN (stn_text_scale (widget), GLYPH_SCALE_MAX));

    *minimum = *natural = 2 * (text_height (self) + GAP) + glyph;
    return;
  }
  *minimum = (int) (20 * stn_text_scale (widget));
  *natural = MAX (MAX (text_width (self, self->weekday), text_width (self, self->day)), GLYPH_SIZE);
  *natural = MAX (*natural, *minimum);
}

static void
stn_night_face_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StnNightFace *self = STN_NIGHT_FACE (widget);
  int wanted = (int) (GLYPH_SIZE * MIN (stn_text_scale (widget), GLYPH_SCALE_MAX));
  int size = CLAMP (width - 2, NARROW_GLYPH_SIZE, wanted);
  GtkAllocation glyph = {(width - size) / 2, (height - size) / 2, size, size};

  gtk_widget_measure (self->glyph, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->glyph, &glyph, -1);
}

static void
draw_text (GtkWidget *widget, GtkSnapshot *snapshot, PangoLayout *layout, int y)
{
  GdkRGBA color = stn_palette_get (widget, STN_NIGHT_FACE (widget)->is_strong ? "ink" : "quiet");
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot,
    &GRAPHENE_POINT_INIT ((float) (gtk_widget_get_width (widget) - width) / 2, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
stn_night_face_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StnNightFace *self = STN_NIGHT_FACE (widget);
  g_autoptr (PangoLayout) weekday = make_weekday (self);
  g_autoptr (PangoLayout) day = make_layout (self, self->day);

  draw_text (widget, snapshot, weekday, 0);
  draw_text (widget, snapshot, day, gtk_widget_get_height (widget) - text_height (self));
  gtk_widget_snapshot_child (widget, self->glyph, snapshot);
}

static void
stn_night_face_dispose (GObject *object)
{
  g_clear_pointer (&STN_NIGHT_FACE (object)->glyph, gtk_widget_unparent);

  G_OBJECT_CLASS (stn_night_face_parent_class)->dispose (object);
}

static void
stn_night_face_finalize (GObject *object)
{
  StnNightFace *self = STN_NIGHT_FACE (object);

  g_free (self->weekday);
  g_free (self->day);

  G_OBJECT_CLASS (stn_night_face_parent_class)->finalize (object);
}

static void
stn_night_face_class_init (StnNightFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_night_face_dispose;
  G_OBJECT_CLASS (klass)->finalize = stn_night_face_finalize;
  widget_class->measure = stn_night_face_measure;
  widget_class->size_allocate = stn_night_face_size_allocate;
  widget_class->snapshot = stn_night_face_snapshot;

  gtk_widget_class_set_css_name (widget_class, "nightface");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
stn_night_face_init (StnNightFace *self)
{
  self->weekday = g_strdup ("");
  self->day = g_strdup ("");
  self->glyph = stn_glyph_new (STN_GLYPH_GAP, NARROW_GLYPH_SIZE);
  gtk_widget_set_halign (self->glyph, GTK_ALIGN_FILL);
  gtk_widget_set_valign (self->glyph, GTK_ALIGN_FILL);
  gtk_widget_set_parent (self->glyph, GTK_WIDGET (self));
}

GtkWidget *
stn_night_face_new (void)
{
  return g_object_new (STN_TYPE_NIGHT_FACE, NULL);
}

void
stn_night_face_set_words (StnNightFace *self, const char *weekday, const char *day)
{
  g_return_if_fail (STN_IS_NIGHT_FACE (self));

  g_free (self->weekday);
  self->weekday = g_strdup (weekday);
  g_free (self->day);
  self->day = g_strdup (day);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
stn_night_face_set_strong (StnNightFace *self, gboolean is_strong)
{
  g_return_if_fail (STN_IS_NIGHT_FACE (self));

  self->is_strong = is_strong;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

StnGlyph *
stn_night_face_get_glyph (StnNightFace *self)
{
  g_return_val_if_fail (STN_IS_NIGHT_FACE (self), NULL);

  return STN_GLYPH (self->glyph);
}

int
stn_night_face_get_weekday_width (StnNightFace *self)
{
  g_return_val_if_fail (STN_IS_NIGHT_FACE (self), 0);

  return text_width (self, self->weekday);
}

void
stn_night_face_set_short (StnNightFace *self, gboolean is_short)
{
  g_return_if_fail (STN_IS_NIGHT_FACE (self));

  if (self->is_short == is_short)
    return;
  self->is_short = is_short;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
