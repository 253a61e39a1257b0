/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/tls.h"

typedef struct
{
  guint16 number;
  const char *name;
} Name;

static const Name versions[] = {
  { 0x0002, "SSLv2" },   { 0x0300, "SSLv3" },   { 0x0301, "TLSv1" },
  { 0x0302, "TLSv1.1" }, { 0x0303, "TLSv1.2" }, { 0x0304, "TLSv1.3" },
};

static const Name messages[] = {
  { 0, "HelloRequest" },        { 1, "ClientHello" },
  { 2, "ServerHello" },         { 3, "HelloVerifyRequest" },
  { 4, "NewSessionTicket" },    { 5, "EndOfEarlyData" },
  { 6, "HelloRetryRequest" },   { 8, "EncryptedExtensions" },
  { 11, "Certificate" },        { 12, "ServerKeyExchange" },
  { 13, "CertificateRequest" }, { 14, "ServerHelloDone" },
  { 15, "CertificateVerify" },  { 16, "ClientKeyExchange" },
  { 20, "Finished" },           { 21, "CertificateURL" },
  { 22, "CertificateStatus" },  { 23, "SupplementalData" },
  { 24, "KeyUpdate" },          { 25, "CompressedCertificate" },
  { 67, "NextProtocol" },       { 254, "MessageHash" },
};

static const Name alerts[] = {
  { 0, "close_notify" },
  { 10, "unexpected_message" },
  { 20, "bad_record_mac" },
  { 21, "decryption_failed" },
  { 22, "record_overflow" },
  { 30, "decompression_failure" },
  { 40, "handshake_failure" },
  { 41, "no_certificate" },
  { 42, "bad_certificate" },
  { 43, "unsupported_certificate" },
  { 44, "certificate_revoked" },
  { 45, "certificate_expired" },
  { 46, "certificate_unknown" },
  { 47, "illegal_parameter" },
  { 48, "unknown_ca" },
  { 49, "access_denied" },
  { 50, "decode_error" },
  { 51, "decrypt_error" },
  { 60, "export_restriction" },
  { 70, "protocol_version" },
  { 71, "insufficient_security" },
  { 80, "internal_error" },
  { 86, "inappropriate_fallback" },
  { 90, "user_canceled" },
  { 100, "no_renegotiation" },
  { 109, "missing_extension" },
  { 110, "unsupported_extension" },
  { 111, "certificate_unobtainable" },
  { 112, "unrecognized_name" },
  { 113, "bad_certificate_status_response" },
  { 114, "bad_certificate_hash_value" },
  { 115, "unknown_psk_identity" },
  { 116, "certificate_required" },
  { 120, "no_application_protocol" },
  { 121, "ech_required" },
};

static const char *
look_up (const Name *names, guint n_names, guint16 number, const char *otherwise)
{
  for (guint i = 0; i < n_names; i++)
    if (names[i].number == number)
      return names[i].name;

  return otherwise;
}

const char *
lockstep_tls_get_version_name (guint16 version)
{
  return look_up (versions, G_N_ELEMENTS (versions), version, NULL);
}

const char *
lockstep_tls_get_message_name (guint8 type)
{
  return look_up (messages, G_N_ELEMENTS (messages), type, "unknown message");
}

const char *
lockstep_tls_get_alert_name (guint8 code)
{
  return look_up (alerts, G_N_ELEMENTS (alerts), code, "unknown_alert");
}

const char *
lockstep_tls_get_level_name (guint8 level)
{
  if (level == 1)
    return "warning";

  return level == 2 ? "fatal" : "unknown";
}
