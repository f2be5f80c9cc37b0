/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_DOCTOR_PAGE (stn_doctor_page_get_type ())
G_DECLARE_FINAL_TYPE (StnDoctorPage, stn_doctor_page, STN, DOCTOR_PAGE, AdwBin)

/**
 * StnDoctorPage: when to see a doctor and what to bring along: sections below each other, and subpages that are pushed
 * over them. A section asks for them by actions, which belong to this page:
 *
 * doctor.show (s): the subpage of that name in stn-doctor-page.ui.
 * doctor.show-medicine (s), doctor.edit-medicine (s), doctor.show-visit (s): of that uid; "" is a new one.
 * subpage.back: to what was shown before.
 *
 * Properties: "client"; "records" (read only): what is known of the person.
 */

G_END_DECLS
