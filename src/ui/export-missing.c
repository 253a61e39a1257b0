/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/export-missing.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *title;
  const char *subtitle;
  const char *names; /* what the name of such a file holds, in lower case */
} kinds[LOCKSTEP_N_MISSING] = {
  [LOCKSTEP_MISSING_TRACE] = { N_ ("Trace of IBM i Access"),
                               N_ ("Still missing (CWBCOTRC)"),
                               "cwb|\\.trc$|\\.etl$" },
  [LOCKSTEP_MISSING_CAPTURE] = { N_ ("Wireshark capture"),
                                 N_ ("Still missing, from the user’s PC"),
                                 "\\.(pcap|pcapng|cap)(\\.gz)?$" },
};

const char *
lockstep_missing_get_title (LockstepMissing kind)
{
  g_return_val_if_fail (kind < LOCKSTEP_N_MISSING, NULL);

  return _ (kinds[kind].title);
}

const char *
lockstep_missing_get_subtitle (LockstepMissing kind)
{
  g_return_val_if_fail (kind < LOCKSTEP_N_MISSING, NULL);

  return _ (kinds[kind].subtitle);
}

gboolean
lockstep_missing_concerns (LockstepMissing kind, LockstepCase *subject)
{
  const LockstepMatch *match = lockstep_case_get_match (subject);

  return kind != LOCKSTEP_MISSING_TRACE || match == NULL || match->message == NULL ||
         g_strcmp0 (lockstep_entry_string (match->message, "product"), "ibm-http-server") != 0;
}

gboolean
lockstep_missing_is_there (LockstepMissing kind, const char *const *paths)
{
  g_return_val_if_fail (kind < LOCKSTEP_N_MISSING, FALSE);

  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    {
      g_autofree char *base = g_path_get_basename (paths[i]);

      if (g_regex_match_simple (kinds[kind].names, base, G_REGEX_CASELESS | G_REGEX_RAW, 0))
        return TRUE;
    }

  return FALSE;
}
