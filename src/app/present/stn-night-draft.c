/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-night-draft.h"

/* Fields of one type are one list each: what holds for one holds for all. */
typedef struct {
  const char *name;
  gsize field;
} Field;

static const Field sleep_fields[] = {
  {"into-bed", G_STRUCT_OFFSET (StnSleep, into_bed_min)},
  {"tried", G_STRUCT_OFFSET (StnSleep, tried_min)},
  {"asleep", G_STRUCT_OFFSET (StnSleep, asleep_min)},
  {"awakenings", G_STRUCT_OFFSET (StnSleep, awakenings)},
  {"awake", G_STRUCT_OFFSET (StnSleep, awake_min)},
  {"final-wake", G_STRUCT_OFFSET (StnSleep, final_wake_min)},
  {"out-of-bed", G_STRUCT_OFFSET (StnSleep, out_of_bed_min)},
  {"quality", G_STRUCT_OFFSET (StnSleep, quality)},
  {"rested", G_STRUCT_OFFSET (StnSleep, rested)},
  {"tired", G_STRUCT_OFFSET (StnSleep, tired)},
};

static const Field episode_numbers[] = {
  {"start", G_STRUCT_OFFSET (StnEpisode, start_min)},
  {"duration", G_STRUCT_OFFSET (StnEpisode, duration_s)},
  {"severity", G_STRUCT_OFFSET (StnEpisode, severity)},
  {"distress", G_STRUCT_OFFSET (StnEpisode, distress)},
};

/* All of them enums whose 0 is "unknown". */
static const Field episode_words[] = {
  {"side", G_STRUCT_OFFSET (StnEpisode, side)},
  {"site", G_STRUCT_OFFSET (StnEpisode, site)},
  {"by-day", G_STRUCT_OFFSET (StnEpisode, by_day)},
  {"arms-or-hands", G_STRUCT_OFFSET (StnEpisode, arms_or_hands)},
  {"woke", G_STRUCT_OFFSET (StnEpisode, woke)},
  {"eased", G_STRUCT_OFFSET (StnEpisode, eased)},
  {"ongoing", G_STRUCT_OFFSET (StnEpisode, ongoing)},
};

static void
write_numbers (GVariantDict *dict, gconstpointer record, const Field *fields, guint n)
{
  for (guint i = 0; i < n; i++) {
    const StnOptInt *value = G_STRUCT_MEMBER_P (record, fields[i].field);

    if (value->known)
      g_variant_dict_insert (dict, fields[i].name, "i", value->value);
  }
}

static void
read_numbers (GVariantDict *dict, gpointer record, const Field *fields, guint n)
{
  for (guint i = 0; i < n; i++) {
    int value;

    if (g_variant_dict_lookup (dict, fields[i].name, "i", &value))
      *(StnOptInt *) G_STRUCT_MEMBER_P (record, fields[i].field) = STN_KNOWN_INT (value);
  }
}

static void
write_text (GVariantDict *dict, const char *name, const char *text)
{
  if (text != NULL)
    g_variant_dict_insert (dict, name, "s", text);
}

static GVariant *
write_episode (const StnEpisode *episode)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  write_text (&dict, "uid", episode->id.uid);
  write_numbers (&dict, episode, episode_numbers, G_N_ELEMENTS (episode_numbers));
  for (guint i = 0; i < G_N_ELEMENTS (episode_words); i++) {
    int word = *(const int *) G_STRUCT_MEMBER_P (episode, episode_words[i].field);

    if (word != 0)
      g_variant_dict_insert (&dict, episode_words[i].name, "i", word);
  }
  if (episode->soreness_h.known)
    g_variant_dict_insert (&dict, "soreness", "d", episode->soreness_h.value);
  if (episode->relief != NULL)
    g_variant_dict_insert (&dict, "relief", "^as", episode->relief);
  write_text (&dict, "ended-by", episode->ended_by);
  write_text (&dict, "note", episode->note);
  return g_variant_dict_end (&dict);
}

static StnEpisode *
read_episode (GVariant *variant)
{
  g_autoptr (GVariantDict) dict = g_variant_dict_new (variant);
  StnEpisode *episode = stn_episode_new ();
  double hours;

  g_variant_dict_lookup (dict, "uid", "s", &episode->id.uid);
  read_numbers (dict, episode, episode_numbers, G_N_ELEMENTS (episode_numbers));
  for (guint i = 0; i < G_N_ELEMENTS (episode_words); i++)
    g_variant_dict_lookup (dict, episode_words[i].name, "i",
                           (int *) G_STRUCT_MEMBER_P (episode, episode_words[i].field));
  if (g_variant_dict_lookup (dict, "soreness", "d", &hours))
    episode->soreness_h = STN_KNOWN_REAL (hours);
  g_variant_dict_lookup (dict, "relief", "^as", &episode->relief);
  g_variant_dict_lookup (dict, "ended-by", "s", &episode->ended_by);
  g_variant_dict_lookup (dict, "note", "s", &episode->note);
  return episode;
}

