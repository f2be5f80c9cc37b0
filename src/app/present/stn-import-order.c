/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-import-order.h"

#include <gio/gio.h>

/* In thousandths: what an int can hold is read and written at once. */
struct _StnImportDone {
  gint thousandths;
};

struct _StnImportOrder {
  char *path;
  StnCsvMapping *mapping;
  StnImportFlags flags;
  GCancellable *cancellable;
  StnImportDone *done;
};

StnImportDone *
stn_import_done_ref (StnImportDone *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
stn_import_done_unref (StnImportDone *self)
{
  g_atomic_rc_box_release (self);
}

double
stn_import_done_get (StnImportDone *self)
{
  return g_atomic_int_get (&self->thousandths) / 1000.0;
}

void
stn_import_outcome_free (StnImportOutcome *self)
{
  g_clear_pointer (&self->nights, stn_csv_nights_free);
  g_clear_pointer (&self->report, stn_import_report_free);
  g_clear_pointer (&self->joined, stn_join_report_free);
  g_free (self);
}

StnImportOrder *
stn_import_order_new (const char *path,
                      StnCsvMapping *mapping,
                      StnImportFlags flags,
                      GCancellable *cancellable)
{
  StnImportOrder *self = g_new0 (StnImportOrder, 1);

  self->path = g_strdup (path);
  self->mapping = mapping;
  self->flags = flags;
  self->cancellable = g_object_ref (cancellable);
  self->done = g_atomic_rc_box_new0 (StnImportDone);
  return self;
}

void
stn_import_order_free (gpointer order)
{
  StnImportOrder *self = order;

  g_free (self->path);
  g_clear_pointer (&self->mapping, stn_csv_mapping_free);
  g_object_unref (self->cancellable);
  stn_import_done_unref (self->done);
  g_free (self);
}

StnImportDone *
stn_import_order_get_done (StnImportOrder *self)
{
  return self->done;
}

static gboolean
tell (double done, gpointer data)
{
  StnImportOrder *self = data;

  g_atomic_int_set (&self->done->thousandths, (gint) (done * 1000));
  return !g_cancellable_is_cancelled (self->cancellable);
}

gpointer
stn_import_order_work (StnDiary *diary, gpointer order, GError **error)
{
  StnImportOrder *self = order;
  const char *const paths[] = {self->path, NULL};
  const StnProgress progress = {tell, self};
  g_autoptr (StnImportOutcome) outcome = g_new0 (StnImportOutcome, 1);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;
  if (self->mapping == NULL) {
    outcome->joined = stn_diary_join (diary, paths, "import",
                                      (self->flags & STN_IMPORT_DRY_RUN) != 0, &progress, error);
    return outcome->joined != NULL ? g_steal_pointer (&outcome) : NULL;
  }
  g_cancellable_push_current (self->cancellable);
  outcome->nights = stn_csv_nights_read (self->path, self->mapping, error);
  g_cancellable_pop_current (self->cancellable);
  if (outcome->nights != NULL)
    outcome->report = stn_diary_import (diary, outcome->nights, self->flags, &progress, error);
  return outcome->report != NULL ? g_steal_pointer (&outcome) : NULL;
}
