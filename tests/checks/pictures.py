#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of the window in every look: it comes up, draws something, says nothing on standard error, and fits."""
import pathlib
import tempfile

from tap import BUILD, SOURCE, check, run

PAGES = ['today', 'diary', 'trends', 'findings', 'doctor']
LOOKS = ['light', 'dark', 'contrast', 'narrow', 'large-text']
# An empty window of that size is smaller: one colour packs well.
LEAST_BYTES = 12000


def main():
    with tempfile.TemporaryDirectory() as folder:
        diary, pictures = pathlib.Path(folder) / 'sample.db', pathlib.Path(folder) / 'pictures'
        made = run(SOURCE / 'tests/support/make-sample', BUILD, diary)
        check('/pictures/sample', [made.stdout] if made.returncode else [])
        done = run(SOURCE / 'tests/support/take-pictures', BUILD, diary, pictures, '--strict')
        check('/pictures/no-warnings', [done.stdout] if done.returncode else [])
        for page in PAGES:
            for look in LOOKS:
                path = pictures / f'{page}-{look}.png'
                size = path.stat().st_size if path.exists() else 0
                check(f'/pictures/{page}/{look}', [] if size > LEAST_BYTES else [f'{size} bytes: nothing is on it'])


main()
