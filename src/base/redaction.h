/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LockstepRedaction:
 *
 * Takes names out of texts that are handed over. Each name keeps one stand-in throughout
 * (host-1, address-1, user-1), so that the text can still be followed.
 */
typedef struct _LockstepRedaction LockstepRedaction;

typedef enum
{
  LOCKSTEP_REDACT_NONE = 0,
  LOCKSTEP_REDACT_HOSTS = 1 << 0,
  LOCKSTEP_REDACT_ADDRESSES = 1 << 1,
  LOCKSTEP_REDACT_USERS = 1 << 2,
} LockstepRedactionKinds;

LockstepRedaction *lockstep_redaction_new (LockstepRedactionKinds kinds) G_GNUC_WARN_UNUSED_RESULT;

void lockstep_redaction_free (LockstepRedaction *self);

/* Tells a name that may occur; one that is empty or already known changes nothing. */
void lockstep_redaction_add_host (LockstepRedaction *self, const char *host);

void lockstep_redaction_add_address (LockstepRedaction *self, const char *address);

void lockstep_redaction_add_user (LockstepRedaction *self, const char *user);

/**
 * lockstep_redaction_apply:
 *
 * Replaces every known name in @text, longest first, whole words only and without regard to case;
 * of unknown ones, whatever has the form of an IPv4 or IPv6 address where addresses are redacted.
 * With no kind chosen the text comes back as it is.
 *
 * Returns: (transfer full): the text without the names
 */
char *lockstep_redaction_apply (LockstepRedaction *self, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;

/* What is taken out. */
LockstepRedactionKinds lockstep_redaction_get_kinds (const LockstepRedaction *self);

/* How many places lockstep_redaction_apply() has replaced so far. */
guint lockstep_redaction_get_count (LockstepRedaction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepRedaction, lockstep_redaction_free)

G_END_DECLS
