/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/fix-table.h"

#include "base/text.h"
#include "ui/fix-pair.h"
#include "ui/parts.h"

#include <glib/gi18n-lib.h>

#define NAME_WIDTH 112
#define TABLE_THRESHOLD 480

/* One line of the table: a service, or several that look alike. */
typedef struct
{
  char *name;
  char *port;
  gboolean target;
  LockstepFixSeen before;
  LockstepFixSeen after;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->name);
  g_free (line->port);
  g_free (line->before.text);
  g_free (line->after.text);
  g_free (line);
}

static LockstepStepState
state_of_verdict (LockstepVerdict verdict)
{
  switch (verdict)
    {
    case LOCKSTEP_VERDICT_HEALTHY:
      return LOCKSTEP_STATE_FINE;
    case LOCKSTEP_VERDICT_ATTENTION:
      return LOCKSTEP_STATE_LOOK;
    case LOCKSTEP_VERDICT_FAULTY:
      return LOCKSTEP_STATE_FAILED;
    case LOCKSTEP_VERDICT_INCONCLUSIVE:
    default:
      return LOCKSTEP_STATE_UNKNOWN;
    }
}

/* The first check that failed says in a few words what was wrong. */
static char *
describe_trouble (const LockstepTargetDiagnosis *target)
{
  static const LockstepOutcome outcomes[] = { LOCKSTEP_OUTCOME_FAIL, LOCKSTEP_OUTCOME_ATTENTION };

  for (guint o = 0; o < G_N_ELEMENTS (outcomes); o++)
    for (guint i = 0; i < target->checks->len; i++)
      {
        const LockstepCheckResult *result = g_ptr_array_index (target->checks, i);

        if (result->outcome == outcomes[o])
          return g_strdup (result->summary);
      }

  return g_strdup (_ ("That could not be looked at"));
}

LockstepFixSeen
lockstep_fix_describe (const LockstepTargetDiagnosis *target)
{
  LockstepFixSeen seen = { LOCKSTEP_STATE_UNKNOWN, NULL };
  const LockstepFactSet *facts;
  g_autofree char *date = NULL;

  if (target == NULL)
    {
      seen.text = g_strdup (_ ("Not looked at"));
      return seen;
    }

  facts = target->facts;
  seen.state = state_of_verdict (target->verdict);
  if (lockstep_fact_set_has (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER))
    date = lockstep_fact_set_describe (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER);

  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CERTIFICATE_VALIDITY, "expired") && date != NULL)
    seen.text = g_strdup_printf (_ ("Expired on %s"), date);
  else if (date != NULL && target->verdict <= LOCKSTEP_VERDICT_ATTENTION)
    seen.text = g_strdup_printf (_ ("Valid until %s"), date);
  else
    seen.text = describe_trouble (target);

  return seen;
}

/* The look at the same service in another diagnosis; NULL where there was none. */
static const LockstepTargetDiagnosis *
find_same (const LockstepDiagnosis *diagnosis, const LockstepObservation *like)
{
  for (guint i = 0; diagnosis != NULL && i < diagnosis->observations->len; i++)
    {
      const LockstepTargetDiagnosis *target = g_ptr_array_index (diagnosis->observations, i);

      if (target->observation->port == like->port && target->observation->role == like->role &&
          g_str_equal (target->observation->host, like->host) &&
          (like->address == NULL || target->observation->address == NULL ||
           g_str_equal (target->observation->address, like->address)))
        return target;
    }

  return NULL;
}

static gboolean
is_alike (const Line *a, const Line *b)
{
  return a->before.state == b->before.state && a->after.state == b->after.state &&
         g_str_equal (a->before.text, b->before.text) && g_str_equal (a->after.text, b->after.text);
}

/* Services that were only looked at for comparison stand in one line while they look alike. */
static void
join_others (GPtrArray *lines)
{
  guint first = 0;
  guint n;

  while (first < lines->len && ((Line *) g_ptr_array_index (lines, first))->target)
    first++;

  n = lines->len - first;
  if (n < 2)
    return;

  for (guint i = first + 1; i < lines->len; i++)
    if (!is_alike (g_ptr_array_index (lines, first), g_ptr_array_index (lines, i)))
      return;

  {
    Line *line = g_ptr_array_index (lines, first);

    g_free (line->name);
    line->name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other", "%u others", n), n);
    g_clear_pointer (&line->port, g_free);
    g_ptr_array_set_size (lines, (int) first + 1);
  }
}

