/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* `lockstepctl check [OPTION…] HOST[:PORT]…`; returns the exit status. */
int lockstep_cli_check (int argc, char **argv);

G_END_DECLS
