#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Out and in without loss, and the laws of joining diaries: commutative, associative, idempotent on the export.

test-cli-exchange.py [--all]: a handful of random diaries, or a thousand. SEED in the environment, else the time; it is printed."""

import contextlib
import itertools
import json
import os
import pty
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import uuid

import home as cli

ALL = "--all" in sys.argv
SEED = int(os.environ.get("SEED", time.time_ns() % 1_000_000))
ROUNDS = 1000 if ALL else 8
HISTORIES = 200 if ALL else 2
LOCALES = [("de_DE", "UTF-8"), ("fr_FR", "UTF-8"), ("tr_TR", "UTF-8"), ("ar_EG", "UTF-8"), ("fa_IR", "UTF-8"), ("hi_IN", "UTF-8"),
           ("pt_BR", "UTF-8")]
TEXTS = ['plain', 'quote " and \\ and / {brace} ]', 'two\nlines\tand a tab', 'ünïcödé 漢字 🦵 עברית', "semi;colon, comma 'x'", '%s %n',
         'e\u0301 is not é', '\u202eright to left\u202c', '👩🏽\u200d⚕️', 'line\u2028paragraph\u2029', '\ufeffmark', 'last \U0010ffff \uffff',
         'no\u00a0break', 'İıŞş ﷺ', '=1+1', "'-- ", '\\u0041', '\r\n', ' around ', 'x' * 3000]
CLOCKS = ["00:00", "04:30", "11:59", "12:00", "21:05", "23:59"]
DAY_S = 24 * 60 * 60
START = 1_790_000_000


def make_locales(home):
    """Locales of other decimal points, digits and directions, made where the system does not bring them."""
    folder = home.path("locales")
    os.mkdir(folder)
    for name, charset in LOCALES:
        done = subprocess.run(["localedef", "-i", name, "-f", charset, os.path.join(folder, f"{name}.UTF-8")],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        assert os.path.isdir(os.path.join(folder, f"{name}.UTF-8")), (name, done.returncode)
    return ["C.UTF-8"] + [f"{name}.UTF-8" for name, _ in LOCALES], folder


def moment(second):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(START + second))


def night(rng):
    return time.strftime("%Y-%m-%d", time.gmtime(START - rng.randrange(1, 60) * DAY_S))


def step(rng):
    """One thing that a person does."""
    some = [
        ["log", "--date", night(rng), "--no-cramps"],
        ["log", "--date", night(rng), "--cramps", str(rng.randrange(1, 4)), "--severity", str(rng.randrange(11)), "--duration",
         f"{rng.randrange(1, 3000)}s", "--soreness-h", f"{rng.random() * 10:.6f}"],
        ["log", "--date", night(rng), "--factor", f"fluids={rng.random() * 3000!r}", "--factor", f"caffeine={rng.randrange(500)}"],
        ["log", "--date", night(rng), "--note", rng.choice(TEXTS)],
        ["log", "--date", night(rng), "--cramps", "1", "--start", rng.choice(CLOCKS), "--side", rng.choice(["left", "right", "both"]),
         "--site", rng.choice(["calf", "foot", "toes", "front-thigh", "back-thigh", "other"]), "--eased", rng.choice(["yes", "no"]),
         "--woke", "yes", "--distress", str(rng.randrange(11)), "--relief", rng.choice(["none", "stretch", "stretch,walk"]), "--ended-by",
         "walk", "--by-day", rng.choice(["yes", "no"]), "--arms-or-hands", rng.choice(["yes", "no"])],
        ["log", "--date", night(rng), "--into-bed", rng.choice(CLOCKS), "--tried", rng.choice(CLOCKS), "--asleep-min",
         str(rng.randrange(90)), "--awakenings", str(rng.randrange(9)), "--awake-min", str(rng.randrange(90)), "--final-wake", "06:40",
         "--out-of-bed", "07:05", "--quality", str(rng.randrange(1, 6)), "--rested", str(rng.randrange(1, 6)), "--tired",
         str(rng.randrange(11))],
        ["log", "--date", night(rng), "--ordinary-day"],
        ["medicines", "add", f"M{rng.randrange(9)}", "--as-needed", "--dose", rng.choice(TEXTS[:3]), "--schedule", "at night", "--class",
         rng.choice(["statins", "unknown"])],
        ["medicines", "take", f"M{rng.randrange(9)}", "--times", str(rng.randrange(4)), "--date", night(rng)],
        ["medicines", "dose", f"M{rng.randrange(9)}", f"{rng.randrange(1, 9)} mg", "--date", night(rng),
         rng.choice(["--raised", "--lowered"])],
        ["medicines", "delete", f"M{rng.randrange(9)}"],
        ["conditions", "add", "diabetes", "--since", night(rng)],
        ["conditions", "end", f"Own {rng.randrange(9)}", "--until", night(rng)],
        ["conditions", "delete", f"Own {rng.randrange(9)}"],
        ["visits", "delete", night(rng)],
        ["visits", "add", "--date", night(rng), "--whom", rng.choice(TEXTS), "--changed", rng.choice(TEXTS), "--asked"],
        ["person", f"sex={rng.choice(['female', 'male', 'other'])}", f"hemisphere={rng.choice(['north', 'south'])}",
         f"emergency-number={rng.randrange(100, 999)}"],
        ["settings", rng.choice(["day-change=14:00", "glass-ml=250", "drink-g=12"])],
        ["remind", rng.choice(["stretch", "evening", "morning"]), "--at", rng.choice(CLOCKS), "--days", rng.choice(["daily", "mon,sun"])],
        ["remind", rng.choice(["stretch", "evening", "morning"]), "--off"],
        ["stretch", "--done"],
        ["cramp"],
        ["cramp", "--end"],
        ["suspects", rng.choice(["add", "remove"]), rng.choice(["caffeine", "fluids", "alcohol", "stress"])],
        ["factors", rng.choice(["track", "untrack", "hide", "show"]), rng.choice(["caffeine", "alcohol", "late-meal-1"])],
        ["factors", "usual", "caffeine", str(rng.randrange(300))],
        ["factors", "group", "late-meal-2", rng.choice(TEXTS[:4])],
        ["factors", "rename", "late-meal-3", f"Supper {rng.randrange(3)}"],
        ["factors", "delete", f"late-meal-{rng.randrange(4)}"],
        ["signs", f"dark-urine={rng.choice(['yes', 'no'])}"],
        ["flags", rng.choice(["booked", "seen"])],
        ["flags", "dismiss", rng.choice(["F-R1", "F-E1", "F-N1"]), "--reason", "contacted"],
        ["medicines", "add", f"M{rng.randrange(9)}", "--dose", rng.choice(["5 mg", "½ tablet"]), "--start", night(rng)],
        ["medicines", "stop", f"M{rng.randrange(9)}", "--date", night(rng)],
        ["visits", "add", "--date", night(rng), "--said", rng.choice(TEXTS)],
        ["visits", "ask", f"Why {rng.randrange(20)}?"],
        ["signs", f"chest-pain={rng.choice(['yes', 'no'])}", "--date", night(rng)],
        ["conditions", "add", f"Own {rng.randrange(9)}", "--own-words"],
        ["factors", "add", f"Late meal {rng.randrange(4)}"],
        ["person", f"birth-year={rng.randrange(1930, 1990)}"],
        ["delete", night(rng)],
        ["undo"],
    ]
    return rng.choice(some)


def live(home, rng, diary, steps, at=0):
    """What may be refused is refused; the diary stays whole all the same."""
    for i in range(steps):
        done = home.run(*step(rng), "--diary", diary, STILLNIGHT_NOW=moment(at + 60 * i))
        assert done.returncode in (0, 1), done.stderr


def add_stretches(home, rng, diary):
    """What only the window writes: a routine of the person's own, and guided sessions."""
    whole = json.loads(export(home, diary))
    stamp = "2026-09-21T20:00:00+00:00[UTC]"

    def row(table, **columns):
        uid = str(uuid.UUID(int=rng.getrandbits(128), version=4))
        return {"table": table, "uid": uid, "rev": f"019a0000000{rng.randrange(9)}-0001-{rng.getrandbits(64):016x}", "updated": stamp,
                "created": stamp, **columns}

    whole["rows"] = [
        row("routine", name=rng.choice([TEXTS[0], TEXTS[1], TEXTS[3], TEXTS[4]]), steps='[{"exercise":"calf","seconds":30,"repetitions":2}]', source="person"),
        row("routine", deleted=1),
        row("session", night=night(rng), routine="standing", started=stamp, seconds=rng.randrange(900), steps=4, source="person"),
    ]
    with open(home.path("more.json"), "w", encoding="utf-8") as out:
        json.dump(whole, out, ensure_ascii=rng.random() < .5)
    home.ok("import", "more.json", "--diary", diary, STILLNIGHT_NOW=moment(30))


