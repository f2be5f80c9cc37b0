/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/stn-sleep.h"

G_BEGIN_DECLS

#define STN_TYPE_SLEEP_FORM (stn_sleep_form_get_type ())
G_DECLARE_FINAL_TYPE (StnSleepForm, stn_sleep_form, STN, SLEEP_FORM, AdwBin)

/**
 * StnSleepForm: how the night was slept; every answer can be left open.
 *
 * Signal "changed" (): the person answered or took an answer back.
 */
void stn_sleep_form_show (StnSleepForm *self, const StnSleep *sleep);

/** stn_sleep_form_read: puts the answers into @sleep; what cannot be taken stays as it is there. */
void stn_sleep_form_read (StnSleepForm *self, StnSleep *sleep);

/** stn_sleep_form_check: whether all can be taken; else says why not beside it and brings the focus there. */
gboolean stn_sleep_form_check (StnSleepForm *self);

G_END_DECLS
