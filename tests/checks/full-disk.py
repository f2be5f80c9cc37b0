#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""There is no space, or only so much: what was said to be saved is there, the rest is refused with one clear line, the diary can be
read, and once there is space again it goes on.

full-disk.py limit SIZES: a limit on the size of files (RLIMIT_FSIZE), so many sizes up to 1 MiB.
full-disk.py disk SIZES: a disk of its own (tmpfs, which takes root to mount), with so many amounts of free space up to 4 MiB."""
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

KIND, SIZES = sys.argv[1], int(sys.argv[2])
DISK = 8 << 20
if KIND == 'disk' and 'STN_DISK' not in os.environ:
    # Mounted where only this process and what it starts can see it.
    with tempfile.TemporaryDirectory(prefix='stillnight-disk-') as place:
        sys.exit(subprocess.run(['unshare', '--mount', sys.executable, *sys.argv], env={**os.environ, 'STN_DISK': place}).returncode)
if KIND == 'disk':
    subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={DISK},mode=777', 'none', os.environ['STN_DISK']], check=True)

import cli_copy  # noqa: E402: takes the right to mount away
from tap import check  # noqa: E402

place = pathlib.Path(os.environ['STN_DISK']) if KIND == 'disk' else cli_copy.FOLDER
NIGHTS = 1500  # of the table, more than the largest disk here has room for
table = cli_copy.FOLDER / 'in.csv'
table.write_text('date,cramps,fluids,note_of_it\n' + ''.join(
    f'{2000 + number // 336:04}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02},{number % 3},{number},{number * 7}\n'
    for number in range(NIGHTS)))
REASONS = ['no space left', 'No space left', 'File too large', 'there is no diary', 'nothing is recorded']
ENTRIES = [['log', '--date', f'2026-10-{day:02}', '--cramps', '2', '--note', f'{day} ' + 'x' * 3000] for day in (1, 2, 3)]


def run(home, limit, *words):
    def prepare():
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run([cli_copy.CLI, *words, '--diary', home / 'diary.db'], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, encoding='utf-8', preexec_fn=prepare,
                          env={**cli_copy.ENVIRONMENT, 'STILLNIGHT_NOW': '2026-11-22T20:00:00Z', 'TMPDIR': str(home)})


def stored(home):
    if not (home / 'diary.db').exists():
        return set()
    done = run(home, None, 'list', '--json')
    return {night['night'] for night in json.loads(done.stdout)} if done.returncode == 0 else {done.stderr}


def attempt(home, limit):
    """Three entries, a table, another entry and a deletion. What is wrong, and what was refused."""
    acknowledged, found, refused = set(), [], []
    steps = [*ENTRIES, ['import', str(table)], ['log', '--date', '2026-10-04', '--no-cramps'], ['delete', '2026-10-01']]
    for words in steps:
        before = stored(home)
        done = run(home, limit, *words)
        now = stored(home)
        lines = done.stderr.splitlines()
        if done.returncode == 0:
            acknowledged |= now - before
            acknowledged -= before - now
        elif done.returncode != 1 or len(lines) != 1 or not lines[0].startswith('stillnight-cli: '):
            found.append(f'{words[:3]}: exit {done.returncode}: {done.stderr}')
        else:
            refused.append(lines[0])
            if now != before:
                found.append(f'{words[:3]} was refused ({lines[0]}), and yet {sorted(now ^ before)[:3]} changed')
            if not any(reason in lines[0] for reason in REASONS):
                found.append(f'{words[:3]}: not a clear line: {lines[0]}')
        if words[0] == 'log' and done.returncode == 0 and words[2] not in now:
            found.append(f'{words[2]} was said to be saved and is not there')
    if acknowledged - stored(home):
        found.append(f'lost: {sorted(acknowledged - stored(home))[:3]}')
    if (home / 'diary.db').exists() and (unsound := run(home, None, 'verify')).returncode != 0:
        found.append(unsound.stderr)
    return found, refused


def go_on(home):
    done = run(home, None, 'log', '--date', '2026-11-20', '--no-cramps')
    return [] if 'Saved' in done.stdout else [f'with space again: {done.stderr}']


def with_space(size):
    """None: as much as there is."""
    home = place / 'home'
    home.mkdir(mode=0o700)
    ballast = place / 'ballast'
    if KIND == 'disk' and size is not None:
        with open(ballast, 'wb') as file:
            free = os.statvfs(place).f_bavail * os.statvfs(place).f_frsize
            os.posix_fallocate(file.fileno(), 0, max(free - size, 1))
    found, refused = attempt(home, size if KIND == 'limit' else None)
    ballast.unlink(missing_ok=True)
    found += go_on(home)
    shutil.rmtree(home)
    return [f'{size} bytes: {problem}' for problem in found], refused


largest = 1 << 20 if KIND == 'limit' else 4 << 20
found, full = [], 0
for number in range(SIZES):
    problems, refused = with_space(number * largest // SIZES // 4096 * 4096)
    found += problems
    full += bool(refused)
print(f'# {SIZES} sizes, at {full} of them something was refused')
check(f'/full-disk/{KIND}', found)
check(f'/full-disk/{KIND}/was-full', [] if full > SIZES / 2 else [f'only {full} times'])
problems, refused = with_space(None)
check(f'/full-disk/{KIND}/control-with-space', problems + refused)
