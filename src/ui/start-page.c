/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/start-page.h"

#include "catalog/recognition.h"
#include "ui/case-row.h"
#include "ui/column-layout.h"
#include "ui/menu.h"
#include "ui/page-layout.h"
#include "ui/parts.h"
#include "ui/symptom-field.h"

#include <glib/gi18n-lib.h>

#define CASES_SHOWN 3

struct _LockstepStartPage
{
  AdwBin parent_instance;

  GtkMenuButton *menu_button;
  GtkWidget *body;
  GtkImage *emblem;
  GtkWidget *notice_list;
  AdwPreferencesRow *notice;
  LockstepSymptomField *field;
  GtkWidget *unknown_list;
  GtkWidget *cases_group;
  GtkButton *all_cases;
  GtkListBox *cases;
  AdwActionRow *server_row;
  GtkImage *server_icon;
  AdwActionRow *open_row;
  AdwActionRow *browse_row;
  GtkImage *browse_icon;
  AdwActionRow *practise_row;
  GtkWidget *promise;

  LockstepCatalog *catalog;
  GCancellable *listing;
};

G_DEFINE_FINAL_TYPE (LockstepStartPage, lockstep_start_page, ADW_TYPE_BIN)

static void
settled_cb (LockstepSymptomField *field, gpointer user_data)
{
  LockstepStartPage *self = user_data;
  g_autofree char *text = g_strstrip (lockstep_symptom_field_dup_text (field));
  g_autoptr (LockstepRecognition) recognition = NULL;

  if (self->catalog == NULL || *text == '\0')
    {
      gtk_widget_hide (self->unknown_list);
      return;
    }

  recognition = lockstep_recognise (self->catalog, text);
  gtk_widget_set_visible (self->unknown_list, recognition->matches->len == 0);
  if (recognition->matches->len > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      g_autofree char *whole = lockstep_symptom_field_dup_text (field);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.begin", "s", whole);
    }
}

/* Cases take the room of the emblem, the examples and the subtitles. */
static void
show_first_run (LockstepStartPage *self, gboolean first_run)
{
  gtk_widget_set_visible (GTK_WIDGET (self->emblem), first_run);
  gtk_widget_set_visible (self->promise, first_run);
  gtk_widget_set_visible (self->cases_group, !first_run);
  lockstep_symptom_field_show_examples (self->field, first_run);
  adw_action_row_set_subtitle (
      self->server_row,
      first_run ? _ ("Nobody wrote the message down, but the server is known") : "");
  adw_action_row_set_subtitle (self->open_row,
                               first_run ? _ ("Or drop the file anywhere in this window") : "");
  adw_action_row_set_subtitle (self->browse_row,
                               first_run ? _ ("By product: IBM i Access, IBM HTTP Server") : "");
  adw_action_row_set_subtitle (
      self->practise_row,
      first_run ? _ ("With a server on this computer that is broken on purpose. No IBM i needed")
                : "");
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LockstepStartPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = lockstep_store_list_finish (result, &error);
  g_autofree char *label = NULL;

  if (items == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        lockstep_start_page_set_notice (self, error->message);
      return;
    }

  lockstep_list_clear (self->cases);
  for (guint i = 0; i < MIN (items->len, CASES_SHOWN); i++)
    gtk_list_box_append (self->cases, lockstep_case_row_new (g_ptr_array_index (items, i)));
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "All %u case", "All %u cases", items->len),
                           items->len);
  gtk_button_set_label (self->all_cases, label);
  gtk_widget_set_visible (GTK_WIDGET (self->all_cases), items->len > CASES_SHOWN);
  show_first_run (self, items->len == 0);
}

static void
list_cases (LockstepStartPage *self)
{
  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  self->listing = g_cancellable_new ();
  lockstep_store_list_async (self->catalog, self->listing, listed_cb, g_object_ref (self));
}

static void
lockstep_start_page_unroot (GtkWidget *widget)
{
  LockstepStartPage *self = LOCKSTEP_START_PAGE (widget);

  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);

  GTK_WIDGET_CLASS (lockstep_start_page_parent_class)->unroot (widget);
}

static void
lockstep_start_page_dispose (GObject *object)
{
  LockstepStartPage *self = LOCKSTEP_START_PAGE (object);

  g_clear_object (&self->listing);
  g_clear_pointer (&self->catalog, lockstep_catalog_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_START_PAGE);

  G_OBJECT_CLASS (lockstep_start_page_parent_class)->dispose (object);
}

