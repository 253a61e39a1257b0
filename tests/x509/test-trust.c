/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "x509/trust.h"

#include "base/error.h"
#include "x509/pki.h"

#include <glib/gstdio.h>
#include <openssl/err.h>

/* A small world of CAs; the trusted file holds only the root. */
typedef enum
{
  ROOT,
  MIDDLE,
  STRANGE_ROOT,
  STRANGE_MIDDLE,
  NO_CA,
  SHORT_ROOT,
  SHORT_MIDDLE,
  LEAF,
  LEAF_OF_ROOT,
  OLD_LEAF,
  SELF_SIGNED,
  STRANGE_LEAF,
  STRANGE_LEAF_OF_MIDDLE,
  ADDRESS_LEAF,
  KEY_ID_LEAF,
  SPOILT_LEAF,
  NO_CA_LEAF,
  SHORT_LEAF,
  N_IDENTITIES,
  NOBODY = -1,
} Who;

static const struct
{
  const char *common_name;
  Who issuer;
  const char *constraints;
  const char *issuer_address;
  const char *key_id;
  gboolean old;
  gboolean spoilt;
} world[N_IDENTITIES] = {
  [ROOT] = { "Root", NOBODY, CA_CONSTRAINTS, NULL, NULL, FALSE, FALSE },
  [MIDDLE] = { "Middle", ROOT, CA_CONSTRAINTS, NULL, NULL, FALSE, FALSE },
  [STRANGE_ROOT] = { "Strange Root", NOBODY, CA_CONSTRAINTS, NULL, NULL, FALSE, FALSE },
  [STRANGE_MIDDLE] = { "Strange Middle", STRANGE_ROOT, CA_CONSTRAINTS, NULL, NULL, FALSE, FALSE },
  [NO_CA] = { "No CA", ROOT, "critical,CA:FALSE", NULL, NULL, FALSE, FALSE },
  [SHORT_ROOT] = { "Short", ROOT, "critical,CA:TRUE,pathlen:0", NULL, NULL, FALSE, FALSE },
  [SHORT_MIDDLE] = { "Below Short", SHORT_ROOT, CA_CONSTRAINTS, NULL, NULL, FALSE, FALSE },
  [LEAF] = { "leaf", MIDDLE, NULL, NULL, NULL, FALSE, FALSE },
  [LEAF_OF_ROOT] = { "leaf of root", ROOT, NULL, NULL, NULL, FALSE, FALSE },
  [OLD_LEAF] = { "old leaf", MIDDLE, NULL, NULL, NULL, TRUE, FALSE },
  [SELF_SIGNED] = { "self", NOBODY, NULL, NULL, NULL, FALSE, FALSE },
  [STRANGE_LEAF] = { "strange leaf", STRANGE_ROOT, NULL, NULL, NULL, FALSE, FALSE },
  [STRANGE_LEAF_OF_MIDDLE] = { "deep", STRANGE_MIDDLE, NULL, NULL, NULL, FALSE, FALSE },
  [ADDRESS_LEAF] = { "address",
                     MIDDLE,
                     NULL,
                     "caIssuers;URI:http://ca.example.com/middle.der",
                     NULL,
                     FALSE,
                     FALSE },
  [KEY_ID_LEAF] = { "key id", MIDDLE, NULL, NULL, "keyid,issuer:always", FALSE, FALSE },
  [SPOILT_LEAF] = { "spoilt", MIDDLE, NULL, NULL, NULL, FALSE, TRUE },
  [NO_CA_LEAF] = { "of no CA", NO_CA, NULL, NULL, NULL, FALSE, FALSE },
  [SHORT_LEAF] = { "of short", SHORT_MIDDLE, NULL, NULL, NULL, FALSE, FALSE },
};

static Identity *identities[N_IDENTITIES];
static char *folder;
static char *root_file;

#define MAX_SENT 5

/* @sent: in the order sent, closed by NOBODY; @path and @sources: letters of the links, one each:
 * s sent, f file; capitals for what is in the path */
