/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bundle/part.h"

#define MAX_LABEL 80

void
lockstep_bundle_part_free (LockstepBundlePart *part)
{
  if (part == NULL)
    return;

  g_free (part->name);
  g_clear_pointer (&part->data, g_bytes_unref);
  g_free (part->path);
  g_free (part);
}

LockstepBundlePart *
lockstep_bundle_part_new_text (const char *name, char *text)
{
  LockstepBundlePart *part = g_new0 (LockstepBundlePart, 1);

  part->name = g_strdup (name);
  part->size = strlen (text);
  part->data = g_bytes_new_take (text, (gsize) part->size);

  return part;
}

gboolean
lockstep_bundle_is_free (const GPtrArray *parts, const char *name)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const LockstepBundlePart *part = g_ptr_array_index (parts, i);

      /* Some file systems do not tell the cases apart. */
      if (g_ascii_strcasecmp (part->name, name) == 0)
        return FALSE;
    }

  return TRUE;
}

char *
lockstep_bundle_safe_label (const char *text)
{
  g_autofree char *ascii = g_str_to_ascii (text, "C");
  GString *label = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0' && label->len < MAX_LABEL; p++)
    if (g_ascii_isalnum (*p) || strchr ("._-", *p) != NULL)
      {
        /* A leading dot hides a file, and a leading hyphen looks like an option. */
        if (label->len > 0 || g_ascii_isalnum (*p))
          g_string_append_c (label, *p);
      }
    else if (label->len > 0 && label->str[label->len - 1] != '-')
      g_string_append_c (label, '-');

  while (label->len > 0 && !g_ascii_isalnum (label->str[label->len - 1]))
    g_string_truncate (label, label->len - 1);
  if (label->len == 0)
    g_string_append (label, "unnamed");

  return g_string_free (label, FALSE);
}

char *
lockstep_bundle_make_name (const GPtrArray *parts, const char *folder, const char *name)
{
  g_autofree char *label = lockstep_bundle_safe_label (name);
  const char *dot = strrchr (label, '.');
  g_autofree char *stem = dot != NULL ? g_strndup (label, (gsize) (dot - label)) : NULL;
  g_autofree char *first = g_strdup_printf ("%s/%s", folder, label);

  if (lockstep_bundle_is_free (parts, first))
    return g_steal_pointer (&first);

  for (guint i = 2;; i++)
    {
      g_autofree char *next = g_strdup_printf ("%s/%s-%u%s",
                                               folder,
                                               stem != NULL ? stem : label,
                                               i,
                                               dot != NULL ? dot : "");

      if (lockstep_bundle_is_free (parts, next))
        return g_steal_pointer (&next);
    }
}

void
lockstep_bundle_entry_free (gpointer entry)
{
  LockstepBundleEntry *self = entry;

  g_free (self->name);
  g_free (self->sha256);
  g_free (self);
}

void
lockstep_bundle_plan_free (gpointer plan)
{
  LockstepBundlePlan *self = plan;

  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_strfreev (self->missing);
  g_free (self->path);
  g_free (self);
}
