/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_LAZY_PAGE (stn_lazy_page_get_type ())
G_DECLARE_FINAL_TYPE (StnLazyPage, stn_lazy_page, STN, LAZY_PAGE, AdwBin)

/**
 * StnLazyPage: stands where a page will stand, and makes it when it is first shown or asked for. A page that nobody opens
 * costs no time at the start and no memory. gtk_widget_grab_focus() moves the focus into the page, when that was made just now
 * as soon as it is laid out.
 *
 * Properties: "page-class": name of the page's class, a GtkWidget with the property "client" or "records", which is registered by
 * then (not a GType: GtkBuilder would make the class ready at once); "client" (StnDiaryClient) or "records" (GObject): what the page
 * is given by the same name.
 * Signals: "made" (GtkWidget *page): before it is shown, for who wants to hear from it.
 */

/** stn_lazy_page_get: (transfer none) the page, made if need be. */
GtkWidget *stn_lazy_page_get (StnLazyPage *self);

/** stn_lazy_page_peek: (transfer none) (nullable) the page if it was made. */
GtkWidget *stn_lazy_page_peek (StnLazyPage *self);

G_END_DECLS
