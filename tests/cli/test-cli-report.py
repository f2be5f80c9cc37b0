#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page for a doctor: seven people, what pdftotext reads of it, fonts, the limits of one page, and what must not stand there."""

import os
import re
import socket
import subprocess

import home as cli

WORDS = 250
FORBIDDEN = re.compile(r"\b(causes?|caused|safe|normal|stop taking|odds|luck)\b", re.I)


def new_person(home):
    home.ok("log", "--date", "2026-11-19", "--no-cramps")
    home.ok("log", "--date", "2026-11-20", "--cramps", "1", "--severity", "6", "--site", "calf", "--side", "left")
    home.ok("log", "--date", "2026-11-21", "--no-cramps")
    return ["--diary", home.diary], [
        "19 November to 21 November 2026.", "Cramps on 1 of 3 recorded nights in the last 3 days, 2.3 a week",
        "Usual pain 6/10, diary since November 2026.", "Not asked", "None noted", "Picture of 1 cramp",
        "Calf or foot 1"]


def frequent_person(home):
    home.ok("sample", "--nights", "200", "--bad-night", "--diary", "often.db")
    where = ["--diary", "often.db"]
    home.ok("person", "birth-year=1953", "sex=female", *where)
    home.ok("visits", "ask", "Could the water tablet matter?", *where)
    home.ok("conditions", "add", "High blood pressure", "--since", "2015-03-01", *where)
    return where, ["Born 1953 · Female", "My questions 1. Could the water tablet matter?",
                   "High blood pressure (2015)", "Stretching ended", "Bedtime stretch", "Woke me"]


def statin_person(home):
    home.ok("sample", "--nights", "60", "--diary", "statin.db")
    where = ["--diary", "statin.db"]
    home.ok("medicines", "add", "Atorvastatin", "--dose", "20 mg", "--start", "2026-09-28", *where)
    home.ok("medicines", "add", "Indapamide", "--dose", "1.5 mg", "--start", "2021-05-03", *where)
    home.ok("medicines", "dose", "Indapamide", "2.5 mg", "--date", "2026-10-26", *where)
    home.ok("medicines", "add", "Magnesium", "--dose", "300 mg", "--start", "2026-10-03", *where)
    home.ok("medicines", "stop", "Magnesium", "--date", "2026-10-30", *where)
    home.run("signs", "weakness=yes", "muscle-pain=yes", "--date", "2026-11-15", *where)
    home.run("signs", "chest-pain=no", "dark-urine=no", "numb-tingle=no", "--date", "2026-11-16", *where)
    return where, ["A muscle is weaker than usual (15 Nov)", "Muscle pain that effort does not explain (15 Nov)",
                   "Denied 16 Nov", "Chest pain", "Indapamide 2.5 mg Dose raised 26 October 3 May 2021: Started, 1.5 mg",
                   "Atorvastatin 20 mg Since 28 September", "Magnesium 300 mg Stopped 30 October", "Not asked"]


def person_of_three_years(home):
    home.ok("sample", "--nights", "1095", "--diary", "years.db")
    where = ["--diary", "years.db"]
    for day in ("2024-03-04", "2025-05-12", "2026-05-12"):
        home.ok("visits", "add", "--date", day, "--whom", "Dr Haugen", *where)
    return where, ["12 May to 21 November 2026.", "diary since November 2023", "Clear patterns in this diary"]


PEOPLE = [new_person, frequent_person, statin_person, person_of_three_years]


