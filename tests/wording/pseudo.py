#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pseudo.py PROGRAM: runs a test in an invented language in which every message is the English one in white brackets."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
KEYWORDS = ['--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2', '--keyword=g_dpgettext2:2c,3']


def run(*command, text=None):
    return subprocess.run([str(part) for part in command], input=text, check=True, stdout=subprocess.PIPE,
                          encoding='utf-8', env={**os.environ, 'GETTEXTDATADIRS': str(SOURCE / 'data'), 'LC_ALL': 'C.UTF-8'}).stdout


def translate(folder):
    files = sorted((SOURCE / 'src/core/wording').glob('*.c'))
    pot = run('xgettext', '--from-code=UTF-8', '--output=-', *KEYWORDS, *files)
    pot = run('msgcat', '--output-file=-', '-', text=pot.replace('charset=CHARSET', 'charset=UTF-8'))
    triggers = run('xgettext', '--from-code=UTF-8', '--output=-', SOURCE / 'data/knowledge/triggers.xml')
    (folder / 'a.pot').write_text(pot, encoding='utf-8')
    (folder / 'b.pot').write_text(triggers.replace('charset=CHARSET', 'charset=UTF-8'), encoding='utf-8')
    whole = run('msgcat', '--use-first', folder / 'a.pot', folder / 'b.pot')
    english = run('msgen', '--lang=en', '-', text=whole)
    marked = run('msgfilter', '--keep-header', 'sed', '-e', 's/^\\(..*\\)$/⟦\\1⟧/', text=english)
    target = folder / 'en' / 'LC_MESSAGES'
    target.mkdir(parents=True)
    run('msgfmt', '--check-format', f'--output-file={target / "stillnight.mo"}', '-', text=marked)


def make_locale(folder):
    """C.UTF-8 under another name: a newer C library translates nothing where the locale is named C, and others need not be
    installed."""
    built_in = next(path for path in map(pathlib.Path, ('/usr/lib/locale/C.utf8', '/usr/lib/locale/C.UTF-8')) if path.is_dir())
    shutil.copytree(built_in, folder / 'en_XX.utf8')


def main():
    with tempfile.TemporaryDirectory() as folder:
        translate(pathlib.Path(folder))
        make_locale(pathlib.Path(folder))
        return subprocess.run([sys.argv[1]], env={**os.environ, 'LANGUAGE': 'en', 'LC_ALL': 'en_XX.UTF-8', 'LOCPATH': folder,
                                                  'STN_PSEUDO_LOCALEDIR': folder}).returncode


sys.exit(main())
