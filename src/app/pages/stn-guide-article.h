/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/stn-guide-row.h"

G_BEGIN_DECLS

#define STN_TYPE_GUIDE_ARTICLE (stn_guide_article_get_type ())
G_DECLARE_FINAL_TYPE (StnGuideArticle, stn_guide_article, STN, GUIDE_ARTICLE, GtkBox)

/**
 * StnGuideArticle: a page of the guide to read, section by section; each piece is a row that takes the focus, so that arrow
 * keys and screen readers go from one to the next.
 *
 * Properties: "title": the name of the page (read-only, notifies).
 */

/** stn_guide_article_show: shows @page; one that is shown already stays. */
void stn_guide_article_show (StnGuideArticle *self, const StnGuidePage *page);

/** stn_guide_article_go_to: moves the focus to the piece that @row shows, once there is a place for it. */
void stn_guide_article_go_to (StnGuideArticle *self, StnGuideRow *row);

G_END_DECLS
