/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/check-rows.h"

G_BEGIN_DECLS

/* The rows of what was agreed with observation @index: version, cipher suite and group in one
 * strip, and what else was seen. Nothing where nothing of it was seen. */
void
lockstep_row_list_add_agreed (LockstepRowList *self, LockstepDiagnosis *diagnosis, guint index);

/* The rows of the further looks after the handshake of observation @index broke, and of the other
 * services of the same server. */
void lockstep_row_list_add_tried (LockstepRowList *self, LockstepDiagnosis *diagnosis, guint index);

G_END_DECLS
