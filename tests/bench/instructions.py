#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""instructions.py BUILD --record: counts the instructions of verbs of the command line and keeps them in instructions.json.

Counted by valgrind's callgrind in what is ours and in SQLite, on a fixed diary at a fixed time: the same on every computer and under
any load, as long as compiler, options, SQLite and valgrind are the same. Counts are kept for each such set, which is their key;
for one that is not known nothing can be said, and nothing fails.

Of ten years, but for the first analysis of a diary, which callgrind takes a quarter of an hour for: that is counted of one year, and
with --long the one after it, of ten years whose weeks are known, which is what every later one is.
"""
import json
import pathlib
import platform
import re
import subprocess
import sys
import tempfile

LARGEST = 1.05
YEAR, DECADE = 365, 3650
NOW = '2026-11-22T09:00:00'
# The name, the verb, the nights of the diary, whether it is run once before.
COUNTED = [('list', 'list', DECADE, False), ('flags', 'flags', DECADE, False), ('analyze', 'analyze', YEAR, False)]
COUNTED_LONG = [('analyze once more', 'analyze', DECADE, True)]
KEPT = pathlib.Path(__file__).resolve().with_name('instructions.json')
PLACES = re.compile(r'stillnight-cli|libsqlite3')


def said(*command):
    return subprocess.run([str(part) for part in command], check=True, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE).stdout


def has_avx2():
    """The loops of the analysis take four numbers at once where they can."""
    return re.search(r'^flags\s*:.*\bavx2\b', pathlib.Path('/proc/cpuinfo').read_text(), re.M) is not None


def key(build):
    """What the counts depend on, besides the sources."""
    build = pathlib.Path(build)
    compilers = sorted(set(re.findall(r'\]\s+(.*(?:GCC|clang).*)', said('readelf', '-p', '.comment', build / 'src/cli/stillnight-cli'))))
    options = {one['name']: one['value'] for one in json.loads((build / 'meson-info/intro-buildoptions.json').read_text())}
    return ', '.join([*compilers, *(f'{name}={options[name]}' for name in ('buildtype', 'optimization', 'b_lto', 'b_sanitize', 'b_coverage',
                                                                         'c_args')),
                      platform.machine() + (' with AVX2' if has_avx2() else ''), 'SQLite ' + said('pkg-config', '--modversion', 'sqlite3').strip(),
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


def count(build, is_long):
    """{what: its instructions}"""
    cli = pathlib.Path(build) / 'src/cli/stillnight-cli'
    counts = {}
    with tempfile.TemporaryDirectory() as home:
        fixed = ['env', '-i', 'PATH=/usr/bin:/bin', f'HOME={home}', 'LC_ALL=C', 'TZ=UTC', f'STILLNIGHT_NOW={NOW}']
        for nights in (YEAR, DECADE):
            said(*fixed, cli, 'sample', '--nights', nights, '--diary', f'{home}/{nights}.db')
        for name, verb, nights, is_again in COUNTED + (COUNTED_LONG if is_long else []):
            command = [cli, verb, '--diary', f'{home}/{nights}.db']
            if is_again:
                said(*fixed, *command)
            said(*fixed, 'valgrind', '--tool=callgrind', f'--callgrind-out-file={home}/counted', *command)
            counts[name] = of_ours(pathlib.Path(f'{home}/counted').read_text())
    return counts


def read_kept():
    return json.loads(KEPT.read_text()) if KEPT.exists() else {}


def compare(build, is_long):
    """{what: (count, the count that is kept or None)}"""
    kept = read_kept().get(key(build), {})
    return {what: (n, kept.get(what)) for what, n in count(build, is_long).items()}


def problems(verb, n, kept):
    if kept is not None and n > kept * LARGEST:
        return [f'{verb}: {n} instructions, {n / kept:.2f} times the {kept} that are kept; when that is meant: '
                f'tests/bench/instructions.py BUILD --record']
    return []


def record(build):
    kept = read_kept()
    kept[key(build)] = count(build, True)
    KEPT.write_text(json.dumps(kept, indent=1, sort_keys=True) + '\n')
    print(json.dumps(kept[key(build)]))


if __name__ == '__main__':
    if len(sys.argv) != 3 or sys.argv[2] != '--record':
        sys.exit(__doc__)
    record(sys.argv[1])
