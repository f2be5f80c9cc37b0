#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help and manual page speak of the same verbs and options as the program."""

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


def parts_of_manual(home):
    """What the manual page says of each verb."""
    manual = read("stillnight-cli.1").replace("\\-", "-").split(".SH VERBS\n")[1].split(".SH JSON\n")[0]
    parts, name = {}, None
    for part in re.split(r"^\.TP\n", manual, flags=re.M)[1:]:
        head = re.match(r"\.BR? ([a-z-]+)\b", part)
        name = head.group(1) if head and head.group(1) in verbs(home) else name
        parts[name] = parts.get(name, "") + re.sub(r"\\f[A-Z]", "", part)
    return parts


def manual_page_names_all(home):
    parts = parts_of_manual(home)
    assert set(parts) == set(verbs(home)), set(verbs(home)) ^ set(parts)
    for verb in verbs(home):
        for word in (line.split("\t")[0] for line in home.ok("--complete", verb, "").splitlines()):
            assert word in parts[verb] or word[:2] in ("--", ":f") or word[-1] == "=" or verb == "guide", (verb, word)
        for option in options(home, verb):
            assert option in ("--diary", "--help") or option in parts[verb], (verb, option)


def version(home):
    assert re.fullmatch(r"stillnight-cli \d+\.\d+\.\d+\n", home.ok("--version"))


cli.main([every_verb_has_help, manual_page_names_all, version])
