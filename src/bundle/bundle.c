/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bundle/bundle.h"

#include "base/text.h"
#include "bundle/part.h"
#include "report/report.h"

#include <glib/gi18n-lib.h>

gboolean
lockstep_bundle_check_support_number (const char *number)
{
  return number != NULL && strlen (number) == 11 && g_str_has_prefix (number, "TS") &&
         strspn (number + 2, G_CSET_DIGITS) == 9;
}

static gint64
get_time (LockstepCase *subject)
{
  const GPtrArray *journal = lockstep_case_get_journal (subject);
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);

  if (diagnosis != NULL)
    return diagnosis->scene->started;

  return journal->len > 0 ? ((const LockstepJournalLine *) g_ptr_array_index (journal, 0))->time
                          : 0;
}

static const char *
find_host (LockstepCase *subject)
{
  const LockstepPlan *plan = lockstep_case_get_plan (subject);

  if (plan->targets->len > 0)
    return ((const LockstepPlanTarget *) g_ptr_array_index (plan->targets, 0))->host;

  return lockstep_case_get_recognition (subject)->host;
}

char *
lockstep_bundle_file_name (LockstepCase *subject, LockstepRedactionKinds redact)
{
  g_autoptr (LockstepRedaction) redaction = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *label = NULL;
  g_autofree char *time = NULL;
  const char *number, *host;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (subject), NULL);

  host = find_host (subject);
  redaction = lockstep_report_redaction (subject, redact);
  clean = lockstep_redaction_apply (redaction, host != NULL ? host : "case");
  label = lockstep_bundle_safe_label (clean);
  time = lockstep_text_iso (get_time (subject));
  time[strlen ("2026-11-21")] = '\0';
  number = lockstep_case_get_support_number (subject);

  if (lockstep_bundle_check_support_number (number))
    return g_strdup_printf ("%s.%s-%s.lockstep.zip", number, label, time);

  return g_strdup_printf ("%s-%s.lockstep.zip", label, time);
}

static gboolean
has_file (const char *const *files, const char *const *marks)
{
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autofree char *base = g_path_get_basename (files[i]);
      g_autofree char *lower = g_ascii_strdown (base, -1);

      for (guint m = 0; marks[m] != NULL; m++)
        if (strstr (lower, marks[m]) != NULL)
          return TRUE;
    }

  return FALSE;
}

/* What support will ask for next, and how to get it. */
static char **
list_missing (const char *const *files)
{
  static const char *const traces[] = { "cwbcotrc", "cwbtrc", NULL };
  static const char *const captures[] = { ".pcap", ".cap", NULL };
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();

  if (!has_file (files, traces))
    g_strv_builder_add (missing,
                        _ ("Trace of IBM i Access (CWBCOTRC): on the user's PC run cwbcotrc on, "
                           "let the user try once more, then run cwbcotrc off and add the file."));
  if (!has_file (files, captures))
    g_strv_builder_add (missing,
                        _ ("Wireshark capture: start it on the user's PC, let the user try once "
                           "more, stop it, and add the pcapng file."));

  return g_strv_builder_end (missing);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (lockstep_bundle_write_zip (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The thread lets go of its task a moment after the callback: were the case in it, a case that is
 * closed in that moment would end in the thread. */
static void
start_writing (GTask *task, LockstepBundlePlan *plan)
{
  g_autoptr (GTask) writing =
      g_task_new (NULL, g_task_get_cancellable (task), written_cb, g_object_ref (task));

  g_task_set_source_tag (writing, write_in_thread);
  g_task_set_task_data (writing, plan, NULL);
  g_task_run_in_thread (writing, write_in_thread);
}

void
lockstep_bundle_write_async (LockstepCase *subject,
                             const LockstepBundleOptions *options,
                             const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  LockstepBundlePlan *plan;
  GError *error = NULL;

  g_return_if_fail (LOCKSTEP_IS_CASE (subject));
  g_return_if_fail (options != NULL && path != NULL);

  task = g_task_new (subject, cancellable, callback, user_data);
  g_task_set_source_tag (task, lockstep_bundle_write_async);
  parts = lockstep_bundle_collect (subject, options, &error);
  if (parts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  plan = g_new0 (LockstepBundlePlan, 1);
  plan->parts = g_steal_pointer (&parts);
  plan->redact = options->redact;
  plan->missing = list_missing (options->files);
  plan->created = get_time (subject);
  plan->path = g_strdup (path);
  g_task_set_task_data (task, plan, lockstep_bundle_plan_free);
  start_writing (task, plan);
}

gboolean
lockstep_bundle_write_finish (GAsyncResult *result, GError **error)
{
  const LockstepBundlePlan *plan;
  g_autofree char *base = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, lockstep_bundle_write_async), FALSE);

  plan = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  base = g_path_get_basename (plan->path);
  lockstep_case_set_exported (g_task_get_source_object (G_TASK (result)), base);

  return TRUE;
}
