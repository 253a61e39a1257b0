/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/certificate-window.h"

#include "ui/certificate-details.h"
#include "x509/certificate.h"

struct _LockstepCertificateWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkListBox *list;
  GtkWidget *text_card;
  GtkTextView *text;
};

G_DEFINE_FINAL_TYPE (LockstepCertificateWindow, lockstep_certificate_window, ADW_TYPE_WINDOW)

static void
show_toast (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwToast *toast = adw_toast_new (g_variant_get_string (parameter, NULL));

  adw_toast_set_timeout (toast, 3);
  adw_toast_overlay_add_toast (LOCKSTEP_CERTIFICATE_WINDOW (widget)->toasts, toast);
}

static void
lockstep_certificate_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_CERTIFICATE_WINDOW);

  G_OBJECT_CLASS (lockstep_certificate_window_parent_class)->dispose (object);
}

static void
lockstep_certificate_window_class_init (LockstepCertificateWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_certificate_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/lockstepdesk/Lockstep/ui/certificate-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepCertificateWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LockstepCertificateWindow, list);
  gtk_widget_class_bind_template_child (widget_class, LockstepCertificateWindow, text_card);
  gtk_widget_class_bind_template_child (widget_class, LockstepCertificateWindow, text);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", show_toast);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_Escape,
                                       (GdkModifierType) 0,
                                       "window.close",
                                       NULL);
}

static void
lockstep_certificate_window_init (LockstepCertificateWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_certificate (LockstepCertificateWindow *self, GBytes *der)
{
  g_autofree char *label = lockstep_certificate_dup_label (der);
  g_autofree char *text = lockstep_certificate_to_text (der);
  g_autoptr (GPtrArray) rows = lockstep_certificate_details_new (der, TRUE);

  gtk_window_set_title (GTK_WINDOW (self), label);
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (self->list, g_ptr_array_index (rows, i));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text != NULL ? text : "", -1);
  gtk_widget_set_visible (self->text_card, text != NULL && *text != '\0');
}

void
lockstep_certificate_window_present (GtkWidget *parent, GBytes *der)
{
  GtkRoot *root;
  LockstepCertificateWindow *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (der != NULL);

  root = gtk_widget_get_root (parent);
  self = g_object_new (LOCKSTEP_TYPE_CERTIFICATE_WINDOW,
                       "transient-for",
                       GTK_IS_WINDOW (root) ? root : NULL,
                       "destroy-with-parent",
                       TRUE,
                       NULL);
  show_certificate (self, der);
  gtk_window_present (GTK_WINDOW (self));
}
