# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does, each from a folder that is always the same, and what the folder may look like afterwards."""
import json
import pathlib
import re
import shutil
import sqlite3
import tempfile

import traced
from cli_copy import SOURCE

DIARY = 'data/diary.db'
DAY_BEFORE = '2026-11-21T20:00:00Z'
OWN = {'rev', 'created', 'updated'}  # what a second run writes otherwise, and what refers to a row
UID = re.compile(r'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}')


def do(folder, *words, now=DAY_BEFORE):
    done = traced.run(folder, [*words, '--diary', DIARY], now)
    if done.returncode != 0:
        raise RuntimeError(f'{words}: {done.stderr}')


def nothing(folder):
    pass


def nights(folder):
    do(folder, 'log', '--date', '2026-11-18', '--cramps', '2', '--severity', '6', '--factor', 'stretch=yes', '--note', 'first')
    do(folder, 'log', '--date', '2026-11-19', '--no-cramps')


def some_nights(folder):
    nights(folder)
    do(folder, 'medicines', 'add', 'Ramipril', '--start', '2026-11-01')


def backed_up(folder):
    """The backup of the day is there already: what is done next is not about it."""
    some_nights(folder)
    do(folder, 'backup', now=traced.NOW)


def undone(folder):
    backed_up(folder)
    do(folder, 'undo')


def with_table(folder):
    backed_up(folder)
    rows = [f'2026-10-{day:02},{day % 3},{"" if day % 3 == 0 else day % 11},{day * 50},{day % 2}' for day in range(1, 31)]
    (folder / 'in.csv').write_text('date,cramps,severity,fluids,stretch\n' + '\n'.join(rows) + '\n')


def with_other(folder):
    """other.db and other.json: the diary of another computer that went on from a copy of this one."""
    backed_up(folder)
    shutil.copy(folder / DIARY, folder / 'other.db')
    for words in (['log', '--date', '2026-11-17', '--cramps', '1'], ['log', '--date', '2026-11-18', '--note', 'second'],
                  ['export', '--json', 'other.json']):
        done = traced.run(folder, [*words, '--diary', 'other.db'], DAY_BEFORE)
        assert done.returncode == 0, done.stderr
    shutil.rmtree(folder / 'other.db.backups', ignore_errors=True)
    do(folder, 'log', '--date', '2026-11-20', '--cramps', '3')


def only_other(folder):
    with_other(folder)
    shutil.rmtree(folder / 'data')


def damaged(folder):
    with_other(folder)
    path = folder / DIARY
    content = bytearray(path.read_bytes())
    content[4096 * 3:4096 * 4] = b'\xff' * 4096
    path.write_bytes(content)


def with_targets(folder):
    backed_up(folder)
    for name in ('out.csv', 'out.json', 'out.pdf', 'out.txt'):
        (folder / name).write_text('what was there before')
    shutil.copy(folder / DIARY, folder / 'copy.db')
    (folder / 'stick').mkdir()
    do(folder, 'log', '--date', '2026-11-20', '--cramps', '1')


def running(folder):
    backed_up(folder)
    do(folder, 'cramp', now='2026-11-22T19:50:00Z')


def of_schema(version):
    def prepare(folder):
        """The same nights in a file that an older program made."""
        nights(folder)
        shutil.rmtree(folder / (DIARY + '.backups'), ignore_errors=True)
        newer, older = sqlite3.connect(folder / DIARY), sqlite3.connect(folder / 'older.db')
        for step in range(version):
            older.executescript((SOURCE / f'src/core/store/stn-schema-{step + 1}.sql').read_text())
        older.execute('PRAGMA application_id = 0x53744e74')
        older.execute(f'PRAGMA user_version = {version}')
        tables = older.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'").fetchall()
        for table, in tables:
            names = ', '.join(f'"{row[1]}"' for row in older.execute(f'PRAGMA table_info ("{table}")'))
            rows = newer.execute(f'SELECT {names} FROM "{table}"').fetchall()
            older.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * (names.count(",") + 1))})', rows)
        older.commit()
        older.close()
        newer.close()
        (folder / 'older.db').replace(folder / DIARY)
    return prepare


