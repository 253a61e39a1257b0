#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reference that is made from the catalogue, and the catalogue with a site's additions.

usage: test_reference.py LOCKSTEPCTL DOCUMENT
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv[1]
DOCUMENT = pathlib.Path(sys.argv[2])
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}
ENVIRONMENT.pop("LOCKSTEP_CATALOG", None)

MESSAGE = {"id": "HOUSE0001E", "product": "ibm-i-access", "severity": "error", "role": "client",
           "title": "Ask the house desk", "where": "in a window", "headline": "Our desk knows this.",
           "meaning": "Call the desk.",
           "causes": [{"cause": "certificate.expired", "likelihood": "often"}],
           "flow": "ibmi-date", "source": ["The house"], "confidence": "observed"}


def explain(*arguments, data):
    return subprocess.run([PROGRAM, "explain", *arguments], timeout=50, capture_output=True,
                          encoding="utf-8", env={**ENVIRONMENT, "XDG_DATA_HOME": str(data)})


class Reference(unittest.TestCase):
    def test_in_step(self):
        """LOCKSTEP_UPDATE_GOLDEN=1 writes it anew."""
        with tempfile.TemporaryDirectory() as data:
            done = explain("--all", "--format", "markdown", data=data)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        if "LOCKSTEP_UPDATE_GOLDEN" in os.environ:
            DOCUMENT.write_text(done.stdout, encoding="utf-8")
        self.assertTrue(DOCUMENT.read_text(encoding="utf-8") == done.stdout,
                        f"{DOCUMENT.name} is stale; run with LOCKSTEP_UPDATE_GOLDEN=1")

    def test_holds_everything(self):
        document = DOCUMENT.read_text(encoding="utf-8")
        for heading in ("### SSL0227E\n", "### GSK_ERROR_IO (406)\n", "### certificate.expired\n",
                        "### CWBCO1034\n", "### openssl.certificate-expired\n"):
            self.assertEqual(document.count(heading), 1, heading)
        self.assertNotIn("{", document.replace("${", ""))


class Overlay(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.data = pathlib.Path(self.folder.name)
        self.site = self.data / "lockstep" / "catalog.d"
        self.site.mkdir(parents=True)

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, content):
        text = content if isinstance(content, str) else json.dumps(content)
        (self.site / name).write_text(text, encoding="utf-8")

    def first(self, text):
        done = explain("--json", text, data=self.data)
        matches = json.loads(done.stdout)["matches"]
        return (matches[0] if matches else None), done.stderr

    def test_new_entry(self):
        self.assertIsNone(self.first("HOUSE0001E")[0])
        self.write("house.json", {"messages": [MESSAGE]})
        match, said = self.first("HOUSE0001E")
        self.assertEqual((match["headline"], said), ("Our desk knows this.", ""))
        self.assertEqual(self.first("CWBCO1034 25406")[0]["condition"], "GSK_ERROR_IO")

    def test_member_of_an_old_entry(self):
        before = self.first("CWBCO1004")[0]
        self.write("house.json", {"format": 1, "messages": [
            {"id": "cwbco1004", "headline": "Our name service is odd."}]})
        match, said = self.first("CWBCO1004")
        self.assertEqual((match["headline"], said), ("Our name service is odd.", ""))
        self.assertEqual(match["meaning"], before["meaning"])

    def test_in_order_of_names(self):
        self.write("20.json", {"messages": [{"id": "HOUSE0001E", "headline": "The later one."}]})
        self.write("10.json", {"messages": [MESSAGE]})
        self.assertEqual(self.first("HOUSE0001E")[0]["headline"], "The later one.")

    def test_broken(self):
        """Each is left out with one line that names file and member; the others are used."""
        broken = {"json": '{"messages": [', "array": [], "unknown-section": {"recipes": []},
                  "member": {"messages": [{**MESSAGE, "id": "HOUSE0002E", "colour": "red"}]},
                  "reference": {"messages": [{**MESSAGE, "id": "HOUSE0003E", "flow": "nowhere"}]},
                  "twice": {"messages": [{**MESSAGE, "id": "HOUSE0004E"}] * 2},
                  "no-id": {"messages": [{"headline": "Nobody's."}]},
                  "format": {"format": 2}, "large": " " * (1024 * 1024 + 1)}
        names = {"member": "colour", "reference": "flow", "no-id": "id", "twice": "twice",
                 "unknown-section": "recipes", "format": "format"}
        self.write("zz-good.json", {"messages": [MESSAGE]})
        os.mkfifo(self.site / "pipe.json")
        for name, content in broken.items():
            self.write(f"{name}.json", content)
        match, said = self.first("HOUSE0001E")
        self.assertEqual(match["headline"], "Our desk knows this.")
        lines = said.splitlines()
        self.assertEqual(len(lines), len(broken) + 1, said)
        for name in [*broken, "pipe"]:
            line = [line for line in lines if f"{name}.json" in line]
            self.assertEqual(len(line), 1, said)
            self.assertIn(names.get(name, ""), line[0])

    def test_too_many(self):
        for number in range(70):
            self.write(f"{number:02}.json", {})
        match, said = self.first("CWBCO1034 25406")
        self.assertEqual(match["condition"], "GSK_ERROR_IO")
        self.assertEqual(said.count("\n"), 1)
        self.assertIn("64", said)


class Suggestions(unittest.TestCase):
    def test_words(self):
        with tempfile.TemporaryDirectory() as data:
            done = explain("label not found", data=data)
            self.assertEqual(done.returncode, 1)
            self.assertIn("SSL0227E", done.stdout)
            document = json.loads(explain("--json", "label not found", data=data).stdout)
        self.assertEqual(document["matches"], [])
        self.assertIn("SSL0227E", [s["message"] for s in document["suggestions"]])

    def test_correction(self):
        with tempfile.TemporaryDirectory() as data:
            for spelt, id in (("SSL234", "SSL0234W"), ("CWBC01034", "CWBCO1034"),
                              ("cwbco-1034", "CWBCO1034")):
                done = explain(spelt, data=data)
                self.assertEqual(done.returncode, 0)
                self.assertTrue(done.stdout.startswith(id))
                self.assertIn(f"“{spelt}”", done.stdout)

    def test_legacy(self):
        with tempfile.TemporaryDirectory() as data:
            document = json.loads(explain("--json", "CWBCO1034 20001", data=data).stdout)
        match = document["matches"][0]
        self.assertEqual((match["code"], match["condition"]), (20001, None))
        self.assertIn("key file", match["legacy_meaning"])


unittest.main(argv=sys.argv[:1])
