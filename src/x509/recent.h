/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "x509/openssl.h"

G_BEGIN_DECLS

/*
 * The certificates that were read last. OpenSSL 3.0 takes a third of a millisecond to read one,
 * nearly all of it for finding out what can read the key, and every part of a run that asks
 * something about a certificate reads it anew.
 */

/* (transfer full) (nullable) */
X509 *lockstep_recent_lookup (GBytes *der) G_GNUC_WARN_UNUSED_RESULT;

/* @certificate is what @der says. */
void lockstep_recent_add (GBytes *der, X509 *certificate);

G_END_DECLS
