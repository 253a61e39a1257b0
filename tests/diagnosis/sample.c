/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "diagnosis/sample.h"

char *
sample_list_causes (const GPtrArray *causes)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < causes->len; i++)
    {
      const LockstepCause *cause = g_ptr_array_index (causes, i);

      g_string_append_printf (list,
                              "%s%s:%s",
                              i > 0 ? " " : "",
                              lockstep_entry_id (cause->entry),
                              lockstep_confidence_to_string (cause->confidence));
    }

  return g_string_free (list, FALSE);
}

LockstepDiagnosis *
sample_diagnose (const char *const *lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LockstepCatalog) catalog = lockstep_catalog_new_default (&error);
  g_autoptr (LockstepScene) scene = scene_new (lines);

  g_assert_no_error (error);

  return lockstep_diagnose (catalog, scene);
}
