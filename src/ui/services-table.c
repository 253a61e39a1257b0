/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/services-table.h"

#include "ui/check-rows.h"
#include "ui/services-cell.h"

#include <glib/gi18n-lib.h>

/* With less room the services stand in a list. */
#define TABLE_WIDTH 600

struct _LockstepServicesTable
{
  GtkWidget parent_instance;

  GtkColumnView *table;
  GtkListBox *list;
  GListStore *store;
  GtkColumnViewColumn *plain; /* owned by the table */

  char *shown; /* the keys of the items in the store */
};

G_DEFINE_FINAL_TYPE (LockstepServicesTable, lockstep_services_table, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Tints the row of an odd one where it can be reached from the cell; without that nothing is
 * lost. */
static void
tint_row (GtkWidget *cell, gboolean odd)
{
  GtkWidget *row = gtk_widget_get_parent (cell);

  while (row != NULL && g_strcmp0 (gtk_widget_get_css_name (row), "row") != 0)
    row = gtk_widget_get_parent (row);
  if (row == NULL)
    return;

  if (odd)
    gtk_widget_add_css_class (row, "lockstep-odd");
  else
    gtk_widget_remove_css_class (row, "lockstep-odd");
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer user_data)
{
  static const int widths[LOCKSTEP_N_SERVICES_COLUMNS] = { 100, 76, 100, 0, 136 };
  LockstepServicesColumn column = (LockstepServicesColumn) GPOINTER_TO_INT (user_data);
  LockstepServicesItem *item = gtk_list_item_get_item (cell);
  GtkWidget *child = lockstep_services_cell_new (column, item);

  if (widths[column] > 0)
    gtk_widget_set_size_request (child, widths[column], -1);
  gtk_list_item_set_child (cell, child);
  tint_row (child, item->odd);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer user_data)
{
  gtk_list_item_set_child (cell, NULL);
}

static void
add_columns (LockstepServicesTable *self)
{
  const char *const titles[LOCKSTEP_N_SERVICES_COLUMNS] = {
    _ ("Service"), _ ("Plain port"), _ ("TLS port"), _ ("Certificate"), _ ("Valid until"),
  };

  for (int i = 0; i < LOCKSTEP_N_SERVICES_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
      column = gtk_column_view_column_new (titles[i], factory);
      gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (self->table, column);
      if (i == LOCKSTEP_SERVICES_PLAIN)
        self->plain = column;
    }
}

static void
activated_cb (GtkColumnView *table, guint position, gpointer user_data)
{
  LockstepServicesTable *self = user_data;
  g_autoptr (LockstepServicesItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->store), position);

  if (item != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, item->index);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  activated_cb (NULL, (guint) gtk_list_box_row_get_index (row), user_data);
}

/* "TLS port 992, until 9 November 2026" */
static char *
dup_subtitle (LockstepServicesItem *item)
{
  if (item->plain[0] != '\0' && item->until[0] != '\0')
    return g_strdup_printf (_ ("TLS port %1$s, plain port %2$s, certificate valid until %3$s"),
                            item->tls,
                            item->plain,
                            item->until);
  if (item->until[0] != '\0')
    return g_strdup_printf (_ ("TLS port %1$s, certificate valid until %2$s"),
                            item->tls,
                            item->until);
  if (item->plain[0] != '\0')
    return g_strdup_printf (_ ("TLS port %1$s, plain port %2$s, no certificate"),
                            item->tls,
                            item->plain);

  return g_strdup_printf (_ ("TLS port %s, no certificate"), item->tls);
}

static void
add_row (LockstepRowList *rows, LockstepServicesItem *item)
{
  g_autofree char *key = lockstep_services_item_dup_key (item);
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (lockstep_row_list_keep (rows, key) != NULL)
    return;

  subtitle = dup_subtitle (item);
  row = lockstep_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (item->letter != NULL)
    adw_action_row_add_suffix (
        ADW_ACTION_ROW (row),
        lockstep_services_letter_new (item->letter, item->odd, item->square));
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      lockstep_state_image_new (item->letter != NULL ? item->until_state : item->tls_state));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  lockstep_row_list_add (rows, key, row);
}

