/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/help.h"

#include "case/step.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static const char *const texts[LOCKSTEP_N_PAGES] = {
  [LOCKSTEP_PAGE_SYMPTOM] =
      N_ ("Paste what the user saw: a number, a message, a whole window or a page of log. Lockstep "
          "marks the words that it knows and says what they mean."),
  [LOCKSTEP_PAGE_SERVER] =
      N_ ("Type the name or the address that the user's program connects to. What the user was "
          "doing decides which services are looked at."),
  [LOCKSTEP_PAGE_REACH] =
      N_ ("This page shows the way to the server: its name, its addresses and its ports. What lies "
          "behind a break could not be looked at."),
  [LOCKSTEP_PAGE_HANDSHAKE] =
      N_ ("Client and server agree on encryption by exchanging messages. The picture shows each of "
          "them, and where it ended."),
  [LOCKSTEP_PAGE_CERTIFICATE] =
      N_ ("The certificate says who the server is and until when that holds. The bar shows today "
          "against the first and the last day."),
  [LOCKSTEP_PAGE_CHAIN] =
      N_ ("A certificate is trusted when somebody whom this computer trusts has signed it. The "
          "user's own computer may trust somebody else."),
  [LOCKSTEP_PAGE_SERVICES] =
      N_ ("Services of the same server usually show the same certificate. One that differs often "
          "gives the cause away."),
  [LOCKSTEP_PAGE_ON_THE_SERVER] =
      N_ ("Some things can only be looked up on the server itself. Do it step by step, or copy the "
          "steps for the administrator."),
  [LOCKSTEP_PAGE_FIX] =
      N_ ("This page says who has to do what. Check again when it is done, and before and after "
          "stand side by side."),
  [LOCKSTEP_PAGE_EXPORT] = N_ (
      "Choose what goes into the bundle and what is taken out. Passwords and private keys never "
      "go in."),
};

const char *
lockstep_help_get_text (int page)
{
  if (page < 0 || page >= LOCKSTEP_N_PAGES)
    return _ ("Paste the message that the user saw, or begin with a server, a file or a practice "
              "case. Cases are saved by themselves and wait in the list.");

  return _ (texts[page]);
}

void
lockstep_help_present (GtkWindow *parent, int page)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = gtk_label_new (lockstep_help_get_text (page));
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_margin_top (text, 12);
  gtk_widget_set_margin_bottom (text, 24);
  gtk_widget_set_margin_start (text, 24);
  gtk_widget_set_margin_end (text, 24);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), text);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Escape"),
                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);

  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Help for this page"));
  gtk_window_set_default_size (GTK_WINDOW (window), 420, -1);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}
