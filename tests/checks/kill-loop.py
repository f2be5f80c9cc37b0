#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at random moments while nights are logged: what was said to be saved is there, and nothing is half.

Saved means: the program said so. STILLNIGHT_KILLS and STILLNIGHT_SEED choose other kills."""
import datetime
import os
import pathlib
import random
import statistics
import time

import cli_copy
from tap import check

KILLS = int(os.environ.get('STILLNIGHT_KILLS', '300'))
UNDISTURBED = 10  # nights logged before the first kill
SEED = int(os.environ.get('STILLNIGHT_SEED', random.randrange(2**32)))
print(f'# {KILLS} kills, seed {SEED}')
chance = random.Random(SEED)
diary = cli_copy.FOLDER / 'kill' / 'diary.db'
journal = pathlib.Path(f'{diary}-journal')


def night(number):
    return str(datetime.date(2020, 1, 1) - datetime.timedelta(days=number))


def start_logging(number):
    return cli_copy.start('log', '--diary', diary, '--date', night(number), '--cramps', 2, '--severity', 6,
                          '--duration', '3min', '--factor', f'fluids={number}', '--factor', 'stretch=yes',
                          '--note', f'night {number}')


def is_whole(stored, number):
    cramps = stored['episodes']
    return (stored['state'] == 'cramps' and len(cramps) == 2 and stored['note'] == f'night {number}'
            and sorted((cramp['severity'] or 0, cramp['duration_s'] or 0) for cramp in cramps) == [(0, 0), (6, 180)]
            and stored['factors']['fluids']['value'] == number and stored['factors']['stretch']['value'] == 1)


def problems(acknowledged):
    stored = cli_copy.nights(diary)
    lost = [f'{night(number)} was saved and is lost' for number in acknowledged if night(number) not in stored]
    numbers = {night(number): number for number in range(UNDISTURBED + KILLS)}
    half = [f'{date} is half written: {stored[date]}' for date in stored if not is_whole(stored[date], numbers[date])]
    return lost + half


def log_undisturbed():
    """How long a whole logging takes here, seconds."""
    took = []
    for number in range(UNDISTURBED):
        begin = time.monotonic()
        process = start_logging(number)
        said, complained = process.communicate()
        took.append(time.monotonic() - begin)
        if 'Saved' not in said:
            raise RuntimeError(complained)
    return statistics.median(took)


duration = log_undisturbed()
acknowledged = set(range(UNDISTURBED))
unsound = []
killed = interrupted = 0
for number in range(UNDISTURBED, UNDISTURBED + KILLS):
    process = start_logging(number)
    time.sleep(chance.uniform(0, 1.4 * duration))
    process.kill()
    said, _ = process.communicate()
    killed += process.returncode == -9
    interrupted += journal.exists()
    if 'Saved' in said:
        acknowledged.add(number)
    unsound += [f'after the kill of night {number}: {problem}' for problem in cli_copy.unsound(diary)]
saved = len(acknowledged) - UNDISTURBED
print(f'# a logging takes {duration * 1000:.0f} ms; {killed} were killed before their end, {interrupted} while they '
      f'wrote; {saved} had said "Saved"')
check('after every kill the diary is sound', unsound)
check('no saved night is lost and none is half', problems(acknowledged))
check('kills came before, while and after it was saved',
      [] if 0 < saved < KILLS and interrupted > 0 and killed > KILLS / 4 else ['they did not'])
cli_copy.run('delete', night(0), '--diary', diary)
check('one night that goes missing is noticed', [] if problems(acknowledged) else ['nothing was found'])
