/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/recognition.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A message that was recognised: id and code, who shows it; @tag (nullable) at its end. */
GtkWidget *lockstep_match_row_new (const LockstepMatch *match, const char *tag)
    G_GNUC_WARN_UNUSED_RESULT;

/* "From IBM i Access, on the user's PC" */
char *lockstep_match_dup_place (const LockstepMatch *match) G_GNUC_WARN_UNUSED_RESULT;

/* The @number-th usual cause: title, "often", three bars. */
GtkWidget *lockstep_usual_cause_row_new (guint number, const char *title, const char *likelihood)
    G_GNUC_WARN_UNUSED_RESULT;

/* The other names of the condition of @match: "SSL0226I in the log of IBM HTTP Server,
 * GSK_ERROR_IO (406) in programs"; NULL where there are none. */
char *lockstep_match_dup_other_names (const LockstepCatalog *catalog, const LockstepMatch *match)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
