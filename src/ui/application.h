/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_APPLICATION (lockstep_application_get_type ())
G_DECLARE_FINAL_TYPE (LockstepApplication,
                      lockstep_application,
                      LOCKSTEP,
                      APPLICATION,
                      AdwApplication)

LockstepApplication *lockstep_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
