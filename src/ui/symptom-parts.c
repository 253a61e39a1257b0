/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/symptom-parts.h"

#include "ui/parts.h"

#include <glib/gi18n-lib.h>

static const char *
name_of_product (const char *product)
{
  if (g_strcmp0 (product, "ibm-http-server") == 0)
    return "IBM HTTP Server";
  if (g_strcmp0 (product, "ibm-i-access") == 0)
    return "IBM i Access";

  return product != NULL ? product : "";
}

char *
lockstep_match_dup_place (const LockstepMatch *match)
{
  const char *product = name_of_product (lockstep_entry_string (match->message, "product"));
  const char *where = lockstep_entry_text (match->message, "where");

  if (where == NULL)
    /* Translators: a product. */
    return g_strdup_printf (_ ("From %s"), product);

  /* Translators: a product, and where its messages are seen: "in a window on the user's PC". */
  return g_strdup_printf (_ ("From %s, %s"), product, where);
}

GtkWidget *
lockstep_match_row_new (const LockstepMatch *match, const char *tag)
{
  GtkWidget *row = lockstep_row_new ();
  g_autofree char *title = lockstep_match_title (match);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *bold = g_strdup_printf ("<b>%s</b>", escaped);
  g_autofree char *place = lockstep_match_dup_place (match);
  g_autofree char *corrected = NULL;

  if (match->corrected_from != NULL)
    {
      /* Translators: where the message comes from, and how its id was spelt in the text. */
      corrected =
          g_strdup_printf (_ ("%s. It is spelt %s in the text"), place, match->corrected_from);
      g_free (place);
      place = g_steal_pointer (&corrected);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), bold);
  {
    g_autofree char *subtitle = g_markup_escape_text (place, -1);

    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  }
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), lockstep_state_image_new (LOCKSTEP_STATE_FINE));
  if (tag != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), lockstep_tag_new (tag, "accent"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static guint
bars_of_likelihood (const char *likelihood)
{
  if (g_strcmp0 (likelihood, "often") == 0)
    return 3;

  return g_strcmp0 (likelihood, "sometimes") == 0 ? 2 : 1;
}

static const char *
word_of_likelihood (const char *likelihood)
{
  if (g_strcmp0 (likelihood, "often") == 0)
    return _ ("often");
  if (g_strcmp0 (likelihood, "sometimes") == 0)
    return _ ("sometimes");

  return _ ("seldom");
}

GtkWidget *
lockstep_usual_cause_row_new (guint number, const char *title, const char *likelihood)
{
  GtkWidget *row = lockstep_row_new ();
  g_autofree char *digits = g_strdup_printf ("%u", number);
  GtkWidget *label = gtk_label_new (digits);
  GtkWidget *word = gtk_label_new (word_of_likelihood (likelihood));
  GtkWidget *bars = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  guint on = bars_of_likelihood (likelihood);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "lockstep-secondary");
  gtk_widget_add_css_class (label, "lockstep-strong");
  gtk_widget_set_size_request (label, 16, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);

  gtk_widget_add_css_class (word, "lockstep-small");
  gtk_widget_add_css_class (word, "lockstep-secondary");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), word);
  gtk_widget_set_valign (bars, GTK_ALIGN_CENTER);
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *bar = adw_bin_new ();

      gtk_widget_add_css_class (bar, "lockstep-bar");
      if (i < on)
        gtk_widget_add_css_class (bar, "on");
      gtk_box_append (GTK_BOX (bars), bar);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bars);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

/* Whether @message is another name for the condition: the same one, seen from anywhere. */
static gboolean
is_other_name (const LockstepEntry *message, const LockstepMatch *match)
{
  return message != match->message && g_strcmp0 (lockstep_entry_string (message, "condition"),
                                                 lockstep_entry_id (match->condition)) == 0;
}

char *
lockstep_match_dup_other_names (const LockstepCatalog *catalog, const LockstepMatch *match)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gint64 number;

  if (match->condition == NULL)
    return NULL;

  number = lockstep_entry_integer (match->condition, "number", 0);
  for (guint i = 0; i < lockstep_catalog_count (catalog, LOCKSTEP_SECTION_MESSAGES); i++)
    {
      const LockstepEntry *message = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_MESSAGES, i);
      gint64 base = lockstep_entry_integer (message, "code-base", -1);
      const char *where = lockstep_entry_text (message, "where");

      if (is_other_name (message, match))
        /* Translators: a message, and where it is seen: "SSL0226I in the log of …". */
        g_ptr_array_add (
            names,
            g_strdup_printf (_ ("%s %s"), lockstep_entry_id (message), where != NULL ? where : ""));
      else if (base >= 0 && message != match->message)
        g_ptr_array_add (names,
                         g_strdup_printf (_ ("%s with %" G_GINT64_FORMAT),
                                          lockstep_entry_id (message),
                                          base + number));
    }
  /* Translators: the name of a condition in GSKit and its number. */
  g_ptr_array_add (names,
                   g_strdup_printf (_ ("%s (%" G_GINT64_FORMAT ") in programs"),
                                    lockstep_entry_id (match->condition),
                                    number));
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}
