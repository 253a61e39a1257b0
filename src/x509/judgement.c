/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "x509/trust.h"

#include "x509/certificate.h"
#include "x509/openssl.h"
#include "x509/subject-names.h"
#include "x509/trust-private.h"

#include <openssl/err.h>

/* Certificates between the server's own and the anchor; longer paths are judged as too long. */
#define MAX_DEPTH 48
#define MAX_SENT 64

typedef STACK_OF (X509) LockstepStack;

/**
 * Judgement:
 * @sent: what the server sent, as it came
 * @certificates: (element-type X509): the same read, NULL where that is no certificate
 */
typedef struct
{
  LockstepTrust *trust;
  const GPtrArray *sent;
  GPtrArray *certificates;
  LockstepFactSet *facts;
  GPtrArray *chain;
} Judgement;

/* Codes of OpenSSL for which one look is enough; adding one: one line here and one row in
 * tests/x509/test-trust.c. */
static const struct
{
  int code;
  const char *word;
} words[] = {
  { X509_V_OK, "trusted" },
  { X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, "self-signed" },
  { X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN, "unknown-issuer" },
  { X509_V_ERR_CERT_SIGNATURE_FAILURE, "bad-signature" },
  { X509_V_ERR_UNABLE_TO_DECRYPT_CERT_SIGNATURE, "bad-signature" },
  { X509_V_ERR_INVALID_CA, "not-a-ca" },
  { X509_V_ERR_PATH_LENGTH_EXCEEDED, "not-a-ca" },
  { X509_V_ERR_KEYUSAGE_NO_CERTSIGN, "not-a-ca" },
};

static gboolean
is_issuer_unknown (int code)
{
  return code == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY ||
         code == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT;
}

/*
 * One code of OpenSSL stands for two faults: a CA that nobody here knows, and a server that leaves
 * out an intermediate certificate. A certificate that names the place where its issuer's can be
 * had, or an issuer's issuer, has an intermediate above it; a root is rarely offered for download.
 * Above the first issuer an address says nothing: CAs print it for their roots as well.
 */
static const char *
tell_missing (X509 *last, int depth)
{
  if (lockstep_subject_names_has_issuer_above (last))
    return "issuer-missing";

  return depth == 0 && lockstep_subject_names_has_issuer_address (last) ? "issuer-missing"
                                                                        : "unknown-issuer";
}

static const char *
tell_trust (int code, int depth, X509 *last)
{
  if (code == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY && last != NULL)
    return tell_missing (last, depth);
  if (is_issuer_unknown (code))
    return "unknown-issuer";

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].code == code)
      return words[i].word;

  return "other";
}

static X509_STORE_CTX *
verify (const Judgement *self, X509_STORE *store)
{
  g_autoptr (X509_STORE_CTX) context = X509_STORE_CTX_new ();
  LockstepStack *others = sk_X509_new_null ();

  for (guint i = 1; i < self->certificates->len; i++)
    if (g_ptr_array_index (self->certificates, i) != NULL)
      sk_X509_push (others, g_ptr_array_index (self->certificates, i));

  X509_STORE_CTX_init (context, store, g_ptr_array_index (self->certificates, 0), others);
  X509_STORE_CTX_set_flags (context, X509_V_FLAG_NO_CHECK_TIME);
  X509_STORE_CTX_set_depth (context, MAX_DEPTH);
  X509_VERIFY_PARAM_set_auth_level (X509_STORE_CTX_get0_param (context), 0);
  if (X509_verify_cert (context) != 1 && X509_STORE_CTX_get_error (context) == X509_V_OK)
    X509_STORE_CTX_set_error (context, X509_V_ERR_UNSPECIFIED);
  ERR_clear_error ();

  /* The finished path has its own references; the list of candidates ends here. */
  X509_STORE_CTX_set0_untrusted (context, NULL);
  sk_X509_free (others);

  return g_steal_pointer (&context);
}

static void
add_path (Judgement *self, const LockstepStack *path)
{
  gboolean used[MAX_SENT] = { FALSE };

  for (int i = 0; i < sk_X509_num (path); i++)
    {
      X509 *certificate = sk_X509_value (path, i);
      LockstepSource source = LOCKSTEP_SOURCE_SYSTEM;
      g_autoptr (GBytes) der = NULL;

      for (guint j = 0; der == NULL && j < self->certificates->len; j++)
        {
          X509 *sent = g_ptr_array_index (self->certificates, j);

          if (!used[j] && sent != NULL && X509_cmp (sent, certificate) == 0)
            {
              used[j] = TRUE;
              source = LOCKSTEP_SOURCE_SENT;
              der = g_bytes_ref (g_ptr_array_index (self->sent, j));
            }
        }

      if (der == NULL)
        {
          der = lockstep_openssl_write_certificate (certificate);
          if (lockstep_trust_find_anchor (self->trust, certificate) != NULL)
            source = LOCKSTEP_SOURCE_FILE;
        }
      g_ptr_array_add (self->chain, lockstep_link_new (der, source, TRUE));
    }

  for (guint j = 0; j < self->certificates->len; j++)
    if (!used[j])
      g_ptr_array_add (
          self->chain,
          lockstep_link_new (g_ptr_array_index (self->sent, j), LOCKSTEP_SOURCE_SENT, FALSE));
}

