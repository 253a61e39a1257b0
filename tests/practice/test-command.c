/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/announcement.h"
#include "practice/registry.h"
#include "practice/visitor.h"

#include "base/error.h"

#include <gio/gio.h>
#include <openssl/x509.h>
#include <signal.h>

/* Longer than the server keeps. */
#define LONG_ORDER                                                                                 \
  "repairrepairrepairrepairrepairrepairrepairrepairrepairrepairrepairrepairrepairrepairrepair"

static char *program;

/* A running `practice` with its pipes; what it says is read line by line. */
typedef struct
{
  GSubprocess *process;
  GDataInputStream *output;
} Command;

static Command
launch (const char *const *arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  Command command;

  g_ptr_array_add (argv, program);
  g_ptr_array_add (argv, (gpointer) "practice");
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);

  command.process =
      g_subprocess_newv ((const char *const *) argv->pdata,
                         G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                             G_SUBPROCESS_FLAGS_STDERR_PIPE,
                         &error);
  g_assert_no_error (error);
  command.output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (command.process));

  return command;
}

static char *
next_line (Command *command)
{
  g_autoptr (GError) error = NULL;
  char *line = g_data_input_stream_read_line (command->output, NULL, NULL, &error);

  g_assert_no_error (error);

  return line;
}

static void
tell (Command *command, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (g_subprocess_get_stdin_pipe (command->process),
                             text,
                             strlen (text),
                             NULL,
                             NULL,
                             &error);
  g_assert_no_error (error);
}

/* Reads what is left on both outputs and returns the exit status. */
static int
finish (Command *command, char **ret_out, char **ret_err)
{
  g_autoptr (GDataInputStream) errors =
      g_data_input_stream_new (g_subprocess_get_stderr_pipe (command->process));
  g_autoptr (GSubprocess) process = g_steal_pointer (&command->process);
  g_autoptr (GDataInputStream) output = g_steal_pointer (&command->output);
  g_autoptr (GError) error = NULL;

  *ret_out = g_data_input_stream_read_upto (output, "", 1, NULL, NULL, &error);
  g_assert_no_error (error);
  *ret_err = g_data_input_stream_read_upto (errors, "", 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (process, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  return g_subprocess_get_exit_status (process);
}

static void
close_input (Command *command)
{
  g_assert_true (
      g_output_stream_close (g_subprocess_get_stdin_pipe (command->process), NULL, NULL));
}

static void
end_well (Command *command)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  g_assert_cmpint (finish (command, &out, &err), ==, 0);
  g_assert_null (out);
  g_assert_null (err);
}

static guint16
read_service (Command *command, const char *service)
{
  g_autofree char *line = next_line (command);
  g_autofree char *prefix = g_strconcat (service, " 127.0.0.1:", NULL);
  guint64 port = 0;

  g_assert_true (g_str_has_prefix (line, prefix));
  g_assert_true (g_ascii_string_to_unsigned (line + strlen (prefix), 10, 1, 65535, &port, NULL));

  return (guint16) port;
}

/* The lines of contract.md, the mending, and the end when standard input closes. */
static void
test_text (void)
{
  Command command = launch ((const char *const[]){ "expired-not-served", NULL });
  guint16 telnet = read_service (&command, "telnet");
  guint16 signon = read_service (&command, "signon");
  g_autofree char *trust = NULL;
  g_autofree char *ready = NULL;
  g_autofree char *repaired = NULL;
  g_autoptr (GHashTable) table = NULL;
  g_autoptr (Visit) before = NULL;
  g_autoptr (Visit) after = NULL;

  read_service (&command, "database");
  trust = next_line (&command);
  g_assert_true (g_str_has_prefix (trust, "trust /"));
  ready = next_line (&command);
  g_assert_cmpstr (ready, ==, "ready");

  table = lockstep_registry_lookup (telnet);
  g_assert_nonnull (table);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (table, "signon")), ==, signon);

  before = visit_tls (telnet, trust + strlen ("trust "), 0);
  g_assert_false (before->handshaken);
  tell (&command, "repair\n");
  repaired = next_line (&command);
  g_assert_cmpstr (repaired, ==, "repaired");
  after = visit_tls (telnet, trust + strlen ("trust "), 0);
  g_assert_true (after->handshaken);
  g_assert_cmpint (after->verify, ==, X509_V_OK);

  close_input (&command);
  end_well (&command);
}

