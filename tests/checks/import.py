#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""CSV in and out through the program: real diaries, the way there and back, and input that cannot be imported: one clear
line, exit code 1 and a diary that is the same to the byte. Each fault has its control: the same call without it succeeds.
Runs as an unprivileged user, also when started by root, who could read and write what others may not."""
import csv
import hashlib
import json
import os
import pathlib
import resource
import shutil
import sqlite3
import subprocess
import tempfile

from tap import BUILD, SOURCE, check, tool

NOW = '2026-11-22T07:10:00Z'
NOBODY = 65534
REAL = sorted((SOURCE / 'tests/fixtures/real').glob('*.csv'))
PLAIN = 'date,cramps,severity,pets\n2026-01-01,1,5,2\n2026-01-02,0,,3\n'
AS_ROOT = os.geteuid() == 0
# Long enough for a slow machine under load; reached only by a program that hangs.
PATIENCE = 120


class Place:
    """A folder that the program's user owns, with the program and a diary in it."""

    def __init__(self, folder):
        self.top = pathlib.Path(folder)
        self.cli = self.top / 'stillnight-cli'
        shutil.copy(BUILD / 'src/cli/stillnight-cli', self.cli)
        self.top.chmod(0o755)
        self.home = self.folder('home')
        self.diary = self.home / 'diary.db'

    def folder(self, name):
        path = self.top / name
        path.mkdir(0o700)
        self.give(path)
        return path

    def give(self, path):
        if AS_ROOT:
            os.chown(path, NOBODY, NOBODY)
        return path

    def file(self, name, content):
        path = self.top / name
        if path.exists():
            path.unlink()
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        path.chmod(0o600)
        return self.give(path)

    def run(self, *words, diary=None, file_limit=None, language='C.UTF-8'):
        user = [tool('setpriv'), f'--reuid={NOBODY}', f'--regid={NOBODY}', '--clear-groups'] if AS_ROOT else []

        def limit():
            if file_limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, file_limit))

        environment = {'HOME': str(self.home), 'TMPDIR': str(self.home), 'PATH': os.environ['PATH'],
                       'STILLNIGHT_NOW': NOW, 'TZ': 'UTC', 'LC_ALL': language, 'G_DEBUG': 'fatal-criticals'}
        return subprocess.run([*user, self.cli, *map(str, words), '--diary', str(diary or self.diary)],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, preexec_fn=limit,
                              timeout=PATIENCE, check=False, text=True, cwd=self.home)

    def digest(self):
        """Of everything beside the diary, names included: a journal that is left over counts."""
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(self.home.iterdir())
                if path.is_file()}

    def list(self):
        return self.run('list', '--json').stdout

    def last_change(self):
        with sqlite3.connect(f'file:{self.diary}?mode=ro', uri=True) as connection:
            return connection.execute('SELECT max(seq) FROM change').fetchone()[0]


def place():
    return tempfile.TemporaryDirectory(prefix='stn-import-')


def succeeded(done):
    return [] if done.returncode == 0 and done.stderr == '' else [f'exit {done.returncode}: {done.stderr}']


def failed(done, message):
    """Exactly this one line, and nothing on standard output."""
    expected = f'stillnight-cli: {message}\n'
    problems = [] if done.returncode == 1 else [f'exit code {done.returncode}, expected 1']
    if done.stderr != expected:
        problems.append(f'said:     {done.stderr!r}\nexpected: {expected!r}')
    return problems + ([f'printed {done.stdout!r}'] if done.stdout else [])


def same(what, found, expected):
    return [] if found == expected else [f'{what}: {str(found)[:400]}\nexpected: {str(expected)[:400]}']


def rows_of(path):
    """What `list --json` must say of a real diary. One column is called like a built-in factor and is none: its values
    are centred, out of the bounds of the scale from 0 to 10."""
    rows = []
    with open(path, newline='', encoding='utf-8') as file:
        for row in csv.DictReader(file):
            state = 'cramps' if row['event'] == '1' else 'no-cramps'
            factors = {'stress-2' if name == 'stress' else name: float(value) for name, value in row.items()
                       if name not in ('date', 'event') and value != ''}
            rows.append((row['date'], state, int(row['event']), factors))
    return rows


def rows_of_list(text):
    return [(night['night'], night['state'], len(night['episodes']),
             {name: float(value['value']) for name, value in night['factors'].items()}) for night in json.loads(text)]


def check_real_diaries():
    for path in REAL:
        with place() as folder:
            here = Place(folder)
            source = here.file(path.name, path.read_bytes())
            problems = succeeded(here.run('import', source, '--cramps-column', 'event'))
            listed = here.list()
            problems += same('nights', rows_of_list(listed), rows_of(path))
            check(f'/import/real/{path.stem}', problems)

            seq, problems = here.last_change(), []
            for options in [['--cramps-column', 'event'], [], ['--replace']]:
                problems += succeeded(here.run('import', source, *options))
                problems += same('list', here.list(), listed) + same('last change', here.last_change(), seq)
            check(f'/import/real/{path.stem}/twice-changes-nothing', problems)


