#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that is wrong ends with one line on standard error, the right exit code and an unchanged diary."""

import os
import sqlite3

import home as cli

USAGE = [
    [],
    ["fly"],
    ["--fly"],
    ["log"],
    ["log", "--fly"],
    ["log", "-x"],
    ["log", "word", "--no-cramps"],
    ["log", "--no-cramps=yes"],
    ["log", "--no-cramps", "--no-cramps"],
    ["log", "--no-cramps", "--cramps", "1"],
    ["log", "--no-cramps", "--severity", "5"],
    ["log", "--severity", "5"],
    ["log", "--cramps"],
    ["log", "--cramps", "--severity", "5"],
    ["log", "--cramps", "0"],
    ["log", "--cramps", "-1"],
    ["log", "--cramps", "1.5"],
    ["log", "--cramps", "51"],
    ["log", "--cramps", "many"],
    ["log", "--cramps", "1", "--severity", "11"],
    ["log", "--cramps", "1", "--severity", "-1"],
    ["log", "--cramps", "1", "--severity", ""],
    ["log", "--cramps", "1", "--distress", "11"],
    ["log", "--cramps", "1", "--duration", "-3min"],
    ["log", "--cramps", "1", "--duration", "0min"],
    ["log", "--cramps", "1", "--duration", "3"],
    ["log", "--cramps", "1", "--duration", "3 min"],
    ["log", "--cramps", "1", "--duration", "25h"],
    ["log", "--cramps", "1", "--side", "up"],
    ["log", "--cramps", "1", "--site", "knee"],
    ["log", "--cramps", "1", "--eased", "maybe"],
    ["log", "--cramps", "1", "--woke", "1"],
    ["log", "--cramps", "1", "--start", "24:00"],
    ["log", "--cramps", "1", "--start", "2:30"],
    ["log", "--cramps", "1", "--soreness-h", "241"],
    ["log", "--cramps", "1", "--relief", "a,,b"],
    ["log", "--cramps", "1", "--ended-by", ""],
    ["log", "--quality", "0"],
    ["log", "--rested", "6"],
    ["log", "--tired", "11"],
    ["log", "--awake-min", "1441"],
    ["log", "--final-wake", "6"],
    ["log", "--date", "2026-02-30", "--no-cramps"],
    ["log", "--date", "22.11.2026", "--no-cramps"],
    ["log", "--date", "yesterday", "--no-cramps"],
    ["log", "--date", "", "--no-cramps"],
    ["log", "--date", "1799-01-01", "--no-cramps"],
    ["log", "--factor", "stretch"],
    ["log", "--factor", "stretch=yes", "--factor", "stretch=no"],
    ["log", "--diary", "", "--no-cramps"],
    ["log", "--diary"],
    ["list", "--from", "2026-11-31"],
    ["list", "--from", "2026-11-21", "--to", "2026-11-20"],
    ["list", "2026-11-20"],
    ["show", "--date", "2026-13-01"],
    ["delete"],
    ["delete", "2026-02-30"],
    ["delete", "2026-11-20", "2026-11-20"],
    ["undo", "2"],
    ["factors", "remove", "fluids"],
    ["factors", "add"],
    ["factors", "--kind", "count"],
    ["factors", "add", "x", "--kind", "colour"],
    ["backup", "a", "b"],
    ["backup", "--list", "a"],
    ["backup", "--remember"],
    ["restore"],
    ["restore", "a", "--dry-run", "--set-aside"],
    ["recover", "a"],
    ["verify", "a", "b"],
    ["sample"],
    ["sample", "--nights", "0", "--bad-night", "--diary", "new.db"],
    ["sample", "--nights", "7"],
    ["sample", "--nights", "-1", "--diary", "new.db"],
    ["sample", "--nights", "20001", "--diary", "new.db"],
    ["sample", "--planted", "some", "--diary", "new.db"],
    ["sample", "--seed", "x", "--diary", "new.db"],
    ["sample", "--seed", "9223372036854775808", "--diary", "new.db"],
]

