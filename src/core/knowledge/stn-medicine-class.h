/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-knowledge.h"

G_BEGIN_DECLS

typedef struct _StnMedicineClass StnMedicineClass;
typedef struct _StnMedicineGroup StnMedicineGroup;

/**
 * StnMedicineName: a medicine that is recognised by its name. @name: international name (INN), English, through gettext()
 * for the screen. @also: NULL-terminated other names, not translated; may be empty.
 */
typedef struct {
  const char *name;
  const char *const *also;
  const StnMedicineClass *medicine_class;
} StnMedicineName;

/**
 * StnMedicineClass: medicines that are alike, and what is known of them and night cramps (clinical 4a). Strings are
 * English, through gettext() for the screen.
 * @id: what the diary stores ("thiazides"). @evidence: what studies say. @ask: what to ask whom; never "stop".
 * @treatment: taken for cramps, not suspected of them. @medicines: NULL-terminated.
 * The grade stands for clinical 4a's key: A strong, B moderate, C weak, D named in leaflets or guides only, N studied and
 * no link.
 */
struct _StnMedicineClass {
  const char *id;
  const char *name;
  const char *evidence;
  const char *ask;
  gboolean treatment;
  StnEvidence on;
  const StnMedicineGroup *group;
  const StnMedicineName *const *medicines;
};

/** StnMedicineGroup: classes under one heading ("diuretics"). @classes: NULL-terminated. */
struct _StnMedicineGroup {
  const char *id;
  const char *name;
  const char *evidence;
  StnEvidence on;
  const StnMedicineClass *const *classes;
};

/** stn_knowledge_get_medicine_class: (nullable) by its id. */
const StnMedicineClass *stn_knowledge_get_medicine_class (const StnKnowledge *self, const char *id);

/** Lists: (transfer none) NULL-terminated, in the order of the file. */
const StnMedicineGroup *const *stn_knowledge_list_medicine_groups (const StnKnowledge *self);
const StnMedicineClass *const *stn_knowledge_list_medicine_classes (const StnKnowledge *self);

/** stn_medicine_class_is: whether @id is that of the class or of its group ("thiazides" is "diuretics"). */
gboolean stn_medicine_class_is (const StnMedicineClass *self, const char *id);

G_END_DECLS
