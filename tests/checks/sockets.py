#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every test of the window, the command line and the reminder once more, each program of it with a library that tells of every
socket that is not of this computer alone. Takes minutes."""
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile

from tap import BUILD, check, must_find, run, tool

SUITES = {'ui', 'app', 'cli', 'reminder', 'program'}
# This one, those that show that a socket would be found, and those that measure time.
LEFT_OUT = {'sockets', 'privacy', 'kill-loop'}

watch = sys.argv[1]
heard = pathlib.Path(tempfile.mkdtemp(prefix='stillnight-sockets-')) / 'heard'


def lines():
    return heard.read_text(errors='replace').splitlines() if heard.exists() else []


def watched(test):
    environment = {**os.environ, **test.get('env', {}), 'LD_PRELOAD': watch, 'STN_SOCKETS': str(heard)}
    return subprocess.run(test['cmd'], env=environment, cwd=test['workdir'] or BUILD, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)


tests = [test for test in json.loads(run(tool('meson'), 'introspect', '--tests', BUILD).stdout)
         if {suite.split(':')[-1] for suite in test['suite']} & SUITES and test['name'] not in LEFT_OUT
         and not any(suite.endswith(('slow', 'long')) for suite in test['suite'])]
failed = [test['name'] for test in tests if watched(test).returncode != 0]
check('/sockets/tests-pass', failed)

programs = {pathlib.Path(line.split(' ', 2)[2]).name for line in lines() if line.startswith('loaded')}
print(f'# {len(tests)} tests, {sum(line.startswith("loaded") for line in lines())} processes, {len(programs)} programs')
check('/sockets/window-command-line-and-reminder',
      {'stillnight', 'stillnight-cli', 'stillnight-reminder', 'stillnight-reminder-diary'} - programs)


def others():
    """Sockets of our own programs and of the tests, which have the program in them; not of Xvfb or git."""
    return [line for line in lines() if line.startswith('socket')
            and pathlib.Path(line.split(' ', 2)[2]).name.startswith(('stillnight', 'test-'))]


check('/sockets/only-of-this-computer', others())
watched({'cmd': ['bash', '-c', f'exec -a stillnight-planted {sys.executable} -c "import socket; socket.socket(socket.AF_INET)"'],
         'workdir': None})
must_find('/sockets/planted', others(), f'socket {socket.AF_INET.value}', 'stillnight-planted')
heard.unlink()
heard.parent.rmdir()
