/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/rule.h"

#include "catalog/entry.h"

#define F LOCKSTEP_TRUTH_FALSE
#define U LOCKSTEP_TRUTH_UNKNOWN
#define T LOCKSTEP_TRUTH_TRUE

/* Conditions of the three values, about the scene below. */
#define YES "{\"fact\": \"handshake.outcome\", \"is\": \"reset\"}"
#define NO "{\"fact\": \"handshake.outcome\", \"is\": \"complete\"}"
#define UNSEEN "{\"fact\": \"certificate.validity\", \"is\": \"expired\"}"
#define EXPIRED "{\"fact\": \"certificate.validity\", \"is\": \"expired\"}"

#define FACT(path, rest) "{\"fact\": \"" path "\", " rest "}"

/* All rows are asked about the first target: telnet, reset, nothing known of its certificate. */
static const struct
{
  const char *name;
  const char *condition;
  LockstepTruth expected;
} rows[] = {
  { "is-word", YES, T },
  { "is-other-word", NO, F },
  { "is-unseen", UNSEEN, U },
  { "is-integer", FACT ("plain.port", "\"is\": 23"), T },
  { "is-other-integer", FACT ("plain.port", "\"is\": 24"), F },
  { "is-boolean", FACT ("target.tls", "\"is\": true"), T },
  { "is-other-boolean", FACT ("target.tls", "\"is\": false"), F },
  { "is-false", FACT ("run.offline", "\"is\": false"), T },
  { "is-string", FACT ("handshake.server-name", "\"is\": \"a.example\""), T },
  { "one-of", FACT ("handshake.outcome", "\"one-of\": [\"closed\", \"reset\"]"), T },
  { "none-of", FACT ("handshake.outcome", "\"one-of\": [\"closed\", \"silent\"]"), F },
  { "one-of-unseen", FACT ("look.wait", "\"one-of\": [\"quiet\"]"), U },
  { "less-than", FACT ("plain.port", "\"less-than\": 24"), T },
  { "not-less-than-itself", FACT ("plain.port", "\"less-than\": 23"), F },
  { "less-than-unseen", FACT ("certificate.days-left", "\"less-than\": 0"), U },
  { "more-than", FACT ("plain.port", "\"more-than\": 22"), T },
  { "not-more-than-itself", FACT ("plain.port", "\"more-than\": 23"), F },
  { "known", FACT ("plain.port", "\"known\": true"), T },
  { "known-to-be-unknown", FACT ("plain.port", "\"known\": false"), F },
  { "unseen-is-not-known", FACT ("certificate.subject", "\"known\": true"), F },
  { "unseen-is-unknown", FACT ("certificate.subject", "\"known\": false"), T },
  { "same-as", FACT ("handshake.server-name", "\"same-as\": \"run.server-name\""), T },
  { "same-as-other", FACT ("handshake.server-name", "\"same-as\": \"handshake.version\""), F },
  { "same-as-unseen", FACT ("handshake.server-name", "\"same-as\": \"chain.anchor\""), U },
  { "same-integer", FACT ("port.duration", "\"same-as\": \"plain.duration\""), T },
  { "same-list", FACT ("name.addresses", "\"same-as\": \"run.trust-files\""), T },

  { "not-true", "{\"not\": " YES "}", F },
  { "not-false", "{\"not\": " NO "}", T },
  { "not-unknown", "{\"not\": " UNSEEN "}", U },

  { "all-t-t", "{\"all\": [" YES "," YES "]}", T },
  { "all-t-f", "{\"all\": [" YES "," NO "]}", F },
  { "all-t-u", "{\"all\": [" YES "," UNSEEN "]}", U },
  { "all-f-f", "{\"all\": [" NO "," NO "]}", F },
  { "all-f-u", "{\"all\": [" NO "," UNSEEN "]}", F },
  { "all-u-f", "{\"all\": [" UNSEEN "," NO "]}", F },
  { "all-u-u", "{\"all\": [" UNSEEN "," UNSEEN "]}", U },
  { "any-t-t", "{\"any\": [" YES "," YES "]}", T },
  { "any-t-f", "{\"any\": [" YES "," NO "]}", T },
  { "any-t-u", "{\"any\": [" YES "," UNSEEN "]}", T },
  { "any-u-t", "{\"any\": [" UNSEEN "," YES "]}", T },
  { "any-f-f", "{\"any\": [" NO "," NO "]}", F },
  { "any-f-u", "{\"any\": [" NO "," UNSEEN "]}", U },
  { "any-u-u", "{\"any\": [" UNSEEN "," UNSEEN "]}", U },
  { "not-all-unknown", "{\"not\": {\"all\": [" YES "," UNSEEN "]}}", U },

  { "any-target", "{\"any-target\": " FACT ("target.tls", "\"is\": false") "}", T },
  { "any-target-none", "{\"any-target\": " FACT ("port.outcome", "\"is\": \"silent\"") "}", U },
  { "any-target-not-evidence", "{\"any-target\": " EXPIRED "}", U },
  { "all-targets", "{\"all-targets\": " FACT ("target.tls", "\"known\": true") "}", T },
  { "all-targets-one-not", "{\"all-targets\": " FACT ("target.tls", "\"is\": true") "}", F },
  { "all-targets-unseen", "{\"all-targets\": " YES "}", U },

  { "sibling", "{\"sibling\": " EXPIRED "}", T },
  { "sibling-is-not-itself", "{\"sibling\": " YES "}", U },
  { "sibling-is-not-another-host", "{\"sibling\": " FACT ("target.tls", "\"is\": false") "}", U },
  { "no-sibling", "{\"not\": {\"sibling\": " EXPIRED "}}", F },
};

