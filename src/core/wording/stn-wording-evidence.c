/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-evidence.h"
#include "wording/stn-wording-parts.h"

#include <glib/gi18n.h>

const char *
stn_wording_grade (StnGrade grade)
{
  switch (grade) {
  case STN_GRADE_A:
    return C_ ("evidence", "Tested in trials");
  case STN_GRADE_B:
    return C_ ("evidence", "Seen in several studies");
  case STN_GRADE_C:
    return C_ ("evidence", "Few or weak studies");
  case STN_GRADE_D:
    return C_ ("evidence", "Often named, poorly supported");
  case STN_GRADE_N:
    return C_ ("evidence", "Studies point to no link");
  case STN_GRADE_G:
    return C_ ("evidence", "Agreed advice");
  }
  g_return_val_if_reached ("");
}

char *
stn_wording_evidence (const StnTrigger *trigger)
{
  return g_strdup (gettext (trigger->evidence));
}

char *
stn_wording_sources (const StnSource *const *sources)
{
  char *list = NULL;

  for (guint i = 0; sources[i] != NULL; i++) {
    const StnSource *source = sources[i];

    list = stn_wording_join (
      list, source->read ? g_strdup (gettext (source->brief))
                         /* Translators: "Chan 1998", a publication known only from others */
                         : g_strdup_printf (_ ("%s (not read by us)"), gettext (source->brief)));
  }
  return list;
}
