/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/case-private.h"

#include "base/error.h"
#include "base/json.h"
#include "base/target.h"

#define MAX_TIMEOUT 600000

static gboolean
ports_equal (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer service, port;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &service, &port))
    if (g_hash_table_lookup (b, service) != port)
      return FALSE;

  return TRUE;
}

static gboolean
lists_equal (char **a, char **b)
{
  guint n_a = a != NULL ? g_strv_length (a) : 0;
  guint n_b = b != NULL ? g_strv_length (b) : 0;

  if (n_a != n_b)
    return FALSE;

  return n_a == 0 || g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
targets_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const LockstepPlanTarget *one = g_ptr_array_index (a, i);
      const LockstepPlanTarget *other = g_ptr_array_index (b, i);

      if (g_strcmp0 (one->host, other->host) != 0 || one->port != other->port ||
          g_strcmp0 (one->service, other->service) != 0 || one->role != other->role)
        return FALSE;
    }

  return TRUE;
}

/* The symptom is left out: it changes what is thought of a look, not the look. */
gboolean
lockstep_case_plan_equal (const LockstepPlan *a, const LockstepPlan *b)
{
  return targets_equal (a->targets, b->targets) &&
         g_strcmp0 (a->server_name, b->server_name) == 0 &&
         lists_equal (a->trust_files, b->trust_files) && a->system_trust == b->system_trust &&
         a->offline == b->offline && a->has_at == b->has_at && (!a->has_at || a->at == b->at) &&
         a->timeout == b->timeout && a->compare_services == b->compare_services &&
         ports_equal (a->service_ports, b->service_ports);
}

static JsonArray *
write_targets (const LockstepPlan *plan)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < plan->targets->len; i++)
    {
      const LockstepPlanTarget *target = g_ptr_array_index (plan->targets, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "host", target->host);
      json_object_set_int_member (object, "port", target->port);
      if (target->service != NULL)
        json_object_set_string_member (object, "service", target->service);
      json_object_set_string_member (object,
                                     "role",
                                     target->role == LOCKSTEP_ROLE_TARGET ? "target" : "evidence");
      json_array_add_object_element (array, object);
    }

  return array;
}

JsonNode *
lockstep_case_plan_to_json (const LockstepPlan *plan)
{
  JsonObject *object = json_object_new ();
  JsonObject *ports = json_object_new ();
  JsonArray *files = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GList) services = g_hash_table_get_keys (plan->service_ports);

  for (guint i = 0; plan->trust_files != NULL && plan->trust_files[i] != NULL; i++)
    json_array_add_string_element (files, plan->trust_files[i]);
  services = g_list_sort (services, (GCompareFunc) strcmp);
  for (GList *l = services; l != NULL; l = l->next)
    json_object_set_int_member (
        ports,
        l->data,
        (gint64) GPOINTER_TO_UINT (g_hash_table_lookup (plan->service_ports, l->data)));

  json_object_set_array_member (object, "targets", write_targets (plan));
  if (plan->server_name != NULL)
    json_object_set_string_member (object, "server-name", plan->server_name);
  json_object_set_array_member (object, "trust-files", files);
  json_object_set_boolean_member (object, "system-trust", plan->system_trust);
  json_object_set_boolean_member (object, "offline", plan->offline);
  if (plan->has_at)
    json_object_set_int_member (object, "at", plan->at);
  json_object_set_int_member (object, "timeout", plan->timeout);
  json_object_set_boolean_member (object, "compare-services", plan->compare_services);
  json_object_set_object_member (object, "service-ports", ports);
  json_node_take_object (node, object);

  return node;
}

static gboolean
refuse (GError **error, const char *member, const char *what)
{
  g_set_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_MEMBER, "%s: %s", member, what);
  return FALSE;
}

static gboolean
read_target (JsonNode *node, guint index, LockstepPlan *plan, GError **error)
{
  g_autofree char *where = g_strdup_printf ("plan.targets[%u]", index);
  JsonObject *object;
  const char *host, *role;
  gint64 port;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, where, "an object is required");

  object = json_node_get_object (node);
  host = lockstep_json_string (object, "host", where, error);
  if (host == NULL || !lockstep_json_int (object, "port", where, &port, error))
    return FALSE;
  if (!lockstep_host_check (host, NULL))
    return refuse (error, where, "host is no name and no address");
  if (port < 1 || port > 65535)
    return refuse (error, where, "port is not between 1 and 65535");

  role = lockstep_json_string_optional (object, "role");
  lockstep_plan_add (plan,
                     host,
                     (guint16) port,
                     lockstep_json_string_optional (object, "service"),
                     g_strcmp0 (role, "evidence") == 0 ? LOCKSTEP_ROLE_EVIDENCE
                                                       : LOCKSTEP_ROLE_TARGET);

  return TRUE;
}

