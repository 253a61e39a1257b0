/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/text.h"
#include "picture/path-model.h"
#include "picture/words.h"

#include <glib/gi18n-lib.h>

static char *
describe_name (const LockstepPath *self)
{
  g_autofree char *after = lockstep_words_duration (self->name_duration);

  if (g_strcmp0 (self->name_outcome, "found") == 0)
    return g_strdup_printf (_ ("The name is known, after %s."), after);
  if (g_strcmp0 (self->name_outcome, "not-found") == 0)
    return g_strdup (_ ("It breaks at the name: nobody here knows it."));
  if (g_strcmp0 (self->name_outcome, "failed") == 0)
    return g_strdup (_ ("It breaks at the name: the name service does not answer."));

  return NULL;
}

static char *
describe_address (const LockstepPathAddress *address)
{
  g_autofree char *clean = lockstep_words_clean (address->address);

  if (strcmp (address->state, "fine") == 0)
    return g_strdup_printf (_ ("The address %s answers."), clean);
  if (strcmp (address->state, "failed") == 0)
    return g_strdup_printf (_ ("Nothing answers at the address %s."), clean);

  return g_strdup_printf (_ ("The address %s was not tried."), clean);
}

static char *
describe_fault (const char *name, const LockstepPathPort *port)
{
  g_autofree char *waited = lockstep_words_duration (port->duration);

  if (strcmp (port->outcome, "refused") == 0)
    return g_strdup_printf (_ ("It breaks at %s: port %u refuses."), name, port->number);
  if (strcmp (port->outcome, "silent") == 0)
    return g_strdup_printf (_ ("It breaks at %s: port %u stays silent for %s."),
                            name,
                            port->number,
                            waited);
  if (strcmp (port->outcome, "unreachable") == 0)
    return g_strdup_printf (_ ("It breaks at %s: no way leads to port %u."), name, port->number);

  return g_strdup_printf (_ ("It breaks at %s: port %u could not be reached."), name, port->number);
}

static gboolean
is_open (const LockstepPathPort *port)
{
  return port->number > 0 && g_strcmp0 (port->outcome, "open") == 0;
}

static gboolean
is_broken (const LockstepPathPort *port)
{
  return port->number > 0 && port->outcome != NULL && !is_open (port);
}

static void
describe_lane (GString *text, const LockstepLane *lane)
{
  if (is_open (&lane->plain) && is_open (&lane->tls))
    lockstep_words_add (text,
                        g_strdup_printf (_ ("%s answers on port %u and, for TLS, on %u."),
                                         lane->name,
                                         lane->plain.number,
                                         lane->tls.number));
  else if (is_open (&lane->tls))
    lockstep_words_add (
        text,
        g_strdup_printf (_ ("%s answers, for TLS, on port %u."), lane->name, lane->tls.number));
  else if (is_open (&lane->plain))
    lockstep_words_add (text,
                        g_strdup_printf (_ ("%s answers, without TLS, on port %u."),
                                         lane->name,
                                         lane->plain.number));
  else if (lane->tls.outcome == NULL)
    lockstep_words_add (
        text,
        g_strdup_printf (_ ("%s on port %u was not tried."), lane->name, lane->tls.number));

  if (is_broken (&lane->plain))
    lockstep_words_add (text, describe_fault (lane->name, &lane->plain));
  if (is_broken (&lane->tls))
    lockstep_words_add (text, describe_fault (lane->name, &lane->tls));
}

static gboolean
is_whole (const LockstepPath *self)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const LockstepLane *lane = g_ptr_array_index (self->lanes, i);

      if (!is_open (&lane->tls) || is_broken (&lane->plain))
        return FALSE;
    }

  return !self->is_broken && self->lanes->len > 0;
}

char *
lockstep_path_describe (const LockstepPath *self)
{
  GString *text = g_string_new (NULL);
  char *name = describe_name (self);

  lockstep_words_add (text, g_strdup_printf (_ ("Path from this computer to %s."), self->host));
  if (name != NULL)
    lockstep_words_add (text, name);
  for (guint i = 0; i < self->addresses->len; i++)
    lockstep_words_add (text, describe_address (g_ptr_array_index (self->addresses, i)));
  for (guint i = 0; i < self->lanes->len; i++)
    describe_lane (text, g_ptr_array_index (self->lanes, i));
  if (is_whole (self))
    lockstep_words_add (text, g_strdup (_ ("Nothing is broken.")));

  return g_string_free (text, FALSE);
}
