/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LockstepReader:
 *
 * Reads big-endian numbers and runs of bytes out of a buffer that it never leaves: everything
 * that a peer says about lengths goes through it.
 */
typedef struct
{
  const guint8 *data;
  gsize left;
} LockstepReader;

/* Reads a number of @size bytes, 1 to 4; FALSE and nothing read where fewer are left. */
static inline gboolean
lockstep_reader_number (LockstepReader *self, guint size, guint32 *ret_number)
{
  guint32 number = 0;

  if (self->left < size)
    return FALSE;

  for (guint i = 0; i < size; i++)
    number = number << 8 | self->data[i];
  self->data += size;
  self->left -= size;
  *ret_number = number;

  return TRUE;
}

/* Takes the next @size bytes as a reader of their own; FALSE where fewer are left. */
static inline gboolean
lockstep_reader_take (LockstepReader *self, gsize size, LockstepReader *ret_part)
{
  if (self->left < size)
    return FALSE;

  *ret_part = (LockstepReader){ self->data, size };
  self->data += size;
  self->left -= size;

  return TRUE;
}

/* Takes a run of bytes with its length before it in @size bytes. */
static inline gboolean
lockstep_reader_vector (LockstepReader *self, guint size, LockstepReader *ret_part)
{
  LockstepReader ahead = *self;
  guint32 length;

  if (!lockstep_reader_number (&ahead, size, &length) ||
      !lockstep_reader_take (&ahead, length, ret_part))
    return FALSE;

  *self = ahead;

  return TRUE;
}

G_END_DECLS
