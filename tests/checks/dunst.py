#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real notification daemon, dunst, shows a reminder, and its buttons do what they say. Runs under with-display."""
import datetime
import json
import os
import pathlib
import subprocess
import tempfile
import time

from tap import BUILD, check, must_find, run, tool

CLI = BUILD / 'src/cli/stillnight-cli'
LONGEST_S = 60
HOUR = datetime.timedelta(hours=1)


def wait_for(is_so):
    """The problems of waiting: none once it is so."""
    end = time.monotonic() + LONGEST_S
    while not is_so():
        if time.monotonic() > end:
            return [f'waited {LONGEST_S} s in vain']
        time.sleep(0.05)
    return []


class Desktop:
    """dunst, whose menu of buttons is answered by a script with the line that holds the text asked for."""

    def __init__(self, folder):
        self.wanted = folder / 'wanted'
        menu = folder / 'menu'
        menu.write_text(f'#!/bin/sh\ngrep -F -m 1 "$(cat {self.wanted})"\n')
        menu.chmod(0o700)
        config = folder / 'dunstrc'
        config.write_text(f'[global]\ndmenu = {menu}\nidle_threshold = 0\n')
        self.process = subprocess.Popen([tool('dunst'), '-conf', config], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.problems = wait_for(lambda: run(tool('dunstctl'), 'is-paused').stdout.strip() == 'false')

    def count(self, which='displayed'):
        return run('dunstctl', 'count', which).stdout.strip()

    def shows(self, number):
        return wait_for(lambda: self.count() == str(number))

    def press(self, text):
        """The button of the notification that is shown."""
        self.wanted.write_text(text)
        subprocess.run(['dunstctl', 'context'], check=True)

    def past(self):
        """Titles of the notifications that are gone, the newest first."""
        return [entry['summary']['data'] for entry in json.loads(run('dunstctl', 'history').stdout)['data'][0]]

    def end(self):
        self.process.terminate()
        self.process.wait()


def last_night():
    nights = json.loads(run(CLI, 'list', '--json').stdout or '[]')
    return [night['state'] for night in nights]


def set_reminder():
    """Of the morning, due in this very minute; set an hour ago, for what is set after its minute begins tomorrow."""
    now = datetime.datetime.now(datetime.timezone.utc)
    run(CLI, 'remind', 'morning', '--at', now.strftime('%H:%M'),
        env={**os.environ, 'TZ': 'UTC', 'STILLNIGHT_NOW': (now - HOUR).strftime('%Y-%m-%dT%H:%M:%SZ')})


def main():
    os.environ['TZ'] = 'UTC'
    with tempfile.TemporaryDirectory() as name:
        desktop = Desktop(pathlib.Path(name))
        check('/dunst/runs', desktop.problems)
        set_reminder()
        must_find('/dunst/planted/nothing-shown', [f'shows {desktop.count()}'], '0')
        reminder = subprocess.Popen([BUILD / 'src/reminder/stillnight-reminder'], stderr=subprocess.DEVNULL,
                                    env={**os.environ, 'G_DEBUG': ''})
        check('/dunst/reminder', desktop.shows(1))
        desktop.press('Quiet night')
        check('/dunst/quiet-night', wait_for(lambda: last_night() == ['no-cramps']))
        check('/dunst/says-saved', wait_for(lambda: desktop.past()[:1] == ['Time for your morning entry']) + desktop.shows(1))
        desktop.press('Undo')
        check('/dunst/undo', wait_for(lambda: last_night() in ([], ['not-recorded'])))
        check('/dunst/asks-again', wait_for(lambda: desktop.past()[:1] == ['Saved']) + desktop.shows(1))
        run('dunstctl', 'close')
        check('/dunst/dismissed', desktop.shows(0))
        reminder.terminate()
        check('/dunst/ends', [] if reminder.wait(LONGEST_S) == 0 else ['the process fails'])
        check('/dunst/nothing-left', [] if desktop.count() == '0' else ['something is shown'])
        desktop.end()


main()
