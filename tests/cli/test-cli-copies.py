# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups, restoring, a second copy, a damaged and a missing diary: by the program alone."""

import json
import os
import pathlib
import re
import sqlite3
import stat

import home as cli


def at(day, hour=7):
    return {"STILLNIGHT_NOW": f"2026-11-{day:02}T{hour:02}:10:00Z"}


def backups(home):
    return home.ok("backup", "--list").splitlines()


def a_backup_after_each_day(home):
    for day in range(1, 21):
        home.ok("log", "--no-cramps", **at(day))
        home.ok("log", "--factor", "fluids=1500", **at(day, 20))
    files = backups(home)
    assert [os.path.basename(path) for path in files] == \
        [f"2026-11-{day:02}.db" for day in (20, 19, 18, 17, 16, 15, 14, 8)], files
    for path in files:
        home.ok("verify", path)
    # The one of the 20th was made before the first entry of the 20th.
    assert len(home.nights("--diary", files[0])) == 20, len(home.nights("--diary", files[0]))
    assert len(home.nights()) == 21


def reading_makes_none(home):
    home.ok("log", "--no-cramps", **at(1))
    home.ok("list", **at(5))
    assert backups(home) == []


def restore_and_back(home):
    home.ok("log", "--date", "2026-11-10", "--no-cramps")
    home.ok("settings", "day-change=10:00")
    home.ok("backup", "copy.db")
    home.ok("log", "--date", "2026-11-11", "--cramps", "1", "--note", "later")
    home.ok("settings", "day-change=11:00")
    before, before_settings = home.nights(), home.ok("settings")
    bytes_before = home.bytes()
    said = home.ok("restore", "copy.db", "--dry-run")
    assert "Nights: 1 goes" in said and "Settings and reminders: 1 changes" in said, said
    assert home.bytes() == bytes_before
    home.ok("restore", "copy.db")
    assert [night["night"] for night in home.nights()] == ["2026-11-10"]
    assert "10:00" in home.ok("settings")
    assert any("-restore.db" in path for path in backups(home))
    home.ok("verify")
    assert "Undone: restored from a backup" in home.ok("undo")
    assert home.nights() == before and home.ok("settings") == before_settings
    home.ok("verify")
    assert "same already" in home.ok("restore", home.diary + ".backups/" + next(
        os.path.basename(path) for path in backups(home) if "-restore.db" in path))


def restore_of_no_backup_changes_nothing(home):
    home.ok("log", "--no-cramps")
    before = home.bytes()
    with open(home.path("x.db"), "w") as file:
        file.write("not a diary")
    home.fails(1, "restore", "x.db")
    home.fails(1, "restore", "missing.db")
    assert "the diary itself" in home.fails(1, "restore", home.diary)
    assert home.bytes() == before


def import_is_snapshot_first(home):
    home.ok("log", "--no-cramps")
    before = home.nights()
    with open(home.path("x.csv"), "w") as file:
        file.write("date,cramps\n2026-11-01,2\n2026-11-02,0\n")
    home.ok("import", "x.csv", "--dry-run")
    assert backups(home) == []
    home.ok("import", "x.csv")
    (snapshot,) = backups(home)
    assert snapshot.endswith("-import.db") and home.nights("--diary", snapshot) == before
    home.ok("undo")
    assert home.nights() == before


def what_changes_nothing_leaves_no_snapshot(home):
    home.ok("log", "--no-cramps")
    with open(home.path("x.csv"), "w") as file:
        file.write("date,cramps\n2026-11-01,2\n2026-11-02,0\n")
    home.ok("export", "--for-merge", "x.db")
    home.ok("import", "x.csv", STILLNIGHT_NOW="2026-11-22T20:01:00Z")
    home.ok("backup", "now.db")
    before = backups(home)
    assert len(before) == 1, before
    for minute, words in enumerate((["import", "x.csv"], ["merge", "x.db"], ["restore", "now.db"])):
        home.ok(*words, STILLNIGHT_NOW=f"2026-11-22T20:1{minute}:00Z")
        assert backups(home) == before, (words, backups(home))


