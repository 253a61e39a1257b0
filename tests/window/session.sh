#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: session.sh COMMAND...
# Runs COMMAND with an X server, a window manager, a session bus and an accessibility bus of its own,
# so that neither a display nor the user's settings are needed or touched.
#   LOCKSTEP_SESSION_WM    window manager; empty for none
#   LOCKSTEP_SESSION_SIZE  of the screen, 1280x900 unless given
set -u
folder=$(mktemp -d "${TMPDIR:-/tmp}/lockstep-session.XXXXXX")
mkdir -m 700 "$folder/run"
mkdir -p "$folder/config/gtk-4.0" "$folder/data" "$folder/cache"
printf '[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=false\n' \
  >"$folder/config/gtk-4.0/settings.ini"

export XDG_RUNTIME_DIR=$folder/run XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data
export XDG_CACHE_HOME=$folder/cache GDK_BACKEND=x11 GSETTINGS_BACKEND=memory NO_AT_BRIDGE=0
export GSK_RENDERER=${GSK_RENDERER:-cairo} GDK_DEBUG=gl-disable
# libadwaita would start a desktop portal, which has no place in a private session.
export ADW_DISABLE_PORTAL=1 GTK_USE_PORTAL=0
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS GTK_A11Y

# With -noreset the server outlives its last client; a number of its own keeps several apart.
Xvfb :$((100 + $$ % 20000)) -noreset -displayfd 9 -nolisten tcp \
  -screen 0 "${LOCKSTEP_SESSION_SIZE:-1280x900}x24" 9>"$folder/display" 2>"$folder/xvfb.log" &
server=$!
clean_up () { kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; rm -rf --one-file-system "$folder"; }
trap clean_up EXIT
for _ in $(seq 200); do [ -s "$folder/display" ] && break; sleep .05; done
[ -s "$folder/display" ] || { cat "$folder/xvfb.log" >&2; exit 99; }
DISPLAY=:$(cat "$folder/display")
export DISPLAY
export LOCKSTEP_SESSION_FOLDER=$folder

dbus-run-session -- bash -c '
  wm=${LOCKSTEP_SESSION_WM-xfwm4 --compositor=on --vblank=off}
  if [ -n "$wm" ]; then
    $wm >"$LOCKSTEP_SESSION_FOLDER/wm.log" 2>&1 3>&- 4>&- &
    for _ in $(seq 100); do
      xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q "window id" && break
      sleep .05
    done
  fi
  "$@" >&4 2>&3 3>&- 4>&-
  status=$?
  [ -n "$wm" ] && kill %1 2>/dev/null
  exit $status' session "$@" 3>&2 4>&1 >"$folder/bus.log" 2>&1
