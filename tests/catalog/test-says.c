/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/recognition.h"

#include "catalog/describe.h"

static const char *
only_match (const LockstepRecognition *recognition)
{
  const LockstepMatch *match;

  if (recognition->matches->len != 1)
    return "not one match";

  match = g_ptr_array_index (recognition->matches, 0);

  return lockstep_entry_id (match->message);
}

/* How programs put words down; the %s is what they say. */
static const char *const surroundings[] = {
  "%s",
  "[2026-11-21 10:16:07] ERROR main - %s\n\tat com.example.Program.run(Program.java:42)\n",
  "Exception: \"%s\".",
  "Cannot connect to ibmi.example.com:9476 (%s)",
};

static void
check_says (const LockstepCatalog *catalog, const LockstepEntry *message, const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (surroundings); i++)
    {
      g_auto (GStrv) parts = g_strsplit (surroundings[i], "%s", -1);
      g_autofree char *text = g_strconcat (parts[0], words, parts[1], NULL);
      g_autofree char *capitals = g_ascii_strup (text, -1);
      const char *texts[] = { text, capitals };

      for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
        {
          g_autoptr (LockstepRecognition) found = lockstep_recognise (catalog, texts[t]);

          g_test_message ("%s", texts[t]);
          g_assert_cmpstr (only_match (found), ==, lockstep_entry_id (message));
        }
    }
}

/* The words of every message, alone and as programs print them. */
static void
test_says (void)
{
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  const LockstepEntry *message;

  for (guint i = 0;
       (message = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_MESSAGES, i)) != NULL;
       i++)
    for (guint j = 0; j < lockstep_entry_length (message, "says"); j++)
      check_says (catalog, message, lockstep_entry_nth_string (message, "says", j));
}

/* The negative codes of job logs, as they are printed there. */
static void
test_job_log (void)
{
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  const LockstepEntry *message;
  guint n = 0;

  for (guint i = 0;
       (message = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_MESSAGES, i)) != NULL;
       i++)
    {
      gint64 code = lockstep_entry_integer (message, "job-log-code", 0);
      g_autofree char *text =
          g_strdup_printf ("SSL_Handshake() failed with return code %" G_GINT64_FORMAT ".", code);
      g_autoptr (LockstepRecognition) found = NULL;

      if (code == 0)
        continue;

      n++;
      found = lockstep_recognise (catalog, text);
      g_assert_cmpstr (only_match (found), ==, lockstep_entry_id (message));
    }

  g_assert_cmpuint (n, >=, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog/says/words", test_says);
  g_test_add_func ("/catalog/says/job-log", test_job_log);

  return g_test_run ();
}
