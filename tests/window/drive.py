# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a GTK 4 window as a person would: the accessibility tree to find and read, xdotool to point and type."""
import re
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Atspi.set_timeout(4000, 10000)

# at-spi2 2.46 says "push button" where later versions say "button".
BUTTONS = {"push button", "button", "toggle button"}


def pump():
    """Delivers queued events, so that the cache of the tree follows the program."""
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)


def walk(node):
    try:
        yield node
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child is not None:
                yield from walk(child)
    except GLib.Error:
        return


def wait(predicate, what, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pump()
        try:
            value = predicate()
            if value:
                return value
        except (LookupError, GLib.Error):
            pass
        time.sleep(0.03)
    raise AssertionError(f"waited in vain: {what}")


def application(name, seconds=30):
    def look():
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_name() == name:
                child.clear_cache()
                if child.get_child_count():
                    return child
        return None

    return wait(look, f"the program {name} on the accessibility bus", seconds)


def states(node):
    return {s.value_nick for s in node.get_state_set().get_states()}


def text(node):
    try:
        iface = node.get_text_iface()
        return "" if iface is None else Atspi.Text.get_text(iface, 0, Atspi.Text.get_character_count(iface))
    except GLib.Error:
        return ""


def has_size(node):
    """GTK 4.8 marks only windows as showing; a hidden page keeps its place in the tree without a size that
    matters, so a widget counts as seen where every box above it is visible."""
    if node.get_component_iface() is None:
        return False
    extents = node.get_extents(Atspi.CoordType.WINDOW)
    return "visible" in states(node) and extents.width > 0 and extents.height > 0


def matches(node, role, name):
    wanted = BUTTONS if role == "button" else {role}
    if role and node.get_role_name() not in wanted:
        return False
    have = (node.get_name() or "").replace("_", "")
    if name is None:
        return True
    return bool(name.search(have)) if isinstance(name, re.Pattern) else have == name


def find_all(root, role=None, name=None):
    pump()
    return [n for n in walk(root) if matches(n, role, name) and has_size(n)]


def find(root, role=None, name=None, seconds=20):
    found = wait(lambda: find_all(root, role, name), f"a {role} named {name}", seconds)
    return found[0]


def press(node):
    if not Atspi.Action.do_action(node.get_action_iface(), 0):
        raise AssertionError(f"the action of {node.get_name()!r} was refused")
    pump()


def xdo(*words):
    done = subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def window_id(pattern):
    return xdo("search", "--sync", "--onlyvisible", "--name", pattern).split()[0]


def origin(window):
    """Where accessible coordinates begin: the corner of the X window plus the shadow that GTK draws around it."""
    geometry = dict(line.split("=") for line in xdo("getwindowgeometry", "--shell", window).splitlines())
    frame = subprocess.run(["xprop", "-id", window, "_GTK_FRAME_EXTENTS"], capture_output=True, text=True)
    extents = re.search(r"= (\d+), (\d+), (\d+), (\d+)", frame.stdout)
    left, top = (int(extents[1]), int(extents[3])) if extents else (0, 0)
    return int(geometry["X"]) + left, int(geometry["Y"]) + top


def click(node, window):
    extents = node.get_extents(Atspi.CoordType.WINDOW)
    x, y = origin(window)
    xdo("mousemove", x + extents.x + extents.width // 2, y + extents.y + extents.height // 2, "click", 1)
    pump()


def type_text(string):
    xdo("type", "--delay", 8, "--", string)
    pump()


def key(*keys):
    xdo("key", *keys)
    pump()


def screenshot(path, window="root"):
    subprocess.run(["import", "-window", window, str(path)], check=True)


def dump(root):
    for node in walk(root):
        print(f"{node.get_role_name()} {node.get_name()!r} {text(node)!r}")
