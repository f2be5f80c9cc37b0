#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An entry that is being typed survives the death of the program: the real window, real keys, kill -9, and again."""
import json
import os
import pathlib
import signal
import socket
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time

from tap import BUILD, SOURCE, check, run

ROUNDS = 3
LONGEST_WAIT_S = 60
NOW = '2026-11-22T07:10:00'
NIGHT = '2026-11-21'
KEYS = {'space': 0x20, 'Tab': 0xff09, 'Return': 0xff0d, 'Control': 0xffe3}


class Keyboard:
    """Presses keys through the X server's XTEST extension, spoken directly, to need no further program."""

    def __init__(self):
        self.server = socket.socket(socket.AF_UNIX)
        self.server.connect('/tmp/.X11-unix/X' + os.environ['DISPLAY'].lstrip(':'))
        self.server.sendall(struct.pack('<BxHHHHxx', ord('l'), 11, 0, 0, 0))
        self.reply = self.server.makefile('rb')
        length = struct.unpack('<BxHHH', self.reply.read(8))[3]
        setup = self.reply.read(4 * length)
        vendor_length, formats = struct.unpack_from('<H', setup, 16)[0], setup[21]
        self.root, = struct.unpack_from('<I', setup, 32 + (vendor_length + 3) // 4 * 4 + 8 * formats)
        first, last = setup[26], setup[27]
        per_code, symbols = self.ask(struct.pack('<BxHBBxx', 101, 2, first, last - first + 1))
        per_code = per_code[1]
        self.codes = {}
        for code in range(first, last + 1):
            symbol, = struct.unpack_from('<I', symbols, 4 * per_code * (code - first))
            self.codes.setdefault(symbol, code)
        self.xtest = self.ask(struct.pack('<BxHHxx8s', 98, 4, 5, b'XTEST'))[0][9]
        # Without a window manager the keys go to the window under the pointer: its margin.
        self.server.sendall(struct.pack('<BxHIIhhHHhh', 41, 6, 0, self.root, 0, 0, 0, 0, 3, 200))

    def ask(self, request):
        self.server.sendall(request)
        head = self.reply.read(32)
        while head[0] != 1:
            head = self.reply.read(32)
        return head, self.reply.read(4 * struct.unpack_from('<I', head, 4)[0])

    def fake(self, kind, name):
        code = self.codes[KEYS.get(name) or ord(name)]
        self.server.sendall(struct.pack('<BBHBB30x', self.xtest, 2, 9, kind, code))

    def press(self, *names):
        """The keys together: down in this order, up the other way round."""
        for name in names:
            self.fake(2, name)
        for name in reversed(names):
            self.fake(3, name)
        self.ask(struct.pack('<BxH', 43, 1))


def wait_for(what, look):
    end = time.monotonic() + LONGEST_WAIT_S
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f'waited {LONGEST_WAIT_S} s for {what}')


def read_draft(diary):
    try:
        with sqlite3.connect(f'file:{diary}?mode=ro', uri=True) as connection:
            row = connection.execute("SELECT content FROM draft WHERE kind = 'night' AND night = ?", (NIGHT,)).fetchone()
    except sqlite3.OperationalError:
        return None
    return row and row[0]


def read_night(diary):
    listed = json.loads(run(BUILD / 'src/cli/stillnight-cli', 'list', '--json', '--from', NIGHT, '--to', NIGHT, '--diary', diary).stdout)
    return next((night for night in listed if night['state'] != 'not-recorded'), None)


def start(diary):
    return subprocess.Popen(
        [BUILD / 'src/app/stillnight', '--diary', diary, '--page', 'today'],
        env={**os.environ, 'STILLNIGHT_NOW': NOW, 'GSETTINGS_BACKEND': 'memory', 'GSETTINGS_SCHEMA_DIR': str(BUILD / 'data'),
             'GTK_A11Y': 'none'})


def begin(keyboard, diary, severity):
    """Opens the entry and types a severity; the keys are pressed again until the program is there to take them."""
    program = start(diary)

    def typed():
        draft = read_draft(diary)
        if draft is None:
            keyboard.press('c')
            return None
        for _ in range(3):
            keyboard.press('Tab')
        keyboard.press(severity)
        return draft
    wait_for('the entry to be kept as a draft', typed)
    wait_for('the severity to be kept', lambda: f"'severity': <{severity}>" in (read_draft(diary) or ''))
    return program


def save(keyboard, diary):
    program = start(diary)

    def saved():
        night = read_night(diary)
        if night is None:
            keyboard.press('c')
            keyboard.press('Control', 'Return')
        return night
    night = wait_for('the night to be saved', saved)
    wait_for('the draft to be gone', lambda: read_draft(diary) is None)
    return program, night


def kill(program):
    program.send_signal(signal.SIGKILL)
    program.wait()


def main():
    if 'FRAMEBUFFER' not in os.environ:
        with_display = SOURCE / 'tests/support/with-display'
        os.execv(with_display, [str(with_display), sys.executable, *sys.argv])
    keyboard = Keyboard()
    for number in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            diary = pathlib.Path(folder) / 'diary.db'
            severity = str(4 + number)
            problems = []
            kill(begin(keyboard, diary, severity))
            if read_night(diary) is not None:
                problems.append('the night was recorded although nobody saved it')
            program, night = save(keyboard, diary)
            kill(program)
            if [episode['severity'] for episode in night['episodes']] != [int(severity)]:
                problems.append(f'saved after the kill: {night["episodes"]}')
            sound = run(BUILD / 'src/cli/stillnight-cli', 'verify', diary)
            if sound.returncode:
                problems.append(sound.stdout)
            check(f'/drafts/killed-while-typing/{severity}', problems)


main()