DATA = [
    ["log", "--date", "2026-11-23", "--no-cramps"],
    ["log", "--date", "2126-01-01", "--cramps", "1"],
    ["log", "--date", "2026-11-23", "--factor", "stretch=yes"],
    ["log", "--date", "2026-11-20", "--no-cramps"],
    ["log", "--date", "2026-11-20", "--cramps", "1"],
    ["log", "--factor", "stretch=maybe"],
    ["log", "--factor", "fluids=-1"],
    ["log", "--factor", "fluids=lots"],
    ["log", "--factor", "exertion=11"],
    ["log", "--factor", "no-such-factor=1"],
    ["log", "--factor", "cramp-last-night=yes"],
    ["log", "--factor", "alcohol=1", "--factor", "no-such-factor=1"],
    ["log", "--no-cramps", "--note", "x" * 100001],
    ["delete", "2026-11-01"],
    ["delete", "2026-11-20", "2026-11-01"],
    ["redo"],
    ["factors", "add", "Drinks"],
    ["factors", "rename", "no-such-factor", "x"],
    ["factors", "hide", "no-such-factor"],
    ["verify", "no-such-file.db"],
    ["backup", "no-such-folder/copy.db"],
]


def check_all(home, code, lines):
    home.ok("log", "--date", "2026-11-20", "--cramps", "2", "--severity", "6")
    before = home.bytes()
    for words in lines:
        line = home.fails(code, *words)
        assert home.bytes() == before, (words, "the diary was changed")
        assert len(line) < 400, line
    assert not os.path.exists(home.path("new.db"))


def usage(home):
    check_all(home, 2, USAGE)


def data(home):
    check_all(home, 1, DATA)


def lines_say_what_is_wrong(home):
    home.ok("log", "--date", "2026-11-20", "--cramps", "2")
    for word, words in [("2026-02-30", ["log", "--date", "2026-02-30", "--no-cramps"]),
                        ("2026-11-23", ["log", "--date", "2026-11-23", "--no-cramps"]),
                        ("from 0 to 10", ["log", "--cramps", "1", "--severity", "11"]),
                        ("--date 2026-11-20", ["show", "2026-11-20"]),
                        ("at least 1s", ["log", "--cramps", "1", "--duration", "0min"]),
                        ("calf", ["log", "--cramps", "1", "--site", "knee"]),
                        ("--fly", ["log", "--fly"]),
                        ("2 cramps", ["log", "--date", "2026-11-20", "--cramps", "1"]),
                        ("no-such-factor", ["log", "--factor", "no-such-factor=1"])]:
        done = home.run(*words)
        assert word in done.stderr.decode(), (word, done.stderr.decode())


def no_diary_yet(home):
    for verb in (["list"], ["list", "--json"], ["show"], ["undo"], ["redo"], ["delete", "2026-11-20"],
                 ["backup", "copy.db"], ["verify"]):
        line = home.fails(1, *verb)
        assert home.diary in line, line
        assert not os.path.exists(home.diary)


def refused_leaves_no_diary(home):
    os.mkdir(home.path("tmp"))
    for words in (["log", "--date", "2126-01-01", "--no-cramps"], ["log", "--factor", "no-such-factor=1"],
                  ["factors", "add", ""], ["factors", "hide", "no-such-factor"],
                  ["factors", "rename", "no-such-factor", "x"], ["suspects", "add", "no-such-factor"],
                  ["suspects", "remove", "stretch"]):
        home.fails(1, *words, TMPDIR=home.path("tmp"))
        assert not os.path.exists(os.path.dirname(home.diary)), words
        assert os.listdir(home.path("tmp")) == [], words
    home.ok("log", "--factor", "stretch=yes", TMPDIR=home.path("tmp"))
    assert os.listdir(home.path("tmp")) == []
    assert len(home.nights()) == 1
    home.ok("log", "--no-cramps", "--diary", "no-tmp.db", TMPDIR=home.path("no-such-folder"))


