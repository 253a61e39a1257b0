/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/explanation.h"

#include "base/json.h"
#include "base/text.h"
#include "catalog/search.h"

#include <glib/gi18n-lib.h>

#define MAX_SUGGESTIONS 5

typedef struct
{
  const LockstepRecognition *recognition;
  const LockstepMatch *match;
} Places;

const LockstepEntry *
lockstep_explanation_get_causes (const LockstepMatch *match)
{
  return lockstep_match_holder (match, "causes");
}

static char *
look_up (const char *name, gpointer user_data)
{
  const Places *places = user_data;
  const LockstepRecognition *recognition = places->recognition;

  if (g_str_equal (name, "code") && places->match->has_code)
    return g_strdup_printf ("%" G_GINT64_FORMAT, places->match->code);
  if (g_str_equal (name, "host") || g_str_equal (name, "target.host") ||
      g_str_equal (name, "target.address"))
    return g_strdup (recognition->host != NULL ? recognition->host : "HOST");
  if (g_str_equal (name, "target.port"))
    return recognition->port != 0 ? g_strdup_printf ("%u", recognition->port) : g_strdup ("PORT");
  if (g_str_equal (name, "service") || g_str_equal (name, "target.service"))
    /* Translators: stands in a sentence for the name of a service */
    return g_strdup (_ ("the service"));
  if (g_str_equal (name, "application"))
    return g_strdup ("APPLICATION-ID");
  if (g_str_equal (name, "label"))
    return g_strdup ("LABEL");
  if (g_str_has_prefix (name, "service."))
    return g_strdup (_ ("(the commands of the service; lockstepctl check prints them)"));

  return NULL;
}

char *
lockstep_explanation_fill (const LockstepRecognition *recognition,
                           const LockstepMatch *match,
                           const char *text)
{
  Places places = { recognition, match };

  return lockstep_text_fill (text, look_up, &places);
}

/* The administrator of the product that does not show the message; NULL where it may be either. */
static const char *
get_stranger (const LockstepMatch *match)
{
  const char *product = lockstep_entry_string (match->message, "product");

  if (g_strcmp0 (product, "ibm-i-access") == 0)
    return "http-administrator";
  if (g_strcmp0 (product, "ibm-http-server") == 0)
    return "ibmi-administrator";

  return NULL;
}

/* Whether somebody else than @stranger and the help desk has to do something. */
static gboolean
concerns (const LockstepCatalog *catalog, const char *id, const char *stranger)
{
  const LockstepEntry *remedy = lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_REMEDIES, id);
  gboolean only_others = FALSE;

  for (guint i = 0; remedy != NULL && i < lockstep_entry_length (remedy, "people"); i++)
    {
      const char *role = lockstep_entry_string (lockstep_entry_nth (remedy, "people", i), "role");

      if (g_strcmp0 (role, stranger) == 0)
        only_others = TRUE;
      else if (g_strcmp0 (role, "help-desk") != 0)
        return TRUE;
    }

  return !only_others;
}

GPtrArray *
lockstep_explanation_get_remedies (const LockstepCatalog *catalog, const LockstepMatch *match)
{
  GPtrArray *remedies = g_ptr_array_new ();
  const LockstepEntry *holder = lockstep_explanation_get_causes (match);

  for (guint i = 0; holder != NULL && i < lockstep_entry_length (holder, "causes"); i++)
    {
      const char *id = lockstep_entry_string (lockstep_entry_nth (holder, "causes", i), "cause");
      const LockstepEntry *cause = lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_CAUSES, id);

      for (guint j = 0; cause != NULL && j < lockstep_entry_length (cause, "remedies"); j++)
        {
          const char *remedy = lockstep_entry_nth_string (cause, "remedies", j);

          if (!g_ptr_array_find_with_equal_func (remedies, remedy, g_str_equal, NULL) &&
              concerns (catalog, remedy, get_stranger (match)))
            g_ptr_array_add (remedies, (gpointer) remedy);
        }
    }

  return remedies;
}

static void
set_string (JsonObject *object, const char *member, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, member, value);
  else
    json_object_set_null_member (object, member);
}

