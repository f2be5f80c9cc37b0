#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays sessions.txt: commands and what they must print."""

import json
import os
import re
import shlex

import home as cli


def read_sessions(path):
    sessions = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("= "):
                sessions.append((line[2:], []))
            elif line.startswith("$ "):
                sessions[-1][1].append((line[2:], []))
            elif line and not line.startswith("#"):
                sessions[-1][1][-1][1].append(line)
    return sessions


def look(data, path):
    """[0].episodes[*].severity"""
    for step in re.findall(r"\[(?:\*|\d+)\]|[A-Za-z_-]+", path):
        if step == "[*]":
            rest = path[path.index("[*]") + 3:]
            return [look(item, rest) for item in data]
        data = data[int(step[1:-1])] if step.startswith("[") else data[step]
    return data


def play(home, commands):
    for command, expected in commands:
        words, _, path = command.partition(" | ")
        codes = [int(line[2:]) for line in expected if line.startswith("? ")]
        lines = [line for line in expected if not line.startswith("? ")]
        if codes:
            home.fails(codes[0], *shlex.split(words))
        elif path:
            found = look(json.loads(home.ok(*shlex.split(words))), path)
            assert found == json.loads(lines[0]), f"$ {command}\nfound {json.dumps(found)}\nnot   {lines[0]}"
        else:
            found = home.ok(*shlex.split(words)).splitlines()
            assert not lines or found == lines, f"$ {command}\nfound {found}"


def as_test(name, commands):
    def test(home):
        play(home, commands)
    test.__name__ = name
    return test


cli.main([as_test(name, commands)
          for name, commands in read_sessions(os.path.join(os.path.dirname(__file__), "sessions.txt"))])
