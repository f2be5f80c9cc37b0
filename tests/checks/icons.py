#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program's icons as a launcher draws them (they fill their square without touching its edge, stand out from what they
are put on, and still say something at 16 pixels), and the pictures inside the window, which are all there and all used."""
import pathlib
import re
import struct
import subprocess
import tempfile
import xml.etree.ElementTree as ET
import zlib

from tap import APP_ID, SOURCE, check, must_find, tool

ICONS = SOURCE / 'data/icons'
SVG = '{http://www.w3.org/2000/svg}'
# What shops and shells put an icon on; the program's own colours come from the metainfo.
GROUNDS = ['#ffffff', '#1e1e1e']
LEAST_CONTRAST = 3          # WCAG 2.1, 1.4.11, graphics
LEAST_SHARE = 0.55          # of the icon's points; what is drawn upon a shape stands out from that, not from the ground


def unfiltered(kind, row, last):
    """A line of PNG, its filter taken away in place (PNG specification, 9.2)."""
    for i, value in enumerate(row):
        left, up, corner = (row[i - 4], last[i], last[i - 4]) if i >= 4 else (0, last[i], 0)
        guess = left + up - corner
        nearest = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))[2]
        row[i] = (value + (0, left, up, (left + up) // 2, nearest)[kind]) % 256
    return row


def drawn(path, size):
    """The rows of (red, green, blue, alpha) of an SVG file drawn into a square."""
    png = subprocess.run([tool('rsvg-convert'), f'--width={size}', f'--height={size}', path],
                         stdout=subprocess.PIPE, check=True).stdout
    at, packed, last, rows = 8, b'', bytearray(4 * size), []
    while at < len(png):
        length, kind = struct.unpack_from('>I4s', png, at)
        packed += png[at + 8:at + 8 + length] if kind == b'IDAT' else b''
        at += 12 + length
    raw = zlib.decompress(packed)
    for start in range(0, len(raw), 4 * size + 1):
        last = unfiltered(raw[start], bytearray(raw[start + 1:start + 1 + 4 * size]), last)
        rows.append([tuple(last[i:i + 4]) for i in range(0, 4 * size, 4)])
    return rows


def luminance(red, green, blue):
    parts = [value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in (red, green, blue)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def box_problems(path):
    rows = drawn(path, 128)
    seen = [(x, y) for y, row in enumerate(rows) for x, point in enumerate(row) if point[3] > 10]
    left, right = min(x for x, y in seen), max(x for x, y in seen)
    top, bottom = min(y for x, y in seen), max(y for x, y in seen)
    problems = []
    if min(left, top, 127 - right, 127 - bottom) < 1:
        problems.append('it touches the edge of its square')
    if max(right - left, bottom - top) < 96:
        problems.append('it is smaller than its neighbours will be')
    if abs(left - (127 - right)) > 8 or abs(top - (127 - bottom)) > 8:
        problems.append('it is not in the middle')
    return problems


def ground_problems(path, ground):
    back = luminance(*bytes.fromhex(ground[1:]))
    points = [point for row in drawn(path, 64) for point in row if point[3] > 250]
    clear = sum(contrast(luminance(*point[:3]), back) >= LEAST_CONTRAST for point in points)
    return [] if clear >= LEAST_SHARE * len(points) else \
        [f'on {ground} only {100 * clear // len(points)} % of it has a contrast of {LEAST_CONTRAST}:1']


def small_problems(path):
    """At 16 pixels there is still a light shape upon a dark one."""
    lights = sorted(luminance(*point[:3]) for row in drawn(path, 16) for point in row if point[3] > 250)
    if len(lights) < 64 or contrast(lights[len(lights) // 20], lights[-len(lights) // 20]) < LEAST_CONTRAST:
        return ['at 16 pixels everything on it has run together']
    return []


def drawing_problems(path):
    root = ET.parse(path).getroot()
    width, height, box = root.get('width'), root.get('height'), root.get('viewBox', '').split()
    problems = [f'{path.name}: {node.tag.replace(SVG, "")} (a shadow is the desktop\'s affair)' for node in root.iter()
                if node.tag in (SVG + 'filter', SVG + 'image', SVG + 'text', SVG + 'style')]
    if width != height or box != ['0', '0', width, height]:
        problems.append(f'{path.name}: not square')
    if path.name.endswith('-symbolic.svg'):
        colours = set(re.findall(r'(?:fill|stroke)="(#\w+)"', path.read_text()))
        problems += [f'{path.name}: colours {sorted(colours)}; a symbolic icon has one, which is replaced'] * (len(colours) != 1)
    return problems


def check_launcher_icons():
    grounds = GROUNDS + re.findall(r'<color [^>]*>(#\w{6})<', (SOURCE / f'data/{APP_ID}.metainfo.xml.in').read_text())
    for name, path in (('released', ICONS / f'hicolor/scalable/apps/{APP_ID}.svg'), ('development', ICONS / 'development.svg')):
        check(f'/icons/{name}/fills-its-square', box_problems(path))
        check(f'/icons/{name}/stands-out', [problem for ground in grounds for problem in ground_problems(path, ground)])
        check(f'/icons/{name}/small', small_problems(path))
    with tempfile.TemporaryDirectory() as folder:
        planted = pathlib.Path(folder) / 'x.svg'
        planted.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9">'
                           '<filter/><rect width="9" height="8" fill="#eee"/></svg>')
        must_find('/icons/planted/edge', box_problems(planted), 'edge')
        must_find('/icons/planted/pale', ground_problems(planted, '#ffffff'), 'only 0 %')
        must_find('/icons/planted/blank', small_problems(planted), 'run together')
        must_find('/icons/planted/shadow', drawing_problems(planted), 'filter')


def check_pictures():
    check('/icons/drawings', [problem for path in sorted(ICONS.rglob('*.svg')) for problem in drawing_problems(path)])
    there = {path.stem for path in (ICONS / 'ui').iterdir()}
    bundled = set(re.findall(r'>(stn-[\w-]+-symbolic)\.svg<', (SOURCE / 'ui/stillnight.gresource.xml').read_text()))
    words = ''.join(path.read_text() for pattern in ('ui/**/*.ui', 'ui/*.css', 'src/app/**/*.c', 'data/knowledge/*.xml')
                    for path in SOURCE.glob(pattern))
    used = set(re.findall(r'\bstn-[\w-]+-symbolic\b', words))
    check('/icons/bundled', [f'{name} is not in ui/stillnight.gresource.xml' for name in sorted(there - bundled)]
          + [f'{name} is not in data/icons/ui' for name in sorted(bundled - there)])
    check('/icons/used', [f'nothing shows {name}' for name in sorted(there - used)]
          + [f'{name} is shown and does not exist' for name in sorted(used - there)])


check_launcher_icons()
check_pictures()
