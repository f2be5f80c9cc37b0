/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-safekeeping.h"

/* forget-now DIARY: what "Forget now" in Preferences does, for the check of what is left afterwards. */
int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnClock) clock = stn_clock_new ();
  g_autoptr (StnDiary) diary =
    argc == 2 ? stn_diary_open (argv[1], STN_STORE_EXISTING, clock, &error) : NULL;

  if (diary != NULL && stn_diary_forget (diary, NULL, NULL, &error))
    return 0;
  g_printerr ("forget-now: %s\n", error != NULL ? error->message : "usage: forget-now DIARY");
  return 1;
}
