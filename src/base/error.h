/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LOCKSTEP_ERROR:
 *
 * The one error domain of Lockstep's own failures. What goes wrong at the server that is looked
 * at is never an error but a fact (see facts/fact.h).
 */
#define LOCKSTEP_ERROR (lockstep_error_quark ())

/**
 * LockstepError:
 * @LOCKSTEP_ERROR_USAGE: an option, a host name or a port that cannot be one
 * @LOCKSTEP_ERROR_JSON: bytes that are no JSON, or JSON beyond the limits of base/json.h
 * @LOCKSTEP_ERROR_MEMBER: JSON in which a member is missing, unknown or of the wrong kind
 * @LOCKSTEP_ERROR_CERTIFICATE: bytes that are no certificate
 * @LOCKSTEP_ERROR_FILE: a file that cannot be read or written; the message names it
 * @LOCKSTEP_ERROR_LIMIT: a size, count or depth beyond its bound; the message names the bound
 * @LOCKSTEP_ERROR_PRACTICE: the practice server could not be started or did not answer
 *
 * One code for each thing that a caller does differently; the message says what and where.
 */
typedef enum
{
  LOCKSTEP_ERROR_USAGE,
  LOCKSTEP_ERROR_JSON,
  LOCKSTEP_ERROR_MEMBER,
  LOCKSTEP_ERROR_CERTIFICATE,
  LOCKSTEP_ERROR_FILE,
  LOCKSTEP_ERROR_LIMIT,
  LOCKSTEP_ERROR_PRACTICE,
} LockstepError;

GQuark lockstep_error_quark (void);

G_END_DECLS
