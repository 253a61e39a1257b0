/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/browse-page.h"

#include "catalog/recognition.h"
#include "ui/sub-header.h"

#include <glib/gi18n-lib.h>

struct _LockstepBrowsePage
{
  AdwBin parent_instance;

  LockstepSubHeader *header;
  GtkBox *groups;
  GtkStack *stack;

  LockstepCatalog *catalog;
  GPtrArray *rows; /* element-type AdwActionRow; owned by their lists */
};

G_DEFINE_FINAL_TYPE (LockstepBrowsePage, lockstep_browse_page, ADW_TYPE_BIN)

static void
searched_cb (LockstepSubHeader *header, const char *text, gpointer user_data)
{
  LockstepBrowsePage *self = user_data;
  gboolean any = FALSE;
  GtkWidget *group;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      gboolean fits =
          lockstep_search_fits (text,
                                adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                                NULL);

      gtk_widget_set_visible (row, fits);
      any |= fits;
    }
  /* A product of which nothing is left has no heading either. */
  for (group = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); group != NULL;
       group = gtk_widget_get_next_sibling (group))
    {
      GPtrArray *rows = g_object_get_data (G_OBJECT (group), "rows");
      gboolean shown = FALSE;

      for (guint i = 0; i < rows->len; i++)
        shown |= gtk_widget_get_visible (g_ptr_array_index (rows, i));
      gtk_widget_set_visible (group, shown);
    }
  gtk_stack_set_visible_child_name (self->stack, any ? "messages" : "nothing");
}

/* A message with its usual code, so that it is explained in full: "CWBCO1034 25406". */
static char *
dup_begin_text (LockstepCatalog *catalog, const LockstepEntry *message, gint64 code)
{
  if (code > 0)
    return g_strdup_printf ("%s %" G_GINT64_FORMAT, lockstep_entry_id (message), code);

  return g_strdup (lockstep_entry_id (message));
}

static GtkWidget *
create_row (LockstepBrowsePage *self, const LockstepEntry *message, gint64 code)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = dup_begin_text (self->catalog, message, code);
  g_autoptr (LockstepRecognition) recognition = lockstep_recognise (self->catalog, text);
  const char *meaning = NULL;
  g_autofree char *title = NULL;

  if (recognition->matches->len > 0)
    {
      const LockstepMatch *match = g_ptr_array_index (recognition->matches, 0);

      meaning = lockstep_match_text (match, "headline");
      title = lockstep_match_title (match);
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               meaning != NULL ? meaning : lockstep_entry_text (message, "title"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", text);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.begin");

  return row;
}

static void
add_row (LockstepBrowsePage *self, GtkWidget *group, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (g_object_get_data (G_OBJECT (group), "rows"), row);
}

/* A message that carries GSKit codes has one row for each condition that the catalogue explains
 * to clients. */
static void
add_message (LockstepBrowsePage *self, GtkWidget *group, const LockstepEntry *message)
{
  gint64 base = lockstep_entry_integer (message, "code-base", -1);
  guint count = lockstep_catalog_count (self->catalog, LOCKSTEP_SECTION_CONDITIONS);
  const char *role = lockstep_entry_string (message, "role");

  if (base < 0)
    {
      add_row (self, group, create_row (self, message, 0));
      return;
    }
  for (guint i = 0; i < count; i++)
    {
      const LockstepEntry *condition =
          lockstep_catalog_nth (self->catalog, LOCKSTEP_SECTION_CONDITIONS, i);
      gint64 number = lockstep_entry_integer (condition, "number", 0);

      if (number > 0 && (role == NULL || lockstep_entry_object (condition, role) != NULL))
        add_row (self, group, create_row (self, message, base + number));
    }
}

static void
add_product (LockstepBrowsePage *self, const char *product, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  GPtrArray *rows = g_ptr_array_new ();
  guint count = lockstep_catalog_count (self->catalog, LOCKSTEP_SECTION_MESSAGES);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  g_object_set_data_full (G_OBJECT (group), "rows", rows, (GDestroyNotify) g_ptr_array_unref);
  gtk_box_append (self->groups, group);
  for (guint i = 0; i < count; i++)
    {
      const LockstepEntry *message =
          lockstep_catalog_nth (self->catalog, LOCKSTEP_SECTION_MESSAGES, i);

      if (g_strcmp0 (lockstep_entry_string (message, "product"), product) == 0)
        add_message (self, group, message);
    }
  gtk_widget_set_visible (group, rows->len > 0);
}

static void
lockstep_browse_page_dispose (GObject *object)
{
  LockstepBrowsePage *self = LOCKSTEP_BROWSE_PAGE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->catalog, lockstep_catalog_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_BROWSE_PAGE);

  G_OBJECT_CLASS (lockstep_browse_page_parent_class)->dispose (object);
}

static void
lockstep_browse_page_class_init (LockstepBrowsePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_browse_page_dispose;

  g_type_ensure (LOCKSTEP_TYPE_SUB_HEADER);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/lockstepdesk/Lockstep/ui/browse-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepBrowsePage, header);
  gtk_widget_class_bind_template_child (widget_class, LockstepBrowsePage, groups);
  gtk_widget_class_bind_template_child (widget_class, LockstepBrowsePage, stack);
}

static void
lockstep_browse_page_init (LockstepBrowsePage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->header, "searched", G_CALLBACK (searched_cb), self);
  lockstep_sub_header_capture_keys (self->header, GTK_WIDGET (self));
}

GtkWidget *
lockstep_browse_page_new (LockstepCatalog *catalog)
{
  LockstepBrowsePage *self = g_object_new (LOCKSTEP_TYPE_BROWSE_PAGE, NULL);

  self->catalog = lockstep_catalog_ref (catalog);
  add_product (self, "ibm-i-access", "IBM i Access");
  add_product (self, "ibm-http-server", "IBM HTTP Server");

  return GTK_WIDGET (self);
}
