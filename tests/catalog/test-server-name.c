/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/recognition.h"

#include "catalog/describe.h"

static const struct
{
  const char *name;
  const char *text;
  const char *expected;
} rows[] = {
  { "nothing", "Nothing is named here.", "" },
  { "labelled", "System: ibmi.example.com", "@ibmi.example.com" },
  { "labelled-upper-case", "SYSTEM:  IBMI.EXAMPLE.COM\n", "@IBMI.EXAMPLE.COM" },
  { "labelled-next-line", "Server name:\n  ibmi.example.com\n", "@ibmi.example.com" },
  { "labelled-with-port", "Server: ibmi.example.com:9476", "@ibmi.example.com:9476" },
  { "labelled-in-quotes", "host=\"ibmi.example.com\"", "@ibmi.example.com" },
  { "labelled-without-points", "System: MYIBMI\nUser: QSECOFR", "@MYIBMI" },
  { "labelled-without-points-in-a-sentence", "System: everything is broken", "" },
  { "labelled-address", "IP address: 192.0.2.7", "@192.0.2.7" },
  { "labelled-ipv6", "Address: 2001:db8::7", "@2001:db8::7" },
  { "labelled-ipv6-with-port", "Host: [2001:db8::7]:992", "@2001:db8::7:992" },
  { "label-wins", "mail.example.org says System: ibmi.example.com", "@ibmi.example.com" },
  { "operating-system", "Operating System: Windows\n", "" },
  { "server-header", "Server: Apache/2.4.57 (Unix)", "" },
  { "connect-to", "cannot connect to ibmi.example.com:9476", "@ibmi.example.com:9476" },
  { "connect-to-short-name", "socket 16 connected to servis2:9443", "@servis2:9443" },
  { "connect-to-address", "connect to 192.0.2.7:992 failed", "@192.0.2.7:992" },
  { "url", "https://ibmi.example.com:2001/QIBM/ICSS/Cert/Admin", "@ibmi.example.com:2001" },
  { "url-short-name", "open http://myibmi:2006/dcm now", "@myibmi:2006" },
  { "url-of-the-vendor", "see http://www.ibm.com/support/docview.wss?uid=x", "" },
  { "vendor-when-labelled", "System: ibmi.ibm.example", "@ibmi.ibm.example" },
  { "tail-names-the-server", "[192.0.2.5:37368 -> 192.0.2.29:443]", "@192.0.2.29:443" },
  { "client-is-no-server", "[info] [client 192.0.2.5:49361] [110a2c410] Session ID: x", "" },
  { "sentence", "It fails on ibmi.example.com since today.", "@ibmi.example.com" },
  { "sentence-with-port", "On ibmi.example.com, port 9476, it fails.", "@ibmi.example.com:9476" },
  { "sentence-of-a-country", "I mean ibmi.example.de.", "@ibmi.example.de" },
  { "in-house-name", "I mean as400.prod.firma, of course", "@as400.prod.firma" },
  { "address-alone", " 192.0.2.7\n", "@192.0.2.7" },
  { "address-alone-with-port", "192.0.2.7:9476", "@192.0.2.7:9476" },
  { "ipv6-alone", "2001:db8::7", "@2001:db8::7" },
  { "address-in-a-sentence", "The PC is 192.0.2.7 here", "" },
  { "version", "ACS release 11.0.3 and 1.1.9.2", "" },
  { "date", "since 21.11.2026 or 2026.11.21", "" },
  { "time", "at 10:41:07.123 today", "" },
  { "files", "gskit.log, system.kdb, key.sth, libgsk8ssl.so, mod_was_ap22_http.c, setup.exe", "" },
  { "path", "C:\\Users\\host.example.com\\x and /etc/host.example.com/x", "" },
  { "java-class", "java.net.SocketException at com.ibm.as400.access.SocketFactory", "" },
  { "java-property", "-Djavax.net.ssl.trustStore=x -Djdk.tls.client.protocols=TLSv1.2", "" },
  { "dot-net", "System.Net.Security.SslStream in ASP.NET", "" },
  { "function", "worker.close(1095) and obj.call.name(x)", "" },
  { "mail", "ask john.doe@mail.example.com about it", "" },
  { "blank-forgotten", "It failed.Please help. The session ended.the user waits", "" },
  { "abbreviation", "e.g. this, i.e. that, etc.", "" },
  { "port-out-of-range", "Server: ibmi.example.com:99999", "@ibmi.example.com" },
  { "port-of-something-else", "The port lookup mode is set", "" },
};

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  g_autofree char *found = lockstep_test_describe (catalog, rows[i].text);

  g_assert_cmpstr (found, ==, rows[i].expected);
}

/* The offsets are what the field highlights. */
static void
test_offsets (void)
{
  const char *text = "Grüße!\nSystem: ibmi.example.com\nCWBCO 1034, rc = 25406";
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  g_autoptr (LockstepRecognition) recognition = lockstep_recognise (catalog, text);
  const LockstepMatch *match;
  g_autofree char *id = NULL;
  g_autofree char *code = NULL;
  g_autofree char *host = NULL;

  g_assert_cmpuint (recognition->matches->len, ==, 1);
  match = g_ptr_array_index (recognition->matches, 0);
  id = g_strndup (text + match->start, match->end - match->start);
  code = g_strndup (text + match->code_start, match->code_end - match->code_start);
  host =
      g_strndup (text + recognition->host_start, recognition->host_end - recognition->host_start);
  g_assert_cmpstr (id, ==, "CWBCO 1034");
  g_assert_cmpstr (code, ==, "25406");
  g_assert_cmpstr (host, ==, "ibmi.example.com");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/catalog/server-name/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }

  g_test_add_func ("/catalog/server-name/offsets", test_offsets);

  return g_test_run ();
}
