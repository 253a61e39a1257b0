/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/recognition.h"

#include "catalog/describe.h"

#include <string.h>

/* How people and programs put an id and a code down; the first %s is the id, the second the code.
 */
static const char *const layouts[] = {
  "%s %s",
  "%s EC %s",
  "%s rc=%s",
  "\"%s\"\n\nSSL Error Code\n%s\n",
  "%s - SSL error, function returned %s",
  "  %s  -  SSL  error,\r\n  function  returned\r\n  %s\r\n",
  "Connection failed (%s, error code: %s).",
  "[IBM][System i Access ODBC Driver]Communication link failure. %s - SSL error  returned %s",
};

/* Nobody means a message with these. */
static const char *const sentences[] = {
  "The user cannot open a session since this morning.",
  "I have tried it 406 times, and it failed 401 times.",
  "Please call me back on 25406, or on 107.",
  "Ticket 25414 is about the printer in room 420.",
  "We use SSL on port 992 and TLS 1.2 everywhere.",
  "SSL 226 is not a version, and SSL3 is long gone.",
  "An SSL error on 3 of 420 computers is not much.",
  "The code was changed in 2026 by two people.",
  "It took 406 ms to connect to the server.",
  "The return code of the batch job was 12.",
  "IBM i Access for Windows was installed in 2015.",
  "The certificate expired 401 days ago.",
  "Error 404: the page was not found.",
  "HTTP status 401, 404 and 414 were returned to the browser.",
  "Our invoice says 25406 euros and 17 cents.",
  "SQL0204 and CPF2105 are messages of something else.",
  "CWB stands for Client Workbench in our house.",
  "The GSKit library is installed in version 8.0.55.31.",
  "Is the port 9476 open for 192.0.2.7?",
  "The certificate has expired, and nobody renewed it.",
  "The connection was refused, reset or closed; I do not know which.",
  "Curl error messages are on page 60 of the book about Java.",
  "The name in the certificate does not match.",
  "We do not trust the issuer of this certificate chain.",
  "The path to the certificate is not valid, says Python.",
  "Winter is at -10 degrees, and SSL is at risk.",
  "The handshake failed, the alert was unknown, the CA too.",
  "Nobody could verify the certificate of this unknown authority.",
  "The user closed the connection while reading.",
  "Permission was denied by the exit program, the password was wrong.",
  "I ordered 10054 screws and 8413 nuts, return code of the parcel unknown.",
};

static const char *
only_match (const LockstepRecognition *recognition)
{
  const LockstepMatch *match;

  if (recognition->matches->len != 1)
    return "not one match";

  match = g_ptr_array_index (recognition->matches, 0);

  return lockstep_entry_id (match->message);
}

static void
check_layouts (const LockstepCatalog *catalog, const LockstepEntry *message, gint64 code)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, code);

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_auto (GStrv) parts = g_strsplit (layouts[i], "%s", -1);
      g_autofree char *text =
          g_strconcat (parts[0], lockstep_entry_id (message), parts[1], number, parts[2], NULL);
      g_autoptr (LockstepRecognition) recognition = lockstep_recognise (catalog, text);
      const LockstepMatch *match;

      g_assert_cmpstr (only_match (recognition), ==, lockstep_entry_id (message));
      match = g_ptr_array_index (recognition->matches, 0);
      g_assert_true (match->has_code);
      g_assert_cmpint (match->code, ==, code);
      g_assert_nonnull (match->condition);
      g_assert_nonnull (lockstep_match_text (match, "headline"));
    }
}

static gboolean
has_family (const LockstepEntry *message, const char *family)
{
  for (guint i = 0; i < lockstep_entry_length (message, "code-families"); i++)
    if (g_str_equal (lockstep_entry_nth_string (message, "code-families", i), family))
      return TRUE;

  return FALSE;
}

/* Every message alone, in small letters, inside a dialog and with every code. */
static void
test_messages (void)
{
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  const LockstepEntry *message, *condition;

  for (guint i = 0;
       (message = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_MESSAGES, i)) != NULL;
       i++)
    {
      gint64 base = lockstep_entry_integer (message, "code-base", 0);
      g_autofree char *lower = g_ascii_strdown (lockstep_entry_id (message), -1);
      g_autofree char *dialog = g_strdup_printf ("Error\n\n%s - %s\n\n[ OK ]",
                                                 lockstep_entry_id (message),
                                                 lockstep_entry_string (message, "title"));
      const char *texts[] = { lockstep_entry_id (message), lower, dialog };

      for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
        {
          g_autoptr (LockstepRecognition) found = lockstep_recognise (catalog, texts[t]);
          const LockstepMatch *match;

          /* A title may quote what another message is known by; the id wins. */
          if (t + 1 < G_N_ELEMENTS (texts))
            g_assert_cmpuint (found->matches->len, ==, 1);

          g_assert_cmpuint (found->matches->len, >, 0);
          match = g_ptr_array_index (found->matches, 0);
          g_assert_cmpstr (lockstep_entry_id (match->message), ==, lockstep_entry_id (message));
        }

      for (guint c = 0;
           (condition = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_CONDITIONS, c)) != NULL;
           c++)
        {
          const char *family = lockstep_entry_string (condition, "family");
          gint64 number = lockstep_entry_integer (condition, "number", 0);

          if (family == NULL || g_str_equal (family, "gskit"))
            {
              if (base > 0)
                check_layouts (catalog, message, base + number);
            }
          else if (has_family (message, family))
            check_layouts (catalog, message, number);
        }
    }
}

