/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "present/stn-diary-client.h"
#include "present/stn-night-item.h"
#include "present/stn-night-scan.h"

G_BEGIN_DECLS

#define STN_TYPE_NIGHT_LIST (stn_night_list_get_type ())
G_DECLARE_FINAL_TYPE (StnNightList, stn_night_list, STN, NIGHT_LIST, GObject)

/**
 * StnNightList: GListModel of StnNightItem, newest first: every night from the first with anything stored to last night,
 * also those of which nothing is recorded, or those that a filter lets through. Only the keys are kept for all nights;
 * a night is read when its item is asked for. Items live as long as someone holds them; the list follows what is
 * written by this and other programs, and the same night stays the same item.
 *
 * Signals: "ready" (): the keys were read (again), after the items changed. "failed" (GError *): the diary could not
 * be read.
 */
StnNightList *stn_night_list_new (StnDiaryClient *client);

/** stn_night_list_refresh: reads the keys again, for example when a new day may have begun. */
void stn_night_list_refresh (StnNightList *self);

/** stn_night_list_set_filter: @search: words to find in notes, NULL or "" = no search. */
void stn_night_list_set_filter (StnNightList *self, StnNightFilter filter, const char *search);

/** stn_night_list_is_ready: the keys were read at least once. */
gboolean stn_night_list_is_ready (StnNightList *self);

/** stn_night_list_is_diary_empty: nothing at all is stored in the diary, whatever the filter. */
gboolean stn_night_list_is_diary_empty (StnNightList *self);

/** stn_night_list_get_key: STN_NO_DATE beyond the end; reads nothing. */
StnDate stn_night_list_get_key (StnNightList *self, guint position);

/** stn_night_list_find: position of @key, or of the next older night that is listed; FALSE when there is none. */
gboolean stn_night_list_find (StnNightList *self, StnDate key, guint *ret_position);

/** stn_night_list_starts_month, stn_night_list_ends_month: whether the neighbour above or below is of another month. */
gboolean stn_night_list_starts_month (StnNightList *self, guint position);
gboolean stn_night_list_ends_month (StnNightList *self, guint position);

G_END_DECLS
