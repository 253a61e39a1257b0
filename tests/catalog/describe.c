/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/describe.h"

LockstepCatalog *
lockstep_test_catalog (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "catalog.json", NULL);
  g_autoptr (GError) error = NULL;
  LockstepCatalog *catalog = lockstep_catalog_new_from_file (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (catalog);

  return catalog;
}

char *
lockstep_test_describe (const LockstepCatalog *catalog, const char *text)
{
  g_autoptr (LockstepRecognition) recognition = lockstep_recognise (catalog, text);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < recognition->matches->len; i++)
    {
      const LockstepMatch *match = g_ptr_array_index (recognition->matches, i);

      g_string_append_printf (line, "%s%s", i > 0 ? ", " : "", lockstep_entry_id (match->message));
      if (match->has_code)
        g_string_append_printf (line, " %" G_GINT64_FORMAT, match->code);

      if (match->condition != NULL)
        g_string_append_printf (line, " %s", lockstep_entry_id (match->condition));

      if (match->count != 1)
        g_string_append_printf (line, " *%u", match->count);

      if (match->corrected_from != NULL)
        g_string_append_printf (line, " ~%s", match->corrected_from);
    }

  if (recognition->host != NULL)
    g_string_append_printf (line, "%s@%s", line->len > 0 ? " " : "", recognition->host);

  if (recognition->port != 0)
    g_string_append_printf (line, ":%u", recognition->port);

  return g_string_free (line, FALSE);
}
