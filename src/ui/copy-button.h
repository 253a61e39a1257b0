/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_COPY_BUTTON (lockstep_copy_button_get_type ())
G_DECLARE_FINAL_TYPE (LockstepCopyButton, lockstep_copy_button, LOCKSTEP, COPY_BUTTON, GtkButton)

/**
 * LockstepCopyButton:
 *
 * A flat button that copies its property "text", then shows a tick for a moment and the toast
 * "toast-text" over its page. "label-text" is its name and tooltip ("Copy the fingerprint"). Usable
 * from a .ui file; see also ui/parts.h.
 */

G_END_DECLS
