/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../base/error.h" /* expect: climb no folders */
#include "check/check.h"
#include "ui/page.h" /* expect: check/ must not see ui/page.h */
#include <gtk/gtk.h> /* expect: must not see gtk/gtk.h */
#include "probe/port.h" /* expect: check/ must not see probe/ */
#include "x509/certificate.h"

static void
bad (void)
{
  g_error ("no"); /* expect: return a GError */
  g_usleep (1); /* expect: wait for the event */
  time (NULL); /* expect: take the time as an argument */
  lockstep_time (NULL);
  g_print ("time (NULL)");
  self->time (NULL);
  /* TO\
DO is no mark here */
  /* FIXME later */ /* expect: a mark for later */
  open ("/root/x"); /* expect: the path of a machine */
}
