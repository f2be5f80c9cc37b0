/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-knowledge-reader.h"
#include "knowledge/stn-rule.h"

G_BEGIN_DECLS

/** STN_RULE_TEST_ELEMENTS: rows of the elements of a condition, for the table of a file that has conditions in @parents. */
#define STN_RULE_TEST_ELEMENTS(parents)                                                            \
  {"all", parents, "", "", FALSE}, {"any", parents, "", "", FALSE},                                \
    {"at-least", parents, "n", "", FALSE},                                                         \
    {"sign", parents, "id", "days on-days is latest", FALSE},                                      \
    {"cramp", parents, "",                                                                         \
     "days at-least severity-at-least minutes-over minutes-at-least eased ongoing arms-or-hands "  \
     "one-sided site sore-hours-over in-one-night minutes-together muscle-groups after-sign "      \
     "within-days ask",                                                                            \
     FALSE},                                                                                       \
    {"mornings", parents, "days on-days tired-at-least", "", FALSE},                               \
    {"weeks", parents, "of-last at-least cramp-nights recorded", "", FALSE},                       \
    {"share", parents, "days episodes",                                                            \
     "percent-at-least percent-over by-day site severity-at-most", FALSE},                         \
    {"rise", parents, "days times more recorded", "", FALSE},                                      \
    {"rise-after-medicine", parents, "days within-days times at-least recorded", "", FALSE},       \
    {"stretched", parents, "days percent recorded", "", FALSE},                                    \
    {"factor", parents, "id", "at-least at-most days on-days week-over recorded", FALSE},          \
    {"medicine", parents, "class", "started-within-days", FALSE},                                  \
    {"condition", parents, "id", "", FALSE},                                                       \
    {"person", parents, "", "pregnant under-age within-days", FALSE},                              \
    {"flag", parents, "id", "days is", FALSE},                                                     \
  {                                                                                                \
    "relief", parents, "name", "days", FALSE                                                       \
  }

/** stn_rule_test_find_kind: whether @element is one of a condition, and which. */
gboolean stn_rule_test_find_kind (const char *element, StnRuleTestKind *ret_kind);

/** stn_rule_test_is_group: whether it holds other elements. */
gboolean stn_rule_test_is_group (StnRuleTestKind kind);

/**
 * stn_rule_test_read: reads the element that starts.
 * Errors: a name that the catalogue does not have, an attribute that cannot be read. The rule of a <flag> is left open.
 */
gboolean stn_rule_test_read (StnKnowledge *knowledge,
                             StnKnowledgeReader *reader,
                             StnRuleTest *self,
                             const char *element,
                             GError **error);

G_END_DECLS
