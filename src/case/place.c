/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/case-private.h"

void
lockstep_place_clear (LockstepPlace *place)
{
  g_clear_pointer (&place->host, g_free);
  g_clear_pointer (&place->address, g_free);
  place->port = 0;
  place->role = LOCKSTEP_ROLE_TARGET;
}

void
lockstep_place_set (LockstepPlace *place, const LockstepObservation *observation)
{
  lockstep_place_clear (place);
  if (observation == NULL)
    return;

  place->host = g_strdup (observation->host);
  place->address = g_strdup (observation->address);
  place->port = observation->port;
  place->role = observation->role;
}

gboolean
lockstep_place_find (const LockstepPlace *place, const LockstepScene *scene, guint *ret_index)
{
  gboolean found = FALSE;

  if (place->host == NULL || scene == NULL)
    return FALSE;

  for (guint i = 0; i < scene->observations->len; i++)
    {
      const LockstepObservation *observation = lockstep_scene_get (scene, i);

      if (observation->port != place->port || g_strcmp0 (observation->host, place->host) != 0)
        continue;

      if (g_strcmp0 (observation->address, place->address) == 0 && observation->role == place->role)
        {
          *ret_index = i;
          return TRUE;
        }

      /* The same port at another address: the nearest thing, unless the very same one follows. */
      if (!found)
        {
          *ret_index = i;
          found = TRUE;
        }
    }

  return found;
}
