/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/observation.h"

G_BEGIN_DECLS

/**
 * LockstepTrust:
 *
 * The CA certificates that are trusted for a run: this computer's own, extra files, or both.
 * Const once it is made; may be used from several threads.
 */
typedef struct _LockstepTrust LockstepTrust;

/**
 * lockstep_trust_new:
 * @files: (nullable): NULL-terminated paths of PEM or DER files with CA certificates
 * @system: whether this computer's CA certificates are trusted too
 *
 * Reads the files at once (blocks; at most 4 MiB and 1024 certificates a file). The system's
 * hashed folder and bundle are only looked into when a chain is judged.
 *
 * Returns: (transfer full): the trust, or %NULL with %LOCKSTEP_ERROR_FILE, which names the file
 *   that cannot be read or holds no certificate
 */
LockstepTrust *lockstep_trust_new (const char *const *files, gboolean system, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

LockstepTrust *lockstep_trust_ref (LockstepTrust *self);

void lockstep_trust_unref (LockstepTrust *self);

/**
 * lockstep_trust_judge:
 * @sent: (element-type GBytes): the certificates as the server sent them
 * @facts: where to write the facts chain.*; certificate.* is written too
 * @ret_chain: (out) (transfer full) (element-type LockstepLink): the path in order, then what was
 *   sent besides
 *
 * Builds the path and judges its trust with OpenSSL; dates and names are left to the checks, so
 * that an expired certificate of a trusted CA is still "trusted". Blocks for some milliseconds:
 * call it in a worker thread.
 */
void lockstep_trust_judge (LockstepTrust *self,
                           const GPtrArray *sent,
                           LockstepFactSet *facts,
                           GPtrArray **ret_chain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepTrust, lockstep_trust_unref)

G_END_DECLS
