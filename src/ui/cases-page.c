/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/cases-page.h"

#include "ui/case-row.h"
#include "ui/sub-header.h"

#include <glib/gi18n-lib.h>

struct _LockstepCasesPage
{
  AdwBin parent_instance;

  LockstepSubHeader *header;
  GtkListBox *cases;
  GtkStack *stack;
  AdwStatusPage *nothing;

  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (LockstepCasesPage, lockstep_cases_page, ADW_TYPE_BIN)

static void
show (LockstepCasesPage *self, const char *child, const char *description)
{
  adw_status_page_set_description (self->nothing, description);
  gtk_stack_set_visible_child_name (self->stack, child);
}

static void
searched_cb (LockstepSubHeader *header, const char *text, gpointer user_data)
{
  LockstepCasesPage *self = user_data;
  gboolean any = FALSE;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->cases, i)) != NULL; i++)
    {
      gboolean fits =
          lockstep_search_fits (text,
                                adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                                NULL);

      gtk_widget_set_visible (GTK_WIDGET (row), fits);
      any |= fits;
    }
  show (self, any ? "cases" : "nothing", _ ("No case has all of these words."));
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LockstepCasesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = lockstep_store_list_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  for (guint i = 0; items != NULL && i < items->len; i++)
    gtk_list_box_append (self->cases, lockstep_case_row_new (g_ptr_array_index (items, i)));
  if (items == NULL)
    show (self, "nothing", error->message);
  else
    show (self,
          items->len > 0 ? "cases" : "nothing",
          _ ("Every case that you begin is kept here by itself."));
}

/* The list takes some time; a page that is gone does not wait for it. */
static void
lockstep_cases_page_unroot (GtkWidget *widget)
{
  g_cancellable_cancel (LOCKSTEP_CASES_PAGE (widget)->cancellable);

  GTK_WIDGET_CLASS (lockstep_cases_page_parent_class)->unroot (widget);
}

static void
lockstep_cases_page_dispose (GObject *object)
{
  LockstepCasesPage *self = LOCKSTEP_CASES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_CASES_PAGE);

  G_OBJECT_CLASS (lockstep_cases_page_parent_class)->dispose (object);

  g_clear_object (&self->cancellable);
}

static void
lockstep_cases_page_class_init (LockstepCasesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_cases_page_dispose;
  widget_class->unroot = lockstep_cases_page_unroot;

  g_type_ensure (LOCKSTEP_TYPE_SUB_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lockstepdesk/Lockstep/ui/cases-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepCasesPage, header);
  gtk_widget_class_bind_template_child (widget_class, LockstepCasesPage, cases);
  gtk_widget_class_bind_template_child (widget_class, LockstepCasesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LockstepCasesPage, nothing);
}

static void
lockstep_cases_page_init (LockstepCasesPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->header, "searched", G_CALLBACK (searched_cb), self);
  lockstep_sub_header_capture_keys (self->header, GTK_WIDGET (self));
}

GtkWidget *
lockstep_cases_page_new (LockstepCatalog *catalog)
{
  LockstepCasesPage *self = g_object_new (LOCKSTEP_TYPE_CASES_PAGE, NULL);

  lockstep_store_list_async (catalog, self->cancellable, listed_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
