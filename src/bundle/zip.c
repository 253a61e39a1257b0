/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bundle/part.h"

#include "base/error.h"
#include "bundle/archive.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define BLOCK (128 * 1024)

/* What is being written. @fd is closed by the one who opened it, after it was synced. */
typedef struct
{
  const LockstepBundlePlan *plan;
  GCancellable *cancellable;
  const LockstepArchive *library;
  struct archive *archive;
  GPtrArray *entries;
  int problem; /* what writing to the file met, 0 for nothing */
  gboolean abandoned;
  int fd;
} Writer;

typedef struct archive Archive;
typedef struct archive_entry ArchiveEntry;

/* Both exist only where the library was found. */
static void
archive_clear (Archive *archive)
{
  lockstep_archive_get ()->archive_write_free (archive);
}

static void
entry_clear (ArchiveEntry *entry)
{
  lockstep_archive_get ()->archive_entry_free (entry);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArchiveEntry, entry_clear)

static gboolean
fail (const char *path, const char *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error,
               LOCKSTEP_ERROR,
               LOCKSTEP_ERROR_FILE,
               _ ("The bundle cannot be saved as %1$s: %2$s"),
               name,
               reason);
  return FALSE;
}

static gboolean
fail_to_read (const char *path, const char *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error,
               LOCKSTEP_ERROR,
               LOCKSTEP_ERROR_FILE,
               _ ("%1$s cannot go into the bundle: %2$s"),
               name,
               reason);
  return FALSE;
}

static gboolean
fail_with_archive (const Writer *writer, GError **error)
{
  const char *text = writer->library->archive_error_string (writer->archive);

  if (writer->problem != 0)
    return fail (writer->plan->path, g_strerror (writer->problem), error);

  return fail (writer->plan->path, text != NULL ? text : _ ("no reason was given"), error);
}

/* Whether nothing that is written is going to be kept. */
static gboolean
is_lost (const Writer *writer)
{
  return writer->problem != 0 || writer->abandoned;
}

/* libarchive 3.6 keeps its buffers for ever once a write has failed. So it never hears of a
 * failure: what comes after one is thrown away, and the caller looks at @problem. */
static la_ssize_t
write_cb (Archive *archive, void *user_data, const void *data, size_t length)
{
  Writer *writer = user_data;
  gssize n;

  if (is_lost (writer))
    return (la_ssize_t) length;

  do
    n = write (writer->fd, data, length);
  while (n < 0 && errno == EINTR);

  if (n >= 0)
    return n;

  writer->problem = errno;
  return (la_ssize_t) length;
}

static void
note_entry (Writer *writer, const char *name, guint64 size, GChecksum *checksum)
{
  LockstepBundleEntry *entry = g_new0 (LockstepBundleEntry, 1);

  entry->name = g_strdup (name);
  entry->size = size;
  entry->sha256 = g_strdup (g_checksum_get_string (checksum));
  g_ptr_array_add (writer->entries, entry);
}

static gboolean
begin_entry (Writer *writer, const char *name, guint64 size, GError **error)
{
  const LockstepArchive *library = writer->library;
  g_autoptr (ArchiveEntry) entry = library->archive_entry_new ();

  library->archive_entry_set_pathname (entry, name);
  library->archive_entry_set_size (entry, (la_int64_t) size);
  library->archive_entry_set_filetype (entry, AE_IFREG);
  library->archive_entry_set_perm (entry, 0600);
  library->archive_entry_set_mtime (entry, (time_t) writer->plan->created, 0);

  return (library->archive_write_header (writer->archive, entry) == ARCHIVE_OK &&
          !is_lost (writer)) ||
         fail_with_archive (writer, error);
}

static gboolean
write_block (Writer *writer, const void *data, gsize length, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (writer->cancellable, error))
    return FALSE;
  if (length == 0)
    return TRUE;

  return (writer->library->archive_write_data (writer->archive, data, length) ==
              (la_ssize_t) length &&
          !is_lost (writer)) ||
         fail_with_archive (writer, error);
}

