#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The help: valid pages, no dead link, one for each task, and every label that it quotes is on the screen."""
import pathlib
import re
import tempfile
import xml.etree.ElementTree as ET

from tap import SOURCE, check, must_find, run, tool

PAGES = sorted((SOURCE / 'data/help/C').glob('*.page'))
MALLARD = '{http://projectmallard.org/1.0/}'
TASKS = {'log-night', 'catch-up', 'cramp-now', 'evening-entry', 'findings', 'see-a-doctor', 'trends', 'reminders', 'stretch',
         'backups', 'import-export', 'doctors-page', 'privacy', 'undo', 'keyboard', 'command-line'}
# Written in the template or the source of the window and of the notifications: what a person can see.
ON_SCREEN = re.compile(r'translatable="yes"[^>]*>([^<]+)<|N?C?_\s*\(\s*(?:"[^"]*",\s*)?"((?:[^"\\]|\\.)*)"')


def yelp_check(what, pages):
    done = run(tool('yelp-check'), what, *pages)
    return done.stdout.splitlines() or ([f'exit code {done.returncode}'] if done.returncode else [])


def words(node):
    return ' '.join(''.join(node.itertext()).split())


def labels_on_screen():
    patterns = ('ui/**/*.ui', 'src/app/**/*.c', 'src/core/wording/*.c', 'src/reminder/*.c')
    files = [path for pattern in patterns for path in SOURCE.glob(pattern)]
    found = set()
    for path in files:
        text = re.sub(r'"\s*\n\s*"', '', path.read_text(encoding='utf-8'))
        found |= {(one or other).replace('_', '').replace('&amp;', '&') for one, other in ON_SCREEN.findall(text)}
    return found


def label_problems(pages):
    shown = labels_on_screen()
    return [f'{page.name}: nothing on the screen says "{words(node)}"' for page in pages
            for node in ET.parse(page).getroot().iter(MALLARD + 'gui') if words(node) not in shown]


def main():
    for what in ('validate', 'links', 'orphans', 'media'):
        check(f'/help/{what}', yelp_check(what, PAGES))
    there = {page.stem for page in PAGES} - {'index'}
    check('/help/a-page-a-task', [f'no page {name}' for name in sorted(TASKS - there)])
    problems = []
    for page in PAGES:
        root = ET.parse(page).getroot()
        if root.get('id') != page.stem:
            problems.append(f'{page.name}: its id is {root.get("id")}')
        if not words(root.find(f'{MALLARD}info/{MALLARD}desc')) or not words(root.find(f'{MALLARD}title')):
            problems.append(f'{page.name}: title or description is missing')
        if page.stem in TASKS - {'privacy', 'keyboard', 'command-line'} and root.find(f'.//{MALLARD}steps') is None:
            problems.append(f'{page.name}: a task without steps')
    check('/help/pages', problems)
    check('/help/labels', label_problems(PAGES))
    with tempfile.TemporaryDirectory() as folder:
        planted = pathlib.Path(folder) / 'x.page'
        planted.write_text('<page xmlns="http://projectmallard.org/1.0/" id="x" type="topic"><title>X</title>'
                           '<p><gui>No such button</gui> <link xref="nowhere"/></p><h1/></page>')
        must_find('/help/planted/element', yelp_check('validate', [planted]), 'validity error')
        must_find('/help/planted/link', yelp_check('links', [planted]), 'nowhere')
        must_find('/help/planted/label', label_problems([planted]), 'No such button')


main()
