/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/catalog.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* An entry is the JSON object itself under another name, so that nobody outside the catalogue
 * can change it or sees json-glib. */
static inline const LockstepEntry *
lockstep_entry_from_json (JsonObject *object)
{
  return (const LockstepEntry *) object;
}

static inline JsonObject *
lockstep_entry_to_json (const LockstepEntry *self)
{
  return (JsonObject *) self;
}

/* The node of a member as it stands in the file; NULL where absent. */
JsonNode *lockstep_entry_get_node (const LockstepEntry *self, const char *member);

G_END_DECLS
