# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every check needs: results in the Test Anything Protocol, the folders, and tools that must be there."""
import atexit
import os
import pathlib
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get('STN_BUILD_ROOT', SOURCE / '_build')).resolve()
APP_ID = 'io.github.stillnight.Stillnight'

_done = 0
_failed = False


def check(name, problems):
    """One result: passes when there are no problems, else prints them."""
    global _done, _failed
    problems = list(problems)
    _done += 1
    for problem in problems:
        for line in str(problem).splitlines():
            print('#', line)
    print('not ok' if problems else 'ok', _done, name, flush=True)
    _failed = _failed or bool(problems)


def must_find(name, problems, *words):
    """A planted violation: passes when some problem that names all the words was found."""
    hits = [problem for problem in problems if all(word in problem for word in words)]
    check(name, [] if hits else [f'not found: a problem that names {", ".join(words)}. Found: {list(problems)}'])


def tool(name):
    """A missing tool is a failed test, never a skipped one."""
    path = shutil.which(name)
    if path is None:
        sys.exit(f'Bail out! {name} is missing: ./dev test installs it')
    return path


def run(*command, **options):
    return subprocess.run([str(part) for part in command], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          encoding='utf-8', errors='replace', **options)


def said(*command, **options):
    """The problems of a validator: what it says when it does not exit with 0."""
    done = run(tool(command[0]), *command[1:], **options)
    return [] if done.returncode == 0 else [done.stdout.strip() or f'{command[0]} exits with {done.returncode}']


def tracked():
    """The project's own files, relative to its top: what git tracks, or all of them in an unpacked archive."""
    if (SOURCE / '.git').exists() and shutil.which('git'):
        listed = run('git', '-c', f'safe.directory={SOURCE}', '-C', SOURCE, 'ls-files', '-z', '--cached', '--others',
                     '--exclude-standard')
        if listed.returncode == 0:
            return sorted(pathlib.Path(name) for name in listed.stdout.split('\0')
                          if name and (SOURCE / name).is_file())
    hidden = {'.git', '.flatpak-builder'}
    return sorted(path.relative_to(SOURCE) for path in SOURCE.rglob('*')
                  if path.is_file() and not hidden & set(path.parts) and '__pycache__' not in path.parts
                  and BUILD not in path.parents
                  and not path.relative_to(SOURCE).parts[0].startswith(('_build', 'build')))


@atexit.register
def _plan():
    print(f'1..{_done}', flush=True)
    if _failed:
        os._exit(1)
