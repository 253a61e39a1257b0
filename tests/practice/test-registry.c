/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/registry.h"
#include "practice/visitor.h"

#include "base/error.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define PORT 47111

static char *
folder (void)
{
  return g_build_filename (g_get_user_runtime_dir (), "lockstep", "practice", NULL);
}

static char *
path_of (const char *name)
{
  g_autofree char *where = folder ();

  return g_build_filename (where, name, NULL);
}

static char *
own_path (void)
{
  g_autofree char *name = g_strdup_printf ("%d.json", (int) getpid ());

  return path_of (name);
}

static void
write_note (const char *path, const char *text, gssize length)
{
  g_autofree char *where = folder ();
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (where, 0700));
  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

static GHashTable *
table (void)
{
  GHashTable *ports = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (ports, (gpointer) "telnet", GUINT_TO_POINTER (PORT));
  g_hash_table_insert (ports, (gpointer) "signon", GUINT_TO_POINTER (PORT + 1));

  return ports;
}

static void
add (void)
{
  g_autoptr (GHashTable) ports = table ();
  g_autoptr (GError) error = NULL;

  g_assert_true (lockstep_registry_add (ports, &error));
  g_assert_no_error (error);
}

static gboolean
found (guint16 port)
{
  g_autoptr (GHashTable) ports = lockstep_registry_lookup (port);

  return ports != NULL;
}

static void
test_add (void)
{
  g_autofree char *where = folder ();
  g_autofree char *note = own_path ();
  GStatBuf info;

  g_assert_false (found (PORT));
  lockstep_registry_remove ();

  add ();
  for (guint16 port = PORT; port <= PORT + 1; port++)
    {
      g_autoptr (GHashTable) got = lockstep_registry_lookup (port);

      g_assert_nonnull (got);
      g_assert_cmpuint (g_hash_table_size (got), ==, 2);
      g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (got, "telnet")), ==, PORT);
      g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (got, "signon")), ==, PORT + 1);
    }
  g_assert_false (found (PORT + 2));

  g_assert_no_errno (g_stat (where, &info));
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
  g_assert_no_errno (g_stat (note, &info));
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);

  lockstep_registry_remove ();
  g_assert_false (found (PORT));
  g_assert_false (g_file_test (note, G_FILE_TEST_EXISTS));
}

static void
test_private (void)
{
  g_autofree char *where = folder ();
  GStatBuf info;

  g_assert_no_errno (g_mkdir_with_parents (where, 0700));
  g_assert_no_errno (g_chmod (where, 0755));
  add ();
  g_assert_no_errno (g_stat (where, &info));
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
  lockstep_registry_remove ();
}

static void
assert_no_add (void)
{
  g_autoptr (GHashTable) ports = table ();
  g_autoptr (GError) error = NULL;

  g_assert_false (lockstep_registry_add (ports, &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "practice"));
  g_assert_false (found (PORT));
}

/* Where the folder is a link to elsewhere, or no folder, nothing is written. */
static void
test_no_folder (void)
{
  g_autofree char *where = folder ();

  g_assert_no_errno (g_mkdir_with_parents (where, 0700));
  g_assert_no_errno (g_rmdir (where));
  g_assert_no_errno (symlink (g_get_user_runtime_dir (), where));
  assert_no_add ();
  g_assert_no_errno (g_unlink (where));

  g_assert_true (g_file_set_contents (where, "", 0, NULL));
  assert_no_add ();
  g_assert_no_errno (g_unlink (where));
}

