/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * lockstep_program_start:
 *
 * Starts `lockstepctl practice --json SCENARIO`, with pipes for its standard input and output: the
 * one that stands beside the running program, else the one that the environment variable
 * LOCKSTEP_PRACTICE_PROGRAM names, else the one on the search path.
 *
 * Returns: (transfer full): the process, or %NULL with %LOCKSTEP_ERROR_PRACTICE
 */
GSubprocess *lockstep_program_start (const char *scenario, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Ends it at once: closes its standard input and asks it to terminate. */
void lockstep_program_end (GSubprocess *process);

G_END_DECLS
