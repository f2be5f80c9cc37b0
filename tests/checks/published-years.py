#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""published-years.py [SEEDS]: diaries of three years, of the seeds from 1 on: what is planted is published, and nothing else."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from tap import BUILD, check

CLI = BUILD / 'src' / 'cli' / 'stillnight-cli'
SEEDS = int(sys.argv[1]) if len(sys.argv) > 1 else 3
PLANTED = {'fluids': 'protector', 'exertion': 'trigger', 'stretch': 'protector'}

with tempfile.TemporaryDirectory() as folder:
    for planted, seed in [(planted, seed) for planted in ('default', 'none') for seed in range(1, SEEDS + 1)]:
        diary = pathlib.Path(folder) / f'{planted}-{seed}.db'
        environment = {**os.environ, 'STILLNIGHT_NOW': '2026-11-22T20:00:00Z', 'TZ': 'UTC'}
        subprocess.run([CLI, 'sample', '--nights', '1095', '--planted', planted, '--seed', str(seed), '--diary', diary],
                       check=True, env=environment, stdout=subprocess.DEVNULL)
        done = subprocess.run([CLI, 'analyze', '--json', '--diary', diary], check=True, env=environment, capture_output=True)
        named = {factor['name']: factor['published']['verdict'] for factor in json.loads(done.stdout)['factors']
                 if factor['published'] and factor['published']['tier'] in ('likely', 'confirmed')}
        known = PLANTED if planted == 'default' else {}
        check(f'1095 nights, planted {planted}, seed {seed}', [] if named == known else [named])
