-- Copyright the Stillnight authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema version 1 of a diary. SQLite keeps the comments inside CREATE: they are the manual of a person who opens
-- the diary with sqlite3 and asks for .schema. What every row of a person carries stands last in its table.

CREATE TABLE diary (
  -- A Stillnight diary: nights, their cramps, and the days before them. One row: this file.
  -- In all tables NULL means not known (never 0 or ''); a date is YYYY-MM-DD; a clock time is HH:MM as the
  -- clock on the wall showed it; words such as 'left' or 'binary' are the same here, in JSON and on the
  -- command line. Read what you like; write only with Stillnight, which keeps the log of changes.
  only INTEGER PRIMARY KEY CHECK (only = 1),
  uid TEXT NOT NULL,              -- random; copies of this diary have the same
  created TEXT NOT NULL           -- local time, offset, [zone]
) STRICT;
CREATE TABLE night (
  -- What was said of a night as a whole. A night with a cramp in it is a night with cramps, whatever
  -- 'answer' says; one with neither is not recorded, which is not the same as 'no cramps'.
  night TEXT NOT NULL PRIMARY KEY CHECK (night IS date (night)), -- its evening: 21-22 Nov is 2026-11-21
  answer TEXT CHECK (answer = 'no-cramps'), -- 'no-cramps' when the person said so
  answered TEXT,                  -- when it was first known whether there were cramps
  into_bed TEXT CHECK (into_bed GLOB '[0-2][0-9]:[0-5][0-9]' AND into_bed < '24:00'),
  tried TEXT CHECK (tried GLOB '[0-2][0-9]:[0-5][0-9]' AND tried < '24:00'), -- tried to sleep
  asleep_min INTEGER CHECK (asleep_min BETWEEN 0 AND 1440), -- minutes to fall asleep
  awakenings INTEGER CHECK (awakenings BETWEEN 0 AND 100), -- the final one not counted
  awake_min INTEGER CHECK (awake_min BETWEEN 0 AND 1440), -- minutes awake after falling asleep
  final_wake TEXT CHECK (final_wake GLOB '[0-2][0-9]:[0-5][0-9]' AND final_wake < '24:00'),
  out_of_bed TEXT CHECK (out_of_bed GLOB '[0-2][0-9]:[0-5][0-9]' AND out_of_bed < '24:00'),
  quality INTEGER CHECK (quality BETWEEN 1 AND 5), -- 5 is best
  rested INTEGER CHECK (rested BETWEEN 1 AND 5), -- 5 is best
  tired INTEGER CHECK (tired BETWEEN 0 AND 10), -- by day; 10 is worst
  note TEXT CHECK (note <> ''),
  -- Identity of the row:
  source TEXT,                    -- who wrote what it says now: person, reminder, sample, import ...
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)), -- 1: deleted; only keys and identity stay
  rev TEXT NOT NULL CHECK (length (rev) = 34), -- revision: time, counter, computer; the greater is the newer
  updated TEXT NOT NULL,          -- when it was last changed: local time, offset, [zone]
  created TEXT NOT NULL,          -- when it was first written
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36) -- the same on every computer, for ever
) STRICT;
CREATE TABLE episode (
  -- One cramp.
  entry INTEGER PRIMARY KEY,      -- order in which they were entered in this file
  night TEXT NOT NULL CHECK (night IS date (night)), -- evening of its night
  start TEXT CHECK (start GLOB '[0-2][0-9]:[0-5][0-9]' AND start < '24:00'), -- before 12:00 it is the morning after
  duration_s INTEGER CHECK (duration_s BETWEEN 0 AND 86400), -- seconds
  severity INTEGER CHECK (severity BETWEEN 0 AND 10), -- pain, 10 is worst
  distress INTEGER CHECK (distress BETWEEN 0 AND 10),
  side TEXT CHECK (side IN ('left', 'right', 'both')),
  site TEXT CHECK (site IN ('calf', 'foot', 'toes', 'front-thigh', 'back-thigh', 'other')),
  by_day TEXT CHECK (by_day IN ('yes', 'no')), -- by day, not in bed
  arms_or_hands TEXT CHECK (arms_or_hands IN ('yes', 'no')), -- there too
  woke TEXT CHECK (woke IN ('yes', 'no')), -- woke the person
  eased TEXT CHECK (eased IN ('yes', 'no')), -- by stretching
  ongoing TEXT CHECK (ongoing IN ('yes', 'no')), -- still going when it was written
  soreness_h REAL CHECK (soreness_h BETWEEN 0 AND 240), -- hours it stayed sore
  relief TEXT CHECK (relief GLOB '[[]*]'), -- what was tried, a JSON list; [] is nothing
  ended_by TEXT,                  -- what ended it
  note TEXT CHECK (note <> ''),
  -- Identity of the row:
  source TEXT,                    -- who wrote what it says now: person, reminder, sample, import ...
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)), -- 1: deleted; only keys and identity stay
  rev TEXT NOT NULL CHECK (length (rev) = 34), -- revision: time, counter, computer; the greater is the newer
  updated TEXT NOT NULL,          -- when it was last changed: local time, offset, [zone]
  created TEXT NOT NULL,          -- when it was first written
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36) -- the same on every computer, for ever
) STRICT;
CREATE INDEX episode_by_night ON episode (night);
CREATE TABLE factor (
  -- What is asked about the day before a night.
  slug TEXT NOT NULL PRIMARY KEY CHECK (slug <> '' AND slug NOT GLOB '*[^a-z0-9_.-]*'), -- never changes
  name TEXT,                      -- the person's own name for it, else the program's
  kind TEXT CHECK (kind IN ('binary', 'count', 'scale', 'continuous')), -- binary: 1 yes, 0 no; scale: 0-10
  unit TEXT,                      -- ml, h, ...
  built_in INTEGER CHECK (built_in IN (0, 1)), -- 1: means what the program's catalogue says
  tracked INTEGER CHECK (tracked IN (0, 1)),   -- 1: asked for in the evening
  position INTEGER CHECK (position >= 0),      -- order in lists
  suspect_since TEXT CHECK (suspect_since IS date (suspect_since)), -- day on which the person named it a suspect
  -- Identity of the row:
  source TEXT,                    -- who wrote what it says now: person, reminder, sample, import ...
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)), -- 1: deleted; only keys and identity stay
  rev TEXT NOT NULL CHECK (length (rev) = 34), -- revision: time, counter, computer; the greater is the newer
  updated TEXT NOT NULL,          -- when it was last changed: local time, offset, [zone]
  created TEXT NOT NULL,          -- when it was first written
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36) -- the same on every computer, for ever
  CHECK (deleted OR (kind IS NOT NULL AND built_in IS NOT NULL AND tracked IS NOT NULL AND position IS NOT NULL))
) STRICT;
CREATE TABLE factor_value (
  -- What one factor was on the day before a night. No row: not recorded.
  night TEXT NOT NULL CHECK (night IS date (night)), -- evening of the night that followed
  factor TEXT NOT NULL REFERENCES factor (slug),
  value REAL CHECK (abs (value) < 9e999), -- in the factor's unit; binary 1 yes, 0 no
  entered TEXT CHECK (entered IN ('evening', 'usual', 'after', 'unknown')), -- before the night could colour
                                  -- the memory, the same as "Ordinary day", after the night, not known
  -- Identity of the row:
  source TEXT,                    -- who wrote what it says now: person, reminder, sample, import ...
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)), -- 1: deleted; only keys and identity stay
  rev TEXT NOT NULL CHECK (length (rev) = 34), -- revision: time, counter, computer; the greater is the newer
  updated TEXT NOT NULL,          -- when it was last changed: local time, offset, [zone]
  created TEXT NOT NULL,          -- when it was first written
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36) -- the same on every computer, for ever
  , PRIMARY KEY (night, factor),
  CHECK (deleted OR (value IS NOT NULL AND entered IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
  -- What changes the meaning of a record or belongs to the person.
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT,
  -- Identity of the row:
  source TEXT,                    -- who wrote what it says now: person, reminder, sample, import ...
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)), -- 1: deleted; only keys and identity stay
  rev TEXT NOT NULL CHECK (length (rev) = 34), -- revision: time, counter, computer; the greater is the newer
  updated TEXT NOT NULL,          -- when it was last changed: local time, offset, [zone]
  created TEXT NOT NULL,          -- when it was first written
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36) -- the same on every computer, for ever
  CHECK (deleted OR value IS NOT NULL)
) STRICT;
CREATE TABLE change_group (
  -- What was written together and is undone together.
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL,            -- what was done
  source TEXT NOT NULL,
  program TEXT NOT NULL,          -- which program did it
  written TEXT NOT NULL,          -- when: local time, offset, [zone]
  rev TEXT NOT NULL,              -- of all its rows; no earlier group has a greater one
  undoes INTEGER REFERENCES change_group (number), -- the group that this one took back
  redoes INTEGER REFERENCES change_group (number)  -- the undoing group that this one took back
) STRICT;
CREATE TABLE change (
  -- Every row ever written, as it was before and after: what undo and the trash are made of.
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  "group" INTEGER NOT NULL REFERENCES change_group (number),
  rev TEXT NOT NULL,              -- that the row got
  "table" TEXT NOT NULL,
  uid TEXT NOT NULL,              -- of the row
  before TEXT CHECK (before GLOB '{*}'), -- JSON of its columns that were known; NULL: there was no such row
  after TEXT NOT NULL CHECK (after GLOB '{*}')
) STRICT;
CREATE INDEX change_by_group ON change ("group");
CREATE TABLE weekly_refresh (
  -- No record of the person's, only a memory of the program: what the analysis said at every seventh night of the
  -- diary, so that it need not be computed again. Made from the other tables alone; not logged, not merged, and may
  -- be emptied at any time.
  fingerprint TEXT NOT NULL PRIMARY KEY, -- of all that was looked at, and of the program's version
  night TEXT NOT NULL CHECK (night IS date (night)), -- the last one that was looked at
  findings TEXT NOT NULL          -- a line a factor: its slug, verdict, tier, what it cannot be told apart from
) STRICT, WITHOUT ROWID;
CREATE VIEW night_summary AS
  -- For reading: one row a night.
  WITH noted (night) AS (
    SELECT night FROM night WHERE NOT deleted UNION SELECT night FROM episode WHERE NOT deleted
    UNION SELECT night FROM factor_value WHERE NOT deleted)
  SELECT noted.night,
    CASE WHEN count (episode.uid) THEN 'cramps' ELSE coalesce (night.answer, 'not-recorded') END AS state,
    count (episode.uid) AS cramps, max (episode.severity) AS worst_severity,
    (SELECT group_concat (factor || '=' || value, ' ') FROM factor_value
      WHERE factor_value.night = noted.night AND NOT deleted) AS factors,
    night.note
  FROM noted LEFT JOIN night ON night.night = noted.night AND NOT night.deleted
    LEFT JOIN episode ON episode.night = noted.night AND NOT episode.deleted
  GROUP BY noted.night;
