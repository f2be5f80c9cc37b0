#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at every call by which the command line program changes a file: what is there is the old or the new, and whoever
comes next can go on.

kill-points.py POINTS SEED [NAME...]: so many of the calls of each thing that a person does, 0 for all; or only of those named.
SEED "new": other points each time."""
import random
import sys

from workloads import WITHOUT, WORKLOADS, Workload
import traced
from tap import check

POINTS = int(sys.argv[1])
SEED = random.randrange(2**32) if sys.argv[2] == 'new' else int(sys.argv[2])
NAMES = sys.argv[3:] or [name for name in WORKLOADS if name not in WITHOUT]
CALLS = 'pwrite64,write,fsync,fdatasync,rename,renameat,renameat2,link,unlink,ftruncate,mkdir,openat,close'
GO_ON = ['log', '--date', '2025-01-15', '--no-cramps', '--diary', 'data/diary.db']
print(f'# {POINTS} points each, seed {SEED}')
chance = random.Random(SEED)


def kill(workload, call, number):
    there, trace = workload.fresh(), workload.home / 'trace'
    traced.run(there, workload.words, trace=trace, options=['-e', f'trace={call}', '-e',
                                                            f'inject={call}:signal=KILL:when={number}'])
    return there, traced.struck(trace)


def go_on(workload, there):
    """The next entry is saved, unless the diary was damaged before."""
    done = traced.run(there, GO_ON)
    return [] if workload.is_damaged or 'Saved' in done.stdout else [f'the next entry is refused: {done.stderr.strip()}']


tried = reached = old = new = 0
for name in NAMES:
    workload = Workload(name)
    points = traced.points(workload.fresh(), workload.words, CALLS)
    if POINTS > 0:
        points = chance.sample(points, min(POINTS, len(points)))
    found = []
    for call, number in points:
        there, struck = kill(workload, call, number)
        reached += struck > 0
        tried += 1
        old += (state := workload.state(there)) == workload.old
        new += state == workload.new
        found += [f'killed at {call} {number}: {problem}' for problem in workload.problems(there) + go_on(workload, there)]
    check(f'/kill-points/{name}', found)
    if name == 'log':
        # The same check must say so when the entry is half there: as if the journal had not been.
        there, _ = kill(workload, 'unlink', 1)
        (there / 'data/diary.db-journal').unlink()
        with open(there / 'data/diary.db', 'r+b') as file:
            file.truncate((there / 'data/diary.db').stat().st_size // 2)
        check('/kill-points/control-half-written', [] if workload.problems(there) else ['nothing was found'])
print(f'# killed at {reached} points; the diary was as before at {old}, as meant at {new}')
# The ids of rows are random, and so is now and then how many pages a change takes.
check('/kill-points/reached', [] if reached > tried / 2 else [f'only {reached} of {tried}'])
