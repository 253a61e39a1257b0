/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/check.h"

#include "bundle/bundle.h"
#include "case/case.h"
#include "cli/check-options.h"
#include "cli/load-catalog.h"
#include "cli/terminal.h"
#include "report/report.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GMainLoop *loop;
  LockstepCase *subject;
  GCancellable *cancellable;
  gboolean interrupted;
  GError *bundle_error;
} Session;

static gboolean
interrupt_cb (gpointer user_data)
{
  Session *session = user_data;

  session->interrupted = TRUE;
  lockstep_case_stop (session->subject);
  g_cancellable_cancel (session->cancellable);
  g_main_loop_quit (session->loop);

  return G_SOURCE_CONTINUE;
}

static void
changed_cb (LockstepCase *subject, gpointer user_data)
{
  Session *session = user_data;

  if (lockstep_case_is_running (subject))
    lockstep_cli_show_progress (lockstep_case_get_activity (subject));
  else
    g_main_loop_quit (session->loop);
}

static void
look (Session *session)
{
  g_signal_connect (session->subject, "changed", G_CALLBACK (changed_cb), session);
  lockstep_case_start (session->subject);
  if (lockstep_case_is_running (session->subject))
    g_main_loop_run (session->loop);
  g_signal_handlers_disconnect_by_data (session->subject, session);
  lockstep_cli_show_progress (NULL);
}

static void
bundle_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Session *session = user_data;

  lockstep_bundle_write_finish (result, &session->bundle_error);
  g_main_loop_quit (session->loop);
}

/* What was found is printed before this: a bundle that cannot be written takes nothing away. */
static int
write_bundle (Session *session, const char *path)
{
  const LockstepBundleOptions options = { .parts = LOCKSTEP_BUNDLE_ALL,
                                          .redact = LOCKSTEP_REDACT_NONE };

  lockstep_bundle_write_async (session->subject,
                               &options,
                               path,
                               session->cancellable,
                               bundle_written_cb,
                               session);
  g_main_loop_run (session->loop);
  if (session->bundle_error == NULL || session->interrupted)
    return LOCKSTEP_EXIT_FINE;

  lockstep_cli_complain (session->bundle_error->message);

  return LOCKSTEP_EXIT_INCONCLUSIVE;
}

static gboolean
print_report (Session *session, const LockstepCheckOptions *options, gboolean colour)
{
  const LockstepReportOptions report_options = { .redaction = NULL, .colour = colour };
  gboolean json = options->json || g_strcmp0 (options->format, "json") == 0;
  g_autofree char *text = json ? lockstep_report_json (session->subject, &report_options)
                               : lockstep_report_text (session->subject, &report_options);

  return lockstep_cli_print (text) && (g_str_has_suffix (text, "\n") || lockstep_cli_print ("\n"));
}

static int
exit_status (const LockstepDiagnosis *diagnosis)
{
  switch (diagnosis->verdict)
    {
    case LOCKSTEP_VERDICT_HEALTHY:
    case LOCKSTEP_VERDICT_ATTENTION:
      return LOCKSTEP_EXIT_FINE;
    case LOCKSTEP_VERDICT_FAULTY:
      return LOCKSTEP_EXIT_FAULT;
    case LOCKSTEP_VERDICT_INCONCLUSIVE:
    default:
      return LOCKSTEP_EXIT_INCONCLUSIVE;
    }
}

static int
check (Session *session, const LockstepCheckOptions *options, gboolean colour)
{
  const char *failure;
  const LockstepDiagnosis *diagnosis;
  int bundle_status = LOCKSTEP_EXIT_FINE;

  look (session);
  if (session->interrupted)
    return LOCKSTEP_EXIT_INTERRUPTED;

  /* A run fails only where a file that was named cannot be read. */
  failure = lockstep_case_get_failure (session->subject);
  if (failure != NULL)
    {
      lockstep_cli_complain (failure);
      return LOCKSTEP_EXIT_USAGE;
    }

  diagnosis = lockstep_case_get_diagnosis (session->subject);
  if (diagnosis == NULL || !print_report (session, options, colour))
    return LOCKSTEP_EXIT_INCONCLUSIVE;

  if (options->bundle != NULL)
    bundle_status = write_bundle (session, options->bundle);
  if (session->interrupted)
    return LOCKSTEP_EXIT_INTERRUPTED;

  return bundle_status != LOCKSTEP_EXIT_FINE ? bundle_status : exit_status (diagnosis);
}

static int
run (const LockstepCheckOptions *options, GError **error)
{
  g_autoptr (LockstepCatalog) catalog = NULL;
  g_autoptr (LockstepPlan) plan = NULL;
  Session session = { 0 };
  gboolean colour;
  guint source;
  int status;

  if (!lockstep_check_options_judge (options, error) ||
      !lockstep_cli_read_colour (options->colour, &colour, error))
    return LOCKSTEP_EXIT_USAGE;

  catalog = lockstep_cli_load_catalog (error);
  if (catalog == NULL)
    return LOCKSTEP_EXIT_USAGE;
  plan = lockstep_check_options_to_plan (options, catalog, error);
  if (plan == NULL)
    return LOCKSTEP_EXIT_USAGE;

  session.loop = g_main_loop_new (NULL, FALSE);
  session.cancellable = g_cancellable_new ();
  session.subject = lockstep_case_new (catalog);
  lockstep_case_set_symptom (session.subject, options->symptom);
  lockstep_case_set_plan (session.subject, plan);

  source = g_unix_signal_add (SIGINT, interrupt_cb, &session);
  status = check (&session, options, colour);
  g_source_remove (source);

  g_clear_error (&session.bundle_error);
  g_object_unref (session.subject);
  g_object_unref (session.cancellable);
  g_main_loop_unref (session.loop);

  return status;
}

int
lockstep_cli_check (int argc, char **argv)
{
  g_auto (LockstepCheckOptions) options = { 0 };
  g_autoptr (GError) error = NULL;
  int status = LOCKSTEP_EXIT_USAGE;

  if (lockstep_check_options_parse (&options, argc, argv, &error))
    {
      if (options.version)
        return lockstep_cli_print_version ();
      status = run (&options, &error);
    }
  if (error != NULL)
    lockstep_cli_complain (error->message);

  return status;
}
