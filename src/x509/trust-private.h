/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "x509/openssl.h"
#include "x509/trust.h"

G_BEGIN_DECLS

/**
 * LockstepAnchor:
 * @certificate: a certificate of an extra CA file
 * @file: base name of that file
 */
typedef struct
{
  X509 *certificate;
  char *file;
} LockstepAnchor;

void lockstep_anchor_free (LockstepAnchor *anchor);

/*
 * @anchors: (element-type LockstepAnchor): of all files, in order
 * @own_store: the anchors alone
 * @whole_store: the anchors and this computer's own; made when it is first needed, since reading
 *   the system's bundle takes long
 */
struct _LockstepTrust
{
  GPtrArray *anchors;
  gboolean system;
  X509_STORE *own_store;
  GMutex mutex;
  X509_STORE *whole_store;
  gatomicrefcount references;
};

/* The anchor that is this very certificate; NULL where it comes from no file. */
const LockstepAnchor *lockstep_trust_find_anchor (const LockstepTrust *self,
                                                  const X509 *certificate);

X509_STORE *lockstep_trust_get_whole_store (LockstepTrust *self);

G_END_DECLS
