/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/ladder-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  const char *gloss;
  const char *again; /* NULL: the same */
  const char *tls13; /* NULL: the same */
} Message;

/* Short words that stand beside an arrow, said by the side that sends. */
static const Message messages[] = {
  { "ClientHello", N_ ("what I can do"), N_ ("again, with that group"), NULL },
  { "ServerHello", N_ ("what we take"), NULL, NULL },
  { "HelloRetryRequest", N_ ("with another group"), NULL, NULL },
  { "HelloVerifyRequest", N_ ("say that again"), NULL, NULL },
  { "HelloRequest", N_ ("let us begin again"), NULL, NULL },
  { "EncryptedExtensions", N_ ("more settings"), NULL, NULL },
  { "Certificate", N_ ("who I am"), NULL, NULL },
  { "CompressedCertificate", N_ ("who I am"), NULL, NULL },
  { "CertificateStatus", N_ ("it is not revoked"), NULL, NULL },
  { "CertificateRequest", N_ ("who are you?"), NULL, NULL },
  { "CertificateVerify", N_ ("it is really me"), NULL, NULL },
  { "ServerKeyExchange", N_ ("my part of the key"), NULL, NULL },
  { "ClientKeyExchange", N_ ("my part of the key"), NULL, NULL },
  { "ServerHelloDone", N_ ("your turn"), NULL, NULL },
  { "ChangeCipherSpec", N_ ("encrypted from now on"), NULL, N_ ("for old firewalls only") },
  { "Finished", N_ ("did you hear the same?"), NULL, NULL },
  { "NewSessionTicket", N_ ("for the next time"), NULL, NULL },
  { "EndOfEarlyData", N_ ("that was all in advance"), NULL, NULL },
  { "KeyUpdate", N_ ("with a new key"), NULL, NULL },
};

static const struct
{
  const char *name;
  const char *gloss;
} alerts[] = {
  { "access_denied", N_ ("you may not come in") },
  { "bad_certificate", N_ ("your certificate is damaged") },
  { "bad_certificate_status_response", N_ ("your proof is no good") },
  { "bad_record_mac", N_ ("this arrived damaged") },
  { "certificate_expired", N_ ("your certificate has expired") },
  { "certificate_required", N_ ("I want your certificate") },
  { "certificate_revoked", N_ ("your certificate was revoked") },
  { "certificate_unknown", N_ ("I do not accept your certificate") },
  { "close_notify", N_ ("goodbye") },
  { "decode_error", N_ ("I cannot read this") },
  { "decrypt_error", N_ ("this does not fit the key") },
  { "handshake_failure", N_ ("nothing in common") },
  { "illegal_parameter", N_ ("this cannot be") },
  { "inappropriate_fallback", N_ ("you can do better") },
  { "insufficient_security", N_ ("that is too weak for me") },
  { "internal_error", N_ ("something broke in here") },
  { "missing_extension", N_ ("something is left out") },
  { "no_application_protocol", N_ ("no protocol in common") },
  { "no_certificate", N_ ("I have no certificate") },
  { "no_renegotiation", N_ ("I do not begin again") },
  { "protocol_version", N_ ("no version in common") },
  { "record_overflow", N_ ("this is too long") },
  { "unexpected_message", N_ ("not now") },
  { "unknown_ca", N_ ("I do not know your CA") },
  { "unknown_psk_identity", N_ ("I do not know this key") },
  { "unrecognized_name", N_ ("nobody here has that name") },
  { "unsupported_certificate", N_ ("not this kind of certificate") },
  { "unsupported_extension", N_ ("I never asked for that") },
  { "user_canceled", N_ ("somebody stopped it") },
};

static const struct
{
  const char *after;
  const char *next;
} expected[] = {
  { "ClientHello", "ServerHello" },
  { "ServerHello", "Certificate" },
  { "EncryptedExtensions", "Certificate" },
  { "Certificate", "ServerHelloDone" },
  { "CertificateStatus", "ServerHelloDone" },
  { "ServerKeyExchange", "ServerHelloDone" },
  { "CertificateRequest", "ServerHelloDone" },
  { "ClientKeyExchange", "Finished" },
  { "ChangeCipherSpec", "Finished" },
  { "Finished", "Finished" },
};

const char *
lockstep_ladder_gloss (const char *message, gboolean again, gboolean tls13)
{
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    if (g_strcmp0 (messages[i].name, message) == 0)
      {
        if (tls13 && messages[i].tls13 != NULL)
          return _ (messages[i].tls13);
        if (again && messages[i].again != NULL)
          return _ (messages[i].again);
        return _ (messages[i].gloss);
      }

  return "";
}

const char *
lockstep_ladder_alert_gloss (const char *alert)
{
  for (guint i = 0; i < G_N_ELEMENTS (alerts); i++)
    if (g_strcmp0 (alerts[i].name, alert) == 0)
      return _ (alerts[i].gloss);

  return "";
}

const char *
lockstep_ladder_next (const char *message)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (g_strcmp0 (expected[i].after, message) == 0)
      return expected[i].next;

  return NULL;
}

char *
lockstep_ladder_version (const char *version)
{
  if (g_str_has_prefix (version, "TLSv"))
    return g_strdup_printf ("TLS %s%s",
                            version + strlen ("TLSv"),
                            strlen (version) == strlen ("TLSv1") ? ".0" : "");
  if (g_str_has_prefix (version, "SSLv"))
    return g_strdup_printf ("SSL %s", version + strlen ("SSLv"));

  return g_strdup (version);
}
