/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-findings-notes.h"

#include "wording/stn-wording.h"

struct _StnFindingsNotes {
  AdwBin parent_instance;

  GtkLabel *heading; /* a group's own is cut where it is too long */
  AdwPreferencesGroup *group;
  GPtrArray *rows; /* (element-type GtkWidget) borrowed from the group */
};

G_DEFINE_FINAL_TYPE (StnFindingsNotes, stn_findings_notes, ADW_TYPE_BIN)

static void
clear (StnFindingsNotes *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

/* @line: what the row says below its title. */
static void
add_row (StnFindingsNotes *self, const char *title, const char *line)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_head (StnFindingsNotes *self, const char *heading, const char *lead)
{
  gtk_label_set_label (self->heading, heading);
  adw_preferences_group_set_description (self->group, lead);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static char *
lines_of (const StnMedicineText *text)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  g_ptr_array_add (lines, text->tag);
  if (text->counts != NULL)
    g_ptr_array_add (lines, text->counts);
  if (text->note != NULL)
    g_ptr_array_add (lines, text->note);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

void
stn_findings_notes_show_medicines (StnFindingsNotes *self,
                                   const StnAnalysis *analysis,
                                   StnDate today)
{
  g_return_if_fail (STN_IS_FINDINGS_NOTES (self));

  clear (self);
  for (guint i = 0; i < analysis->medicines->len; i++) {
    g_autoptr (StnMedicineText) text =
      stn_wording_medicine_finding (analysis->medicines->pdata[i], today);
    g_autofree char *lines = lines_of (text);

    add_row (self, text->title, lines);
  }
  show_head (self, stn_wording_medicines_heading (), stn_wording_medicines_lead ());
}

void
stn_findings_notes_show_reliefs (StnFindingsNotes *self, const StnAnalysis *analysis)
{
  g_return_if_fail (STN_IS_FINDINGS_NOTES (self));

  clear (self);
  for (guint i = 0; i < analysis->reliefs->len; i++) {
    g_autofree char *title = stn_wording_relief_title (analysis->reliefs->pdata[i]);
    g_autofree char *line = stn_wording_relief_finding (analysis->reliefs->pdata[i]);

    add_row (self, title, line);
  }
  show_head (self, stn_wording_reliefs_heading (), stn_wording_reliefs_lead ());
}

static void
stn_findings_notes_finalize (GObject *object)
{
  g_ptr_array_unref (STN_FINDINGS_NOTES (object)->rows);
  G_OBJECT_CLASS (stn_findings_notes_parent_class)->finalize (object);
}

static void
stn_findings_notes_class_init (StnFindingsNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stn_findings_notes_finalize;
  gtk_widget_class_set_template_from_resource (
    GTK_WIDGET_CLASS (klass), "/io/github/stillnight/Stillnight/stn-findings-notes.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), StnFindingsNotes, heading);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), StnFindingsNotes, group);
}

static void
stn_findings_notes_init (StnFindingsNotes *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
