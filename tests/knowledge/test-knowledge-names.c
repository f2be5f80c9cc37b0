/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-medicine-match.h"

#include <string.h>

/* (transfer full) "name|name|..." of the best matches. */
static char *
list_medicines (const char *typed, guint max)
{
  g_autoptr (GArray) matches = stn_medicine_match (stn_knowledge_get (), typed, max);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "|" : "",
                            g_array_index (matches, StnMedicineMatch, i).name);
  return g_string_free (names, FALSE);
}

static void
assert_best (const char *typed, const char *name, const char *class_id)
{
  g_autoptr (GArray) matches = stn_medicine_match (stn_knowledge_get (), typed, 1);
  const StnMedicineMatch *best;

  if (matches->len == 0)
    g_error ("'%s' matches nothing", typed);
  best = &g_array_index (matches, StnMedicineMatch, 0);
  if (!g_str_equal (best->name, name) || !g_str_equal (best->medicine_class->id, class_id))
    g_error ("'%s' matches %s of %s", typed, best->name, best->medicine_class->id);
}

static void
assert_none (const char *typed)
{
  g_autofree char *names = list_medicines (typed, 0);

  if (*names != '\0')
    g_error ("'%s' matches %s", typed, names);
}

/* Every name leads to itself first, however it is written. */
static void
test_every_name (void)
{
  const StnMedicineClass *const *classes =
    stn_knowledge_list_medicine_classes (stn_knowledge_get ());
  guint n = 0;

  for (guint i = 0; classes[i] != NULL; i++)
    for (guint j = 0; classes[i]->medicines[j] != NULL; j++, n++) {
      const StnMedicineName *medicine = classes[i]->medicines[j];
      g_autofree char *upper = g_utf8_strup (medicine->name, -1);
      g_autofree char *with_dose = g_strdup_printf (" %s 20 mg", medicine->name);

      assert_best (medicine->name, medicine->name, classes[i]->id);
      assert_best (upper, medicine->name, classes[i]->id);
      assert_best (with_dose, medicine->name, classes[i]->id);
      for (guint k = 0; medicine->also[k] != NULL; k++)
        assert_best (medicine->also[k], medicine->name, classes[i]->id);
    }
  g_assert_cmpuint (n, >=, 200);
}

static void
test_while_typing (void)
{
  g_autofree char *two = list_medicines ("si", 3);
  g_autofree char *hydro = list_medicines ("hydroc", 2);

  g_assert_cmpstr (two, ==, "simvastatin|simvastatin and ezetimibe");
  g_assert_cmpstr (hydro, ==, "hydrochlorothiazide|hydrochlorothiazide and amiloride");
  assert_best ("budes", "budesonide", "other-airway");
  assert_best ("budesonide form", "formoterol and budesonide", "laba-steroid");
  assert_best ("Metoprolol succinate 47.5 mg tablets", "metoprolol", "beta-blockers");
  assert_best ("water tab", "Loop water tablets", "loop-diuretics");
  assert_best ("statin", "Statins", "statins");
  assert_best ("vitamin d", "vitamin D", "vitamin-d");
  assert_best ("the pill", "birth control pill", "combined-pill");
}

static void
test_misspelled (void)
{
  const struct {
    const char *typed, *name, *class_id;
  } cases[] = {
    {"atorvastatine", "atorvastatin", "statins"},
    {"simvastin", "simvastatin", "statins"},
    {"hydrochlorthiazid", "hydrochlorothiazide", "thiazides"},
    {"salbutmol", "salbutamol", "short-beta2"},
    {"albuteral", "salbutamol", "short-beta2"},
    {"furosimide", "furosemide", "loop-diuretics"},
    {"fruesmide", "furosemide", "loop-diuretics"},
    {"torasemid", "torasemide", "loop-diuretics"},
    {"amlodopine", "amlodipine", "calcium-channel-blockers"},
    {"bendroflumethazide", "bendroflumethiazide", "thiazides"},
    {"spironolactona", "spironolactone", "potassium-sparing-diuretics"},
    {"espironolactona", NULL, NULL},
    {"hidroclorotiazida", "hydrochlorothiazide", "thiazides"},
    {"fenofibrato", "fenofibrate", "fibrates"},
    {"metoprolal", "metoprolol", "beta-blockers"},
    {"lisinoprill", "lisinopril", "ace-inhibitors"},
    {"ramiprl", "ramipril", "ace-inhibitors"},
    {"cyclosporine", "ciclosporin", "cancer-transplant"},
    {"levothyroxin", "levothyroxine", "thyroid-hormone"},
    {"quinin", "quinine", "quinine"},
    {"chinine", NULL, NULL},
    {"magnessium citrat", "magnesium citrate", "magnesium"},
    {"potasium cloride", "potassium chloride", "potassium"},
    {"theofylline", "theophylline", "other-airway"},
    {"indapamid", "indapamide", "thiazides"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].name != NULL)
      assert_best (cases[i].typed, cases[i].name, cases[i].class_id);
    else
      assert_none (cases[i].typed);
}

