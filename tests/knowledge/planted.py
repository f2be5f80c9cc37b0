#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The check that every build runs, on the files as they are and with mistakes planted in them: each stops it with exit code 1
and one line "FILE:LINE: reason" that names the line of the mistake."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

BUILD = pathlib.Path(os.environ['STN_BUILD_ROOT'])
KNOWLEDGE = pathlib.Path(__file__).resolve().parents[2] / 'data' / 'knowledge'
# What is planted, where: file, what stands there, what is put in its place, what the reason must say.
PLANTED = {
    'unknown-source': ('guide.xml', '<cite source="hse"/>', '<cite source="hsee"/>', "no source 'hsee'"),
    'unknown-condition': ('selfcare.xml', 'condition="kidney-disease heart', 'condition="kidneys heart', "no condition 'kidneys'"),
    'unknown-medicine': ('selfcare.xml', 'medicine="vitamin-k-antagonists"', 'medicine="warfarin"', "no medicine 'warfarin'"),
    'unknown-factor': ('selfcare.xml', 'factor="alcohol"', 'factor="wine"', "no factor 'wine'"),
    'unknown-statement': ('conditions.xml', 'says="S1.25"', 'says="S1.99"', "says='S1.99'"),
    'missing-source': ('medicines.xml', '<cite source="tan-2024"/>', '', "'vitamin-k2' cites no source"),
    'missing-grade': ('conditions.xml', 'id="dialysis" is="kidney-failure" grade="B"', 'id="dialysis" is="kidney-failure"',
                      "needs the attribute 'grade'"),
    'circle': ('conditions.xml', 'id="kidney-disease"', 'id="kidney-disease" is="dialysis"', 'is a form of itself'),
    'twice': ('medicines.xml', 'id="fibrates"', 'id="statins"', "id 'statins' is there twice"),
    'broken-markup': ('reliefs.xml', '</text>', '</txet>', 'txet'),
    'unknown-exercise': ('stretch.xml', 'exercises="easy-moves"', 'exercises="easy-move"', "no exercise 'easy-move'"),
    'unknown-sign': ('stretch.xml', 'sign="sore-not-healing"', 'sign="sore"', "no sign 'sore'"),
    'long-sentence': ('stretch.xml', 'Keep breathing.', 'Keep breathing ' + 'on and ' * 10 + 'on.', 'more than 20 words'),
}
# The element in which it is noticed may begin above what was changed.
NEAR = 12


def check(folder):
    return subprocess.run([BUILD / 'src/core/knowledge/stn-knowledge-check', folder], text=True, stderr=subprocess.PIPE)


def problems_with(file, what, by, reason):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder) / 'knowledge'
        shutil.copytree(KNOWLEDGE, folder)
        text = (folder / file).read_text()
        if what not in text:
            return [f'{file} does not have {what} any more']
        (folder / file).write_text(text.replace(what, by, 1))
        line = text[:text.index(what)].count('\n') + 1
        done = check(folder)
    match = re.fullmatch(rf'{re.escape(file)}:(\d+): .*{re.escape(reason)}.*\n', done.stderr)
    if done.returncode != 1 or not match:
        return [f'exit code {done.returncode}: {done.stderr}']
    return [] if line - NEAR <= int(match.group(1)) <= line + 1 else [f'line {line}, not: {done.stderr}']


def main():
    sound = check(KNOWLEDGE)
    results = [('as-it-is', [] if sound.returncode == 0 and not sound.stderr else [sound.stderr])]
    results += [(name, problems_with(*planted)) for name, planted in PLANTED.items()]
    print(f'1..{len(results)}')
    for number, (name, problems) in enumerate(results, 1):
        print('ok' if not problems else 'not ok', number, f'/knowledge/planted/{name}')
        for problem in problems:
            print('#', problem)
    return 1 if any(problems for _, problems in results) else 0


sys.exit(main())
