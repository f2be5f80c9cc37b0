#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several programs that write the same night at once, also the first ones, who make the diary."""

import subprocess

import home as cli


def start(home, *words):
    return subprocess.Popen([cli.CLI, *words], env=home.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finish(processes):
    for process in processes:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
        assert errors == b"", errors


def four_writers_on_one_night(home):
    factors = ["fluids=1500", "activity=30", "exertion=4", "sitting=6", "alcohol=0", "stretch=yes", "caffeine=95",
               "stress=3"]
    for i in range(0, len(factors), 4):
        finish([start(home, "log", "--date", "2026-11-20", "--factor", value) for value in factors[i:i + 4]])
    assert len(home.nights()[0]["factors"]) == len(factors)
    home.ok("verify")


def the_same_thing_said_by_all(home):
    finish([start(home, "log", "--date", "2026-11-20", "--cramps", "2", "--severity", "6") for _ in range(6)])
    assert [episode["severity"] for episode in home.nights()[0]["episodes"]] == [6, None]


cli.main([four_writers_on_one_night, the_same_thing_said_by_all])
