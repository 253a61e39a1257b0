# SPDX-License-Identifier: GPL-3.0-or-later
"""`lockstepctl check` and `explain`, run as a person or a script runs them.

usage: test_check.py LOCKSTEPCTL CATALOG

Servers are the practice servers, each on its own ports of 127.0.0.1.
"""

import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import unittest
import zipfile

PROGRAM, CATALOG = sys.argv[1], pathlib.Path(sys.argv[2])
FOLDER = tempfile.TemporaryDirectory(prefix="lockstep-cli-")
ENVIRONMENT = {**os.environ, "XDG_RUNTIME_DIR": FOLDER.name, "XDG_DATA_HOME": FOLDER.name}
SCENARIOS = json.loads(CATALOG.read_text(encoding="utf-8"))["scenarios"]


def run(*arguments, **more):
    return subprocess.run([PROGRAM, *arguments], env=ENVIRONMENT, capture_output=True, text=True,
                          stdin=more.pop("stdin", subprocess.DEVNULL), timeout=50, **more)


class Practice:
    """A practice server for as long as the block lasts."""

    def __init__(self, scenario, *options):
        self.command = [PROGRAM, "practice", "--json", *options, scenario]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, env=ENVIRONMENT, text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        told = json.loads(self.process.stdout.readline())
        self.trust = told["trust"]
        self.places = {s["service"]: f'{s["host"]}:{s["port"]}' for s in told["services"]}
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()

    def check(self, *places, symptom=None, options=()):
        symptom = ["--symptom", symptom] if symptom else []
        done = run("check", "--json", "--timeout", "1", "--trust", self.trust,
                   "--no-system-trust", *symptom, *options, *places)
        return done.returncode, json.loads(done.stdout), done.stderr


def first(report):
    return (report["causes"][0]["id"], report["causes"][0]["confidence"]) if report["causes"] else None


class Scenarios(unittest.TestCase):
    def test_cause(self):
        for scenario in SCENARIOS:
            with self.subTest(scenario["id"]), Practice(scenario["id"]) as practice:
                place = practice.places[scenario["services"][0]]
                status, report, said = practice.check(place, symptom=scenario["symptom"])

                self.assertEqual(report["schema"], "lockstep.report/1")
                self.assertEqual(said, "")
                self.assertEqual(report["causes"][0]["id"] if report["causes"] else None,
                                 scenario.get("cause"))
                self.assertEqual(status, 1 if "cause" in scenario else 0)
                self.assertEqual(report["verdict"], "faulty" if "cause" in scenario else "healthy")

    def test_expired(self):
        with Practice("expired-certificate") as practice:
            status, report, _ = practice.check(practice.places["signon"],
                                               symptom="CWBCO1034 25406")
            self.assertEqual(first(report), ("certificate.expired", "certain"))
            self.assertEqual(status, 1)
            self.assertEqual(report["symptom"]["condition"], "GSK_ERROR_IO")

            target = report["targets"][0]
            self.assertEqual(target["service"], "signon")
            self.assertEqual(target["handshake"]["ended"], "complete")
            self.assertLess(target["chain"][0]["days_left"], 0)
            self.assertEqual({c["id"]: c["status"] for c in target["checks"]}["validity"], "fail")

    def test_expired_not_served(self):
        with Practice("expired-not-served") as practice:
            places = practice.places
            _, report, _ = practice.check(places["telnet"], symptom="CWBCO1034 25406")
            self.assertEqual(first(report), ("service.certificate-unusable", "likely"))
            self.assertIn("expired on", report["causes"][0]["because"][0])
            self.assertEqual(len(report["causes"]), 1)

            _, report, _ = practice.check(*places.values())
            self.assertEqual(first(report), ("service.certificate-unusable", "likely"))

    def test_reset_by_all(self):
        with Practice("reset-after-client-hello") as practice:
            _, report, _ = practice.check(*practice.places.values())
            self.assertEqual(first(report), ("handshake.reset", "certain"))
            for cause in report["causes"][1:]:
                self.assertEqual(cause["confidence"], "possible")

    def test_mended(self):
        for scenario in ("expired-certificate", "expired-not-served", "wrong-name"):
            with self.subTest(scenario), Practice(scenario, "--repair") as practice:
                status, report, _ = practice.check(*practice.places.values())
                self.assertEqual((status, report["verdict"], report["causes"]), (0, "healthy", []))

    def test_log_of_a_healthy_server(self):
        """What a log said of the server is no fault that was seen."""
        with Practice("healthy") as practice:
            for symptom, cause in (("SSL0227E", "server.key-file-label"),
                                   ("SSL0226I", "client.closed-early")):
                status, report, _ = practice.check(*practice.places.values(), symptom=symptom)
                self.assertEqual((status, report["verdict"]), (0, "healthy"))
                self.assertIn((cause, "possible"),
                              [(c["id"], c["confidence"]) for c in report["causes"]])

    def test_untrusted_comes_after_expired(self):
        with Practice("expired-certificate") as practice:
            done = run("check", "--json", "--no-system-trust", practice.places["signon"])
            causes = [cause["id"] for cause in json.loads(done.stdout)["causes"]]
            self.assertEqual(causes[0], "certificate.expired")
            self.assertGreater(len(causes), 1)

    def test_at(self):
        with Practice("expired-certificate") as practice:
            chain = practice.check(practice.places["signon"])[1]["targets"][0]["chain"]
            status, report, _ = practice.check(practice.places["signon"],
                                               options=["--at", chain[0]["not_before"]])
            self.assertNotIn("certificate.expired", [c["id"] for c in report["causes"]])

    def test_name(self):
        with Practice("healthy") as practice:
            status, report, _ = practice.check(practice.places["signon"],
                                               options=["--name", "other.example.com"])
            self.assertEqual((status, first(report)), (1, ("certificate.wrong-name", "certain")))


