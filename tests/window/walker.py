# SPDX-License-Identifier: GPL-3.0-or-later
"""One run of the real window, with the stations that the walks share.

A walk is run as: session.sh WALK LOCKSTEP PICTURE-FOLDER. It prints one TAP line for each station; pictures of the
stations go to PICTURE-FOLDER. Cases go to a folder of the walk's own.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from drive import application, click, find, find_all, key, press, screenshot, wait, window_id

MESSAGE = "CWBCO1034 - SSL error, function returned 25406"


class Walker:
    def __init__(self, program, pictures, *arguments):
        self.command = [program, *arguments]
        self.pictures = pathlib.Path(pictures)
        self.pictures.mkdir(parents=True, exist_ok=True)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="lockstep-walk."))
        self.count = 0
        self.start()

    def start(self):
        environment = dict(os.environ, LOCKSTEP_DATA=str(self.folder / "data"))
        self.program = subprocess.Popen(self.command, env=environment)
        self.app = application("lockstep")
        self.window = window_id("Lockstep|Practice")

    def station(self, what, picture=True):
        self.count += 1
        if picture:
            time.sleep(0.3)  # for the picture only: lets the last frame reach the screen
            name = re.sub("[^a-z0-9]+", "-", what.lower()).strip("-")
            screenshot(self.pictures / f"{self.count:02}-{name}.png", self.window)
        print(f"ok {self.count} - {what}", flush=True)

    def label(self, pattern, seconds=30):
        return find(self.app, "label", re.compile(pattern), seconds)

    def button(self, name, seconds=30):
        return find(self.app, "button", re.compile(rf"^{name}$"), seconds)

    def next(self, where):
        press(self.button(f"(Next: )?{where}"))

    def practise(self, title):
        key("ctrl+n")
        row = wait(lambda: find_all(self.app, "list item", re.compile("^Practise")), "the row Practise")[0]
        click(row, self.window)
        self.label("^Which fault do you want to practise")
        self.station("Practise offers its faults")
        click(find(self.app, "list item", re.compile(f"^{title}")), self.window)
        self.label("^Practice. This server runs on this computer", 60)
        self.station("The practice case is open")

    def start_checks(self):
        self.next("Server")
        self.label("^Which server is it about")
        self.station("Server")
        press(self.button("Start the checks"))

    def steps(self, count):
        """Answers the first steps of the walk-through with Yes."""
        self.label("^Step 1 of 11$")
        self.station("On the server: the first step")
        for step in range(2, count + 1):
            press(self.button("Yes"))
            self.label(f"^Step {step} of 11$")

    def close(self, ends_by_itself=True):
        if ends_by_itself:
            key("ctrl+q")
            assert self.program.wait(30) == 0, self.program.returncode
        else:
            self.program.kill()
            self.program.wait()


def run(walk):
    """Runs WALK, a function that takes a Walker; a failure leaves a picture of the whole screen."""
    walker = Walker(*sys.argv[1:])
    try:
        walk(walker)
        print(f"1..{walker.count}")
    except BaseException:
        screenshot(walker.pictures / "failed.png")
        raise
    finally:
        if walker.program.poll() is None:
            walker.program.kill()
        shutil.rmtree(walker.folder, ignore_errors=True)
