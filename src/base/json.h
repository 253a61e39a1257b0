/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Limits of every JSON text that comes from outside (cases, overlays, bundles). */
#define LOCKSTEP_JSON_MAX_SIZE (16 * 1024 * 1024)
#define LOCKSTEP_JSON_MAX_DEPTH 64

/**
 * lockstep_json_parse:
 * @data: the text; need not end with a NUL
 * @length: its length in bytes
 * @name: what to call it in an error, usually a file's name
 *
 * Parses JSON from a possibly hostile hand. The text is scanned before json-glib sees it, because
 * json-glib 1.6 recurses without a bound, takes duplicate members and wraps large integers:
 * size, depth, syntax, duplicate members and the range of integers are checked (RFC 8259).
 *
 * Returns: (transfer full): the root node, or %NULL with %LOCKSTEP_ERROR_JSON or
 *   %LOCKSTEP_ERROR_LIMIT; the message names @name and the line
 */
JsonNode *lockstep_json_parse (const char *data, gsize length, const char *name, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Reads and parses the file at @path, at most LOCKSTEP_JSON_MAX_SIZE bytes; blocks. */
JsonNode *lockstep_json_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Prints @node; @pretty with two blanks of indentation and a closing line feed. */
char *lockstep_json_print (JsonNode *node, gboolean pretty) G_GNUC_WARN_UNUSED_RESULT;

/*
 * Members of an object, with an error that says which one is wrong: "@where.member: a string is
 * required". The returned string, array and object belong to @object. A member that is missing is
 * an error unless the function is called …_optional; there it leaves *ret_… alone.
 */
const char *
lockstep_json_string (JsonObject *object, const char *member, const char *where, GError **error);

gboolean lockstep_json_int (JsonObject *object,
                            const char *member,
                            const char *where,
                            gint64 *ret_value,
                            GError **error);

JsonArray *
lockstep_json_array (JsonObject *object, const char *member, const char *where, GError **error);

JsonObject *
lockstep_json_object (JsonObject *object, const char *member, const char *where, GError **error);

/* NULL where the member is absent or no string; never an error. */
const char *lockstep_json_string_optional (JsonObject *object, const char *member);

gint64 lockstep_json_int_optional (JsonObject *object, const char *member, gint64 fallback);

G_END_DECLS
