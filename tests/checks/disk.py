# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk of which the power is cut: the calls that a program made, replayed as far as any moment.

What was synced is there. Of what was not, anything may be: of a write each sector of 512 bytes or not, of a folder each name
that was made, changed or removed since the folder itself was synced or not; but a rename is done or not done. That is more than the
usual file systems lose, and what POSIX allows. Disks that lie about a sync are outside of it."""
import ast
import os
import pathlib
import re

import traced

SECTOR = 512


class File:
    """The bytes of one file: what is on the disk, and what only memory knows yet."""

    def __init__(self, content=b''):
        self.durable = bytearray(content)
        self.pending = []  # (offset, bytes), or (size, None) for a truncation
        self.size = len(content)

    def write(self, offset, data):
        self.pending.append((offset, data))
        self.size = max(self.size, offset + len(data))

    def truncate(self, size):
        self.pending.append((size, None))
        self.size = size

    def sync(self):
        for step in self.pending:
            put(self.durable, step, None)
        self.pending.clear()

    def after_cut(self, chance):
        content = bytearray(self.durable)
        for step in self.pending:
            put(content, step, chance)
        return bytes(content)


def put(content, step, chance):
    """One change, as a whole when @chance is None, else each sector of it or not."""
    at, data = step
    if data is None:
        if chance is None or chance.random() < 0.5:
            if at < len(content):
                del content[at:]
            else:
                content.extend(bytes(at - len(content)))
        return
    done = 0
    while done < len(data):
        part = len(data) if chance is None else min(len(data) - done, SECTOR - (at + done) % SECTOR)
        if chance is None or chance.random() < 0.5:
            if len(content) < at + done:
                content.extend(bytes(at + done - len(content)))
            content[at + done:at + done + part] = data[done:done + part]
        done += part


class Disk:
    """The files under one folder. A name stands for a File, or for FOLDER."""
    FOLDER = 'folder'

    def __init__(self, top):
        self.top = str(top)
        self.durable = {}  # name -> what it stands for, on the disk
        for path in sorted(pathlib.Path(top).rglob('*')):
            self.durable[str(path)] = Disk.FOLDER if path.is_dir() else File(path.read_bytes())
        self.now = dict(self.durable)
        self.pending = []  # ('bind', name, what), ('drop', name, what), ('move', name, name, what)

    def has(self, name):
        return name.startswith(self.top + '/')

    def bind(self, name, what):
        self.now[name] = what
        self.pending.append(('bind', name, what))

    def drop(self, name):
        self.pending.append(('drop', name, self.now.pop(name)))

    def move(self, name, other):
        what = self.now.pop(name)
        self.now[other] = what
        self.pending.append(('move', name, other, what))

    def sync_folder(self, folder):
        """The names in it, not what they stand for."""
        kept = []
        for step in self.pending:
            if os.path.dirname(step[1]) == folder:
                settle(self.durable, step)
            else:
                kept.append(step)
        self.pending = kept

    def after_cut(self, chance):
        """{name: bytes, or FOLDER} of what is there when the power is back."""
        names = dict(self.durable)
        for step in self.pending:
            if chance.random() < 0.5:
                settle(names, step)
        there = {name: what if what is Disk.FOLDER else what.after_cut(chance) for name, what in names.items()}
        return {name: what for name, what in there.items() if all(
            there.get(str(parent)) is Disk.FOLDER for parent in pathlib.Path(name).parents if self.has(str(parent)))}


def settle(names, step):
    if step[0] == 'bind':
        names[step[1]] = step[2]
    elif step[0] == 'drop':
        if names.get(step[1]) is step[2]:
            del names[step[1]]
    else:
        if names.get(step[1]) is step[3]:
            del names[step[1]]
        names[step[2]] = step[3]


def text_of(argument):
    return os.fsdecode(ast.literal_eval('b' + argument.rstrip('.')))


class Recording:
    """The calls of one run that reach the files under @folder, each as a function of a Disk."""
    KNOWN = {'openat', 'open', 'creat', 'close', 'dup', 'lseek', 'write', 'pwrite64', 'ftruncate', 'fsync', 'fdatasync', 'rename',
             'renameat', 'renameat2', 'link', 'linkat', 'unlink', 'unlinkat', 'mkdir', 'mkdirat', 'rmdir', 'sync_file_range'}

    def __init__(self, folder, trace):
        self.folder = str(folder)
        self.steps = []
        self.said = None  # how many steps came before the program's first word, or its silent end
        self._open = {}  # descriptor -> [name, offset]
        for _, call, words, result in traced.parse(trace):
            if result != '?' and int(result) >= 0:
                self._take(call, words, int(result))
        if self.said is None:
            self.said = len(self.steps)

    def _path(self, argument):
        return os.path.normpath(os.path.join(self.folder, text_of(argument)))

    def _take(self, call, words, result):
        if call in ('openat', 'open', 'creat'):
            self._take_open(call, words, result)
        elif call == 'dup':
            if int(words) in self._open:
                self._open[result] = self._open[int(words)]
        elif call in ('close', 'lseek', 'write', 'pwrite64', 'ftruncate', 'fsync', 'fdatasync'):
            self._take_descriptor(call, words, result)
        elif call in Recording.KNOWN:
            self._take_names(call, [self._path(word) for word in re.findall(r'"(?:[^"\\]|\\.)*"', words)], words)
        elif self.folder in words:
            raise RuntimeError(f'this disk does not know {call}')

    def _take_open(self, call, words, result):
        name = self._path(re.search(r'"(?:[^"\\]|\\.)*"', words).group())
        if not name.startswith(self.folder):
            return
        self._open[result] = [name, 0]
        if 'O_DIRECTORY' not in words and ('O_CREAT' in words or call == 'creat'):
            self.steps.append(lambda disk: disk.bind(name, File()) if name not in disk.now else None)
        if 'O_TRUNC' in words or call == 'creat':
            self.steps.append(lambda disk: disk.now[name].truncate(0))

    def _take_descriptor(self, call, words, result):
        number = int(words.split(',', 1)[0])
        if number == 1 and call == 'write' and number not in self._open and self.said is None:
            self.said = len(self.steps)
        if number not in self._open:
            return
        state = self._open[number]
        name = state[0]
        if call == 'close':
            del self._open[number]
        elif call == 'lseek':
            state[1] = result
        elif call == 'ftruncate':
            size = int(words.split(',')[1])
            self._act(name, lambda file: file.truncate(size))
        elif call in ('fsync', 'fdatasync'):
            self.steps.append(Sync(name))
        else:
            data = ast.literal_eval('b' + re.search(r'"(?:[^"\\]|\\.)*"', words).group())[:result]
            at = int(words.rsplit(',', 1)[1]) if call == 'pwrite64' else state[1]
            state[1] += result if call == 'write' else 0
            self._act(name, lambda file: file.write(at, data))

    def _act(self, name, change):
        """On the file that has the name by then: one that is renamed while it is open is written no more here."""
        self.steps.append(lambda disk: change(disk.now[name]) if name in disk.now else None)

    def _take_names(self, call, names, words):
        if not all(name.startswith(self.folder) for name in names):
            return
        if call.startswith('rename'):
            self.steps.append(lambda disk: disk.move(names[0], names[1]))
        elif call.startswith('link'):
            self.steps.append(lambda disk: disk.bind(names[1], disk.now[names[0]]))
        elif call.startswith('mkdir'):
            self.steps.append(lambda disk: disk.bind(names[0], Disk.FOLDER))
        elif call.startswith('unlink') or call == 'rmdir':
            self.steps.append(lambda disk: disk.drop(names[0]))


class Sync:
    """A step of its own, so that a control can leave it out."""

    def __init__(self, name):
        self.name = name

    def __call__(self, disk):
        what = disk.now.get(self.name)
        if isinstance(what, File):
            what.sync()
        else:
            disk.sync_folder(self.name)


def write(image, top, folder):
    """Writes what was under @top into the empty @folder."""
    for name in sorted(image):
        path = folder / os.path.relpath(name, top)
        if image[name] is Disk.FOLDER:
            path.mkdir(mode=0o700)
        else:
            path.write_bytes(image[name])
            path.chmod(0o600)
