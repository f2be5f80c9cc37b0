# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line program under strace: what it asks the kernel for, and what it does when the kernel refuses."""
# What those who use this need is loaded here: afterwards Python's own folder may be out of reach (cli_copy).
import ast, hashlib, json, os, pathlib, random, re, shutil, sqlite3, subprocess, sys, tempfile  # noqa: E401

import cli_copy
from cli_copy import FOLDER
from tap import tool

# Everything that changes a file or a folder, and what the state of an open file depends on.
CHANGING = ('openat,open,creat,close,dup,lseek,write,pwrite64,writev,pwritev,ftruncate,truncate,fallocate,fsync,fdatasync,'
            'rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,mkdir,mkdirat,rmdir,copy_file_range,'
            'sendfile,sync_file_range,syncfs')
NAMING = {'openat', 'rename', 'renameat', 'renameat2', 'link', 'unlink', 'mkdir'}
LINE = re.compile(r'^\d+\s+(\w+)\((.*)\)\s+=\s+(-?\d+|\?)')
STRACE = tool('strace')

NOW = '2026-11-22T20:00:00Z'


def environment(folder, now=NOW):
    (folder / 'tmp').mkdir(exist_ok=True)
    return {**cli_copy.ENVIRONMENT, 'STILLNIGHT_NOW': now, 'HOME': str(folder), 'XDG_DATA_HOME': str(folder / 'data'),
            'TMPDIR': str(folder / 'tmp')}


def program_of(words):
    """forget-now is the one thing that only the window offers."""
    return [cli_copy.FORGET_NOW, *words[1:]] if words[0] == 'forget-now' else [cli_copy.CLI, *words]


def run(folder, words, now=NOW, trace=None, options=()):
    """Runs the program in @folder; with @trace under strace with those options."""
    command = program_of(words)
    if trace is not None:
        command = [STRACE, '-f', '-qq', '-o', trace, *options, *command]
    return subprocess.run([str(part) for part in command], env=environment(folder, now), cwd=folder, timeout=300,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8',
                          errors='replace')


def parse(trace):
    """(thread, call, arguments as they stand, result) of each finished call; those that another thread cut in two are joined."""
    begun = {}
    for line in trace.read_text(errors='replace').splitlines():
        thread = line.split(' ', 1)[0]
        if line.endswith('<unfinished ...>'):
            begun[thread] = line[:-len('<unfinished ...>')].rstrip()
            continue
        resumed = re.match(r'^\d+\s+<\.\.\. \w+ resumed>(.*)$', line)
        if resumed:
            line = begun.pop(thread) + resumed.group(1)
        matched = LINE.match(line)
        if matched:
            yield thread, *matched.groups()


def points(folder, words, calls):
    """[(call, which of its kind in its thread)] of each of @calls that reaches a file under @folder."""
    trace = folder.parent / 'trace'
    run(folder, words, trace=trace, options=['-y', '-e', f'trace={calls}'])
    counts, found = {}, []
    for thread, call, arguments, _ in parse(trace):
        counts[thread, call] = counts.get((thread, call), 0) + 1
        point = call, counts[thread, call]
        arguments = re.sub(r'AT_FDCWD<[^>]*>', 'AT_FDCWD', arguments)
        is_relative = call in NAMING and re.search(r'(^|, )"[^/"]', arguments)
        if point not in found and (str(folder) in arguments or is_relative):
            found.append(point)
    return found


def struck(trace):
    """How many calls strace answered instead of the kernel, or killed the program at."""
    return len(re.findall(r'\(INJECTED\)|killed by SIGKILL', trace.read_text(errors='replace')))
