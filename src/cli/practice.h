/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * lockstep_cli_practice:
 * @argv: the arguments; argv[0] is the subcommand's own name
 *
 * `lockstepctl practice [--list] [--repair] [--json] SCENARIO` as in contract.md: runs until
 * standard input closes, or on SIGINT, SIGTERM or SIGHUP.
 *
 * Returns: the exit status: 0, 2 for wrong use, 3 where the server could not be started
 */
int lockstep_cli_practice (int argc, char **argv);

G_END_DECLS
