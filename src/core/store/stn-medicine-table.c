/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-medicine-table.h"

#include "base/stn-uid.h"
#include "store/stn-record-list.h"
#include "store/stn-row-identity.h"
#include "store/stn-row-tables.h"
#include "store/stn-store-private.h"

#define COLUMNS "name, class, as_needed, schedule"
#define CHANGE_COLUMNS "medicine, event, date, dose, direction"
#define INTAKE_COLUMNS "medicine, night, count"

#define SELECT_MEDICINES                                                                           \
  "SELECT " COLUMNS ", " STN_ROW_IDENTITY_COLUMNS " FROM medicine WHERE NOT deleted "              \
  "ORDER BY name COLLATE NOCASE, name, uid"
#define SELECT_CHANGES                                                                             \
  "SELECT " CHANGE_COLUMNS ", " STN_ROW_IDENTITY_COLUMNS " FROM medicine_change "                  \
  "WHERE NOT deleted ORDER BY medicine, date, uid"
#define SELECT_INTAKES                                                                             \
  "SELECT " INTAKE_COLUMNS ", " STN_ROW_IDENTITY_COLUMNS " FROM medicine_intake "                  \
  "WHERE NOT deleted ORDER BY medicine, night"

enum { NAME, CLASS, AS_NEEDED, SCHEDULE, N_COLUMNS };
enum { CHANGE_MEDICINE, CHANGE_EVENT, CHANGE_DATE, CHANGE_DOSE, CHANGE_DIRECTION, N_CHANGE };
enum { INTAKE_MEDICINE, INTAKE_NIGHT, INTAKE_COUNT, N_INTAKE };

const StnRowTable stn_medicine_rows =
  STN_ROW_TABLE ("medicine", 0, N_COLUMNS, COLUMNS, "?, ?, ?, ?");
const StnRowTable stn_medicine_change_rows =
  STN_ROW_TABLE ("medicine_change", 1, N_CHANGE, CHANGE_COLUMNS, "?, ?, ?, ?, ?");
const StnRowTable stn_medicine_intake_rows =
  STN_ROW_TABLE ("medicine_intake", 2, N_INTAKE, INTAKE_COLUMNS, "?, ?, ?");

/* Reading */

static gpointer
read_medicine (StnConnection *connection, StnStatement *select, GError **error)
{
  g_autoptr (StnMedicine) medicine = stn_medicine_new (stn_statement_get_text (select, NAME));

  medicine->class_id = g_strdup (stn_statement_get_opt_text (select, CLASS));
  medicine->as_needed = stn_statement_get_int (select, AS_NEEDED) != 0;
  medicine->schedule = g_strdup (stn_statement_get_opt_text (select, SCHEDULE));
  if (!stn_row_identity_read (connection, select, N_COLUMNS, &medicine->id, error))
    return NULL;
  return g_steal_pointer (&medicine);
}

/* A row of a table of what belongs to medicines, and to which. */
typedef struct {
  char *medicine;
  StnMedicineChange *change;
  StnMedicineIntake *intake;
} Part;

static void
part_free (gpointer data)
{
  Part *self = data;

  g_free (self->medicine);
  stn_medicine_change_free (self->change);
  if (self->intake != NULL)
    stn_identity_clear (&self->intake->id);
  g_free (self->intake);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Part, part_free)

static gpointer
read_change (StnConnection *connection, StnStatement *select, GError **error)
{
  const char *direction = stn_statement_get_opt_text (select, CHANGE_DIRECTION);
  g_autoptr (Part) part = g_new0 (Part, 1);

  part->medicine = g_strdup (stn_statement_get_text (select, CHANGE_MEDICINE));
  part->change = stn_medicine_change_new (STN_MEDICINE_START, STN_NO_DATE,
                                          stn_statement_get_opt_text (select, CHANGE_DOSE));
  if (!stn_medicine_event_parse (stn_statement_get_text (select, CHANGE_EVENT),
                                 &part->change->event, NULL) ||
      (direction != NULL && !stn_dose_change_parse (direction, &part->change->direction, NULL))) {
    stn_connection_set_damaged (connection, error,
                                "it has a change of a medicine with an unknown word");
    return NULL;
  }
  if (!stn_statement_read_date (connection, select, CHANGE_DATE, &part->change->date, error) ||
      !stn_row_identity_read (connection, select, N_CHANGE, &part->change->id, error))
    return NULL;
  return g_steal_pointer (&part);
}

