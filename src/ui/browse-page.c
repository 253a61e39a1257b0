/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/browse-page.h"

#include "catalog/recognition.h"
#include "catalog/search.h"
#include "ui/sub-header.h"

#include <glib/gi18n-lib.h>

/* So many of the messages that fit are shown; nobody reads further before typing more. */
#define MAX_RESULTS 30

/* So many rows are made at a time, and the window stays awake in between. */
#define ROWS_AT_ONCE 10

struct _LockstepBrowsePage
{
  AdwBin parent_instance;

  LockstepSubHeader *header;
  GtkBox *groups;
  GtkListBox *results;
  GtkStack *stack;

  LockstepCatalog *catalog;
  GArray *items;       /* element-type LockstepFind */
  GHashTable *product; /* product to its group; owned by @groups */
  GPtrArray *rows;     /* element-type AdwActionRow: those of @results, owned by it */
  guint filled;
  guint filling;
};

G_DEFINE_FINAL_TYPE (LockstepBrowsePage, lockstep_browse_page, ADW_TYPE_BIN)

static const struct
{
  const char *id;
  const char *title;
} products[] = {
  { "ibm-i-access", "IBM i Access" },
  { "ibm-http-server", "IBM HTTP Server" },
  { "ibm-i", N_ ("Job logs on IBM i") },
  { "acs", "Access Client Solutions" },
  { "jtopen", "Toolbox for Java" },
  { "java", "Java" },
  { "openssl", "OpenSSL" },
  { "curl", "curl" },
  { "wget", "Wget" },
  { "gnutls", "GnuTLS" },
  { "chromium", N_ ("Chrome and Edge") },
  { "firefox", "Firefox" },
  { "windows", N_ ("Windows and .NET") },
  { "node", "Node.js" },
  { "python", "Python" },
  { "go", "Go" },
};

static GtkWidget *
create_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
show_find (GtkWidget *row, const LockstepFind *find)
{
  const LockstepMatch match = {
    .message = find->message,
    .has_code = find->condition != NULL,
    .code = find->code,
  };
  g_autofree char *text = lockstep_find_to_text (find);
  g_autofree char *title = lockstep_match_title (&match);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), lockstep_entry_text (find->words, "headline"));
  /* The target goes first: the action would refuse to be named without one. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", text);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.begin");
}

/* With words the best comes first, whatever product prints it. The rows are always the same ones,
 * so that a letter typed costs no more than the texts in them. */
static void
searched_cb (LockstepSubHeader *header, const char *text, gpointer user_data)
{
  LockstepBrowsePage *self = user_data;
  g_autoptr (GArray) found = NULL;

  if (*text == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "messages");
      return;
    }

  found = lockstep_search (self->catalog, text, MAX_RESULTS);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      gtk_widget_set_visible (row, i < found->len);
      if (i < found->len)
        show_find (row, &g_array_index (found, LockstepFind, i));
    }

  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "results" : "nothing");
}

static void
add_groups (LockstepBrowsePage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (products); i++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (products[i].title));
      gtk_widget_set_visible (group, FALSE);
      gtk_box_append (self->groups, group);
      g_hash_table_insert (self->product, (gpointer) products[i].id, group);
    }
}

static void
add_item (LockstepBrowsePage *self, const LockstepFind *find)
{
  const char *product = lockstep_entry_string (find->message, "product");
  GtkWidget *group = g_hash_table_lookup (self->product, product);
  GtkWidget *row;

  if (group == NULL)
    return;

  row = create_row ();
  show_find (row, find);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_widget_set_visible (group, TRUE);
}

static gboolean
fill_cb (gpointer user_data)
{
  LockstepBrowsePage *self = user_data;

  for (guint i = 0; i < ROWS_AT_ONCE && self->filled < self->items->len; i++)
    add_item (self, &g_array_index (self->items, LockstepFind, self->filled++));

  if (self->filled < self->items->len)
    return G_SOURCE_CONTINUE;

  self->filling = 0;

  return G_SOURCE_REMOVE;
}

static void
lockstep_browse_page_dispose (GObject *object)
{
  LockstepBrowsePage *self = LOCKSTEP_BROWSE_PAGE (object);

  g_clear_handle_id (&self->filling, g_source_remove);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->product, g_hash_table_unref);
  g_clear_pointer (&self->items, g_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, LockstepBrowsePage, results);
  gtk_widget_class_bind_template_child (widget_class, LockstepBrowsePage, stack);
}

static void
lockstep_browse_page_init (LockstepBrowsePage *self)
{
  self->rows = g_ptr_array_new ();
  self->product = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < MAX_RESULTS; i++)
    {
      GtkWidget *row = create_row ();

      gtk_widget_set_visible (row, FALSE);
      gtk_list_box_append (self->results, row);
      g_ptr_array_add (self->rows, row);
    }

  g_signal_connect (self->header, "searched", G_CALLBACK (searched_cb), self);
  lockstep_sub_header_capture_keys (self->header, GTK_WIDGET (self));
}

GtkWidget *
lockstep_browse_page_new (LockstepCatalog *catalog)
{
  LockstepBrowsePage *self = g_object_new (LOCKSTEP_TYPE_BROWSE_PAGE, NULL);

  self->catalog = lockstep_catalog_ref (catalog);
  self->items = lockstep_search_list (catalog);
  add_groups (self);

  /* What is seen first is there at once. */
  if (fill_cb (self) == G_SOURCE_CONTINUE)
    self->filling = g_idle_add (fill_cb, self);

  return GTK_WIDGET (self);
}
