/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_WINDOW (stn_window_get_type ())
G_DECLARE_FINAL_TYPE (StnWindow, stn_window, STN, WINDOW, AdwApplicationWindow)

/**
 * StnWindow: header, pages and toasts. What a page wants of the rest of the program it asks for by an action of the
 * window (the page never knows the window):
 *
 * win.show-page (s): "today", "diary", "trends", "findings", "doctor".
 * win.show-night (s): the night of that key ("2026-11-21") on the page Diary.
 * win.show-evening (s): the list before bed of the night of that key; "" = tonight's.
 * win.catch-up: the nights not recorded.
 * win.stretch: the guided stretch; what waits goes on. win.drop-stretch: forgets what waits.
 * win.import: lets the person choose a file to import. win.import-file (ay): shows what the file would bring. win.export: asks what of the diary goes into a file.
 * win.announce (sx): a toast; with a number of a change group it has the button Undo.
 * win.announce-undone (s): a toast with the button Redo.
 * win.trash: shows what was deleted.
 * win.preferences: what is asked, reminders, backups, privacy. win.backups, win.reminders: that page of them.
 * win.undo, win.redo; win.undo-group (x): takes back that group, if it is still the last.
 *
 * Properties: "client"; "opened": when, in seconds: what was written before is not undone unasked.
 */
StnWindow *stn_window_new (GtkApplication *app, StnDiaryClient *client);

/** stn_window_has_page: whether there is a page of that name. */
gboolean stn_window_has_page (const char *name);

void stn_window_show_page (StnWindow *self, const char *name);

/** stn_window_get_help: the page of the help about what is on the screen; NULL: there is none. */
const char *stn_window_get_help (StnWindow *self);

G_END_DECLS
