#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The development program can stand beside the released one: nothing of it has the same name, and it has another diary."""
import os
import pathlib
import re
import tempfile

from tap import APP_ID, SOURCE, check, run, tool

OWN = APP_ID + '.Devel'


def main():
    with tempfile.TemporaryDirectory() as folder:
        build = pathlib.Path(folder) / 'build'
        made = run(tool('meson'), 'setup', '-Dprofile=development', '-Dapp=false', '--prefix=/usr', build, SOURCE,
                   env={name: value for name, value in os.environ.items() if name != 'DESTDIR'})
        check('/profile/sets-up', [made.stdout] if made.returncode else [])
        files = [f'data/{OWN}.{kind}' for kind in ('desktop', 'metainfo.xml', 'gschema.xml')]
        made = run(tool('ninja'), '-C', build, *files, 'data/gschemas.compiled')
        check('/profile/builds', [made.stdout] if made.returncode else [])
        problems = []
        for name in files + [f'data/{OWN}.service']:
            if re.search(re.escape(APP_ID) + r'(?!\.Devel)', (build / name).read_text(encoding='utf-8')):
                problems.append(f'{name} has the released id')
        if '\nName=Stillnight (Development)\n' not in (build / files[0]).read_text(encoding='utf-8'):
            problems.append('the menu would show two programs of one name')
        if 'path="/io/github/stillnight/Stillnight/Devel/"' not in (build / files[2]).read_text(encoding='utf-8'):
            problems.append('the settings are those of the released program')
        check('/profile/own-id', problems)
        config = (build / 'stn-config.h').read_text()
        check('/profile/own-diary', [f'{line} is not in stn-config.h' for line in
                                     (f'#define STN_APP_ID "{OWN}"', '#define STN_DATA_FOLDER "stillnight-devel"',
                                      '#define STN_IS_DEVELOPMENT 1') if line not in config])
        installed = run(tool('meson'), 'introspect', '--installed', build).stdout
        check('/profile/own-files', [f'installs {path}' for path in sorted(set(re.findall(r': "([^"]+)"', installed)))
                                     if APP_ID in path and OWN not in path])


main()
