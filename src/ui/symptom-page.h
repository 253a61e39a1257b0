/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_SYMPTOM_PAGE (lockstep_symptom_page_get_type ())
G_DECLARE_FINAL_TYPE (LockstepSymptomPage,
                      lockstep_symptom_page,
                      LOCKSTEP,
                      SYMPTOM_PAGE,
                      LockstepPage)

/* What the user saw, the messages known in it, what they mean and what is behind them. */

G_END_DECLS
