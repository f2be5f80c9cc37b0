#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs and flags: raised at once by whatever was saved, kept until they are dealt with, and undone like everything."""

import datetime
import json
import os

import home as cli

LATER = "2026-12-02T08:00:00Z"


def flags(home, *words):
    return [(flag["id"], flag["tier"], flag["past"]) for flag in json.loads(home.ok("flags", "--json", *words))]


def log_bad_night(home, *words):
    return home.ok("log", "--cramps", "1", "--severity", "9", "--duration", "12min", "--eased", "no", *words)


def said_at_once(home):
    said = log_bad_night(home)
    assert "F-R1" in said and "Right away" in said and "12 minutes" in said, said
    assert flags(home) == [("F-R1", "right-away", False)]
    said = home.ok("signs", "chest-pain=yes")
    assert said.index("F-E1b") < said.index("F-R1"), said
    assert home.ok("verify").startswith(home.diary)


def asked_first(home):
    said = home.ok("log", "--cramps", "1", "--severity", "5", "--duration", "15min")
    assert "Did stretching ease the cramp" in said, said
    assert flags(home) == []
    home.ok("log", "--cramps", "1", "--eased", "no")
    assert flags(home) == [("F-R1", "right-away", False)]


def ages(home):
    log_bad_night(home)
    home.env["STILLNIGHT_NOW"] = LATER
    assert flags(home) == [("F-R1", "right-away", True)]
    assert "If nobody has looked at it, mention it." in home.ok("flags")
    home.ok("log", "--date", "2026-11-21", "--cramps", "1", "--note", "told nobody yet")
    assert flags(home) == [("F-R1", "right-away", True)], "a later note changes nothing"
    home.ok("log", "--date", "2026-11-21", "--cramps", "1", "--duration", "2min")
    assert flags(home) == [], "it was a typing error"


def old_nights_raise_none(home):
    log_bad_night(home, "--date", "2026-11-19")
    home.ok("signs", "--date", "2026-11-19", "one-leg-swollen=yes", "warm=yes")
    assert flags(home) == []
    home.env["STILLNIGHT_NOW"] = LATER
    assert flags(home) == []


def imports_raise_none(home):
    with open(home.path("a.csv"), "w") as file:
        file.write("date,cramps,severity\n" + "".join(f"2026-11-{day:02},4,9\n" for day in range(1, 22)))
    home.ok("import", home.path("a.csv"))
    assert flags(home) == []


def dealt_with(home):
    log_bad_night(home)
    home.fails(2, "flags", "dismiss", "F-R1")
    home.fails(2, "flags", "dismiss", "F-R1", "--reason", "soon")
    home.fails(1, "flags", "dismiss", "F-R9", "--reason", "contacted")
    home.fails(1, "flags", "dismiss", "F-R1", "--reason", "booked")
    said = home.ok("flags", "dismiss", "F-R1", "--reason", "contacted")
    assert said == "F-R1 is put away: I have phoned. 'stillnight-cli undo' brings it back.\n", said
    assert flags(home) == []
    said = home.ok("flags")
    assert said.startswith("1 was answered and put away; 'flags --all' shows it.\n") and "No sign" not in said, said
    assert "put away" not in home.ok("flags", "--all")
    assert flags(home, "--all") == [("F-R1", "right-away", False)]
    assert json.loads(home.ok("flags", "--json", "--all"))[0]["reply"] == "contacted"
    home.ok("undo")
    assert flags(home) == [("F-R1", "right-away", False)]
    home.ok("undo")
    assert flags(home) == []


def said_after_the_answer(home):
    home.ok("signs", "chest-pain=yes")
    assert flags(home) == [("F-E1b", "emergency", False)]
    home.ok("flags", "dismiss", "F-E1b", "--reason", "will-contact")
    assert flags(home) == []
    home.ok("signs", "fainted-with-pain=yes")
    assert flags(home) == [("F-E1b", "emergency", False)], "nobody has dealt with that one"
    home.ok("flags", "dismiss", "F-E1b", "--reason", "contacted")
    assert flags(home) == []
    home.ok("signs", "jaw-spasm=no")
    assert flags(home) == []


def card(home):
    home.fails(1, "flags", "booked")
    for day in (5, 9, 13, 17):
        home.ok("log", "--date", f"2026-11-{day:02}", "--cramps", "1", "--severity", "7")
    assert flags(home) == [("F-V3", "routine", False)]
    assert "put away: Booked." in home.ok("flags", "booked")
    assert flags(home) == []
    home.ok("signs", "weight-change=yes")
    assert flags(home) == [("F-V6", "routine", False)], "a new reason"
    assert "put away: Seen." in home.ok("flags", "seen")
    assert flags(home) == []


