/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/main.h"

#include "cli/check.h"
#include "cli/explain.h"
#include "cli/practice.h"
#include "cli/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>

/* A subcommand gets its own name as argv[0]; one without a function is a reserved name. */
static const struct
{
  const char *name;
  int (*run) (int argc, char **argv);
} commands[] = {
  { "explain", lockstep_cli_explain },
  { "check", lockstep_cli_check },
  { "practice", lockstep_cli_practice },
  { "verify", NULL },
  { "read", NULL },
  { "report", NULL },
  { "bundle", NULL },
  { "sweep", NULL },
};

static const char *
describe_usage (void)
{
  return _ ("Usage:\n"
            "  lockstepctl COMMAND [OPTION…] …\n"
            "\n"
            "Finds out why TLS connections to IBM i and IBM HTTP Server fail.\n"
            "\n"
            "Commands:\n"
            "  explain TEXT            says what a message means and how to mend it\n"
            "  check HOST[:PORT]…      runs the guided checks against a server\n"
            "  practice SCENARIO       starts a server that is broken on purpose\n"
            "\n"
            "Each command has --help.\n"
            "\n"
            "Example:\n"
            "  lockstepctl check --symptom \"CWBCO1034 25406\" ibmi.example.com\n");
}

static gboolean
is_one_of (const char *text, const char *one, const char *other)
{
  return g_str_equal (text, one) || g_str_equal (text, other);
}

static int
run_command (int argc, char **argv)
{
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[0], commands[i].name))
      {
        if (commands[i].run != NULL)
          return commands[i].run (argc, argv);

        sentence = g_strdup_printf (_ ("The command “%s” is not available yet."), argv[0]);
        lockstep_cli_complain (sentence);
        return LOCKSTEP_EXIT_USAGE;
      }

  sentence =
      g_strdup_printf (_ ("There is no command “%s”; `lockstepctl --help` lists the commands."),
                       argv[0]);
  lockstep_cli_complain (sentence);

  return LOCKSTEP_EXIT_USAGE;
}

/* What the caller has closed would be given to the next file or socket: a report would go to the
 * server, and an eventfd be read as orders. These stand in for it, and fail as a closed one does.
 */
static void
occupy_standard_descriptors (void)
{
  static const int modes[] = { O_WRONLY, O_RDONLY, O_RDONLY };

  for (int fd = 0; fd < (int) G_N_ELEMENTS (modes); fd++)
    if (fcntl (fd, F_GETFD) < 0 && errno == EBADF && open ("/dev/null", modes[fd]) != fd)
      g_debug ("the descriptor %d stays closed", fd);
}

int
lockstep_cli_main (int argc, char **argv)
{
  occupy_standard_descriptors ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCKSTEP_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc < 2)
    {
      fputs (describe_usage (), stderr);
      return LOCKSTEP_EXIT_USAGE;
    }
  if (g_str_equal (argv[1], "--version"))
    return lockstep_cli_print_version ();
  if (is_one_of (argv[1], "--help", "-h") || g_str_equal (argv[1], "help"))
    return lockstep_cli_print (describe_usage ()) ? LOCKSTEP_EXIT_FINE : LOCKSTEP_EXIT_INCONCLUSIVE;

  return run_command (argc - 1, argv + 1);
}
