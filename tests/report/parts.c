/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/parts.h"

static void
make_hostile (LockstepObservation *self)
{
  lockstep_fact_set_string (self->facts, LOCKSTEP_FACT_HANDSHAKE_ERROR, HOSTILE);
  lockstep_fact_set_string (self->facts, LOCKSTEP_FACT_CERTIFICATE_ISSUER, HOSTILE);
  lockstep_fact_set_string (self->facts, LOCKSTEP_FACT_CHAIN_MISSING_ISSUER, HOSTILE);
  lockstep_fact_set_string (self->facts, LOCKSTEP_FACT_HANDSHAKE_CIPHER, HOSTILE);
  g_ptr_array_add (self->steps,
                   lockstep_step_new (LOCKSTEP_STEP_PLAIN, TRUE, HOSTILE, HOSTILE, 20000, 1));
}

LockstepCase *
parts_hostile_case (void)
{
  g_autoptr (LockstepScene) scene = lockstep_scene_new (FIXTURE_NOW);
  g_autoptr (LockstepObservation) telnet =
      fixture_observation (FIXTURE_RESET, 992, "telnet", LOCKSTEP_ROLE_TARGET);
  g_autoptr (LockstepObservation) signon =
      fixture_observation (FIXTURE_EXPIRED, 9476, "signon", LOCKSTEP_ROLE_EVIDENCE);
  LockstepCase *subject;

  make_hostile (telnet);
  make_hostile (signon);
  lockstep_fact_set_time (scene->facts, LOCKSTEP_FACT_RUN_AT, FIXTURE_NOW);
  scene->duration = 84000;
  lockstep_scene_put (scene, telnet);
  lockstep_scene_put (scene, signon);
  subject = fixture_case (NULL, scene);
  lockstep_case_set_symptom (subject,
                             FIXTURE_SYMPTOM "\nSystem: " FIXTURE_HOST
                                             ", User: MMUSTER <b>bold</b>");
  lockstep_case_note (subject, "MMUSTER at " FIXTURE_ADDRESS " said " HOSTILE);

  return subject;
}

char *
parts_render_redacted (LockstepCase *subject, PartsRender render)
{
  g_autoptr (LockstepRedaction) redaction = lockstep_report_redaction (subject, ALL_KINDS);
  LockstepReportOptions options = { redaction, FALSE };

  return render (subject, &options);
}

void
parts_assert_redacted (const char *text)
{
  static const char *const names[] = { FIXTURE_HOST, FIXTURE_ADDRESS, "mmuster" };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *found = strstr (lower, names[i]);

      if (found != NULL)
        g_test_message ("%.60s", found - MIN (40, found - lower));
      g_assert_null (found);
    }
}
