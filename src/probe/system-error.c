/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/system-error.h"

#include <string.h>

const char *
lockstep_system_error_get_name (int code)
{
  const char *name = strerrorname_np (code);

  return name != NULL ? name : "unknown";
}

char *
lockstep_system_error_describe (int code)
{
  const char *words = strerrordesc_np (code);

  return g_strdup_printf ("%s (%s)",
                          lockstep_system_error_get_name (code),
                          words != NULL ? words : "no description");
}
