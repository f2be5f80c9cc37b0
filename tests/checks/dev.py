#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The script that newcomers meet first, and the counting of tests: both must say no when something is wrong."""
import os
import pathlib
import re
import shutil
import stat
import tempfile

from tap import SOURCE, check, run, tool

COUNT = SOURCE / 'tests/support/count-tests'


def executable(path, text):
    path.write_text(text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def check_usage():
    done = run(SOURCE / 'dev', 'no-such-verb')
    usage = 'usage: ./dev run | test [--long] | screenshots [--all FOLDER] | bench [--few] [start | memory | growth | save | cli | speed | ui | charts | years | build] | bench analysis [DIARIES] | bench import [RUNS [YEARS...]] | bench reminder [SECONDS] | fuzz [TARGET|all] [SECONDS] | mutate [ROOM [COUNT [SEED]]]\n'
    check('/dev/usage', [] if (done.returncode, done.stdout) == (2, usage) else
          [f'exit {done.returncode}: {done.stdout}'])


def check_installing():
    """On a computer that has nothing: what the script asks the package manager for. The computer is a folder of fakes."""
    cases = {
        'debian': ('apt-get', 0, ['apt-get update', 'apt-get install --yes --no-install-recommends .*libgtk-4-dev']),
        'fedora': ('dnf', 0, ['dnf install --assumeyes .*gtk4-devel']),
        'failing': ('apt-get', 1, ['apt-get update', 'apt-get install']),
    }
    for name, (manager, code, expected) in cases.items():
        with tempfile.TemporaryDirectory() as folder:
            top = pathlib.Path(folder)
            (top / 'bin').mkdir()
            for command in ('bash', 'dirname', 'env'):
                (top / 'bin' / command).symlink_to(tool(command))
            log = top / 'log'
            # The one who asks must be root or have sudo; here everybody has.
            executable(top / 'bin/sudo', '#!/bin/bash\nwhile [[ $1 == *=* ]]; do shift; done\nexec "$@"\n')
            executable(top / f'bin/{manager}', f'#!/bin/bash\necho "{manager} $*" >>{log}\nexit {code}\n')
            (top / 'tree').mkdir()
            shutil.copy(SOURCE / 'dev', top / 'tree/dev')
            done = run(top / 'bin/bash', top / 'tree/dev', 'need-for-ci', env={'PATH': str(top / 'bin')})
            asked = log.read_text() if log.exists() else ''
            problems = [f'did not run "{pattern}" but: {asked}' for pattern in expected if not re.search(pattern, asked)]
            if 'installing' not in done.stdout:
                problems.append('did not say what it installs')
            if (done.returncode == 0) != (code == 0):
                problems.append(f'exit code {done.returncode}: {done.stdout}')
            check(f'/dev/install/{name}', problems)


def check_without_rights():
    """Neither root nor sudo: the exact command is told, and nothing is tried."""
    with tempfile.TemporaryDirectory() as folder:
        top = pathlib.Path(folder)
        top.chmod(0o755)
        (top / 'bin').mkdir()
        for command in ('bash', 'dirname'):
            (top / 'bin' / command).symlink_to(tool(command))
        executable(top / 'bin/apt-get', f'#!/bin/bash\necho touched >{top}/log\n')
        shutil.copy(SOURCE / 'dev', top / 'dev')
        as_nobody = [tool('setpriv'), '--reuid=65534', '--regid=65534', '--clear-groups'] if os.geteuid() == 0 else []
        done = run(*as_nobody, top / 'bin/bash', top / 'dev', 'test', env={'PATH': str(top / 'bin')})
        told = re.search(r'As root, run: apt-get update && apt-get install --yes --no-install-recommends .*libgtk-4-dev', done.stdout)
        check('/dev/install/without-rights', [] if done.returncode == 1 and told and not (top / 'log').exists() else
              [f'exit {done.returncode}: {done.stdout}'])


def check_prepared():
    """Where everything is there, the package manager is not even looked at."""
    with tempfile.TemporaryDirectory() as folder:
        top = pathlib.Path(folder)
        for manager in ('apt-get', 'dnf', 'sudo'):
            executable(top / manager, f'#!/bin/bash\necho touched >{top}/log\nexit 1\n')
        text = (SOURCE / 'dev').read_text()
        table = top / 'dev'
        # The table of this test: things that every computer has.
        executable(table, re.sub(r"(\w+_needs)='[^']*'", r"\1='\nbash bash bash'", text))
        done = run(table, 'need-for-ci', env={**os.environ, 'PATH': f'{top}:{os.environ["PATH"]}'})
        check('/dev/prepared', [done.stdout or 'touched'] if done.returncode or done.stdout or (top / 'log').exists() else [])


TESTS = """project('p')
sh = find_program('sh')
test('good', sh, args: ['-c', 'echo 1..2; echo ok 1 a; echo ok 2 b'], protocol: 'tap', suite: 'x')
"""
WORSE = """
test('bad', sh, args: ['-c', 'echo 1..2; echo ok 1 a; echo not ok 2 b; exit 1'], protocol: 'tap', suite: 'x')
test('crash', sh, args: ['-c', 'echo 1..2; echo ok 1 a; kill -SEGV $$'], protocol: 'tap')
test('early-crash', sh, args: ['-c', 'kill -SEGV $$'], protocol: 'tap')
test('short', sh, args: ['-c', 'echo 1..2; echo ok 1 a'], protocol: 'tap')
test('skip', sh, args: ['-c', 'echo 1..1; echo ok 1 a \\\\# SKIP no'], protocol: 'tap')
test('plain', sh, args: ['-c', 'exit 0'])
test('plain-bad', sh, args: ['-c', 'exit 1'])
"""


def counted(tests):
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / 'meson.build').write_text(tests)
        run(tool('meson'), 'setup', f'{folder}/build', folder)
        run(tool('meson'), 'test', '-C', f'{folder}/build')
        done = run(COUNT, f'{folder}/build')
        return done.returncode, done.stdout.splitlines()[-1]


def check_counting():
    for name, tests, expected in (
            ('all-pass', TESTS, (0, '2 passed, 0 failed, 0 skipped')),
            ('every-way-to-fail', TESTS + WORSE, (1, '6 passed, 5 failed, 1 skipped')),
            ('nothing-ran', "project('p')\n", (1, '0 passed, 1 failed, 0 skipped'))):
        found = counted(tests)
        check(f'/dev/count/{name}', [] if found == expected else [f'{found} instead of {expected}'])


def check_long():
    """What takes many minutes is seldom set up, and must be whenever it is wanted."""
    with tempfile.TemporaryDirectory() as folder:
        done = run(tool('meson'), 'setup', '-Dlong=true', folder, SOURCE)
        check('/dev/long', [done.stdout[-3000:]] if done.returncode else [])


check_usage()
check_installing()
check_without_rights()
check_prepared()
check_counting()
check_long()