static GPtrArray *
list_lines (LockstepCase *subject)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  const LockstepDiagnosis *before = lockstep_case_get_before (subject);
  const LockstepDiagnosis *now = lockstep_case_get_diagnosis (subject);

  for (guint i = 0; i < before->observations->len; i++)
    {
      const LockstepTargetDiagnosis *was = g_ptr_array_index (before->observations, i);
      Line *line = g_new0 (Line, 1);

      line->name = lockstep_diagnosis_service_name (before, i);
      line->port =
          was->observation->service != NULL ? g_strdup_printf ("%u", was->observation->port) : NULL;
      line->target = was->observation->role == LOCKSTEP_ROLE_TARGET;
      line->before = lockstep_fix_describe (was);
      line->after = lockstep_fix_describe (find_same (now, was->observation));
      g_ptr_array_add (lines, line);
    }
  join_others (lines);

  return lines;
}

static GtkWidget *
create_name (const Line *line)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *markup =
      line->port != NULL
          ? g_markup_printf_escaped ("<b>%s</b> <small>%s</small>", line->name, line->port)
          : g_markup_printf_escaped (line->target ? "<b>%s</b>" : "%s", line->name);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (!line->target)
    gtk_widget_add_css_class (label, "lockstep-secondary");

  return label;
}

static GtkWidget *
create_seen (const LockstepFixSeen *seen, gboolean strong)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (seen->text);
  GtkWidget *image = lockstep_state_image_new (seen->state);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_margin_top (image, 1);
  if (strong)
    gtk_widget_add_css_class (label, "lockstep-strong");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
create_head (const char *word, const LockstepDiagnosis *diagnosis)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *title = gtk_label_new (word);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (diagnosis->scene->started);
  g_autofree char *clock = time != NULL ? g_date_time_format (time, "%H:%M") : g_strdup ("");
  g_autofree char *day = lockstep_text_date (diagnosis->scene->started);
  gboolean today = lockstep_text_calendar_days (diagnosis->scene->started,
                                                g_get_real_time () / G_USEC_PER_SEC) == 0;
  /* Translators: %s is a time of day; then: a date, a time of day. */
  g_autofree char *text = today ? g_strdup_printf (_ ("today at %s"), clock)
                                : g_strdup_printf (_ ("%s at %s"), day, clock);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (title, "lockstep-strong");
  gtk_widget_add_css_class (label, "lockstep-small");
  gtk_widget_add_css_class (label, "lockstep-secondary");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

/* Two widgets beside each other where there is room. */
static GtkWidget *
create_pair (int first_width, int threshold, GtkWidget *first, GtkWidget *second)
{
  GtkWidget *pair = g_object_new (LOCKSTEP_TYPE_PAIR,
                                  "first-width",
                                  first_width,
                                  "threshold",
                                  threshold,
                                  "spacing",
                                  12,
                                  NULL);

  gtk_widget_set_parent (first, pair);
  gtk_widget_set_parent (second, pair);

  return pair;
}

/* In a wide window a line of a table; in a narrow one the name stands above. */
static GtkWidget *
create_line (GtkWidget *name, GtkWidget *before, GtkWidget *after)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *line;

  gtk_widget_add_css_class (arrow, "lockstep-secondary");
  gtk_box_append (GTK_BOX (right), arrow);
  gtk_box_append (GTK_BOX (right), after);
  /* Under the heads there is no arrow, only its room. */
  gtk_widget_set_opacity (arrow, name == NULL ? 0 : 1);
  line = create_pair (NAME_WIDTH,
                      TABLE_THRESHOLD,
                      name != NULL ? name : gtk_label_new (NULL),
                      create_pair (0, 0, before, right));
  gtk_widget_add_css_class (line, "lockstep-line");

  return line;
}

static GtkWidget *
create_line_of (const Line *line)
{
  gboolean same =
      line->before.state == line->after.state && g_str_equal (line->before.text, line->after.text);
  GtkWidget *after;

  if (same)
    {
      after = gtk_label_new (_ ("unchanged"));
      gtk_label_set_xalign (GTK_LABEL (after), 0);
      gtk_widget_add_css_class (after, "lockstep-secondary");
    }
  else
    after = create_seen (&line->after, TRUE);

  return create_line (create_name (line), create_seen (&line->before, FALSE), after);
}

GtkWidget *
lockstep_fix_table_new (LockstepCase *subject)
{
  GtkWidget *table = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GPtrArray) lines = list_lines (subject);

  gtk_widget_add_css_class (table, "card");
  gtk_box_append (GTK_BOX (table),
                  create_line (NULL,
                               create_head (_ ("Before"), lockstep_case_get_before (subject)),
                               create_head (_ ("After"), lockstep_case_get_diagnosis (subject))));
  for (guint i = 0; i < lines->len; i++)
    {
      gtk_box_append (GTK_BOX (table), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (table), create_line_of (g_ptr_array_index (lines, i)));
    }

  return table;
}
