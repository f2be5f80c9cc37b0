#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Read back against English, in each language: what the diary says of reasons to see a doctor, of relief and of what to try keeps its numbers, how
soon, whom to call, and what not to do. Never softer, never sharper (clinical 5)."""
import collections
import re

from messages import english, languages, translations
from tap import check

READ_BACK = ('data/knowledge/flags.xml', 'data/knowledge/reliefs.xml', 'data/knowledge/selfcare.xml',
             'src/core/wording/stn-wording-flag.c', 'src/core/wording/stn-wording-cramp.c')

# As often in the translation as in English.
COUNTED = {
    'now': {'en': r'\bnow\b', 'de': r'\bjetzt\b', 'es': r'\bahora\b'},
    'today': {'en': r'\btoday\b', 'de': r'\bheute\b', 'es': r'\bhoy\b'},
    'right away': {'en': r'\b(right away|at once|immediately)\b', 'de': r'\bsofort\b', 'es': r'\b(enseguida|de inmediato)\b'},
    'all at once': {'en': r'\b(all at once|suddenly)\b', 'de': r'\bauf einmal\b', 'es': r'\bde golpe\b'},
    'the next days': {'en': r'\bwithin (the next )?days\b', 'de': r'\bden nächsten Tagen\b', 'es': r'\b(próximos|unos) días\b'},
    'the next visit': {'en': r'\bnext visit\b', 'de': r'\bnächsten (Arztb|B)esuch\b', 'es': r'\bpróxima visita\b'},
    'emergency': {'en': r'\bemergency\b', 'de': r'\bNot(ruf|fall)\w*', 'es': r'\bemergencias?\b'},
    'urgent-care line': {'en': r'\burgent(-care)? line\b', 'de': r'\bBereitschaftsdienst\b', 'es': r'\burgencias\b'},
    'pharmacist': {'en': r'\bpharmacist', 'de': r'\bApotheke', 'es': r'\bfarmacéutic'},
    'maternity unit': {'en': r'\bmaternity unit\b', 'de': r'\bGeburtsklinik\b', 'es': r'\bmaternidad\b'},
    'on your own': {'en': r'\bon your own\b', 'de': r'\bvon sich aus\b', 'es': r'\bpor su cuenta\b'},
}
# In the translation if and only if in English.
NAMED = {
    'doctor': {'en': r'\b(doctors?|practice|medical|office visit|urgent-care line|routine visit|next visit|booked|seen|team)\b',
               'de': r'[aä]rzt|termin|team', 'es': r'médic|consulta|urgencias|visita|visto|\bcita\b'},
    'phoning': {'en': r'\b(phoned?|call)\b', 'de': r'\b(rufen|wählen|angerufen|hilfe rufen)', 'es': r'\b(llam|teléfono)'},
    'medicine': {'en': r'\b(medicines?)\b', 'de': r'\bMedikament', 'es': r'\bmedicamentos?\b'},
    'leg': {'en': r'\blegs?\b', 'de': r'bein', 'es': r'\bpiernas?\b'},
    'calf': {'en': r'\b(calf|calves)\b', 'de': r'\bWade', 'es': r'\bpantorrilla'},
    'clot': {'en': r'\bclots?\b', 'de': r'gerinnsel', 'es': r'\bcoágulo'},
    'swollen': {'en': r'\bsw(ollen|elling)\b', 'de': r'schw(oll|ell)', 'es': r'\bhincha'},
    'pregnancy': {'en': r'\bpregnan', 'de': r'schwanger', 'es': r'\bembaraz'},
    'stretching': {'en': r'stretch', 'de': r'dehn', 'es': r'estir'},
    'rubbing': {'en': r'\b(rub|massage)', 'de': r'\b(reib|massier|eismassage)', 'es': r'\b(frot|masaj)'},
    'ice': {'en': r'\bice\b', 'de': r'\beis', 'es': r'\bhielo\b'},
    'chest': {'en': r'\bchest\b', 'de': r'\bbrust', 'es': r'\bpecho\b'},
    'urine': {'en': r'\burine\b', 'de': r'\bUrin\b', 'es': r'\borina\b'},
    'quinine': {'en': r'\bquinine\b', 'de': r'\bchinin\b', 'es': r'\bquinina\b'},
    'weak': {'en': r'\bweak', 'de': r'schw[aä]ch|schwinden', 'es': r'débil|debilidad'},
    'minutes': {'en': r'\bminutes?\b', 'de': r'\bMinuten?\b', 'es': r'\bminutos?\b'},
    'seconds': {'en': r'\bseconds?\b', 'de': r'\bSekunden?\b', 'es': r'\bsegundos?\b'},
    'a week': {'en': r'\ba week\b', 'de': r'\bpro Woche\b', 'es': r'\bpor semana\b'},
    'weeks': {'en': r'\bweeks\b', 'de': r'\bWochen\b', 'es': r'\bsemanas\b'},
    'more than': {'en': r'\b(more|longer) than\b|\b(or more|and over)\b', 'de': r'\b(mehr|länger( dauerte)?) als\b|\boder mehr\b(?! werden)|\bab \d',
                  'es': r'\bmás de\b|\bo más\b'},
    'at most': {'en': r'\bat most\b', 'de': r'\bhöchstens\b', 'es': r'\bcomo mucho\b'},
    'yes': {'en': r'\byes\b', 'de': r'\b(ja|treffen .* zu)\b', 'es': r'\bsí\b(?! mismo)'},
}
# What is told not to do must be told so: at least as many words that say no as there are prohibitions.
PROHIBITION = re.compile(r'\b(?:[Dd]o not|[Nn]ever|Not|No) |: not\b|, not\b')
NEGATION = {'de': re.compile(r'\b([Nn]icht|[Nn]ie|[Kk]ein\w*|[Ll]assen Sie|erst, wenn)\b'),
            'es': re.compile(r'\b([Nn]o|[Nn]i|[Nn]unca|[Ss]in|[Dd]eje)\b')}
NUMBER_WORDS = {
    'en': {'two': 2, 'twice': 2, 'three': 3, 'four': 4, 'five': 5, 'six': 6, 'ten': 10},
    'de': {'zwei': 2, 'zweier': 2, 'zweimal': 2, 'drei': 3, 'dreimal': 3, 'vier': 4, 'fünf': 5, 'sechs': 6, 'zehn': 10},
    'es': {'dos': 2, 'doble': 2, 'tres': 3, 'triple': 3, 'cuatro': 4, 'cinco': 5, 'seis': 6, 'diez': 10},
}
PLACEHOLDER = re.compile(r'%(?:\d\$)?[\d.]*[a-z]')


def get_numbers(text, language):
    plain = PLACEHOLDER.sub('', text)
    numbers = re.findall(r'\d+(?:[.,]\d+)?', plain)
    words = [str(NUMBER_WORDS[language][word]) for word in re.findall(r'\w+', plain.lower()) if word in NUMBER_WORDS[language]]
    return collections.Counter(number.replace(',', '.') for number in numbers + words)


def text_problems(text, said, language):
    for number in (get_numbers(text, 'en') - get_numbers(said, language)).keys():
        yield f'{number} is lost'
    for number in (get_numbers(said, language) - get_numbers(text, 'en')).keys():
        yield f'{number} is new'
    for name, words in COUNTED.items():
        before, after = len(re.findall(words['en'], text, re.I)), len(re.findall(words[language], said, re.I))
        # "all at once" holds "at once".
        before -= len(re.findall(r'\ball at once\b', text, re.I)) if name == 'right away' else 0
        if before != after:
            yield f'"{name}" {before} times, then {after} times'
    for name, words in NAMED.items():
        before, after = bool(re.search(words['en'], text, re.I)), bool(re.search(words[language], said, re.I))
        if before != after:
            yield f'"{name}" is {"lost" if before else "new"}'
    prohibitions = len(PROHIBITION.findall(text))
    if prohibitions > len(NEGATION[language].findall(said)):
        yield f'{prohibitions} times "do not", and fewer words that say so'


def meaning_problems(entries, table, language):
    for entry in entries:
        if not any(place.startswith(READ_BACK) for place in entry['where']):
            continue
        translated = table[entry.get('msgctxt'), entry['msgid']]
        pairs = [(entry['msgid'], translated['msgstr'])] if 'msgstr' in translated else \
            [(entry['msgid'], translated['msgstr[0]']), (entry['msgid_plural'], translated['msgstr[1]'])]
        for text, said in pairs:
            for problem in text_problems(text, said, language):
                yield f'{language}: {problem}: "{text}" / "{said}"'


PLANTED = {
    'de': [('Phone a doctor today.', 'Rufen Sie bald eine Arztpraxis an.', 'today'),
           ('Phone a doctor today.', 'Rufen Sie heute eine Freundin an.', 'doctor'),
           ('For 15 minutes at most.', 'Höchstens 50 Minuten.', '15 is lost'),
           ('For 15 minutes at most.', '15 Minuten.', 'at most'),
           ('Do not rub that leg.', 'Reiben Sie dieses Bein.', 'do not'),
           ('Twice as many nights.', 'Dreimal so viele Nächte.', '3 is new')],
    'es': [('Phone a doctor now.', 'Llame hoy a un médico.', 'now'),
           ('Phone a doctor now.', 'Llame ahora a un amigo.', 'doctor'),
           ('For 15 minutes at most.', '50 minutos como mucho.', '15 is lost'),
           ('Do not rub that leg.', 'Frote esa pierna.', 'do not'),
           ('See a doctor right away.', 'Vaya al médico.', 'right away')],
}


def main():
    entries = english()
    n_read = sum(any(place.startswith(READ_BACK) for place in entry['where']) for entry in entries)
    print(f'# {n_read} messages are read back')
    for language in languages():
        check(f'/meaning/{language}', list(meaning_problems(entries, translations(language), language)))
        planted = [f'{language}: nothing is planted'] if language not in PLANTED else []
        for text, said, expected in PLANTED.get(language, []):
            if not any(expected in problem for problem in text_problems(text, said, language)):
                planted.append(f'not found: "{text}" / "{said}"')
        check(f'/meaning/{language}/planted', planted)


main()
