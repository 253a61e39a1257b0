/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The window, from the command line to its exit status. */
int lockstep_ui_main (int argc, char **argv);