static LockstepObservation *
add_observation (LockstepScene *scene, GPtrArray *facts, const char *host, LockstepRole role)
{
  LockstepObservation *observation =
      lockstep_observation_new (host, (guint16) (992 + scene->observations->len), NULL, role);
  LockstepFactSet *set = lockstep_fact_set_copy (scene->facts);

  g_ptr_array_add (scene->observations, observation);
  g_ptr_array_add (facts, set);

  return observation;
}

/* Telnet and another host's port are targets; sign-on is evidence. */
static LockstepScene *
make_scene (GPtrArray *facts)
{
  static const char *const list[] = { "one", "two", NULL };
  LockstepScene *scene = lockstep_scene_new (0);
  LockstepFactSet *set;

  lockstep_fact_set_boolean (scene->facts, LOCKSTEP_FACT_RUN_OFFLINE, FALSE);
  lockstep_fact_set_string (scene->facts, LOCKSTEP_FACT_RUN_SERVER_NAME, "a.example");
  lockstep_fact_set_list (scene->facts, LOCKSTEP_FACT_RUN_TRUST_FILES, list);

  add_observation (scene, facts, "a.example", LOCKSTEP_ROLE_TARGET);
  set = facts->pdata[0];
  lockstep_fact_set_boolean (set, LOCKSTEP_FACT_TARGET_TLS, TRUE);
  lockstep_fact_set_word (set, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "reset");
  lockstep_fact_set_string (set, LOCKSTEP_FACT_HANDSHAKE_SERVER_NAME, "a.example");
  lockstep_fact_set_string (set, LOCKSTEP_FACT_HANDSHAKE_VERSION, "TLSv1.2");
  lockstep_fact_set_integer (set, LOCKSTEP_FACT_PLAIN_PORT, 23);
  lockstep_fact_set_integer (set, LOCKSTEP_FACT_PORT_DURATION, 12);
  lockstep_fact_set_integer (set, LOCKSTEP_FACT_PLAIN_DURATION, 12);
  lockstep_fact_set_list (set, LOCKSTEP_FACT_NAME_ADDRESSES, list);

  add_observation (scene, facts, "b.example", LOCKSTEP_ROLE_TARGET);
  lockstep_fact_set_boolean (facts->pdata[1], LOCKSTEP_FACT_TARGET_TLS, FALSE);

  add_observation (scene, facts, "A.Example", LOCKSTEP_ROLE_EVIDENCE);
  add_observation (scene, facts, "a.example", LOCKSTEP_ROLE_EVIDENCE);
  lockstep_fact_set_word (facts->pdata[3], LOCKSTEP_FACT_CERTIFICATE_VALIDITY, "expired");

  return scene;
}

