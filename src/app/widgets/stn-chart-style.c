/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-chart-style.h"

#include <adwaita.h>

StnChartStyle
stn_chart_style_now (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean is_dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return is_dark ? STN_CHART_DARK_CONTRAST : STN_CHART_LIGHT_CONTRAST;
  return is_dark ? STN_CHART_DARK : STN_CHART_LIGHT;
}

void
stn_chart_style_follow (gpointer object, void (*callback) (gpointer object))
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (callback), object,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (callback), object,
                           G_CONNECT_SWAPPED);
}