class Output(unittest.TestCase):
    def test_text(self):
        with Practice("expired-certificate") as practice:
            place = practice.places["telnet"]
            plain = run("check", "--trust", practice.trust, place)
            colour = run("check", "--color=always", "--trust", practice.trust, place)
            never = run("check", "--color=never", "--trust", practice.trust, place)

            self.assertIn("expired", plain.stdout)
            self.assertNotIn("\033", plain.stdout)
            self.assertIn("\033", colour.stdout)
            self.assertNotIn("\033", never.stdout)
            self.assertEqual((plain.stderr, plain.returncode), ("", 1))

    def test_bundle(self):
        with Practice("healthy") as practice:
            path = pathlib.Path(FOLDER.name) / "case.lockstep.zip"
            done = run("check", "--trust", practice.trust, "--bundle", str(path),
                       practice.places["signon"])
            self.assertEqual(done.returncode, 0)
            with zipfile.ZipFile(path) as bundle:
                self.assertIn("MANIFEST.json", bundle.namelist())

    def test_bundle_that_cannot_be_written(self):
        with Practice("expired-certificate") as practice:
            done = run("check", "--json", "--trust", practice.trust, "--bundle",
                       f"{FOLDER.name}/no-such-folder/case.zip", practice.places["signon"])
            self.assertEqual(done.returncode, 3)
            self.assertEqual(first(json.loads(done.stdout)), ("certificate.expired", "certain"))
            self.assertIn("no-such-folder", done.stderr)
            self.assertEqual(done.stderr.count("\n"), 1)