static const struct
{
  const char *name;
  Who sent[MAX_SENT];
  const char *trust;
  int code;
  int depth;
  const char *links;
} rows[] = {
  { "trusted", { LEAF, MIDDLE, NOBODY }, "trusted", X509_V_OK, -1, "SSF" },
  { "trusted-with-root", { LEAF, MIDDLE, ROOT, NOBODY }, "trusted", X509_V_OK, -1, "SSS" },
  { "wrong-order", { LEAF, ROOT, MIDDLE, NOBODY }, "trusted", X509_V_OK, -1, "SSS" },
  { "extras", { LEAF_OF_ROOT, MIDDLE, STRANGE_ROOT, NOBODY }, "trusted", X509_V_OK, -1, "SFss" },
  { "twice", { LEAF, LEAF, MIDDLE, NOBODY }, "trusted", X509_V_OK, -1, "SSFs" },
  { "expired-is-trusted", { OLD_LEAF, MIDDLE, NOBODY }, "trusted", X509_V_OK, -1, "SSF" },
  { "self-signed", { SELF_SIGNED, NOBODY }, "self-signed", 18, 0, "S" },
  { "unknown-root-sent", { STRANGE_LEAF, STRANGE_ROOT, NOBODY }, "unknown-issuer", 19, 1, "SS" },
  { "unknown-leaf-alone", { STRANGE_LEAF, NOBODY }, "unknown-issuer", 20, 0, "S" },
  { "unknown-after-middle",
    { STRANGE_LEAF_OF_MIDDLE, STRANGE_MIDDLE, NOBODY },
    "unknown-issuer",
    20,
    1,
    "SS" },
  { "missing-with-address", { ADDRESS_LEAF, NOBODY }, "issuer-missing", 20, 0, "S" },
  { "missing-with-key-id", { KEY_ID_LEAF, NOBODY }, "issuer-missing", 20, 0, "S" },
  { "bad-signature", { SPOILT_LEAF, MIDDLE, NOBODY }, "bad-signature", 7, 0, "SSF" },
  { "not-a-ca", { NO_CA_LEAF, NO_CA, NOBODY }, "not-a-ca", X509_V_ERR_INVALID_CA, 1, "SSF" },
  { "path-too-long",
    { SHORT_LEAF, SHORT_MIDDLE, SHORT_ROOT, NOBODY },
    "not-a-ca",
    X509_V_ERR_PATH_LENGTH_EXCEEDED,
    2,
    "SSSF" },
};

static GPtrArray *
create_sent (const Who *who)
{
  GPtrArray *sent = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; who[i] != NOBODY; i++)
    g_ptr_array_add (sent, g_bytes_ref (identities[who[i]]->der));

  return sent;
}

static char *
print_links (const GPtrArray *chain)
{
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < chain->len; i++)
    {
      const LockstepLink *link = g_ptr_array_index (chain, i);
      char letter = "symd"[link->source];

      if (link->source == LOCKSTEP_SOURCE_FILE)
        letter = 'f';
      g_string_append_c (letters, link->in_path ? g_ascii_toupper (letter) : letter);
    }

  return g_string_free (letters, FALSE);
}

static LockstepTrust *
create_trust (gboolean system)
{
  const char *const files[] = { root_file, NULL };
  g_autoptr (GError) error = NULL;
  LockstepTrust *trust = lockstep_trust_new (files, system, &error);

  g_assert_no_error (error);

  return trust;
}

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (LockstepTrust) trust = create_trust (FALSE);
  g_autoptr (LockstepFactSet) facts = lockstep_fact_set_new ();
  g_autoptr (GPtrArray) sent = create_sent (rows[i].sent);
  g_autoptr (GPtrArray) chain = NULL;
  g_autofree char *links = NULL;

  lockstep_trust_judge (trust, sent, facts, &chain);
  links = print_links (chain);

  g_assert_cmpstr (lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_CHAIN_TRUST),
                   ==,
                   rows[i].trust);
  g_assert_cmpint (lockstep_fact_set_get_integer (facts, LOCKSTEP_FACT_CHAIN_VERIFY_CODE),
                   ==,
                   rows[i].code);
  g_assert_cmpint (lockstep_fact_set_has (facts, LOCKSTEP_FACT_CHAIN_VERIFY_DEPTH),
                   ==,
                   rows[i].depth >= 0);
  g_assert_cmpint (lockstep_fact_set_get_integer (facts, LOCKSTEP_FACT_CHAIN_VERIFY_DEPTH),
                   ==,
                   MAX (rows[i].depth, 0));
  g_assert_cmpstr (links, ==, rows[i].links);
  g_assert_cmpint (lockstep_fact_set_get_integer (facts, LOCKSTEP_FACT_CHAIN_SENT), ==, sent->len);
  g_assert_true (lockstep_fact_set_has (facts, LOCKSTEP_FACT_CERTIFICATE_SUBJECT));
  g_assert_cmpint (lockstep_fact_set_has (facts, LOCKSTEP_FACT_CHAIN_MISSING_ISSUER),
                   ==,
                   rows[i].code == 20);
  g_assert_cmpint (lockstep_fact_set_has (facts, LOCKSTEP_FACT_CHAIN_ANCHOR),
                   ==,
                   rows[i].code == X509_V_OK);
  g_assert_cmpuint (ERR_peek_error (), ==, 0);
}

