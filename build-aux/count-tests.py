#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up what meson's tests said in several build folders and prints the closing line.

usage: count-tests.py BUILD-FOLDER...

Exit status: 0 where at least one test ran and none failed, 1 otherwise.
"""
import json
import pathlib
import sys

GOOD = {"OK", "EXPECTEDFAIL"}


def results(folder):
    log = pathlib.Path(folder, "meson-logs", "testlog.json")
    with log.open(encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            yield entry["name"], entry["result"]


def main(folders):
    passed, failed, skipped = 0, [], 0
    for folder in folders:
        for name, result in results(folder):
            if result in GOOD:
                passed += 1
            elif result == "SKIP":
                skipped += 1
            else:
                failed.append(f"{folder}: {name}: {result}")
    for line in failed:
        print(line)
    print(f"{passed} passed, {len(failed)} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


sys.exit(main(sys.argv[1:]))
