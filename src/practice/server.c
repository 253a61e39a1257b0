/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/server.h"

#include "base/error.h"
#include "practice/authority.h"
#include "practice/listener.h"
#include "practice/scenario.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _LockstepPracticeServer
{
  const LockstepScenario *scenario;
  LockstepAuthority *authority;
  GPtrArray *listeners; /* element-type LockstepListener */
  char *folder;
  char *trust_file;
};

static gboolean
write_trust_file (LockstepPracticeServer *self, GError **error)
{
  g_autofree char *pem = lockstep_authority_to_pem (self->authority, error);
  g_autoptr (GError) reason = NULL;

  if (pem == NULL)
    return FALSE;

  self->folder = g_dir_make_tmp ("lockstep-practice-XXXXXX", &reason);
  if (self->folder != NULL)
    {
      self->trust_file = g_build_filename (self->folder, "practice-ca.pem", NULL);
      if (g_file_set_contents_full (self->trust_file,
                                    pem,
                                    -1,
                                    G_FILE_SET_CONTENTS_CONSISTENT,
                                    0600,
                                    &reason))
        return TRUE;
    }

  g_set_error (error,
               LOCKSTEP_ERROR,
               LOCKSTEP_ERROR_FILE,
               _ ("The practice CA could not be written: %s"),
               reason->message);
  return FALSE;
}

static gboolean
open_ports (LockstepPracticeServer *self, GError **error)
{
  for (guint i = 0; self->scenario->services[i] != NULL; i++)
    {
      LockstepListener *listener = lockstep_listener_new (self->scenario->services[i], error);

      if (listener == NULL)
        return FALSE;
      g_ptr_array_add (self->listeners, listener);
    }

  return TRUE;
}

static LockstepAnswer
answer_of (const LockstepPracticeServer *self, const LockstepListener *listener, gboolean repaired)
{
  if (repaired)
    return LOCKSTEP_ANSWER_TLS;

  return lockstep_scenario_get_answer (self->scenario, lockstep_listener_get_service (listener));
}

static gboolean
serve (LockstepPracticeServer *self, gboolean repaired, GError **error)
{
  g_autoptr (SSL_CTX) context = NULL;

  for (guint i = 0; i < self->listeners->len; i++)
    {
      LockstepListener *listener = g_ptr_array_index (self->listeners, i);
      LockstepAnswer answer = answer_of (self, listener, repaired);

      if (answer == LOCKSTEP_ANSWER_TLS && context == NULL)
        {
          context = lockstep_authority_issue (self->authority,
                                              repaired ? LOCKSTEP_CERTIFICATE_GOOD
                                                       : self->scenario->certificate,
                                              error);
          if (context == NULL)
            return FALSE;
        }

      if (!lockstep_listener_serve (listener,
                                    answer,
                                    answer == LOCKSTEP_ANSWER_TLS ? context : NULL,
                                    error))
        return FALSE;
    }

  return TRUE;
}

LockstepPracticeServer *
lockstep_practice_server_new (const char *scenario, gboolean repaired, GError **error)
{
  g_autoptr (LockstepPracticeServer) self = NULL;
  const LockstepScenario *found = lockstep_scenario_lookup (scenario);

  if (found == NULL)
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_USAGE,
                   _ ("There is no practice scenario called “%s”."),
                   scenario != NULL ? scenario : "");
      return NULL;
    }

  self = g_new0 (LockstepPracticeServer, 1);
  self->scenario = found;
  self->listeners = g_ptr_array_new_with_free_func ((GDestroyNotify) lockstep_listener_free);
  self->authority = lockstep_authority_new (g_get_real_time () / G_USEC_PER_SEC, error);
  if (self->authority == NULL || !write_trust_file (self, error) || !open_ports (self, error) ||
      !serve (self, repaired, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
lockstep_practice_server_free (LockstepPracticeServer *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->listeners);
  lockstep_authority_free (self->authority);
  if (self->trust_file != NULL)
    g_unlink (self->trust_file);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_free (self->trust_file);
  g_free (self->folder);
  g_free (self);
}

gboolean
lockstep_practice_server_repair (LockstepPracticeServer *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return serve (self, TRUE, error);
}

guint
lockstep_practice_server_count (LockstepPracticeServer *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->listeners->len;
}

const char *
lockstep_practice_server_nth (LockstepPracticeServer *self, guint index, guint16 *ret_port)
{
  const LockstepListener *listener;

  g_return_val_if_fail (self != NULL && index < self->listeners->len, NULL);

  listener = g_ptr_array_index (self->listeners, index);
  if (ret_port != NULL)
    *ret_port = lockstep_listener_get_port (listener);

  return lockstep_listener_get_service (listener);
}

const char *
lockstep_practice_server_get_trust_file (LockstepPracticeServer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->trust_file;
}
