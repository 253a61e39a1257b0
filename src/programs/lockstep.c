/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/main.h"

#include <openssl/ssl.h>

int
main (int argc, char **argv)
{
  /* The system's openssl.cnf would change what a probe offers. */
  OPENSSL_init_ssl (OPENSSL_INIT_NO_LOAD_CONFIG, NULL);

  return lockstep_ui_main (argc, argv);
}
