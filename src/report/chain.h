/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/observation.h"
#include "x509/certificate.h"

G_BEGIN_DECLS

/* "leaf", "intermediate" or "root"; static. The first certificate is the server's, whatever it
 * says of itself. */
const char *lockstep_chain_role (const LockstepCertificate *certificate, guint position);

/* "sent", "system", "file", "downloaded"; static. */
const char *lockstep_chain_source (const LockstepLink *link);

/* "message", "alert", "reset", …; static. */
const char *lockstep_chain_step_kind (const LockstepStep *step);

G_END_DECLS
