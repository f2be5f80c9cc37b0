/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-trend-maker.h"

#include "wording/stn-wording-legend.h"
#include "wording/stn-wording-parts.h"
#include "wording/stn-wording-trend.h"
#include "wording/stn-wording.h"

static guint
count_of (const StnPlaces *places, StnSide side, StnSite site)
{
  return places->n[side][site] + places->n[STN_SIDE_BOTH][site];
}

/* Takes @label. */
static void
add_place (StnChart *chart, StnSide side, StnSite site, char *label, guint count)
{
  const char *name = stn_chart_own (chart, label);
  g_autofree char *says = stn_wording_cramps (count);
  g_autofree char *field = stn_trend_csv_name (name);
  StnPlaceCount place = {
    .side = side,
    .site = site,
    .count = count,
    .label = name,
    .number = stn_chart_own (chart, g_strdup_printf ("%u", count)),
    .title = stn_chart_own (chart, stn_wording_reading (name, says)),
  };

  stn_chart_add_place (chart, &place);
  stn_chart_add_row (chart, g_strdup_printf ("%s,%u", field, count));
}

typedef struct {
  StnSide side;
  StnSite site;
  guint count;
} Place;

/* The most often first. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint one = ((const Place *) a)->count, other = ((const Place *) b)->count;

  return one > other ? -1 : one < other;
}

/* Places where it hurt, sides apart; a cramp in both legs counts for either. */
static GArray *
collect (const StnPlaces *places)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Place));

  for (StnSite site = STN_SITE_CALF; site <= STN_SITE_OTHER; site++)
    for (StnSide side = STN_SIDE_LEFT; side <= STN_SIDE_RIGHT; side++) {
      Place place = {side, site, count_of (places, side, site)};

      if (place.count > 0)
        g_array_append_val (list, place);
    }
  g_array_sort (list, compare_places);
  return list;
}

/* The site is known of one leg or of both; what is neither is "not said". */
static guint
count_sided (const StnPlaces *places)
{
  guint sided = 0;

  for (StnSide side = STN_SIDE_LEFT; side <= STN_SIDE_BOTH; side++)
    for (StnSite site = STN_SITE_CALF; site <= STN_SITE_OTHER; site++)
      sided += places->n[side][site];
  return sided;
}

void
stn_trend_make_places (const StnTrendMaker *self)
{
  StnPlaces places = stn_count_places (self->nights);
  g_autoptr (GArray) list = collect (&places);
  const Place *most = list->len > 0 ? &g_array_index (list, Place, 0) : NULL;
  guint sided = count_sided (&places);
  g_autofree char *place = most != NULL ? stn_wording_place (most->side, most->site) : NULL;
  g_autofree char *sentence =
    stn_wording_most_common_place (place, most != NULL ? most->count : 0, sided);
  StnChart *chart =
    stn_chart_new (STN_CHART_FORM_PLACES, stn_wording_places_title (), self->when, sentence);

  *stn_chart_get_places (chart) = (StnPlacesChart){.left = stn_wording_leg (STN_SIDE_LEFT),
                                                   .right = stn_wording_leg (STN_SIDE_RIGHT),
                                                   .nothing = stn_wording_nothing_to_draw ()};
  stn_chart_add_row (chart, g_strdup ("place,cramps"));
  for (guint i = 0; i < list->len; i++) {
    const Place *one = &g_array_index (list, Place, i);

    add_place (chart, one->side, one->site,
               stn_wording_capital (stn_wording_place (one->side, one->site)), one->count);
  }
  if (places.episodes > sided && list->len > 0)
    add_place (chart, STN_SIDE_UNKNOWN, STN_SITE_UNKNOWN, g_strdup (stn_wording_place_unknown ()),
               places.episodes - sided);
  g_ptr_array_add (self->trends->charts, chart);
}
