/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary-medicines.h"

#include "base/stn-text-line.h"
#include "diary/stn-diary-group.h"
#include "store/stn-medicine-table.h"

GPtrArray *
stn_diary_list_medicines (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return stn_medicine_table_list (stn_diary_get_store (self), error);
}

static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *one = g_utf8_casefold (a, -1);
  g_autofree char *other = g_utf8_casefold (b, -1);

  return g_str_equal (one, other);
}

StnMedicine *
stn_diary_find_medicine (GPtrArray *medicines, const char *name, GError **error)
{
  g_return_val_if_fail (medicines != NULL && name != NULL, NULL);

  for (guint i = 0; i < medicines->len; i++) {
    StnMedicine *medicine = g_ptr_array_index (medicines, i);

    if (g_str_equal (medicine->id.uid, name) || is_same_name (medicine->name, name))
      return medicine;
  }
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NO_SUCH_RECORD,
               "the diary has no medicine '%s'", stn_excerpt (name));
  return NULL;
}

/* Two medicines of one name could not be told apart. */
static gboolean
check_name (GPtrArray *medicines, const StnMedicine *self, GError **error)
{
  for (guint i = 0; i < medicines->len; i++) {
    const StnMedicine *other = g_ptr_array_index (medicines, i);

    if (g_strcmp0 (other->id.uid, self->id.uid) != 0 && is_same_name (other->name, self->name)) {
      g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE,
                   "the diary has the medicine '%s' already", other->name);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
check_not_ahead (StnDiary *self, const StnMedicine *medicine, GError **error)
{
  for (guint i = 0; i < medicine->changes->len; i++) {
    const StnMedicineChange *change = g_ptr_array_index (medicine->changes, i);

    if (!stn_diary_check_not_ahead (self, change->date, error))
      return FALSE;
  }
  for (guint i = 0; i < medicine->intakes->len; i++) {
    const StnMedicineIntake *intake = g_ptr_array_index (medicine->intakes, i);

    if (!stn_diary_check_not_ahead (self, intake->night, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
save (StnDiary *self,
      GPtrArray *medicines,
      const StnMedicine *before,
      StnMedicine *after,
      GError **error)
{
  return stn_medicine_validate (after, error) && check_name (medicines, after, error) &&
         check_not_ahead (self, after, error) &&
         stn_medicine_table_save (stn_diary_get_store (self), before, after, error);
}

gboolean
stn_diary_add_medicine (StnDiary *self, StnMedicine *medicine, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL && medicine != NULL, FALSE);
  g_autoptr (GPtrArray) medicines = NULL;

  if (!stn_store_begin (stn_diary_get_store (self), "add-medicine", "person", error))
    return FALSE;
  medicines = stn_diary_list_medicines (self, error);
  return stn_diary_end_group (
    self, medicines != NULL && save (self, medicines, NULL, medicine, error), ret_group, error);
}

gboolean
stn_diary_edit_medicine (StnDiary *self,
                         const char *name,
                         const char *label,
                         StnMedicineEdit edit,
                         gpointer data,
                         gint64 *ret_group,
                         GError **error)
{
  g_return_val_if_fail (self != NULL && name != NULL && edit != NULL, FALSE);
  g_autoptr (GPtrArray) medicines = NULL;
  g_autoptr (StnMedicine) after = NULL;
  const StnMedicine *before = NULL;

  if (!stn_store_begin (stn_diary_get_store (self), label, "person", error))
    return FALSE;
  medicines = stn_diary_list_medicines (self, error);
  if (medicines != NULL)
    before = stn_diary_find_medicine (medicines, name, error);
  if (before != NULL)
    after = stn_medicine_copy (before);
  return stn_diary_end_group (self,
                              after != NULL && edit (after, data, error) &&
                                save (self, medicines, before, after, error),
                              ret_group, error);
}

static gboolean
add_change_cb (StnMedicine *medicine, gpointer data, GError **error)
{
  StnMedicineChange **change = data;

  return stn_medicine_add_change (medicine, g_steal_pointer (change), error);
}

gboolean
stn_diary_change_medicine (
  StnDiary *self, const char *name, StnMedicineChange *change, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (change != NULL, FALSE);
  gboolean saved = stn_diary_edit_medicine (self, name, "change-medicine", add_change_cb, &change,
                                            ret_group, error);

  stn_medicine_change_free (change); /* what nobody took */
  return saved;
}

typedef struct {
  StnDate night;
  StnOptInt count;
} Intake;

static gboolean
take_cb (StnMedicine *medicine, gpointer data, GError **error)
{
  const Intake *intake = data;
  char date[STN_DATE_TEXT_SIZE];

  if (!stn_medicine_is_in_use_on (medicine, intake->night)) {
    g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE, "%s is not taken on %s",
                 medicine->name, stn_date_to_text (intake->night, date));
    return FALSE;
  }
  stn_medicine_set_intake (medicine, intake->night, intake->count);
  return TRUE;
}

gboolean
stn_diary_take_medicine (StnDiary *self,
                         const char *name,
                         StnDate night,
                         StnOptInt count,
                         gint64 *ret_group,
                         GError **error)
{
  g_return_val_if_fail (stn_date_is_set (night), FALSE);
  Intake intake = {night, count};

  return stn_diary_edit_medicine (self, name, "take-medicine", take_cb, &intake, ret_group, error);
}

static gboolean
delete_medicine (StnDiary *self, const char *name, GError **error)
{
  g_autoptr (GPtrArray) medicines = stn_diary_list_medicines (self, error);
  const StnMedicine *medicine =
    medicines == NULL ? NULL : stn_diary_find_medicine (medicines, name, error);

  return medicine != NULL &&
         stn_medicine_table_save (stn_diary_get_store (self), medicine, NULL, error);
}

gboolean
stn_diary_delete_medicine (StnDiary *self, const char *name, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  return stn_store_begin (stn_diary_get_store (self), "delete-medicine", "person", error) &&
         stn_diary_end_group (self, delete_medicine (self, name, error), ret_group, error);
}
