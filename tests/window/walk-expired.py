#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The expiry case through the real window, as a person would walk it: from the pasted message to the checked bundle."""
import hashlib
import json
import os
import subprocess
import sys
import time
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from drive import click, find, find_all, key, press, text, type_text, wait, window_id  # noqa: E402
from walker import MESSAGE, run  # noqa: E402


def paste_message(walker):
    subprocess.run(["xclip", "-selection", "clipboard"], input=MESSAGE.encode(), check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    click(find(walker.app, "text", "What did the user see?"), walker.window)
    key("ctrl+v")
    walker.label("^The line broke while it was being secured")
    assert any(text(node) == MESSAGE for node in find_all(walker.app, "text"))
    walker.station("The pasted message is recognised")


def walk_checks(walker):
    walker.start_checks()
    walker.label("^Yes. It answers on every port", 60)
    walker.station("Reach: it answers")
    for page, answer in (("Handshake", "^Yes. They agree on TLS"), ("Certificate", "^No. It expired 12 days ago"),
                         ("Chain", "^Yes. Your own CA stands behind it"),
                         ("Services", "^Yes. All are out of date together")):
        walker.next(page)
        walker.label(answer)
        walker.station(page)


def on_the_server(walker):
    walker.next("On the server")
    walker.steps(11)
    date = find(walker.app, "text", "Valid until, as DCM shows it")
    click(date, walker.window)
    type_text(time.strftime("%Y-%m-%d", time.localtime(time.time() - 12 * 86400)))
    key("Return")
    walker.label("^Both agree")
    walker.station("On the server: the date agrees")


def fix(walker):
    walker.next("Fix")
    walker.label("^The certificate has to be renewed")
    walker.station("Fix: who has to do what")
    press(walker.button("Mend it"))
    walker.label("The server is mended now", 60)
    press(walker.button("Check again"))
    walker.label("^Did it help", 60)
    walker.label("^Yes. All show a valid certificate now", 60)
    walker.label("^Before$")
    walker.label("^After$")
    walker.station("Fix: before beside after")


def check_bundle(path):
    with zipfile.ZipFile(path) as bundle:
        assert bundle.testzip() is None
        manifest = json.loads(bundle.read("MANIFEST.json"))
        names = {entry["name"] for entry in manifest["files"]}
        assert names | {"MANIFEST.json"} == set(bundle.namelist()), names
        assert {"report.html", "report.json", "ticket.txt", "handshake.txt", "journal.txt"} <= names, names
        assert any(name.startswith("certificates/") for name in names), names
        for entry in manifest["files"]:
            data = bundle.read(entry["name"])
            assert hashlib.sha256(data).hexdigest() == entry["sha256"], entry["name"]
            assert len(data) == entry["size"], entry["name"]


def save(walker):
    walker.next("Export")
    walker.label("^What do you want to hand over")
    walker.station("Export")
    press(walker.button("Save bundle…"))
    wait(lambda: window_id("Save"), "the dialog to save")
    path = walker.folder / "walk.lockstep.zip"
    key("ctrl+a")
    type_text(str(path))
    key("Return")
    wait(path.exists, "the bundle on the disk", 60)
    walker.station("The bundle is saved")
    check_bundle(path)
    walker.station("Every sum of the bundle is right", picture=False)


def walk(walker):
    walker.label("^What did the user see")
    walker.station("The first page is there")
    paste_message(walker)
    walker.practise("An expired certificate")
    walk_checks(walker)
    on_the_server(walker)
    fix(walker)
    save(walker)
    walker.close()
    walker.station("The program ends by itself", picture=False)


run(walk)
