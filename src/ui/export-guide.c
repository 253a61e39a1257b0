/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/export-guide.h"

#include "ui/export-window.h"
#include "ui/fix-people.h"

#include <glib/gi18n-lib.h>

/* The remedy of the catalogue that tells how to record for IBM Support. */
#define GUIDE "support.open-case"

static GtkWidget *
create_person (LockstepCatalog *catalog, const LockstepEntry *person, guint *number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkListBox *list = lockstep_fix_list_new ();
  const LockstepEntry *role = lockstep_catalog_lookup (catalog,
                                                       LOCKSTEP_SECTION_ROLES,
                                                       lockstep_entry_string (person, "role"));
  const char *icon_name = role != NULL ? lockstep_entry_string (role, "icon") : NULL;

  gtk_box_append (GTK_BOX (box),
                  lockstep_fix_head_new (icon_name != NULL ? icon_name : "avatar-default-symbolic",
                                         role != NULL ? lockstep_entry_text (role, "name") : "",
                                         lockstep_entry_text (person, "where")));
  for (guint i = 0; i < lockstep_entry_length (person, "steps"); i++)
    {
      const LockstepEntry *step = lockstep_entry_nth (person, "steps", i);
      const char *risk = lockstep_entry_text (step, "risk");
      const char *detail = lockstep_entry_text (step, "detail");
      g_autofree char *text =
          risk != NULL && detail != NULL ? g_strjoin (" ", detail, risk, NULL) : g_strdup (detail);

      gtk_list_box_append (list,
                           lockstep_fix_step_new (++*number,
                                                  lockstep_entry_text (step, "text"),
                                                  text != NULL ? text : risk));
    }
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (list));

  return box;
}

static GtkWidget *
create_content (LockstepCatalog *catalog)
{
  const LockstepEntry *guide = lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_REMEDIES, GUIDE);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *intro = gtk_label_new (
      _ ("These files come from the user’s PC. Add them on the page Export when they are there."));
  guint number = 0;

  gtk_label_set_wrap (GTK_LABEL (intro), TRUE);
  gtk_label_set_xalign (GTK_LABEL (intro), 0);
  gtk_box_append (GTK_BOX (box), intro);
  for (guint i = 0; guide != NULL && i < lockstep_entry_length (guide, "people"); i++)
    gtk_box_append (GTK_BOX (box),
                    create_person (catalog, lockstep_entry_nth (guide, "people", i), &number));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);

  return box;
}

void
lockstep_export_guide_present (GtkWidget *parent, LockstepCatalog *catalog)
{
  lockstep_export_window_present (parent, _ ("How to record"), create_content (catalog));
}
