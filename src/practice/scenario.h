/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/authority.h"

G_BEGIN_DECLS

/**
 * LockstepAnswer:
 * @LOCKSTEP_ANSWER_TLS: a TLS service that works
 * @LOCKSTEP_ANSWER_RESET: reads the ClientHello and resets the connection
 * @LOCKSTEP_ANSWER_SILENT: reads and never answers
 * @LOCKSTEP_ANSWER_HTTP: answers in plain HTTP, whatever it is told
 * @LOCKSTEP_ANSWER_ABSENT: does not listen; the port stays reserved and refuses
 *
 * What a service does with somebody who connects.
 */
typedef enum
{
  LOCKSTEP_ANSWER_TLS,
  LOCKSTEP_ANSWER_RESET,
  LOCKSTEP_ANSWER_SILENT,
  LOCKSTEP_ANSWER_HTTP,
  LOCKSTEP_ANSWER_ABSENT,
} LockstepAnswer;

/**
 * LockstepScenario:
 * @id: its name on the command line and in data/catalog.json
 * @certificate: the certificate of all services
 * @answer: what a broken service does
 * @broken: (nullable): the one service that is broken so, or %NULL where all are
 * @services: ids of the services, the broken one first; NULL-terminated
 *
 * A fault to practise with. The mended twin of each shows a good certificate on every port.
 */
typedef struct
{
  const char *id;
  LockstepCertificateKind certificate;
  LockstepAnswer answer;
  const char *broken;
  const char *const *services;
} LockstepScenario;

/* NULL where there is none of this name. */
const LockstepScenario *lockstep_scenario_lookup (const char *id);

/* What the service with this id does. */
LockstepAnswer lockstep_scenario_get_answer (const LockstepScenario *self, const char *service);

G_END_DECLS
