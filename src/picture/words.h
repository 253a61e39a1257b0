/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diagnosis/diagnosis.h"

G_BEGIN_DECLS

/**
 * lockstep_words_clean:
 * @text: text from a network, a file or a person
 *
 * Makes @text fit to be drawn and read: valid UTF-8 of at most 256 characters, whose middle goes
 * first; control, formatting (bidirectional controls among them) and unassigned characters become
 * U+FFFD, and no character carries more than two marks, so that nothing reaches out of its line.
 *
 * Returns: (transfer full)
 */
char *lockstep_words_clean (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a text of whole sentences, which may be longer. */
char *lockstep_words_clean_sentences (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* A length of time in words, "13 milliseconds", from one second on "5 seconds" or "1.2 seconds". */
char *lockstep_words_duration (gint64 microseconds) G_GNUC_WARN_UNUSED_RESULT;

/* A date with a short month, "9 Nov 2026". */
char *lockstep_words_short_date (gint64 unix_time) G_GNUC_WARN_UNUSED_RESULT;

/* What an observation is about: "Sign-on on ibmi.example.com, port 9476", or "ibmi.example.com,
 * port 8443" for a port that is no known service. */
char *lockstep_words_target (const LockstepDiagnosis *diagnosis, guint index)
    G_GNUC_WARN_UNUSED_RESULT;

/* Adds a sentence, which the function frees, to a text, with a blank between. */
void lockstep_words_add (GString *text, char *sentence);

G_END_DECLS
