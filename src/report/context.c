/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/context.h"

#include <glib/gi18n-lib.h>

LockstepReport
lockstep_report_begin (LockstepCase *subject, const LockstepReportOptions *options)
{
  LockstepReport self = { 0 };
  LockstepRedactionKinds kinds = LOCKSTEP_REDACT_NONE;

  self.subject = subject;
  self.catalog = lockstep_case_get_catalog (subject);
  self.diagnosis = lockstep_case_get_diagnosis (subject);
  if (options != NULL)
    {
      self.redaction = options->redaction;
      self.colour = options->colour;
    }
  if (self.redaction != NULL)
    kinds = lockstep_redaction_get_kinds (self.redaction);
  self.hides_names = (kinds & (LOCKSTEP_REDACT_HOSTS | LOCKSTEP_REDACT_ADDRESSES)) != 0;

  return self;
}

static char *
drop_controls (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      /* Marks that turn the direction of writing make a text look like another one. */
      if (c == '\n' || c == '\t' ||
          (type != G_UNICODE_CONTROL && !(c >= 0x202a && c <= 0x202e) &&
           !(c >= 0x2066 && c <= 0x2069)))
        g_string_append_unichar (clean, c);
      else if (c != '\r')
        g_string_append_unichar (clean, 0xfffd);
    }

  return g_string_free (clean, FALSE);
}

char *
lockstep_report_clean (const LockstepReport *self, const char *text)
{
  g_autofree char *clean = NULL;

  if (text == NULL)
    return g_strdup ("");

  clean = drop_controls (text);

  return self->redaction != NULL ? lockstep_redaction_apply (self->redaction, clean)
                                 : g_steal_pointer (&clean);
}

char *
lockstep_report_finish (const LockstepReport *self, GString *text)
{
  g_autofree char *whole = g_string_free (text, FALSE);

  if (!self->colour)
    return lockstep_report_clean (self, whole);

  /* The escape sequences are ours; the texts between them were cleaned one by one. */
  return self->redaction != NULL ? lockstep_redaction_apply (self->redaction, whole)
                                 : g_steal_pointer (&whole);
}

guint
lockstep_report_count (const LockstepReport *self)
{
  return self->diagnosis != NULL ? self->diagnosis->observations->len : 0;
}

const LockstepTargetDiagnosis *
lockstep_report_nth (const LockstepReport *self, guint index)
{
  return g_ptr_array_index (self->diagnosis->observations, index);
}

static gboolean
has_twin (const LockstepReport *self, guint index)
{
  const LockstepObservation *own = lockstep_report_nth (self, index)->observation;

  for (guint i = 0; i < lockstep_report_count (self); i++)
    {
      const LockstepObservation *other = lockstep_report_nth (self, i)->observation;

      if (i != index && other->port == own->port && g_strcmp0 (other->host, own->host) == 0)
        return TRUE;
    }

  return FALSE;
}

char *
lockstep_report_place (const LockstepReport *self, guint index)
{
  const LockstepObservation *observation = lockstep_report_nth (self, index)->observation;
  g_autofree char *name = lockstep_diagnosis_service_name (self->diagnosis, index);

  if (has_twin (self, index) && observation->address != NULL)
    /* Translators: a service, its port and the address at which it was looked at. */
    return g_strdup_printf (_ ("%1$s, port %2$u at %3$s"),
                            name,
                            observation->port,
                            observation->address);
  if (observation->service == NULL)
    return g_steal_pointer (&name);

  /* Translators: a service and its port. */
  return g_strdup_printf (_ ("%1$s, port %2$u"), name, observation->port);
}

const char *
lockstep_report_check_title (const LockstepReport *self, const LockstepCheckResult *result)
{
  const LockstepEntry *check =
      lockstep_catalog_lookup (self->catalog, LOCKSTEP_SECTION_CHECKS, result->spec->id);
  const char *title = check != NULL ? lockstep_entry_text (check, "title") : NULL;

  return title != NULL ? title : result->spec->id;
}

const char *
lockstep_report_verdict (const LockstepReport *self)
{
  if (self->diagnosis == NULL)
    return _ ("Nothing was looked at yet.");

  switch (self->diagnosis->verdict)
    {
    case LOCKSTEP_VERDICT_HEALTHY:
      return _ ("Nothing wrong was found from here.");
    case LOCKSTEP_VERDICT_ATTENTION:
      return _ ("It works, but something wants attention.");
    case LOCKSTEP_VERDICT_FAULTY:
      return _ ("A fault was found.");
    case LOCKSTEP_VERDICT_INCONCLUSIVE:
    default:
      return _ ("The checks did not get far enough to say.");
    }
}

const char *
lockstep_confidence_get_word (LockstepConfidence confidence)
{
  switch (confidence)
    {
    case LOCKSTEP_CONFIDENCE_CERTAIN:
      return _ ("Certain");
    case LOCKSTEP_CONFIDENCE_LIKELY:
      return _ ("Likely");
    case LOCKSTEP_CONFIDENCE_POSSIBLE:
    default:
      return _ ("Possible");
    }
}

gint64
lockstep_report_get_time (const LockstepReport *self)
{
  const GPtrArray *journal = lockstep_case_get_journal (self->subject);

  if (self->diagnosis != NULL)
    return self->diagnosis->scene->started;

  return journal->len > 0 ? ((const LockstepJournalLine *) g_ptr_array_index (journal, 0))->time
                          : 0;
}

gint64
lockstep_report_get_judged_time (const LockstepReport *self)
{
  const LockstepFactSet *facts = self->diagnosis != NULL ? self->diagnosis->scene->facts : NULL;

  return lockstep_fact_set_has (facts, LOCKSTEP_FACT_RUN_AT)
             ? lockstep_fact_set_get_time (facts, LOCKSTEP_FACT_RUN_AT)
             : lockstep_report_get_time (self);
}

char *
lockstep_report_describe_redaction (const LockstepReport *self)
{
  LockstepRedactionKinds kinds = self->redaction != NULL
                                     ? lockstep_redaction_get_kinds (self->redaction)
                                     : LOCKSTEP_REDACT_NONE;

  if (kinds == LOCKSTEP_REDACT_NONE)
    return NULL;
  if (self->hides_names)
    return g_strdup (_ ("Names were replaced by stand-ins, one for each. The certificates "
                        "themselves and the names in them were left out."));

  return g_strdup (_ ("Names were replaced by stand-ins, one for each."));
}