/* A page without words is a dead end, so every message and every code must lead to some. */
static void
test_words (void)
{
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  const LockstepEntry *condition, *message;

  for (guint i = 0;
       (condition = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_CONDITIONS, i)) != NULL;
       i++)
    {
      g_autoptr (LockstepRecognition) found =
          lockstep_recognise (catalog, lockstep_entry_id (condition));
      const LockstepMatch *match;

      g_assert_cmpuint (found->matches->len, ==, 1);
      match = g_ptr_array_index (found->matches, 0);
      g_assert_true (match->condition == condition);
      g_assert_nonnull (lockstep_match_text (match, "headline"));
      g_assert_nonnull (lockstep_match_text (match, "meaning"));
    }

  for (guint i = 0;
       (message = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_MESSAGES, i)) != NULL;
       i++)
    {
      g_autoptr (LockstepRecognition) found =
          lockstep_recognise (catalog, lockstep_entry_id (message));
      const LockstepMatch *match = g_ptr_array_index (found->matches, 0);

      if (lockstep_entry_has (message, "code-base"))
        continue;

      g_assert_nonnull (match->explanation);
      g_assert_nonnull (lockstep_match_text (match, "headline"));
      g_assert_true (lockstep_match_holder (match, "causes") != NULL);
    }
}

static void
test_sentences (void)
{
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr (LockstepRecognition) found = lockstep_recognise (catalog, sentences[i]);

      if (found->matches->len > 0)
        g_test_message ("%s", sentences[i]);

      g_assert_cmpuint (found->matches->len, ==, 0);
    }
}

static void
check_line (const LockstepCatalog *catalog, char **columns)
{
  g_autoptr (LockstepRecognition) found = lockstep_recognise (catalog, columns[4]);
  const char *id = *columns[1] != '\0' ? columns[1] : columns[3];
  gint64 number = g_ascii_strtoll (columns[2], NULL, 10);
  gboolean known_id =
      *id != '\0' && lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_MESSAGES, id) != NULL;
  const LockstepEntry *condition = lockstep_catalog_lookup_condition (catalog, number);
  const LockstepMatch *match;

  g_test_message ("%s", columns[4]);
  if (!known_id && condition == NULL)
    {
      g_assert_cmpuint (found->matches->len, ==, 0);
      return;
    }

  g_assert_cmpuint (found->matches->len, ==, 1);
  match = g_ptr_array_index (found->matches, 0);
  if (known_id)
    g_assert_cmpstr (lockstep_entry_id (match->message), ==, id);
  else
    g_assert_true (match->condition == condition);
}

/* Real lines of logs: what each holds, and that noise holds nothing. */
static void
test_lines (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "catalog", "lines.tsv", NULL);
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 30);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (columns), ==, 5);
      check_line (catalog, columns);
    }
}

/* Text that was made to take long or to fill memory: each repeated up to the limit and beyond. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "CWBCO1034 25406 ",
    "CWBCO1034 ",
    "GSK_ERROR_IO ",
    "gsk rc = 406 ",
    "SSL error code ",
    "a.b.example.com ",
    "System: ",
    "[::::::::",
    "1.",
    ":",
    "-> 1:2:3:4:5:6] ",
    "CWBCO10340000",
    "25406 ",
    "\xff\xfe\x80",
    "((((((((",
    "SSL0226I\n",
    "port ",
  };
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  const gsize size = 256 * 1024;

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_sized_new (size);
      g_autoptr (LockstepRecognition) found = NULL;

      while (text->len < size)
        g_string_append (text, pieces[i]);

      found = lockstep_recognise (catalog, text->str);
      g_assert_cmpuint (found->matches->len, <=, 64);
    }
}

/* What lies beyond the limit is not looked at. */
static void
test_limit (void)
{
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  g_autofree char *text = g_malloc (LOCKSTEP_RECOGNITION_MAX + 64);
  g_autoptr (LockstepRecognition) found = NULL;

  memset (text, ' ', LOCKSTEP_RECOGNITION_MAX);
  memcpy (text + LOCKSTEP_RECOGNITION_MAX, "CWBCO1034", sizeof "CWBCO1034");
  memcpy (text + LOCKSTEP_RECOGNITION_MAX - 16, "SSL0226I", 8);
  found = lockstep_recognise (catalog, text);
  g_assert_cmpstr (only_match (found), ==, "SSL0226I");
}

static void
test_title (void)
{
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  g_autoptr (LockstepRecognition) found = lockstep_recognise (catalog, "ssl0226i cwbco1034 25406");
  g_autofree char *first = lockstep_match_title (g_ptr_array_index (found->matches, 0));
  g_autofree char *second = lockstep_match_title (g_ptr_array_index (found->matches, 1));

  g_assert_cmpstr (first, ==, "SSL0226I");
  g_assert_cmpstr (second, ==, "CWBCO1034, code 25406");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog/whole/messages", test_messages);
  g_test_add_func ("/catalog/whole/words", test_words);
  g_test_add_func ("/catalog/whole/sentences", test_sentences);
  g_test_add_func ("/catalog/whole/lines", test_lines);
  g_test_add_func ("/catalog/whole/hostile", test_hostile);
  g_test_add_func ("/catalog/whole/limit", test_limit);
  g_test_add_func ("/catalog/whole/title", test_title);

  return g_test_run ();
}
