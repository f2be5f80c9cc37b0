# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows that `./dev bench` measures, and figures.md, which keeps them: the newest of each figure on top, then every table."""
import datetime
import os
import pathlib
import re
import subprocess

KEPT = pathlib.Path(__file__).resolve().with_name('figures.md')
HEAD = '''# What the programs cost

Each figure stands beside a floor that was measured in the same run, taking turns; the ratio is what counts. `./dev bench` keeps
this file; README.md says how each is measured.

## The newest of each figure

'''
HISTORY = '\n## Every table, the newest last\n'
COLUMNS = ['figure', 'measured', 'floor', 'ratio', 'goal', 'met']
ENTRY = re.compile(r'^### (?P<part>[^:\n]+): commit (?P<commit>\w+), (?P<date>[\d-]+), .*?load (?P<load>[\d.]+)', re.M)


class Table:
    """The rows of one part."""

    def __init__(self):
        self.rows = []

    def row(self, what, value, floor, goal, unit='', digits=0):
        """@goal: the largest ratio; None where there is none."""
        ratio = value / floor if floor else float('nan')
        met = '' if goal is None else 'yes' if ratio <= goal else 'NO'
        self.rows.append([what, f'{value:.{digits}f}{unit}', f'{floor:.{digits}f}{unit}', f'{ratio:.2f}',
                          '' if goal is None else f'<= {goal}', met])

    def ratio(self, what, ratio, goal=None):
        """Where only the ratio means anything."""
        self.rows.append([what, '', '', f'{ratio:.2f}', '' if goal is None else f'<= {goal}',
                          '' if goal is None else 'yes' if ratio <= goal else 'NO'])

    def note(self, what, value):
        self.rows.append([what, value, '', '', '', ''])

    def failed(self, part, why):
        self.rows.append([f'{part}: not measured', why, '', '', '', 'NO'])

    def all_met(self):
        return all(row[-1] != 'NO' for row in self.rows)


def to_markdown(columns, rows):
    return ''.join('| ' + ' | '.join(one) + ' |\n' for one in [columns, ['---'] * len(columns), *rows])


def heading(part):
    processor = re.search(r'model name\s*: (.*)', pathlib.Path('/proc/cpuinfo').read_text())
    load = pathlib.Path('/proc/loadavg').read_text().split()[0]
    commit = subprocess.run(['git', 'rev-parse', '--short', 'HEAD'], capture_output=True, text=True).stdout.strip() or 'unknown'
    return (f'### {part}: commit {commit}, {datetime.date.today()}, {os.cpu_count()} x {processor.group(1) if processor else "?"}, '
            f'load {load}')


def newest(history):
    """The summary: of each part the last table in which anything was measured, with its commit and load."""
    tables = {}
    entries = list(ENTRY.finditer(history))
    for entry, following in zip(entries, [*entries[1:], None]):
        text = history[entry.end():following.start() if following else len(history)]
        lines = [[cell.strip() for cell in line.strip()[1:-1].split('|')] for line in text.splitlines() if line.startswith('| ')]
        if lines and lines[0] == COLUMNS and not any(line[0].endswith(': not measured') for line in lines):
            tables.pop(entry['part'], None)
            tables[entry['part']] = [[*line, entry['commit'], f'{entry["date"]}, {entry["load"]}'] for line in lines[2:]]
    return to_markdown([*COLUMNS, 'commit', 'date, load'], [line for part in sorted(tables) for line in tables[part]])


def keep(part, table, is_kept=True):
    """Prints the table and puts it into figures.md, at once: later parts may fail."""
    text = f'\n{heading(part)}\n\n' + to_markdown(COLUMNS, table.rows)
    print(text, flush=True)
    if is_kept:
        history = (KEPT.read_text(encoding='utf-8').partition(HISTORY)[2] if KEPT.exists() else '') + text
        KEPT.write_text(HEAD + newest(history) + HISTORY + history, encoding='utf-8')
