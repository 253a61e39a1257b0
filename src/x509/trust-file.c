/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "x509/trust-file.h"

#include "base/error.h"
#include "x509/trust-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <unistd.h>

void
lockstep_anchor_free (LockstepAnchor *anchor)
{
  X509_free (anchor->certificate);
  g_free (anchor->file);
  g_free (anchor);
}

static void
add_anchor (GPtrArray *anchors, X509 *certificate, const char *file)
{
  LockstepAnchor *anchor = g_new0 (LockstepAnchor, 1);

  anchor->certificate = certificate;
  anchor->file = g_strdup (file);
  g_ptr_array_add (anchors, anchor);
}

static gboolean
fail_to_read (const char *path, int code, GError **error)
{
  g_set_error (error,
               LOCKSTEP_ERROR,
               LOCKSTEP_ERROR_FILE,
               "The file %s cannot be read: %s",
               path,
               g_strerror (code));
  return FALSE;
}

/* Not with GFile: that would look for modules that can read files of other computers. */
static gboolean
read_all (const char *path, int fd, GByteArray *bytes, GError **error)
{
  guint8 buffer[16384];
  gssize n_read;

  do
    {
      n_read = read (fd, buffer, sizeof buffer);
      if (n_read > 0)
        g_byte_array_append (bytes, buffer, (guint) n_read);
    }
  while ((n_read > 0 && bytes->len <= LOCKSTEP_TRUST_FILE_MAX_SIZE) ||
         (n_read < 0 && errno == EINTR));

  return n_read >= 0 || fail_to_read (path, errno, error);
}

static GBytes *
read_bytes (const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean is_read;

  if (fd < 0)
    {
      fail_to_read (path, errno, error);
      return NULL;
    }

  is_read = read_all (path, fd, bytes, error);
  close (fd);
  if (!is_read)
    return NULL;

  if (bytes->len > LOCKSTEP_TRUST_FILE_MAX_SIZE)
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_FILE,
                   "The file %s is larger than %d bytes",
                   path,
                   LOCKSTEP_TRUST_FILE_MAX_SIZE);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Nobody is asked for a password: a certificate has none. */
static int
no_password (char *buffer, int size, int writing, void *user_data)
{
  return -1;
}

static gboolean
read_pem (GBytes *bytes, const char *path, const char *name, GPtrArray *anchors, GError **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  g_autoptr (BIO) memory = BIO_new_mem_buf (data, (int) size);
  X509 *certificate;

  for (guint count = 0; (certificate = PEM_read_bio_X509 (memory, NULL, no_password, NULL)) != NULL;
       count++)
    {
      if (count == LOCKSTEP_TRUST_FILE_MAX_COUNT)
        {
          X509_free (certificate);
          g_set_error (error,
                       LOCKSTEP_ERROR,
                       LOCKSTEP_ERROR_FILE,
                       "The file %s holds more than %d certificates",
                       path,
                       LOCKSTEP_TRUST_FILE_MAX_COUNT);
          return FALSE;
        }
      add_anchor (anchors, certificate, name);
    }

  /* "No start line" is the end of the file; anything else is a certificate that is broken. */
  if (ERR_GET_REASON (ERR_peek_last_error ()) == PEM_R_NO_START_LINE)
    return TRUE;

  lockstep_openssl_set_error (error, LOCKSTEP_ERROR_FILE, path);
  g_prefix_error (error, "A certificate in this file cannot be read: ");

  return FALSE;
}

gboolean
lockstep_trust_file_read (const char *path, GPtrArray *anchors, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = read_bytes (path, error);
  guint n_before = anchors->len;
  gsize size;
  const guchar *data;
  const guchar *end;
  X509 *certificate;

  if (bytes == NULL)
    return FALSE;

  ERR_clear_error ();
  end = data = g_bytes_get_data (bytes, &size);
  certificate = size > 0 ? d2i_X509 (NULL, &end, (long) size) : NULL;
  if (certificate != NULL)
    add_anchor (anchors, certificate, name);
  else
    {
      ERR_clear_error ();
      if (size > 0 && !read_pem (bytes, path, name, anchors, error))
        return FALSE;
    }
  ERR_clear_error ();

  if (anchors->len == n_before)
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_FILE,
                   "The file %s holds no certificate",
                   path);
      return FALSE;
    }

  return TRUE;
}
