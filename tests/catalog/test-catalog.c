/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/catalog.h"

#include "base/error.h"
#include "catalog/describe.h"

#include <glib/gstdio.h>

#define PROVENANCE ", \"source\": [\"a document\"], \"confidence\": \"documented\""
#define ROLE "{\"id\": \"desk\", \"name\": \"Help desk\", \"icon\": \"desk-symbolic\"}"
#define STEP "{\"text\": \"Do it on {host}.\", \"commands\": [\"A {label}\", \"B\"]}"
#define REMEDY                                                                                     \
  "{\"id\": \"mend\", \"title\": \"Mend it\", \"people\": [{\"role\": \"desk\", \"steps\": "       \
  "[" STEP "]}]" PROVENANCE "}"
#define CAUSE(remedies)                                                                            \
  "{\"id\": \"certificate.expired\", \"rank\": 5, \"verdict\": \"faulty\", \"title\": \"It is "    \
  "over\", \"explanation\": \"E\", \"recognise\": \"R\", \"fix\": {\"answer\": \"A\", "            \
  "\"meaning\": \"\"}, \"mended-by\": \"desk\", \"remedies\": " remedies PROVENANCE "}"
#define SERVICE(tls_port)                                                                          \
  "{\"id\": \"telnet\", \"title\": \"Telnet 5250\", \"short\": \"Telnet\", \"tls-port\": "         \
  "" tls_port ", \"http\": false, \"ibmi\": true, \"start\": [], \"restart\": []" PROVENANCE "}"
#define CATALOG(remedies, tls_port)                                                                \
  "{\"format\": 1, \"roles\": [" ROLE "], \"remedies\": [" REMEDY "], \"causes\": "                \
  "[" CAUSE (remedies) "], \"services\": [" SERVICE (tls_port) "]}"
#define GOOD CATALOG ("[\"mend\"]", "992")

/* The whole text of each error, because people are to find the place by it. */
static const struct
{
  const char *name;
  const char *json;
  LockstepError code;
  const char *message;
} broken[] = {
  { "reference",
    CATALOG ("[\"mend\", \"x\"]", "992"),
    LOCKSTEP_ERROR_MEMBER,
    "my.json: causes \"certificate.expired\": remedies[1]: there is no remedy \"x\"" },
  { "bounds",
    CATALOG ("[\"mend\"]", "65536"),
    LOCKSTEP_ERROR_MEMBER,
    "my.json: services \"telnet\": tls-port: 65536 is not within 1 to 65535" },
  { "type",
    CATALOG ("\"mend\"", "992"),
    LOCKSTEP_ERROR_MEMBER,
    "my.json: causes \"certificate.expired\": remedies: an array is required" },
  { "format", "{\"format\": 2}", LOCKSTEP_ERROR_MEMBER, "my.json: format: 1 is required" },
  { "no-object", "[]", LOCKSTEP_ERROR_MEMBER, "my.json: an object is required" },
  { "no-id",
    "{\"format\": 1, \"roles\": [" ROLE ", {\"name\": \"x\"}]}",
    LOCKSTEP_ERROR_MEMBER,
    "my.json: roles[1]: id: a string is required" },
  { "twice",
    "{\"format\": 1, \"roles\": [" ROLE ", " ROLE "]}",
    LOCKSTEP_ERROR_MEMBER,
    "my.json: roles[1]: id: \"desk\" is used twice" },
  { "section",
    "{\"format\": 1, \"rolls\": []}",
    LOCKSTEP_ERROR_MEMBER,
    "my.json: there is no section \"rolls\"" },
  { "member",
    "{\"format\": 1, \"roles\": [{\"id\": \"a\", \"name\": \"b\", \"icon\": \"c\", \"x\": 1}]}",
    LOCKSTEP_ERROR_MEMBER,
    "my.json: roles \"a\": there is no member \"x\" here" },
  { "missing",
    "{\"format\": 1, \"roles\": [{\"id\": \"a\", \"name\": \"b\"}]}",
    LOCKSTEP_ERROR_MEMBER,
    "my.json: roles \"a\": the member \"icon\" is missing" },
  { "place",
    "{\"format\": 1, \"roles\": [{\"id\": \"a\", \"name\": \"b {host}\", \"icon\": \"c\"}]}",
    LOCKSTEP_ERROR_MEMBER,
    "my.json: roles \"a\": name: there is no place {host} here" },
};

static LockstepCatalog *
load (const char *json, GError **error)
{
  return lockstep_catalog_new_from_data (json, strlen (json), "my.json", error);
}

static void
test_broken (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (LockstepCatalog) catalog = load (broken[i].json, &error);

  g_assert_null (catalog);
  g_assert_error (error, LOCKSTEP_ERROR, (gint) broken[i].code);
  g_assert_cmpstr (error->message, ==, broken[i].message);
}

