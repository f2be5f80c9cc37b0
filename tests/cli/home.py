# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Program-level tests of stillnight-cli: each gets a home of its own, results are printed as TAP."""

import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import traceback

CLI = os.environ["STILLNIGHT_CLI"]
NOBODY = 65534
NOW = "2026-11-22T20:00:00Z"


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


class Home:
    """An empty home folder, a clock that stands still, and the program."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="stillnight-cli-")
        self.env = dict(os.environ, XDG_DATA_HOME=self.folder, HOME=self.folder, STILLNIGHT_NOW=NOW, TZ="UTC")
        self.diary = os.path.join(self.folder, "stillnight", "diary.db")

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def run(self, *words, **env):
        return subprocess.run([CLI, *words], env=dict(self.env, **env), cwd=self.folder, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)

    def ok(self, *words, **env):
        """Runs what must succeed without a word on standard error; returns its output."""
        done = self.run(*words, **env)
        assert done.returncode == 0, (words, done.returncode, done.stderr.decode())
        assert done.stderr == b"", done.stderr.decode()
        return done.stdout.decode()

    def fails(self, code, *words, **env):
        """Runs what must fail with one line on standard error and nothing else; returns the line."""
        done = self.run(*words, **env)
        line = done.stderr.decode()
        assert done.returncode == code, (words, done.returncode, line)
        assert done.stdout == b"", done.stdout
        assert line.startswith("stillnight-cli: ") and line.endswith("\n") and line.count("\n") == 1, line
        return line[len("stillnight-cli: "):-1]

    def hand_over(self):
        """Root may write everywhere: gives the home, and a copy of the program in it, to someone who may not."""
        program = shutil.copy(CLI, self.path("stillnight-cli"))
        if os.geteuid() == 0:
            for parent, _, names in os.walk(self.folder):
                for name in [".", *names]:
                    os.chown(os.path.join(parent, name), NOBODY, NOBODY)
        return program

    def run_as_user(self, program, *words, limit=None):
        """Runs that copy as its owner. limit: in bytes, beyond which no file may grow."""
        def prepare():
            if limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        return subprocess.run([program, *words], env=self.env, cwd=self.folder, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=prepare, **user)

    def nights(self, *words, **env):
        return json.loads(self.ok("list", "--json", *words, **env))

    def bytes(self, path=None):
        with open(path or self.diary, "rb") as file:
            return file.read()


def main(tests):
    failed = 0
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        home = Home()
        try:
            test(home)
            print(f"ok {number} {test.__name__}")
        except Exception:
            failed += 1
            print(f"not ok {number} {test.__name__}")
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
        finally:
            for parent, _, _ in os.walk(home.folder):
                os.chmod(parent, 0o700)
            shutil.rmtree(home.folder)
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
