#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The help: valid pages, no dead link, one for each task, and every label that it quotes is on the screen; the same in each
language, whose labels are those of the window in it."""
import collections
import pathlib
import re
import tempfile
import xml.etree.ElementTree as ET

from messages import languages, listed_files, read_po, translations
from tap import BUILD, SOURCE, check, must_find, run, tool

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


GUI = re.compile(r'<gui>(.*?)</gui>')


def plain(label):
    return label.replace('_', '')


def labels_in(table):
    """What each label of the screen may be in another language: {English: {translations}}."""
    found = collections.defaultdict(set)
    for (_, text), entry in table.items():
        found[plain(text)].add(plain(entry.get('msgstr', entry.get('msgstr[0]'))))
    return found


def translated_label_problems(entries, shown):
    """Each label that a translated text quotes is one that the English text quotes, as the window has it."""
    for entry in entries:
        said = collections.Counter(' '.join(label.split()) for label in GUI.findall(entry['msgstr']))
        for label in GUI.findall(entry['msgid']):
            fitting = [text for text in shown.get(label, ()) if said[text] > 0]
            if not fitting:
                yield f'"{label}" is {sorted(shown.get(label, ()))} on the screen, not in: {entry["msgstr"]}'
            else:
                said[fitting[0]] -= 1
        for label in +said:
            yield f'nothing on the screen says "{label}": {entry["msgstr"]}'


def extracted(folder):
    pot = pathlib.Path(folder) / 'help.pot'
    run(tool('itstool'), '-o', pot, *PAGES, PAGES[0].parent / 'legal.xml')
    return {entry['msgid'] for entry in read_po(pot.read_text(encoding='utf-8'))} - {'translator-credits'}


def complete_problems(asked, entries):
    said = {entry['msgid'] for entry in entries if entry['msgstr'] and 'fuzzy' not in entry['flags'] and not entry['obsolete']}
    return [f'not translated: {text}' for text in sorted(asked - said)] + \
        [f'not in the English pages: {text}' for text in sorted(said - asked - {'translator-credits'})]


def check_language(language, asked):
    po = SOURCE / f'data/help/{language}/{language}.po'
    entries = list(read_po(po.read_text(encoding='utf-8')))
    check(f'/help/{language}/complete', complete_problems(asked, entries))
    check(f'/help/{language}/labels', list(translated_label_problems(entries, labels_in(translations(language)))))
    pages = [BUILD / f'data/help/{language}/{page.name}' for page in PAGES]
    for what in ('validate', 'links', 'orphans'):
        check(f'/help/{language}/{what}', yelp_check(what, pages))


def check_planted_translation(asked):
    shown = {'Undo': {'Rückgängig'}}
    for name, said in [('label', 'Wählen Sie <gui>Zurücknehmen</gui>.'), ('lost-label', 'Nehmen Sie es zurück.')]:
        entry = {'msgid': 'Choose <gui>Undo</gui>.', 'msgstr': said}
        must_find(f'/help/planted/translated-{name}', list(translated_label_problems([entry], shown)), 'Undo')
    must_find('/help/planted/untranslated', complete_problems(asked, []), 'not translated')


def main():
    here = listed_files((SOURCE / 'data/help/LINGUAS').read_text(encoding='utf-8'))
    check('/help/languages', [] if here == languages() else [f'the help is in {here}, the program in {languages()}'])
    with tempfile.TemporaryDirectory() as folder:
        asked = extracted(folder)
    for language in here:
        check_language(language, asked)
    check_planted_translation(asked)
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
