/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-figure.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Lengths of a grown-up who is 87 high in a square of 100. */
#define THIGH 22.0
#define SHIN 22.0
#define ARM 12.5
#define HEAD_RADIUS 6.6

#define FLOOR 95.0

/* What stands in the room, in the order of drawing. */
typedef enum {
  ROOM_WALL = 1 << 0,       /* at the right */
  ROOM_LOW_CHAIR = 1 << 1,  /* for a heel */
  ROOM_SEAT = 1 << 2,       /* to sit on */
  ROOM_CHAIR_BACK = 1 << 3, /* to hold on to */
  ROOM_BED = 1 << 4,
} Room;

/* What is coloured: the muscle that pulls, on the near leg, on both, or the belly that rises. */
typedef enum { PULLS_CALF, PULLS_CALVES, PULLS_THIGH, PULLS_LEG, PULLS_BELLY, PULLS_NOTHING } Pulls;

/* One end of a movement. Knees and elbows follow from the lengths. */
typedef struct {
  StnPoint head, shoulder, hip;
  StnPoint ankle[2], toe[2], hand[2];
} Pose;

struct _StnFigure {
  const char *exercise;
  Room room;
  Pulls pulls;
  Pose rest;
  Pose full;
  StnFigureCue cues[3];
};

static const StnFigure figures[] = {
  {
    .exercise = "calf",
    .room = ROOM_WALL,
    .pulls = PULLS_CALF,
    .rest = {{58.5, 14.8},
             {56, 26},
             {47.6, 52.2},
             {{27, 91}, {62, 91}},
             {{35.5, 93}, {70.5, 93}},
             {{80.6, 30.5}, {80.6, 32.5}}},
    .full = {{67.6, 18.8},
             {62.2, 29.4},
             {50.7, 54},
             {{27, 91}, {62, 91}},
             {{35.5, 93}, {70.5, 93}},
             {{80.6, 30.5}, {80.6, 32.5}}},
    .cues = {{NC_ ("picture", "heel down"), {14, 76}, {14, 90}, {19, 71}},
             {NC_ ("picture", "lean in"), {29, 37}, {41, 34}, {31, 28}}},
  },
  {
    .exercise = "hamstring",
    .room = ROOM_LOW_CHAIR,
    .pulls = PULLS_THIGH,
    .rest = {{36.5, 12},
             {34.5, 23},
             {33, 49.5},
             {{72, 69.5}, {35, 91}},
             {{75, 61.5}, {43.5, 93}},
             {{47, 42.5}, {46, 43}}},
    .full = {{56, 17.5},
             {49, 27.5},
             {33, 49.5},
             {{72, 69.5}, {35, 91}},
             {{75, 61.5}, {43.5, 93}},
             {{61, 48}, {59, 49}}},
    .cues = {{NC_ ("picture", "knee straight"), {76, 44}, {64, 57}, {74, 38}},
             {NC_ ("picture", "lean in"), {11, 22}, {23, 22}, {16, 15}}},
  },
  {
    .exercise = "seated-leg",
    .room = ROOM_SEAT,
    .pulls = PULLS_LEG,
    .rest = {{29.5, 28},
             {29.5, 39},
             {30, 66},
             {{68, 87.4}, {48, 91}},
             {{75, 92.5}, {56.5, 93}},
             {{46, 57.5}, {44, 58}}},
    .full = {{45.5, 31},
             {41.5, 41.5},
             {30, 66},
             {{68, 87.4}, {48, 91}},
             {{71, 79}, {56.5, 93}},
             {{61, 56}, {59, 57}}},
    .cues = {{NC_ ("picture", "toes up"), {86, 86}, {79, 73}, {84, 66}},
             {NC_ ("picture", "lean in"), {7, 34}, {19, 34}, {14, 27}}},
  },
  {
    .exercise = "lean",
    .room = ROOM_WALL,
    .pulls = PULLS_CALVES,
    .rest = {{59.5, 12.3},
             {56, 23.1},
             {46.5, 48.3},
             {{36, 91}, {38, 91}},
             {{44.5, 93}, {46.5, 93}},
             {{80.6, 27.6}, {80.6, 29.6}}},
    .full = {{73.6, 17.2},
             {68, 27.8},
             {54, 50.8},
             {{36, 91}, {38, 91}},
             {{44.5, 93}, {46.5, 93}},
             {{80.6, 27.6}, {80.6, 29.6}}},
    .cues = {{NC_ ("picture", "heels down"), {22, 76}, {22, 90}, {21, 71}},
             {NC_ ("picture", "lean in"), {28, 35}, {41, 32}, {31, 26}}},
  },
  {
    .exercise = "easy-moves",
    .room = ROOM_CHAIR_BACK,
    .pulls = PULLS_NOTHING,
    .rest = {{43, 12.5},
             {42, 23.5},
             {40.5, 48.5},
             {{47, 79}, {40.5, 91}},
             {{55, 82.5}, {49, 93}},
             {{60.5, 39.5}, {60.5, 40.5}}},
    .full = {{43, 12.5},
             {42, 23.5},
             {40.5, 48.5},
             {{40.5, 91}, {47, 79}},
             {{49, 93}, {55, 82.5}},
             {{60.5, 39.5}, {60.5, 40.5}}},
    .cues = {{NC_ ("picture", "lift feet"), {24, 90}, {24, 76}, {23, 70}}},
  },
  {
    .exercise = "breath",
    .room = ROOM_BED,
    .pulls = PULLS_BELLY,
    .rest = {{14.5, 64},
             {26, 69},
             {52, 71},
             {{92, 71}, {91, 72}},
             {{94, 63}, {93, 64}},
             {{42, 63.5}, {50, 73}}},
    .full = {{14.5, 64},
             {26, 68.5},
             {52, 71},
             {{92, 71}, {91, 72}},
             {{94, 63}, {93, 64}},
             {{42, 58}, {50, 73}}},
    .cues = {{NC_ ("picture", "belly rises"), {41, 50}, {41, 38}, {43, 31}}},
  },
};