static JsonArray *
causes_to_json (const LockstepCatalog *catalog,
                const LockstepRecognition *recognition,
                const LockstepMatch *match)
{
  JsonArray *array = json_array_new ();
  const LockstepEntry *holder = lockstep_explanation_get_causes (match);

  for (guint i = 0; holder != NULL && i < lockstep_entry_length (holder, "causes"); i++)
    {
      const LockstepEntry *listed = lockstep_entry_nth (holder, "causes", i);
      const char *id = lockstep_entry_string (listed, "cause");
      const LockstepEntry *cause = lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_CAUSES, id);
      JsonObject *object = json_object_new ();
      g_autofree char *title = NULL;

      if (cause != NULL)
        title =
            lockstep_explanation_fill (recognition, match, lockstep_entry_text (cause, "title"));
      json_object_set_string_member (object, "id", id);
      set_string (object, "title", title);
      set_string (object, "likelihood", lockstep_entry_string (listed, "likelihood"));
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
match_to_json (const LockstepCatalog *catalog,
               const LockstepRecognition *recognition,
               const LockstepMatch *match)
{
  JsonObject *object = json_object_new ();
  JsonArray *remedies = json_array_new ();
  g_autoptr (GPtrArray) ids = lockstep_explanation_get_remedies (catalog, match);
  const LockstepEntry *flow = lockstep_match_holder (match, "flow");
  static const char *const texts[] = { "headline", "meaning" };
  const LockstepEntry *legacy;

  json_object_set_string_member (object, "message", lockstep_entry_id (match->message));
  if (match->has_code)
    json_object_set_int_member (object, "code", match->code);
  else
    json_object_set_null_member (object, "code");
  set_string (object,
              "condition",
              match->condition != NULL ? lockstep_entry_id (match->condition) : NULL);
  set_string (object, "role", match->role);
  set_string (object, "title", lockstep_entry_text (match->message, "title"));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = lockstep_match_text (match, texts[i]);
      g_autofree char *filled =
          text != NULL ? lockstep_explanation_fill (recognition, match, text) : NULL;

      set_string (object, texts[i], filled);
    }
  json_object_set_array_member (object, "causes", causes_to_json (catalog, recognition, match));
  for (guint i = 0; i < ids->len; i++)
    json_array_add_string_element (remedies, g_ptr_array_index (ids, i));
  json_object_set_array_member (object, "remedies", remedies);
  set_string (object, "flow", flow != NULL ? lockstep_entry_string (flow, "flow") : NULL);
  set_string (object, "corrected_from", match->corrected_from);
  json_object_set_int_member (object, "count", match->count);
  legacy = lockstep_match_get_legacy (match);
  set_string (object,
              "legacy_meaning",
              legacy != NULL ? lockstep_entry_text (legacy, "meaning") : NULL);

  return object;
}

static JsonArray *
suggestions_to_json (const LockstepCatalog *catalog, const char *text)
{
  g_autoptr (GArray) found = lockstep_search (catalog, text, MAX_SUGGESTIONS);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < found->len; i++)
    {
      const LockstepFind *find = &g_array_index (found, LockstepFind, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "message", lockstep_entry_id (find->message));
      if (find->condition != NULL)
        json_object_set_int_member (object, "code", find->code);
      else
        json_object_set_null_member (object, "code");
      set_string (object, "headline", lockstep_entry_text (find->words, "headline"));
      json_array_add_object_element (array, object);
    }

  return array;
}

char *
lockstep_explanation_suggest (const LockstepCatalog *catalog, const char *text)
{
  g_autoptr (GArray) found = lockstep_search (catalog, text, MAX_SUGGESTIONS);
  GString *words = g_string_new (_ ("No message is known in this text.\n"));

  if (found->len > 0)
    g_string_append (words, _ ("\nThese have its words:\n"));

  for (guint i = 0; i < found->len; i++)
    {
      const LockstepFind *find = &g_array_index (found, LockstepFind, i);
      g_autofree char *name = lockstep_find_to_text (find);

      g_string_append_printf (words,
                              "  %-24s %s\n",
                              name,
                              lockstep_entry_text (find->words, "headline"));
    }

  return g_string_free (words, FALSE);
}

char *
lockstep_explanation_to_json (const LockstepCatalog *catalog,
                              const LockstepRecognition *recognition,
                              const char *text)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *matches = json_array_new ();

  json_object_set_string_member (object, "schema", "lockstep.explanation/1");
  for (guint i = 0; i < recognition->matches->len; i++)
    json_array_add_object_element (
        matches,
        match_to_json (catalog, recognition, g_ptr_array_index (recognition->matches, i)));
  json_object_set_array_member (object, "matches", matches);
  if (recognition->matches->len == 0)
    json_object_set_array_member (object, "suggestions", suggestions_to_json (catalog, text));
  set_string (object, "host", recognition->host);
  if (recognition->port != 0)
    json_object_set_int_member (object, "port", recognition->port);
  else
    json_object_set_null_member (object, "port");
  json_node_take_object (node, object);

  return lockstep_json_print (node, TRUE);
}