static void
lockstep_start_page_class_init (LockstepStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_start_page_dispose;
  widget_class->unroot = lockstep_start_page_unroot;

  g_type_ensure (LOCKSTEP_TYPE_SYMPTOM_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lockstepdesk/Lockstep/ui/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepStartPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LockstepStartPage, body);
  gtk_widget_class_bind_template_child (widget_class, LockstepStartPage, emblem);
  gtk_widget_class_bind_template_child (widget_class, LockstepStartPage, notice_list);
  gtk_widget_class_bind_template_child (widget_class, LockstepStartPage, notice);
  gtk_widget_class_bind_template_child (widget_class, LockstepStartPage, field);
  gtk_widget_class_bind_template_child (widget_class, LockstepStartPage, unknown_list);
  gtk_widget_class_bind_template_child (widget_class, LockstepStartPage, cases_group);
  gtk_widget_class_bind_template_child (widget_class, LockstepStartPage, all_cases);
  gtk_widget_class_bind_template_child (widget_class, LockstepStartPage, cases);
  gtk_widget_class_bind_template_child (widget_class, LockstepStartPage, server_row);
  gtk_widget_class_bind_template_child (widget_class, LockstepStartPage, server_icon);
  gtk_widget_class_bind_template_child (widget_class, LockstepStartPage, open_row);
  gtk_widget_class_bind_template_child (widget_class, LockstepStartPage, browse_row);
  gtk_widget_class_bind_template_child (widget_class, LockstepStartPage, browse_icon);
  gtk_widget_class_bind_template_child (widget_class, LockstepStartPage, practise_row);
  gtk_widget_class_bind_template_child (widget_class, LockstepStartPage, promise);
}

static void
lockstep_start_page_init (LockstepStartPage *self)
{
  g_autofree char *folder = lockstep_store_get_folder ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->body, lockstep_page_layout_new ());
  lockstep_menu_attach (self->menu_button);
  lockstep_column_layout_apply (GTK_WIDGET (self->server_row));
  lockstep_column_layout_apply (GTK_WIDGET (self->open_row));
  lockstep_column_layout_apply (GTK_WIDGET (self->browse_row));
  lockstep_column_layout_apply (GTK_WIDGET (self->practise_row));
  g_signal_connect (self->field, "settled", G_CALLBACK (settled_cb), self);

  /* A look whether there may be cases, so that the page does not jump when they are listed. */
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      show_first_run (self, FALSE);
      gtk_widget_hide (GTK_WIDGET (self->all_cases));
    }
}

void
lockstep_start_page_draw_icons (LockstepStartPage *self)
{
  g_return_if_fail (LOCKSTEP_IS_START_PAGE (self));

  gtk_image_set_from_icon_name (self->emblem, LOCKSTEP_APPLICATION_ID);
  gtk_image_set_from_icon_name (self->server_icon, "lockstep-server-symbolic");
  gtk_image_set_from_icon_name (self->browse_icon, "lockstep-book-symbolic");
}

void
lockstep_start_page_set_catalog (LockstepStartPage *self, LockstepCatalog *catalog)
{
  g_return_if_fail (LOCKSTEP_IS_START_PAGE (self));

  g_clear_pointer (&self->catalog, lockstep_catalog_unref);
  self->catalog = lockstep_catalog_ref (catalog);
  list_cases (self);
  /* Somebody who typed while the catalogue was read is answered now. */
  settled_cb (self->field, self);
}

void
lockstep_start_page_enter (LockstepStartPage *self)
{
  g_return_if_fail (LOCKSTEP_IS_START_PAGE (self));

  if (self->catalog != NULL)
    list_cases (self);
  lockstep_start_page_focus (self);
}

void
lockstep_start_page_focus (LockstepStartPage *self)
{
  g_return_if_fail (LOCKSTEP_IS_START_PAGE (self));

  lockstep_symptom_field_focus (self->field);
}

char *
lockstep_start_page_dup_text (LockstepStartPage *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_START_PAGE (self), NULL);

  return lockstep_symptom_field_dup_text (self->field);
}

void
lockstep_start_page_set_text (LockstepStartPage *self, const char *text)
{
  g_return_if_fail (LOCKSTEP_IS_START_PAGE (self));

  lockstep_symptom_field_set_text (self->field, text);
  lockstep_symptom_field_settle (self->field);
}

void
lockstep_start_page_clear (LockstepStartPage *self)
{
  g_return_if_fail (LOCKSTEP_IS_START_PAGE (self));

  lockstep_symptom_field_set_text (self->field, "");
  gtk_widget_hide (self->unknown_list);
  lockstep_start_page_set_notice (self, NULL);
}

void
lockstep_start_page_set_notice (LockstepStartPage *self, const char *text)
{
  g_return_if_fail (LOCKSTEP_IS_START_PAGE (self));

  adw_preferences_row_set_title (self->notice, text != NULL ? text : "");
  gtk_widget_set_visible (self->notice_list, text != NULL);
}