static gpointer
read_intake (StnConnection *connection, StnStatement *select, GError **error)
{
  g_autoptr (Part) part = g_new0 (Part, 1);

  part->medicine = g_strdup (stn_statement_get_text (select, INTAKE_MEDICINE));
  part->intake = g_new0 (StnMedicineIntake, 1);
  part->intake->count = (int) stn_statement_get_int (select, INTAKE_COUNT);
  if (!stn_statement_read_date (connection, select, INTAKE_NIGHT, &part->intake->night, error) ||
      !stn_row_identity_read (connection, select, N_INTAKE, &part->intake->id, error))
    return NULL;
  return g_steal_pointer (&part);
}

/* Parts of medicines that are deleted on another computer have nowhere to go; they come back with their medicine. */
static gboolean
add_parts (
  StnStore *self, GHashTable *medicines, const char *select, StnRecordRead read, GError **error)
{
  g_autoptr (GPtrArray) parts = stn_record_list (self, select, read, part_free, error);

  if (parts == NULL)
    return FALSE;
  for (guint i = 0; i < parts->len; i++) {
    Part *part = g_ptr_array_index (parts, i);
    StnMedicine *medicine = g_hash_table_lookup (medicines, part->medicine);

    if (medicine != NULL && part->change != NULL)
      g_ptr_array_add (medicine->changes, g_steal_pointer (&part->change));
    else if (medicine != NULL)
      g_ptr_array_add (medicine->intakes, g_steal_pointer (&part->intake));
  }
  return TRUE;
}

GPtrArray *
stn_medicine_table_list (StnStore *self, GError **error)
{
  g_autoptr (GPtrArray) medicines = stn_record_list (self, SELECT_MEDICINES, read_medicine,
                                                     (GDestroyNotify) stn_medicine_free, error);
  g_autoptr (GHashTable) by_uid = g_hash_table_new (g_str_hash, g_str_equal);

  if (medicines == NULL)
    return NULL;
  for (guint i = 0; i < medicines->len; i++) {
    StnMedicine *medicine = g_ptr_array_index (medicines, i);

    g_hash_table_insert (by_uid, medicine->id.uid, medicine);
  }
  if (!add_parts (self, by_uid, SELECT_CHANGES, read_change, error) ||
      !add_parts (self, by_uid, SELECT_INTAKES, read_intake, error))
    return NULL;
  return g_steal_pointer (&medicines);
}

/* Writing */

static gboolean
put_medicine (StnStore *self, StnMedicine *medicine, GError **error)
{
  g_auto (StnRow) row = {0};

  stn_row_init (&row, &stn_medicine_rows);
  stn_row_set_text (&row, NAME, medicine->name);
  stn_row_set_text (&row, CLASS, medicine->class_id);
  stn_row_set_int (&row, AS_NEEDED, medicine->as_needed ? 1 : 0);
  stn_row_set_text (&row, SCHEDULE, medicine->schedule);
  return stn_row_put (self, stn_identity_ensure_uid (&medicine->id), &row, STN_ROW_ANY, error);
}