# What a file system cannot do, as strace says it: there a file has one name.
WITHOUT = {'set-aside-one-name': ['-e', 'inject=link,linkat:error=EPERM']}
LOG = ['log', '--date', '2026-11-21', '--cramps', '2', '--severity', '7', '--duration', '3min', '--side', 'left',
       '--factor', 'fluids=1500', '--note', 'new']
# name: what was there before, and what is done. What is made beside the diary, and may be there as it was or complete.
WORKLOADS = {
    'first-run': (nothing, LOG, ()),
    'log': (backed_up, LOG, ()),
    'log-next-day': (some_nights, LOG, ()),
    'edit': (backed_up, ['log', '--date', '2026-11-18', '--cramps', '3', '--severity', '9', '--note', 'changed'], ()),
    'delete': (backed_up, ['delete', '2026-11-18', '2026-11-19'], ()),
    'undo': (backed_up, ['undo'], ()),
    'redo': (undone, ['redo'], ()),
    'import': (with_table, ['import', 'in.csv'], ()),
    'import-json': (with_other, ['import', 'other.json'], ()),
    'merge': (with_other, ['merge', 'other.db'], ()),
    'restore': (with_other, ['restore', 'other.db'], ()),
    'restore-new': (only_other, ['restore', 'other.db'], ()),
    'set-aside': (damaged, ['restore', '--set-aside', 'other.db'], ()),
    'set-aside-one-name': (damaged, ['restore', '--set-aside', 'other.db'], ()),
    'recover': (damaged, ['recover', DIARY, 'out.db'], ('out.db',)),
    'backup': (some_nights, ['backup'], ()),
    'backup-file': (with_targets, ['backup', '--replace', 'copy.db'], ('copy.db',)),
    'second-copy': (with_targets, ['backup', '--to', 'stick', '--remember'], ('stick/stillnight-diary.db',)),
    'export-csv': (with_targets, ['export', '--replace', 'out.csv'], ('out.csv',)),
    'export-json': (with_targets, ['export', '--json', '--replace', 'out.json'], ('out.json',)),
    'for-merge': (with_targets, ['export', '--for-merge', '--replace', 'copy.db'], ('copy.db',)),
    'report': (with_targets, ['report', '--pdf', 'out.pdf', '--replace'], ('out.pdf',)),
    'settings': (backed_up, ['settings', 'day-change=11:00'], ()),
    'medicines': (backed_up, ['medicines', 'dose', 'Ramipril', '5 mg'], ()),
    'cramp': (backed_up, ['cramp'], ()),
    'cramp-end': (running, ['cramp', '--end'], ()),
    'forget': (backed_up, ['forget-now', DIARY], ()),
    'migrate-1': (of_schema(1), LOG, ()),
    'migrate-2': (of_schema(2), LOG, ()),
    'sample': (nothing, ['sample', '--nights', '7'], ()),
}


def plain(text):
    """An export without what no two runs share."""
    rows = [{name: value for name, value in row.items() if name not in OWN} for row in json.loads(UID.sub('', text))['rows']]
    return json.dumps(sorted(rows, key=json.dumps))


