#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What importing a CSV file costs, beside sqlite3 loading the same rows, and how memory grows from 1 year to 50.

    import.py BUILD [RUNS [YEARS...]]    RUNS: of each, round robin, 5 unless told; YEARS: 1 10 50 unless told

A diary of 55 factors a night is imported into a new diary. The floor is `sqlite3 .import` of exactly the rows that came of it,
from one CSV file a table, in one transaction, into tables of the same definitions, with the same indices, checks and storage
mode (journal, EXTRA, foreign keys, secure delete, cache). It gets its rows ready made: it neither reads dates, decides what a
column is, nor makes identities and the log of changes. `.import` cannot write NULL: columns that are unknown in any row are left
out of its tables, which makes it faster. "log" is whether the table of changes is among them, without which nothing could be undone.

Times are of the whole process, in seconds: elapsed and CPU (user and system), median and least of RUNS; memory is the largest
resident set. Undo and verify follow on the same diary. figures.md keeps the medians; the goal is a quarter of the speed of the floor.
"""
import contextlib
import csv
import datetime
import os
import pathlib
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

import table as kept

FACTORS = 55
LAST = datetime.date(2026, 11, 20)
NOW = '2026-11-22T07:10:00Z'
SEED = 7
NIGHTS = {50: 18263}
RECORDS = ['factor', 'night', 'episode', 'factor_value']
LOG = ['change_group', 'change']
STORAGE = ('PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; '
           'PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;')


def write_diary(path, nights):
    rng = random.Random(SEED)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(','.join(['date', 'cramps', 'severity', *(f'factor-{i:02}' for i in range(FACTORS))]) + '\n')
        for i in range(nights):
            cramps = rng.choice([0, 0, 0, 1, 2])
            values = [rng.randrange(2) if i < 20 else rng.randrange(11) if i < 40 else f'{rng.random() * 3000:.1f}'
                      for i in range(FACTORS)]
            file.write(','.join(map(str, [LAST - datetime.timedelta(nights - 1 - i), cramps,
                                          rng.randrange(1, 11) if cramps else '', *values])) + '\n')


class Floor:
    """The rows of a diary as CSV files, and an empty diary of the same tables to load them into."""

    def __init__(self, diary, folder):
        self.folder = folder
        self.empty = folder / 'empty.db'
        self.target = folder / 'floor.db'
        self.rows = {}
        shutil.copy(diary, self.empty)
        with sqlite3.connect(self.empty, isolation_level=None) as there:
            there.execute('DROP VIEW night_summary')
            there.execute('PRAGMA foreign_keys = OFF')
            for table in RECORDS + LOG:
                self.take(there, table)
            there.execute('VACUUM')
        there.close()

    def take(self, there, table):
        columns = [row[1] for row in there.execute(f'PRAGMA table_info ("{table}")')]
        unknown = [column for column in columns
                   if there.execute(f'SELECT 1 FROM "{table}" WHERE "{column}" IS NULL LIMIT 1').fetchone()]
        kept = ', '.join(f'"{column}"' for column in columns if column not in unknown)
        with open(self.folder / f'{table}.csv', 'w', encoding='utf-8', newline='') as file:
            order = 'seq' if table == 'change' else 'night' if table in ('night', 'factor_value', 'episode') else '1'
            csv.writer(file, lineterminator='\n').writerows(there.execute(f'SELECT {kept} FROM "{table}" ORDER BY {order}'))
        self.rows[table], = there.execute(f'SELECT count (*) FROM "{table}"').fetchone()
        there.execute(f'DELETE FROM "{table}"')
        for column in unknown:
            there.execute(f'ALTER TABLE "{table}" DROP COLUMN "{column}"')

    def prepare(self):
        shutil.copy(self.empty, self.target)

    def load(self, tables):
        files = '\n'.join(f'.import --csv {self.folder / f"{table}.csv"} {table}' for table in tables)
        took = run(['sqlite3', '-bail', '-batch', str(self.target)], f'{STORAGE}\nBEGIN IMMEDIATE;\n{files}\nCOMMIT;\n')
        with contextlib.closing(sqlite3.connect(self.target)) as there:
            for table in tables:
                loaded, = there.execute(f'SELECT count (*) FROM "{table}"').fetchone()
                assert loaded == self.rows[table], (table, loaded)
        return took


def run(words, text=None):
    """(elapsed, CPU, KiB) of one process."""
    begun = time.monotonic()
    child = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                             env={**os.environ, 'STILLNIGHT_NOW': NOW, 'TZ': 'UTC', 'LC_ALL': 'C.UTF-8'})
    if text is not None:
        child.stdin.write(text)
    child.stdin.close()
    child.stdout.read()
    child.stdout.close()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f'{words}: left with {child.returncode}')
    return time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss


def forget(diary):
    diary.unlink(missing_ok=True)
    shutil.rmtree(f'{diary}.backups', ignore_errors=True)


def line(name, runs, beside=None):
    words = [f'{name:<20}']
    for i in (0, 1):
        here = [each[i] for each in runs]
        words.append(f'{statistics.median(here):8.2f} {min(here):8.2f}')
        if beside:
            there = [each[i] for each in beside]
            words.append(f'x{statistics.median(here) / statistics.median(there):5.2f} x{min(here) / min(there):5.2f}')
        else:
            words.append(' ' * 13)
    words.append(f'{max(each[2] for each in runs) / 1024:8.1f}')
    print(' '.join(words), flush=True)


def keep(nights, took, is_kept):
    """The medians, into figures.md."""
    table, title = kept.Table(), f'import of {nights} nights of {FACTORS} factors'
    for i, what in enumerate(('elapsed', 'CPU')):
        here, there = (statistics.median(each[i] for each in took[name]) for name in ('import', 'sqlite3, with log'))
        table.row(f'{title}: {what}, to sqlite3 .import of the same rows', here, there, 4.0, ' s', 2)
    table.note(f'{title}: memory', f'{max(each[2] for each in took["import"]) / 1024:.1f} MiB')
    for name in ('verify', 'undo'):
        elapsed, used = (statistics.median(each[i] for each in took[name]) for i in (0, 1))
        table.note(f'{title}: {name}, elapsed and CPU', f'{elapsed:.2f} s, {used:.2f} s')
    kept.keep(f'import of {nights} nights', table, is_kept)


def measure(cli, years, runs, folder):
    nights = NIGHTS.get(years, round(years * 365.25))
    table, diary = folder / 'diary.csv', folder / 'diary.db'
    write_diary(table, nights)

    def load():
        return run([cli, 'import', table, '--diary', diary])

    def take_back():
        return run([cli, 'undo', '--diary', diary])

    forget(diary)
    load()
    floor = Floor(diary, folder)
    took = {'import': [], 'sqlite3, with log': [], 'sqlite3, without log': [], 'verify': [], 'undo': []}
    for _ in range(runs):
        forget(diary)
        took['import'].append(load())
        floor.prepare()
        took['sqlite3, with log'].append(floor.load(RECORDS + LOG))
        floor.prepare()
        took['sqlite3, without log'].append(floor.load(RECORDS))
        took['verify'].append(run([cli, 'verify', diary]))
        took['undo'].append(take_back())
    size = sum(os.path.getsize(folder / name) for name in os.listdir(folder) if name == 'diary.db') / 1e6
    print(f'\n{years} years: {nights} nights of {FACTORS} factors, {os.path.getsize(table) / 1e6:.1f} MB of CSV, a diary of {size:.0f} MB')
    print(f'{"":<20} {"elapsed":>8} {"least":>8} {"":13} {"CPU":>8} {"least":>8} {"":13} {"MiB":>8}')
    for name, each in took.items():
        line(name, each)
    line('import: with log', took['import'], took['sqlite3, with log'])
    line('import: without log', took['import'], took['sqlite3, without log'])
    # One run is a trial.
    keep(nights, took, runs > 1)


def main():
    build = pathlib.Path(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    for years in map(int, sys.argv[3:] or [1, 10, 50]):
        with tempfile.TemporaryDirectory(dir=os.environ.get('TMPDIR', '/var/tmp')) as folder:
            measure(build / 'src/cli/stillnight-cli', years, runs, pathlib.Path(folder))


main()
