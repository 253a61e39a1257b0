/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usage: first-frame RUNS COMMAND [ARGUMENT...]
 *
 * Time from starting a program to its first drawn frame, whatever its toolkit: the biggest viewable
 * window holds at least eight different colours. Needs an X server with no window manager and
 * nothing else on it. One run to warm up, then RUNS; prints each and the median. Build with -lX11.
 */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MAX_RUNS 99
#define LIMIT_MS 20000.0

static double
now (void)
{
  struct timespec t;

  clock_gettime (CLOCK_MONOTONIC, &t);
  return (double) t.tv_sec * 1e3 + (double) t.tv_nsec / 1e6;
}

/* A window may vanish between two requests; that is no reason to end. */
static int
ignore (Display *display, XErrorEvent *event)
{
  (void) display;
  (void) event;
  return 0;
}

static Window
biggest (Display *display, XWindowAttributes *ret_attributes)
{
  Window root, parent, *children = NULL, best = 0;
  unsigned n = 0;
  long area = 0;

  if (!XQueryTree (display, DefaultRootWindow (display), &root, &parent, &children, &n))
    return 0;

  for (unsigned i = 0; i < n; i++)
    {
      XWindowAttributes a = { 0 };

      if (!XGetWindowAttributes (display, children[i], &a) || a.map_state != IsViewable ||
          a.override_redirect || a.class != InputOutput || a.width < 200 || a.height < 120)
        continue;
      if ((long) a.width * a.height > area)
        {
          area = (long) a.width * a.height;
          best = children[i];
          *ret_attributes = a;
        }
    }
  if (children != NULL)
    XFree (children);

  return best;
}

static int
colours (Display *display, Window window, const XWindowAttributes *a)
{
  unsigned long seen[8];
  int n = 0;
  int width =
      a->width < DisplayWidth (display, 0) - a->x ? a->width : DisplayWidth (display, 0) - a->x;
  int height =
      a->height < DisplayHeight (display, 0) - a->y ? a->height : DisplayHeight (display, 0) - a->y;
  XImage *image =
      XGetImage (display, window, 0, 0, (unsigned) width, (unsigned) height, AllPlanes, ZPixmap);

  if (image == NULL)
    return 0;

  for (int y = 0; y < height && n < 8; y += 2)
    for (int x = 0; x < width && n < 8; x++)
      {
        unsigned long pixel = XGetPixel (image, x, y) & 0xffffff;
        int i = 0;

        while (i < n && seen[i] != pixel)
          i++;
        if (i == n)
          seen[n++] = pixel;
      }
  XDestroyImage (image);

  return n;
}

static double
run (Display *display, char **command)
{
  double begin = now ();
  double drawn = -1;
  pid_t child = fork ();

  if (child == 0)
    {
      execvp (command[0], command);
      _exit (127);
    }

  while (drawn < 0 && now () - begin < LIMIT_MS)
    {
      struct timespec pause = { 0, 2000000 };
      XWindowAttributes a = { 0 };
      Window window = biggest (display, &a);

      if (window != 0 && colours (display, window, &a) >= 8)
        drawn = now () - begin;
      nanosleep (&pause, NULL);
    }

  kill (child, SIGTERM);
  waitpid (child, NULL, 0);
  return drawn;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

int
main (int argc, char **argv)
{
  Display *display = XOpenDisplay (NULL);
  int runs = argc > 2 ? (int) strtol (argv[1], NULL, 10) : 0;
  double times[MAX_RUNS];

  if (display == NULL || runs < 1 || runs > MAX_RUNS)
    {
      fputs ("usage: first-frame RUNS COMMAND [ARGUMENT...], with a display\n", stderr);
      return 2;
    }

  XSetErrorHandler (ignore);
  run (display, argv + 2);
  for (int i = 0; i < runs; i++)
    times[i] = run (display, argv + 2);
  qsort (times, (size_t) runs, sizeof times[0], compare);

  printf ("%s: median %.0f ms (", argv[2], times[runs / 2]);
  for (int i = 0; i < runs; i++)
    printf ("%s%.0f", i > 0 ? " " : "", times[i]);
  puts (")");
  return times[0] < 0 ? 1 : 0;
}
