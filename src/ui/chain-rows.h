/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/check-rows.h"

G_BEGIN_DECLS

/* What of the chain of observation @index cannot be seen from here: the trust of the user's PC. */
void lockstep_row_list_add_user_trust (LockstepRowList *self, LockstepCase *subject, guint index);

/* The certificates of @seen, each in a window of its own. */
void lockstep_row_list_add_links (LockstepRowList *self, const LockstepObservation *seen);

/* What the server sent, to be saved or copied as PEM. */
void lockstep_row_list_add_files (LockstepRowList *self, const LockstepObservation *seen);

G_END_DECLS
