/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/json-target.h"

#include "base/text.h"
#include "report/chain.h"
#include "x509/certificate.h"

void
lockstep_report_set_text (const LockstepReport *report,
                          JsonObject *object,
                          const char *member,
                          const char *text)
{
  g_autofree char *clean = NULL;

  if (text == NULL)
    {
      json_object_set_null_member (object, member);
      return;
    }

  clean = lockstep_report_clean (report, text);
  json_object_set_string_member (object, member, clean);
}

/* Words of our own vocabulary: never translated, never replaced. */
static void
set_word (JsonObject *object, const char *member, const char *word)
{
  if (word != NULL)
    json_object_set_string_member (object, member, word);
  else
    json_object_set_null_member (object, member);
}

JsonObject *
lockstep_report_write_cause (const LockstepReport *report, const LockstepCause *cause)
{
  JsonObject *object = json_object_new ();
  JsonArray *because = json_array_new ();

  set_word (object, "id", lockstep_entry_id (cause->entry));
  set_word (object, "confidence", lockstep_confidence_to_string (cause->confidence));
  for (guint i = 0; cause->because != NULL && cause->because[i] != NULL; i++)
    {
      g_autofree char *clean = lockstep_report_clean (report, cause->because[i]);

      json_array_add_string_element (because, clean);
    }
  json_object_set_array_member (object, "because", because);
  if (cause->explained_by != NULL)
    set_word (object, "explained_by", cause->explained_by);

  return object;
}

static JsonNode *
clean_node (const LockstepReport *report, JsonNode *node)
{
  JsonNode *copy;
  JsonArray *array;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_autofree char *clean = lockstep_report_clean (report, json_node_get_string (node));

      return json_node_init_string (json_node_alloc (), clean);
    }

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return json_node_copy (node);

  array = json_array_new ();
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    json_array_add_element (
        array,
        clean_node (report, json_array_get_element (json_node_get_array (node), i)));
  copy = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (copy, array);

  return copy;
}

/* Whether the value of a fact came from somebody else and may name them. */
static gboolean
is_foreign (const char *group, const char *member)
{
  g_autofree char *path = g_strdup_printf ("%s.%s", group, member);
  LockstepFact fact;

  if (!lockstep_fact_from_path (path, &fact))
    return TRUE;

  return lockstep_fact_get_spec (fact)->type == LOCKSTEP_FACT_STRING ||
         lockstep_fact_get_spec (fact)->type == LOCKSTEP_FACT_LIST;
}

static JsonObject *
write_facts (const LockstepReport *report, const LockstepTargetDiagnosis *target, const char *group)
{
  g_autoptr (JsonObject) facts = lockstep_fact_set_to_json (target->facts, group);
  JsonObject *clean = json_object_new ();
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, facts);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      if (report->hides_names && g_str_equal (group, "certificate") &&
          g_str_equal (member, "names"))
        continue;

      json_object_set_member (clean,
                              member,
                              is_foreign (group, member) ? clean_node (report, node)
                                                         : json_node_copy (node));
    }

  return clean;
}

