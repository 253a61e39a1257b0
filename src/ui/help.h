/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows what can be done on a page (a LockstepStepKindOfPage, or -1 for home) in a small window. */
void lockstep_help_present (GtkWindow *parent, int page);

/* The help for a page, translated; static. */
const char *lockstep_help_get_text (int page);

G_END_DECLS
