/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facts/set.h"

#include "base/text.h"

#include <glib/gi18n-lib.h>

#define MAX_STRING 4096
#define MAX_LIST 1024

typedef struct
{
  gboolean seen;
  gint64 number; /* boolean, integer, time */
  char *string;  /* string, word */
  char **list;
} Value;

struct _LockstepFactSet
{
  Value values[LOCKSTEP_N_FACTS];
  gatomicrefcount references;
};

LockstepFactSet *
lockstep_fact_set_new (void)
{
  LockstepFactSet *self = g_new0 (LockstepFactSet, 1);

  g_atomic_ref_count_init (&self->references);

  return self;
}

LockstepFactSet *
lockstep_fact_set_copy (const LockstepFactSet *self)
{
  LockstepFactSet *copy = lockstep_fact_set_new ();

  if (self != NULL)
    lockstep_fact_set_merge (copy, self);

  return copy;
}

LockstepFactSet *
lockstep_fact_set_ref (LockstepFactSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

static void
value_clear (Value *value)
{
  g_clear_pointer (&value->string, g_free);
  g_clear_pointer (&value->list, g_strfreev);
  value->seen = FALSE;
}

void
lockstep_fact_set_unref (LockstepFactSet *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;

  for (guint i = 0; i < LOCKSTEP_N_FACTS; i++)
    value_clear (&self->values[i]);
  g_free (self);
}

static Value *
prepare (LockstepFactSet *self, LockstepFact fact, LockstepFactType type)
{
  g_return_val_if_fail (self != NULL && fact < LOCKSTEP_N_FACTS, NULL);
  g_return_val_if_fail (lockstep_fact_get_spec (fact)->type == type, NULL);
  /* A set that somebody else can see is const. */
  g_return_val_if_fail (g_atomic_ref_count_compare (&self->references, 1), NULL);

  value_clear (&self->values[fact]);

  return &self->values[fact];
}

static void
set_number (LockstepFactSet *self, LockstepFact fact, LockstepFactType type, gint64 number)
{
  Value *value = prepare (self, fact, type);

  if (value == NULL)
    return;

  value->number = number;
  value->seen = TRUE;
}

void
lockstep_fact_set_boolean (LockstepFactSet *self, LockstepFact fact, gboolean value)
{
  set_number (self, fact, LOCKSTEP_FACT_BOOLEAN, !!value);
}

void
lockstep_fact_set_integer (LockstepFactSet *self, LockstepFact fact, gint64 value)
{
  set_number (self, fact, LOCKSTEP_FACT_INTEGER, value);
}

void
lockstep_fact_set_time (LockstepFactSet *self, LockstepFact fact, gint64 unix_time)
{
  set_number (self, fact, LOCKSTEP_FACT_TIME, unix_time);
}

static char *
bounded (const char *text)
{
  return g_utf8_make_valid (text, (gssize) MIN (strlen (text), MAX_STRING));
}

void
lockstep_fact_set_string (LockstepFactSet *self, LockstepFact fact, const char *string)
{
  Value *value = prepare (self, fact, LOCKSTEP_FACT_STRING);

  if (value == NULL || string == NULL)
    return;

  value->string = bounded (string);
  value->seen = TRUE;
}

void
lockstep_fact_set_word (LockstepFactSet *self, LockstepFact fact, const char *word)
{
  Value *value;

  g_return_if_fail (word != NULL && lockstep_fact_has_word (fact, word));

  value = prepare (self, fact, LOCKSTEP_FACT_WORD);
  if (value == NULL)
    return;

  value->string = g_strdup (word);
  value->seen = TRUE;
}

void
lockstep_fact_set_list (LockstepFactSet *self, LockstepFact fact, const char *const *values)
{
  Value *value = prepare (self, fact, LOCKSTEP_FACT_LIST);
  g_autoptr (GPtrArray) list = NULL;

  if (value == NULL || values == NULL)
    return;

  list = g_ptr_array_new ();
  for (guint i = 0; values[i] != NULL && i < MAX_LIST; i++)
    g_ptr_array_add (list, bounded (values[i]));
  g_ptr_array_add (list, NULL);

  value->list = (char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
  value->seen = TRUE;
}

void
lockstep_fact_set_merge (LockstepFactSet *self, const LockstepFactSet *other)
{
  g_return_if_fail (self != NULL && other != NULL);

  for (guint i = 0; i < LOCKSTEP_N_FACTS; i++)
    {
      const Value *from = &other->values[i];
      Value *to;

      if (!from->seen)
        continue;

      to = prepare (self, (LockstepFact) i, lockstep_fact_get_spec ((LockstepFact) i)->type);
      if (to == NULL)
        return;
      to->number = from->number;
      to->string = g_strdup (from->string);
      to->list = g_strdupv (from->list);
      to->seen = TRUE;
    }
}

static const Value *
look (const LockstepFactSet *self, LockstepFact fact)
{
  g_return_val_if_fail (fact < LOCKSTEP_N_FACTS, NULL);

  return self != NULL && self->values[fact].seen ? &self->values[fact] : NULL;
}

gboolean
lockstep_fact_set_has (const LockstepFactSet *self, LockstepFact fact)
{
  return look (self, fact) != NULL;
}

gboolean
lockstep_fact_set_get_boolean (const LockstepFactSet *self, LockstepFact fact)
{
  const Value *value = look (self, fact);

  return value != NULL && value->number != 0;
}

gint64
lockstep_fact_set_get_integer (const LockstepFactSet *self, LockstepFact fact)
{
  const Value *value = look (self, fact);

  return value != NULL ? value->number : 0;
}

gint64
lockstep_fact_set_get_time (const LockstepFactSet *self, LockstepFact fact)
{
  return lockstep_fact_set_get_integer (self, fact);
}

const char *
lockstep_fact_set_get_string (const LockstepFactSet *self, LockstepFact fact)
{
  const Value *value = look (self, fact);

  return value != NULL ? value->string : NULL;
}

const char *const *
lockstep_fact_set_get_list (const LockstepFactSet *self, LockstepFact fact)
{
  const Value *value = look (self, fact);

  return value != NULL ? (const char *const *) value->list : NULL;
}

gboolean
lockstep_fact_set_is (const LockstepFactSet *self, LockstepFact fact, const char *word)
{
  const char *string = lockstep_fact_set_get_string (self, fact);

  return string != NULL && g_strcmp0 (string, word) == 0;
}

static char *
describe_integer (const LockstepFactSpec *spec, gint64 number)
{
  if (g_strcmp0 (spec->unit, "us") == 0)
    return lockstep_text_duration (number);
  if (g_strcmp0 (spec->unit, "d") == 0)
    return lockstep_text_days ((gint) CLAMP (number, G_MININT, G_MAXINT));

  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

char *
lockstep_fact_set_describe (const LockstepFactSet *self, LockstepFact fact)
{
  const Value *value = look (self, fact);
  const LockstepFactSpec *spec = lockstep_fact_get_spec (fact);

  if (value == NULL)
    return NULL;

  switch (spec->type)
    {
    case LOCKSTEP_FACT_BOOLEAN:
      return g_strdup (value->number != 0 ? _ ("yes") : _ ("no"));
    case LOCKSTEP_FACT_INTEGER:
      return describe_integer (spec, value->number);
    case LOCKSTEP_FACT_TIME:
      return lockstep_text_date (value->number);
    case LOCKSTEP_FACT_LIST:
      return lockstep_text_list ((const char *const *) value->list);
    case LOCKSTEP_FACT_STRING:
    case LOCKSTEP_FACT_WORD:
    default:
      return g_strdup (value->string);
    }
}
