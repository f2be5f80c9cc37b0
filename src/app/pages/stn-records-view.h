/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-person-records.h"

G_BEGIN_DECLS

#define STN_TYPE_RECORDS_VIEW (stn_records_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (StnRecordsView, stn_records_view, STN, RECORDS_VIEW, AdwBin)

/**
 * StnRecordsView: what shows or changes some of the person's records.
 * @update: shows them anew: they were read, or read again.
 *
 * Properties: "records" (StnPersonRecords).
 */
struct _StnRecordsViewClass {
  AdwBinClass parent_class;

  void (*update) (StnRecordsView *self);
};

/** stn_records_view_get_records: (transfer none) NULL until it was set. */
StnPersonRecords *stn_records_view_get_records (StnRecordsView *self);

/** stn_records_view_is_ready: whether there are records to show. */
gboolean stn_records_view_is_ready (StnRecordsView *self);

/** stn_list_box_clear: takes all rows out of a list. */
void stn_list_box_clear (GtkListBox *list);

G_END_DECLS