def counted_is_not_written(home):
    home.ok("signs", "weight-change=yes")
    assert "You wrote: Weight has changed" in home.ok("flags") and "Your diary says" not in home.ok("flags")
    for week in range(9):
        home.ok("log", "--date", f"{datetime.date(2026, 9, 20) + datetime.timedelta(7 * week)}", "--cramps", "1")
    said = home.ok("flags")
    assert "Cramps that go on or become more" in said, said
    assert "Your diary says: cramps in 8 weeks · 19 October to 25 October: cramps on 1 of 1 night recorded" in said, said
    assert "You wrote: cramps" not in said and "wrote: 19" not in said, said


def card_does_not_blink(home):
    for day in (5, 9, 13, 17):
        home.ok("log", "--date", f"2026-11-{day:02}", "--cramps", "1", "--severity", "7")
    home.env["STILLNIGHT_NOW"] = "2026-12-04T08:00:00Z"
    assert flags(home) == [("F-V3", "routine", False)], "until it is answered"
    home.ok("log", "--date", "2026-11-05", "--cramps", "1", "--severity", "6")
    assert flags(home) == [], "it was a typing error"
    home.ok("undo")
    home.ok("flags", "booked")
    home.env["STILLNIGHT_NOW"] = "2026-12-05T08:00:00Z"
    assert flags(home) == []
    home.ok("undo")
    assert flags(home) == [("F-V3", "routine", False)]
    home.env["STILLNIGHT_NOW"] = "2026-12-20T08:00:00Z"
    assert flags(home) == [], "not for ever"


def after_a_birth(home):
    home.ok("log", "--cramps", "1", "--side", "left", "--site", "calf", "--soreness-h", "30")
    assert flags(home) == []
    home.ok("conditions", "add", "pregnancy", "--since", "2026-01-20")
    home.ok("conditions", "end", "pregnancy", "--until", "2026-10-20")
    assert flags(home) == [("F-R3", "right-away", False)]
    assert "2026-10-20 condition=pregnancy" in json.loads(home.ok("flags", "--json"))[0]["matched"]
    assert "One calf has stayed painful" in home.ok("flags"), "nobody wrote of a swelling"
    home.ok("conditions", "end", "pregnancy", "--until", "2026-10-10")
    assert flags(home) == [], "more than six weeks ago"


def own_words(home):
    home.ok("signs", "rls-urge=yes", "rls-rest=yes", "rls-moving-helps=yes", "rls-evening=yes", "rls-explained=no")
    assert json.loads(home.ok("flags", "--json"))[0]["matched"][-1] == "2026-11-22 rls-explained=no"
    assert "Something else explains all of it: no, 22 November" in home.ok("flags")


def own_number(home):
    home.ok("signs", "chest-pain=yes", "weakness-new=yes")
    assert "Your emergency number" not in home.ok("flags")
    home.ok("person", "emergency-number=0118")
    assert home.ok("flags").count("Your emergency number: 0118") == 1, "of an emergency, and of nothing else"


def each_word_once(home):
    home.ok("log", "--cramps", "1", "--arms-or-hands", "yes")
    found = json.loads(home.ok("flags", "--json"))[0]
    assert (found["id"], found["matched"]) == ("F-R9", ["2026-11-21 cramp arms-or-hands=yes"]), found


def unknown_sign(home):
    said = home.fails(2, "signs", "swollen=yes")
    assert "one-leg-swollen" in said and "nausea" not in said, said
    assert "nausea" in home.fails(2, "signs", "qqq=yes")
    home.fails(2, "signs", "nausea")
    home.fails(2, "signs", "nausea=perhaps")
    home.fails(2, "signs", "nausea=yes", "nausea=no")
    home.fails(2, "signs", "--json", "nausea=yes")
    home.fails(1, "signs", "--date", "2026-11-23", "nausea=yes")
    assert not os.path.exists(home.diary)


def answers_are_kept(home):
    home.ok("signs", "nausea=yes", "warm=no")
    home.ok("signs", "nausea=no")
    assert "already" in home.ok("signs", "nausea=no")
    home.ok("signs", "--date", "2026-11-20", "warm=yes")
    assert [(one["date"], one["sign"], one["answer"]) for one in json.loads(home.ok("signs", "--json"))] == [
        ("2026-11-20", "warm", "yes"), ("2026-11-22", "nausea", "no"), ("2026-11-22", "warm", "no")]
    assert len(home.ok("signs", "list", "--date", "2026-11-20").splitlines()) == 1
    assert "answers about signs" in home.ok("undo")


def sample_bad_night(home):
    home.ok("sample", "--nights", "14", "--bad-night", "--diary", home.diary)
    assert ("F-R1", "right-away", False) in flags(home)
    home.env["STILLNIGHT_NOW"] = LATER
    assert ("F-R1", "right-away", True) in flags(home)


cli.main([said_at_once, asked_first, ages, old_nights_raise_none, imports_raise_none, dealt_with, said_after_the_answer,
          card, counted_is_not_written, card_does_not_blink,
          after_a_birth, own_words, own_number,
         each_word_once, unknown_sign, answers_are_kept, sample_bad_night])
