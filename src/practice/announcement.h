/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/server.h"

G_BEGIN_DECLS

/* Where every practice server listens. */
#define LOCKSTEP_PRACTICE_HOST "127.0.0.1"

/**
 * LockstepAnnouncement:
 * @scenario: the scenario's name
 * @ports: service id -> GUINT_TO_POINTER (port)
 * @trust_file: the file with the practice CA
 *
 * What a practice server says about itself when it is ready, in one line of JSON.
 */
typedef struct
{
  char *scenario;
  GHashTable *ports;
  char *trust_file;
} LockstepAnnouncement;

/* The line of a running server, without the line feed. */
char *lockstep_announcement_print (const char *scenario, LockstepPracticeServer *server)
    G_GNUC_WARN_UNUSED_RESULT;

/* LOCKSTEP_ERROR_PRACTICE where @line is no announcement. */
LockstepAnnouncement *lockstep_announcement_parse (const char *line, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

void lockstep_announcement_free (LockstepAnnouncement *self);

/* The table of ports of a running server: service id -> GUINT_TO_POINTER (port). */
GHashTable *lockstep_announcement_tabulate (LockstepPracticeServer *server)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepAnnouncement, lockstep_announcement_free)

G_END_DECLS
