/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bundle/part.h"

#include "base/json.h"
#include "base/text.h"

#define SCHEMA "lockstep.bundle/1"

static JsonArray *
write_entries (const GPtrArray *entries)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      const LockstepBundleEntry *entry = g_ptr_array_index (entries, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "name", entry->name);
      json_object_set_int_member (object, "size", (gint64) entry->size);
      json_object_set_string_member (object, "sha256", entry->sha256);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
write_redacted (LockstepRedactionKinds kinds)
{
  JsonArray *array = json_array_new ();

  if ((kinds & LOCKSTEP_REDACT_HOSTS) != 0)
    json_array_add_string_element (array, "hosts");
  if ((kinds & LOCKSTEP_REDACT_ADDRESSES) != 0)
    json_array_add_string_element (array, "addresses");
  if ((kinds & LOCKSTEP_REDACT_USERS) != 0)
    json_array_add_string_element (array, "users");
  if ((kinds & (LOCKSTEP_REDACT_HOSTS | LOCKSTEP_REDACT_ADDRESSES)) != 0)
    json_array_add_string_element (array, "certificates");

  return array;
}

char *
lockstep_bundle_manifest (const LockstepBundlePlan *plan, const GPtrArray *entries)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *created = lockstep_text_iso (plan->created);
  JsonObject *object = json_object_new ();
  JsonObject *tool = json_object_new ();
  JsonArray *missing = json_array_new ();

  json_object_set_string_member (tool, "name", "lockstep");
  json_object_set_string_member (tool, "version", LOCKSTEP_VERSION);
  for (guint i = 0; plan->missing != NULL && plan->missing[i] != NULL; i++)
    json_array_add_string_element (missing, plan->missing[i]);

  json_object_set_string_member (object, "schema", SCHEMA);
  json_object_set_object_member (object, "tool", tool);
  json_object_set_string_member (object, "created", created);
  json_object_set_array_member (object, "files", write_entries (entries));
  json_object_set_array_member (object, "redacted", write_redacted (plan->redact));
  json_object_set_array_member (object, "missing", missing);
  json_node_take_object (root, object);

  return lockstep_json_print (root, TRUE);
}
