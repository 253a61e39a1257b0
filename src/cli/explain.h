/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* `lockstepctl explain [--json] TEXT`; returns the exit status: 0 something was recognised, 1
 * nothing was, 2 wrong use or unreadable input. */
int lockstep_cli_explain (int argc, char **argv);

G_END_DECLS
