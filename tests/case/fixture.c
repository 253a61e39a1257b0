/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/fixture.h"

#include "base/json.h"
#include "x509/certificate.h"

#include <openssl/evp.h>
#include <openssl/x509v3.h>

#define DAY 86400

LockstepCatalog *
fixture_catalog (void)
{
  static LockstepCatalog *catalog;
  g_autoptr (GError) error = NULL;

  if (catalog != NULL)
    return catalog;

  catalog = lockstep_catalog_new_default (&error);
  g_assert_no_error (error);

  return catalog;
}

static void
add_extension (X509 *certificate, int nid, const char *value)
{
  X509_EXTENSION *extension = X509V3_EXT_conf_nid (NULL, NULL, nid, value);

  g_assert_nonnull (extension);
  g_assert_cmpint (X509_add_ext (certificate, extension, -1), ==, 1);
  X509_EXTENSION_free (extension);
}

GBytes *
fixture_certificate (const char *name, gint64 not_before, gint64 not_after)
{
  static EVP_PKEY *key;
  g_autofree char *names = g_strconcat ("DNS:", name, NULL);
  X509 *certificate = X509_new ();
  X509_NAME *subject;
  guchar *der = NULL;
  GBytes *bytes;
  int size;

  if (key == NULL)
    key = EVP_EC_gen ("P-256");

  X509_set_version (certificate, X509_VERSION_3);
  ASN1_INTEGER_set (X509_get_serialNumber (certificate), 3057335);
  ASN1_TIME_set (X509_getm_notBefore (certificate), not_before);
  ASN1_TIME_set (X509_getm_notAfter (certificate), not_after);
  subject = X509_get_subject_name (certificate);
  X509_NAME_add_entry_by_txt (subject, "CN", MBSTRING_UTF8, (const guchar *) name, -1, -1, 0);
  X509_set_issuer_name (certificate, subject);
  X509_set_pubkey (certificate, key);
  add_extension (certificate, NID_subject_alt_name, names);
  g_assert_cmpint (X509_sign (certificate, key, EVP_sha256 ()), >, 0);

  size = i2d_X509 (certificate, &der);
  g_assert_cmpint (size, >, 0);
  bytes = g_bytes_new (der, (gsize) size);
  OPENSSL_free (der);
  X509_free (certificate);

  return bytes;
}

static void
add_step (LockstepObservation *self, gboolean from_server, const char *name, gint64 at)
{
  g_ptr_array_add (self->steps,
                   lockstep_step_new (LOCKSTEP_STEP_MESSAGE, from_server, name, NULL, at, 120));
}

