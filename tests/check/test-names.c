/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/check.h"

#include "check/scene.h"

#include <openssl/x509v3.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509, X509_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY, EVP_PKEY_free)

/* A certificate for @common_name, with @names ("DNS:a,IP:b") where that is given. */
static GBytes *
make (EVP_PKEY *key, const char *common_name, const char *names, gint64 from, gint64 to)
{
  g_autoptr (X509) certificate = X509_new ();
  X509_NAME *subject = X509_get_subject_name (certificate);
  g_autofree unsigned char *der = NULL;
  unsigned char *end;
  int length;

  X509_set_version (certificate, X509_VERSION_3);
  ASN1_INTEGER_set (X509_get_serialNumber (certificate), 1);
  ASN1_TIME_set (X509_getm_notBefore (certificate), (time_t) from);
  ASN1_TIME_set (X509_getm_notAfter (certificate), (time_t) to);
  X509_NAME_add_entry_by_txt (subject,
                              "CN",
                              MBSTRING_UTF8,
                              (const unsigned char *) common_name,
                              -1,
                              -1,
                              0);
  X509_set_issuer_name (certificate, subject);
  X509_set_pubkey (certificate, key);
  if (names != NULL)
    {
      X509_EXTENSION *extension = X509V3_EXT_conf_nid (NULL, NULL, NID_subject_alt_name, names);

      g_assert_nonnull (extension);
      X509_add_ext (certificate, extension, -1);
      X509_EXTENSION_free (extension);
    }
  g_assert_cmpint (X509_sign (certificate, key, EVP_sha256 ()), >, 0);

  length = i2d_X509 (certificate, NULL);
  g_assert_cmpint (length, >, 0);
  der = g_malloc ((gsize) length);
  end = der;
  i2d_X509 (certificate, &end);

  return g_bytes_new (der, (gsize) length);
}

static void
add_link (LockstepScene *scene, GBytes *der, gboolean in_path)
{
  LockstepObservation *target = g_ptr_array_index (scene->observations, 0);

  g_ptr_array_add (target->chain, lockstep_link_new (der, LOCKSTEP_SOURCE_SENT, in_path));
}

static void
test_name (void)
{
  static const struct
  {
    const char *asked; /* NULL: the host */
    const char *common_name;
    const char *names;
    const char *listed;
    LockstepOutcome outcome;
    const char *finding;
  } rows[] = {
    { NULL, "x", "DNS:" SCENE_HOST, SCENE_HOST, LOCKSTEP_OUTCOME_PASS, "right" },
    { NULL, "x", "DNS:*.example.com", "*.example.com", LOCKSTEP_OUTCOME_PASS, "right" },
    { NULL, SCENE_HOST, "DNS:other", "other", LOCKSTEP_OUTCOME_FAIL, "wrong" },
    { NULL, SCENE_HOST, NULL, SCENE_HOST, LOCKSTEP_OUTCOME_FAIL, "common-name-only" },
    { "alias", "x", "DNS:alias", "alias", LOCKSTEP_OUTCOME_PASS, "right" },
    { "alias", "x", "DNS:" SCENE_HOST, SCENE_HOST, LOCKSTEP_OUTCOME_FAIL, "wrong" },
    { "192.0.2.7", "x", "IP:192.0.2.7", "192.0.2.7", LOCKSTEP_OUTCOME_PASS, "right" },
  };
  g_autoptr (EVP_PKEY) key = EVP_PKEY_Q_keygen (NULL, NULL, "EC", "P-256");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const lines[] = { "T signon 9476", NULL };
      const char *const names[] = { rows[i].listed, NULL };
      g_autoptr (LockstepScene) scene = scene_new (lines);
      LockstepObservation *target = g_ptr_array_index (scene->observations, 0);
      g_autoptr (GBytes) der =
          make (key, rows[i].common_name, rows[i].names, SCENE_NOW, SCENE_NOW + SCENE_DAY);
      g_autoptr (LockstepFactSet) facts = NULL;
      LockstepCheckInput input;
      LockstepJudgement judgement;

      add_link (scene, der, TRUE);
      lockstep_fact_set_list (target->facts, LOCKSTEP_FACT_CERTIFICATE_NAMES, names);
      lockstep_fact_set_string (scene->facts, LOCKSTEP_FACT_RUN_SERVER_NAME, rows[i].asked);
      facts = lockstep_check_derive (scene, target);
      input = (LockstepCheckInput){ scene, target, facts };
      judgement = lockstep_check_lookup ("names")->judge (&input);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (judgement.outcome, ==, rows[i].outcome);
      g_assert_cmpstr (judgement.finding, ==, rows[i].finding);
    }
}

