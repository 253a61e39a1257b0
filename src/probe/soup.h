/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* Every function of libsoup that is used: adding one is one line here. */
#define LOCKSTEP_SOUP_FUNCTIONS(X)                                                                 \
  X (soup_session_get_type)                                                                        \
  X (soup_session_send)                                                                            \
  X (soup_session_abort)                                                                           \
  X (soup_message_new_from_uri)                                                                    \
  X (soup_message_add_flags)                                                                       \
  X (soup_message_get_status)                                                                      \
  X (soup_message_get_response_headers)                                                            \
  X (soup_message_get_tls_peer_certificate)                                                        \
  X (soup_message_headers_get_one)                                                                 \
  X (soup_date_time_new_from_http_string)

/**
 * LockstepSoup:
 *
 * libsoup, loaded when HTTPS is first spoken: most checks never do, and its libraries would take
 * a third of the time of starting. Each member is the function of its name.
 */
typedef struct
{
#define LOCKSTEP_SOUP_MEMBER(name) __typeof__ (&name) name;
  LOCKSTEP_SOUP_FUNCTIONS (LOCKSTEP_SOUP_MEMBER)
#undef LOCKSTEP_SOUP_MEMBER
} LockstepSoup;

/* NULL where this computer has no libsoup that fits. */
const LockstepSoup *lockstep_soup_get (void);

G_END_DECLS
