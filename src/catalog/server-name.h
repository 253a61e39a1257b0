/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/glyph.h"

G_BEGIN_DECLS

/**
 * lockstep_server_name_find:
 * @ret_host: (out) (transfer full): the host, without brackets
 * @ret_span: (out): where it stands
 * @ret_port: (out): the port beside it, or 0
 *
 * Finds the server that a text names: behind a label ("System:"), as the far end in a line of the
 * log of IBM HTTP Server, behind "connect to", in a URL, as a name with points in a sentence, or
 * as the whole text. Files, versions, dates, Java classes and e-mail addresses are no servers.
 */
gboolean lockstep_server_name_find (const LockstepBytes *text,
                                    char **ret_host,
                                    LockstepSpan *ret_span,
                                    guint16 *ret_port);

/* Whether a name with points that stands in a sentence can be the name of a computer. */
gboolean lockstep_server_name_is_plausible (const char *name);

G_END_DECLS
