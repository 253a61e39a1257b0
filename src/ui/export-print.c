/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/export-print.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *text;
  PangoLayout *layout; /* the whole text, as wide as a page */
  GArray *starts;      /* element-type int: the first line of each page */
  LockstepPrinted printed;
  gpointer user_data;
} Print;

static void
print_free (gpointer data, GClosure *closure)
{
  Print *print = data;

  g_free (print->text);
  g_clear_object (&print->layout);
  g_array_unref (print->starts);
  g_free (print);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer user_data)
{
  Print *print = user_data;
  double height = gtk_print_context_get_height (context) * PANGO_SCALE;
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Monospace 9");
  PangoLayoutIter *line;
  double top = 0;
  int number = 0;
  int first = 0;

  g_clear_object (&print->layout);
  print->layout = gtk_print_context_create_pango_layout (context);
  pango_layout_set_font_description (print->layout, font);
  pango_layout_set_width (print->layout,
                          (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_wrap (print->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (print->layout, print->text, -1);

  g_array_set_size (print->starts, 0);
  g_array_append_val (print->starts, first);
  line = pango_layout_get_iter (print->layout);
  do
    {
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (line, NULL, &extents);
      if (extents.y + extents.height - top > height && number > 0)
        {
          g_array_append_val (print->starts, number);
          top = extents.y;
        }
      number++;
    }
  while (pango_layout_iter_next_line (line));
  pango_layout_iter_free (line);

  gtk_print_operation_set_n_pages (operation, (int) print->starts->len);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  Print *print = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  int first = g_array_index (print->starts, int, page);
  int last = page + 1 < (int) print->starts->len ? g_array_index (print->starts, int, page + 1)
                                                 : pango_layout_get_line_count (print->layout);
  PangoLayoutIter *line = pango_layout_get_iter (print->layout);
  int top = -1;

  for (int i = 0; i < last; i++)
    {
      PangoRectangle extents;

      if (i >= first)
        {
          pango_layout_iter_get_line_extents (line, NULL, &extents);
          if (top < 0)
            top = extents.y;
          cairo_move_to (cr,
                         (double) extents.x / PANGO_SCALE,
                         (double) (pango_layout_iter_get_baseline (line) - top) / PANGO_SCALE);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (line));
        }
      pango_layout_iter_next_line (line);
    }
  pango_layout_iter_free (line);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  Print *print = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *failure = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      failure =
          g_strdup_printf (_ ("The report could not be printed: %s"),
                           error != NULL ? error->message : _ ("the printer does not say why"));
    }
  print->printed (failure, print->user_data);
}

void
lockstep_export_print (GtkWindow *parent,
                       const char *title,
                       const char *text,
                       LockstepPrinted printed,
                       gpointer user_data)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  Print *print = g_new0 (Print, 1);
  g_autoptr (GError) error = NULL;

  print->text = g_utf8_make_valid (text, -1);
  print->starts = g_array_new (FALSE, FALSE, sizeof (int));
  print->printed = printed;
  print->user_data = user_data;

  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), print);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), print, print_free, 0);
  /* An error is told by "done" as well. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error);
}
