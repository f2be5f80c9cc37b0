/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-knowledge.h"

G_BEGIN_DECLS

/**
 * StnKnowledgeElement: what one element of a file may be.
 * @parents, @required, @optional: names parted by one space; the outermost has the parent "root".
 * @has_text: holds a sentence, which must be there, on one line, without blanks around it.
 */
typedef struct {
  const char *name;
  const char *parents;
  const char *required;
  const char *optional;
  gboolean has_text;
} StnKnowledgeElement;

typedef struct _StnKnowledgeReader StnKnowledgeReader;

/**
 * StnKnowledgeFormat: a file's elements (the last has a NULL name) and what to do at each. Called only for elements in
 * their place with the attributes that they may have. FALSE = @error is set with stn_knowledge_reader_fail().
 */
typedef struct {
  const StnKnowledgeElement *elements;
  gboolean (*start) (StnKnowledgeReader *reader,
                     const char *element,
                     gpointer data,
                     GError **error);
  gboolean (*end) (StnKnowledgeReader *reader,
                   const char *element,
                   const char *text,
                   gpointer data,
                   GError **error);
} StnKnowledgeFormat;

/** stn_knowledge_reader_run: reads all of @xml; @file is its name in messages. */
gboolean stn_knowledge_reader_run (
  const StnKnowledgeFormat *format, const char *file, GBytes *xml, gpointer data, GError **error);

/** stn_knowledge_reader_fail: sets "file:line: reason" and returns FALSE. */
gboolean
stn_knowledge_reader_fail (StnKnowledgeReader *self, GError **error, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/** stn_knowledge_reader_go_to: what fails next is said of @line. */
void stn_knowledge_reader_go_to (StnKnowledgeReader *self, int line);

/** stn_knowledge_reader_take: the same for an error of another room, which is taken. */
gboolean stn_knowledge_reader_take (StnKnowledgeReader *self, GError **error, GError *reason);

/** stn_knowledge_reader_get_line: of the element that starts; from 1. */
int stn_knowledge_reader_get_line (StnKnowledgeReader *self);

/** stn_knowledge_reader_get: (nullable) an attribute of the element that starts. */
const char *stn_knowledge_reader_get (StnKnowledgeReader *self, const char *attribute);

/** stn_knowledge_reader_get_flag: "yes" or "no"; absent = no. */
gboolean stn_knowledge_reader_get_flag (StnKnowledgeReader *self,
                                        const char *attribute,
                                        gboolean *ret_flag,
                                        GError **error);

/** stn_knowledge_reader_get_real: absent = unknown. */
gboolean stn_knowledge_reader_get_real (StnKnowledgeReader *self,
                                        const char *attribute,
                                        StnOptReal *ret_value,
                                        GError **error);

G_END_DECLS
