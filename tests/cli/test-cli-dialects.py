#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""CSV as programs and people really write it: tests/fixtures/csv, each form right or refused with file, line and reason; and as
Stillnight writes it."""

import os
import shutil

import home as cli

FOLDER = os.path.join(os.environ["STILLNIGHT_SOURCE"], "tests", "fixtures", "csv")
FIRST = [("2026-11-01", 0, None, {"fluids": 1500}), ("2026-11-02", 2, 6, {"fluids": 750})]
MID = [("2026-11-13", 0, None, {"fluids": 1500}), ("2026-11-14", 2, 6, {"fluids": 750})]
BROKEN = [("2026-11-01", 0, None, {"fluids": 1500.5}), ("2026-11-02", 2, 6, {"fluids": 750.25})]


def named(slug, first=1500, second=750):
    return [("2026-11-01", 0, None, {slug: first}), ("2026-11-02", 2, 6, {slug: second})]


DECIMAL = "can be a broken number or thousands; say --decimal comma or --decimal point"
ORDER = "can begin with the day or the month; say --date-order dmy or --date-order mdy"
FORM = "is not a date of the form YYYY-MM-DD"
ARABIC = FIRST[:1]
# What a file is, or how its refusal goes on after its name; options after it.
EXPECTED = {
    "01-comma": FIRST, "02-semicolon": FIRST, "03-tab": FIRST, "04-bom": FIRST, "05-crlf": FIRST, "06-no-last-newline": FIRST,
    "07-quoted-all": FIRST, "08-quoted-newline": named("fluids-of-the-day"), "09-utf16-le": FIRST, "10-utf16-be": FIRST,
    "11-latin1": named("hohe"),
    "12-decimal-comma": BROKEN, "13-decimal-comma-quoted": BROKEN,
    "14-thousands-comma": f":2: fluids '1,500' {DECIMAL}", "15-thousands-point": f":2: fluids '1.500' {DECIMAL}",
    "16-thousands-space": FIRST, "17-day-first-dots": MID, "18-day-first-slashes": MID, "19-month-first-slashes": MID,
    "20-ambiguous-slashes": f":2: '01/11/2026' {ORDER}", "21-year-first-slashes": FIRST,
    "22-date-and-time": FIRST, "23-two-digit-year": f":2: '13/11/26' {ORDER}",
    "24-missing-header": ":1: no names of columns stand above the first date; say which columns you mean by their place, as in "
                         "--cramps-column 'column 2'",
    "25-blank-lines": FIRST, "26-old-mac": FIRST, "27-padded": FIRST, "28-upper-case": FIRST,
    "29-short-row": ":2: 2 cells in this row, 4 in the header", "30-long-row": ":2: 5 cells in this row, 4 in the header",
    "31-no-such-day": ":2: the day 2026-02-30 does not exist, or its year is not 1900 to 2199",
    "32-twice": ":3: the night 2026-11-01 is there twice, first in line 2",
    "33-severity-11": ":2: severity 11 is not a whole number from 0 to 10",
    "34-words": ":2: cramps 'none' is not a number; leave it empty if it was not recorded",
    "35-yes-no": named("late-meal", 1, 0),
    "36-open-quote": ":2: a quotation mark is opened here and never closed",
    "37-spreadsheet": ":1: this is a spreadsheet or an archive; save it as CSV in UTF-8",
    "38-empty": ":1: the file is empty", "39-header-only": ":1: no rows after the header",
    "40-nul": ":2: not a text file (it has a zero byte)",
    "41-comment": FIRST, "42-sep-line": FIRST, "43-pipe": FIRST, "44-trailing-delimiter": FIRST, "45-arabic-digits": ARABIC,
    "46-excel-escape": named("the-other-thing", 1, 0), "47-future": ":2: night 2027-11-01 has not begun yet",
    "48-units": [("2026-11-01", 0, None, {}), ("2026-11-02", 2, 6, {})],
    "49-mixed-order": ":3: '11/14/2026' begins with the month and other dates with the day; day and month are mixed",
    "50-windows-1252": named("grosse-x"), "51-utf16-without-bom": FIRST,
    "52-mixed-encodings": ":3: not UTF-8 text (byte 0xFC); save it as CSV in UTF-8",
    "53-dates-told-later": [("2025-11-30", 0, None, {"fluids": 100}), *FIRST],
    "54-decimal-told-later": [*FIRST, ("2026-11-03", 0, None, {"fluids": 7.5})],
    "55-title-lines": FIRST, "56-comments-between": FIRST, "57-row-numbers": FIRST,
    "58-column-called-hash": [("2026-11-01", 0, None, {"column-6d3074e4": 1, "fluids": 1500}), ("2026-11-02", 2, 6, {"column-6d3074e4": 2, "fluids": 750})],
    "59-times": FIRST, "60-times-of-half-days": MID, "61-date-and-time-columns": FIRST,
    "62-utc": ":2: '2026-11-01T22:10:00Z' is a time of UTC, which does not say what night it was where you were; export local times",
    "63-offset": FIRST, "64-month-names": FIRST, "65-unit-behind": FIRST, "66-other-unit": FIRST,
    "67-mixed-units": ":3: fluids is in 'l' here and in 'ml' above",
    "68-ja-nein": [("2026-11-01", 0, None, {"spat-gegessen": 1}), ("2026-11-02", 1, 6, {"spat-gegessen": 0})],
    "69-oui-non": named("vin", 1, 0), "70-si-no": named("vino", 1, 0),
    "71-ticks": [("2026-11-01", 0, None, {"wine": 1}), ("2026-11-02", 2, 6, {}), ("2026-11-03", 0, None, {"wine": 1})],
    "72-not-available": FIRST, "73-apostrophes": FIRST, "74-narrow-spaces": FIRST, "75-date-by-its-cells": FIRST,
    "76-two-dates": ":1: no date column: none of the columns (written, slept, cramps) is called one of: date, night, day, key, datum, fecha, nacht, noche; say with --date-column which one it is",
    "80-remarks": FIRST, "81-german": FIRST, "82-spanish": FIRST, "77-words-and-numbers": ":3: fluids has numbers as well as yes and no",
    "78-headers-in-lines": named("fluids-of-the-day"), "79-delimiter-in-names": named("tea-coffee-water"),
    "83-excel-german": [("2026-11-01", 0, None, {"trinken": 1500.5}), ("2026-11-02", 2, 6, {"trinken": 750})],
    "84-swiss-numbers": [("2026-11-01", 0, None, {"fluids": 1234.5}), ("2026-11-02", 0, None, {"fluids": 900})],
    "85-counted-units": [("2026-11-01", 0, None, {"coffee": 2}), ("2026-11-02", 0, None, {"coffee": 1})],
    "86-german-months": [("2026-03-03", 1, None, {}), ("2026-05-04", 0, None, {}), ("2026-11-01", 0, None, {})],
    "87-spanish-months": [("2026-03-03", 1, None, {}), ("2026-03-04", 0, None, {})],
    "88-month-and-two-digits": [("2026-03-03", 1, None, {}), ("2026-03-04", 0, None, {})],
    "89-points-and-two-digits": [("2026-01-01", 0, None, {}), ("2026-11-21", 1, None, {})],
    "90-two-digits-first": f":2: '26-11-01' {ORDER}",
    "91-compact-dates": [("2026-11-01", 1, None, {}), ("2026-11-02", 0, None, {})],
    "92-day-numbers": ":2: '46327' is the number of a day in a spreadsheet, which begins to count in 1900 or in 1904; show the column as dates there and "
                       "save it again",
    "93-footer": f":4: 'Total' {FORM}",
    "94-footer-without-date": ":4: the row has no date",
    "95-twins": ":1: two columns are called 'wine'",
    "96-unicode-minus": [("2026-11-01", 1, None, {"temp": -5}), ("2026-11-02", 0, None, {"temp": 1})],
    "97-notes": [("2026-11-01", 1, None, {}), ("2026-11-02", 0, None, {})],
    "98-two-notes": [("2026-11-01", 1, None, {}), ("2026-11-02", 0, None, {})],
    "99-words-late": ":30: mood 'good' is not a number; leave it empty if it was not recorded; --note-column reads its words as the note, "
                     "--skip-column passes over it",
    "A0-one-litre": [("2026-11-01", 1, None, {"fluids": 1000}), ("2026-11-02", 0, None, {"fluids": 1000})],
    "A1-duration-of-sleep": [("2026-11-01", 2, None, {"duration-2": 7.5}), ("2026-11-02", 0, None, {"duration-2": 8})],
    "A2-duration-as-time": [("2026-11-01", 2, None, {}), ("2026-11-02", 0, None, {})],
    "A3-web-page": ":1: this is a web page or XML; save it as CSV in UTF-8",
    "A4-old-spreadsheet": ":1: this is a spreadsheet; save it as CSV in UTF-8",
    "A5-other-json": ":1: is no diary exported by Stillnight",
    "A6-blank-lines-and-comments": [("2026-11-01", 1, None, {})],
    "A7-one-column": ":1: no date column: none of the columns (cramps) is called one of: date, night, day, key, datum, fecha, nacht, noche; say with --date-column which one it is",
    "A8-one-sheet-wide": [("2026-11-01", 1, None, {f"f{i}": 2 for i in range(298)})],
}
TOLD = {
    "14-thousands-comma": (["--decimal", "point"], FIRST), "15-thousands-point": (["--decimal", "comma"], FIRST),
    "20-ambiguous-slashes": (["--date-order", "dmy"], FIRST), "23-two-digit-year": (["--date-order", "dmy"], MID[:1]),
    "24-missing-header": (["--cramps-column", "column 2", "--severity-column", "column 3", "--factor", "Column 4"], named("column-4")),
    "99-words-late": (["--skip-column", "mood"], [*((f"2026-10-{day:02}", 0, None, {}) for day in range(1, 29)), ("2026-11-01", 0, None, {})]),
    "57-row-numbers": (["--factor", "column 1=count"],
                       [("2026-11-01", 0, None, {"column-1": 0, "fluids": 1500}), ("2026-11-02", 2, 6, {"column-1": 1, "fluids": 750})]),
    "11-latin1": (["--encoding", "windows-1252", "--delimiter", "comma", "--header", "1", "--dates", "morning"],
                  [("2026-10-31", 0, None, {"hohe": 1500}), ("2026-11-01", 2, 6, {"hohe": 750})]),
}
# What is said of the form of a file that could surprise.
SAID = {
    "01-comma": "", "02-semicolon": "Columns are separated by semicolons.", "43-pipe": "Columns are separated by vertical lines.",
    "10-utf16-be": "The file is UTF-16 text.", "11-latin1": "The file is Windows-1252 text.",
    "18-day-first-slashes": "Its dates begin with the day.", "19-month-first-slashes": "Its dates begin with the month.",
    "54-decimal-told-later": "Columns are separated by semicolons. Its commas are decimal.",
    "55-title-lines": "The names of its columns stand in line 4.",
    "56-comments-between": "The names of its columns stand in line 2. 2 lines that begin with # were passed over.",
    "57-row-numbers": "1 column without a name was passed over.",
    "59-times": "Its dates have times: one before 12:00 is of the night before.",
    "75-date-by-its-cells": "Column 'Abend' is the date.", "66-other-unit": "Column 'fluids' was turned from l into ml.",
    "80-remarks": "Column 'remarks' is the note.",
}


def read(home, name, *options):
    shutil.copy(os.path.join(FOLDER, f"{name}.csv"), home.folder)
    return home.run("import", f"{name}.csv", "--diary", f"{name}.db", *options)


def stored(home, name):
    return [(night["night"], len(night["episodes"]), max((e["severity"] for e in night["episodes"] if e.get("severity") is not None),
                                                         default=None),
             {slug: value["value"] for slug, value in night["factors"].items()})
            for night in home.nights("--diary", f"{name}.db")]


def corpus(home):
    assert sorted(EXPECTED) == sorted(name[:-4] for name in os.listdir(FOLDER)), "every file has its line here"
    for name, expected in EXPECTED.items():
        done = read(home, name)
        if isinstance(expected, list):
            assert done.returncode == 0, (name, done.stderr.decode())
            assert stored(home, name) == expected, (name, stored(home, name))
        else:
            assert done.returncode == 1, name
            assert done.stderr.decode() == f"stillnight-cli: {name}.csv{expected}\n", (name, done.stderr.decode())
            assert not os.path.exists(home.path(f"{name}.db")), name


def told(home):
    for name, (options, expected) in TOLD.items():
        done = read(home, name, *options)
        if isinstance(expected, str):
            assert done.stderr.decode() == f"stillnight-cli: {name}.csv{expected}\n", (name, done.stderr.decode())
            continue
        assert done.returncode == 0, (name, done.stderr.decode())
        assert stored(home, name) == expected, name
    assert read(home, "99-words-late", "--note-column", "mood").returncode == 0
    assert [night["note"] for night in home.nights("--diary", "99-words-late.db")][-2:] == ["3", "good"]
    for options, reason in (("--dates noon", "--dates: evening or morning"), ("--header 0", "--header: a line from 1, or none"),
                            ("--delimiter x", "--delimiter: comma, semicolon, tab or pipe"),
                            ("--encoding ascii", "--encoding: utf-8, utf-16le, utf-16be or windows-1252")):
        assert home.fails(2, "import", "x.csv", *options.split()) == f"import: {reason}"
    assert read(home, "01-comma", "--header", "9").stderr.decode() == "stillnight-cli: 01-comma.csv:9: no row with the names of the columns begins here\n"
    assert "not UTF-8 text" in home.fails(1, "import", "11-latin1.csv", "--encoding", "utf-8")
    assert home.fails(2, "import", "x.csv", "--decimal", "dot") == "import: --decimal: point or comma"
    assert home.fails(2, "import", "x.csv", "--date-order", "ymd") == "import: --date-order: dmy or mdy"


def said(home):
    """How a file was read is told where it could surprise, and only there."""
    for name, expected in SAID.items():
        lines = read(home, name, "--dry-run").stdout.decode().splitlines()[1:]
        about = [line for line in lines if not line.startswith("Column '") or
                 line.endswith(("' is the date.", "passed over.", "' is the note.", "ml."))]
        assert " ".join(about) == expected, (name, about)


def day_change_of_the_diary(home):
    """The diary's setting holds for times of a file."""
    with open(home.path("late.csv"), "w") as file:
        file.write("date,cramps\n2026-11-02 07:00,1\n2026-11-03 05:59,0\n")
    home.ok("import", "late.csv", "--diary", "noon.db")
    assert [night[0] for night in stored(home, "noon")] == ["2026-11-01", "2026-11-02"]
    home.ok("log", "--date", "2026-10-01", "--no-cramps", "--diary", "six.db")
    home.ok("settings", "day-change=06:00", "--diary", "six.db")
    assert "the night 2026-11-02 is there twice" in home.fails(1, "import", "late.csv", "--diary", "six.db")


