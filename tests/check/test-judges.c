/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/check.h"

#include "check/scene.h"

#define MAX_OTHERS 3

#define OUT_PASS LOCKSTEP_OUTCOME_PASS
#define OUT_LOOK LOCKSTEP_OUTCOME_ATTENTION
#define OUT_FAIL LOCKSTEP_OUTCOME_FAIL
#define OUT_SKIP LOCKSTEP_OUTCOME_SKIPPED
#define OUT_NONE LOCKSTEP_OUTCOME_UNKNOWN

#define RESET "handshake.outcome=reset handshake.stage=client-hello"
#define SHOWS(sha, end)                                                                            \
  "port.outcome=open handshake.outcome=complete certificate.sha256=" sha                           \
  " certificate.not-before=-300d certificate.not-after=" end

static const struct
{
  const char *check;
  const char *facts; /* of the target that is judged */
  const char *others[MAX_OTHERS];
  LockstepOutcome outcome;
  const char *finding;
} rows[] = {
  { "name", "name.outcome=found", { NULL }, OUT_PASS, "known" },
  { "name", "name.outcome=address", { NULL }, OUT_PASS, "address" },
  { "name", "name.outcome=not-found", { NULL }, OUT_FAIL, "not-found" },
  { "name", "name.outcome=failed", { NULL }, OUT_NONE, "unanswered" },

  { "port", "port.outcome=open", { NULL }, OUT_PASS, "open" },
  { "port", "port.outcome=refused", { NULL }, OUT_FAIL, "refused" },
  { "port", "port.outcome=silent", { NULL }, OUT_FAIL, "silent" },
  { "port", "port.outcome=unreachable", { NULL }, OUT_FAIL, "no-route" },
  { "port", "port.outcome=failed", { NULL }, OUT_NONE, "failed" },

  { "plain", "plain.outcome=open", { NULL }, OUT_PASS, "open" },
  { "plain", "plain.outcome=refused port.outcome=open", { NULL }, OUT_PASS, "closed" },
  { "plain", "plain.outcome=refused port.outcome=refused", { NULL }, OUT_LOOK, "closed" },
  { "plain", "plain.outcome=silent", { NULL }, OUT_NONE, "silent" },
  { "plain", "port.outcome=open", { NULL }, OUT_SKIP, "not-looked" },

  { "reach", "port.outcome=open", { NULL }, OUT_PASS, "one" },
  { "reach", "port.outcome=open", { "T - 1 port.outcome=open" }, OUT_PASS, "all" },
  { "reach", "port.outcome=open", { "E - 1 port.outcome=refused" }, OUT_PASS, "one" },
  { "reach", "port.outcome=open", { "T - 1 port.outcome=silent" }, OUT_FAIL, "some-silent" },
  { "reach", "port.outcome=silent", { "T - 1 port.outcome=open" }, OUT_FAIL, "some-silent" },
  { "reach", "port.outcome=open", { "T - 1 port.outcome=refused" }, OUT_FAIL, "some-refused" },
  { "reach", "port.outcome=refused", { "T - 1 port.outcome=open" }, OUT_FAIL, "refused" },
  { "reach", "port.outcome=refused", { "T - 1 port.outcome=silent" }, OUT_FAIL, "refused" },
  { "reach", "port.outcome=silent", { NULL }, OUT_FAIL, "nothing-one" },
  { "reach", "port.outcome=silent", { "T - 1 port.outcome=silent" }, OUT_FAIL, "nothing" },
  { "reach", "port.outcome=unreachable", { NULL }, OUT_FAIL, "no-route" },
  { "reach", "name.outcome=not-found", { NULL }, OUT_FAIL, "name-unknown" },
  { "reach", "name.outcome=failed", { NULL }, OUT_NONE, "unanswered" },
  { "reach", "port.outcome=failed", { NULL }, OUT_NONE, "unknown" },

  { "handshake", RESET, { NULL }, OUT_FAIL, "reset" },
  { "handshake", RESET " look.wait=quiet", { NULL }, OUT_FAIL, "reset" },
  { "handshake", RESET " look.wait=reset", { NULL }, OUT_FAIL, "cut-at-once" },
  { "handshake",
    "handshake.outcome=closed handshake.stage=connected",
    { NULL },
    OUT_FAIL,
    "closed" },
  { "handshake",
    "handshake.outcome=silent handshake.stage=client-hello",
    { NULL },
    OUT_FAIL,
    "silent" },
  { "handshake",
    "handshake.outcome=reset handshake.stage=server-hello",
    { NULL },
    OUT_FAIL,
    "interrupted" },
  { "handshake",
    "handshake.outcome=silent handshake.stage=certificate",
    { NULL },
    OUT_FAIL,
    "stalled" },
  { "handshake",
    "handshake.outcome=complete handshake.version=TLSv1.2",
    { NULL },
    OUT_PASS,
    "agreed" },
  { "handshake",
    "handshake.outcome=complete handshake.version=TLSv1.1",
    { NULL },
    OUT_FAIL,
    "old-version" },
  { "handshake",
    "handshake.outcome=alert handshake.alert=protocol_version",
    { NULL },
    OUT_FAIL,
    "no-version" },
  { "handshake",
    "handshake.outcome=alert handshake.alert=insufficient_security",
    { NULL },
    OUT_FAIL,
    "no-cipher" },
  { "handshake",
    "handshake.outcome=alert handshake.alert=handshake_failure",
    { NULL },
    OUT_FAIL,
    "alert" },
  { "handshake",
    "handshake.outcome=alert handshake.alert=handshake_failure handshake.client-certificate=true",
    { NULL },
    OUT_FAIL,
    "client-certificate" },
  { "handshake",
    "handshake.outcome=alert handshake.alert=certificate_required",
    { NULL },
    OUT_FAIL,
    "client-certificate" },
  { "handshake",
    "handshake.outcome=declined-by-us handshake.alert-sent=protocol_version",
    { NULL },
    OUT_FAIL,
    "no-version" },
  { "handshake", "handshake.outcome=declined-by-us", { NULL }, OUT_FAIL, "garbled" },
  { "handshake", "handshake.outcome=garbled", { NULL }, OUT_FAIL, "garbled" },
  { "handshake", "handshake.outcome=not-tls", { NULL }, OUT_FAIL, "not-tls" },
  { "handshake", "handshake.outcome=unreached", { NULL }, OUT_NONE, "unknown" },

  { "clock", "clock.offset=60", { NULL }, OUT_PASS, "same" },
  { "clock", "clock.offset=61", { NULL }, OUT_LOOK, "apart" },
  { "clock", "clock.offset=-60", { NULL }, OUT_PASS, "same" },
  { "clock", "clock.offset=-61", { NULL }, OUT_LOOK, "apart" },
  { "clock", "handshake.outcome=complete", { NULL }, OUT_SKIP, "not-told" },

  { "strength",
    "certificate.key=RSA_2048 certificate.key-bits=2048",
    { NULL },
    OUT_PASS,
    "strong" },
  { "strength",
    "certificate.key=RSA_2047 certificate.key-bits=2047",
    { NULL },
    OUT_LOOK,
    "weak-key" },
  { "strength",
    "certificate.key=EC_prime256v1 certificate.key-bits=256",
    { NULL },
    OUT_PASS,
    "strong" },
  { "strength",
    "certificate.key=EC_prime192v1 certificate.key-bits=192",
    { NULL },
    OUT_LOOK,
    "weak-key" },
  { "strength",
    "certificate.key=RSA_2048 certificate.key-bits=2048 "
    "certificate.signature=sha1WithRSAEncryption",
    { NULL },
    OUT_LOOK,
    "weak-signature" },
  { "strength",
    "certificate.key=RSA_2048 certificate.key-bits=2048 "
    "certificate.signature=sha1WithRSAEncryption certificate.self-signed=true",
    { NULL },
    OUT_PASS,
    "strong" },
  { "strength",
    "certificate.key=RSA_2048 certificate.key-bits=2048 certificate.usable-by-server=false",
    { NULL },
    OUT_FAIL,
    "wrong-usage" },

  { "https",
    "handshake.outcome=complete certificate.sha256=A https.certificate-sha256=A",
    { NULL },
    OUT_PASS,
    "same" },
  { "https",
    "handshake.outcome=complete certificate.sha256=A https.certificate-sha256=B",
    { NULL },
    OUT_LOOK,
    "other" },
  { "https", "handshake.outcome=complete https.outcome=failed", { NULL }, OUT_NONE, "failed" },
  { "https", "handshake.outcome=complete", { NULL }, OUT_SKIP, "not-asked" },

  { "trust", "chain.trust=trusted chain.anchor-source=file", { NULL }, OUT_PASS, "own-ca" },
  { "trust", "chain.trust=trusted chain.anchor-source=system", { NULL }, OUT_PASS, "public-ca" },
  { "trust",
    "chain.trust=trusted chain.anchor-source=file certificate.not-before=-9d "
    "certificate.not-after=-1d",
    { NULL },
    OUT_PASS,
    "own-ca-but-date" },
  { "trust",
    "chain.trust=trusted chain.anchor-source=system certificate.not-before=+1d "
    "certificate.not-after=+9d",
    { NULL },
    OUT_PASS,
    "public-ca-but-date" },
  { "trust", "chain.trust=self-signed", { NULL }, OUT_FAIL, "self-signed" },
  { "trust", "chain.trust=unknown-issuer", { NULL }, OUT_FAIL, "unknown-issuer" },
  { "trust", "chain.trust=issuer-missing", { NULL }, OUT_FAIL, "issuer-missing" },
  { "trust", "chain.trust=bad-signature", { NULL }, OUT_FAIL, "bad-signature" },
  { "trust", "chain.trust=not-a-ca", { NULL }, OUT_FAIL, "not-a-ca" },
  { "trust", "chain.trust=other", { NULL }, OUT_FAIL, "other" },

  { "services", SHOWS ("A", "+90d"), { NULL }, OUT_SKIP, "alone" },
  { "services", SHOWS ("A", "+90d"), { "E - 1 " SHOWS ("A", "+90d") }, OUT_PASS, "same" },
  { "services", SHOWS ("A", "+90d"), { "E - 1 " SHOWS ("B", "+80d") }, OUT_PASS, "differ" },
  { "services", SHOWS ("A", "-1d"), { "E - 1 " SHOWS ("A", "-1d") }, OUT_FAIL, "same-expired" },
  { "services", SHOWS ("A", "-1d"), { "E - 1 " SHOWS ("B", "+90d") }, OUT_LOOK, "behind" },
  { "services", SHOWS ("A", "+90d"), { "E - 1 " SHOWS ("B", "-1d") }, OUT_LOOK, "other-behind" },
  { "services", SHOWS ("A", "+90d"), { "E - 1 port.outcome=refused" }, OUT_NONE, "unknown" },
  { "services", RESET, { "E - 1 " SHOWS ("B", "-1d") }, OUT_LOOK, "hidden-expired" },
  { "services", RESET, { "E - 1 " SHOWS ("B", "+1d") }, OUT_LOOK, "hidden" },
  { "services", RESET, { "E - 1 port.outcome=open" }, OUT_NONE, "unknown" },
};

static void
test_row (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autofree char *line = g_strconcat ("T signon 9476 ", rows[row].facts, NULL);
  const char *lines[MAX_OTHERS + 2] = { line };
  const LockstepCheckSpec *spec = lockstep_check_lookup (rows[row].check);
  g_autoptr (LockstepScene) scene = NULL;
  g_autoptr (LockstepFactSet) facts = NULL;
  LockstepCheckInput input;
  LockstepJudgement judgement;

  for (guint i = 0; i < MAX_OTHERS; i++)
    lines[i + 1] = rows[row].others[i];

  scene = scene_new (lines);
  facts = lockstep_check_derive (scene, lockstep_scene_get (scene, 0));
  input = (LockstepCheckInput){ scene, lockstep_scene_get (scene, 0), facts };

  g_assert_nonnull (spec);
  judgement = spec->judge (&input);
  g_assert_cmpstr (judgement.finding, ==, rows[row].finding);
  g_assert_cmpint (judgement.outcome, ==, rows[row].outcome);
  g_assert_true (g_strv_contains (spec->findings, judgement.finding));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/check/%s/%" G_GSIZE_FORMAT "-%s", rows[i].check, i, rows[i].finding);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }

  return g_test_run ();
}
