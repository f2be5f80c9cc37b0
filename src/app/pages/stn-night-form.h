/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/stn-night.h"

G_BEGIN_DECLS

#define STN_TYPE_NIGHT_FORM (stn_night_form_get_type ())
G_DECLARE_FINAL_TYPE (StnNightForm, stn_night_form, STN, NIGHT_FORM, AdwBin)

/**
 * StnNightForm: the questions about one night: its outcome, its cramps, sleep, note. Knows no diary. What was asked is
 * read back at any time; nothing is chosen beforehand.
 *
 * Signal "changed" (): the person answered or took an answer back.
 */

/** Where the person wants to begin. */
typedef enum {
  STN_NIGHT_PART_ALL,
  STN_NIGHT_PART_CRAMPS, /* begins the first cramp of a night that has none */
  STN_NIGHT_PART_SLEEP,
} StnNightPart;

/** stn_night_form_show: shows @night; @today: for the words of its date. */
void stn_night_form_show (StnNightForm *self, const StnNight *night, StnDate today);

/** stn_night_form_begin: brings the focus to @part. */
void stn_night_form_begin (StnNightForm *self, StnNightPart part);

/** stn_night_form_read: (transfer full) the night as it is described now; what the form does not ask is as shown. */
StnNight *stn_night_form_read (StnNightForm *self);

/**
 * stn_night_form_answer_eased: as if the person had answered there whether stretching eased a cramp.
 * @place: of the cramp in what stn_night_form_read() gives, from 0; there may be none any more.
 */
void stn_night_form_answer_eased (StnNightForm *self, guint place, StnAnswer answer);

/** stn_night_form_check: whether all can be taken; else says why not beside it and brings the focus there. */
gboolean stn_night_form_check (StnNightForm *self);

G_END_DECLS