def nothing_to_import_leaves_no_diary(home):
    with open(home.path("empty.csv"), "w") as file:
        file.write("date,cramps,severity,x\n2026-11-01,,,\n2026-11-02,,,\n")
    with open(home.path("uncounted.csv"), "w") as file:
        file.write("date,cramps,severity,x\n2026-11-01,,7,\n2026-11-02,,,\n")
    for words in (["--dry-run"], []):
        said = home.ok("import", "empty.csv", *words)
        assert said.startswith("Nothing to import\n"), said
        assert "no number of cramps stands beside it" in home.fails(1, "import", "uncounted.csv", *words)
        assert not os.path.exists(os.path.dirname(home.diary))


def names_of_one_line(home):
    home.ok("factors", "add", "Tea")
    before = home.bytes()
    for name in ("", " ", "two\nlines", "bell\a", "x" * 81):
        home.fails(1, "factors", "add", name)
        home.fails(1, "factors", "rename", "tea", name)
        home.fails(1, "factors", "add", "Milk", "--kind", "count", "--unit", name)
    for name in ("two\nlines", "walk\x1fstretch", "x" * 81):
        home.fails(1, "log", "--cramps", "1", "--relief", name)
        home.fails(1, "log", "--cramps", "1", "--ended-by", name)
    assert home.bytes() == before
    with open(home.path("names.csv"), "w") as file:
        file.write('date,"two\nlines"\n2026-11-01,3\n')
    assert "Column 'two lines'" in home.ok("import", "names.csv")
    assert "two\nlines" not in home.ok("show", "--date", "2026-11-01")


def impossible_time(home):
    for now in ("garbage", "2026-11-22", "0001-01-01T00:00:00Z", "2199-12-31T00:00:00Z", "9999-12-31T23:00:00Z"):
        line = home.fails(1, "log", "--no-cramps", STILLNIGHT_NOW=now)
        assert "STILLNIGHT_NOW" in line, line
    assert not os.path.exists(home.diary)


def relative_data_home_is_ignored(home):
    home.ok("log", "--no-cramps", XDG_DATA_HOME="here")
    assert not os.path.exists(home.path("here"))
    assert os.path.exists(home.path(".local", "share", "stillnight", "diary.db"))


def not_a_diary(home):
    os.mkdir(home.path("folder"))
    with open(home.path("text"), "w") as file:
        file.write("This is no diary. " * 100)
    with open(home.path("empty"), "w"):
        pass
    other = sqlite3.connect(home.path("other.db"))
    other.execute("CREATE TABLE song (title TEXT)")
    other.execute("PRAGMA application_id = 7")
    other.commit()
    other.close()
    for name in ("folder", "text", "other.db"):
        kept = None if name == "folder" else home.bytes(home.path(name))
        for verb in (["list"], ["log", "--no-cramps"], ["undo"], ["verify"]):
            line = home.fails(1, *verb, "--diary", home.path(name))
            assert name in line, line
        assert home.run("verify", home.path(name)).returncode == 1
        assert kept is None or home.bytes(home.path(name)) == kept


def newer_version(home):
    home.ok("log", "--no-cramps")
    newer = sqlite3.connect(home.diary)
    newer.execute("PRAGMA user_version = 1000")
    newer.commit()
    newer.close()
    before = home.bytes()
    line = home.fails(1, "log", "--date", "2026-11-20", "--no-cramps")
    assert "newer" in line, line
    for words in (["list"], ["show"], ["export"], ["factors", "--json"], ["backup", "copy.db"]):
        done = home.run(*words)
        assert done.returncode == 0 and done.stdout != b"", done
        assert done.stderr.startswith(b"stillnight-cli: read only: ") and done.stderr.count(b"\n") == 1, done
        assert b"newer" in done.stderr, done
    assert home.bytes() == before


