#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several programs that write the same diary at once: nothing is lost, none is told to wait."""

import subprocess

import home as cli


def start(home, *words):
    return subprocess.Popen([cli.CLI, *words], env=home.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finish(processes):
    for process in processes:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
        assert errors == b"", errors


def four_writers_on_nights_of_their_own(home):
    home.ok("log", "--date", "2026-10-31", "--no-cramps")
    for day in range(1, 11):
        finish([start(home, "log", "--date", f"2026-{month:02}-{day:02}", "--cramps", "2", "--severity", "5")
                for month in (7, 8, 9, 10)])
    assert len(home.nights()) == 41
    home.ok("verify")


def four_writers_on_one_night(home):
    """Also the first one, who makes the diary, meets the others."""
    factors = ["fluids=1500", "activity=30", "exertion=4", "sitting=6", "alcohol=0", "stretch=yes", "caffeine=95",
               "stress=3"]
    for i in range(0, len(factors), 4):
        finish([start(home, "log", "--date", "2026-11-20", "--factor", value) for value in factors[i:i + 4]])
    assert len(home.nights()[0]["factors"]) == len(factors)
    home.ok("verify")


def the_same_thing_said_by_all(home):
    finish([start(home, "log", "--date", "2026-11-20", "--cramps", "2", "--severity", "6") for _ in range(6)])
    assert [episode["severity"] for episode in home.nights()[0]["episodes"]] == [6, None]


cli.main([four_writers_on_nights_of_their_own, four_writers_on_one_night, the_same_thing_said_by_all])
