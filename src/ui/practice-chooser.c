/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/practice-chooser.h"

#include "ui/answer.h"
#include "ui/parts.h"
#include "ui/sub-header.h"

#include <glib/gi18n-lib.h>

struct _LockstepPracticeChooser
{
  AdwBin parent_instance;

  LockstepSubHeader *header;
  GtkListBox *failure_list;
  AdwPreferencesRow *failure;
  GtkBox *groups;
  GtkStack *stack;
  LockstepAnswer *answer;

  LockstepCatalog *catalog;
  GPtrArray *rows;   /* element-type AdwActionRow; owned by their groups */
  GtkWidget *chosen; /* the row that was activated last; owned by its group */
};

G_DEFINE_FINAL_TYPE (LockstepPracticeChooser, lockstep_practice_chooser, ADW_TYPE_BIN)

static void
row_activated_cb (AdwActionRow *row, gpointer user_data)
{
  LockstepPracticeChooser *self = user_data;
  const char *scenario = g_object_get_data (G_OBJECT (row), "scenario");

  gtk_widget_hide (GTK_WIDGET (self->failure_list));
  self->chosen = GTK_WIDGET (row);
  if (scenario == NULL)
    {
      guint count = lockstep_catalog_count (self->catalog, LOCKSTEP_SECTION_SCENARIOS);

      scenario =
          lockstep_entry_id (lockstep_catalog_nth (self->catalog,
                                                   LOCKSTEP_SECTION_SCENARIOS,
                                                   (guint) g_random_int_range (0, (gint32) count)));
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.start-practice", "s", scenario);
}

static GtkWidget *
create_row (LockstepPracticeChooser *self,
            const char *scenario,
            const char *title,
            const char *subtitle,
            const char *icon,
            const char *tag)
{
  GtkWidget *row = lockstep_row_new ();
  GtkWidget *end = gtk_stack_new ();
  GtkWidget *spinner = gtk_spinner_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_add_prefix (
      ADW_ACTION_ROW (row),
      gtk_image_new_from_icon_name (icon != NULL ? icon : "lockstep-wrench-symbolic"));
  gtk_stack_add_named (GTK_STACK (end), gtk_image_new_from_icon_name ("go-next-symbolic"), "arrow");
  gtk_stack_add_named (GTK_STACK (end), spinner, "spinner");
  if (tag != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), lockstep_tag_new (tag, "accent"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), end);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "scenario", g_strdup (scenario), g_free);
  g_object_set_data (G_OBJECT (row), "end", end);
  g_object_set_data (G_OBJECT (row), "spinner", spinner);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  g_ptr_array_add (self->rows, row);

  return row;
}

static GtkWidget *
create_scenario_row (LockstepPracticeChooser *self, const LockstepEntry *entry, const char *tag)
{
  return create_row (self,
                     lockstep_entry_id (entry),
                     lockstep_entry_text (entry, "title"),
                     lockstep_entry_text (entry, "subtitle"),
                     lockstep_entry_string (entry, "icon"),
                     tag);
}

static void
add_group (LockstepPracticeChooser *self, const char *group, const char *title)
{
  GtkWidget *widget = adw_preferences_group_new ();
  gboolean first = g_str_equal (group, "begin");
  guint shown = 0;

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), title);
  for (guint i = 0; i < lockstep_catalog_count (self->catalog, LOCKSTEP_SECTION_SCENARIOS); i++)
    {
      const LockstepEntry *entry =
          lockstep_catalog_nth (self->catalog, LOCKSTEP_SECTION_SCENARIOS, i);
      GtkWidget *row;

      if (g_strcmp0 (lockstep_entry_string (entry, "group"), group) != 0)
        continue;

      row = create_scenario_row (self, entry, first && shown == 0 ? _ ("Begin here") : NULL);
      if (first && shown == 0)
        gtk_widget_add_css_class (row, "lockstep-found");
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget), row);
      shown++;
    }
  if (first)
    adw_preferences_group_add (
        ADW_PREFERENCES_GROUP (widget),
        create_row (self,
                    NULL,
                    _ ("Surprise me"),
                    _ ("Any of the faults below. Its name shows when you have found it"),
                    "lockstep-dice-symbolic",
                    NULL));
  gtk_box_append (self->groups, widget);
  gtk_widget_set_visible (widget, first || shown > 0);
}

static void
searched_cb (LockstepSubHeader *header, const char *text, gpointer user_data)
{
  LockstepPracticeChooser *self = user_data;
  gboolean any = FALSE;

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
  gtk_stack_set_visible_child_name (self->stack, any ? "scenarios" : "nothing");
}

static void
lockstep_practice_chooser_dispose (GObject *object)
{
  LockstepPracticeChooser *self = LOCKSTEP_PRACTICE_CHOOSER (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->catalog, lockstep_catalog_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_PRACTICE_CHOOSER);

  G_OBJECT_CLASS (lockstep_practice_chooser_parent_class)->dispose (object);
}

static void
lockstep_practice_chooser_class_init (LockstepPracticeChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_practice_chooser_dispose;

  g_type_ensure (LOCKSTEP_TYPE_SUB_HEADER);
  g_type_ensure (LOCKSTEP_TYPE_ANSWER);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/lockstepdesk/Lockstep/ui/practice-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepPracticeChooser, header);
  gtk_widget_class_bind_template_child (widget_class, LockstepPracticeChooser, failure_list);
  gtk_widget_class_bind_template_child (widget_class, LockstepPracticeChooser, failure);
  gtk_widget_class_bind_template_child (widget_class, LockstepPracticeChooser, groups);
  gtk_widget_class_bind_template_child (widget_class, LockstepPracticeChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, LockstepPracticeChooser, answer);
}

static void
lockstep_practice_chooser_init (LockstepPracticeChooser *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->header, "searched", G_CALLBACK (searched_cb), self);
  lockstep_sub_header_capture_keys (self->header, GTK_WIDGET (self));
}

GtkWidget *
lockstep_practice_chooser_new (LockstepCatalog *catalog)
{
  LockstepPracticeChooser *self = g_object_new (LOCKSTEP_TYPE_PRACTICE_CHOOSER, NULL);

  self->catalog = lockstep_catalog_ref (catalog);
  add_group (self, "begin", NULL);
  add_group (self, "certificates", _ ("Certificates"));
  add_group (self, "connections", _ ("Connections"));

  return GTK_WIDGET (self);
}

void
lockstep_practice_chooser_set_starting (LockstepPracticeChooser *self, const char *scenario)
{
  g_return_if_fail (LOCKSTEP_IS_PRACTICE_CHOOSER (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      GObject *row = g_ptr_array_index (self->rows, i);
      gboolean starting = scenario != NULL && GTK_WIDGET (row) == self->chosen;

      gtk_stack_set_visible_child_name (g_object_get_data (row, "end"),
                                        starting ? "spinner" : "arrow");
      gtk_spinner_set_spinning (g_object_get_data (row, "spinner"), starting);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->groups), scenario == NULL);
}

void
lockstep_practice_chooser_set_failure (LockstepPracticeChooser *self, const char *text)
{
  g_return_if_fail (LOCKSTEP_IS_PRACTICE_CHOOSER (self));

  adw_preferences_row_set_title (self->failure, text);
  gtk_widget_show (GTK_WIDGET (self->failure_list));
}
