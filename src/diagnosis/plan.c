/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "diagnosis/plan.h"

#define DEFAULT_TIMEOUT 5000
#define HTTPS_PORT 443

static void
plan_target_free (LockstepPlanTarget *target)
{
  g_free (target->host);
  g_free (target->service);
  g_free (target);
}

LockstepPlan *
lockstep_plan_new (void)
{
  LockstepPlan *self = g_new0 (LockstepPlan, 1);

  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) plan_target_free);
  self->system_trust = TRUE;
  self->timeout = DEFAULT_TIMEOUT;
  self->service_ports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

LockstepPlan *
lockstep_plan_copy (const LockstepPlan *self)
{
  LockstepPlan *copy;
  GHashTableIter iter;
  gpointer service, port;

  g_return_val_if_fail (self != NULL, NULL);

  copy = lockstep_plan_new ();
  for (guint i = 0; i < self->targets->len; i++)
    {
      const LockstepPlanTarget *target = g_ptr_array_index (self->targets, i);

      lockstep_plan_add (copy, target->host, target->port, target->service, target->role);
    }

  copy->symptom = g_strdup (self->symptom);
  copy->server_name = g_strdup (self->server_name);
  copy->trust_files = g_strdupv (self->trust_files);
  copy->system_trust = self->system_trust;
  copy->offline = self->offline;
  copy->has_at = self->has_at;
  copy->at = self->at;
  copy->timeout = self->timeout;
  copy->compare_services = self->compare_services;

  g_hash_table_iter_init (&iter, self->service_ports);
  while (g_hash_table_iter_next (&iter, &service, &port))
    g_hash_table_insert (copy->service_ports, g_strdup (service), port);

  return copy;
}

void
lockstep_plan_free (LockstepPlan *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->targets);
  g_free (self->symptom);
  g_free (self->server_name);
  g_strfreev (self->trust_files);
  g_hash_table_unref (self->service_ports);
  g_free (self);
}

void
lockstep_plan_add (LockstepPlan *self,
                   const char *host,
                   guint16 port,
                   const char *service,
                   LockstepRole role)
{
  LockstepPlanTarget *target;

  g_return_if_fail (self != NULL && host != NULL && port != 0);

  for (guint i = 0; i < self->targets->len; i++)
    {
      target = g_ptr_array_index (self->targets, i);
      if (target->port == port && g_ascii_strcasecmp (target->host, host) == 0)
        return;
    }

  target = g_new0 (LockstepPlanTarget, 1);
  target->host = g_strdup (host);
  target->port = port;
  target->service = g_strdup (service);
  target->role = role;
  g_ptr_array_add (self->targets, target);
}

guint16
lockstep_plan_service_port (const LockstepPlan *self,
                            const LockstepCatalog *catalog,
                            const char *service)
{
  const LockstepEntry *entry;
  gpointer port;

  g_return_val_if_fail (self != NULL && catalog != NULL && service != NULL, 0);

  port = g_hash_table_lookup (self->service_ports, service);
  if (port != NULL)
    return (guint16) GPOINTER_TO_UINT (port);

  entry = lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_SERVICES, service);

  return entry != NULL ? (guint16) lockstep_entry_integer (entry, "tls-port", 0) : 0;
}

const char *
lockstep_plan_service_of_port (const LockstepPlan *self,
                               const LockstepCatalog *catalog,
                               guint16 port)
{
  g_return_val_if_fail (self != NULL && catalog != NULL, NULL);

  for (guint i = 0; i < lockstep_catalog_count (catalog, LOCKSTEP_SECTION_SERVICES); i++)
    {
      const LockstepEntry *entry = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_SERVICES, i);
      const char *service = lockstep_entry_id (entry);

      if (lockstep_plan_service_port (self, catalog, service) == port)
        return service;
    }

  return NULL;
}

/* The flow behind a match; NULL for none. */
static const LockstepEntry *
find_flow (const LockstepCatalog *catalog, const LockstepMatch *match)
{
  const LockstepEntry *holder = match != NULL ? lockstep_match_holder (match, "flow") : NULL;
  const char *id = holder != NULL ? lockstep_entry_string (holder, "flow") : NULL;

  return id != NULL ? lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_FLOWS, id) : NULL;
}

static void
add_service (LockstepPlan *self,
             const LockstepCatalog *catalog,
             const char *host,
             const char *service)
{
  guint16 port = lockstep_plan_service_port (self, catalog, service);

  if (port != 0)
    lockstep_plan_add (self, host, port, service, LOCKSTEP_ROLE_TARGET);
}

/* Where the doors told which services there are (a practice server), no other is looked for; where
 * none of the symptom's is among them, all that there are. */
static void
add_known_services (LockstepPlan *self,
                    const LockstepCatalog *catalog,
                    const LockstepEntry *flow,
                    const char *host)
{
  guint before = self->targets->len;

  for (guint i = 0; i < lockstep_entry_length (flow, "services"); i++)
    {
      const char *service = lockstep_entry_nth_string (flow, "services", i);

      if (g_hash_table_contains (self->service_ports, service))
        add_service (self, catalog, host, service);
    }

  if (self->targets->len > before)
    return;

  for (guint i = 0; i < lockstep_catalog_count (catalog, LOCKSTEP_SECTION_SERVICES); i++)
    {
      const char *service =
          lockstep_entry_id (lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_SERVICES, i));

      if (g_hash_table_contains (self->service_ports, service))
        add_service (self, catalog, host, service);
    }
}

void
lockstep_plan_add_symptom (LockstepPlan *self,
                           const LockstepCatalog *catalog,
                           const LockstepMatch *match,
                           const char *host)
{
  const LockstepEntry *flow;

  g_return_if_fail (self != NULL && catalog != NULL && host != NULL);

  flow = find_flow (catalog, match);
  if (flow == NULL || lockstep_entry_length (flow, "services") == 0)
    {
      const char *service = lockstep_plan_service_of_port (self, catalog, HTTPS_PORT);

      lockstep_plan_add (self, host, HTTPS_PORT, service, LOCKSTEP_ROLE_TARGET);
      return;
    }

  if (g_hash_table_size (self->service_ports) > 0)
    {
      add_known_services (self, catalog, flow, host);
      return;
    }

  for (guint i = 0; i < lockstep_entry_length (flow, "services"); i++)
    add_service (self, catalog, host, lockstep_entry_nth_string (flow, "services", i));
}