def no_home(home):
    """The current folder is never taken for the home."""
    home.ok("log", "--no-cramps", "--note", "of this folder", "--diary", home.path(".local/share/stillnight/diary.db"))
    for folder in ("", "."):
        said = home.run("list", HOME=folder, XDG_DATA_HOME="")
        assert b"of this folder" not in said.stdout and (said.returncode == 0 or b" at /" in said.stderr), said


def second_copy(home):
    stick = home.path("stick")
    os.mkdir(stick)
    copy = os.path.join(stick, "stillnight-diary.db")
    home.ok("log", "--no-cramps", **at(1))
    home.ok("backup", "--to", "stick", "--remember", **at(1))
    assert len(home.nights("--diary", copy)) == 1
    home.ok("log", "--no-cramps", **at(2))
    home.ok("log", "--no-cramps", **at(3))  # the backup of the second day is due now, and the copy with it
    assert len(home.nights("--diary", copy)) == 2, home.nights("--diary", copy)
    os.rename(stick, home.path("away"))
    home.ok("log", "--no-cramps", **at(4))  # without it nothing is missing
    assert not os.path.exists(stick)
    os.rename(home.path("away"), stick)
    home.ok("log", "--no-cramps", **at(5))
    assert len(home.nights("--diary", copy)) == 4
    assert "says already" in (home.ok("backup", "--to", "stick", **at(5)) and home.ok("backup", "--to", "stick", **at(5)))
    # Another diary's copy, and one that has more, are left alone.
    other = home.path("other.db")
    home.ok("log", "--no-cramps", "--diary", other)
    before = home.bytes(copy)
    assert "another diary" in home.fails(1, "backup", "--to", "stick", "--diary", other)
    home.ok("log", "--date", "2026-11-19", "--no-cramps", "--diary", copy)
    ahead = home.bytes(copy)
    assert ahead != before
    assert "changes that this diary has not" in home.fails(1, "backup", "--to", "stick")
    assert home.bytes(copy) == ahead


def new_computer(home):
    """The stick goes in and everything is there: one action."""
    home.ok("log", "--cramps", "2", "--severity", "6")
    home.ok("settings", "day-change=10:00")
    home.ok("factors", "add", "Tonic water")
    os.mkdir(home.path("stick"))
    home.ok("backup", "--to", "stick")
    said = [home.ok("list", "--json"), home.ok("settings", "--json"), home.ok("factors", "--json")]
    new = {"XDG_DATA_HOME": home.path("new")}
    home.ok("restore", home.path("stick", "stillnight-diary.db"), **new)
    assert [home.ok("list", "--json", **new), home.ok("settings", "--json", **new), home.ok("factors", "--json", **new)] == said
    home.ok("verify", **new)


def missing_diary_is_asked_about(home):
    home.ok("log", "--no-cramps")
    home.ok("backup")
    os.remove(home.diary)
    line = home.fails(1, "log", "--no-cramps")
    assert "backups" in line, line
    assert not os.path.exists(home.diary)
    (backup,) = backups(home)
    home.ok("restore", backup)
    assert len(home.nights()) == 1


def damaged_diary_is_recovered(home):
    for day in range(1, 21):
        home.ok("log", "--date", f"2026-11-{day:02}", "--cramps", "1", "--note", f"note {day}")
    whole = home.nights()
    with open(home.diary, "r+b") as file:
        file.write(b"\0" * 100)
    damaged = home.bytes()
    home.fails(1, "log", "--no-cramps")
    home.fails(1, "list")
    assert home.bytes() == damaged
    said = home.ok("recover", home.diary, "recovered.db")
    assert "Nights: 20" in said, said
    assert home.nights("--diary", "recovered.db") == whole
    home.fails(1, "recover", home.diary, "recovered.db")
    home.ok("restore", "recovered.db", "--set-aside")
    assert home.nights() == whole
    aside = home.diary + ".damaged-2026-11-22"
    assert home.bytes(aside) == damaged


