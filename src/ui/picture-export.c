/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/picture-export.h"

#include "ui/page.h"
#include "ui/picture-colours.h"

#include <glib/gi18n-lib.h>

#define ENLARGEMENT 2.0f
#define MARGIN 12.0f

/* A file that is being chosen or written. */
typedef struct
{
  GtkWidget *widget;
  GtkFileChooserNative *chooser;
  char *svg;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->chooser);
  g_object_unref (saving->widget);
  g_free (saving->svg);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
toast (GtkWidget *widget, const char *text)
{
  GtkWidget *page = gtk_widget_get_ancestor (widget, LOCKSTEP_TYPE_PAGE);

  if (page != NULL)
    lockstep_page_toast (LOCKSTEP_PAGE (page), text);
}

GtkWidget *
lockstep_picture_menu_new (GtkWidget *parent)
{
  g_autoptr (GMenu) model = g_menu_new ();
  GtkWidget *menu;

  g_menu_append (model, _ ("_Copy as Text"), "picture.copy-text");
  g_menu_append (model, _ ("Copy as _Picture"), "picture.copy-picture");
  g_menu_append (model, _ ("_Save as SVG…"), "picture.save-svg");
  menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, parent);

  return menu;
}

void
lockstep_picture_export_copy (GtkWidget *widget,
                              LockstepPainter *painter,
                              const LockstepPicture *picture)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (-MARGIN,
                                               -MARGIN,
                                               (float) gtk_widget_get_width (widget) + 2 * MARGIN,
                                               (float) gtk_widget_get_height (widget) + 2 * MARGIN);
  GdkRGBA ground = lockstep_picture_get_ground (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) whole = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gtk_snapshot_scale (snapshot, ENLARGEMENT, ENLARGEMENT);
  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  lockstep_painter_paint (painter, snapshot, picture);
  whole = gtk_snapshot_to_node (snapshot);

  texture = gsk_renderer_render_texture (renderer, whole, NULL);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  toast (widget, _ ("Picture copied"));
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    toast (saving->widget, _ ("Picture saved"));
  else
    toast (saving->widget, error->message);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  bytes = g_bytes_new_take (saving->svg, strlen (saving->svg));
  saving->svg = NULL;
  g_file_replace_contents_bytes_async (file,
                                       bytes,
                                       NULL,
                                       FALSE,
                                       G_FILE_CREATE_NONE,
                                       NULL,
                                       written_cb,
                                       g_steal_pointer (&saving));
}

void
lockstep_picture_export_save (GtkWidget *widget, LockstepPicture *picture)
{
  g_autoptr (LockstepPicture) owned = picture;
  GtkRoot *root = gtk_widget_get_root (widget);
  Saving *saving = g_new0 (Saving, 1);

  saving->widget = g_object_ref (widget);
  saving->svg = lockstep_picture_to_svg (owned, TRUE);
  saving->chooser = gtk_file_chooser_native_new (_ ("Save Picture"),
                                                 GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                 GTK_FILE_CHOOSER_ACTION_SAVE,
                                                 _ ("_Save"),
                                                 _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (saving->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (saving->chooser), _ ("picture.svg"));
  g_signal_connect (saving->chooser, "response", G_CALLBACK (chosen_cb), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (saving->chooser));
}