static void
test_no_json (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load ("{\"format\": 1,", &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_JSON);
  g_assert_nonnull (strstr (error->message, "my.json"));
}

static void
test_access (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LockstepCatalog) catalog = load (GOOD, &error);
  const LockstepEntry *cause, *remedy, *step, *service;

  g_assert_no_error (error);
  g_assert_cmpuint (lockstep_catalog_count (catalog, LOCKSTEP_SECTION_CAUSES), ==, 1);
  g_assert_cmpuint (lockstep_catalog_count (catalog, LOCKSTEP_SECTION_RULES), ==, 0);
  g_assert_null (lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_CAUSES, 1));
  g_assert_null (lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_CAUSES, "none"));

  cause = lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_CAUSES, "certificate.expired");
  g_assert_true (cause == lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_CAUSES, 0));
  g_assert_cmpstr (lockstep_entry_id (cause), ==, "certificate.expired");
  g_assert_cmpint (lockstep_entry_integer (cause, "rank", -1), ==, 5);
  g_assert_cmpint (lockstep_entry_integer (cause, "weight", -1), ==, -1);
  g_assert_cmpstr (lockstep_entry_text (cause, "title"), ==, "It is over");
  g_assert_null (lockstep_entry_text (cause, "subtitle"));
  g_assert_cmpstr (lockstep_entry_text (lockstep_entry_object (cause, "fix"), "meaning"), ==, "");
  g_assert_cmpuint (lockstep_entry_length (cause, "remedies"), ==, 1);
  g_assert_cmpstr (lockstep_entry_nth_string (cause, "remedies", 0), ==, "mend");
  g_assert_null (lockstep_entry_nth_string (cause, "remedies", 1));
  g_assert_null (lockstep_entry_nth (cause, "remedies", 0));

  remedy = lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_REMEDIES, "mend");
  step = lockstep_entry_nth (lockstep_entry_nth (remedy, "people", 0), "steps", 0);
  g_assert_cmpstr (lockstep_entry_nth_text (step, "commands", 1), ==, "B");

  service = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_SERVICES, 0);
  g_assert_true (lockstep_entry_boolean (service, "ibmi"));
  g_assert_false (lockstep_entry_boolean (service, "http"));
  g_assert_true (lockstep_entry_has (service, "tls-port"));
  g_assert_false (lockstep_entry_has (service, "plain-port"));
  g_assert_cmpuint (lockstep_entry_length (service, "start"), ==, 0);
}

/* The one in the program is the one in the source tree, and LOCKSTEP_CATALOG names another. */
static void
test_default (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (LockstepCatalog) source = lockstep_test_catalog ();
  LockstepCatalog *catalog;
  int fd;

  g_unsetenv ("LOCKSTEP_CATALOG");
  catalog = lockstep_catalog_new_default (&error);
  g_assert_no_error (error);
  for (guint i = 0; i < LOCKSTEP_N_SECTIONS; i++)
    g_assert_cmpuint (lockstep_catalog_count (catalog, (LockstepSection) i),
                      ==,
                      lockstep_catalog_count (source, (LockstepSection) i));

  lockstep_catalog_unref (catalog);

  fd = g_file_open_tmp ("catalog-XXXXXX.json", &path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, GOOD, -1, &error);
  g_assert_no_error (error);
  g_setenv ("LOCKSTEP_CATALOG", path, TRUE);
  catalog = lockstep_catalog_new_default (&error);
  g_assert_no_error (error);
  g_assert_cmpuint (lockstep_catalog_count (catalog, LOCKSTEP_SECTION_CAUSES), ==, 1);
  lockstep_catalog_unref (catalog);

  g_remove (path);
  g_assert_null (lockstep_catalog_new_default (&error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, path));
  g_unsetenv ("LOCKSTEP_CATALOG");
}

static void
test_lookup (void)
{
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  LockstepCatalog *second = lockstep_catalog_ref (catalog);
  const LockstepEntry *message =
      lockstep_catalog_lookup (second, LOCKSTEP_SECTION_MESSAGES, "ssl0226i");
  const LockstepEntry *condition = lockstep_catalog_lookup_condition (second, 406);

  g_assert_cmpstr (lockstep_entry_id (message), ==, "SSL0226I");
  g_assert_cmpstr (lockstep_entry_id (condition), ==, "GSK_ERROR_IO");
  g_assert_null (lockstep_catalog_lookup_condition (second, 0));
  g_assert_null (lockstep_catalog_lookup_condition (second, -1));
  g_assert_null (lockstep_catalog_lookup_condition (second, G_MAXINT64));
  lockstep_catalog_unref (second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/catalog/broken/", broken[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_broken);
    }

  g_test_add_func ("/catalog/broken/no-json", test_no_json);
  g_test_add_func ("/catalog/access", test_access);
  g_test_add_func ("/catalog/default", test_default);
  g_test_add_func ("/catalog/lookup", test_lookup);

  return g_test_run ();
}
