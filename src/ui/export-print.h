/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LockstepPrinted:
 * @failure: (nullable): what went wrong, in one sentence; %NULL where nothing did
 *
 * Called once when the print dialog is done.
 */
typedef void (*LockstepPrinted) (const char *failure, gpointer user_data);

/* Opens the print dialog for @text, which is laid out in lines as it stands; @title names the
 * job. */
void lockstep_export_print (GtkWindow *parent,
                            const char *title,
                            const char *text,
                            LockstepPrinted printed,
                            gpointer user_data);

G_END_DECLS
