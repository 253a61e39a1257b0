/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/name.h"

#include "probe/waiting.h"

/* A resolver that knows a few names and asks nobody. */
#define TEST_TYPE_RESOLVER (test_resolver_get_type ())
G_DECLARE_FINAL_TYPE (TestResolver, test_resolver, TEST, RESOLVER, GResolver)

struct _TestResolver
{
  GResolver parent_instance;

  guint n_asked;
};

G_DEFINE_FINAL_TYPE (TestResolver, test_resolver, G_TYPE_RESOLVER)

static const struct
{
  const char *host;
  const char *answer;
  int error;
  const char *outcome;
  const char *addresses;
} rows[] = {
  { "one.test", "192.0.2.1", 0, "found", "192.0.2.1" },
  { "v4-first.test",
    "192.0.2.1 192.0.2.2 2001:db8::1 2001:db8::2 192.0.2.3",
    0,
    "found",
    "192.0.2.1 2001:db8::1 192.0.2.2 2001:db8::2 192.0.2.3" },
  { "v6-first.test",
    "2001:db8::1 2001:db8::2 192.0.2.1",
    0,
    "found",
    "2001:db8::1 192.0.2.1 2001:db8::2" },
  { "twice.test", "192.0.2.1 192.0.2.1 192.0.2.2 192.0.2.1", 0, "found", "192.0.2.1 192.0.2.2" },
  { "none.test", NULL, G_RESOLVER_ERROR_NOT_FOUND, "not-found", NULL },
  { "later.test", NULL, G_RESOLVER_ERROR_TEMPORARY_FAILURE, "failed", NULL },
  { "odd.test", NULL, G_RESOLVER_ERROR_INTERNAL, "failed", NULL },
};

static void
free_addresses (gpointer addresses)
{
  g_resolver_free_addresses (addresses);
}

static void
give_up_cb (GCancellable *cancellable, gpointer user_data)
{
  g_task_return_error_if_cancelled (user_data);
}

static void
answer (GTask *task, const char *host)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) texts = NULL;
      GList *addresses = NULL;

      if (!g_str_equal (rows[i].host, host))
        continue;

      if (rows[i].answer == NULL)
        {
          g_task_return_new_error (task, G_RESOLVER_ERROR, rows[i].error, "Says the test");
          return;
        }
      texts = g_strsplit (rows[i].answer, " ", -1);
      for (guint n = 0; texts[n] != NULL; n++)
        addresses = g_list_append (addresses, g_inet_address_new_from_string (texts[n]));
      g_task_return_pointer (task, addresses, free_addresses);
      return;
    }

  g_cancellable_connect (g_task_get_cancellable (task),
                         G_CALLBACK (give_up_cb),
                         g_object_ref (task),
                         g_object_unref);
}

static void
test_resolver_lookup_by_name_async (GResolver *resolver,
                                    const char *host,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  TEST_RESOLVER (resolver)->n_asked++;
  answer (task, host);
}

static GList *
test_resolver_lookup_by_name_finish (GResolver *resolver, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
test_resolver_class_init (TestResolverClass *klass)
{
  GResolverClass *resolver_class = G_RESOLVER_CLASS (klass);

  resolver_class->lookup_by_name_async = test_resolver_lookup_by_name_async;
  resolver_class->lookup_by_name_finish = test_resolver_lookup_by_name_finish;
}

static void
test_resolver_init (TestResolver *self)
{
}

static LockstepNameAnswer *
look_up (const char *host, guint timeout)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LockstepNameAnswer *found;

  lockstep_name_probe_async (host, timeout, NULL, waiting_cb, &result);
  waiting_for_result (&result);
  found = lockstep_name_probe_finish (result, &error);
  g_assert_no_error (error);
  g_assert_true (lockstep_fact_set_has (found->facts, LOCKSTEP_FACT_NAME_DURATION));

  return found;
}

static void
assert_outcome (const LockstepNameAnswer *found, const char *outcome)
{
  g_assert_cmpstr (lockstep_fact_set_get_string (found->facts, LOCKSTEP_FACT_NAME_OUTCOME),
                   ==,
                   outcome);
}

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (LockstepNameAnswer) found = look_up (rows[i].host, 10000);

  assert_outcome (found, rows[i].outcome);
  if (rows[i].addresses != NULL)
    {
      const char *const *list =
          lockstep_fact_set_get_list (found->facts, LOCKSTEP_FACT_NAME_ADDRESSES);
      g_autofree char *addresses = g_strjoinv (" ", (char **) list);

      g_assert_cmpstr (addresses, ==, rows[i].addresses);
      g_assert_cmpuint (found->addresses->len, ==, g_strv_length ((char **) list));
    }
  else
    {
      g_assert_cmpuint (found->addresses->len, ==, 0);
      g_assert_cmpstr (lockstep_fact_set_get_string (found->facts, LOCKSTEP_FACT_NAME_ERROR),
                       ==,
                       "Says the test");
    }
}

static void
test_too_late (void)
{
  g_autoptr (LockstepNameAnswer) found = look_up ("never.test", 30);

  assert_outcome (found, "failed");
  g_assert_cmpstr (lockstep_fact_set_get_string (found->facts, LOCKSTEP_FACT_NAME_ERROR),
                   ==,
                   "No answer in time");
}

static void
test_literal (void)
{
  g_autoptr (GResolver) resolver = g_resolver_get_default ();
  guint before = TEST_RESOLVER (resolver)->n_asked;
  g_autoptr (LockstepNameAnswer) v4 = look_up ("192.0.2.7", 10000);
  g_autoptr (LockstepNameAnswer) v6 = look_up ("2001:db8::7", 10000);

  assert_outcome (v4, "address");
  assert_outcome (v6, "address");
  g_assert_cmpuint (v4->addresses->len, ==, 1);
  g_assert_cmpuint (v6->addresses->len, ==, 1);
  g_assert_cmpuint (TEST_RESOLVER (resolver)->n_asked, ==, before);
}

static void
test_localhost (void)
{
  g_autoptr (LockstepNameAnswer) found = look_up ("localhost", 10000);

  assert_outcome (found, "found");
  g_assert_cmpuint (found->addresses->len, >, 0);
  for (guint i = 0; i < found->addresses->len; i++)
    g_assert_true (g_inet_address_get_is_loopback (found->addresses->pdata[i]));
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lockstep_name_probe_async ("never.test", 60000, cancellable, waiting_cb, &result);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (result);
  g_cancellable_cancel (cancellable);
  waiting_for_result (&result);
  g_assert_null (lockstep_name_probe_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_autoptr (GResolver) resolver = NULL;

  g_test_init (&argc, &argv, NULL);
  resolver = g_object_new (TEST_TYPE_RESOLVER, NULL);
  g_resolver_set_default (resolver);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/probe/name/", rows[i].host, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/probe/name/too-late", test_too_late);
  g_test_add_func ("/probe/name/literal", test_literal);
  g_test_add_func ("/probe/name/localhost", test_localhost);
  g_test_add_func ("/probe/name/cancel", test_cancel);

  return g_test_run ();
}
