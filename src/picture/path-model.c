/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/target.h"
#include "base/text.h"
#include "picture/path-model.h"
#include "picture/words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const LockstepDiagnosis *diagnosis;
  const LockstepObservation *chosen;
  LockstepPath *path;
} Builder;

static void
station_free (gpointer data)
{
  LockstepStation *station = data;

  g_free (station->value);
  g_free (station->time);
  g_free (station);
}

static void
address_free (gpointer data)
{
  LockstepPathAddress *address = data;

  g_free (address->address);
  g_free (address);
}

static void
lane_free (gpointer data)
{
  LockstepLane *lane = data;

  g_free (lane->name);
  g_free (lane->plain.time);
  g_free (lane->tls.time);
  g_free (lane);
}

static gboolean
reached (const char *outcome)
{
  return g_strcmp0 (outcome, "open") == 0 || g_strcmp0 (outcome, "refused") == 0;
}

static const char *
outcome_word (const char *outcome)
{
  if (strcmp (outcome, "refused") == 0)
    return _ ("refused");
  if (strcmp (outcome, "silent") == 0)
    return _ ("silent");
  if (strcmp (outcome, "unreachable") == 0)
    return _ ("no route");

  return _ ("failed");
}

static const LockstepObservation *
get_observation (const Builder *builder, guint index)
{
  const LockstepTargetDiagnosis *target =
      g_ptr_array_index (builder->diagnosis->observations, index);

  return strcmp (target->observation->host, builder->chosen->host) == 0 ? target->observation
                                                                        : NULL;
}

static LockstepPathAddress *
find_address (Builder *builder, const char *address)
{
  LockstepPathAddress *found;

  for (guint i = 0; i < builder->path->addresses->len; i++)
    {
      found = g_ptr_array_index (builder->path->addresses, i);
      if (strcmp (found->address, address) == 0)
        return found;
    }

  found = g_new0 (LockstepPathAddress, 1);
  found->address = g_strdup (address);
  found->state = "unknown";
  g_ptr_array_add (builder->path->addresses, found);

  return found;
}

static void
note_address (Builder *builder, const LockstepObservation *observation, gint64 *shortest)
{
  const LockstepFactSet *facts = observation->facts;
  const char *outcome = lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_PORT_OUTCOME);
  const char *plain = lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_PLAIN_OUTCOME);
  gint64 duration = lockstep_fact_set_get_integer (facts, LOCKSTEP_FACT_PORT_DURATION);
  LockstepPathAddress *address;

  if (observation->address == NULL)
    return;

  address = find_address (builder, observation->address);
  if (reached (outcome) || reached (plain))
    {
      address->state = "fine";
      address->word = NULL;
      if (lockstep_fact_set_has (facts, LOCKSTEP_FACT_PORT_DURATION) && reached (outcome) &&
          (*shortest < 0 || duration < *shortest))
        *shortest = duration;
    }
  else if (outcome != NULL && strcmp (address->state, "fine") != 0)
    {
      address->state = "failed";
      address->word = outcome_word (outcome);
    }
}

static LockstepStation *
add_station (Builder *builder, const char *icon, const char *label, const char *state)
{
  LockstepStation *station = g_new0 (LockstepStation, 1);

  station->icon = icon;
  station->label = label;
  station->state = state;
  station->value = g_strdup ("");
  station->time = g_strdup ("");
  station->reached = state == NULL || strcmp (state, "fine") == 0 || strcmp (state, "look") == 0;
  g_ptr_array_add (builder->path->stations, station);

  return station;
}

static void
set_text (char **text, char *value)
{
  g_free (*text);
  *text = value;
}

static void
add_name (Builder *builder)
{
  const LockstepFactSet *facts = builder->chosen->facts;
  const char *outcome = lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_NAME_OUTCOME);
  gboolean found = g_strcmp0 (outcome, "found") == 0;
  LockstepStation *station;

  builder->path->name_outcome = outcome;
  builder->path->name_duration = lockstep_fact_set_get_integer (facts, LOCKSTEP_FACT_NAME_DURATION);
  if (g_strcmp0 (outcome, "address") == 0 || lockstep_host_is_address (builder->chosen->host))
    return;

  station = add_station (builder,
                         "globe",
                         _ ("Name"),
                         outcome == NULL ? "waiting"
                         : found         ? "fine"
                                         : "failed");
  if (outcome == NULL)
    return;

  set_text (&station->value,
            g_strdup (found                                ? _ ("known")
                      : strcmp (outcome, "not-found") == 0 ? _ ("not known")
                                                           : _ ("no answer")));
  if (lockstep_fact_set_has (facts, LOCKSTEP_FACT_NAME_DURATION))
    set_text (&station->time, lockstep_text_duration (builder->path->name_duration));
}

static void
gather_addresses (Builder *builder, gint64 *ret_shortest)
{
  const char *const *addresses =
      lockstep_fact_set_get_list (builder->chosen->facts, LOCKSTEP_FACT_NAME_ADDRESSES);

  *ret_shortest = -1;
  for (guint i = 0; addresses != NULL && addresses[i] != NULL; i++)
    find_address (builder, addresses[i]);
  for (guint i = 0; i < builder->diagnosis->observations->len; i++)
    {
      const LockstepObservation *observation = get_observation (builder, i);

      if (observation != NULL)
        note_address (builder, observation, ret_shortest);
    }
}

