/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/chain.h"

const char *
lockstep_chain_role (const LockstepCertificate *certificate, guint position)
{
  if (position == 0)
    return "leaf";

  return certificate->self_issued ? "root" : "intermediate";
}

const char *
lockstep_chain_source (const LockstepLink *link)
{
  switch (link->source)
    {
    case LOCKSTEP_SOURCE_SYSTEM:
      return "system";
    case LOCKSTEP_SOURCE_FILE:
      return "file";
    case LOCKSTEP_SOURCE_DOWNLOADED:
      return "downloaded";
    case LOCKSTEP_SOURCE_SENT:
    default:
      return "sent";
    }
}

const char *
lockstep_chain_step_kind (const LockstepStep *step)
{
  static const char *const names[] = {
    [LOCKSTEP_STEP_MESSAGE] = "message",
    [LOCKSTEP_STEP_ALERT] = "alert",
    [LOCKSTEP_STEP_CHANGE_CIPHER_SPEC] = "change-cipher-spec",
    [LOCKSTEP_STEP_DATA] = "data",
    [LOCKSTEP_STEP_RESET] = "reset",
    [LOCKSTEP_STEP_CLOSED] = "closed",
    [LOCKSTEP_STEP_SILENCE] = "silence",
    [LOCKSTEP_STEP_PLAIN] = "plain",
  };

  return step->kind < G_N_ELEMENTS (names) ? names[step->kind] : "message";
}
