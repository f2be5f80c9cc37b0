#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the shells complete: the Tab key is really pressed in bash and zsh, each on a terminal of its own, and fish is asked."""

import os
import pty
import re
import select
import shutil
import subprocess
import time

import home as cli

SCRIPTS = os.path.join(os.environ["STILLNIGHT_DATA"], "completions")
LONGEST_S = 20
# What is typed before Tab, and the line that it becomes; after = stands no space, for the value follows.
LINES = {
    "lo": "log",
    "sampl": "sample",
    "--vers": "--version",
    "log --no-c": "log --no-cramps",
    "log --side l": "log --side left",
    "log --side=l": "log --side=left",
    "log --eased y": "log --eased yes",
    "log --factor flu": "log --factor fluids=",
    "--diary other.d": "--diary other.db",
    "--diary other.db li": "--diary other.db list",
    "verify oth": "verify other.db",
    "medicines cl": "medicines classes",
    "suspects add caffeine-l": "suspects add caffeine-late",
    "guide restl": "guide restless-legs",
    "signs one-leg-sw": "signs one-leg-swollen=",
}


def shell(name):
    path = shutil.which(name)
    assert path is not None, f"{name} is missing: ./dev test installs it"
    return path


def make_place(home):
    """A folder with a file to complete, and the program under its own name."""
    os.makedirs(home.path("bin"))
    os.symlink(cli.CLI, home.path("bin", "stillnight-cli"))
    with open(home.path("other.db"), "w", encoding="utf-8"):
        pass
    return dict(home.env, PATH=home.path("bin") + ":" + os.environ["PATH"], PS1="$ ", TERM="dumb", HISTFILE="/dev/null")


class Terminal:
    """An interactive shell on a terminal."""

    def __init__(self, folder, env, *command):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execve(command[0], command, env)
        self.said = ""

    def type(self, text):
        os.write(self.fd, text.encode())

    def wait_for(self, pattern):
        end = time.monotonic() + LONGEST_S
        while not (found := re.search(pattern, self.said)):
            assert time.monotonic() < end, (pattern, self.said)
            if select.select([self.fd], [], [], 1)[0]:
                self.said += os.read(self.fd, 65536).decode(errors="replace").replace("\r", "")
        self.said = self.said[found.end():]
        return found

    def complete(self, line):
        """Types the line and Tab, and has the shell print what then stands there."""
        self.type(f"stillnight-cli {line}\t\x01echo \"=$?=\" ' \x05'\n")
        return self.wait_for(r"\n=\d+=  ?stillnight-cli (.*)\n").group(1)

    def close(self):
        self.type("\x15exit\n")
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def ask(terminal):
    for line, expected in LINES.items():
        got = terminal.complete(line)
        assert got.rstrip(" ") == expected, (line, got)
        assert not (got.endswith(" ") and expected.endswith("=")), (line, got)
    terminal.close()


def bash_completes(home):
    env = make_place(home)
    terminal = Terminal(home.folder, env, shell("bash"), "--noprofile", "--norc", "-i")
    terminal.type(f"bind 'set enable-bracketed-paste off'; source {SCRIPTS}/stillnight-cli.bash; echo re''ady\n")
    terminal.wait_for(r"\nready\n")
    ask(terminal)


def zsh_completes(home):
    env = make_place(home)
    os.makedirs(home.path("functions"))
    shutil.copy(f"{SCRIPTS}/stillnight-cli.zsh", home.path("functions", "_stillnight-cli"))
    terminal = Terminal(home.folder, env, shell("zsh"), "-f", "-i")
    terminal.type("bindkey -e; unsetopt zle_bracketed_paste prompt_sp; unset zle_bracketed_paste; "
                  f"fpath=({home.path('functions')} $fpath); autoload -Uz compinit; compinit -u -D; echo re''ady\n")
    terminal.wait_for(r"\nready\n")
    ask(terminal)


def fish_completes(home):
    env = make_place(home)
    for line, expected in LINES.items():
        done = subprocess.run([shell("fish"), "--no-config", "-c",
                               f"source {SCRIPTS}/stillnight-cli.fish; complete --do-complete='stillnight-cli {line}'"],
                              env=env, cwd=home.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=LONGEST_S)
        offered = [offer.split("\t")[0] for offer in done.stdout.splitlines()]
        assert done.stderr == "" and offered == [expected.split()[-1]], (line, done)


def offers(home, *words):
    return [line.split("\t")[0] for line in home.ok("--complete", *words).splitlines()]


def all_verbs_and_options_are_offered(home):
    helped = home.ok("--help")
    verbs = re.findall(r"^  ([a-z][a-z-]*)  ", helped, re.M)
    assert len(verbs) > 20, verbs
    assert set(verbs) == {word for word in offers(home, "") if word[0] != "-"}
    for verb in verbs:
        options = re.findall(r"^  (--[a-z-]+)", home.ok(verb, "--help"), re.M)
        offered = offers(home, verb, "--")
        assert set(options) == {word for word in offered if word.startswith("--")}, (verb, options, offered)
    assert offers(home) == offers(home, "")
    assert not os.path.exists(home.diary)


def nothing_is_offered_where_only_the_person_knows(home):
    assert offers(home, "log", "--note", "") == []
    assert offers(home, "log", "--date", "") == []
    assert offers(home, "medicines", "--dose", "l") == []
    assert offers(home, "delete", "2") == ["--diary", "--help"]
    assert "add" not in offers(home, "medicines", "add", "")


cli.main([bash_completes, zsh_completes, fish_completes, all_verbs_and_options_are_offered,
          nothing_is_offered_where_only_the_person_knows])
