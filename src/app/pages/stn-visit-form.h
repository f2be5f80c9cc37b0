/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/stn-records-view.h"

G_BEGIN_DECLS

#define STN_TYPE_VISIT_FORM (stn_visit_form_get_type ())
G_DECLARE_FINAL_TYPE (StnVisitForm, stn_visit_form, STN, VISIT_FORM, StnRecordsView)

/** StnVisitForm: a visit: new, or one that is there. */

/**
 * stn_visit_form_begin: @uid: (nullable) the visit to change; NULL: a new one, with what was typed of it when the form was last
 * left without saving.
 */
void stn_visit_form_begin (StnVisitForm *self, const char *uid);

G_END_DECLS
