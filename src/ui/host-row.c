/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/host-row.h"

#include "base/target.h"
#include "case/step.h"
#include "ui/parts.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define LOOK_UP_MILLISECONDS 400
#define GIVE_UP_SECONDS 5

struct _LockstepHostRow
{
  AdwEntryRow parent_instance;

  GtkLabel *address;
  AdwBin *glyph;

  LockstepHostState state;
  char *host;
  guint16 port;
  guint delay; /* until the name is looked up */
  guint limit; /* until the name service is given up */
  GCancellable *looking;
};

G_DEFINE_FINAL_TYPE (LockstepHostRow, lockstep_host_row, ADW_TYPE_ENTRY_ROW)

enum
{
  SIGNAL_JUDGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_state (LockstepHostRow *self, LockstepHostState state, const char *address)
{
  static const LockstepStepState glyphs[] = {
    [LOCKSTEP_HOST_EMPTY] = LOCKSTEP_STATE_WAITING,
    [LOCKSTEP_HOST_INVALID] = LOCKSTEP_STATE_FAILED,
    [LOCKSTEP_HOST_LOOKING] = LOCKSTEP_STATE_RUNNING,
    [LOCKSTEP_HOST_FOUND] = LOCKSTEP_STATE_FINE,
    [LOCKSTEP_HOST_UNKNOWN] = LOCKSTEP_STATE_FAILED,
    [LOCKSTEP_HOST_SILENT] = LOCKSTEP_STATE_LOOK,
  };

  self->state = state;
  gtk_label_set_label (self->address, address != NULL ? address : "");
  gtk_widget_set_visible (GTK_WIDGET (self->address), address != NULL);
  adw_bin_set_child (self->glyph,
                     state == LOCKSTEP_HOST_EMPTY ? NULL
                                                  : lockstep_state_image_new (glyphs[state]));
  if (state == LOCKSTEP_HOST_INVALID || state == LOCKSTEP_HOST_UNKNOWN)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  g_signal_emit (self, signals[SIGNAL_JUDGED], 0);
}

static char *
describe_addresses (GList *addresses)
{
  g_autofree char *first = g_inet_address_to_string (addresses->data);
  guint more = g_list_length (addresses) - 1;

  if (more == 0)
    return g_steal_pointer (&first);

  /* Translators: an address, and how many others the name has. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u more", "%s and %u more", more),
                          first,
                          more);
}

static void
looked_up_cb (GObject *resolver, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LockstepHostRow) self = user_data;
  g_autoptr (GError) error = NULL;
  GList *addresses = g_resolver_lookup_by_name_finish (G_RESOLVER (resolver), result, &error);

  /* Stopped in the moment in which the answer came: nobody waits for it any more. */
  if (self->looking == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_resolver_free_addresses (addresses);
      return;
    }

  g_clear_handle_id (&self->limit, g_source_remove);
  g_clear_object (&self->looking);
  if (addresses != NULL)
    {
      g_autofree char *text = describe_addresses (addresses);

      show_state (self, LOCKSTEP_HOST_FOUND, text);
      g_resolver_free_addresses (addresses);
    }
  else if (g_error_matches (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND))
    show_state (self, LOCKSTEP_HOST_UNKNOWN, NULL);
  else
    show_state (self, LOCKSTEP_HOST_SILENT, NULL);
}

static gboolean
given_up_cb (gpointer user_data)
{
  LockstepHostRow *self = user_data;

  self->limit = 0;
  lockstep_host_row_stop (self);
  show_state (self, LOCKSTEP_HOST_SILENT, NULL);

  return G_SOURCE_REMOVE;
}

static gboolean
look_up_cb (gpointer user_data)
{
  LockstepHostRow *self = user_data;
  g_autoptr (GResolver) resolver = g_resolver_get_default ();

  self->delay = 0;
  self->looking = g_cancellable_new ();
  self->limit = g_timeout_add_seconds (GIVE_UP_SECONDS, given_up_cb, self);
  g_resolver_lookup_by_name_async (resolver,
                                   self->host,
                                   self->looking,
                                   looked_up_cb,
                                   g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
judge (LockstepHostRow *self, guint delay)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  lockstep_host_row_stop (self);
  g_clear_pointer (&self->host, g_free);
  self->port = 0;

  if (*text == '\0')
    show_state (self, LOCKSTEP_HOST_EMPTY, NULL);
  else if (!lockstep_target_read (text, &self->host, &self->port, NULL))
    show_state (self, LOCKSTEP_HOST_INVALID, NULL);
  else if (lockstep_host_is_address (self->host))
    show_state (self, LOCKSTEP_HOST_FOUND, NULL);
  else
    {
      self->delay = g_timeout_add (delay, look_up_cb, self);
      show_state (self, LOCKSTEP_HOST_LOOKING, NULL);
    }
}

static void
changed_cb (GtkEditable *editable, gpointer user_data)
{
  judge (LOCKSTEP_HOST_ROW (editable), LOOK_UP_MILLISECONDS);
}

static void
lockstep_host_row_dispose (GObject *object)
{
  lockstep_host_row_stop (LOCKSTEP_HOST_ROW (object));

  G_OBJECT_CLASS (lockstep_host_row_parent_class)->dispose (object);
}

static void
lockstep_host_row_finalize (GObject *object)
{
  g_free (LOCKSTEP_HOST_ROW (object)->host);

  G_OBJECT_CLASS (lockstep_host_row_parent_class)->finalize (object);
}

static void
lockstep_host_row_class_init (LockstepHostRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lockstep_host_row_dispose;
  object_class->finalize = lockstep_host_row_finalize;

  signals[SIGNAL_JUDGED] = g_signal_new ("judged",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         0);
}

static void
lockstep_host_row_init (LockstepHostRow *self)
{
  self->address = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->address), "lockstep-small");
  gtk_widget_add_css_class (GTK_WIDGET (self->address), "lockstep-secondary");
  gtk_widget_hide (GTK_WIDGET (self->address));
  self->glyph = ADW_BIN (adw_bin_new ());
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->address));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->glyph));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self), TRUE);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

LockstepHostState
lockstep_host_row_get_state (LockstepHostRow *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_HOST_ROW (self), LOCKSTEP_HOST_EMPTY);

  return self->state;
}

const char *
lockstep_host_row_get_host (LockstepHostRow *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_HOST_ROW (self), NULL);

  return self->host;
}

guint16
lockstep_host_row_get_port (LockstepHostRow *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_HOST_ROW (self), 0);

  return self->port;
}

void
lockstep_host_row_look_again (LockstepHostRow *self)
{
  g_return_if_fail (LOCKSTEP_IS_HOST_ROW (self));

  judge (self, 0);
}

void
lockstep_host_row_stop (LockstepHostRow *self)
{
  g_return_if_fail (LOCKSTEP_IS_HOST_ROW (self));

  g_clear_handle_id (&self->delay, g_source_remove);
  g_clear_handle_id (&self->limit, g_source_remove);
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}
