/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/application.h"

#include "catalog/catalog.h"
#include "ui/init.h"
#include "ui/window.h"

#include <glib/gi18n-lib.h>

struct _LockstepApplication
{
  AdwApplication parent_instance;

  LockstepCatalog *catalog;
  char *scenario; /* of --practice */
};

G_DEFINE_FINAL_TYPE (LockstepApplication, lockstep_application, ADW_TYPE_APPLICATION)

/* The catalogue is read once, when the first window has been drawn: nobody can have typed before
 * that. */
static void
hand_over_catalog (LockstepApplication *self, LockstepWindow *window)
{
  g_autoptr (GError) error = NULL;

  if (self->catalog == NULL)
    self->catalog = lockstep_catalog_new_default (&error);
  if (self->catalog == NULL)
    g_printerr ("lockstep: %s\n", error->message);
  lockstep_window_set_catalog (window, self->catalog, error != NULL ? error->message : NULL);
}

static gboolean
first_frame_cb (GtkWidget *window, GdkFrameClock *clock, gpointer user_data)
{
  LockstepApplication *self = LOCKSTEP_APPLICATION (g_application_get_default ());

  /* The first tick comes before the first frame is painted, the second one after it. */
  if (gdk_frame_clock_get_frame_counter (clock) < 1)
    return G_SOURCE_CONTINUE;

  /* To draw it takes longer than the whole first frame. */
  gtk_window_set_default_icon_name (LOCKSTEP_APPLICATION_ID);
  hand_over_catalog (self, LOCKSTEP_WINDOW (window));

  return G_SOURCE_REMOVE;
}

static LockstepWindow *
present_window (LockstepApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (!LOCKSTEP_IS_WINDOW (window))
    {
      window = GTK_WINDOW (lockstep_window_new (ADW_APPLICATION (self)));
      gtk_widget_add_tick_callback (GTK_WIDGET (window), first_frame_cb, NULL, NULL);
    }
  gtk_window_present (window);

  return LOCKSTEP_WINDOW (window);
}

static void
lockstep_application_activate (GApplication *application)
{
  LockstepApplication *self = LOCKSTEP_APPLICATION (application);
  LockstepWindow *window = present_window (self);
  g_autofree char *scenario = g_steal_pointer (&self->scenario);

  if (scenario != NULL)
    lockstep_window_practise (window, scenario);
}

static void
lockstep_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  LockstepWindow *window = present_window (LOCKSTEP_APPLICATION (application));

  if (n_files > 0)
    lockstep_window_open_file (window, files[0]);
}

static int
lockstep_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  LockstepApplication *self = LOCKSTEP_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("lockstep %s\n", LOCKSTEP_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "practice", "s", &self->scenario))
    /* A practice case belongs to the window that asked for it. */
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = user_data;

  adw_show_about_window (gtk_application_get_active_window (application),
                         "application-name",
                         _ ("Lockstep"),
                         "application-icon",
                         LOCKSTEP_APPLICATION_ID,
                         "version",
                         LOCKSTEP_VERSION,
                         "license-type",
                         GTK_LICENSE_GPL_3_0,
                         "comments",
                         _ ("Finds out why a secure connection to IBM i or IBM HTTP Server does "
                            "not come about, and who has to do what."),
                         NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  /* Closing saves what is not saved yet. */
  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (user_data);
}

static void
add_keys (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[4];
  } shortcuts[] = {
    { "wizard.next", { "<Alt>Right", "<Control>Return", "<Control>KP_Enter", NULL } },
    { "wizard.back", { "<Alt>Left", NULL } },
    { "wizard.check-again", { "F5", NULL } },
    { "wizard.answer", { "<Alt>a", NULL } },
    { "wizard.save-bundle", { "<Control>s", NULL } },
    { "wizard.print", { "<Control>p", NULL } },
    { "wizard.copy-ticket", { "<Control><Shift>c", NULL } },
    { "wizard.toggle-rail", { "F9", NULL } },
    { "win.open", { "<Control>o", NULL } },
    { "win.new", { "<Control>n", NULL } },
    { "win.help", { "F1", NULL } },
    { "win.shortcuts", { "<Control>question", NULL } },
    { "app.quit", { "<Control>q", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].keys);
}

static void
lockstep_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "about", about_cb, NULL, NULL, NULL, { 0 } },
    { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
  };

  lockstep_ui_init_resources ();
  G_APPLICATION_CLASS (lockstep_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application),
                                   entries,
                                   G_N_ELEMENTS (entries),
                                   application);
  add_keys (GTK_APPLICATION (application));
  /* Answers are labels that take the focus to be read; selecting them would only look odd. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
}

static void
lockstep_application_finalize (GObject *object)
{
  LockstepApplication *self = LOCKSTEP_APPLICATION (object);

  g_clear_pointer (&self->catalog, lockstep_catalog_unref);
  g_clear_pointer (&self->scenario, g_free);

  G_OBJECT_CLASS (lockstep_application_parent_class)->finalize (object);
}

static void
lockstep_application_class_init (LockstepApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lockstep_application_finalize;
  application_class->startup = lockstep_application_startup;
  application_class->activate = lockstep_application_activate;
  application_class->open = lockstep_application_open;
  application_class->handle_local_options = lockstep_application_handle_local_options;
}

static void
lockstep_application_init (LockstepApplication *self)
{
  static const GOptionEntry options[] = {
    { "practice",
      0,
      0,
      G_OPTION_ARG_STRING,
      NULL,
      N_ ("Open a practice case on a server that is broken on purpose"),
      N_ ("SCENARIO") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

LockstepApplication *
lockstep_application_new (void)
{
  return g_object_new (LOCKSTEP_TYPE_APPLICATION,
                       "application-id",
                       LOCKSTEP_APPLICATION_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path",
                       "/io/github/lockstepdesk/Lockstep",
                       NULL);
}
