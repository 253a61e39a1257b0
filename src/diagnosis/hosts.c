/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "diagnosis/run-private.h"

#include "probe/name.h"

/* Bounds of what one run looks at. */
#define MAX_ADDRESSES 8
#define MAX_LOOKS 256

static void
add_look (LockstepRun *self, guint position, LockstepLook *look, LockstepLookState state)
{
  look->state = state;
  g_ptr_array_insert (self->looks, (gint) position, look);
}

typedef struct
{
  LockstepRun *run;
  char *host;
} NameLook;

/* A name with several addresses gives one look at each; so many there are now. */
static guint
spread (LockstepRun *self, guint position, const LockstepNameAnswer *answer)
{
  LockstepLook *first = g_ptr_array_index (self->looks, position);
  guint n = MIN (answer->addresses->len, MAX_ADDRESSES);
  guint i = 1;

  if (n == 0)
    {
      lockstep_look_set_address (first, NULL, answer->facts);
      first->state = LOCKSTEP_LOOK_DONE;
      return 1;
    }

  lockstep_look_set_address (first, g_ptr_array_index (answer->addresses, 0), answer->facts);
  first->state = LOCKSTEP_LOOK_QUEUED;
  for (; i < n && self->looks->len < MAX_LOOKS; i++)
    {
      LockstepLook *look = lockstep_look_new (self,
                                              first->seen->host,
                                              first->seen->port,
                                              first->seen->service,
                                              first->seen->role);

      lockstep_look_set_address (look, g_ptr_array_index (answer->addresses, i), answer->facts);
      add_look (self, position + i, look, LOCKSTEP_LOOK_QUEUED);
    }

  return i;
}

static void
take_name (LockstepRun *self, const char *host, const LockstepNameAnswer *answer)
{
  const LockstepLook *any = NULL;

  for (guint i = 0; i < self->looks->len;)
    {
      LockstepLook *look = g_ptr_array_index (self->looks, i);

      if (look->state == LOCKSTEP_LOOK_NAMELESS && g_ascii_strcasecmp (look->seen->host, host) == 0)
        {
          i += spread (self, i, answer);
          any = look;
        }
      else
        i++;
    }

  if (self->plan->compare_services && any != NULL && any->address != NULL)
    lockstep_run_add_siblings (self, any);
  lockstep_run_schedule (self);
}

static void
name_probed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NameLook *name = user_data;
  g_autoptr (LockstepNameAnswer) answer = lockstep_name_probe_finish (result, NULL);

  if (answer != NULL)
    take_name (name->run, name->host, answer);

  lockstep_run_end (name->run, NULL, LOCKSTEP_DOING_NAME);
  g_free (name->host);
  g_free (name);
}

static void
look_up (LockstepRun *self, const char *host)
{
  NameLook *name = g_new0 (NameLook, 1);

  name->run = self;
  name->host = g_strdup (host);
  lockstep_run_begin (self, NULL, LOCKSTEP_DOING_NAME);
  lockstep_name_probe_async (host, self->plan->timeout, self->cancellable, name_probed_cb, name);
}

void
lockstep_run_look_up_names (LockstepRun *self)
{
  g_autoptr (GHashTable) hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->looks->len; i++)
    {
      const LockstepLook *look = g_ptr_array_index (self->looks, i);
      char *folded = g_ascii_strdown (look->seen->host, -1);

      if (g_hash_table_add (hosts, folded))
        look_up (self, look->seen->host);
    }
}

/* ---- loopback ---- */

static gboolean
is_refused_on_loopback (const LockstepLook *look)
{
  return look->seen->role == LOCKSTEP_ROLE_TARGET && look->address != NULL &&
         g_inet_address_get_is_loopback (look->address) &&
         lockstep_fact_set_is (look->seen->facts, LOCKSTEP_FACT_PORT_OUTCOME, "refused");
}

static gboolean
answers_on_loopback (LockstepRun *self, const LockstepLook *refused)
{
  for (guint i = 0; i < self->looks->len; i++)
    {
      const LockstepLook *look = g_ptr_array_index (self->looks, i);

      if (look->seen->port == refused->seen->port && look->address != NULL &&
          g_inet_address_get_is_loopback (look->address) &&
          g_ascii_strcasecmp (look->seen->host, refused->seen->host) == 0 &&
          lockstep_fact_set_is (look->seen->facts, LOCKSTEP_FACT_PORT_OUTCOME, "open"))
        return TRUE;
    }

  return FALSE;
}

/* "localhost" means ::1 and 127.0.0.1 (RFC 6761 6.3), which are one computer; that a server listens
 * on one of them only is how it was set up, no fault. The refused one stays as evidence. */
void
lockstep_run_excuse_loopback (LockstepRun *self)
{
  guint n = self->looks->len;

  for (guint i = 0; i < n;)
    {
      LockstepLook *look = g_ptr_array_index (self->looks, i);

      if (is_refused_on_loopback (look) && answers_on_loopback (self, look))
        {
          look->seen->role = LOCKSTEP_ROLE_EVIDENCE;
          lockstep_run_touch (self, look);
          g_ptr_array_add (self->looks, g_ptr_array_steal_index (self->looks, i));
          n--;
        }
      else
        i++;
    }
}

/* ---- siblings ---- */

static gboolean
has_look (LockstepRun *self, const char *host, guint16 port)
{
  for (guint i = 0; i < self->looks->len; i++)
    {
      const LockstepLook *look = g_ptr_array_index (self->looks, i);

      if (look->seen->port == port && g_ascii_strcasecmp (look->seen->host, host) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_sibling_service (LockstepRun *self, const LockstepEntry *entry)
{
  if (g_hash_table_size (self->plan->service_ports) > 0)
    return g_hash_table_contains (self->plan->service_ports, lockstep_entry_id (entry));

  return lockstep_entry_boolean (entry, "ibmi");
}

void
lockstep_run_add_siblings (LockstepRun *self, const LockstepLook *look)
{
  const char *host = look->seen->host;
  g_autoptr (LockstepFactSet) name = NULL;

  if (look->address == NULL || !g_hash_table_add (self->compared, g_ascii_strdown (host, -1)))
    return;

  name = lockstep_fact_set_new ();
  lockstep_fact_set_word (
      name,
      LOCKSTEP_FACT_NAME_OUTCOME,
      lockstep_fact_set_get_string (look->seen->facts, LOCKSTEP_FACT_NAME_OUTCOME));

  for (guint i = 0; i < lockstep_catalog_count (self->catalog, LOCKSTEP_SECTION_SERVICES); i++)
    {
      const LockstepEntry *entry =
          lockstep_catalog_nth (self->catalog, LOCKSTEP_SECTION_SERVICES, i);
      const char *service = lockstep_entry_id (entry);
      guint16 port = lockstep_plan_service_port (self->plan, self->catalog, service);
      LockstepLook *sibling;

      if (!is_sibling_service (self, entry) || port == 0 || has_look (self, host, port) ||
          self->looks->len >= MAX_LOOKS)
        continue;

      sibling = lockstep_look_new (self, host, port, service, LOCKSTEP_ROLE_EVIDENCE);
      lockstep_look_set_address (sibling, look->address, name);
      add_look (self, self->looks->len, sibling, LOCKSTEP_LOOK_QUEUED);
    }

  lockstep_run_schedule (self);
}
