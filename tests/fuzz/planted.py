#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""planted.py PROGRAM [--engine]: what drives the fuzz targets must find each fault that fuzz-planted.c can have. PROGRAM is that
target with the kept inputs' driver, or with libFuzzer."""
import os
import pathlib
import subprocess
import sys
import tempfile

# What is said of each fault. The sanitizer alone finds the first two, and it counts memory in its own way.
BY_SANITIZER = {'beyond': 'heap-buffer-overflow', 'leak': 'detected memory leaks'}
BY_REPLAY = {'assert': 'should be true', 'slow': 'more than 2 seconds of computing', 'large': 'failed to allocate'}
BY_ENGINE = {'assert': 'should be true', 'slow': 'timeout', 'large': 'out-of-memory'}


def main(program, is_engine):
    program = str(pathlib.Path(program).resolve())
    is_sanitized = b'__asan_init' in pathlib.Path(program).read_bytes()
    faults = {**(BY_ENGINE if is_engine else BY_REPLAY), **(BY_SANITIZER if is_sanitized else {})}
    if is_sanitized and not is_engine:
        del faults['large']
    environment = {**os.environ, 'ASAN_OPTIONS': 'detect_leaks=1', 'G_SLICE': 'always-malloc'}
    environment.pop('G_DEBUG', None)
    print(f'1..{len(faults) + 1}')
    failed = False
    for number, (word, said) in enumerate({'nothing': '', **faults}.items(), 1):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / 'input').write_text(word)
            what = ['-timeout=2', '-rss_limit_mb=300', f'{folder}/input'] if is_engine else [folder]
            done = subprocess.run([program, *what], env=environment, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            output = done.stdout.decode('utf-8', 'replace')
        good = done.returncode == 0 if word == 'nothing' else done.returncode != 0 and said.lower() in output.lower()
        print('ok' if good else 'not ok', number, f'/fuzz/planted/{word}')
        if not good:
            failed = True
            print(f'# exit {done.returncode}:', output.replace('\n', '\n# '))
    return 1 if failed else 0


sys.exit(main(sys.argv[1], '--engine' in sys.argv))
