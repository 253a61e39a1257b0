#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times `lockstepctl check` of one healthy loopback TLS port against `openssl s_client` of the same port.

usage: check.py LOCKSTEPCTL [RUNS]

Whole processes, in turn, so that a busy machine disturbs both alike. Prints medians and their ratio.
"""
import statistics
import subprocess
import sys
import time


def timed(command):
    begin = time.perf_counter()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if done.returncode != 0:
        raise SystemExit(f"{command[0]} ended with {done.returncode}")
    return (time.perf_counter() - begin) * 1000


def main(program, runs=41):
    server = subprocess.Popen([program, "practice", "healthy"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    where, trust = {}, None
    for line in server.stdout:
        what, _, rest = line.strip().partition(" ")
        if what == "ready":
            break
        if what == "trust":
            trust = rest
        else:
            where[what] = rest
    target = where["signon"]
    commands = {
        "lockstepctl check": [program, "check", "--trust", trust, target],
        "openssl s_client": ["openssl", "s_client", "-connect", target, "-CAfile", trust],
    }
    times = {name: [] for name in commands}
    for _ in range(int(runs)):
        for name, command in commands.items():
            times[name].append(timed(command))
    server.stdin.close()
    server.wait(10)
    medians = {name: statistics.median(values[1:]) for name, values in times.items()}
    for name, median in medians.items():
        print(f"{name}: median {median:.1f} ms, least {min(times[name]):.1f} ms, {len(times[name])} runs")
    print(f"ratio {medians['lockstepctl check'] / medians['openssl s_client']:.2f} (at most 1.5 is wanted)")


main(*sys.argv[1:])