def export(home, diary, **env):
    done = home.run("export", "--json", "--diary", diary, **env)
    assert done.returncode == 0, done.stderr
    return done.stdout


def make(home, rng, name):
    home.ok("sample", "--nights", str(rng.choice([0, 1, 5, 14])), "--seed", str(rng.randrange(10000)), "--diary", name,
            STILLNIGHT_NOW=moment(0))
    if rng.random() < .3:
        add_stretches(home, rng, name)
    live(home, rng, name, 12 if ALL else 6, 60)
    return name


def round_trip(home):
    print(f"# SEED={SEED}")
    locales, folder = make_locales(home)
    rng = random.Random(SEED)
    kinds = set()
    for i in range(ROUNDS):
        here, there = (dict(LC_ALL=rng.choice(locales), LOCPATH=folder) if rng.random() < .9 else {} for _ in range(2))
        if not ALL:
            here["LC_ALL"], here["LOCPATH"] = locales[i % len(locales)], folder
        first = export(home, make(home, rng, "a.db"), **here)
        with open(home.path("a.json"), "wb") as out:
            out.write(first)
        home.ok("import", "a.json", "--diary", "b.db", **dict(there, LANGUAGE="C", STILLNIGHT_NOW=moment(9999)))
        assert export(home, "b.db", **there) == first, (i, SEED)
        home.ok("verify", "b.db")
        assert home.nights("--diary", "a.db") == home.nights("--diary", "b.db"), (i, SEED)
        kinds |= {(row["table"], "deleted" in row) for row in json.loads(first)["rows"]}
        # Again changes nothing, not even the file.
        before = home.bytes(home.path("b.db"))
        home.ok("import", "a.json", "--diary", "b.db", STILLNIGHT_NOW=moment(9999))
        assert home.bytes(home.path("b.db")) == before
        # CSV is the same for what it holds: nights that say nothing of cramps and factors are not in it.
        table = home.ok("export", "--diary", "a.db", **dict(here, LANGUAGE="C"))
        with open(home.path("a.csv"), "w", encoding="utf-8") as out:
            out.write(table)
        if table.count("\n") > 1:
            home.ok("import", "a.csv", "--diary", "c.db", **dict(there, LANGUAGE="C", STILLNIGHT_NOW=moment(9999)))
            assert home.ok("export", "--diary", "c.db", **dict(there, LANGUAGE="C")) == table, (i, SEED)
        # So are all tables that Stillnight writes.
        for rows, parts in (("nights", "cramps,factors,sleep,notes"), ("episodes", None), ("long", None)):
            words = ["export", "--rows", rows, *(["--parts", parts] if parts else [])]
            table = home.run(*words, "--diary", "a.db", **here).stdout
            with open(home.path("own.csv"), "wb") as out:
                out.write(table)
            if table.count(b"\n") > 1:
                home.ok("import", "own.csv", "--diary", "d.db", **dict(there, STILLNIGHT_NOW=moment(9999)))
                assert home.run(*words, "--diary", "d.db", **there).stdout == table, (i, SEED, rows)
                before = home.bytes(home.path("d.db"))
                home.ok("import", "own.csv", "--diary", "d.db", **dict(there, STILLNIGHT_NOW=moment(9999)))
                assert home.bytes(home.path("d.db")) == before, (i, SEED, rows)
                os.remove(home.path("d.db"))
                shutil.rmtree(home.path("d.db.backups"), ignore_errors=True)
        for name in ("a.db", "b.db", "c.db"):
            if os.path.exists(home.path(name)):
                os.remove(home.path(name))
            shutil.rmtree(home.path(f"{name}.backups"), ignore_errors=True)


    print(f"# {ROUNDS} diaries, {len(kinds)} kinds of rows: " + " ".join(sorted(f"{table}{'†' * gone}" for table, gone in kinds)))
    assert not ALL or len({table for table, _ in kinds}) == 17, kinds


