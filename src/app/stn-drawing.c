/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-drawing.h"

#define RENDERER "GSK_RENDERER"
#define SWITCHES "GDK_DEBUG"

/* From this one on GTK does not know the switch any more. */
#define WITHOUT_SWITCH 16

static gboolean has_renderer, has_switches; /* set here */

void
stn_drawing_choose (void)
{
  const char *renderer = g_getenv (RENDERER);

  if (renderer != NULL && !g_str_equal (renderer, "cairo"))
    return;
  has_renderer = renderer == NULL && g_setenv (RENDERER, "cairo", TRUE);
  has_switches = gtk_get_minor_version () < WITHOUT_SWITCH && g_getenv (SWITCHES) == NULL &&
                 g_setenv (SWITCHES, "gl-disable", TRUE);
}

static void
realized_cb (void)
{
  if (has_renderer)
    g_unsetenv (RENDERER);
  if (has_switches)
    g_unsetenv (SWITCHES);
  has_renderer = has_switches = FALSE;
}

void
stn_drawing_watch (GtkWidget *window)
{
  g_return_if_fail (GTK_IS_WIDGET (window));

  g_signal_connect_after (window, "realize", realized_cb, NULL);
}