static void
test_json (void)
{
  Command command = launch ((const char *const[]){ "--json", "--repair", "silent", NULL });
  g_autofree char *line = next_line (&command);
  g_autoptr (GError) error = NULL;
  g_autoptr (LockstepAnnouncement) said = lockstep_announcement_parse (line, &error);
  g_autoptr (Visit) visit = NULL;
  guint port;

  g_assert_no_error (error);
  g_assert_nonnull (strstr (line, "\"ready\":true"));
  g_assert_true (
      g_str_has_prefix (line,
                        "{\"services\":[{\"service\":\"signon\",\"host\":\"127.0.0.1\",\"port\":"));
  g_assert_cmpstr (said->scenario, ==, "silent");
  port = GPOINTER_TO_UINT (g_hash_table_lookup (said->ports, "telnet"));
  visit = visit_tls ((guint16) port, said->trust_file, 0);
  g_assert_true (visit->handshaken);
  g_assert_cmpint (visit->verify, ==, X509_V_OK);

  close_input (&command);
  end_well (&command);
}

static void
test_signals (void)
{
  static const int signals[] = { SIGTERM, SIGINT, SIGHUP };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      Command command = launch ((const char *const[]){ "--json", "silent", NULL });
      g_autofree char *line = next_line (&command);

      g_assert_nonnull (line);
      g_subprocess_send_signal (command.process, signals[i]);
      end_well (&command);
    }
}

static void
test_orders (void)
{
  static const char *const orders[] = { "mend", "", "repair ", "Repair", LONG_ORDER };
  Command command = launch ((const char *const[]){ "--json", "silent", NULL });
  g_autofree char *line = next_line (&command);
  g_autofree char *repaired = NULL;
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  g_auto (GStrv) sentences = NULL;

  g_assert_nonnull (line);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      tell (&command, orders[i]);
      tell (&command, "\n");
    }
  /* It goes on, and what comes in pieces is one order. */
  tell (&command, "rep");
  tell (&command, "air\nhalf");
  repaired = next_line (&command);
  g_assert_cmpstr (repaired, ==, "repaired");
  close_input (&command);
  g_assert_cmpint (finish (&command, &out, &err), ==, 0);
  g_assert_null (out);
  sentences = g_strsplit (err, "\n", -1);
  g_assert_cmpuint (g_strv_length (sentences), ==, G_N_ELEMENTS (orders) + 1);
}

static void
test_wrong_use (void)
{
  static const char *const wrong[][4] = {
    { "no-such-thing", NULL },
    { NULL },
    { "healthy", "silent", NULL },
    { "--no-such-option", "healthy", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      Command command = launch (wrong[i]);
      g_autofree char *out = NULL;
      g_autofree char *err = NULL;

      g_assert_cmpint (finish (&command, &out, &err), ==, 2);
      g_assert_null (out);
      g_assert_nonnull (err);
      /* One line. */
      g_assert_true (strchr (err, '\n') == err + strlen (err) - 1);
      if (i == 0)
        g_assert_nonnull (strstr (err, "no-such-thing"));
    }
}

static void
test_help (void)
{
  Command help = launch ((const char *const[]){ "--help", NULL });
  Command version = launch ((const char *const[]){ "--version", NULL });
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  g_autofree char *number = NULL;
  g_autofree char *complaint = NULL;

  g_assert_cmpint (finish (&help, &out, &err), ==, 0);
  g_assert_nonnull (strstr (out, "lockstepctl practice expired-certificate"));
  g_assert_cmpint (finish (&version, &number, &complaint), ==, 0);
  g_assert_nonnull (strstr (number, LOCKSTEP_VERSION));
}

static void
test_announcement (void)
{
  static const char *const wrong[] = {
    "",
    "ready",
    "[]",
    "{}",
    "{\"services\":[],\"trust\":\"/t\"}",
    "{\"services\":[1],\"trust\":\"/t\",\"scenario\":\"s\"}",
    "{\"services\":[{\"service\":\"telnet\",\"host\":\"192.0.2.1\",\"port\":1}],"
    "\"trust\":\"/t\",\"scenario\":\"s\"}",
    "{\"services\":[{\"service\":\"telnet\",\"host\":\"127.0.0.1\",\"port\":65536}],"
    "\"trust\":\"/t\",\"scenario\":\"s\"}"
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lockstep_announcement_parse (wrong[i], &error));
      g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_PRACTICE);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  visitor_set_up ();
  g_test_init (&argc, &argv, NULL);
  program = g_test_build_filename (G_TEST_BUILT, "practice", "practice-program", NULL);

  g_test_add_func ("/practice/command/text", test_text);
  g_test_add_func ("/practice/command/json", test_json);
  g_test_add_func ("/practice/command/signals", test_signals);
  g_test_add_func ("/practice/command/orders", test_orders);
  g_test_add_func ("/practice/command/wrong-use", test_wrong_use);
  g_test_add_func ("/practice/command/help", test_help);
  g_test_add_func ("/practice/command/announcement", test_announcement);

  status = g_test_run ();
  g_free (program);
  visitor_tear_down ();

  return status;
}
