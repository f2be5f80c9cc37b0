#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The known answers of tests/fixtures/golden: analyze must say of each diary what the prototype of the method said.

Equal counts, verdicts and tiers; numbers to 1e-5 relative. The same bytes come out when columns and rows are shuffled and in
every locale; a factor scaled by 10 changes its unit and cut alone.
"""
import csv
import json
import os
import pathlib
import random
import subprocess
import tempfile

from schema import SCHEMA, mismatches
from tap import BUILD, SOURCE, check

CLI = BUILD / 'src' / 'cli' / 'stillnight-cli'
GOLDEN = SOURCE / 'tests' / 'fixtures' / 'golden'
TOLERANCE = 1e-5


def analyze(diary, meta, **environment):
    done = subprocess.run([CLI, 'analyze', '--json', diary, '--meta', meta], capture_output=True,
                          env={**os.environ, **environment})
    if done.returncode != 0:
        raise SystemExit(f'Bail out! {done.stderr.decode()}')
    return done.stdout


def is_same(said, known):
    numbers = all(isinstance(x, (int, float)) and not isinstance(x, bool) for x in (said, known))
    if numbers and isinstance(known, float):
        return abs(said - known) <= TOLERANCE * abs(known)
    return said == known


def compare(said, known, path=''):
    if isinstance(known, dict):
        return [problem for key in known for problem in compare(said.get(key), known[key], f'{path}/{key}')]
    if isinstance(known, list) and known and isinstance(known[0], dict):
        by_name = {item['name']: item for item in said if item.get('change', 'start') == 'start'}
        return [problem for item in known
                for problem in compare(by_name.get(item['name'], {}), item, f'{path}/{item["name"]}')]
    return [] if is_same(said, known) else [f'{path}: {said}, known {known}']


def shuffled(name, seed, folder):
    """The same diary with its columns, rows and factors in another order."""
    draw = random.Random(seed)
    with open(GOLDEN / f'{name}.csv', newline='') as file:
        header, *rows = list(csv.reader(file))
    order = draw.sample(range(len(header)), len(header))
    draw.shuffle(rows)
    meta = json.loads((GOLDEN / f'{name}.meta.json').read_text())
    draw.shuffle(meta['factors'])
    diary, file = folder / 'diary.csv', folder / 'meta.json'
    diary.write_text('\n'.join(','.join(row[i] for i in order) for row in [header] + rows) + '\n')
    file.write_text(json.dumps(meta))
    return diary, file


def scaled(name, factor, folder):
    with open(GOLDEN / f'{name}.csv', newline='') as file:
        header, *rows = list(csv.reader(file))
    column = header.index(factor)
    for row in rows:
        row[column] = repr(float(row[column]) * 10) if row[column] else ''
    diary = folder / 'scaled.csv'
    diary.write_text('\n'.join(','.join(row) for row in [header] + rows) + '\n')
    return diary


names = sorted(path.name.removesuffix('.expected.json') for path in GOLDEN.glob('*.expected.json'))
check('there are known answers', [] if len(names) >= 20 else [f'{len(names)} files'])
for name in names:
    known = json.loads((GOLDEN / f'{name}.expected.json').read_text())
    said = json.loads(analyze(GOLDEN / f'{name}.csv', GOLDEN / f'{name}.meta.json'))
    check(name, compare(said, known) + mismatches(said, SCHEMA))

broken = json.loads(json.dumps(said))
broken['factors'][0].update(verdict='sure', unit='1', extra=0)
del broken['trend']
check('the schema notices what is wrong', [] if len(mismatches(broken, SCHEMA)) == 4 else mismatches(broken, SCHEMA))
known['factors'][0]['odds_ratio'] *= 1 + 2 * TOLERANCE
known['factors'][1]['chance_count'] += 1
check('small differences are noticed', [] if len(compare(said, known)) == 2 else compare(said, known))

with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    for seed, name in enumerate(['moderate3-180-12', 'duplicate-180-13', 'sparse-180-12']):
        plain = analyze(GOLDEN / f'{name}.csv', GOLDEN / f'{name}.meta.json')
        check(f'{name}: the order of rows, columns and factors does not matter (seed {seed})',
              [] if analyze(*shuffled(name, seed, folder)) == plain else ['other bytes'])
    locales = [{'LC_ALL': 'C'}, {'LC_ALL': 'de_DE.UTF-8'}, {'LC_ALL': 'tr_TR.UTF-8', 'LANGUAGE': 'es'}]
    said = {analyze(GOLDEN / f'{name}.csv', GOLDEN / f'{name}.meta.json', **locale) for locale in locales}
    check('the same bytes in every locale', [] if len(said) == 1 else [f'{len(said)} answers'])

    name, factor = 'moderate3-180-12', 'sitting_h'
    meta = GOLDEN / f'{name}.meta.json'
    plain = json.loads(analyze(GOLDEN / f'{name}.csv', meta))
    times_10 = json.loads(analyze(scaled(name, factor, folder), meta))
    for item in plain['factors']:
        if item['name'] == factor:
            item['unit'] *= 10
            item['cut'] *= 10
    check('a factor times 10 changes its unit and cut alone', compare(times_10, plain))
