/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/redaction.h"

#include <gio/gio.h>

#define MIN_IPV4 strlen ("0.0.0.0")
#define MIN_IPV6 strlen ("::1")
#define MAX_IPV6 strlen ("0000:0000:0000:0000:0000:ffff:255.255.255.255")

typedef enum
{
  KIND_HOST,
  KIND_ADDRESS,
  KIND_USER,
  N_KINDS
} Kind;

typedef struct
{
  const char *text;
  gsize length;
  char *stand_in;
} Name;

struct _LockstepRedaction
{
  LockstepRedactionKinds kinds;
  GHashTable *names; /* a set of Name, without regard to case */
  GArray *lengths;   /* gsize: every length of a name once, longest first */
  guint counts[N_KINDS];
  guint replaced;
};

static guint
name_hash (gconstpointer data)
{
  const Name *name = data;
  guint hash = 5381;

  for (gsize i = 0; i < name->length; i++)
    hash = hash * 33 + (guchar) g_ascii_tolower (name->text[i]);

  return hash;
}

static gboolean
name_equal (gconstpointer a, gconstpointer b)
{
  const Name *x = a;
  const Name *y = b;

  return x->length == y->length && g_ascii_strncasecmp (x->text, y->text, x->length) == 0;
}

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free ((char *) name->text);
  g_free (name->stand_in);
  g_free (name);
}

LockstepRedaction *
lockstep_redaction_new (LockstepRedactionKinds kinds)
{
  LockstepRedaction *self = g_new0 (LockstepRedaction, 1);

  self->kinds = kinds;
  self->names = g_hash_table_new_full (name_hash, name_equal, name_free, NULL);
  self->lengths = g_array_new (FALSE, FALSE, sizeof (gsize));

  return self;
}

void
lockstep_redaction_free (LockstepRedaction *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->names);
  g_array_unref (self->lengths);
  g_free (self);
}

/* A certificate may hold thousands of names, so none of them is ever looked at one by one; but
 * they have a few dozen lengths at most. */
static void
note_length (LockstepRedaction *self, gsize length)
{
  guint at = 0;

  while (at < self->lengths->len && g_array_index (self->lengths, gsize, at) > length)
    at++;
  if (at == self->lengths->len || g_array_index (self->lengths, gsize, at) != length)
    g_array_insert_val (self->lengths, at, length);
}

static const char *
add (LockstepRedaction *self, Kind kind, LockstepRedactionKinds flag, const char *text)
{
  static const char *const stems[N_KINDS] = { "host", "address", "user" };
  Name *name;

  if (text == NULL || *text == '\0' || (self->kinds & flag) == 0)
    return NULL;

  name = g_hash_table_lookup (self->names, &(const Name){ text, strlen (text), NULL });
  if (name != NULL)
    return name->stand_in;

  name = g_new0 (Name, 1);
  name->text = g_strdup (text);
  name->length = strlen (text);
  name->stand_in = g_strdup_printf ("%s-%u", stems[kind], ++self->counts[kind]);
  g_hash_table_add (self->names, name);
  note_length (self, name->length);

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
  gsize left;

  if (self->lengths->len == 0 || (is_word_at (at) && is_word_before (text, at)))
    return NULL;

  left = strnlen (at, g_array_index (self->lengths, gsize, 0));
  for (guint i = 0; i < self->lengths->len; i++)
    {
      gsize length = g_array_index (self->lengths, gsize, i);
      const Name *name = NULL;

      if (length <= left)
        name = g_hash_table_lookup (self->names, &(const Name){ at, length, NULL });
      if (name != NULL && !(is_word_before (at, at + length) && is_word_at (at + length)))
        return name;
    }

  return NULL;
}

/* Whether what stands before a colon is a label, as in "server:", and no part of an address or a
 * fingerprint. */
static gboolean
is_label_before (const char *text, const char *colon)
{
  gboolean is_label = FALSE;

  for (const char *p = colon; p > text && g_ascii_isalnum (p[-1]); p--)
    is_label = is_label || !g_ascii_isxdigit (p[-1]);

  return is_label;
}

/* Like strspn(), but looks no further than @max, so that a long text stays cheap. */
static gsize
span (const char *at, const char *accepted, gsize max)
{
  gsize length = 0;

  while (length < max && at[length] != '\0' && strchr (accepted, at[length]) != NULL)
    length++;

  return length;
}

static gsize
longest_address (const char *at, gsize length, gsize shortest)
{
  /* "192.0.2.7:992" and "192.0.2.7." are an address with something after it. */
  for (; length >= shortest; length--)
    {
      g_autofree char *candidate = g_strndup (at, length);

      if (g_hostname_is_ip_address (candidate) && !is_word_at (at + length))
        return length;
    }

  return 0;
}

/* The length of what looks like an address at AT, 0 for none. */
static gsize
address_at (const char *text, const char *at)
{
  char before = at > text ? at[-1] : '\0';
  gsize plain, whole, length = 0;

  if (is_word_before (text, at) || (before == '.' && is_word_before (text, at - 1)))
    return 0;

  plain = span (at, "0123456789.", strlen ("255.255.255.255"));
  if (plain >= MIN_IPV4)
    length = longest_address (at, plain, MIN_IPV4);
  if (length > 0 || (before == ':' && !is_label_before (text, at - 1)))
    return length;

  whole = span (at, "0123456789abcdefABCDEF.:", MAX_IPV6 + 1);

  return whole <= MAX_IPV6 ? longest_address (at, whole, MIN_IPV6) : 0;
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
          p += name->length;
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
