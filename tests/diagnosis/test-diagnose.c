/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "diagnosis/sample.h"

#define MAX_LINES 5

#define HEALTHY LOCKSTEP_VERDICT_HEALTHY
#define ATTENTION LOCKSTEP_VERDICT_ATTENTION
#define INCONCLUSIVE LOCKSTEP_VERDICT_INCONCLUSIVE
#define FAULTY LOCKSTEP_VERDICT_FAULTY

/* A scene, its verdict and its causes: "id:confidence" of the diagnosis, in order. */
static const struct
{
  const char *name;
  const char *lines[MAX_LINES];
  LockstepVerdict verdict;
  const char *causes;
} rows[] = {
  { "nothing-seen", { "T signon 9476" }, INCONCLUSIVE, "" },
  { "healthy", { "T signon 9476" FINE }, HEALTHY, "" },
  { "healthy-http-clock",
    { "T https 443" FINE "clock.offset=2 https.certificate-sha256=AA https.outcome=answered" },
    HEALTHY,
    "" },
  { "cancelled-before-the-chain", { "T signon 9476" SHAKEN }, INCONCLUSIVE, "" },
  { "name-not-found",
    { "T signon 9476 name.outcome=not-found" },
    FAULTY,
    "name.not-found:certain" },
  { "name-service-silent",
    { "T signon 9476 name.outcome=failed" },
    INCONCLUSIVE,
    "name.lookup-failed:certain" },
  { "no-route",
    { "T signon 9476 name.outcome=found port.outcome=unreachable" },
    FAULTY,
    "network.unreachable:certain" },
  { "port-refused", { "T - 8443 port.outcome=refused" }, FAULTY, "port.refused:certain" },
  { "port-silent", { "T - 8443 port.outcome=silent" }, FAULTY, "port.silent:certain" },
  { "port-not-tried", { "T - 8443 port.outcome=failed" }, INCONCLUSIVE, "" },
  { "not-started-beside-others",
    { "T telnet 992 port.outcome=refused", "E signon 9476" FINE },
    FAULTY,
    "service.not-started:likely" },
  { "not-started-on-both-ports",
    { "T signon 9476 port.outcome=refused plain.port=8476 plain.outcome=refused" },
    FAULTY,
    "port.refused:certain service.not-started:possible" },
  { "no-certificate-assigned",
    { "T signon 9476 port.outcome=refused plain.port=8476 plain.outcome=open",
      "E central 9470" FINE },
    FAULTY,
    "service.no-certificate:likely" },
  { "tls-not-allowed",
    { "T telnet 992 port.outcome=refused plain.port=23 plain.outcome=open" },
    FAULTY,
    "service.tls-not-allowed:likely" },
  { "reset-alone",
    { "T - 8443" DROPPED "look.wait=quiet" },
    FAULTY,
    "handshake.reset:certain service.certificate-unusable:possible" },
  { "closed-alone",
    { "T - 8443" REACHED "handshake.outcome=closed handshake.stage=client-hello" },
    FAULTY,
    "handshake.closed:certain service.certificate-unusable:possible" },
  { "reset-by-all",
    { "T signon 9476" DROPPED, "T telnet 992" DROPPED, "E database 9471" DROPPED },
    FAULTY,
    "handshake.reset:certain service.certificate-unusable:possible" },
  { "reset-on-accept", { "T - 8443" DROPPED "look.wait=reset" }, FAULTY, "port.reset:certain" },
  { "reset-only-when-tls13-is-offered",
    { "T - 8443" DROPPED "look.wait=quiet look.tls12=complete" },
    FAULTY,
    "handshake.reset:certain" },
  { "expired-not-served",
    { "T telnet 992" DROPPED "look.wait=quiet", "E signon 9476" EXPIRED },
    FAULTY,
    "service.certificate-unusable:likely" },
  { "expired-not-served-both-asked-for",
    { "T telnet 992" DROPPED, "T signon 9476" EXPIRED },
    FAULTY,
    "service.certificate-unusable:likely certificate.expired:certain" },
  { "unusable-beside-healthy",
    { "T telnet 992" DROPPED, "E signon 9476" FINE },
    FAULTY,
    "service.certificate-unusable:likely" },
  { "unusable-plain-port-open",
    { "T telnet 992" DROPPED "plain.port=23 plain.outcome=open" },
    FAULTY,
    "service.certificate-unusable:likely" },
  { "expired-read-in-dcm",
    { "dcm.not-after=-12d", "T telnet 992" DROPPED, "E signon 9476" EXPIRED },
    FAULTY,
    "certificate.expired:likely" },
  { "valid-read-in-dcm",
    { "dcm.not-after=+12d", "T telnet 992" DROPPED },
    FAULTY,
    "handshake.reset:certain service.certificate-unusable:possible" },
  { "silent",
    { "T signon 9476" REACHED "handshake.outcome=silent handshake.stage=client-hello" },
    FAULTY,
    "handshake.silent:certain" },
  { "interrupted",
    { "T signon 9476" REACHED "handshake.outcome=reset handshake.stage=server-hello-done" },
    FAULTY,
    "handshake.interrupted:certain" },
  { "plain-http",
    { "T signon 9476" REACHED "handshake.outcome=not-tls handshake.protocol=http" },
    FAULTY,
    "handshake.not-tls:certain" },
  { "alert",
    { "T - 1" REACHED "handshake.outcome=alert handshake.alert=internal_error "
      "handshake.stage=client-hello" },
    FAULTY,
    "handshake.alert:certain" },
  { "alert-handshake-failure",
    { "T - 1" REACHED "handshake.outcome=alert handshake.alert=handshake_failure "
      "handshake.client-certificate=false" },
    FAULTY,
    "handshake.alert:certain handshake.cipher-mismatch:possible" },
  { "client-certificate-tls12",
    { "T - 1" REACHED "handshake.outcome=alert handshake.alert=handshake_failure "
      "handshake.client-certificate=true" },
    FAULTY,
    "handshake.client-certificate:certain" },
  { "client-certificate-tls13",
    { "T - 1" REACHED "handshake.outcome=alert handshake.alert=certificate_required "
      "handshake.client-certificate=true" },
    FAULTY,
    "handshake.client-certificate:certain" },
  { "no-common-version",
    { "T - 1" REACHED "handshake.outcome=alert handshake.alert=protocol_version" },
    FAULTY,
    "handshake.protocol-version:certain" },
  { "old-version-only",
    { "T - 1" REACHED
      "handshake.outcome=complete handshake.version=TLSv1 " NAMED TRUSTED DATES ("-9d", "+400d") },
    FAULTY,
    "handshake.protocol-version:certain" },
  { "garbled",
    { "T - 1" REACHED "handshake.outcome=garbled handshake.stage=server-hello" },
    FAULTY,
    "handshake.garbled:certain" },
  { "expired", { "T signon 9476" EXPIRED }, FAULTY, "certificate.expired:certain" },
  { "expired-everywhere",
    { "T signon 9476" EXPIRED, "E telnet 992" EXPIRED },
    FAULTY,
    "certificate.expired:certain" },
  { "renewed-but-not-assigned",
    { "T signon 9476" EXPIRED "plain.port=8476", "E telnet 992" FINE "plain.port=23" },
    FAULTY,
    "service.old-certificate:likely" },
  { "expired-evidence-is-no-fault", { "T signon 9476" FINE, "E telnet 992" EXPIRED }, HEALTHY, "" },
  { "not-yet-valid",
    { "T signon 9476" SHAKEN NAMED TRUSTED DATES ("+41d", "+400d") },
    FAULTY,
    "certificate.not-yet-valid:certain" },
  { "expires-soon",
    { "T signon 9476" SHAKEN NAMED TRUSTED DATES ("-352d", "+13d") },
    ATTENTION,
    "certificate.expires-soon:certain" },
  { "dates-before-trust",
    { "T signon 9476" SHAKEN NAMED "chain.trust=unknown-issuer " DATES ("-377d", "-12d") },
    FAULTY,
    "certificate.expired:certain certificate.unknown-issuer:certain" },
  { "self-signed",
    { "T signon 9476" SHAKEN NAMED "chain.trust=self-signed " DATES ("-9d", "+300d") },
    FAULTY,
    "certificate.self-signed:certain" },
  { "issuer-missing",
    { "T signon 9476" SHAKEN NAMED "chain.trust=issuer-missing " DATES ("-9d", "+300d") },
    FAULTY,
    "certificate.issuer-missing:certain" },
  { "bad-signature",
    { "T signon 9476" SHAKEN NAMED "chain.trust=bad-signature " DATES ("-9d", "+300d") },
    FAULTY,
    "certificate.bad-signature:certain" },
  { "issuer-not-a-ca",
    { "T signon 9476" SHAKEN NAMED "chain.trust=not-a-ca " DATES ("-9d", "+300d") },
    FAULTY,
    "certificate.issuer-not-a-ca:certain" },
  { "not-accepted-for-another-reason",
    { "T signon 9476" SHAKEN NAMED "chain.trust=other " DATES ("-9d", "+300d") },
    FAULTY,
    "" },
  { "issuer-expired",
    { "T signon 9476" FINE "chain.issuer-validity=expired" },
    FAULTY,
    "certificate.issuer-expired:certain" },
  { "wrong-name",
    { "T signon 9476" SHAKEN TRUSTED
      "certificate.name-matches=false certificate.names=other " DATES ("-9d", "+300d") },
    FAULTY,
    "certificate.wrong-name:certain" },
  { "wrong-usage",
    { "T signon 9476" FINE "certificate.key=RSA_2048 certificate.usable-by-server=false" },
    FAULTY,
    "certificate.wrong-usage:certain" },
  { "clock-years-ahead",
    { "T https 443" EXPIRED "clock.offset=-63072000" },
    FAULTY,
    "clock.this-computer:likely" },
  { "clock-a-minute-off",
    { "T https 443" EXPIRED "clock.offset=-90" },
    FAULTY,
    "certificate.expired:certain" },
};

