#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Diaries that nobody should keep: analyze gives valid JSON without a number where there is no answer, or refuses clearly."""
import datetime
import json
import math
import pathlib
import random
import subprocess
import tempfile

from tap import BUILD, check

CLI = BUILD / 'src' / 'cli' / 'stillnight-cli'
FIRST = datetime.date(2001, 1, 1)
SEED = 4711
draw = random.Random(SEED)
NUMBERS = ['unit', 'odds_ratio', 'ci_low', 'ci_high', 'p_value', 'chance', 'diff_per_100']


def analyze(rows, kinds, folder):
    """rows: (days from FIRST, cramps, values). Returns the JSON, or the message of a refusal."""
    diary, meta = folder / 'diary.csv', folder / 'meta.json'
    names = [f'f{j}' for j in range(len(kinds))]
    lines = [','.join(['date', 'cramps', *names])]
    for day, cramps, values in rows:
        date = FIRST + datetime.timedelta(day)
        lines.append(','.join([date.isoformat(), str(cramps), *('' if v is None else str(v) for v in values)]))
    diary.write_text('\n'.join(lines) + '\n')
    meta.write_text(json.dumps({'factors': [{'name': name, 'type': kind, 'expected': 'none'}
                                            for name, kind in zip(names, kinds)]}))
    done = subprocess.run([CLI, 'analyze', '--json', diary, '--meta', meta], capture_output=True, text=True, timeout=100)
    if done.returncode == 0 and not done.stderr:
        return json.loads(done.stdout, parse_constant=lambda word: math.nan)
    if done.returncode == 1 and done.stderr.count('\n') == 1:
        return done.stderr
    raise SystemExit(f'Bail out! exit {done.returncode}: {done.stderr}')


def numbers(item):
    if isinstance(item, dict):
        return [n for value in item.values() for n in numbers(value)]
    if isinstance(item, list):
        return [n for value in item for n in numbers(value)]
    return [item] if isinstance(item, float) else []


def expect(name, rows, kinds, verdicts):
    """verdicts: of each factor the one it must have, or None when any will do; a text: the refusal must contain it."""
    with tempfile.TemporaryDirectory() as folder:
        said = analyze(rows, kinds, pathlib.Path(folder))
    if isinstance(verdicts, str) or isinstance(said, str):
        check(name, [] if isinstance(verdicts, str) and verdicts in str(said) else [said])
        return
    problems = [f'{n}' for n in numbers(said) if not math.isfinite(n)]
    for factor, verdict in zip(sorted(said['factors'], key=lambda factor: int(factor['name'][1:])), verdicts):
        if verdict is not None and factor['verdict'] != verdict:
            problems.append(f'{factor["name"]}: {factor["verdict"]}, not {verdict}')
        if factor['verdict'] in ('not_enough_data', 'no_contrast'):
            problems += [f'{factor["name"]}: {key} is {factor[key]}' for key in NUMBERS if factor[key] is not None]
    check(name, problems)


def nights(n, cramps, values):
    return [(t, cramps(t), values(t)) for t in range(n)]


def sometimes(_):
    return int(draw.random() < .3)


def coin():
    return int(draw.random() < .4)


few, alike = 'not_enough_data', 'no_contrast'
expect('no night', [], ['binary', 'count'], [few, few])
expect('one night', nights(1, lambda t: 1, lambda t: [1, 2]), ['binary', 'count'], [few, few])
expect('every night a cramp', nights(300, lambda t: 9, lambda t: [coin(), t]), ['binary', 'count'], [few, few])
expect('never a cramp', nights(300, lambda t: 0, lambda t: [coin(), t]), ['binary', 'count'], [few, few])
expect('no factor', nights(100, sometimes, lambda t: []), [], [])
expect('constant', nights(100, sometimes, lambda t: [1, 7, .5]), ['binary', 'count', 'continuous'], [alike] * 3)
expect('one day is different', nights(200, sometimes, lambda t: [t, 3 + (t == 50) * 1e6]), ['count', 'count'], [None, alike])
expect('never recorded', nights(100, sometimes, lambda t: [None]), ['binary'], [few])
expect('99 in 100 missing', nights(900, sometimes, lambda t: [coin() if t % 100 == 0 else None]), ['binary'], [few])
twice = [coin() for _ in range(300)]
expect('two identical factors', nights(300, lambda t: int(draw.random() < .1 + .5 * twice[t]), lambda t: [twice[t], twice[t]]),
       ['binary'] * 2, ['unclear', 'unclear'])
outcome = [sometimes(0) for _ in range(200)]
expect('complete separation', nights(200, lambda t: outcome[t], lambda t: [outcome[t]]), ['binary'], ['trigger'])
expect('a factor that is the calendar', nights(200, sometimes, lambda t: [t, t % 7, t // 100]),
       ['continuous', 'count', 'binary'], [None] * 3)
expect('values of 1e308', nights(100, sometimes, lambda t: [draw.choice([1e308, -1e308, 1e307])]), ['continuous'], [None])
expect('values of 1e-310', nights(100, sometimes, lambda t: [draw.choice([1e-310, 3e-310])]), ['continuous'], [None])
expect('one value out of all proportion', nights(100, sometimes, lambda t: [1e300 if t == 5 else draw.random()]),
       ['continuous'], ['unclear'])
expect('negative values', nights(100, sometimes, lambda t: [-5 * draw.random()]), ['count'], [None])
expect('a million cramps', nights(100, lambda t: 10**6 * sometimes(t), lambda t: [coin()]), ['binary'], [None])
expect('kept once in a week', [(7 * t, sometimes(t), [coin()]) for t in range(150)], ['binary'], [None])
expect('a night every three years', [(1000 * t, t % 3 == 0 and 1 or 0, [coin()]) for t in range(60)], ['binary'], [None])
expect('200 factors', nights(200, sometimes, lambda t: [coin() for _ in range(200)]), ['binary'] * 200, [None] * 200)
expect('18,263 nights', nights(18263, sometimes, lambda t: [coin(), draw.random()]), ['binary', 'continuous'], [None] * 2)
expect('text', nights(30, sometimes, lambda t: ['often']), ['count'], "diary.csv:2: f0: 'often' is not a number")
expect('not a number', nights(30, sometimes, lambda t: ['nan']), ['count'], 'diary.csv:2: f0')
expect('beyond all numbers', nights(30, sometimes, lambda t: ['1e999']), ['count'], 'diary.csv:2: f0')
expect('a binary of 2', nights(30, sometimes, lambda t: [2]), ['binary'], "diary.csv:2: f0: '2' is neither 0 nor 1")
expect('a night twice', [(3, 0, [1]), (3, 1, [1])], ['binary'], 'diary.csv:3: the night 2001-01-04 is there twice')
expect('negative cramps', nights(30, lambda t: -1, lambda t: [1]), ['binary'], 'diary.csv:2:')
print(f'# seed {SEED}')