/* The worst of the path counts; the server's own certificate and what was sent besides do not. */
static void
test_issuers (void)
{
  static const struct
  {
    gint64 ends[3]; /* days: in the path, in the path, besides */
    const char *validity;
    const char *finding;
  } rows[] = {
    { { 900, 900, -1 }, "valid", "own-ca" },
    { { 900, 10, -1 }, "expires-soon", "issuer-expires-soon" },
    { { 10, -1, 900 }, "expired", "issuer-expired" },
  };
  g_autoptr (EVP_PKEY) key = EVP_PKEY_Q_keygen (NULL, NULL, "EC", "P-256");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const lines[] = {
        "T signon 9476 chain.trust=trusted chain.anchor-source=file",
        NULL,
      };
      g_autoptr (LockstepScene) scene = scene_new (lines);
      const LockstepObservation *target = lockstep_scene_get (scene, 0);
      g_autoptr (GBytes) leaf = make (key, "leaf", NULL, SCENE_NOW - 9, SCENE_NOW - 1);
      g_autoptr (LockstepFactSet) facts = NULL;
      LockstepCheckInput input;

      add_link (scene, leaf, TRUE);
      for (guint j = 0; j < 3; j++)
        {
          g_autoptr (GBytes) issuer = make (key,
                                            "issuer",
                                            NULL,
                                            SCENE_NOW - 900 * SCENE_DAY,
                                            SCENE_NOW + rows[i].ends[j] * SCENE_DAY);

          add_link (scene, issuer, j < 2);
        }

      facts = lockstep_check_derive (scene, target);
      input = (LockstepCheckInput){ scene, target, facts };
      g_assert_cmpstr (lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_CHAIN_ISSUER_VALIDITY),
                       ==,
                       rows[i].validity);
      g_assert_cmpstr (lockstep_check_lookup ("trust")->judge (&input).finding,
                       ==,
                       rows[i].finding);
    }
}

static void
test_not_yet_issuer (void)
{
  const char *const lines[] = { "T signon 9476 chain.trust=trusted", NULL };
  g_autoptr (EVP_PKEY) key = EVP_PKEY_Q_keygen (NULL, NULL, "EC", "P-256");
  g_autoptr (LockstepScene) scene = scene_new (lines);
  const LockstepObservation *target = lockstep_scene_get (scene, 0);
  g_autoptr (GBytes) leaf = make (key, "leaf", NULL, SCENE_NOW - 9, SCENE_NOW + SCENE_DAY);
  g_autoptr (GBytes) issuer =
      make (key, "issuer", NULL, SCENE_NOW + 1, SCENE_NOW + 900 * SCENE_DAY);
  g_autoptr (LockstepFactSet) facts = NULL;
  LockstepCheckInput input;

  add_link (scene, leaf, TRUE);
  add_link (scene, issuer, TRUE);
  facts = lockstep_check_derive (scene, target);
  input = (LockstepCheckInput){ scene, target, facts };

  g_assert_cmpstr (lockstep_check_lookup ("trust")->judge (&input).finding,
                   ==,
                   "issuer-not-yet-valid");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check/names/name", test_name);
  g_test_add_func ("/check/names/issuers", test_issuers);
  g_test_add_func ("/check/names/issuer-not-yet-valid", test_not_yet_issuer);

  return g_test_run ();
}
