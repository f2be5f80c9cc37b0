# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line program, run as somebody who may not do everything."""
import atexit
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import tap
from tap import BUILD

NOBODY = 65534

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix='stillnight-check-'))
CLI = FOLDER / 'stillnight-cli'
FORGET_NOW = FOLDER / 'forget-now'
SOURCE = FOLDER / 'source'
# This folder may lie where only root can look.
shutil.copy(BUILD / 'src' / 'cli' / 'stillnight-cli', CLI)
shutil.copy(os.environ.get('STN_FORGET_NOW', BUILD / 'tests' / 'diary' / 'forget-now'), FORGET_NOW)
for name in ('tests/checks', 'src/core/store'):
    shutil.copytree(tap.SOURCE / name, SOURCE / name)
sys.path.insert(0, str(SOURCE / 'tests/checks'))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
if os.geteuid() == 0:
    for path in (FOLDER, CLI, FORGET_NOW):
        os.chown(path, NOBODY, NOBODY)
        path.chmod(0o700)
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
ENVIRONMENT = {'LC_ALL': 'C.UTF-8', 'TZ': 'UTC', 'HOME': str(FOLDER), 'PATH': os.environ['PATH'],
               'G_DEBUG': 'fatal-criticals'}


def start(*words):
    return subprocess.Popen([CLI, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                            env=ENVIRONMENT)


def run(*words):
    process = start(*words)
    said, complained = process.communicate()
    return process.returncode, said, complained


def nights(diary):
    """The nights of a diary by date; an exception when they cannot be read."""
    code, said, complained = run('list', '--json', '--diary', diary)
    if code != 0:
        raise RuntimeError(complained)
    return {night['night']: night for night in json.loads(said)}


def unsound(diary):
    """What verify finds, as a list of problems."""
    code, _, complained = run('verify', diary)
    return [] if code == 0 else [complained.strip() or f'verify exits with {code}']
