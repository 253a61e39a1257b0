/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report.h"

#include "x509/certificate.h"

typedef void (*Add) (LockstepRedaction *redaction, const char *name);

/* Where names stand in a text that came from somebody else: a pasted message, what a server says
 * about itself. Adding a form: one line here, one row in tests/report/test-names.c. */
static const struct
{
  const char *pattern;
  GRegexCompileFlags flags;
  Add add;
} forms[] = {
  /* A name of two labels or more that does not end like a file's. */
  { "\\b(?:[a-z0-9_][a-z0-9_-]{0,62}\\.)+"
    "(?!(?:pem|cer|crt|der|kdb|log|txt|conf|jar|class|exe|dll|zip|html|pcap|pcapng)\\b)"
    "[a-z][a-z0-9-]{1,62}\\b",
    G_REGEX_CASELESS,
    lockstep_redaction_add_host },
  { "\\b(?:user|user ?id|user name|user profile|benutzer|benutzer-?id|benutzername)\\s*[:=]\\s*"
    "([^\\s,;.)]{2,64})",
    G_REGEX_CASELESS,
    lockstep_redaction_add_user },
  { "\\b(?:[Uu]ser|USER|Benutzer)(?:\\s+(?:ID|id|[Nn]ame|NAME|[Pp]rofile|PROFILE))?\\s+"
    "(?!ID\\b|NAME\\b|PROFILE\\b)([A-Z][A-Z0-9_#@$]{1,9})\\b",
    0,
    lockstep_redaction_add_user },
  /* A job, 123456/USER/NAME. */
  { "\\b[0-9]{6}/([A-Z][A-Z0-9_#@$]{0,9})/[A-Z][A-Z0-9_#@$]{0,9}", 0, lockstep_redaction_add_user },
  { "\\b([a-z0-9][a-z0-9._%+-]{0,63})@[a-z0-9]", G_REGEX_CASELESS, lockstep_redaction_add_user },
  { "(?:[\\\\/]Users[\\\\/]|/home/)([^\\\\/\\s\":]{1,64})",
    G_REGEX_CASELESS,
    lockstep_redaction_add_user },
};

/* System users name nobody. */
static gboolean
is_system_user (Add add, const char *name)
{
  return add == lockstep_redaction_add_user && g_str_has_prefix (name, "Q");
}

static void
add_matches (LockstepRedaction *redaction, const GRegex *regex, Add add, const char *text)
{
  g_autoptr (GMatchInfo) info = NULL;

  for (gboolean found = g_regex_match (regex, text, 0, &info); found;
       found = g_match_info_next (info, NULL))
    {
      gint last = g_match_info_get_match_count (info) - 1;
      g_autofree char *name = g_match_info_fetch (info, last);

      if (name != NULL && !is_system_user (add, name))
        add (redaction, name);
    }
}

static const GRegex *
get_regex (guint form)
{
  static gsize compiled[G_N_ELEMENTS (forms)];

  if (g_once_init_enter (&compiled[form]))
    {
      GRegex *regex = g_regex_new (forms[form].pattern, forms[form].flags, 0, NULL);

      g_once_init_leave (&compiled[form], (gsize) regex);
    }

  return (const GRegex *) compiled[form];
}

static void
add_names_in (LockstepRedaction *redaction, const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  for (guint i = 0; valid != NULL && i < G_N_ELEMENTS (forms); i++)
    add_matches (redaction, get_regex (i), forms[i].add, valid);
}

/* The server's own certificate is called after the server: on an IBM i often by its system name,
 * which has no dot. Elsewhere a common name with a dot and no blank is a host's. */
static gboolean
is_host (const char *common_name, gboolean is_leaf)
{
  return common_name != NULL && *common_name != '\0' && strchr (common_name, ' ') == NULL &&
         (is_leaf || strchr (common_name, '.') != NULL);
}

static void
add_names_of (LockstepRedaction *redaction, GBytes *der, gboolean is_leaf)
{
  g_autoptr (LockstepCertificate) certificate = lockstep_certificate_new (der, NULL);

  if (certificate == NULL)
    return;

  for (guint i = 0; certificate->names != NULL && certificate->names[i] != NULL; i++)
    lockstep_redaction_add_host (redaction, certificate->names[i]);
  if (is_host (certificate->common_name, is_leaf))
    lockstep_redaction_add_host (redaction, certificate->common_name);
  add_names_in (redaction, certificate->subject);
  add_names_in (redaction, certificate->issuer);
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
      add_names_in (
          redaction,
          lockstep_fact_set_get_string (observation->facts, LOCKSTEP_FACT_HANDSHAKE_FIRST_BYTES));

      for (guint c = 0; c < observation->chain->len; c++)
        add_names_of (redaction,
                      ((const LockstepLink *) g_ptr_array_index (observation->chain, c))->der,
                      c == 0);
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

  add_names_in (redaction, lockstep_case_get_symptom (subject));
  add_names_in (redaction, lockstep_case_get_failure (subject));

  return redaction;
}