def merge_laws(home):
    """Devices begin with the same diary, live apart, and are joined in every order."""
    print(f"# SEED={SEED}")
    rng = random.Random(SEED)
    for i in range(HISTORIES):
        devices = "abcd"[:rng.randrange(2, 5)]
        folder = tempfile.mkdtemp(dir=home.folder)

        def at(name):
            return os.path.join(folder, name)

        make(home, rng, at("start.db"))
        for device in devices:
            shutil.copy(at("start.db"), at(f"{device}.db"))
            live(home, rng, at(f"{device}.db"), rng.randrange(1, 6), 1000 + 7 * ord(device))
            home.ok("export", "--for-merge", at(f"{device}.merge"), "--diary", at(f"{device}.db"))
        results = set()
        for order in itertools.permutations(devices):
            joined = at("joined.db")
            shutil.copy(at(f"{order[0]}.db"), joined)
            for device in order[1:]:
                done = home.run("merge", at(f"{device}.merge"), "--diary", joined, STILLNIGHT_NOW=moment(99999))
                assert done.returncode == 0, (done.stderr, SEED, i)
            results.add(export(home, joined))
            home.ok("verify", joined)
        assert len(results) == 1, (i, SEED, devices)
        # Associative: what was joined before is joined with the rest. Idempotent: once more changes nothing.
        pair, rest = at("pair.db"), at("rest.db")
        shutil.copy(at("a.db"), pair)
        home.run("merge", *(at(f"{device}.merge") for device in devices[:-1]), "--diary", pair, STILLNIGHT_NOW=moment(99999))
        shutil.copy(at(f"{devices[-1]}.db"), rest)
        home.run("merge", pair, "--diary", rest, STILLNIGHT_NOW=moment(99999))
        assert {export(home, rest)} == results, (i, SEED)
        before = export(home, rest)
        home.run("merge", pair, at("a.merge"), rest, "--diary", rest, STILLNIGHT_NOW=moment(99999))
        assert export(home, rest) == before
        shutil.rmtree(folder)


