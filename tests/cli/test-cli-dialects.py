#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""CSV as programs and people really write it: tests/fixtures/csv, each form right or refused with file, line and reason."""

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
# What a file is, or how its refusal goes on after its name; options after it.
EXPECTED = {
    "01-comma": FIRST, "02-semicolon": FIRST, "03-tab": FIRST, "04-bom": FIRST, "05-crlf": FIRST, "06-no-last-newline": FIRST,
    "07-quoted-all": FIRST, "08-quoted-newline": named("fluids-of-the-day"), "09-utf16-le": FIRST, "10-utf16-be": FIRST,
    "11-latin1": ":1: not UTF-8 text (byte 0xF6); save it as CSV in UTF-8",
    "12-decimal-comma": BROKEN, "13-decimal-comma-quoted": BROKEN,
    "14-thousands-comma": f":2: fluids '1,500' {DECIMAL}", "15-thousands-point": f":2: fluids '1.500' {DECIMAL}",
    "16-thousands-space": FIRST, "17-day-first-dots": MID, "18-day-first-slashes": MID, "19-month-first-slashes": MID,
    "20-ambiguous-slashes": f":2: '01/11/2026' {ORDER}", "21-year-first-slashes": FIRST,
    "22-date-and-time": f":2: '2026-11-01 22:30' {FORM}", "23-two-digit-year": f":2: '13/11/26' {FORM}",
    "24-missing-header": ":1: no date column: none of the columns (2026-11-01, 0, , 1500) is called one of: date, night, day, key",
    "25-blank-lines": FIRST, "26-old-mac": FIRST, "27-padded": FIRST, "28-upper-case": FIRST,
    "29-short-row": ":2: 2 cells in this row, 4 in the header", "30-long-row": ":2: 5 cells in this row, 4 in the header",
    "31-no-such-day": ":2: the day 2026-02-30 does not exist, or its year is not 1900 to 2199",
    "32-twice": ":3: the night 2026-11-01 is there twice, first in line 2",
    "33-severity-11": ":2: severity 11 is not a whole number from 0 to 10",
    "34-words": ":2: cramps 'none' is not a number; leave it empty if it was not recorded",
    "35-yes-no": ":2: late meal 'yes' is not a number; write 1 for yes and 0 for no",
    "36-open-quote": ":2: a quotation mark is opened here and never closed",
    "37-spreadsheet": ":1: this is a spreadsheet or an archive; save it as CSV in UTF-8",
    "38-empty": ":1: the file is empty", "39-header-only": ":1: no rows after the header",
    "40-nul": ":2: not a text file (it has a zero byte)",
    "41-comment": ":1: no date column: none of the columns (# exported by Sleep 2.1) is called one of: date, night, day, key",
    "42-sep-line": ":1: no date column: none of the columns (sep=, ) is called one of: date, night, day, key",
    "43-pipe": ":1: no date column: none of the columns (date|cramps|severity|fluids) is called one of: date, night, day, key",
    "44-trailing-delimiter": FIRST, "45-arabic-digits": f":2: '٢٠٢٦-١١-٠١' {FORM}",
    "46-excel-escape": named("the-other-thing", 1, 0), "47-future": ":2: night 2027-11-01 has not begun yet",
    "48-units": [("2026-11-01", 0, None, {}), ("2026-11-02", 2, 6, {})],
    "49-mixed-order": ":3: '11/14/2026' is not a date of the form YYYY-MM-DD",
}
TOLD = {
    "14-thousands-comma": (["--decimal", "point"], FIRST), "15-thousands-point": (["--decimal", "comma"], FIRST),
    "20-ambiguous-slashes": (["--date-order", "dmy"], FIRST),
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
        assert done.returncode == 0, (name, done.stderr.decode())
        assert stored(home, name) == expected, name
    assert home.fails(2, "import", "x.csv", "--decimal", "dot") == "import: --decimal: point or comma"
    assert home.fails(2, "import", "x.csv", "--date-order", "ymd") == "import: --date-order: dmy or mdy"


cli.main([corpus, told])
