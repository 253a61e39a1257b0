/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/show-soon.h"

static G_DEFINE_QUARK (lockstep - show - soon, wanted)

static gboolean
tick_cb (GtkWidget *parent, GdkFrameClock *clock, gpointer user_data)
{
  GtkWidget *widget = user_data;
  gint64 wanted = (gint64) (gsize) g_object_get_qdata (G_OBJECT (widget), wanted_quark ());

  /* Zero for a widget that was hidden again in the meantime. */
  if (wanted != 0 && gdk_frame_clock_get_frame_counter (clock) < wanted)
    return G_SOURCE_CONTINUE;

  if (wanted != 0)
    gtk_widget_show (widget);
  g_object_set_qdata (G_OBJECT (widget), wanted_quark (), NULL);

  return G_SOURCE_REMOVE;
}

void
lockstep_show_soon (GtkWidget *widget, gboolean visible)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  gboolean waits = g_object_get_qdata (G_OBJECT (widget), wanted_quark ()) != NULL;
  gint64 frame;

  if (!visible || parent == NULL || !gtk_widget_get_mapped (parent) ||
      gtk_widget_get_visible (widget))
    {
      g_object_set_qdata (G_OBJECT (widget), wanted_quark (), NULL);
      gtk_widget_set_visible (widget, visible);
      return;
    }
  if (waits)
    return;

  frame = gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (parent)) + 2;
  g_object_set_qdata (G_OBJECT (widget), wanted_quark (), GSIZE_TO_POINTER ((gsize) frame));
  gtk_widget_add_tick_callback (parent, tick_cb, g_object_ref (widget), g_object_unref);
}
