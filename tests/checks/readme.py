#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""README.md keeps its promises: short, its links lead somewhere, and the commands under "Try it" work as they stand."""
import os
import pathlib
import re
import tempfile

from tap import BUILD, SOURCE, check, must_find, run

README = (SOURCE / 'README.md').read_text(encoding='utf-8')


def section(title, text):
    match = re.search(rf'^## {title}\n(.*?)(?=^## |\Z)', text, re.M | re.S)
    return match.group(1) if match else ''


def commands(text):
    return '\n'.join(re.findall(r'^```(?:sh)?\n(.*?)^```', text, re.M | re.S))


def link_problems(name, text):
    folder = (SOURCE / name).parent
    return [f'{name}: {link} leads nowhere' for link in re.findall(r'\]\(([^)#\s]+)', text)
            if not re.match(r'[a-z]+:', link) and not (folder / link).exists()]


def names_of_tests():
    """Patterns for the lines that tests print: their literals in the sources, with anything in place of a variable."""
    texts = [path.read_text(encoding='utf-8') for pattern in ('*/*.c', '*/*.py') for path in (SOURCE / 'tests').glob(pattern)]
    literals = {part for text in texts for part in re.findall(r"""["'](/[a-z][\w-]*/[^"'\s\\]*)["']""", text)}
    return [re.compile('.+'.join(re.escape(part) for part in re.split(r'\{[^}]*\}', literal))
                       + ('.+' if literal.endswith('/') else '')) for literal in literals]


def test_table_problems(text, known):
    quoted = re.findall(r'`(\S+)`', '\n'.join(line for line in text.splitlines() if line.startswith('|')))
    return [f'no test prints {name}' for name in quoted if name.startswith('/') and not any(one.fullmatch(name) for one in known)] + \
        [f'{name} does not exist' for name in quoted if re.match(r'(tests|data)/', name) and not (SOURCE / name).exists()]


def try_it_problems(script):
    """Runs the commands in an empty folder and home, where _build is the build folder."""
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(BUILD, pathlib.Path(folder) / '_build')
        own = {name: value for name, value in os.environ.items() if not name.startswith('XDG_')}
        done = run('bash', '-euo', 'pipefail', '-c', script, cwd=folder, env={**own, 'HOME': folder})
        return [] if done.returncode == 0 else [f'the commands exit with {done.returncode}:\n{done.stdout}']


def main():
    lines = README.splitlines()
    problems = [] if len(lines) <= 80 else [f'{len(lines)} lines; at most 80']
    problems += [f'does not say "{words}"' for words in
                 ('./dev run', './dev test', 'not a medical device', 'No network', 'libadwaita', 'src/README.md',
                  '.github/CODE_OF_CONDUCT.md', 'data/screenshots/') if words.lower() not in README.lower()]
    check('/readme/says-what-it-must', problems)
    for name in ('README.md', 'CONTRIBUTING.md', 'NEWS.md', 'src/README.md', 'tests/checks/README.md', 'tests/fuzz/README.md', '.github/SECURITY.md', '.github/CODE_OF_CONDUCT.md'):
        path = SOURCE / name
        check(f'/readme/links/{name}', link_problems(name, path.read_text(encoding='utf-8')) if path.exists()
              else [f'{name} does not exist'])
    must_find('/readme/planted/link', link_problems('README.md', '[a](no-such-file.md)'), 'leads nowhere')
    table, known = (SOURCE / 'tests/checks/README.md').read_text(encoding='utf-8'), names_of_tests()
    check('/readme/table-of-tests', test_table_problems(table, known))
    must_find('/readme/planted/test', test_table_problems('| a | `/icons/no-such-line` |', known), 'no-such-line')
    script = commands(section('Try it', README))
    check('/readme/try-it', try_it_problems(script) if script else ['no commands under "Try it"'])
    must_find('/readme/planted/command', try_it_problems('_build/src/cli/stillnight-cli no-such-verb'), 'exit with')


main()
