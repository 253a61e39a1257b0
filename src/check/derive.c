/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/check.h"

#include "base/text.h"
#include "x509/certificate.h"

#define DAY G_GINT64_CONSTANT (86400)

/* A certificate expires soon in its last 30 days, or in the last third of a shorter life. */
#define SOON_DAYS 30

/* Two clocks agree when they are not further apart than this; HTTP tells whole seconds only. */
#define CLOCK_SECONDS 60

/* Both ends belong to the validity (RFC 5280, 4.1.2.5). */
static const char *
judge_validity (gint64 at, gint64 not_before, gint64 not_after)
{
  gint64 soon = SOON_DAYS * DAY;

  if (at > not_after)
    return "expired";
  if (at < not_before)
    return "not-yet-valid";

  soon = MIN (soon, (not_after - not_before) / 3);

  return not_after - at <= soon ? "expires-soon" : "valid";
}

static void
derive_validity (LockstepFactSet *facts)
{
  gint64 at, not_before, not_after;

  if (!lockstep_fact_set_has (facts, LOCKSTEP_FACT_RUN_AT) ||
      !lockstep_fact_set_has (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_BEFORE) ||
      !lockstep_fact_set_has (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER))
    return;

  at = lockstep_fact_set_get_time (facts, LOCKSTEP_FACT_RUN_AT);
  not_before = lockstep_fact_set_get_time (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_BEFORE);
  not_after = lockstep_fact_set_get_time (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER);

  lockstep_fact_set_word (facts,
                          LOCKSTEP_FACT_CERTIFICATE_VALIDITY,
                          judge_validity (at, not_before, not_after));
  lockstep_fact_set_integer (facts,
                             LOCKSTEP_FACT_CERTIFICATE_DAYS_LEFT,
                             lockstep_text_calendar_days (at, not_after));
}

static void
derive_name (const LockstepObservation *target, LockstepFactSet *facts)
{
  const char *asked = lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_RUN_SERVER_NAME);
  const LockstepLink *leaf;

  if (target->chain->len == 0)
    return;

  leaf = g_ptr_array_index (target->chain, 0);
  lockstep_fact_set_boolean (
      facts,
      LOCKSTEP_FACT_CERTIFICATE_NAME_MATCHES,
      lockstep_certificate_matches (leaf->der, asked != NULL ? asked : target->host));
}

/* How bad a validity is, so that the worst of several can be told. */
static guint
rank_validity (const char *word)
{
  static const char *const order[] = { "valid", "expires-soon", "not-yet-valid", "expired" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (g_str_equal (word, order[i]))
      return i;

  return 0;
}

static void
derive_issuers (const LockstepObservation *target, LockstepFactSet *facts)
{
  gint64 at = lockstep_fact_set_get_time (facts, LOCKSTEP_FACT_RUN_AT);
  const char *worst = NULL;

  if (!lockstep_fact_set_has (facts, LOCKSTEP_FACT_RUN_AT))
    return;

  for (guint i = 1; i < target->chain->len; i++)
    {
      const LockstepLink *link = g_ptr_array_index (target->chain, i);
      g_autoptr (LockstepCertificate) issuer = NULL;
      const char *validity;

      if (!link->in_path)
        continue;

      issuer = lockstep_certificate_new (link->der, NULL);
      if (issuer == NULL)
        continue;

      validity = judge_validity (at, issuer->not_before, issuer->not_after);
      if (worst == NULL || rank_validity (validity) > rank_validity (worst))
        worst = validity;
    }

  if (worst != NULL)
    lockstep_fact_set_word (facts, LOCKSTEP_FACT_CHAIN_ISSUER_VALIDITY, worst);
}

static void
derive_clock (LockstepFactSet *facts)
{
  gint64 offset = lockstep_fact_set_get_integer (facts, LOCKSTEP_FACT_CLOCK_OFFSET);

  if (lockstep_fact_set_has (facts, LOCKSTEP_FACT_CLOCK_OFFSET))
    lockstep_fact_set_boolean (facts,
                               LOCKSTEP_FACT_CLOCK_AGREES,
                               offset >= -CLOCK_SECONDS && offset <= CLOCK_SECONDS);
}

static void
derive_dcm (LockstepFactSet *facts)
{
  gint64 read = lockstep_fact_set_get_time (facts, LOCKSTEP_FACT_DCM_NOT_AFTER);
  gint64 seen = lockstep_fact_set_get_time (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER);

  if (!lockstep_fact_set_has (facts, LOCKSTEP_FACT_DCM_NOT_AFTER))
    return;

  if (lockstep_fact_set_has (facts, LOCKSTEP_FACT_RUN_AT))
    lockstep_fact_set_word (
        facts,
        LOCKSTEP_FACT_DCM_VALIDITY,
        lockstep_fact_set_get_time (facts, LOCKSTEP_FACT_RUN_AT) > read ? "expired" : "valid");

  /* DCM shows the date in the server's time zone, and a person reads the day only. */
  if (lockstep_fact_set_has (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER))
    lockstep_fact_set_boolean (facts,
                               LOCKSTEP_FACT_DCM_AGREES,
                               ABS (lockstep_text_calendar_days (read, seen)) <= 1);
}

LockstepFactSet *
lockstep_check_derive (const LockstepScene *scene, const LockstepObservation *target)
{
  LockstepFactSet *facts = lockstep_fact_set_copy (scene->facts);

  lockstep_fact_set_merge (facts, target->facts);
  derive_validity (facts);
  derive_name (target, facts);
  derive_issuers (target, facts);
  derive_clock (facts);
  derive_dcm (facts);

  return facts;
}
