/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_HOST_ROW (lockstep_host_row_get_type ())
G_DECLARE_FINAL_TYPE (LockstepHostRow, lockstep_host_row, LOCKSTEP, HOST_ROW, AdwEntryRow)

typedef enum
{
  LOCKSTEP_HOST_EMPTY,
  LOCKSTEP_HOST_INVALID, /* cannot be a name or an address, or the port is none */
  LOCKSTEP_HOST_LOOKING, /* the name service is being asked */
  LOCKSTEP_HOST_FOUND,
  LOCKSTEP_HOST_UNKNOWN, /* the name service says that there is no such name */
  LOCKSTEP_HOST_SILENT,  /* the name service does not answer */
} LockstepHostState;

/**
 * LockstepHostRow:
 *
 * Takes the name or the address of the server, "host:port" included, judges it as it is typed and
 * looks a name up 400 ms after the last key. Signal "judged" whenever state, host or port changed.
 */

LockstepHostState lockstep_host_row_get_state (LockstepHostRow *self);

/* Without the port; NULL where the text is no target. */
const char *lockstep_host_row_get_host (LockstepHostRow *self);

/* The port that was typed with it; 0 for none. */
guint16 lockstep_host_row_get_port (LockstepHostRow *self);

/* Asks the name service again. */
void lockstep_host_row_look_again (LockstepHostRow *self);

/* Stops asking the name service. */
void lockstep_host_row_stop (LockstepHostRow *self);

G_END_DECLS
