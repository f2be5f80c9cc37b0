/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-failure.h"

#include "diary/stn-diary.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

static const char *
store_reason (StnStoreError code)
{
  switch (code) {
  case STN_STORE_ERROR_FULL:
    return _ ("the disk is full");
  case STN_STORE_ERROR_READ_ONLY:
    return _ ("this diary can only be read");
  case STN_STORE_ERROR_BUSY:
    return _ ("another program is using the diary");
  case STN_STORE_ERROR_CHANGED:
    return _ ("another program changed the same entry");
  case STN_STORE_ERROR_OPEN:
  case STN_STORE_ERROR_NOT_A_DIARY:
  case STN_STORE_ERROR_NEWER:
  case STN_STORE_ERROR_DAMAGED:
  case STN_STORE_ERROR_IO:
  case STN_STORE_ERROR_NOTHING:
  case STN_STORE_ERROR_EXISTS:
  case STN_STORE_ERROR_MISSING:
    return NULL;
  }
  return NULL;
}

char *
stn_failure_reason (const GError *error)
{
  const char *reason = NULL;

  if (error->domain == STN_STORE_ERROR)
    reason = store_reason ((StnStoreError) error->code);
  else if (g_error_matches (error, STN_DIARY_ERROR, STN_DIARY_ERROR_CONTRADICTS))
    reason = _ ("cramps are recorded for this night");
  return g_strdup (reason != NULL ? reason : error->message);
}

char *
stn_failure_not_saved (const GError *error)
{
  g_autofree char *reason = stn_failure_reason (error);

  /* Translators: %s is the reason, for example "the disk is full". */
  return g_strdup_printf (_ ("Not saved: %s."), reason);
}

const char *
stn_failure_to_open (const GError *error)
{
  if (error->domain != STN_STORE_ERROR)
    return _ ("The file cannot be read.");
  switch ((StnStoreError) error->code) {
  case STN_STORE_ERROR_NOT_A_DIARY:
    return _ ("This file is not a Stillnight diary.");
  case STN_STORE_ERROR_NEWER:
    return _ ("This diary was written by a newer version of Stillnight.");
  case STN_STORE_ERROR_DAMAGED:
    return _ ("This diary is damaged.");
  case STN_STORE_ERROR_READ_ONLY:
    return _ ("This diary can only be read.");
  case STN_STORE_ERROR_FULL:
    return _ ("The disk is full.");
  case STN_STORE_ERROR_BUSY:
    return _ ("Another program is using the diary.");
  case STN_STORE_ERROR_MISSING:
    return _ ("Your diary is not where it was.");
  case STN_STORE_ERROR_OPEN:
    return _ ("The file or its folder cannot be opened.");
  case STN_STORE_ERROR_IO:
  case STN_STORE_ERROR_NOTHING:
  case STN_STORE_ERROR_CHANGED:
  case STN_STORE_ERROR_EXISTS:
    break;
  }
  return _ ("The file cannot be read.");
}

const char *
stn_failure_to_write (const GError *error)
{
  if (g_error_matches (error, STN_DIARY_ERROR, STN_DIARY_ERROR_CONTRADICTS))
    return _ ("Something else is recorded already. Open Stillnight to see it.");
  if (g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_CHANGED))
    return _ ("Something else was written since.");
  if (g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_OPEN))
    return _ ("The diary cannot be opened.");
  if (error->domain != STN_STORE_ERROR ||
      g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_IO))
    return _ ("The diary could not be written.");
  return stn_failure_to_open (error);
}

gboolean
stn_failure_is_end (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}
