/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/host-row.h"

#include "ui/fixture.h"

/* A name service that knows "known.example.com" and stays away for "away.example.com". */
#define TEST_TYPE_RESOLVER (test_resolver_get_type ())
G_DECLARE_FINAL_TYPE (TestResolver, test_resolver, TEST, RESOLVER, GResolver)

struct _TestResolver
{
  GResolver parent_instance;
};

G_DEFINE_FINAL_TYPE (TestResolver, test_resolver, G_TYPE_RESOLVER)

static void
lookup_async (GResolver *resolver,
              const char *host,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  if (g_str_equal (host, "known.example.com"))
    g_task_return_pointer (task,
                           g_list_prepend (NULL, g_inet_address_new_from_string ("192.0.2.7")),
                           NULL);
  else if (g_str_equal (host, "away.example.com"))
    g_task_return_new_error (task,
                             G_RESOLVER_ERROR,
                             G_RESOLVER_ERROR_TEMPORARY_FAILURE,
                             "nobody answers");
  else
    g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "no such name");
}

static GList *
lookup_finish (GResolver *resolver, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
test_resolver_class_init (TestResolverClass *klass)
{
  G_RESOLVER_CLASS (klass)->lookup_by_name_async = lookup_async;
  G_RESOLVER_CLASS (klass)->lookup_by_name_finish = lookup_finish;
}

static void
test_resolver_init (TestResolver *self)
{
}

static const struct
{
  const char *name;
  const char *text;
  LockstepHostState state;
  const char *host;
  guint16 port;
} rows[] = {
  { "empty", "", LOCKSTEP_HOST_EMPTY, NULL, 0 },
  { "blanks", "   ", LOCKSTEP_HOST_EMPTY, NULL, 0 },
  { "address", "192.0.2.7", LOCKSTEP_HOST_FOUND, "192.0.2.7", 0 },
  { "address-and-port", "192.0.2.7:9476", LOCKSTEP_HOST_FOUND, "192.0.2.7", 9476 },
  { "ipv6", "[2001:db8::7]:992", LOCKSTEP_HOST_FOUND, "2001:db8::7", 992 },
  { "port-0", "192.0.2.7:0", LOCKSTEP_HOST_INVALID, NULL, 0 },
  { "port-65535", "192.0.2.7:65535", LOCKSTEP_HOST_FOUND, "192.0.2.7", 65535 },
  { "port-65536", "192.0.2.7:65536", LOCKSTEP_HOST_INVALID, NULL, 0 },
  { "no-name", "what is it", LOCKSTEP_HOST_INVALID, NULL, 0 },
  { "known", "known.example.com", LOCKSTEP_HOST_FOUND, "known.example.com", 0 },
  { "unknown", "other.example.com:992", LOCKSTEP_HOST_UNKNOWN, "other.example.com", 992 },
  { "silent", "away.example.com", LOCKSTEP_HOST_SILENT, "away.example.com", 0 },
};

static void
test_row (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  LockstepHostRow *row = g_object_ref_sink (g_object_new (LOCKSTEP_TYPE_HOST_ROW, NULL));

  gtk_editable_set_text (GTK_EDITABLE (row), rows[i].text);
  while (lockstep_host_row_get_state (row) == LOCKSTEP_HOST_LOOKING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (lockstep_host_row_get_state (row), ==, rows[i].state);
  g_assert_cmpstr (lockstep_host_row_get_host (row), ==, rows[i].host);
  g_assert_cmpuint (lockstep_host_row_get_port (row), ==, rows[i].port);
  g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (row), "error"),
                   ==,
                   rows[i].state == LOCKSTEP_HOST_INVALID ||
                       rows[i].state == LOCKSTEP_HOST_UNKNOWN);
  lockstep_test_settle ();
  g_assert_finalize_object (row);
}

/* A row that goes while the name service is being asked is simply gone. */
static void
test_gone (void)
{
  LockstepHostRow *row = g_object_ref_sink (g_object_new (LOCKSTEP_TYPE_HOST_ROW, NULL));

  gtk_editable_set_text (GTK_EDITABLE (row), "known.example.com");
  lockstep_host_row_look_again (row);
  lockstep_host_row_stop (row);
  lockstep_test_settle ();
  g_assert_cmpint (lockstep_host_row_get_state (row), ==, LOCKSTEP_HOST_LOOKING);
  g_assert_finalize_object (row);
}

int
main (int argc, char **argv)
{
  g_autoptr (GResolver) resolver = NULL;

  lockstep_test_ui_init (&argc, &argv);
  resolver = g_object_new (TEST_TYPE_RESOLVER, NULL);
  g_resolver_set_default (resolver);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/host-row/", rows[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/ui/host-row/gone", test_gone);

  return g_test_run ();
}
