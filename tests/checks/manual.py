#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual pages: well formed, of this release, and complete. What stands in that of stillnight-cli about each verb and
option is held against the program by tests/cli/test-cli-help.py."""
import os
import pathlib
import re
import tempfile

from tap import BUILD, SOURCE, check, must_find, run, tool

PAGES = [SOURCE / 'data' / name for name in ('stillnight.1', 'stillnight-cli.1', 'stillnight-reminder.1')]
WINDOW = BUILD / 'src/app/stillnight'
# Without a screen and in a home that does not exist: what is asked here opens neither.
NOWHERE = {**{name: value for name, value in os.environ.items() if name not in ('DISPLAY', 'WAYLAND_DISPLAY')},
           'HOME': '/nonexistent', 'XDG_DATA_HOME': '/nonexistent'}


def lint(path):
    return run(tool('mandoc'), '-T', 'lint', '-W', 'warning', path).stdout.splitlines()


def plain(path):
    """The words of a manual page without its commands."""
    return re.sub(r'\\f[A-Z]|\\', '', path.read_text(encoding='utf-8'))


def check_pages():
    released = re.search(r'^## \S+ - (\S+)', (SOURCE / 'NEWS.md').read_text(encoding='utf-8'), re.M).group(1)
    for page in PAGES:
        check(f'/manual/{page.name}/well-formed', lint(page))
        head = re.search(r'^\.TH \S+ 1 "([^"]*)"', page.read_text(encoding='utf-8'), re.M)
        check(f'/manual/{page.name}/of-this-release', [] if head and head.group(1) == released else
              [f'its date is {head and head.group(1)}, the newest of NEWS.md {released}'])
        sections = re.findall(r'^\.SH "?([A-Z ]+)', page.read_text(encoding='utf-8'), re.M)
        check(f'/manual/{page.name}/sections', [f'no section {name}' for name in
              ('NAME', 'SYNOPSIS', 'DESCRIPTION', 'OPTIONS', 'EXIT STATUS', 'FILES', 'SEE ALSO') if name not in sections])
    with tempfile.TemporaryDirectory() as folder:
        planted = pathlib.Path(folder) / 'x.1'
        planted.write_text('.TH X 1\n.SH NAME\n.NOSUCH\n')
        must_find('/manual/planted/macro', lint(planted), 'NOSUCH')


def missing(names, words):
    return [f'{name} is missing' for name in names if not re.search(rf'(?<![\w-]){name}(?![\w-])', words)]


def check_window():
    """The options of the window and what it says when it ends."""
    words = plain(PAGES[0])
    help_text = run(WINDOW, '--help', env=NOWHERE).stdout
    options = re.findall(r'(--[a-z-]+)', help_text.split('Application Options:')[1])
    problems = [] if len(options) > 3 else [f'only {options} found in the help']
    check('/manual/stillnight.1/options', problems + missing(options, words))
    must_find('/manual/planted/option', missing([*options, '--no-such-option'], words), 'no-such-option')
    pages = re.findall(r'[\w-]+', re.search(r'--page=PAGE +Start on a page: (.*)', help_text).group(1).replace(' or ', ' '))
    check('/manual/stillnight.1/pages', ['no page found in the help'] * (not pages) + missing(pages, words))
    codes = {0: ['--version'], 1: ['--no-such-option'], 2: ['--page', 'no-such-page']}
    check('/manual/stillnight.1/exit-codes', [f'{command} ends with {found}, not {code}' for code, command in codes.items()
          if (found := run(WINDOW, *command, env=NOWHERE).returncode) != code])


check_pages()
check_window()
