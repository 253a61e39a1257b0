/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/practice.h"

/* Stands in for lockstepctl, of which the tests of this layer need the one subcommand. */
int
main (int argc, char *argv[])
{
  return argc < 2 ? 2 : lockstep_cli_practice (argc - 1, argv + 1);
}
