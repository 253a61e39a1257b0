/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/json.h"
#include "report/parts.h"

static JsonObject *
parse (const char *text, JsonNode **ret_node)
{
  g_autoptr (GError) error = NULL;

  *ret_node = lockstep_json_parse (text, strlen (text), "report", &error);
  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (*ret_node));

  return json_node_get_object (*ret_node);
}

/* Every member is there and of its kind: s string, i integer, a array, o object; upper case where
 * it may be null. */
static void
assert_members (JsonObject *object, const char *const *members)
{
  for (guint i = 0; members[i] != NULL; i += 2)
    {
      JsonNode *node = json_object_get_member (object, members[i]);
      char kind = members[i + 1][0];

      g_test_message ("%s", members[i]);
      g_assert_nonnull (node);
      if (g_ascii_isupper (kind) && JSON_NODE_HOLDS_NULL (node))
        continue;

      switch (g_ascii_tolower (kind))
        {
        case 's':
          g_assert_cmpint (json_node_get_value_type (node), ==, G_TYPE_STRING);
          break;
        case 'i':
          g_assert_cmpint (json_node_get_value_type (node), ==, G_TYPE_INT64);
          break;
        case 'a':
          g_assert_true (JSON_NODE_HOLDS_ARRAY (node));
          break;
        default:
          g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
          break;
        }
    }
}

static void
assert_all (JsonObject *object, const char *array, const char *const *members)
{
  JsonArray *elements = json_object_get_array_member (object, array);

  for (guint i = 0; i < json_array_get_length (elements); i++)
    assert_members (json_array_get_object_element (elements, i), members);
}

static const char *const root_members[] = { "schema",      "s", "tool",    "o", "started",  "s",
                                            "duration_ms", "i", "symptom", "O", "verdict",  "s",
                                            "causes",      "a", "targets", "a", "evidence", "a",
                                            "redacted",    "a", "before",  "O", NULL };
static const char *const cause_members[] = { "id",    "s", "confidence", "s", "targets",  "a",
                                             "title", "s", "because",    "a", "remedies", "a",
                                             NULL };
static const char *const target_members[] = { "host",   "S",         "address", "S",       "port",
                                              "i",      "service",   "S",       "verdict", "s",
                                              "causes", "a",         "checks",  "a",       "chain",
                                              "a",      "handshake", "o",       NULL };
static const char *const check_members[] = { "id",          "s", "status", "s", "summary", "s",
                                             "duration_ms", "i", "facts",  "o", NULL };
static const char *const chain_members[] = { "subject",    "s", "issuer",    "s", "serial",    "s",
                                             "not_before", "s", "not_after", "s", "days_left", "i",
                                             "names",      "a", "key",       "s", "signature", "s",
                                             "sha256",     "s", "role",      "s", "pem",       "S",
                                             NULL };
static const char *const handshake_members[] = { "protocol", "S", "cipher", "S", "group", "S",
                                                 "steps",    "a", "ended",  "S", NULL };
static const char *const step_members[] = { "name", "s",    "from", "s",      "kind", "s", "at_us",
                                            "i",    "size", "i",    "detail", "S",    NULL };

static void
assert_schema (JsonObject *root)
{
  static const char *const arrays[] = { "targets", "evidence" };

  assert_members (root, root_members);
  g_assert_cmpstr (json_object_get_string_member (root, "schema"), ==, "lockstep.report/1");
  assert_all (root, "causes", cause_members);

  for (guint a = 0; a < G_N_ELEMENTS (arrays); a++)
    {
      JsonArray *targets = json_object_get_array_member (root, arrays[a]);

      assert_all (root, arrays[a], target_members);
      for (guint i = 0; i < json_array_get_length (targets); i++)
        {
          JsonObject *target = json_array_get_object_element (targets, i);
          JsonObject *handshake = json_object_get_object_member (target, "handshake");

          assert_all (target, "checks", check_members);
          assert_all (target, "chain", chain_members);
          assert_members (handshake, handshake_members);
          assert_all (handshake, "steps", step_members);
        }
    }
}