static void
note_anchor (Judgement *self, X509 *anchor)
{
  g_autofree char *subject = lockstep_openssl_print_name (X509_get_subject_name (anchor));
  const LockstepAnchor *known = lockstep_trust_find_anchor (self->trust, anchor);

  lockstep_fact_set_string (self->facts, LOCKSTEP_FACT_CHAIN_ANCHOR, subject);
  lockstep_fact_set_word (self->facts,
                          LOCKSTEP_FACT_CHAIN_ANCHOR_SOURCE,
                          known != NULL ? "file" : "system");
  if (known != NULL)
    lockstep_fact_set_string (self->facts, LOCKSTEP_FACT_CHAIN_ANCHOR_FILE, known->file);
}

static void
note_verdict (Judgement *self, X509_STORE_CTX *context)
{
  LockstepStack *path = X509_STORE_CTX_get0_chain (context);
  int code = X509_STORE_CTX_get_error (context);
  int depth = X509_STORE_CTX_get_error_depth (context);
  X509 *last = sk_X509_num (path) > 0 ? sk_X509_value (path, sk_X509_num (path) - 1) : NULL;

  lockstep_fact_set_word (self->facts, LOCKSTEP_FACT_CHAIN_TRUST, tell_trust (code, depth, last));
  lockstep_fact_set_integer (self->facts, LOCKSTEP_FACT_CHAIN_VERIFY_CODE, code);
  lockstep_fact_set_string (self->facts,
                            LOCKSTEP_FACT_CHAIN_VERIFY_TEXT,
                            X509_verify_cert_error_string (code));
  if (code != X509_V_OK)
    lockstep_fact_set_integer (self->facts, LOCKSTEP_FACT_CHAIN_VERIFY_DEPTH, depth);
  if (code == X509_V_OK && last != NULL)
    note_anchor (self, last);
  if (is_issuer_unknown (code) && last != NULL)
    {
      g_autofree char *issuer = lockstep_openssl_print_name (X509_get_issuer_name (last));

      lockstep_fact_set_string (self->facts, LOCKSTEP_FACT_CHAIN_MISSING_ISSUER, issuer);
    }
  add_path (self, path);
}

static void
judge_path (Judgement *self)
{
  g_autoptr (X509_STORE_CTX) context = verify (self, self->trust->own_store);

  /* The person's own files come first: most checks end here, and the system's bundle, which is
   * large, is not read for them. */
  if (X509_STORE_CTX_get_error (context) != X509_V_OK && self->trust->system)
    {
      X509_STORE_CTX_free (context);
      context = verify (self, lockstep_trust_get_whole_store (self->trust));
    }

  note_verdict (self, context);
}

static void
free_certificate (gpointer certificate)
{
  X509_free (certificate);
}

void
lockstep_trust_judge (LockstepTrust *self,
                      const GPtrArray *sent,
                      LockstepFactSet *facts,
                      GPtrArray **ret_chain)
{
  g_autoptr (GPtrArray) certificates = g_ptr_array_new_with_free_func (free_certificate);
  g_autoptr (LockstepCertificate) leaf = NULL;
  g_autoptr (GError) error = NULL;
  Judgement judgement = { self, sent, certificates, facts, NULL };

  g_return_if_fail (self != NULL && sent != NULL && facts != NULL && ret_chain != NULL);

  judgement.chain = g_ptr_array_new_with_free_func ((GDestroyNotify) lockstep_link_free);
  lockstep_fact_set_integer (facts, LOCKSTEP_FACT_CHAIN_SENT, sent->len);
  for (guint i = 0; i < MIN (sent->len, MAX_SENT); i++)
    g_ptr_array_add (certificates,
                     lockstep_openssl_read_certificate (g_ptr_array_index (sent, i), NULL));

  leaf = sent->len > 0 ? lockstep_certificate_new (g_ptr_array_index (sent, 0), &error) : NULL;
  if (leaf != NULL)
    {
      lockstep_certificate_to_facts (leaf, facts);
      judge_path (&judgement);
    }
  else if (sent->len > 0)
    {
      lockstep_fact_set_word (facts, LOCKSTEP_FACT_CHAIN_TRUST, "other");
      lockstep_fact_set_string (facts, LOCKSTEP_FACT_CHAIN_VERIFY_TEXT, error->message);
      add_path (&judgement, NULL);
    }

  *ret_chain = judgement.chain;
}
