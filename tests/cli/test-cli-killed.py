#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""300 times kill -9 at a random moment of a log: what was confirmed is there, and no night is half."""

import os
import random
import subprocess
import time

import home as cli

KILLS = 300
SEED = int(os.environ.get("STILLNIGHT_TEST_SEED", random.randrange(2**32)))


def night_of(i):
    return f"{2020 + i // 336}-{i % 336 // 28 + 1:02}-{i % 28 + 1:02}"


def log_words(i):
    return [cli.CLI, "log", "--date", night_of(i), "--cramps", "3", "--severity", "6", "--site", "calf", "--quality", "2",
            "--factor", "fluids=1500", "--factor", "stretch=yes", "--note", f"night {i}"]


def is_whole(night):
    return (night["state"] == "cramps" and [e["severity"] for e in night["episodes"]] == [6, None, None]
            and night["sleep"]["quality"] == 2 and len(night["factors"]) == 2 and night["note"].startswith("night"))


def usual_seconds(home):
    begun = time.monotonic()
    for i in range(KILLS, KILLS + 10):
        subprocess.run(log_words(i), env=home.env, stdout=subprocess.DEVNULL, check=True)
    return (time.monotonic() - begun) / 10


def no_confirmed_night_is_lost_and_none_is_half(home):
    dice = random.Random(SEED)
    print(f"# seed {SEED}")
    usual = usual_seconds(home)
    confirmed = {night_of(i) for i in range(KILLS, KILLS + 10)}
    killed = 0
    for i in range(KILLS):
        process = subprocess.Popen(log_words(i), env=home.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(dice.uniform(0, 3 * usual))
        process.kill()
        out, errors = process.communicate()
        assert errors == b"", errors
        if process.returncode == 0 or out.endswith(b"\n"):
            confirmed.add(night_of(i))
        else:
            killed += 1
    stored = {night["night"]: night for night in home.nights()}
    assert killed > KILLS // 10, f"only {killed} were killed in time"
    assert confirmed <= set(stored), sorted(confirmed - set(stored))
    half = [key for key, night in stored.items() if not is_whole(night)]
    assert not half, half
    home.ok("verify")
    print(f"# {killed} killed, {len(confirmed)} confirmed, {len(stored)} stored")


cli.main([no_confirmed_night_is_lost_and_none_is_half])
