#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""dist.py [TEST-OPTION...]: the archive of a release is all that is needed: built and tested from it, in a folder elsewhere, without
the repository and without a network. TEST-OPTIONs are those of meson test: not the slow ones unless told."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from tap import BUILD, SOURCE, check, must_find, run, tool

LAST_LINES = 200
# Of what meson and ninja say: a step done, a test passed.
WENT_WELL = re.compile(r' *(\[\d+/\d+\]|\d+/\d+ .* OK )')


def alone(folder, *command):
    """Runs in a network of its own, with no way out."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(('STN_', 'G_TEST', 'MESON'))}
    rights = [] if os.geteuid() == 0 else ['--map-root-user']
    return subprocess.run([tool('unshare'), *rights, '--net', *command], cwd=folder, env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors='replace')


def failed(done):
    """What is said of that which failed: the folder, and its log with it, is gone afterwards."""
    return [line for line in done.stdout.splitlines() if not WENT_WELL.match(line)][-LAST_LINES:] if done.returncode else []


def main():
    options = sys.argv[1:] or ['--no-suite', 'slow']
    version = re.search(r"version: '([^']+)'", (SOURCE / 'meson.build').read_text()).group(1)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        made = run(tool('meson'), 'dist', '-C', BUILD, '--no-tests', '--formats', 'gztar', '--allow-dirty')
        check('/dist/made', failed(made))
        unpacked = run(tool('tar'), '-xzf', BUILD / f'meson-dist/stillnight-{version}.tar.gz', '-C', folder)
        check('/dist/unpacked', failed(unpacked))
        tree = folder / f'stillnight-{version}'
        check('/dist/no-repository', ['.git is in it'] * (tree / '.git').exists())
        check('/dist/alone', [line for line in alone(folder, 'cat', '/proc/net/dev').stdout.splitlines()[2:] if 'lo:' not in line])
        for step, command in {'set-up': ('meson', 'setup', 'built'), 'built': ('meson', 'compile', '-C', 'built'),
                              'tested': ('meson', 'test', '-C', 'built', '--no-rebuild', '--print-errorlogs', '--timeout-multiplier', '6',
                                   *options)}.items():
            check(f'/dist/{step}', failed(alone(tree, *command)))
        (tree / 'src/core/base/stn-date.h').unlink()
        must_find('/dist/planted/missing-file', failed(alone(tree, 'meson', 'compile', '-C', 'built')), 'stn-date.h')


main()
