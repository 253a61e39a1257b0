/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report.h"

#include "base/target.h"
#include "x509/certificate.h"

/* Words of a pasted message after which a user's name follows, and the form of a job's name. */
static const char *const user_patterns[] = {
  "\\b(?:user|userid|user id|user name|user profile|benutzer)\\s*[:=]\\s*([^\\s,;.)]{2,64})",
  "\\b(?:[Uu]ser|USER)\\s+([A-Z][A-Z0-9_#@$]{1,9})\\b",
  "\\b[0-9]{6}/([A-Z][A-Z0-9_#@$]{0,9})/[A-Z][A-Z0-9_#@$]{0,9}",
};

static void
add_users (LockstepRedaction *redaction, const char *text)
{
  if (text == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (user_patterns); i++)
    {
      GRegexCompileFlags flags = i == 0 ? G_REGEX_CASELESS : (GRegexCompileFlags) 0;
      g_autoptr (GRegex) regex = g_regex_new (user_patterns[i], flags, 0, NULL);
      g_autoptr (GMatchInfo) info = NULL;

      for (gboolean found = g_regex_match (regex, text, 0, &info); found;
           found = g_match_info_next (info, NULL))
        {
          g_autofree char *user = g_match_info_fetch (info, 1);

          /* System users name nobody. */
          if (!g_str_has_prefix (user, "Q"))
            lockstep_redaction_add_user (redaction, user);
        }
    }
}

static void
add_names_of (LockstepRedaction *redaction, GBytes *der)
{
  g_autoptr (LockstepCertificate) certificate = lockstep_certificate_new (der, NULL);

  if (certificate == NULL)
    return;

  for (guint i = 0; certificate->names != NULL && certificate->names[i] != NULL; i++)
    lockstep_redaction_add_host (redaction, certificate->names[i]);

  /* A common name with a dot and no blank is a host's, whatever else it may be. */
  if (certificate->common_name != NULL && strchr (certificate->common_name, '.') != NULL &&
      strchr (certificate->common_name, ' ') == NULL)
    lockstep_redaction_add_host (redaction, certificate->common_name);
}

static void
add_list (LockstepRedaction *redaction, const char *const *addresses)
{
  for (guint i = 0; addresses != NULL && addresses[i] != NULL; i++)
    lockstep_redaction_add_address (redaction, addresses[i]);
}

static void
add_scene (LockstepRedaction *redaction, const LockstepScene *scene)
{
  for (guint i = 0; i < scene->observations->len; i++)
    {
      const LockstepObservation *observation = lockstep_scene_get (scene, i);

      lockstep_redaction_add_host (redaction, observation->host);
      lockstep_redaction_add_address (redaction, observation->address);
      add_list (redaction,
                lockstep_fact_set_get_list (observation->facts, LOCKSTEP_FACT_NAME_ADDRESSES));
      lockstep_redaction_add_host (
          redaction,
          lockstep_fact_set_get_string (observation->facts, LOCKSTEP_FACT_HANDSHAKE_SERVER_NAME));

      for (guint c = 0; c < observation->chain->len; c++)
        add_names_of (redaction,
                      ((const LockstepLink *) g_ptr_array_index (observation->chain, c))->der);
    }
}

LockstepRedaction *
lockstep_report_redaction (LockstepCase *subject, LockstepRedactionKinds kinds)
{
  LockstepRedaction *redaction;
  const LockstepRecognition *recognition;
  const LockstepPlan *plan;
  LockstepDiagnosis *diagnosis;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (subject), NULL);

  redaction = lockstep_redaction_new (kinds);
  recognition = lockstep_case_get_recognition (subject);
  plan = lockstep_case_get_plan (subject);

  for (guint i = 0; i < plan->targets->len; i++)
    lockstep_redaction_add_host (
        redaction,
        ((const LockstepPlanTarget *) g_ptr_array_index (plan->targets, i))->host);
  lockstep_redaction_add_host (redaction, plan->server_name);
  lockstep_redaction_add_host (redaction, recognition->host);

  diagnosis = lockstep_case_get_diagnosis (subject);
  if (diagnosis != NULL)
    add_scene (redaction, diagnosis->scene);
  diagnosis = lockstep_case_get_before (subject);
  if (diagnosis != NULL)
    add_scene (redaction, diagnosis->scene);

  add_users (redaction, lockstep_case_get_symptom (subject));

  return redaction;
}