static void
agree (LockstepObservation *self, gint64 not_after)
{
  g_autoptr (GBytes) der = fixture_certificate (FIXTURE_HOST, not_after - 364 * DAY, not_after);
  g_autoptr (LockstepCertificate) certificate = lockstep_certificate_new (der, NULL);

  add_step (self, FALSE, "ClientHello", 0);
  add_step (self, TRUE, "ServerHello", 12000);
  add_step (self, TRUE, "Certificate", 12100);
  lockstep_fact_set_word (self->facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "complete");
  lockstep_fact_set_word (self->facts, LOCKSTEP_FACT_HANDSHAKE_STAGE, "finished");
  lockstep_fact_set_integer (self->facts, LOCKSTEP_FACT_HANDSHAKE_DURATION, 28000);
  lockstep_fact_set_string (self->facts, LOCKSTEP_FACT_HANDSHAKE_VERSION, "TLSv1.2");
  lockstep_fact_set_string (self->facts,
                            LOCKSTEP_FACT_HANDSHAKE_CIPHER,
                            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
  lockstep_fact_set_string (self->facts, LOCKSTEP_FACT_HANDSHAKE_SERVER_NAME, FIXTURE_HOST);
  lockstep_certificate_to_facts (certificate, self->facts);
  lockstep_fact_set_integer (self->facts, LOCKSTEP_FACT_CHAIN_SENT, 1);
  lockstep_fact_set_word (self->facts, LOCKSTEP_FACT_CHAIN_TRUST, "trusted");
  lockstep_fact_set_word (self->facts, LOCKSTEP_FACT_CHAIN_ANCHOR_SOURCE, "file");
  lockstep_fact_set_string (self->facts, LOCKSTEP_FACT_CHAIN_ANCHOR_FILE, "local-ca.pem");
  g_ptr_array_add (self->chain, lockstep_link_new (der, LOCKSTEP_SOURCE_SENT, TRUE));
}

static void
cut (LockstepObservation *self)
{
  add_step (self, FALSE, "ClientHello", 0);
  g_ptr_array_add (self->steps,
                   lockstep_step_new (LOCKSTEP_STEP_RESET, TRUE, "Reset", NULL, 13000, 0));
  lockstep_fact_set_word (self->facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "reset");
  lockstep_fact_set_word (self->facts, LOCKSTEP_FACT_HANDSHAKE_STAGE, "client-hello");
  lockstep_fact_set_integer (self->facts, LOCKSTEP_FACT_HANDSHAKE_DURATION, 13000);
}

LockstepObservation *
fixture_observation (FixtureKind kind, guint16 port, const char *service, LockstepRole role)
{
  LockstepObservation *self = lockstep_observation_new (FIXTURE_HOST, port, service, role);
  static const char *const addresses[] = { FIXTURE_ADDRESS, NULL };

  lockstep_fact_set_boolean (self->facts, LOCKSTEP_FACT_TARGET_TLS, TRUE);
  if (kind == FIXTURE_UNSEEN)
    return self;
  if (kind == FIXTURE_NO_NAME)
    {
      lockstep_fact_set_word (self->facts, LOCKSTEP_FACT_NAME_OUTCOME, "not-found");
      return self;
    }

  self->address = g_strdup (FIXTURE_ADDRESS);
  lockstep_fact_set_word (self->facts, LOCKSTEP_FACT_NAME_OUTCOME, "found");
  lockstep_fact_set_list (self->facts, LOCKSTEP_FACT_NAME_ADDRESSES, addresses);
  lockstep_fact_set_word (self->facts,
                          LOCKSTEP_FACT_PORT_OUTCOME,
                          kind == FIXTURE_REFUSED ? "refused" : "open");
  lockstep_fact_set_integer (self->facts, LOCKSTEP_FACT_PORT_DURATION, 12000);

  if (kind == FIXTURE_HEALTHY)
    agree (self, FIXTURE_NOW + 179 * DAY);
  else if (kind == FIXTURE_EXPIRED)
    agree (self, FIXTURE_NOW - 12 * DAY);
  else if (kind == FIXTURE_RESET)
    cut (self);

  return self;
}

LockstepScene *
fixture_scene (FixtureKind telnet, FixtureKind signon)
{
  LockstepScene *scene = lockstep_scene_new (FIXTURE_NOW);
  g_autoptr (LockstepObservation) one =
      fixture_observation (telnet, 992, "telnet", LOCKSTEP_ROLE_TARGET);
  g_autoptr (LockstepObservation) other =
      fixture_observation (signon, 9476, "signon", LOCKSTEP_ROLE_EVIDENCE);

  scene->duration = 84000;
  lockstep_fact_set_time (scene->facts, LOCKSTEP_FACT_RUN_AT, FIXTURE_NOW);
  lockstep_scene_put (scene, one);
  if (signon != FIXTURE_UNSEEN)
    lockstep_scene_put (scene, other);

  return scene;
}

static JsonNode *
make_saved (const LockstepScene *before, const LockstepScene *scene)
{
  g_autoptr (LockstepCase) empty = lockstep_case_new (fixture_catalog ());
  g_autoptr (LockstepPlan) plan = lockstep_plan_new ();
  JsonNode *node;
  JsonObject *object;

  lockstep_plan_add (plan, FIXTURE_HOST, 992, "telnet", LOCKSTEP_ROLE_TARGET);
  lockstep_case_set_symptom (empty, FIXTURE_SYMPTOM);
  lockstep_case_set_plan (empty, plan);
  node = lockstep_case_to_json (empty);
  object = json_node_get_object (node);

  if (scene != NULL)
    {
      json_object_set_member (object, "scene", lockstep_scene_to_json (scene));
      json_object_set_boolean_member (object, "complete", TRUE);
    }
  if (before != NULL)
    json_object_set_member (object, "before", lockstep_scene_to_json (before));

  return node;
}

LockstepCase *
fixture_case (const LockstepScene *before, const LockstepScene *scene)
{
  return fixture_case_with (before, scene, NULL, NULL);
}

LockstepCase *
fixture_case_with (const LockstepScene *before,
                   const LockstepScene *scene,
                   const char *member,
                   const char *text)
{
  g_autoptr (JsonNode) node = make_saved (before, scene);
  g_autoptr (GError) error = NULL;
  LockstepCase *subject;

  if (member != NULL)
    {
      json_object_set_member (json_node_get_object (node), member, json_from_string (text, &error));
      g_assert_no_error (error);
    }

  subject = lockstep_case_from_json (fixture_catalog (), node, &error);
  g_assert_no_error (error);

  return subject;
}
