/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/observation.h"

G_BEGIN_DECLS

/* What a handshake message says, in plain words ("what I can do"); "" for one that is not known.
 * @again: such a message of this side was there before. @tls13: what was agreed is TLS 1.3.
 * Static or translated: never freed. */
const char *lockstep_ladder_gloss (const char *message, gboolean again, gboolean tls13);

/* What an alert says ("no version in common"); "" for one that is not known. */
const char *lockstep_ladder_alert_gloss (const char *alert);

/* The message of the server that would have come after @message; NULL where none is certain. */
const char *lockstep_ladder_next (const char *message);

/* "TLS 1.2" for "TLSv1.2"; a copy of any other text. */
char *lockstep_ladder_version (const char *version) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