def uncounted(home):
    """How bad cramps were, with nothing that counts them, is refused and not lost; only a factor that is the person's own is new."""
    how = "; say with --cramps-column which one it is, or --cramps-column '' where none is"
    beside = "add a column 'cramps' with the number of each night"
    for name, text, options, hint in (("alone", "Date,Time,Severity,Leg\n2026-11-01,1:30 AM,6,left\n", (), how),
                                ("with-more", "Date,Severity,Coffee\n2026-11-01,6,2\n", (), how),
                                ("said-none", "Date,Severity\n2026-11-01,6\n", ("--cramps-column", ""), ""),
                                ("empty", "Date,Cramps,Severity\n2026-11-01,,6\n", (), "")):
        with open(home.path(f"{name}.csv"), "w") as file:
            file.write(text)
        assert home.fails(1, "import", f"{name}.csv", "--diary", f"{name}.db", *options) == \
            f"{name}.csv: 'Severity' is of cramps, but no number of cramps stands beside it; {beside}{hint}"
        assert not os.path.exists(home.path(f"{name}.db")), name
    home.ok("import", "with-more.csv", "--diary", "with-more.db", "--cramps-column", "")
    with open(home.path("built-in.csv"), "w") as file:
        file.write("date,cramps,fluids,my-own\n2026-11-01,0,1500,3\n")
    assert home.ok("import", "built-in.csv", "--diary", "built-in.db").startswith("1 new night · 1 new factor\n")


