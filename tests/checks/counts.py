#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real diaries: what analyze counts against a count of the file's rows made here, by the cut rule alone; and what it
estimates against R's numbers (tests/fixtures/published/real.R)."""
import csv
import json
import math
import pathlib
import statistics
import subprocess
import tempfile

from tap import BUILD, SOURCE, check

CLI = BUILD / 'src' / 'cli' / 'stillnight-cli'
KEYS = ['cut', 'nights_with', 'cramps_with', 'nights_without', 'cramps_without']


def count(rows, column):
    """Binary: with = 1; else with = strictly above the median. Empty = in neither. All equal: no cut."""
    recorded = [(float(row[column]), int(row['event']) > 0) for row in rows if row[column] != '']
    binary = {value for value, _ in recorded} <= {0, 1}
    if not binary and len({value for value, _ in recorded}) == 1:
        return binary, [None] * len(KEYS)
    cut = 1 if binary else statistics.median(value for value, _ in recorded)
    sides = {True: [0, 0], False: [0, 0]}
    for value, cramps in recorded:
        side = sides[value >= cut if binary else value > cut]
        side[0] += 1
        side[1] += cramps
    return binary, [float(f'{cut:.6g}')] + sides[True] + sides[False]


def analyze(path, kinds):
    meta = {'factors': [{'name': name, 'type': kind, 'expected': 'none'} for name, kind in kinds.items()]}
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / 'meta.json'
        file.write_text(json.dumps(meta))
        done = subprocess.run([CLI, 'analyze', '--json', path, '--meta', file], capture_output=True, text=True)
    return json.loads(done.stdout) if done.returncode == 0 else {'error': done.stderr}


def differences(name, said):
    """Effects and p values against R's, to the six digits that analyze prints."""
    with open(SOURCE / 'tests' / 'fixtures' / 'published' / 'real.csv', newline='') as file:
        known = {row['factor']: row for row in csv.DictReader(file) if row['diary'] == name}
    found = []
    for factor in said['factors']:
        if (factor['odds_ratio'] is None) != (factor['name'] not in known):
            found.append(f'{factor["name"]}: {factor["odds_ratio"]}, in R {known.get(factor["name"])}')
        elif factor['odds_ratio'] is not None:
            row = known[factor['name']]
            for key, answer in (('odds_ratio', math.exp(float(row['log_odds']))), ('p_value', float(row['p_value']))):
                if abs(factor[key] - answer) > 1e-5 * answer:
                    found.append(f'{factor["name"]} {key}: {factor[key]}, in R {answer}')
    return found


def problems(path, rows):
    columns = [name for name in rows[0] if name not in ('date', 'event')]
    by_hand = {name: count(rows, name) for name in columns}
    said = analyze(path, {name: 'binary' if by_hand[name][0] else 'continuous' for name in columns})
    if 'error' in said:
        return [said['error']]
    found = []
    if said['nights'] != len(rows):
        found.append(f'{said["nights"]} nights, by hand {len(rows)}')
    for factor in said['factors']:
        counts = [factor[key] for key in KEYS]
        if counts != by_hand[factor['name']][1]:
            found.append(f'{factor["name"]}: {counts}, by hand {by_hand[factor["name"]][1]}')
    return found + differences(path.stem, said)


for path in sorted((SOURCE / 'tests' / 'fixtures' / 'real').glob('*.csv')):
    with open(path, newline='') as file:
        nights = list(csv.DictReader(file))
    check(f'{path.name}: counts by hand, numbers by R', problems(path, nights))
nights[0]['event'] = str(1 - int(nights[0]['event']))
check('one night told otherwise is noticed', [] if problems(path, nights) else ['nothing was found'])
