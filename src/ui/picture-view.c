/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/picture-view.h"

#include "ui/parts.h"
#include "ui/picture-export.h"
#include "ui/picture-painter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_WIDTH 280
#define NATURAL_WIDTH 644
/* Containers ask for the height at several widths before they settle on one. */
#define MAX_KEPT 4

struct _LockstepPictureView
{
  GtkWidget parent_instance;

  LockstepPictureLayout layout;
  LockstepDiagnosis *diagnosis;
  guint index;

  LockstepPainter *painter;
  GPtrArray *kept; /* element-type LockstepPicture, the one used last at the end */
  char *description;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (LockstepPictureView, lockstep_picture_view, GTK_TYPE_WIDGET)

static gboolean
has_picture (LockstepPictureView *self)
{
  return self->layout != NULL && self->diagnosis != NULL &&
         self->index < self->diagnosis->observations->len;
}

static gboolean
is_rtl (LockstepPictureView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* The picture at @width, laid out once for each width; NULL for none. */
static const LockstepPicture *
get_picture (LockstepPictureView *self, int width)
{
  LockstepPicture *picture;

  if (!has_picture (self) || width <= 0)
    return NULL;

  for (guint i = 0; i < self->kept->len; i++)
    {
      picture = g_ptr_array_index (self->kept, i);
      if ((int) picture->width == width)
        return picture;
    }

  if (self->kept->len >= MAX_KEPT)
    g_ptr_array_remove_index (self->kept, 0);
  picture = self->layout (self->diagnosis,
                          self->index,
                          width,
                          is_rtl (self),
                          lockstep_painter_get_measure (self->painter));
  g_ptr_array_add (self->kept, picture);
  lockstep_painter_prepare (self->painter, picture);

  return picture;
}

static void
forget_pictures (LockstepPictureView *self)
{
  g_ptr_array_set_size (self->kept, 0);
  lockstep_painter_reset (self->painter);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static GtkSizeRequestMode
lockstep_picture_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lockstep_picture_view_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  LockstepPictureView *self = LOCKSTEP_PICTURE_VIEW (widget);
  const LockstepPicture *picture;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  picture = get_picture (self, for_size > 0 ? MAX (for_size, LEAST_WIDTH) : NATURAL_WIDTH);
  *minimum = *natural = picture != NULL ? (int) ceil (picture->height) : 0;
}

static void
lockstep_picture_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LockstepPictureView *self = LOCKSTEP_PICTURE_VIEW (widget);

  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
lockstep_picture_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LockstepPictureView *self = LOCKSTEP_PICTURE_VIEW (widget);
  const LockstepPicture *picture = get_picture (self, gtk_widget_get_width (widget));

  if (picture == NULL)
    return;

  lockstep_painter_paint (self->painter, snapshot, picture);
  if (gtk_widget_has_visible_focus (widget))
    lockstep_painter_paint_focus (self->painter, snapshot);
}

static gboolean
lockstep_picture_view_query_tooltip (GtkWidget *widget,
                                     int x,
                                     int y,
                                     gboolean keyboard_tip,
                                     GtkTooltip *tooltip)
{
  LockstepPictureView *self = LOCKSTEP_PICTURE_VIEW (widget);
  const LockstepPicture *picture = get_picture (self, gtk_widget_get_width (widget));
  const char *whole;

  if (picture == NULL || keyboard_tip)
    return FALSE;

  whole = lockstep_picture_query_tooltip (picture, x, y);
  if (whole != NULL)
    gtk_tooltip_set_text (tooltip, whole);

  return whole != NULL;
}

static void
lockstep_picture_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (lockstep_picture_view_parent_class)->css_changed (widget, change);

  /* The change does not say whether it was the font; a layout takes little. */
  forget_pictures (LOCKSTEP_PICTURE_VIEW (widget));
  gtk_widget_queue_draw (widget);
}

static void
lockstep_picture_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (lockstep_picture_view_parent_class)->system_setting_changed (widget, setting);

  forget_pictures (LOCKSTEP_PICTURE_VIEW (widget));
}

static void
lockstep_picture_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (lockstep_picture_view_parent_class)->direction_changed (widget, previous);

  forget_pictures (LOCKSTEP_PICTURE_VIEW (widget));
}

static void
lockstep_picture_view_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GTK_WIDGET_CLASS (lockstep_picture_view_parent_class)->state_flags_changed (widget, previous);

  gtk_widget_queue_draw (widget);
}

static void
copy_text_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  LockstepPictureView *self = LOCKSTEP_PICTURE_VIEW (widget);

  if (has_picture (self))
    lockstep_copy_text (widget, self->description, _ ("Text of the picture copied"));
}

