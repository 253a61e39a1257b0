/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/parts.h"

/* Texts of others, and what a report may show of them. */
static const struct
{
  const char *name;
  const char *text;
  const char *clean;
} rows[] = {
  { "host", "tried gw7.bank.example, then PROD.bank.example", "tried host-2, then host-3" },
  { "mail", "from mmuster@bank.example", "from user-1@host-2" },
  { "labelled-user", "user id: mmuster, failed", "user id: user-1, failed" },
  { "user", "Password of user MMUSTER is wrong", "Password of user user-1 is wrong" },
  { "user-id", "User ID MMUSTER is unknown", "User ID user-1 is unknown" },
  { "system-user", "user QSECOFR", "user QSECOFR" },
  { "job", "in 123456/MMUSTER/QZSOSIGN", "in 123456/user-1/QZSOSIGN" },
  { "windows-path", "C:\\Users\\mmuster\\ca.pem", "C:\\Users\\user-1\\ca.pem" },
  { "home", "/home/mmuster/ca.pem", "/home/user-1/ca.pem" },
  { "no-names", "SSL0226I: 25406, e.g. an I/O error", "SSL0226I: 25406, e.g. an I/O error" },
};

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_RESET, FIXTURE_UNSEEN);
  g_autoptr (LockstepCase) subject = fixture_case (NULL, scene);
  g_autoptr (LockstepRedaction) redaction = NULL;
  g_autofree char *clean = NULL;

  lockstep_case_set_symptom (subject, rows[i].text);
  redaction = lockstep_report_redaction (subject, ALL_KINDS);
  clean = lockstep_redaction_apply (redaction, rows[i].text);
  g_assert_cmpstr (clean, ==, rows[i].clean);
}

/* What a server says instead of TLS may name it, and so may the name in its certificate. */
static void
test_server (void)
{
  g_autoptr (LockstepScene) scene = lockstep_scene_new (FIXTURE_NOW);
  g_autoptr (LockstepObservation) observation =
      fixture_observation (FIXTURE_HEALTHY, 992, "telnet", LOCKSTEP_ROLE_TARGET);
  g_autoptr (GBytes) der =
      fixture_certificate ("PROD7", FIXTURE_NOW - 86400, FIXTURE_NOW + 400 * 86400);
  g_autoptr (LockstepCase) subject = NULL;
  g_autofree char *json = NULL;

  g_ptr_array_set_size (observation->chain, 0);
  g_ptr_array_add (observation->chain, lockstep_link_new (der, LOCKSTEP_SOURCE_SENT, TRUE));
  lockstep_fact_set_string (observation->facts, LOCKSTEP_FACT_CERTIFICATE_SUBJECT, "CN=PROD7");
  lockstep_fact_set_string (observation->facts,
                            LOCKSTEP_FACT_HANDSHAKE_FIRST_BYTES,
                            "220-QTCP at PROD.BANK.EXAMPLE.\\r\\n");
  lockstep_scene_put (scene, observation);
  subject = fixture_case (NULL, scene);
  json = parts_render_redacted (subject, lockstep_report_json);
  g_assert_null (strstr (json, "PROD7"));
  g_assert_null (strstr (json, "BANK"));
  g_assert_nonnull (strstr (json, "QTCP at host-"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/report/names/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/report/names/server", test_server);

  return g_test_run ();
}
