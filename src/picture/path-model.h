/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diagnosis/diagnosis.h"
#include "picture/canvas.h"

G_BEGIN_DECLS

/**
 * LockstepStation:
 * @state: "fine", "look", "failed", "unknown", "waiting"; %NULL for this computer
 * @value: below the label; may be ""
 * @word: (nullable): what is wrong with it
 * @time: of the way to it; may be ""
 * @reached: whether anything behind it can have been reached
 */
typedef struct
{
  const char *icon;
  const char *label;
  const char *state;
  char *value;
  const char *word;
  char *time;
  gboolean reached;
} LockstepStation;

/* An address, and what is wrong with it ("no route"). */
typedef struct
{
  char *address;
  const char *state;
  const char *word;
} LockstepPathAddress;

/**
 * LockstepPathPort:
 * @number: 0 where there is none
 * @state: "fine", "look", "failed", "unknown", "waiting"
 * @outcome: (nullable): word of the fact port.outcome
 * @time: may be ""
 * @word: (nullable): what is wrong, in a word
 */
typedef struct
{
  guint16 number;
  const char *state;
  const char *outcome;
  gint64 duration;
  char *time;
  const char *word;
} LockstepPathPort;

typedef struct
{
  char *name;
  LockstepPathPort plain;
  LockstepPathPort tls;
} LockstepLane;

/**
 * LockstepPath:
 * @stations: (element-type LockstepStation): this computer, the name (unless the host is an
 *   address), the address
 * @addresses: (element-type LockstepPathAddress)
 * @lanes: (element-type LockstepLane): one a service
 * @has_plain: whether any lane has a port without TLS
 * @is_broken: whether the way ends before the ports
 */
typedef struct
{
  char *host;
  GPtrArray *stations;
  GPtrArray *addresses;
  GPtrArray *lanes;
  gboolean has_plain;
  gboolean is_broken;
  const char *name_outcome; /* nullable */
  gint64 name_duration;
} LockstepPath;

LockstepPath *lockstep_path_new (const LockstepDiagnosis *diagnosis, guint index)
    G_GNUC_WARN_UNUSED_RESULT;

void lockstep_path_free (LockstepPath *self);

/* The text alternative. */
char *lockstep_path_describe (const LockstepPath *self) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the wide form has room for the names of the services. */
gboolean lockstep_path_fits_wide (LockstepCanvas *canvas, const LockstepPath *self);

/* Both return the height. */
double lockstep_path_draw_wide (LockstepCanvas *canvas, const LockstepPath *self);

double lockstep_path_draw_narrow (LockstepCanvas *canvas, const LockstepPath *self);

/* The disc of a station with its icon and its state. */
void lockstep_station_draw (LockstepCanvas *canvas,
                            const LockstepStation *station,
                            gboolean behind_break,
                            double x,
                            double y);

/* The line to a station: whole, broken, or dotted behind a break. */
LockstepLineStyle lockstep_station_get_line (const LockstepStation *station,
                                             gboolean behind_break,
                                             LockstepColour *ret_colour);

/* The lines "address, state" below a station, at most 4, centred on @x or beginning there; returns
 * the last baseline. */
double lockstep_path_draw_addresses (LockstepCanvas *canvas,
                                     const LockstepPath *self,
                                     gboolean centred,
                                     double x,
                                     double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepPath, lockstep_path_free)

G_END_DECLS