/* What holds for every diagnosis, whatever was seen. */
static void
check_properties (const LockstepDiagnosis *diagnosis)
{
  for (guint i = 0; i < diagnosis->causes->len; i++)
    {
      const LockstepCause *cause = g_ptr_array_index (diagnosis->causes, i);
      const LockstepCause *next =
          i + 1 < diagnosis->causes->len ? g_ptr_array_index (diagnosis->causes, i + 1) : NULL;

      g_assert_null (cause->explained_by);
      g_assert_nonnull (cause->because[0]);
      g_assert_nonnull (cause->remedies[0]);
      g_assert_cmpuint (cause->targets->len, >, 0);
      for (guint j = 0; cause->because[j] != NULL; j++)
        g_assert_null (strchr (cause->because[j], '{'));
      for (guint j = 0; j < cause->targets->len; j++)
        {
          guint index = g_array_index (cause->targets, guint, j);
          const LockstepTargetDiagnosis *target =
              g_ptr_array_index (diagnosis->observations, index);

          g_assert_cmpint (target->observation->role, ==, LOCKSTEP_ROLE_TARGET);
        }
      if (next != NULL && cause->confidence == LOCKSTEP_CONFIDENCE_POSSIBLE)
        g_assert_cmpint (next->confidence, ==, LOCKSTEP_CONFIDENCE_POSSIBLE);
    }

  for (guint i = 0; i < diagnosis->observations->len; i++)
    {
      const LockstepTargetDiagnosis *target = g_ptr_array_index (diagnosis->observations, i);

      for (guint j = 0; j < target->checks->len; j++)
        {
          const LockstepCheckResult *check = g_ptr_array_index (target->checks, j);

          g_assert_cmpstr (check->summary, !=, "");
          g_assert_null (strchr (check->summary, '{'));
        }
    }
}

static void
test_row (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autoptr (LockstepDiagnosis) diagnosis = sample_diagnose (rows[row].lines);
  g_autofree char *causes = sample_list_causes (diagnosis->causes);

  g_assert_cmpstr (causes, ==, rows[row].causes);
  g_assert_cmpstr (lockstep_verdict_to_string (diagnosis->verdict),
                   ==,
                   lockstep_verdict_to_string (rows[row].verdict));
  check_properties (diagnosis);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/diagnosis/scene/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }

  return g_test_run ();
}
