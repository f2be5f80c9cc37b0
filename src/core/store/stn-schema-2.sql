-- Copyright the Stillnight authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema version 2 adds what is known of the person: medicines, conditions, signs, visits; and what the program must
-- remember for them: drafts, flags dealt with, what was shown.

-- Records: medicines, conditions, visits
--
-- What is known of the person apart from conditions are settings: birth-year, sex (female, male, other), hemisphere
-- (north, south), not-pregnant-on (a date), emergency-number.

CREATE TABLE medicine (
  -- A medicine that the person takes or took. Since when, and what was changed, is in medicine_change.
  name TEXT CHECK (name <> ''),   -- as the person says it
  class TEXT CHECK (class <> ''), -- of the program's list: 'thiazides'; NULL: not known
  as_needed INTEGER CHECK (as_needed IN (0, 1)), -- 1: taken when needed, see medicine_intake; 0: as scheduled
  schedule TEXT CHECK (schedule <> ''), -- in the person's words: 'one in the morning'
  -- Identity of the row:
  source TEXT,                    -- who wrote what it says now: person, reminder, sample, import ...
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)), -- 1: deleted; only keys and identity stay
  rev TEXT NOT NULL CHECK (length (rev) = 34), -- revision: time, counter, computer; the greater is the newer
  updated TEXT NOT NULL,          -- when it was last changed: local time, offset, [zone]
  created TEXT NOT NULL,          -- when it was first written
  uid TEXT NOT NULL PRIMARY KEY CHECK (length (uid) = 36), -- the same on every computer, for ever
  CHECK (deleted OR (name IS NOT NULL AND as_needed IS NOT NULL))
) STRICT;
CREATE TABLE medicine_change (
  -- One step in the history of a medicine.
  medicine TEXT NOT NULL REFERENCES medicine (uid),
  event TEXT CHECK (event IN ('start', 'stop', 'dose')), -- taken, not taken, with another dose, from that day on
  date TEXT CHECK (date IS date (date)), -- NULL only of a first start: since when is not known
  dose TEXT CHECK (dose <> ''),   -- from then on, in the person's words: '2.5 mg'
  direction TEXT CHECK (direction IN ('raised', 'lowered')), -- which way the dose went
  -- Identity of the row:
  source TEXT,                    -- who wrote what it says now: person, reminder, sample, import ...
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)), -- 1: deleted; only keys and identity stay
  rev TEXT NOT NULL CHECK (length (rev) = 34), -- revision: time, counter, computer; the greater is the newer
  updated TEXT NOT NULL,          -- when it was last changed: local time, offset, [zone]
  created TEXT NOT NULL,          -- when it was first written
  uid TEXT NOT NULL PRIMARY KEY CHECK (length (uid) = 36), -- the same on every computer, for ever
  CHECK (deleted OR event IS NOT NULL)
) STRICT;
CREATE INDEX medicine_change_by_medicine ON medicine_change (medicine);
CREATE TABLE medicine_intake (
  -- How often an as-needed medicine was taken on the day before a night. No row: not recorded.
  medicine TEXT NOT NULL REFERENCES medicine (uid),
  night TEXT NOT NULL CHECK (night IS date (night)), -- evening of the night that followed
  count INTEGER CHECK (count BETWEEN 0 AND 50), -- 0: not at all
  -- Identity of the row:
  source TEXT,                    -- who wrote what it says now: person, reminder, sample, import ...
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)), -- 1: deleted; only keys and identity stay
  rev TEXT NOT NULL CHECK (length (rev) = 34), -- revision: time, counter, computer; the greater is the newer
  updated TEXT NOT NULL,          -- when it was last changed: local time, offset, [zone]
  created TEXT NOT NULL,          -- when it was first written
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36), -- the same on every computer, for ever
  PRIMARY KEY (medicine, night),
  CHECK (deleted OR count IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE condition (
  -- A condition that the person has or had: one of the program's list, or in own words.
  condition TEXT CHECK (condition <> ''), -- of the program's list: 'diabetes-2'
  own_words TEXT CHECK (own_words <> ''),
  since TEXT CHECK (since IS date (since)), -- first day; of a pregnancy the day from which weeks are counted
  until TEXT CHECK (until IS date (until)), -- first day without it; NULL: it goes on
  -- Identity of the row:
  source TEXT,                    -- who wrote what it says now: person, reminder, sample, import ...
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)), -- 1: deleted; only keys and identity stay
  rev TEXT NOT NULL CHECK (length (rev) = 34), -- revision: time, counter, computer; the greater is the newer
  updated TEXT NOT NULL,          -- when it was last changed: local time, offset, [zone]
  created TEXT NOT NULL,          -- when it was first written
  uid TEXT NOT NULL PRIMARY KEY CHECK (length (uid) = 36), -- the same on every computer, for ever
  CHECK (deleted OR (condition IS NULL) <> (own_words IS NULL))
) STRICT;
CREATE TABLE visit (
  -- Having seen a doctor, nurse or pharmacist.
  date TEXT CHECK (date IS date (date)),
  whom TEXT CHECK (whom <> ''),
  said TEXT CHECK (said <> ''),   -- what was said
  changed TEXT CHECK (changed <> ''), -- what was changed
  -- Identity of the row:
  source TEXT,                    -- who wrote what it says now: person, reminder, sample, import ...
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)), -- 1: deleted; only keys and identity stay
  rev TEXT NOT NULL CHECK (length (rev) = 34), -- revision: time, counter, computer; the greater is the newer
  updated TEXT NOT NULL,          -- when it was last changed: local time, offset, [zone]
  created TEXT NOT NULL,          -- when it was first written
  uid TEXT NOT NULL PRIMARY KEY CHECK (length (uid) = 36), -- the same on every computer, for ever
  CHECK (deleted OR date IS NOT NULL)
) STRICT;
CREATE TABLE question (
  -- Something to ask at the next visit.
  text TEXT CHECK (text <> ''),
  asked TEXT CHECK (asked IS date (asked)), -- the day on which it was asked; NULL: still to be asked
  -- Identity of the row:
  source TEXT,                    -- who wrote what it says now: person, reminder, sample, import ...
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)), -- 1: deleted; only keys and identity stay
  rev TEXT NOT NULL CHECK (length (rev) = 34), -- revision: time, counter, computer; the greater is the newer
  updated TEXT NOT NULL,          -- when it was last changed: local time, offset, [zone]
  created TEXT NOT NULL,          -- when it was first written
  uid TEXT NOT NULL PRIMARY KEY CHECK (length (uid) = 36), -- the same on every computer, for ever
  CHECK (deleted OR text IS NOT NULL)
) STRICT;

