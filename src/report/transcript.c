/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/context.h"

#include "base/target.h"
#include "base/text.h"
#include "report/chain.h"

#include <glib/gi18n-lib.h>

static void
add_step (GString *text, const LockstepReport *report, const LockstepStep *step)
{
  g_autofree char *name = lockstep_report_clean (report, step->name);
  g_autofree char *detail = lockstep_report_clean (report, step->detail);

  g_string_append_printf (text,
                          "%10" G_GINT64_FORMAT " us  %s  %-20s %-22s",
                          step->at,
                          step->from_server ? "<-" : "->",
                          lockstep_chain_step_kind (step),
                          name);
  if (step->size > 0)
    g_string_append_printf (text, " %6u bytes", step->size);
  if (*detail != '\0')
    g_string_append_printf (text, "  %s", detail);
  g_string_append_c (text, '\n');
}

static void
add_fact (GString *text, const char *name, const LockstepFactSet *facts, LockstepFact fact)
{
  const char *value = lockstep_fact_set_get_string (facts, fact);

  if (value != NULL)
    g_string_append_printf (text, "%s: %s\n", name, value);
}

static void
add_observation (GString *text, const LockstepReport *report, guint index)
{
  const LockstepObservation *observation = lockstep_report_nth (report, index)->observation;
  g_autofree char *name = lockstep_diagnosis_service_name (report->diagnosis, index);
  g_autofree char *place = lockstep_target_print (observation->host, observation->port);

  g_string_append_printf (text, "\n%s, %s", name, place);
  if (observation->address != NULL)
    g_string_append_printf (text, " (%s)", observation->address);
  if (observation->role == LOCKSTEP_ROLE_EVIDENCE)
    g_string_append (text, _ (", looked at for comparison"));
  g_string_append_c (text, '\n');

  add_fact (text, "server name", observation->facts, LOCKSTEP_FACT_HANDSHAKE_SERVER_NAME);
  add_fact (text, "version", observation->facts, LOCKSTEP_FACT_HANDSHAKE_VERSION);
  add_fact (text, "cipher", observation->facts, LOCKSTEP_FACT_HANDSHAKE_CIPHER);
  add_fact (text, "group", observation->facts, LOCKSTEP_FACT_HANDSHAKE_GROUP);
  add_fact (text, "ended", observation->facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME);
  add_fact (text, "alert", observation->facts, LOCKSTEP_FACT_HANDSHAKE_ALERT);
  add_fact (text, "said", observation->facts, LOCKSTEP_FACT_HANDSHAKE_ERROR);

  if (observation->steps->len == 0)
    g_string_append_printf (text, "%s\n", _ ("No handshake was begun here."));
  for (guint i = 0; i < observation->steps->len; i++)
    add_step (text, report, g_ptr_array_index (observation->steps, i));
}

char *
lockstep_report_handshakes (LockstepCase *subject, const LockstepReportOptions *options)
{
  GString *text = g_string_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *started = NULL;
  LockstepReport report;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (subject), g_string_free (text, FALSE));

  report = lockstep_report_begin (subject, options);
  report.colour = FALSE;
  title = lockstep_case_dup_title (subject);
  started = lockstep_text_iso (lockstep_report_get_time (&report));
  g_string_append_printf (text, "%s\n%s\n", title, started);
  g_string_append_printf (text,
                          "%s\n",
                          _ ("Times run from the ClientHello. -> goes to the server, <- comes "
                             "from it."));

  if (lockstep_report_count (&report) == 0)
    g_string_append_printf (text, "\n%s\n", _ ("Nothing was looked at yet."));
  for (guint i = 0; i < lockstep_report_count (&report); i++)
    add_observation (text, &report, i);

  return lockstep_report_finish (&report, text);
}

char *
lockstep_report_journal (LockstepCase *subject, const LockstepReportOptions *options)
{
  GString *text = g_string_new (NULL);
  const GPtrArray *journal;
  LockstepReport report;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (subject), g_string_free (text, FALSE));

  report = lockstep_report_begin (subject, options);
  report.colour = FALSE;
  journal = lockstep_case_get_journal (subject);
  for (guint i = 0; i < journal->len; i++)
    {
      const LockstepJournalLine *line = g_ptr_array_index (journal, i);
      g_autofree char *time = lockstep_text_iso (line->time);

      g_string_append_printf (text, "%s  %s\n", time, line->text);
    }

  return lockstep_report_finish (&report, text);
}
