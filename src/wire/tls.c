/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/tls.h"

#include "wire/reader.h"

#include <string.h>

#define HEADER_SIZE 5

gboolean
lockstep_tls_splitter_is_inside (const LockstepTlsSplitter *self)
{
  return self->n_header > 0 || self->left > 0;
}

static gboolean
header_is_plausible (const guint8 *header, gsize length)
{
  if (length > 0 && (header[0] < LOCKSTEP_TLS_CHANGE_CIPHER_SPEC || header[0] > 24))
    return FALSE;
  if (length > 1 && header[1] != 3)
    return FALSE;
  if (length > 2 && header[2] > 4)
    return FALSE;
  if (length > 3 && header[3] > LOCKSTEP_TLS_MAX_RECORD >> 8)
    return FALSE;

  return length <= 4 || (guint) (header[3] << 8 | header[4]) <= LOCKSTEP_TLS_MAX_RECORD;
}

LockstepTlsGuess
lockstep_tls_guess (const guint8 *data, gsize length)
{
  g_return_val_if_fail (data != NULL || length == 0, LOCKSTEP_TLS_GUESS_NO);

  if (!header_is_plausible (data, length))
    return LOCKSTEP_TLS_GUESS_NO;
  /* The first thing from a server is never protected and never empty. */
  if (length > 0 && data[0] != LOCKSTEP_TLS_HANDSHAKE && data[0] != LOCKSTEP_TLS_ALERT)
    return LOCKSTEP_TLS_GUESS_NO;
  if (length > 4 && data[3] == 0 && data[4] == 0)
    return LOCKSTEP_TLS_GUESS_NO;

  return length < HEADER_SIZE ? LOCKSTEP_TLS_GUESS_MORE : LOCKSTEP_TLS_GUESS_YES;
}

gboolean
lockstep_tls_splitter_next (LockstepTlsSplitter *self,
                            const guint8 **data,
                            gsize *length,
                            LockstepTlsRecord *ret_record)
{
  while (!self->broken && *length > 0)
    {
      gsize step = MIN (*length, self->left);

      if (self->left == 0)
        {
          step = MIN (*length, HEADER_SIZE - self->n_header);
          memcpy (self->header + self->n_header, *data, step);
          self->n_header += step;
          self->broken = !header_is_plausible (self->header, self->n_header);
        }
      else
        self->left -= step;

      *data += step;
      *length -= step;
      if (!self->broken && self->n_header == HEADER_SIZE)
        {
          ret_record->content = self->header[0];
          ret_record->version = self->header[1] << 8 | self->header[2];
          ret_record->length = self->header[3] << 8 | self->header[4];
          self->left = ret_record->length;
          self->n_header = 0;
          return TRUE;
        }
    }

  *data += *length;
  *length = 0;

  return FALSE;
}

/* RFC 8446 4.1.3: a HelloRetryRequest is a ServerHello with this Random. */
static const guint8 retry_random[32] = {
  0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91,
  0xc2, 0xa2, 0x11, 0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c,
};

#define EXTENSION_SUPPORTED_VERSIONS 43

static gboolean
read_extensions (LockstepReader *reader, LockstepTlsServerHello *hello)
{
  LockstepReader list;

  /* They may be left out altogether (RFC 5246 7.4.1.3). */
  if (reader->left == 0)
    return TRUE;
  if (!lockstep_reader_vector (reader, 2, &list))
    return FALSE;

  while (list.left > 0)
    {
      LockstepReader extension;
      guint32 type;
      guint32 version;

      if (!lockstep_reader_number (&list, 2, &type) ||
          !lockstep_reader_vector (&list, 2, &extension))
        return FALSE;
      if (type == EXTENSION_SUPPORTED_VERSIONS && extension.left == 2 &&
          lockstep_reader_number (&extension, 2, &version))
        hello->version = version;
    }

  return TRUE;
}

gboolean
lockstep_tls_server_hello_read (const guint8 *data, gsize length, LockstepTlsServerHello *ret_hello)
{
  LockstepReader reader = { data, length };
  LockstepReader random;
  LockstepReader session;
  LockstepTlsServerHello hello = { 0 };
  guint32 version;
  guint32 cipher;
  guint32 compression;

  if (!lockstep_reader_number (&reader, 2, &version) ||
      !lockstep_reader_take (&reader, sizeof retry_random, &random) ||
      !lockstep_reader_vector (&reader, 1, &session) ||
      !lockstep_reader_number (&reader, 2, &cipher) ||
      !lockstep_reader_number (&reader, 1, &compression))
    return FALSE;

  hello.version = version;
  hello.cipher = cipher;
  hello.is_retry = memcmp (random.data, retry_random, sizeof retry_random) == 0;
  if (!read_extensions (&reader, &hello))
    return FALSE;

  *ret_hello = hello;

  return TRUE;
}

GPtrArray *
lockstep_tls_certificates_read (const guint8 *data, gsize length, gboolean has_context)
{
  GPtrArray *certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  LockstepReader reader = { data, length };
  LockstepReader list;
  LockstepReader part;
  guint32 size;

  if (has_context && !lockstep_reader_vector (&reader, 1, &part))
    return certificates;
  /* The list's own length is not relied on: what is there is taken. */
  if (!lockstep_reader_number (&reader, 3, &size))
    return certificates;
  list = (LockstepReader){ reader.data, MIN (reader.left, size) };

  while (certificates->len < LOCKSTEP_TLS_MAX_CERTIFICATES &&
         lockstep_reader_vector (&list, 3, &part) && part.left <= LOCKSTEP_TLS_MAX_CERTIFICATE_SIZE)
    {
      g_ptr_array_add (certificates, g_bytes_new (part.data, part.left));
      if (has_context && !lockstep_reader_vector (&list, 2, &part))
        break;
    }

  return certificates;
}
