#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The clock is set wrong for two days, back or forward by years, and then right again: nothing is deleted, entries are saved and
undone in the order in which they were made, each of them is in a backup, and nobody is reminded of years that were not."""
import datetime
import json
import pathlib

import cli_copy
from tap import check

RIGHT = datetime.date(2026, 11, 1)
DAYS = 40  # of one of them: enough for backups of weeks and months
LONGER = '2025-11-22'
WRONG = ['1970-01-02', '2025-11-22', '2026-09-30', '2036-11-22', '2038-01-19']
home = cli_copy.FOLDER / 'home'


def run(diary, day, *words):
    cli_copy.ENVIRONMENT['STILLNIGHT_NOW'] = f'{day}T20:00:00Z'
    return cli_copy.run(*words, '--diary', diary)


def log(diary, day):
    """The night before that day; its key."""
    key = str(day - datetime.timedelta(days=1))
    code, said, complained = run(diary, day, 'log', '--date', key, '--cramps', '1', '--note', f'on {day}')
    return key, [] if code == 0 and 'Saved' in said and not complained else [f'{day}: {code}, {said} {complained}']


def nights(path, day):
    code, said, complained = run(path, day, 'list', '--json')
    return {night['night'] for night in json.loads(said)} if code == 0 else {complained}


def backups(diary, day):
    """The nights of each."""
    return [nights(path, day) for path in pathlib.Path(f'{diary}.backups').glob('*.db')]


def two_wrong_days(diary, wrong):
    """What goes wrong when the clock shows @wrong and the day after it, and then what is right again."""
    right = RIGHT + datetime.timedelta(days=DAYS)
    written, found = set(nights(diary, right)), []
    for day in (wrong, wrong + datetime.timedelta(days=1)):
        key, problems = log(diary, day)
        written.add(key)
        found += problems
        if nights(diary, day) != written:
            found.append(f'on {day} the nights are not those that were written: {sorted(nights(diary, day) ^ written)[:5]}')
        # The entries of the days before are in some backup, whatever days those were called.
        if not any(written - {key} <= nights for nights in backups(diary, day)):
            found.append(f'on {day} no backup has all that was written before')
    code, said, complained = run(diary, day, 'undo')
    if code != 0 or key in nights(diary, day):
        found.append(f'undo does not take back the last entry: {said} {complained}')
    written.discard(key)
    for turn in range(2):
        key, problems = log(diary, right + datetime.timedelta(days=turn))
        written.add(key)
        found += problems
    if not any(written - {key} <= nights for nights in backups(diary, right)):
        found.append('with the right time again no backup has all that was written before')
    if nights(diary, right) != written:
        found.append('with the right time again the nights are not those that were written')
    for words in (['remind', '--next'], ['flags', '--json'], ['analyze', '--json']):
        code, said, complained = run(diary, right, *words)
        if code != 0 or complained:
            found.append(f'{words}: {code} {complained}')
    code, _, complained = run(diary, right, 'verify')
    return found if code == 0 else [*found, complained]


for number, text in enumerate(WRONG):
    diary = home / str(number) / 'diary.db'
    run(diary, RIGHT, 'remind', 'evening', '--at', '21:30')
    problems = [problem for turn in range(DAYS if text == LONGER else 3)
                for problem in log(diary, RIGHT + datetime.timedelta(days=turn))[1]]
    check(f'/clock-jumps/{text}', problems + two_wrong_days(diary, datetime.date.fromisoformat(text)))
run(diary, RIGHT, 'delete', str(RIGHT))
check('/clock-jumps/control-a-missing-night', [problem for problem in ['a deleted night is still there']
                                               if str(RIGHT) in nights(diary, RIGHT)])
