#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written in a diary is nowhere else, and no socket leads out of the computer: canary words in every text, then the
command line and the window in a home folder of their own, under strace. Each way of looking is shown to find what is planted.

Runs under with-display."""
import ctypes
import os
import pathlib
import re
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time

from tap import BUILD, check, must_find, tool

CANARY = 'zaubernuss'
MORNING, NEXT_DAY, THIRD_DAY = '2026-11-22T07:10:00Z', '2026-11-23T07:10:00Z', '2026-11-24T07:10:00Z'
home = pathlib.Path(tempfile.mkdtemp(prefix='stillnight-privacy-'))
data = home / '.local/share/stillnight'
chosen = home / 'chosen'
traces = pathlib.Path(tempfile.mkdtemp(prefix='stillnight-traces-'))
said = []
for folder in ('tmp', 'run', '.config', '.cache', 'chosen'):
    (home / folder).mkdir(mode=0o700)


def environment(now):
    return {**os.environ, 'HOME': str(home), 'XDG_DATA_HOME': str(home / '.local/share'), 'XDG_CONFIG_HOME': str(home / '.config'),
            'XDG_CACHE_HOME': str(home / '.cache'), 'XDG_STATE_HOME': str(home / '.state'), 'TMPDIR': str(home / 'tmp'),
            'XDG_RUNTIME_DIR': str(home / 'run'), 'GSETTINGS_BACKEND': 'keyfile', 'G_MESSAGES_DEBUG': 'all', 'G_DEBUG': '',
            'TZ': 'UTC', 'STILLNIGHT_NOW': now}


def start(now, *words):
    """Under strace, as somebody with an open umask who keeps core dumps would start it."""
    def prepare():
        os.umask(0)
        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))

    trace = traces / f'{len(list(traces.iterdir()))}.trace'
    return subprocess.Popen([tool('strace'), '-f', '-qq', '-e', 'trace=socket', '-o', trace, *words], env=environment(now),
                            cwd=home, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            encoding='utf-8', preexec_fn=prepare)


def cli(now, *words):
    out, err = (program := start(now, BUILD / 'src/cli/stillnight-cli', *words)).communicate(timeout=120)
    said.append(err)
    return program.returncode, out, err


def sockets():
    """Every socket that was asked for and is not of this computer alone."""
    return [line for trace in sorted(traces.iterdir()) for line in trace.read_text(errors='replace').splitlines()
            if 'socket(' in line and 'AF_UNIX' not in line]


def leaks(folder):
    """Files with the canary outside the diary, its backups and what the person chose; names count, too."""
    found = []
    for path in folder.rglob('*'):
        inside = path == data or data in path.parents or path == chosen or chosen in path.parents
        if inside or not path.is_file() or path.is_symlink():
            continue
        if CANARY.encode() in path.read_bytes().lower() or CANARY in str(path).lower():
            found.append(f'{path.relative_to(folder)} has the canary')
    return found


def open_to_others(folder):
    return [f'{path}: {stat.filemode(path.lstat().st_mode)}' for path in [folder, *folder.rglob('*')]
            if path.lstat().st_mode & 0o077 and not path.is_symlink()]


def expect(name, now, *words, code=0):
    returned, out, err = cli(now, *words)
    check(name, [] if returned == code else [f'exit {returned}: {out}{err}'])


# The command line, with the canary in every text that it takes.
table = chosen / 'nights.csv'
table.write_text(f'date,cramps,{CANARY}-column\n2026-11-01,2,1\n2026-11-02,0,0\n')
expect('/privacy/cli/log', MORNING, 'log', '--cramps', '2', '--severity', '6', '--note', f'{CANARY} note')
for words in (['factors', 'add', f'{CANARY} factor'], ['medicines', 'add', f'{CANARY} medicine'],
              ['medicines', 'dose', f'{CANARY} medicine', f'{CANARY} dose'],
              ['visits', 'add', '--whom', f'{CANARY} doctor', '--said', f'{CANARY} said', '--changed', f'{CANARY} changed'],
              ['visits', 'ask', f'{CANARY} question'], ['conditions', 'add', f'{CANARY} condition', '--own-words'], ['import', table], ['backup'],
              ['backup', '--to', chosen, '--remember'], ['export', chosen / 'out.csv']):
    expect('/privacy/cli/' + ' '.join(str(word) for word in words[:2]).replace(str(home), '').replace(CANARY, 'canary'),
           MORNING, *words)
expect('/privacy/cli/list', MORNING, 'list', '--json')
expect('/privacy/cli/refused', MORNING, 'log', '--cramps', '2', '--factor', 'no-such=1', '--note', CANARY, code=1)
expect('/privacy/cli/damaged', MORNING, 'verify', table, code=1)

# All that goes over the session bus while the window is open: notifications, menus, what other programs are told.
heard = traces / 'bus.heard'
listener = subprocess.Popen([tool('dbus-monitor'), '--session'], stdout=heard.open('w'), stderr=subprocess.DEVNULL)


def wait_to_hear(words):
    end = time.monotonic() + 60
    while words not in heard.read_text(errors='replace') and time.monotonic() < end:
        pass


wait_to_hear('NameAcquired')

class TextProperty(ctypes.Structure):
    _fields_ = [('value', ctypes.c_char_p), ('encoding', ctypes.c_ulong), ('format', ctypes.c_int), ('items', ctypes.c_ulong)]


class Screen:
    """What every program that looks at the screen may ask of windows: their titles, also those of icons, and whose they are."""
    ASKED = (b'WM_NAME', b'_NET_WM_NAME', b'WM_ICON_NAME', b'_NET_WM_ICON_NAME', b'WM_CLASS')

    def __init__(self):
        self.x = ctypes.CDLL('libX11.so.6')
        for name, result in {'XOpenDisplay': ctypes.c_void_p, 'XDefaultRootWindow': ctypes.c_ulong, 'XInternAtom': ctypes.c_ulong,
                             'XCreateSimpleWindow': ctypes.c_ulong}.items():
            getattr(self.x, name).restype = result
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(None))
        self.root = self.x.XDefaultRootWindow(self.display)

    def below(self, window):
        children, n, other = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint(), ctypes.c_ulong()
        self.x.XQueryTree(self.display, ctypes.c_ulong(window), ctypes.byref(other), ctypes.byref(other), ctypes.byref(children),
                          ctypes.byref(n))
        return [window] + [found for i in range(n.value) for found in self.below(children[i])]

    def titles(self):
        text, found = TextProperty(), []
        for window in self.below(self.root):
            for name in Screen.ASKED:
                if self.x.XGetTextProperty(self.display, ctypes.c_ulong(window), ctypes.byref(text),
                                           ctypes.c_ulong(self.x.XInternAtom(self.display, name, 0))) and text.value:
                    found.append(text.value.decode('utf-8', 'replace').lower())
        return found

    def plant(self, title):
        window = ctypes.c_ulong(self.x.XCreateSimpleWindow(self.display, ctypes.c_ulong(self.root), 0, 0, 1, 1, 0, ctypes.c_ulong(0),
                                                           ctypes.c_ulong(0)))
        self.x.XStoreName(self.display, window, title.encode())
        self.x.XSync(self.display, 0)


screen = Screen()


# The window, on the next morning: once it has made the backup of the day it has drawn its pages.
def open_window(now):
    """Opens it and waits until it has made the backup of the day: then it has drawn its pages."""
    before = set((data / 'diary.db.backups').iterdir())
    program = start(now, BUILD / 'src/app/stillnight')
    end = time.monotonic() + 90
    while set((data / 'diary.db.backups').glob('*.db')) <= before and program.poll() is None and time.monotonic() < end:
        pass
    check(f'/privacy/window/backup-of-{now[:10]}', [] if program.poll() is None and time.monotonic() < end else ['it made none'])
    return program, int(pathlib.Path(f'/proc/{program.pid}/task/{program.pid}/children').read_text().split()[0])


window, child = open_window(NEXT_DAY)
limits = pathlib.Path(f'/proc/{child}/limits').read_text()
check('/privacy/window/no-core-dump',
      [] if re.search(r'^Max core file size\s+0\s+0\s', limits, re.M) else [limits or 'no process'])
titles = screen.titles()
check('/privacy/titles/of-the-window', [] if any('stillnight' in title for title in titles) else titles or ['there are none'])
check('/privacy/titles/no-canary', [title for title in titles if CANARY in title])
os.kill(child, signal.SIGTERM)
out, err = window.communicate(timeout=60)
said.append(out + err)
check('/privacy/window/ends', [] if window.returncode == 0 else [f'exit {window.returncode}: {err[-400:]}'])

check('/privacy/canary/nowhere-else', leaks(home))
check('/privacy/canary/not-in-what-programs-say', [line for text in said for line in text.splitlines() if CANARY in line.lower()])
check('/privacy/modes/diary-and-backups', open_to_others(data))
check('/privacy/modes/exports', [line for line in open_to_others(chosen) if 'nights.csv' not in line and not line.startswith(f'{chosen}:')])
check('/privacy/sockets/only-unix', sockets())

# Whoever crashes leaves no picture of the memory. A night that was changed makes the backup due, which shows when it is open.
expect('/privacy/cli/log-again', NEXT_DAY, 'log', '--no-cramps', '--note', f'{CANARY} again')
crashing, child = open_window(THIRD_DAY)
os.kill(child, signal.SIGABRT)
out, err = crashing.communicate(timeout=60)
said.append(out + err)
check('/privacy/crash/ended-by-it', [] if crashing.returncode == -signal.SIGABRT else [f'exit {crashing.returncode}'])
check('/privacy/crash/nothing-left', leaks(home) + [str(path) for path in home.rglob('core*') if path.is_file()])


def recent_files():
    return [str(path) for path in home.rglob('recently-used*')]


def thumbnails():
    return [str(path) for path in home.rglob('*thumbnails/*') if path.is_file() or path.name == 'fail']


check('/privacy/recent-files', recent_files())
check('/privacy/thumbnails', thumbnails())

subprocess.run([tool('gdbus'), 'emit', '--session', '--object-path', '/planted', '--signal', 'org.planted.Last', CANARY + '-end'],
               check=True)
wait_to_hear(CANARY + '-end')
listener.terminate()
listener.wait()
bus = [line for line in heard.read_text(errors='replace').splitlines() if CANARY in line.lower()]
check('/privacy/bus/heard-the-program', [] if 'io.github.stillnight.Stillnight' in heard.read_text(errors='replace') else ['it did not'])
check('/privacy/bus/no-canary', bus[:-1])
must_find('/privacy/planted/bus', bus[-1:], CANARY)

# "Forget now" leaves nothing of what was deleted, in the diary, its backups and the second copy.
expect('/privacy/forget/delete', NEXT_DAY, 'delete', '2026-11-21')


def raw_hits(*paths):
    return [f'{path}: {path.read_bytes().lower().count(CANARY.encode())}' for path in paths
            if CANARY.encode() + b' note' in path.read_bytes().lower()]


copies = [data / 'diary.db', *(data / 'diary.db.backups').iterdir(), chosen / 'stillnight-diary.db']
check('/privacy/forget/there-before', [] if raw_hits(*copies) else ['the canary is gone before it was forgotten'])
forgotten = subprocess.run([BUILD / 'tests/diary/forget-now', data / 'diary.db'], env=environment(NEXT_DAY), capture_output=True,
                           encoding='utf-8')
check('/privacy/forget/done', [] if forgotten.returncode == 0 else [forgotten.stderr])
copies = [path for path in [*data.rglob('*'), chosen / 'stillnight-diary.db'] if path.is_file()]
check('/privacy/forget/nothing-left', raw_hits(*copies))
check('/privacy/forget/backups-again', [] if len(copies) == 3 else [str(path) for path in copies])

# What is planted is found.
(home / '.cache' / 'planted').write_text(f'x {CANARY} y')
must_find('/privacy/planted/canary', leaks(home), 'planted')
(home / '.cache/thumbnails/fail').mkdir(parents=True)
must_find('/privacy/planted/thumbnail', thumbnails(), 'fail')
(home / '.local/share/recently-used.xbel').write_text('')
must_find('/privacy/planted/recent-file', recent_files(), 'recently-used.xbel')
screen.plant(f'{CANARY} title')
must_find('/privacy/planted/title', screen.titles(), CANARY)
(data / 'planted').write_text('x')
(data / 'planted').chmod(0o644)
must_find('/privacy/planted/mode', open_to_others(data), 'planted')
start(MORNING, sys.executable, '-c', 'import socket; socket.socket(socket.AF_INET)').communicate()
must_find('/privacy/planted/socket', sockets(), 'AF_INET')
control = start(MORNING, sys.executable, '-c', 'print(open("/proc/self/limits").read())')
control_limits = control.communicate()[0]
check('/privacy/planted/core-dump', ['the control has no core dumps either']
      if re.search(r'^Max core file size\s+0\s', control_limits, re.M) else [])
shutil.rmtree(home)
shutil.rmtree(traces)
