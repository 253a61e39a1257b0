/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/recognition.h"

#include "catalog/describe.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *text;
  const char *expected;
} rows[] = {
  { "empty", "", "" },
  { "id", "CWBCO1034", "CWBCO1034" },
  { "id-lower-case", "cwbco1034", "CWBCO1034" },
  { "id-in-quotes", "\"CWBCO1034\"", "CWBCO1034" },
  { "id-in-curly-quotes", "“CWBCO1034”", "CWBCO1034" },
  { "id-emphasised", "_CWBCO1034_", "CWBCO1034" },
  { "id-behind-non-ascii", "（Error SSL0226I）", "SSL0226I GSK_ERROR_IO" },
  { "id-and-code", "CWBCO1034 25406", "CWBCO1034 25406 GSK_ERROR_IO" },
  { "ec", "CWBCO1034 EC 25406", "CWBCO1034 25406 GSK_ERROR_IO" },
  { "ec-glued", "CWBCO1034 EC25406", "CWBCO1034 25406 GSK_ERROR_IO" },
  { "rc-equals", "CWBCO1034 rc=25406", "CWBCO1034 25406 GSK_ERROR_IO" },
  { "rc-before", "rc=25406 CWBCO1034", "CWBCO1034 25406 GSK_ERROR_IO" },
  { "comm-rc",
    "comm rc=25414 - CWBCO1034 - SSL error, function  returned 25414",
    "CWBCO1034 25414 GSK_ERROR_BAD_CERT" },
  { "returned", "CWBCO1034 - SSL error, function returned 25406", "CWBCO1034 25406 GSK_ERROR_IO" },
  { "returned-over-lines",
    "CWBCO1034 - SSL error,\r\n  function returned\r\n\r\n  25406\r\n",
    "CWBCO1034 25406 GSK_ERROR_IO" },
  { "code-over-lines", "\"CWBCO1034\"\n\nSSL Error Code\n25406\n", "CWBCO1034 25406 GSK_ERROR_IO" },
  { "code-with-colon", "CWBCO1034\nError code:25406", "CWBCO1034 25406 GSK_ERROR_IO" },
  { "code-in-brackets", "CWBCO1034 (25406).", "CWBCO1034 25406 GSK_ERROR_IO" },
  { "code-with-hyphen", "CWBCO1034-25406", "CWBCO1034 25406 GSK_ERROR_IO" },
  { "code-with-slash", "CWBCO1034/25406", "CWBCO1034 25406 GSK_ERROR_IO" },
  { "code-behind-no-break-space",
    "CWBCO1034\xc2\xa0"
    "25406",
    "CWBCO1034 25406 GSK_ERROR_IO" },
  { "double-blanks", "CWBCO1034  -  SSL  error  25406", "CWBCO1034 25406 GSK_ERROR_IO" },
  { "gskit-number-only", "CWBCO1034 406", "CWBCO1034 406 GSK_ERROR_IO" },
  { "gskit-number-labelled", "CWBCO1034 SSL error, return code 406", "CWBCO1034 406 GSK_ERROR_IO" },
  { "code-nobody-knows", "CWBCO1034 25999", "CWBCO1034 25999" },
  { "number-of-something-else", "CWBCO1034 on 3 of 17 PCs", "CWBCO1034" },
  { "date-and-time-beside", "21.11.2026 10:25:40 CWBCO1034 25406", "CWBCO1034 25406 GSK_ERROR_IO" },
  { "port-is-no-code", "CWBCO1034 ibmi.example.com:25406", "CWBCO1034 @ibmi.example.com:25406" },
  { "version-is-no-code", "CWBCO1034 with 25406.1", "CWBCO1034" },
  { "page-of-a-manual",
    "CWBCO1034; 25406; SSL; CONNECTION; ERROR",
    "CWBCO1034 25406 GSK_ERROR_IO" },
  { "mention-without-code",
    "CWBCO1034 25406\nSee also CWBCO1034.",
    "CWBCO1034 25406 GSK_ERROR_IO" },
  { "nought-for-o", "CWBC01034 25406", "CWBCO1034 25406 GSK_ERROR_IO ~CWBC01034" },
  { "o-for-nought", "CWBCO1O34", "CWBCO1034 ~CWBCO1O34" },
  { "hyphen-inside", "cwbco-1034", "CWBCO1034 ~cwbco-1034" },
  { "blank-inside", "CWBCO 1034 25406", "CWBCO1034 25406 GSK_ERROR_IO ~CWBCO 1034" },
  { "line-break-inside", "CWBCO\n1034", "CWBCO1034 ~CWBCO 1034" },
  { "letter-missing", "CWBC1034", "CWBCO1034 ~CWBC1034" },
  { "letter-twice", "CWWBCO1034", "CWBCO1034 ~CWWBCO1034" },
  { "letters-exchanged", "CWBOC1034", "CWBCO1034 ~CWBOC1034" },
  { "letter-wrong", "CWNCO1034", "CWBCO1034 ~CWNCO1034" },
  { "other-product-part", "CWBLM1034 CWBSY1034", "" },
  { "number-unknown", "CWBCO9999", "" },
  { "ihs", "SSL0226I", "SSL0226I GSK_ERROR_IO" },
  { "ihs-lower-case", "ssl0226i", "SSL0226I GSK_ERROR_IO" },
  { "ihs-nought-missing", "SSL226I", "SSL0226I GSK_ERROR_IO ~SSL226I" },
  { "ihs-nought-too-many", "SSL00226I", "SSL0226I GSK_ERROR_IO ~SSL00226I" },
  { "ihs-no-letter", "SSL0226", "SSL0226I GSK_ERROR_IO ~SSL0226" },
  { "ihs-other-letter", "SSL0226E", "SSL0226I GSK_ERROR_IO ~SSL0226E" },
  { "ihs-o-for-nought", "SSLO226I", "SSL0226I GSK_ERROR_IO ~SSLO226I" },
  { "ihs-blank", "SSL 0226I", "SSL0226I GSK_ERROR_IO ~SSL 0226I" },
  { "no-ihs", "SSL 226 SSL128 SSL3 SSL 443 OpenSSL0226I SSL0226IX", "" },
  { "ihs-log-line",
    "[Fri Jan 16 14:28:36 2015] [crit] [client 192.0.2.52] [2195808] [2864] SSL0226I: SSL "
    "Handshake "
    "Failed, I/O error during handshake. [192.0.2.52:37368 -> 192.0.2.29:443] [14:28:36.457113] ",
    "SSL0226I GSK_ERROR_IO @192.0.2.29:443" },
  { "ihs-9-log-line",
    "[Fri Jan 16 14:28:36.457113 2026] [ibm_ssl:error] [pid 12:tid 1] [client 192.0.2.52:37368] "
    "SSL0234W: SSL Handshake Failed, The certificate sent by the peer expired or is invalid.",
    "SSL0234W GSK_ERROR_BAD_CERT" },
  { "ihs-log-line-ipv6",
    "SSL0226I: text [2001:db8::52:37368 -> 2001:db8::29:443]",
    "SSL0226I GSK_ERROR_IO @2001:db8::29:443" },
  { "ihs-quoted",
    "\"SSL0221E: SSL Handshake Failed, Invalid date.\"",
    "SSL0221E GSK_ERROR_BAD_DATE" },
  { "bare-code", "25406", "CWBCO1034 25406 GSK_ERROR_IO" },
  { "bare-code-in-quotes", " \"25406\" ", "CWBCO1034 25406 GSK_ERROR_IO" },
  { "bare-gskit-number", "406", "CWBCO1034 406 GSK_ERROR_IO" },
  { "bare-with-label", "SSL error code 25406", "CWBCO1034 25406 GSK_ERROR_IO" },
  { "bare-name", "GSK_ERROR_IO", "CWBCO1034 406 GSK_ERROR_IO" },
  { "bare-name-and-number", "gsk_error_io (406)", "CWBCO1034 406 GSK_ERROR_IO" },
  { "name-in-a-job-log", "CPDBC8A", "CWBCO1034 406 GSK_ERROR_IO" },
  { "bare-unknown", "25999", "" },
  { "bare-typed-halfway", "4", "" },
  { "dialog-without-id",
    "SSL error, function returned\n25406\nDo you want to try again?",
    "CWBCO1034 25406 GSK_ERROR_IO" },
  { "plug-in-log",
    "ERROR: lib_stream: openStream: Failed in r_gsk_secure_soc_init: GSK_ERROR_BAD_CERT(gsk rc = "
    "414)",
    "CWBCO1034 414 GSK_ERROR_BAD_CERT" },
  { "gsk-error-code",
    "WSAConnectSSL: GSK Error Code: 414, GSK_ERROR_BAD_CERT.",
    "CWBCO1034 414 GSK_ERROR_BAD_CERT" },
  { "gsk-function-failed",
    "The SSL function \"gsk_environment_init\" failed with the return code \"406\" in \"x\".",
    "CWBCO1034 406 GSK_ERROR_IO" },
  { "gsk-function-returned",
    "gsk_secure_soc_init failed and returned: 406",
    "CWBCO1034 406 GSK_ERROR_IO" },
  { "socket", "DPWIV1060E   Could not read from socket (406)", "CWBCO1034 406 GSK_ERROR_IO" },
  { "number-in-a-sentence", "My order number is 25406.", "" },
  { "numbers-in-a-sentence", "There were 406 errors on 25406 computers.", "" },
  { "several",
    "SSL0226I\nCWBCO1034 25406\nCWBCO1034 25417\nCWBCO1034 25406\nCWBCO1034 25406\nSSL0226I",
    "CWBCO1034 25406 GSK_ERROR_IO *3, SSL0226I GSK_ERROR_IO *2, "
    "CWBCO1034 25417 GSK_ERROR_SELF_SIGNED" },
  { "each-line-its-code",
    "rc=25414 - CWBCO1034 - SSL error\nrc=25406 - CWBCO1034 - SSL error",
    "CWBCO1034 25414 GSK_ERROR_BAD_CERT, CWBCO1034 25406 GSK_ERROR_IO" },
  { "right-before-often",
    "SSL226E\nSSL226E\nCWBCO1034 25406",
    "CWBCO1034 25406 GSK_ERROR_IO, SSL0226I GSK_ERROR_IO *2 ~SSL226E" },
  { "network-code",
    "Communication link failure. comm rc=10061 - CWBCO1049 - The IBM i server application  is not "
    "started",
    "CWBCO1049 10061 WSAECONNREFUSED" },
  { "network-code-behind", "CWBCO1003 10054", "CWBCO1003 10054 WSAECONNRESET" },
  { "network-code-alone", "10060", "CWBCO1003 10060 WSAETIMEDOUT" },
  { "network-name", "(WSAECONNREFUSED)", "CWBCO1003 10061 WSAECONNREFUSED" },
  { "client-access-code",
    "comm rc=8413 - CWBCO1054 - A user-specified time-out occurred",
    "CWBCO1054 8413 CWB_USER_TIMEOUT_SENDRCV" },
  { "client-access-code-is-like-a-port", "8413", "" },
  { "legacy-code", "CWBCO1034 20001", "CWBCO1034 20001" },
  { "legacy-code-alone", "20001", "" },
  { "says",
    "SSL Library Error: error:14094418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca",
    "openssl.alert-unknown-ca *2" },
  { "says-any-case", "pkix PATH building Failed", "java.pkix-path GSK_ERROR_BAD_CERTIFICATE" },
  { "says-over-lines",
    "PKIX  path\r\n\tbuilding\xc2\xa0 failed",
    "java.pkix-path GSK_ERROR_BAD_CERTIFICATE" },
  { "says-inside-a-word", "XERR_CERT_REVOKED ERR_CERT_REVOKEDX MY_ERR_CERT_REVOKED", "" },
  { "says-number-goes-on", "verify error:num=100", "" },
  { "says-curly-quote",
    "Unable to locally verify the issuer\xe2\x80\x99s authority",
    "wget.unverified" },
  { "says-the-longer-one-counts",
    "error:0A000086:SSL routines::certificate verify failed: certificate has expired",
    "openssl.certificate-expired GSK_ERROR_BAD_DATE, openssl.verify-failed "
    "GSK_ERROR_CERT_VALIDATION" },
  { "says-the-narrower-one-first",
    "curl: (60) SSL certificate problem: certificate has expired",
    "openssl.certificate-expired GSK_ERROR_BAD_DATE, curl.60" },
  { "says-behind-an-id",
    "certificate has expired: SSL certificate problem: certificate has expired, SSL0226I",
    "SSL0226I GSK_ERROR_IO, openssl.certificate-expired GSK_ERROR_BAD_DATE" },
  { "job-log", "SSL_Handshake failed with return code -16.", "ibmi.ssl-16 GSK_ERROR_BAD_PEER" },
  { "job-log-rc", "QTVTELNET: SSL handshake error, rc=-2", "ibmi.ssl-2 GSK_ERROR_NO_CERTIFICATE" },
  { "job-log-unknown", "SSL error -17", "" },
  { "job-log-no-minus", "SSL error rc-16", "" },
  { "negative-is-not-gskit", "gsk rc = -414 in a job log", "" },
};

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  g_autofree char *found = lockstep_test_describe (catalog, rows[i].text);

  g_assert_cmpstr (found, ==, rows[i].expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/catalog/recognition/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }

  return g_test_run ();
}
