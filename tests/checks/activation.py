#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop starts the program by its bus name and asks for what its menu offers; a second start finds the first.

Runs under with-display, whose bus it tells of the service file."""
import configparser
import json
import os
import pathlib
import re
import subprocess
import time

from tap import APP_ID, BUILD, check, run, tool

HOME = pathlib.Path(os.environ['HOME'])
PATH = '/' + APP_ID.replace('.', '/')
PROGRAM, CLI = BUILD / 'src/app/stillnight', BUILD / 'src/cli/stillnight-cli'
LONGEST_S = 60


def call(destination, path, method, *arguments):
    return run(tool('gdbus'), 'call', '--session', '--dest', destination, '--object-path', path, '--method', method, *arguments)


def activate(name):
    return call(APP_ID, PATH, 'org.freedesktop.Application.ActivateAction', name, '[]', '{}')


def wait_for(is_so):
    end = time.monotonic() + LONGEST_S
    while not is_so():
        if time.monotonic() > end:
            return [f'not after {LONGEST_S} s']
        time.sleep(0.05)
    return []


def is_running():
    return 'true' in call('org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner', APP_ID).stdout


def owner():
    return call('org.freedesktop.DBus', '/', 'org.freedesktop.DBus.GetConnectionUnixProcessID', APP_ID).stdout.strip()


def nights():
    return json.loads(run(CLI, 'list', '--json').stdout or '[]')


def offer_service():
    """Where the bus looks for services; the one that is built names the folder of the installation."""
    built = (BUILD / f'data/{APP_ID}.service').read_text()
    (HOME.parent / f'services/{APP_ID}.service').write_text(re.sub(r'Exec=\S+', f'Exec={PROGRAM}', built))
    call('org.freedesktop.DBus', '/', 'org.freedesktop.DBus.ReloadConfig')


def offer_reader(said):
    """Something that opens help pages, which writes down what it was asked for."""
    applications = HOME / '.local/share/applications'
    applications.mkdir(parents=True)
    script = HOME / 'reader'
    script.write_text(f'#!/bin/sh\necho "$1" >>{said}\n')
    script.chmod(0o755)
    (applications / 'reader.desktop').write_text(
        f'[Desktop Entry]\nType=Application\nName=Reader\nExec={script} %u\nMimeType=x-scheme-handler/help;\n')
    (HOME / '.config/mimeapps.list').write_text('[Default Applications]\nx-scheme-handler/help=reader.desktop\n')


def main():
    said = HOME / 'help-asked'
    offer_service()
    offer_reader(said)
    run(CLI, 'sample', '--nights', '7', '--diary', HOME / '.local/share/stillnight/diary.db')
    before = len(nights())

    done = activate('cramp-now')
    check('/activation/starts-the-program', [done.stdout] if done.returncode else wait_for(is_running))
    check('/activation/cramp-is-stored', wait_for(lambda: any(
        cramp['ongoing'] == 'yes' for night in nights() for cramp in night['episodes'])) if before else ['no sample'])

    first = owner()
    second = subprocess.run([PROGRAM], timeout=LONGEST_S, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    check('/activation/second-start-ends', [second.stdout] if second.returncode or second.stdout else [])
    check('/activation/first-stays', [] if owner() == first else [f'{first} became {owner()}'])

    activate('help')
    check('/activation/help-opens-its-pages', wait_for(said.exists) or
          [f'asked for {text}' for text in [said.read_text().strip()] if not re.fullmatch('help:stillnight(/[a-z-]+)?', text)])

    desktop = configparser.ConfigParser(interpolation=None, strict=False)
    desktop.read(BUILD / f'data/{APP_ID}.desktop', encoding='utf-8')
    offered = [name for name in desktop['Desktop Entry']['Actions'].split(';') if name]
    there = re.findall(r"'([\w-]+)'", call(APP_ID, PATH, 'org.gtk.Actions.List').stdout)
    check('/activation/menu-of-the-desktop', ([] if 'log-night' in offered and 'cramp-now' in offered else [str(offered)])
          + [f'{name} is offered, and the program knows {there}' for name in offered if name not in there]
          + [f'{name} is offered without a name' for name in offered if f'Desktop Action {name}' not in desktop])
    activate('log-night')
    check('/activation/log-night', [] if is_running() else ['it ended the program'])
    activate('quit')
    check('/activation/ends', wait_for(lambda: not is_running()))
    check('/activation/diary-is-whole', [] if len(nights()) >= before else ['nights are missing'])


main()
