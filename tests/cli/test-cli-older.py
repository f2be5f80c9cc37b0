#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A diary of schema version 1, as an older program left it: every verb reads it and leaves it as it is, writing brings it
to the schema of today after a backup, and the backup can be verified as it is."""

import os
import shutil
import sqlite3

import home as cli

SCHEMA_1 = os.path.join(os.environ["STILLNIGHT_SOURCE"], "src", "core", "store", "stn-schema-1.sql")
READING = [["list"], ["list", "--json"], ["show", "--date", "2026-11-20"], ["factors"], ["factors", "--json"],
           ["suspects"], ["signs"], ["flags"], ["triggers"], ["export"], ["backup", "--replace", "copy.db"], ["verify"],
           ["import", "--dry-run", "more.csv"]]


def make_older(home):
    """A diary of today with a night in it, and its rows as a file of schema 1."""
    home.ok("log", "--date", "2026-11-20", "--cramps", "1", "--severity", "6", "--factor", "stretch=yes")
    with open(home.path("more.csv"), "w") as file:
        file.write("date,cramps\n2026-11-19,0\n")
    newer = sqlite3.connect(home.diary)
    older = sqlite3.connect(home.path("older.db"))
    with open(SCHEMA_1) as file:
        older.executescript(file.read())
    older.execute("PRAGMA application_id = 0x53744e74")
    older.execute("PRAGMA user_version = 1")
    for table, in older.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'").fetchall():
        columns = [row[1] for row in older.execute(f'PRAGMA table_info ("{table}")')]
        names = ", ".join(f'"{column}"' for column in columns)
        rows = newer.execute(f'SELECT {names} FROM "{table}"').fetchall()
        older.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})', rows)
    older.commit()
    older.close()
    newer.close()
    said = home.ok("list", "--json")
    shutil.move(home.path("older.db"), home.diary)
    os.chmod(home.diary, 0o600)
    return said


def version(path):
    with open(path, "rb") as file:
        return int.from_bytes(file.read(64)[60:], "big")


def reading_changes_nothing(home):
    said = make_older(home)
    before = cli.digest(home.diary)
    assert version(home.diary) == 1
    for words in READING:
        home.ok(*words)
    assert home.ok("list", "--json") == said
    assert cli.digest(home.diary) == before
    assert os.listdir(os.path.dirname(home.diary)) == ["diary.db"]


def what_may_not_be_written_is_read(home):
    said = make_older(home)
    program = home.hand_over()
    for path, mode in ((home.diary, 0o400), (os.path.dirname(home.diary), 0o500)):
        os.chmod(path, mode)
        for words in [*READING, ["analyze", "--json"]]:
            done = home.run_as_user(program, *words)
            assert done.returncode == 0 and done.stderr == b"", (words, done)
        assert home.run_as_user(program, "list", "--json").stdout.decode() == said
        assert home.run_as_user(program, "log", "--no-cramps").returncode == 1
        assert version(home.diary) == 1
        os.chmod(home.diary, 0o600)


def writing_migrates(home):
    said = make_older(home)
    backup = home.diary + ".schema-1.bak"
    home.ok("log", "--date", "2026-11-19", "--no-cramps")
    assert version(home.diary) > 1
    assert version(backup) == 1
    before = cli.digest(backup)
    home.ok("verify", backup)
    assert home.ok("list", "--json", "--diary", backup) == said
    assert cli.digest(backup) == before
    home.ok("verify")


def a_damaged_older_backup_is_refused(home):
    make_older(home)
    data = bytearray(home.bytes())
    for page in range(1, len(data) // 4096):
        data[page * 4096:page * 4096 + 100] = b"\xff" * 100
    with open(home.diary, "wb") as file:
        file.write(data)
    home.fails(1, "verify")


cli.main([reading_changes_nothing, what_may_not_be_written_is_read, writing_migrates,
          a_damaged_older_backup_is_refused])
