/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/export-guide.h"

#include "ui/export-window.h"
#include "ui/fix-people.h"

#include <glib/gi18n-lib.h>

/* The remedies of the catalogue that tell how to record, for each product. */
static const char *const ibmi_guides[] = { "support.collect-on-pc",
                                           "support.collect-on-host",
                                           "support.open-case",
                                           NULL };
static const char *const http_guides[] = { "ihs.open-case", NULL };

static char *
fill (LockstepCase *subject, const LockstepEntry *entry, const char *member)
{
  const char *pattern = lockstep_entry_text (entry, member);

  return pattern != NULL ? lockstep_case_fill_walk (subject, pattern) : NULL;
}

static GtkWidget *
create_step (LockstepCase *subject, guint number, const LockstepEntry *entry)
{
  g_autoptr (GPtrArray) commands = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = fill (subject, entry, "text");
  g_autofree char *detail = fill (subject, entry, "detail");
  g_autofree char *expect = fill (subject, entry, "expect");
  g_autofree char *risk = fill (subject, entry, "risk");
  g_autofree char *undo = fill (subject, entry, "undo");
  LockstepRemedyStep step = { number, text, detail, NULL, expect, risk, undo };

  for (guint i = 0; i < lockstep_entry_length (entry, "commands"); i++)
    g_ptr_array_add (
        commands,
        lockstep_case_fill_walk (subject, lockstep_entry_nth_string (entry, "commands", i)));
  g_ptr_array_add (commands, NULL);
  step.commands = (char **) commands->pdata;

  return lockstep_fix_remedy_step_new (&step);
}

static GtkWidget *
create_person (LockstepCase *subject, const LockstepEntry *person, guint *number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkListBox *list = lockstep_fix_list_new ();
  const LockstepEntry *role = lockstep_catalog_lookup (lockstep_case_get_catalog (subject),
                                                       LOCKSTEP_SECTION_ROLES,
                                                       lockstep_entry_string (person, "role"));
  const char *icon_name = role != NULL ? lockstep_entry_string (role, "icon") : NULL;

  gtk_box_append (GTK_BOX (box),
                  lockstep_fix_head_new (icon_name != NULL ? icon_name : "avatar-default-symbolic",
                                         role != NULL ? lockstep_entry_text (role, "name") : "",
                                         lockstep_entry_text (person, "where")));
  for (guint i = 0; i < lockstep_entry_length (person, "steps"); i++)
    gtk_list_box_append (list,
                         create_step (subject, ++*number, lockstep_entry_nth (person, "steps", i)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (list));

  return box;
}

static const char *const *
choose_guides (LockstepCase *subject)
{
  const LockstepMatch *match = lockstep_case_get_match (subject);

  return match != NULL && match->message != NULL &&
                 g_strcmp0 (lockstep_entry_string (match->message, "product"), "ibm-http-server") ==
                     0
             ? http_guides
             : ibmi_guides;
}

static GtkWidget *
create_content (LockstepCase *subject)
{
  LockstepCatalog *catalog = lockstep_case_get_catalog (subject);
  const char *const *guides = choose_guides (subject);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *intro = gtk_label_new (
      _ ("These recordings are made elsewhere. Add their files on the page Export."));
  guint number = 0;

  gtk_label_set_wrap (GTK_LABEL (intro), TRUE);
  gtk_label_set_xalign (GTK_LABEL (intro), 0);
  gtk_box_append (GTK_BOX (box), intro);
  for (guint g = 0; guides[g] != NULL; g++)
    {
      const LockstepEntry *guide =
          lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_REMEDIES, guides[g]);

      for (guint i = 0; guide != NULL && i < lockstep_entry_length (guide, "people"); i++)
        gtk_box_append (GTK_BOX (box),
                        create_person (subject, lockstep_entry_nth (guide, "people", i), &number));
    }
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);

  return box;
}

void
lockstep_export_guide_present (GtkWidget *parent, LockstepCase *subject)
{
  lockstep_export_window_present (parent, _ ("How to record"), create_content (subject));
}
