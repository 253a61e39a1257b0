/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How sure the first cause of @diagnosis is, and what speaks for it; each line leads to the page
 * where it was seen. */
GtkWidget *lockstep_fix_certainty_new (LockstepCase *subject, const LockstepDiagnosis *diagnosis)
    G_GNUC_WARN_UNUSED_RESULT;

/* The other causes of @diagnosis under a title; NULL where there are none. */
GtkWidget *lockstep_fix_others_new (const LockstepDiagnosis *diagnosis) G_GNUC_WARN_UNUSED_RESULT;

/* The page that shows what the sentence @because of @cause is about. */
LockstepStepKindOfPage
lockstep_fix_page_of (LockstepCatalog *catalog, const LockstepCause *cause, const char *because);

G_END_DECLS
