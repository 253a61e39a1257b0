/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/redaction.h"

#include <gio/gio.h>

typedef enum
{
  KIND_HOST,
  KIND_ADDRESS,
  KIND_USER,
  N_KINDS
} Kind;

typedef struct
{
  char *name; /* in lower case */
  char *stand_in;
} Name;

struct _LockstepRedaction
{
  LockstepRedactionKinds kinds;
  GPtrArray *names; /* longest first */
  guint counts[N_KINDS];
  guint replaced;
};

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->name);
  g_free (name->stand_in);
  g_free (name);
}

LockstepRedaction *
lockstep_redaction_new (LockstepRedactionKinds kinds)
{
  LockstepRedaction *self = g_new0 (LockstepRedaction, 1);

  self->kinds = kinds;
  self->names = g_ptr_array_new_with_free_func (name_free);

  return self;
}

void
lockstep_redaction_free (LockstepRedaction *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->names);
  g_free (self);
}

static gint
longest_first (gconstpointer a, gconstpointer b)
{
  const Name *const *x = a;
  const Name *const *y = b;
  gsize length_x = strlen ((*x)->name);
  gsize length_y = strlen ((*y)->name);

  if (length_x != length_y)
    return length_x < length_y ? 1 : -1;

  return strcmp ((*x)->name, (*y)->name);
}

static const char *
add (LockstepRedaction *self, Kind kind, LockstepRedactionKinds flag, const char *text)
{
  static const char *const stems[N_KINDS] = { "host", "address", "user" };
  g_autofree char *lower = NULL;
  Name *name;

  if (text == NULL || *text == '\0' || (self->kinds & flag) == 0)
    return NULL;

  lower = g_ascii_strdown (text, -1);
  for (guint i = 0; i < self->names->len; i++)
    {
      name = g_ptr_array_index (self->names, i);
      if (strcmp (name->name, lower) == 0)
        return name->stand_in;
    }

  name = g_new0 (Name, 1);
  name->name = g_steal_pointer (&lower);
  name->stand_in = g_strdup_printf ("%s-%u", stems[kind], ++self->counts[kind]);
  g_ptr_array_add (self->names, name);
  g_ptr_array_sort (self->names, longest_first);

  return name->stand_in;
}

void
lockstep_redaction_add_host (LockstepRedaction *self, const char *host)
{
  g_return_if_fail (self != NULL);

  if (host != NULL && g_hostname_is_ip_address (host))
    add (self, KIND_ADDRESS, LOCKSTEP_REDACT_ADDRESSES, host);
  else
    add (self, KIND_HOST, LOCKSTEP_REDACT_HOSTS, host);
}

void
lockstep_redaction_add_address (LockstepRedaction *self, const char *address)
{
  g_return_if_fail (self != NULL);

  add (self, KIND_ADDRESS, LOCKSTEP_REDACT_ADDRESSES, address);
}

void
lockstep_redaction_add_user (LockstepRedaction *self, const char *user)
{
  g_return_if_fail (self != NULL);

  add (self, KIND_USER, LOCKSTEP_REDACT_USERS, user);
}

/* Whether a letter or digit of any script stands at @at: a curly quote ends a name, "ä" does not.
 * Bytes that are no UTF-8 end one too. */
static gboolean
is_word_at (const char *at)
{
  gunichar c = g_utf8_get_char_validated (at, -1);

  return c == '_' || (c <= 0x10ffff && g_unichar_isalnum (c));
}

static gboolean
is_word_before (const char *text, const char *at)
{
  const char *before = g_utf8_find_prev_char (text, at);

  return before != NULL && is_word_at (before);
}

static const Name *
known_name_at (const LockstepRedaction *self, const char *text, const char *at)
{
  if (is_word_at (at) && is_word_before (text, at))
    return NULL;

  for (guint i = 0; i < self->names->len; i++)
    {
      const Name *name = g_ptr_array_index (self->names, i);
      gsize length = strlen (name->name);

      if (g_ascii_strncasecmp (at, name->name, length) == 0 &&
          !(is_word_before (at, at + length) && is_word_at (at + length)))
        return name;
    }

  return NULL;
}

/* The length of what looks like an address at AT, 0 for none. */
static gsize
address_at (const char *text, const char *at)
{
  gsize length = strspn (at, "0123456789abcdefABCDEF.:");

  if (length < 3 || length > 45 || is_word_before (text, at) ||
      (at > text && (at[-1] == ':' || at[-1] == '.')))
    return 0;

  /* "192.0.2.7:992" and "192.0.2.7." are an address with something after it. */
  for (; length >= 3; length--)
    {
      g_autofree char *candidate = g_strndup (at, length);

      if (g_hostname_is_ip_address (candidate) && !is_word_at (at + length))
        return length;
    }

  return 0;
}

char *
lockstep_redaction_apply (LockstepRedaction *self, const char *text)
{
  GString *clean = g_string_new (NULL);
  const char *p = text;

  g_return_val_if_fail (self != NULL && text != NULL, g_string_free (clean, FALSE));

  while (*p != '\0')
    {
      const Name *name = known_name_at (self, text, p);
      gsize length = 0;

      if (name == NULL && (self->kinds & LOCKSTEP_REDACT_ADDRESSES) != 0)
        length = address_at (text, p);

      if (name != NULL)
        {
          g_string_append (clean, name->stand_in);
          p += strlen (name->name);
          self->replaced++;
        }
      else if (length > 0)
        {
          g_autofree char *address = g_strndup (p, length);

          g_string_append (clean, add (self, KIND_ADDRESS, LOCKSTEP_REDACT_ADDRESSES, address));
          p += length;
          self->replaced++;
        }
      else
        g_string_append_c (clean, *p++);
    }

  return g_string_free (clean, FALSE);
}

LockstepRedactionKinds
lockstep_redaction_get_kinds (const LockstepRedaction *self)
{
  g_return_val_if_fail (self != NULL, LOCKSTEP_REDACT_NONE);

  return self->kinds;
}

guint
lockstep_redaction_get_count (LockstepRedaction *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->replaced;
}
