#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for people: every file with words is in POTFILES.in, each language is complete, translators are told enough, and the
sentences about findings never claim what a diary cannot show."""
import pathlib
import re
import tempfile

from messages import extract, listed_files, read_po
from tap import APP_ID, SOURCE, check, must_find, run, tool, tracked

WORDS_IN_C = re.compile(r'(?<![\w"])(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2)\s*\(\s*(NULL,\s*)?"')
PLACEHOLDER = re.compile(r'%(?:\d+\$)?[-+ 0#\']*[\d.*]*(?:hh|h|ll|l|z|j|L)?[diouxXeEfFgGcs]|%"\s*G_\w+_FORMAT')
COUNTED = re.compile(r'%(?:\d+\$)?(?:l|ll|z)?[du] [a-z]+s\b')
# One word that stands for several things in other languages needs a context.
AMBIGUOUS = {'Left', 'Right', 'Both', 'None', 'Light', 'Other', 'On', 'Off', 'left', 'right', 'both', 'none', 'other'}
CLAIMS = {
    'en': re.compile(r'\b(causes?d?|causing|safe(ly|r|st)?|normal(ly)?|stop taking|no need to see a doctor|diagnos\w+|proves?'
                     r'|harmless)\b', re.I),
    'es': re.compile(r'\b(causas?|causad[oa]s?|causar?n?|segur[oa]s?|normal(es|mente)?|dej(e|ar) de tomar'
                     r'|no hace falta ir al médico|diagn[oó]stic\w+|prueba que|inofensiv\w+)\b', re.I),
    'de': re.compile(r'\b(ursachen?|ursächlich\w*|verursach\w+|(un)?gefährdet|gefahrlos\w*|sicher(e[mnrs]?|er|heit|lich)?'
                     r'|unbedenklich\w*|ungefährlich\w*|harmlos\w*|normal(e[mnrs]?|erweise)?'
                     r'|absetzen|abzusetzen|setzen sie .{0,60}\bab|hören sie auf, .{0,60}zu nehmen|nehmen sie .{0,60}nicht mehr'
                     r'|arzt ist nicht nötig|nicht zum arzt|diagnos\w+|beweis\w*)\b', re.I),
}
# The calming statement (product 3) and the limits (clinical 5.3).
NO_CLAIM = re.compile(r'no known cause|not a diagnosis|sin causa conocida|no (se )?(tienen?|conoce) (una |la )?causa( conocida)?'
                      r'|no es un diagnóstico|(keine|ohne) bekannte ursache|keine diagnose', re.I)
# What a neutral notification never says: it is shown on locked screens. In no language is it said where English does not.
REMINDERS = 'src/core/wording/stn-wording-reminder.c'
HEALTH = {
    'en': re.compile(r'cramp|\bleg|pain|medic|health|doctor|cal(f|ves)|muscle|sick|pill', re.I),
    'es': re.compile(r'calambre|pierna|dolor|medic|médic|salud|pantorrilla|músculo|enferm|pastilla', re.I),
    'de': re.compile(r'krampf|krämpf|bein(e|en|s)?\b|schmerz|medi[kz]|gesund|arzt|ärzt|wade|muskel|krank|tablette|pille', re.I),
}
NEVER_CLAIM = ('src/core/wording/', 'data/knowledge/flags.xml', 'data/knowledge/signs.xml')

def has_words(path):
    content = (SOURCE / path).read_text(encoding='utf-8', errors='replace')
    if path.suffix == '.c' and path.parts[0] == 'src':
        return bool(WORDS_IN_C.search(re.sub(r'/\*.*?\*/', '', content, flags=re.S)))
    if path.suffix == '.ui':
        return 'translatable="yes"' in content
    if path.parts[:2] == ('data', 'knowledge'):
        return path.suffix == '.xml' and path.name != 'knowledge.gresource.xml'
    return str(path) in (f'data/{APP_ID}.desktop.in', f'data/{APP_ID}.gschema.xml', f'data/{APP_ID}.metainfo.xml.in')


def potfiles_problems(listed):
    with_words = {str(path) for path in tracked() if path.suffix in ('.c', '.ui', '.in', '.xml') and has_words(path)}
    problems = [f'po/POTFILES.in lacks {name}' for name in sorted(with_words - set(listed))]
    problems += [f'po/POTFILES.in names {name}, which has no words or does not exist' for name in sorted(set(listed) - with_words)]
    return problems + ([] if listed == sorted(listed) else ['po/POTFILES.in is not sorted'])


def placeholder_problems(entries):
    problems = []
    for entry in entries:
        text = entry.get('msgid_plural', entry['msgid'])
        where = ' '.join(entry['where'][:1])
        places = PLACEHOLDER.findall(text.replace('%%', ''))
        if len(places) >= 2 and not any(line.startswith('Translators') for line in entry['comment']):
            problems.append(f'{where}: "{text}" has {len(places)} placeholders and no comment for translators')
        if 'msgid_plural' not in entry and COUNTED.search(text):
            problems.append(f'{where}: "{text}" counts without ngettext')
    return problems


def context_problems(entries):
    return [f'{entry["where"][:1]}: "{entry["msgid"]}" needs a context: C_()' for entry in entries
            if entry['msgid'] in AMBIGUOUS and 'msgctxt' not in entry]


def unguarded_languages(languages):
    return [f'{language}: CLAIMS and HEALTH do not say what it may never claim' for language in languages
            if language not in CLAIMS or language not in HEALTH]


def health_problems(entries, language):
    """Reminders that say in that language what they do not say in English."""
    return [f'{language}: "{text}" speaks of health: {HEALTH[language].search(text).group()}'
            for entry in entries if any(place.startswith(REMINDERS) for place in entry['where'])
            and not HEALTH['en'].search(entry['msgid'])
            for name, text in entry.items() if name.startswith('msgstr') and HEALTH[language].search(text)]


def claim_problems(entries, language='en'):
    """What findings, flags and notifications never say, in the words of that language (product 4, clinical 5.3)."""
    problems = []
    for entry in entries:
        if not any(place.startswith(NEVER_CLAIM) for place in entry['where']):
            continue
        texts = [entry['msgid'], entry.get('msgid_plural', '')] if language == 'en' else \
            [text for name, text in entry.items() if name.startswith('msgstr')]
        match = CLAIMS[language].search(NO_CLAIM.sub('', ' '.join(texts)))
        if match:
            problems.append(f'{entry["where"][:1]}: "{" ".join(texts)}" claims too much: {match.group()}')
    return problems


def language_problems(language, pot, folder):
    """What is missing, doubtful or broken in one language."""
    po = SOURCE / f'po/{language}.po'
    if not po.exists():
        return [f'po/{language}.po does not exist']
    problems = []
    done = run(tool('msgfmt'), '--check', '--check-accelerators=_', '--output-file=/dev/null', po)
    if done.returncode:
        problems.append(done.stdout)
    merged = pathlib.Path(folder) / f'{language}.po'
    done = run(tool('msgmerge'), '--quiet', '--no-fuzzy-matching', '--output-file', merged, po, pot)
    if done.returncode:
        return problems + [done.stdout]
    entries = list(read_po(merged.read_text(encoding='utf-8')))
    problems += claim_problems(entries, language) + health_problems(entries, language)
    for entry in entries:
        texts = [value for key, value in entry.items() if key.startswith('msgstr')]
        if not entry['obsolete'] and (not all(texts) or 'fuzzy' in entry['flags']):
            problems.append(f'{language}: not translated: "{entry["msgid"]}" ({" ".join(entry["where"][:1])})')
    return problems


def check_planted():
    entry = {'msgid': '%u nights of %s', 'comment': [], 'where': ['src/core/wording/a.c:1'], 'flags': ''}
    must_find('/translations/planted/no-comment', placeholder_problems([entry]), 'no comment')
    must_find('/translations/planted/no-plural', placeholder_problems([entry]), 'ngettext')
    must_find('/translations/planted/no-context', context_problems([{**entry, 'msgid': 'Left'}]), 'context')
    must_find('/translations/planted/claim', claim_problems([{**entry, 'msgid': 'Coffee causes cramps'}]), 'causes')
    for language, claim, word in [('es', 'El café causa calambres', 'causa'), ('de', 'Kaffee verursacht Krämpfe', 'verursacht'),
                                  ('de', 'Das ist ganz normal', 'normal'), ('de', 'Setzen Sie das Mittel ab', 'Setzen Sie')]:
        must_find(f'/translations/planted/claim-{language}-{word.split()[0].lower()}',
                  claim_problems([{**entry, 'msgstr': claim}], language), word)
    must_find('/translations/planted/health', health_problems([{**entry, 'msgid': 'Reminder', 'where': [REMINDERS + ':1'],
                                                                'msgstr': 'Gegen Krämpfe'}], 'de'), 'Krämpf')
    must_find('/translations/planted/no-words-of-a-language', unguarded_languages(['xx']), 'xx')
    must_find('/translations/planted/file-not-listed', potfiles_problems([]), 'lacks', f'data/{APP_ID}.desktop.in')
    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder) / 'x.pot'
        pot.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Nobody translated this"\nmsgstr ""\n')
        for language in listed_files((SOURCE / 'po/LINGUAS').read_text())[:1]:
            must_find('/translations/planted/not-translated', language_problems(language, pot, folder), 'Nobody translated')


def main():
    listed = listed_files((SOURCE / 'po/POTFILES.in').read_text())
    check('/translations/potfiles', potfiles_problems(listed))
    with tempfile.TemporaryDirectory() as folder:
        pot, problems = extract(listed, folder)
        check('/translations/extraction', problems)
        entries = list(read_po(pot.read_text(encoding='utf-8')))
        check('/translations/comments-and-plurals', placeholder_problems(entries))
        check('/translations/contexts', context_problems(entries))
        check('/translations/no-claims', claim_problems(entries))
        languages = listed_files((SOURCE / 'po/LINGUAS').read_text())
        check('/translations/languages-guarded', unguarded_languages(languages))
        check('/translations/languages-sorted', [] if languages == sorted(languages) else ['po/LINGUAS is not sorted'])
        for language in languages:
            check(f'/translations/complete/{language}', language_problems(language, pot, folder))
    check_planted()


main()
