#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The power is cut while the command line program writes: the diary says what it said or what was entered, and what was said
to be saved is there. Then the power is cut again while that is read for the first time.

Each call of the program that changes a file is recorded, and each image is what a disk may hold after one of them (disk.py).
power-cut.py IMAGES SEED [NAME...]: so many for each thing that a person does, or for those named; 0: one after every single call.
SEED "new": another each time. The control is the same disk if it ignored every sync."""
import random
import sys

import disk
import traced
from tap import check
from workloads import WORKLOADS, Workload

IMAGES = int(sys.argv[1])
SEED = random.randrange(2**32) if sys.argv[2] == 'new' else int(sys.argv[2])
NAMES = sys.argv[3:] or WORKLOADS
LIES = 2  # for each of them
print(f'# {IMAGES} images each, seed {SEED}')
chance = random.Random(SEED)
TRACED = ['-xx', '-s', '100000000', '-e', f'trace={traced.CHANGING}']


def record(workload, folder, words):
    trace = workload.home / 'trace'
    traced.run(folder, words, trace=trace, options=[*TRACED, *workload.without])
    return disk.Recording(folder, trace)


def cut(workload, recording, before, steps, name, honest=True):
    """A folder as it may be after so many steps."""
    image = disk.Disk(before)
    image.top = recording.folder  # the run took place there
    image.durable = {recording.folder + path[len(str(before)):]: what for path, what in image.durable.items()}
    image.now = dict(image.durable)
    for step in recording.steps[:steps]:
        if honest or not isinstance(step, disk.Sync):
            step(image)
    there = workload.fresh_empty(name)
    disk.write(image.after_cut(chance), recording.folder, there)
    return there


def moments(recording):
    last = len(recording.steps)
    return range(last + 1) if IMAGES == 0 else [last] + [chance.randint(0, last) for _ in range(IMAGES - 1)]


def cut_twice(workload, recording, steps):
    """Again while the program that starts next puts the diary right."""
    once = cut(workload, recording, workload.folder, steps, 'once')
    there = workload.fresh_of(once)
    again = record(workload, there, ['export', '--json', '--diary', 'data/diary.db'])
    return cut(workload, again, once, chance.randint(0, len(again.steps)), 'twice'), len(again.steps)


images = seconds = broken_by_lies = 0
for name in NAMES:
    workload = Workload(name)
    recording = record(workload, workload.fresh(), workload.words)
    found = []
    for steps in moments(recording):
        said = steps >= recording.said
        there = cut(workload, recording, workload.folder, steps, 'cut')
        was_cut = workload.fresh_of(there, 'looked-at')
        found += [f'after {steps} of {len(recording.steps)} steps: {problem}' for problem in workload.problems(was_cut, said)]
        images += 1
        if list(workload.home.glob('cut/data/*-journal')):
            there, writes = cut_twice(workload, recording, steps)
            found += [f'after {steps} and again: {problem}' for problem in workload.problems(there, said)]
            seconds += writes > 0
            images += 1
    for _ in range(LIES):
        there = cut(workload, recording, workload.folder, len(recording.steps), 'cut', honest=False)
        broken_by_lies += bool(workload.problems(there, True))
    check(f'/power-cut/{name}', found)
lies = LIES * len(NAMES)
print(f'# {images} images, {seconds} of them cut again while a diary was put right; without syncs {broken_by_lies} of {lies} are broken')
check('/power-cut/control-without-syncs', [] if broken_by_lies > lies / 3 else ['few images were broken'])
