/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/check-options.h"

#include "base/error.h"
#include "base/target.h"
#include "base/text.h"
#include "practice/registry.h"

#include <glib/gi18n-lib.h>

#define MAX_HOSTS 64
#define MAX_TIMEOUT 3600

static gboolean
wrong (GError **error, const char *format, const char *what)
{
  g_autofree char *sentence = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (format, what);
#pragma GCC diagnostic pop
  g_set_error_literal (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_USAGE, sentence);

  return FALSE;
}

static gboolean
read_timeout (const char *text, LockstepPlan *plan, GError **error)
{
  char *end = NULL;
  double seconds = g_ascii_strtod (text, &end);

  /* The comparison also refuses what is not a number. */
  if (end == text || *end != '\0' || !(seconds >= 0.001 && seconds <= MAX_TIMEOUT))
    return wrong (error, _ ("--timeout takes seconds up to 3600, not “%s”."), text);

  plan->timeout = (guint) (seconds * 1000);

  return TRUE;
}

static gboolean
is_service (const LockstepCatalog *catalog, const char *id)
{
  return lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_SERVICES, id) != NULL;
}

static gboolean
read_service_port (const char *text,
                   const LockstepCatalog *catalog,
                   LockstepPlan *plan,
                   GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *service = NULL;
  guint16 port;

  if (equals == NULL)
    return wrong (error, _ ("--service-port takes NAME=N, not “%s”."), text);

  service = g_strndup (text, (gsize) (equals - text));
  if (!is_service (catalog, service))
    return wrong (error, _ ("There is no service “%s”."), service);
  if (!lockstep_port_read (equals + 1, &port, error))
    return FALSE;

  g_hash_table_insert (plan->service_ports, g_steal_pointer (&service), GUINT_TO_POINTER (port));

  return TRUE;
}

static gboolean
read_settings (const LockstepCheckOptions *self,
               const LockstepCatalog *catalog,
               LockstepPlan *plan,
               GError **error)
{
  plan->symptom = self->symptom != NULL ? g_utf8_make_valid (self->symptom, -1) : NULL;
  plan->trust_files = g_strdupv (self->trust);
  plan->system_trust = !self->no_system_trust;
  plan->offline = self->offline;
  plan->compare_services = self->compare;

  if (self->name != NULL && !lockstep_host_check (self->name, error))
    return FALSE;
  plan->server_name = g_strdup (self->name);

  if (self->at != NULL && !lockstep_text_read_iso (self->at, &plan->at))
    return wrong (error, _ ("--at takes a time such as 2026-11-21T19:00:00Z, not “%s”."), self->at);
  plan->has_at = self->at != NULL;

  if (self->timeout != NULL && !read_timeout (self->timeout, plan, error))
    return FALSE;
  for (guint i = 0; self->service_ports != NULL && self->service_ports[i] != NULL; i++)
    if (!read_service_port (self->service_ports[i], catalog, plan, error))
      return FALSE;

  return TRUE;
}

/* A practice server listens at ports of the system's choice and notes which service is where; its
 * table stands in for the one that an IBM i has. */
static void
learn_practice_ports (LockstepPlan *plan, const char *host, guint16 port)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);
  g_autoptr (GHashTable) ports = NULL;
  GHashTableIter iter;
  gpointer service, where;

  if (port == 0 || g_hash_table_size (plan->service_ports) > 0)
    return;
  if (address != NULL ? !g_inet_address_get_is_loopback (address)
                      : g_ascii_strcasecmp (host, "localhost") != 0)
    return;

  ports = lockstep_registry_lookup (port);
  if (ports == NULL)
    return;

  g_hash_table_iter_init (&iter, ports);
  while (g_hash_table_iter_next (&iter, &service, &where))
    g_hash_table_insert (plan->service_ports, g_strdup (service), where);
}

static gboolean
add_service (LockstepPlan *plan,
             const LockstepCatalog *catalog,
             const char *host,
             const char *service,
             GError **error)
{
  static const char *const host_servers[] = {
    "central", "database", "data-queue", "file", "print", "command", "signon",
  };

  if (g_str_equal (service, "all-host-servers"))
    {
      for (guint i = 0; i < G_N_ELEMENTS (host_servers); i++)
        if (!add_service (plan, catalog, host, host_servers[i], error))
          return FALSE;
      return TRUE;
    }

  if (!is_service (catalog, service))
    return wrong (error,
                  _ ("There is no service “%s”; `lockstepctl check --help` names them."),
                  service);

  lockstep_plan_add (plan,
                     host,
                     lockstep_plan_service_port (plan, catalog, service),
                     service,
                     LOCKSTEP_ROLE_TARGET);

  return TRUE;
}

static void
add_port (LockstepPlan *plan, const LockstepCatalog *catalog, const char *host, guint16 port)
{
  lockstep_plan_add (plan,
                     host,
                     port,
                     lockstep_plan_service_of_port (plan, catalog, port),
                     LOCKSTEP_ROLE_TARGET);
}

/* HOST:PORT, --port and --service name exactly the targets; with none of them the symptom does. */
static gboolean
add_host (const LockstepCheckOptions *self,
          const LockstepCatalog *catalog,
          const char *text,
          LockstepPlan *plan,
          GError **error)
{
  g_autofree char *host = NULL;
  guint16 port = 0;

  if (!lockstep_target_read (text, &host, &port, error))
    return FALSE;

  learn_practice_ports (plan, host, port);
  if (port != 0)
    add_port (plan, catalog, host, port);

  for (guint i = 0; self->services != NULL && self->services[i] != NULL; i++)
    if (!add_service (plan, catalog, host, self->services[i], error))
      return FALSE;

  for (guint i = 0; self->ports != NULL && self->ports[i] != NULL; i++)
    {
      guint16 other;

      if (!lockstep_port_read (self->ports[i], &other, error))
        return FALSE;
      add_port (plan, catalog, host, other);
    }

  if (port == 0 && self->services == NULL && self->ports == NULL)
    {
      g_autoptr (LockstepRecognition) recognition =
          lockstep_recognise (catalog, self->symptom != NULL ? self->symptom : "");
      const GPtrArray *matches = recognition->matches;

      lockstep_plan_add_symptom (plan,
                                 catalog,
                                 matches->len > 0 ? g_ptr_array_index (matches, 0) : NULL,
                                 host);
    }

  return TRUE;
}

LockstepPlan *
lockstep_check_options_to_plan (const LockstepCheckOptions *self,
                                const LockstepCatalog *catalog,
                                GError **error)
{
  g_autoptr (LockstepPlan) plan = lockstep_plan_new ();

  if (!read_settings (self, catalog, plan, error))
    return NULL;

  if (g_strv_length (self->hosts) > MAX_HOSTS)
    {
      wrong (error, _ ("At most %s hosts can be checked at once."), G_STRINGIFY (MAX_HOSTS));
      return NULL;
    }

  for (guint i = 0; self->hosts[i] != NULL; i++)
    if (!add_host (self, catalog, self->hosts[i], plan, error))
      return NULL;

  return g_steal_pointer (&plan);
}
