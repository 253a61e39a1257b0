/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/catalog.h"

G_BEGIN_DECLS

/* The whole catalogue as a document to read: docs/messages.md. */
char *lockstep_reference_to_markdown (const LockstepCatalog *catalog) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