static char *
gone_path (void)
{
  g_autofree char *name = NULL;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    _exit (0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  name = g_strdup_printf ("%d.json", (int) child);

  return path_of (name);
}

static const char good[] = "{\"ports\":{\"telnet\":47111,\"signon\":47112}}";

static void
test_stale (void)
{
  g_autofree char *stale = gone_path ();
  g_autofree char *own = own_path ();

  write_note (stale, good, -1);
  g_assert_false (found (PORT));
  /* The same note of a process that is there counts, so that the one above was really read. */
  write_note (own, good, -1);
  g_assert_true (found (PORT));
  lockstep_registry_remove ();

  /* Whoever comes next clears up after one that was killed. */
  add ();
  g_assert_false (g_file_test (stale, G_FILE_TEST_EXISTS));
  lockstep_registry_remove ();
}

static void
test_names (void)
{
  static const char *const names[] = { "1.txt",          "01.json",     "-1.json",
                                       "0.json",         "1x.json",     ".json",
                                       "self.json",      "1.json.json", "99999999999999999999.json",
                                       "4294967297.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = path_of (names[i]);

      write_note (path, good, -1);
      g_assert_false (found (PORT));
      g_assert_no_errno (g_unlink (path));
    }
}

typedef struct
{
  const char *name;
  const char *text;
} Row;

static const Row rows[] = {
  { "empty", "" },
  { "no-json", "telnet 47111" },
  { "cut-in-half", "{\"ports\":{\"telnet\":47111" },
  { "array", "[{\"ports\":{\"telnet\":47111}}]" },
  { "no-ports", "{\"telnet\":47111}" },
  { "ports-array", "{\"ports\":[47111]}" },
  { "ports-null", "{\"ports\":null}" },
  { "port-text", "{\"ports\":{\"telnet\":\"47111\",\"signon\":47111}}" },
  { "port-fraction", "{\"ports\":{\"telnet\":47111.5,\"signon\":47111}}" },
  { "port-null", "{\"ports\":{\"telnet\":null,\"signon\":47111}}" },
  { "port-object", "{\"ports\":{\"telnet\":{},\"signon\":47111}}" },
  { "port-true", "{\"ports\":{\"telnet\":true,\"signon\":47111}}" },
  { "port-zero", "{\"ports\":{\"telnet\":0,\"signon\":47111}}" },
  { "port-negative", "{\"ports\":{\"telnet\":-18425,\"signon\":47111}}" },
  { "port-too-great", "{\"ports\":{\"telnet\":65536,\"signon\":47111}}" },
  { "port-wraps", "{\"ports\":{\"telnet\":4295014407,\"signon\":47111}}" },
  { "service-empty", "{\"ports\":{\"\":47111}}" },
  { "service-climbs", "{\"ports\":{\"../telnet\":47111}}" },
  { "service-upper-case", "{\"ports\":{\"Telnet\":47111}}" },
  { "service-control", "{\"ports\":{\"tel\\u001bnet\":47111}}" },
  { "service-long", "{\"ports\":{\"telnettelnettelnettelnettelnettelnet\":47111}}" },
  { "double", "{\"ports\":{\"telnet\":47111,\"telnet\":47112}}" },
};

static void
test_hostile (gconstpointer data)
{
  const Row *row = &rows[GPOINTER_TO_SIZE (data)];
  g_autofree char *path = own_path ();

  write_note (path, row->text, -1);
  g_assert_false (found (PORT));
  g_assert_no_errno (g_unlink (path));
}

static void
test_too_large (void)
{
  g_autofree char *path = own_path ();
  g_autofree char *most = g_strdup_printf ("%-4096s", good);
  g_autofree char *more = g_strdup_printf ("%-4097s", good);
  g_autofree char *deep = g_strnfill (4000, '[');
  GString *many = g_string_new ("{\"ports\":{");

  write_note (path, most, -1);
  g_assert_true (found (PORT));
  write_note (path, more, -1);
  g_assert_false (found (PORT));
  write_note (path, deep, -1);
  g_assert_false (found (PORT));

  for (guint i = 0; i < 33; i++)
    g_string_append_printf (many, "%s\"s%u\":47111", i > 0 ? "," : "", i);
  g_string_append (many, "}}");
  write_note (path, many->str, -1);
  g_assert_false (found (PORT));
  g_string_free (many, TRUE);
  g_assert_no_errno (g_unlink (path));
}

/* Reading a pipe would wait for ever, and a link may lead anywhere. */
static void
test_no_files (void)
{
  g_autofree char *path = own_path ();
  g_autofree char *elsewhere = g_build_filename (g_get_user_runtime_dir (), "elsewhere.json", NULL);

  write_note (elsewhere, good, -1);
  g_assert_no_errno (symlink (elsewhere, path));
  g_assert_false (found (PORT));
  g_assert_no_errno (g_unlink (path));
  g_assert_no_errno (g_unlink (elsewhere));

  g_assert_no_errno (mkfifo (path, 0600));
  g_assert_false (found (PORT));
  g_assert_no_errno (g_unlink (path));

  g_assert_no_errno (g_mkdir (path, 0700));
  g_assert_false (found (PORT));
  g_assert_no_errno (g_rmdir (path));
}

int
main (int argc, char *argv[])
{
  int status;

  visitor_set_up ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/practice/registry/add", test_add);
  g_test_add_func ("/practice/registry/private", test_private);
  g_test_add_func ("/practice/registry/no-folder", test_no_folder);
  g_test_add_func ("/practice/registry/stale", test_stale);
  g_test_add_func ("/practice/registry/names", test_names);
  g_test_add_func ("/practice/registry/too-large", test_too_large);
  g_test_add_func ("/practice/registry/no-files", test_no_files);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/practice/registry/hostile/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_hostile);
    }

  status = g_test_run ();
  visitor_tear_down ();

  return status;
}
