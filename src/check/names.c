/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/judge.h"

const char *const lockstep_check_names_findings[] = {
  "unknown", "right", "wrong", "common-name-only", NULL,
};

/* Without a subject alternative name the fact certificate.names holds the common name, which
 * today's clients pass over (RFC 9525, 2); it then stands in the list and still does not match. */
static gboolean
is_common_name (const LockstepCheckInput *input)
{
  const char *const *names =
      lockstep_fact_set_get_list (input->facts, LOCKSTEP_FACT_CERTIFICATE_NAMES);
  const char *asked = lockstep_fact_set_get_string (input->facts, LOCKSTEP_FACT_RUN_SERVER_NAME);

  if (asked == NULL)
    asked = input->target->host;

  return names != NULL && names[0] != NULL && g_ascii_strcasecmp (names[0], asked) == 0;
}

LockstepJudgement
lockstep_check_names_judge (const LockstepCheckInput *input)
{
  if (!lockstep_fact_set_has (input->facts, LOCKSTEP_FACT_CERTIFICATE_NAME_MATCHES))
    return LOCKSTEP_JUDGED (UNKNOWN, "unknown");
  if (lockstep_fact_set_get_boolean (input->facts, LOCKSTEP_FACT_CERTIFICATE_NAME_MATCHES))
    return LOCKSTEP_JUDGED (PASS, "right");

  return is_common_name (input) ? LOCKSTEP_JUDGED (FAIL, "common-name-only")
                                : LOCKSTEP_JUDGED (FAIL, "wrong");
}
