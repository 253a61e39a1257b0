/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/recognition.h"

/* The catalogue of this source tree. */
LockstepCatalog *lockstep_test_catalog (void);

/* What is recognised, best first, "ID CODE CONDITION *COUNT ~MISSPELT, … @HOST:PORT". */
char *lockstep_test_describe (const LockstepCatalog *catalog, const char *text);