static gboolean
write_bytes (Writer *writer, const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  if (!begin_entry (writer, name, size, error))
    return FALSE;

  g_checksum_update (checksum, data, (gssize) size);
  for (gsize at = 0; at < size; at += BLOCK)
    if (!write_block (writer, data + at, MIN (BLOCK, size - at), error))
      return FALSE;

  note_entry (writer, name, size, checksum);
  return TRUE;
}

/* The size stands in the header, so a file that changes meanwhile is an error, not half a file. */
static gboolean
copy_file (Writer *writer, const LockstepBundlePart *part, int fd, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *block = g_malloc (BLOCK);
  guint64 done = 0;

  if (!begin_entry (writer, part->name, part->size, error))
    return FALSE;

  for (;;)
    {
      gssize n = read (fd, block, BLOCK);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail_to_read (part->path, g_strerror (errno), error);
      if (n == 0)
        break;

      done += (guint64) n;
      if (done > part->size)
        return fail_to_read (part->path, _ ("it grew while it was read"), error);

      g_checksum_update (checksum, block, n);
      if (!write_block (writer, block, (gsize) n, error))
        return FALSE;
    }

  if (done < part->size)
    return fail_to_read (part->path, _ ("it shrank while it was read"), error);

  note_entry (writer, part->name, done, checksum);
  return TRUE;
}

static gboolean
write_file (Writer *writer, const LockstepBundlePart *part, GError **error)
{
  int fd = g_open (part->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  gboolean copied;

  if (fd < 0)
    return fail_to_read (part->path, g_strerror (errno), error);

  copied = copy_file (writer, part, fd, error);
  close (fd);

  return copied;
}

static gboolean
write_parts (Writer *writer, GError **error)
{
  g_autofree char *manifest = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < writer->plan->parts->len; i++)
    {
      const LockstepBundlePart *part = g_ptr_array_index (writer->plan->parts, i);
      gboolean written = part->data != NULL ? write_bytes (writer, part->name, part->data, error)
                                            : write_file (writer, part, error);

      if (!written)
        return FALSE;
    }

  manifest = lockstep_bundle_manifest (writer->plan, writer->entries);
  bytes = g_bytes_new (manifest, strlen (manifest));

  return write_bytes (writer, "MANIFEST.json", bytes, error);
}

static gboolean
write_archive (Writer *writer, GError **error)
{
  const LockstepArchive *library = writer->library;
  g_autoptr (Archive) archive = library->archive_write_new ();

  writer->archive = archive;
  if (library->archive_write_set_format_zip (archive) != ARCHIVE_OK ||
      library->archive_write_set_bytes_in_last_block (archive, 1) != ARCHIVE_OK ||
      library->archive_write_open (archive, writer, NULL, write_cb, NULL) != ARCHIVE_OK)
    return fail_with_archive (writer, error);

  if (!write_parts (writer, error))
    {
      /* Closing it writes the rest of a zip that nobody is going to keep. */
      writer->abandoned = TRUE;
      library->archive_write_close (archive);
      return FALSE;
    }

  return (library->archive_write_close (archive) == ARCHIVE_OK && !is_lost (writer)) ||
         fail_with_archive (writer, error);
}

static gboolean
write_temporary (Writer *writer, GError **error)
{
  gboolean written = write_archive (writer, error);

  if (written && fsync (writer->fd) != 0)
    written = fail (writer->plan->path, g_strerror (errno), error);
  if (close (writer->fd) != 0 && written)
    written = fail (writer->plan->path, g_strerror (errno), error);

  return written;
}

gboolean
lockstep_bundle_write_zip (const LockstepBundlePlan *plan,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (lockstep_bundle_entry_free);
  g_autofree char *temporary = g_strconcat (plan->path, ".XXXXXX", NULL);
  Writer writer = { .plan = plan, .cancellable = cancellable, .entries = entries };

  writer.library = lockstep_archive_get ();
  if (writer.library == NULL)
    return fail (plan->path, _ ("the library libarchive is missing on this computer"), error);

  writer.fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (writer.fd < 0)
    return fail (plan->path, g_strerror (errno), error);

  if (write_temporary (&writer, error))
    {
      if (g_rename (temporary, plan->path) == 0)
        return TRUE;
      fail (plan->path, g_strerror (errno), error);
    }

  g_unlink (temporary);
  return FALSE;
}
