/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_HANDSHAKE_PAGE (lockstep_handshake_page_get_type ())
G_DECLARE_FINAL_TYPE (LockstepHandshakePage,
                      lockstep_handshake_page,
                      LOCKSTEP,
                      HANDSHAKE_PAGE,
                      LockstepPage)

/* Whether both sides agree on TLS: the ladder, and what was agreed or tried. */

G_END_DECLS
