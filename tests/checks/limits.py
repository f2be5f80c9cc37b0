#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are too long, too wide, too deep or nothing but holes, through every door by which a file comes in: each is refused in
one line that names it, within two seconds of computing and 256 MiB, and no diary is made or changed."""
import os
import pathlib
import resource
import subprocess
import tempfile

from tap import BUILD, check

CLI = BUILD / 'src' / 'cli' / 'stillnight-cli'
SECONDS, MEMORY = 2, 256 << 20
HEAD = '{"format":"stillnight-diary","version":1,"rows":['


def sparse(head, size):
    """A file that begins so and goes on with holes, which take no room on the disk."""
    def make(path):
        path.write_bytes(head)
        os.truncate(path, size)
    return make


def text(content):
    return lambda path: path.write_bytes(content if isinstance(content, bytes) else content.encode())


def lines(head, line, count):
    def make(path):
        with path.open('w') as file:
            file.write(head)
            for number in range(count):
                file.write(line(number))
    return make


def limits():
    # A sanitizer takes terabytes of addresses.
    if b'__asan_init' not in CLI.read_bytes():
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def run(folder, *words):
    home = {'HOME': str(folder), 'XDG_DATA_HOME': str(folder / 'data')}
    return subprocess.run([CLI, *words], env={**os.environ, **home, 'LC_ALL': 'C.UTF-8', 'STILLNIGHT_NOW': '2026-11-22T07:10:00Z'},
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8', preexec_fn=limits, cwd=folder)


def day(number):
    return f'{1900 + number // 365}-01-01,1,{"1," * 90}1\n'


CASES = {
    # name: (file, what is in it, words, what is said)
    'table/3-gb': ('a.csv', sparse(b'date,cramps\n2026-11-01,1\n', 3 << 30), ['import'], 'longer than 64 MiB'),
    'table/3-gb-of-utf-16': ('a.csv', sparse('\ufeffdate,cramps\n'.encode('utf-16-le'), 3 << 30), ['import'], 'longer than 64 MiB'),
    'table/60-mib-of-holes': ('a.csv', sparse(b'date,cramps\n2026-11-01,1\n', 60 << 20), ['import'], 'zero byte'),
    'table/one-line': ('a.csv', text('date,cramps\n' + 'x' * (1 << 21)), ['import'], 'longer than 1048576 bytes'),
    'table/wide': ('a.csv', text('date,' + ','.join(f'c{i}' for i in range(2000)) + '\n'), ['import'], 'more than 1000 cells'),
    'table/long-name': ('a.csv', text('date,cramps,' + 'n' * 5000 + '\n2026-11-01,1,1\n'), ['import'], 'a.csv'),
    'table/open-quote': ('a.csv', text('date,cramps\n"' + 'x\n' * 400000), ['import'], 'a.csv:2'),
    'table/a-night-twice-among-many': ('a.csv', lines('date,cramps,' + ','.join(f'c{i}' for i in range(91)) + '\n', day, 5000), ['import'], 'twice'),
    'table/a-number-without-end': ('a.csv', text('date,cramps,x\n2026-11-01,1,' + '9' * 100000 + '\n'), ['import'], 'a.csv:2'),
    'table/many-cramps': ('a.csv', text('date,cramps\n2026-11-01,2000000000\n'), ['import'], 'a.csv:2'),
    'table/a-zip': ('a.csv', text(b'PK\3\4' + bytes(1000)), ['import'], 'archive'),
    'export/3-gb': ('a.json', sparse(HEAD.encode(), 3 << 30), ['import'], 'longer than 512 MiB'),
    'export/one-row': ('a.json', text(HEAD + '{"x":"' + 'y' * (1 << 21)), ['import'], 'a.json:1'),
    'export/deep': ('a.json', text(HEAD + '{"x":' * 150000), ['import'], 'a.json:1'),
    'export/deep-and-closed': ('a.json', text(HEAD + '{"x":' * 150000 + '1' + '}' * 150000 + ']}'), ['import'], 'a.json:1'),
    'export/deep-lists': ('a.json', text(HEAD + '{"table":"night","x":' + '[' * 100000 + ']' * 100000 + '}]}'), ['import'], 'a.json:1'),
    'export/a-million-members': ('a.json', text(HEAD + '{' + ','.join(f'"a{i}":1' for i in range(80000)) + '}]}'), ['import'], 'a.json:1'),
    'export/merged': ('a.json', sparse(HEAD.encode(), 3 << 30), ['merge'], 'longer than 512 MiB'),
    'meta/3-gb': ('m.json', sparse(b'{"factors":[', 3 << 30), ['analyze', 'x.csv', '--meta'], 'larger than 1 MiB'),
    'meta/deep': ('m.json', text('[' * 500000), ['analyze', 'x.csv', '--meta'], 'nested too deeply'),
    'diary/3-gb-of-holes': ('d.db', sparse(b'SQLite format 3\0', 3 << 30), ['verify'], 'd.db'),
    'diary/merged': ('d.db', sparse(b'SQLite format 3\0', 3 << 30), ['merge'], 'd.db'),
    'diary/restored': ('d.db', sparse(b'SQLite format 3\0', 3 << 30), ['restore'], 'd.db'),
}


def problems_with(name, make, words, said):
    with tempfile.TemporaryDirectory() as top:
        folder = pathlib.Path(top)
        make(folder / name)
        done = run(folder, *words, name)
        made = sorted(path.name for path in folder.rglob('*') if path.name != name and path.is_file())
    problems = []
    if done.returncode not in (1, 2):
        problems.append(f'exit {done.returncode}')
    if done.stderr.count('\n') != 1 or len(done.stderr) > 1000 or said not in done.stderr or done.stdout:
        problems.append(f'says {done.stdout[:300]!r} and {done.stderr[:500]!r}, not one line with {said!r}')
    if made:
        problems.append(f'made {made}')
    return problems


for name, (file, make, words, said) in CASES.items():
    check(f'/limits/{name}', problems_with(file, make, words, said))
# The control: a file within the limits is taken, and without them one that is too long would be read for longer.
with tempfile.TemporaryDirectory() as top:
    (pathlib.Path(top) / 'a.csv').write_text('date,cramps\n2026-11-01,1\n')
    done = run(pathlib.Path(top), 'import', 'a.csv')
    check('/limits/control', [] if done.returncode == 0 and '1 new night' in done.stdout else [done.stdout + done.stderr])
