/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/scene.h"

static gint64
read_time (const char *text)
{
  char *end = NULL;
  gint64 amount = g_ascii_strtoll (text, &end, 10);

  g_assert_true (g_str_equal (end, "d") || g_str_equal (end, "s"));

  return SCENE_NOW + amount * (*end == 'd' ? SCENE_DAY : 1);
}

static void
read_fact (LockstepFactSet *facts, const char *path, char *value)
{
  g_auto (GStrv) list = NULL;
  LockstepFact fact;

  if (!lockstep_fact_from_path (path, &fact))
    g_assert_not_reached ();

  g_strdelimit (value,
                "_",
                lockstep_fact_get_spec (fact)->type == LOCKSTEP_FACT_STRING &&
                        g_str_has_prefix (path, "handshake.alert")
                    ? '_'
                    : ' ');
  switch (lockstep_fact_get_spec (fact)->type)
    {
    case LOCKSTEP_FACT_BOOLEAN:
      lockstep_fact_set_boolean (facts, fact, g_str_equal (value, "true"));
      break;
    case LOCKSTEP_FACT_INTEGER:
      lockstep_fact_set_integer (facts, fact, g_ascii_strtoll (value, NULL, 10));
      break;
    case LOCKSTEP_FACT_TIME:
      lockstep_fact_set_time (facts, fact, read_time (value));
      break;
    case LOCKSTEP_FACT_WORD:
      g_assert_true (lockstep_fact_has_word (fact, value));
      lockstep_fact_set_word (facts, fact, value);
      break;
    case LOCKSTEP_FACT_LIST:
      list = g_strsplit (value, ",", -1);
      lockstep_fact_set_list (facts, fact, (const char *const *) list);
      break;
    case LOCKSTEP_FACT_STRING:
    default:
      lockstep_fact_set_string (facts, fact, value);
      break;
    }
}

void
scene_read_facts (LockstepFactSet *facts, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *value = strchr (words[i], '=');

      if (*words[i] == '\0')
        continue;
      g_assert_nonnull (value);
      *value++ = '\0';
      read_fact (facts, words[i], value);
    }
}

static void
read_observation (LockstepScene *scene, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, " ", 4);
  g_autoptr (LockstepObservation) observation = NULL;

  g_assert_cmpuint (g_strv_length (parts), >=, 3);
  observation =
      lockstep_observation_new (SCENE_HOST,
                                (guint16) g_ascii_strtoull (parts[2], NULL, 10),
                                g_str_equal (parts[1], "-") ? NULL : parts[1],
                                *parts[0] == 'T' ? LOCKSTEP_ROLE_TARGET : LOCKSTEP_ROLE_EVIDENCE);
  observation->address = g_strdup ("192.0.2.7");
  if (parts[3] != NULL)
    scene_read_facts (observation->facts, parts[3]);
  lockstep_scene_put (scene, observation);
}

LockstepScene *
scene_new (const char *const *lines)
{
  LockstepScene *scene = lockstep_scene_new (SCENE_NOW);

  lockstep_fact_set_time (scene->facts, LOCKSTEP_FACT_RUN_AT, SCENE_NOW);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "T ") || g_str_has_prefix (lines[i], "E "))
      read_observation (scene, lines[i]);
    else
      scene_read_facts (scene->facts, lines[i]);

  return scene;
}