def one_damaged_night_is_left_out(home):
    for day in range(1, 11):
        home.ok("log", "--date", f"2026-11-{day:02}", "--no-cramps")
    db = sqlite3.connect(home.diary)
    db.execute("UPDATE night SET updated = 'x' WHERE night = '2026-11-05'")
    db.commit()
    db.close()
    done = home.run("list")
    assert done.returncode == 0 and b"damaged" in done.stderr, done
    assert done.stdout.count(b"2026-11-") == 9 and b"2026-11-05" not in done.stdout, done.stdout
    home.fails(1, "verify")
    home.fails(1, "log", "--date", "2026-11-05", "--cramps", "1")


def far_fewer_is_told(home):
    for day in range(1, 21):
        home.ok("log", "--date", f"2026-11-{day:02}", "--no-cramps")
    home.ok("backup")
    db = sqlite3.connect(home.diary)
    db.execute("DELETE FROM night WHERE night > '2026-11-10'")
    db.commit()
    db.close()
    done = home.run("log", "--no-cramps", **at(25))
    assert done.returncode == 0 and b"10 nights that the newest backup of" in done.stderr, done
    assert len(backups(home)) == 1


def modes_under_any_umask(home):
    for mask in (0, 0o002, 0o022, 0o077):
        os.umask(mask)
        try:
            home.ok("log", "--no-cramps")
            home.ok("backup")
            home.ok("backup", "--replace", f"copy-{mask}.db")
            home.ok("export", "--replace", f"nights-{mask}.csv")
            home.ok("recover", home.diary, f"recovered-{mask}.db")
        finally:
            os.umask(0o077)
    open_to_others = []
    for parent, folders, names in os.walk(home.folder):
        for name in folders + names:
            path = os.path.join(parent, name)
            if stat.S_IMODE(os.stat(path).st_mode) & 0o077:
                open_to_others.append(path)
    assert open_to_others == [], open_to_others


def a_stranger_reads_it(home):
    """Without the program: the commands of SECURITY.md as they stand, on a diary and on its backup."""
    for day in range(1, 21):
        home.ok("log", "--date", f"2026-11-{day:02}", *(["--cramps", "2", "--severity", "5"] if day % 3 else ["--no-cramps"]))
    home.ok("log", "--date", "2026-11-20", "--factor", "alcohol=20", "--note", "warm")
    home.ok("medicines", "add", "Bisoprolol", "--start", "2026-11-02")
    home.ok("backup")
    listed = json.loads(home.ok("list", "--json"))
    words = (pathlib.Path(__file__).parents[2] / ".github/SECURITY.md").read_text(encoding="utf-8")
    queries = re.search(r"```sql\n(.*?)```", words, re.S).group(1).strip().splitlines()
    assert len(queries) >= 4, queries
    for path in (home.diary, os.path.join(backups(home)[0])):
        db = sqlite3.connect(path)
        answers = [db.execute(query).fetchall() for query in queries]
        assert all(answers), dict(zip(queries, answers))
        nights = {row[0]: row for row in answers[0]}
        assert set(nights) == {night["night"] for night in listed}
        assert [nights[night["night"]][2] for night in listed] == [len(night["episodes"]) for night in listed]
        assert "alcohol=20" in nights["2026-11-20"][4] and nights["2026-11-20"][5] == "warm"
        assert db.execute("PRAGMA application_id").fetchone()[0] == 0x53744e74
        db.close()


def last_page_cut_short(home):
    for day in range(1, 11):
        home.ok("log", "--date", f"2026-11-{day:02}", "--no-cramps")
    whole = home.bytes()
    kept = home.nights()
    for cut in (1, 100, 4095):
        with open(home.diary, "wb") as file:
            file.write(whole[:-cut])
        os.chmod(home.diary, 0o600)
        for words in (["verify"], ["list"], ["log", "--no-cramps"], ["backup", "copy.db"], ["settings", "day-change=10:00"],
                      ["undo"]):
            line = home.fails(1, *words)
            assert "is damaged" in line, (cut, words, line)
        assert home.bytes() == whole[:-cut]
        assert not os.path.exists(home.path("copy.db"))
        home.ok("recover", home.diary, f"recovered-{cut}.db")
        home.ok("verify", f"recovered-{cut}.db")
        assert home.bytes() == whole[:-cut]
    with open(home.diary, "wb") as file:
        file.write(whole)
    home.ok("verify")
    assert home.nights() == kept


