/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/terminal.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

void
lockstep_cli_complain (const char *sentence)
{
  lockstep_cli_show_progress (NULL);
  fprintf (stderr, "lockstepctl: %s\n", sentence);
}

gboolean
lockstep_cli_print (const char *text)
{
  return fputs (text, stdout) >= 0 && fflush (stdout) == 0;
}

static gboolean
is_coloured_terminal (void)
{
  const char *no_color = g_getenv ("NO_COLOR");

  return isatty (STDOUT_FILENO) && (no_color == NULL || *no_color == '\0') &&
         g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

gboolean
lockstep_cli_read_colour (const char *when, gboolean *ret_colour, GError **error)
{
  if (when == NULL || g_str_equal (when, "auto"))
    *ret_colour = is_coloured_terminal ();
  else if (g_str_equal (when, "always") || g_str_equal (when, "never"))
    *ret_colour = g_str_equal (when, "always");
  else
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_USAGE,
                   _ ("--color takes auto, always or never, not “%s”."),
                   when);
      return FALSE;
    }

  return TRUE;
}

void
lockstep_cli_show_progress (const char *activity)
{
  static gboolean is_shown = FALSE;

  if (!isatty (STDERR_FILENO) || (activity == NULL && !is_shown))
    return;

  fprintf (stderr, "\r\033[K%s%s", activity != NULL ? activity : "", activity != NULL ? "…" : "");
  fflush (stderr);
  is_shown = activity != NULL;
}

int
lockstep_cli_print_version (void)
{
  return lockstep_cli_print ("lockstepctl " LOCKSTEP_VERSION "\n") ? LOCKSTEP_EXIT_FINE
                                                                   : LOCKSTEP_EXIT_INCONCLUSIVE;
}
