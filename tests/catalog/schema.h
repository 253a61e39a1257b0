/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

/* The JSON Schema of the catalogue, made from the loader's own tables. */
JsonNode *lockstep_test_make_schema (void);

/* The conditions of rules, for "definitions" of that schema. */
JsonNode *lockstep_test_make_when (void);

/* Small pieces of JSON. */
JsonObject *lockstep_test_typed (const char *type);

JsonNode *lockstep_test_node (JsonObject *object);

JsonNode *lockstep_test_reference (const char *definition);

JsonNode *lockstep_test_strings (const char *const *strings);
