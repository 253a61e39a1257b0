/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Which practice servers run on this computer. A practice server listens on ephemeral ports, so
 * that no port tells its service; a running one therefore notes its table in
 * $XDG_RUNTIME_DIR/lockstep/practice/PID.json, as an IBM i notes its in the service table, and
 * takes it away when it ends. A note of a process that is gone is passed over.
 */

/* Notes the table of this process; FALSE with LOCKSTEP_ERROR_FILE. @ports: id -> GUINT_TO_POINTER.
 */
gboolean lockstep_registry_add (GHashTable *ports, GError **error);

void lockstep_registry_remove (void);

/* The table of the practice server that listens on @port of the loopback address; NULL for none.
 * (transfer full): service id -> GUINT_TO_POINTER (port) */
GHashTable *lockstep_registry_lookup (guint16 port) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
