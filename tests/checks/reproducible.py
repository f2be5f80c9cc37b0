#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two builds in other folders, hours, languages, umasks, by other people and with other numbers of jobs install the same bytes.

reproducible.py [MESON-OPTION...]. Folders are kept out as distributions do it, by -ffile-prefix-map: the id of a build is made of its
debug information, too."""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from tap import SOURCE, check, must_find, run, tool, tracked

NOBODY = 65534
VARIANTS = [
    {'folder': 'a', 'TZ': 'UTC', 'LC_ALL': 'C.UTF-8', 'umask': 0o022, 'clock': '+0d', 'jobs': 1, 'user': os.geteuid()},
    {'folder': 'b/another-folder', 'TZ': 'Pacific/Kiritimati', 'LC_ALL': 'C', 'umask': 0o007, 'clock': '+430d', 'jobs': 2,
     'user': NOBODY if os.geteuid() == 0 else os.geteuid()},
]
FAKETIME = tool('faketime')
# What gives away where and when it was compiled, if anything does.
PLANTED = '#include <stdio.h>\nint main (void) { return puts (__DATE__ __TIME__ __FILE__); }\n'
top = pathlib.Path(tempfile.mkdtemp(prefix='stillnight-twice-'))
top.chmod(0o711)


def prepare(variant):
    """The sources, in a folder of that person; and what runs a command there."""
    place = top / variant['folder']
    for name in tracked():
        (place / 'source' / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(SOURCE / name, place / 'source' / name)
    (place / 'planted.c').write_text(PLANTED)
    for path in (top / variant['folder'].split('/')[0]).rglob('*'):
        os.chown(path, variant['user'], -1)
    os.chown(place, variant['user'], -1)
    environment = {'PATH': os.environ['PATH'], 'HOME': str(place), 'TZ': variant['TZ'], 'LC_ALL': variant['LC_ALL'],
                   'CFLAGS': f'-ffile-prefix-map={place}=.', 'CCACHE_DISABLE': '1'}

    def within(*command):
        def become():
            os.umask(variant['umask'])
            if os.geteuid() != variant['user']:
                os.setgroups([])
                os.setresgid(NOBODY, NOBODY, NOBODY)
                os.setresuid(NOBODY, NOBODY, NOBODY)
        done = subprocess.run([FAKETIME, '-f', variant['clock'], *map(str, command)], cwd=place, env=environment, preexec_fn=become,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding='utf-8',
                              errors='replace')
        if done.returncode != 0:
            raise RuntimeError(f'{command}: {done.stdout[-3000:]}')
        return done.stdout
    return place, within


def build(variant):
    """{name: digest} of all that is installed, and of the planted program."""
    place, within = prepare(variant)
    within('meson', 'setup', '--buildtype=debugoptimized', '--prefix=/usr', *sys.argv[1:], 'build', place / 'source')
    targets = json.loads(run(tool('meson'), 'introspect', '--targets', place / 'build').stdout)
    wanted = [pathlib.Path(name).relative_to(place / 'build') for target in targets if target['installed']
              for name in target['filename']]
    within('ninja', f'-j{variant["jobs"]}', '-C', 'build', *wanted)
    within('meson', 'install', '-C', 'build', '--no-rebuild', '--strip', '--destdir', place / 'installed')
    within('cc', '-o', place / 'installed' / 'planted', place / 'planted.c')
    return {str(path.relative_to(place / 'installed')): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted((place / 'installed').rglob('*')) if path.is_file()}


one, other = [build(variant) for variant in VARIANTS]
print(f'# {len(one)} files')
differing = [name for name in sorted(set(one) | set(other)) if one.get(name) != other.get(name)]
check('/reproducible/same-bytes', [name for name in differing if name != 'planted'])
check('/reproducible/programs', {'stillnight-reminder', 'stillnight-cli'} - {pathlib.Path(name).name for name in one})
must_find('/reproducible/planted', differing, 'planted')
shutil.rmtree(top)
