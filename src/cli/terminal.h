/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit statuses of contract.md. */
#define LOCKSTEP_EXIT_FINE 0
#define LOCKSTEP_EXIT_FAULT 1
#define LOCKSTEP_EXIT_NOTHING 1
#define LOCKSTEP_EXIT_USAGE 2
#define LOCKSTEP_EXIT_INCONCLUSIVE 3
#define LOCKSTEP_EXIT_INTERRUPTED 130

/* One line on standard error that says what is wrong. */
void lockstep_cli_complain (const char *sentence);

/* Prints to standard output; FALSE where nobody reads it. */
gboolean lockstep_cli_print (const char *text);

/* TRUE and *ret_colour set where @when is "auto", "always", "never" or NULL; NO_COLOR and a
 * terminal decide about "auto". */
gboolean lockstep_cli_read_colour (const char *when, gboolean *ret_colour, GError **error);

/* Shows what runs, where standard error is a terminal; NULL takes it away again. */
void lockstep_cli_show_progress (const char *activity);

/* Prints program and version. */
int lockstep_cli_print_version (void);

G_END_DECLS
