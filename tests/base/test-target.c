/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/target.h"

typedef struct
{
  const char *text;
  const char *host; /* NULL: is refused */
  guint16 port;
} Row;

#define LABEL63 "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk"

static const Row rows[] = {
  { "ibmi.example.com", "ibmi.example.com", 0 },
  { "ibmi.example.com:992", "ibmi.example.com", 992 },
  { "ibmi", "ibmi", 0 },
  { "IBMI_TEST:9476", "IBMI_TEST", 9476 },
  { "ibmi.example.com.:992", "ibmi.example.com.", 992 },
  { "bücher.example", "bücher.example", 0 },
  { "192.0.2.7:1", "192.0.2.7", 1 },
  { "192.0.2.7:65535", "192.0.2.7", 65535 },
  { "[2001:db8::1]:9476", "2001:db8::1", 9476 },
  { "[2001:db8::1]", "2001:db8::1", 0 },
  { "2001:db8::1", "2001:db8::1", 0 },
  { LABEL63 ".x", LABEL63 ".x", 0 },
  { LABEL63 "a.x", NULL, 0 },
  { "https://www.example.com/a/b?c:1", "www.example.com", 443 },
  { "HTTPS://www.example.com:8443/", "www.example.com", 8443 },
  { "https://[2001:db8::1]:2007", "2001:db8::1", 2007 },
  { "https:///", NULL, 0 },
  { "https://user@www.example.com/", NULL, 0 },
  { "http://www.example.com/", NULL, 0 },
  { "host:0", NULL, 0 },
  { "host:65536", NULL, 0 },
  { "host:99999", NULL, 0 },
  { "host:-1", NULL, 0 },
  { "host:", NULL, 0 },
  { "host:99a", NULL, 0 },
  { "host: 99", NULL, 0 },
  { "", NULL, 0 },
  { ":992", NULL, 0 },
  { "two words", NULL, 0 },
  { "-host", NULL, 0 },
  { "host-", NULL, 0 },
  { "a..b", NULL, 0 },
  { "1.2.3", NULL, 0 },
  { "300.1.1.1", NULL, 0 },
  { "host;rm", NULL, 0 },
  { "host\n", NULL, 0 },
  { "[2001:db8::1", NULL, 0 },
  { "[nonsense]:99", "nonsense", 99 },
  { "\xff\xfe", NULL, 0 },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *host = NULL;
  guint16 port = 1234;

  if (row->host != NULL)
    {
      g_assert_true (lockstep_target_read (row->text, &host, &port, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (host, ==, row->host);
      g_assert_cmpuint (port, ==, row->port);
      return;
    }

  g_assert_false (lockstep_target_read (row->text, &host, &port, &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_USAGE);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (host);
  g_assert_cmpuint (port, ==, 1234);
}

static void
test_print (void)
{
  g_autofree char *name = lockstep_target_print ("ibmi", 992);
  g_autofree char *v6 = lockstep_target_print ("2001:db8::1", 992);

  g_assert_cmpstr (name, ==, "ibmi:992");
  g_assert_cmpstr (v6, ==, "[2001:db8::1]:992");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/base/target/row-%u", i);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/base/target/print", test_print);

  return g_test_run ();
}