static gboolean
read_targets (JsonObject *object, LockstepPlan *plan, GError **error)
{
  JsonArray *array = lockstep_json_array (object, "targets", "plan", error);

  if (array == NULL)
    return FALSE;
  if (json_array_get_length (array) > LOCKSTEP_CASE_MAX_TARGETS)
    return refuse (error, "plan.targets", "there are more than 256");

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_target (json_array_get_element (array, i), i, plan, error))
      return FALSE;

  return TRUE;
}

static gboolean
read_files (JsonObject *object, LockstepPlan *plan, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;
  guint n;

  if (!json_object_has_member (object, "trust-files"))
    return TRUE;

  array = lockstep_json_array (object, "trust-files", "plan", error);
  if (array == NULL)
    return FALSE;

  n = json_array_get_length (array);
  if (n > LOCKSTEP_CASE_MAX_FILES)
    return refuse (error, "plan.trust-files", "there are more than 64");

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        return refuse (error, "plan.trust-files", "only strings can stand there");
      g_strv_builder_add (builder, json_node_get_string (node));
    }

  if (n > 0)
    {
      g_strfreev (plan->trust_files);
      plan->trust_files = g_strv_builder_end (builder);
    }

  return TRUE;
}

static gboolean
read_boolean (JsonObject *object, const char *member, gboolean *ret_value, GError **error)
{
  g_autofree char *where = g_strconcat ("plan.", member, NULL);
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return refuse (error, where, "true or false is required");

  *ret_value = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_ports (JsonObject *object, LockstepPlan *plan, GError **error)
{
  g_autoptr (GList) services = NULL;
  JsonObject *ports;

  if (!json_object_has_member (object, "service-ports"))
    return TRUE;

  ports = lockstep_json_object (object, "service-ports", "plan", error);
  if (ports == NULL)
    return FALSE;
  if (json_object_get_size (ports) > LOCKSTEP_CASE_MAX_TARGETS)
    return refuse (error, "plan.service-ports", "there are more than 256");

  services = json_object_get_members (ports);
  for (GList *l = services; l != NULL; l = l->next)
    {
      gint64 port;

      if (!lockstep_json_int (ports, l->data, "plan.service-ports", &port, error))
        return FALSE;
      if (port < 1 || port > 65535)
        return refuse (error, "plan.service-ports", "a port is not between 1 and 65535");
      g_hash_table_insert (plan->service_ports,
                           g_strdup (l->data),
                           GUINT_TO_POINTER ((guint) port));
    }

  return TRUE;
}

LockstepPlan *
lockstep_case_plan_from_json (JsonObject *object, GError **error)
{
  g_autoptr (LockstepPlan) plan = lockstep_plan_new ();
  const char *server_name = lockstep_json_string_optional (object, "server-name");
  gint64 timeout = lockstep_json_int_optional (object, "timeout", plan->timeout);

  if (!read_targets (object, plan, error) || !read_files (object, plan, error) ||
      !read_boolean (object, "system-trust", &plan->system_trust, error) ||
      !read_boolean (object, "offline", &plan->offline, error) ||
      !read_boolean (object, "compare-services", &plan->compare_services, error) ||
      !read_ports (object, plan, error))
    return NULL;

  if (timeout < 1 || timeout > MAX_TIMEOUT)
    {
      refuse (error, "plan.timeout", "it is not between 1 and 600000");
      return NULL;
    }

  plan->timeout = (guint) timeout;
  if (server_name != NULL && lockstep_host_check (server_name, NULL))
    plan->server_name = g_strdup (server_name);
  plan->has_at = json_object_has_member (object, "at");
  if (plan->has_at && !lockstep_json_int (object, "at", "plan", &plan->at, error))
    return NULL;

  return g_steal_pointer (&plan);
}
