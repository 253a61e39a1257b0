/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_CHAIN_PAGE (lockstep_chain_page_get_type ())
G_DECLARE_FINAL_TYPE (LockstepChainPage, lockstep_chain_page, LOCKSTEP, CHAIN_PAGE, LockstepPage)

/* Whether the certificate is trusted: the chain up to its root. */

G_END_DECLS