-- Signs and flags

CREATE TABLE sign (
  -- What was answered to one sign of illness on one date. No row: not asked.
  date TEXT NOT NULL CHECK (date IS date (date)),
  sign TEXT NOT NULL CHECK (sign <> '' AND sign NOT GLOB '*[^a-z0-9-]*'), -- of the program's list: 'one-leg-swollen'
  answer TEXT CHECK (answer IN ('yes', 'no')),
  -- Identity of the row:
  source TEXT,                    -- who wrote what it says now: person, reminder, sample, import ...
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)), -- 1: deleted; only keys and identity stay
  rev TEXT NOT NULL CHECK (length (rev) = 34), -- revision: time, counter, computer; the greater is the newer
  updated TEXT NOT NULL,          -- when it was last changed: local time, offset, [zone]
  created TEXT NOT NULL,          -- when it was first written
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36), -- the same on every computer, for ever
  PRIMARY KEY (date, sign),
  CHECK (deleted OR answer IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE flag (
  -- What is remembered of a reason to see a doctor: that it was raised in time, and how the person dealt with it.
  rule TEXT NOT NULL CHECK (rule <> ''), -- of the program's list: 'F-R1'
  day TEXT NOT NULL CHECK (day IS date (day)), -- newest night or date that it speaks of; else the day of the answer
  tier TEXT CHECK (tier IN ('emergency', 'right-away', 'days', 'routine', 'information')), -- how soon
  raised TEXT,                    -- when; NULL: it is there as long as the records say so
  reply TEXT CHECK (reply IN ('contacted', 'will-contact', 'not-applicable', 'booked', 'seen')),
  answered TEXT,                  -- when
  -- Identity of the row:
  source TEXT,                    -- who wrote what it says now: person, reminder, sample, import ...
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)), -- 1: deleted; only keys and identity stay
  rev TEXT NOT NULL CHECK (length (rev) = 34), -- revision: time, counter, computer; the greater is the newer
  updated TEXT NOT NULL,          -- when it was last changed: local time, offset, [zone]
  created TEXT NOT NULL,          -- when it was first written
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36), -- the same on every computer, for ever
  PRIMARY KEY (rule, day),
  CHECK (deleted OR tier IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- What was shown of the knowledge

CREATE TABLE shown (
  -- No record of the person's, only a memory of the program: what it said unasked, so that it says it once. Not logged, not
  -- merged, and may be emptied at any time: then it is said again.
  what TEXT NOT NULL PRIMARY KEY CHECK (what <> ''), -- 'advice.drink', 'trigger.fluids', 'card.week' ...
  night TEXT NOT NULL CHECK (night IS date (night))  -- on the morning after which night
) STRICT, WITHOUT ROWID;

-- Entry: factors' groups, drafts, a running cramp
ALTER TABLE factor ADD COLUMN heading TEXT -- own heading under which it stands in lists
  CHECK (heading <> '');
ALTER TABLE factor ADD COLUMN hidden INTEGER -- 1: taken off all lists; its values stay
  CHECK (hidden = 1);
ALTER TABLE factor ADD COLUMN usual REAL -- what it is on an ordinary day, as the person set it; else the diary tells
  CHECK (abs (usual) < 9e999);
ALTER TABLE factor ADD COLUMN offer_from TEXT -- first evening on which one that is not tracked may be offered again
  CHECK (offer_from IS date (offer_from));
ALTER TABLE night ADD COLUMN forgotten INTEGER -- 1: the person does not remember; not recorded, and not asked again
  CHECK (forgotten = 1);
CREATE TABLE running_cramp (
  -- The clock of "Cramp now": at most one row. Without input for 30 minutes it has ended by itself: nothing is
  -- written then, and how long the cramp lasted stays unknown.
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  night TEXT CHECK (night IS date (night)), -- evening of the night it belongs to
  episode TEXT,                   -- uid of the cramp
  began TEXT,                     -- to the second: local time, offset, [zone]
  touched TEXT,                   -- last input of the person
  -- Identity of the row:
  source TEXT,                    -- who wrote what it says now: person, reminder, sample, import ...
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)), -- 1: deleted; only keys and identity stay
  rev TEXT NOT NULL CHECK (length (rev) = 34), -- revision: time, counter, computer; the greater is the newer
  updated TEXT NOT NULL,          -- when it was last changed: local time, offset, [zone]
  created TEXT NOT NULL,          -- when it was first written
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36) -- the same on every computer, for ever
  CHECK (deleted OR (night IS NOT NULL AND episode IS NOT NULL AND began IS NOT NULL AND touched IS NOT NULL))
) STRICT;

ALTER TABLE diary ADD COLUMN
  forgotten TEXT;                 -- revision up to which the person had the log of changes forgotten
ALTER TABLE diary ADD COLUMN
  backed_up TEXT;                 -- when this file was last copied and the copy read back: local time, offset, [zone]
CREATE TABLE draft (
  -- No record yet: what was typed and is not saved, so that it survives a crash and a power cut. Not logged, not merged;
  -- gone as soon as it is saved or thrown away.
  kind TEXT NOT NULL CHECK (kind <> ''), -- which form: 'night', 'evening', 'visit' ...
  night TEXT NOT NULL CHECK (night IS date (night)), -- the night, or the date, that it is about
  content TEXT NOT NULL CHECK (content <> ''), -- what was typed, in the words of the form
  updated TEXT NOT NULL,          -- when it was typed: local time, offset, [zone]
  PRIMARY KEY (kind, night)
) STRICT, WITHOUT ROWID;
