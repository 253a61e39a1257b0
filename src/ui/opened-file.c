/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/opened-file.h"

#include <string.h>

static gboolean
begins_with (const char *data, gsize length, const char *magic, gsize magic_length)
{
  return length >= magic_length && memcmp (data, magic, magic_length) == 0;
}

/* At most LOCKSTEP_FILE_MAX bytes of what was compressed; NULL where it is no gzip. */
static GByteArray *
uncompress (const char *data, gsize length)
{
  g_autoptr (GZlibDecompressor) gzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) packed =
      g_memory_input_stream_new_from_data (data, (gssize) length, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, G_CONVERTER (gzip));
  g_autoptr (GByteArray) plain = g_byte_array_new ();
  guint8 piece[16384];
  gssize got;

  while (plain->len < LOCKSTEP_FILE_MAX &&
         (got = g_input_stream_read (stream, piece, sizeof piece, NULL, NULL)) > 0)
    g_byte_array_append (plain, piece, (guint) got);

  return plain->len > 0 ? g_steal_pointer (&plain) : NULL;
}

/* Text of a log: UTF-8 as it is, else Latin-1, which every byte fits; NULL for binary data. */
static char *
read_text (const char *data, gsize length)
{
  const char *end;

  if (memchr (data, '\0', length) != NULL)
    return NULL;
  if (g_utf8_validate_len (data, length, &end) || length - (gsize) (end - data) < 4)
    return g_strndup (data, (gsize) (end - data));

  return g_convert (data, (gssize) length, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
}

static gboolean
is_capture (const char *data, gsize length)
{
  return begins_with (data, length, "\xd4\xc3\xb2\xa1", 4) ||
         begins_with (data, length, "\xa1\xb2\xc3\xd4", 4) ||
         begins_with (data, length, "\x4d\x3c\xb2\xa1", 4) ||
         begins_with (data, length, "\x0a\x0d\x0d\x0a", 4);
}

static gboolean
is_certificate (const char *data, gsize length)
{
  /* DER: a SEQUENCE with a length of two octets; certificates and PKCS#12 stores begin so. */
  return begins_with (data, length, "\x30\x82", 2) ||
         g_strstr_len (data, (gssize) MIN (length, 65536), "-----BEGIN CERTIFICATE") != NULL;
}

LockstepFileKind
lockstep_file_judge (const char *data, gsize length, char **ret_text)
{
  char *text;

  g_return_val_if_fail (data != NULL || length == 0, LOCKSTEP_FILE_OTHER);

  if (begins_with (data, length, "\x1f\x8b", 2))
    {
      g_autoptr (GByteArray) plain = uncompress (data, length);

      /* Compressed twice is nobody's log. */
      if (plain == NULL || begins_with ((char *) plain->data, plain->len, "\x1f\x8b", 2))
        return LOCKSTEP_FILE_OTHER;
      return lockstep_file_judge ((char *) plain->data, plain->len, ret_text);
    }
  if (begins_with (data, length, "PK\x03\x04", 4))
    return LOCKSTEP_FILE_BUNDLE;
  if (is_capture (data, length))
    return LOCKSTEP_FILE_CAPTURE;
  if (is_certificate (data, length))
    return LOCKSTEP_FILE_CERTIFICATE;
  if (begins_with (data, length, "{", 1))
    return LOCKSTEP_FILE_CASE;

  text = length > 0 ? read_text (data, length) : NULL;
  if (text == NULL)
    return LOCKSTEP_FILE_OTHER;

  *ret_text = text;
  return LOCKSTEP_FILE_TEXT;
}