def conflict_is_shown(home):
    home.ok("log", "--date", "2026-11-20", "--cramps", "1", "--severity", "6", "--diary", "b.db", STILLNIGHT_NOW="2026-11-22T20:00:00Z")
    home.ok("log", "--date", "2026-11-20", "--no-cramps", "--diary", "a.db", STILLNIGHT_NOW="2026-11-22T20:01:00Z")
    # The older answer is the other version of the night: it is listed, and put beside the cramp by whoever wants it there.
    home.ok("log", "--date", "2026-11-20", "--cramps", "1", "--severity", "6", "--diary", "c.db", STILLNIGHT_NOW="2026-11-22T20:02:00Z")
    said = home.ok("merge", "a.db", "--diary", "c.db", STILLNIGHT_NOW="2026-11-22T20:03:00Z")
    assert "the other one: answer no-cramps" in said and "stands beside" not in said, said
    home.ok("merge", "--use-other", "1", "--diary", "c.db", STILLNIGHT_NOW="2026-11-22T20:04:00Z")
    assert b'"answer":"no-cramps"' in export(home, "c.db")
    assert "NUMBER" not in home.ok("merge", "--diary", "c.db")
    assert home.fails(1, "merge", "--use-other", "1", "--diary", "c.db", STILLNIGHT_NOW="2026-11-22T20:05:00Z") == (
        "merge: record 1 was decided on, or changed since the diaries were joined; \"undo\" takes back the last change")
    home.ok("export", "--for-merge", "b.merge", "--diary", "b.db")
    said = home.ok("merge", "b.merge", "--diary", "a.db", STILLNIGHT_NOW="2026-11-22T20:03:00Z")
    assert "Night of Friday 20 to Saturday 21 November: a cramp stands beside the answer “no cramps”." in said, said
    stored, = home.nights("--diary", "a.db")
    assert stored["state"] == "cramps" and stored["episodes"][0]["severity"] == 6
    undone = home.ok("undo", "--diary", "a.db")
    assert undone == "Undone: diaries joined\n", undone
    assert home.nights("--diary", "a.db")[0]["state"] == "no-cramps"


def both_versions_stay(home):
    """Two computers change the same night: the newer version is kept, the other one is shown and can be taken, also after a look at it."""
    home.ok("log", "--date", "2026-11-20", "--cramps", "1", "--severity", "4", "--note", "base", "--diary", "a.db")
    shutil.copy(home.path("a.db"), home.path("b.db"))
    home.ok("log", "--date", "2026-11-20", "--severity", "6", "--cramps", "1", "--note", "of a", "--diary", "a.db",
            STILLNIGHT_NOW="2026-11-22T20:01:00Z")
    home.ok("log", "--date", "2026-11-20", "--side", "left", "--cramps", "1", "--note", "of b", "--diary", "b.db",
            STILLNIGHT_NOW="2026-11-22T20:02:00Z")
    shutil.copy(home.path("a.db"), home.path("a.merge"))
    later = dict(STILLNIGHT_NOW="2026-11-22T20:03:00Z")
    head = "2 records were written on both sides; the newer ones are kept:\n"
    cramp = ("1. Night of Friday 20 to Saturday 21 November: a cramp\n   kept: severity 4, side left\n   the other one: severity 6\n")
    note = "2. Night of Friday 20 to Saturday 21 November\n   kept: note of b\n   the other one: note of a\n"
    hint = "stillnight-cli merge --use-other NUMBER takes the other one, --keep NUMBER decides for what is in the diary.\n"
    said = home.ok("merge", "b.db", "--diary", "a.db", **later)
    assert said.endswith("\n" + head + cramp + note + hint), said
    # An export does not tell what came before: what it replaces stays as the other version, too.
    shutil.copy(home.path("a.merge"), home.path("c.db"))
    home.ok("export", "--json", "b.json", "--diary", "b.db")
    assert home.ok("merge", "b.json", "--diary", "c.db", **later).endswith("\n" + head + cramp + note + hint)
    # The same on the other computer, whose version it is that wins; and a control: what both know of is not asked for.
    said = home.ok("merge", "a.merge", "--diary", "b.db", **later)
    assert said.endswith("\n" + head + cramp + note + hint), said
    assert export(home, "a.db") == export(home, "b.db")
    said = home.ok("merge", "a.merge", "a.db", "--diary", "b.db", **later)
    assert "both sides" not in said, said
    # Listed again, as JSON as well, until something newer is written.
    home.ok("verify", "a.db")
    assert home.ok("merge", "--diary", "a.db") == head + cramp + note + hint
    said = home.ok("merge", "--use-other", "2", "--diary", "a.db", **later)
    assert said == head + cramp + "2. Night of Friday 20 to Saturday 21 November\n   You decided on it, or it was changed since.\n" + hint, said
    stored, = home.nights("--diary", "a.db")
    assert stored["note"] == "of a" and stored["episodes"][0]["severity"] == 4
    assert "was decided on" in home.fails(1, "merge", "--use-other", "2", "--diary", "a.db", **later)
    assert "--use-other: " in home.fails(2, "merge", "--use-other", "3", "--diary", "a.db", **later)
    both = json.loads(home.ok("merge", "--json", "--diary", "a.db"))["both"]
    assert [(each["number"], each["table"], each["kept"], each["other"], each["undecided"]) for each in both] == [
        (1, "episode", "severity 4, side left", "severity 6", True), (2, "night", "note of b", "note of a", False)], both
    # The choice travels like any other change.
    home.ok("merge", "a.db", "--diary", "b.db", STILLNIGHT_NOW="2026-11-22T20:04:00Z")
    assert export(home, "a.db") == export(home, "b.db")
    assert home.ok("undo", "--diary", "a.db") == "Undone: the other version of a record\n"
    assert home.ok("undo", "--diary", "a.db") == "Undone: diaries joined\n"
    assert home.nights("--diary", "a.db")[0]["note"] == "of a" and home.nights("--diary", "a.db")[0]["episodes"][0]["severity"] == 6
    home.ok("verify", "a.db")
    # One deletes what the other changes.
    home.ok("log", "--date", "2026-11-19", "--no-cramps", "--note", "there", "--diary", "c.db")
    shutil.copy(home.path("c.db"), home.path("d.db"))
    home.ok("log", "--date", "2026-11-19", "--note", "more", "--diary", "c.db", STILLNIGHT_NOW="2026-11-22T20:05:00Z")
    home.ok("delete", "2026-11-19", "--diary", "d.db", STILLNIGHT_NOW="2026-11-22T20:06:00Z")
    said = home.ok("merge", "d.db", "--diary", "c.db", STILLNIGHT_NOW="2026-11-22T20:07:00Z")
    assert "   kept: it is deleted\n   the other one: " in said and "note more" in said, said
    home.ok("merge", "--use-other", "1", "--diary", "c.db", STILLNIGHT_NOW="2026-11-22T20:08:00Z")
    assert home.nights("--diary", "c.db")[0]["note"] == "more"


