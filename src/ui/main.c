/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/main.h"

#include "ui/application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
lockstep_ui_main (int argc, char **argv)
{
  g_autoptr (LockstepApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCKSTEP_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_ ("Lockstep"));

  application = lockstep_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
