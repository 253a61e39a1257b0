/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/redaction.h"

typedef struct
{
  const char *name;
  LockstepRedactionKinds kinds;
  const char *text;
  const char *clean;
} Row;

#define ALL (LOCKSTEP_REDACT_HOSTS | LOCKSTEP_REDACT_ADDRESSES | LOCKSTEP_REDACT_USERS)

static const Row rows[] = {
  { "host", ALL, "to ibmi.example.com now", "to host-1 now" },
  { "case", ALL, "to IBMI.Example.COM now", "to host-1 now" },
  { "short-name-inside", ALL, "ibmi and ibmi.example.com", "host-2 and host-1" },
  { "part-of-a-word", ALL, "ibmix ibmi", "ibmix host-2" },
  { "curly-quotes", ALL, "“ibmi” 192.0.2.7…", "“host-2” address-1…" },
  { "part-of-a-foreign-word", ALL, "ibmiä äibmi", "ibmiä äibmi" },
  { "address", ALL, "at 192.0.2.7:992.", "at address-1:992." },
  { "unknown-address", ALL, "via 198.51.100.9", "via address-2" },
  { "unknown-v6", ALL, "via 2001:db8::9, too", "via address-2, too" },
  { "same-unknown-twice", ALL, "10.0.0.1 10.0.0.1", "address-2 address-2" },
  { "after-a-label", ALL, "IP:198.51.100.9 peer:2001:db8::9", "IP:address-2 peer:address-3" },
  { "after-dots", ALL, "from ...198.51.100.9", "from ...address-2" },
  { "before-dots",
    ALL,
    "198.51.100.9......................................",
    "address-2......................................" },
  { "fingerprint",
    ALL,
    "AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89",
    "AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89" },
  { "no-version", ALL, "version 11.0.3 at 10:42", "version 11.0.3 at 10:42" },
  { "user", ALL, "user MMUSTER.", "user user-1." },
  { "only-users",
    LOCKSTEP_REDACT_USERS,
    "MMUSTER on ibmi at 192.0.2.7",
    "user-1 on ibmi at 192.0.2.7" },
  { "nothing-chosen", LOCKSTEP_REDACT_NONE, "MMUSTER ibmi 192.0.2.7", "MMUSTER ibmi 192.0.2.7" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (LockstepRedaction) redaction = lockstep_redaction_new (row->kinds);
  g_autofree char *clean = NULL;

  lockstep_redaction_add_host (redaction, "ibmi.example.com");
  lockstep_redaction_add_host (redaction, "ibmi");
  lockstep_redaction_add_host (redaction, "ibmi");
  lockstep_redaction_add_host (redaction, "192.0.2.7");
  lockstep_redaction_add_address (redaction, "192.0.2.7");
  lockstep_redaction_add_user (redaction, "mmuster");
  lockstep_redaction_add_user (redaction, "");
  lockstep_redaction_add_user (redaction, NULL);

  clean = lockstep_redaction_apply (redaction, row->text);
  g_assert_cmpstr (clean, ==, row->clean);
  g_assert_cmpint (lockstep_redaction_get_count (redaction) > 0,
                   ==,
                   strcmp (row->text, row->clean) != 0);
}

/* Neither a long text nor a certificate with very many names keeps anybody waiting: worked through
 * one by one, either of them would take hours. */
static void
test_much (gconstpointer data)
{
  g_autoptr (LockstepRedaction) redaction = lockstep_redaction_new (ALL);
  g_autofree char *zeros = g_strnfill (4 * 1024 * 1024, '0');
  g_autofree char *colons = g_strnfill (1024 * 1024, ':');
  g_autofree char *clean = NULL;
  g_autofree char *clean_colons = NULL;

  for (guint i = 0; i < 50000; i++)
    {
      g_autofree char *host = g_strdup_printf ("host%u.example.com", i);

      lockstep_redaction_add_host (redaction, host);
    }
  clean = lockstep_redaction_apply (redaction, zeros);
  clean_colons = lockstep_redaction_apply (redaction, colons);
  g_assert_cmpstr (clean, ==, zeros);
  g_assert_cmpstr (clean_colons, ==, colons);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/base/redaction/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }

  g_test_add_data_func ("/base/redaction/much", NULL, test_much);

  return g_test_run ();
}
