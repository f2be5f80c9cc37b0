/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-reminder-letter.h"

#define FACE_TYPE "(uub)"
#define NOTE_TYPE "(uuuxx)"
#define QUESTION_TYPE "(usa" NOTE_TYPE "a" FACE_TYPE FACE_TYPE "x)"
#define LOOK_TYPE "(bxa" FACE_TYPE "a" FACE_TYPE ")"
#define ANSWER_TYPE "(msbbum" LOOK_TYPE "x" FACE_TYPE ")"

void
stn_reminder_question_clear (StnReminderQuestion *self)
{
  g_clear_pointer (&self->writer, g_free);
  g_clear_pointer (&self->notes, g_array_unref);
  g_clear_pointer (&self->shown, g_array_unref);
}

void
stn_reminder_answer_clear (StnReminderAnswer *self)
{
  g_clear_pointer (&self->failure, g_free);
  g_clear_pointer (&self->look, stn_reminder_look_free);
}

static GVariant *
face_to_variant (const StnReminderFace *face)
{
  return g_variant_new (FACE_TYPE, face->night.julian, face->kinds, face->knows_usual);
}

static StnReminderFace
face_of (GVariant *variant)
{
  StnReminderFace face;

  g_variant_get (variant, FACE_TYPE, &face.night.julian, &face.kinds, &face.knows_usual);
  return face;
}

static GVariant *
faces_to_variant (const GArray *faces)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" FACE_TYPE));
  for (guint i = 0; faces != NULL && i < faces->len; i++)
    g_variant_builder_add_value (&builder,
                                 face_to_variant (&g_array_index (faces, StnReminderFace, i)));
  return g_variant_builder_end (&builder);
}

static void
read_faces (GVariant *variant, GArray *faces)
{
  for (gsize i = 0; i < g_variant_n_children (variant); i++) {
    g_autoptr (GVariant) child = g_variant_get_child_value (variant, i);
    StnReminderFace face = face_of (child);

    g_array_append_val (faces, face);
  }
}

static GVariant *
notes_to_variant (const GArray *notes)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" NOTE_TYPE));
  for (guint i = 0; i < notes->len; i++) {
    const StnReminderNote *note = &g_array_index (notes, StnReminderNote, i);

    g_variant_builder_add (&builder, NOTE_TYPE, note->night.julian, note->kinds, note->what,
                           note->again_s, note->written_s);
  }
  return g_variant_builder_end (&builder);
}

static GArray *
notes_of (GVariant *variant)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (StnReminderNote));

  for (gsize i = 0; i < g_variant_n_children (variant); i++) {
    StnReminderNote note;
    guint32 what;

    g_variant_get_child (variant, i, NOTE_TYPE, &note.night.julian, &note.kinds, &what,
                         &note.again_s, &note.written_s);
    note.what = (StnClaimState) what;
    g_array_append_val (notes, note);
  }
  return notes;
}

/* Takes @variant. */
static GBytes *
to_bytes (GVariant *variant)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (variant);

  return g_variant_get_data_as_bytes (owned);
}

/* (nullable) (transfer full) */
static GVariant *
of_bytes (GBytes *letter, const char *type)
{
  g_autoptr (GVariant) variant =
    g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (type), letter, FALSE));

  return g_variant_is_normal_form (variant) ? g_steal_pointer (&variant) : NULL;
}

GBytes *
stn_reminder_question_write (const StnReminderQuestion *self)
{
  return to_bytes (g_variant_new ("(us@a" NOTE_TYPE "@a" FACE_TYPE "@" FACE_TYPE "x)", self->task,
                                  self->writer, notes_to_variant (self->notes),
                                  faces_to_variant (self->shown), face_to_variant (&self->face),
                                  self->group));
}

gboolean
stn_reminder_question_read (GBytes *letter, StnReminderQuestion *ret)
{
  g_autoptr (GVariant) variant = of_bytes (letter, QUESTION_TYPE);
  g_autoptr (GVariant) notes = NULL;
  g_autoptr (GVariant) shown = NULL;
  g_autoptr (GVariant) face = NULL;
  guint32 task;

  if (variant == NULL)
    return FALSE;
  g_variant_get_child (variant, 0, "u", &task);
  if (task >= STN_N_TASKS)
    return FALSE;
  g_variant_get (variant, "(us@a" NOTE_TYPE "@a" FACE_TYPE "@" FACE_TYPE "x)", NULL, &ret->writer,
                 &notes, &shown, &face, &ret->group);
  ret->task = (StnReminderTask) task;
  ret->notes = notes_of (notes);
  ret->shown = g_array_new (FALSE, FALSE, sizeof (StnReminderFace));
  read_faces (shown, ret->shown);
  ret->face = face_of (face);
  return TRUE;
}

static GVariant *
look_to_variant (const StnReminderLook *look)
{
  return g_variant_new ("(bx@a" FACE_TYPE "@a" FACE_TYPE ")", look->is_on, look->next_s,
                        faces_to_variant (look->left), faces_to_variant (look->due));
}

static StnReminderLook *
look_of (GVariant *variant)
{
  StnReminderLook *look = stn_reminder_look_new ();
  g_autoptr (GVariant) left = NULL;
  g_autoptr (GVariant) due = NULL;

  g_variant_get (variant, "(bx@a" FACE_TYPE "@a" FACE_TYPE ")", &look->is_on, &look->next_s, &left,
                 &due);
  read_faces (left, look->left);
  read_faces (due, look->due);
  return look;
}

GBytes *
stn_reminder_answer_write (const StnReminderAnswer *self)
{
  return to_bytes (
    g_variant_new ("(msbbu@m" LOOK_TYPE "x@" FACE_TYPE ")", self->failure, self->is_locked,
                   self->are_noted, self->wording,
                   g_variant_new_maybe (G_VARIANT_TYPE (LOOK_TYPE),
                                        self->look != NULL ? look_to_variant (self->look) : NULL),
                   self->group, face_to_variant (&self->face)));
}

gboolean
stn_reminder_answer_read (GBytes *letter, StnReminderAnswer *ret)
{
  g_autoptr (GVariant) variant = of_bytes (letter, ANSWER_TYPE);
  g_autoptr (GVariant) maybe = NULL;
  g_autoptr (GVariant) look = NULL;
  g_autoptr (GVariant) face = NULL;
  guint32 wording;

  if (variant == NULL)
    return FALSE;
  g_variant_get (variant, "(msbbu@m" LOOK_TYPE "x@" FACE_TYPE ")", &ret->failure, &ret->is_locked,
                 &ret->are_noted, &wording, &maybe, &ret->group, &face);
  look = g_variant_get_maybe (maybe);
  ret->wording = (StnReminderWording) wording;
  ret->look = look != NULL ? look_of (look) : NULL;
  ret->face = face_of (face);
  return TRUE;
}
