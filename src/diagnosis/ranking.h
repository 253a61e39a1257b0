/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diagnosis/diagnosis.h"

G_BEGIN_DECLS

/* From rules to causes; used by diagnosis.c only. */

/* The causes of observation @index: those whose rules hold, consequences marked, in the order in
 * which to act. @facts as in LockstepRuleContext. */
GPtrArray *lockstep_ranking_judge (const LockstepDiagnosis *self,
                                   const GPtrArray *facts,
                                   guint index) G_GNUC_WARN_UNUSED_RESULT;

/* The causes of all targets together, without consequences and without evidence. */
GPtrArray *lockstep_ranking_merge (const LockstepDiagnosis *self) G_GNUC_WARN_UNUSED_RESULT;

/* The verdict about one observation from its checks and causes. */
LockstepVerdict lockstep_ranking_verdict (const LockstepTargetDiagnosis *target);

G_END_DECLS