static GVariant *
write_night (const StnNight *night)
{
  GVariantDict dict;
  GVariantDict sleep;
  GVariantBuilder episodes;

  g_variant_dict_init (&sleep, NULL);
  write_numbers (&sleep, &night->sleep, sleep_fields, G_N_ELEMENTS (sleep_fields));
  g_variant_builder_init (&episodes, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < night->episodes->len; i++)
    g_variant_builder_add_value (&episodes, write_episode (g_ptr_array_index (night->episodes, i)));
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "no-cramps", "b", night->no_cramps);
  g_variant_dict_insert_value (&dict, "sleep", g_variant_dict_end (&sleep));
  g_variant_dict_insert_value (&dict, "episodes", g_variant_builder_end (&episodes));
  write_text (&dict, "note", night->note);
  return g_variant_dict_end (&dict);
}

static StnNight *
read_night (GVariant *variant, StnDate key)
{
  g_autoptr (GVariantDict) dict = g_variant_dict_new (variant);
  g_autoptr (GVariant) sleep = g_variant_dict_lookup_value (dict, "sleep", G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariant) episodes =
    g_variant_dict_lookup_value (dict, "episodes", G_VARIANT_TYPE ("aa{sv}"));
  StnNight *night = stn_night_new (key);

  g_variant_dict_lookup (dict, "no-cramps", "b", &night->no_cramps);
  g_variant_dict_lookup (dict, "note", "s", &night->note);
  if (sleep != NULL) {
    g_autoptr (GVariantDict) fields = g_variant_dict_new (sleep);

    read_numbers (fields, &night->sleep, sleep_fields, G_N_ELEMENTS (sleep_fields));
  }
  for (gsize i = 0; episodes != NULL && i < g_variant_n_children (episodes); i++) {
    g_autoptr (GVariant) episode = g_variant_get_child_value (episodes, i);

    g_ptr_array_add (night->episodes, read_episode (episode));
  }
  return night;
}

StnNightDraft *
stn_night_draft_new (const StnNight *base, const StnNight *mine, GDateTime *began)
{
  StnNightDraft *self = g_new0 (StnNightDraft, 1);

  self->base = stn_night_copy (base);
  self->mine = stn_night_copy (mine);
  self->began = g_date_time_ref (began);
  return self;
}

void
stn_night_draft_free (StnNightDraft *self)
{
  if (self == NULL)
    return;
  stn_night_free (self->base);
  stn_night_free (self->mine);
  g_date_time_unref (self->began);
  g_free (self);
}

char *
stn_night_draft_write (const StnNightDraft *self)
{
  g_autoptr (GVariant) variant = NULL;
  g_autofree char *began = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  began = g_date_time_format_iso8601 (self->began);
  variant = g_variant_ref_sink (
    g_variant_new ("(s@a{sv}@a{sv})", began, write_night (self->base), write_night (self->mine)));
  return g_variant_print (variant, FALSE);
}

StnNightDraft *
stn_night_draft_read (const char *text, StnDate key, GError **error)
{
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariant) base = NULL;
  g_autoptr (GVariant) mine = NULL;
  g_autoptr (GDateTime) began = NULL;
  StnNightDraft *self;
  const char *time;

  g_return_val_if_fail (text != NULL, NULL);

  variant = g_variant_parse (G_VARIANT_TYPE ("(sa{sv}a{sv})"), text, NULL, NULL, error);
  if (variant == NULL)
    return NULL;
  g_variant_get (variant, "(&s@a{sv}@a{sv})", &time, &base, &mine);
  began = g_date_time_new_from_iso8601 (time, NULL);
  if (began == NULL) {
    g_set_error (error, G_VARIANT_PARSE_ERROR, G_VARIANT_PARSE_ERROR_INVALID_CHARACTER,
                 "'%s' is no time at which a draft was begun", time);
    return NULL;
  }
  self = g_new0 (StnNightDraft, 1);
  self->base = read_night (base, key);
  self->mine = read_night (mine, key);
  self->began = g_steal_pointer (&began);
  return self;
}
