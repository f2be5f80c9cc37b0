#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever left school after the seventh grade can read what the diary says of findings, reasons to see a doctor, relief and what to
try.

English: each text at most grade 7 by Flesch and Kincaid (1975). German: school years by the first Wiener Sachtextformel
(Bamberger and Vanecek 1984). Spanish: ease by Fernández Huerta (1959), where 70 to 80 is grade 7 and less is harder. In German
and Spanish all texts together are held to grade 7, and each to a looser limit, since the formulas were made for a page of text and
one long compound decides over a line. As in Flesch's rules a colon and a semicolon end a sentence, and a number is one
syllable."""
import re
import xml.etree.ElementTree

from messages import english, languages, translations
from tap import SOURCE, check, must_find

# A text of fewer words is a label, and no formula fits it.
LEAST_WORDS = 10
LETTERS = "A-Za-zÀ-ÿ"
WORD = re.compile(rf"[{LETTERS}][{LETTERS}'’-]*|\d[\d.,]*")
# Besides the cards of flags.
READ = ('src/core/wording/', 'data/knowledge/reliefs.xml', 'data/knowledge/selfcare.xml')
PLACEHOLDER = re.compile(r'%(?:\d\$)?[\d.]*[a-z]+')


def get_words(text):
    return WORD.findall(text)


def count_sentences(text):
    return max(1, sum(1 for part in re.split(r'(?<=[.?!:;])\s+', text) if get_words(part)))


def syllables_en(word):
    word = re.sub(r"['’]s?$", '', word.lower())
    count = len(re.findall(r'[aeiouy]+', word))
    silent = r'[^aeiouyl]e$|[aeiouy]le$|[^aeiouytd]ed$|[^aeiouyscxzgh]es$'
    parted = r'ia(?!l$)|io(?!n)|[^q]ua|eo(?!p)|[^aeiou]ying|uo'
    return max(1, count - len(re.findall(silent, word)) + len(re.findall(parted, word)))


def syllables_de(word):
    return max(1, len(re.findall(r'aa|ee|oo|ie|ei|ai|au|äu|eu|ey|[aeiouyäöü]', word.lower())))


def syllables_es(word):
    word = re.sub('y$', 'i', re.sub(r'qu|gu(?=[eiéí])', 'q', word.lower()))
    return max(1, len(re.findall(r'[íú]|[iuü]*[aeoáéó][iuü]*|[iuü]+', word)))


class Measure:
    """What the formulas take of a text."""

    def __init__(self, text, syllables):
        text = PLACEHOLDER.sub('5', re.sub('<[^>]*>', '', text))
        self.words = get_words(text)
        self.n = len(self.words)
        self.per_sentence = self.n / count_sentences(text)
        self.syllables = [1 if word[0].isdigit() else syllables(word) for word in self.words]
        self.per_word = sum(self.syllables) / self.n


def grade_en(text):
    measure = Measure(text, syllables_en)
    return 0.39 * measure.per_sentence + 11.8 * measure.per_word - 15.59


def grade_de(text):
    measure = Measure(text, syllables_de)
    long_ones = 100 * sum(count >= 3 for count in measure.syllables) / measure.n
    short_ones = 100 * sum(count == 1 for count in measure.syllables) / measure.n
    many_letters = 100 * sum(len(word) > 6 for word in measure.words) / measure.n
    return 0.1935 * long_ones + 0.1672 * measure.per_sentence + 0.1297 * many_letters - 0.0327 * short_ones - 0.875


def ease_es(text):
    measure = Measure(text, syllables_es)
    return 206.84 - 60 * measure.per_word - 1.02 * measure.per_sentence


# Language: formula, what a text may be at most, what all together may be at most. An ease counts the other way.
FORMULAS = {
    'en': (grade_en, 7, 7),
    'de': (grade_de, 10, 7),
    'es': (lambda text: -ease_es(text), -55, -70),
}


def get_flag_texts(translate):
    """A card as it is read: what was found and what to do; and what is known of it."""
    for rule in xml.etree.ElementTree.parse(SOURCE / 'data/knowledge/flags.xml').getroot().iter('rule'):
        for case in rule.iter('case'):
            card = [' '.join(case.find(name).text.split()) for name in ('title', 'do') if case.find(name) is not None]
            yield rule.get('id'), '. '.join(translate(None, text) for text in card)
        yield rule.get('id'), translate(None, ' '.join(rule.find('evidence').text.split()))


def get_texts(language, entries):
    table = {} if language == 'en' else translations(language)

    def translate(context, text):
        entry = table.get((context, text))
        return text if entry is None else entry.get('msgstr[1]', entry.get('msgstr'))

    yield from get_flag_texts(translate)
    for entry in entries:
        if any(place.startswith(READ) for place in entry['where']):
            text = translate(entry.get('msgctxt'), entry['msgid'])
            yield entry['where'][0], entry['msgid_plural'] if language == 'en' and 'msgid_plural' in entry else text


def reading_problems(language, texts):
    formula, limit, _ = FORMULAS[language]
    return [f'{where}: {abs(formula(text)):.1f} instead of {abs(limit)}: "{text}"' for where, text in texts
            if len(get_words(text)) >= LEAST_WORDS and formula(text) > limit]


def whole_problems(language, texts):
    formula, _, limit = FORMULAS[language]
    figure = formula(' '.join(text.rstrip('.:') + '.' for _, text in texts if len(get_words(text)) >= LEAST_WORDS))
    print(f'# {language}: {len(texts)} texts, together {abs(figure):.1f}')
    return [f'all texts together: {abs(figure):.1f} instead of {abs(limit)}'] if figure > limit else []


def check_planted():
    hard = {
        'en': 'Individuals experiencing persistent musculoskeletal symptomatology should immediately seek professional evaluation.',
        'de': 'Anhaltende muskuloskelettale Beschwerden erfordern unverzüglich eine fachärztliche Untersuchung der Blutzirkulation Ihrer '
              'Extremitäten.',
        'es': 'Las manifestaciones musculoesqueléticas persistentes requieren inmediatamente una evaluación profesional especializada '
              'y multidisciplinar.',
    }
    for language, text in hard.items():
        must_find(f'/reading/planted/{language}', reading_problems(language, [('x', text)]), 'instead of')
        must_find(f'/reading/planted/{language}-whole', whole_problems(language, [('x', text)]), 'together')


def main():
    entries = english()
    for language in ['en', *languages()]:
        texts = list(get_texts(language, entries))
        check(f'/reading/{language}/each-text', reading_problems(language, texts))
        check(f'/reading/{language}/together', whole_problems(language, texts))
    # Known counts of syllables: the formulas stand on them.
    for count, name, words in [(syllables_en, 'en', 'cramp:1 doctor:2 medicine:3 emergency:4 eased:1 pages:2 people:2'),
                               (syllables_de, 'de', 'Krampf:1 Nächte:2 Arztpraxis:3 Beine:2 Apotheke:4 heute:2'),
                               (syllables_es, 'es', 'médico:3 pierna:2 día:2 guía:2 calambre:3 quinina:3 hoy:1 línea:3')]:
        wrong = [f'{word}: {count(word)}' for word, n in (pair.split(':') for pair in words.split()) if count(word) != int(n)]
        check(f'/reading/{name}/syllables', wrong)
    check_planted()


main()