def check_options():
    with place() as folder:
        here = Place(folder)
        plain = here.file('plain.csv', PLAIN)
        problems = succeeded(here.run('import', plain, '--dry-run'))
        problems += same('files', here.digest(), {})
        problems += succeeded(here.run('import', plain))
        before, listed = here.digest(), here.list()
        other = here.file('other.csv', 'when,n,bad,pets,cats\n2026-01-01,1,7,4,1\n')
        said = ['import', other, '--date-column', 'when', '--cramps-column', 'N', '--severity-column', 'bad',
                '--factor', 'cats=count', '--factor', 'pets']
        problems += succeeded(here.run(*said, '--replace', '--dry-run')) + same('dry run', here.digest(), before)
        check('/import/options/dry-run-stores-nothing', problems)

        problems = succeeded(here.run(*said))
        night = json.loads(here.list())[0]
        problems += same('kept', (night['episodes'][0]['severity'], night['factors']['pets']['value']), (5, 2))
        problems += same('filled', night['factors']['cats'], {'value': 1, 'entered': 'unknown'})
        problems += succeeded(here.run(*said, '--replace'))
        night = json.loads(here.list())[0]
        problems += same('replaced', (night['episodes'][0]['severity'], night['factors']['pets']['value']), (7, 4))
        problems += succeeded(here.run('undo')) + succeeded(here.run('undo'))
        check('/import/options/mapping-replace-undo', problems + same('undone', here.list(), listed))

        problems = []
        for words, line in [(['--factor', 'cats=number'],
                             "--factor: 'number' is not a kind of factor; it is one of binary, count, scale, "
                             'continuous'),
                            (['--cramps-column'], '--cramps-column needs a value: --cramps-column COLUMN')]:
            done = here.run('import', plain, *words)
            problems += same('exit code', done.returncode, 2) + same('line', done.stderr, f'stillnight-cli: {line}\n')
        done = here.run('import', plain, '--factor', 'cats')
        problems += failed(done, f"{plain}:1: there is no column 'cats'; the columns are: date, cramps, severity, pets")
        check('/import/options/wrong', problems)


def comes_back(here, name, language):
    """Export, import into a new diary and export again: the same bytes."""
    first, copy = here.home / f'{name}.csv', here.home / f'{name}.db'
    problems = succeeded(here.run('export', first, language=language))
    problems += succeeded(here.run('import', first, diary=copy, language=language))
    again = here.run('export', diary=copy, language=language)
    problems += succeeded(again) + same('bytes', again.stdout, first.read_text(encoding='utf-8'))
    return problems + same('mode', oct(first.stat().st_mode & 0o777), '0o600')


def check_there_and_back():
    for language in ['C.UTF-8', 'de_DE.UTF-8']:
        with place() as folder:
            here = Place(folder)
            problems = succeeded(here.run('sample', '--nights', '200', '--seed', '7'))
            check(f'/export/comes-back/sample-{language}', problems + comes_back(here, 'sample', language))
    with place() as folder:
        here = Place(folder)
        problems = []
        for path in REAL:
            problems += succeeded(here.run('import', here.file(path.name, path.read_bytes())))
        problems += succeeded(here.run('log', '--date', '2026-11-20', '--cramps', '3', '--severity', '8', '--duration',
                                       '3min', '--factor', 'fluids=1250.5'))
        check('/export/comes-back/real-diaries', problems + comes_back(here, 'real', 'C.UTF-8'))


def check_export_targets():
    with place() as folder:
        here = Place(folder)
        problems = succeeded(here.run('import', here.file('plain.csv', PLAIN)))
        before, target = here.digest(), here.home / 'out.csv'
        problems += failed(here.run('export', here.diary, '--replace'), f'{here.diary}: is the diary itself')
        problems += failed(here.run('export', here.home, '--replace'), f'{here.home}: is not a file')
        problems += same('files', here.digest(), before)
        problems += succeeded(here.run('export', target)) + same('text', target.read_text(encoding='utf-8'), PLAIN)
        before = here.digest()
        problems += failed(here.run('export', target), f'{target}: exists already; --replace writes over it')
        full = here.run('export', target, '--replace', file_limit=16)
        problems += failed(full, f'{target}: cannot be written: File too large')
        problems += same('files', here.digest(), before)
        problems += succeeded(here.run('export', target, '--replace')) + same('files', here.digest(), before)
        check('/export/targets', problems)