static gboolean
put_change (StnStore *self, const char *medicine, StnMedicineChange *change, GError **error)
{
  g_auto (StnRow) row = {0};

  stn_row_init (&row, &stn_medicine_change_rows);
  stn_row_set_text (&row, CHANGE_MEDICINE, medicine);
  stn_row_set_text (&row, CHANGE_EVENT, stn_medicine_event_to_token (change->event));
  stn_row_set_date (&row, CHANGE_DATE, change->date);
  stn_row_set_text (&row, CHANGE_DOSE, change->dose);
  stn_row_set_text (&row, CHANGE_DIRECTION, stn_dose_change_to_token (change->direction));
  return stn_row_put (self, stn_identity_ensure_uid (&change->id), &row, STN_ROW_ANY, error);
}

/* Two computers that record the same day make the same row. */
static char *
intake_uid (const char *medicine, const StnMedicineIntake *intake)
{
  char night[STN_DATE_TEXT_SIZE];
  g_autofree char *key =
    g_strdup_printf ("%s/%s", medicine, stn_date_to_text (intake->night, night));

  return stn_uid_new_for (stn_medicine_intake_rows.name, key);
}

static gboolean
put_intake (StnStore *self, const char *medicine, const StnMedicineIntake *intake, GError **error)
{
  g_autofree char *uid = intake_uid (medicine, intake);
  g_auto (StnRow) row = {0};

  stn_row_init (&row, &stn_medicine_intake_rows);
  stn_row_set_text (&row, INTAKE_MEDICINE, medicine);
  stn_row_set_date (&row, INTAKE_NIGHT, intake->night);
  stn_row_set_int (&row, INTAKE_COUNT, intake->count);
  return stn_row_put (self, uid, &row, STN_ROW_ANY, error);
}

static gboolean
has_change (const StnMedicine *self, const StnMedicineChange *change)
{
  for (guint i = 0; self != NULL && i < self->changes->len; i++)
    if (g_strcmp0 (((StnMedicineChange *) g_ptr_array_index (self->changes, i))->id.uid,
                   change->id.uid) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
delete_missing (StnStore *self, const StnMedicine *before, const StnMedicine *after, GError **error)
{
  for (guint i = 0; i < before->changes->len; i++) {
    const StnMedicineChange *change = g_ptr_array_index (before->changes, i);

    if (!has_change (after, change) &&
        !stn_row_delete (self, &stn_medicine_change_rows, change->id.uid, STN_ROW_ANY, error))
      return FALSE;
  }
  for (guint i = 0; i < before->intakes->len; i++) {
    const StnMedicineIntake *intake = g_ptr_array_index (before->intakes, i);
    gboolean stays = after != NULL && stn_medicine_get_intake (after, intake->night).known;

    if (!stays &&
        !stn_row_delete (self, &stn_medicine_intake_rows, intake->id.uid, STN_ROW_ANY, error))
      return FALSE;
  }
  return after != NULL ||
         stn_row_delete (self, &stn_medicine_rows, before->id.uid, STN_ROW_ANY, error);
}

gboolean
stn_medicine_table_save (StnStore *self,
                         const StnMedicine *before,
                         StnMedicine *after,
                         GError **error)
{
  g_return_val_if_fail (self != NULL && (before != NULL || after != NULL), FALSE);

  if (before != NULL && !delete_missing (self, before, after, error))
    return FALSE;
  if (after == NULL)
    return TRUE;
  if (!put_medicine (self, after, error))
    return FALSE;
  for (guint i = 0; i < after->changes->len; i++)
    if (!put_change (self, after->id.uid, g_ptr_array_index (after->changes, i), error))
      return FALSE;
  for (guint i = 0; i < after->intakes->len; i++) {
    const StnMedicineIntake *intake = g_ptr_array_index (after->intakes, i);
    StnOptInt old =
      before == NULL ? STN_UNKNOWN_INT : stn_medicine_get_intake (before, intake->night);

    /* Years of intakes: only those that changed are looked up. */
    if (!stn_opt_int_equal (old, STN_KNOWN_INT (intake->count)) &&
        !put_intake (self, after->id.uid, intake, error))
      return FALSE;
  }
  return TRUE;
}