def what_is_kept_is_decided(home):
    """A clash is settled for what is in the diary as well: it can be undone, and the other computer hears of it. Neither a table that
    is imported nor a joining without a clash takes the list away."""
    home.ok("log", "--date", "2026-11-20", "--no-cramps", "--note", "base", "--diary", "a.db")
    shutil.copy(home.path("a.db"), home.path("b.db"))
    home.ok("log", "--date", "2026-11-20", "--note", "of a", "--diary", "a.db", STILLNIGHT_NOW="2026-11-22T20:01:00Z")
    home.ok("log", "--date", "2026-11-20", "--note", "of b", "--diary", "b.db", STILLNIGHT_NOW="2026-11-22T20:02:00Z")
    shutil.copy(home.path("a.db"), home.path("first.db"))
    home.ok("merge", "b.db", "--diary", "a.db", STILLNIGHT_NOW="2026-11-22T20:03:00Z")
    home.ok("merge", "first.db", "--diary", "b.db", STILLNIGHT_NOW="2026-11-22T20:03:00Z")
    listed = home.ok("merge", "--diary", "a.db")
    assert "kept: note of b" in listed, listed
    with open(home.path("table.csv"), "w", encoding="utf-8") as table:
        table.write("date,cramps\n2026-11-01,1\n2026-11-20,0\n")
    home.ok("import", "table.csv", "--diary", "a.db", STILLNIGHT_NOW="2026-11-22T20:04:00Z")
    assert home.ok("merge", "--diary", "a.db") == listed
    home.ok("log", "--date", "2026-11-02", "--no-cramps", "--diary", "c.db")
    home.ok("merge", "c.db", "--diary", "a.db", STILLNIGHT_NOW="2026-11-22T20:05:00Z")
    assert home.ok("merge", "--diary", "a.db") == listed
    assert "one choice" in home.fails(2, "merge", "--keep", "1", "--use-other", "1", "--diary", "a.db")
    assert "takes no FILE" in home.fails(2, "merge", "c.db", "--keep", "1", "--diary", "a.db")
    undecided = lambda diary: [each["undecided"] for each in json.loads(home.ok("merge", "--json", "--diary", diary))["both"]]
    assert undecided("a.db") == undecided("b.db") == [True]
    said = home.ok("merge", "--keep", "1", "--diary", "a.db", STILLNIGHT_NOW="2026-11-22T20:06:00Z")
    assert "You decided on it" in said and "NUMBER" not in said, said
    assert undecided("a.db") == [False]
    for choice in ("--keep", "--use-other"):
        assert "was decided on" in home.fails(1, "merge", choice, "1", "--diary", "a.db", STILLNIGHT_NOW="2026-11-22T20:07:00Z")
    note = lambda diary: [each["note"] for each in home.nights("--diary", diary) if each["night"] == "2026-11-20"]
    assert note("a.db") == ["of b"]
    assert home.ok("undo", "--diary", "a.db") == "Undone: a decision for the version in the diary\n"
    assert undecided("a.db") == [True]
    assert home.ok("redo", "--diary", "a.db") == "Redone: a decision for the version in the diary\n"
    assert undecided("a.db") == [False]
    home.ok("verify", "a.db")
    home.ok("merge", "a.db", "--diary", "b.db", STILLNIGHT_NOW="2026-11-22T20:10:00Z")
    assert undecided("b.db") == [False] and note("b.db") == ["of b"]
    home.ok("verify", "b.db")


