/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/handshake-facts.h"

#include <glib/gi18n-lib.h>

/* The value of a fact in words; NULL where it was not seen. */
static char *
describe (const LockstepDiagnosis *diagnosis, guint index, LockstepFact fact)
{
  const LockstepTargetDiagnosis *target = g_ptr_array_index (diagnosis->observations, index);
  g_autofree char *pattern = NULL;

  if (!lockstep_fact_set_has (target->facts, fact))
    return NULL;

  pattern = g_strdup_printf ("{%s}", lockstep_fact_get_spec (fact)->path);

  return lockstep_diagnosis_fill (diagnosis, pattern, index, -1);
}

/* Caption over value. */
static GtkWidget *
fact_new (const char *caption, const char *value, PangoEllipsizeMode ellipsis)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *over = gtk_label_new (caption);
  GtkWidget *under = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (over), 0.0f);
  gtk_widget_add_css_class (over, "lockstep-small");
  gtk_widget_add_css_class (over, "lockstep-secondary");
  gtk_label_set_xalign (GTK_LABEL (under), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (under), ellipsis);
  gtk_widget_set_tooltip_text (under, value);
  gtk_box_append (GTK_BOX (box), over);
  gtk_box_append (GTK_BOX (box), under);

  return box;
}

static GtkWidget *
strip_new (const char *version, const char *cipher, const char *group)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  g_autoptr (GString) text = g_string_new (NULL);
  const struct
  {
    const char *caption;
    const char *value;
    PangoEllipsizeMode ellipsis;
  } facts[] = {
    { _ ("Version"), version, PANGO_ELLIPSIZE_NONE },
    { _ ("Cipher suite"), cipher, PANGO_ELLIPSIZE_MIDDLE },
    { _ ("Key exchange"), group, PANGO_ELLIPSIZE_NONE },
  };

  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i].value != NULL)
      {
        GtkWidget *fact = fact_new (facts[i].caption, facts[i].value, facts[i].ellipsis);

        gtk_widget_set_hexpand (fact, facts[i].ellipsis != PANGO_ELLIPSIZE_NONE);
        gtk_box_append (GTK_BOX (box), fact);
        /* Translators: what is copied: the name of a value, and the value. */
        g_string_append_printf (text, _ ("%1$s: %2$s"), facts[i].caption, facts[i].value);
        g_string_append_c (text, '\n');
      }
  gtk_box_append (GTK_BOX (box),
                  lockstep_copy_button_new (text->str,
                                            _ ("Copy what was agreed"),
                                            _ ("What was agreed copied")));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
add_strip (LockstepRowList *self, LockstepDiagnosis *diagnosis, guint index)
{
  g_autofree char *version = describe (diagnosis, index, LOCKSTEP_FACT_HANDSHAKE_VERSION);
  g_autofree char *cipher = describe (diagnosis, index, LOCKSTEP_FACT_HANDSHAKE_CIPHER);
  g_autofree char *group = describe (diagnosis, index, LOCKSTEP_FACT_HANDSHAKE_GROUP);
  g_autofree char *key = g_strdup_printf ("strip\n%s\n%s\n%s", version, cipher, group);

  if ((version != NULL || cipher != NULL || group != NULL) &&
      lockstep_row_list_keep (self, key) == NULL)
    lockstep_row_list_add (self, key, strip_new (version, cipher, group));
}

static GPtrArray *
list_more (LockstepDiagnosis *diagnosis, guint index)
{
  const struct
  {
    LockstepFact fact;
    const char *title;
  } facts[] = {
    { LOCKSTEP_FACT_HANDSHAKE_SERVER_NAME, _ ("Name that was asked for") },
    { LOCKSTEP_FACT_CHAIN_SENT, _ ("Certificates that the server sent") },
    { LOCKSTEP_FACT_HANDSHAKE_ALERT, _ ("Alert from the server") },
    { LOCKSTEP_FACT_HANDSHAKE_ALERT_SENT, _ ("Alert from this side") },
    { LOCKSTEP_FACT_HANDSHAKE_FIRST_BYTES, _ ("How the answer begins") },
    { LOCKSTEP_FACT_HANDSHAKE_ERROR, _ ("What the system said at the end") },
  };
  const LockstepTargetDiagnosis *target = g_ptr_array_index (diagnosis->observations, index);
  GPtrArray *more = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      char *value = describe (diagnosis, index, facts[i].fact);

      if (value == NULL)
        continue;
      g_ptr_array_add (more, g_strdup (facts[i].title));
      g_ptr_array_add (more, value);
    }
  if (lockstep_fact_set_get_boolean (target->facts, LOCKSTEP_FACT_HANDSHAKE_CLIENT_CERTIFICATE))
    {
      g_ptr_array_add (more, g_strdup (_ ("Certificate of the client")));
      g_ptr_array_add (more, g_strdup (_ ("The server asked for one")));
    }
  g_ptr_array_add (more, NULL);

  return more;
}

static void
add_more (LockstepRowList *self, LockstepDiagnosis *diagnosis, guint index)
{
  g_autoptr (GPtrArray) more = list_more (diagnosis, index);
  g_autofree char *joined = g_strjoinv ("\n", (char **) more->pdata);
  g_autofree char *key = g_strconcat ("more\n", joined, NULL);
  GtkWidget *row;

  if (more->len <= 1 || lockstep_row_list_keep (self, key) != NULL)
    return;

  row = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("What else was seen"));
  for (guint i = 0; i + 1 < more->len; i += 2)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              lockstep_value_row_new (NULL,
                                                      g_ptr_array_index (more, i),
                                                      g_ptr_array_index (more, i + 1),
                                                      FALSE));
  lockstep_row_list_add (self, key, row);
}

void
lockstep_row_list_add_agreed (LockstepRowList *self, LockstepDiagnosis *diagnosis, guint index)
{
  add_strip (self, diagnosis, index);
  add_more (self, diagnosis, index);
}
