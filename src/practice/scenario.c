/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/scenario.h"

#include "practice/server.h"

static const char *const usual[] = { "signon", "database", "telnet", NULL };
static const char *const telnet_first[] = { "telnet", "signon", "database", NULL };

/* Adding a scenario: a line here, one entry in data/catalog.json and
 * one row in tests/practice/test-server.c. */
static const LockstepScenario scenarios[] = {
  { "healthy", LOCKSTEP_CERTIFICATE_GOOD, LOCKSTEP_ANSWER_TLS, NULL, usual },
  { "expired-certificate", LOCKSTEP_CERTIFICATE_EXPIRED, LOCKSTEP_ANSWER_TLS, NULL, usual },
  { "expired-not-served",
    LOCKSTEP_CERTIFICATE_EXPIRED,
    LOCKSTEP_ANSWER_RESET,
    "telnet",
    telnet_first },
  { "not-yet-valid", LOCKSTEP_CERTIFICATE_NOT_YET_VALID, LOCKSTEP_ANSWER_TLS, NULL, usual },
  { "self-signed", LOCKSTEP_CERTIFICATE_SELF_SIGNED, LOCKSTEP_ANSWER_TLS, NULL, usual },
  { "unknown-issuer", LOCKSTEP_CERTIFICATE_OTHER_ISSUER, LOCKSTEP_ANSWER_TLS, NULL, usual },
  { "wrong-name", LOCKSTEP_CERTIFICATE_OTHER_NAME, LOCKSTEP_ANSWER_TLS, NULL, usual },
  { "reset-after-client-hello", LOCKSTEP_CERTIFICATE_GOOD, LOCKSTEP_ANSWER_RESET, NULL, usual },
  { "silent", LOCKSTEP_CERTIFICATE_GOOD, LOCKSTEP_ANSWER_SILENT, NULL, usual },
  { "plain-http", LOCKSTEP_CERTIFICATE_GOOD, LOCKSTEP_ANSWER_HTTP, NULL, usual },
  { "not-started", LOCKSTEP_CERTIFICATE_GOOD, LOCKSTEP_ANSWER_ABSENT, "telnet", telnet_first },
};

const char *const *
lockstep_practice_scenarios (void)
{
  static const char *names[G_N_ELEMENTS (scenarios) + 1];
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
        names[i] = scenarios[i].id;
      g_once_init_leave (&made, 1);
    }

  return names;
}

const LockstepScenario *
lockstep_scenario_lookup (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    if (g_strcmp0 (scenarios[i].id, id) == 0)
      return &scenarios[i];

  return NULL;
}

LockstepAnswer
lockstep_scenario_get_answer (const LockstepScenario *self, const char *service)
{
  g_return_val_if_fail (self != NULL, LOCKSTEP_ANSWER_TLS);

  if (self->broken == NULL || g_strcmp0 (self->broken, service) == 0)
    return self->answer;

  return LOCKSTEP_ANSWER_TLS;
}