class Workload:
    """One of them. @folder: as it is before."""

    def __init__(self, name):
        self.name = name
        prepare, words, self.outputs = WORKLOADS[name]
        self.words = words if words[0] in ('forget-now', 'recover') else [*words, '--diary', DIARY]
        self.home = pathlib.Path(tempfile.mkdtemp(prefix=f'{name}-', dir=traced.FOLDER))
        self.folder = self.home / 'before'
        self.folder.mkdir(mode=0o700)
        prepare(self.folder)
        (self.folder / 'tmp').mkdir(exist_ok=True)
        self.is_damaged = prepare is damaged
        self.without = WITHOUT.get(name, [])
        self.bytes_before = (self.folder / DIARY).read_bytes() if (self.folder / DIARY).exists() else None
        self.old = self.state(self.fresh())
        there = self.fresh()
        done = traced.run(there, self.words)
        if done.returncode != 0 or done.stderr:
            raise RuntimeError(f'{name}: {done.stderr}')
        self.new = self.state(there)
        self.made = {output: self.content(there / output) for output in self.outputs}
        self.were = {output: self.content(self.folder / output) for output in self.outputs}

    def fresh(self, name='now'):
        """A copy of the folder, in the same place each time, so that messages and calls are the same."""
        return self.fresh_of(self.folder, name)

    def fresh_empty(self, name):
        there = self.home / name
        if there.exists():
            shutil.rmtree(there)
        there.mkdir(mode=0o700)
        return there

    def fresh_of(self, folder, name='now'):
        """A copy of another folder, there."""
        there = self.home / name
        if there.exists():
            shutil.rmtree(there)
        shutil.copytree(folder, there, symlinks=True)
        return there

    def content(self, path):
        """What a made file says; a copy of a diary is read as one."""
        if not path.exists():
            return None
        if path.suffix == '.db':
            return self.diary_says(path.parent, path.name)
        if path.suffix == '.json':
            try:
                return plain(path.read_text())
            except ValueError:  # not an export, or half of one
                return path.read_bytes()
        if path.suffix == '.pdf':
            pages = path.read_bytes()
            return 'a whole PDF' if pages.startswith(b'%PDF') and pages.endswith(b'%%EOF\n') else pages
        return path.read_bytes()

    def diary_says(self, folder, diary):
        """What the diary says, or why it cannot be read."""
        if not (folder / diary).exists():
            return None
        done = traced.run(folder, ['export', '--json', '--diary', diary])
        if done.returncode != 0:
            return f'unreadable: {done.stderr}'
        sound = traced.run(folder, ['verify', diary])
        return plain(done.stdout) if sound.returncode == 0 else f'unsound: {sound.stderr}'

    def state(self, folder):
        return self.diary_says(folder, DIARY)

    def backups(self, folder):
        """Those that carry the name of a finished one: each must be whole, and none empty."""
        names = [path for path in (folder / 'data').glob('*.backups*/*.db')] + list((folder / 'data').glob('*.bak'))
        return [f'{path.name}: {said}' for path in names
                if (said := self.diary_says(path.parent, path.name)) is None or said.startswith('un')]

    def leftovers(self, folder):
        """Half-made files."""
        return [str(path.relative_to(folder)) for path in folder.rglob('*')
                if re.search(r'\.[A-Za-z0-9]{6}(-journal)?$', path.name) and path.is_file()]

    def is_old(self, said):
        """A damaged diary is refused as before, in the words of the day; where there was none, an empty one is as good."""
        return (said == self.old or (self.is_damaged and said is not None and said.startswith('un')) or
                (self.old is None and said == '[]'))

    def problems(self, folder, must_be_new=False):
        """What is lost or half done."""
        said = self.state(folder)
        found = []
        if self.is_damaged and not any(path.read_bytes() == self.bytes_before for path in (folder / 'data').glob('diary.db*')
                                       if path.is_file()):
            found.append('the bytes of the damaged diary are not kept')
        if said != self.new and (must_be_new or not self.is_old(said)):
            found.append(f'the diary says neither what it said nor what was entered: {str(said)[:300]}'
                         if not self.is_old(said) else 'what was said to be saved is lost')
        for output in self.outputs:
            content = self.content(folder / output)
            whole = {self.made[output], self.old if output.endswith('.db') else None}  # a copy may be older than the last setting
            if content not in whole and (must_be_new or content != self.were[output]):
                found.append(f'{output} is neither what it was nor complete: {str(content)[:300]}')
        return found + self.backups(folder)
