/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diagnosis/plan.h"

G_BEGIN_DECLS

/**
 * LockstepCheckOptions:
 *
 * What stands on the command line of `lockstepctl check`, read but not judged.
 */
typedef struct
{
  char **hosts;
  char *symptom;
  char **services;
  char **ports;
  char **service_ports;
  char *name;
  char **trust;
  gboolean no_system_trust;
  char *at;
  gboolean offline;
  char *timeout;
  gboolean compare;
  gboolean json;
  char *format;
  char *bundle;
  char *colour;
  gboolean version;
  gboolean deep;
  char **crl;
  char *client_certificate;
  char *client_key;
} LockstepCheckOptions;

void lockstep_check_options_clear (LockstepCheckOptions *self);

/* FALSE with one sentence that says which option is wrong. */
gboolean
lockstep_check_options_parse (LockstepCheckOptions *self, int argc, char **argv, GError **error);

/* Refuses with one sentence what is not available yet or cannot be. */
gboolean lockstep_check_options_judge (const LockstepCheckOptions *self, GError **error);

/* What is to be looked at; LOCKSTEP_ERROR_USAGE names the host, port or service that is wrong. */
LockstepPlan *lockstep_check_options_to_plan (const LockstepCheckOptions *self,
                                              const LockstepCatalog *catalog,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LockstepCheckOptions, lockstep_check_options_clear)

G_END_DECLS