def restore_counts_what_a_person_would(home):
    home.ok("log", "--no-cramps")
    home.ok("backup", "copy.db")
    home.ok("medicines", "add", "Bisoprolol", "--start", "2026-11-02", "--dose", "5 mg")
    home.run("remind", "evening", "--at", "21:00")  # says that nothing shows them yet
    said = home.ok("restore", "copy.db", "--dry-run").splitlines()[1:]
    assert said == ["Medicines: 1 goes", "Settings and reminders: 1 goes"], said
    home.ok("backup", "later.db")
    home.ok("restore", "copy.db")
    said = home.ok("restore", "later.db", "--dry-run").splitlines()[1:]
    assert said == ["Medicines: 1 comes back", "Settings and reminders: 1 comes back"], said


def a_sound_diary_is_not_set_aside(home):
    home.ok("log", "--no-cramps")
    home.ok("backup", "copy.db")
    before = home.bytes()
    line = home.fails(1, "restore", "copy.db", "--set-aside")
    assert "can be read; restore it without --set-aside" in line, line
    assert home.bytes() == before and [name for name in os.listdir(os.path.dirname(home.diary)) if "damaged" in name] == []


def a_damaged_diary_names_the_way_out(home):
    home.ok("log", "--no-cramps")
    home.ok("backup", **at(20))
    (backup,) = backups(home)
    kept = home.nights()
    with open(home.diary, "r+b") as file:
        file.write(b"\0" * 100)
    for words in (["list"], ["log", "--no-cramps"], ["verify"]):
        line = home.fails(1, *words)
        assert "last good backup is of 2026-11-20" in line and "recover" in line and f"restore --set-aside {backup}" in line, line
    assert "backup" not in home.fails(1, "verify", home.path("stillnight-cli-no-such.db"))
    home.ok("restore", "--set-aside", backup)
    assert home.nights() == kept


def missing_pages_are_told(home):
    home.ok("sample", "--diary", home.path("old.db"))
    whole = home.bytes(home.path("old.db"))
    pages = len(whole) // 4096
    assert "pages of the file" not in home.ok("recover", "old.db", "whole.db")
    with open(home.path("half.db"), "wb") as file:
        file.write(whole[:pages // 2 * 4096 - 1])
    said = home.ok("recover", "half.db", "half-recovered.db")
    assert f"{pages - pages // 2 + 1} of {pages} pages of the file are missing or empty." in said, said
    with open(home.path("zeros.db"), "wb") as file:
        file.write(whole[:-3 * 4096] + b"\0" * (3 * 4096))
    said = home.ok("recover", "zeros.db", "zeros-recovered.db")
    assert f"3 of {pages} pages of the file are missing or empty." in said, said


def no_room_for_what_is_recovered(home):
    home.ok("sample", "--diary", home.path("old.db"))
    program = home.hand_over()
    done = home.run_as_user(program, "recover", "old.db", "new.db", limit=20000)
    line = done.stderr.decode()
    assert done.returncode == 1 and "'new.db'" in line and "old.db" not in line, line
    assert not os.path.exists(home.path("new.db"))


cli.main([a_stranger_reads_it, a_backup_after_each_day, reading_makes_none, restore_and_back, restore_of_no_backup_changes_nothing,
          import_is_snapshot_first, what_changes_nothing_leaves_no_snapshot, no_home, second_copy, new_computer,
          missing_diary_is_asked_about, damaged_diary_is_recovered,
          one_damaged_night_is_left_out, far_fewer_is_told, modes_under_any_umask,
          last_page_cut_short, restore_counts_what_a_person_would, a_sound_diary_is_not_set_aside,
          a_damaged_diary_names_the_way_out, no_room_for_what_is_recovered, missing_pages_are_told])
