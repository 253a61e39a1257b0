/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* Somebody who connects to a practice service. Works in a thread of its own while the default main
 * context, in which the servers live, goes round. */
typedef struct
{
  int error;             /* errno of connecting, sending or receiving; 0 where it ended in order */
  gboolean handshaken;   /* the TLS handshake was completed */
  gboolean said_goodbye; /* the server answered our close_notify with its own */
  long verify;           /* OpenSSL's judgement for the address 127.0.0.1 */
  gint64 not_before;
  gint64 not_after;
  char *common_name;
  char *signature;
  int key_bits;
  GByteArray *received; /* the first bytes, of the application where it is TLS */
  gboolean quiet;       /* nothing came while it waited on purpose */
} Visit;

/* A TLS handshake, the first @expected bytes of the application, and an orderly end. */
Visit *visit_tls (guint16 port, const char *trust_file, gsize expected);

/* Sends @length bytes and receives until the end. */
Visit *visit_raw (guint16 port, gconstpointer data, gsize length);

/* Likewise, but waits in vain for an answer after the first @first bytes, which sets "quiet", and
 * ends its own half when all is sent. */
Visit *visit_in_two (guint16 port, gconstpointer data, gsize length, gsize first);

void visit_free (Visit *self);

/* A ClientHello as OpenSSL makes it. */
GBytes *visitor_make_hello (void);

/* A connected blocking socket; the connection is made in this thread. */
int visitor_connect (guint16 port, int *ret_error);

/* Runs @func in a thread and the default main context until it returns. */
void visitor_run (GThreadFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Visit, visit_free)

/* Private folders for temporary files and for the notes of running servers, set up before GLib
 * looks at the environment. */
void visitor_set_up (void);

/* Both are empty; takes them away. */
void visitor_tear_down (void);

/* Waits until a server has cleared up: its CA's file goes last, and then the folder of it. */
void visitor_wait_gone (const char *trust_file);

guint visitor_count_entries (const char *folder);
