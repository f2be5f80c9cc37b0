/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/stn-guide-article.h"

G_BEGIN_DECLS

#define STN_TYPE_GUIDE_CARDS (stn_guide_cards_get_type ())
G_DECLARE_FINAL_TYPE (StnGuideCards, stn_guide_cards, STN, GUIDE_CARDS, GtkBox)

/**
 * StnGuideCards: the guide as a section of a page: a card for each of its pages, and a search in all of them. What is
 * chosen is shown in the article, for which the action "doctor.show" is asked with "guide".
 *
 * Properties: "article": the StnGuideArticle.
 */

G_END_DECLS
