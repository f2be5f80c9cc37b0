#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sentence of data/knowledge reaches the translators, byte for byte, with a note, and nothing else does."""
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

SOURCE = os.path.abspath(os.path.join(os.path.dirname(__file__), '..', '..'))
KNOWLEDGE = os.path.join(SOURCE, 'data', 'knowledge')
WITHOUT_WORDS = ('sources.xml', 'knowledge.gresource.xml')
FILES = sorted(os.path.join(KNOWLEDGE, name) for name in os.listdir(KNOWLEDGE)
               if name.endswith('.xml') and name not in WITHOUT_WORDS)


def sentences():
    """What a reader sees: every text of an element, and the names of medicines."""
    found = set()
    for file in FILES:
        for element in ElementTree.parse(file).iter():
            if element.text and element.text.strip():
                found.add(element.text)
            if element.tag == 'medicine' and element.get('name'):
                found.add(element.get('name'))
    return found


def extract(rules):
    """The messages that xgettext finds with the rules in that folder, each with its comments."""
    done = subprocess.run(['xgettext', '--from-code=UTF-8', '--output=-', *FILES], check=True, text=True,
                          stdout=subprocess.PIPE, env={**os.environ, 'GETTEXTDATADIRS': rules, 'LC_ALL': 'C.UTF-8'})
    messages = {}
    for block in done.stdout.split('\n\n')[1:]:
        lines = block.splitlines()
        text = ''.join(re.findall(r'"(.*)"', block[block.index('msgid'):block.index('msgstr')]))
        messages[text.replace('\\"', '"')] = [line[3:] for line in lines if line.startswith('#. ')]
    return messages


def main():
    expected, found = sentences(), extract(os.path.join(SOURCE, 'data'))
    results = [
        ('every-sentence', sorted(expected - set(found))),
        ('nothing-else', sorted(set(found) - expected)),
        ('a-note-for-each', sorted(text for text, notes in found.items() if not notes)),
        ('there-are-many', [] if len(expected) > 400 else [f'only {len(expected)} sentences']),
    ]
    print(f'1..{len(results)}')
    for number, (name, problems) in enumerate(results, 1):
        print('ok' if not problems else 'not ok', number, f'/knowledge/extraction/{name}')
        for problem in problems:
            print('#', problem)
    return 1 if any(problems for _, problems in results) else 0


sys.exit(main())