static gboolean
has_room_for_table (LockstepServicesTable *self, int width)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (self->table),
                      GTK_ORIENTATION_HORIZONTAL,
                      -1,
                      &minimum,
                      NULL,
                      NULL,
                      NULL);

  return width >= MAX (minimum, TABLE_WIDTH);
}

static GtkSizeRequestMode
lockstep_services_table_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* As narrow as the list, and as high as that of both which the width has room for. */
static void
lockstep_services_table_measure (GtkWidget *widget,
                                 GtkOrientation orientation,
                                 int for_size,
                                 int *minimum,
                                 int *natural,
                                 int *minimum_baseline,
                                 int *natural_baseline)
{
  LockstepServicesTable *self = LOCKSTEP_SERVICES_TABLE (widget);
  GtkWidget *table = GTK_WIDGET (self->table);
  GtkWidget *list = GTK_WIDGET (self->list);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (list, orientation, -1, minimum, NULL, NULL, NULL);
      *natural = MAX (*minimum, TABLE_WIDTH);
      return;
    }

  gtk_widget_measure (has_room_for_table (self, for_size < 0 ? TABLE_WIDTH : for_size) ? table
                                                                                       : list,
                      orientation,
                      for_size,
                      NULL,
                      natural,
                      NULL,
                      NULL);
  *minimum = *natural;
}

static void
lockstep_services_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LockstepServicesTable *self = LOCKSTEP_SERVICES_TABLE (widget);
  gboolean wide = has_room_for_table (self, width);
  GtkWidget *shown = wide ? GTK_WIDGET (self->table) : GTK_WIDGET (self->list);

  gtk_widget_set_child_visible (GTK_WIDGET (self->table), wide);
  gtk_widget_set_child_visible (GTK_WIDGET (self->list), !wide);
  gtk_widget_allocate (shown, width, height, baseline, NULL);
}

static void
lockstep_services_table_dispose (GObject *object)
{
  LockstepServicesTable *self = LOCKSTEP_SERVICES_TABLE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_SERVICES_TABLE);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lockstep_services_table_parent_class)->dispose (object);
}

static void
lockstep_services_table_finalize (GObject *object)
{
  g_free (LOCKSTEP_SERVICES_TABLE (object)->shown);

  G_OBJECT_CLASS (lockstep_services_table_parent_class)->finalize (object);
}

static void
lockstep_services_table_class_init (LockstepServicesTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lockstep_services_table_dispose;
  object_class->finalize = lockstep_services_table_finalize;
  widget_class->get_request_mode = lockstep_services_table_get_request_mode;
  widget_class->measure = lockstep_services_table_measure;
  widget_class->size_allocate = lockstep_services_table_size_allocate;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/lockstepdesk/Lockstep/ui/services-table.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepServicesTable, table);
  gtk_widget_class_bind_template_child (widget_class, LockstepServicesTable, list);
}

static void
lockstep_services_table_init (LockstepServicesTable *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->store = g_list_store_new (LOCKSTEP_TYPE_SERVICES_ITEM);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  add_columns (self);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (selection));
  g_signal_connect (self->table, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

void
lockstep_services_table_show (LockstepServicesTable *self, GPtrArray *items)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  gboolean has_plain = FALSE;
  LockstepRowList rows;

  g_return_if_fail (LOCKSTEP_IS_SERVICES_TABLE (self));

  for (guint i = 0; i < items->len; i++)
    {
      LockstepServicesItem *item = g_ptr_array_index (items, i);
      g_autofree char *key = lockstep_services_item_dup_key (item);

      has_plain |= item->plain[0] != '\0';
      g_string_append (keys, key);
      g_string_append_c (keys, '\f');
    }
  /* What says the same stays, and with it the focus. */
  if (g_strcmp0 (self->shown, keys->str) == 0)
    return;

  g_free (self->shown);
  self->shown = g_strdup (keys->str);
  gtk_column_view_column_set_visible (self->plain, has_plain);
  g_list_store_splice (self->store,
                       0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       items->pdata,
                       items->len);
  lockstep_row_list_begin (&rows, self->list);
  for (guint i = 0; i < items->len; i++)
    add_row (&rows, g_ptr_array_index (items, i));
  lockstep_row_list_end (&rows);
}
