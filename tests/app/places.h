/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"

/** What the person took. */
#define PLACES_MEDICINE "indapamide"
#define PLACES_DOSE "1.5 mg"
/** What is imported. */
#define PLACES_FILE "nights.csv"
/** What cannot be read. */
#define PLACES_DAMAGED "damaged.db"

/** places_fill: a sample diary with a medicine, a visit and something in the trash, and the window opened on it. */
void places_fill (AppFixture *fixture);

/** PlaceCheck: looks at the place called @name, which @window shows with everything unfolded. */
typedef void (*PlaceCheck) (AppFixture *fixture,
                            GtkWindow *window,
                            const char *name,
                            gpointer data);

/** places_visit_all: calls @check with every page and window that there is, one after the other. */
void places_visit_all (AppFixture *fixture, PlaceCheck check, gpointer data);

/** places_visit: the same with the one called @name. */
void places_visit (AppFixture *fixture, const char *name, PlaceCheck check, gpointer data);

/** places_count: how many those are. */
guint places_count (void);
