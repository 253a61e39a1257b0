/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facts/observation.h"

LockstepStep *
lockstep_step_new (LockstepStepKind kind,
                   gboolean from_server,
                   const char *name,
                   const char *detail,
                   gint64 at,
                   guint size)
{
  LockstepStep *step = g_new0 (LockstepStep, 1);

  g_return_val_if_fail (name != NULL, step);

  step->kind = kind;
  step->from_server = from_server;
  step->name = g_strdup (name);
  step->detail = g_strdup (detail);
  step->at = at;
  step->size = size;

  return step;
}

void
lockstep_step_free (LockstepStep *step)
{
  if (step == NULL)
    return;

  g_free (step->name);
  g_free (step->detail);
  g_free (step);
}

LockstepLink *
lockstep_link_new (GBytes *der, LockstepSource source, gboolean in_path)
{
  LockstepLink *link = g_new0 (LockstepLink, 1);

  link->der = g_bytes_ref (der);
  link->source = source;
  link->in_path = in_path;

  return link;
}

void
lockstep_link_free (LockstepLink *link)
{
  if (link == NULL)
    return;

  g_bytes_unref (link->der);
  g_free (link);
}

LockstepObservation *
lockstep_observation_new (const char *host, guint16 port, const char *service, LockstepRole role)
{
  LockstepObservation *self = g_new0 (LockstepObservation, 1);

  g_return_val_if_fail (host != NULL, self);

  g_atomic_ref_count_init (&self->references);
  self->host = g_strdup (host);
  self->port = port;
  self->service = g_strdup (service);
  self->role = role;
  self->facts = lockstep_fact_set_new ();
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) lockstep_step_free);
  self->chain = g_ptr_array_new_with_free_func ((GDestroyNotify) lockstep_link_free);

  return self;
}

LockstepObservation *
lockstep_observation_copy (const LockstepObservation *self)
{
  LockstepObservation *copy =
      lockstep_observation_new (self->host, self->port, self->service, self->role);

  copy->address = g_strdup (self->address);
  lockstep_fact_set_merge (copy->facts, self->facts);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const LockstepStep *step = g_ptr_array_index (self->steps, i);

      g_ptr_array_add (copy->steps,
                       lockstep_step_new (step->kind,
                                          step->from_server,
                                          step->name,
                                          step->detail,
                                          step->at,
                                          step->size));
    }

  for (guint i = 0; i < self->chain->len; i++)
    {
      const LockstepLink *link = g_ptr_array_index (self->chain, i);

      g_ptr_array_add (copy->chain, lockstep_link_new (link->der, link->source, link->in_path));
    }

  return copy;
}

LockstepObservation *
lockstep_observation_ref (LockstepObservation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
lockstep_observation_unref (LockstepObservation *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;

  g_free (self->host);
  g_free (self->address);
  g_free (self->service);
  lockstep_fact_set_unref (self->facts);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->chain);
  g_free (self);
}