static void
test_anchor (void)
{
  static const Who who[] = { LEAF, MIDDLE, NOBODY };
  g_autoptr (LockstepTrust) trust = create_trust (FALSE);
  g_autoptr (LockstepFactSet) facts = lockstep_fact_set_new ();
  g_autoptr (GPtrArray) sent = create_sent (who);
  g_autoptr (GPtrArray) chain = NULL;

  lockstep_trust_judge (trust, sent, facts, &chain);
  g_assert_cmpstr (lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_CHAIN_ANCHOR),
                   ==,
                   "CN=Root,O=Lockstep Test");
  g_assert_true (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CHAIN_ANCHOR_SOURCE, "file"));
  g_assert_cmpstr (lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_CHAIN_ANCHOR_FILE),
                   ==,
                   "root.pem");
}

/* The system's store is pointed at the strange root, so that it is the same on every machine. */
static void
test_system (void)
{
  static const Who who[] = { STRANGE_LEAF, NOBODY };
  Identity *const strange[] = { identities[STRANGE_ROOT], NULL };
  g_autofree char *system_file = identity_write_pem (folder, "system.pem", strange);
  g_autoptr (LockstepTrust) trust = NULL;
  g_autoptr (LockstepFactSet) facts = lockstep_fact_set_new ();
  g_autoptr (GPtrArray) sent = create_sent (who);
  g_autoptr (GPtrArray) chain = NULL;
  const LockstepLink *link;

  g_setenv ("SSL_CERT_FILE", system_file, TRUE);
  g_setenv ("SSL_CERT_DIR", folder, TRUE);
  trust = create_trust (TRUE);
  lockstep_trust_judge (trust, sent, facts, &chain);
  g_assert_true (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CHAIN_TRUST, "trusted"));
  g_assert_true (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CHAIN_ANCHOR_SOURCE, "system"));
  g_assert_false (lockstep_fact_set_has (facts, LOCKSTEP_FACT_CHAIN_ANCHOR_FILE));
  g_assert_cmpuint (chain->len, ==, 2);
  link = g_ptr_array_index (chain, 1);
  g_assert_cmpint (link->source, ==, LOCKSTEP_SOURCE_SYSTEM);
  g_unlink (system_file);
}

static void
test_nothing_sent (void)
{
  static const Who who[] = { NOBODY };
  g_autoptr (LockstepTrust) trust = create_trust (FALSE);
  g_autoptr (LockstepFactSet) facts = lockstep_fact_set_new ();
  g_autoptr (GPtrArray) sent = create_sent (who);
  g_autoptr (GPtrArray) chain = NULL;

  lockstep_trust_judge (trust, sent, facts, &chain);
  g_assert_cmpuint (chain->len, ==, 0);
  g_assert_false (lockstep_fact_set_has (facts, LOCKSTEP_FACT_CHAIN_TRUST));
  g_assert_false (lockstep_fact_set_has (facts, LOCKSTEP_FACT_CERTIFICATE_SUBJECT));
}

static void
test_malformed (void)
{
  static const Who who[] = { LEAF, NOBODY };
  g_autoptr (LockstepTrust) trust = create_trust (FALSE);
  g_autoptr (LockstepFactSet) facts = lockstep_fact_set_new ();
  g_autoptr (LockstepFactSet) others = lockstep_fact_set_new ();
  g_autoptr (GPtrArray) sent = create_sent (who);
  g_autoptr (GPtrArray) chain = NULL;
  g_autoptr (GPtrArray) chain_with_bad_extra = NULL;

  g_ptr_array_add (sent, g_bytes_new_static ("\x30\x03garbage", 9));
  lockstep_trust_judge (trust, sent, others, &chain_with_bad_extra);
  g_assert_true (lockstep_fact_set_is (others, LOCKSTEP_FACT_CHAIN_TRUST, "unknown-issuer"));
  g_assert_cmpuint (chain_with_bad_extra->len, ==, 2);

  g_ptr_array_insert (sent, 0, g_bytes_new_static ("\x30\x03garbage", 9));
  lockstep_trust_judge (trust, sent, facts, &chain);
  g_assert_true (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CHAIN_TRUST, "other"));
  g_assert_cmpuint (chain->len, ==, 3);
  g_assert_false (lockstep_fact_set_has (facts, LOCKSTEP_FACT_CERTIFICATE_SUBJECT));
}