def read(path, *options):
    return subprocess.run(["pdftotext", *options, path, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()


def flat(text):
    return " ".join(text.split())


def write(home, where, name, *options):
    home.ok("report", "--pdf", name, *options, *where)
    return home.path(name)


def count_pages(path):
    out = subprocess.run(["qpdf", "--show-npages", path], stdout=subprocess.PIPE, check=True).stdout
    return int(out)


def check_file(path):
    subprocess.run(["qpdf", "--check", path], stdout=subprocess.DEVNULL, check=True)
    fonts = subprocess.run(["pdffonts", path], stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()[2:]
    assert fonts
    for font in fonts:
        assert re.search(r" yes yes yes +\d+ +\d+$", font), font
    info = subprocess.run(["pdfinfo", path], stdout=subprocess.PIPE, check=True).stdout.decode()
    text = info + read(path)
    for name in (os.environ.get("USER", "root"), socket.gethostname()):
        assert not re.search(rf"\b{re.escape(name)}\b", text), name
    assert not FORBIDDEN.search(text), FORBIDDEN.search(text)


def one_page(home):
    for person in PEOPLE:
        where, expected = person(home)
        for paper in ("a4", "letter"):
            path = write(home, where, f"{person.__name__}-{paper}.pdf", "--paper", paper)
            check_file(path)
            text = read(path, "-layout")
            assert count_pages(path) == 1, person.__name__
            assert "Something else" not in flat(text), "that was asked or not says nothing"
            assert len(text.split()) <= WORDS, (person.__name__, len(text.split()))
            for words in expected:
                assert words in flat(text), (person.__name__, words, flat(text))


MEDICINES = ["Atorvastatin", "Indapamide", "Magnesium", "Ramipril", "Amlodipine", "Metformin", "Omeprazole", "Levothyroxine",
             "Salbutamol", "Aspirin", "Bisoprolol", "Paracetamol"]
QUESTIONS = ["Could the water tablet matter?", "Should I have my potassium checked?", "Is stretching at night enough?",
             "May I go on with the statin?", "Do I need a blood test?", "Could it be restless legs?",
             "Is the pain at the back mine to watch?", "When should I come back?"]


def much_that_is_ordinary(home):
    """Up to twelve medicines and eight questions stay on one page, whole: what is shortened first is what was tried, the picture and the
    patterns, then the chart, which becomes its sentence."""
    for medicines, questions, has_chart in ((10, 0, True), (2, 6, True), (12, 8, False)):
        where = ["--diary", f"{medicines}-{questions}.db"]
        home.ok("sample", "--nights", "200", *where)
        home.ok("conditions", "add", "High blood pressure", "--since", "2015-03-01", *where)
        for i, name in enumerate(MEDICINES[:medicines]):
            home.ok("medicines", "add", name, "--dose", f"{5 * i + 5} mg", "--start", f"{2015 + i % 11}-{i % 9 + 1:02d}-11", *where)
        for question in QUESTIONS[:questions]:
            home.ok("visits", "ask", question, *where)
        home.run("signs", "weakness=yes", "muscle-pain=yes", "--date", "2026-11-15", *where)
        home.run("signs", "chest-pain=no", "dark-urine=no", "numb-tingle=no", "--date", "2026-11-16", *where)
        for paper in ("a4", "letter"):
            path = write(home, where, f"{medicines}-{questions}-{paper}.pdf", "--paper", paper)
            text = flat(read(path, "-layout"))
            assert count_pages(path) == 1, (medicines, questions, paper, text)
            for words in [*MEDICINES[:medicines], *QUESTIONS[:questions], "High blood pressure (2015)", "Weakness: the rest",
                          "A muscle is weaker than usual (15 Nov)", "Denied 16 Nov", "Cramp nights a week"]:
                assert text.count(words) == 1, (words, text)
            assert ("bars: likely range" in text) == has_chart, text
            assert "continued" not in text, text


def text_says_the_same(home):
    """Down to the chart, which the text puts into a sentence, the words are the same; below it the page takes what fits."""
    for person in PEOPLE:
        where, _ = person(home)
        printed = flat(read(write(home, where, f"{person.__name__}.pdf"), "-layout")).split(" Cramp nights a week")[0]
        said = flat(home.ok("report", "--text", *where)).split(" Cramp nights a week")[0]

        def bare(text):
            return sorted(word.strip(":;,.") for word in text.split())

        assert bare(printed) == bare(said), (person.__name__, printed, said)


def nothing_is_cut(home):
    """Thirty medicines and a whole check-up: what does not fit is continued, none is lost, and the page stays short."""
    home.ok("sample", "--nights", "60", "--diary", "much.db")
    where = ["--diary", "much.db"]
    names = [f"Medicine{chr(65 + i // 5)}{i}" for i in range(30)]
    for i, name in enumerate(names):
        home.ok("medicines", "add", name, "--dose", "5 mg", "--start", f"2026-10-{i + 1:02d}", *where)
    signs = [sign.split('"')[0] for sign in
             open(os.path.join(os.environ["STILLNIGHT_DATA"], "knowledge", "signs.xml")).read().split('<sign id="')[1:]]
    home.run("signs", *(f"{sign}=no" for sign in signs), "--date", "2026-11-16", *where)
    for i in range(12):
        home.ok("visits", "ask", f"Question number {i} of many that I want to ask my doctor?", *where)
    path = write(home, where, "much.pdf")
    check_file(path)
    first, everything = read(path, "-layout", "-l", "1"), read(path, "-layout")
    assert count_pages(path) > 1
    assert len(first.split()) <= WORDS, len(first.split())
    assert "continued on page 2" in first
    # No heading stands alone: what has no room on the first page is on the next.
    assert "Picture of" not in first and everything.count("Picture of") == 1, first
    for row in ("Bedtime stretch", "Distressing (5+)"):
        assert everything.count(row) == 1, row
    assert "more in Stillnight" not in everything, everything
    for name in names:
        assert everything.count(name + " 5 mg") == 1, name
    for i in range(12):
        assert f"Question number {i} of" in flat(everything), i
    for asked in ("Chest pain", "Coughing blood", "Yellow skin", "Weight has changed without trying"):
        assert asked in flat(everything), asked
    assert "Signs, continued" in everything and "Medicines, newest change first, continued" in everything


def period(home):
    home.ok("sample", "--nights", "200", "--diary", "a.db")
    text = home.ok("report", "--text", "--from", "2026-10-01", "--to", "2026-10-31", "--diary", "a.db")
    assert "1 October to 31 October 2026." in text and "in 28 days" in text, text
    nights = read(write(home, ["--diary", "a.db"], "n.pdf", "--nights", "--from", "2026-10-01", "--to", "2026-10-31"))
    assert "All nights of the period" in nights and "Sat 31 October" in nights, nights


def english_has_english_months(home):
    """Where there is no catalogue for the language of the locale: months and weekdays are of the language of the sentences."""
    os.mkdir(home.path("locales"))
    where, _ = frequent_person(home)
    words = home.ok("report", "--text", *where)
    page = flat(read(write(home, where, "plain.pdf", "--paper", "a4"), "-layout"))
    for name in ("tr_TR", "fa_IR"):
        folder = home.path("locales", f"{name}.UTF-8")
        subprocess.run(["localedef", "-i", name, "-f", "UTF-8", folder], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        assert os.path.isdir(folder), name
        there = {"LC_ALL": f"{name}.UTF-8", "LANGUAGE": "", "LOCPATH": home.path("locales")}
        assert home.ok("report", "--text", *where, **there) == words, name
        home.ok("report", "--pdf", f"{name}.pdf", "--paper", "a4", *where, **there)
        assert flat(read(home.path(f"{name}.pdf"), "-layout")) == page, name


def bedside(home):
    home.ok("person", "emergency-number=112")
    path = write(home, ["--diary", home.diary], "card.pdf", "--bedside")
    check_file(path)
    text = flat(read(path, "-layout"))
    assert count_pages(path) == 2
    for words in ("When a cramp comes", "Leg straight, toes up to your face", "In an emergency: 112", "My nights"):
        assert words in text, (words, text)
    grid = read(path, "-layout", "-f", "2").split()
    assert all(str(night) in grid for night in range(1, 32))


def refusals(home):
    home.ok("log", "--date", "2026-11-20", "--no-cramps")
    assert home.fails(2, "report") == "report: either --pdf FILE or --text"
    assert home.fails(2, "report", "--pdf", "a.pdf", "--text") == "report: either --pdf FILE or --text"
    assert home.fails(2, "report", "--text", "--paper", "a3") == "report: --paper: a4 or letter"
    home.fails(2, "report", "--text", "--from", "2026-11-20", "--to", "2026-11-19")
    assert home.fails(2, "report", "--text", "--from", "2026-11-30") == "report: --from is after last night"
    home.ok("report", "--pdf", "a.pdf")
    assert "exists already" in home.fails(1, "report", "--pdf", "a.pdf")
    before = home.bytes()
    assert "is the diary itself" in home.fails(1, "report", "--pdf", home.diary, "--replace")
    assert home.bytes() == before
    assert os.stat(home.path("a.pdf")).st_mode & 0o777 == 0o600


cli.main([one_page, much_that_is_ordinary, text_says_the_same, nothing_is_cut, period, english_has_english_months, bedside, refusals])
