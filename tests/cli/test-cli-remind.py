#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders on the command line: list, next, calendar, setting them, what is refused, and no desktop to show them."""

import json
import os

import home as cli

# Where no bus answers.
NO_BUS = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/stillnight"}

OFF = "stretch  off  22:00  daily\nevening  off  21:30  daily\nmorning  off  08:00  daily\n"


def start(home):
    """A diary of another name than the one that the background program looks after."""
    home.env.update(NO_BUS)
    home.other = home.path("other.db")
    home.ok("log", "--date", "2026-11-01", "--no-cramps", "--diary", home.other)


def remind(home, *words, **env):
    return home.ok("remind", *words, "--diary", home.other, **env)


def refused(home, *words):
    before = cli.digest(home.other)
    line = home.fails(2, "remind", *words, "--diary", home.other)
    assert cli.digest(home.other) == before
    return line


def off_until_it_is_set(home):
    start(home)
    assert remind(home) == OFF
    assert remind(home, "--list") == OFF
    assert remind(home, "--next") == "No reminder is on.\n"
    assert json.loads(remind(home, "--next", "--json")) == []


def a_time_and_days_turn_it_on(home):
    start(home)
    assert remind(home, "evening", "--at", "21:10") == OFF.replace("evening  off  21:30", "evening  on  21:10")
    remind(home, "stretch", "--days", "sun,mon,fri")
    remind(home, "morning", "--on")
    assert remind(home) == ("stretch  on  22:00  mon,fri,sun\nevening  on  21:10  daily\nmorning  on  08:00  daily\n")


def off_keeps_time_and_days(home):
    start(home)
    remind(home, "stretch", "--at", "22:40", "--days", "tue")
    assert "stretch  off  22:40  tue\n" in remind(home, "stretch", "--off")
    assert "stretch  on  22:40  tue\n" in remind(home, "stretch", "--on")


def each_setting_is_one_step_to_undo(home):
    start(home)
    remind(home, "stretch", "--at", "22:40")
    remind(home, "stretch", "--off")
    home.ok("undo", "--diary", home.other)
    assert "stretch  on  22:40" in remind(home)
    home.ok("undo", "--diary", home.other)
    assert remind(home) == OFF


def json_for_programs(home):
    start(home)
    remind(home, "stretch", "--at", "bedtime")
    remind(home, "morning", "--days", "sat,sun", "--at", "09:05")
    every_day = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    assert json.loads(remind(home, "--json")) == json.loads(remind(home, "--list", "--json")) == [
        {"kind": "stretch", "on": True, "at": "22:00", "follows_bedtime": True, "days": every_day},
        {"kind": "evening", "on": False, "at": "21:30", "follows_bedtime": False, "days": every_day},
        {"kind": "morning", "on": True, "at": "09:05", "follows_bedtime": False, "days": ["sat", "sun"]},
    ]


def the_stretch_follows_the_usual_bedtime(home):
    start(home)
    for date, bed in ("2026-11-18", "23:10"), ("2026-11-19", "00:20"), ("2026-11-20", "23:30"):
        home.ok("log", "--date", date, "--no-cramps", "--into-bed", bed, "--diary", home.other)
    assert "stretch  on  23:15  daily  bedtime\n" in remind(home, "stretch", "--at", "bedtime")
    assert remind(home, "--next") == "2026-11-22 23:15  stretch\n"
    assert "stretch  on  21:00  daily\n" in remind(home, "stretch", "--at", "21:00")


def next_comes_by_the_clock_of_the_zone(home):
    start(home)
    remind(home, "evening", "--at", "21:10")
    assert remind(home, "--next") == "2026-11-22 21:10  evening\n"
    assert remind(home, "--next", TZ="Asia/Kathmandu") == "2026-11-23 21:10  evening\n"
    assert json.loads(remind(home, "--next", "--json", TZ="America/St_Johns")) == [
        {"kinds": ["evening"], "night": "2026-11-22", "at": "2026-11-22T21:10:00-03:30"}]


def near_ones_come_as_one(home):
    start(home)
    remind(home, "evening", "--at", "21:30")
    remind(home, "stretch", "--at", "22:00")
    assert remind(home, "--next") == "2026-11-22 21:30  stretch+evening\n"
    remind(home, "stretch", "--at", "22:01")
    assert remind(home, "--next") == "2026-11-22 21:30  evening\n2026-11-22 22:01  stretch\n"


def what_is_done_is_not_next(home):
    start(home)
    remind(home, "stretch", "--at", "22:00")
    home.ok("log", "--factor", "stretch=yes", "--diary", home.other)
    assert remind(home, "--next") == "2026-11-23 22:00  stretch\n"


