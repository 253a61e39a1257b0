/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/opened-file.h"

#include <string.h>

#define BYTES(text) text, sizeof (text) - 1

static const struct
{
  const char *name;
  const char *data;
  gsize length;
  LockstepFileKind kind;
  const char *text;
} rows[] = {
  { "empty", BYTES (""), LOCKSTEP_FILE_OTHER, NULL },
  { "log", BYTES ("SSL0226I: closed\n"), LOCKSTEP_FILE_TEXT, "SSL0226I: closed\n" },
  { "latin-1", BYTES ("Ger\xe4t SSL0226I"), LOCKSTEP_FILE_TEXT, "Gerät SSL0226I" },
  { "case", BYTES ("{\"format\": 1}"), LOCKSTEP_FILE_CASE, NULL },
  { "pem", BYTES ("-----BEGIN CERTIFICATE-----\n"), LOCKSTEP_FILE_CERTIFICATE, NULL },
  { "der", BYTES ("\x30\x82\x03\x04 and so on"), LOCKSTEP_FILE_CERTIFICATE, NULL },
  { "pcap", BYTES ("\xd4\xc3\xb2\xa1\x02\x00"), LOCKSTEP_FILE_CAPTURE, NULL },
  { "pcapng", BYTES ("\x0a\x0d\x0d\x0a\x1c"), LOCKSTEP_FILE_CAPTURE, NULL },
  { "zip", BYTES ("PK\x03\x04rest"), LOCKSTEP_FILE_BUNDLE, NULL },
  { "binary", BYTES ("text\0and more"), LOCKSTEP_FILE_OTHER, NULL },
  { "broken-gzip", BYTES ("\x1f\x8b\x08\x00\x00"), LOCKSTEP_FILE_OTHER, NULL },
};

static void
test_row (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = NULL;

  g_assert_cmpint (lockstep_file_judge (rows[i].data, rows[i].length, &text), ==, rows[i].kind);
  g_assert_cmpstr (text, ==, rows[i].text);
}

static GBytes *
compress (GBytes *plain)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (plain);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, G_CONVERTER (gzip));
  g_autoptr (GOutputStream) packed = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (packed, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (packed));
}

static void
test_gzip (void)
{
  g_autoptr (GBytes) plain = g_bytes_new_static (BYTES ("SSL0221E here\n"));
  g_autoptr (GBytes) once = compress (plain);
  g_autoptr (GBytes) twice = compress (once);
  g_autofree char *text = NULL;
  g_autofree char *none = NULL;

  g_assert_cmpint (
      lockstep_file_judge (g_bytes_get_data (once, NULL), g_bytes_get_size (once), &text),
      ==,
      LOCKSTEP_FILE_TEXT);
  g_assert_cmpstr (text, ==, "SSL0221E here\n");
  g_assert_cmpint (
      lockstep_file_judge (g_bytes_get_data (twice, NULL), g_bytes_get_size (twice), &none),
      ==,
      LOCKSTEP_FILE_OTHER);
}

/* A few kilobytes may unpack to gigabytes; what is read stays bounded. */
static void
test_gzip_bomb (void)
{
  gsize size = 8 * LOCKSTEP_FILE_MAX;
  g_autofree char *blanks = g_malloc (size);
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GBytes) packed = NULL;
  g_autofree char *text = NULL;

  memset (blanks, ' ', size);
  plain = g_bytes_new_static (blanks, size);
  packed = compress (plain);
  g_assert_cmpint (
      lockstep_file_judge (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), &text),
      ==,
      LOCKSTEP_FILE_TEXT);
  g_assert_cmpuint (strlen (text), <, LOCKSTEP_FILE_MAX + 65536);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/opened-file/", rows[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/ui/opened-file/gzip", test_gzip);
  g_test_add_func ("/ui/opened-file/gzip-bomb", test_gzip_bomb);

  return g_test_run ();
}
