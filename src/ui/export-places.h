/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/redaction.h"
#include "case/case.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The number of places in the report where a name is taken out. */
guint lockstep_export_places_count (LockstepCase *subject, LockstepRedactionKinds kinds);

/* Opens a window with every such line, before and after. */
void lockstep_export_places_present (GtkWidget *parent,
                                     LockstepCase *subject,
                                     LockstepRedactionKinds kinds);

G_END_DECLS
