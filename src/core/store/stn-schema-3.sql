-- Copyright the Stillnight authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema version 3 adds reminders and guided stretches.

-- Reminders

CREATE TABLE reminder (
  -- When the person wants to be reminded. No row: not set, which is off.
  kind TEXT NOT NULL PRIMARY KEY CHECK (kind IN ('stretch', 'evening', 'morning')), -- of the bedtime stretch, of the
                                  -- entry of the day before a night, of the entry of last night
  at TEXT CHECK (at GLOB '[0-2][0-9]:[0-5][0-9]' AND at < '24:00'), -- as the clock on the wall shows it
  days INTEGER CHECK (days BETWEEN 1 AND 127), -- weekdays of the evening of the night, added: 1 Monday, 2 Tuesday,
                                  -- 4 Wednesday, 8 Thursday, 16 Friday, 32 Saturday, 64 Sunday
  is_on INTEGER CHECK (is_on IN (0, 1)), -- 0: off; its time and days stay
  follows_bedtime INTEGER CHECK (follows_bedtime IN (0, 1)), -- 1: before the usual bedtime of the diary; 'at' as long
                                  -- as the diary knows none
  -- Identity of the row:
  source TEXT,                    -- who wrote what it says now: person, reminder, sample, import ...
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)), -- 1: deleted; only keys and identity stay
  rev TEXT NOT NULL CHECK (length (rev) = 34), -- revision: time, counter, computer; the greater is the newer
  updated TEXT NOT NULL,          -- when it was last changed: local time, offset, [zone]
  created TEXT NOT NULL,          -- when it was first written
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36), -- the same on every computer, for ever
  CHECK (deleted OR (at IS NOT NULL AND days IS NOT NULL AND is_on IS NOT NULL AND follows_bedtime IS NOT NULL)),
  CHECK (deleted OR kind = 'stretch' OR follows_bedtime = 0)
) STRICT;
CREATE TABLE reminder_claim (
  -- No record of the person's, only a memory of this computer: which reminder was already shown, so that it comes
  -- once, however often the program is started. Not logged, not merged; old rows are taken out.
  kind TEXT NOT NULL CHECK (kind IN ('stretch', 'evening', 'morning')),
  night TEXT NOT NULL CHECK (night IS date (night)), -- evening of the night that it was for
  state TEXT NOT NULL CHECK (state IN ( -- what became of it:
    'claimed',                    -- 'process' is about to show it
    'shown',                      -- it was shown
    'snoozed',                    -- it is to come again at 'again'
    'dismissed',                  -- the person does not want it for this night
    'done')),                     -- it was answered: what it reminded of was done or begun
  again INTEGER CHECK ((again IS NOT NULL) = (state = 'snoozed')), -- when: seconds since 1970 UTC
  process TEXT NOT NULL CHECK (process <> ''), -- which run of the program
  written INTEGER NOT NULL,       -- when this was written: seconds since 1970 UTC
  PRIMARY KEY (kind, night)
) STRICT, WITHOUT ROWID;

-- Guided stretches

CREATE TABLE session (
  -- A guided stretch that was finished.
  night TEXT CHECK (night IS date (night)), -- evening of the night that followed
  routine TEXT CHECK (routine <> ''), -- of the program's list: 'standing'; or the uid of a row of 'routine'
  started TEXT,                   -- local time, offset, [zone]
  seconds INTEGER CHECK (seconds BETWEEN 0 AND 86400), -- how long it took
  steps INTEGER CHECK (steps BETWEEN 1 AND 1000), -- how many holds were held to their end
  -- Identity of the row:
  source TEXT,                    -- who wrote what it says now: person, reminder, sample, import ...
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)), -- 1: deleted; only keys and identity stay
  rev TEXT NOT NULL CHECK (length (rev) = 34), -- revision: time, counter, computer; the greater is the newer
  updated TEXT NOT NULL,          -- when it was last changed: local time, offset, [zone]
  created TEXT NOT NULL,          -- when it was first written
  uid TEXT NOT NULL PRIMARY KEY CHECK (length (uid) = 36), -- the same on every computer, for ever
  CHECK (deleted OR (night IS NOT NULL AND routine IS NOT NULL AND started IS NOT NULL AND seconds IS NOT NULL
                     AND steps IS NOT NULL))
) STRICT;
CREATE INDEX session_by_night ON session (night);
CREATE TABLE routine (
  -- A stretching routine that the person put together.
  name TEXT CHECK (name <> ''),   -- as the person calls it
  steps TEXT CHECK (steps GLOB '[[]*]'), -- a JSON list of {"exercise": of the program's list: 'calf', "seconds": of
                                  -- one hold, "repetitions": how often each side}
  -- Identity of the row:
  source TEXT,                    -- who wrote what it says now: person, reminder, sample, import ...
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)), -- 1: deleted; only keys and identity stay
  rev TEXT NOT NULL CHECK (length (rev) = 34), -- revision: time, counter, computer; the greater is the newer
  updated TEXT NOT NULL,          -- when it was last changed: local time, offset, [zone]
  created TEXT NOT NULL,          -- when it was first written
  uid TEXT NOT NULL PRIMARY KEY CHECK (length (uid) = 36), -- the same on every computer, for ever
  CHECK (deleted OR (name IS NOT NULL AND steps IS NOT NULL))
) STRICT;