def days_are_of_the_night(home):
    start(home)
    remind(home, "stretch", "--at", "00:30", "--days", "sun")
    assert json.loads(remind(home, "--next", "--json")) == [
        {"kinds": ["stretch"], "night": "2026-11-22", "at": "2026-11-23T00:30:00+00:00"}]


def calendar_for_the_phone(home):
    start(home)
    remind(home, "stretch", "--at", "22:00")
    remind(home, "morning", "--days", "sun")
    done = home.run("remind", "--calendar", "--diary", home.other)
    text = done.stdout.decode()
    assert done.returncode == 0 and done.stderr == b"", done
    assert text.count("\r\n") == text.count("\n"), text
    assert text.count("BEGIN:VEVENT\r\n") == 2, text
    assert "DTSTART:20261122T220000\r\n" in text and "DTSTART:20261123T080000\r\n" in text, text
    assert "BYDAY=MO\r\n" in text, text
    assert "cramp" not in text.lower(), text


def no_calendar_of_nothing(home):
    start(home)
    line = home.fails(1, "remind", "--calendar", "--diary", home.other)
    assert line == "no reminder is on: there is nothing to put into a calendar", line


def saved_where_nothing_shows_it(home):
    home.env.update(NO_BUS)
    done = home.run("remind", "stretch", "--at", "21:00")
    assert done.returncode == 0, done
    assert done.stdout.decode().startswith("stretch  on  21:00"), done
    assert done.stderr.decode().count("\n") == 1 and b"Saved." in done.stderr, done
    assert home.ok("remind").startswith("stretch  on  21:00")
    assert home.ok("remind", "stretch", "--off") == home.ok("remind")
    assert b"Saved." in home.run("remind", "stretch", "--on", "--diary", home.diary).stderr


def a_test_that_cannot_be_shown(home):
    home.env.update(NO_BUS)
    line = home.fails(1, "remind", "--test")
    assert line.startswith("no reminder could be shown: "), line


def no_diary_is_made_by_asking_or_by_a_mistake(home):
    home.env.update(NO_BUS)
    for words in [], ["--list"], ["--next"], ["--calendar"]:
        assert "there is no diary" in home.fails(1, "remind", *words)
    home.fails(2, "remind", "stretch", "--at", "25:00")
    assert not os.path.exists(home.diary)


REFUSED = [
    (["lunch", "--on"], "remind: 'lunch' is not a reminder; it is one of stretch, evening, morning"),
    (["stretch"], "a reminder is set with --at, --days, --on or --off"),
    (["stretch", "--list"], "a reminder is set with --at, --days, --on or --off"),
    (["stretch", "--list", "--on"], "a reminder is set with --at, --days, --on or --off"),
    (["stretch", "--on", "--off"], "--on and --off cannot both be meant"),
    (["--on"], "--at, --days, --on and --off need the reminder: stretch, evening or morning"),
    (["--at", "21:00"], "--at, --days, --on and --off need the reminder: stretch, evening or morning"),
    (["--list", "--next"], "remind takes one of --list, --next, --test and --calendar"),
    (["--json", "--calendar"], "--json goes with --list and --next"),
    (["--json", "--test"], "--json goes with --list and --next"),
    (["stretch", "--on", "--json"], "--json goes with --list and --next"),
    (["stretch", "--at", "24:00"], "--at: '24:00' is not a time of the form HH:MM"),
    (["stretch", "--at", ""], "--at: '' is not a time of the form HH:MM"),
    (["evening", "--at", "bedtime"], "--at: reminder 'evening': only the stretch can follow the usual bedtime"),
    (["stretch", "--days", "mon,noday"], "--days: 'noday' is not a day of the week"),
    (["stretch", "--days", "mon,"], "--days: '' is not a day of the week"),
    (["stretch", "evening", "--on"], "remind: 'evening' is one word too many"),
]


def mistakes_change_nothing(home):
    start(home)
    for words, said in REFUSED:
        line = refused(home, *words)
        assert line.startswith(said), (words, line)


cli.main([
    off_until_it_is_set,
    a_time_and_days_turn_it_on,
    off_keeps_time_and_days,
    each_setting_is_one_step_to_undo,
    json_for_programs,
    the_stretch_follows_the_usual_bedtime,
    next_comes_by_the_clock_of_the_zone,
    near_ones_come_as_one,
    what_is_done_is_not_next,
    days_are_of_the_night,
    calendar_for_the_phone,
    no_calendar_of_nothing,
    saved_where_nothing_shows_it,
    a_test_that_cannot_be_shown,
    no_diary_is_made_by_asking_or_by_a_mistake,
    mistakes_change_nothing,
])
