/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/json.h"

typedef struct
{
  const char *name;
  const char *text;
  int code; /* -1: is good */
} Row;

static const Row rows[] = {
  { "empty-object", "{}", -1 },
  { "nested", " { \"a\" : [ 1, -2.5e3, true, null, \"\\u00e4\\n\" ] } ", -1 },
  { "largest-integer", "[9223372036854775807]", -1 },
  { "integer-out-of-range", "[9223372036854775808]", LOCKSTEP_ERROR_LIMIT },
  { "integer-far-out-of-range", "[99999999999999999999]", LOCKSTEP_ERROR_LIMIT },
  { "duplicate-member", "{\"a\":1,\"a\":2}", LOCKSTEP_ERROR_JSON },
  { "same-member-elsewhere", "{\"a\":{\"a\":1},\"b\":{\"a\":2}}", -1 },
  { "cut-in-half", "{\"schema\": \"lockstep.case/1\", \"sce", LOCKSTEP_ERROR_JSON },
  { "nothing", "", LOCKSTEP_ERROR_JSON },
  { "trailing-comma", "[1,]", LOCKSTEP_ERROR_JSON },
  { "trailing-comma-object", "{\"a\":1,}", LOCKSTEP_ERROR_JSON },
  { "comment", "[1 /* no */]", LOCKSTEP_ERROR_JSON },
  { "something-follows", "{} {}", LOCKSTEP_ERROR_JSON },
  { "control-character", "[\"a\tb\"]", LOCKSTEP_ERROR_JSON },
  { "unknown-escape", "[\"\\x41\"]", LOCKSTEP_ERROR_JSON },
  { "short-unicode-escape", "[\"\\u12\"]", LOCKSTEP_ERROR_JSON },
  { "leading-zero", "[01]", LOCKSTEP_ERROR_JSON },
  { "bare-point", "[1.]", LOCKSTEP_ERROR_JSON },
  { "not-utf-8", "[\"\xff\"]", LOCKSTEP_ERROR_JSON },
  { "single-quotes", "{'a':1}", LOCKSTEP_ERROR_JSON },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = lockstep_json_parse (row->text, strlen (row->text), "x.json", &error);

  if (row->code < 0)
    {
      g_assert_no_error (error);
      g_assert_nonnull (node);
      return;
    }

  g_assert_null (node);
  g_assert_error (error, LOCKSTEP_ERROR, row->code);
  g_assert_true (g_str_has_prefix (error->message, "x.json: line 1: "));
}

static void
test_depth (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bombs = g_strnfill (100000, '[');
  g_autoptr (GString) deepest = g_string_new (NULL);
  g_autoptr (JsonNode) node = NULL;

  g_assert_null (lockstep_json_parse (bombs, 100000, "bomb", &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_LIMIT);
  g_clear_error (&error);

  for (int i = 0; i < LOCKSTEP_JSON_MAX_DEPTH; i++)
    g_string_prepend_c (g_string_append_c (deepest, ']'), '[');
  node = lockstep_json_parse (deepest->str, deepest->len, "deep", &error);
  g_assert_no_error (error);

  g_string_prepend_c (g_string_append_c (deepest, ']'), '[');
  g_assert_null (lockstep_json_parse (deepest->str, deepest->len, "deep", &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_LIMIT);
}

static void
test_every_cut_fails (void)
{
  static const char whole[] = "{\"a\": [1, {\"b\": \"\\u00e9x\"}], \"c\": true, \"d\": -1.5e-3}";

  for (gsize length = 0; length < sizeof whole - 1; length++)
    {
      g_autoptr (GError) error = NULL;
      /* An exact copy, so that a read past the end is seen by AddressSanitizer. */
      g_autofree char *cut = g_memdup2 (whole, MAX (length, 1));

      g_assert_null (lockstep_json_parse (cut, length, "cut", &error));
      g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_JSON);
    }
}

static void
test_members (void)
{
  g_autoptr (GError) error = NULL;
  static const char text[] = "{\"name\": \"x\", \"port\": 992}";
  g_autoptr (JsonNode) node = lockstep_json_parse (text, strlen (text), "t", &error);
  JsonObject *object = json_node_get_object (node);
  gint64 port = 7;

  g_assert_cmpstr (lockstep_json_string (object, "name", "targets[2]", &error), ==, "x");
  g_assert_true (lockstep_json_int (object, "port", "targets[2]", &port, &error));
  g_assert_cmpint (port, ==, 992);

  g_assert_false (lockstep_json_int (object, "name", "targets[2]", &port, &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_MEMBER);
  g_assert_cmpstr (error->message, ==, "targets[2].name: an integer is required");
  g_assert_cmpint (port, ==, 992);
  g_clear_error (&error);

  g_assert_null (lockstep_json_array (object, "steps", "targets[2]", &error));
  g_assert_cmpstr (error->message, ==, "targets[2].steps: an array is required");
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lockstep_json_load ("/nonexistent/case.json", &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "/nonexistent/case.json"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/base/json/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/base/json/depth", test_depth);
  g_test_add_func ("/base/json/every-cut-fails", test_every_cut_fails);
  g_test_add_func ("/base/json/members", test_members);
  g_test_add_func ("/base/json/missing-file", test_missing_file);

  return g_test_run ();
}