static JsonArray *
write_checks (const LockstepReport *report, const LockstepTargetDiagnosis *target)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < target->checks->len; i++)
    {
      const LockstepCheckResult *result = g_ptr_array_index (target->checks, i);
      LockstepOutcome outcome =
          result->outcome == LOCKSTEP_OUTCOME_PENDING ? LOCKSTEP_OUTCOME_UNKNOWN : result->outcome;
      JsonObject *object = json_object_new ();

      set_word (object, "id", result->spec->id);
      set_word (object, "status", lockstep_outcome_to_string (outcome));
      set_word (object, "finding", result->finding);
      lockstep_report_set_text (report,
                                object,
                                "summary",
                                result->summary != NULL ? result->summary : "");
      json_object_set_int_member (object, "duration_ms", result->duration / 1000);
      json_object_set_object_member (object,
                                     "facts",
                                     write_facts (report, target, result->spec->group));
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
write_certificate (const LockstepReport *report,
                   const LockstepLink *link,
                   const LockstepCertificate *certificate,
                   guint position)
{
  JsonObject *object = json_object_new ();
  JsonArray *names = json_array_new ();
  g_autofree char *from = lockstep_text_iso (certificate->not_before);
  g_autofree char *until = lockstep_text_iso (certificate->not_after);
  g_autofree char *pem = NULL;

  lockstep_report_set_text (report, object, "subject", certificate->subject);
  lockstep_report_set_text (report, object, "issuer", certificate->issuer);
  set_word (object, "serial", certificate->serial);
  set_word (object, "not_before", from);
  set_word (object, "not_after", until);
  json_object_set_int_member (object,
                              "days_left",
                              lockstep_text_calendar_days (lockstep_report_get_judged_time (report),
                                                           certificate->not_after));
  for (guint i = 0;
       !report->hides_names && certificate->names != NULL && certificate->names[i] != NULL;
       i++)
    {
      g_autofree char *clean = lockstep_report_clean (report, certificate->names[i]);

      json_array_add_string_element (names, clean);
    }
  json_object_set_array_member (object, "names", names);
  set_word (object, "key", certificate->key);
  set_word (object, "signature", certificate->signature);
  set_word (object, "sha256", certificate->sha256);
  set_word (object, "role", lockstep_chain_role (certificate, position));
  set_word (object, "source", lockstep_chain_source (link));
  json_object_set_boolean_member (object, "in_path", link->in_path);
  if (!report->hides_names)
    pem = lockstep_certificate_to_pem (link->der);
  set_word (object, "pem", pem);

  return object;
}

static JsonArray *
write_chain (const LockstepReport *report, const LockstepObservation *observation)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < observation->chain->len; i++)
    {
      const LockstepLink *link = g_ptr_array_index (observation->chain, i);
      g_autoptr (LockstepCertificate) certificate = lockstep_certificate_new (link->der, NULL);

      if (certificate != NULL)
        json_array_add_object_element (array, write_certificate (report, link, certificate, i));
    }

  return array;
}

static JsonArray *
write_steps (const LockstepReport *report, const LockstepObservation *observation)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < observation->steps->len; i++)
    {
      const LockstepStep *step = g_ptr_array_index (observation->steps, i);
      JsonObject *object = json_object_new ();

      lockstep_report_set_text (report, object, "name", step->name);
      set_word (object, "from", step->from_server ? "server" : "client");
      set_word (object, "kind", lockstep_chain_step_kind (step));
      json_object_set_int_member (object, "at_us", step->at);
      json_object_set_int_member (object, "size", step->size);
      lockstep_report_set_text (report, object, "detail", step->detail);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
write_handshake (const LockstepReport *report, const LockstepObservation *observation)
{
  const LockstepFactSet *facts = observation->facts;
  JsonObject *object = json_object_new ();

  lockstep_report_set_text (report,
                            object,
                            "protocol",
                            lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_HANDSHAKE_VERSION));
  lockstep_report_set_text (report,
                            object,
                            "cipher",
                            lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_HANDSHAKE_CIPHER));
  lockstep_report_set_text (report,
                            object,
                            "group",
                            lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_HANDSHAKE_GROUP));
  json_object_set_array_member (object, "steps", write_steps (report, observation));
  set_word (object, "ended", lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME));

  return object;
}

JsonObject *
lockstep_report_write_target (const LockstepReport *report, const LockstepTargetDiagnosis *target)
{
  const LockstepObservation *observation = target->observation;
  JsonObject *object = json_object_new ();
  JsonArray *causes = json_array_new ();

  lockstep_report_set_text (report, object, "host", observation->host);
  lockstep_report_set_text (report, object, "address", observation->address);
  json_object_set_int_member (object, "port", observation->port);
  set_word (object, "service", observation->service);
  set_word (object, "verdict", lockstep_verdict_to_string (target->verdict));
  for (guint i = 0; i < target->causes->len; i++)
    json_array_add_object_element (
        causes,
        lockstep_report_write_cause (report, g_ptr_array_index (target->causes, i)));
  json_object_set_array_member (object, "causes", causes);
  json_object_set_array_member (object, "checks", write_checks (report, target));
  json_object_set_array_member (object, "chain", write_chain (report, observation));
  json_object_set_object_member (object, "handshake", write_handshake (report, observation));

  return object;
}
