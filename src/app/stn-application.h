/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define STN_TYPE_APPLICATION (stn_application_get_type ())
G_DECLARE_FINAL_TYPE (StnApplication, stn_application, STN, APPLICATION, AdwApplication)

/**
 * StnApplication: the program in the session. One diary a process: the usual one in the process that owns the
 * program's name on the bus, any other (--diary FILE) in a process of its own.
 */
StnApplication *stn_application_new (void);

G_END_DECLS
