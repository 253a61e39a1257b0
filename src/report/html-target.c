/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/html-writer.h"

#include "base/text.h"
#include "report/chain.h"

#include <glib/gi18n-lib.h>

static const char *
describe_outcome (LockstepOutcome outcome)
{
  switch (outcome)
    {
    case LOCKSTEP_OUTCOME_PASS:
      return _ ("✓ Fine");
    case LOCKSTEP_OUTCOME_ATTENTION:
      return _ ("! Look here");
    case LOCKSTEP_OUTCOME_FAIL:
      return _ ("✗ Failed");
    case LOCKSTEP_OUTCOME_SKIPPED:
      return _ ("– Skipped");
    case LOCKSTEP_OUTCOME_PENDING:
    case LOCKSTEP_OUTCOME_UNKNOWN:
    default:
      return _ ("? Could not look");
    }
}

static void
add_checks (LockstepHtml *self, const LockstepTargetDiagnosis *target)
{
  lockstep_html_open (self, "div", "card");
  lockstep_html_open (self, "table", NULL);
  for (guint i = 0; i < target->checks->len; i++)
    {
      const LockstepCheckResult *result = g_ptr_array_index (target->checks, i);

      lockstep_html_open (self, "tr", NULL);
      lockstep_html_element (self,
                             "td",
                             lockstep_outcome_to_string (result->outcome),
                             describe_outcome (result->outcome));
      lockstep_html_element (self, "th", NULL, lockstep_report_check_title (self->report, result));
      lockstep_html_open (self, "td", NULL);
      lockstep_html_text (self, result->summary);
      lockstep_html_close (self, "td");
      lockstep_html_close (self, "tr");
    }
  lockstep_html_close (self, "table");
  lockstep_html_close (self, "div");
}

static void
add_row (LockstepHtml *self, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  lockstep_html_open (self, "tr", NULL);
  lockstep_html_element (self, "th", NULL, name);
  lockstep_html_element (self, "td", NULL, value);
  lockstep_html_close (self, "tr");
}

static void
add_certificate (LockstepHtml *self, const LockstepLink *link)
{
  g_autoptr (LockstepCertificate) certificate = lockstep_certificate_new (link->der, NULL);
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  g_autofree char *names = NULL;
  g_autofree char *pem = NULL;

  if (certificate == NULL)
    return;

  from = lockstep_text_date_time (certificate->not_before);
  until = lockstep_text_date_time (certificate->not_after);
  lockstep_html_open (self, "table", NULL);
  add_row (self, _ ("Subject"), certificate->subject);
  add_row (self, _ ("Issuer"), certificate->issuer);
  add_row (self, _ ("Serial number"), certificate->serial);
  add_row (self, _ ("Valid from"), from);
  add_row (self, _ ("Valid until"), until);
  if (!self->report->hides_names && certificate->names != NULL)
    {
      names = g_strjoinv (", ", certificate->names);
      add_row (self, _ ("Names"), names);
    }
  add_row (self, _ ("Key"), certificate->key);
  add_row (self, _ ("Signature"), certificate->signature);
  add_row (self, _ ("Fingerprint (SHA-256)"), certificate->sha256);
  lockstep_html_close (self, "table");

  if (self->report->hides_names)
    return;

  pem = lockstep_certificate_to_pem (link->der);
  lockstep_html_element (self, "pre", NULL, pem);
}

static void
add_chain (LockstepHtml *self, const LockstepObservation *observation)
{
  if (observation->chain->len == 0)
    return;

  lockstep_html_open (self, "details", "card");
  lockstep_html_element (self, "summary", NULL, _ ("Everything in the certificates"));
  for (guint i = 0; i < observation->chain->len; i++)
    add_certificate (self, g_ptr_array_index (observation->chain, i));
  lockstep_html_close (self, "details");
}

void
lockstep_html_add_observation (LockstepHtml *self, guint index)
{
  const LockstepTargetDiagnosis *target = lockstep_report_nth (self->report, index);
  g_autofree char *place = lockstep_report_place (self->report, index);

  lockstep_html_open (self, "section", NULL);
  lockstep_html_element (self, "h2", NULL, place);
  if (target->observation->role == LOCKSTEP_ROLE_EVIDENCE)
    lockstep_html_element (self, "p", "second", _ ("Looked at for comparison only."));
  add_checks (self, target);
  lockstep_html_add_pictures (self, index);
  add_chain (self, target->observation);
  lockstep_html_close (self, "section");
}
