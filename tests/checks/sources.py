#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules that every file keeps: licence lines, no names of somebody's machine, no unsafe calls, no words of a drawer."""
import fnmatch
import pathlib
import re

from tap import SOURCE, check, must_find, tracked

TOP = {'.ci', '.clang-format', '.editorconfig', '.github', '.gitignore', '.reuse', 'CONTRIBUTING.md', 'COPYING', 'LICENSES', 'NEWS.md',
       'README.md',
       'data', 'dev', 'flatpak', 'meson.build', 'meson_options.txt', 'po', 'src', 'tests', 'ui'}
# Folders of one machine. Written in pieces, so that this file does not find itself.
MACHINE = re.compile('/' + r'(work|root|home/\w+|Users/\w+|tmp/b-\w+|mnt|srv)/[\w.]')
DRAWERS = re.compile(r'(^|[-_/])(utils?|misc|helpers?|manager|handler|common)([-_.]|$)')
# Calls with which a buffer overflows or a format comes from outside, and the ones to use instead (as git's banned.h).
UNSAFE = re.compile(r'\b(strcpy|strcat|sprintf|vsprintf|gets|strncpy|strncat|strtok|tmpnam|mktemp|system|popen|alloca'
                    r'|g_alloca|setuid|asctime|ctime|gmtime|localtime)\s*\(')


def read(path):
    try:
        return (SOURCE / path).read_text(encoding='utf-8')
    except UnicodeDecodeError:
        return None


def spoken_for():
    """Patterns of .reuse/dep5, for files that cannot carry a comment: a regular expression for each, and its licence."""
    patterns = []
    for part in (SOURCE / '.reuse/dep5').read_text(encoding='utf-8').split('\n\n')[1:]:
        fields = dict(re.findall(r'^(\w+): ((?:.*\n?)(?: .*\n?)*)', part, re.M))
        patterns += [(re.compile(fnmatch.translate(pattern)), fields['License'].strip()) for pattern in fields['Files'].split()]
    return patterns


def licence_problems(path, content):
    """As the REUSE specification asks for: each file says its licence, or .reuse/dep5 does, and LICENSES has its words."""
    if not content or path.parts[0] in ('LICENSES', '.reuse'):
        return []
    head = '\n'.join(content.splitlines()[:8])
    # Written in pieces, so that no tool takes this line for a licence.
    said = re.search(r'SPDX-License-' r'Identifier: ([\w.-]+)', head) if 'Copyright ' in head else None
    licences = {said.group(1)} if said else {licence for pattern, licence in SPOKEN_FOR if pattern.match(str(path))}
    if not licences:
        return [f'{path}: no licence and copyright line']
    return [f'{path}: LICENSES/{licence}.txt is missing' for licence in licences if not (SOURCE / f'LICENSES/{licence}.txt').exists()]


def machine_problems(path, content):
    if content is None or path.name == 'COPYING' or path.parts[0] == 'LICENSES':
        return []
    return [f'{path}:{number}: a folder of one machine: {match.group()}'
            for number, line in enumerate(content.splitlines(), 1) for match in MACHINE.finditer(line)]


def unsafe_problems(path, content):
    if path.suffix not in ('.c', '.h'):
        return []
    code = re.sub(r'/\*.*?\*/|"(\\.|[^"\\])*"', lambda match: re.sub(r'[^\n]', ' ', match.group()), content, flags=re.S)
    return [f'{path}:{number}: {match.group(1)} is not used here'
            for number, line in enumerate(code.splitlines(), 1) for match in UNSAFE.finditer(line)]


def name_problems(path):
    return [f'{path}: name the concept'] if DRAWERS.search(str(path)) and path.parts[0] in ('src', 'ui', 'tests') else []


def place_problems(path):
    return [f'{path}: what lies in the uppermost folder is in TOP'] if path.parts[0] not in TOP else []


def style_problems(path, content):
    if content is None or path.suffix in ('.csv', '.po'):
        return []
    problems = []
    if '\r' in content:
        problems.append(f'{path}: line ends of another system')
    if content and not content.endswith('\n'):
        problems.append(f'{path}: no line end at the end')
    problems += [f'{path}:{number}: blanks at the end of the line, or a tab'
                 for number, line in enumerate(content.splitlines(), 1)
                 if path.suffix in ('.c', '.h', '.py', '.ui', '.build') and (line != line.rstrip() or '\t' in line)]
    return problems


SPOKEN_FOR = spoken_for()


def main():
    files = [(path, read(path)) for path in tracked() if path.parts[:2] != ('tests', 'fixtures')]
    rules = {
        'licence-lines': licence_problems,
        'no-folders-of-one-machine': machine_problems,
        'no-unsafe-calls': unsafe_problems,
        'names-say-what': lambda path, content: name_problems(path),
        'uppermost-folder': lambda path, content: place_problems(path),
        'text-style': style_problems,
    }
    for name, rule in rules.items():
        check(f'/sources/{name}', [problem for path, content in files for problem in rule(path, content)])

    path = pathlib.PurePath('src/core/base/stn-utils.c')
    code = 'void x (char *a)\n{\n  strcpy (a, "' + '/home' + '/jo/x"); \n}'
    must_find('/sources/planted/licence', licence_problems(path, code), 'no licence')
    must_find('/sources/planted/licence-without-words',
              licence_problems(path, '/* Copyright x\n * SPDX-License-' 'Identifier: MIT */'), 'MIT.txt is missing')
    must_find('/sources/planted/folder', machine_problems(path, code), 'one machine')
    must_find('/sources/planted/unsafe-call', unsafe_problems(path, code), 'strcpy')
    must_find('/sources/planted/name', name_problems(path), 'concept')
    must_find('/sources/planted/place', place_problems(pathlib.PurePath('nights.csv')), 'uppermost')
    must_find('/sources/planted/style', style_problems(path, code), 'end of the line')


main()
