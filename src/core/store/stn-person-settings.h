/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-person.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/** stn_person_settings_load: (transfer full) what the settings say of the person. Errors: DAMAGED. */
StnPerson *stn_person_settings_load (StnStore *self, GError **error);

/** stn_person_settings_put: in an open write group; what is unknown has no setting. */
gboolean stn_person_settings_put (StnStore *self, const StnPerson *person, GError **error);

G_END_DECLS