static void
test_expired (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_EXPIRED, FIXTURE_HEALTHY);
  g_autoptr (LockstepCase) subject = fixture_case (NULL, scene);
  g_autofree char *text = lockstep_report_json (subject, NULL);
  g_autofree char *again = lockstep_report_json (subject, NULL);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *root = parse (text, &node);
  JsonObject *target, *leaf, *symptom;

  g_assert_cmpstr (text, ==, again);
  assert_schema (root);
  g_assert_cmpstr (json_object_get_string_member (root, "started"), ==, "2026-11-21T19:00:00Z");
  g_assert_cmpint (json_object_get_int_member (root, "duration_ms"), ==, 84);
  g_assert_cmpstr (json_object_get_string_member (root, "verdict"), ==, "faulty");

  symptom = json_object_get_object_member (root, "symptom");
  g_assert_cmpstr (json_object_get_string_member (symptom, "message"), ==, "CWBCO1034");
  g_assert_cmpint (json_object_get_int_member (symptom, "code"), ==, 25406);
  g_assert_cmpstr (json_object_get_string_member (symptom, "condition"), ==, "GSK_ERROR_IO");

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "targets")), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "evidence")), ==, 1);
  target = json_array_get_object_element (json_object_get_array_member (root, "targets"), 0);
  g_assert_cmpstr (json_object_get_string_member (target, "service"), ==, "telnet");
  g_assert_cmpstr (json_object_get_string_member (target, "verdict"), ==, "faulty");
  leaf = json_array_get_object_element (json_object_get_array_member (target, "chain"), 0);
  g_assert_cmpstr (json_object_get_string_member (leaf, "role"), ==, "leaf");
  g_assert_cmpint (json_object_get_int_member (leaf, "days_left"), ==, -12);
  g_assert_nonnull (strstr (json_object_get_string_member (leaf, "pem"), "BEGIN CERTIFICATE"));
}

static void
test_nothing_seen (void)
{
  g_autoptr (LockstepCase) subject = lockstep_case_new (fixture_catalog ());
  g_autofree char *text = lockstep_report_json (subject, NULL);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *root = parse (text, &node);

  assert_schema (root);
  g_assert_true (json_object_get_null_member (root, "symptom"));
  g_assert_cmpstr (json_object_get_string_member (root, "verdict"), ==, "inconclusive");
}

static void
test_message_without_code (void)
{
  g_autoptr (LockstepCase) subject = lockstep_case_new (fixture_catalog ());
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *symptom;

  lockstep_case_set_symptom (subject, "CWBCO1034");
  text = lockstep_report_json (subject, NULL);
  symptom = json_object_get_object_member (parse (text, &node), "symptom");
  g_assert_cmpstr (json_object_get_string_member (symptom, "message"), ==, "CWBCO1034");
  g_assert_true (json_object_get_null_member (symptom, "code"));
}

static void
test_before (void)
{
  g_autoptr (LockstepScene) before = fixture_scene (FIXTURE_EXPIRED, FIXTURE_HEALTHY);
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_HEALTHY, FIXTURE_HEALTHY);
  g_autoptr (LockstepCase) subject = fixture_case (before, scene);
  g_autofree char *text = lockstep_report_json (subject, NULL);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *root = parse (text, &node);
  JsonObject *then = json_object_get_object_member (root, "before");

  assert_schema (root);
  g_assert_cmpstr (json_object_get_string_member (root, "verdict"), ==, "healthy");
  g_assert_cmpstr (json_object_get_string_member (then, "verdict"), ==, "faulty");
}

static void
test_redacted (void)
{
  g_autoptr (LockstepCase) subject = parts_hostile_case ();
  g_autofree char *text = parts_render_redacted (subject, lockstep_report_json);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *root = parse (text, &node);
  JsonObject *evidence, *leaf;

  assert_schema (root);
  parts_assert_redacted (text);
  g_assert_null (strstr (text, "BEGIN CERTIFICATE"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "redacted")), ==, 4);
  evidence = json_array_get_object_element (json_object_get_array_member (root, "evidence"), 0);
  leaf = json_array_get_object_element (json_object_get_array_member (evidence, "chain"), 0);
  g_assert_true (json_object_get_null_member (leaf, "pem"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (leaf, "names")), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/expired", test_expired);
  g_test_add_func ("/json/nothing-seen", test_nothing_seen);
  g_test_add_func ("/json/message-without-code", test_message_without_code);
  g_test_add_func ("/json/before", test_before);
  g_test_add_func ("/json/redacted", test_redacted);

  return g_test_run ();
}
