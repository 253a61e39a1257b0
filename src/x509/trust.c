/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "x509/trust.h"

#include "base/error.h"
#include "x509/certificate.h"
#include "x509/openssl.h"
#include "x509/trust-file.h"
#include "x509/trust-private.h"

#include <openssl/err.h>

LockstepTrust *
lockstep_trust_new (const char *const *files, gboolean system, GError **error)
{
  g_autoptr (LockstepTrust) self = g_new0 (LockstepTrust, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->mutex);
  self->anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) lockstep_anchor_free);
  self->system = system;
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    if (!lockstep_trust_file_read (files[i], self->anchors, error))
      return NULL;

  self->own_store = X509_STORE_new ();
  for (guint i = 0; i < self->anchors->len; i++)
    {
      const LockstepAnchor *anchor = g_ptr_array_index (self->anchors, i);

      X509_STORE_add_cert (self->own_store, anchor->certificate);
    }
  ERR_clear_error ();

  return g_steal_pointer (&self);
}

LockstepTrust *
lockstep_trust_ref (LockstepTrust *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
lockstep_trust_unref (LockstepTrust *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;

  X509_STORE_free (self->own_store);
  X509_STORE_free (self->whole_store);
  g_ptr_array_unref (self->anchors);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

const LockstepAnchor *
lockstep_trust_find_anchor (const LockstepTrust *self, const X509 *certificate)
{
  for (guint i = 0; i < self->anchors->len; i++)
    {
      const LockstepAnchor *anchor = g_ptr_array_index (self->anchors, i);

      if (X509_cmp (anchor->certificate, certificate) == 0)
        return anchor;
    }

  return NULL;
}

static X509_STORE *
create_whole_store (const LockstepTrust *self)
{
  X509_STORE *store = X509_STORE_new ();

  for (guint i = 0; i < self->anchors->len; i++)
    {
      const LockstepAnchor *anchor = g_ptr_array_index (self->anchors, i);

      X509_STORE_add_cert (store, anchor->certificate);
    }
  X509_STORE_set_default_paths (store);
  ERR_clear_error ();

  return store;
}

X509_STORE *
lockstep_trust_get_whole_store (LockstepTrust *self)
{
  X509_STORE *store;

  g_mutex_lock (&self->mutex);
  if (self->whole_store == NULL)
    self->whole_store = create_whole_store (self);
  store = self->whole_store;
  g_mutex_unlock (&self->mutex);

  return store;
}