static LockstepEntry *
parse (const char *condition)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (condition, &error);

  g_assert_no_error (error);

  return lockstep_entry_new_from_json (node);
}

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GPtrArray) facts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) lockstep_fact_set_unref);
  g_autoptr (LockstepScene) scene = make_scene (facts);
  g_autofree LockstepEntry *condition = parse (rows[i].condition);
  LockstepRuleContext context = { scene, lockstep_scene_get (scene, 0), facts, 0 };

  g_assert_cmpint (lockstep_rule_evaluate (condition, &context), ==, rows[i].expected);
}

static const struct
{
  const char *name;
  const char *condition;
  gint expected;
} siblings[] = {
  { "alone", "{\"sibling\": " EXPIRED "}", 3 },
  { "in-all", "{\"all\": [" YES ", {\"sibling\": " EXPIRED "}]}", 3 },
  { "in-any", "{\"any\": [" NO ", {\"sibling\": " EXPIRED "}]}", 3 },
  { "in-a-false-all", "{\"any\": [" YES ", {\"all\": [" NO ", {\"sibling\": " EXPIRED "}]}]}", -1 },
  { "in-any-target", "{\"any-target\": {\"sibling\": " YES "}}", -1 },
  { "seen-from-a-target", "{\"any-target\": {\"sibling\": " EXPIRED "}}", 3 },
  { "under-not", "{\"not\": {\"sibling\": " FACT ("target.tls", "\"known\": true") "}}", -1 },
  { "none", YES, -1 },
};

static void
test_sibling (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GPtrArray) facts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) lockstep_fact_set_unref);
  g_autoptr (LockstepScene) scene = make_scene (facts);
  g_autofree LockstepEntry *condition = parse (siblings[i].condition);
  LockstepRuleContext context = { scene, lockstep_scene_get (scene, 0), facts, 0 };

  g_assert_cmpint (lockstep_rule_find_sibling (condition, &context), ==, siblings[i].expected);
}

/* Without a single observation nothing is known, and nothing fires. */
static void
test_nothing_seen (void)
{
  g_autoptr (GPtrArray) facts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) lockstep_fact_set_unref);
  g_autoptr (LockstepScene) scene = lockstep_scene_new (0);
  LockstepRuleContext context = { scene, NULL, facts, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree LockstepEntry *condition = parse (rows[i].condition);

      if (strstr (rows[i].condition, "known") != NULL)
        continue;

      g_assert_cmpint (lockstep_rule_evaluate (condition, &context), ==, LOCKSTEP_TRUTH_UNKNOWN);
    }
}

/* A condition that the loader would refuse neither fires nor crashes. */
static void
test_too_deep (void)
{
  g_autoptr (GPtrArray) facts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) lockstep_fact_set_unref);
  g_autoptr (LockstepScene) scene = make_scene (facts);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree LockstepEntry *condition = NULL;
  LockstepRuleContext context = { scene, lockstep_scene_get (scene, 0), facts, 0 };

  for (guint i = 0; i <= LOCKSTEP_RULE_MAX_DEPTH; i++)
    g_string_append (text, "{\"all\": [");

  g_string_append (text, YES);
  for (guint i = 0; i <= LOCKSTEP_RULE_MAX_DEPTH; i++)
    g_string_append (text, "]}");

  condition = parse (text->str);
  g_assert_cmpint (lockstep_rule_evaluate (condition, &context), ==, LOCKSTEP_TRUTH_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/catalog/rule/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (siblings); i++)
    {
      g_autofree char *path = g_strconcat ("/catalog/rule/find-sibling/", siblings[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_sibling);
    }

  g_test_add_func ("/catalog/rule/nothing-seen", test_nothing_seen);
  g_test_add_func ("/catalog/rule/too-deep", test_too_deep);

  return g_test_run ();
}
