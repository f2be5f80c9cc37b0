#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The second copy on a stick that is really mounted: pulled out, back in another place, another stick in its place, full.

It takes the right to mount; what is mounted only this process and what it starts can see."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

if 'STN_STICK' not in os.environ:
    sys.exit(subprocess.run(['unshare', '--mount', sys.executable, *sys.argv], env={**os.environ, 'STN_STICK': '1'}).returncode)

from tap import BUILD, check  # noqa: E402: prints a plan when it ends

CLI = BUILD / 'src' / 'cli' / 'stillnight-cli'
home = pathlib.Path(tempfile.mkdtemp(prefix='stillnight-stick-'))
DIARY, NAME = home / 'diary.db', 'stillnight-diary.db'
MEDIA = pathlib.Path('/mnt')  # mounted over; desktops mount there what comes and goes
stick, drawer, elsewhere = MEDIA / 'stick', home / 'drawer', MEDIA / 'other'
day = 0


def mount(*words):
    subprocess.run(['mount', *map(str, words)], check=True)


def run(*words):
    return subprocess.run([str(word) for word in (CLI, *words)], stdin=subprocess.DEVNULL, capture_output=True, encoding='utf-8',
                          env={'LC_ALL': 'C.UTF-8', 'TZ': 'UTC', 'HOME': str(home), 'PATH': os.environ['PATH'],
                               'G_DEBUG': 'fatal-criticals', 'STILLNIGHT_NOW': f'2026-10-{day:02}T20:00:00Z'})


def nights(diary):
    done = run('list', '--json', '--diary', diary)
    return len(json.loads(done.stdout)) if done.returncode == 0 else done.stderr


def next_day(*words):
    """A night is logged, and what else is due happens: the backup of the day before, and the second copy. What was said beside it."""
    global day
    day += 1
    done = run('log', '--no-cramps', *words, '--diary', DIARY)
    return done.stderr.strip() if 'Saved' in done.stdout else f'not saved: {done.stderr}'


def expect(**things):
    return [f'{name}: {found!r}, not {wanted!r}' for name, (found, wanted) in things.items() if found != wanted]


mount('-t', 'tmpfs', '-o', 'size=1m', 'none', MEDIA)
for path in (stick, drawer, elsewhere):
    path.mkdir()
mount('-t', 'tmpfs', '-o', 'size=4m', 'none', stick)
next_day()
made = run('backup', '--to', stick, '--remember', '--diary', DIARY)
said = [next_day(), next_day()]
check('/stick/kept-up-to-date', expect(made=(made.returncode, 0), said=(said, ['', '']), nights=(nights(stick / NAME), 2)))

mount('--move', stick, drawer)
check('/stick/pulled-out', expect(said=(next_day(), ''), beneath=(os.listdir(stick), [])))
mount('-t', 'tmpfs', '-o', 'size=4m', 'none', stick)
check('/stick/another-in-its-place', expect(said=(next_day(), ''), on_it=(os.listdir(stick), []), old=(nights(drawer / NAME), 2)))

mount('--move', drawer, elsewhere)
check('/stick/back-elsewhere', expect(said=(next_day(), ''), nights=(nights(elsewhere / NAME), day - 1), other=(os.listdir(stick), [])))

with open(elsewhere / 'ballast', 'wb') as ballast:
    free = os.statvfs(elsewhere)
    os.posix_fallocate(ballast.fileno(), 0, free.f_bavail * free.f_frsize)
had = nights(elsewhere / NAME)
said = next_day('--note', 'x' * 3000)
check('/stick/full/said', [] if 'the second copy could not be made' in said and 'no space left' in said else [said])
check('/stick/full/old-copy-stays', expect(nights=(nights(elsewhere / NAME), had), verify=(run('verify', elsewhere / NAME).returncode, 0),
                                           beside=(sorted(os.listdir(elsewhere)), sorted(['ballast', NAME]))))
(elsewhere / 'ballast').unlink()
check('/stick/full/space-again', expect(said=(next_day(), ''), nights=(nights(elsewhere / NAME), day - 1)))

mount('-o', 'remount,ro', elsewhere)
said = next_day()
check('/stick/read-only/said', [] if 'the second copy could not be made' in said else [said])
subprocess.run(['umount', str(elsewhere)], check=True)
check('/stick/gone', expect(said=(next_day(), ''), beneath=(os.listdir(elsewhere), [])))
for path in (stick, MEDIA):
    subprocess.run(['umount', str(path)], check=True)
shutil.rmtree(home)
