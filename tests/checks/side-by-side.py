#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window, the process that reminds and several command lines use one diary at once, and the window and the process are killed
meanwhile: nothing that was said to be saved is lost, and nobody is told that the diary is locked.

Runs under with-display. side-by-side.py ENTRIES KILLS: entries of each of three writers, kills of the window."""
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

from tap import BUILD, check

ENTRIES, KILLS = int(sys.argv[1]), int(sys.argv[2])
WRITERS = 3
LONGEST_S = 120
folder = tempfile.TemporaryDirectory(prefix='stillnight-side-')
diary = pathlib.Path(folder.name) / 'stillnight/diary.db'
ENVIRONMENT = {**os.environ, 'STILLNIGHT_NOW': '2026-11-22T02:31:00Z', 'TZ': 'UTC', 'XDG_DATA_HOME': folder.name}
complaints, acknowledged = [], set()


def cli(*words):
    return subprocess.run([BUILD / 'src/cli/stillnight-cli', *words], env=ENVIRONMENT, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, encoding='utf-8')


def stored():
    listed = cli('list', '--json')
    return {night['night']: night for night in json.loads(listed.stdout)} if listed.returncode == 0 else {}


def night(writer, turn):
    return str(datetime.date(2020, 1, 1) + datetime.timedelta(days=writer * ENTRIES + turn))


def write(writer):
    for turn in range(ENTRIES):
        done = cli('log', '--date', night(writer, turn), '--cramps', '1', '--note', f'{writer} {turn}')
        if done.returncode == 0 and 'Saved' in done.stdout and not done.stderr:
            acknowledged.add((writer, turn))
        else:
            complaints.append(f'writer {writer}, entry {turn}: exit {done.returncode}: {done.stderr}')


def start(name, *words):
    return subprocess.Popen([BUILD / name, *words], env=ENVIRONMENT, stderr=subprocess.PIPE, encoding='utf-8')


def cramps():
    return sum(len(entry['episodes']) for date, entry in stored().items() if date.startswith('2026'))


def kill(process):
    process.kill()
    told = process.communicate()[1]
    complaints.extend(line for line in told.splitlines() if 'locked' in line)
    return process.returncode


def lost():
    now = stored()
    return [f'{night(writer, turn)} was saved and is lost' for writer, turn in sorted(acknowledged)
            if now.get(night(writer, turn), {}).get('note') != f'{writer} {turn}']


cli('remind', 'evening', '--at', '22:00')
cli('log', '--date', '2019-01-01', '--no-cramps')
reminder = start('src/reminder/stillnight-reminder')
threads = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
for thread in threads:
    thread.start()
killed = []
for _ in range(KILLS):
    # The first start stores a cramp; later ones find it.
    window = start('src/app/stillnight', '--cramp-now')
    end = time.monotonic() + LONGEST_S
    while cramps() == 0 and window.poll() is None and time.monotonic() < end:
        pass
    killed.append(kill(window))
    if cramps() != 1:
        complaints.append(f'{cramps()} cramps instead of the one of the window')
window = start('src/app/stillnight')
for thread in threads:
    thread.join()
running = [window.poll(), reminder.poll()]
kill(window)
kill(reminder)
print(f'# {len(acknowledged)} entries of {WRITERS} writers, {killed.count(-9)} kills of the window')
check('/side-by-side/nobody-is-refused', complaints)
check('/side-by-side/nothing-is-lost', lost())
check('/side-by-side/killed', [] if killed == [-9] * KILLS else [f'ended with {killed}'])
check('/side-by-side/window-and-reminder-live', [] if running == [None, None] else [f'ended with {running}'])
sound = cli('verify')
check('/side-by-side/sound', [] if sound.returncode == 0 else [sound.stderr])
cli('delete', night(1, 0))
check('/side-by-side/control-a-missing-night', [] if lost() else ['nothing was found'])
