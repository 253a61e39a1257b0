/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facts/fact.h"

#define OF_CASE LOCKSTEP_FACT_OF_CASE
#define OF_TARGET LOCKSTEP_FACT_OF_TARGET
#define DERIVED LOCKSTEP_FACT_DERIVED

#define PORT_WORDS "open refused silent unreachable failed"
#define HANDSHAKE_WORDS                                                                            \
  "complete reset closed silent alert not-tls garbled declined-by-us unreached"
#define VALIDITY_WORDS "valid expires-soon expired not-yet-valid"

/* A table is read by its rows. */
/* clang-format off */
static const LockstepFactSpec specs[LOCKSTEP_N_FACTS] = {
  [LOCKSTEP_FACT_SYMPTOM_MESSAGE] = { "symptom.message", LOCKSTEP_FACT_STRING, OF_CASE, NULL, NULL, "Id of the message that the user saw" },
  [LOCKSTEP_FACT_SYMPTOM_CODE] = { "symptom.code", LOCKSTEP_FACT_INTEGER, OF_CASE, NULL, NULL, "Return code beside that message" },
  [LOCKSTEP_FACT_SYMPTOM_CONDITION] = { "symptom.condition", LOCKSTEP_FACT_STRING, OF_CASE, NULL, NULL, "GSKit condition behind message and code" },
  [LOCKSTEP_FACT_RUN_AT] = { "run.at", LOCKSTEP_FACT_TIME, OF_CASE, NULL, NULL, "Time for which validity is judged: this computer's clock unless another time was asked for" },
  [LOCKSTEP_FACT_RUN_OFFLINE] = { "run.offline", LOCKSTEP_FACT_BOOLEAN, OF_CASE, NULL, NULL, "Nobody but the server itself was contacted" },
  [LOCKSTEP_FACT_RUN_SERVER_NAME] = { "run.server-name", LOCKSTEP_FACT_STRING, OF_CASE, NULL, NULL, "Name that the user's client asks for, where it differs from the host" },
  [LOCKSTEP_FACT_RUN_TRUST_FILES] = { "run.trust-files", LOCKSTEP_FACT_LIST, OF_CASE, NULL, NULL, "Base names of the extra CA files" },
  [LOCKSTEP_FACT_RUN_SYSTEM_TRUST] = { "run.system-trust", LOCKSTEP_FACT_BOOLEAN, OF_CASE, NULL, NULL, "This computer's own CA certificates were trusted too" },
  [LOCKSTEP_FACT_DCM_APPLICATION] = { "dcm.application", LOCKSTEP_FACT_STRING, OF_CASE, NULL, NULL, "Application ID that was looked up in DCM" },
  [LOCKSTEP_FACT_DCM_LABEL] = { "dcm.label", LOCKSTEP_FACT_STRING, OF_CASE, NULL, NULL, "Label of the certificate that DCM shows for that application" },
  [LOCKSTEP_FACT_DCM_NOT_AFTER] = { "dcm.not-after", LOCKSTEP_FACT_TIME, OF_CASE, NULL, NULL, "End of validity that a person read in DCM" },
  [LOCKSTEP_FACT_DCM_NOTHING_ASSIGNED] = { "dcm.nothing-assigned", LOCKSTEP_FACT_BOOLEAN, OF_CASE, NULL, NULL, "DCM shows no certificate for that application" },
  [LOCKSTEP_FACT_TARGET_TLS] = { "target.tls", LOCKSTEP_FACT_BOOLEAN, OF_TARGET, NULL, NULL, "TLS is expected on this port" },
  [LOCKSTEP_FACT_NAME_OUTCOME] = { "name.outcome", LOCKSTEP_FACT_WORD, OF_TARGET, "found not-found failed address", NULL, "How looking up the host's name ended; 'address' where it is one already" },
  [LOCKSTEP_FACT_NAME_ERROR] = { "name.error", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "What the resolver said" },
  [LOCKSTEP_FACT_NAME_ADDRESSES] = { "name.addresses", LOCKSTEP_FACT_LIST, OF_TARGET, NULL, NULL, "All addresses of the name, in the order to be tried" },
  [LOCKSTEP_FACT_NAME_DURATION] = { "name.duration", LOCKSTEP_FACT_INTEGER, OF_TARGET, NULL, "us", "Time that looking up the name took" },
  [LOCKSTEP_FACT_PORT_OUTCOME] = { "port.outcome", LOCKSTEP_FACT_WORD, OF_TARGET, PORT_WORDS, NULL, "How connecting ended" },
  [LOCKSTEP_FACT_PORT_ERROR] = { "port.error", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "Name of the system's error (ECONNREFUSED)" },
  [LOCKSTEP_FACT_PORT_DURATION] = { "port.duration", LOCKSTEP_FACT_INTEGER, OF_TARGET, NULL, "us", "Time until the connection stood or failed" },
  [LOCKSTEP_FACT_PLAIN_PORT] = { "plain.port", LOCKSTEP_FACT_INTEGER, OF_TARGET, NULL, NULL, "The same service's port without TLS" },
  [LOCKSTEP_FACT_PLAIN_OUTCOME] = { "plain.outcome", LOCKSTEP_FACT_WORD, OF_TARGET, PORT_WORDS, NULL, "How connecting to the port without TLS ended" },
  [LOCKSTEP_FACT_PLAIN_DURATION] = { "plain.duration", LOCKSTEP_FACT_INTEGER, OF_TARGET, NULL, "us", "Time until that connection stood or failed" },
  [LOCKSTEP_FACT_HANDSHAKE_OUTCOME] = { "handshake.outcome", LOCKSTEP_FACT_WORD, OF_TARGET, HANDSHAKE_WORDS, NULL, "How the handshake ended" },
  [LOCKSTEP_FACT_HANDSHAKE_STAGE] = { "handshake.stage", LOCKSTEP_FACT_WORD, OF_TARGET, "connected client-hello server-hello certificate server-hello-done finished", NULL, "The last thing that was seen of the handshake; 'client-hello' means that the server has sent nothing of its own" },
  [LOCKSTEP_FACT_HANDSHAKE_DURATION] = { "handshake.duration", LOCKSTEP_FACT_INTEGER, OF_TARGET, NULL, "us", "Time from the ClientHello to the end" },
  [LOCKSTEP_FACT_HANDSHAKE_SERVER_NAME] = { "handshake.server-name", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "Name sent as SNI; absent where none was" },
  [LOCKSTEP_FACT_HANDSHAKE_VERSION] = { "handshake.version", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "Version agreed (TLSv1.2)" },
  [LOCKSTEP_FACT_HANDSHAKE_CIPHER] = { "handshake.cipher", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "Cipher suite agreed, by its RFC name" },
  [LOCKSTEP_FACT_HANDSHAKE_GROUP] = { "handshake.group", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "Group of the key exchange (x25519)" },
  [LOCKSTEP_FACT_HANDSHAKE_ALERT] = { "handshake.alert", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "TLS name of the fatal alert received (RFC 8446 6.2)" },
  [LOCKSTEP_FACT_HANDSHAKE_ALERT_SENT] = { "handshake.alert-sent", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "TLS name of the fatal alert that this side sent" },
  [LOCKSTEP_FACT_HANDSHAKE_PROTOCOL] = { "handshake.protocol", LOCKSTEP_FACT_WORD, OF_TARGET, "http smtp ftp imap pop3 ldap ssh telnet host-server database rdp unknown", NULL, "What the port speaks instead of TLS" },
  [LOCKSTEP_FACT_HANDSHAKE_FIRST_BYTES] = { "handshake.first-bytes", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "Beginning of an answer that is no TLS, printable, others escaped" },
  [LOCKSTEP_FACT_HANDSHAKE_ERROR] = { "handshake.error", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "What OpenSSL or the system said at the end" },
  [LOCKSTEP_FACT_HANDSHAKE_CLIENT_CERTIFICATE] = { "handshake.client-certificate", LOCKSTEP_FACT_BOOLEAN, OF_TARGET, NULL, NULL, "The server asked for a client certificate" },
  [LOCKSTEP_FACT_LOOK_WAIT] = { "look.wait", LOCKSTEP_FACT_WORD, OF_TARGET, "quiet reset closed spoke unreached", NULL, "Second look: connect, send nothing, wait a moment" },
  [LOCKSTEP_FACT_LOOK_TLS12] = { "look.tls12", LOCKSTEP_FACT_WORD, OF_TARGET, HANDSHAKE_WORDS, NULL, "Second look: a handshake that offers TLS 1.2 at most" },
  [LOCKSTEP_FACT_LOOK_NO_NAME] = { "look.no-name", LOCKSTEP_FACT_WORD, OF_TARGET, HANDSHAKE_WORDS, NULL, "Second look: a handshake without SNI" },
  [LOCKSTEP_FACT_CERTIFICATE_SUBJECT] = { "certificate.subject", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "Subject of the server's certificate (RFC 4514)" },
  [LOCKSTEP_FACT_CERTIFICATE_ISSUER] = { "certificate.issuer", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "Issuer of the server's certificate (RFC 4514)" },
  [LOCKSTEP_FACT_CERTIFICATE_SERIAL] = { "certificate.serial", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "Serial number in hexadecimal" },
  [LOCKSTEP_FACT_CERTIFICATE_NOT_BEFORE] = { "certificate.not-before", LOCKSTEP_FACT_TIME, OF_TARGET, NULL, NULL, "Beginning of its validity" },
  [LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER] = { "certificate.not-after", LOCKSTEP_FACT_TIME, OF_TARGET, NULL, NULL, "End of its validity" },
  [LOCKSTEP_FACT_CERTIFICATE_NAMES] = { "certificate.names", LOCKSTEP_FACT_LIST, OF_TARGET, NULL, NULL, "Its names: subject alternative names, else the common name" },
  [LOCKSTEP_FACT_CERTIFICATE_KEY] = { "certificate.key", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "Its key (RSA 2048)" },
  [LOCKSTEP_FACT_CERTIFICATE_KEY_BITS] = { "certificate.key-bits", LOCKSTEP_FACT_INTEGER, OF_TARGET, NULL, "bit", "Size of its key" },
  [LOCKSTEP_FACT_CERTIFICATE_SIGNATURE] = { "certificate.signature", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "Its signature algorithm (sha256WithRSAEncryption)" },
  [LOCKSTEP_FACT_CERTIFICATE_SHA256] = { "certificate.sha256", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "SHA-256 fingerprint, pairs of digits with colons" },
  [LOCKSTEP_FACT_CERTIFICATE_SELF_SIGNED] = { "certificate.self-signed", LOCKSTEP_FACT_BOOLEAN, OF_TARGET, NULL, NULL, "Its own key has signed it" },
  [LOCKSTEP_FACT_CERTIFICATE_USABLE_BY_SERVER] = { "certificate.usable-by-server", LOCKSTEP_FACT_BOOLEAN, OF_TARGET, NULL, NULL, "Its usages allow a TLS server" },
  [LOCKSTEP_FACT_CHAIN_SENT] = { "chain.sent", LOCKSTEP_FACT_INTEGER, OF_TARGET, NULL, NULL, "Number of certificates that the server sent" },
  [LOCKSTEP_FACT_CHAIN_TRUST] = { "chain.trust", LOCKSTEP_FACT_WORD, OF_TARGET, "trusted self-signed unknown-issuer issuer-missing bad-signature not-a-ca other", NULL, "Whether a path leads to a CA that is trusted here, dates and names left aside" },
  [LOCKSTEP_FACT_CHAIN_VERIFY_CODE] = { "chain.verify-code", LOCKSTEP_FACT_INTEGER, OF_TARGET, NULL, NULL, "OpenSSL's X509_V_ERR number, unchanged" },
  [LOCKSTEP_FACT_CHAIN_VERIFY_DEPTH] = { "chain.verify-depth", LOCKSTEP_FACT_INTEGER, OF_TARGET, NULL, NULL, "Depth at which it was raised; 0 is the server's certificate" },
  [LOCKSTEP_FACT_CHAIN_VERIFY_TEXT] = { "chain.verify-text", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "OpenSSL's words for it" },
  [LOCKSTEP_FACT_CHAIN_ANCHOR] = { "chain.anchor", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "Subject of the trusted CA at the end of the path" },
  [LOCKSTEP_FACT_CHAIN_ANCHOR_SOURCE] = { "chain.anchor-source", LOCKSTEP_FACT_WORD, OF_TARGET, "system file", NULL, "Where that CA was found" },
  [LOCKSTEP_FACT_CHAIN_ANCHOR_FILE] = { "chain.anchor-file", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "Base name of the file with that CA" },
  [LOCKSTEP_FACT_CHAIN_MISSING_ISSUER] = { "chain.missing-issuer", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "Issuer of the last certificate of the path, which was found nowhere" },
  [LOCKSTEP_FACT_HTTPS_OUTCOME] = { "https.outcome", LOCKSTEP_FACT_WORD, OF_TARGET, "answered failed", NULL, "How asking as a browser would ended" },
  [LOCKSTEP_FACT_HTTPS_STATUS] = { "https.status", LOCKSTEP_FACT_INTEGER, OF_TARGET, NULL, NULL, "HTTP status of the answer" },
  [LOCKSTEP_FACT_HTTPS_CERTIFICATE_SHA256] = { "https.certificate-sha256", LOCKSTEP_FACT_STRING, OF_TARGET, NULL, NULL, "Fingerprint of the certificate that libsoup got" },
  [LOCKSTEP_FACT_HTTPS_CERTIFICATE_NOT_AFTER] = { "https.certificate-not-after", LOCKSTEP_FACT_TIME, OF_TARGET, NULL, NULL, "End of validity of the certificate that libsoup got" },
  [LOCKSTEP_FACT_HTTPS_DURATION] = { "https.duration", LOCKSTEP_FACT_INTEGER, OF_TARGET, NULL, "us", "Time until the answer" },
  [LOCKSTEP_FACT_CLOCK_SERVER] = { "clock.server", LOCKSTEP_FACT_TIME, OF_TARGET, NULL, NULL, "The server's clock" },
  [LOCKSTEP_FACT_CLOCK_OFFSET] = { "clock.offset", LOCKSTEP_FACT_INTEGER, OF_TARGET, NULL, "s", "The server's clock less this computer's" },
  [LOCKSTEP_FACT_CLOCK_SOURCE] = { "clock.source", LOCKSTEP_FACT_WORD, OF_TARGET, "http-date", NULL, "Where the server's clock was read" },
  [LOCKSTEP_FACT_CERTIFICATE_VALIDITY] = { "certificate.validity", LOCKSTEP_FACT_WORD, DERIVED, VALIDITY_WORDS, NULL, "Where the time of judging lies in the validity of the server's certificate" },
  [LOCKSTEP_FACT_CERTIFICATE_DAYS_LEFT] = { "certificate.days-left", LOCKSTEP_FACT_INTEGER, DERIVED, NULL, "d", "Calendar days to the end of its validity; negative once it is over" },
  [LOCKSTEP_FACT_CERTIFICATE_NAME_MATCHES] = { "certificate.name-matches", LOCKSTEP_FACT_BOOLEAN, DERIVED, NULL, NULL, "One of its names is the one asked for (RFC 9525)" },
  [LOCKSTEP_FACT_CHAIN_ISSUER_VALIDITY] = { "chain.issuer-validity", LOCKSTEP_FACT_WORD, DERIVED, VALIDITY_WORDS, NULL, "The worst validity among the CA certificates of the path" },
  [LOCKSTEP_FACT_CLOCK_AGREES] = { "clock.agrees", LOCKSTEP_FACT_BOOLEAN, DERIVED, NULL, NULL, "The two clocks are not more than 60 seconds apart" },
  [LOCKSTEP_FACT_DCM_VALIDITY] = { "dcm.validity", LOCKSTEP_FACT_WORD, DERIVED, "valid expired", NULL, "Where the time of judging lies against the date read in DCM" },
  [LOCKSTEP_FACT_DCM_AGREES] = { "dcm.agrees", LOCKSTEP_FACT_BOOLEAN, DERIVED, NULL, NULL, "The date read in DCM is that of the certificate seen on the network" },
};
/* clang-format on */

const LockstepFactSpec *
lockstep_fact_get_spec (LockstepFact fact)
{
  g_return_val_if_fail (fact < LOCKSTEP_N_FACTS, NULL);

  return &specs[fact];
}

gboolean
lockstep_fact_from_path (const char *path, LockstepFact *ret_fact)
{
  g_return_val_if_fail (path != NULL, FALSE);

  for (guint i = 0; i < LOCKSTEP_N_FACTS; i++)
    if (strcmp (specs[i].path, path) == 0)
      {
        *ret_fact = (LockstepFact) i;
        return TRUE;
      }

  return FALSE;
}

gboolean
lockstep_fact_has_word (LockstepFact fact, const char *word)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (fact < LOCKSTEP_N_FACTS && word != NULL, FALSE);

  if (specs[fact].words == NULL)
    return FALSE;

  words = g_strsplit (specs[fact].words, " ", -1);

  return g_strv_contains ((const char *const *) words, word);
}
