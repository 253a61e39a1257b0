/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/announcement.h"

#include "base/error.h"
#include "base/json.h"

#include <glib/gi18n-lib.h>

static JsonArray *
list_services (LockstepPracticeServer *server)
{
  JsonArray *services = json_array_new ();

  for (guint i = 0; i < lockstep_practice_server_count (server); i++)
    {
      JsonObject *entry = json_object_new ();
      guint16 port = 0;

      json_object_set_string_member (entry,
                                     "service",
                                     lockstep_practice_server_nth (server, i, &port));
      json_object_set_string_member (entry, "host", LOCKSTEP_PRACTICE_HOST);
      json_object_set_int_member (entry, "port", port);
      json_array_add_object_element (services, entry);
    }

  return services;
}

char *
lockstep_announcement_print (const char *scenario, LockstepPracticeServer *server)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  g_return_val_if_fail (scenario != NULL && server != NULL, NULL);

  json_object_set_array_member (object, "services", list_services (server));
  json_object_set_string_member (object, "trust", lockstep_practice_server_get_trust_file (server));
  json_object_set_string_member (object, "scenario", scenario);
  json_object_set_boolean_member (object, "ready", TRUE);
  json_node_take_object (root, object);

  return lockstep_json_print (root, FALSE);
}

static gboolean
read_service (JsonNode *node, GHashTable *ports, GError **error)
{
  const char *service, *host;
  gint64 port = 0;
  JsonObject *entry;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error,
                           LOCKSTEP_ERROR,
                           LOCKSTEP_ERROR_MEMBER,
                           _ ("services: an object is required"));
      return FALSE;
    }

  entry = json_node_get_object (node);
  service = lockstep_json_string (entry, "service", "services", error);
  if (service == NULL)
    return FALSE;

  host = lockstep_json_string (entry, "host", "services", error);
  if (host == NULL || !lockstep_json_int (entry, "port", "services", &port, error))
    return FALSE;

  if (port < 1 || port > 65535 || !g_str_equal (host, LOCKSTEP_PRACTICE_HOST))
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_MEMBER,
                   _ ("services: %s is not on this computer"),
                   service);
      return FALSE;
    }

  g_hash_table_insert (ports, g_strdup (service), GUINT_TO_POINTER ((guint) port));
  return TRUE;
}

static LockstepAnnouncement *
read_members (JsonObject *object, GError **error)
{
  g_autoptr (LockstepAnnouncement) self = g_new0 (LockstepAnnouncement, 1);
  JsonArray *services = lockstep_json_array (object, "services", "practice", error);

  if (services == NULL)
    return NULL;

  self->ports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < json_array_get_length (services); i++)
    if (!read_service (json_array_get_element (services, i), self->ports, error))
      return NULL;

  self->scenario = g_strdup (lockstep_json_string (object, "scenario", "practice", error));
  if (self->scenario == NULL)
    return NULL;

  self->trust_file = g_strdup (lockstep_json_string (object, "trust", "practice", error));
  if (self->trust_file == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

LockstepAnnouncement *
lockstep_announcement_parse (const char *line, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) reason = NULL;
  LockstepAnnouncement *self = NULL;

  g_return_val_if_fail (line != NULL, NULL);

  root = lockstep_json_parse (line, strlen (line), "practice", &reason);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    self = read_members (json_node_get_object (root), &reason);

  if (self == NULL)
    g_set_error (error,
                 LOCKSTEP_ERROR,
                 LOCKSTEP_ERROR_PRACTICE,
                 _ ("The practice server said something unexpected: %s"),
                 reason != NULL ? reason->message : _ ("an object is required"));

  return self;
}

void
lockstep_announcement_free (LockstepAnnouncement *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->ports, g_hash_table_unref);
  g_free (self->scenario);
  g_free (self->trust_file);
  g_free (self);
}

GHashTable *
lockstep_announcement_tabulate (LockstepPracticeServer *server)
{
  GHashTable *ports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lockstep_practice_server_count (server); i++)
    {
      guint16 port = 0;
      const char *service = lockstep_practice_server_nth (server, i, &port);

      g_hash_table_insert (ports, g_strdup (service), GUINT_TO_POINTER (port));
    }

  return ports;
}
