#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every statement of the two source texts is in what the guide prints, and the entry that prints it carries its number, a
grade and a source; what needs a doctor is in the titles of the flags, too. Prints where each one is. The words looked for are
kept here, so that a number without its text fails."""
import json
import os
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

CLI = os.path.join(os.environ['STN_BUILD_ROOT'], 'src', 'cli', 'stillnight-cli')

# Number of the statement, and words of it that stand in no other one's place.
STATEMENTS = {
    'S1.01': 'tighten suddenly', 'S1.02': 'mostly it is the calf; the foot or the thigh', 'S1.03': 'firm stretch can relieve',
    'S1.04': 'no known cause', 'S1.05': 'tired muscles and from trouble with the nerves', 'S1.06': 'risk rises with age',
    'S1.07': 'pregnancy makes them more likely', 'S1.08': 'kidney failure', 'S1.09': 'nerve damage from diabetes',
    'S1.10': 'less blood flows', 'S1.11': 'usually knows it', 'S1.12': 'a direct link was long unproven',
    'S1.13': 'often confused with night cramps', 'S1.14': 'urge to move the legs, above all when you want to fall asleep',
    'S1.15': 'mostly do not hurt, and last longer', 'S1.16': 'sometimes linked with night cramps', 'S1.17': 'dialysis',
    'S1.18': 'dehydration', 'S1.19': 'lack of movement', 'S1.20': 'birth control pills', 'S1.21': 'high blood pressure',
    'S1.22': 'high cholesterol', 'S1.23': 'tired muscles', 'S1.24': 'pregnant women', 'S1.25': "addison's disease",
    'S1.26': 'too few healthy red blood cells', 'S1.27': 'long-term kidney disease', 'S1.28': 'overactive thyroid',
    'S1.29': 'low blood sugar', 'S1.30': 'underactive thyroid', 'S1.31': 'type 1 diabetes', 'S1.32': 'type 2 diabetes',
    'S1.33': "parkinson's disease", 'S1.34': 'peripheral neuropathy', 'S1.35': 'spinal stenosis',
    'S1.36': 'high blood pressure', 'S1.37': 'peripheral artery disease', 'S1.38': 'alcohol use disorder',
    'S1.39': 'cirrhosis', 'S1.40': 'a bother that wakes them with a jolt', 'S1.41': 'some need to see a doctor',
    'S1.42': 'a severe cramp that goes on', 'S1.43': 'a pesticide, an industrial chemical or a heavy metal',
    'S1.44': 'tired in the day because cramps break your sleep', 'S1.45': 'gets weak or thinner',
    'S1.46': 'drink water through the whole day, and plenty', 'S1.47': 'limit alcohol', 'S1.48': 'limit caffeine',
    'S1.49': 'stretch before bed', 'S1.50': 'ride a stationary bike', 'S1.51': 'at the foot of the bed',
    'S1.52': 'pull the foot up towards your face', 'S1.53': 'ice massage', 'S1.54': 'walk a few steps',
    'S1.55': 'hot shower run on the tight muscle', 'S1.56': 'warm bath',
    'S2.01': 'too little water, salts out of balance, poor circulation', 'S2.02': 'suddenly and by themselves',
    'S2.03': 'from seconds to several minutes', 'S2.04': 'stay sore for hours', 'S2.05': 'may help you to manage them',
    'S2.06': 'dehydration, too little water in the body, a main cause', 'S2.07': 'when you are active or it is hot',
    'S2.08': 'potassium, calcium and magnesium in balance', 'S2.09': 'disturbs how muscles tighten',
    'S2.10': 'narrow leg arteries', 'S2.11': 'long sitting', 'S2.12': 'long standing', 'S2.13': 'good for the blood flow',
    'S2.14': 'hard effort by day may bring cramps at night', 'S2.15': 'balance of activity, rest and time to recover',
    'S2.16': 'a poor diet may play a part', 'S2.17': 'lack of vitamin d', 'S2.18': 'lack of vitamin b6',
    'S2.19': 'lack of vitamin b12', 'S2.20': 'calcium', 'S2.21': 'magnesium is the best known remedy',
    'S2.22': 'water tablets', 'S2.23': 'statins', 'S2.24': 'beta-blockers are often named',
    'S2.25': 'if you suspect a medicine, ask', 'S2.26': 'through the whole day', 'S2.27': 'foods rich in potassium',
    'S2.28': 'move a little every day', 'S2.29': 'relaxes the muscles', 'S2.30': 'shoes that support the foot',
    'S2.31': 'look through all you take', 'S2.32': 'rarer and milder and sleep better',
    'S2.33': 'several illnesses and states of health', 'S2.34': 'it can be worse at night',
    'S2.35': 'at least 6.8 million', 'S2.36': 'low calcium among them', 'S2.37': 'heavy sweating takes salts away',
    'S2.38': 'some medicines', 'S2.39': 'some illnesses change the salts', 'S2.40': 'sciatica',
    'S2.41': 'squeezed nerve', 'S2.42': 'also for cramps from a squeezed nerve', 'S2.43': 'finding and treating it can bring relief',
    'S2.44': 'make cramps rarer and milder', 'S2.45': 'with too little water the salts', 'S2.46': 'something with minerals along with it',
    'S2.47': 'keeps them supple and moves the blood', 'S2.48': 'gentle walking, cycling or swimming', 'S2.49': 'weekly routine of both',
    'S2.50': 'how your legs lie may matter', 'S2.51': 'on your back with a pillow under the knees',
    'S2.52': 'avoid what squeezes a muscle or the blood flow', 'S2.53': 'bananas, sweet potatoes, leafy greens and nuts',
    'S2.54': 'in moderation', 'S2.55': 'it dries out the body', 'S2.56': 'stress and tense muscles may make cramps worse',
    'S2.57': 'breathe deeply and slowly', 'S2.58': 'meditation', 'S2.59': 'gentle yoga before bed', 'S2.60': 'same calm way',
    'S2.61': 'a change takes time', 'S2.62': 'poor circulation, and tired or overworked muscles',
    'S2.63': 'drink enough, stretch, eat foods with potassium and magnesium', 'S2.64': 'severe or frequent',
    'S2.65': 'massage the tight muscle', 'S2.66': 'cold pack', 'S2.67': 'relaxing like this', 'S2.68': 'asthma medicines',
    'S2.69': 'thyroid', 'S2.70': 'drink through the day', 'S2.71': 'stretching, and exercise',
    'S2.72': 'rich in potassium, magnesium', 'S2.73': 'walking, cycling or swimming most days',
    'S2.74': 'neither sit nor stand for long', 'S2.75': 'do not go away over weeks',
}
# Those that are acted on: the flag whose title says it, and its tier, which no setting may lower.
FLAGS = {
    'S1.42': ('F-R1', 'right-away', 'long cramp that stretching does not ease'),
    'S1.43': ('F-R2', 'right-away', 'contact with a poisonous chemical'),
    'S1.44': ('F-V1', 'routine', 'woken by cramps and tired by day'),
    'S1.45': ('F-D1', 'days', 'weak or thinner muscle'),
    'S2.64': ('F-V3', 'routine', 'very painful cramps'),
    'S2.75': ('F-V2', 'routine', 'cramps on 3 or more nights a week'),
}
FLAGS_FILE = pathlib.Path(__file__).resolve().parents[2] / 'data' / 'knowledge' / 'flags.xml'
ALL = [f'S1.{n:02}' for n in range(1, 57)] + [f'S2.{n:02}' for n in range(1, 76)]


def guide(*words):
    return subprocess.run([CLI, 'guide', *words], check=True, text=True, stdout=subprocess.PIPE).stdout


def read_guide():
    """What is printed on all pages, on one line; and the entries of all pages."""
    pages = [page['page'] for page in json.loads(guide('--json'))]
    printed = ' '.join(' '.join(guide(page).split()) for page in pages).lower()
    return printed, [entry for page in pages for entry in json.loads(guide(page, '--json'))]


def words_of(entry):
    return ' '.join(filter(None, [entry['title'], entry['text'], *entry['notes']])).lower()


def find(statement, phrase, printed, entries):
    """Where the statement is, or why it is not there."""
    if phrase not in printed:
        return None, f'{statement}: "{phrase}" is nowhere in the guide'
    for entry in entries:
        if statement in entry['says'] and phrase in words_of(entry):
            if not entry['grade'] or not entry['sources']:
                return None, f'{statement}: no grade or no source'
            return f'{entry["page"]}: {entry["title"] or entry["text"][:60]}', None
    return None, f'{statement}: the entry that says "{phrase}" does not carry its number'


def problems_of(printed, entries, show=False):
    problems = []
    for statement, phrase in STATEMENTS.items():
        where, problem = find(statement, phrase, printed, entries)
        if problem:
            problems.append(problem)
        elif show:
            print(f'# {statement} -> {where}')
    return problems


def flag_problems(rules, show=False):
    problems = []
    for statement, (flag, tier, phrase) in FLAGS.items():
        cases = [case for rule in rules if rule.get('id') == flag for case in rule.iter('case')
                 if statement in case.get('says', '').split() and case.get('tier') == tier and
                 phrase in case.findtext('title', '').lower()]
        if not cases:
            problems.append(f'{statement}: no case of {flag}, {tier}, says "{phrase}" and carries its number')
        elif show:
            print(f'# {statement} -> {flag}, {tier}: {cases[0].findtext("title")}')
    return problems


def without(entries, statement):
    """A guide from which somebody removed the statement's text."""
    kept = [entry for entry in entries if statement not in entry['says']]
    return ' '.join(words_of(entry) for entry in kept), kept


