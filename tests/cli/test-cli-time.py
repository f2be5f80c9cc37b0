#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which night a log belongs to, by the hour and in zones whose clocks jump."""

import home as cli

# zone, now, night of an outcome, night of factors alone, entered of those factors
ROWS = [
    ("UTC", "2026-11-22T07:10:00", "2026-11-21", "2026-11-21", "after"),
    ("UTC", "2026-11-22T11:59:59", "2026-11-21", "2026-11-21", "after"),
    ("UTC", "2026-11-22T12:00:00", "2026-11-21", "2026-11-22", "evening"),
    ("UTC", "2026-11-22T23:59:59", "2026-11-21", "2026-11-22", "evening"),
    ("UTC", "2026-11-23T00:00:00", "2026-11-22", "2026-11-22", "evening"),
    ("UTC", "2026-11-23T04:59:00", "2026-11-22", "2026-11-22", "evening"),
    ("UTC", "2026-11-23T05:00:00", "2026-11-22", "2026-11-22", "after"),
    ("UTC", "2026-01-01T01:00:00", "2025-12-31", "2025-12-31", "evening"),
    ("UTC", "2028-03-01T12:00:00", "2028-02-29", "2028-03-01", "evening"),
    ("Europe/Berlin", "2026-03-29T01:30:00", "2026-03-28", "2026-03-28", "evening"),
    ("Europe/Berlin", "2026-03-29T03:30:00", "2026-03-28", "2026-03-28", "evening"),
    ("Europe/Berlin", "2026-10-25T02:30:00", "2026-10-24", "2026-10-24", "evening"),
    ("Europe/Berlin", "2026-10-25T12:00:00", "2026-10-24", "2026-10-25", "evening"),
    ("America/Sao_Paulo", "2018-11-03T23:59:00", "2018-11-02", "2018-11-03", "evening"),
    ("America/Sao_Paulo", "2018-11-04T01:00:00", "2018-11-03", "2018-11-03", "evening"),
    ("America/Sao_Paulo", "2018-11-04T12:00:00", "2018-11-03", "2018-11-04", "evening"),
    ("Pacific/Apia", "2011-12-29T23:30:00", "2011-12-28", "2011-12-29", "evening"),
    ("Pacific/Apia", "2011-12-31T00:30:00", "2011-12-30", "2011-12-30", "evening"),
    ("Pacific/Apia", "2011-12-31T13:00:00", "2011-12-30", "2011-12-31", "evening"),
    ("Pacific/Kiritimati", "2026-11-22T12:30:00", "2026-11-21", "2026-11-22", "evening"),
    ("Pacific/Pago_Pago", "2026-11-22T11:30:00", "2026-11-21", "2026-11-21", "after"),
    ("Asia/Kathmandu", "2026-06-01T11:45:00", "2026-05-31", "2026-05-31", "after"),
]


def as_test(zone, now, outcome, factors, entered):
    def test(home):
        home.ok("log", "--factor", "stretch=yes", TZ=zone, STILLNIGHT_NOW=now)
        night = home.nights()[0]
        assert night["night"] == factors, night["night"]
        assert night["factors"]["stretch"]["entered"] == entered, night["factors"]
        home.ok("undo", TZ=zone, STILLNIGHT_NOW=now)
        home.ok("log", "--no-cramps", TZ=zone, STILLNIGHT_NOW=now)
        assert home.nights()[0]["night"] == outcome, home.nights()
        home.ok("undo", TZ=zone, STILLNIGHT_NOW=now)
        home.ok("log", "--quality", "3", TZ=zone, STILLNIGHT_NOW=now)
        assert home.nights()[0]["night"] == outcome, home.nights()
    test.__name__ = f"{zone} {now}"
    return test


def travel_never_moves_a_night(home):
    home.ok("log", "--no-cramps", TZ="Pacific/Auckland", STILLNIGHT_NOW="2026-11-22T08:00:00")
    home.ok("log", "--no-cramps", TZ="Pacific/Honolulu", STILLNIGHT_NOW="2026-11-22T08:00:00")
    assert [night["night"] for night in home.nights(TZ="Pacific/Honolulu")] == ["2026-11-21"]


def a_night_of_a_clock_change_is_measured_as_long_as_it_was(home):
    """Clinical 11.2, last row; a year later and elsewhere it is still the same."""
    berlin = {"TZ": "Europe/Berlin", "STILLNIGHT_NOW": "2026-10-25T08:00:00"}
    home.ok("log", "--no-cramps", "--into-bed", "22:00", "--tried", "22:00", "--asleep-min", "0", "--awakenings", "0",
            "--final-wake", "06:00", "--out-of-bed", "06:00", **berlin)
    expected = "Slept 9 h of 9 h in bed (100 %)"
    assert expected in home.ok("show", **berlin), home.ok("show", **berlin)
    later = home.ok("show", "--date", "2026-10-24", TZ="UTC", STILLNIGHT_NOW="2027-10-25T08:00:00")
    assert expected in later, later


cli.main([as_test(*row) for row in ROWS] + [travel_never_moves_a_night,
                                         a_night_of_a_clock_change_is_measured_as_long_as_it_was])