def tables(home):
    """A row a night, a cramp or a thing said, of a period and of the parts that are asked for, the same in every locale."""
    home.ok("log", "--date", "2026-11-18", "--cramps", "2", "--severity", "6", "--start", "02:30", "--relief", "stretch,walk",
            "--note", "=bad")
    home.ok("log", "--date", "2026-11-19", "--no-cramps", "--quality", "4", "--factor", "alcohol=20.5")
    home.ok("log", "--date", "2026-11-20", "--cramps", "1", "--note", "late")
    nights = "date,cramps,severity,alcohol,alcohol:entered\n2026-11-18,2,6,,\n2026-11-19,0,,20.5,after\n2026-11-20,1,,,\n"
    assert home.ok("export") == home.ok("export", "--csv", "--rows", "nights") == nights
    home.ok("export", "again.csv")
    home.ok("import", "again.csv", "--diary", "again.db")
    assert home.ok("export", "--diary", "again.db") == nights
    assert home.ok("export", "--rows", "nights", "--parts", "sleep,notes", "--from", "2026-11-19") == \
        "date,sleep.quality,note\n2026-11-19,4,\n2026-11-20,,late\n"
    episodes = home.ok("export", "--rows", "episodes", "--to", "2026-11-19").splitlines()
    assert episodes[0].startswith("night,start,duration_s,severity,") and episodes[0].endswith(",note")
    assert episodes[1].startswith("2026-11-18,02:30,,6,") and "stretch walk" in episodes[1] and len(episodes) == 3, episodes
    assert episodes[2].strip(",") == "2026-11-18", episodes
    notes = home.ok("export", "--rows", "long", "--parts", "notes")
    assert "'=bad" in home.ok("export", "--rows", "episodes") + notes and "\n=bad" not in notes
    assert "bad" not in home.ok("export", "--rows", "episodes", "--parts", "cramps")
    assert home.ok("export", "--rows", "long", "--parts", "cramps,factors") == (
        "night,item,value\n2026-11-18,cramps,2\n2026-11-18,severity,6\n2026-11-19,cramps,0\n2026-11-19,alcohol,20.5\n"
        "2026-11-20,cramps,1\n")
    for options, reason in (("--rows weeks", "--rows: nights, episodes or long"),
                            ("--parts all", "--parts: cramps, factors, sleep or notes, with commas between them"),
                            ("--rows episodes --parts sleep", "--parts: rows of episodes have cramps and notes only"),
                            ("--rows episodes --parts notes", "--parts: rows of episodes have cramps"),
                            ("--json --rows long", "--rows and --parts are for CSV; --json and --for-merge write everything"),
                            ("--json --csv", "either --csv, --json or --for-merge"),
                            ("--from 2026-11-20 --to 2026-11-19", "--from is after --to")):
        assert home.fails(2, "export", *options.split()) == f"export: {reason}", options


cli.main([corpus, told, said, day_change_of_the_diary, uncounted, tables])