def contradictions_are_of_the_file(home):
    """What cannot be true in an export is said of it, with file, night and what it is: the diary itself is sound."""
    home.ok("factors", "add", "Late meal", "--diary", "a.db")
    home.ok("log", "--date", "2026-11-20", "--factor", "late-meal=yes", "--diary", "a.db")
    home.ok("export", "--json", "a.json", "--diary", "a.db")
    with open(home.path("a.json"), encoding="utf-8") as file:
        rows = file.read()
    def written(name, text):
        with open(home.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return name
    home.ok("log", "--date", "2026-11-01", "--no-cramps", "--diary", "own.db")
    before = home.ok("list", "--json", "--diary", "own.db")
    third = written("third.json", rows.replace('"value":1', '"value":7'))
    finding = "cannot be joined with diary 'own.db': night 2026-11-20: late-meal 7 is not yes, no, 1 or 0"
    assert third != "a.json" and home.fails(1, "merge", third, "--diary", "own.db") == f"third.json: {finding}"
    assert home.fails(1, "merge", "a.json", third, "--diary", "own.db") in (f"one of 2 files {finding}", f"third.json: {finding}")
    orphan = written("orphan.json", "\n".join(line for line in rows.split("\n") if '"table":"factor",' not in line))
    said = home.fails(1, "merge", orphan, "--diary", "own.db")
    assert said == f"orphan.json:{rows[:rows.index('late-meal')].count(chr(10)) + 1}: what this row of table factor_value belongs to is missing: 2026-11-20 late-meal", said
    assert home.ok("list", "--json", "--diary", "own.db") == before
    home.ok("verify", "own.db")


def one_factor_of_two_uids(home):
    """Diaries of old versions gave a factor a random uid."""
    for name, value in (("a", "1"), ("b", "0")):
        home.ok("factors", "add", "Late meal", "--diary", f"{name}.db", STILLNIGHT_NOW=f"2026-11-22T20:0{value}:00Z")
        home.ok("log", "--date", f"2026-11-1{value}", "--factor", f"late-meal={value}", "--diary", f"{name}.db")
        with contextlib.closing(sqlite3.connect(home.path(f"{name}.db"))) as diary, diary:
            for table in ("factor", "change"):
                where = "slug = 'late-meal'" if table == "factor" else "\"table\" = 'factor' AND after ->> '$.slug' = 'late-meal'"
                assert diary.execute(f"UPDATE {table} SET uid = ? WHERE {where}", (f"{value}{str(uuid.UUID(int=7))[1:]}",)).rowcount
        home.ok("verify", f"{name}.db")
        shutil.copy(home.path(f"{name}.db"), home.path(f"{name}.merge"))
    for here, there in ("ab", "ba"):
        home.ok("merge", f"{there}.merge", "--diary", f"{here}.db", STILLNIGHT_NOW="2026-11-22T20:09:00Z")
        home.ok("verify", f"{here}.db")
    assert export(home, "a.db") == export(home, "b.db")
    factor, = (row for row in json.loads(export(home, "a.db"))["rows"] if row.get("slug") == "late-meal")
    assert factor["uid"] == f"0{str(uuid.UUID(int=7))[1:]}", factor
    before = home.bytes(home.path("a.db"))
    home.ok("merge", "b.db", "b.merge", "a.merge", "--diary", "a.db", STILLNIGHT_NOW="2026-11-22T20:10:00Z")
    assert home.bytes(home.path("a.db")) == before
    home.ok("undo", "--diary", "a.db")
    home.ok("verify", "a.db")


def all_or_nothing(home):
    home.ok("sample", "--nights", "14", "--diary", "a.db")
    home.ok("export", "--json", "a.json", "--diary", "a.db")
    lines = open(home.path("a.json"), encoding="utf-8").read().split("\n")
    home.ok("log", "--date", "2026-11-20", "--no-cramps", "--diary", "b.db")
    before = home.bytes(home.path("b.db"))
    bad = {
        "cut": (lines[:9] + [lines[9][:30]], ":10: ends in the middle"),
        "no-table": (lines[:5] + [lines[5].replace('"table":"', '"table":"x')] + lines[6:], ':6: "table" is none that'),
        "no-rev": (lines[:5] + [lines[5].replace('"rev":"', '"rev":"x')] + lines[6:], ':6: "rev" is missing or is none'),
        "column": (lines[:5] + [lines[5].replace('"table"', '"colour":1,"table"')] + lines[6:], ":6: is no row of table night"),
        "newer": ([lines[0].replace('"version":1', '"version":2')] + lines[1:], ":1: was exported by a newer version"),
        "other": (['{"nights":[]}'], ":1: is no diary exported by Stillnight"),
        "after": (lines + ["x"], "goes on after its rows"),
        "impossible": (lines[:5] + [lines[5].replace('"source"', '"quality":9,"source"').replace('"quality":9,"quality"', '"quality"')
                                    if '"quality"' not in lines[5] else
                                    lines[5].split('"quality":')[0] + '"quality":9' + lines[5].split('"quality":')[1][1:]] + lines[6:],
                       ":6: "),
    }
    for name, (text, expected) in bad.items():
        with open(home.path(f"{name}.json"), "w", encoding="utf-8") as out:
            out.write("\n".join(text))
        said = home.fails(1, "import", f"{name}.json", "--diary", "b.db")
        assert said.startswith(f"{name}.json:") and expected in said, (name, said)
        assert home.bytes(home.path("b.db")) == before, name
        home.fails(1, "import", f"{name}.json", "--diary", "none.db")
        assert not os.path.exists(home.path("none.db")), name
    assert "is no" in home.fails(1, "merge", "missing.db", "--diary", "b.db") or True
    dry = home.ok("import", "a.json", "--dry-run", "--diary", "b.db")
    assert dry.startswith("Nothing is stored yet: ") and home.bytes(home.path("b.db")) == before
    home.ok("import", "a.json", "--dry-run", "--diary", "none.db")
    assert not os.path.exists(home.path("none.db"))


def a_bad_row_is_told_by_its_line(home):
    """What the diary cannot hold is refused with the file and the line, in words of the export; nothing is cut off or stored."""
    home.ok("log", "--date", "2026-11-20", "--no-cramps", "--note", "slept well", "--diary", "a.db")
    home.ok("export", "--json", "a.json", "--diary", "a.db")
    lines = open(home.path("a.json"), encoding="utf-8").read().split("\n")
    (place, row), = ((i, json.loads(line.lstrip(","))) for i, line in enumerate(lines) if '"table":"night"' in line)
    other = str(uuid.UUID(int=5))

    def write(name, mark="", **changes):
        text = json.dumps({key: value for key, value in dict(row, **changes).items() if value is not None})
        with open(home.path(name), "w", encoding="utf-8") as out:
            out.write(mark + "\n".join(lines[:place] + [("," if lines[place][0] == "," else "") + text] + lines[place + 1:]))

    home.ok("log", "--date", "2026-11-19", "--no-cramps", "--diary", "b.db")
    before = home.bytes(home.path("b.db"))
    for changes, expected in [({"note": "before\0after"}, "has a text with \\u0000 in it, a character that no text can have"),
                              ({"note": "x" * 200_000}, '"note" is longer than 100000 bytes'),
                              ({"night": "2090-01-01", "uid": other}, "night 2090-01-01 has not begun yet"),
                              ({"night": "2026-11-24", "uid": other}, "night 2026-11-24 has not begun yet"),
                              ({"night": "2026-13-45", "uid": other}, "\"night\" cannot be '2026-13-45'"),
                              ({"quality": 9}, '"quality" cannot be 9'),
                              ({"night": None, "uid": other}, '"night" is missing')]:
        write("bad.json", **changes)
        said = home.fails(1, "import", "bad.json", "--diary", "b.db")
        assert said == f"bad.json:{place + 1}: {expected}", (expected, said)
        assert home.bytes(home.path("b.db")) == before, expected
    write("good.json", note="back\\\\u0000slash")
    home.ok("import", "good.json", "--diary", "b.db")
    home.ok("undo", "--diary", "b.db")
    # Where it was exported the day may have begun.
    write("east.json", night="2026-11-23", uid=other)
    home.ok("import", "east.json", "--diary", "b.db")
    write("marked.json", mark="\ufeff", night="2026-11-18")
    assert "1 new record" in home.ok("import", "marked.json", "--diary", "c.db")


def any_white_space(home):
    home.ok("sample", "--nights", "7", "--diary", "a.db")
    text = home.ok("export", "--json", "--diary", "a.db")
    with open(home.path("pretty.json"), "w", encoding="utf-8") as out:
        json.dump(json.loads(text), out, indent=2)
    home.ok("import", "pretty.json", "--diary", "b.db")
    assert home.ok("export", "--json", "--diary", "b.db") == text


def dump(path):
    with contextlib.closing(sqlite3.connect(path)) as diary:
        return "\n".join(diary.iterdump())


# Ctrl+C that is ignored where this is started would stay so.
signal.signal(signal.SIGINT, signal.default_int_handler)


def ctrl_c_leaves_no_new_diary(home):
    """Stopped as soon as it says how far it is: there is neither a diary nor anything beside its place."""
    os.mkdir(home.path("there"))
    with open(home.path("a.csv"), "w", encoding="utf-8") as out:
        out.write("date," + ",".join(f"factor-{i}" for i in range(200)) + "\n")
        for day in range(1500):
            out.write(time.strftime("%Y-%m-%d", time.gmtime(START - day * DAY_S)) + ",3" * 200 + "\n")
    screen, terminal = pty.openpty()
    child = subprocess.Popen([cli.CLI, "import", "a.csv", "--diary", "there/new.db"], env=home.env, cwd=home.folder,
                             stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=terminal)
    os.close(terminal)
    shown = os.read(screen, 1000)
    os.kill(child.pid, signal.SIGINT)
    try:
        while part := os.read(screen, 1000):
            shown += part
    except OSError:
        pass  # the other end is closed
    os.close(screen)
    child.communicate()
    assert child.returncode == 130 and b"it was stopped; nothing was changed" in shown, (child.returncode, shown)
    assert os.listdir(home.path("there")) == [], os.listdir(home.path("there"))


def stopped(home, *words, ends_with):
    """What words say is under way, waiting for the diary, when Ctrl+C is pressed: the line of progress has said so. Without that (the
    control) it is done and the line is taken away."""
    before = dump(home.path("a.db"))
    for press in (True, False):
        screen, terminal = pty.openpty()
        with contextlib.closing(sqlite3.connect(home.path("a.db"), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            child = subprocess.Popen([cli.CLI, *words, "--diary", "a.db"], env=home.env, cwd=home.folder, stdin=subprocess.DEVNULL,
                                     stdout=subprocess.PIPE, stderr=terminal)
            os.close(terminal)
            shown = os.read(screen, 1000)
            if press:
                os.kill(child.pid, signal.SIGINT)
            other.execute("ROLLBACK")
        try:
            while part := os.read(screen, 1000):
                shown += part
        except OSError:
            pass  # the other end is closed
        os.close(screen)
        said = child.communicate()[0]
        assert shown.startswith(b"\r0 % done; Ctrl+C stops it"), shown
        if press:
            assert shown.endswith(b"stillnight-cli: it was stopped; nothing was changed\r\n"), shown
            assert (child.returncode, said, dump(home.path("a.db"))) == (130, b"", before), child.returncode
        else:
            assert child.returncode == 0 and shown.endswith(b" \r") and ends_with in said and dump(home.path("a.db")) != before


def pipes(home):
    """What can be read only once is read like a file, whatever it is, and leaves nothing."""
    home.ok("sample", "--nights", "14", "--diary", "a.db")
    os.mkfifo(home.path("fifo"))
    for words in (["--json"], ["--rows", "episodes"], []):
        text = home.run("export", *words, "--diary", "a.db").stdout
        for name in ("-", "/dev/stdin", "fifo"):
            child = subprocess.Popen([cli.CLI, "import", name, "--diary", "b.db"], env=home.env, cwd=home.folder, stdin=subprocess.PIPE,
                                     stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            if name == "fifo":
                with open(home.path("fifo"), "wb") as fifo:
                    fifo.write(text)
                text_left = None
            else:
                text_left = text
            said, wrong = child.communicate(text_left, timeout=120)
            assert (child.returncode, wrong) == (0, b""), (name, wrong)
            assert home.run("export", *words, "--diary", "b.db").stdout == text, (name, words)
            os.remove(home.path("b.db"))
    for name, shown in (("-", "standard input"), ("/dev/stdin", "/dev/stdin")):
        done = subprocess.run([cli.CLI, "import", name], input=b"date,cramps\n2026-11-01,some\n", env=home.env, cwd=home.folder,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
        assert done.stderr.decode().startswith(f"stillnight-cli: {shown}:2: cramps 'some' is not a number"), done.stderr
    done = subprocess.run([cli.CLI, "merge", "-", "--diary", "c.db"], input=home.run("export", "--json", "--diary", "a.db").stdout,
                          env=home.env, cwd=home.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    assert done.returncode == 0 and export(home, "c.db") == export(home, "a.db"), done.stderr
    done = subprocess.run([cli.CLI, "merge", "-", "--diary", "c.db"], input=home.bytes(home.path("a.db")), env=home.env, cwd=home.folder,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    assert b"a diary cannot be read out of a pipe" in done.stderr, done.stderr
    assert sorted(os.listdir(home.folder)) == ["a.db", "c.db", "fifo"], os.listdir(home.folder)


def what_fails_leaves_nothing(home):
    """Into a new diary all of a file comes or there is none: also when the last row is wrong, or nothing is read."""
    os.mkdir(home.path("there"))
    with open(home.path("a.csv"), "w", encoding="utf-8") as out:
        out.write("date,cramps\n2026-11-01,1\n2027-11-02,1\n")
    assert "has not begun yet" in home.fails(1, "import", "a.csv", "--diary", "there/new.db")
    assert os.listdir(home.path("there")) == []
    # Where a diary has gone, all say so in the same words.
    home.ok("log", "--date", "2026-11-20", "--no-cramps", "--diary", "there/b.db")
    home.ok("backup", "--diary", "there/b.db")
    os.remove(home.path("there", "b.db"))
    with open(home.path("b.csv"), "w", encoding="utf-8") as out:
        out.write("date,cramps\n2026-11-01,1\n")
    lines = {home.fails(1, *words, "--diary", "there/b.db") for words in (["list"], ["export"], ["import", "b.csv"], ["merge", "a.db"])}
    assert len(lines) == 1 and "it is gone, but there are backups of it" in lines.pop(), lines


def ctrl_c_stops_an_import(home):
    home.ok("log", "--date", "2026-11-20", "--no-cramps", "--diary", "a.db")
    with open(home.path("a.csv"), "w", encoding="utf-8") as out:
        out.write("date,cramps\n" + "".join(f"20{year}-01-05,1\n" for year in range(10, 26)))
    stopped(home, "import", "a.csv", ends_with=b"16 new nights")
    home.ok("sample", "--nights", "14", "--diary", "b.db")
    stopped(home, "merge", "b.db", ends_with=b" new records")


cli.main([round_trip, pipes, what_fails_leaves_nothing, merge_laws, conflict_is_shown, both_versions_stay, what_is_kept_is_decided, contradictions_are_of_the_file, one_factor_of_two_uids, all_or_nothing, a_bad_row_is_told_by_its_line, any_white_space, ctrl_c_stops_an_import,
          ctrl_c_leaves_no_new_diary])
