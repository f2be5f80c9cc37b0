#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of keyboard shortcuts names every key that the program listens to, and none that it does not."""
import re
import xml.etree.ElementTree as ET

from tap import SOURCE, check, must_find

OVERLAY = SOURCE / 'ui/shortcuts.ui'
MODIFIERS = {'GDK_CONTROL_MASK': '<Control>', 'GDK_ALT_MASK': '<Alt>', 'GDK_SHIFT_MASK': '<Shift>', 'shift': '<Shift>'}
# Listened to as everywhere: inside of one control (arrows of a chart or list, Return), or GTK's own.
IN_EVERY_CONTROL = {'Return', '<Control>Return', 'Down', 'Up', 'Left', 'Right', 'Home', 'End', 'Page_Up', 'Page_Down', 'space',
                    'Tab', '<Shift>Tab'}
BY_GTK = {'F10', '<Control>a'}
# What people press in any program of the desktop (HIG, Keyboard).
EVERYWHERE = ['<Control>q', '<Control>w', 'F10', '<Control>question', '<Control>comma', '<Control>z', '<Shift><Control>z',
              '<Control>f', 'F1']


def normal(accel):
    """One way to write an accelerator: modifiers sorted, letters small, the keypad's keys as the others."""
    found = sorted(re.findall(r'<\w+>', accel))
    key = re.sub(r'<\w+>', '', accel).replace('KP_', '')
    return ''.join(found) + {'Enter': 'Return', 'BackSpace': 'BackSpace'}.get(key, key.lower() if len(key) == 1 else key)


def split(accelerator):
    """What a row of the shortcuts window names: "a b" are two keys, "<Alt>1...5" are five."""
    for part in accelerator.split():
        run = re.fullmatch(r'((?:<\w+>)*)(\d)\.\.\.(\d)', part)
        if run:
            yield from (normal(f'{run.group(1)}{digit}') for digit in range(int(run.group(2)), int(run.group(3)) + 1))
        else:
            yield normal(part)


def named(text):
    root = ET.fromstring(text)
    return {accel for node in root.iter('property') if node.get('name') == 'accelerator' for accel in split(node.text)}


def keys_in_source(text):
    for accels in re.findall(r'\{"(?:app|win|window)\.[^"]*", \{([^}]*)\}\}', text):
        yield from re.findall(r'"([^"]+)"', accels)
    for key, modifiers in re.findall(r'add_(?:binding(?:_action|_signal)?|key)\s*\([^,]+,\s*GDK_KEY_(\w+),\s*([^,]+),', text):
        yield ''.join(sign for name, sign in MODIFIERS.items() if re.search(rf'\b{name}\b', modifiers)) + key
    for key in re.findall(r'stn_single_keys_add\s*\([^,]*(?:\([^)]*\))?,\s*GDK_KEY_(\w+)(?! \+)\b,', text):
        yield key
    for key in re.findall(r'name="trigger">([^<]+)<', text):
        yield from key.replace('&lt;', '<').replace('&gt;', '>').split('|')


def listened_to():
    found = {}
    for pattern in ('src/app/**/*.c', 'ui/*.ui'):
        for path in sorted(SOURCE.glob(pattern)):
            for key in keys_in_source(path.read_text(encoding='utf-8')):
                found.setdefault(normal(key), path.name)
    return found


def missing(listened, overlay):
    return [f'{key} ({where}) is not in {OVERLAY.name}' for key, where in sorted(listened.items())
            if key not in overlay and key not in IN_EVERY_CONTROL]


def menu_problems(text):
    """The main menu ends as that of every program of the desktop, and closing is not its affair (HIG, Menus)."""
    actions = [node.text for node in ET.fromstring(text).find("menu[@id='main_menu']").iter('attribute')
               if node.get('name') == 'action']
    end = ['win.preferences', 'win.show-help-overlay', 'app.help', 'app.about']
    return ([] if actions[-4:] == end else [f'the menu ends with {actions[-4:]}']) + ['Quit is in it'] * ('app.quit' in actions)


def main():
    listened, overlay = listened_to(), named(OVERLAY.read_text(encoding='utf-8'))
    check('/shortcuts/found', [] if len(listened) > 20 else [f'only {sorted(listened)} found in the sources'])
    check('/shortcuts/every-key-is-named', missing(listened, overlay))
    digits = {str(digit) for digit in range(1, 10)}     # bound in a loop
    check('/shortcuts/every-named-key-works', [f'{key} is named and nothing listens' for key in
                                               sorted(overlay - set(listened) - BY_GTK - digits - IN_EVERY_CONTROL)])
    check('/shortcuts/keys-of-every-program', [f'{key} does nothing' for key in map(normal, EVERYWHERE)
                                               if key not in listened and key not in BY_GTK])
    window = (SOURCE / 'ui/stn-window.ui').read_text(encoding='utf-8')
    check('/shortcuts/main-menu', menu_problems(window))
    must_find('/shortcuts/planted/menu', menu_problems(window.replace('app.about', 'app.quit')), 'Quit')
    must_find('/shortcuts/planted/not-named', missing({'F9': 'x.c'}, overlay), 'F9', 'x.c')


main()
