/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_TRUST_ROW (lockstep_trust_row_get_type ())
G_DECLARE_FINAL_TYPE (LockstepTrustRow, lockstep_trust_row, LOCKSTEP, TRUST_ROW, AdwActionRow)

/* The files with extra CA certificates. Signal "edited" when a person added or removed one. */

void lockstep_trust_row_set_files (LockstepTrustRow *self, const char *const *files);

/* NULL-terminated paths; NULL where there are none. */
char **lockstep_trust_row_dup_files (LockstepTrustRow *self) G_GNUC_WARN_UNUSED_RESULT;

/* Adds @path where it holds CA certificates; else the row says why it does not. */
void lockstep_trust_row_add (LockstepTrustRow *self, const char *path);

G_END_DECLS