class WrongUse(unittest.TestCase):
    def test_sentences(self):
        rows = [
            (["check"], "host"),
            (["check", "no such host"], "no such host"),
            (["check", "h:65536"], "65536"),
            (["check", "h:0"], "0"),
            (["check", "--port", "x", "h"], "x"),
            (["check", "--service", "nonsense", "h"], "nonsense"),
            (["check", "--service-port", "signon", "h"], "signon"),
            (["check", "--service-port", "nonsense=1", "h"], "nonsense"),
            (["check", "--timeout", "0", "h"], "--timeout"),
            (["check", "--timeout", "nan", "h"], "--timeout"),
            (["check", "--at", "yesterday", "h"], "yesterday"),
            (["check", "--name", "two words", "h"], "two words"),
            (["check", "--trust", "/nonexistent/ca.pem", "127.0.0.1:1"], "/nonexistent/ca.pem"),
            (["check", "--color", "maybe", "h"], "maybe"),
            (["check", "--format", "xml", "h"], "xml"),
            (["check", "--format", "nagios", "h"], "nagios"),
            (["check", "--crl", "f", "h"], "--crl"),
            (["check", "--client-certificate", "f", "h"], "--client-certificate"),
            (["check", "--client-key", "f", "h"], "--client-key"),
            (["check", "--deep", "h"], "--deep"),
            (["check", "--no-such-option", "h"], "--no-such-option"),
            (["explain"], "message"),
            (["explain", "--all"], "markdown"),
            (["verify", "f"], "verify"),
            (["sweep"], "sweep"),
            (["nonsense"], "nonsense"),
        ]
        for arguments, word in rows:
            with self.subTest(" ".join(arguments)):
                done = run(*arguments)
                self.assertEqual(done.returncode, 2)
                self.assertEqual(done.stdout, "")
                self.assertEqual(done.stderr.count("\n"), 1)
                self.assertIn(word, done.stderr)

    def test_catalogue(self):
        path = pathlib.Path(FOLDER.name) / "broken.json"
        path.write_text('{"format": 1, "messages": 7}', encoding="utf-8")
        done = subprocess.run([PROGRAM, "explain", "CWBCO1034"], capture_output=True, text=True,
                              env={**ENVIRONMENT, "LOCKSTEP_CATALOG": str(path)}, timeout=50)
        self.assertEqual(done.returncode, 2)
        self.assertIn("broken.json", done.stderr)
        self.assertIn("messages", done.stderr)

    def test_help_and_version(self):
        for arguments in (["--help"], ["check", "--help"], ["explain", "--help"],
                          ["practice", "--help"]):
            done = run(*arguments)
            self.assertEqual(done.returncode, 0)
            self.assertIn("lockstepctl", done.stdout.split("xample", 1)[1])
        for arguments in (["--version"], ["check", "--version"], ["explain", "--version"]):
            self.assertTrue(run(*arguments).stdout.startswith("lockstepctl "))


    def test_bytes_of_any_kind(self):
        """A text is read in whatever locale and encoding it comes."""
        for text in ("CWBCO1034 \u2013 25406", b"CWBCO1034 \xfc 25406"):
            for command in (["explain", text], ["check", "--symptom", text, "127.0.0.1:1"]):
                with self.subTest(command):
                    done = subprocess.run([PROGRAM, *command[:1], "--json", *command[1:]],
                                          env={**ENVIRONMENT, "LC_ALL": "C"}, timeout=50,
                                          capture_output=True, encoding="utf-8")
                    report = json.loads(done.stdout)
                    match = report["matches"][0] if "matches" in report else report["symptom"]
                    self.assertEqual((match["message"], match["code"]), ("CWBCO1034", 25406))
        done = subprocess.run([PROGRAM, "check", b"ibmi\xff"], env=ENVIRONMENT, timeout=50,
                              capture_output=True, encoding="utf-8")
        self.assertEqual((done.returncode, done.stderr.count("\n")), (2, 1))

    def test_closed_descriptors(self):
        """Nothing else takes the place of a standard descriptor that was closed."""
        def ended(*arguments, closed):
            return subprocess.run([PROGRAM, *arguments], env=ENVIRONMENT, timeout=50,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                  preexec_fn=lambda: os.close(closed)).returncode

        self.assertEqual(ended("practice", "expired-certificate", closed=0), 0)
        self.assertEqual(ended("explain", "-", closed=0), 2)
        self.assertEqual(ended("check", "127.0.0.1:1", closed=1), 3)


class Interrupt(unittest.TestCase):
    def test_at_once(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            process = subprocess.Popen(
                [PROGRAM, "check", "--timeout", "600", f"127.0.0.1:{server.getsockname()[1]}"],
                env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            connection, _ = server.accept()
            with connection:
                self.assertTrue(connection.recv(1))
                process.send_signal(signal.SIGINT)
                out, said = process.communicate(timeout=20)
            self.assertEqual((process.returncode, out, said), (130, "", ""))


class Explain(unittest.TestCase):
    def test_json(self):
        done = run("explain", "--json", "CWBCO1034", "25406")
        document = json.loads(done.stdout)
        match = document["matches"][0]

        self.assertEqual(done.returncode, 0)
        self.assertEqual(document["schema"], "lockstep.explanation/1")
        self.assertEqual((match["message"], match["code"], match["condition"]),
                         ("CWBCO1034", 25406, "GSK_ERROR_IO"))
        self.assertEqual(match["causes"][0]["id"], "certificate.expired")
        self.assertTrue(match["remedies"] and match["flow"] and match["meaning"])
        # What the administrator of the other product does is no remedy for this message.
        self.assertIn("dcm.renew-and-assign", match["remedies"])
        self.assertNotIn("ihs.renew", match["remedies"])
        self.assertIsNone(match["corrected_from"])
        self.assertIsNone(document["host"])

    def test_standard_input(self):
        done = subprocess.run([PROGRAM, "explain", "--json", "-"], env=ENVIRONMENT, text=True,
                              input="[ssl:error] SSL0226I: Handshake Failed, I/O error\n",
                              capture_output=True, timeout=50)
        self.assertEqual(json.loads(done.stdout)["matches"][0]["message"], "SSL0226I")

    def test_text(self):
        done = run("explain", "CWBCO1034 25406")
        self.assertEqual(done.returncode, 0)
        self.assertIn("GSK_ERROR_IO", done.stdout)
        self.assertNotIn("{", done.stdout)

    def test_nothing(self):
        self.assertEqual(run("explain", "nothing", "of", "the", "kind").returncode, 1)
        document = json.loads(run("explain", "--json", "nothing of the kind").stdout)
        self.assertEqual(document["matches"], [])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "--verbose"])
