/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-knowledge.h"

G_BEGIN_DECLS

/** StnGuidePartKind: a statement of the page's own, or the entries of another file. */
typedef enum {
  STN_GUIDE_STATEMENT,
  STN_GUIDE_TRIGGERS,
  STN_GUIDE_SELFCARE,
  STN_GUIDE_RELIEFS,
  STN_GUIDE_STRETCH,
  STN_GUIDE_MEDICINES,
  STN_GUIDE_CONDITIONS,
  STN_GUIDE_SOURCES,
} StnGuidePartKind;

/** StnGuidePart: @text and @on are those of a statement; empty for the others. */
typedef struct {
  StnGuidePartKind kind;
  const char *text;
  StnEvidence on;
} StnGuidePart;

/** StnGuideSection: @parts: NULL-terminated, at least one. */
typedef struct {
  const char *name;
  const StnGuidePart *const *parts;
} StnGuideSection;

/**
 * StnGuidePage: a page of the guide. Strings are English, through gettext() for the screen.
 * @id: "causes". @summary: one line, for a card. @icon: name of a symbolic icon. @sections: NULL-terminated.
 */
typedef struct {
  const char *id;
  const char *name;
  const char *summary;
  const char *icon;
  const StnGuideSection *const *sections;
} StnGuidePage;

/** stn_knowledge_list_guide_pages: (transfer none) NULL-terminated, in the order of the file. */
const StnGuidePage *const *stn_knowledge_list_guide_pages (const StnKnowledge *self);

/** stn_knowledge_get_guide_page: (nullable) by its id. */
const StnGuidePage *stn_knowledge_get_guide_page (const StnKnowledge *self, const char *id);

G_END_DECLS