const StnFigure *
stn_figure_get (const char *exercise)
{
  g_return_val_if_fail (exercise != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (strcmp (figures[i].exercise, exercise) == 0)
      return &figures[i];
  return NULL;
}

const StnFigureCue *
stn_figure_list_cues (const StnFigure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cues;
}

static StnPoint
between (StnPoint a, StnPoint b, double t)
{
  return (StnPoint){a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

/*
 * The joint between two bones of the same @length from @a to @b, bent to the side of @bend (1: to the right of a line that
 * goes down). Bones that cannot reach are straight.
 */
static StnPoint
bend_joint (StnPoint a, StnPoint b, double length, double bend)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double distance = MAX (hypot (dx, dy), 1e-6);
  double height = sqrt (MAX (length * length - distance * distance / 4, 0)) * bend;
  StnPoint middle = between (a, b, .5);

  return (StnPoint){middle.x + dy / distance * height, middle.y - dx / distance * height};
}

void
stn_figure_place (const StnFigure *self, double reach, StnFigureJoints *ret_joints)
{
  g_return_if_fail (self != NULL && ret_joints != NULL);
  const Pose *rest = &self->rest, *full = &self->full;
  StnFigureJoints joints = {
    .head = between (rest->head, full->head, reach),
    .shoulder = between (rest->shoulder, full->shoulder, reach),
    .hip = between (rest->hip, full->hip, reach),
  };

  for (guint i = STN_FIGURE_NEAR; i <= STN_FIGURE_FAR; i++) {
    joints.ankle[i] = between (rest->ankle[i], full->ankle[i], reach);
    joints.toe[i] = between (rest->toe[i], full->toe[i], reach);
    joints.hand[i] = between (rest->hand[i], full->hand[i], reach);
    joints.knee[i] = bend_joint (joints.hip, joints.ankle[i], (THIGH + SHIN) / 2, 1);
    joints.elbow[i] = bend_joint (joints.shoulder, joints.hand[i], ARM, -1);
  }
  *ret_joints = joints;
}

static void
set_color (cairo_t *cr, const GdkRGBA *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
line (cairo_t *cr, StnPoint a, StnPoint b, double width)
{
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, a.x, a.y);
  cairo_line_to (cr, b.x, b.y);
  cairo_stroke (cr);
}

static void
two_bones (cairo_t *cr, StnPoint a, StnPoint b, StnPoint c, double width)
{
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, a.x, a.y);
  cairo_line_to (cr, b.x, b.y);
  cairo_line_to (cr, c.x, c.y);
  cairo_stroke (cr);
}

static void
draw_leg (cairo_t *cr, const StnFigureJoints *joints, StnFigureDepth depth)
{
  two_bones (cr, joints->hip, joints->knee[depth], joints->ankle[depth], 7.6);
  line (cr, joints->ankle[depth], joints->toe[depth], 4.4);
}

static void
draw_arm (cairo_t *cr, const StnFigureJoints *joints, StnFigureDepth depth)
{
  two_bones (cr, joints->shoulder, joints->elbow[depth], joints->hand[depth], 4.6);
}

static void
draw_body (cairo_t *cr, const StnFigureJoints *joints)
{
  line (cr, joints->shoulder, joints->hip, 11.5);
  cairo_arc (cr, joints->head.x, joints->head.y, HEAD_RADIUS, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* The belly of somebody who lies, as high as the breath lifts the hand. */
static void
draw_belly (cairo_t *cr, const StnFigureJoints *joints)
{
  StnPoint middle = between (joints->shoulder, joints->hip, .6);
  double height = middle.y - joints->hand[STN_FIGURE_NEAR].y - 1;

  cairo_save (cr);
  cairo_translate (cr, middle.x, middle.y);
  cairo_scale (cr, 12, height);
  cairo_arc (cr, 0, 0, 1, G_PI, 2 * G_PI);
  cairo_restore (cr);
  cairo_fill (cr);
}

static void
draw_muscle (const StnFigure *self, cairo_t *cr, const StnFigureJoints *joints)
{
  const StnPoint *knee = joints->knee, *ankle = joints->ankle;

  switch (self->pulls) {
  case PULLS_CALVES:
  case PULLS_CALF:
    line (cr, between (knee[0], ankle[0], .1), between (knee[0], ankle[0], .8), 7.6);
    break;
  case PULLS_THIGH:
    line (cr, between (joints->hip, knee[0], .25), between (joints->hip, knee[0], .9), 7.6);
    break;
  case PULLS_LEG:
    line (cr, between (joints->hip, knee[0], .3), between (knee[0], ankle[0], .8), 7.6);
    break;
  case PULLS_BELLY:
    draw_belly (cr, joints);
    break;
  case PULLS_NOTHING:
    break;
  }
}

static void
draw_room (Room room, cairo_t *cr)
{
  if (room != ROOM_BED)
    line (cr, (StnPoint){4, FLOOR + 1.5}, (StnPoint){96, FLOOR + 1.5}, 1.6);
  if (room & ROOM_WALL)
    line (cr, (StnPoint){85.5, 4}, (StnPoint){85.5, FLOOR}, 5);
  if (room & ROOM_LOW_CHAIR) {
    line (cr, (StnPoint){64, 74.5}, (StnPoint){86, 74.5}, 3);
    line (cr, (StnPoint){66, 76}, (StnPoint){66, FLOOR}, 2.4);
    line (cr, (StnPoint){84, 52}, (StnPoint){84, FLOOR}, 2.4);
  }
  if (room & ROOM_SEAT) {
    line (cr, (StnPoint){14, 72.5}, (StnPoint){36, 72.5}, 3);
    line (cr, (StnPoint){16, 47}, (StnPoint){16, FLOOR}, 2.4);
    line (cr, (StnPoint){34, 74}, (StnPoint){34, FLOOR}, 2.4);
  }
  if (room & ROOM_CHAIR_BACK) {
    line (cr, (StnPoint){63, 42}, (StnPoint){63, FLOOR}, 2.8);
    line (cr, (StnPoint){63, 70}, (StnPoint){84, 70}, 3);
    line (cr, (StnPoint){83, 71}, (StnPoint){83, FLOOR}, 2.4);
  }
  if (room & ROOM_BED) {
    line (cr, (StnPoint){5, 80.5}, (StnPoint){97, 80.5}, 5);
    line (cr, (StnPoint){8, 74.5}, (StnPoint){19, 73.5}, 6);
    line (cr, (StnPoint){7, 84}, (StnPoint){7, 91}, 2.4);
    line (cr, (StnPoint){95, 84}, (StnPoint){95, 91}, 2.4);
  }
}

void
stn_figure_draw_arrow (cairo_t *cr, StnPoint from, StnPoint to)
{
  double angle = atan2 (to.y - from.y, to.x - from.x);

  line (cr, from, to, 1.7);
  for (int side = -1; side <= 1; side += 2)
    line (cr, to,
          (StnPoint){to.x - 4.4 * cos (angle + side * .65), to.y - 4.4 * sin (angle + side * .65)},
          1.7);
}

void
stn_figure_draw (const StnFigure *self, cairo_t *cr, double reach, const StnFigureColors *colors)
{
  g_return_if_fail (self != NULL && cr != NULL && colors != NULL);
  StnFigureJoints joints;

  stn_figure_place (self, reach, &joints);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  set_color (cr, &colors->ground);
  draw_room (self->room, cr);
  set_color (cr, &colors->far);
  draw_leg (cr, &joints, STN_FIGURE_FAR);
  if (self->pulls == PULLS_CALVES) {
    set_color (cr, &colors->muscle);
    line (cr, between (joints.knee[1], joints.ankle[1], .1),
          between (joints.knee[1], joints.ankle[1], .8), 7.6);
    set_color (cr, &colors->far);
  }
  draw_arm (cr, &joints, STN_FIGURE_FAR);
  if (self->pulls == PULLS_BELLY) {
    set_color (cr, &colors->arrow);
    draw_muscle (self, cr, &joints);
  }
  set_color (cr, &colors->near);
  draw_leg (cr, &joints, STN_FIGURE_NEAR);
  draw_body (cr, &joints);
  if (self->pulls != PULLS_BELLY) {
    set_color (cr, &colors->muscle);
    draw_muscle (self, cr, &joints);
  }
  set_color (cr, &colors->near);
  line (cr, joints.ankle[0], joints.toe[0], 4.4);
  /* The hand that lies on the belly would not be seen before the body. */
  set_color (cr, self->pulls == PULLS_BELLY ? &colors->far : &colors->near);
  draw_arm (cr, &joints, STN_FIGURE_NEAR);
  for (const StnFigureCue *cue = self->cues; cue->word != NULL; cue++) {
    set_color (cr, &colors->arrow);
    stn_figure_draw_arrow (cr, cue->from, cue->to);
  }
}
