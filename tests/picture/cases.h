/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/scene.h"
#include "picture/pictures.h"
#include "x509/pki.h"

G_BEGIN_DECLS

/**
 * Case:
 * @name: also the name of the file that is written
 * @lines: the scene (check/scene.h)
 * @steps: (nullable): the handshake of the first observation, a line each: kind, side, millisecond,
 *   name, detail: "message client 0 ClientHello", "alert server 12 protocol_version fatal",
 *   "plain server 12 - HTTP/1.1 400"
 *
 * A hand-made case with what one layout makes of it.
 */
typedef struct
{
  const char *name;
  LockstepPictureLayout layout;
  const char *lines[12];
  const char *steps[16];
} Case;

/* The table of all cases but those with certificates; ends with a NULL name. */
extern const Case cases[];

const Case *case_find (const char *name);

LockstepDiagnosis *case_diagnose (const Case *self) G_GNUC_WARN_UNUSED_RESULT;

/* Judges a scene with the program's own catalogue. */
LockstepDiagnosis *case_judge (LockstepScene *scene) G_GNUC_WARN_UNUSED_RESULT;

/* The picture of a case from left to right, measured with the table. */
LockstepPicture *case_draw (const char *name, double width) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the picture into the folder "pictures" of the build, to be looked at. */
void case_write (const char *name, const LockstepPicture *picture);

G_END_DECLS
