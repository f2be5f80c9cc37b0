#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""instructions.py BUILD --record: counts the instructions of verbs of the command line and keeps them in instructions.json.

Counted by valgrind's callgrind in what is ours and in SQLite, on a fixed diary at a fixed time: the same on every computer and under
any load, as long as compiler, options, SQLite and valgrind are the same. Counts are kept for each such set, which is their key;
for one that is not known nothing can be said, and nothing fails.
"""
import json
import pathlib
import platform
import re
import subprocess
import sys
import tempfile

LARGEST = 1.05
NIGHTS = 730
NOW = '2026-11-22T09:00:00'
VERBS = ['list', 'flags', 'analyze']
KEPT = pathlib.Path(__file__).resolve().with_name('instructions.json')
PLACES = re.compile(r'stillnight-cli|libsqlite3')


def said(*command):
    return subprocess.run([str(part) for part in command], check=True, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE).stdout


def key(build):
    """What the counts depend on, besides the sources."""
    build = pathlib.Path(build)
    compilers = sorted(set(re.findall(r'\]\s+(.*(?:GCC|clang).*)', said('readelf', '-p', '.comment', build / 'src/cli/stillnight-cli'))))
    options = {one['name']: one['value'] for one in json.loads((build / 'meson-info/intro-buildoptions.json').read_text())}
    return ', '.join([*compilers, *(f'{name}={options[name]}' for name in ('buildtype', 'optimization', 'b_lto', 'b_sanitize', 'b_coverage',
                                                                         'c_args')),
                      platform.machine(), 'SQLite ' + said('pkg-config', '--modversion', 'sqlite3').strip(),
                      said('valgrind', '--version').strip()])


def of_ours(text):
    """The instructions of a callgrind file that were executed in the objects PLACES; what they called is not among them."""
    names, total, is_ours, is_call = {}, 0, False, False
    for line in text.splitlines():
        named = re.match(r'(c?)ob=(\(\d+\))(?: (.*))?$', line)
        if named:                           # an object is named where it is mentioned first, later by its number
            names.setdefault(named[2], named[3])
            if not named[1]:
                is_ours = PLACES.search(names[named[2]]) is not None
        elif line.startswith('calls='):
            is_call = True
        elif re.match(r'[+*0-9-]', line):
            if is_ours and not is_call:
                total += int(line.split()[1])
            is_call = False
    return total


def count(build):
    """The instructions of each verb."""
    cli = pathlib.Path(build) / 'src/cli/stillnight-cli'
    counts = {}
    with tempfile.TemporaryDirectory() as home:
        fixed = ['env', '-i', 'PATH=/usr/bin:/bin', f'HOME={home}', 'LC_ALL=C', 'TZ=UTC', f'STILLNIGHT_NOW={NOW}']
        said(*fixed, cli, 'sample', '--nights', NIGHTS, '--diary', f'{home}/diary.db')
        for verb in VERBS:
            said(*fixed, 'valgrind', '--tool=callgrind', f'--callgrind-out-file={home}/{verb}', cli, verb, '--diary', f'{home}/diary.db')
            counts[verb] = of_ours(pathlib.Path(f'{home}/{verb}').read_text())
    return counts


def read_kept():
    return json.loads(KEPT.read_text()) if KEPT.exists() else {}


def compare(build):
    """{verb: (count, the count that is kept or None)}"""
    kept = read_kept().get(key(build), {})
    return {verb: (n, kept.get(verb)) for verb, n in count(build).items()}


def problems(verb, n, kept):
    if kept is not None and n > kept * LARGEST:
        return [f'{verb}: {n} instructions, {n / kept:.2f} times the {kept} that are kept; when that is meant: '
                f'tests/bench/instructions.py BUILD --record']
    return []


def record(build):
    kept = read_kept()
    kept[key(build)] = count(build)
    KEPT.write_text(json.dumps(kept, indent=1, sort_keys=True) + '\n')
    print(json.dumps(kept[key(build)]))


if __name__ == '__main__':
    if len(sys.argv) != 3 or sys.argv[2] != '--record':
        sys.exit(__doc__)
    record(sys.argv[1])
