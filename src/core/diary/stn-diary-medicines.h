/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"
#include "model/stn-medicine.h"

G_BEGIN_DECLS

/** stn_diary_list_medicines: (transfer full) (element-type StnMedicine) with their history, by name; NULL on error. */
GPtrArray *stn_diary_list_medicines (StnDiary *self, GError **error);

/**
 * stn_diary_find_medicine: (transfer none) the one of @medicines that @name means: its name in any case of letters, or its
 * uid. Errors: NO_SUCH_RECORD.
 */
StnMedicine *stn_diary_find_medicine (GPtrArray *medicines, const char *name, GError **error);

/**
 * stn_diary_add_medicine: @medicine gets its uids.
 * @ret_group: (nullable) for the toast's Undo.
 *
 * Errors: BAD_VALUE when a medicine of that name is there already; FUTURE; of the model and the store.
 */
gboolean
stn_diary_add_medicine (StnDiary *self, StnMedicine *medicine, gint64 *ret_group, GError **error);

/** StnMedicineEdit: changes @medicine, as it stands in the file, in place; FALSE with @error set: nothing is saved. */
typedef gboolean (*StnMedicineEdit) (StnMedicine *medicine, gpointer data, GError **error);

/**
 * stn_diary_edit_medicine: loads the medicine, lets @edit change it and saves what differs, all in one write group.
 * @name: as stn_diary_find_medicine() takes it. @label: "change-medicine" or "take-medicine".
 *
 * Errors: those of @edit; NO_SUCH_RECORD, FUTURE, BAD_VALUE (name taken); of the model and the store.
 */
gboolean stn_diary_edit_medicine (StnDiary *self,
                                  const char *name,
                                  const char *label,
                                  StnMedicineEdit edit,
                                  gpointer data,
                                  gint64 *ret_group,
                                  GError **error);

/** stn_diary_change_medicine: adds a step (taken) to the history. Errors: as stn_diary_edit_medicine(). */
gboolean stn_diary_change_medicine (
  StnDiary *self, const char *name, StnMedicineChange *change, gint64 *ret_group, GError **error);

/**
 * stn_diary_take_medicine: how often an as-needed medicine was taken on the day before @night; unknown forgets it.
 *
 * Errors: as stn_diary_edit_medicine(); BAD_VALUE when it is taken as scheduled or was not in use then.
 */
gboolean stn_diary_take_medicine (StnDiary *self,
                                  const char *name,
                                  StnDate night,
                                  StnOptInt count,
                                  gint64 *ret_group,
                                  GError **error);

/** stn_diary_delete_medicine: with its history; undo brings it back. Errors: NO_SUCH_RECORD; of the store. */
gboolean
stn_diary_delete_medicine (StnDiary *self, const char *name, gint64 *ret_group, GError **error);

G_END_DECLS
