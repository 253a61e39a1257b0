/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bundle/archive.h"

#include <dlfcn.h>

/* The ABI of the headers this was built with. */
#define LIBRARY "libarchive.so.13"

static gboolean
load (LockstepArchive *archive)
{
  void *library = dlopen (LIBRARY, RTLD_LAZY | RTLD_LOCAL);
  gboolean is_whole = library != NULL;

  if (!is_whole)
    return FALSE;

#define LOAD(name)                                                                                 \
  *(void **) &archive->name = dlsym (library, #name);                                              \
  is_whole = is_whole && archive->name != NULL;
  LOCKSTEP_ARCHIVE_FUNCTIONS (LOAD)
#undef LOAD

  return is_whole;
}

const LockstepArchive *
lockstep_archive_get (void)
{
  static LockstepArchive archive;
  static gboolean loaded;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      loaded = load (&archive);
      g_once_init_leave (&once, 1);
    }

  return loaded ? &archive : NULL;
}
