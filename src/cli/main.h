/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* `lockstepctl`, from its arguments to its exit status; sets the locale. */
int lockstep_cli_main (int argc, char **argv);

G_END_DECLS
