/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_PAIR (lockstep_pair_get_type ())
G_DECLARE_FINAL_TYPE (LockstepPair, lockstep_pair, LOCKSTEP, PAIR, GtkWidget)

/**
 * LockstepPair:
 *
 * Two widgets beside each other where there is room for both, else below each other; a hidden one
 * takes no room. It judges by its own width, as the pictures do. Property "first-width" (int): the
 * width of the first one, 0 for two equal halves; "threshold" (int): the width from which they
 * stand beside each other; "spacing" (int): between the halves, and 6 between lines.
 */

G_END_DECLS