def moved(entries, statement):
    """A guide in which the number stands at another text."""
    return [{**entry, 'says': [name for name in entry['says'] if name != statement] + ([statement] if number == 0 else [])}
            for number, entry in enumerate(entries)]


def main():
    printed, entries = read_guide()
    results = [
        ('all-131', [f'{name} is not looked for' for name in ALL if name not in STATEMENTS] +
         [f'{name} is no statement' for name in STATEMENTS if name not in ALL]),
        ('each-is-said', problems_of(printed, entries, show=True)),
    ]
    unseen = [name for name in ALL if not any(problem.startswith(name) for problem in problems_of(*without(entries, name)))]
    results.append(('planted/a-removed-text-fails', [f'{name} was not missed' for name in unseen]))
    unseen = [name for name in ALL if STATEMENTS[name] not in words_of(entries[0]) and
              not any(problem.startswith(name) for problem in problems_of(printed, moved(entries, name)))]
    results.append(('planted/a-moved-number-fails', [f'{name} was not missed' for name in unseen]))
    rules = list(ElementTree.parse(FLAGS_FILE).getroot())
    results.append(('flags', flag_problems(rules, show=True)))
    unseen = [name for name, (flag, _, _) in FLAGS.items()
              if not flag_problems([rule for rule in rules if rule.get('id') != flag])]
    results.append(('planted/a-removed-flag-fails', [f'{name} was not missed' for name in unseen]))
    print(f'1..{len(results)}')
    for number, (name, problems) in enumerate(results, 1):
        print('ok' if not problems else 'not ok', number, f'/knowledge/coverage/{name}')
        for problem in problems:
            print('#', problem)
    return 1 if any(problems for _, problems in results) else 0


sys.exit(main())
