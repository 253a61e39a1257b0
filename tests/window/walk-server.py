#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server without a message: its port is typed, the checks run, and then it turns out to be another server."""
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from drive import click, find, find_all, key, press, states, type_text, wait  # noqa: E402
from walker import run  # noqa: E402


def serve(scenario):
    program = os.environ["LOCKSTEP_PRACTICE_PROGRAM"]
    server = subprocess.Popen([program, "practice", "--json", scenario], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, text=True)
    ports = {entry["service"]: entry["port"] for entry in json.loads(server.stdout.readline())["services"]}
    return server, ports


def check(walker, ports):
    row = wait(lambda: find_all(walker.app, "list item", re.compile("^Check a server")), "the row")[0]
    click(row, walker.window)
    walker.label("^Which server is it about")
    type_text(f"127.0.0.1:{ports['signon']}")
    start = walker.button("Start the checks")
    wait(lambda: "sensitive" in states(start), "the button to start the checks")
    walker.station("The port is typed and the checks can start")
    press(start)
    walker.label("^Yes. The server answers|^Yes. It answers", 60)
    walker.station("The server answers")
    walker.next("Handshake")
    walker.next("Certificate")
    walker.label("^No. It expired 12 days ago")
    walker.station("The certificate has expired")


def change(walker, ports):
    key("alt+Left", "alt+Left", "alt+Left")
    walker.label("^Which server is it about")
    field = find(walker.app, "text", "Name or address")
    click(field, walker.window)
    key("ctrl+a")
    type_text(f"127.0.0.1:{ports['telnet']}")
    wait(lambda: "sensitive" in states(walker.button("Start the checks")), "the button to start the checks")
    key("alt+Right")
    walker.label("^The server was changed, so the checks begin anew|answers", 60)
    walker.next("Handshake")
    walker.label("^They never got that far", 60)
    walker.station("Another server, other findings")


def walk(walker):
    server, ports = serve("expired-not-served")
    try:
        check(walker, ports)
        change(walker, ports)
        walker.close()
        walker.station("The program ends by itself", picture=False)
    finally:
        server.stdin.close()
        server.wait(20)


run(walk)
