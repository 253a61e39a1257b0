/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "diagnosis/run-private.h"

#include <glib/gi18n-lib.h>

/* So many addresses and ports are looked at side by side. */
#define MAX_ACTIVE 16

/* To which pages an operation belongs; comparing services is a page that waits for all of them. */
static LockstepBusy
pages_of (const LockstepLook *look, LockstepDoing doing)
{
  if (look != NULL && look->seen->role == LOCKSTEP_ROLE_EVIDENCE)
    return 0;

  switch (doing)
    {
    case LOCKSTEP_DOING_NAME:
    case LOCKSTEP_DOING_PORT:
      return LOCKSTEP_BUSY_REACH;
    case LOCKSTEP_DOING_HANDSHAKE:
    case LOCKSTEP_DOING_AGAIN:
      return LOCKSTEP_BUSY_HANDSHAKE;
    case LOCKSTEP_DOING_CHAIN:
      return LOCKSTEP_BUSY_CERTIFICATE | LOCKSTEP_BUSY_CHAIN;
    case LOCKSTEP_DOING_HTTPS:
      return LOCKSTEP_BUSY_CERTIFICATE;
    default:
      return 0;
    }
}

void
lockstep_run_begin (LockstepRun *self, LockstepLook *look, LockstepDoing doing)
{
  LockstepBusy pages = pages_of (look, doing);

  g_object_ref (self);
  self->outstanding++;
  self->all++;
  for (guint i = 0; i < LOCKSTEP_N_BUSY; i++)
    self->busy[i] += (pages >> i) & 1;
  if (look != NULL)
    {
      look->pending++;
      look->doing = doing;
    }
  lockstep_run_changed (self);
}

static gboolean
is_port_busy (LockstepRun *self, const LockstepLook *look)
{
  for (guint i = 0; i < self->looks->len; i++)
    {
      const LockstepLook *other = g_ptr_array_index (self->looks, i);

      if (other->state == LOCKSTEP_LOOK_ACTIVE && other->seen->port == look->seen->port &&
          g_inet_address_equal (other->address, look->address))
        return TRUE;
    }

  return FALSE;
}

static guint
count_active (LockstepRun *self)
{
  guint active = 0;

  for (guint i = 0; i < self->looks->len; i++)
    {
      const LockstepLook *look = g_ptr_array_index (self->looks, i);

      active += look->state == LOCKSTEP_LOOK_ACTIVE;
    }

  return active;
}

void
lockstep_run_schedule (LockstepRun *self)
{
  guint active = count_active (self);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  for (guint i = 0; i < self->looks->len && active < MAX_ACTIVE; i++)
    {
      LockstepLook *look = g_ptr_array_index (self->looks, i);

      if (look->state == LOCKSTEP_LOOK_QUEUED && !is_port_busy (self, look))
        {
          lockstep_look_start (look);
          active++;
        }
    }
}

void
lockstep_run_end (LockstepRun *self, LockstepLook *look, LockstepDoing doing)
{
  LockstepBusy pages = pages_of (look, doing);

  for (guint i = 0; i < LOCKSTEP_N_BUSY; i++)
    self->busy[i] -= (pages >> i) & 1;
  if (look != NULL && --look->pending == 0)
    {
      look->state = LOCKSTEP_LOOK_DONE;
      lockstep_run_schedule (self);
    }
  self->done++;
  lockstep_run_changed (self);

  if (--self->outstanding == 0)
    lockstep_run_finish (self);
  g_object_unref (self);
}

static char *
name_of (const LockstepLook *look)
{
  const char *name = look->entry != NULL ? lockstep_entry_text (look->entry, "short") : NULL;

  return name != NULL ? g_strdup (name) : g_strdup_printf (_ ("port %u"), look->seen->port);
}

static char *
describe (const LockstepLook *look)
{
  g_autofree char *name = name_of (look);

  switch (look->doing)
    {
    case LOCKSTEP_DOING_PORT:
      return g_strdup_printf (_ ("Connecting to %s"), name);
    case LOCKSTEP_DOING_HANDSHAKE:
      return g_strdup_printf (_ ("Shaking hands with %s"), name);
    case LOCKSTEP_DOING_CHAIN:
      return g_strdup_printf (_ ("Reading the certificate of %s"), name);
    case LOCKSTEP_DOING_HTTPS:
      return g_strdup_printf (_ ("Asking %s as a browser would"), name);
    case LOCKSTEP_DOING_AGAIN:
      return g_strdup_printf (_ ("Trying %s in another way"), name);
    case LOCKSTEP_DOING_NAME:
    default:
      return g_strdup_printf (_ ("Looking up %s"), look->seen->host);
    }
}

const char *
lockstep_run_get_activity (LockstepRun *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_RUN (self), NULL);

  g_clear_pointer (&self->activity, g_free);
  if (self->outstanding == 0)
    return NULL;

  for (guint i = 0; i < self->looks->len && self->activity == NULL; i++)
    {
      const LockstepLook *look = g_ptr_array_index (self->looks, i);

      if (look->pending > 0 || look->state == LOCKSTEP_LOOK_NAMELESS)
        self->activity = describe (look);
    }

  return self->activity;
}

void
lockstep_run_get_progress (LockstepRun *self, guint *ret_done, guint *ret_all)
{
  g_return_if_fail (LOCKSTEP_IS_RUN (self));

  if (ret_done != NULL)
    *ret_done = self->done;
  if (ret_all != NULL)
    *ret_all = self->all;
}

gboolean
lockstep_run_is_step_running (LockstepRun *self, const char *step)
{
  static const char *const steps[LOCKSTEP_N_BUSY] = {
    "reach",
    "handshake",
    "certificate",
    "chain",
  };

  g_return_val_if_fail (LOCKSTEP_IS_RUN (self) && step != NULL, FALSE);

  if (g_str_equal (step, "services"))
    return self->outstanding > 0;
  for (guint i = 0; i < LOCKSTEP_N_BUSY; i++)
    if (g_str_equal (step, steps[i]))
      return self->busy[i] > 0;

  return FALSE;
}