def bad_files():
    """name, bytes, where and why it fails; all of them are good when the fault is taken out."""
    good = 'date,cramps,severity,pets\n2026-01-03,1,5,2\n2026-01-04,0,,3\n'
    row = good + '2026-01-05,%s\n'

    def with_row(cells):
        return row % cells

    yield 'empty', '', ':1: the file is empty', good
    yield 'header-only', good.splitlines()[0] + '\n', ':1: no rows after the header', good
    yield ('binary', b'\x7fELF\x02\x01\x01' + bytes(range(256)) * 16, ':1: not a text file (byte 0x02): neither a table nor an export', good)
    yield ('utf-16-damaged', good.encode('utf-16-be') + b'\xd8', ':1: this is UTF-16 text that is damaged; save it as CSV in UTF-8',
           good.encode('utf-16-be'))
    yield ('no-letter', with_row('1,5,2').replace('pets', 'b\x81').encode('latin-1'),
           ':1: not UTF-8 or Windows-1252 text (byte 0x81); save it as CSV in UTF-8',
           with_row('1,5,2').replace('pets', 'b\xe4').encode('latin-1'))
    yield ('spreadsheet', b'PK\x03\x04\x14\x00\x06\x00' + b'\x00' * 64,
           ':1: this is a spreadsheet or an archive; save it as CSV in UTF-8', good)
    yield ('line-of-10-mb', good + '2026-01-05,1,5,' + '1' * 10_000_000 + '\n',
           ':4: the row is longer than 1048576 bytes; this is not a diary', with_row('1,5,2'))
    yield ('no-date-column', good.replace('date', 'when').replace('2026-', 'night '),
           ':1: no date column: none of the columns (when, cramps, severity, pets) is called one of: date, night, day, '
           'key, datum, fecha, nacht, noche; say with --date-column which one it is', good)
    yield ('no-such-day', good + '2026-02-30,1,5,2\n',
           ':4: the day 2026-02-30 does not exist, or its year is not 1900 to 2199', good + '2026-02-28,1,5,2\n')
    yield ('other-date-form', good + '05/01/2026,1,5,2\n', ":4: '05/01/2026' can begin with the day or the month; say "
           '--date-order dmy or --date-order mdy',
           with_row('1,5,2'))
    yield ('night-twice', good + '2026-01-03,1,5,2\n', ':4: the night 2026-01-03 is there twice, first in line 2',
           with_row('1,5,2'))
    yield 'future', good + '2026-11-23,1,5,2\n', ':4: night 2026-11-23 has not begun yet', good + '2026-11-21,1,5,2\n'
    yield 'severity-11', with_row('1,11,2'), ':4: severity 11 is not a whole number from 0 to 10', with_row('1,10,2')
    yield 'severity-negative', with_row('1,-1,2'), ':4: severity -1 is not a whole number from 0 to 10', with_row('1,0,2')
    yield ('severity-without-cramps', with_row('0,3,2'), ':4: severity 3 on a night without cramps', with_row('1,3,2'))
    yield 'cramps-negative', with_row('-1,,2'), ':4: cramps -1 is not a whole number from 0 to 50', with_row('1,,2')
    yield ('duration-negative', with_row('1,5,-3min').replace('pets', 'duration').replace(',2\n', ',2min\n')
           .replace(',3\n', ',\n'), ':4: duration -3min is negative',
           with_row('1,5,3min').replace('pets', 'duration').replace(',2\n', ',2min\n').replace(',3\n', ',\n'))
    yield ('duration-s-negative', with_row('1,5,-60').replace('pets', 'duration_s').replace(',3\n', ',\n'),
           ':4: duration_s -60 is negative', with_row('1,5,60').replace('pets', 'duration_s').replace(',3\n', ',\n'))
    yield ('not-a-number', with_row('1,5,many'), ":4: pets 'many' is not a number; leave it empty if it was not recorded; "
           '--note-column reads its words as the note, --skip-column passes over it',
           with_row('1,5,'))
    yield ('decimal-comma', with_row('1,5,1#500').replace(',', ';').replace('#', ','),
           ":4: pets '1,500' can be a broken number or thousands; say --decimal comma or --decimal point", with_row('1,5,1.5').replace(',', ';'))
    yield 'ragged', with_row('1,5'), ':4: 3 cells in this row, 4 in the header', with_row('1,5,2')
    yield ('open-quotation', with_row('1,5,"2'), ':4: a quotation mark is opened here and never closed',
           with_row('1,5,"2"'))


def check_bad_files():
    for name, bad, message, good in bad_files():
        with place() as folder:
            here = Place(folder)
            path = here.file('in.csv', bad)
            problems = failed(here.run('import', path), f'{path}{message}')
            problems += same('files', sorted(here.digest()), [])
            problems += succeeded(here.run('import', here.file('plain.csv', PLAIN)))
            before = here.digest()
            problems += failed(here.run('import', path), f'{path}{message}')
            problems += failed(here.run('import', path, '--replace'), f'{path}{message}')
            problems += same('files', here.digest(), before)
            problems += succeeded(here.run('import', here.file('in.csv', good)))
            problems += ['the control changed nothing'] if here.digest() == before else []
            check(f'/import/bad/{name}', problems)


