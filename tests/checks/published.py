#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is published follows from the diary alone: it is worked out here a second time, by cutting copies of a diary at every
seventh night and asking for each cut's verdict of tonight."""
import datetime
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile

from schema import SCHEMA, mismatches
from tap import BUILD, check

CLI = BUILD / 'src' / 'cli' / 'stillnight-cli'
NOW = '2026-11-22T20:00:00Z'
TIERS = ['none', 'possible', 'likely', 'confirmed']
PLANTED = {'fluids': 'protector', 'exertion': 'trigger', 'stretch': 'protector'}


def cli(*words, now=NOW):
    done = subprocess.run([CLI, *map(str, words)], capture_output=True, env={**os.environ, 'STILLNIGHT_NOW': now, 'TZ': 'UTC'})
    if done.returncode != 0 or done.stderr:
        raise SystemExit(f'Bail out! {words}: {done.stderr.decode()}')
    return done.stdout


def analyze(diary, **options):
    return json.loads(cli('analyze', '--json', '--diary', diary, **options))


def published(diary, **options):
    return {factor['name']: factor['published'] for factor in analyze(diary, **options)['factors']}


def nights_of(diary):
    listed = json.loads(cli('list', '--json', '--diary', diary))
    return [night['night'] for night in listed if night['state'] != 'not-recorded']


def refreshes(nights):
    first, last = (datetime.date.fromisoformat(night) for night in (nights[0], nights[-1]))
    return [str(first + datetime.timedelta(7 * k + 6)) for k in range(((last - first).days + 1) // 7)]


def opinions_at(diary, date, folder):
    """The verdicts of tonight of a copy that ends with the night @date."""
    copy = folder / 'cut.db'
    shutil.copy(diary, copy)
    later = [night['night'] for night in json.loads(cli('list', '--json', '--diary', copy)) if night['night'] > date]
    if later:
        cli('delete', *later, '--diary', copy)
    said = {factor['name']: factor for factor in analyze(copy)['factors']}
    copy.unlink()
    return said


def publish(said):
    """The rule: a verdict at a tier stands once said three times in a row, and falls once unsaid three times in a row. To come
    takes a smaller chance than to stay."""
    stands, since, last, heard = set(), None, None, []
    for date, verdict, tier, chance in said:
        tier = TIERS.index(tier)
        if tier >= 2:
            if tier == 3 or (verdict, 3) in stands and chance <= .05:
                tier = 3
            elif chance > (.16 if (verdict, 2) in stands else .06):
                verdict, tier = 'unclear', 1
        heard = [*heard[-2:], (verdict, tier)]
        for claim in {(v, t) for v, _ in heard for t in range(4)} | stands:
            says = [v == claim[0] and t >= claim[1] for v, t in heard]
            if len(heard) == 3 and all(says):
                stands.add(claim)
            if len(heard) == 3 and not any(says):
                stands.discard(claim)
        now = max(stands, key=lambda claim: claim[1], default=None)
        if now != last:
            last, since = now, date
    return last and (last[0], TIERS[last[1]], since)


def of_rows(diary):
    with sqlite3.connect(f'file:{diary}?mode=ro', uri=True) as db:
        rows = dict(db.execute('SELECT fingerprint, night FROM weekly_refresh'))
    db.close()
    return rows


def named(said):
    return {name: state['verdict'] for name, state in said.items()
            if state is not None and state['tier'] in ('likely', 'confirmed')}


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    diary = folder / 'sample.db'
    cli('sample', '--nights', 200, '--diary', diary)
    raw = folder / 'raw.db'
    shutil.copy(diary, raw)
    cold = cli('analyze', '--json', '--diary', diary)
    said = json.loads(cold)
    check('a diary of 200 nights: what is planted is published, and nothing else',
          [] if named(published(diary)) == PLANTED else [named(published(diary))])
    check('the schema of a diary', mismatches(said, SCHEMA))

    dates = refreshes(nights_of(diary))
    seen = {date: opinions_at(raw, date, folder) for date in dates}
    problems = []
    for factor in said['factors']:
        nothing = {'verdict': 'not_enough_data', 'tier': 'none', 'chance': None}
        told = [(date, *(seen[date].get(factor['name'], nothing)[key] for key in ('verdict', 'tier', 'chance')))
                for date in dates]
        known, state = publish(told), factor['published']
        if known != (state and (state['verdict'], state['tier'], state['since'])):
            problems.append(f'{factor["name"]}: {state}, by hand {known}')
    check(f'the same by hand, from {len(dates)} copies cut at every seventh night', problems)

    check('cold and warm: the same bytes', [] if cli('analyze', '--json', '--diary', diary) == cold else ['other bytes'])
    before = of_rows(diary)
    check('one row a refresh is kept', [] if sorted(before.values()) == dates else [sorted(before.values())])
    check('at another date: the same', [] if published(diary, now='2031-01-01T08:00:00Z') == published(raw) else ['other'])
    check('kept rows are no change of the diary', [] if cli('undo', '--diary', diary) and nights_of(raw) else ['undone'])
    cli('redo', '--diary', diary)
    cli('verify', diary)

    copy = folder / 'edited.db'
    shutil.copy(diary, copy)
    cli('analyze', '--diary', copy)
    changed = dates[14]
    cli('log', '--date', changed, '--factor', 'stress=9', '--diary', copy)
    cold_edit = folder / 'cold.db'
    shutil.copy(copy, cold_edit)
    with sqlite3.connect(cold_edit) as db:
        db.execute('DELETE FROM weekly_refresh')
    db.close()
    edited = published(copy)
    after = of_rows(copy)
    new = sorted(night for fingerprint, night in after.items() if fingerprint not in before)
    check('a change of one night concerns the refreshes from it on, and no others',
          [] if new == [date for date in dates if date >= changed] else [new])
    check('a changed diary: as if computed anew', [] if edited == published(cold_edit) else ['other'])

    with sqlite3.connect(cold_edit) as db:
        db.execute('DROP TABLE weekly_refresh')
    db.close()
    check('the table may be dropped', [] if published(cold_edit) == edited else ['other'])

    # A sample is drawn until it shows what was planted; of diaries that nobody chose see tests/bench.
    lucky = []
    for seed in range(1, 11):
        nothing = folder / f'nothing-{seed}.db'
        cli('sample', '--nights', 200, '--planted', 'none', '--seed', seed, '--diary', nothing)
        said = analyze(nothing)['factors']
        lucky += [f'{seed}: {factor["name"]}' for factor in said
                  if 'likely' in (state := (factor['tier'], factor['published']['tier'])) or 'confirmed' in state]
    check('where nothing is planted nothing is named', lucky)

    few = folder / 'few.db'
    cli('sample', '--nights', 20, '--diary', few)
    check('nothing is published before the third refresh', [] if set(published(few).values()) == {None} else [published(few)])

    text = cli('analyze', '--diary', diary).decode()
    check('the text says since when', [words for words in ('More cramps go with hard effort: Clear pattern in this diary',
                                                           'Clear since ') if words not in text])
