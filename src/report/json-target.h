/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/context.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Sets a text for people, cleaned; null for NULL. */
void lockstep_report_set_text (const LockstepReport *report,
                               JsonObject *object,
                               const char *member,
                               const char *text);

/* "id", "confidence" and "because" of a cause. */
JsonObject *lockstep_report_write_cause (const LockstepReport *report, const LockstepCause *cause)
    G_GNUC_WARN_UNUSED_RESULT;

/* An element of "targets". */
JsonObject *lockstep_report_write_target (const LockstepReport *report,
                                          const LockstepTargetDiagnosis *target)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
