/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gconstpointer
at_distance (const LockstepEntry *self, gint64 distance)
{
  return (const char *) self + distance;
}

const char *
lockstep_entry_get_name (const LockstepEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name != 0 ? at_distance (self, self->name) : NULL;
}

const LockstepEntry *
lockstep_entry_get_inner (const LockstepEntry *self, guint index)
{
  const LockstepEntry *first = at_distance (self, self->content);

  return first + index;
}

const char *
lockstep_entry_get_string (const LockstepEntry *self)
{
  if (self == NULL || self->kind != LOCKSTEP_VALUE_STRING)
    return NULL;

  return at_distance (self, self->content);
}

const LockstepEntry *
lockstep_entry_get_member (const LockstepEntry *self, const char *member)
{
  g_return_val_if_fail (self != NULL && member != NULL, NULL);

  if (self->kind != LOCKSTEP_VALUE_OBJECT)
    return NULL;

  for (guint i = 0; i < self->length; i++)
    {
      const LockstepEntry *value = lockstep_entry_get_inner (self, i);

      if (strcmp (at_distance (value, value->name), member) == 0)
        return value;
    }

  return NULL;
}

/* gettext answers the empty text with the header of the translation. */
static const char *
translate (const char *text)
{
  if (text == NULL || *text == '\0')
    return text;

  return g_dgettext (GETTEXT_PACKAGE, text);
}

/* NULL where the member is absent or of another kind. */
static const LockstepEntry *
get_member_of_kind (const LockstepEntry *self, const char *member, LockstepValueKind kind)
{
  const LockstepEntry *value = lockstep_entry_get_member (self, member);

  return value != NULL && value->kind == kind ? value : NULL;
}

static const LockstepEntry *
get_nth (const LockstepEntry *self, const char *member, guint index)
{
  const LockstepEntry *array = get_member_of_kind (self, member, LOCKSTEP_VALUE_ARRAY);

  return array != NULL && index < array->length ? lockstep_entry_get_inner (array, index) : NULL;
}

const char *
lockstep_entry_id (const LockstepEntry *self)
{
  return lockstep_entry_string (self, "id");
}

gboolean
lockstep_entry_has (const LockstepEntry *self, const char *member)
{
  return lockstep_entry_get_member (self, member) != NULL;
}

const char *
lockstep_entry_text (const LockstepEntry *self, const char *member)
{
  return translate (lockstep_entry_string (self, member));
}

const char *
lockstep_entry_string (const LockstepEntry *self, const char *member)
{
  return lockstep_entry_get_string (lockstep_entry_get_member (self, member));
}

gint64
lockstep_entry_integer (const LockstepEntry *self, const char *member, gint64 fallback)
{
  const LockstepEntry *value = get_member_of_kind (self, member, LOCKSTEP_VALUE_INTEGER);

  return value != NULL ? value->content : fallback;
}

gboolean
lockstep_entry_boolean (const LockstepEntry *self, const char *member)
{
  const LockstepEntry *value = get_member_of_kind (self, member, LOCKSTEP_VALUE_BOOLEAN);

  return value != NULL && value->content != 0;
}

const LockstepEntry *
lockstep_entry_object (const LockstepEntry *self, const char *member)
{
  return get_member_of_kind (self, member, LOCKSTEP_VALUE_OBJECT);
}

guint
lockstep_entry_length (const LockstepEntry *self, const char *member)
{
  const LockstepEntry *array = get_member_of_kind (self, member, LOCKSTEP_VALUE_ARRAY);

  return array != NULL ? array->length : 0;
}

const LockstepEntry *
lockstep_entry_nth (const LockstepEntry *self, const char *member, guint index)
{
  const LockstepEntry *value = get_nth (self, member, index);

  return value != NULL && value->kind == LOCKSTEP_VALUE_OBJECT ? value : NULL;
}

const char *
lockstep_entry_nth_string (const LockstepEntry *self, const char *member, guint index)
{
  return lockstep_entry_get_string (get_nth (self, member, index));
}

const char *
lockstep_entry_nth_text (const LockstepEntry *self, const char *member, guint index)
{
  return translate (lockstep_entry_nth_string (self, member, index));
}