static void
copy_picture_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  LockstepPictureView *self = LOCKSTEP_PICTURE_VIEW (widget);
  const LockstepPicture *picture = get_picture (self, gtk_widget_get_width (widget));

  if (picture != NULL)
    lockstep_picture_export_copy (widget, self->painter, picture);
}

static void
save_svg_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  LockstepPictureView *self = LOCKSTEP_PICTURE_VIEW (widget);
  double scale = lockstep_painter_get_measure (self->painter)->scale;

  /* Measured anew: whoever opens the file has other fonts. */
  if (has_picture (self))
    lockstep_picture_export_save (widget,
                                  self->layout (self->diagnosis,
                                                self->index,
                                                gtk_widget_get_width (widget) / scale,
                                                is_rtl (self),
                                                lockstep_measure_get_table ()));
}

static void
popup_at (LockstepPictureView *self, double x, double y)
{
  if (!has_picture (self))
    return;

  if (self->menu == NULL)
    self->menu = lockstep_picture_menu_new (GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
popup_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  popup_at (LOCKSTEP_PICTURE_VIEW (widget),
            gtk_widget_get_width (widget) / 2.0,
            gtk_widget_get_height (widget) / 2.0);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  LockstepPictureView *self = user_data;
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  if (event == NULL || !gdk_event_triggers_context_menu (event))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_at (self, x, y);
}

static void
lockstep_picture_view_dispose (GObject *object)
{
  LockstepPictureView *self = LOCKSTEP_PICTURE_VIEW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->diagnosis, lockstep_diagnosis_unref);

  G_OBJECT_CLASS (lockstep_picture_view_parent_class)->dispose (object);
}

static void
lockstep_picture_view_finalize (GObject *object)
{
  LockstepPictureView *self = LOCKSTEP_PICTURE_VIEW (object);

  g_ptr_array_unref (self->kept);
  lockstep_painter_free (self->painter);
  g_free (self->description);

  G_OBJECT_CLASS (lockstep_picture_view_parent_class)->finalize (object);
}

static void
lockstep_picture_view_class_init (LockstepPictureViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lockstep_picture_view_dispose;
  object_class->finalize = lockstep_picture_view_finalize;

  widget_class->get_request_mode = lockstep_picture_view_get_request_mode;
  widget_class->measure = lockstep_picture_view_measure;
  widget_class->size_allocate = lockstep_picture_view_size_allocate;
  widget_class->snapshot = lockstep_picture_view_snapshot;
  widget_class->query_tooltip = lockstep_picture_view_query_tooltip;
  widget_class->css_changed = lockstep_picture_view_css_changed;
  widget_class->system_setting_changed = lockstep_picture_view_system_setting_changed;
  widget_class->direction_changed = lockstep_picture_view_direction_changed;
  widget_class->state_flags_changed = lockstep_picture_view_state_flags_changed;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "lockstep-picture");

  gtk_widget_class_install_action (widget_class, "picture.copy-text", NULL, copy_text_cb);
  gtk_widget_class_install_action (widget_class, "picture.copy-picture", NULL, copy_picture_cb);
  gtk_widget_class_install_action (widget_class, "picture.save-svg", NULL, save_svg_cb);
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, popup_cb);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_c,
                                       GDK_CONTROL_MASK,
                                       "picture.copy-text",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_F10,
                                       GDK_SHIFT_MASK,
                                       "menu.popup",
                                       NULL);
}

static void
lockstep_picture_view_init (LockstepPictureView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->painter = lockstep_painter_new (GTK_WIDGET (self));
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) lockstep_picture_free);
  self->description = g_strdup ("");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* Label and description are the same at every width and in every font. */
static void
update_accessible (LockstepPictureView *self)
{
  g_autoptr (LockstepPicture) picture = NULL;

  g_clear_pointer (&self->description, g_free);
  if (has_picture (self))
    picture = self->layout (self->diagnosis,
                            self->index,
                            NATURAL_WIDTH,
                            FALSE,
                            lockstep_measure_get_table ());

  self->description = g_strdup (picture != NULL ? picture->description : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  picture != NULL ? picture->label : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->description,
                                  -1);
}

void
lockstep_picture_view_set (LockstepPictureView *self,
                           LockstepPictureLayout layout,
                           LockstepDiagnosis *diagnosis,
                           guint index)
{
  g_return_if_fail (LOCKSTEP_IS_PICTURE_VIEW (self));

  if (self->layout == layout && self->diagnosis == diagnosis && self->index == index)
    return;

  if (diagnosis != NULL)
    lockstep_diagnosis_ref (diagnosis);
  g_clear_pointer (&self->diagnosis, lockstep_diagnosis_unref);
  self->layout = layout;
  self->diagnosis = diagnosis;
  self->index = index;
  g_ptr_array_set_size (self->kept, 0);
  update_accessible (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
lockstep_picture_view_get_description (LockstepPictureView *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_PICTURE_VIEW (self), "");

  return self->description;
}
