/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "stn-cli.h"

G_BEGIN_DECLS

/** The background process that shows reminders, reached over the session's bus. */

/**
 * stn_cli_reminder_process_wake: starts it when it does not run.
 * Returns: (transfer full) (nullable): one line when it could not be started: then no reminder comes.
 */
char *stn_cli_reminder_process_wake (void);

/** stn_cli_reminder_process_test: has it show a notification, and appends who took it. Errors: DATA, saying why none came. */
gboolean stn_cli_reminder_process_test (GString *out, GError **error);

G_END_DECLS
