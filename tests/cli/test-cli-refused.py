#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that refuses: a folder or file that may not be written, a file that may not grow. Each as an ordinary user, with the
same command on a disk that does not refuse as its control."""

import os

import home as cli


def check_refused(home, program, *words, **how):
    before = cli.digest(home.diary)
    done = home.run_as_user(program, *words, **how)
    assert done.returncode == 1, done
    assert done.stdout == b"", done
    assert done.stderr.startswith(b"stillnight-cli: ") and done.stderr.count(b"\n") == 1, done
    assert cli.digest(home.diary) == before
    return done.stderr.decode()


def check_done(home, program, *words):
    done = home.run_as_user(program, *words)
    assert done.returncode == 0 and done.stderr == b"", done


LOG = ["log", "--date", "2026-11-20", "--cramps", "2", "--note", "x" * 50000]


def read_only_folder(home):
    home.ok("log", "--date", "2026-11-19", "--no-cramps")
    program = home.hand_over()
    os.chmod(os.path.dirname(home.diary), 0o500)
    check_refused(home, program, *LOG)
    check_done(home, program, "list")
    os.chmod(os.path.dirname(home.diary), 0o700)
    check_done(home, program, *LOG)


def read_only_file(home):
    home.ok("log", "--date", "2026-11-19", "--no-cramps")
    program = home.hand_over()
    os.chmod(home.diary, 0o400)
    check_refused(home, program, *LOG)
    check_done(home, program, "list", "--json")
    os.chmod(home.diary, 0o600)
    check_done(home, program, *LOG)


def unreadable_file(home):
    home.ok("log", "--date", "2026-11-19", "--no-cramps")
    program = home.hand_over()
    os.chmod(home.diary, 0)
    done = home.run_as_user(program, "list")
    assert done.returncode == 1 and done.stderr.count(b"\n") == 1, done
    os.chmod(home.diary, 0o600)
    check_done(home, program, "list")


def no_folder_can_be_made(home):
    program = home.hand_over()
    os.chmod(home.folder, 0o500)
    done = home.run_as_user(program, "log", "--no-cramps")
    assert done.returncode == 1 and done.stderr.count(b"\n") == 1, done
    os.chmod(home.folder, 0o700)
    check_done(home, program, "log", "--no-cramps")


def file_may_not_grow(home):
    home.ok("log", "--date", "2026-11-19", "--no-cramps")
    program = home.hand_over()
    check_refused(home, program, *LOG, limit=os.path.getsize(home.diary) + 4096)
    check_done(home, program, *LOG)
    check_done(home, program, "verify")


def backup_may_not_grow(home):
    home.ok("sample", "--nights", "35", "--diary", home.diary)
    program = home.hand_over()
    check_refused(home, program, "backup", "copy.db", limit=8192)
    assert not os.path.exists(home.path("copy.db"))
    assert sorted(os.listdir(home.folder)) == ["stillnight", "stillnight-cli"], os.listdir(home.folder)
    check_done(home, program, "backup", "copy.db")


def sample_may_not_grow(home):
    program = home.hand_over()
    done = home.run_as_user(program, "sample", "--nights", "200", "--diary", "new.db", limit=100000)
    assert done.returncode == 1 and done.stderr.count(b"\n") == 1, done
    assert not os.path.exists(home.path("new.db"))
    check_done(home, program, "sample", "--nights", "200", "--diary", "new.db")


cli.main([read_only_folder, read_only_file, unreadable_file, no_folder_can_be_made, file_may_not_grow,
          backup_may_not_grow, sample_may_not_grow])
