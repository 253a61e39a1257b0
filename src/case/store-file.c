/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/store-file.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
fail (GError **error, const char *path, int number)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error,
               LOCKSTEP_ERROR,
               LOCKSTEP_ERROR_FILE,
               _ ("The case cannot be saved as %s: %s"),
               name,
               g_strerror (number));
  return FALSE;
}

/* 0, or the number of what went wrong. */
static int
write_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return errno;

      data += n;
      length -= (gsize) n;
    }

  return fsync (fd) == 0 ? 0 : errno;
}

/* The name in the folder has to survive a power cut too. A folder that cannot be synced is no
 * reason to call the file unsaved. */
static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  if (fsync (fd) != 0)
    g_debug ("%s: %s", folder, g_strerror (errno));
  close (fd);
}

gboolean
lockstep_store_write_file (const char *path, const char *data, gsize length, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int problem;
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (error, path, errno);

  fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail (error, path, errno);

  problem = write_all (fd, data, length);
  if (close (fd) != 0 && problem == 0)
    problem = errno;
  if (problem == 0 && g_rename (temporary, path) != 0)
    problem = errno;

  if (problem != 0)
    {
      g_unlink (temporary);
      return fail (error, path, problem);
    }

  sync_folder (folder);
  return TRUE;
}
