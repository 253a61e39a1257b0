/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_CERTIFICATE_PAGE (lockstep_certificate_page_get_type ())
G_DECLARE_FINAL_TYPE (LockstepCertificatePage,
                      lockstep_certificate_page,
                      LOCKSTEP,
                      CERTIFICATE_PAGE,
                      LockstepPage)

/* Whether the certificate is still valid, and the server's. */

G_END_DECLS
