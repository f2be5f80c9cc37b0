/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "present/stn-finding-item.h"

G_BEGIN_DECLS

#define STN_TYPE_FINDINGS_SECTION (stn_findings_section_get_type ())
G_DECLARE_FINAL_TYPE (StnFindingsSection, stn_findings_section, STN, FINDINGS_SECTION, GtkBox)

/**
 * StnFindingsSection: the findings of one group under a heading with its icon (the top ones without); not shown while
 * there are none.
 * @findings: list model of StnFindingItem, of all groups.
 */
GtkWidget *stn_findings_section_new (StnFindingGroup group, GListModel *findings);

G_END_DECLS
