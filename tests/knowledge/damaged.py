#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program knows is damaged after it was built: each command says so with file and line, the diary opens and is
written, and nothing ends by a signal. Every file of data/knowledge is broken in turn, those that others build on in every way."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

BUILD = pathlib.Path(os.environ['STN_BUILD_ROOT'])
KNOWLEDGE = pathlib.Path(__file__).resolve().parents[2] / 'data' / 'knowledge'
PREFIX = '/io/github/stillnight/Stillnight/knowledge'
BROKEN = {'empty': '', 'not-markup': '<xml>\n<what is this', 'unknown-element': '<!-- -->\n\n<nothing/>\n'}
BUILT_ON = ('sources.xml', 'triggers.xml')
# None may end by a signal, whatever is damaged.
READING = [['list', '--json'], ['show'], ['triggers'], ['factors'], ['suspects'], ['medicines'], ['conditions'], ['visits'],
           ['guide'], ['guide', '--search', 'magnesium'], ['analyze', '--json'], ['verify', '{diary}'], ['undo'], ['list']]


def files():
    return sorted(path.name for path in KNOWLEDGE.glob('*.xml') if path.name != 'knowledge.gresource.xml')


def run(folder, overlay, *words):
    environment = {**os.environ, 'HOME': str(folder), 'XDG_DATA_HOME': str(folder / 'data')}
    if overlay:
        environment['G_RESOURCE_OVERLAYS'] = f'{PREFIX}={overlay}'
    return subprocess.run([BUILD / 'src/cli/stillnight-cli', *words], env=environment, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)


def problems_with(name, text):
    """What goes wrong for somebody whose file of that name holds that text."""
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        overlay = folder / 'overlay'
        overlay.mkdir()
        (overlay / name).write_text(text)
        log = run(folder, overlay, 'log', '--date', '2026-11-20', '--cramps', '2', '--severity', '6', '--relief', 'stretch')
        if log.returncode != 0:
            problems.append(f'{name}: log ends with {log.returncode}: {log.stderr}')
        if f'{name}:' not in log.stderr or 'damaged' not in log.stderr or 'Your diary is whole' not in log.stderr:
            problems.append(f'{name}: log does not say what is damaged: {log.stderr}')
        nights = json.loads(run(folder, overlay, 'list', '--json').stdout)
        if [len(night['episodes']) for night in nights] != [2]:
            problems.append(f'{name}: the cramps were not written')
        for words in READING:
            words = [str(folder / 'data/stillnight/diary.db') if word == '{diary}' else word for word in words]
            done = run(folder, overlay, *words)
            if done.returncode not in (0, 1):
                problems.append(f'{name}: {" ".join(words)} ends with {done.returncode}: {done.stderr}')
            if done.stderr.count('damaged') != 1:
                problems.append(f'{name}: {" ".join(words)} does not say once what is damaged: {done.stderr}')
        sample = run(folder, overlay, 'sample', '--nights', '7', '--diary', str(folder / 'sample.db'))
        if sample.returncode not in (0, 1):
            problems.append(f'{name}: sample ends with {sample.returncode}')
    return problems


def sound_problems():
    with tempfile.TemporaryDirectory() as folder:
        done = run(pathlib.Path(folder), None, 'guide')
    return [] if done.returncode == 0 and done.stderr == '' else [f'a sound program says: {done.stderr}']


def main():
    results = [('sound', sound_problems())]
    for what, text in BROKEN.items():
        results += [(f'{what}/{name}', problems_with(name, text)) for name in files()
                    if what == 'not-markup' or name in BUILT_ON]
    print(f'1..{len(results)}')
    for number, (name, problems) in enumerate(results, 1):
        print('ok' if not problems else 'not ok', number, f'/knowledge/damaged/{name}')
        for problem in problems:
            print('#', problem.replace('\n', '\n# '))
    return 1 if any(problems for _, problems in results) else 0


sys.exit(main())
