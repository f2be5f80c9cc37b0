/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-announcement.h"

void
stn_announcement_say (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && text != NULL);

#if GTK_CHECK_VERSION(4, 14, 0)
  /* Newer than the floor that the build is pinned to. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}
