#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+C, SIGTERM and SIGHUP in the middle of what takes long: no copy of the diary is left half made.

stops.py POINTS SEED [NAME...]: so many of the calls by which each verb changes a file, 0 for all; or only of those named."""
import random
import shutil
import signal
import sys

import traced
from cli_copy import FOLDER
from tap import check

POINTS = int(sys.argv[1])
SEED = int(sys.argv[2])
CALLS = 'pwrite64,write,fsync,fdatasync,rename,renameat2,link,unlink,ftruncate,mkdir,openat,close'
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
DIARY = 'data/diary.db'
VERBS = {
    'backup-file': ['backup', 'out.db', '--diary', DIARY],
    'backup': ['backup', '--diary', DIARY],
    'export-for-merge': ['export', '--for-merge', 'out.db', '--diary', DIARY],
    'recover': ['recover', DIARY, 'out.db'],
    'sample': ['sample', '--nights', '14', '--diary', 'out.db'],
    'restore': ['restore', 'old.db', '--diary', DIARY],
    'import': ['import', 'in.csv', '--dry-run', '--diary', 'none.db'],
}
NAMES = sys.argv[3:] or list(VERBS)
chance = random.Random(SEED)
# A signal that is ignored where this is started would stay so.
for number in SIGNALS:
    signal.signal(number, lambda *_: sys.exit(1))


def prepare(folder):
    (folder / 'data').mkdir(parents=True)
    for words in (['sample', '--nights', '14', '--diary', DIARY], ['backup', 'old.db', '--diary', DIARY],
                  ['delete', '2026-11-20', '--diary', DIARY]):
        done = traced.run(folder, words)
        assert done.returncode == 0, done.stderr
    (folder / 'in.csv').write_text('date,cramps\n' + ''.join(f'2026-10-{day:02},1\n' for day in range(1, 31)))


def fresh(master):
    there = FOLDER / 'there'
    shutil.rmtree(there, ignore_errors=True)
    shutil.copytree(master, there)
    return there


def names(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob('*') if path.is_file() or path.parent.name == 'tmp'}


def is_whole(folder, name):
    """A finished one may have its name: then it is all there."""
    path = folder / name
    is_named = name == 'out.db' or path.parent.name == 'diary.db.backups' and path.suffix == '.db'
    return is_named and traced.run(folder, ['verify', name]).returncode == 0


def problems(folder, before, done, number):
    # SQLite takes back by it what of the diary itself was not finished.
    left = sorted(names(folder) - before - {DIARY + '-journal'})
    found = [f'{name} is left' for name in left if not is_whole(folder, name)]
    if done.returncode == -number and done.stderr.count('it was stopped') != 1:
        found.append(f'it says {done.stderr!r}')
    if done.returncode not in (0, -number, 128 + number):
        found.append(f'exit {done.returncode}: {done.stderr}')
    verified = traced.run(folder, ['verify', DIARY])
    return found + ([] if verified.returncode == 0 else [verified.stderr])


master = FOLDER / 'master'
prepare(master)
trace = FOLDER / 'trace-of-stops'
tried = stopped = 0
for name in NAMES:
    points = traced.points(fresh(master), VERBS[name], CALLS)
    if POINTS > 0:
        points = chance.sample(points, min(POINTS, len(points)))
    found = []
    for index, (call, count) in enumerate(points):
        number = SIGNALS[index % len(SIGNALS)]
        there = fresh(master)
        before = names(there)
        done = traced.run(there, VERBS[name], trace=trace, options=[
            '-e', f'trace={call}', '-e', f'inject={call}:signal={number.name}:when={count}'])
        tried += 1
        stopped += done.returncode == -number
        found += [f'{number.name} at {call} {count}: {problem}' for problem in problems(there, before, done, number)]
    check(f'/stops/{name}', found)
print(f'# stopped at {stopped} of {tried} points')
# The ids of rows are random, and so is now and then how many pages a change takes.
check('/stops/reached', [] if stopped > tried / 2 else [f'only {stopped} of {tried}'])
