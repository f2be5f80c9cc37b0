#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of "list --json": every key, its order and its kind, on a sample diary and at the edges."""

import json
import os
import pty
import subprocess

import home as cli

NIGHT = ["night", "state", "episodes", "factors", "sleep", "note"]
EPISODE = ["uid", "start", "duration_s", "severity", "distress", "side", "site", "by_day", "arms_or_hands", "woke",
           "eased", "ongoing", "soreness_h", "relief", "ended_by", "note"]
SLEEP = ["into_bed", "tried", "asleep_min", "awakenings", "awake_min", "final_wake", "out_of_bed", "quality", "rested",
         "tired"]
ANSWER = {None, "yes", "no"}


def check_episode(episode):
    assert list(episode) == EPISODE, list(episode)
    assert len(episode["uid"]) == 36
    assert episode["side"] in {None, "left", "right", "both"}
    assert episode["site"] in {None, "calf", "foot", "toes", "front-thigh", "back-thigh", "other"}
    for key in ("by_day", "arms_or_hands", "woke", "eased", "ongoing"):
        assert episode[key] in ANSWER, (key, episode[key])
    for key in ("duration_s", "severity", "distress"):
        assert episode[key] is None or type(episode[key]) is int, (key, episode[key])
    assert type(episode["relief"]) is list


def check_night(night):
    assert list(night) == NIGHT, list(night)
    assert list(night["sleep"]) == SLEEP, list(night["sleep"])
    assert night["state"] in {"cramps", "no-cramps", "not-recorded"}
    assert (night["state"] == "cramps") == (len(night["episodes"]) > 0)
    for episode in night["episodes"]:
        check_episode(episode)
    assert list(night["factors"]) == sorted(night["factors"])
    for value in night["factors"].values():
        assert list(value) == ["value", "entered"]
        assert value["entered"] in {"evening", "usual", "after", "unknown"}


def sample_diary(home):
    home.ok("sample", "--nights", "35", "--diary", home.diary)
    nights = home.nights()
    for night in nights:
        check_night(night)
    dates = [night["night"] for night in nights]
    assert dates == sorted(set(dates))
    assert dates[-1] == "2026-11-21"


def everything_unknown(home):
    home.ok("log", "--cramps", "1")
    night = home.nights()[0]
    check_night(night)
    episode = night["episodes"][0]
    assert all(episode[key] is None for key in EPISODE if key not in ("uid", "relief")), episode
    assert episode["relief"] == []
    assert all(value is None for value in night["sleep"].values())
    assert night["note"] is None


def nothing_in_reach(home):
    home.ok("log", "--no-cramps")
    assert home.ok("list", "--json", "--to", "2000-01-01") == "[]\n"


def any_text_in_a_note(home):
    note = 'a "quoted" \\ note,\nwith a second line\tand ünïcödé \U0001f319 \x01'
    home.ok("log", "--no-cramps", "--note", note)
    assert home.nights()[0]["note"] == note


def same_bytes_in_every_locale(home):
    home.ok("log", "--date", "2026-11-20", "--cramps", "1", "--soreness-h", "0.5", "--note", "Krämpfe")
    plain = home.ok("list", "--json", LC_ALL="C")
    for locale in ("C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8"):
        assert home.ok("list", "--json", LC_ALL=locale) == plain
    assert json.loads(plain)[0]["episodes"][0]["soreness_h"] == 0.5


def no_note_steers_the_terminal(home):
    note = "caf\u00e9 \x1b[31m\x07\u009b2J\nnext"
    home.ok("log", "--date", "2026-11-20", "--no-cramps", "--note", note)
    assert note in home.ok("show", "--date", "2026-11-20"), "a pipe gets every byte"
    reader, writer = pty.openpty()
    subprocess.run([cli.CLI, "show", "--date", "2026-11-20"], env=home.env, stdin=subprocess.DEVNULL, stdout=writer,
                   check=True, timeout=120)
    os.close(writer)
    said = os.read(reader, 10000).decode()
    os.close(reader)
    assert "caf\u00e9 \ufffd[31m\ufffd\ufffd2J\r\nnext" in said, repr(said)


def one_night_a_line(home):
    home.ok("sample", "--nights", "14", "--diary", home.diary)
    lines = home.ok("list", "--json").splitlines()
    assert lines[0] == "[" and lines[-1] == "]"
    for line in lines[1:-1]:
        json.loads(line.strip().rstrip(","))


cli.main([sample_diary, everything_unknown, nothing_in_reach, any_text_in_a_note, same_bytes_in_every_locale,
          no_note_steers_the_terminal, one_night_a_line])
