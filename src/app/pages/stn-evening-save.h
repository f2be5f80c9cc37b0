/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/stn-optional.h"
#include "present/stn-diary-client.h"

G_BEGIN_DECLS

/**
 * What one press in the list before bed saves, from Today or from the evening entry. @widget: where it was pressed; what
 * could not be saved is said there. The picture follows by the client's "changed".
 */

/** stn_evening_save_ordinary_day: says so, with Undo. */
void stn_evening_save_ordinary_day (GtkWidget *widget, StnDiaryClient *client, StnDate key);

/** stn_evening_save_glass: one more glass. */
void stn_evening_save_glass (GtkWidget *widget, StnDiaryClient *client, StnDate key);

/** stn_evening_save_value: @value unknown takes back what was said. */
void stn_evening_save_value (
  GtkWidget *widget, StnDiaryClient *client, StnDate key, const char *slug, StnOptReal value);

/** stn_evening_save_not_tonight: the offer of @slug is put off. */
void stn_evening_save_not_tonight (GtkWidget *widget,
                                   StnDiaryClient *client,
                                   StnDate key,
                                   const char *slug);

G_END_DECLS
