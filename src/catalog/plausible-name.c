/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/server-name.h"

#include "base/target.h"

#include <string.h>

/* How names of Java packages and of settings of the JVM begin. */
static const char *const package_starts[] = {
  "com", "org", "net", "java", "javax", "sun", "jdk", "edu", "gov", "io", "log4j", NULL,
};

/* Where names of computers end. Any two letters count too, and longer names may end in anything. */
static const char *const domain_ends[] = {
  "com",    "net",     "org",         "edu",     "gov",     "mil",      "int",    "info",
  "biz",    "name",    "local",       "lan",     "corp",    "internal", "intra",  "home",
  "intern", "example", "intranet",    "private", "test",    "dev",      "domain", "cloud",
  "app",    "site",    "localdomain", "invalid", "company", "network",  "arpa",   NULL,
};

/* How names of files end. */
static const char *const file_ends[] = {
  "log",  "txt",  "kdb",    "sth",    "rdb",  "crl",  "exe",   "dll",  "class", "jar",
  "json", "xml",  "html",   "htm",    "pem",  "crt",  "cer",   "der",  "arm",   "pfx",
  "conf", "ini",  "zip",    "pcap",   "pdf",  "csv",  "tmp",   "bat",  "cmd",   "cfg",
  "jks",  "dat",  "out",    "err",    "png",  "jpg",  "ndm",   "lib",  "pgm",   "mbr",
  "file", "java", "pcapng", "evtx",   "rpm",  "deb",  "msi",   "savf", "ps1",   "properties",
  "key",  "csr",  "old",    "bak",    "xlsx", "docx", "doc",   "sys",  "php",   "asp",
  "aspx", "jsp",  "hta",    "ibmi",   "jobd", "trc",  "trace", "cap",  "dmp",   "etl",
  "spl",  "outq", "usrprf", "dtaara", NULL,
};

/* The same where a computer of that country can have such a name too: files have one point. */
static const char *const short_file_ends[] = {
  "so", "py", "sh", "md", "rs", "pl", "ps", "db", "js", "cc",
  "go", "ts", "gz", "bz", "xz", "cs", "vb", "ws", "hs", NULL,
};

/* Addresses of documentation and of products that stand in texts about faults. */
static const char *const vendors[] = {
  "ibm.com",    "microsoft.com", "oracle.com", "java.com", "apache.org", "openssl.org",
  "github.com", "w3.org",        "asp.net",    "ado.net",  NULL,
};

static gboolean
is_vendor (const char *name)
{
  gsize length = strlen (name);

  for (guint i = 0; vendors[i] != NULL; i++)
    {
      gsize end = strlen (vendors[i]);

      if (length >= end && strcmp (name + length - end, vendors[i]) == 0 &&
          (length == end || name[length - end - 1] == '.'))
        return TRUE;
    }

  return FALSE;
}

/* "ValidatorException", "Please": a word of a program or of the next sentence. */
static gboolean
has_mixed_case (const char *label)
{
  gboolean upper = FALSE;
  gboolean lower = FALSE;

  for (; *label != '\0'; label++)
    {
      upper = upper || g_ascii_isupper (*label);
      lower = lower || g_ascii_islower (*label);
    }

  return upper && lower;
}

static gboolean
is_good_end (const char *end, guint n_labels)
{
  gsize length = strlen (end);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalpha (end[i]))
      return FALSE;

  if (length < 2 || g_strv_contains (file_ends, end) ||
      (n_labels == 2 && g_strv_contains (short_file_ends, end)))
    return FALSE;

  return length == 2 || n_labels >= 3 || g_strv_contains (domain_ends, end);
}

gboolean
lockstep_server_name_is_plausible (const char *name)
{
  g_autofree char *lower = NULL;
  g_auto (GStrv) labels = NULL;
  const char *end;
  guint n;

  g_return_val_if_fail (name != NULL, FALSE);

  end = strrchr (name, '.');
  if (end == NULL || strchr (name, '_') != NULL || has_mixed_case (end + 1))
    return FALSE;

  lower = g_ascii_strdown (name, -1);
  labels = g_strsplit (lower, ".", -1);
  n = g_strv_length (labels);

  return !g_strv_contains (package_starts, labels[0]) && is_good_end (labels[n - 1], n) &&
         !is_vendor (lower) && lockstep_host_check (name, NULL);
}
