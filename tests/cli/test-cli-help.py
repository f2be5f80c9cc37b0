#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help, manual page and completion speak of the same verbs and options as the program."""

import os
import re

import home as cli

DATA = os.environ["STILLNIGHT_DATA"]


def verbs(home):
    part = home.ok("--help").split("Verbs:\n")[1].split("\n\n")[0]
    return [line.split()[0] for line in part.splitlines()]


def options(home, verb):
    part = home.ok(verb, "--help").split("Options:\n")[1]
    return re.findall(r"^  (--[a-z-]+)", part, re.M)


def read(name):
    with open(os.path.join(DATA, name), encoding="utf-8") as file:
        return file.read()


def every_verb_has_help(home):
    assert {"log", "list", "show", "delete", "undo", "redo", "factors", "backup", "verify", "sample"} <= set(verbs(home))
    for verb in verbs(home):
        text = home.ok(verb, "--help")
        assert text.startswith(f"Usage: stillnight-cli {verb}"), text
        assert max(map(len, text.splitlines())) < 140, text
    assert home.ok("-h") == home.ok("--help")
    assert home.ok("log", "-h") == home.ok("log", "--help")
    assert not os.path.exists(home.diary)


def manual_page_names_all(home):
    manual = read("stillnight-cli.1").replace("\\-", "-")
    for verb in verbs(home):
        assert re.search(rf"^\.B {verb}\b|^\.BR? {verb}\b", manual, re.M), verb
        for option in options(home, verb):
            assert option in manual, (verb, option)


def completion_names_all(home):
    completion = read("stillnight-cli.bash")
    for verb in verbs(home):
        assert re.search(rf"\b{verb}\b", completion), verb
        for option in options(home, verb):
            assert option in completion, (verb, option)


def version(home):
    assert re.fullmatch(r"stillnight-cli \d+\.\d+\.\d+\n", home.ok("--version"))


cli.main([every_verb_has_help, manual_page_names_all, completion_names_all, version])
