#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The analysis gives the same bytes from every compiler and optimisation level (analysis, section 1.10).

The room is compiled again with each and run on the diaries of tests/fixtures/golden. STN_COMPILERS names the compilers;
.ci/run asks for clang, too. Without --long each compiler has the two levels that are furthest apart.
"""
import os
import pathlib
import platform
import shlex
import subprocess
import sys
import tempfile

from tap import BUILD, SOURCE, check, run, tool

CORE = SOURCE / 'src' / 'core'
GOLDEN = SOURCE / 'tests' / 'fixtures' / 'golden'
FLAGS = ['-std=gnu11', '-D_GNU_SOURCE', '-ffp-contract=off', '-fno-strict-aliasing', '-w', f'-I{CORE}']
FASTEST = ('-O3', '-mavx2') if platform.machine() == 'x86_64' else ('-O3',)
LEVELS = [('-O0',), ('-O2',), ('-O3',), FASTEST] if '--long' in sys.argv else [('-O0',), FASTEST]
BUILDS = [(compiler, *level) for compiler in os.environ.get('STN_COMPILERS', 'gcc').split() for level in LEVELS]


def packages():
    found = run(tool('pkg-config'), '--cflags', '--libs', 'gio-unix-2.0', 'json-glib-1.0')
    return shlex.split(found.stdout)


def build(compiler, options, folder):
    program = folder / f'{compiler}{"".join(options)}'
    rooms = [BUILD / 'src' / 'core' / room / f'libstn-{room}.a' for room in ('exchange', 'model', 'base')]
    sources = [SOURCE / 'tests' / 'checks' / 'bytes.c', *sorted((CORE / 'analysis').glob('*.c'))]
    done = run(tool(compiler), *FLAGS, *options, '-o', program, *sources, *rooms, *packages(), '-lm')
    if done.returncode != 0:
        raise SystemExit(f'Bail out! {compiler} {options}: {done.stdout}')
    return program


def answers(program):
    diaries = sorted(GOLDEN.glob('*.csv'))
    pairs = [str(path) for diary in diaries for path in (diary, diary.with_suffix('.meta.json'))]
    return subprocess.run([program, *pairs], stdout=subprocess.PIPE, check=True).stdout


with tempfile.TemporaryDirectory() as name:
    plain = {f'{compiler} {" ".join(options)}': answers(build(compiler, options, pathlib.Path(name)))
             for compiler, *options in BUILDS}
first, *others = plain
check('there are answers', [] if plain[first].count(b'analysis-1') >= 20 else ['too few'])
for other in others:
    check(f'{other} gives the bytes of {first}', [] if plain[other] == plain[first] else ['other bytes'])
