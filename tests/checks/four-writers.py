#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Four processes write to one diary at once, from the moment when there is none: nothing is lost, nobody is refused.

STILLNIGHT_ROUNDS: so many entries of each."""
import datetime
import os
import threading

import cli_copy
from tap import check

WRITERS = 4
ROUNDS = int(os.environ.get('STILLNIGHT_ROUNDS', '40'))
FACTORS = ['fluids=1500', 'stretch=yes', 'stress=3', 'activity=30']
SHARED = '2026-01-01'
diary = cli_copy.FOLDER / 'writers' / 'diary.db'
complaints = []
start_line = threading.Barrier(WRITERS)


def night(writer, turn):
    return str(datetime.date(2025, 1, 1) - datetime.timedelta(days=writer * ROUNDS + turn))


def write(writer):
    start_line.wait()
    for turn in range(ROUNDS):
        code, said, complained = cli_copy.run('log', '--diary', diary, '--date', night(writer, turn), '--cramps', 1,
                                              '--severity', writer, '--note', f'{writer} {turn}')
        if code != 0 or 'Saved' not in said or complained:
            complaints.append(f'writer {writer}, turn {turn}: exit {code}, {said} {complained}')
    code, said, complained = cli_copy.run('log', '--diary', diary, '--date', SHARED, '--factor', FACTORS[writer])
    if code != 0 or complained:
        complaints.append(f'writer {writer}, the shared night: exit {code}, {said} {complained}')


def lost():
    stored = cli_copy.nights(diary)
    found = []
    for writer in range(WRITERS):
        for turn in range(ROUNDS):
            entry = stored.get(night(writer, turn))
            if entry is None or entry['note'] != f'{writer} {turn}' or entry['episodes'][0]['severity'] != writer:
                found.append(f'{night(writer, turn)} of writer {writer}: {entry}')
    names = sorted(assignment.split('=')[0] for assignment in FACTORS)
    if sorted(stored[SHARED]['factors']) != names:
        found.append(f'the shared night has {sorted(stored[SHARED]["factors"])}, not {names}')
    return found


threads = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f'# {WRITERS * ROUNDS + WRITERS} entries')
check('nobody is refused or told "busy"', complaints)
check('nothing is lost', lost())
check('the diary is sound', cli_copy.unsound(diary))
cli_copy.run('delete', night(2, 3), '--diary', diary)
check('one night that goes missing is noticed', [] if lost() else ['nothing was found'])
