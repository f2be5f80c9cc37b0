#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""reminder.py BUILD [SECONDS]: what the background process costs while it waits, beside an empty program that is linked with
GLib and libnotify, in the same run.

Memory is PSS, the process's fair share of what it maps, after it has read the diary and arranged its next reminder. Wake-ups are
system calls that strace sees in SECONDS (60 unless told; the bar is 600) and switches of its threads. Exit code 1 above 1.3
times the memory, with a wake-up, or with GTK among what it loads. Needs strace; run with a bus of its own:
dbus-run-session tests/bench/reminder.py _build
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import table as kept

LARGEST = 1.3


def pss_kb(pid):
    return int(re.search(r'^Pss:\s+(\d+)', pathlib.Path(f'/proc/{pid}/smaps_rollup').read_text(), re.M).group(1))


def switches(pid):
    return sum(int(count) for status in pathlib.Path(f'/proc/{pid}/task').glob('*/status')
               for count in re.findall(r'ctxt_switches:\s+(\d+)', status.read_text()))


def system_calls(pid, seconds, log):
    # A signal that stops strace itself interrupts what waits; those lines are no wake-ups.
    subprocess.run(['timeout', str(seconds), 'strace', '-f', '-qq', '-o', log, '-p', str(pid)], stderr=subprocess.DEVNULL)
    lines = pathlib.Path(log).read_text().splitlines()
    return [line for line in lines if not re.search(r'restart_syscall|unfinished|resumed|detached', line)]


def settled(pids):
    """Their memory at one moment, once none has grown for two seconds; other programs come and go, which moves PSS a little."""
    last, since, end = [0] * len(pids), time.monotonic(), time.monotonic() + 20
    while time.monotonic() < min(since + 2, end):
        now = [pss_kb(pid) for pid in pids]
        if any(abs(kb - before) > 50 for kb, before in zip(now, last)):
            last, since = now, time.monotonic()
        time.sleep(0.2)
    return now


def main():
    build, seconds = pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 60
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, HOME=home, XDG_DATA_HOME=home + '/data', XDG_CONFIG_HOME=home + '/config',
                           GSETTINGS_BACKEND='memory', LC_ALL='C.UTF-8')
        command = build / 'src/cli/stillnight-cli'
        # In twelve hours by any clock: it is on, and nothing is due in between.
        later = time.strftime('%H:%M', time.localtime(time.time() + 12 * 3600))
        subprocess.run([command, 'remind', 'evening', '--at', later], env=environment, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        programs = [build / 'tests/bench/bench-empty', build / 'src/reminder/stillnight-reminder']
        running = [subprocess.Popen([program], env=environment) for program in programs]
        try:
            memory = settled([process.pid for process in running])
            before = [switches(process.pid) for process in running]
            time.sleep(seconds)
            switched = [switches(process.pid) - count for process, count in zip(running, before)]
            calls = system_calls(running[1].pid, seconds, home + '/calls')
        finally:
            for process in running:
                process.terminate()
                process.wait()
    loads = subprocess.run(['ldd', programs[1]], capture_output=True, text=True, check=True).stdout
    ratio = memory[1] / memory[0]
    table = kept.Table()
    table.row('background process: memory (PSS) while it waits, to an empty program', memory[1], memory[0], LARGEST, ' kB')
    table.note(f'background process: switches in {seconds} s, then system calls', f'{switched[1]}, {len(calls)} (empty: {switched[0]})')
    table.note('background process: libraries', f'{loads.count("=>")}' + (', GTK among them' if 'libgtk' in loads else ''))
    # A shorter look is a trial.
    kept.keep('reminder', table, seconds >= 60)
    return 1 if ratio > LARGEST or switched[1] or calls or 'libgtk' in loads else 0


sys.exit(main())
