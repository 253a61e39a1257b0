/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/catalog.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_PRACTICE_CHOOSER (lockstep_practice_chooser_get_type ())
G_DECLARE_FINAL_TYPE (LockstepPracticeChooser,
                      lockstep_practice_chooser,
                      LOCKSTEP,
                      PRACTICE_CHOOSER,
                      AdwBin)

/* The faults that can be practised; choosing one activates "win.start-practice". */
GtkWidget *lockstep_practice_chooser_new (LockstepCatalog *catalog) G_GNUC_WARN_UNUSED_RESULT;

/* Shows a spinner in the row of @scenario, and takes no other choice meanwhile; NULL ends it. */
void lockstep_practice_chooser_set_starting (LockstepPracticeChooser *self, const char *scenario);

/* Says in the page why a practice server did not start. */
void lockstep_practice_chooser_set_failure (LockstepPracticeChooser *self, const char *text);

G_END_DECLS
