/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report.h"

#include "base/json.h"
#include "base/target.h"
#include "base/text.h"
#include "report/json-target.h"

#define SCHEMA "lockstep.report/1"

static JsonNode *
write_symptom (const LockstepReport *report)
{
  const char *text = lockstep_case_get_symptom (report->subject);
  const LockstepMatch *match = lockstep_case_get_match (report->subject);
  JsonNode *node = json_node_new (JSON_NODE_NULL);
  JsonObject *object;

  if (text == NULL)
    return node;

  object = json_object_new ();
  lockstep_report_set_text (report, object, "text", text);
  if (match != NULL && match->message != NULL)
    json_object_set_string_member (object, "message", lockstep_entry_id (match->message));
  else
    json_object_set_null_member (object, "message");
  if (match != NULL && match->has_code)
    json_object_set_int_member (object, "code", match->code);
  else
    json_object_set_null_member (object, "code");
  if (match != NULL && match->condition != NULL)
    json_object_set_string_member (object, "condition", lockstep_entry_id (match->condition));
  else
    json_object_set_null_member (object, "condition");

  json_node_unref (node);
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);

  return node;
}

static JsonArray *
write_targets (const LockstepReport *report,
               const LockstepDiagnosis *diagnosis,
               const LockstepCause *cause)
{
  JsonArray *array = json_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < cause->targets->len; i++)
    {
      const LockstepObservation *observation =
          lockstep_scene_get (diagnosis->scene, g_array_index (cause->targets, guint, i));
      g_autofree char *place = NULL;
      g_autofree char *clean = NULL;

      if (observation == NULL)
        continue;

      place = lockstep_target_print (observation->host, observation->port);
      clean = lockstep_report_clean (report, place);
      if (g_hash_table_add (seen, g_strdup (clean)))
        json_array_add_string_element (array, clean);
    }

  return array;
}

static JsonArray *
write_causes (const LockstepReport *report, const LockstepDiagnosis *diagnosis)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; diagnosis != NULL && i < diagnosis->causes->len; i++)
    {
      const LockstepCause *cause = g_ptr_array_index (diagnosis->causes, i);
      JsonObject *object = lockstep_report_write_cause (report, cause);
      JsonArray *remedies = json_array_new ();

      json_object_set_array_member (object, "targets", write_targets (report, diagnosis, cause));
      lockstep_report_set_text (report,
                                object,
                                "title",
                                lockstep_entry_text (cause->entry, "title"));
      for (guint r = 0; cause->remedies != NULL && cause->remedies[r] != NULL; r++)
        json_array_add_string_element (remedies, cause->remedies[r]);
      json_object_set_array_member (object, "remedies", remedies);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
write_observations (const LockstepReport *report, LockstepRole role)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < lockstep_report_count (report); i++)
    {
      const LockstepTargetDiagnosis *target = lockstep_report_nth (report, i);

      if (target->observation->role == role)
        json_array_add_object_element (array, lockstep_report_write_target (report, target));
    }

  return array;
}

/* The look before "check again", short: what was wrong then. */
static JsonNode *
write_before (const LockstepReport *report)
{
  const LockstepDiagnosis *before = lockstep_case_get_before (report->subject);
  JsonNode *node;
  JsonObject *object;
  g_autofree char *started = NULL;

  if (before == NULL)
    return json_node_new (JSON_NODE_NULL);

  node = json_node_new (JSON_NODE_OBJECT);
  object = json_object_new ();
  started = lockstep_text_iso (before->scene->started);
  json_object_set_string_member (object, "started", started);
  json_object_set_string_member (object, "verdict", lockstep_verdict_to_string (before->verdict));
  json_object_set_array_member (object, "causes", write_causes (report, before));
  json_node_take_object (node, object);

  return node;
}

static JsonArray *
write_redacted (const LockstepReport *report)
{
  static const struct
  {
    LockstepRedactionKinds kind;
    const char *name;
  } rows[] = {
    { LOCKSTEP_REDACT_HOSTS, "hosts" },
    { LOCKSTEP_REDACT_ADDRESSES, "addresses" },
    { LOCKSTEP_REDACT_USERS, "users" },
  };
  LockstepRedactionKinds kinds = report->redaction != NULL
                                     ? lockstep_redaction_get_kinds (report->redaction)
                                     : LOCKSTEP_REDACT_NONE;
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if ((kinds & rows[i].kind) != 0)
      json_array_add_string_element (array, rows[i].name);
  if (report->hides_names)
    json_array_add_string_element (array, "certificates");

  return array;
}

static JsonObject *
write_tool (void)
{
  JsonObject *tool = json_object_new ();

  json_object_set_string_member (tool, "name", "lockstep");
  json_object_set_string_member (tool, "version", LOCKSTEP_VERSION);

  return tool;
}

char *
lockstep_report_json (LockstepCase *subject, const LockstepReportOptions *options)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *started = NULL;
  LockstepReport report;
  JsonObject *object;
  LockstepDiagnosis *diagnosis;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (subject), NULL);

  report = lockstep_report_begin (subject, options);
  diagnosis = report.diagnosis;
  started = lockstep_text_iso (lockstep_report_get_time (&report));
  object = json_object_new ();
  json_object_set_string_member (object, "schema", SCHEMA);
  json_object_set_object_member (object, "tool", write_tool ());
  json_object_set_string_member (object, "started", started);
  json_object_set_int_member (object,
                              "duration_ms",
                              diagnosis != NULL ? diagnosis->scene->duration / 1000 : 0);
  json_object_set_member (object, "symptom", write_symptom (&report));
  json_object_set_string_member (object,
                                 "verdict",
                                 lockstep_verdict_to_string (diagnosis != NULL
                                                                 ? diagnosis->verdict
                                                                 : LOCKSTEP_VERDICT_INCONCLUSIVE));
  json_object_set_array_member (object, "causes", write_causes (&report, diagnosis));
  json_object_set_array_member (object,
                                "targets",
                                write_observations (&report, LOCKSTEP_ROLE_TARGET));
  json_object_set_array_member (object,
                                "evidence",
                                write_observations (&report, LOCKSTEP_ROLE_EVIDENCE));
  json_object_set_member (object, "before", write_before (&report));
  json_object_set_array_member (object, "redacted", write_redacted (&report));

  root = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (root, object);

  return lockstep_json_print (root, TRUE);
}
