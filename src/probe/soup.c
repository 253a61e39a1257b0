/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/soup.h"

#include <dlfcn.h>

/* The ABI of the headers this was built with. */
#define LIBRARY "libsoup-3.0.so.0"

static gboolean
load (LockstepSoup *soup)
{
  void *library = dlopen (LIBRARY, RTLD_LAZY | RTLD_LOCAL);
  gboolean is_whole = library != NULL;

  if (!is_whole)
    return FALSE;

#define LOAD(name)                                                                                 \
  *(void **) &soup->name = dlsym (library, #name);                                                 \
  is_whole = is_whole && soup->name != NULL;
  LOCKSTEP_SOUP_FUNCTIONS (LOAD)
#undef LOAD

  return is_whole;
}

const LockstepSoup *
lockstep_soup_get (void)
{
  static LockstepSoup soup;
  static gboolean loaded;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      loaded = load (&soup);
      g_once_init_leave (&once, 1);
    }

  return loaded ? &soup : NULL;
}
