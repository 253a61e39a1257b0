/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

G_BEGIN_DECLS

/* What the Server page knows about plans, without a widget. */

/* All that a person can choose in a plan, as text: equal texts are the same plan. */
char *lockstep_plan_form_describe (const LockstepPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/* The services (ids) that the case begins with: those of its plan, else those of its symptom. */
char **lockstep_plan_form_dup_services (LockstepCase *subject) G_GNUC_WARN_UNUSED_RESULT;

/* Index of the catalogue's task that needs exactly @services, the task @preferred first; the
 * number of tasks where there is none ("something else"). */
guint lockstep_plan_form_find_task (LockstepCatalog *catalog,
                                    const char *const *services,
                                    const char *preferred);

/* The services of the @index-th task. */
char **lockstep_plan_form_dup_task_services (LockstepCatalog *catalog, guint index)
    G_GNUC_WARN_UNUSED_RESULT;

/* The host that the case begins with: that of its plan, else the one in the pasted text; NULL. */
const char *lockstep_plan_form_get_host (LockstepCase *subject);

G_END_DECLS
