#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 while a cramp is counted on the screen of "Cramp Now": it is in the diary, and the next start knows it.

Runs under with-display."""
import json
import os
import pathlib
import subprocess
import tempfile
import time

from tap import BUILD, check, said

folder = tempfile.TemporaryDirectory(prefix='stillnight-cramp-')
diary = pathlib.Path(folder.name) / 'diary.db'


def environment(now):
    return {**os.environ, 'STILLNIGHT_NOW': now, 'TZ': 'UTC', 'XDG_DATA_HOME': folder.name}


def ask(now, *words):
    return subprocess.run([BUILD / 'src/cli/stillnight-cli', *words, '--diary', diary], env=environment(now),
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8')


def cramps(now):
    listed = ask(now, 'list', '--json')
    return [cramp for night in json.loads(listed.stdout) for cramp in night['episodes']] if listed.returncode == 0 else []


def start_and_kill(now, expected):
    """Starts the screen, waits until the diary holds so many cramps, and kills the program."""
    program = subprocess.Popen([BUILD / 'src/app/stillnight', '--diary', diary, '--cramp-now'], env=environment(now))
    end = time.monotonic() + 60
    while len(cramps(now)) < expected and program.poll() is None and time.monotonic() < end:
        pass
    program.kill()
    program.wait()
    return program.returncode


def differs(found, wanted):
    return [] if found == wanted else [f'found {found}, not {wanted}']


check('/cramp/killed-while-counting', differs(start_and_kill('2026-11-22T02:31:10Z', 1), -9))
check('/cramp/stored-at-once', differs([(cramp['start'], cramp['duration_s'], cramp['ongoing'])
                                        for cramp in cramps('2026-11-22T02:33:00Z')], [('02:31', None, 'yes')]))
ended = ask('2026-11-22T02:34:52Z', 'cramp', '--end')
check('/cramp/ended-after-the-kill', differs(ended.stdout, 'Saved: a cramp of 3 min 42 s\n'))
start_and_kill('2026-11-22T03:00:00Z', 2)
check('/cramp/quiet-for-30-minutes', differs(ask('2026-11-22T03:30:00Z', 'cramp', '--end').returncode, 1))
check('/cramp/no-duration-invented', differs([cramp['duration_s'] for cramp in cramps('2026-11-22T03:30:00Z')], [222, None]))
check('/cramp/diary-is-whole', said(BUILD / 'src/cli/stillnight-cli', 'verify', diary))
