/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/check.h"

#include "check/judge.h"

#define ROW(noun, group, step)                                                                     \
  {                                                                                                \
#noun, group, step, lockstep_check_##noun##_findings, lockstep_check_##noun##_judge            \
  }

/* Adding a check: one file with its judge, one line in judge.h, one line here, one file with rows
 * in tests/check, one entry in the catalogue's section "checks" with words for each finding. The
 * first check of a step is the one that its page is about. */
static const LockstepCheckSpec specs[] = {
  ROW (reach, "port", "reach"),
  ROW (name, "name", "reach"),
  ROW (port, "port", "reach"),
  ROW (plain, "plain", "reach"),
  ROW (handshake, "handshake", "handshake"),
  ROW (validity, "certificate", "certificate"),
  ROW (names, "certificate", "certificate"),
  ROW (clock, "clock", "certificate"),
  ROW (strength, "certificate", "certificate"),
  ROW (https, "https", "certificate"),
  ROW (trust, "chain", "chain"),
  ROW (services, "certificate", "services"),
};

const LockstepCheckSpec *
lockstep_check_get_table (guint *ret_n_checks)
{
  g_return_val_if_fail (ret_n_checks != NULL, specs);

  *ret_n_checks = G_N_ELEMENTS (specs);

  return specs;
}

const LockstepCheckSpec *
lockstep_check_lookup (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    if (g_strcmp0 (specs[i].id, id) == 0)
      return &specs[i];

  return NULL;
}
