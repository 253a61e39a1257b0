/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_PAGE (lockstep_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (LockstepPage, lockstep_page, LOCKSTEP, PAGE, AdwBin)

/**
 * LockstepPageClass:
 * @entered: the page became visible; put the focus where it belongs (the answer, or the first
 * field)
 * @left: the page is going; cancel what it started
 * @refresh: the case changed: show what it says now. Never moves the focus. Called once before
 *   `entered` as well, and only while the page is visible
 * @activate_primary: the blue button of the action bar was pressed; the default goes to the next
 * page
 *
 * A page of a case. Pages send actions ("wizard.next", "wizard.go::fix"), never call the window.
 *
 * Property "case" (LockstepCase, construct-only by the page table).
 */
struct _LockstepPageClass
{
  AdwBinClass parent_class;

  void (*entered) (LockstepPage *self);
  void (*left) (LockstepPage *self);
  void (*refresh) (LockstepPage *self);
  void (*activate_primary) (LockstepPage *self);
};

LockstepCase *lockstep_page_get_case (LockstepPage *self);

void lockstep_page_enter (LockstepPage *self);

void lockstep_page_leave (LockstepPage *self);

void lockstep_page_refresh (LockstepPage *self);

void lockstep_page_activate_primary (LockstepPage *self);

/**
 * lockstep_page_set_primary:
 * @label: (nullable): text of the blue button ("Start the checks", "Check again"); %NULL for the
 * usual "Next: …", which is then not replaced
 * @icon_name: (nullable): its icon
 * @sensitive: whether it can be pressed
 *
 * With a primary action of its own a page keeps "Next: …" as a plain button beside it, except on
 * pages where going on and the action are the same (Server: "Start the checks").
 */
void lockstep_page_set_primary (LockstepPage *self,
                                const char *label,
                                const char *icon_name,
                                gboolean sensitive,
                                gboolean replaces_next);

/* Whether "Next" is blue; FALSE on walk-through steps, where no answer weighs more. */
void lockstep_page_set_next_suggested (LockstepPage *self, gboolean suggested);

/* "Skip to Fix" instead of "Next: Fix"; NULL for the usual. */
void lockstep_page_set_next_label (LockstepPage *self, const char *label);

/* Adds a button of the page to the action bar ("Copy for the ticket"), at most two; @action_name
 * is what it activates. */
void lockstep_page_add_bar_action (LockstepPage *self,
                                   const char *label,
                                   const char *icon_name,
                                   const char *action_name);

/* Signal "bar-changed" is emitted by the four functions above; the window reads: */
typedef struct
{
  char *primary_label; /* nullable */
  char *primary_icon;
  gboolean primary_sensitive;
  gboolean primary_replaces_next;
  gboolean next_suggested;
  char *next_label;   /* nullable */
  GPtrArray *actions; /* element-type LockstepPageBarAction */
} LockstepPageBar;

typedef struct
{
  char *label;
  char *icon_name;
  char *action_name;
} LockstepPageBarAction;

const LockstepPageBar *lockstep_page_get_bar (LockstepPage *self);

/* Shows a toast over the page ("Fingerprint copied"), 3 seconds, no action. */
void lockstep_page_toast (LockstepPage *self, const char *text);

G_END_DECLS
