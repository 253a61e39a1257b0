/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/program.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>
#include <signal.h>

#define PROGRAM "lockstepctl"

/* The program of this installation or build folder stands beside the one that runs. */
static char *
find_sibling (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = NULL;
  g_autofree char *sibling = NULL;

  if (self == NULL)
    return NULL;

  folder = g_path_get_dirname (self);
  sibling = g_build_filename (folder, PROGRAM, NULL);

  return g_file_test (sibling, G_FILE_TEST_IS_EXECUTABLE) ? g_steal_pointer (&sibling) : NULL;
}

static char *
find_program (void)
{
  char *sibling = find_sibling ();
  const char *named = g_getenv ("LOCKSTEP_PRACTICE_PROGRAM");

  if (sibling != NULL)
    return sibling;

  return named != NULL && *named != '\0' ? g_strdup (named) : g_find_program_in_path (PROGRAM);
}

GSubprocess *
lockstep_program_start (const char *scenario, GError **error)
{
  g_autofree char *program = find_program ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (scenario != NULL, NULL);

  if (program == NULL)
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_PRACTICE,
                   _ ("The program “%s”, which runs the practice server, was not found."),
                   PROGRAM);
      return NULL;
    }

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                              &reason,
                              program,
                              "practice",
                              "--json",
                              "--",
                              scenario,
                              NULL);
  if (process == NULL)
    g_set_error (error,
                 LOCKSTEP_ERROR,
                 LOCKSTEP_ERROR_PRACTICE,
                 _ ("The practice server could not be started: %s"),
                 reason->message);

  return g_steal_pointer (&process);
}

void
lockstep_program_end (GSubprocess *process)
{
  g_return_if_fail (G_IS_SUBPROCESS (process));

  g_output_stream_close (g_subprocess_get_stdin_pipe (process), NULL, NULL);
  g_subprocess_send_signal (process, SIGTERM);
}
