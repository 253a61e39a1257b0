/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/name.h"

#include "probe/alarm.h"

/* A name with more addresses than this is no longer one service. */
#define MAX_ADDRESSES 64

typedef struct
{
  gint64 started;
  LockstepLimit *limit;
} Lookup;

void
lockstep_name_answer_free (LockstepNameAnswer *self)
{
  if (self == NULL)
    return;

  lockstep_fact_set_unref (self->facts);
  g_ptr_array_unref (self->addresses);
  g_free (self);
}

static void
lookup_free (Lookup *lookup)
{
  lockstep_limit_free (lookup->limit);
  g_free (lookup);
}

static LockstepNameAnswer *
answer_new (const char *outcome, gint64 started)
{
  LockstepNameAnswer *answer = g_new0 (LockstepNameAnswer, 1);

  answer->facts = lockstep_fact_set_new ();
  answer->addresses = g_ptr_array_new_with_free_func (g_object_unref);
  lockstep_fact_set_word (answer->facts, LOCKSTEP_FACT_NAME_OUTCOME, outcome);
  lockstep_fact_set_integer (answer->facts,
                             LOCKSTEP_FACT_NAME_DURATION,
                             g_get_monotonic_time () - started);

  return answer;
}

static void
note_addresses (LockstepNameAnswer *answer)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < answer->addresses->len; i++)
    g_ptr_array_add (texts, g_inet_address_to_string (g_ptr_array_index (answer->addresses, i)));
  g_ptr_array_add (texts, NULL);
  lockstep_fact_set_list (answer->facts,
                          LOCKSTEP_FACT_NAME_ADDRESSES,
                          (const char *const *) texts->pdata);
}

/* GLib answers "localhost" by itself and names ::1 also where this computer has no IPv6. */
static gboolean
can_be_used (GInetAddress *address)
{
  g_autoptr (GSocket) socket = NULL;
  g_autoptr (GSocketAddress) any_port = NULL;

  if (!g_inet_address_get_is_loopback (address) ||
      g_inet_address_get_family (address) != G_SOCKET_FAMILY_IPV6)
    return TRUE;

  socket = g_socket_new (G_SOCKET_FAMILY_IPV6, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  any_port = g_inet_socket_address_new (address, 0);

  return socket != NULL && g_socket_bind (socket, any_port, FALSE, NULL);
}

static gboolean
is_known (GPtrArray *addresses, GInetAddress *address)
{
  for (guint i = 0; i < addresses->len; i++)
    if (g_inet_address_equal (g_ptr_array_index (addresses, i), address))
      return TRUE;

  return FALSE;
}

/* The next address of @at's list that is of @family, or not of it. */
static GInetAddress *
take_next (GList **at, GSocketFamily family, gboolean same)
{
  for (; *at != NULL; *at = (*at)->next)
    if ((g_inet_address_get_family ((*at)->data) == family) == same)
      {
        GInetAddress *address = (*at)->data;

        *at = (*at)->next;
        return address;
      }

  return NULL;
}

/* RFC 8305 4: the resolver's order, but the families take turns, that of its first choice first. */
static void
interleave (GList *found, GPtrArray *addresses)
{
  GList *same = found;
  GList *other = found;
  GSocketFamily family = g_inet_address_get_family (found->data);

  while ((same != NULL || other != NULL) && addresses->len < MAX_ADDRESSES)
    {
      GInetAddress *turn[] = { take_next (&same, family, TRUE), take_next (&other, family, FALSE) };

      for (guint i = 0; i < G_N_ELEMENTS (turn); i++)
        if (turn[i] != NULL && !is_known (addresses, turn[i]) && can_be_used (turn[i]))
          g_ptr_array_add (addresses, g_object_ref (turn[i]));
    }
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Lookup *lookup = g_task_get_task_data (task);
  LockstepNameAnswer *answer;
  GList *found = g_resolver_lookup_by_name_finish (G_RESOLVER (source), result, &error);

  lockstep_limit_stop (lookup->limit);
  if (g_task_return_error_if_cancelled (task))
    {
      g_resolver_free_addresses (found);
      return;
    }

  if (found != NULL)
    {
      answer = answer_new ("found", lookup->started);
      interleave (found, answer->addresses);
      note_addresses (answer);
    }
  else
    {
      gboolean is_unknown = g_error_matches (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND);

      answer = answer_new (is_unknown ? "not-found" : "failed", lookup->started);
      lockstep_fact_set_string (answer->facts,
                                LOCKSTEP_FACT_NAME_ERROR,
                                lookup->limit->passed || error == NULL ? "No answer in time"
                                                                       : error->message);
    }
  g_resolver_free_addresses (found);
  g_task_return_pointer (task, answer, (GDestroyNotify) lockstep_name_answer_free);
}

void
lockstep_name_probe_async (const char *host,
                           guint timeout,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GResolver) resolver = NULL;
  g_autoptr (GInetAddress) literal = NULL;
  Lookup *lookup;

  g_return_if_fail (host != NULL);

  g_task_set_source_tag (task, lockstep_name_probe_async);
  literal = g_inet_address_new_from_string (host);
  if (literal != NULL)
    {
      LockstepNameAnswer *answer = answer_new ("address", g_get_monotonic_time ());

      g_ptr_array_add (answer->addresses, g_steal_pointer (&literal));
      note_addresses (answer);
      g_task_return_pointer (task, answer, (GDestroyNotify) lockstep_name_answer_free);
      return;
    }

  lookup = g_new0 (Lookup, 1);
  lookup->started = g_get_monotonic_time ();
  lookup->limit = lockstep_limit_new (task, timeout);
  g_task_set_task_data (task, lookup, (GDestroyNotify) lookup_free);
  resolver = g_resolver_get_default ();
  g_resolver_lookup_by_name_async (resolver,
                                   host,
                                   lookup->limit->cancellable,
                                   looked_up_cb,
                                   g_steal_pointer (&task));
}

LockstepNameAnswer *
lockstep_name_probe_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, lockstep_name_probe_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