def check_unreadable_files():
    with place() as folder:
        here = Place(folder)
        plain = here.file('plain.csv', PLAIN)
        problems = failed(here.run('import', here.top / 'no.csv'),
                          f'{here.top}/no.csv: cannot be opened: No such file or directory')
        problems += failed(here.run('import', here.home), f'{here.home}: is a folder, not a file')
        plain.chmod(0)
        problems += failed(here.run('import', plain), f'{plain}: cannot be opened: Permission denied')
        problems += same('files', here.digest(), {})
        plain.chmod(0o400)
        check('/import/bad/unreadable', problems + succeeded(here.run('import', plain)))


def refused(here, done, *words):
    """One line that names the diary and says why; what a store says in full is the store's to test."""
    problems = [] if done.returncode == 1 else [f'exit code {done.returncode}, expected 1']
    lines = done.stderr.splitlines()
    if len(lines) != 1 or not lines[0].startswith('stillnight-cli: '):
        return problems + [f'not one line: {done.stderr!r}']
    return problems + [f'{word!r} is not in {lines[0]!r}' for word in [str(here.diary), *words] if word not in lines[0]]


def check_diaries_that_cannot_take_it():
    more = 'date,cramps\n' + ''.join(f'20{20 + i // 336:02}-{i // 28 % 12 + 1:02}-{i % 28 + 1:02},1\n' for i in range(1800))

    def prepared(folder):
        here = Place(folder)
        done = here.run('import', here.file('plain.csv', PLAIN))
        return here, here.file('more.csv', more), succeeded(done)

    with place() as folder:
        here, path, problems = prepared(folder)
        here.home.chmod(0o500)
        before = here.digest()
        problems += refused(here, here.run('import', path), 'written') + same('files', here.digest(), before)
        here.home.chmod(0o700)
        check('/import/diary/read-only-folder', problems + succeeded(here.run('import', path)))

    with place() as folder:
        here = Place(folder)
        path = here.file('plain.csv', PLAIN)
        here.home.chmod(0o500)
        done = here.run('import', path)
        problems = same('exit code', done.returncode, 1) + same('lines', len(done.stderr.splitlines()), 1)
        problems += same('files', here.digest(), {})
        here.home.chmod(0o700)
        check('/import/diary/none-in-read-only-folder', problems + succeeded(here.run('import', path)))

    with place() as folder:
        here, path, problems = prepared(folder)
        here.diary.chmod(0o400)
        before = here.digest()
        problems += refused(here, here.run('import', path)) + same('files', here.digest(), before)
        here.diary.chmod(0o600)
        check('/import/diary/read-only-file', problems + succeeded(here.run('import', path)))

    with place() as folder:
        here, path, problems = prepared(folder)
        with sqlite3.connect(here.diary) as connection:
            version = connection.execute('PRAGMA user_version').fetchone()[0]
            connection.execute(f'PRAGMA user_version = {version + 1}')
        connection.close()
        before = here.digest()
        problems += refused(here, here.run('import', path), 'newer') + same('files', here.digest(), before)
        with sqlite3.connect(here.diary) as connection:
            connection.execute(f'PRAGMA user_version = {version}')
        connection.close()
        check('/import/diary/newer-version', problems + succeeded(here.run('import', path)))

    with place() as folder:
        here, path, problems = prepared(folder)
        kept = here.diary.read_bytes()
        here.diary.write_text('Dear diary, last night was bad.\n' * 100)
        before = here.digest()
        problems += refused(here, here.run('import', path)) + same('files', here.digest(), before)
        here.diary.write_bytes(kept)
        check('/import/diary/not-sqlite', problems + succeeded(here.run('import', path)))

    with place() as folder:
        here, path, problems = prepared(folder)
        before, listed = here.digest(), here.list()
        done = here.run('import', path, file_limit=here.diary.stat().st_size + 8192)
        problems += refused(here, done) + same('files', here.digest(), before) + same('list', here.list(), listed)
        check('/import/diary/full-disk', problems + succeeded(here.run('import', path)))

    with place() as folder:
        here = Place(folder)
        path = here.file('plain.csv', PLAIN)
        done = here.run('import', path, file_limit=8192)
        problems = same('exit code', done.returncode, 1) + same('lines', len(done.stderr.splitlines()), 1)
        problems += same('files', here.digest(), {})
        check('/import/diary/none-on-full-disk', problems + succeeded(here.run('import', path)))


check_real_diaries()
check_options()
check_there_and_back()
check_export_targets()
check_bad_files()
check_unreadable_files()
check_diaries_that_cannot_take_it()
