/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-scene.h"

#include <math.h>

struct _StnScene {
  double width;
  double height;
  GArray *shapes; /* StnShape */
  GArray *values; /* StnSceneValue */
};

static void
clear_shape (gpointer shape)
{
  g_free (((StnShape *) shape)->text);
}

static void
clear_value (gpointer value)
{
  g_free (((StnSceneValue *) value)->title);
  g_free (((StnSceneValue *) value)->detail);
}

StnScene *
stn_scene_new (double width, double height)
{
  StnScene *self = g_new (StnScene, 1);

  *self = (StnScene){
    .width = width,
    .height = height,
    .shapes = g_array_new (FALSE, FALSE, sizeof (StnShape)),
    .values = g_array_new (FALSE, FALSE, sizeof (StnSceneValue)),
  };
  g_array_set_clear_func (self->shapes, clear_shape);
  g_array_set_clear_func (self->values, clear_value);
  return self;
}

void
stn_scene_free (StnScene *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->shapes);
  g_array_unref (self->values);
  g_free (self);
}

double
stn_scene_get_width (const StnScene *self)
{
  return self->width;
}

double
stn_scene_get_height (const StnScene *self)
{
  return self->height;
}

void
stn_scene_add (StnScene *self, const StnShape *shape)
{
  StnShape copy = *shape;

  copy.text = g_strdup (shape->text);
  g_array_append_val (self->shapes, copy);
}

void
stn_scene_add_value (StnScene *self, const StnSceneValue *value)
{
  StnSceneValue copy = *value;

  copy.title = g_strdup (value->title);
  copy.detail = g_strdup (value->detail);
  g_array_append_val (self->values, copy);
}

guint
stn_scene_get_n_shapes (const StnScene *self)
{
  return self->shapes->len;
}

const StnShape *
stn_scene_get_shape (const StnScene *self, guint i)
{
  return &g_array_index (self->shapes, StnShape, i);
}

guint
stn_scene_get_n_values (const StnScene *self)
{
  return self->values->len;
}

const StnSceneValue *
stn_scene_get_value (const StnScene *self, guint i)
{
  return &g_array_index (self->values, StnSceneValue, i);
}

gboolean
stn_scene_find_value (const StnScene *self, double x, double y, guint *ret_value)
{
  double nearest = INFINITY;

  for (guint i = 0; i < self->values->len; i++) {
    const StnSceneValue *value = stn_scene_get_value (self, i);
    double distance = hypot (value->x - x, value->y - y);

    if (x < value->left || x >= value->right || y < value->top || y >= value->bottom ||
        distance >= nearest)
      continue;
    nearest = distance;
    *ret_value = i;
  }
  return isfinite (nearest);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  double one = ((const StnSceneValue *) a)->x, other = ((const StnSceneValue *) b)->x;

  return one < other ? -1 : one > other;
}

void
stn_scene_sort_values (StnScene *self)
{
  g_array_sort (self->values, compare_places);
}

static StnAnchor
mirrored_anchor (StnAnchor anchor)
{
  switch (anchor) {
  case STN_ANCHOR_LEFT:
    return STN_ANCHOR_RIGHT;
  case STN_ANCHOR_MIDDLE:
    return STN_ANCHOR_MIDDLE;
  case STN_ANCHOR_RIGHT:
    return STN_ANCHOR_LEFT;
  }
  g_assert_not_reached ();
}

void
stn_scene_mirror (StnScene *self)
{
  for (guint i = 0; i < self->shapes->len; i++) {
    StnShape *shape = &g_array_index (self->shapes, StnShape, i);

    if (shape->kind == STN_SHAPE_LINE) {
      shape->x = self->width - shape->x;
      shape->width = -shape->width;
    } else if (shape->kind == STN_SHAPE_TEXT && !shape->turned) {
      shape->x = self->width - shape->x;
      shape->anchor = mirrored_anchor (shape->anchor);
    } else {
      shape->x = self->width - shape->x - shape->width;
    }
  }
  for (guint i = 0; i < self->values->len; i++) {
    StnSceneValue *value = &g_array_index (self->values, StnSceneValue, i);
    double left = value->left;

    value->x = self->width - value->x;
    value->left = self->width - value->right;
    value->right = self->width - left;
  }
}

static const char *const kind_names[] = {"line",   "box",      "frame",   "hatch", "disc", "ring",
                                         "square", "triangle", "diamond", "cross", "leg",  "text"};
static const char *const ink_names[] = {
  "ink",       "quiet",      "rule", "cramps", "cramps-pale", "cramps-edge", "none", "none-pale",
  "none-edge", "quiet-pale", "gap",  "mark",   "shade",       "leg",         "paper"};
G_STATIC_ASSERT (G_N_ELEMENTS (ink_names) == STN_N_INKS);
static const char *const dash_names[] = {"", " dashed", " dotted"};
static const char *const anchor_names[] = {"left", "middle", "right"};

/* In tenths, so that -0.0 and rounding in the last place do not show; written by hand, whatever the locale. */
static void
append_number (GString *text, double number)
{
  long tenths = lround (number * 10);

  g_string_append_printf (text, " %s%ld.%ld", tenths < 0 ? "-" : "", labs (tenths) / 10,
                          labs (tenths) % 10);
}

static void
append_shape (GString *text, const StnShape *shape)
{
  g_string_append_printf (text, "%s %s%s", kind_names[shape->kind], ink_names[shape->ink],
                          dash_names[shape->dash]);
  append_number (text, shape->x);
  append_number (text, shape->y);
  append_number (text, shape->width);
  append_number (text, shape->height);
  if (shape->kind == STN_SHAPE_TEXT)
    g_string_append_printf (text, " %s%s%s '%s'", anchor_names[shape->anchor],
                            shape->bold ? " bold" : "", shape->turned ? " turned" : "",
                            shape->text);
  if (shape->kind == STN_SHAPE_LEG) {
    g_string_append (text, shape->right ? " right" : " left");
    for (guint i = 0; i < STN_SCENE_SHADES; i++)
      append_number (text, shape->shades[i] * 100);
  }
  g_string_append_c (text, '\n');
}

char *
stn_scene_dump (const StnScene *self)
{
  GString *text = g_string_new ("scene");

  append_number (text, self->width);
  append_number (text, self->height);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < self->shapes->len; i++)
    append_shape (text, stn_scene_get_shape (self, i));
  for (guint i = 0; i < self->values->len; i++) {
    const StnSceneValue *value = stn_scene_get_value (self, i);

    g_string_append (text, "value");
    append_number (text, value->x);
    append_number (text, value->y);
    append_number (text, value->left);
    append_number (text, value->right);
    g_string_append_printf (text, " '%s' '%s'\n", value->title,
                            value->detail != NULL ? value->detail : "");
  }
  return g_string_free (text, FALSE);
}
