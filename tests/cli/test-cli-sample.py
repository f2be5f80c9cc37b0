#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sample diaries: as many nights as asked for, always the same, with the truth printed beside them."""

import json

import home as cli


def every_size(home):
    for nights in (0, 1, 7, 14, 35, 200):
        name = f"{nights}.db"
        home.ok("sample", "--nights", str(nights), "--diary", name)
        home.ok("verify", name)
        stored = home.nights("--diary", name)
        assert .85 * nights <= len(stored) <= nights, (nights, len(stored))
        assert not stored or stored[-1]["night"] == "2026-11-21"


def three_years(home):
    home.ok("sample", "--nights", "1095", "--diary", "years.db")
    stored = home.nights("--diary", "years.db")
    cramps = sum(night["state"] == "cramps" for night in stored)
    recorded = sum(night["state"] != "not-recorded" for night in stored)
    assert .15 < cramps / recorded < .5, (cramps, recorded)


def without_uids(nights):
    for night in nights:
        for episode in night["episodes"]:
            del episode["uid"]
    return nights


def same_seed_same_nights(home):
    for name, seed in (("a.db", "3"), ("b.db", "3"), ("c.db", "4")):
        home.ok("sample", "--nights", "35", "--seed", seed, "--diary", name)
    first, again, other = (without_uids(home.nights("--diary", name)) for name in ("a.db", "b.db", "c.db"))
    assert first == again
    assert first != other


def truth_is_printed(home):
    truth = json.loads(home.ok("sample", "--json", "--diary", "a.db"))
    assert truth["nights"] == 200 and truth["seed"] == 4
    planted = {link["slug"]: link["odds_ratio"] for link in truth["planted"]}
    assert planted == {"fluids": 6, "exertion": 5, "stretch": .2}, planted
    text = home.ok("sample", "--diary", "b.db")
    for slug in planted:
        assert slug in text
    nothing = json.loads(home.ok("sample", "--json", "--planted", "none", "--diary", "c.db"))
    assert nothing["planted"] == []


def bad_night(home):
    home.ok("sample", "--nights", "7", "--bad-night", "--diary", "a.db")
    last = home.nights("--diary", "a.db")[-1]
    assert last["night"] == "2026-11-21"
    assert len(last["episodes"]) == 1
    assert last["episodes"][0]["eased"] == "no" and last["episodes"][0]["duration_s"] > 600


def one_undo_takes_it_all(home):
    home.ok("sample", "--nights", "14", "--diary", home.diary)
    home.ok("undo")
    assert home.nights() == []


cli.main([every_size, three_years, same_seed_same_nights, truth_is_printed, bad_night, one_undo_takes_it_all])
