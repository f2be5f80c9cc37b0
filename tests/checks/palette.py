#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The colours of the style sheets are as far from their ground as they say, and far enough to be read (WCAG 2.1, 1.4.3 and
1.4.11)."""
import re

from tap import SOURCE, check, must_find

WHITE = (255, 255, 255)
# A card of libadwaita: white, and in the dark style 8 % white over the window's #242424.
GROUNDS = {'ui/style.css': WHITE, 'ui/style-dark.css': tuple(round(0x24 + 0.08 * (255 - 0x24)) for _ in range(3))}
TEXT, GRAPHICS = 4.5, 3
# Drawn only, never written in.
DRAWN = {'stn_gap'}


def rgb(text):
    return WHITE if text == 'white' else tuple(bytes.fromhex(text.lstrip('#')))


def luminance(colour):
    parts = [value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def named(css):
    return {name: (rgb(colour), comment) for name, colour, comment in
            re.findall(r'^@define-color (\w+) (#\w{6});(?:\s*/\* (.*?) \*/)?', css, re.M)}


def palette_problems(css, ground):
    colours, problems = named(css), []
    for name, (colour, comment) in colours.items():
        said = re.fullmatch(r'([\d.]+)(?: on (\w+))?', comment)
        if said is None:
            continue
        found = contrast(colour, colours['stn_' + said.group(2)][0] if said.group(2) else ground)
        if abs(found - float(said.group(1))) > 0.1:
            problems.append(f'{name}: {said.group(1)} is written beside it, it is {found:.2f}')
        if found < (GRAPHICS if name in DRAWN else TEXT):
            problems.append(f'{name}: a contrast of {found:.2f} is too little')
    return problems


def pair_problems(css):
    """Rules that set both, words and ground, to a colour of their own."""
    problems = []
    for selector, body in re.findall(r'^([^@{}/]+)\{([^}]*)\}', css, re.M):
        set_to = dict(re.findall(r'^\s*(color|background-color): (#\w{6}|white);', body, re.M))
        if len(set_to) == 2 and contrast(*map(rgb, set_to.values())) < TEXT:
            problems.append(f'{" ".join(selector.split())}: {set_to}')
    return problems


def main():
    for path, ground in GROUNDS.items():
        css = (SOURCE / path).read_text(encoding='utf-8')
        told = [comment for _, comment in named(css).values() if re.match(r'[\d.]+', comment)]
        check(f'/palette/{path}/names', palette_problems(css, ground) + ([] if len(told) > 5 else ['no figures found']))
        check(f'/palette/{path}/pairs', pair_problems(css))
    must_find('/palette/planted/pale', palette_problems('@define-color stn_ink #cccccc;  /* 1.6 */\n', WHITE), 'too little')
    must_find('/palette/planted/untrue', palette_problems('@define-color stn_ink #000000;  /* 9 */\n', WHITE), 'it is 21.00')
    must_find('/palette/planted/pair', pair_problems('.x {\n  color: white;\n  background-color: #eeeeee;\n}\n'), '.x')


main()
