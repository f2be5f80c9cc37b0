# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The messages of the program and their translations."""
import os
import pathlib
import re
import subprocess
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]

# The same words that meson's preset 'glib' tells xgettext.
KEYWORDS = ['--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
            '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
            '--flag=N_:1:pass-c-format', '--flag=C_:2:pass-c-format', '--flag=NC_:2:pass-c-format',
            '--flag=g_dngettext:2:pass-c-format', '--flag=g_strdup_printf:1:c-format', '--flag=g_print:1:c-format',
            '--flag=g_set_error:4:c-format']
ESCAPES = {'n': '\n', 't': '\t', '"': '"', '\\': '\\'}


def unquote(line):
    return re.sub(r'\\(.)', lambda match: ESCAPES.get(match.group(1), match.group(1)), line.strip()[1:-1])


def read_po(text):
    """The entries of a PO file, each as a dictionary of its parts."""
    for block in re.split(r'\n\s*\n', text):
        entry = {'comment': [], 'where': [], 'flags': '', 'obsolete': False}
        field = None
        for line in block.splitlines():
            if line.startswith('#~'):
                entry['obsolete'] = True
            elif line.startswith('#.'):
                entry['comment'].append(line[2:].strip())
            elif line.startswith('#:'):
                entry['where'] += line[2:].split()
            elif line.startswith('#,'):
                entry['flags'] += line[2:]
            elif line.startswith('"') and field:
                entry[field] += unquote(line)
            else:
                match = re.match(r'(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) (".*")$', line)
                if match:
                    field = match.group(1)
                    entry[field] = unquote(match.group(2))
        if entry.get('msgid'):
            yield entry


def listed_files(text):
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith('#')]


def extract(listed, folder):
    names = pathlib.Path(folder) / 'POTFILES'
    names.write_text('\n'.join(name for name in listed if (SOURCE / name).exists()) + '\n')
    pot = pathlib.Path(folder) / 'stillnight.pot'
    done = subprocess.run(['xgettext', *KEYWORDS, '--directory', str(SOURCE), '--files-from', str(names), '--output', str(pot)],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding='utf-8',
                          env={**os.environ, 'GETTEXTDATADIRS': str(SOURCE / 'data'), 'LC_ALL': 'C.UTF-8'})
    return pot, [] if done.returncode == 0 and not done.stdout.strip() else [done.stdout]


def english():
    """Every message of the program, as the dictionaries that read_po() gives."""
    with tempfile.TemporaryDirectory() as folder:
        pot, problems = extract(listed_files((SOURCE / 'po/POTFILES.in').read_text()), folder)
        assert not problems, problems
        return list(read_po(pot.read_text(encoding='utf-8')))


def translations(language):
    """What each message is in @language: {(context or None, message): its entry}."""
    entries = read_po((SOURCE / f'po/{language}.po').read_text(encoding='utf-8'))
    return {(entry.get('msgctxt'), entry['msgid']): entry for entry in entries if not entry['obsolete']}


def languages():
    return listed_files((SOURCE / 'po/LINGUAS').read_text())
