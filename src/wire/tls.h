/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The greatest length of a record's content: RFC 5246 6.2.3, 2^14 bytes and 2048 for protection. */
#define LOCKSTEP_TLS_MAX_RECORD (16384 + 2048)

/* Bounds of the list of certificates in one Certificate message. */
#define LOCKSTEP_TLS_MAX_CERTIFICATES 64
#define LOCKSTEP_TLS_MAX_CERTIFICATE_SIZE (64 * 1024)

/* Content types of a record (RFC 8446 5.1). */
typedef enum
{
  LOCKSTEP_TLS_CHANGE_CIPHER_SPEC = 20,
  LOCKSTEP_TLS_ALERT = 21,
  LOCKSTEP_TLS_HANDSHAKE = 22,
  LOCKSTEP_TLS_APPLICATION_DATA = 23,
} LockstepTlsContent;

/* Types of the handshake messages that are looked at more closely (RFC 5246 7.4, RFC 8446 4). */
typedef enum
{
  LOCKSTEP_TLS_CLIENT_HELLO = 1,
  LOCKSTEP_TLS_SERVER_HELLO = 2,
  LOCKSTEP_TLS_CERTIFICATE = 11,
  LOCKSTEP_TLS_CERTIFICATE_REQUEST = 13,
  LOCKSTEP_TLS_SERVER_HELLO_DONE = 14,
  LOCKSTEP_TLS_FINISHED = 20,
} LockstepTlsMessage;

/* "TLSv1.2" for 0x0303; NULL where there is no such version. */
const char *lockstep_tls_get_version_name (guint16 version);

/* "ClientHello" for 1, as in the RFCs; "unknown message" for any other. */
const char *lockstep_tls_get_message_name (guint8 type);

/* "protocol_version" for 70, as in RFC 8446 6 and its forerunners; "unknown_alert" for any other.
 */
const char *lockstep_tls_get_alert_name (guint8 code);

/* "warning" or "fatal"; "unknown" for any other. */
const char *lockstep_tls_get_level_name (guint8 level);

/**
 * LockstepTlsGuess:
 * @LOCKSTEP_TLS_GUESS_MORE: too few bytes to say
 * @LOCKSTEP_TLS_GUESS_YES: a server may begin a TLS answer like this
 * @LOCKSTEP_TLS_GUESS_NO: no TLS server answers like this
 */
typedef enum
{
  LOCKSTEP_TLS_GUESS_MORE,
  LOCKSTEP_TLS_GUESS_YES,
  LOCKSTEP_TLS_GUESS_NO,
} LockstepTlsGuess;

/* Judges the first bytes that a server sent by the header of their record. */
LockstepTlsGuess lockstep_tls_guess (const guint8 *data, gsize length);

/**
 * LockstepTlsRecord:
 * @content: the content type, maybe none of #LockstepTlsContent
 * @version: the version in its header
 * @length: length of its content
 */
typedef struct
{
  guint8 content;
  guint16 version;
  guint16 length;
} LockstepTlsRecord;

/**
 * LockstepTlsSplitter:
 * @broken: a header has come that cannot be one; nothing is split from then on
 *
 * Follows the records of one direction of a connection. Zeroed is its beginning; it keeps no
 * content.
 */
typedef struct
{
  gboolean broken;
  /*< private >*/
  guint8 header[5];
  guint n_header;
  gsize left;
} LockstepTlsSplitter;

/**
 * lockstep_tls_splitter_next:
 * @data: (inout): the bytes that came; moved past what was taken
 * @length: (inout): how many they are
 *
 * Call it until it returns %FALSE, then all bytes are taken.
 *
 * Returns: %TRUE with the record whose header has just become whole
 */
gboolean lockstep_tls_splitter_next (LockstepTlsSplitter *self,
                                     const guint8 **data,
                                     gsize *length,
                                     LockstepTlsRecord *ret_record);

/* Whether the bytes so far end in the middle of a record. */
gboolean lockstep_tls_splitter_is_inside (const LockstepTlsSplitter *self);

/**
 * LockstepTlsServerHello:
 * @version: the version chosen, from supported_versions where that is there
 * @cipher: number of the cipher suite chosen
 * @is_retry: it is a HelloRetryRequest (RFC 8446 4.1.4)
 */
typedef struct
{
  guint16 version;
  guint16 cipher;
  gboolean is_retry;
} LockstepTlsServerHello;

/* Reads a ServerHello message without its header of four bytes; FALSE where it breaks its form. */
gboolean lockstep_tls_server_hello_read (const guint8 *data,
                                         gsize length,
                                         LockstepTlsServerHello *ret_hello);

/**
 * lockstep_tls_certificates_read:
 * @data: a Certificate message without its header of four bytes
 * @has_context: whether it has the form of TLS 1.3 (RFC 8446 4.4.2)
 *
 * Takes out the certificates as far as the message is whole, at most
 * LOCKSTEP_TLS_MAX_CERTIFICATES; what stands in them is not looked at.
 *
 * Returns: (transfer full) (element-type GBytes): the certificates, maybe none
 */
GPtrArray *lockstep_tls_certificates_read (const guint8 *data, gsize length, gboolean has_context)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
