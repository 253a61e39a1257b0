#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The seed's own case: Telnet hangs up and never shows its certificate, a neighbour does, and DCM tells the date.
In between the program is killed, and the case goes on where it was left."""
import os
import re
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from drive import click, find, find_all, key, press, text, type_text, wait  # noqa: E402
from walker import run  # noqa: E402


def look(walker):
    walker.practise("A certificate that hides")
    walker.start_checks()
    walker.label("^Yes. It answers on every port", 60)
    walker.next("Handshake")
    walker.label("^They never got that far")
    walker.label("^Reset|^What else was tried")
    walker.station("Handshake: cut after the first message")
    walker.next("Certificate")
    walker.label("^This service never shows it")
    walker.station("Certificate: shown by the neighbour")
    walker.next("Chain")
    walker.next("Services")
    walker.label("neighbour.s has expired")
    walker.station("Services: the neighbour has expired")


def answer_in_dcm(walker):
    walker.next("On the server")
    walker.steps(8)
    label = find(walker.app, "text", re.compile("^Label"))
    click(label, walker.window)
    type_text("IBMI_2025")
    key("Tab")
    press(walker.button("Yes"))
    walker.label("^Step 9 of 11$")
    walker.station("On the server: step 9")


def crash_and_resume(walker):
    wait(lambda: list((walker.folder / "data" / "cases").glob("*")), "a saved case")
    wait(lambda: any("IBMI_2025" in path.read_text() for path in (walker.folder / "data" / "cases").glob("*")),
         "the note in the saved case")
    walker.close(ends_by_itself=False)
    walker.start()
    row = wait(lambda: find_all(walker.app, "list item", re.compile("CWBCO1034")), "the case in the list")[0]
    walker.station("The case is in the list after a crash")
    click(row, walker.window)
    walker.label("^Step 9 of 11$")
    walker.station("The case goes on where it was left")


def read_the_date(walker):
    for step in (10, 11):
        press(walker.button("Yes"))
        walker.label(f"^Step {step} of 11$")
    date = find(walker.app, "text", "Valid until, as DCM shows it")
    click(date, walker.window)
    type_text(time.strftime("%Y-%m-%d", time.localtime(time.time() - 12 * 86400)))
    key("Return")
    wait(lambda: text(date), "the date in the field")
    walker.station("On the server: the date is read")
    walker.next("Fix")
    walker.label("^The certificate has to be renewed")
    walker.station("Fix: the certificate has expired")


def walk(walker):
    look(walker)
    answer_in_dcm(walker)
    crash_and_resume(walker)
    read_the_date(walker)
    walker.close()
    walker.station("The program ends by itself", picture=False)


run(walk)
