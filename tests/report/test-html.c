/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/parts.h"

/* What the strict reader of GLib met. */
typedef struct
{
  guint scripts;
  guint pictures;
  GHashTable *ids;
} Seen;

static void
start_cb (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer user_data,
          GError **error)
{
  Seen *seen = user_data;

  seen->scripts += g_ascii_strcasecmp (element, "script") == 0;
  seen->pictures += g_str_equal (element, "svg");
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_assert_false (g_str_has_prefix (names[i], "on"));
      g_assert_cmpstr (names[i], !=, "src");
      if (g_str_equal (names[i], "href"))
        g_assert_cmpint (values[i][0], ==, '#');
      /* Two pictures on one page must not take each other's patterns. */
      if (g_str_equal (names[i], "id"))
        g_assert_true (g_hash_table_add (seen->ids, g_strdup (values[i])));
    }
}

static Seen
read_page (const char *page)
{
  static const GMarkupParser parser = { .start_element = start_cb };
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Seen seen = { 0, 0, ids };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, (GMarkupParseFlags) 0, &seen, NULL);
  g_autoptr (GError) error = NULL;
  const char *root = strstr (page, "<html");

  g_assert_true (g_str_has_prefix (page, "<!DOCTYPE html>"));
  g_assert_nonnull (root);
  g_markup_parse_context_parse (context, root, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);

  return seen;
}

static void
test_hostile (void)
{
  g_autoptr (LockstepCase) subject = parts_hostile_case ();
  g_autofree char *page = lockstep_report_html (subject, NULL);
  g_autofree char *again = lockstep_report_html (subject, NULL);
  Seen seen = read_page (page);

  g_assert_cmpstr (page, ==, again);
  g_assert_cmpuint (seen.scripts, ==, 0);
  g_assert_cmpuint (seen.pictures, >=, 3);
  g_assert_null (strstr (page, "<script"));
  g_assert_null (strstr (page, "<b>bold"));
  g_assert_null (strchr (page, '\033'));
  g_assert_nonnull (strstr (page, "prefers-color-scheme"));
  g_assert_nonnull (strstr (page, "Content-Security-Policy"));
  g_assert_nonnull (strstr (page, FIXTURE_HOST));
}

static void
test_redacted (void)
{
  g_autoptr (LockstepCase) subject = parts_hostile_case ();
  g_autofree char *page = parts_render_redacted (subject, lockstep_report_html);

  read_page (page);
  parts_assert_redacted (page);
  g_assert_null (strstr (page, "BEGIN CERTIFICATE"));
  g_assert_nonnull (strstr (page, "host-1"));
  g_assert_nonnull (strstr (page, "were left out"));
}

static void
test_after (void)
{
  g_autoptr (LockstepScene) before = fixture_scene (FIXTURE_EXPIRED, FIXTURE_HEALTHY);
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_HEALTHY, FIXTURE_HEALTHY);
  g_autoptr (LockstepCase) subject = fixture_case (before, scene);
  g_autofree char *page = lockstep_report_html (subject, NULL);

  read_page (page);
  g_assert_nonnull (strstr (page, "Did it help?"));
}

static void
test_nothing_seen (void)
{
  g_autoptr (LockstepCase) subject = lockstep_case_new (fixture_catalog ());
  g_autofree char *page = lockstep_report_html (subject, NULL);

  read_page (page);
  g_assert_nonnull (strstr (page, "Nothing was looked at yet."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html/hostile", test_hostile);
  g_test_add_func ("/html/redacted", test_redacted);
  g_test_add_func ("/html/after", test_after);
  g_test_add_func ("/html/nothing-seen", test_nothing_seen);

  return g_test_run ();
}
