/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/main.h"

#include <openssl/ssl.h>

int
main (int argc, char *argv[])
{
  /* Before anything else: the system's openssl.cnf would change what a probe offers. At the end
   * nobody gains from giving the process's memory back piece by piece. */
  OPENSSL_init_ssl (OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_ATEXIT, NULL);

  return lockstep_cli_main (argc, argv);
}