/* All fine, all failed, or some of each; an address that was not tried says nothing. */
static const char *
sum_up (const GPtrArray *addresses)
{
  guint fine = 0;
  guint failed = 0;

  for (guint i = 0; i < addresses->len; i++)
    {
      const LockstepPathAddress *address = g_ptr_array_index (addresses, i);

      fine += strcmp (address->state, "fine") == 0;
      failed += strcmp (address->state, "failed") == 0;
    }

  if (fine > 0)
    return failed > 0 ? "look" : "fine";

  return failed > 0 ? "failed" : "waiting";
}

static void
add_address (Builder *builder)
{
  GPtrArray *addresses = builder->path->addresses;
  gint64 shortest;
  LockstepStation *station;

  gather_addresses (builder, &shortest);
  station = add_station (builder,
                         "server",
                         addresses->len > 1 ? _ ("Addresses") : _ ("Address"),
                         sum_up (addresses));
  if (addresses->len == 1)
    {
      const LockstepPathAddress *address = g_ptr_array_index (addresses, 0);

      station->word = address->word;
      set_text (&station->value, g_strdup (address->address));
    }
  if (shortest >= 0)
    set_text (&station->time, lockstep_text_duration (shortest));
}

static void
set_port (Builder *builder,
          LockstepPathPort *port,
          const LockstepObservation *observation,
          LockstepFact outcome_fact,
          LockstepFact duration_fact)
{
  const LockstepFactSet *facts = observation->facts;

  port->outcome = lockstep_fact_set_get_string (facts, outcome_fact);
  port->duration = lockstep_fact_set_get_integer (facts, duration_fact);
  port->time = g_strdup ("");
  if (builder->path->is_broken)
    {
      port->state = "unknown";
      port->outcome = NULL;
    }
  else if (port->outcome == NULL)
    {
      port->state = "waiting";
    }
  else if (strcmp (port->outcome, "open") == 0)
    {
      port->state = "fine";
      if (lockstep_fact_set_has (facts, duration_fact))
        set_text (&port->time, lockstep_text_duration (port->duration));
    }
  else
    {
      port->state = observation->role == LOCKSTEP_ROLE_EVIDENCE ? "look" : "failed";
      port->word = outcome_word (port->outcome);
    }
}

/* The observation that speaks for a port: the one with the chosen address, else the first. */
static gboolean
speaks_for_port (const Builder *builder, guint index)
{
  const LockstepObservation *self = get_observation (builder, index);
  gboolean is_chosen = g_strcmp0 (self->address, builder->chosen->address) == 0;

  for (guint i = 0; i < builder->diagnosis->observations->len; i++)
    {
      const LockstepObservation *other = get_observation (builder, i);
      gboolean other_chosen;

      if (i == index || other == NULL || other->port != self->port)
        continue;

      other_chosen = g_strcmp0 (other->address, builder->chosen->address) == 0;
      if ((other_chosen && !is_chosen) || (other_chosen == is_chosen && i < index))
        return FALSE;
    }

  return TRUE;
}

static void
add_lane (Builder *builder, guint index)
{
  const LockstepObservation *observation = get_observation (builder, index);
  LockstepLane *lane;

  if (observation == NULL || !speaks_for_port (builder, index))
    return;

  lane = g_new0 (LockstepLane, 1);
  lane->name = lockstep_diagnosis_service_name (builder->diagnosis, index);
  lane->tls.number = observation->port;
  set_port (builder,
            &lane->tls,
            observation,
            LOCKSTEP_FACT_PORT_OUTCOME,
            LOCKSTEP_FACT_PORT_DURATION);
  lane->plain.number =
      (guint16) CLAMP (lockstep_fact_set_get_integer (observation->facts, LOCKSTEP_FACT_PLAIN_PORT),
                       0,
                       65535);
  set_port (builder,
            &lane->plain,
            observation,
            LOCKSTEP_FACT_PLAIN_OUTCOME,
            LOCKSTEP_FACT_PLAIN_DURATION);
  builder->path->has_plain = builder->path->has_plain || lane->plain.number > 0;
  g_ptr_array_add (builder->path->lanes, lane);
}

LockstepPath *
lockstep_path_new (const LockstepDiagnosis *diagnosis, guint index)
{
  const LockstepTargetDiagnosis *target = g_ptr_array_index (diagnosis->observations, index);
  Builder builder = { .diagnosis = diagnosis, .chosen = target->observation };
  LockstepPath *self = g_new0 (LockstepPath, 1);

  builder.path = self;
  self->host = lockstep_words_clean (target->observation->host);
  self->stations = g_ptr_array_new_with_free_func (station_free);
  self->addresses = g_ptr_array_new_with_free_func (address_free);
  self->lanes = g_ptr_array_new_with_free_func (lane_free);

  add_station (&builder, "computer", _ ("This computer"), NULL);
  add_name (&builder);
  add_address (&builder);
  for (guint i = 0; i < self->stations->len; i++)
    {
      const LockstepStation *station = g_ptr_array_index (self->stations, i);

      if (g_strcmp0 (station->state, "failed") == 0)
        self->is_broken = TRUE;
    }
  for (guint i = 0; i < diagnosis->observations->len; i++)
    add_lane (&builder, i);

  return self;
}

void
lockstep_path_free (LockstepPath *self)
{
  if (self == NULL)
    return;

  g_free (self->host);
  g_ptr_array_unref (self->stations);
  g_ptr_array_unref (self->addresses);
  g_ptr_array_unref (self->lanes);
  g_free (self);
}