def path_like_an_address(home):
    for name in ("file:x.db", "file:x.db?mode=ro"):
        home.ok("log", "--no-cramps", "--diary", name)
        assert os.path.exists(home.path(name)), os.listdir(home.folder)
        assert len(home.nights("--diary", name)) == 1
        home.ok("verify", name)
        home.ok("backup", name + ".bak", "--diary", name)


def name_of_a_folder(home):
    for name in ("newdir/", "newdir/.", "newdir/sub/.."):
        for words in (["log", "--no-cramps"], ["sample"]):
            home.fails(1, *words, "--diary", name)
            assert not os.path.exists(home.path("newdir")), words


def damaged(home):
    home.ok("sample", "--nights", "35", "--diary", home.diary)
    whole = home.bytes()
    with open(home.diary, "r+b") as file:
        file.seek(len(whole) // 2)
        file.write(os.urandom(4096))
    home.fails(1, "verify")
    with open(home.diary, "wb") as file:
        file.write(whole[:len(whole) // 3])
    home.fails(1, "verify")
    with open(home.diary, "wb") as file:
        file.write(whole)
    home.ok("verify")


def sample_refuses_a_file(home):
    home.ok("log", "--no-cramps")
    before = home.bytes()
    home.fails(1, "sample", "--nights", "7", "--diary", home.diary)
    assert home.bytes() == before


def backup_keeps_a_file(home):
    home.ok("log", "--no-cramps")
    home.ok("backup", "copy.db")
    home.ok("verify", "copy.db")
    before = home.bytes(home.path("copy.db"))
    home.ok("log", "--date", "2026-11-20", "--no-cramps")
    home.fails(1, "backup", "copy.db")
    assert home.bytes(home.path("copy.db")) == before
    home.ok("backup", "copy.db", "--replace")
    assert len(home.nights("--diary", "copy.db")) == 2


def json_without_end(home):
    """Nested or long without end: refused before it is read."""
    with open(home.path("x.csv"), "w") as file:
        file.write("date,cramps\n2026-11-01,1\n")
    for text, word in (("[" * 200000, "nested"), ('{"factors":' + "[" * 90000 + "]" * 90000 + "}", "nested"),
                       ('{"factors":[]' + " " * (1 << 20) + "}", "larger")):
        with open(home.path("x.json"), "w") as file:
            file.write(text)
        line = home.fails(1, "analyze", "--json", "x.csv", "--meta", "x.json")
        assert word in line, line


def table_and_what_its_columns_are(home):
    with open(home.path("x.csv"), "w") as file:
        file.write("date,cramps,nap\n" + "".join(f"2026-10-{day:02},{day % 2},{day % 3 % 2}\n" for day in range(1, 32)))
    for text, word in (('{"factors":[{"name":"tea","type":"binary"}]}', "x.csv:1: there is no column 'tea'"),
                       ('{"factors":[\n{"name":"nap" "type":"binary"}]}', "x.json:2: not written as JSON is: unexpected"),
                       ('{"factors":[{"name":"nap","type":"binary"}]}', None)):
        with open(home.path("x.json"), "w") as file:
            file.write(text)
        if word is not None:
            line = home.fails(1, "analyze", "x.csv", "--meta", "x.json")
            assert word in line, line
    assert "is in --json.\n" in home.ok("analyze", "x.csv", "--meta", "x.json")
    home.ok("log", "--no-cramps")
    assert "--json" not in home.ok("analyze")


def standard_output_full(home):
    home.ok("log", "--no-cramps")
    import subprocess
    with open("/dev/full", "wb") as full:
        done = subprocess.run([cli.CLI, "list"], env=home.env, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1 and done.stderr.count(b"\n") == 1, done


cli.main([usage, data, lines_say_what_is_wrong, no_diary_yet, refused_leaves_no_diary,
          nothing_to_import_leaves_no_diary, names_of_one_line,
          impossible_time, relative_data_home_is_ignored, not_a_diary, newer_version, path_like_an_address, name_of_a_folder, damaged,
          sample_refuses_a_file, backup_keeps_a_file, json_without_end, table_and_what_its_columns_are,
          standard_output_full])
