/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/redaction.h"
#include "case/case.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_EXPORT_PRIVACY (lockstep_export_privacy_get_type ())
G_DECLARE_FINAL_TYPE (LockstepExportPrivacy,
                      lockstep_export_privacy,
                      LOCKSTEP,
                      EXPORT_PRIVACY,
                      AdwBin)

/**
 * LockstepExportPrivacy:
 *
 * What is taken out of the bundle: three switches, and an example of what remains.
 *
 * Signal "changed": a switch was turned.
 */

void lockstep_export_privacy_set_case (LockstepExportPrivacy *self, LockstepCase *subject);

/* Works the example and the number of places out anew; renders the report, so call it from an
 * idle. */
void lockstep_export_privacy_update (LockstepExportPrivacy *self);

LockstepRedactionKinds lockstep_export_privacy_get_kinds (LockstepExportPrivacy *self);

/* @text with every stand-in underlined and tinted, as Pango markup. */
char *lockstep_export_mark (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