/* Short words must begin a name; what looks alike is another medicine. */
static void
test_never_wildly (void)
{
  const char *const strangers[] = {
    "",
    " ",
    "x",
    "s",
    "5",
    "20 mg",
    "asd",
    "zzz",
    "tatin",
    "vast",
    "pril",
    "chlorpropamide",
    "hydroxyzine",
    "fluconazole",
    "codeine",
    "lorazepam",
    "olanzapine",
    "cefalexin",
    "penicillin",
    "doxycycline",
    "allopurinol",
    "aspergum",
    "my tablets",
    "pain",
    "none",
    "\377\376",
    "💊",
    "a b c d e f g h i j",
  };
  const struct {
    const char *typed, *not_this;
  } others[] = {
    {"tramadol", "trandolapril"},        {"quinidine", "quinine"},
    {"nimodipine", "nifedipine"},        {"metformin", "metoprolol"},
    {"ferrous sulfate", "iron sucrose"}, {"iron tablets", "iron sucrose"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    assert_none (strangers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autofree char *names = list_medicines (others[i].typed, 0);

    g_assert_null (strstr (names, others[i].not_this));
  }
}

static void
test_same_answer (void)
{
  g_autofree char *first = list_medicines ("pr", 0);
  g_autofree char *second = list_medicines ("pr", 0);
  g_autofree char *cut = list_medicines ("pr", 2);

  g_assert_cmpstr (first, ==, second);
  g_assert_true (g_str_has_prefix (first, cut));
  g_assert_cmpstr (cut, ==, "prednisolone|pregabalin");
}

static void
test_conditions (void)
{
  const struct {
    const char *typed, *id;
  } cases[] = {
    {"dialysis", "dialysis"},
    {"DIABETES TYPE 2", "diabetes-2"},
    {"parkinsons", "parkinsons"},
    {"hypertension", "high-blood-pressure"},
    {"hypertenson", "high-blood-pressure"},
    {"ckd", "kidney-disease"},
    {"anemia", "anaemia"},
    {"cirrosis", "cirrhosis"},
    {"rls", "restless-legs"},
    {"Addison’s disease", "addisons"},
    {"heart fail", "heart-failure"},
    {"underactive", "underactive-thyroid"},
  };
  g_autoptr (GArray) none = stn_condition_match (stn_knowledge_get (), "happiness", 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GArray) matches = stn_condition_match (stn_knowledge_get (), cases[i].typed, 1);

    g_assert_cmpuint (matches->len, ==, 1);
    g_assert_cmpstr (g_array_index (matches, StnConditionMatch, 0).condition->id, ==, cases[i].id);
  }
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_groups (void)
{
  const StnMedicineClass *thiazides =
    stn_knowledge_get_medicine_class (stn_knowledge_get (), "thiazides");

  g_assert_true (stn_medicine_class_is (thiazides, "thiazides"));
  g_assert_true (stn_medicine_class_is (thiazides, "diuretics"));
  g_assert_false (stn_medicine_class_is (thiazides, "statins"));
  g_assert_null (stn_knowledge_get_medicine_class (stn_knowledge_get (), "diuretics"));
  g_assert_null (stn_knowledge_get_condition (stn_knowledge_get (), "thiazides"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/knowledge/names/every-name", test_every_name);
  g_test_add_func ("/knowledge/names/while-typing", test_while_typing);
  g_test_add_func ("/knowledge/names/misspelled", test_misspelled);
  g_test_add_func ("/knowledge/names/never-wildly", test_never_wildly);
  g_test_add_func ("/knowledge/names/same-answer", test_same_answer);
  g_test_add_func ("/knowledge/names/conditions", test_conditions);
  g_test_add_func ("/knowledge/names/groups", test_groups);
  return g_test_run ();
}