static void
assert_no_trust (const char *path)
{
  const char *const files[] = { path, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (lockstep_trust_new (files, FALSE, &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_cmpuint (ERR_peek_error (), ==, 0);
}

static void
test_bad_files (void)
{
  g_autofree char *path = g_build_filename (folder, "bad.pem", NULL);
  g_autoptr (GString) many = g_string_new (NULL);
  g_autofree char *pem = NULL;
  gsize size;
  gconstpointer der = g_bytes_get_data (identities[ROOT]->der, &size);

  assert_no_trust (path);
  assert_no_trust (folder);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_no_trust (path);
  g_assert_true (g_file_set_contents (path, "no certificate", -1, NULL));
  assert_no_trust (path);
  g_assert_true (g_file_set_contents (path, "-----BEGIN CERTIFICATE-----\nAAAA\n", -1, NULL));
  assert_no_trust (path);
  g_assert_true (g_file_set_contents (path, der, (gssize) size / 2, NULL));
  assert_no_trust (path);

  pem = g_base64_encode (der, size);
  while (many->len < 4 * 1024 * 1024 + 1)
    g_string_append (many, pem);
  g_assert_true (g_file_set_contents (path, many->str, many->len, NULL));
  assert_no_trust (path);
  g_unlink (path);
}

static void
test_der_file (void)
{
  static const Who who[] = { STRANGE_LEAF, NOBODY };
  g_autofree char *path = g_build_filename (folder, "root.der", NULL);
  const char *const files[] = { root_file, path, NULL };
  g_autoptr (LockstepTrust) trust = NULL;
  g_autoptr (LockstepFactSet) facts = lockstep_fact_set_new ();
  g_autoptr (GPtrArray) sent = create_sent (who);
  g_autoptr (GPtrArray) chain = NULL;
  gsize size;
  gconstpointer der = g_bytes_get_data (identities[STRANGE_ROOT]->der, &size);

  g_assert_true (g_file_set_contents (path, der, (gssize) size, NULL));
  trust = lockstep_trust_new (files, FALSE, NULL);
  g_assert_nonnull (trust);
  lockstep_trust_judge (trust, sent, facts, &chain);
  g_assert_cmpstr (lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_CHAIN_ANCHOR_FILE),
                   ==,
                   "root.der");
  g_unlink (path);
}

static void
create_world (void)
{
  for (guint i = 0; i < N_IDENTITIES; i++)
    {
      const IdentitySpec spec = {
        .common_name = world[i].common_name,
        .issuer = world[i].issuer != NOBODY ? identities[world[i].issuer] : NULL,
        .constraints = world[i].constraints,
        .issuer_address = world[i].issuer_address,
        .key_id = world[i].key_id,
        .from = world[i].old ? -7200 : 0,
        .to = world[i].old ? -3600 : 0,
        .spoilt = world[i].spoilt,
      };

      identities[i] = identity_new (&spec);
    }
}

int
main (int argc, char **argv)
{
  Identity *roots[] = { NULL, NULL };
  int status;

  g_test_init (&argc, &argv, NULL);

  create_world ();
  folder = g_dir_make_tmp ("lockstep-trust-XXXXXX", NULL);
  roots[0] = identities[ROOT];
  root_file = identity_write_pem (folder, "root.pem", roots);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/x509/trust/judge/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/x509/trust/anchor", test_anchor);
  g_test_add_func ("/x509/trust/system", test_system);
  g_test_add_func ("/x509/trust/nothing-sent", test_nothing_sent);
  g_test_add_func ("/x509/trust/malformed", test_malformed);
  g_test_add_func ("/x509/trust/bad-files", test_bad_files);
  g_test_add_func ("/x509/trust/der-file", test_der_file);
  status = g_test_run ();

  g_unlink (root_file);
  g_rmdir (folder);
  g_free (root_file);
  g_free (folder);
  for (guint i = 0; i < N_IDENTITIES; i++)
    identity_free (identities[i]);

  return status;
}
