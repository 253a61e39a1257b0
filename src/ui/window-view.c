/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window-private.h"

#include "ui/warm-up.h"

#define RESOURCE_FOLDER "/io/github/lockstepdesk/Lockstep/ui/"

static void
folded_cb (GObject *flap, GParamSpec *pspec, gpointer user_data)
{
  LockstepWindow *self = user_data;
  gboolean folded = adw_flap_get_folded (self->flap);

  if (folded)
    gtk_widget_add_css_class (GTK_WIDGET (self), "folded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "folded");
  gtk_widget_set_size_request (GTK_WIDGET (self->rail), folded ? 284 : 236, -1);
  gtk_widget_set_visible (self->rail_button, folded);
  if (self->subject != NULL)
    lockstep_window_refresh (self);
}

/* The current step has the focus when the folded rail opens over the page. */
static void
revealed_cb (GObject *flap, GParamSpec *pspec, gpointer user_data)
{
  LockstepWindow *self = user_data;

  if (adw_flap_get_folded (self->flap) && adw_flap_get_reveal_flap (self->flap))
    lockstep_rail_focus (self->rail);
}

/* Which object of the view goes where. */
static const struct
{
  const char *id;
  gsize offset;
} parts[] = {
  { "flap", G_STRUCT_OFFSET (LockstepWindow, flap) },
  { "rail", G_STRUCT_OFFSET (LockstepWindow, rail) },
  { "case_title", G_STRUCT_OFFSET (LockstepWindow, case_title) },
  { "rail_button", G_STRUCT_OFFSET (LockstepWindow, rail_button) },
  { "rail_glyph", G_STRUCT_OFFSET (LockstepWindow, rail_glyph) },
  { "rail_count", G_STRUCT_OFFSET (LockstepWindow, rail_count) },
  { "again_button", G_STRUCT_OFFSET (LockstepWindow, again_button) },
  { "practice_revealer", G_STRUCT_OFFSET (LockstepWindow, practice_revealer) },
  { "practice_banner", G_STRUCT_OFFSET (LockstepWindow, practice_banner) },
  { "notice_revealer", G_STRUCT_OFFSET (LockstepWindow, notice_revealer) },
  { "notice_label", G_STRUCT_OFFSET (LockstepWindow, notice_label) },
  { "case_toasts", G_STRUCT_OFFSET (LockstepWindow, case_toasts) },
  { "pages", G_STRUCT_OFFSET (LockstepWindow, pages) },
  { "bar", G_STRUCT_OFFSET (LockstepWindow, bar) },
};

void
lockstep_window_ensure_view (LockstepWindow *self)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->flap != NULL)
    return;

  lockstep_warm_up (GTK_WIDGET (self));
  g_type_ensure (LOCKSTEP_TYPE_RAIL);
  g_type_ensure (LOCKSTEP_TYPE_PRACTICE_BANNER);
  g_type_ensure (LOCKSTEP_TYPE_ACTION_BAR);
  builder = gtk_builder_new_from_resource (RESOURCE_FOLDER "case-view.ui");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gpointer *part = G_STRUCT_MEMBER_P (self, parts[i].offset);

      *part = gtk_builder_get_object (builder, parts[i].id);
      g_assert (*part != NULL);
    }

  gtk_stack_add_named (self->views, GTK_WIDGET (self->flap), "case");
  g_signal_connect (self->flap, "notify::folded", G_CALLBACK (folded_cb), self);
  g_signal_connect (self->flap, "notify::reveal-flap", G_CALLBACK (revealed_cb), self);
}

void
lockstep_window_show_shortcuts (LockstepWindow *self)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource (RESOURCE_FOLDER "help-overlay.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (self));
  gtk_window_present (shortcuts);
}
